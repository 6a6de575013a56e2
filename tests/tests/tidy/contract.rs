//! Does the contract say of every reason for a refusal when it is sent, with which code, and what to do?

use podnet_workshop::sources::with_extension;

use crate::assert_none;

/// The enum whose values stand in `ErrorInfo.reason`.
const REASONS: &str = "enum ErrorReason {";

#[test]
fn every_error_reason_is_documented() {
    let protos = with_extension(&podnet_workshop::root(), &["proto"]).expect("readable tree");
    let reasons: Vec<_> = protos.iter().filter(|file| file.text.contains(REASONS)).collect();
    assert_eq!(reasons.len(), 1, "one file has `{REASONS}`");
    assert_none("reasons without a comment that names the code", &undocumented(&reasons[0].text));
}

#[test]
fn a_reason_without_its_documentation_is_found() {
    let text = "enum Other { A = 0; }\nenum ErrorReason {\n  // Unset.\n  ERROR_REASON_UNSPECIFIED = 0;\n\n  \
                // Documented.\n  // Code NOT_FOUND. Metadata: `name` = what is missing.\n  GONE = 1;\n  BARE = 2;\n  \
                // Says little.\n  VAGUE = 3;\n  // Too far. Code ABORTED.\n\n  FAR = 4;\n}\n";
    assert_eq!(undocumented(text), ["BARE", "VAGUE", "FAR"]);
}

/// Values of the enum of reasons whose line does not follow a comment with a `Code`; the first value is never sent.
fn undocumented(proto: &str) -> Vec<String> {
    let body = proto.split_once(REASONS).map_or("", |(_, rest)| rest);
    let body = body.split_once("\n}").map_or(body, |(body, _)| body);
    let mut poor = Vec::new();
    let mut comment = String::new();
    for line in body.lines().map(str::trim) {
        if let Some(more) = line.strip_prefix("//") {
            comment.push_str(more);
            continue;
        }
        if let Some((name, _)) = line.split_once(" = ")
            && !name.ends_with("_UNSPECIFIED")
            && !comment.contains(" Code ")
        {
            poor.push(name.to_owned());
        }
        comment.clear();
    }
    poor
}
