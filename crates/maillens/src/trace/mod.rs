//! Which lines belong together: one message's life in one queue, one session, one scan.
//!
//! Keys are reused: a queue number is the inode of a file, a delivery number starts again with the
//! service, process numbers wrap. So a key names a trace only from its birth to its end, and two lives of
//! one number are two traces. What a line does to its trace is said by its pattern's
//! [`Effect`]; this file is the only one that keeps the state that takes.

mod document;
mod during;
pub mod event;
mod living;

use crate::format::{Effect, Led, Place, Role, Shape, Side, Tie};
use crate::pattern::{Captures, Entry, addresses, partly};
use crate::syntax::left_out::is_left_out;
use crate::time::{Instant, NEVER};
use crate::vocabulary::{AttemptOutcome, Level, Login, Outcome, Party, TraceType};
use living::Living;
use rustc_hash::{FxHashMap, FxHashSet, FxHasher};
use std::hash::Hasher;
use std::net::IpAddr;

/// How far apart, in nanoseconds, the two ends of a tie by a process number can be: such numbers are used
/// again within the hour on a busy server.
const APART: u64 = 600_000_000_000;

/// So many lines before the first one of a connection, what its process reported is about that connection.
const EARLY: u32 = 20;

/// "No line", "no trace".
pub const NONE: u32 = u32::MAX;

/// A trace: where it begins and ends. Lines are counted from 0 here.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own, and none rules out another")]
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
    /// True when it has a number of its own.
    numbered: bool,
    /// The levels of its lines, one bit each.
    levels: u8,
    /// How it came out.
    pub outcome: Outcome,
    /// How its log-in came out, where one was told of.
    pub login: Option<Login>,
    /// Stands for the client's IP address; 0 when none is known.
    pub client: u64,
    /// Stands for the user; 0 when none is known.
    pub user: u64,
    /// Stands for the sender, where lines name it again and again; 0 when none did.
    sender: u64,
}

impl Trace {
    /// True when one of its lines is of this level.
    fn said(&self, level: Level) -> bool {
        self.levels & bit(level) != 0
    }

    /// The levels of its lines as a number: the larger, the more serious.
    pub fn levels(&self) -> u8 {
        self.levels
    }

    /// True when one of its lines is a warning or worse.
    pub fn is_serious(&self) -> bool {
        self.said(Level::Warning) || self.said(Level::Permanent) || self.said(Level::Alert)
    }

    /// True when one of its lines reports a fault of this server.
    pub fn has_fault(&self) -> bool {
        self.said(Level::Alert)
    }

    /// Takes the client and the user of a session from one of its lines.
    fn meet(&mut self, said: &Said<'_>) {
        if self.client == 0 {
            self.client = said.client();
        }
        let user = said.value(Role::User).unwrap_or(said.user);
        if self.user == 0 && !user.is_empty() {
            self.user = hash(Role::User, &user.to_ascii_lowercase());
        }
    }

    /// How a session came out.
    fn of_session(&self) -> Outcome {
        match self.login {
            _ if self.said(Level::Permanent) || self.said(Level::Alert) => Outcome::Failed,
            Some(Login::Failed) => Outcome::Failed,
            Some(Login::Ok) if self.ended => Outcome::Delivered,
            Some(Login::Ok) => Outcome::Open,
            Some(Login::None) | None => Outcome::Unknown,
        }
    }
}

/// What came of the log-ins of one client's address.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Crowd {
    /// The traces of those that failed, ascending.
    pub tries: Vec<u32>,
    /// Sessions whose log-in failed.
    pub failed: u32,
    /// Different user names in those.
    pub users: u32,
    /// Sessions whose log-in worked.
    pub ok: u32,
}

