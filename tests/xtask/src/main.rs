//! Tasks of the podnet repository.
fn main() {}
