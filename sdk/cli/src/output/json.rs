//! How does a message become JSON or YAML? By the protobuf JSON mapping, from the descriptor set of the contract.

use std::sync::LazyLock;

use prost::Message;
use prost_reflect::{DescriptorPool, DynamicMessage, SerializeOptions};
use serde_json::Value;

use crate::exit::Failure;

static POOL: LazyLock<Result<DescriptorPool, String>> =
    LazyLock::new(|| DescriptorPool::decode(podnet::FILE_DESCRIPTOR_SET).map_err(|error| error.to_string()));

fn descriptor(message: &str) -> Result<prost_reflect::MessageDescriptor, Failure> {
    let pool = POOL.as_ref().map_err(|error| Failure::Render(format!("descriptor set: {error}")))?;
    pool.get_message_by_name(&format!("podnet.v1.{message}"))
        .ok_or_else(|| Failure::Render(format!("podnet.v1.{message} is not in the descriptor set")))
}

/// The message as a JSON value; `name` is its name in `podnet.v1`. Fields at their default are left out, enums are names.
pub fn value(name: &str, message: &impl Message) -> Result<Value, Failure> {
    let bytes = message.encode_to_vec();
    let dynamic = DynamicMessage::decode(descriptor(name)?, bytes.as_slice())
        .map_err(|error| Failure::Render(format!("{name}: {error}")))?;
    dynamic
        .serialize_with_options(serde_json::value::Serializer, &SerializeOptions::new())
        .map_err(|error| Failure::Render(format!("{name}: {error}")))
}

/// The message that JSON or YAML text says. Every JSON text is YAML too.
pub fn parse<M: Message + Default>(name: &str, text: &str) -> Result<M, Failure> {
    let invalid = |error: String| Failure::usage(format!("not a {name}: {error}"));
    let value: Value = serde_norway::from_str(text).map_err(|error| invalid(error.to_string()))?;
    let dynamic =
        DynamicMessage::deserialize(descriptor(name)?, value).map_err(|error| invalid(error.to_string()))?;
    M::decode(dynamic.encode_to_vec().as_slice()).map_err(|error| invalid(error.to_string()))
}

/// JSON of two-space indentation.
pub fn pretty(value: &Value) -> Result<String, Failure> {
    let text = serde_json::to_string_pretty(value).map_err(|error| Failure::Render(error.to_string()))?;
    Ok(text + "\n")
}

/// JSON on one line.
pub fn line(value: &Value) -> Result<String, Failure> {
    let text = serde_json::to_string(value).map_err(|error| Failure::Render(error.to_string()))?;
    Ok(text + "\n")
}

/// YAML.
pub fn yaml(value: &Value) -> Result<String, Failure> {
    serde_norway::to_string(value).map_err(|error| Failure::Render(error.to_string()))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use podnet::v1;

    use super::*;

    #[test]
    fn messages_follow_the_json_mapping_and_come_back() {
        let subnet = v1::Subnet {
            name: "networks/vnet/subnets/nodes".into(),
            address_prefixes: vec!["10.240.0.0/16".into()],
            cooldown: Some(prost_types::Duration { seconds: 30, nanos: 0 }),
            meta: Some(v1::Meta { revision: 812, ..Default::default() }),
            ..Default::default()
        };
        let json = value("Subnet", &subnet).unwrap();
        let expected = r#"{"name":"networks/vnet/subnets/nodes","meta":{"revision":"812"},"addressPrefixes":["10.240.0.0/16"],"cooldown":"30s"}"#;
        assert_eq!(json, serde_json::from_str::<Value>(expected).unwrap());
        assert_eq!(parse::<v1::Subnet>("Subnet", expected).unwrap(), subnet);
        assert_eq!(parse::<v1::Subnet>("Subnet", &yaml(&json).unwrap()).unwrap(), subnet);
    }

    #[test]
    fn unknown_fields_are_refused() {
        assert!(parse::<v1::Subnet>("Subnet", "prefix: 10.0.0.0/8").is_err());
    }
}