/// The log-ins of every client, by what stands for its address; those that failed and name none under 0.
pub fn crowds(traces: &[Trace]) -> FxHashMap<u64, Crowd> {
    let mut crowds: FxHashMap<u64, Crowd> = FxHashMap::default();
    let mut failed: Vec<(u64, u64)> = Vec::new();
    for (number, trace) in (0..).zip(traces) {
        match trace.login {
            Some(Login::Ok) if trace.client == 0 => {}
            Some(Login::Ok) => crowds.entry(trace.client).or_default().ok += 1,
            Some(Login::Failed) => {
                let crowd = crowds.entry(trace.client).or_default();
                crowd.failed += 1;
                crowd.tries.push(number);
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
    /// The scopes by realm and host.
    scope_of: FxHashMap<(&'static str, u64), usize>,
    known: Vec<Tying>,
    led: Vec<(Tying, Led)>,
    /// Messages by their numbers.
    numbered: Vec<Tying>,
    ties: Vec<(Tying, Tie)>,
    links: Vec<Link>,
    verdicts: Vec<Judged>,
    /// Connections and what may have come of them.
    during: during::Register,
    /// The last line that was taken and the trace it belongs to.
    before: Option<(u32, u32)>,
    /// The document whose lines are being read.
    document: Option<document::OpenDocument>,
    /// The first line of an attempt, and a line of a document that tells of it.
    pub told: Vec<(u32, u32)>,
    /// Serious lines that belong to no trace, and the trace that their process worked for.
    pub beside: Vec<(u32, u32)>,
}

/// A line that says how a trace came out.
#[derive(Debug, Clone, Copy)]
struct Judged {
    trace: u32,
    line: u32,
    outcome: Outcome,
    /// True when those who still waited failed.
    gives_up: bool,
}

/// The numbers of one server: those of two hosts, or of two kinds of server, have nothing in common.
#[derive(Debug, Default)]
struct Scope {
    /// Living traces by key.
    open: FxHashMap<u64, u32>,
    /// Running attempts by delivery number.
    running: FxHashMap<u64, u32>,
    /// Lines that wait for the trace of the next line of their session or process.
    ahead: FxHashMap<u64, Vec<u32>>,
    /// Sessions, by id, for whose lines one waited, and the trace of the last line of theirs that tells of one.
    behind: FxHashMap<u64, u32>,
    /// Serious lines of processes that work for no known trace, by process.
    early: FxHashMap<u64, Vec<u32>>,
    /// Sessions that wait for lines with nothing but a user, by service and user; the latest is last.
    waiting: FxHashMap<u64, Living>,
    /// Connections that are open, by client.
    calling: FxHashMap<u64, Living>,
}

/// A line that holds a value which can tie its trace to another.
#[derive(Debug, Clone, Copy)]
struct Tying {
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
            .or_else(|| key(self.entry, self.body, self.captures).map(|(role, value)| hash(role, value)))
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
        parsed.or_else(|| Some(crate::syntax::session_id::decode(id())?.ip))
    }

    /// Stands for the address of the client; 0 when none is known.
    fn client(&self) -> u64 {
        self.ip().map_or(0, standing_for)
    }

    /// Stands for this client's connections to the line's program: whoever reads by POP3 and by IMAP has two of them.
    fn calls(&self, client: u64) -> u64 {
        if self.entry.format.by_port { client ^ hash(Role::Program, self.program) } else { client }
    }

    /// True when the key is the id of a session, which is never used again.
    fn has_session(&self) -> bool {
        !self.session.is_empty()
            || matches!(key(self.entry, self.body, self.captures), Some((Role::Session, _)))
    }

    /// True when the key is one session's own: its id, or the client's address and port.
    fn has_own_key(&self) -> bool {
        self.has_session() || self.entry.format.by_port
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
        if serves { TraceType::Session } else { TraceType::Event }
    }

    /// Stands for a service and whom it serves: `imap-login` hands its sessions to `imap`.
    fn served(&self, user: &[u8]) -> u64 {
        let service = self.program.strip_suffix(b"-login").unwrap_or(self.program);
        hash(Role::Program, service) ^ hash(Role::User, &user.to_ascii_lowercase())
    }

    /// The number of a process that the field of this role holds.
    fn process_number(&self, role: Role) -> Option<u32> {
        std::str::from_utf8(self.value(role)?).ok()?.parse().ok()
    }

    /// What stands for the delivery attempt of the line: where there are several queues, each counts its own.
    fn delivery(&self) -> u64 {
        let number = hash(Role::Delivery, self.value(Role::Delivery).unwrap_or_default());
        self.value(Role::Path).map_or(number, |queue| number ^ hash(Role::Path, queue))
    }

    /// True where the line reports what keeps this server from its work: it's serious, or known as ours to mend.
    fn is_trouble_of_ours(&self) -> bool {
        let pattern = &self.entry.pattern;
        let ours = matches!(pattern.help.party, Some(Party::OurServer | Party::Dns));
        pattern.level >= Level::Permanent || pattern.level >= Level::Warning && ours
    }

    /// What names the session in which something was done for the trace of the line: its id, else the process.
    fn within(&self) -> Option<u64> {
        let id = self.value(Role::Session).filter(|id| !id.is_empty());
        id.map(|id| hash(Role::Session, id)).or_else(|| (!self.pid.is_empty()).then(|| self.process()))
    }

    /// What names the process of the line.
    fn process(&self) -> u64 {
        hash(Role::Pid, self.pid)
    }
}

/// What the body of a line says of the trace that it belongs to; without it, its frame names it.
/// `NOQUEUE` is no message, so such a line is about its connection.
pub fn key<'a>(entry: &Entry, body: &'a [u8], captures: &Captures) -> Option<(Role, &'a [u8])> {
    let of_role = |role| Some((role, entry.part(role, captures)?.of(body)));
    if entry.partly {
        return partly::queue_id(body).map(|at| (Role::Message, at.of(body)));
    }
    let usual = [Role::Session, Role::Message, Role::Pid];
    entry
        .pattern
        .key
        .into_iter()
        .chain(usual)
        .filter_map(of_role)
        .find(|(_, value)| !matches!(*value, b"" | b"NOQUEUE") && !is_masked(value))
        .or_else(|| {
            let whole = || Some((entry.part(Role::Client, captures)?, entry.part(Role::Port, captures)?));
            let (client, port) = entry.format.by_port.then(whole).flatten()?;
            Some((Role::Client, body.get(client.start as usize..port.end as usize)?))
        })
        .or_else(|| {
            let peer = captures.iter().find(|capture| entry.field(**capture).shape == Shape::Peer)?;
            Some((Role::Client, peer.at.of(body)))
        })
}

/// True for an id that whoever pasted the line put out of sight: it is the same for all.
fn is_masked(id: &[u8]) -> bool {
    matches!(id, [first @ (b'X' | b'x' | b'*' | b'#'), rest @ ..] if rest.len() > 2 && rest.iter().all(|byte| byte == first))
}

/// An address without the domain that qmail puts before it: `shop.example-ana@shop.example`.
fn unprefixed(address: &[u8]) -> &[u8] {
    let domain = memchr::memrchr(b'@', address).map_or(&[][..], |at| &address[at + 1..]);
    let rest = address.strip_prefix(domain).and_then(|rest| rest.strip_prefix(b"-"));
    rest.filter(|_| !domain.is_empty()).unwrap_or(address)
}

/// A value of a role as a number; equal values of equal roles are equal.
fn hash(role: Role, value: &[u8]) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(value);
    hasher.write_u8(role as u8);
    hasher.finish()
}

/// What stands for a user in [`Trace::user`].
pub fn user_key(user: &str) -> u64 {
    hash(Role::User, &user.as_bytes().to_ascii_lowercase())
}

/// What stands for a client's address in [`Trace::client`]; 0 for what is no address.
pub fn client_key(client: &str) -> u64 {
    client.parse().map_or(0, standing_for)
}

/// What stands for the address of a client; see [`Trace::client`].
pub(crate) fn standing_for(ip: IpAddr) -> u64 {
    match ip.to_canonical() {
        IpAddr::V4(ip) => hash(Role::Client, &ip.octets()),
        IpAddr::V6(ip) => hash(Role::Client, &ip.octets()),
    }
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
    #[expect(clippy::too_many_lines, reason = "one arm for each effect")]
    pub fn take(&mut self, said: &Said<'_>) -> u32 {
        let effect = said.entry.pattern.effect;
        if effect == Effect::Alone {
            if said.is_trouble_of_ours() && !said.pid.is_empty() {
                let scope = self.scope(said);
                self.put_beside(scope, said);
            }
            return NONE;
        }
        if effect == Effect::Follow {
            let Some((line, trace)) = self.before else { return NONE };
            if trace == NONE || line + 1 != said.line {
                return NONE;
            }
            self.traces[trace as usize].last = said.line;
            self.before = Some((said.line, trace));
            return trace;
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
        let trace = match effect {
            Effect::Alone | Effect::Follow => NONE,
            Effect::Restart => {
                self.scopes[scope].running.clear();
                NONE
            }
            Effect::Birth(kind) => self.born(scope, said, kind),
            Effect::Envelope(kind) => {
                let open = self.open(scope, said);
                let trace = match open {
                    Some(trace) if !self.traces[trace as usize].envelope => trace,
                    _ => self.born(scope, said, kind),
                };
                self.traces[trace as usize].envelope = true;
                self.becomes(trace, kind);
                trace
            }
            Effect::Again(kind) => {
                let sender =
                    hash(Role::Sender, &said.value(Role::Sender).unwrap_or_default().to_ascii_lowercase());
                let other = |open: &u32| ![0, sender].contains(&self.traces[*open as usize].sender);
                let trace = match self.open(scope, said).filter(other) {
                    Some(_) => self.named(scope, said, kind, false),
                    None => self.share(scope, said, kind),
                };
                self.traces[trace as usize].sender = sender;
                trace
            }
            Effect::Aside => self.open(scope, said).unwrap_or(NONE),
            Effect::Mention => self.mentioned(scope, said),
            Effect::Part(kind) => self.share(scope, said, kind),
            Effect::Start => {
                let trace = self.living(scope, said, TraceType::Message);
                let attempt = self.attempt(trace, said, NONE, AttemptOutcome::Open);
                self.scopes[scope].running.insert(said.delivery(), attempt);
                trace
            }
            Effect::Result(outcome) => {
                if let Some(attempt) = self.scopes[scope].running.remove(&said.delivery()) {
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
            Effect::Attempt(outcome) => {
                let trace = self.living(scope, said, TraceType::Message);
                self.attempts(trace, said, outcome);
                if said.key().is_none() {
                    // Nothing tells the next message for the same user from this one.
                    self.end(scope, said, trace);
                    // What is tried again goes on, though no later line can be known for its.
                    self.traces[trace as usize].ended = outcome != AttemptOutcome::Deferral;
                }
                trace
            }
            Effect::Early(kind) => self.open(scope, said).unwrap_or_else(|| self.born(scope, said, kind)),
            Effect::Death => self.ended(scope, said, TraceType::Message),
            Effect::End(kind) => self.ended(scope, said, kind),
            Effect::Login(login) => {
                // Nobody logs in twice, or after the end: such a number is in use again.
                let over = |of: &Trace| of.ended || of.login == Some(Login::Ok);
                let fresh = (login == Login::Failed).then(|| self.unported(scope, said, &[None])).flatten();
                let fresh =
                    fresh.or_else(|| (login == Login::Ok).then(|| self.ported(scope, said)).flatten());
                let trace = match self.open(scope, said).filter(|_| !said.has_session()) {
                    Some(open) if over(&self.traces[open as usize]) => {
                        self.named(scope, said, TraceType::Session, false)
                    }
                    _ => fresh.unwrap_or_else(|| self.living(scope, said, TraceType::Session)),
                };
                self.log_in(scope, said, trace, login);
                self.traces[trace as usize].ended |= !said.entry.format.says_end;
                trace
            }
            Effect::Left(login) => {
                let tried = [None, Some(Login::Failed), Some(Login::None)];
                let open = (login == Login::None).then(|| self.unported(scope, said, &tried)).flatten();
                let trace = open.unwrap_or_else(|| self.living(scope, said, TraceType::Session));
                self.log_in(scope, said, trace, login);
                self.end(scope, said, trace);
                trace
            }
            Effect::Fault | Effect::Trail => self.broken(scope, said, effect == Effect::Fault),
            Effect::Ahead => {
                if let Some(session) = said.within() {
                    self.scopes[scope].ahead.entry(session).or_default().push(said.line);
                }
                NONE
            }
            Effect::Behind => {
                let of = &mut self.scopes[scope];
                let session = said.within().unwrap_or_default();
                of.behind.get(&session).copied().unwrap_or_else(|| {
                    // Nothing was delivered: what waited for it tells of no trace.
                    of.ahead.remove(&session);
                    NONE
                })
            }
            Effect::Done => {
                let trace = self.living(scope, said, TraceType::Message);
                self.traces[trace as usize].ended = true;
                trace
            }
            Effect::Verdict(kind, outcome) => {
                let trace = self.living(scope, said, kind);
                self.verdicts.push(Judged { trace, line: said.line, outcome, gives_up: false });
                trace
            }
            Effect::GiveUp => {
                let trace = self.living(scope, said, TraceType::Message);
                let outcome = Outcome::Failed;
                self.verdicts.push(Judged { trace, line: said.line, outcome, gives_up: true });
                trace
            }
        };
        self.before = Some((said.line, trace));
        if let Some(of) = self.traces.get_mut(trace as usize) {
            of.last = said.line;
            of.levels |= bit(said.entry.pattern.level);
            if of.kind == TraceType::Session {
                of.meet(said);
            }
            self.tie(scope, said, trace);
            self.catch_up(scope, said, trace);
        }
        trace
    }

    /// Gives the lines that waited for the trace of this session or process to it.
    fn catch_up(&mut self, scope: usize, said: &Said<'_>, trace: u32) {
        let of = &mut self.scopes[scope];
        if of.ahead.is_empty() && of.behind.is_empty() {
            return;
        }
        let Some(session) = said.within() else { return };
        let lines = of.ahead.remove(&session);
        if said.entry.pattern.effect == Effect::Behind {
            of.behind.remove(&session);
        } else if said.value(Role::Session).is_some() && (lines.is_some() || of.behind.contains_key(&session))
        {
            of.behind.insert(session, trace);
        }
        for line in lines.unwrap_or_default() {
            let of = &mut self.traces[trace as usize];
            of.first = of.first.min(line);
            self.late.push((line, trace));
        }
    }

    /// The trace of a line that is a part of one. What names nothing but its client belongs to the client's
    /// only open connection, or to none. The number of a process that serves many, one after the other,
    /// begins no session.
    fn share(&mut self, scope: usize, said: &Said<'_>, kind: TraceType) -> u32 {
        let nameless = said.key().is_none() && said.user.is_empty();
        let many =
            kind == TraceType::Session && !said.has_own_key() && said.user.is_empty() && !said.delivers();
        if nameless {
            return self.caller(scope, said);
        }
        if many {
            return self.open(scope, said).unwrap_or(NONE);
        }
        // One process serves one client after the other; where the lines between are left out, the address tells them apart.
        let client = said.client();
        let is_call = |of: &Trace| of.kind == TraceType::Connection && !of.born && !of.numbered;
        let other = |of: &Trace| is_call(of) && ![0, client].contains(&of.client);
        let trace = match self.open(scope, said) {
            Some(open) if client != 0 && !said.has_own_key() && other(&self.traces[open as usize]) => {
                self.named(scope, said, kind, false)
            }
            _ => self.living(scope, said, kind),
        };
        let of = &mut self.traces[trace as usize];
        if is_call(of) && of.client == 0 {
            of.client = client;
        }
        trace
    }

    /// The trace of a line whose text is not known.
    fn mentioned(&mut self, scope: usize, said: &Said<'_>) -> u32 {
        let id = key(said.entry, said.body, said.captures).is_some();
        if id || !said.session.is_empty() {
            let kind = if id { TraceType::Message } else { TraceType::Session };
            return self.living(scope, said, kind);
        }
        let serious = said.entry.pattern.level >= Level::Warning;
        match self.open(scope, said) {
            Some(open) if serious && self.traces[open as usize].kind == TraceType::Connection => {
                self.put_beside(scope, said);
                NONE
            }
            None if serious && !said.pid.is_empty() => {
                self.put_beside(scope, said);
                NONE
            }
            open => open.unwrap_or(NONE),
        }
    }

    /// Notes which trace the process of a serious line works for, or will.
    fn put_beside(&mut self, scope: usize, said: &Said<'_>) {
        let scope = &mut self.scopes[scope];
        match scope.open.get(&said.process()) {
            Some(open) => self.beside.push((said.line, *open)),
            None => scope.early.entry(said.process()).or_default().push(said.line),
        }
    }

    /// Gives what its process reported before it to a connection whose beginning is not in the paste.
    fn take_early(&mut self, scope: usize, said: &Said<'_>, trace: u32) {
        let early = self.scopes[scope].early.remove(&said.process()).unwrap_or_default();
        let near = early.into_iter().filter(|line| said.line - line <= EARLY);
        self.beside.extend(near.map(|line| (line, trace)));
    }

    /// A new event, which this line reports first.
    pub fn event(&mut self, line: u32, level: Level) -> u32 {
        let event = self.begin(line, TraceType::Event, true);
        self.traces[event as usize].ended = true;
        self.reported(event, line, level);
        event
    }

    /// Notes a line that reports an event.
    pub fn reported(&mut self, event: u32, line: u32, level: Level) {
        let of = &mut self.traces[event as usize];
        of.last = line;
        of.levels |= bit(level);
        of.outcome = of.outcome.min(event::outcome(level));
    }

    /// The trace of a line about a process that broke; `first` where the line begins to tell of it. What
    /// names nothing is known by its program until the next fault.
    fn broken(&mut self, scope: usize, said: &Said<'_>, first: bool) -> u32 {
        if said.key().is_some() {
            return self.living(scope, said, said.broken());
        }
        let program = hash(Role::Program, said.program);
        if !first {
            return self.scopes[scope].open.get(&program).copied().unwrap_or(NONE);
        }
        let trace = self.begin(said.line, TraceType::Event, true);
        self.scopes[scope].open.insert(program, trace);
        trace
    }

    fn ended(&mut self, scope: usize, said: &Said<'_>, kind: TraceType) -> u32 {
        let trace = self.living(scope, said, kind);
        self.end(scope, said, trace);
        trace
    }

    /// Ends a life. A process number is used again, the id of a session is not, and a port not soon: lines
    /// that come late still belong to it.
    fn end(&mut self, scope: usize, said: &Said<'_>, trace: u32) {
        self.traces[trace as usize].ended = true;
        let scope = &mut self.scopes[scope];
        if let Some(key) = said.key()
            && !said.has_own_key()
        {
            scope.open.remove(&key);
        }
        let client = said.calls(self.traces[trace as usize].client);
        if let Some(calling) = scope.calling.get_mut(&client) {
            calling.remove(trace);
            if calling.last().is_none() {
                scope.calling.remove(&client);
            }
        }
        // The process that served the session may serve another one next.
        let process = hash(Role::Pid, said.pid);
        if scope.open.get(&process) == Some(&trace) {
            scope.open.remove(&process);
        }
        for user in [Some(said.user), said.value(Role::User)].into_iter().flatten() {
            if let Some(waiting) = scope.waiting.get_mut(&said.served(user)) {
                waiting.remove(trace);
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
        *self.scope_of.entry((realm, host)).or_insert_with(|| {
            self.scopes.push(Scope::default());
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
            numbered: false,
            levels: 0,
            outcome: Outcome::Unknown,
            login: None,
            client: 0,
            user: 0,
            sender: 0,
        });
        self.traces.len() as u32 - 1
    }

    fn born(&mut self, scope: usize, said: &Said<'_>, kind: TraceType) -> u32 {
        let trace = self.named(scope, said, kind, true);
        let client = said.client();
        if kind == TraceType::Connection
            && client != 0
            && let Some(process) = said.process_number(Role::Pid)
        {
            self.traces[trace as usize].client = client;
            self.during.calls.push(during::Call { trace, client, process });
            self.scopes[scope].calling.entry(said.calls(client)).or_default().push(trace);
        }
        trace
    }

    /// The connection of the line's client, where only one is open.
    fn caller(&self, scope: usize, said: &Said<'_>) -> u32 {
        self.scopes[scope].calling.get(&said.calls(said.client())).and_then(Living::only).unwrap_or(NONE)
    }

    /// A new trace under the line's key. What has no number of its own is no message but a connection, unless the line
    /// tells of a delivery.
    fn named(&mut self, scope: usize, said: &Said<'_>, kind: TraceType, born: bool) -> u32 {
        let own = key(said.entry, said.body, said.captures);
        let kind = match (kind, own) {
            (TraceType::Message, None)
                if !said.delivers() && !matches!(said.entry.pattern.effect, Effect::Attempt(_)) =>
            {
                TraceType::Connection
            }
            _ => said.kind(kind),
        };
        let trace = self.begin(said.line, kind, born);
        if !self.scopes[scope].early.is_empty() && kind == TraceType::Connection && !born {
            self.take_early(scope, said, trace);
        }
        if let Some(value) = said.key() {
            if matches!(own, Some((Role::Message, _))) {
                self.traces[trace as usize].numbered = true;
                self.numbered.push(Tying { value, line: said.line, trace });
            }
            self.scopes[scope].open.insert(value, trace);
        } else if !said.user.is_empty() {
            self.scopes[scope].waiting.entry(said.served(said.user)).or_default().push(trace);
        } else if said.entry.format.by_port
            && said.client() != 0
            && said.entry.pattern.effect != Effect::Login(Login::Ok)
        {
            self.traces[trace as usize].client = said.client();
            self.scopes[scope].calling.entry(said.calls(said.client())).or_default().push(trace);
        }
        trace
    }

    /// The latest open connection of the line's client whose log-in came out so, where the program leaves out the
    /// port that would name the connection.
    fn unported(&self, scope: usize, said: &Said<'_>, logins: &[Option<Login>]) -> Option<u32> {
        if !said.entry.format.by_port || said.key().is_some() {
            return None;
        }
        let calling = self.scopes[scope].calling.get(&said.calls(said.client()))?;
        calling.last().filter(|open| logins.contains(&self.traces[*open as usize].login))
    }

    /// The latest connection of the line's client whose port only its log-in names.
    fn ported(&mut self, scope: usize, said: &Said<'_>) -> Option<u32> {
        let key = said.key().filter(|_| said.entry.format.by_port && self.open(scope, said).is_none())?;
        let calls = said.calls(said.client());
        let calling = self.scopes[scope].calling.get_mut(&calls)?;
        let trace = calling.last().filter(|open| self.traces[*open as usize].login.is_none())?;
        calling.remove(trace);
        self.scopes[scope].open.insert(key, trace);
        Some(trace)
    }

    /// The living trace of the line's key. A line that names nothing but a user belongs to the user's
    /// latest session.
    fn open(&self, scope: usize, said: &Said<'_>) -> Option<u32> {
        let scope = &self.scopes[scope];
        match said.key() {
            Some(key) => scope.open.get(&key).copied(),
            None if said.user.is_empty() => None,
            None => scope.waiting.get(&said.served(said.user))?.last(),
        }
    }

    /// The living trace of the line's key, or one that was born before the paste.
    fn living(&mut self, scope: usize, said: &Said<'_>, kind: TraceType) -> u32 {
        if let Some(trace) = self.open(scope, said) {
            self.becomes(trace, kind);
            return trace;
        }
        self.named(scope, said, kind, false)
    }

    /// A connection that turns out to carry a message, under the message's own number, is its story.
    fn becomes(&mut self, trace: u32, kind: TraceType) {
        let of = &mut self.traces[trace as usize];
        if of.kind == TraceType::Connection && of.numbered {
            of.kind = kind;
        }
    }

    /// A whole attempt in one line: one for each recipient that the line names.
    fn attempts(&mut self, trace: u32, said: &Said<'_>, outcome: AttemptOutcome) {
        let list = said.captures.iter().find(|capture| said.entry.field(**capture).shape == Shape::Addresses);
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
        let recipient = hash(Role::Recipient, unprefixed(said.value(Role::Recipient).unwrap_or(said.user)))
            ^ said.value(Role::OriginalRecipient).map_or(0, |value| hash(Role::OriginalRecipient, value));
        self.attempts.push(Attempt { trace, start: said.line, end, outcome, part: 0, recipient });
        self.attempts.len() as u32 - 1
    }

    fn tie(&mut self, scope: usize, said: &Said<'_>, trace: u32) {
        let Some(tie) = said.entry.pattern.tie else { return };
        let known = |value: u64| Tying { value, line: said.line, trace };
        // What people left out is equal to nothing.
        let of = |role| {
            Some(hash(role, said.value(role).filter(|value| role != Role::Client || !is_left_out(value))?))
        };
        match tie {
            Tie::Known(role) => {
                self.known.extend(of(role).map(known));
                if role == Role::MessageId {
                    self.same(said, known);
                } else if role == Role::Queued {
                    let (line, process) = (said.line, said.process_number(role));
                    let event = during::Event { trace, line, client: 0, process, led: Led::Message };
                    self.during.events.push(event);
                }
            }
            Tie::During(led) => {
                let process = std::str::from_utf8(said.pid).ok().and_then(|pid| pid.parse().ok());
                let event = during::Event { trace, line: said.line, client: said.client(), process, led };
                self.during.events.push(event);
            }
            Tie::Led(role, led) => self.led.extend(of(role).map(|value| (known(value), led))),
            Tie::Near(role, ..) => self.ties.extend(of(role).map(|value| (known(value), tie))),
            Tie::Made(role, _) | Tie::MadeBy(role, _) => {
                // What a notice quotes is the message that it is about.
                let notice = self.traces[trace as usize].kind == TraceType::Bounce && self.part().is_quoted();
                let tie = if notice { Tie::MadeBy(role, Led::Bounce) } else { tie };
                let number = said.value(role).filter(|number| *number != b"NOQUEUE");
                self.ties.extend(number.map(|number| (known(hash(Role::Message, number)), tie)));
            }
            Tie::Same(_) => self.same(said, known),
            Tie::Inside(led) => {
                if let Some(&from) = self.scopes[scope].open.get(&said.process()) {
                    self.traces[from as usize].levels |= bit(Level::Success);
                    self.links.push(Link { from, to: trace, led, line: said.line, guess: false });
                }
            }
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

    /// Notes which mail a line is about, by its `Message-ID`.
    fn same(&mut self, said: &Said<'_>, known: impl Fn(u64) -> Tying) {
        let id = said
            .value(Role::MessageId)
            .filter(|id| !matches!(*id, b"" | b"<>" | b"(unknown)" | b"unspecified"));
        self.ties.extend(id.map(|id| (known(message_id(id)), Tie::Same(Role::MessageId))));
    }

    /// Ends the reading: the outcome of every trace, and the ties between them. The attempts are in the
    /// order of their traces afterwards.
    pub fn finish(&mut self, times: &[Instant]) -> Vec<Link> {
        self.attempts = by_trace(&self.attempts, self.traces.len());
        self.give_up();
        for of_trace in self.attempts.chunk_by(|a, b| a.trace == b.trace) {
            let trace = &mut self.traces[of_trace[0].trace as usize];
            trace.outcome = outcome(of_trace, trace.ended);
        }
        for verdict in &self.verdicts {
            let outcome = &mut self.traces[verdict.trace as usize].outcome;
            // A refusal of one recipient does not undo what the others got.
            let others = !matches!(outcome, Outcome::Unknown | Outcome::Failed);
            *outcome =
                if verdict.outcome == Outcome::Failed && others { Outcome::Partial } else { verdict.outcome };
        }
        for trace in &mut self.traces {
            if trace.outcome == Outcome::Unknown {
                trace.outcome = without_attempts(trace);
            }
        }
        self.known.sort_unstable_by_key(|known| (known.value, known.line));
        self.numbered.sort_unstable_by_key(|known| (known.value, known.line));
        let mut links = std::mem::take(&mut self.links);
        for (from, led) in &self.led {
            if let Some(to) = self.led_to(from, times) {
                links.push(Link { from: from.trace, to, led: *led, line: from.line, guess: false });
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
        self.during.guess(&self.traces, times, &mut links);
        let numbered = |trace: u32| self.traces[trace as usize].numbered;
        during::stored(&self.attempts, numbered, times, &mut links);
        let mut seen = FxHashSet::default();
        links.retain(|link| link.from != link.to && seen.insert((link.from, link.to)));
        links
    }

    /// The trace that a line led to. A process number is used again, and logs can be pasted one after the
    /// other: it is the one of this number nearest in time, or without times the next in the paste.
    fn led_to(&self, from: &Tying, times: &[Instant]) -> Option<u32> {
        let start = self.known.partition_point(|known| known.value < from.value);
        let alike = self.known[start..].iter().take_while(|known| known.value == from.value);
        let alike = alike.filter(|known| known.trace != from.trace);
        let time = |known: &Tying| times.get(known.line as usize).copied().unwrap_or(NEVER);
        let (own, before) = (time(from), |known: &Tying| known.line < from.line);
        let far = |known: &Tying| (before(known), known.line.abs_diff(from.line));
        let dated = alike.clone().filter(|known| own != NEVER && time(known) != NEVER);
        let mut dated = dated.map(|known| (time(known).abs_diff(own), known)).peekable();
        let found = if dated.peek().is_some() {
            dated.filter(|(apart, _)| *apart <= APART).min_by_key(|(apart, known)| (*apart, far(known)))?.1
        } else {
            alike.min_by_key(|known| far(known))?
        };
        Some(found.trace)
    }

    /// Ties traces of one mail to one another: a message to the message before it, a scan to the message
    /// that it was made for. The ties that a line states go before.
    fn same_mail(&mut self, links: &mut Vec<Link>) {
        let mut same: Vec<Tying> = self
            .ties
            .iter()
            .filter(|(_, tie)| matches!(tie, Tie::Same(_)))
            .map(|(known, _)| *known)
            .collect();
        crate::sort::by_key(&mut same, |known| (known.value, known.line));
        for of_mail in same.chunk_by(|a, b| a.value == b.value) {
            let is_scan = |known: &Tying| self.traces[known.trace as usize].kind == TraceType::Scan;
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

/// The attempts in the order of their traces, those of one in their own. Counted into their places, as those of
/// many messages are under way at once.
fn by_trace(attempts: &[Attempt], traces: usize) -> Vec<Attempt> {
    let mut next = vec![0; traces + 1];
    for attempt in attempts {
        next[attempt.trace as usize + 1] += 1;
    }
    for at in 1..next.len() {
        next[at] += next[at - 1];
    }
    let mut sorted = attempts.to_vec();
    for attempt in attempts {
        let place = &mut next[attempt.trace as usize];
        sorted[*place] = *attempt;
        *place += 1;
    }
    sorted
}

/// The trace that is known by this value nearest before a line, or else after it; or the other way round.
fn nearest(sorted: &[Tying], this: &Tying, side: Side) -> Option<u32> {
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
    match trace.kind {
        TraceType::Session => trace.of_session(),
        TraceType::Event => Outcome::Failed,
        TraceType::Message if !trace.ended => Outcome::Open,
        _ if trace.said(Level::Permanent) => Outcome::Failed,
        _ if trace.said(Level::Temporary) => Outcome::Deferred,
        TraceType::Message => Outcome::Unknown,
        // A look for spam has done its work, whatever it found.
        TraceType::Scan if trace.ended => Outcome::Delivered,
        _ if trace.said(Level::Success) => Outcome::Delivered,
        _ => Outcome::Unknown,
    }
}

/// How a message came out, from its attempts in order: the last result of every recipient counts.
///
/// A recipient that still waits when the message leaves the queue was given up: its time was over, or an
/// administrator removed the message.
fn outcome(attempts: &[Attempt], ended: bool) -> Outcome {
    let mut last: FxHashMap<u64, AttemptOutcome> = FxHashMap::default();
    for attempt in attempts {
        let now = last.entry(attempt.recipient).or_insert(attempt.outcome);
        // An attempt without a result does not undo the result before it.
        if attempt.outcome != AttemptOutcome::Open {
            *now = attempt.outcome;
        }
    }
    let given_up = |last| match last {
        AttemptOutcome::Deferral if ended => AttemptOutcome::Failure,
        last => last,
    };
    let any = |outcome| last.values().any(|last| given_up(*last) == outcome);
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
