//! Which steps belong to one hop, and where does the packet change?

use podnet::v1::{self, StepKind};

use super::place::Place;
use super::question::Question;
use super::said::{self, Said};
use super::tuple::tuple;

/// A step, told.
#[derive(Debug, Clone)]
pub struct Told<'a> {
    /// The step.
    pub step: &'a v1::TraceStep,
    /// Its words.
    pub said: Said,
    /// The packet, where it is new and the words do not have it.
    pub packet: Option<String>,
}

/// Steps that follow each other at one place.
#[derive(Debug, Clone)]
pub struct Hop<'a> {
    /// The place.
    pub place: Place,
    /// The steps, at least one.
    pub steps: Vec<Told<'a>>,
    /// The packet as it leaves.
    pub leaves: Option<&'a v1::Packet>,
}

/// The hops of a branch. Without `all`, steps that only say that nothing stands in the way are left out.
#[must_use]
pub fn hops<'a>(trace: &'a v1::Trace, question: &Question, all: bool) -> Vec<Hop<'a>> {
    let mut hops: Vec<(&str, Hop<'a>)> = Vec::new();
    let mut shown: Option<&v1::Packet> = None;
    let mut written = String::new();
    for step in trace.steps.iter().filter(|step| all || !said::is_detail(step)) {
        let said = said::said(step, question);
        let now = step.after.as_ref().or(step.before.as_ref());
        shown = now.or(shown);
        let current = shown.map(tuple).unwrap_or_default();
        let packet = (current != written && !said.rewrites).then(|| current.clone());
        written = current;
        let told = Told { step, said, packet };
        match hops.last_mut() {
            Some((place, hop)) if *place == step.place => {
                hop.steps.push(told);
                hop.leaves = shown;
            }
            Some(_) | None => {
                let place = Place::new(&step.place, question);
                hops.push((&step.place, Hop { place, steps: vec![told], leaves: shown }));
            }
        }
    }
    if !all {
        hops.iter_mut().for_each(|(_, hop)| leave_out_arrival(hop));
    }
    hops.into_iter().map(|(_, hop)| hop).collect()
}

/// That a packet arrives is said by the hop itself.
fn leave_out_arrival(hop: &mut Hop<'_>) {
    if hop.steps.len() > 1 {
        hop.steps.retain(|told| !is_arrival(told.step.kind()) || told.packet.is_some());
    }
}

fn is_arrival(kind: StepKind) -> bool {
    kind.as_str_name().starts_with("STEP_KIND_ARRIVE_AT_")
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn steps_at_one_place_are_one_hop() {
        let result = sample::result();
        let question = sample::question();
        let places = |all: bool| -> Vec<(String, usize)> {
            let hops = hops(&result.forward_traces[0], &question, all);
            hops.iter().map(|hop| (hop.place.label(), hop.steps.len())).collect()
        };
        let expected = [("pod shop/web-1", 1), ("node aks-0", 1), ("subnet nodes", 1), ("vm sql-1", 1)];
        assert_eq!(places(false), expected.map(|(place, steps)| (place.to_owned(), steps)));
        assert_eq!(places(true)[1], ("node aks-0".to_owned(), 2));
    }

    #[test]
    fn the_packet_is_shown_where_it_is_new() {
        let result = sample::result();
        let hops = hops(&result.forward_traces[0], &sample::question(), false);
        let packets: Vec<Option<&str>> =
            hops.iter().flat_map(|hop| &hop.steps).map(|told| told.packet.as_deref()).collect();
        assert_eq!(packets, [Some("10.244.0.10:41000 -> 10.250.1.10:443"), None, None, None]);
    }
}
