//! What can be written where somebody writes a query: the keys, and the values that a log has for them.

use super::run::values;
use super::{IS, Is, KEYS, Key, Of, WHO, head, regex_at, value_at, zone};
use crate::export::State;
use crate::format::Role;
use crate::knowledge::reason::{REASONS, Reason};
use crate::log::Log;
use crate::time::{NEVER, in_zone};
use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};
use std::cmp::Reverse;
use std::hash::BuildHasher;
use std::net::IpAddr;
use std::ops::Range;

/// Lines, and traces that must be explained, that are looked at; of a longer log, so many of all its parts.
const LINES: u32 = 20_000;
const TRACES: u32 = 2_000;
/// The most frequent values of a key are kept.
const KEPT: usize = 200;
/// A longer value nobody chooses from a list.
const LONGEST: usize = 80;
/// How many are offered at once.
const OFFERED: usize = 8;

/// The values that a log has for each key, by its place in [`KEYS`], and how often; the most frequent first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct WordList(Vec<Vec<(String, u32)>>);

/// Something that can stand for the term that is being written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// The term; a space ends one that is complete.
    pub text: String,
    /// What it finds, where the term does not say it itself.
    pub says: &'static str,
    /// How many traces of those that were looked at have it, a line without a trace counting as one: all, in a log of
    /// up to 20,000 lines. 0 where that isn't known.
    pub count: u32,
}

/// Collects the words of a log in slices.
///
/// ```
/// use maillens::search::{Gather, offers};
/// let log = maillens::Log::read(b"2026-11-21 14:20:01 info msg 1: bytes 9 from <ana@a.example> qp 5 uid 1\n", maillens::Settings::at(0));
/// let mut gather = Gather::default();
/// while !gather.advance(&log) {}
/// let (place, offers) = offers("from:an", 7, &gather.finish(&log));
/// assert_eq!((place, &*offers[0].text), (0..7, "from:ana@a.example "));
/// ```
#[derive(Debug, Default)]
pub struct Gather {
    line: u32,
    trace: u32,
    counts: Vec<FxHashMap<String, u32>>,
    /// What was counted of each trace: its number, the key's place and the value's hash.
    seen: FxHashSet<(u32, usize, u64)>,
}

impl Gather {
    /// Looks at more of the log; true when all that is to be looked at was.
    pub fn advance(&mut self, log: &Log) -> bool {
        const SLICE: u32 = 1_000;
        self.counts.resize(KEYS.len(), FxHashMap::default());
        let lines = log.lines().div_ceil(LINES).max(1);
        let traces = log.traces().div_ceil(TRACES).max(1);
        let mut left = SLICE;
        while self.line < log.lines() && left > 0 {
            let parsed = log.parse(self.line);
            let trace = log.trace_of(self.line);
            values(&parsed, &mut |role, value| self.see(trace, role, value));
            self.line += lines;
            left -= 1;
        }
        while self.trace < log.traces() && left > 0 {
            if log.indexed(self.trace).is_some_and(|trace| trace.outcome.is_problem()) {
                let why = log.why(self.trace);
                for facts in REASONS.iter().filter(|facts| why.has(facts.reason)) {
                    self.count(None, |of| matches!(of, Of::Reason), facts.name, 1);
                }
                for (name, _) in WHO.iter().filter(|(_, party)| *party == why.party) {
                    self.count(None, |of| matches!(of, Of::Who), name, 1);
                }
            }
            self.trace += traces;
            left -= left.min(20);
        }
        left > 0
    }

    fn see(&mut self, trace: Option<u32>, role: Role, value: &[u8]) {
        let Ok(value) = std::str::from_utf8(value) else { return };
        let value = value.trim_matches(['<', '>', '[', ']', ' ']);
        if value.is_empty() || value.len() > LONGEST {
            return;
        }
        let value = value.to_ascii_lowercase();
        if value.parse::<IpAddr>().is_ok() {
            self.count(trace, |of| matches!(of, Of::Ip), &value, 1);
        }
        let of_role = |of: Of| matches!(of, Of::Field(roles) | Of::Id(roles) if roles.contains(&role));
        self.count(trace, of_role, &value, 1);
        // All of a domain is asked for as often as one address of it.
        if let Some(at) = value.rfind('@').filter(|at| *at > 0) {
            self.count(trace, of_role, &value[at..], 1);
        }
    }

