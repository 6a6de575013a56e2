//! Why was there no answer of a server at all? Every cause, and what to do about it.
//!
//! Knows the connection's settings; must not know the contract.

use std::error::Error as StdError;

use tonic::{Code, Status};

use crate::options::Options;

/// Code and words of a status that no server has sent: its cause is on this side. The words name every cause, since the
/// outermost says no more than that something failed.
pub(crate) fn explain(status: &Status, cause: &(dyn StdError + 'static)) -> (Code, String) {
    // tonic reports its own timer as CANCELLED; to a caller an expired deadline is DEADLINE_EXCEEDED.
    if status.message() == "Timeout expired" {
        return (Code::DeadlineExceeded, status.message().to_owned());
    }
    let mut message = status.message().to_owned();
    let mut next = Some(cause);
    while let Some(cause) = next {
        let text = cause.to_string();
        if text != "transport error" && !message.contains(&text) {
            message = message + ": " + &text;
        }
        next = cause.source();
    }
    // The transport's own codes tell how a connection broke, not what to do about it: the server was not reached, or its
    // answer was lost, which a caller knows as UNAVAILABLE.
    (Code::Unavailable, message)
}

/// What may help where a connection failed with these words. The alert that says why a TLS connection ends can be lost
/// with it, so this goes by the settings first.
pub(crate) fn advice(message: &str, options: &Options) -> &'static str {
    let Some(tls) = &options.tls else {
        return if message.contains("tcp connect error") {
            "is podnetd running there?"
        } else {
            "if podnetd serves TLS there, use https:// and give the authority of its certificate"
        };
    };
    if message.contains("tcp connect error") {
        "is podnetd running there?"
    } else if message.contains("InvalidContentType") {
        "it does not serve TLS; use http://"
    } else if message.contains("invalid peer certificate") {
        "give the authority that signed the server's certificate, and the name in it if it is not that of the address"
    } else if tls.certificate_pem.is_none() {
        "if it wants to know its clients, give a certificate and its key"
    } else {
        "if it does not accept the client's certificate, give one that its client authority has signed"
    }
}
