//! Command line of podnet.
