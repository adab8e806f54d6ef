//! Which lines belong together: one message's life in one queue, one session, one scan.
//!
//! Keys are reused: a queue number is the inode of a file, a delivery number starts again with the
//! service, process numbers wrap. So a key names a trace only from its birth to its end, and two lives of
//! one number are two traces. What a line does to its trace is said by its pattern's
//! [`Step`]; this file is the only one that keeps the state that takes.

use crate::format::{Led, Role, Step, Tie};
use crate::pattern::{Captures, Entry};
use crate::report::export::{AttemptOutcome, Level, Login, Outcome, TraceType};
use rustc_hash::{FxHashMap, FxHasher};
use std::hash::Hasher;
use std::net::IpAddr;

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
    /// How its log-in came out, where one was told of.
    pub login: Option<Login>,
    /// The most serious of its lines.
    pub worst: Level,
    /// Stands for the client's IP address; 0 when none is known.
    pub client: u64,
    /// Stands for the user; 0 when none is known.
    pub user: u64,
}

impl Trace {
    /// Takes the client and the user of a session from one of its lines.
    fn meet(&mut self, said: &Said<'_>) {
        if self.client == 0
            && let Some(ip) = said.ip()
        {
            self.client = hash(Role::Client, ip.to_string().as_bytes());
        }
        let user = said.value(Role::User).unwrap_or(said.user);
        if self.user == 0 && !user.is_empty() {
            self.user = hash(Role::User, &user.to_ascii_lowercase());
        }
    }

    /// How a session came out.
    fn of_session(&self) -> Outcome {
        match (self.login, self.worst) {
            (Some(Login::Failed), _) | (_, Level::Permanent | Level::Alert) => Outcome::Failed,
            (Some(Login::Ok), _) if self.ended => Outcome::Delivered,
            (Some(Login::Ok), _) => Outcome::Open,
            (Some(Login::None) | None, _) => Outcome::Unknown,
        }
    }
}

/// What came of the log-ins of one client's address.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Crowd {
    /// Sessions whose log-in failed.
    pub failed: u32,
    /// Different user names in those.
    pub users: u32,
    /// Sessions whose log-in worked.
    pub ok: u32,
}