    /// Counts a value of the keys that it is one of; once for each trace.
    fn count(&mut self, trace: Option<u32>, is: impl Fn(Of) -> bool, value: &str, times: u32) {
        let hash = FxBuildHasher.hash_one(value);
        for (place, (counts, _)) in
            self.counts.iter_mut().zip(KEYS).enumerate().filter(|(_, (_, key))| is(key.of))
        {
            if trace.is_none_or(|trace| self.seen.insert((trace, place, hash))) {
                *counts.entry(value.to_owned()).or_default() += times;
            }
        }
    }

    /// The words that were collected.
    pub fn finish(mut self, log: &Log) -> WordList {
        let traces = || (0..log.traces()).filter_map(|trace| log.indexed(trace));
        for (name, is) in IS {
            let times = match is {
                Is::Outcome(outcome) => traces().filter(|trace| trace.outcome == *outcome).count(),
                Is::Kind(kind) => traces().filter(|trace| trace.kind == *kind).count(),
                Is::Problem => traces().filter(|trace| trace.outcome.is_problem()).count(),
                Is::Unread => (0..log.lines()).filter(|&index| log.is_unread(index)).count(),
                Is::Partly => (0..log.lines()).filter(|&index| log.state_of(index) == State::Partly).count(),
            };
            if times > 0 {
                self.count(None, |of| matches!(of, Of::Is), name, times as u32);
            }
        }
        let times = || (0..log.lines()).map(|index| log.instant(index)).filter(|at| *at != NEVER);
        for at in [times().min(), times().max()].into_iter().flatten() {
            if let Some(time) = in_zone(at, 0, zone(log)).get(..16) {
                self.count(None, |of| matches!(of, Of::After | Of::Before), &time.replace(' ', "T"), 1);
            }
        }
        let sorted = |counts: FxHashMap<String, u32>| {
            let mut values: Vec<(String, u32)> = counts.into_iter().collect();
            crate::sort::by(&mut values, |a, b| (Reverse(a.1), &a.0).cmp(&(Reverse(b.1), &b.0)));
            values.truncate(KEPT);
            values
        };
        WordList(self.counts.into_iter().map(sorted).collect())
    }
}

/// What can stand for the term that ends at `caret`, a byte of the query, and where that term stands.
pub fn offers(query: &str, caret: usize, words: &WordList) -> (Range<usize>, Vec<Offer>) {
    let none = (caret..caret, Vec::new());
    let (Some(before), Some(after)) = (query.get(..caret), query.get(caret..)) else { return none };
    if after.starts_with(|next: char| !next.is_whitespace()) {
        return none;
    }
    let mut rest = before;
    let (turned, key, value) = loop {
        rest = rest.trim_start();
        let (turned, key, value) = head(rest);
        let expression = regex_at(value).filter(|_| key.is_none());
        let after = expression.map_or_else(|| value_at(value).1, |(.., after)| after);
        if after.is_empty() {
            if expression.is_some() {
                return none;
            }
            break (turned, key, value);
        }
        rest = after;
    };
    let minus = if turned { "-" } else { "" };
    let typed = value.trim_start_matches('"').to_ascii_lowercase();
    let with = |key: &'static Key, least: usize| {
        let at = KEYS.iter().position(|other| std::ptr::eq(other, key));
        let values = at.and_then(|at| words.0.get(at)).map_or(&[][..], Vec::as_slice);
        let begins = values.iter().filter(|(value, _)| value.starts_with(&typed));
        let holds = values.iter().filter(|(value, _)| !value.starts_with(&typed) && value.contains(&typed));
        let values = if typed.len() < least { None } else { Some(begins.chain(holds)) };
        values.into_iter().flatten().filter(|(value, _)| *value != typed).map(move |(value, count)| Offer {
            text: if value.contains(' ') {
                format!("{minus}{}:\"{value}\" ", key.names[0])
            } else {
                format!("{minus}{}:{value} ", key.names[0])
            },
            says: if matches!(key.of, Of::Reason) {
                Reason::named(value).map_or("", |reason| reason.facts().headline)
            } else {
                ""
            },
            count: if matches!(key.of, Of::After | Of::Before) { 0 } else { *count },
        })
    };
    let found: Vec<Offer> = match key {
        Some(key) => with(key, 0).take(OFFERED).collect(),
        None if typed.is_empty() => Vec::new(),
        None => {
            let named = KEYS.iter().filter(|key| key.names.iter().any(|name| name.starts_with(&typed)));
            let keys = named.map(|key| Offer {
                text: format!("{minus}{}:", key.names[0]),
                says: key.says,
                count: 0,
            });
            let values = KEYS.iter().filter(|key| !key.names.is_empty()).flat_map(|key| with(key, 3).take(3));
            keys.chain(values).take(OFFERED).collect()
        }
    };
    (caret - rest.len()..caret, found)
}

