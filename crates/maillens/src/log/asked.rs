//! What whoever pasted a log asks: what can be answered in a word, and about which traces, whose lines hold what their own
//! words name.

use super::Log;
use crate::format::Role;
use crate::knowledge::question::{self, Topic};
use crate::text::{lossy, prose};
use crate::vocabulary::{Datum, TraceType};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeSet;
use std::net::IpAddr;

/// In a longer log nobody's words are looked for: it was hardly picked out for one question.
const LONGEST: u32 = 2_000;
/// So many lines of words are a question; more are a document.
const MOST: usize = 30;
/// Fewer words than these are a heading or what a tool printed.
const FEWEST: usize = 4;

/// In a text with so many lines that are no log, all further ones are a document, too.
const PROSE: usize = 400;

/// What somebody asks.
#[derive(Debug, Default)]
pub(super) struct Asked {
    /// The traces that their words fit best.
    traces: FxHashSet<u32>,
    /// What can be answered in a word, with the line, from 1, where it's asked.
    topics: Vec<(Topic, u32)>,
    /// The trace that people see first: these questions are about it.
    first: Option<u32>,
    /// The traces of the clients whose addresses their words name.
    machines: FxHashSet<u32>,
    /// The sessions in which an app deleted messages that it had fetched.
    emptied: FxHashSet<u32>,
}

impl Log {
    /// Finds out what is asked. Later, placeholders can stand for the words.
    pub(super) fn hear(&mut self) {
        self.asked = Asked {
            traces: asked_about(self),
            topics: topics(self),
            first: None,
            machines: machines(self),
            emptied: emptied(self),
        };
        if !self.asked.topics.is_empty() {
            self.asked.first = self.order().first().copied();
        }
    }

    /// True for a trace that somebody asks about by what its lines hold.
    pub(super) fn is_asked_about(&self, trace: u32) -> bool {
        self.asked.traces.contains(&trace)
    }

    /// True for a trace of a client whose address the words name.
    pub(crate) fn is_of_named_machine(&self, trace: u32) -> bool {
        self.asked.machines.contains(&trace)
    }

    /// True for a session in which an app deleted messages: who asks, usually misses them.
    pub(crate) fn is_emptied(&self, trace: u32) -> bool {
        self.asked.emptied.contains(&trace)
    }

    /// What somebody asked about this trace: each topic with its line, from 1.
    pub(crate) fn questions_of(&self, trace: u32) -> &[(Topic, u32)] {
        if self.asked.first == Some(trace) { &self.asked.topics } else { &[] }
    }

    /// True for words of whoever pasted the log, by the index of their line from 0; whose they are doesn't count. That is a
    /// matter of the text as it was pasted, also where placeholders stand for it or it isn't shown.
    pub(crate) fn is_of_people(&self, index: u32) -> bool {
        let other = self.is_other(index);
        let text = self.text.line(index);
        let asks = || text.trim_ascii_end().ends_with(b"?");
        (other || self.is_unread(index)) && prose::is_of_people(text) && (other || asks())
    }

    /// The lines, by their index from 0, that may be somebody's words.
    fn prose(&self) -> impl Iterator<Item = u32> + '_ {
        (0..self.lines()).filter(|index| self.is_other(*index) || self.is_unread(*index)).take(PROSE)
    }
}

fn emptied(log: &Log) -> FxHashSet<u32> {
    let deletes = |line: &u32| {
        let parsed = log.parse(line - 1);
        let deleted = parsed.entry.and_then(|entry| entry.datum(Datum::Deleted, &parsed.captures));
        deleted.is_some_and(|at| !lossy(at.of(parsed.body())).starts_with('0'))
    };
    let session = |trace: &u32| log.indexed(*trace).is_some_and(|of| of.kind == TraceType::Session);
    let all = (0..log.traces()).filter(|_| log.lines() <= LONGEST).filter(session);
    all.filter(|trace| log.lines_of(*trace).last().is_some_and(deletes)).collect()
}

/// What can be answered in a word, each topic once.
fn topics(log: &Log) -> Vec<(Topic, u32)> {
    let mut topics: Vec<(Topic, u32)> = Vec::new();
    for index in log.prose() {
        for topic in question::topics(&lossy(log.pasted(index))) {
            if topics.iter().all(|(known, _)| *known != topic) {
                topics.push((topic, index + 1));
            }
        }
    }
    topics
}

