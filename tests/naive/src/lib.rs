//! Random networks and flows, and a slow, obvious second judge of what happens to them.
//!
//! [`generate`] makes states from seeds and [`flows`] the flows that are tried in them; both serve the kernel lab and the
//! proof too. The judge is written from the rules of the platform and reads nothing of the domain but its state: no
//! route lookup, no forwarding code, no cache (DESIGN D5).

pub mod compare;
pub mod flows;
pub mod generate;
pub mod judge;
pub mod random;
pub mod shrink;
pub mod trial;
pub mod world;

pub use compare::{Difference, difference};
pub use flows::Ends;
pub use generate::Limits;
pub use judge::judge;
pub use random::Random;
pub use world::World;
