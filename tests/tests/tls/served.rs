//! Who is let in, and under which name?

use podnet::{Client, Options, Tls, v1};

use crate::{CLIENT, Keys, info, text, url};

fn read(path: &std::path::Path) -> Vec<u8> {
    std::fs::read(path).unwrap()
}

#[test]
fn who_knows_the_authority_is_served() {
    let keys = Keys::new();
    let home = keys.home();
    let server = home.start();
    let output = info(&url(&server), &["--tls-authority", text(&keys.authority.file)]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(home.log().contains("\"tls\":true"), "{}", home.log());
}

#[test]
fn another_name_in_the_certificate_can_be_given() {
    let mut keys = Keys::new();
    keys.server = keys.authority.server("podnet.internal");
    let home = keys.home();
    let server = home.start();
    let authority = ["--tls-authority", text(&keys.authority.file)];
    let named = [&authority[..], &["--tls-server-name", "podnet.internal"]].concat();
    assert!(info(&url(&server), &named).status.success());
    let error = crate::refusal(&info(&url(&server), &authority));
    assert!(error.contains("not valid for name"), "{error}");
}

#[test]
fn a_client_is_known_by_the_name_in_its_certificate() {
    let keys = Keys::new();
    let home = keys.mutual_home();
    let server = home.start();
    let mut options = Options::new(url(&server));
    options.tls = Some(Tls {
        authority_pem: read(&keys.authority.file),
        certificate_pem: Some(read(&keys.client.certificate)),
        key_pem: Some(read(&keys.client.key)),
        server_name: None,
    });
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let created = runtime.block_on(async {
        let client = Client::connect(options).unwrap();
        let network = v1::Network { address_prefixes: vec!["10.0.0.0/8".to_owned()], ..Default::default() };
        let request = v1::CreateNetworkRequest {
            network_id: "vnet".to_owned(),
            network: Some(network),
            ..Default::default()
        };
        client.call(request).await.unwrap()
    });
    assert_eq!(created.network.unwrap().name, "networks/vnet");
    assert!(server.stop().success());
    assert!(home.log().contains(&format!("\"actor\":\"{CLIENT}\"")), "{}", home.log());

    // The same identity from the command line's files.
    let server = home.start();
    let (certificate, key) = (&keys.client.certificate, &keys.client.key);
    let flags = [
        "--tls-authority",
        text(&keys.authority.file),
        "--tls-certificate",
        text(certificate),
        "--tls-key",
        text(key),
    ];
    let output = info(&url(&server), &flags);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}
