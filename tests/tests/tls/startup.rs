//! What does a server say about TLS files that it cannot use? It names the file, and ends without serving.

use std::path::Path;

use podnet_tests::server::Home;

use crate::{Keys, text};

/// What the server says where one flag has another file; it ends with its status for "cannot serve", and finds the same
/// when it is only asked to check.
fn refused(keys: &Keys, flag: &str, file: &Path) -> String {
    let home = Home::new().with(&["--store", "memory"]);
    let flags = [
        ("--tls-certificate", keys.server.certificate.as_path()),
        ("--tls-key", keys.server.key.as_path()),
        ("--tls-client-authority", keys.authority.file.as_path()),
    ];
    let flags = flags.map(|(name, path)| [name, text(if name == flag { file } else { path })]).concat();
    let checked = home.command().args(&flags).arg("--check").status().unwrap();
    assert_eq!(checked.code(), Some(2), "{}", home.log());
    let served = home.command().args(&flags).status().unwrap();
    assert_eq!(served.code(), Some(1), "{}", home.log());
    home.log()
}

#[test]
fn a_missing_file_is_named() {
    let keys = Keys::new();
    for flag in ["--tls-certificate", "--tls-key", "--tls-client-authority"] {
        let missing = keys.folder.path().join("missing.pem");
        let said = refused(&keys, flag, &missing);
        assert!(said.contains("cannot read") && said.contains(text(&missing)), "{flag}: {said}");
    }
}

#[test]
fn a_file_with_something_else_is_named() {
    let keys = Keys::new();
    let other = keys.folder.path().join("notes.txt");
    std::fs::write(&other, "no certificate here\n").unwrap();
    for flag in ["--tls-certificate", "--tls-key", "--tls-client-authority"] {
        let said = refused(&keys, flag, &other);
        assert!(said.contains(text(&other)), "{flag}: {said}");
    }
}

#[test]
fn a_key_of_another_certificate_is_refused() {
    let keys = Keys::new();
    let said = refused(&keys, "--tls-key", &keys.client.key);
    assert!(said.contains("do not go together") && said.contains(text(&keys.client.key)), "{said}");
}

#[test]
fn an_authority_alone_is_a_wrong_configuration() {
    let keys = Keys::new();
    let home = Home::new().with(&["--store", "memory", "--tls-client-authority", text(&keys.authority.file)]);
    let ended = home.command().status().unwrap();
    assert_eq!(ended.code(), Some(2), "{}", home.log());
    assert!(home.log().contains("tls-certificate, tls-key"), "{}", home.log());
}
