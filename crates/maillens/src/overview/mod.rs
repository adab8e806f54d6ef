//! A whole log at a glance: outcomes over time, why mail failed and where, delivery slots, log-ins, spam
//! scores, who sends much, and where in the paste the problems are.
//!
//! [`Survey`] reads the columns of a log and takes apart only the lines that hold a number it needs, in
//! slices, so that a page stays free while a million lines are counted. Nothing is guessed or sampled:
//! every number can be counted again by hand.

mod logins;
mod scale;

use crate::explain;
use crate::export::{Scan, Sentence};
use crate::format::{Place, Role, Shape};
use crate::knowledge::spamassassin::{self, About};
use crate::log::{Claim, Log, Parsed};
use crate::pattern::{CATALOGUE, addresses};
use crate::settings::Show;
use crate::sort;
use crate::text::lossy;
use crate::time::zone::Zone;
use crate::time::{Instant, NEVER, in_zone};
use crate::trace::{Attempt, NONE};
use crate::vocabulary::Reason;
use crate::vocabulary::{AttemptOutcome, Cited, Level, Outcome, Party, TraceType};
use rustc_hash::{FxHashMap, FxHashSet};
use scale::Scale;
use std::net::IpAddr;

/// A table names so many rows, the rest is counted.
pub const ROWS: usize = 50;

/// The paste is drawn in at most so many stretches.
const STRETCHES: u32 = 200;

/// A row rests on at most so many lines.
const CITES: usize = 3;

/// What a whole log shows at a glance. Parts without data are empty.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Overview {
    /// Outcomes over time, in buckets of equal width without gaps; none where no line has a time.
    pub buckets: Vec<Bucket>,
    /// The width of a bucket in seconds.
    pub width: i64,
    /// Why attempts failed or were put off; the most frequent first.
    pub reasons: Vec<ReasonCount>,
    /// The domains that mail was delivered to; the one with the most problems first.
    pub domains: Table<Domain>,
    /// Most delivery slots of qmail in use at once, and how many there are; `None` without such lines.
    pub slots: Option<Slots>,
    /// The log-ins of every user; what stands out first, then the most failures.
    pub users: Table<LogIns>,
    /// The log-ins from every client's address, in the same order.
    pub clients: Table<LogIns>,
    /// The looks for spam; `None` where there were none with a score.
    pub scans: Option<Scans>,
    /// Envelope senders; those with the most messages first.
    pub senders: Table<Sender>,
    /// Clients that handed mail over or wanted to; the most refused first.
    pub callers: Table<Caller>,
    /// The lines of the paste in stretches of equal length, in order.
    pub map: Vec<Stretch>,
}

/// The first rows of a table and how many more there are.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Table<T> {
    /// At most [`ROWS`] rows.
    pub rows: Vec<T>,
    /// Rows that were left out.
    pub more: u32,
}

impl<T> Default for Table<T> {
    fn default() -> Table<T> {
        Table { rows: Vec::new(), more: 0 }
    }
}

/// How things came out, in four kinds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Tally {
    /// It worked.
    pub delivered: u32,
    /// It is or was to be tried again.
    pub deferred: u32,
    /// It failed, wholly or in part.
    pub failed: u32,
    /// The log does not tell.
    pub open: u32,
}

impl Tally {
    /// All of them.
    pub fn total(self) -> u32 {
        self.delivered + self.deferred + self.failed + self.open
    }

    fn count(&mut self, outcome: Outcome) {
        *match outcome {
            Outcome::Delivered => &mut self.delivered,
            Outcome::Deferred => &mut self.deferred,
            Outcome::Failed | Outcome::Partial => &mut self.failed,
            Outcome::Open | Outcome::Unknown => &mut self.open,
        } += 1;
    }

    fn tried(&mut self, outcome: AttemptOutcome) {
        *match outcome {
            AttemptOutcome::Success => &mut self.delivered,
            AttemptOutcome::Deferral => &mut self.deferred,
            AttemptOutcome::Failure => &mut self.failed,
            AttemptOutcome::Open => &mut self.open,
        } += 1;
    }
}

