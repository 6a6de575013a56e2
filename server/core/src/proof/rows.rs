//! Which route does a table choose for a range of destinations, piece by piece?
//!
//! The rows of one route table (or of none), as a subnet with that table sees them: user rows and the platform's. Every
//! row is a prefix, so the choice changes only where a row begins or ends; the pieces between are the atoms of
//! flow-tracing.md 6.2. Costs a few look-ups for each piece, whatever the size of the table. This module must not know
//! what a range is for.

use super::by_family::{ByFamily, Form, Key};
use super::few::Few;
use crate::address::Family;
use crate::model::NextHop;
use crate::name::Segment;
use crate::prefix::Prefix;
use crate::routes::EffectiveNextHop;

/// Key of a row: family, first number, length.
pub(super) type RowKey = (Family, u128, u8);

impl Key for RowKey {
    /// Number and length.
    type Four = u64;
    type Six = (u128, u8);

    fn form(self) -> Form<u64, (u128, u8)> {
        let (family, first, length) = self;
        match family {
            #[expect(clippy::cast_possible_truncation, reason = "a number of IPv4 has 32 bits")]
            Family::V4 => Form::Four((first as u64) << 8 | u64::from(length)),
            Family::V6 => Form::Six((first, length)),
        }
    }

    fn of(form: Form<u64, (u128, u8)>) -> Self {
        match form {
            #[expect(clippy::cast_possible_truncation, reason = "the length is the last byte")]
            Form::Four(key) => (Family::V4, u128::from(key >> 8), key as u8),
            Form::Six((first, length)) => (Family::V6, first, length),
        }
    }
}

/// The key of a prefix.
pub(super) fn key_of(prefix: &Prefix) -> RowKey {
    (prefix.family(), prefix.first_number(), prefix.length())
}

/// Last number of a row.
pub(super) fn last_of((family, first, length): RowKey) -> u128 {
    let bits = family.bits() - length;
    if bits == 128 { u128::MAX } else { first | ((1 << bits) - 1) }
}

/// First number of the block of a length that holds a number.
fn start_of(family: Family, number: u128, length: u8) -> u128 {
    match family.bits() - length {
        128 => 0,
        bits => number >> bits << bits,
    }
}

/// A user route by name. A table holds one for each prefix; a second one can only come from outside of the rules and
/// then the first by name counts, as in [`crate::routes::effective`].
pub(super) type UserRows = Few<(Segment, NextHop)>;

/// Where a piece leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Choice<'a> {
    /// To the next hop of a user route.
    User(NextHop),
    /// To that of a row of the platform.
    Platform(&'a EffectiveNextHop),
    /// No row matches.
    Nothing,
}

/// A piece of a range with one choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece<'a> {
    /// First number.
    pub(super) first: u128,
    /// Last number.
    pub(super) last: u128,
    /// The choice.
    pub(super) choice: Choice<'a>,
}

/// User rows of one length.
#[derive(Clone, Copy, Debug)]
struct Length {
    family: Family,
    length: u8,
    count: u32,
    /// First and last start of any row since the first one came: nothing is beyond.
    span: (u128, u128),
}

/// What was once there does not matter.
impl PartialEq for Length {
    fn eq(&self, other: &Self) -> bool {
        (self.family, self.length, self.count) == (other.family, other.length, other.count)
    }
}

/// The rows of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Rows {
    users: ByFamily<RowKey, UserRows>,
    /// Lengths of user rows, rising.
    lengths: Vec<Length>,
    /// Rows of the platform that take part, the longest first.
    platform: Vec<PlatformRow>,
}

/// A row of the platform.
#[derive(Clone, Debug, PartialEq)]
struct PlatformRow {
    key: RowKey,
    last: u128,
    next_hop: EffectiveNextHop,
}

impl PlatformRow {
    fn holds(&self, family: Family, number: u128) -> bool {
        self.key.1 <= number && number <= self.last && self.key.0 == family
    }
}

