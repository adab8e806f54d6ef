//! Which lines belong together: one message's life in one queue, one session, one scan.
//!
//! Keys are reused: a queue number is the inode of a file, a delivery number starts again with the
//! service, process numbers wrap. So a key names a trace only from its birth to its end, and two lives of
//! one number are two traces. What a line does to its trace is said by its pattern's
//! [`Step`]; this file is the only one that keeps the state that takes.

mod document;

use crate::format::{Led, Place, Role, Shape, Side, Step, Tie};
use crate::pattern::{Captures, Entry};
use crate::report::export::{AttemptOutcome, Level, Outcome, TraceType};
use rustc_hash::{FxHashMap, FxHashSet, FxHasher};
use std::hash::Hasher;

/// "No line", "no trace".
pub const NONE: u32 = u32::MAX;

/// A trace: where it begins and ends. Lines are counted from 0 here.
#[derive(Debug, Clone)]
pub struct Trace {
    /// What it is the story of.
    pub kind: TraceType,
    /// Its first line.
    pub first: u32,
    /// Its last line.
    pub last: u32,
    /// True when its birth is in the paste.
    pub born: bool,
    /// True when its end is in the paste.
    pub ended: bool,
    /// True when its envelope is known.
    envelope: bool,
    /// The levels of its lines, one bit each.
    levels: u8,
    /// How it came out.
    pub outcome: Outcome,
}

/// A delivery attempt. Lines are counted from 0.
#[derive(Debug, Clone, Copy)]
pub struct Attempt {
    /// The trace it belongs to.
    pub trace: u32,
    /// The line that begins it.
    pub start: u32,
    /// The line with its result, or [`NONE`].
    pub end: u32,
    /// How it ended.
    pub outcome: AttemptOutcome,
    /// Stands for the recipient: attempts for one recipient share it.
    pub recipient: u64,
}

/// A tie between two traces, found by a value that both hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// The trace that led to the other.
    pub from: u32,
    /// The other.
    pub to: u32,
    /// What it led to.
    pub led: Led,
    /// The line that says so, from 0.
    pub line: u32,
    /// True when no line states it: only the addresses and the time fit.
    pub guess: bool,
}

/// Builds traces from lines as they come.
#[derive(Debug, Default)]
pub struct Tracer {
    /// Every trace, in the order in which they begin.
    pub traces: Vec<Trace>,
    /// Every attempt, in the order in which they begin.
    pub attempts: Vec<Attempt>,
    /// Lines that turned out later to belong to a trace, and that trace.
    pub late: Vec<(u32, u32)>,
    scopes: Vec<Scope>,
    known: Vec<Known>,
    led: Vec<(Known, Led)>,
    /// Messages by their numbers.
    numbered: Vec<Known>,
    ties: Vec<(Known, Tie)>,
    links: Vec<Link>,
    /// The document whose lines are being read.
    document: Option<document::Document>,
    /// The first line of an attempt, and a line of a document that tells of it.
    pub told: Vec<(u32, u32)>,
}

/// The numbers of one server: those of two hosts, or of two kinds of server, have nothing in common.
#[derive(Debug)]
struct Scope {
    realm: &'static str,
    host: u64,
    /// Living traces by key.
    open: FxHashMap<u64, u32>,
    /// Running attempts by delivery number.
    running: FxHashMap<u64, u32>,
    /// Lines that wait for the trace of the next line of their process.
    ahead: FxHashMap<u64, Vec<u32>>,
}

/// A line that holds a value which can tie its trace to another.
#[derive(Debug, Clone, Copy)]
struct Known {
    value: u64,
    line: u32,
    trace: u32,
}

/// What the tracer needs of a line.
#[derive(Debug)]
pub struct Said<'a> {
    /// Its index, from 0.
    pub line: u32,
    /// The host of its frame.
    pub host: &'a [u8],
    /// The process number of its frame.
    pub pid: &'a [u8],
    /// The pattern that claims it.
    pub entry: &'a Entry,
    /// Its body.
    pub body: &'a [u8],
    /// The fields in the body.
    pub captures: &'a Captures,
}

impl Said<'_> {
    fn value(&self, role: Role) -> Option<&[u8]> {
        self.entry.part(role, self.captures).map(|span| span.of(self.body))
    }

    /// What names the trace of the line.
    fn key(&self) -> u64 {
        key(self.entry, self.body, self.captures)
            .map_or_else(|| self.process(), |(role, value)| hash(role, value))
    }

    /// What names the process of the line.
    fn process(&self) -> u64 {
        hash(Role::Pid, self.pid)
    }
}

