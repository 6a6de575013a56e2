//! The contract of podnet: messages, services and descriptor set.
