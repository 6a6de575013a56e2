//! What is told to those that are not let in: what is wrong, in words that lead to the setting.

use crate::authority::Authority;
use crate::{Keys, info, refusal, text, url};

#[test]
fn an_unknown_authority_is_named_as_the_cause() {
    let keys = Keys::new();
    let home = keys.home();
    let server = home.start();
    let other = Authority::new(keys.folder.path(), "other");
    let error = refusal(&info(&url(&server), &["--tls-authority", text(&other.file)]));
    assert!(error.contains("UnknownIssuer") && error.contains("give the authority"), "{error}");
}

#[test]
fn a_client_without_certificate_is_refused() {
    let keys = Keys::new();
    let home = keys.mutual_home();
    let server = home.start();
    let error = refusal(&info(&url(&server), &["--tls-authority", text(&keys.authority.file)]));
    assert!(error.contains("give a certificate and its key"), "{error}");
}

#[test]
fn a_client_of_another_authority_is_refused() {
    let keys = Keys::new();
    let home = keys.mutual_home();
    let server = home.start();
    let stranger = Authority::new(keys.folder.path(), "other").client("spiffe://podnet.test/stranger");
    let flags = [
        "--tls-authority",
        text(&keys.authority.file),
        "--tls-certificate",
        text(&stranger.certificate),
        "--tls-key",
        text(&stranger.key),
    ];
    let error = refusal(&info(&url(&server), &flags));
    assert!(error.contains("that its client authority has signed"), "{error}");
}

#[test]
fn plaintext_to_a_port_of_tls_leads_to_https() {
    let keys = Keys::new();
    let home = keys.home();
    let server = home.start();
    let error = refusal(&info(&server.url(), &[]));
    assert!(error.contains("use https://"), "{error}");
}

#[test]
fn tls_to_a_plaintext_port_leads_to_http() {
    let keys = Keys::new();
    let home = podnet_tests::server::Home::new().with(&["--store", "memory"]);
    let server = home.start();
    let error = refusal(&info(&url(&server), &["--tls-authority", text(&keys.authority.file)]));
    assert!(error.contains("use http://"), "{error}");
}

#[test]
fn https_without_an_authority_is_a_wrong_command() {
    let output = info("https://127.0.0.1:1", &[]);
    assert_eq!(output.status.code(), Some(1));
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(error.contains("--tls-authority"), "{error}");
}