impl Rows {
    /// The rows of some user routes.
    pub(super) fn of(routes: impl Iterator<Item = (RowKey, Segment, NextHop)>) -> Self {
        let mut all: Vec<(RowKey, UserRows)> =
            routes.map(|(key, name, hop)| (key, Few::One((name, hop)))).collect();
        all.sort_by_key(|(key, _)| *key);
        let mut rows = Self::default();
        if all.windows(2).any(|pair| pair[0].0 == pair[1].0) {
            for (key, named) in all {
                named.iter().for_each(|(name, hop)| rows.insert(key, name.clone(), *hop));
            }
            return rows;
        }
        all.iter().for_each(|(key, _)| rows.count(*key));
        rows.users = all.into_iter().collect();
        rows
    }

    /// Counts one more row.
    fn count(&mut self, (family, first, length): RowKey) {
        match self.lengths.binary_search_by_key(&(family, length), |of| (of.family, of.length)) {
            Ok(index) => {
                let of = &mut self.lengths[index];
                of.count += 1;
                of.span = (of.span.0.min(first), of.span.1.max(first));
            }
            Err(index) => {
                self.lengths.insert(index, Length { family, length, count: 1, span: (first, first) });
            }
        }
    }

    /// Puts a user route in.
    pub(super) fn insert(&mut self, key: RowKey, name: Segment, next_hop: NextHop) {
        let Some(rows) = self.users.get_mut(&key) else {
            self.users.insert(key, Few::One((name, next_hop)));
            return self.count(key);
        };
        match rows.binary_search_by(|(known, _)| known.cmp(&name)) {
            Ok(index) => rows.as_mut_slice()[index].1 = next_hop,
            Err(index) => rows.insert(index, (name, next_hop)),
        }
    }

    /// Takes a user route out.
    pub(super) fn remove(&mut self, key: RowKey, name: &Segment) {
        let gone = self.users.retain_at(&key, |rows| {
            rows.retain(|(known, _)| known != name);
            !rows.is_empty()
        });
        if !gone {
            return;
        }
        let (family, _, length) = key;
        if let Ok(index) = self.lengths.binary_search_by_key(&(family, length), |of| (of.family, of.length)) {
            self.lengths[index].count -= 1;
            if self.lengths[index].count == 0 {
                self.lengths.remove(index);
            }
        }
    }

    /// Sets the rows of the platform.
    pub(super) fn set_platform(&mut self, rows: Vec<(RowKey, EffectiveNextHop)>) {
        let row = |(key, next_hop)| PlatformRow { key, last: last_of(key), next_hop };
        self.platform = rows.into_iter().map(row).collect();
        self.platform.sort_by(|a, b| (b.key.2, a.key).cmp(&(a.key.2, b.key)));
    }

    /// The user routes of a prefix.
    pub(super) fn users_at(&self, key: RowKey) -> Option<&UserRows> {
        self.users.get(&key)
    }

    /// All user rows.
    pub(super) fn users(&self) -> impl Iterator<Item = (RowKey, &UserRows)> {
        self.users.iter()
    }