/// A stretch of time.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Bucket {
    /// Its first second, since 1970 UTC.
    pub at: i64,
    /// Its first second in the zone that times are shown in, else the zone of the log.
    pub shown: String,
    /// The traces that began in it, by how they came out in the end.
    pub traces: Tally,
    /// The delivery attempts that ended in it; one without an end counts where it began.
    pub attempts: Tally,
    /// The most local delivery slots in use at once, where a line tells.
    pub local: Option<u32>,
    /// The most remote delivery slots in use at once, where a line tells.
    pub remote: Option<u32>,
}

/// Why attempts did not work.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct ReasonCount {
    /// Why.
    pub reason: Reason,
    /// One line in plain words.
    pub headline: String,
    /// Who must act, unless a log says otherwise.
    pub party: Party,
    /// Attempts that failed or were put off for it.
    pub attempts: u32,
    /// Messages with such an attempt.
    pub messages: u32,
    /// Lines with the first such results.
    pub lines: Cited,
}

/// What became of the mail for one domain.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Domain {
    /// The domain, in lower case.
    pub domain: String,
    /// Attempts by how they ended.
    pub attempts: Tally,
    /// Seconds from the message's arrival to its delivery, on average over all deliveries whose message
    /// arrives in the log.
    pub mean: Option<f64>,
    /// The longest of them, in seconds.
    pub worst: Option<f64>,
}

/// Delivery slots of qmail.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Slots {
    /// The most local slots in use at once.
    pub local: u32,
    /// Local slots that there are (`concurrencylocal`).
    pub local_limit: u32,
    /// The most remote slots in use at once.
    pub remote: u32,
    /// Remote slots that there are (`concurrencyremote`).
    pub remote_limit: u32,
    /// The first line that tells of the most remote slots in use.
    pub line: u32,
}

/// The log-ins of one user, or from one client's address.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct LogIns {
    /// The user, or the client's IP address.
    pub name: String,
    /// Sessions whose log-in worked.
    pub ok: u32,
    /// Sessions whose log-in failed.
    pub failed: u32,
    /// Clients of the user, or users of the client, in all of these.
    pub others: u32,
    /// The services that were used: `imap`, `pop3`, …
    pub services: Vec<String>,
    /// When the first session began, as the settings show it.
    pub first: Option<String>,
    /// When the last session began, as the settings show it.
    pub last: Option<String>,
    /// When the last session began whose log-in worked.
    pub last_ok: Option<String>,
    /// What stands out, in plain words.
    pub verdict: Option<Sentence>,
    /// The first and last failure and the last success.
    pub lines: Cited,
}

/// The looks for spam.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Scans {
    /// Mails with a score.
    pub total: u32,
    /// Those that were called spam.
    pub spam: u32,
    /// Points from which a mail counts as spam: the most frequent limit.
    pub required: f64,
    /// Scores in steps of one point, without gaps, from low to high. The outermost hold all beyond.
    pub scores: Vec<Scores>,
    /// Rules that spam met and that do not speak for a mail; the most frequent first.
    pub rules: Table<RuleCount>,
}

/// How many mails have a score.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Scores {
    /// The least score that counts here; one more is the least that does not.
    pub from: i32,
    /// Mails that were called spam.
    pub spam: u32,
    /// Other mails.
    pub wanted: u32,
}

/// How often a rule was met.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct RuleCount {
    /// Its name.
    pub rule: String,
    /// What it means, where it is known.
    pub says: Option<String>,
    /// True when it is about the sender's set-up or how the mail was made, which a sender can correct.
    pub set_up: bool,
    /// Spam that met it.
    pub spam: u32,
    /// Other mails that met it.
    pub wanted: u32,
}

/// What one envelope sender sent.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Sender {
    /// The address; empty for notices about failed delivery.
    pub sender: String,
    /// Its messages by how they came out.
    pub messages: Tally,
}

/// What one client's address handed over or wanted to.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Caller {
    /// The IP address.
    pub client: String,
    /// Connections without a message and messages, by how they came out.
    pub came: Tally,
    /// Messages that it handed over.
    pub messages: u32,
}

