//! Which route does a table choose for a range of destinations, piece by piece?
//!
//! The rows of one route table (or of none), as a subnet with that table sees them: user rows and the platform's. Every
//! row is a prefix, so the choice changes only where a row begins or ends; the pieces between are the atoms of
//! flow-tracing.md 6.2. Costs a few look-ups for each piece, whatever the size of the table. This module must not know
//! what a range is for.

use super::by_family::{ByFamily, Form, Key, Slot};
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
#[derive(Clone, Debug, Default)]
pub(super) struct Rows {
    /// User rows. A prefix whose last route went keeps its place for a while: mostly one comes back.
    users: ByFamily<RowKey, UserRows>,
    /// Places without a route.
    vacant: usize,
    /// Lengths of user rows, rising.
    lengths: Vec<Length>,
    /// Rows of the platform that take part, the longest first.
    platform: Vec<PlatformRow>,
}

/// The same rows; places that are kept do not matter.
impl PartialEq for Rows {
    fn eq(&self, other: &Self) -> bool {
        self.lengths == other.lengths && self.platform == other.platform && self.users().eq(other.users())
    }
}

/// Places without a route that are always kept.
const VACANT_MAX: usize = 64;

/// A row that was looked up already, with its routes.
#[derive(Clone, Copy)]
pub(super) struct Seen<'a> {
    /// The row.
    pub(super) row: RowKey,
    /// Its user routes, if it has any.
    pub(super) rows: Option<&'a UserRows>,
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
                named.iter().for_each(|(name, hop)| {
                    let _slot = rows.insert(key, name.clone(), *hop);
                });
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

    /// Puts a user route in. Gives where its row stands, until the next [`Rows::tidy`].
    pub(super) fn insert(&mut self, key: RowKey, name: Segment, next_hop: NextHop) -> Slot {
        let Some(slot) = self.users.slot(&key) else {
            self.count(key);
            return self.users.insert(key, Few::One((name, next_hop)));
        };
        let Some(rows) = self.users.at_mut(slot) else { return slot };
        if rows.is_empty() {
            *rows = Few::One((name, next_hop));
            self.vacant -= 1;
            self.count(key);
            return slot;
        }
        match rows.binary_search_by(|(known, _)| known.cmp(&name)) {
            Ok(index) => rows.as_mut_slice()[index].1 = next_hop,
            Err(index) => rows.insert(index, (name, next_hop)),
        }
        slot
    }

    /// Takes a user route out, which is there. Gives where its row stands, until the next [`Rows::tidy`].
    pub(super) fn remove(&mut self, key: RowKey, name: &Segment) -> Option<Slot> {
        let slot = self.users.slot(&key)?;
        let rows = self.users.at_mut(slot)?;
        match &**rows {
            [] => return Some(slot),
            // Its name need not be read.
            [_] => *rows = Few::default(),
            [_, ..] => rows.retain(|(known, _)| known != name),
        }
        if !rows.is_empty() {
            return Some(slot);
        }
        self.vacant += 1;
        let (family, _, length) = key;
        if let Ok(index) = self.lengths.binary_search_by_key(&(family, length), |of| (of.family, of.length)) {
            self.lengths[index].count -= 1;
            if self.lengths[index].count == 0 {
                self.lengths.remove(index);
            }
        }
        Some(slot)
    }

    /// Gives places without a route up, if they are most.
    pub(super) fn tidy(&mut self) {
        if self.vacant > VACANT_MAX && self.vacant * 2 > self.users.len() {
            self.users.retain(|rows| !rows.is_empty());
            self.vacant = 0;
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
        self.users.get(&key).filter(|rows| !rows.is_empty())
    }

    /// The user routes of a row by where it stands, or by its prefix.
    pub(super) fn see(&self, row: RowKey, slot: Option<Slot>) -> Seen<'_> {
        let rows = match slot {
            Some(slot) => self.users.at(slot).filter(|rows| !rows.is_empty()),
            None => self.users_at(row),
        };
        Seen { row, rows }
    }

    /// All user rows.
    pub(super) fn users(&self) -> impl Iterator<Item = (RowKey, &UserRows)> {
        self.users.iter().filter(|(_, rows)| !rows.is_empty())
    }

    /// All rows of the platform.
    pub(super) fn platform(&self) -> impl Iterator<Item = RowKey> + '_ {
        self.platform.iter().map(|row| row.key)
    }

    /// Whether a user row is for everything.
    pub(super) fn has_default(&self, family: Family) -> bool {
        self.users_at((family, 0, 0)).is_some()
    }

    /// The choice for one number, with the row that makes it. What was looked up is not looked up again.
    pub(super) fn choose(
        &self,
        family: Family,
        number: u128,
        seen: Option<Seen<'_>>,
    ) -> (Choice<'_>, Option<RowKey>) {
        let lengths = self.lengths.iter().rev().filter(|of| of.family == family);
        let mut users = lengths.filter_map(|of| {
            let start = start_of(family, number, of.length);
            if start < of.span.0 || start > of.span.1 {
                return None;
            }
            let key = (family, start, of.length);
            let rows = match seen {
                Some(seen) if seen.row == key => seen.rows,
                Some(_) | None => self.users.get(&key),
            };
            Some((key, rows?.first()?.1))
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
            let mut rows = self.users.between((family, after + 1, 0), (family, until, u8::MAX));
            let there = |slot: Slot| self.users.at(slot).is_some_and(|rows| !rows.is_empty());
            rows.find(|(_, slot)| there(*slot)).map(|(key, _)| key.1)
        } else {
            None
        };
        let platform = self.platform.iter().map(|row| row.key);
        let platform = platform.filter(|key| key.1 > after && key.1 <= until && key.0 == family).map(|k| k.1);
        user.into_iter().chain(platform).min()
    }

    /// The pieces of a range, in order.
    pub(super) fn pieces(&self, family: Family, first: u128, last: u128) -> impl Iterator<Item = Piece<'_>> {
        self.pieces_with(family, first, last, None)
    }

    /// [`Rows::pieces`] for who has looked one of the rows up.
    pub(super) fn pieces_with<'a>(
        &'a self,
        family: Family,
        first: u128,
        last: u128,
        seen: Option<Seen<'a>>,
    ) -> impl Iterator<Item = Piece<'a>> {
        let mut next = Some(first);
        std::iter::from_fn(move || {
            let at = next?;
            let (choice, row) = self.choose(family, at, seen);
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
    fn places_without_a_route_are_given_up_when_they_are_most() {
        let name = Segment::parse("row").unwrap();
        let key = |number: u32| (Family::V4, u128::from(number) << 8, 24);
        let mut rows = Rows::of((0..200).map(|number| (key(number), name.clone(), NextHop::None)));
        for number in 0..150 {
            assert!(rows.remove(key(number), &name).is_some());
            rows.tidy();
            assert!(rows.users().map(|(row, _)| row).eq((number + 1..200).map(key)), "{number}");
        }
        assert!(rows.users.len() < 150, "{} places for 50 rows", rows.users.len());
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
                    let _slot = rows.insert(key, name.clone(), NextHop::None);
                } else {
                    platform.push((key, EffectiveNextHop::VnetLocal));
                }
            }
            rows.set_platform(platform);
            if let Some((gone, _)) = all.iter().copied().find(|(_, user)| *user && random(3) == 0) {
                all.retain(|(key, _)| *key != gone);
                let slot = rows.remove(gone, &name);
                assert!(rows.see(gone, slot).rows.is_none() && rows.users_at(gone).is_none());
                if random(2) == 0 {
                    all.push((gone, true));
                    assert_eq!(
                        Some(rows.insert(gone, name.clone(), NextHop::None)),
                        slot,
                        "its place was kept"
                    );
                }
                let known =
                    rows.users().map(|(key, rows)| (key, name.clone(), rows[0].1)).collect::<Vec<_>>();
                let mut anew = Rows::of(known.into_iter());
                anew.set_platform(
                    all.iter().filter(|row| !row.1).map(|row| (row.0, EffectiveNextHop::VnetLocal)).collect(),
                );
                assert_eq!(rows, anew, "places that are kept do not matter");
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