/// What a line itself says of the trace that it belongs to; without it, its process number names it.
/// `NOQUEUE` is no message, so such a line is about its connection.
pub fn key<'a>(entry: &Entry, body: &'a [u8], captures: &Captures) -> Option<(Role, &'a [u8])> {
    let of_role = |role| Some((role, entry.part(role, captures)?.of(body)));
    [Role::Session, Role::Message, Role::Pid]
        .into_iter()
        .filter_map(of_role)
        .find(|(_, value)| *value != b"NOQUEUE")
        .or_else(|| {
            let peer = captures.iter().find(|capture| entry.field(**capture).shape == Shape::Peer)?;
            Some((Role::Client, peer.at.of(body)))
        })
}

/// A value of a role as a number; equal values of equal roles are equal.
fn hash(role: Role, value: &[u8]) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(value);
    hasher.write_u8(role as u8);
    hasher.finish()
}

/// A `Message-ID` as a number. spamd cleans the ones that it writes: only the part in the first angle
/// brackets is left, without white space, `,` became `_` and other odd bytes `?`.
fn message_id(value: &[u8]) -> u64 {
    let inside = crate::text::cut(value, b'<').map_or(value, |(_, after)| after);
    let inside = crate::text::cut(inside, b'>').map_or(inside, |(before, _)| before);
    let mut hasher = FxHasher::default();
    for &byte in inside.iter().filter(|byte| !byte.is_ascii_whitespace()) {
        hasher.write_u8(match byte {
            b',' => b'_',
            b'<' | b'>' => b'?',
            byte if byte.is_ascii_graphic() => byte,
            _ => b'?',
        });
    }
    hasher.finish()
}

impl Tracer {
    /// Takes the next line; returns the trace that it belongs to, or [`NONE`].
    pub fn take(&mut self, said: &Said<'_>) -> u32 {
        let step = said.entry.pattern.step;
        if step == Step::Alone {
            return NONE;
        }
        let scope = self.scope(said);
        if let Place::Document(kind) = said.entry.format.place {
            let trace = self.document(said, kind);
            let of = &mut self.traces[trace as usize];
            of.last = said.line;
            of.levels |= bit(said.entry.pattern.level);
            self.tie(scope, said, trace);
            return trace;
        }
        let trace = match step {
            Step::Alone => NONE,
            Step::Restart => {
                self.scopes[scope].running.clear();
                NONE
            }
            Step::Birth(kind) => self.born(scope, said, kind),
            Step::Envelope(kind) => {
                let open = self.scopes[scope].open.get(&said.key()).copied();
                let trace = match open {
                    Some(trace) if !self.traces[trace as usize].envelope => trace,
                    _ => self.born(scope, said, kind),
                };
                self.traces[trace as usize].envelope = true;
                trace
            }
            Step::Part(kind) => self.living(scope, said, kind),
            Step::Start => {
                let trace = self.living(scope, said, TraceType::Message);
                let attempt = self.attempt(trace, said, NONE, AttemptOutcome::Open);
                let number = hash(Role::Delivery, said.value(Role::Delivery).unwrap_or_default());
                self.scopes[scope].running.insert(number, attempt);
                trace
            }
            Step::Result(outcome) => {
                let number = hash(Role::Delivery, said.value(Role::Delivery).unwrap_or_default());
                if let Some(attempt) = self.scopes[scope].running.remove(&number) {
                    let attempt = &mut self.attempts[attempt as usize];
                    attempt.end = said.line;
                    attempt.outcome = outcome;
                    attempt.trace
                } else {
                    // The attempt began before the paste: nothing tells which message it was for.
                    let trace = self.begin(said.line, TraceType::Message, false);
                    self.attempt(trace, said, said.line, outcome);
                    trace
                }
            }
            Step::Attempt(outcome) => {
                let trace = self.living(scope, said, TraceType::Message);
                self.attempt(trace, said, said.line, outcome);
                trace
            }
            Step::Early(kind) => match self.scopes[scope].open.get(&said.key()) {
                Some(&trace) => trace,
                None => self.born(scope, said, kind),
            },
            Step::Death => self.ended(scope, said, TraceType::Message),
            Step::End(kind) => self.ended(scope, said, kind),
            Step::Ahead => {
                self.scopes[scope].ahead.entry(said.process()).or_default().push(said.line);
                NONE
            }
        };
        if let Some(of) = self.traces.get_mut(trace as usize) {
            of.last = said.line;
            of.levels |= bit(said.entry.pattern.level);
            self.tie(scope, said, trace);
            self.catch_up(scope, said, trace);
        }
        trace
    }

    /// Gives the lines that waited for this process's trace to it.
    fn catch_up(&mut self, scope: usize, said: &Said<'_>, trace: u32) {
        let ahead = &mut self.scopes[scope].ahead;
        if ahead.is_empty() || said.pid.is_empty() {
            return;
        }
        for line in ahead.remove(&said.process()).unwrap_or_default() {
            let of = &mut self.traces[trace as usize];
            of.first = of.first.min(line);
            self.late.push((line, trace));
        }
    }

