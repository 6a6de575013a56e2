//! The podnet server, podnetd.
