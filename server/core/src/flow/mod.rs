//! What happens to a packet on its way. Not offered yet.