    fn ended(&mut self, scope: usize, said: &Said<'_>, kind: TraceType) -> u32 {
        let trace = self.living(scope, said, kind);
        self.traces[trace as usize].ended = true;
        self.scopes[scope].open.remove(&said.key());
        trace
    }

    fn scope(&mut self, said: &Said<'_>) -> usize {
        let realm = said.entry.format.realm;
        let host = if said.host.is_empty() { 0 } else { hash(Role::Host, said.host) };
        let found = self.scopes.iter().position(|scope| scope.host == host && scope.realm == realm);
        found.unwrap_or_else(|| {
            let (open, running, ahead) = Default::default();
            self.scopes.push(Scope { realm, host, open, running, ahead });
            self.scopes.len() - 1
        })
    }

    fn begin(&mut self, line: u32, kind: TraceType, born: bool) -> u32 {
        let outcome = Outcome::Unknown;
        let (ended, envelope, levels) = (false, false, 0);
        self.traces.push(Trace { kind, first: line, last: line, born, ended, envelope, levels, outcome });
        self.traces.len() as u32 - 1
    }

    fn born(&mut self, scope: usize, said: &Said<'_>, kind: TraceType) -> u32 {
        self.named(scope, said, kind, true)
    }

    /// A new trace under the line's key. What has no number of its own is no message but a connection.
    fn named(&mut self, scope: usize, said: &Said<'_>, kind: TraceType, born: bool) -> u32 {
        let key = key(said.entry, said.body, said.captures);
        let kind = match (kind, key) {
            (TraceType::Message, None) => TraceType::Connection,
            _ => kind,
        };
        let trace = self.begin(said.line, kind, born);
        let value = said.key();
        if matches!(key, Some((Role::Message, _))) {
            self.numbered.push(Known { value, line: said.line, trace });
        }
        self.scopes[scope].open.insert(value, trace);
        trace
    }

    /// The living trace of the line's key, or one that was born before the paste.
    fn living(&mut self, scope: usize, said: &Said<'_>, kind: TraceType) -> u32 {
        let key = said.key();
        if let Some(&trace) = self.scopes[scope].open.get(&key) {
            return trace;
        }
        self.named(scope, said, kind, false)
    }

    fn attempt(&mut self, trace: u32, said: &Said<'_>, end: u32, outcome: AttemptOutcome) -> u32 {
        let recipient = hash(Role::Recipient, said.value(Role::Recipient).unwrap_or_default());
        self.attempts.push(Attempt { trace, start: said.line, end, outcome, recipient });
        self.attempts.len() as u32 - 1
    }

    fn tie(&mut self, scope: usize, said: &Said<'_>, trace: u32) {
        let Some(tie) = said.entry.pattern.tie else { return };
        let known = |value: u64| Known { value, line: said.line, trace };
        let of = |role| Some(hash(role, said.value(role)?));
        match tie {
            Tie::Known(role) => self.known.extend(of(role).map(known)),
            Tie::Led(role, led) => self.led.extend(of(role).map(|value| (known(value), led))),
            Tie::Near(role, ..) => self.ties.extend(of(role).map(|value| (known(value), tie))),
            Tie::Made(role, _) | Tie::MadeBy(role, _) => {
                let number = said.value(role).filter(|number| *number != b"NOQUEUE");
                self.ties.extend(number.map(|number| (known(hash(Role::Message, number)), tie)));
            }
            Tie::Same(role) => {
                let id = said.value(role).filter(|id| !matches!(*id, b"" | b"<>" | b"(unknown)"));
                self.ties.extend(id.map(|id| (known(message_id(id)), tie)));
            }
            Tie::Inside(led) => {
                if let Some(&from) = self.scopes[scope].open.get(&said.process()) {
                    self.traces[from as usize].levels |= bit(Level::Success);
                    self.links.push(Link { from, to: trace, led, line: said.line, guess: false });
                }
            }
        }
    }