    /// All rows of the platform.
    pub(super) fn platform(&self) -> impl Iterator<Item = RowKey> + '_ {
        self.platform.iter().map(|row| row.key)
    }

    /// Whether a user row is for everything.
    pub(super) fn has_default(&self, family: Family) -> bool {
        self.users.contains_key(&(family, 0, 0))
    }

    /// The choice for one number, with the row that makes it.
    pub(super) fn choose(&self, family: Family, number: u128) -> (Choice<'_>, Option<RowKey>) {
        let lengths = self.lengths.iter().rev().filter(|of| of.family == family);
        let mut users = lengths.filter_map(|of| {
            let start = start_of(family, number, of.length);
            if start < of.span.0 || start > of.span.1 {
                return None;
            }
            let key = (family, start, of.length);
            Some((key, self.users.get(&key)?.first()?.1))
        });
        let user = users.next();
        let longer = user.map_or(-1, |(key, _)| i16::from(key.2));
        let mut rows = self.platform.iter().take_while(|row| i16::from(row.key.2) > longer);
        match (rows.find(|row| row.holds(family, number)), user) {
            (Some(row), _) => (Choice::Platform(&row.next_hop), Some(row.key)),
            (None, Some((key, hop))) => (Choice::User(hop), Some(key)),
            (None, None) => (Choice::Nothing, None),
        }
    }

    /// First number above `after` at which another row begins, inside of a row of a length; only up to `until`.
    fn next_start(&self, family: Family, after: u128, until: u128, length: Option<u8>) -> Option<u128> {
        if after == until {
            return None;
        }
        // What begins inside of a row is longer.
        let may_begin = |of: &Length| {
            of.family == family
                && length.is_none_or(|length| of.length > length)
                && of.span.0 <= until
                && of.span.1 > after
                && start_of(family, until, of.length) > after
        };
        let user = if self.lengths.iter().any(may_begin) {
            self.users.between((family, after + 1, 0), (family, until, u8::MAX)).next().map(|key| key.1)
        } else {
            None
        };
        let platform = self.platform.iter().map(|row| row.key);
        let platform = platform.filter(|key| key.1 > after && key.1 <= until && key.0 == family).map(|k| k.1);
        user.into_iter().chain(platform).min()
    }

    /// The pieces of a range, in order.
    pub(super) fn pieces(
        &self,
        family: Family,
        first: u128,
        last: u128,
    ) -> impl Iterator<Item = Piece<'_>> + '_ {
        let mut next = Some(first);
        std::iter::from_fn(move || {
            let at = next?;
            let (choice, row) = self.choose(family, at);
            let end = row.map_or(last, |row| last_of(row).min(last));
            // A row that begins later, inside of this one, may be longer and then ends the piece.
            let end = self.next_start(family, at, end, row.map(|row| row.2)).map_or(end, |start| start - 1);
            next = (end < last).then(|| end + 1);
            Some(Piece { first: at, last: end, choice })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The choice for one number by a look at all rows: the longest prefix, the user's before the platform's.
    fn scan(rows: &[(RowKey, bool)], family: Family, number: u128) -> Option<(RowKey, bool)> {
        let holds =
            |(key, _): &&(RowKey, bool)| key.0 == family && key.1 <= number && number <= last_of(*key);
        rows.iter().filter(holds).max_by_key(|(key, user)| (key.2, *user)).copied()
    }

    #[test]
    fn pieces_are_what_a_scan_of_all_rows_chooses_for_each_number() {
        let name = Segment::parse("row").unwrap();
        let mut seed = 7_u64;
        let mut random = |below: u64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) % below
        };
        for _ in 0..400 {
            let family = if random(2) == 0 { Family::V4 } else { Family::V6 };
            let mut all: Vec<(RowKey, bool)> = Vec::new();
            let mut rows = Rows::default();
            let mut platform = Vec::new();
            for _ in 0..random(9) {
                let bits = u8::try_from(random(9)).unwrap();
                let length = family.bits() - bits;
                let key = (family, start_of(family, 0x0a00_0000 + u128::from(random(256)), length), length);
                let user = random(4) > 0;
                if all.iter().any(|(known, _)| *known == key) {
                    continue;
                }
                all.push((key, user));
                if user {
                    rows.insert(key, name.clone(), NextHop::None);
                } else {
                    platform.push((key, EffectiveNextHop::VnetLocal));
                }
            }
            rows.set_platform(platform);
            if let Some((gone, _)) = all.iter().copied().find(|(_, user)| *user && random(3) == 0) {
                all.retain(|(key, _)| *key != gone);
                rows.remove(gone, &name);
            }
            let first = 0x0a00_0000 + u128::from(random(200));
            let last = first + u128::from(random(56));
            let mut next = first;
            for piece in rows.pieces(family, first, last) {
                assert_eq!(piece.first, next, "pieces follow each other");
                for number in piece.first..=piece.last {
                    let wanted = match scan(&all, family, number) {
                        None => Choice::Nothing,
                        Some((_, true)) => Choice::User(NextHop::None),
                        Some((_, false)) => Choice::Platform(&EffectiveNextHop::VnetLocal),
                    };
                    assert_eq!(piece.choice, wanted, "{number:x} of {all:?}");
                }
                next = piece.last + 1;
            }
            assert_eq!(next, last + 1, "pieces end with the range");
        }
    }
}