/// A stretch of lines.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Stretch {
    /// Its first line, from 1.
    pub from: u32,
    /// How many lines it has.
    pub lines: u32,
    /// How many of them no format claimed.
    pub unread: u32,
    /// How many of them tell of a problem.
    pub problems: u32,
    /// The worst level of its lines.
    pub level: Level,
    /// The first line of that level, from 1.
    pub worst: u32,
}

impl Overview {
    /// Surveys a whole log at once.
    pub fn of(log: &Log) -> Overview {
        let mut survey = Survey::new(log);
        while survey.advance(log, u32::MAX) < 1.0 {}
        survey.finish(log)
    }
}

/// Counts a log in slices.
#[derive(Debug)]
pub struct Survey {
    line: u32,
    trace: u32,
    scale: Scale,
    buckets: Vec<Bucket>,
    /// Which entries hold a sender, a client, or delivery slots in use.
    holds: Vec<Holds>,
    names: Names,
    /// The sender and the client of every trace, by their numbers among the names.
    sender: Vec<u32>,
    client: Vec<u32>,
    /// Texts of lines about delivery slots, which come again and again.
    status: FxHashMap<Vec<u8>, Option<[u32; 4]>>,
    slots: Option<Slots>,
    reasons: FxHashMap<Reason, (u32, u32, Vec<u32>)>,
    /// What the wordings of results were judged to mean.
    judged: FxHashMap<Vec<u8>, Option<Reason>>,
    domains: FxHashMap<u32, Sum>,
    senders: FxHashMap<u32, Tally>,
    callers: FxHashMap<u32, (Tally, u32)>,
    tries: Vec<logins::Try>,
    scans: Vec<Scan>,
    map: Vec<Stretch>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Holds {
    sender: bool,
    client: bool,
    slots: bool,
}

/// The deliveries to one domain.
#[derive(Debug, Default)]
struct Sum {
    attempts: Tally,
    delay: f64,
    timed: u32,
    worst: f64,
}

/// Texts and their numbers.
#[derive(Debug, Default)]
struct Names {
    numbers: FxHashMap<Vec<u8>, u32>,
    texts: Vec<String>,
}

impl Names {
    fn number(&mut self, text: &[u8]) -> u32 {
        if let Some(&number) = self.numbers.get(text) {
            return number;
        }
        let number = self.texts.len() as u32;
        self.numbers.insert(text.to_vec(), number);
        self.texts.push(lossy(text).into_owned());
        number
    }

    fn text(&self, number: u32) -> String {
        self.texts.get(number as usize).cloned().unwrap_or_default()
    }
}

/// What the work on one line, one line that is taken apart, and one trace that is explained costs, roughly.
const LOOK: u32 = 1;
const PARSE: u32 = 20;
const EXPLAIN: u32 = 400;

impl Survey {
    /// Begins to count.
    pub fn new(log: &Log) -> Survey {
        let times = || (0..log.lines()).map(|index| log.instant(index)).filter(|at| *at != NEVER);
        let zone = zone(log);
        let scale = times().min().zip(times().max()).map(|(from, to)| Scale::over(from, to, zone));
        let scale = scale.unwrap_or_default();
        let bucket = |at: i64| Bucket {
            at,
            shown: in_zone(at.saturating_mul(1_000_000_000), 0, zone),
            ..Bucket::default()
        };
        let holds = CATALOGUE.entries().iter().map(|entry| Holds {
            sender: entry.may_hold(Role::Sender),
            client: entry.may_hold(Role::Client),
            slots: entry.pattern.template.starts_with("status: local "),
        });
        Survey {
            line: 0,
            trace: 0,
            buckets: scale.starts().map(bucket).collect(),
            scale,
            holds: holds.collect(),
            names: Names::default(),
            sender: vec![NONE; log.traces() as usize],
            client: vec![NONE; log.traces() as usize],
            status: FxHashMap::default(),
            slots: None,
            reasons: FxHashMap::default(),
            judged: FxHashMap::default(),
            domains: FxHashMap::default(),
            senders: FxHashMap::default(),
            callers: FxHashMap::default(),
            tries: Vec::new(),
            scans: Vec::new(),
            map: Vec::new(),
        }
    }

