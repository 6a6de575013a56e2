//! What do the messages of the contract look like? Methods by name, and JSON in one form whoever wrote it.

use std::sync::OnceLock;

use prost::Message as _;
use prost_reflect::prost_types::{DescriptorProto, FileDescriptorProto, FileDescriptorSet};
use prost_reflect::{
    DescriptorPool, DeserializeOptions, DynamicMessage, MessageDescriptor, MethodDescriptor, SerializeOptions,
};
use serde_json::Value;

/// The pool of the public contract.
///
/// # Panics
/// Never: the set is built into the client.
pub fn pool() -> &'static DescriptorPool {
    static POOL: OnceLock<DescriptorPool> = OnceLock::new();
    POOL.get_or_init(|| {
        let mut pool = DescriptorPool::decode(podnet::FILE_DESCRIPTOR_SET).unwrap_or_default();
        // Details of errors travel as `Any`, whose JSON needs their descriptors.
        let details = FileDescriptorSet::decode(tonic_types::pb::FILE_DESCRIPTOR_SET).unwrap_or_default();
        let known = |file: &FileDescriptorProto| {
            let full = |message: &DescriptorProto| format!("{}.{}", file.package(), message.name());
            file.message_type.iter().any(|message| pool.get_message_by_name(&full(message)).is_some())
        };
        let new: Vec<_> = details.file.into_iter().filter(|file| !known(file)).collect();
        // Without them only those details have no JSON.
        let _incomplete = pool.add_file_descriptor_protos(new).is_err();
        pool
    })
}

/// A method by its path (`podnet.v1.IpamService/AllocateAddress`) or its name alone, which is unique.
///
/// # Errors
/// There is none.
pub fn method(name: &str) -> Result<MethodDescriptor, String> {
    let last = name.rsplit('/').next().unwrap_or(name);
    pool()
        .services()
        .flat_map(|service| service.methods().collect::<Vec<_>>())
        .find(|method| method.name() == last)
        .ok_or_else(|| format!("the contract has no method `{name}`"))
}

/// The path of a method, as the harness and the wire have it, without the leading slash.
#[must_use]
pub fn path(method: &MethodDescriptor) -> String {
    format!("{}/{}", method.parent_service().full_name(), method.name())
}

/// A message by its name in `podnet.v1`.
///
/// # Errors
/// There is none.
pub fn message(name: &str) -> Result<MessageDescriptor, String> {
    let full = format!("podnet.v1.{name}");
    pool().get_message_by_name(&full).ok_or_else(|| format!("the contract has no message `{full}`"))
}

/// Reads a message from JSON of any protobuf flavour.
///
/// # Errors
/// What does not fit.
pub fn read(descriptor: &MessageDescriptor, json: &Value) -> Result<DynamicMessage, String> {
    let options = DeserializeOptions::new().deny_unknown_fields(true);
    DynamicMessage::deserialize_with_options(descriptor.clone(), json, &options)
        .map_err(|error| format!("{}: {error}", descriptor.full_name()))
}

/// A message as JSON with proto names and with defaults.
///
/// # Errors
/// A message that has no JSON.
pub fn show(message: &DynamicMessage) -> Result<Value, String> {
    let options = SerializeOptions::new().use_proto_field_name(true).skip_default_fields(false);
    message.serialize_with_options(serde_json::value::Serializer, &options).map_err(|error| error.to_string())
}

/// JSON of a message, whoever wrote it, in the form of [`show`].
///
/// # Errors
/// What does not fit.
pub fn normal(descriptor: &MessageDescriptor, json: &Value) -> Result<Value, String> {
    show(&read(descriptor, json)?)
}

/// The bytes of a message from JSON.
///
/// # Errors
/// What does not fit.
pub fn encode(descriptor: &MessageDescriptor, json: &Value) -> Result<Vec<u8>, String> {
    Ok(read(descriptor, json)?.encode_to_vec())
}

/// Bytes of a message as JSON, in the form of [`show`].
///
/// # Errors
/// Bytes of something else.
pub fn decode(descriptor: &MessageDescriptor, bytes: &[u8]) -> Result<Value, String> {
    let message = DynamicMessage::decode(descriptor.clone(), bytes).map_err(|error| error.to_string())?;
    show(&message)
}

/// The message of the items of a list: the type of the response's first field.
///
/// # Errors
/// The method is no list.
pub fn item(method: &MethodDescriptor) -> Result<MessageDescriptor, String> {
    let field = method.output().get_field(1).filter(prost_reflect::FieldDescriptor::is_list);
    let kind = field.map(|field| field.kind());
    kind.and_then(|kind| kind.as_message().cloned()).ok_or_else(|| format!("{} is no list", method.name()))
}
