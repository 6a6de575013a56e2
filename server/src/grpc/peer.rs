//! Who is at the other end of a connection? The identity of a client certificate that TLS has verified.
//!
//! The first URI (as SPIFFE uses) or DNS name of the certificate; without either, the SHA-256 of the certificate, which
//! still tells one caller from another.

use std::sync::Arc;

use ring::digest;
use tonic::transport::CertificateDer;
use webpki::EndEntityCert;

/// Bytes of the digest that are shown; 64 bits tell the certificates of one installation apart.
const DIGEST_BYTES: usize = 8;

/// Name of the holder of a verified certificate.
pub(super) fn name(certificate: &CertificateDer<'_>) -> Arc<str> {
    let names = EndEntityCert::try_from(certificate).ok().and_then(|certificate| {
        let uri = certificate.valid_uri_names().next().map(str::to_owned);
        uri.or_else(|| certificate.valid_dns_names().next().map(str::to_owned))
    });
    names.map_or_else(|| Arc::from(fingerprint(certificate)), Arc::from)
}

fn fingerprint(certificate: &[u8]) -> String {
    let digest = digest::digest(&digest::SHA256, certificate);
    let shown = digest.as_ref().iter().take(DIGEST_BYTES);
    shown.fold("sha256:".to_owned(), |text, byte| text + &format!("{byte:02x}"))
}