    /// Does about as much work as `work` lines are to look at; returns how much of all is done, from 0 to 1.
    pub fn advance(&mut self, log: &Log, work: u32) -> f64 {
        let mut left = i64::from(work);
        while self.line < log.lines() && left > 0 {
            left -= i64::from(self.take_line(log, self.line));
            self.line += 1;
        }
        while self.line == log.lines() && self.trace < log.traces() && left > 0 {
            left -= i64::from(self.take_trace(log, self.trace));
            self.trace += 1;
        }
        let (done, all) = (self.line + self.trace, log.lines() + log.traces());
        if done == all { 1.0 } else { f64::from(done) / f64::from(all) }
    }

    fn take_line(&mut self, log: &Log, index: u32) -> u32 {
        let claim = log.claim_of(index);
        self.mark(log.lines(), index, claim);
        let Claim::Entry(number) = claim else { return LOOK };
        let Some(&holds) = self.holds.get(usize::from(number)) else { return LOOK };
        if holds.slots {
            self.take_slots(log, index);
            return LOOK;
        }
        let Some(trace) = log.trace_of(index).filter(|_| holds.sender || holds.client) else { return LOOK };
        let of = trace as usize;
        let kind = log.indexed(trace).map(|trace| trace.kind);
        let wants_sender = holds.sender && self.sender[of] == NONE && kind == Some(TraceType::Message);
        let wants_client = holds.client
            && self.client[of] == NONE
            && matches!(kind, Some(TraceType::Message | TraceType::Connection));
        if !wants_sender && !wants_client {
            return LOOK;
        }
        let parsed = log.parse(index);
        if wants_sender && let Some(sender) = part(&parsed, Role::Sender) {
            self.sender[of] = self.names.number(&sender.to_ascii_lowercase());
        }
        if wants_client && let Some(client) = part(&parsed, Role::Client).and_then(address) {
            self.client[of] = self.names.number(client.to_string().as_bytes());
        }
        PARSE
    }

    /// Draws a line into the map.
    fn mark(&mut self, lines: u32, index: u32, claim: Claim) {
        let each = lines.div_ceil(STRETCHES).max(1);
        if index.is_multiple_of(each) {
            self.map.push(Stretch { from: index + 1, worst: index + 1, ..Stretch::default() });
        }
        let Some(stretch) = self.map.last_mut() else { return };
        stretch.lines += 1;
        match claim {
            Claim::Unread => stretch.unread += 1,
            Claim::Entry(number) => {
                let level = CATALOGUE.entry(number).pattern.level;
                stretch.problems += u32::from(level > Level::Success);
                if level > stretch.level {
                    (stretch.level, stretch.worst) = (level, index + 1);
                }
            }
            Claim::Nothing => {}
        }
    }

    fn take_slots(&mut self, log: &Log, index: u32) {
        let pasted = log.pasted(index);
        let known = memchr::memmem::find(pasted, b"status: ").map(|at| &pasted[at..]);
        let used = if let Some(&used) = known.and_then(|text| self.status.get(text)) {
            used
        } else {
            let used = slots(&log.parse(index));
            self.status.extend(known.map(|text| (text.to_vec(), used)));
            used
        };
        let Some([local, local_limit, remote, remote_limit]) = used else { return };
        let slots = self.slots.get_or_insert(Slots { line: index + 1, ..Slots::default() });
        if remote > slots.remote {
            (slots.remote, slots.line) = (remote, index + 1);
        }
        slots.local = slots.local.max(local);
        slots.local_limit = slots.local_limit.max(local_limit);
        slots.remote_limit = slots.remote_limit.max(remote_limit);
        if let Some(bucket) = self.bucket(log.instant(index)) {
            bucket.local = bucket.local.max(Some(local));
            bucket.remote = bucket.remote.max(Some(remote));
        }
    }

    fn bucket(&mut self, at: Instant) -> Option<&mut Bucket> {
        self.buckets.get_mut(self.scale.place(at)?)
    }

