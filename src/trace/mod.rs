//! Which lines belong together: one message's life in one queue, one session, one scan.
//!
//! Keys are reused: a queue number is the inode of a file, a delivery number starts again with the
//! service, process numbers wrap. So a key names a trace only from its birth to its end, and two lives of
//! one number are two traces. What a line does to its trace is said by its pattern's
//! [`Step`]; this file is the only one that keeps the state that takes.

use crate::format::{Led, Role, Shape, Step, Tie};
use crate::pattern::{Captures, Entry, addresses};
use crate::report::export::{AttemptOutcome, Outcome, TraceType};
use rustc_hash::{FxHashMap, FxHasher};
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
    /// Which recipient of its line it is for, where the line names several.
    pub part: u16,
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
}

/// Builds traces from lines as they come.
#[derive(Debug, Default)]
pub struct Tracer {
    /// Every trace, in the order in which they begin.
    pub traces: Vec<Trace>,
    /// Every attempt, in the order in which they begin.
    pub attempts: Vec<Attempt>,
    scopes: Vec<Scope>,
    known: Vec<Known>,
    led: Vec<(Known, Led)>,
    named: Vec<Named>,
    /// Lines whose process has named no message yet, by scope and process.
    waiting: FxHashMap<(usize, u64), Vec<u32>>,
    /// Lines that turned out to belong to a trace that was named later.
    pub late: Vec<(u32, u32)>,
    verdicts: Vec<Verdict>,
    /// The last line that was taken and the trace it belongs to.
    before: Option<(u32, u32)>,
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
}

/// A line that holds a value which can tie its trace to another.
#[derive(Debug, Clone, Copy)]
struct Known {
    value: u64,
    line: u32,
    trace: u32,
}

/// A line that says how a trace came out.
#[derive(Debug, Clone, Copy)]
struct Verdict {
    trace: u32,
    line: u32,
    outcome: Outcome,
    /// True when those who still waited failed.
    gives_up: bool,
}

/// A line that names another trace of its scope by its key.
#[derive(Debug, Clone, Copy)]
struct Named {
    scope: usize,
    key: u64,
    line: u32,
    trace: u32,
    led: Led,
    /// True when the other trace led to this one.
    back: bool,
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
        [Role::Session, Role::Message, Role::Pid]
            .iter()
            .find_map(|&role| Some(hash(role, self.value(role)?)))
            .unwrap_or_else(|| hash(Role::Pid, self.pid))
    }
}

/// A value of a role as a number; equal values of equal roles are equal.
fn hash(role: Role, value: &[u8]) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(value);
    hasher.write_u8(role as u8);
    hasher.finish()
}

