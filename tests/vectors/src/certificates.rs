//! Where do certificates come from? Made for each run, so that none is kept in the tree and none expires.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rcgen::{
    BasicConstraints, CertificateParams, CertifiedIssuer, DnType, ExtendedKeyUsagePurpose, IsCa, KeyPair,
    KeyUsagePurpose,
};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::server::WebPkiClientVerifier;
use tokio_rustls::rustls::{RootCertStore, ServerConfig};

type Problem = Box<dyn std::error::Error + Send + Sync>;

/// Files of a run: an authority, a stranger's, and what they signed.
#[derive(Debug)]
pub struct Certificates {
    folder: PathBuf,
}

/// Whom a server lets in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clients {
    /// Everybody.
    All,
    /// Those of the authority.
    Known,
}

impl Certificates {
    /// Makes the files in a folder: `authority.pem`, `stranger.pem`, `client.crt`, `client.key`, `other.crt`, `other.key`
    /// (a client of the stranger), and servers for `localhost` and for `podnet.internal`.
    ///
    /// # Errors
    /// The folder cannot be written.
    pub fn make(folder: &Path) -> Result<Self, Problem> {
        let (ours, theirs) = (authority(folder, "authority")?, authority(folder, "stranger")?);
        let usage = ExtendedKeyUsagePurpose::ServerAuth;
        sign(folder, &ours, "server", &["localhost", "127.0.0.1"], usage.clone())?;
        sign(folder, &ours, "named", &["podnet.internal"], usage)?;
        sign(folder, &ours, "client", &["client.podnet.test"], ExtendedKeyUsagePurpose::ClientAuth)?;
        sign(folder, &theirs, "other", &["client.podnet.test"], ExtendedKeyUsagePurpose::ClientAuth)?;
        Ok(Self { folder: folder.to_owned() })
    }

    /// The path of a file.
    #[must_use]
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// What a server with the certificate `name` speaks.
    ///
    /// # Errors
    /// The files are damaged.
    pub fn acceptor(&self, name: &str, clients: Clients) -> Result<TlsAcceptor, Problem> {
        let chain = CertificateDer::pem_file_iter(self.file(&format!("{name}.crt")))?
            .collect::<Result<Vec<_>, _>>()?;
        let key = PrivateKeyDer::from_pem_file(self.file(&format!("{name}.key")))?;
        let provider = Arc::new(tokio_rustls::rustls::crypto::ring::default_provider());
        let builder =
            ServerConfig::builder_with_provider(provider.clone()).with_safe_default_protocol_versions()?;
        let builder = match clients {
            Clients::All => builder.with_no_client_auth(),
            Clients::Known => {
                let mut roots = RootCertStore::empty();
                roots.add(CertificateDer::from_pem_file(self.file("authority.pem"))?)?;
                let verifier =
                    WebPkiClientVerifier::builder_with_provider(Arc::new(roots), provider).build()?;
                builder.with_client_cert_verifier(verifier)
            }
        };
        let mut config = builder.with_single_cert(chain, key)?;
        config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
        Ok(TlsAcceptor::from(Arc::new(config)))
    }
}

fn authority(folder: &Path, name: &str) -> Result<CertifiedIssuer<'static, KeyPair>, Problem> {
    let mut params = CertificateParams::new(Vec::<String>::new())?;
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::DigitalSignature];
    // Clients look an authority up by its name, so each has its own.
    params.distinguished_name.push(DnType::CommonName, format!("podnet test {name}"));
    let issuer = CertifiedIssuer::self_signed(params, KeyPair::generate()?)?;
    std::fs::write(folder.join(name).with_extension("pem"), issuer.pem())?;
    Ok(issuer)
}

fn sign(
    folder: &Path,
    issuer: &CertifiedIssuer<'static, KeyPair>,
    file: &str,
    names: &[&str],
    usage: ExtendedKeyUsagePurpose,
) -> Result<(), Problem> {
    let mut params = CertificateParams::new(names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>())?;
    params.extended_key_usages = vec![usage];
    let key = KeyPair::generate()?;
    let certificate = params.signed_by(&key, issuer)?;
    std::fs::write(folder.join(file).with_extension("crt"), certificate.pem())?;
    std::fs::write(folder.join(file).with_extension("key"), key.serialize_pem())?;
    Ok(())
}
