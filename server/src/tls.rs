//! Are the files of TLS what they should be? Each is read and checked by itself, so that an error names the file.
//!
//! Knows nothing of what is served.

use std::error::Error as _;
use std::io;
use std::path::{Path, PathBuf};

use rustls_pki_types::pem::PemObject as _;
use rustls_pki_types::{CertificateDer, PrivateKeyDer};
use tonic::transport::{Certificate, Identity, Server, ServerTlsConfig};
use webpki::EndEntityCert;

use crate::config::TlsFiles;

/// Why TLS cannot be served.
#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    /// A file cannot be read.
    #[error("cannot read {}: {source}", .path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// The system's answer.
        source: io::Error,
    },
    /// A file does not have what it should.
    #[error("{} has no {wanted} in PEM: {problem}", .path.display())]
    Content {
        /// The file.
        path: PathBuf,
        /// What should be in it.
        wanted: &'static str,
        /// What is in the way.
        problem: String,
    },
    /// The files do not go together.
    #[error("{} and {} do not go together: {problem}", .certificate.display(), .key.display())]
    Mismatch {
        /// The file of the certificate.
        certificate: PathBuf,
        /// The file of the key.
        key: PathBuf,
        /// What is in the way.
        problem: String,
    },
}

/// Reads the files.
///
/// # Errors
/// The first that cannot be used, or that the key is not that of the certificate.
pub fn load(files: &TlsFiles) -> Result<ServerTlsConfig, TlsError> {
    let certificate =
        certificates(&files.certificate, |found| EndEntityCert::try_from(found).map(|_certificate| ()))?;
    let key = read(&files.key)?;
    PrivateKeyDer::from_pem_slice(&key).map_err(|error| content(&files.key, "private key", &error))?;
    let mut config = ServerTlsConfig::new().identity(Identity::from_pem(certificate, key));
    if let Some(authority) = &files.client_authority {
        let pem = certificates(authority, |found| webpki::anchor_from_trusted_cert(found).map(|_anchor| ()))?;
        config = config.client_ca_root(Certificate::from_pem(pem));
    }
    // Each file by itself is sound; only building the whole tells whether they fit.
    match Server::builder().tls_config(config.clone()) {
        Ok(_fits) => Ok(config),
        Err(error) => Err(TlsError::Mismatch {
            certificate: files.certificate.clone(),
            key: files.key.clone(),
            problem: error.source().map_or_else(|| error.to_string(), ToString::to_string),
        }),
    }
}

fn read(path: &Path) -> Result<Vec<u8>, TlsError> {
    std::fs::read(path).map_err(|source| TlsError::Unreadable { path: path.to_owned(), source })
}

/// A file of at least one certificate, each of them fit for its use.
fn certificates(
    path: &Path,
    fits: impl Fn(&CertificateDer<'_>) -> Result<(), webpki::Error>,
) -> Result<Vec<u8>, TlsError> {
    let pem = read(path)?;
    let mut found = 0;
    for certificate in CertificateDer::pem_slice_iter(&pem) {
        let certificate = certificate.map_err(|error| content(path, "certificate", &error))?;
        fits(&certificate).map_err(|error| content(path, "certificate", &error))?;
        found += 1;
    }
    if found == 0 {
        return Err(content(path, "certificate", &"nothing of that kind is in it"));
    }
    Ok(pem)
}

fn content(path: &Path, wanted: &'static str, problem: &impl ToString) -> TlsError {
    TlsError::Content { path: path.to_owned(), wanted, problem: problem.to_string() }
}
