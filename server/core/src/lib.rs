//! The domain of podnet: addresses, nodes, routes and flows, without any I/O.
