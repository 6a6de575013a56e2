//! A space of numbers in the model: a map of what is not free, searched number by number.

use std::collections::BTreeMap;

use podnet_core::Reason;

/// What a number is, if it is not free.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taken {
    /// Kept by the platform.
    Platform,
    /// Part of a reservation.
    Claimed(u8),
    /// Held, by a name.
    Held(String),
    /// Given back; free again at this second.
    Cooling(u64),
}

/// A space of numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Space {
    /// Lowest number.
    pub low: u128,
    /// Highest number.
    pub high: u128,
    /// What is not free.
    pub taken: BTreeMap<u128, Taken>,
    /// Where the next search in turn begins.
    pub cursor: u128,
}

impl Space {
    pub(super) fn new(low: u128, high: u128) -> Self {
        Self { low, high, taken: BTreeMap::new(), cursor: low }
    }

    pub(super) fn free(&self, number: u128) -> bool {
        number >= self.low && number <= self.high && !self.taken.contains_key(&number)
    }

    /// Count of free numbers.
    pub fn free_count(&self) -> u128 {
        self.high - self.low + 1 - self.taken.len() as u128
    }

    pub(super) fn in_turn(&self) -> Option<u128> {
        (self.cursor..=self.high).chain(self.low..self.cursor).find(|number| self.free(*number))
    }

    pub(super) fn lowest(&self) -> Option<u128> {
        (self.low..=self.high).find(|number| self.free(*number))
    }

    pub(super) fn hold(&mut self, number: u128, holder: String) {
        self.taken.insert(number, Taken::Held(holder));
        self.cursor = if number == self.high { self.low } else { number + 1 };
    }

    pub(super) fn refuse(&self, number: u128) -> Result<(), Reason> {
        if number < self.low || number > self.high {
            return Err(Reason::AddressOutOfPool);
        }
        match self.taken.get(&number) {
            None => Ok(()),
            Some(Taken::Held(_)) => Err(Reason::AddressInUse),
            Some(Taken::Platform | Taken::Claimed(_)) => Err(Reason::AddressReserved),
            Some(Taken::Cooling(_)) => Err(Reason::AddressCoolingDown),
        }
    }
}

/// Maximal runs of free numbers.
pub(super) fn holes(space: &Space) -> Vec<(u128, u128)> {
    let mut holes: Vec<(u128, u128)> = Vec::new();
    for number in space.low..=space.high {
        if !space.free(number) {
            continue;
        }
        match holes.last_mut() {
            Some((_, high)) if *high + 1 == number => *high = number,
            _ => holes.push((number, number)),
        }
    }
    holes
}
