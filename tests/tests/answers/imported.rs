//! What is told about a request that was answered in the store whose snapshot this one was made of?

use podnet::v1::ErrorReason;
use podnet::{Code, Rpc as _};
use podnet_tests::server::{Home, Server};

use crate::bodies::{network, subnet};
use crate::{client, runtime};

fn snapshot(server: &Server<'_>, arguments: &[&str]) {
    let output = server.podnet().arg("snapshot").args(arguments).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn that_it_was_carried_out_and_where_to_look() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("state.podnet");
    let home = Home::new();
    let server = home.start();
    let mut request = network();
    request.request_id_mut().unwrap().push_str("call-1");
    runtime().block_on(async {
        let client = client(&server);
        client.call(request.clone()).await.unwrap();
        client.call(subnet()).await.unwrap();
        snapshot(&server, &["export", file.to_str().unwrap()]);
        snapshot(&server, &["import", "--replace", file.to_str().unwrap()]);

        let refused = client.call(request.clone()).await.unwrap_err();
        assert_eq!(
            (refused.code, refused.reason),
            (Code::FailedPrecondition, Some(ErrorReason::StoreChanged))
        );
        assert_eq!((refused.figure("request_id"), refused.figure("revision")), (Some("call-1"), Some("1")));
        assert!(refused.message.contains("read the resource instead"), "{refused}");
    });
}
