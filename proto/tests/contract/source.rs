//! What is in a contract, with its comments? Knows no rule.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use prost_types::{DescriptorProto, FileDescriptorProto, FileDescriptorSet};

/// Numbers of the fields of the descriptor messages, of which the paths of comments are made.
mod path {
    pub(crate) const FILE_MESSAGE: i32 = 4;
    pub(crate) const FILE_ENUM: i32 = 5;
    pub(crate) const FILE_SERVICE: i32 = 6;
    pub(crate) const MESSAGE_FIELD: i32 = 2;
    pub(crate) const MESSAGE_ONEOF: i32 = 8;
    pub(crate) const ENUM_VALUE: i32 = 2;
    pub(crate) const SERVICE_METHOD: i32 = 2;
}

/// Kinds of elements that have a comment.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Message,
    Field,
    Oneof,
    Enum,
    EnumValue,
    Service,
    Method,
}

/// One element with its full name and its comment, which is empty if there is none.
pub(crate) struct Element {
    pub(crate) kind: Kind,
    pub(crate) name: String,
    pub(crate) comment: String,
}

/// A compiled contract.
pub(crate) struct Contract {
    pub(crate) set: FileDescriptorSet,
    /// Code of each reason, by its name without prefix, always of the public contract.
    reasons: BTreeMap<String, String>,
}

impl Contract {
    /// The contract that this crate is made of.
    pub(crate) fn public() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut files: Vec<PathBuf> =
            std::fs::read_dir(root.join("podnet/v1")).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        let set = compile(root, &files);
        let reasons = reasons(&set);
        Self { set, reasons }
    }

    /// The contract that breaks every rule.
    pub(crate) fn broken() -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/contract");
        let set = compile(&folder, &[folder.join("broken.proto")]);
        Self { set, reasons: Self::public().reasons }
    }

    /// Reasons without prefix, each with its code.
    pub(crate) fn reasons(&self) -> &BTreeMap<String, String> {
        &self.reasons
    }

    /// Files of podnet, without imported ones.
    pub(crate) fn files(&self) -> impl Iterator<Item = &FileDescriptorProto> {
        self.set.file.iter().filter(|file| file.package().starts_with("podnet."))
    }

    /// A message by its fully qualified name with a leading dot.
    pub(crate) fn message(&self, name: &str) -> &DescriptorProto {
        self.files()
            .flat_map(|file| file.message_type.iter().map(move |message| (file, message)))
            .find(|(file, message)| format!(".{}.{}", file.package(), message.name()) == name)
            .map(|(_, message)| message)
            .unwrap()
    }

    /// All elements in the order of the files.
    pub(crate) fn elements(&self) -> Vec<Element> {
        self.files().flat_map(elements_of).collect()
    }
}

fn compile(include: &Path, files: &[PathBuf]) -> FileDescriptorSet {
    let mut compiler = protox::Compiler::new([include]).unwrap();
    compiler.include_imports(true).include_source_info(true).open_files(files).unwrap();
    compiler.file_descriptor_set()
}

/// The comment of each value of `ErrorReason` says its code.
fn reasons(set: &FileDescriptorSet) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for element in set.file.iter().flat_map(elements_of).filter(|element| element.kind == Kind::EnumValue) {
        if let Some(reason) = element.name.strip_prefix("podnet.v1.ErrorReason.ERROR_REASON_") {
            let words = element.comment.replace('\n', " ");
            let code =
                words.split_once(" Code ").and_then(|(_, rest)| rest.split_once('.')).map(|(code, _)| code);
            found.insert(reason.to_owned(), code.unwrap_or_default().to_owned());
        }
    }
    found.remove("UNSPECIFIED");
    found
}

fn elements_of(file: &FileDescriptorProto) -> Vec<Element> {
    let comments: BTreeMap<&[i32], &str> = file
        .source_code_info
        .iter()
        .flat_map(|info| &info.location)
        .map(|location| (location.path.as_slice(), location.leading_comments()))
        .collect();
    let mut elements = Vec::new();
    let mut add = |kind, name: String, path: &[i32]| {
        let comment = comments.get(path).copied().unwrap_or_default().trim().to_owned();
        elements.push(Element { kind, name, comment });
    };
    for (i, message) in (0..).zip(&file.message_type) {
        let name = format!("{}.{}", file.package(), message.name());
        add(Kind::Message, name.clone(), &[path::FILE_MESSAGE, i]);
        for (j, field) in (0..).zip(&message.field) {
            let path = [path::FILE_MESSAGE, i, path::MESSAGE_FIELD, j];
            add(Kind::Field, format!("{name}.{}", field.name()), &path);
        }
        // An optional field is a oneof of its own, without a place in the source.
        let synthetic = |j: i32| {
            message.field.iter().any(|field| field.proto3_optional() && field.oneof_index == Some(j))
        };
        for (j, oneof) in (0..).zip(&message.oneof_decl).filter(|(j, _)| !synthetic(*j)) {
            let path = [path::FILE_MESSAGE, i, path::MESSAGE_ONEOF, j];
            add(Kind::Oneof, format!("{name}.{}", oneof.name()), &path);
        }
    }
    for (i, enumeration) in (0..).zip(&file.enum_type) {
        let name = format!("{}.{}", file.package(), enumeration.name());
        add(Kind::Enum, name.clone(), &[path::FILE_ENUM, i]);
        for (j, value) in (0..).zip(&enumeration.value) {
            let path = [path::FILE_ENUM, i, path::ENUM_VALUE, j];
            add(Kind::EnumValue, format!("{name}.{}", value.name()), &path);
        }
    }
    for (i, service) in (0..).zip(&file.service) {
        add(Kind::Service, format!("{}.{}", file.package(), service.name()), &[path::FILE_SERVICE, i]);
        for (j, method) in (0..).zip(&service.method) {
            let path = [path::FILE_SERVICE, i, path::SERVICE_METHOD, j];
            add(Kind::Method, format!("{}.{}", service.name(), method.name()), &path);
        }
    }
    elements
}