    fn take_trace(&mut self, log: &Log, number: u32) -> u32 {
        let Some(trace) = log.indexed(number) else { return LOOK };
        let began = begins(log, number);
        if let Some(bucket) = self.bucket(began) {
            bucket.traces.count(trace.outcome);
        }
        let mut cost = LOOK;
        let attempts = log.attempts_of(number);
        if !attempts.is_empty() {
            for attempt in attempts {
                if let Some(bucket) = self.bucket(ends(log, attempt)) {
                    bucket.attempts.tried(attempt.outcome);
                }
            }
            cost += self.take_attempts(log, number, attempts, if trace.born { began } else { NEVER });
        }
        if let Some(ok) = logins::result(trace) {
            let service = lossy(log.parse(trace.first).origin.program).trim_end_matches("-login").to_owned();
            let service = self.names.number(service.as_bytes());
            self.tries.push(logins::Try {
                user: trace.user,
                client: trace.client,
                ok,
                trace: number,
                service,
            });
            cost += PARSE;
        }
        if trace.kind == TraceType::Scan {
            self.scans.push(explain::scan(log, number));
            cost += EXPLAIN;
        }
        let (sender, client) = (self.sender[number as usize], self.client[number as usize]);
        if sender != NONE {
            self.senders.entry(sender).or_default().count(trace.outcome);
        }
        if client != NONE {
            let (came, messages) = self.callers.entry(client).or_default();
            came.count(trace.outcome);
            *messages += u32::from(trace.kind == TraceType::Message);
        }
        cost
    }

    fn take_attempts(&mut self, log: &Log, number: u32, attempts: &[Attempt], born: Instant) -> u32 {
        let mut met: FxHashSet<Reason> = FxHashSet::default();
        let mut whole = None;
        let mut cost = 0;
        for (at, attempt) in attempts.iter().enumerate() {
            cost += PARSE;
            let start = log.parse(attempt.start);
            if matches!(attempt.outcome, AttemptOutcome::Deferral | AttemptOutcome::Failure) {
                cost += PARSE;
                let own = self.reason(log, attempt, &start);
                let reason = own.unwrap_or_else(|| {
                    cost += EXPLAIN;
                    let whole = whole.get_or_insert_with(|| explain::attempts(log, number));
                    whole.get(at).and_then(|told| told.reason).unwrap_or_default()
                });
                let (tried, messages, lines) = self.reasons.entry(reason).or_default();
                *tried += 1;
                *messages += u32::from(met.insert(reason));
                if lines.len() < CITES {
                    lines.push(if attempt.end == NONE { attempt.start } else { attempt.end } + 1);
                }
            }
            let Some(domain) = domain(&start, attempt) else { continue };
            let sum = self.domains.entry(self.names.number(&domain)).or_default();
            sum.attempts.tried(attempt.outcome);
            let end = ends(log, attempt);
            if attempt.outcome == AttemptOutcome::Success && born != NEVER && end >= born {
                let delay = (end - born) as f64 / 1e9;
                sum.delay += delay;
                sum.timed += 1;
                sum.worst = sum.worst.max(delay);
            }
        }
        cost
    }

    /// Why an attempt did not work; `None` where the other attempts of its trace must be asked. Servers say
    /// the same words again and again, so each wording is judged once.
    fn reason(&mut self, log: &Log, attempt: &Attempt, start: &Parsed<'_>) -> Option<Reason> {
        if matches!(start.entry?.format.place, Place::Document(_)) {
            return None;
        }
        let mut words = vec![attempt.outcome as u8];
        words_of(start, &mut words);
        if attempt.end != NONE && attempt.end != attempt.start {
            words_of(&log.parse(attempt.end), &mut words);
        }
        *self.judged.entry(words).or_insert_with(|| explain::reason(log, attempt))
    }

