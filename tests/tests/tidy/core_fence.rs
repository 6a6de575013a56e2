//! Does the domain stay without clock, randomness, sockets, files, threads and async (DESIGN decision 2)?
//!
//! The list of dependencies keeps foreign crates out; this keeps the standard library's part of the world out.
//! Benchmarks beside the domain measure time and print; they are not part of it.

use podnet_workshop::sources::SourceFile;

use crate::{assert_none, rust_sources};

/// Parts of `std` that reach outside, as a segment of a path that begins with `std`.
const OUTSIDE: [&str; 12] = [
    "fs",
    "io",
    "env",
    "thread",
    "process",
    "os",
    "Instant",
    "SystemTime",
    "TcpStream",
    "TcpListener",
    "UdpSocket",
    "ToSocketAddrs",
];

/// Words that have no place in the domain, wherever they stand in code.
const WORDS: [&str; 12] = [
    "HashMap",
    "HashSet",
    "RandomState",
    "async",
    "await",
    "tokio",
    "rand",
    "println",
    "eprintln",
    "print",
    "eprint",
    "thread_local",
];

#[test]
fn the_domain_touches_nothing_outside() {
    let sources = rust_sources();
    let core: Vec<&SourceFile> =
        sources.iter().filter(|file| file.path.starts_with("server/core/src/")).collect();
    assert!(!core.is_empty(), "no source under server/core/src");
    let violations: Vec<String> =
        core.into_iter().flat_map(|file| reaches_outside(&file.path, &file.text)).collect();
    assert_none("the domain reaches outside", &violations);
}

#[test]
fn every_way_out_is_found() {
    for bad in [
        "use std::fs;",
        "use std::{\n    collections::BTreeMap,\n    time::{Duration, Instant},\n};",
        "fn now() { let t = std::time::SystemTime::now(); }",
        "use std::net::{IpAddr, TcpStream};",
        "let home = std::env::var(\"HOME\");",
        "std::thread::spawn(work);",
        "let m: HashMap<u8, u8>;",
        "pub async fn f() {}",
        "tokio::spawn(f());",
        "println!(\"{}\", x);",
    ] {
        assert_eq!(reaches_outside("bad.rs", bad).len(), 1, "{bad}");
    }
}

#[test]
fn what_only_looks_like_a_way_out_is_not() {
    for good in [
        "// a HashMap would not do: std::fs is not for us",
        "/// async readers print it\nfn f() {}",
        "let s = \"std::env \\\" println! HashMap\";",
        "let quote = '\"'; let fine = 1; // HashMap\n",
        "use std::net::{IpAddr, Ipv4Addr};\nuse std::time::Duration;",
        "let environment = operand.io + fs; use crate::fs::thing;",
    ] {
        assert_none(good, &reaches_outside("good.rs", good));
    }
}

fn reaches_outside(path: &str, text: &str) -> Vec<String> {
    let code = without_comments_and_strings(text);
    let words = words(&code).filter(|word| WORDS.contains(word)).map(|word| format!("{path}: {word}"));
    let paths = code.match_indices("std::").flat_map(|(start, _)| {
        // An import names a whole tree up to its semicolon; elsewhere a path ends with its last segment.
        let imported = code[..start].trim_end().ends_with("use");
        let rest = &code[start..];
        let inside = |c: char| if imported { c != ';' } else { c.is_alphanumeric() || c == '_' || c == ':' };
        let end = rest.find(|c| !inside(c)).unwrap_or(rest.len());
        let outside: Vec<&str> = self::words(&rest[..end]).filter(|word| OUTSIDE.contains(word)).collect();
        outside.into_iter().map(|word| format!("{path}: std {word}")).collect::<Vec<_>>()
    });
    words.chain(paths).collect()
}

fn words(code: &str) -> impl Iterator<Item = &str> {
    code.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty())
}

/// Blanks line comments and string literals, well enough for formatted code: block comments and raw strings that hold a
/// quote are read as code, which can only make the check stricter.
fn without_comments_and_strings(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let skipped = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("'\"'") {
            3
        } else if c == '"' {
            string_length(rest)
        } else {
            code.push(c);
            rest = &rest[c.len_utf8()..];
            continue;
        };
        code.push(' ');
        rest = &rest[skipped..];
    }
    code
}

/// Bytes of the string literal at the start, with both quotes.
fn string_length(literal: &str) -> usize {
    let mut escaped = false;
    for (at, c) in literal.char_indices().skip(1) {
        match c {
            '\\' if !escaped => escaped = true,
            '"' if !escaped => return at + 1,
            _ => escaped = false,
        }
    }
    literal.len()
}
