//! Which scenarios are tried besides the kept ones: seeded random ones, with the faults that people make.
//!
//! A seed gives the same scenario again, and a scenario is text like the kept ones. Each file of the folder makes one part
//! of it, in the order in which they come about. Must not know what is predicted.

mod filters;
mod flows;
mod routes;
mod services;
mod topology;

use podnet_naive::Random;

use crate::scenario::Scenario;
use topology::Ground;

/// The scenario of a seed.
#[must_use]
pub fn scenario(seed: u64) -> Scenario {
    let mut random = Random::new(seed);
    let mut scenario = Scenario { title: format!("random {seed}"), ..Scenario::default() };
    let ground = Ground::some(&mut random);
    topology::topology(&mut scenario, &mut random, &ground);
    services::services(&mut scenario, &mut random, &ground);
    routes::routes(&mut scenario, &mut random, &ground);
    filters::filters(&mut scenario, &mut random, &ground);
    flows::flows(&mut scenario, &mut random, &ground);
    scenario
}

#[cfg(test)]
mod tests {
    use super::scenario;
    use crate::scenario::parse::parse;
    use crate::scenario::state::state;

    #[test]
    fn a_random_scenario_is_legal_and_reads_back_as_it_is_written() {
        for seed in 0..500 {
            let made = scenario(seed);
            let read = parse(&made.to_string()).unwrap_or_default();
            assert_eq!(read.as_slice(), std::slice::from_ref(&made), "seed {seed}");
            let built = state(&made);
            assert!(built.is_ok(), "seed {seed}: {:?}\n{made}", built.err());
        }
    }
}
