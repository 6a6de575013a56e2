//! Why was there no answer of a server at all? Every cause, and what to do about it.
//!
//! Knows the settings of TLS; must not know the contract.

use std::error::Error as StdError;
use std::iter::successors;

use tonic::{Code, Status};

use crate::options::Tls;

/// Code and words of a status that no server has sent: its cause is on this side. The words name every cause, since the
/// outermost says no more than that something failed.
pub(crate) fn explain(status: &Status, cause: &(dyn StdError + 'static)) -> (Code, String) {
    let mut message = status.message().to_owned();
    // tonic reports its own timer as CANCELLED; to a caller an expired deadline is DEADLINE_EXCEEDED.
    if message == "Timeout expired" {
        return (Code::DeadlineExceeded, message);
    }
    for text in successors(Some(cause), |&cause| cause.source()).map(ToString::to_string) {
        if text != "transport error" && !message.contains(&text) {
            message = message + ": " + &text;
        }
    }
    // The transport's own codes tell how a connection broke, not what to do about it: the server was not reached, or its
    // answer was lost, which a caller knows as UNAVAILABLE.
    (Code::Unavailable, message)
}

/// What may help where a connection failed with these words. The alert that says why a TLS connection ends can be lost
/// with it, so this goes by the settings first.
pub(crate) fn advice(message: &str, tls: Option<&Tls>) -> &'static str {
    match tls {
        _ if message.contains("tcp connect error") => "is podnetd running there?",
        None => "if podnetd serves TLS there, use https:// and give the authority of its certificate",
        Some(_) if message.contains("InvalidContentType") => "it does not serve TLS; use http://",
        Some(_) if message.contains("invalid peer certificate") => {
            "give the authority that signed the server's certificate, and the name in it if it is not that of the address"
        }
        Some(tls) if tls.certificate_pem.is_none() => {
            "if it wants to know its clients, give a certificate and its key"
        }
        Some(_) => {
            "if it does not accept the client's certificate, give one that its client authority has signed"
        }
    }
}