/// The traces whose lines fit best what is asked; none where that tells none of them apart.
fn asked_about(log: &Log) -> FxHashSet<u32> {
    if log.lines() > LONGEST || log.traces() < 2 {
        return FxHashSet::default();
    }
    let named = named(log);
    if named.is_empty() {
        return FxHashSet::default();
    }
    let mut fits: FxHashMap<u32, u32> = FxHashMap::default();
    let held: Vec<BTreeSet<String>> = (0..log.traces()).map(|trace| held(log, trace)).collect();
    for (name, weight) in &named {
        let by: Vec<u32> =
            (0..).zip(&held).filter(|(_, of)| of.contains(name)).map(|(trace, _)| trace).collect();
        // What all of them hold tells none apart, and a word can stand in any line by chance.
        let telling = match weight {
            Naming::Name => by.len() < held.len(),
            Naming::Word => by.len() == 1,
        };
        for trace in by.into_iter().filter(|_| telling) {
            *fits.entry(trace).or_default() += *weight as u32;
        }
    }
    let best = fits.values().copied().max().unwrap_or_default();
    fits.into_iter().filter(|(_, fit)| *fit == best).map(|(trace, _)| trace).collect()
}

/// The traces of clients whose addresses somebody names.
fn machines(log: &Log) -> FxHashSet<u32> {
    if log.lines() > LONGEST {
        return FxHashSet::default();
    }
    let words = log.prose().take(MOST).flat_map(|line| tokens(&lossy(log.pasted(line))).collect::<Vec<_>>());
    let named: FxHashSet<IpAddr> = words.filter_map(|word| word.parse().ok()).collect();
    let client = |line: u32| {
        let parsed = log.parse(line);
        let at = parsed.entry.and_then(|entry| entry.part(Role::Client, &parsed.captures));
        let value = lossy(at.map_or(parsed.origin.client, |at| at.of(parsed.body()))).into_owned();
        value.parse::<IpAddr>().ok().map(|ip| ip.to_canonical())
    };
    let lines = (0..log.lines()).filter(|_| !named.is_empty());
    let theirs = lines.filter(|line| client(*line).is_some_and(|client| named.contains(&client)));
    theirs.filter_map(|line| log.trace_of(line)).collect()
}

/// What a word tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Naming {
    /// A word that is quoted.
    Word = 1,
    /// An address, a name of a server, a number of a message or the name of a person.
    Name = 4,
}

/// What the words of whoever pasted the log name.
fn named(log: &Log) -> Vec<(String, Naming)> {
    let mut named: Vec<(String, Naming)> = Vec::new();
    for line in log.prose().take(MOST) {
        let text = lossy(log.pasted(line)).into_owned();
        // journalctl marks what it explains.
        if prose::command(&text).is_some()
            || text.starts_with('\u{2591}')
            || text.contains(" = ")
            || text.split_whitespace().count() < FEWEST
        {
            continue;
        }
        // What somebody quotes stands in the log as it was said.
        let quoted =
            text.split(['"', '\u{201c}', '\u{201d}', '\u{201e}']).nth(1).unwrap_or_default().to_lowercase();
        for word in tokens(&text) {
            let weight = if is_name(&word) { Naming::Name } else { Naming::Word };
            // Whoever is called so has an address that begins so.
            if !word.contains('@') && word.len() > 2 {
                named.push((format!("{word}@"), Naming::Name));
            }
            if weight == Naming::Name || word.len() > 4 && quoted.contains(&word) {
                named.push((word, weight));
            }
        }
    }
    crate::sort::by(&mut named, |one, other| one.0.cmp(&other.0));
    named.dedup_by(|one, other| one.0 == other.0);
    named
}

/// What the lines of a trace hold that words can name.
fn held(log: &Log, trace: u32) -> BTreeSet<String> {
    let mut held = BTreeSet::new();
    for line in log.lines_of(trace) {
        for word in tokens(&lossy(log.parse(line - 1).line)) {
            if let Some((name, domain)) = word.split_once('@') {
                held.extend([format!("{name}@"), domain.to_owned()]);
            }
            held.extend(word.split(['_', '-']).map(str::to_owned));
            held.insert(word);
        }
    }
    held
}

/// The words of a text in small letters; paths are none.
fn tokens(text: &str) -> impl Iterator<Item = String> {
    let words = text.split_whitespace().filter(|word| !word.starts_with('/')).map(str::to_lowercase);
    words.flat_map(|word| {
        let part = |letter: char| !(letter.is_alphanumeric() || "@._-".contains(letter));
        let parts = word.split(part).map(|part| part.trim_matches(['.', '-', '_', '@']).to_owned());
        parts.filter(|part| !part.is_empty()).collect::<Vec<_>>()
    })
}

/// True for an address, a name with a dot, or a word with letters and digits, as messages are numbered.
fn is_name(word: &str) -> bool {
    let letters = word.chars().any(char::is_alphabetic);
    let digits = word.chars().any(|letter| letter.is_ascii_digit());
    let dotted = word.trim_matches('.').contains('.') && word.len() > 5;
    word.contains('@') || dotted || letters && digits && word.len() > 7
}