impl Tracer {
    /// Takes the next line; returns the trace that it belongs to, or [`NONE`].
    pub fn take(&mut self, said: &Said<'_>) -> u32 {
        let step = said.entry.pattern.step;
        if step == Step::Alone {
            return NONE;
        }
        if step == Step::Follow {
            let Some((line, trace)) = self.before else { return NONE };
            if trace == NONE || line + 1 != said.line {
                return NONE;
            }
            self.traces[trace as usize].last = said.line;
            self.before = Some((said.line, trace));
            return trace;
        }
        let scope = self.scope(said);
        let process = (scope, hash(Role::Pid, said.pid));
        if step == Step::Beside {
            if !said.pid.is_empty() {
                self.waiting.entry(process).or_default().push(said.line);
            }
            return NONE;
        }
        let trace = match step {
            Step::Alone | Step::Follow | Step::Beside => NONE,
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
                self.becomes(trace, kind);
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
                self.attempts(trace, said, outcome);
                trace
            }
            Step::Death => {
                let trace = self.living(scope, said, TraceType::Message);
                self.traces[trace as usize].ended = true;
                self.scopes[scope].open.remove(&said.key());
                trace
            }
            Step::End => {
                let trace = self.living(scope, said, TraceType::Message);
                self.traces[trace as usize].ended = true;
                trace
            }
            Step::Verdict(kind, outcome) => {
                let trace = self.living(scope, said, kind);
                self.verdicts.push(Verdict { trace, line: said.line, outcome, gives_up: false });
                trace
            }
            Step::GiveUp => {
                let trace = self.living(scope, said, TraceType::Message);
                let outcome = Outcome::Failed;
                self.verdicts.push(Verdict { trace, line: said.line, outcome, gives_up: true });
                trace
            }
        };
        self.before = Some((said.line, trace));
        if let Some(of) = self.traces.get_mut(trace as usize) {
            if let Some(lines) = self.waiting.remove(&process) {
                // A process number is used again only after all the others were.
                const NUMBERS: u32 = 30_000;
                let near = lines.into_iter().filter(|line| said.line - line < NUMBERS);
                self.late.extend(near.map(|line| (line, trace)));
            }
            of.last = said.line;
            self.tie(scope, said, trace);
        }
        trace
    }

    fn scope(&mut self, said: &Said<'_>) -> usize {
        let realm = said.entry.format.realm;
        let host = if said.host.is_empty() { 0 } else { hash(Role::Host, said.host) };
        let found = self.scopes.iter().position(|scope| scope.host == host && scope.realm == realm);
        found.unwrap_or_else(|| {
            let (open, running) = (FxHashMap::default(), FxHashMap::default());
            self.scopes.push(Scope { realm, host, open, running });
            self.scopes.len() - 1
        })
    }

    fn begin(&mut self, line: u32, kind: TraceType, born: bool) -> u32 {
        let outcome = Outcome::Unknown;
        self.traces.push(Trace {
            kind,
            first: line,
            last: line,
            born,
            ended: false,
            envelope: false,
            outcome,
        });
        self.traces.len() as u32 - 1
    }

    fn born(&mut self, scope: usize, said: &Said<'_>, kind: TraceType) -> u32 {
        let trace = self.begin(said.line, kind, true);
        self.scopes[scope].open.insert(said.key(), trace);
        trace
    }

    /// A connection that turns out to carry a message is that message's story.
    fn becomes(&mut self, trace: u32, kind: TraceType) {
        let of = &mut self.traces[trace as usize];
        if of.kind == TraceType::Connection {
            of.kind = kind;
        }
    }

    /// The living trace of the line's key, or one that was born before the paste.
    fn living(&mut self, scope: usize, said: &Said<'_>, kind: TraceType) -> u32 {
        let key = said.key();
        if let Some(&trace) = self.scopes[scope].open.get(&key) {
            self.becomes(trace, kind);
            return trace;
        }
        let trace = self.begin(said.line, kind, false);
        self.scopes[scope].open.insert(key, trace);
        trace
    }

    /// A whole attempt in one line: one for each recipient that the line names.
    fn attempts(&mut self, trace: u32, said: &Said<'_>, outcome: AttemptOutcome) {
        let list = said.captures.iter().find(|capture| {
            let field = said.entry.field(**capture);
            field.role == Role::Recipient && field.shape == Shape::Addresses
        });
        let Some(list) = list else {
            self.attempt(trace, said, said.line, outcome);
            return;
        };
        let (start, end) = (said.line, said.line);
        let list = list.at.of(said.body);
        for (part, at) in (0..).zip(addresses(list)) {
            let recipient = hash(Role::Recipient, at.of(list));
            self.attempts.push(Attempt { trace, start, end, outcome, part, recipient });
        }
    }

    fn attempt(&mut self, trace: u32, said: &Said<'_>, end: u32, outcome: AttemptOutcome) -> u32 {
        // Two addresses may be forwarded to one: they fail and succeed apart.
        let recipient = hash(Role::Recipient, said.value(Role::Recipient).unwrap_or_default())
            ^ said.value(Role::OriginalRecipient).map_or(0, |value| hash(Role::OriginalRecipient, value));
        self.attempts.push(Attempt { trace, start: said.line, end, outcome, part: 0, recipient });
        self.attempts.len() as u32 - 1
    }

    fn tie(&mut self, scope: usize, said: &Said<'_>, trace: u32) {
        let (role, led) = match said.entry.pattern.tie {
            None => return,
            Some(Tie::Known(role)) => (role, None),
            Some(Tie::Led(role, led)) => (role, Some(led)),
            Some(tie @ (Tie::LedTo(led) | Tie::LedFrom(led))) => {
                let Some(value) = said.value(Role::OtherMessage) else { return };
                let (key, back) = (hash(Role::Message, value), matches!(tie, Tie::LedFrom(_)));
                self.named.push(Named { scope, key, line: said.line, trace, led, back });
                return;
            }
        };
        let Some(value) = said.value(role) else { return };
        let known = Known { value: hash(role, value), line: said.line, trace };
        match led {
            None => self.known.push(known),
            Some(led) => self.led.push((known, led)),
        }
    }

    /// Where a message was given up, everybody who still waited for it failed.
    fn give_up(&mut self) {
        let mut failed = Vec::new();
        for verdict in self.verdicts.iter().filter(|verdict| verdict.gives_up) {
            let start = self.attempts.partition_point(|attempt| attempt.trace < verdict.trace);
            let of_trace = self.attempts[start..].iter().take_while(|attempt| attempt.trace == verdict.trace);
            let last: FxHashMap<u64, Attempt> =
                of_trace.map(|attempt| (attempt.recipient, *attempt)).collect();
            failed.extend(
                last.into_values()
                    .filter(|last| last.outcome == AttemptOutcome::Deferral)
                    .map(|last| Attempt { end: verdict.line, outcome: AttemptOutcome::Failure, ..last }),
            );
        }
        failed.sort_by_key(|attempt| (attempt.trace, attempt.start));
        self.attempts.extend(failed);
        self.attempts.sort_by_key(|attempt| attempt.trace);
    }

    /// Ends the reading: the outcome of every trace, and the ties between them. The attempts are in the
    /// order of their traces afterwards.
    pub fn finish(&mut self) -> Vec<Link> {
        self.attempts.sort_by_key(|attempt| attempt.trace);
        self.give_up();
        for of_trace in self.attempts.chunk_by(|a, b| a.trace == b.trace) {
            self.traces[of_trace[0].trace as usize].outcome = outcome(of_trace);
        }
        for verdict in &self.verdicts {
            let outcome = &mut self.traces[verdict.trace as usize].outcome;
            // A refusal of one recipient does not undo what the others got.
            let others = !matches!(outcome, Outcome::Unknown | Outcome::Failed);
            *outcome = if verdict.outcome == Outcome::Failed && others { Outcome::Partial } else { verdict.outcome };
        }
        for trace in &mut self.traces {
            if trace.outcome == Outcome::Unknown && trace.kind == TraceType::Message && !trace.ended {
                trace.outcome = Outcome::Open;
            }
        }
        // A process number is used again: what a line led to is the next trace that is known by it.
        self.known.sort_by_key(|known| (known.value, known.line));
        let mut links = Vec::new();
        for (from, led) in &self.led {
            let at = self.known.partition_point(|known| (known.value, known.line) <= (from.value, from.line));
            if let Some(to) = self.known.get(at).filter(|to| to.value == from.value && to.trace != from.trace)
            {
                links.push(Link { from: from.trace, to: to.trace, led: *led, line: from.line });
            }
        }
        for named in &self.named {
            let other = self.scopes[named.scope].open.get(&named.key).copied();
            if let Some(other) = other.filter(|other| *other != named.trace) {
                let (from, to) = if named.back { (other, named.trace) } else { (named.trace, other) };
                links.push(Link { from, to, led: named.led, line: named.line });
            }
        }
        links
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
        (true, true, _, _) => Outcome::Partial,
        (false, true, false, false) => Outcome::Failed,
        (_, true, _, _) => Outcome::Partial,
        (_, _, true, _) => Outcome::Deferred,
        (_, _, _, true) => Outcome::Open,
        (true, ..) => Outcome::Delivered,
        _ => Outcome::Unknown,
    }
}