    /// Ends the reading: the outcome of every trace, and the ties between them. The attempts are in the
    /// order of their traces afterwards.
    pub fn finish(&mut self) -> Vec<Link> {
        self.attempts.sort_by_key(|attempt| attempt.trace);
        for of_trace in self.attempts.chunk_by(|a, b| a.trace == b.trace) {
            self.traces[of_trace[0].trace as usize].outcome = outcome(of_trace);
        }
        for trace in &mut self.traces {
            if trace.outcome == Outcome::Unknown {
                trace.outcome = without_attempts(trace);
            }
        }
        // A process number is used again: what a line led to is the next trace that is known by it.
        self.known.sort_by_key(|known| (known.value, known.line));
        self.numbered.sort_by_key(|known| (known.value, known.line));
        let mut links = std::mem::take(&mut self.links);
        for (from, led) in &self.led {
            let at = self.known.partition_point(|known| (known.value, known.line) <= (from.value, from.line));
            if let Some(to) = self.known.get(at).filter(|to| to.value == from.value) {
                links.push(Link { from: from.trace, to: to.trace, led: *led, line: from.line, guess: false });
            }
        }
        for (this, tie) in &self.ties {
            let link =
                |from: u32, to: u32, led: Led, guess: bool| Link { from, to, led, line: this.line, guess };
            links.extend(match *tie {
                Tie::Made(_, led) => nearest(&self.numbered, this, Side::Before)
                    .map(|other| link(this.trace, other, led, false)),
                Tie::MadeBy(_, led) => nearest(&self.numbered, this, Side::Before)
                    .map(|other| link(other, this.trace, led, false)),
                Tie::Near(_, led, side) => {
                    nearest(&self.known, this, side).map(|other| link(other, this.trace, led, true))
                }
                _ => None,
            });
        }
        self.same_mail(&mut links);
        let mut seen = FxHashSet::default();
        links.retain(|link| link.from != link.to && seen.insert((link.from, link.to)));
        links
    }

    /// Ties traces of one mail to one another: a message to the message before it, a scan to the message
    /// that it was made for. The ties that a line states go before.
    fn same_mail(&mut self, links: &mut Vec<Link>) {
        let mut same: Vec<Known> = self
            .ties
            .iter()
            .filter(|(_, tie)| matches!(tie, Tie::Same(_)))
            .map(|(known, _)| *known)
            .collect();
        same.sort_by_key(|known| (known.value, known.line));
        for of_mail in same.chunk_by(|a, b| a.value == b.value) {
            let is_scan = |known: &Known| self.traces[known.trace as usize].kind == TraceType::Scan;
            let mut message = of_mail.iter().find(|known| !is_scan(known));
            let mut mailed = false;
            for this in of_mail {
                let Some(from) = message else { break };
                if is_scan(this) {
                    links.push(Link {
                        from: from.trace,
                        to: this.trace,
                        led: Led::Scan,
                        line: this.line,
                        guess: false,
                    });
                    continue;
                }
                if mailed {
                    links.push(Link {
                        from: from.trace,
                        to: this.trace,
                        led: Led::Same,
                        line: this.line,
                        guess: false,
                    });
                }
                (message, mailed) = (Some(this), true);
            }
        }
    }
}

/// The trace that is known by this value nearest before a line, or else after it; or the other way round.
fn nearest(sorted: &[Known], this: &Known, side: Side) -> Option<u32> {
    let at = sorted.partition_point(|known| (known.value, known.line) <= (this.value, this.line));
    let before = || sorted[..at].last().filter(|known| known.value == this.value);
    let after = || sorted.get(at).filter(|known| known.value == this.value);
    let found = match side {
        Side::Before => before().or_else(after),
        Side::After => after().or_else(before),
    };
    found.map(|known| known.trace)
}

fn bit(level: Level) -> u8 {
    1 << level as u8
}

/// How a trace without delivery attempts came out: by what its lines say. A message that lives may still
/// have any outcome.
fn without_attempts(trace: &Trace) -> Outcome {
    let said = |level| trace.levels & bit(level) != 0;
    match trace.kind {
        TraceType::Message if !trace.ended => Outcome::Open,
        _ if said(Level::Permanent) => Outcome::Failed,
        _ if said(Level::Temporary) => Outcome::Deferred,
        TraceType::Message => Outcome::Unknown,
        _ if said(Level::Success) => Outcome::Delivered,
        _ => Outcome::Unknown,
    }
}

/// How a message came out, from its attempts in order: the last result of every recipient counts.
fn outcome(attempts: &[Attempt]) -> Outcome {
    let mut last: FxHashMap<u64, AttemptOutcome> = FxHashMap::default();
    for attempt in attempts {
        let now = last.entry(attempt.recipient).or_insert(attempt.outcome);
        // An attempt without a result does not undo the result before it.
        if attempt.outcome != AttemptOutcome::Open {
            *now = attempt.outcome;
        }
    }
    let any = |outcome| last.values().any(|last| *last == outcome);
    match (
        any(AttemptOutcome::Success),
        any(AttemptOutcome::Failure),
        any(AttemptOutcome::Deferral),
        any(AttemptOutcome::Open),
    ) {
        (false, true, false, false) => Outcome::Failed,
        (_, true, _, _) => Outcome::Partial,
        (_, _, true, _) => Outcome::Deferred,
        (_, _, _, true) => Outcome::Open,
        (true, ..) => Outcome::Delivered,
        _ => Outcome::Unknown,
    }
}
