//! The contract of podnet: messages, services and descriptor set, generated from `proto/`.
//!
//! This crate answers one question: what goes over the wire? It holds no rule of the domain and no connection; whoever
//! parses, checks or sends these messages does it elsewhere. The meaning of every message, field and error is in the
//! comments of the `.proto` files, which are carried over here. `cargo xtask gen` writes `src/gen/`; building needs no
//! `protoc`.

#[rustfmt::skip]
#[expect(
    clippy::all,
    missing_docs,
    unused_qualifications,
    reason = "generated code follows the style of its generator"
)]
#[path = "gen/podnet.v1.rs"]
pub mod v1;

/// What the log contains. No client sees these messages; an export carries them as opaque bytes.
#[path = "gen"]
pub mod store {
    #[rustfmt::skip]
    #[expect(
        clippy::all,
        missing_docs,
        reason = "generated code follows the style of its generator"
    )]
    #[path = "podnet.store.v1.rs"]
    pub mod v1;
}

/// The public contract as an encoded `google.protobuf.FileDescriptorSet` with all imports and without comments: what
/// server reflection and dynamic clients read.
pub const FILE_DESCRIPTOR_SET: &[u8] = include_bytes!("gen/podnet.v1.binpb");