/// The log-ins of every client, by what stands for its address.
pub fn crowds(traces: &[Trace]) -> FxHashMap<u64, Crowd> {
    let mut crowds: FxHashMap<u64, Crowd> = FxHashMap::default();
    let mut failed: Vec<(u64, u64)> = Vec::new();
    for trace in traces.iter().filter(|trace| trace.client != 0) {
        match trace.login {
            Some(Login::Ok) => crowds.entry(trace.client).or_default().ok += 1,
            Some(Login::Failed) => {
                crowds.entry(trace.client).or_default().failed += 1;
                failed.push((trace.client, trace.user));
            }
            Some(Login::None) | None => {}
        }
    }
    failed.sort_unstable();
    failed.dedup();
    for (client, _) in failed {
        crowds.entry(client).or_default().users += 1;
    }
    crowds
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
    /// Sessions that wait for lines with nothing but a user, by service and user; the latest is last.
    waiting: FxHashMap<u64, Vec<u32>>,
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
    /// The program of its frame.
    pub program: &'a [u8],
    /// The process number of its frame.
    pub pid: &'a [u8],
    /// Whom the process serves, by its frame.
    pub user: &'a [u8],
    /// The session of its frame.
    pub session: &'a [u8],
    /// The client of its frame.
    pub client: &'a [u8],
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
    fn key(&self) -> Option<u64> {
        let in_frame = |role, value: &[u8]| (!value.is_empty()).then(|| hash(role, value));
        in_frame(Role::Session, self.session)
            .or_else(|| {
                let mut roles = [Role::Session, Role::Message, Role::Pid].iter();
                roles.find_map(|&role| Some(hash(role, self.value(role).filter(|value| !value.is_empty())?)))
            })
            .or_else(|| in_frame(Role::Pid, self.pid).filter(|_| !self.delivers() || self.user.is_empty()))
    }

    /// True when the process delivers messages, one after the other.
    fn delivers(&self) -> bool {
        self.entry.format.delivers.iter().any(|program| program.as_bytes() == self.program)
    }

    /// The address of the client: as the line says it, else as the id of its session holds it.
    fn ip(&self) -> Option<IpAddr> {
        let written = self.value(Role::Client).or(Some(self.client)).filter(|ip| !ip.is_empty());
        let parsed = written.and_then(|ip| std::str::from_utf8(ip).ok()?.parse().ok());
        let id = || self.value(Role::Session).filter(|id| !id.is_empty()).unwrap_or(self.session);
        parsed.or_else(|| Some(crate::knowledge::session_id::decode(id())?.ip))
    }

    /// True when the key is the id of a session, which is never used again.
    fn has_session(&self) -> bool {
        !self.session.is_empty() || self.value(Role::Session).is_some_and(|id| !id.is_empty())
    }

    /// What a trace that this line begins is the story of.
    fn kind(&self, kind: TraceType) -> TraceType {
        match (self.delivers(), self.user.is_empty() && self.session.is_empty()) {
            (true, true) => TraceType::Connection,
            (true, false) => TraceType::Message,
            (false, _) => kind,
        }
    }

    /// What the trace of a broken process is the story of: whom it served, else only itself.
    fn broken(&self) -> TraceType {
        let serves = self.has_session() || !self.user.is_empty();
        if serves { TraceType::Session } else { TraceType::Connection }
    }

    /// Stands for a service and whom it serves: `imap-login` hands its sessions to `imap`.
    fn served(&self, user: &[u8]) -> u64 {
        let service = self.program.strip_suffix(b"-login").unwrap_or(self.program);
        hash(Role::Program, service) ^ hash(Role::User, &user.to_ascii_lowercase())
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
        let scope = self.scope(said);
        let trace = match step {
            Step::Alone => NONE,
            Step::Restart => {
                self.scopes[scope].running.clear();
                NONE
            }
            Step::Birth(kind) => self.born(scope, said, kind),
            Step::Envelope(kind) => {
                let open = said.key().and_then(|key| self.scopes[scope].open.get(&key).copied());
                let trace = match open {
                    Some(trace) if !self.traces[trace as usize].envelope => trace,
                    _ => self.born(scope, said, kind),
                };
                self.traces[trace as usize].envelope = true;
                trace
            }
            Step::Aside => self.open(scope, said).unwrap_or(NONE),
            Step::Part(_) if said.key().is_none() && said.user.is_empty() => NONE,
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
                if said.key().is_none() {
                    // Nothing tells the next message for the same user from this one.
                    self.end(scope, said, trace);
                }
                trace
            }
            Step::Death => {
                let trace = self.living(scope, said, TraceType::Message);
                self.end(scope, said, trace);
                trace
            }
            Step::Login(login) => {
                let trace = self.living(scope, said, TraceType::Session);
                self.log_in(scope, said, trace, login);
                trace
            }
            Step::Left(login) => {
                let trace = self.living(scope, said, TraceType::Session);
                self.log_in(scope, said, trace, login);
                self.end(scope, said, trace);
                trace
            }
            Step::Fault if said.key().is_none() => {
                let trace = self.begin(said.line, TraceType::Connection, true);
                self.scopes[scope].open.insert(hash(Role::Program, said.program), trace);
                trace
            }
            Step::Fault => self.living(scope, said, said.broken()),
            Step::Trail if said.key().is_none() => {
                self.scopes[scope].open.get(&hash(Role::Program, said.program)).copied().unwrap_or(NONE)
            }
            Step::Trail => self.living(scope, said, said.broken()),
        };
        if let Some(of) = self.traces.get_mut(trace as usize) {
            of.last = said.line;
            of.worst = of.worst.max(said.entry.pattern.level);
            if of.kind == TraceType::Session {
                of.meet(said);
            }
            self.tie(said, trace);
        }
        trace
    }

    /// Ends a life. A process number is used again, the id of a session is not: lines that come late
    /// still belong to it.
    fn end(&mut self, scope: usize, said: &Said<'_>, trace: u32) {
        self.traces[trace as usize].ended = true;
        let scope = &mut self.scopes[scope];
        if let Some(key) = said.key()
            && !said.has_session()
        {
            scope.open.remove(&key);
        }
        for user in [Some(said.user), said.value(Role::User)].into_iter().flatten() {
            if let Some(waiting) = scope.waiting.get_mut(&said.served(user)) {
                waiting.retain(|other| *other != trace);
            }
        }
    }

    /// Notes how a log-in came out: what worked stays worked, a refusal is not undone by hanging up.
    fn log_in(&mut self, scope: usize, said: &Said<'_>, trace: u32, login: Login) {
        let known = &mut self.traces[trace as usize].login;
        *known = match (*known, login) {
            (Some(Login::Ok), _) | (_, Login::Ok) => Some(Login::Ok),
            (Some(Login::Failed), _) | (_, Login::Failed) => Some(Login::Failed),
            (_, Login::None) => Some(Login::None),
        };
        if login == Login::Ok {
            let scope = &mut self.scopes[scope];
            if let Some(pid) = said.value(Role::Pid).filter(|pid| !pid.is_empty()) {
                scope.open.insert(hash(Role::Pid, pid), trace);
            }
            if let Some(user) = said.value(Role::User) {
                scope.waiting.entry(said.served(user)).or_default().push(trace);
            }
        }
    }

    fn scope(&mut self, said: &Said<'_>) -> usize {
        let realm = said.entry.format.realm;
        let host = if said.host.is_empty() { 0 } else { hash(Role::Host, said.host) };
        let found = self.scopes.iter().position(|scope| scope.host == host && scope.realm == realm);
        found.unwrap_or_else(|| {
            let (open, running, waiting) = (FxHashMap::default(), FxHashMap::default(), FxHashMap::default());
            self.scopes.push(Scope { realm, host, open, running, waiting });
            self.scopes.len() - 1
        })
    }

    fn begin(&mut self, line: u32, kind: TraceType, born: bool) -> u32 {
        self.traces.push(Trace {
            kind,
            first: line,
            last: line,
            born,
            ended: false,
            envelope: false,
            outcome: Outcome::Unknown,
            login: None,
            worst: Level::Info,
            client: 0,
            user: 0,
        });
        self.traces.len() as u32 - 1
    }

    fn born(&mut self, scope: usize, said: &Said<'_>, kind: TraceType) -> u32 {
        let trace = self.begin(said.line, kind, true);
        if let Some(key) = said.key() {
            self.scopes[scope].open.insert(key, trace);
        }
        trace
    }

    /// The living trace of the line's key. A line that names nothing but a user belongs to the user's
    /// latest session.
    fn open(&self, scope: usize, said: &Said<'_>) -> Option<u32> {
        let scope = &self.scopes[scope];
        match said.key() {
            Some(key) => scope.open.get(&key).copied(),
            None if said.user.is_empty() => None,
            None => scope.waiting.get(&said.served(said.user))?.last().copied(),
        }
    }

    /// The living trace of the line's key, or one that was born before the paste.
    fn living(&mut self, scope: usize, said: &Said<'_>, kind: TraceType) -> u32 {
        self.open(scope, said).unwrap_or_else(|| {
            let trace = self.begin(said.line, said.kind(kind), false);
            let scope = &mut self.scopes[scope];
            if let Some(key) = said.key() {
                scope.open.insert(key, trace);
            } else if !said.user.is_empty() {
                scope.waiting.entry(said.served(said.user)).or_default().push(trace);
            }
            trace
        })
    }

    fn attempt(&mut self, trace: u32, said: &Said<'_>, end: u32, outcome: AttemptOutcome) -> u32 {
        let recipient = hash(Role::Recipient, said.value(Role::Recipient).unwrap_or(said.user));
        self.attempts.push(Attempt { trace, start: said.line, end, outcome, recipient });
        self.attempts.len() as u32 - 1
    }

    fn tie(&mut self, said: &Said<'_>, trace: u32) {
        let (role, led) = match said.entry.pattern.tie {
            None => return,
            Some(Tie::Known(role)) => (role, None),
            Some(Tie::Led(role, led)) => (role, Some(led)),
        };
        let Some(value) = said.value(role) else { return };
        let known = Known { value: hash(role, value), line: said.line, trace };
        match led {
            None => self.known.push(known),
            Some(led) => self.led.push((known, led)),
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
            if trace.outcome == Outcome::Unknown && trace.kind == TraceType::Message && !trace.ended {
                trace.outcome = Outcome::Open;
            }
            if trace.kind == TraceType::Session {
                trace.outcome = trace.of_session();
            }
        }
        // A process number is used again: what a line led to is the next trace that is known by it.
        self.known.sort_by_key(|known| (known.value, known.line));
        let mut links = Vec::new();
        for (from, led) in &self.led {
            let at = self.known.partition_point(|known| (known.value, known.line) <= (from.value, from.line));
            if let Some(to) = self.known.get(at).filter(|to| to.value == from.value && to.trace != from.trace) {
                links.push(Link { from: from.trace, to: to.trace, led: *led, line: from.line });
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