#[cfg(test)]
mod tests {
    use super::super::Query;
    use super::super::tests::{LOG, log};
    use super::*;
    use crate::settings::Show;

    fn words() -> WordList {
        let log = log(Show::Written);
        let mut gather = Gather::default();
        while !gather.advance(&log) {}
        gather.finish(&log)
    }

    fn texts(query: &str) -> Vec<String> {
        offers(query, query.len(), &words()).1.into_iter().map(|offer| offer.text).collect()
    }

    #[test]
    fn keys_and_the_values_of_the_log_are_offered() {
        assert_eq!(texts("fr"), ["from:"]);
        for (query, want) in [
            ("", &[][..]),
            ("is:f", &["is:failed ", "is:deferred "]),
            ("-is:f", &["-is:failed ", "-is:deferred "]),
            ("ana is:fa", &["is:failed "]),
            ("is:failed", &[]),
            ("is:failed ", &[]),
            ("reason:", &["reason:mailboxfull ", "reason:toomanyconn "]),
            ("who:r", &["who:recipient ", "who:our-server "]),
            ("from:ana", &["from:ana.lopez@shop.example ", "from:ana@other.example "]),
            ("from:@s", &["from:@shop.example ", "from:ana.lopez@shop.example ", "from:dora@shop.example "]),
            ("\"is:f", &[]),
            ("/is:f/", &[]),
            ("user:", &["user:@other.example ", "user:eve@other.example "]),
            ("before:", &["before:2026-11-21T14:20 ", "before:2026-11-22T00:30 "]),
            ("mailboxf", &["reason:mailboxfull "]),
            ("color:", &[]),
        ] {
            assert_eq!(texts(query), want, "{query}");
        }
    }

    #[test]
    fn an_offer_says_how_often_the_log_has_it() {
        let counts = |query: &str| {
            let found = offers(query, query.len(), &words()).1;
            found.into_iter().map(|offer| (offer.text, offer.count)).collect::<Vec<_>>()
        };
        let log = log(Show::Written);
        let failed = log.find("is:failed").len() as u32;
        assert_eq!(counts("is:fa"), [("is:failed ".to_owned(), failed)]);
        assert_eq!(counts("fr"), [("from:".to_owned(), 0)]);
        for of in ["from:", "to:", "ip:"] {
            let offers = counts(of);
            assert!(!offers.is_empty(), "{of}");
            for (term, count) in offers {
                assert_eq!(count, log.find(&term).len() as u32, "{term}");
            }
        }
    }

    #[test]
    fn an_offer_takes_the_place_of_its_term_alone() {
        let (place, found) = offers("é fr -x", 5, &words());
        assert_eq!((place, &*found[0].text), (3..5, "from:"));
        assert_eq!(offers("é from", 4, &words()).1, [], "in the middle of a word");
        assert_eq!(offers("é", 1, &words()).1, [], "not between letters");
    }

    #[test]
    fn what_is_offered_finds_something() {
        let log = log(Show::Written);
        for key in KEYS.iter().flat_map(|key| key.names) {
            for offer in texts(&format!("{key}:")) {
                assert_eq!(Query::new(&offer).problem(), None, "{offer}");
                let finds = !log.find(&offer).is_empty() || !log.find_lines(&offer).is_empty();
                assert!(finds || offer.starts_with("before:"), "{offer} finds nothing in\n{LOG}");
            }
        }
    }
}
