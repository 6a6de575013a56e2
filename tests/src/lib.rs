//! Integration tests of podnet.