    /// What was counted.
    pub fn finish(self, log: &Log) -> Overview {
        let Survey { names, buckets, scale, .. } = self;
        let mut reasons: Vec<ReasonCount> = self
            .reasons
            .into_iter()
            .filter_map(|(reason, (attempts, messages, lines))| {
                Some(ReasonCount {
                    reason,
                    headline: reason.facts().headline.into(),
                    party: reason.facts().party,
                    attempts,
                    messages,
                    lines: Cited::new(*lines.first()?, lines),
                })
            })
            .collect();
        sort::by(&mut reasons, |a, b| (b.attempts, a.reason.name()).cmp(&(a.attempts, b.reason.name())));
        let domains = self.domains.into_iter().map(|(domain, sum)| Domain {
            domain: names.text(domain),
            attempts: sum.attempts,
            mean: (sum.timed > 0).then(|| sum.delay / f64::from(sum.timed)),
            worst: (sum.timed > 0).then_some(sum.worst),
        });
        let domains = top(domains, |of| {
            (of.attempts.failed + of.attempts.deferred, of.attempts.total(), of.domain.clone())
        });
        let senders = self.senders.into_iter();
        let senders = senders.map(|(sender, messages)| Sender { sender: names.text(sender), messages });
        let senders = top(senders, |of| (of.messages.total(), 0, of.sender.clone()));
        let callers = self.callers.into_iter().map(|(client, (came, messages))| Caller {
            client: names.text(client),
            came,
            messages,
        });
        let callers = top(callers, |of| (of.came.failed, of.came.total(), of.client.clone()));
        let (users, clients) = logins::tables(log, &self.tries, |service| names.text(service));
        Overview {
            buckets,
            width: scale.width,
            reasons,
            domains,
            slots: self.slots,
            users,
            clients,
            scans: scans(&self.scans),
            senders,
            callers,
            map: self.map,
        }
    }
}

/// The first rows by two numbers, the greatest first, then by name.
fn top<T>(rows: impl Iterator<Item = T>, rank: impl Fn(&T) -> (u32, u32, String)) -> Table<T> {
    let mut ranked: Vec<((u32, u32, String), T)> = rows.map(|row| (rank(&row), row)).collect();
    crate::sort::by(&mut ranked, |(a, _), (b, _)| (b.0, b.1, &a.2).cmp(&(a.0, a.1, &b.2)));
    Table {
        more: ranked.len().saturating_sub(ROWS) as u32,
        rows: ranked.into_iter().take(ROWS).map(|(_, row)| row).collect(),
    }
}

/// The zone that times are shown in.
fn zone(log: &Log) -> &Zone {
    match &log.settings().show {
        Show::In(zone) => zone,
        Show::Written => &log.settings().source_zone,
    }
}

/// The first time of a trace: its first line can be the piece of another.
fn begins(log: &Log, trace: u32) -> Instant {
    let mut times = log.lines_of(trace).iter().map(|line| log.instant(line - 1));
    times.find(|at| *at != NEVER).unwrap_or(NEVER)
}

/// When an attempt ended; when it began where its end is not in the log.
fn ends(log: &Log, attempt: &Attempt) -> Instant {
    log.instant(if attempt.end == NONE { attempt.start } else { attempt.end })
}

fn part<'a>(parsed: &'a Parsed<'_>, role: Role) -> Option<&'a [u8]> {
    Some(parsed.entry?.part(role, &parsed.captures)?.of(parsed.body()))
}

/// The IP address of a client as a line has it: it can stand in brackets and with a port behind them.
fn address(text: &[u8]) -> Option<IpAddr> {
    let text = std::str::from_utf8(text).ok()?.trim_start_matches('[');
    Some(text.split(']').next()?.parse::<IpAddr>().ok()?.to_canonical())
}

/// The domain that an attempt was for, in lower case. What goes on within this server counts where it ends.
fn domain(parsed: &Parsed<'_>, attempt: &Attempt) -> Option<Vec<u8>> {
    let entry = parsed.entry?;
    let stated = entry.stated(Role::Channel).map(str::as_bytes);
    let channel = stated.or_else(|| part(parsed, Role::Channel));
    if channel.is_some_and(explain::is_on_the_way) {
        return None;
    }
    let listed = parsed.captures.iter().find(|capture| entry.field(**capture).shape == Shape::Addresses);
    let listed = listed.map(|capture| capture.at.of(parsed.body()));
    let listed = listed.and_then(|list| Some(addresses(list).nth(usize::from(attempt.part))?.of(list)));
    let recipient = listed.or_else(|| part(parsed, Role::Recipient)).unwrap_or(parsed.origin.user);
    let at = memchr::memrchr(b'@', recipient)?;
    let domain = recipient[at + 1..].trim_ascii_end().to_ascii_lowercase();
    (!domain.is_empty()).then_some(domain)
}

/// The part of a line that tells why an attempt did not work, without the addresses in it: no name in an
/// address is a reason.
fn words_of(parsed: &Parsed<'_>, words: &mut Vec<u8>) {
    let Some(entry) = parsed.entry else { return };
    words.extend((std::ptr::from_ref(entry.pattern) as usize).to_le_bytes());
    for capture in parsed.captures.iter().filter(|capture| explain::is_evidence(entry.field(**capture))) {
        words.push(0);
        for word in capture.at.of(parsed.body()).split(|byte| matches!(byte, b' ' | b'_' | b'/')) {
            let is_ip = memchr::memchr_iter(b'.', word).count() == 3
                && word.iter().all(|byte| !byte.is_ascii_alphabetic());
            words.push(b' ');
            words.extend_from_slice(if word.contains(&b'@') || is_ip { b"@" } else { word });
        }
    }
}

/// Local slots in use, how many there are, and the same for remote ones.
fn slots(parsed: &Parsed<'_>) -> Option<[u32; 4]> {
    let entry = parsed.entry?;
    let value = |name: &str| {
        let found = parsed.captures.iter().find(|capture| entry.field(**capture).name == name)?;
        std::str::from_utf8(found.at.of(parsed.body())).ok()?.parse::<u32>().ok()
    };
    let (local_limit, remote_limit) = (value("local_max")?, value("remote_max")?);
    Some([value("local").unwrap_or(0), local_limit, value("remote").unwrap_or(0), remote_limit])
}

/// Scores beyond this many points are counted with the outermost.
const LOWEST: i32 = -10;
const HIGHEST: i32 = 30;

fn scans(scans: &[Scan]) -> Option<Scans> {
    let scored = || scans.iter().filter_map(|scan| Some((scan.score?, scan.spam?, scan)));
    let step = |score: f64| (score.floor() as i32).clamp(LOWEST, HIGHEST);
    let low = scored().map(|of| step(of.0)).min()?;
    let high = scored().map(|of| step(of.0)).max()?;
    let mut found = Scans {
        scores: (low..=high).map(|from| Scores { from, ..Scores::default() }).collect(),
        ..Scans::default()
    };
    let mut limits: FxHashMap<u64, (u32, f64)> = FxHashMap::default();
    let mut rules: FxHashMap<&str, (u32, u32)> = FxHashMap::default();
    for (score, spam, scan) in scored() {
        found.total += 1;
        found.spam += u32::from(spam);
        let bin = &mut found.scores[step(score).abs_diff(low) as usize];
        *(if spam { &mut bin.spam } else { &mut bin.wanted }) += 1;
        if let Some(required) = scan.required {
            let limit = limits.entry(required.to_bits()).or_insert((0, required));
            limit.0 += 1;
        }
        for rule in scan.rules.iter().flatten() {
            let (in_spam, in_wanted) = rules.entry(rule).or_default();
            *(if spam { in_spam } else { in_wanted }) += 1;
        }
    }
    found.required = limits.into_values().max_by_key(|limit| limit.0).map_or(0.0, |limit| limit.1);
    let rules = rules.into_iter().filter(|(_, hits)| hits.0 > 0).filter_map(|(rule, (spam, wanted))| {
        let known = spamassassin::rule(rule);
        if known.is_some_and(|known| matches!(known.about, About::Welcome | About::Neutral | About::Check)) {
            return None;
        }
        let set_up = known.is_some_and(|known| matches!(known.about, About::SetUp | About::Making));
        let says = known.map(|known| known.says.to_owned());
        Some(RuleCount { rule: rule.to_owned(), says, set_up, spam, wanted })
    });
    found.rules = top(rules, |of| (of.spam, 0, of.rule.clone()));
    Some(found)
}
