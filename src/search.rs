//! The filter language: words that must all match one trace.
//!
//! `from:ana` and `to:ana` look at sender and recipients, `msg:123` at the id, `is:failed` at the outcome,
//! a plain word at every line of the trace. `-word` turns any of them round. Upper and lower case are the
//! same.

use crate::log::Log;
use crate::text::lossy;

/// A query, taken apart.
#[derive(Debug, Default)]
pub struct Query {
    terms: Vec<Term>,
}

#[derive(Debug)]
struct Term {
    wanted: bool,
    key: Key,
    value: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Key {
    Word,
    From,
    To,
    Id,
    Is,
}

/// The keys of the language.
const KEYS: &[(&str, Key)] =
    &[("from:", Key::From), ("to:", Key::To), ("msg:", Key::Id), ("id:", Key::Id), ("is:", Key::Is)];

impl Query {
    /// Reads a query. Anything is one: what is no key is a word.
    pub fn new(text: &str) -> Query {
        let terms = text.split_whitespace().map(|word| {
            let (wanted, word) = match word.strip_prefix('-') {
                Some(rest) if !rest.is_empty() => (false, rest),
                _ => (true, word),
            };
            let found = KEYS.iter().find_map(|(name, key)| Some((*key, word.strip_prefix(name)?)));
            let (key, value) = found.unwrap_or((Key::Word, word));
            Term { wanted, key, value: value.to_lowercase() }
        });
        Query { terms: terms.collect() }
    }

    /// True when every term matches the trace.
    pub fn matches(&self, log: &Log, trace: u32) -> bool {
        self.terms.iter().all(|term| term.matches(log, trace) == term.wanted)
    }
}

impl Term {
    fn matches(&self, log: &Log, trace: u32) -> bool {
        let has = |text: &str| text.to_lowercase().contains(&self.value);
        match self.key {
            Key::Word => log.lines_of(trace).iter().any(|&line| has(&lossy(log.parse(line - 1).line))),
            Key::Is => log
                .indexed(trace)
                .is_some_and(|of| format!("{:?}", of.outcome).eq_ignore_ascii_case(&self.value)),
            Key::From => log.row(trace).and_then(|row| row.from).is_some_and(|from| has(&from)),
            Key::Id => log.trace(trace).and_then(|of| of.id).is_some_and(|id| has(&id)),
            Key::To => log
                .trace(trace)
                .is_some_and(|of| of.attempts.iter().filter_map(|a| a.recipient.as_deref()).any(has)),
        }
    }
}
