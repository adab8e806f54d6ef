//! A message's life in one queue: who sent it, what became of each recipient, and what to do.

use super::situation::{
    Undelivered, is_at_home, is_broken_off, is_named, is_no_word_of_domain, is_own_service,
};
use super::steps::{self, RemoteWords};
use super::words::{count, decoded, fill, lasting, list, size, times};
use super::{Forecast, shown, utc, when};
use crate::export::{Attempt, Explanation, Link, Row, Sentence, Step, Trace};
use crate::format::{Effect, Field, Format, Led, Role, ServerFacts, Shape, Tie};
use crate::knowledge::Refusal;
use crate::knowledge::classify::{Evidence, Phase, Verdict, before_the_end, classify};
use crate::knowledge::retry;
use crate::log::{Log, Parsed};
use crate::pattern::{CATALOGUE, Captures, Entry, addresses};
use crate::settings::Show;
use crate::sort;
use crate::syntax::enhanced::Status;
use crate::syntax::reply::{Reply, queued_as};
use crate::text::{Span, lossy};
use crate::time::{Basis, NEVER, in_zone};
use crate::trace;
use crate::vocabulary::{AttemptOutcome, Cited, Lasts, Level, Outcome, Party, Stage, TraceType};
use crate::vocabulary::{Datum, Reason, Sign};
use rustc_hash::FxHashMap;

/// What the lines of a trace say, put together.
pub(super) struct MessageFacts {
    trace: u32,
    kind: TraceType,
    outcome: Outcome,
    format: Option<&'static Format>,
    id: Option<String>,
    sender: Option<String>,
    bytes: Option<u64>,
    message_id: Option<String>,
    user: Option<String>,
    client: Option<String>,
    /// The system user that a program of this server submitted it as: a number or a name.
    account: Option<String>,
    /// Whom a connection was for.
    to: Option<String>,
    born: bool,
    ended: bool,
    /// True when the log of its format says that a message ends.
    says_end: bool,
    /// Lines, from 1.
    lines: Vec<u32>,
    /// Lines that tell how the message came in, from 1.
    arrival: Vec<u32>,
    /// The line that ends it, from 1.
    end: Option<u32>,
    /// The note of the line that says how it came out, whatever its attempts say.
    verdict: Option<usize>,
    /// Lines that belong to no attempt and are no arrival and no end, with what they say.
    notes: Vec<Note>,
    attempts: Vec<TriedAttempt>,
}

struct Note {
    line: u32,
    level: Level,
    /// True for what only follows from something that another line reports.
    follows: bool,
    /// True for what looks like trouble and is none.
    alarming: bool,
    /// True for what has steps of its own.
    helped: bool,
    says: String,
}

/// One attempt, with what its result says.
#[derive(Default)]
struct TriedAttempt {
    attempt: Attempt,
    /// What the result says, as sentences.
    says: String,
    /// The name of the reason that its lines state by themselves.
    stated: Option<&'static str>,
    /// Why it did not work, where it did not.
    verdict: Option<Verdict>,
    /// The line of the earlier attempt whose reason it has, and what that says.
    earlier: Option<(u32, String)>,
}

impl TriedAttempt {
    fn remote(&self) -> bool {
        is_remote(&self.attempt)
    }

    /// True when its lines give no reason of their own: it is that of an earlier attempt.
    fn points_back(&self) -> bool {
        let silent = self.attempt.text.is_none() && self.reason().is_none();
        self.stated == Some(EARLIER) || self.verdict.is_some() && silent
    }

    /// The first sentence of what this server itself says of the failure, where that tells more than its reason's name.
    fn own_words(&self) -> Option<&str> {
        /// A longer sentence is none for a headline.
        const LONGEST: usize = 170;
        let general = matches!(
            self.reason(),
            Some(
                Reason::SystemError
                    | Reason::MailerError
                    | Reason::NetworkError
                    | Reason::SystemFull
                    | Reason::Loop
                    | Reason::FailedStartTls
            ) | None
        );
        let first = first_sentence(self.earlier.as_ref().map_or(&self.says, |(_, says)| says));
        let quotes = first.contains('\u{201c}');
        // That nothing was tried is no reason; what failed before is.
        let suspended = |text: &str| text.starts_with("delivery temporarily suspended");
        let general = general && !self.attempt.text.as_deref().is_some_and(suspended);
        (general && self.attempt.code.is_none() && !quotes && !first.is_empty() && first.len() <= LONGEST)
            .then_some(first)
    }

    /// True where a check of an address was answered with no: only a permanent reply is one.
    fn said_no(&self) -> bool {
        let class = self.attempt.status.as_ref().or(self.attempt.code.as_ref());
        class.is_some_and(|class| class.starts_with('5'))
    }

    /// What came of a check of an address that didn't say yes.
    fn answer(&self) -> &'static str {
        if self.said_no() { "the answer was no" } else { "no clear answer came" }
    }

    /// Who must act after a check of an address.
    fn asked(&self) -> Party {
        match self.attempt.outcome {
            AttemptOutcome::Failure if self.said_no() => Party::Sender,
            AttemptOutcome::Failure => Party::TheirServer,
            _ => Party::Nobody,
        }
    }

    /// The reason, where there is evidence for one.
    fn reason(&self) -> Option<Reason> {
        self.verdict.map(|verdict| verdict.reason).filter(|reason| *reason != Reason::Undefined)
    }
}

impl MessageFacts {
    pub(super) fn of(log: &Log, number: u32) -> MessageFacts {
        let lines = log.lines_of(number).to_vec();
        let indexed = log.indexed(number);
        let mut facts = MessageFacts {
            trace: number,
            kind: indexed.map_or(TraceType::Message, |trace| trace.kind),
            outcome: indexed.map_or(Outcome::Unknown, |trace| trace.outcome),
            format: None,
            id: None,
            sender: None,
            bytes: None,
            message_id: None,
            user: None,
            client: None,
            account: None,
            to: None,
            born: indexed.is_some_and(|trace| trace.born),
            ended: indexed.is_some_and(|trace| trace.ended),
            says_end: true,
            lines: Vec::new(),
            arrival: Vec::new(),
            end: None,
            verdict: None,
            notes: Vec::new(),
            attempts: Vec::new(),
        };
        for &line in &lines {
            facts.take(&log.parse(line - 1), line);
        }
        facts.attempts = all_tried(log, number);
        facts.lines = lines;
        facts
    }

    fn take(&mut self, parsed: &Parsed<'_>, line: u32) {
        let Some(entry) = parsed.entry else { return };
        let body = parsed.body();
        let value = |role| {
            let stated = || entry.stated(role).map(str::to_owned);
            entry.part(role, &parsed.captures).map(|at| lossy(at.of(body)).into_owned()).or_else(stated)
        };
        // A line that stands ahead names no message of its own.
        if self.format.is_none() && entry.pattern.effect != Effect::Ahead {
            self.format = Some(entry.format);
            self.says_end = entry.format.says_end;
            let pid = || lossy(parsed.origin.pid).into_owned();
            let key = trace::key(entry, body, &parsed.captures).map(|(_, key)| lossy(key).into_owned());
            let result_only = matches!(entry.pattern.effect, Effect::Result(_));
            self.id = key.or_else(|| Some(pid()).filter(|pid| !pid.is_empty() && !result_only));
        }
        if self.kind == TraceType::Connection && self.to.is_none() {
            self.to = value(Role::Recipient);
        }
        let from_here = self.user.is_none();
        for (place, role) in [
            (&mut self.sender, Role::Sender),
            (&mut self.message_id, Role::MessageId),
            (&mut self.user, Role::User),
            (&mut self.client, Role::Client),
        ] {
            if place.is_none() {
                *place = value(role);
            }
        }
        // Who logged in to send stands behind the system's user that the server works as.
        let mut users = parsed.captures.iter().filter(|of| entry.field(**of).role == Role::User);
        if let Some(user) = users.next_back().filter(|_| from_here) {
            self.user = Some(lossy(user.at.of(body)).into_owned());
        }
        // A bare name is written out with its domain further on.
        let whole = || value(Role::Sender);
        if let Some(bare) = self.sender.as_mut().filter(|sender| !sender.is_empty() && !sender.contains('@'))
            && let Some(whole) = whole().filter(|whole| whole.split_once('@').is_some_and(|of| of.0 == bare))
        {
            *bare = whole;
        }
        if let Some(client) = self.client.as_mut().filter(|client| client.starts_with('[')) {
            // An address in brackets, with or without a port.
            *client = client[1..].split(']').next().unwrap_or_default().into();
        }
        let number = || self.user.clone().filter(|user| user.bytes().all(|byte| byte.is_ascii_digit()));
        self.account = self.account.take().or_else(|| value(Role::Uid)).or_else(number);
        // In a report about the server a number of bytes is another one, such as the room that is left.
        let of_message = entry.pattern.level < Level::Warning || self.kind == TraceType::Message;
        self.bytes = self.bytes.or_else(|| value(Role::Bytes).filter(|_| of_message)?.parse().ok());
        if matches!(entry.pattern.effect, Effect::Death | Effect::Done) {
            self.end = Some(line);
        }
        match entry.pattern.effect {
            Effect::Birth(_) | Effect::Envelope(_) | Effect::Early(_) => self.arrival.push(line),
            Effect::Done if entry.pattern.level < Level::Permanent => {}
            Effect::Mention if entry.partly => {}
            Effect::Part(_)
            | Effect::Again(_)
            | Effect::End(_)
            | Effect::Ahead
            | Effect::Behind
            | Effect::Mention
            | Effect::Done
            | Effect::Verdict(..)
            | Effect::GiveUp => {
                if matches!(entry.pattern.effect, Effect::Verdict(..) | Effect::GiveUp) {
                    self.verdict = Some(self.notes.len());
                }
                let says = super::line::says(entry, body, &parsed.captures);
                let level = entry.pattern.level;
                let follows = super::line::follows(entry, body, &parsed.captures);
                let alarming = entry.pattern.alarming;
                let helped = !entry.pattern.help.steps.is_empty();
                self.notes.push(Note { line, level, follows, alarming, helped, says });
            }
            _ => {}
        }
    }

    fn recipients(&self) -> Vec<(&str, Vec<&TriedAttempt>)> {
        recipients(&self.attempts)
    }

    /// What a service of this server reports of itself.
    fn fault(&self) -> Option<&Note> {
        self.notes.iter().find(|note| note.level == Level::Alert)
    }

    /// True where this server didn't take it in: it said no, or couldn't.
    fn was_refused(&self) -> bool {
        let fails = self.outcome.is_problem() || self.fault().is_some() && self.arrival.is_empty();
        self.attempts.is_empty() && fails
    }

    /// True where the log that tells of it has the server's own number of it.
    fn is_numbered(&self, server: &ServerFacts) -> bool {
        self.format.is_some_and(|format| server.numbers(format))
    }

    /// What is known of the server that tells of it.
    fn server(&self) -> Option<&'static ServerFacts> {
        self.format?.server()
    }

    /// The situation of an attempt that did not work.
    fn known<'a>(&'a self, tried: &'a TriedAttempt) -> Option<Undelivered<'a>> {
        let verdict = tried.verdict?;
        let same = self.attempts.iter().map(|tried| &tried.attempt);
        let cause = cause(same.filter(|attempt| attempt.recipient == tried.attempt.recipient));
        let cause = cause.unwrap_or(verdict.reason);
        Some(Undelivered {
            server: self.server(),
            id: self.id.as_deref(),
            sender: self.sender.as_deref(),
            client: self.client.as_deref(),
            attempt: &tried.attempt,
            reason: cause,
            party: if cause == verdict.reason { verdict.party } else { cause.facts().party },
            why: if cause == verdict.reason { verdict.headline() } else { cause.facts().headline.into() },
            refusal: verdict.refusal.filter(|_| cause == verdict.reason),
            waiting: tried.attempt.outcome == AttemptOutcome::Deferral && !self.ended,
        })
    }

    pub(super) fn row(self, log: &Log) -> Row {
        let recipients = self.recipients();
        Row {
            trace: self.trace,
            kind: self.kind,
            format: self.format.map_or("", |format| format.id).into(),
            outcome: self.outcome,
            to: recipients
                .first()
                .filter(|first| !first.0.is_empty())
                .map(|first| first.0.into())
                .or_else(|| self.to.clone()),
            more: recipients.len().saturating_sub(1) as u32,
            client: None,
            why: None,
            shown: self.lines.first().and_then(|line| shown(log, line - 1)),
            attempts: self.attempts.len() as u32,
            from: self.sender.or(self.user),
        }
    }

    pub(super) fn into_trace(self, log: &Log, explanation: Explanation) -> Trace {
        let (first, last) = log.span_of(self.trace);
        Trace {
            trace: self.trace,
            kind: self.kind,
            format: self.format.map_or("", |format| format.id).into(),
            id: self.id,
            sender: self.sender,
            bytes: self.bytes,
            message_id: self.message_id.map(bracketed),
            user: self.user,
            client: self.client,
            login: None,
            scan: (self.kind == TraceType::Scan).then(|| super::scan::read(log, &self.lines)),
            started: utc(log, first - 1),
            ended: utc(log, last - 1),
            shown: shown(log, first - 1),
            first_line: first,
            last_line: last,
            count: None,
            outcome: self.outcome,
            attempts: self.attempts.into_iter().map(|tried| tried.attempt).collect(),
            links: log.links_of(self.trace).map(|link| seen_from(self.trace, *link)).collect(),
            explanation,
        }
    }
}

impl MessageFacts {
    pub(super) fn number(&self) -> u32 {
        self.trace
    }

    pub(super) fn kind(&self) -> TraceType {
        self.kind
    }

    pub(super) fn outcome(&self) -> Outcome {
        self.outcome
    }

    pub(super) fn lines(&self) -> &[u32] {
        &self.lines
    }

    pub(super) fn client(&self) -> Option<&str> {
        self.client.as_deref()
    }
}

/// The recipients in the order of their first attempt, each with all attempts for it.
fn recipients(attempts: &[TriedAttempt]) -> Vec<(&str, Vec<&TriedAttempt>)> {
    let mut places: FxHashMap<&str, usize> = FxHashMap::default();
    let mut all: Vec<(&str, Vec<&TriedAttempt>)> = Vec::new();
    for tried in attempts {
        let recipient = tried.attempt.recipient.as_deref().unwrap_or_default();
        let place = *places.entry(recipient).or_insert_with(|| {
            all.push((recipient, Vec::new()));
            all.len() - 1
        });
        all[place].1.push(tried);
    }
    all
}

/// A `Message-ID` with its angle brackets: some logs leave them off.
fn bracketed(id: String) -> String {
    if id.starts_with('<') || id.is_empty() { id } else { format!("<{id}>") }
}

/// A tie as one of its ends sees it.
pub(super) fn seen_from(trace: u32, link: trace::Link) -> Link {
    let out = link.from == trace;
    let how = match (link.led, out) {
        (Led::Bounce, true) => "bounce",
        (Led::Bounce, false) => "original",
        (Led::Forward, true) => "forward",
        (Led::Forward, false) => "forwarded-from",
        (Led::Message, true) | (Led::Scan | Led::Check, false) => "message",
        (Led::Message | Led::Session, false) => "connection",
        (Led::Session, true) => "session",
        (Led::Scan, true) => "scan",
        (Led::Check, true) => "check",
        (Led::Same, _) => "same-mail",
        (Led::Cause, true) => "consequence",
        (Led::Cause, false) => "cause",
    };
    let doubt = link.guess.then(|| "A guess: no line says so, but the addresses and the time match.".into());
    Link { trace: if out { link.to } else { link.from }, how: how.into(), doubt }
}

/// The attempts of a message, with all that their lines say.
pub(super) fn attempts(log: &Log, number: u32) -> Vec<Attempt> {
    all_tried(log, number).into_iter().map(|tried| tried.attempt).collect()
}

/// Why an attempt did not work, as its own lines say; `None` where they point back to an earlier one. Only
/// what [`is_evidence`] is true of, the patterns of its lines and its outcome decide it.
pub(crate) fn reason(log: &Log, attempt: &trace::Attempt) -> Option<Reason> {
    let tried = tried(log, attempt);
    (!tried.points_back()).then(|| tried.reason().unwrap_or_default())
}

/// True for a field that can tell why an attempt did not work.
pub(crate) fn is_evidence(field: &Field) -> bool {
    matches!(field.shape, Shape::Reason | Shape::Result)
        || matches!(field.role, Role::Channel | Role::Code | Role::Status | Role::Reply | Role::Reason)
}

fn all_tried(log: &Log, number: u32) -> Vec<TriedAttempt> {
    let mut all: Vec<TriedAttempt> =
        log.attempts_of(number).iter().map(|attempt| tried(log, attempt)).collect();
    look_back(&mut all);
    if log.lines_of(number).iter().any(|line| super::is(log, *line, Sign::NoCommonLogIn)) {
        all.iter_mut().for_each(TriedAttempt::lacked_login);
    }
    all
}

/// An attempt with all that its lines say.
fn tried(log: &Log, indexed: &trace::Attempt) -> TriedAttempt {
    let start = log.parse(indexed.start);
    let attempt = Attempt {
        start_line: indexed.start + 1,
        shown: shown(log, indexed.start),
        at: Some(log.instant(indexed.start)).filter(|at| *at != NEVER).map(|at| at.div_euclid(1_000_000_000)),
        outcome: indexed.outcome,
        ..Attempt::default()
    };
    let mut tried = TriedAttempt { attempt, ..TriedAttempt::default() };
    tried.facts_of_line(&start);
    if let Some(entry) = start.entry {
        let listed = start.captures.iter().find(|capture| entry.field(**capture).shape == Shape::Addresses);
        let list = listed.map(|capture| capture.at.of(start.body()));
        let one = list.and_then(|list| Some(addresses(list).nth(usize::from(indexed.part))?.of(list)));
        let one = one.map(|one| lossy(one).into_owned());
        tried.attempt.recipient = one.or(tried.attempt.recipient.take());
    }
    if indexed.end != trace::NONE {
        tried.attempt.end_line = Some(indexed.end + 1);
        let end = log.parse(indexed.end);
        tried.facts_of_line(&end);
        tried.says = tried.result_facts(&end);
        // Where a result has no part that is a reason, its pattern can have one.
        let explained = end.entry.filter(|of| tried.says.is_empty() && !of.pattern.help.steps.is_empty());
        if let Some(entry) = explained.filter(|_| indexed.outcome == AttemptOutcome::Failure) {
            tried.says = super::line::says(entry, end.body(), &end.captures);
        }
        let forwards = end.entry.is_some_and(|of| matches!(of.pattern.tie, Some(Tie::Led(_, Led::Forward))));
        if forwards && tried.attempt.text.as_deref().unwrap_or_default().is_empty() {
            let said = lossy(end.body());
            tried.attempt.text = said.split_once("success: ").map(|(_, result)| decoded(result));
        }
    }
    tried.judge();
    tried.attempt.ours = is_named(&tried.attempt, log.settings());
    let Attempt { outcome, text, remote_id, .. } = &mut tried.attempt;
    if *outcome == AttemptOutcome::Success && remote_id.is_none() {
        *remote_id = text.as_deref().and_then(queued_as);
    }
    tried
}

/// What vdelivermail says of mail to an address that no mailbox has, before it names the one that gets it.
const CAUGHT: &str = "user does not exist, but will deliver to";

/// The way that an attempt took, where its result tells more of it than its channel: qmail counts what an
/// address led to, `did_stored+forwarded+programs`.
pub(crate) fn way(attempt: &Attempt) -> Option<&str> {
    let channel = attempt.channel.as_deref();
    let text = attempt.text.as_deref().unwrap_or_default();
    let counts = text.rsplit_once("did ").and_then(|(_, counts)| counts.split(['/', ' ', '\n']).next());
    if attempt.outcome == AttemptOutcome::Success && !is_remote(attempt) && text.lines().any(could_not_run) {
        return Some("unrun");
    }
    if text.contains(CAUGHT) {
        return Some("caught");
    }
    if attempt.outcome == AttemptOutcome::Success && is_remote(attempt) && is_at_home(attempt) {
        return Some("queue");
    }
    let none: Vec<bool> = counts.unwrap_or_default().split('+').map(|count| count.trim() == "0").collect();
    match (channel, attempt.outcome, none.as_slice()) {
        (Some("local"), AttemptOutcome::Success, [true, true, true]) => Some("discard"),
        (Some("local"), AttemptOutcome::Success, [true, false, true]) => Some("forward"),
        (Some("local"), AttemptOutcome::Success, [true, ..]) if text.contains("qp ") => Some("forward"),
        (Some("local"), AttemptOutcome::Success, [true, _, false]) => Some("address"),
        _ => channel,
    }
}

/// True for what a shell says of a program that it couldn't run.
fn could_not_run(line: &str) -> bool {
    ["sh: ", "/bin/sh: ", "bash: ", "/bin/bash: "].iter().any(|shell| line.starts_with(shell))
        && [": command not found", ": not found", ": Permission denied"].iter().any(|end| line.ends_with(end))
}

/// The reason of an attempt that only points back to an earlier one.
const EARLIER: &str = "earlier";

/// Gives attempts that only point back the reason of the last one for their recipient that says it.
fn look_back(attempts: &mut [TriedAttempt]) {
    let mut known: FxHashMap<Option<String>, (Verdict, u32, String)> = FxHashMap::default();
    for tried in attempts {
        let recipient = tried.attempt.recipient.clone();
        if tried.points_back() {
            let before = known.get(&recipient);
            tried.verdict = before.map(|(verdict, ..)| *verdict);
            tried.earlier = before.map(|(_, line, says)| (*line, says.clone()));
            tried.attempt.reason = Some(tried.verdict.map_or(Reason::Undefined, |verdict| verdict.reason));
        } else if let Some(verdict) = tried.verdict {
            let line = tried.attempt.end_line.unwrap_or(tried.attempt.start_line);
            known.insert(recipient, (verdict, line, tried.says.clone()));
        }
    }
}

impl TriedAttempt {
    /// Takes as the reason that this server couldn't log in at its relay, where the result says no more than that it
    /// failed.
    fn lacked_login(&mut self) {
        let vague = self.attempt.code.is_none()
            && self.attempt.text.as_deref().is_some_and(|text| text.starts_with("Service unavailable"));
        if let Some(verdict) = self.verdict.as_mut().filter(|_| vague) {
            (verdict.reason, verdict.refusal) = (Reason::SecurityError, Some(Refusal::Login));
            verdict.party = Party::Sender;
            self.attempt.reason = Some(verdict.reason);
        }
    }

    /// Finds why it did not work, and notes that in the attempt.
    fn judge(&mut self) {
        let attempt = &mut self.attempt;
        if !matches!(attempt.outcome, AttemptOutcome::Deferral | AttemptOutcome::Failure) {
            return;
        }
        let mut verdict = classify(&Evidence {
            text: attempt.text.as_deref().unwrap_or_default(),
            code: attempt.code.as_deref().and_then(|code| code.parse().ok()),
            status: attempt.status.as_deref().and_then(Status::parse),
            phase: (attempt.channel.as_deref() == Some("local")).then_some(Phase::Local),
            program: None,
            outcome: attempt.outcome,
        });
        if let Some(reason) = self.stated.and_then(Reason::named).filter(|reason| *reason != verdict.reason) {
            (verdict.reason, verdict.refusal, verdict.party) = (reason, None, reason.facts().party);
        }
        if verdict.reason == Reason::HostUnknown && is_no_word_of_domain(attempt) {
            (verdict.reason, verdict.refusal) = (Reason::NetworkError, Some(Refusal::NameLookup));
            verdict.party = Party::OurServer;
        }
        attempt.reason = Some(verdict.reason);
        self.verdict = Some(verdict);
    }

    /// What the fields of a line say of an attempt; what is known already stays.
    fn facts_of_line(&mut self, parsed: &Parsed<'_>) {
        if let Some(entry) = parsed.entry {
            self.facts_of_part(entry, parsed.body(), &parsed.captures);
        }
    }

    /// What the fields of a pattern say of an attempt; what is known already stays.
    fn facts_of_part(&mut self, entry: &Entry, body: &[u8], captures: &Captures) {
        let value = |role| {
            let found = || entry.part(role, captures);
            entry
                .stated(role)
                .map(str::to_owned)
                .or_else(|| found().map(|at| lossy(at.of(body)).into_owned()))
        };
        let attempt = &mut self.attempt;
        for (place, role) in [
            (&mut attempt.delivery, Role::Delivery),
            (&mut attempt.recipient, Role::Recipient),
            (&mut attempt.original_recipient, Role::OriginalRecipient),
            (&mut attempt.channel, Role::Channel),
            (&mut attempt.code, Role::Code),
            (&mut attempt.status, Role::Status),
            (&mut attempt.remote, Role::Remote),
            (&mut attempt.remote_id, Role::Queued),
            (&mut attempt.text, Role::Reply),
        ] {
            if place.is_none() {
                *place = value(role);
            }
        }
        // A socket of Postfix leads to a service of this server: `mail.shop.example[private/dovecot-lmtp]`.
        let socket = attempt.remote.as_deref().is_some_and(|remote| remote.contains("[private/"));
        if socket
            && attempt.outcome == AttemptOutcome::Success
            && attempt.channel.as_deref() == Some("remote")
        {
            attempt.channel = Some("local".into());
        }
        self.stated = self.stated.or_else(|| entry.stated(Role::Reason));
    }

    /// What the reason of an attempt says.
    fn reason_facts(&mut self, text: &[u8]) -> String {
        let mut captures = Captures::new();
        let Some(number) = CATALOGUE.reason(text, &mut captures) else {
            return format!("The log says: “{}”", lossy(text).replace("\\n", " "));
        };
        let entry = CATALOGUE.entry(number);
        self.facts_of_part(entry, text, &captures);
        match (entry.part(Role::Code, &captures), entry.part(Role::Reply, &captures)) {
            (Some(code), Some(reply)) => {
                let answer = Span { start: code.start, end: reply.end };
                format!("The reply: “{}”", lossy(answer.of(text)).replace("\\n", " "))
            }
            _ => fill(entry, text, &captures, entry.pattern.says),
        }
    }

    /// What a delivery result says of an attempt: facts into the attempt, sentences for the story.
    fn result_facts(&mut self, parsed: &Parsed<'_>) -> String {
        let Some(entry) = parsed.entry else { return String::new() };
        let mut says = Vec::new();
        let mut answered = false;
        for capture in parsed.captures.iter().filter(|capture| entry.field(**capture).shape == Shape::Reason)
        {
            let text = capture.at.of(parsed.body());
            // What the other server said counts for more than what this one made of it.
            let said = entry.field(*capture).role == Role::Reply;
            if said {
                let own = (self.attempt.code.take(), self.attempt.status.take());
                says.push(self.reason_facts(text));
                self.attempt.code = self.attempt.code.take().or(own.0);
                self.attempt.status = self.attempt.status.take().or(own.1);
            } else if says.is_empty() {
                says.push(self.reason_facts(text));
            }
            if said || !answered {
                self.attempt.text = Some(lossy(text).replace("\\n", "\n"));
            }
            answered |= said;
        }
        for capture in parsed.captures.iter().filter(|capture| entry.field(**capture).shape == Shape::Result)
        {
            let text = capture.at.of(parsed.body());
            let mut lines = Vec::new();
            for segment in CATALOGUE.result(text) {
                let part = segment.at.of(text);
                let said = decoded(&lossy(part));
                lines.push(said.clone());
                let Some(number) = segment.entry else {
                    says.push(format!("The program said: “{said}”"));
                    continue;
                };
                let entry = CATALOGUE.entry(number);
                for (place, role) in [
                    (&mut self.attempt.code, Role::Code),
                    (&mut self.attempt.status, Role::Status),
                    (&mut self.attempt.remote, Role::Remote),
                ] {
                    if place.is_none() {
                        *place =
                            entry.part(role, &segment.captures).map(|at| lossy(at.of(part)).into_owned());
                    }
                }
                let is_reply = entry.part(Role::Code, &segment.captures).is_some();
                if is_reply {
                    // The answer itself says more than that there was one.
                    let answer = said.split_once(": ").map_or(said.as_str(), |(_, answer)| answer);
                    says.push(format!("The reply: “{}”", answer.replace('\n', " ")));
                } else if entry.pattern.level != Level::Info {
                    says.push(fill(entry, part, &segment.captures, entry.pattern.says));
                }
            }
            if lines.is_empty() && self.attempt.outcome != AttemptOutcome::Success {
                says.push("The program that tried it gave no reason.".into());
            }
            self.attempt.text = Some(lines.join("\n"));
        }
        let failed = matches!(self.attempt.outcome, AttemptOutcome::Failure | AttemptOutcome::Deferral);
        if let Some(text) =
            self.attempt.text.as_deref().filter(|text| says.is_empty() && failed && !text.is_empty())
        {
            let lead = if Reply::parse(text).code.is_some() { "The reply" } else { "The log says" };
            says.push(format!("{lead}: \u{201c}{}\u{201d}", text.replace('\n', " ")));
        }
        says.join(" ")
    }
}

/// What happened to a message, and what to do.
pub(super) fn explain(log: &Log, facts: &MessageFacts) -> Explanation {
    let mut story = Vec::new();
    story.extend(arrival(log, facts));
    for (recipient, tried) in facts.recipients() {
        story.extend(told_of(log, recipient, &tried));
    }
    // What is neutral is in the lines; the story tells what made a difference.
    // A remark that comes again and again is told once, with all its lines.
    let mut told: FxHashMap<&str, Vec<&Note>> = FxHashMap::default();
    for note in facts.notes.iter().filter(|note| note.level != Level::Info || note.alarming) {
        told.entry(&note.says).or_default().push(note);
    }
    for (says, notes) in told {
        story.push(Sentence {
            shown: shown(log, notes[0].line - 1),
            text: says.into(),
            lines: Cited::new(notes[0].line, notes.iter().map(|note| note.line)),
            level: notes[0].level,
        });
    }
    story.extend(age(log, facts));
    if let Some(end) = facts.end {
        story.push(Sentence {
            shown: shown(log, end - 1),
            text: "The message was removed from the queue.".into(),
            lines: Cited::new(end, []),
            level: Level::Info,
        });
    }
    sort::by(&mut story, |a, b| (a.lines[0], &a.text).cmp(&(b.lines[0], &b.text)));
    let (headline, cites) = headline(log, facts);
    let worst = worst(&facts.attempts);
    let mut next = next(log, facts, worst);
    next.extend(failed_first(log, facts));
    let known = worst.and_then(|tried| facts.known(tried));
    // What our own filters didn't take yet.
    let put_off = super::turned_away(log, &cites).filter(|_| facts.outcome == Outcome::Deferred);
    let put_off = put_off.map(|reason| super::connection::of_ours(reason, facts.outcome));
    Explanation {
        story,
        stage: stage(facts.was_refused(), worst),
        party: match &known {
            _ if let Some(tried) = worst.filter(|tried| is_probe(&tried.attempt)) => tried.asked(),
            Some(known) => known.who(),
            None if facts.fault().is_some() => Party::OurServer,
            None if facts.outcome == Outcome::Failed => Party::Sender,
            None => put_off.unwrap_or(Party::Nobody),
        },
        lasts: worst.and_then(|tried| match tried.attempt.outcome {
            // A check that got no clear answer is made again.
            _ if is_probe(&tried.attempt) && !tried.said_no() => None,
            AttemptOutcome::Failure => Some(Lasts::Permanent),
            AttemptOutcome::Deferral if facts.ended => Some(Lasts::Permanent),
            AttemptOutcome::Deferral => Some(Lasts::Temporary),
            AttemptOutcome::Open | AttemptOutcome::Success => None,
        }),
        next,
        missing: missing(log, facts),
        ..Explanation::new(headline, cites)
    }
}

/// How to see what became of the message that a lost notice is about, where its own lines are missing.
fn failed_first(log: &Log, facts: &MessageFacts) -> Option<Step> {
    let lost = facts.outcome.is_problem() && bounced(log, facts.trace).is_none();
    let id = made_for(log, *facts.arrival.first().filter(|_| lost)?).filter(|id| steps::is_word(id))?;
    let command = facts.server()?.lines.replace("{id}", &id);
    Some(Step {
        text: format!("See what became of message {id}, which the notice is about:"),
        command: Some(command),
    })
}

/// How long a message has waited that still does, where that's days, and when it's given up.
fn age(log: &Log, facts: &MessageFacts) -> Option<Sentence> {
    const DAY: u64 = 86_400;
    let tried = worst(&facts.attempts)?;
    let waits =
        tried.attempt.outcome == AttemptOutcome::Deferral && !facts.ended && !is_probe(&tried.attempt);
    let line = tried.attempt.end_line.filter(|_| waits)?;
    let age = super::datum(&log.parse(line - 1), Datum::Age)?;
    let age: u64 = age.split('.').next()?.parse().ok().filter(|age| *age >= DAY)?;
    let (days, setting) = facts.server()?.lifetime?;
    let waited = count((age / DAY) as usize, "day");
    let left = (days * DAY).saturating_sub(age);
    let end = match left {
        0 => format!("it would have come back after {days} days by default, so {setting} is longer here"),
        1..=DAY => format!("by default ({setting}) it comes back to its sender within a day"),
        _ => format!(
            "by default ({setting}) it comes back to its sender in {}",
            count(left.div_ceil(DAY) as usize, "day")
        ),
    };
    Some(Sentence {
        shown: shown(log, line - 1),
        text: format!("The message has waited for {waited}; {end}."),
        lines: Cited::new(line, []),
        level: Level::Temporary,
    })
}

/// A longer answer is quoted in the story alone.
const QUOTED: usize = 130;

/// What another server answered at one of its addresses, before another one couldn't be reached or the lines end.
struct Answered {
    /// The line that says so, from 1.
    line: u32,
    host: String,
    tried: TriedAttempt,
}

/// The last such answer, where no later result has one of its own.
fn answered(log: &Log, facts: &MessageFacts) -> Option<Answered> {
    let last = facts.attempts.iter().rfind(|tried| tried.attempt.outcome != AttemptOutcome::Open);
    let open = |tried: &TriedAttempt| {
        let unreached = matches!(tried.reason(), None | Some(Reason::NetworkError));
        tried.attempt.code.is_none() && unreached && tried.attempt.outcome != AttemptOutcome::Success
    };
    if last.is_some_and(|tried| !open(tried)) || facts.ended {
        return None;
    }
    // An answer of an earlier try says nothing of this one.
    let since = facts.attempts.iter().rev().filter(|tried| tried.attempt.outcome != AttemptOutcome::Open);
    let since = since.filter_map(|tried| tried.attempt.end_line).nth(1).unwrap_or(0);
    let says_so = |line: &&u32| **line > since && super::is(log, **line, Sign::NextServer);
    let line = *facts.lines.iter().rfind(says_so)?;
    let parsed = log.parse(line - 1);
    let entry = parsed.entry?;
    let part = |role| Some(lossy(entry.part(role, &parsed.captures)?.of(parsed.body())).into_owned());
    let (host, ip, text) = (part(Role::Remote)?, part(Role::Ip)?, part(Role::Text)?);
    let reply = Reply::parse(&text);
    let at_port = last.and_then(|tried| super::situation::called(&tried.attempt)?.1);
    let mut tried = TriedAttempt {
        attempt: Attempt {
            start_line: line,
            end_line: Some(line),
            recipient: last.and_then(|tried| tried.attempt.recipient.clone()),
            channel: Some("remote".into()),
            remote: Some(format!("{host}[{ip}]:{}", at_port.unwrap_or(25))),
            code: reply.code.map(|code| code.to_string()),
            status: reply.status.map(|status| status.to_string()),
            outcome: AttemptOutcome::Deferral,
            text: Some(text.clone()),
            ..Attempt::default()
        },
        ..TriedAttempt::default()
    };
    tried.judge();
    Some(Answered { line, host, tried })
}

/// Where a server answered and then another of its addresses couldn't be reached, or where the lines end with an answer,
/// the answer says why.
pub(super) fn by_answer(log: &Log, trace: &mut Trace) -> bool {
    if trace.kind != TraceType::Message || trace.outcome == Outcome::Delivered {
        return false;
    }
    let facts = MessageFacts::of(log, trace.trace);
    let Some(Answered { line, host, tried }) = answered(log, &facts) else { return false };
    let unreached = facts.attempts.iter().any(|tried| tried.attempt.outcome != AttemptOutcome::Open);
    let telling = |verdict: &Verdict| unreached || verdict.reason != Reason::Undefined;
    let Some(verdict) = tried.verdict.filter(telling) else { return false };
    let known = Undelivered {
        server: facts.server(),
        id: facts.id.as_deref(),
        sender: facts.sender.as_deref(),
        client: facts.client.as_deref(),
        attempt: &tried.attempt,
        reason: verdict.reason,
        party: verdict.party,
        why: verdict.headline(),
        refusal: verdict.refusal,
        waiting: true,
    };
    let why = known.headline();
    let explanation = &mut trace.explanation;
    if unreached {
        let said = tried.attempt.text.as_deref().filter(|text| text.len() < QUOTED);
        let said = said.map_or_else(String::new, |said| format!(" It said: \u{201c}{said}\u{201d}."));
        explanation.because(&format!("{why}{said} Another of its addresses couldn't be reached."));
    } else {
        let asks = "The next address or server of the domain is tried, where there is one.";
        explanation.headline = format!("{why} The server {host} said so. {asks}");
    }
    explanation.cites.add([line]);
    explanation.party = known.who();
    let steps = known.steps().unwrap_or_else(|| {
        let said =
            RemoteWords::of((verdict.reason, verdict.refusal), &tried.attempt, facts.sender.as_deref());
        steps::of_reply(verdict.agent(), &said.logged(&tried.attempt))
    });
    explanation.next.splice(0..0, steps);
    true
}

/// The id of the message whose failure this one tells its sender, where a line says so.
pub(super) fn bounced(log: &Log, number: u32) -> Option<String> {
    let link =
        log.links_of(number).find(|link| link.led == Led::Bounce && link.to == number && !link.guess)?;
    MessageFacts::of(log, link.from).id.filter(|id| !id.is_empty())
}

/// The message that a notice is made for, as the line names it with which it came in.
fn made_for(log: &Log, line: u32) -> Option<String> {
    let parsed = log.parse(line - 1);
    let entry =
        parsed.entry.filter(|entry| matches!(entry.pattern.tie, Some(Tie::MadeBy(_, Led::Bounce))))?;
    Some(lossy(entry.part(Role::OtherMessage, &parsed.captures)?.of(parsed.body())).into_owned())
}

fn arrival(log: &Log, facts: &MessageFacts) -> Option<Sentence> {
    let (&first, rest) = facts.arrival.split_first()?;
    let size = facts.bytes.map_or_else(String::new, |bytes| format!(" ({})", size(bytes)));
    // What a filter or a rule refused while it came in was never kept.
    let refused = facts.attempts.is_empty() && matches!(facts.outcome, Outcome::Failed | Outcome::Deferred);
    let text = match facts.sender.as_deref() {
        None if refused => format!("A message{size} was offered to this server."),
        Some(sender) if refused && !sender.is_empty() => {
            format!("A message{size} from {sender} was offered to this server.")
        }
        None => format!("A message{size} entered the queue."),
        Some("") => match bounced(log, facts.trace) {
            None if let Some(id) = made_for(log, first) => {
                format!("A notice about message {id} (it failed, or it's late){size} entered the queue.")
            }
            Some(id) => format!("The notice that message {id} failed (a bounce){size} entered the queue."),
            None => format!("A message without a sender{size}, such as a bounce, entered the queue."),
        },
        Some("#@[]") => {
            format!("A notice about an undeliverable notice (a double bounce){size} entered the queue.")
        }
        Some(sender) => format!("A message{size} from {sender} entered the queue."),
    };
    let came = match (&facts.client, &facts.user) {
        (Some(client), Some(user)) => format!(" It came from {client}, authenticated as {user}."),
        (Some(client), None) => format!(" It came from {client}."),
        (None, _) => String::new(),
    };
    let over = log.links_of(facts.trace).find(|link| link.led == Led::Message && link.to == facts.trace);
    let over = over.filter(|_| facts.client.is_none());
    let over = over.and_then(|link| {
        let connection = MessageFacts::of(log, link.from);
        let probably = if link.guess { "probably " } else { "" };
        let came = format!(" It {probably}came from {}.", connection.client.as_deref()?);
        Some((came, connection.lines.first().copied()?))
    });
    let (came, line) = over.map_or((came, None), |(came, line)| (came, Some(line)));
    let text = text + &came;
    Some(Sentence {
        shown: shown(log, first - 1),
        text,
        lines: Cited::new(first, rest.iter().copied().chain(line)),
        level: Level::Info,
    })
}

/// The attempts for one recipient: those that came out alike in a row are told as one.
fn told_of(log: &Log, recipient: &str, tried: &[&TriedAttempt]) -> Vec<Sentence> {
    let to = if recipient.is_empty() { "a recipient" } else { recipient };
    let alike = |a: &&TriedAttempt, b: &&TriedAttempt| {
        a.attempt.outcome == b.attempt.outcome
            && a.attempt.text == b.attempt.text
            && a.attempt.channel == b.attempt.channel
    };
    let mut sentences = Vec::new();
    for run in tried.chunk_by(alike) {
        let (first, last) = (run[0], run[run.len() - 1]);
        let remote = first.remote();
        let says = &last.says;
        let mut text = match (first.attempt.outcome, way(&first.attempt)) {
            (AttemptOutcome::Success, _) if remote && !is_at_home(&first.attempt) => {
                accepted(to, Some("remote"))
            }
            (AttemptOutcome::Success, channel) => match mailbox_server(&first.attempt) {
                Some(server) => accepted(to, channel).replace("this server", server),
                None => accepted(to, channel),
            },
            (AttemptOutcome::Deferral | AttemptOutcome::Failure, Some("probe")) => format!(
                "The server only checked whether {to} accepts mail, and {}. No message was sent.",
                first.answer()
            ),
            (AttemptOutcome::Deferral, _) if run.len() == 1 => {
                format!("Delivery to {to} was deferred and will be retried.")
            }
            (AttemptOutcome::Deferral, _) => {
                let until = when(log, last.attempt.start_line)
                    .map_or_else(String::new, |when| format!(" until {when}"));
                let times = times(run.len());
                format!(
                    "Delivery to {to} was tried {times}{until} and deferred each time, for the same reason."
                )
            }
            (AttemptOutcome::Failure, _) => format!("Delivery to {to} failed permanently."),
            (AttemptOutcome::Open, _) => {
                format!("A delivery to {to} began; its result isn't in the log you pasted.")
            }
        };
        if !(says.is_empty() || remote && first.attempt.outcome == AttemptOutcome::Success) {
            text.push(' ');
            text.push_str(says);
        }
        let level = match first.attempt.outcome {
            AttemptOutcome::Success => Level::Success,
            AttemptOutcome::Deferral => Level::Temporary,
            AttemptOutcome::Failure => Level::Permanent,
            AttemptOutcome::Open => Level::Info,
        };
        let lines =
            run.iter().flat_map(|tried| [Some(tried.attempt.start_line), tried.attempt.end_line]).flatten();
        sentences.push(Sentence {
            shown: first
                .attempt
                .end_line
                .and_then(|line| shown(log, line - 1))
                .or_else(|| first.attempt.shown.clone()),
            text,
            lines: Cited::new(first.attempt.start_line, lines),
            level,
        });
    }
    sentences
}

/// Ways out of the queue that are not the end of the way, with the headline of a message that took one.
const ON_THE_WAY: &[(&str, &str)] = &[
    ("filter", "Passed to a content filter of this server for {to}; it continues under another queue id."),
    ("forward", "Forwarded: the message for {to} continues as a new message."),
    ("program", "Passed to a program on this server for {to}."),
    (
        "address",
        "Delivered for {to} on this server: to the program that is set up for the address. This log doesn't show what that did with it.",
    ),
    ("queue", "Passed to another queue of this server for {to}, where it continues under another id."),
    ("caught", "There's no mailbox {to}: the message went to the domain's catch-all mailbox."),
    (
        "unrun",
        "qmail counted the delivery for {to} as done, but a program in its delivery rules couldn't be run: the message may be lost or unfiltered.",
    ),
    ("probe", "Only a check whether {to} accepts mail; no message was sent."),
];

/// True for a way out of the queue that is not the end of the way.
pub(crate) fn is_on_the_way(channel: &[u8]) -> bool {
    ON_THE_WAY.iter().any(|(way, _)| way.as_bytes() == channel)
}

/// True for a check whether an address accepts mail, which sends none.
fn is_probe(attempt: &Attempt) -> bool {
    attempt.channel.as_deref() == Some("probe")
}

/// True where all attempts are such checks: there's no message.
pub(crate) fn is_check(attempts: &[Attempt]) -> bool {
    !attempts.is_empty() && attempts.iter().all(is_probe)
}

/// True for an attempt at another server.
pub(crate) fn is_remote(attempt: &Attempt) -> bool {
    match attempt.channel.as_deref() {
        Some("local" | "discard") => false,
        Some(channel) if is_on_the_way(channel.as_bytes()) => false,
        // A delivery that names a server at the other end is not local, whatever its way out is called; nor is one
        // that came to no server, where the name tells: `remote`, `remote_smtp`, `esmtp`.
        channel => {
            attempt.remote.is_some()
                || channel.is_some_and(|channel| ["remote", "smtp"].iter().any(|of| channel.contains(of)))
        }
    }
}

/// The machine that has the mailboxes, where the attempt names another one than this: `10.2.0.11[10.2.0.11]:24`.
fn mailbox_server(attempt: &Attempt) -> Option<&str> {
    let (name, at) = attempt.remote.as_deref()?.split_once('[')?;
    let own = ["private/", "public/", "/", "127.", "::1"].iter().any(|own| at.starts_with(own));
    (!own && is_name(name) && name != "localhost").then_some(name)
}

/// What an attempt that worked means, by the way that it took.
fn accepted(to: &str, channel: Option<&str>) -> String {
    match channel {
        Some("remote") => {
            format!("The mail server for {to} accepted the message and is now responsible for it.")
        }
        Some("filter") => format!(
            "The message for {to} was passed to a content filter of this server, which returns it after the check. It isn't in the mailbox yet."
        ),
        Some("forward") => format!("The message for {to} was forwarded and continues as a new message."),
        Some("queue") => format!(
            "The message for {to} was passed to another queue of this server, where it continues under another id."
        ),
        Some("program") => format!("The message for {to} was passed to a program on this server."),
        Some("discard") => {
            format!("The message for {to} was accepted and discarded. Nobody will receive it.")
        }
        Some("caught") => format!("Stored, but not for {to}."),
        Some("unrun") => format!(
            "qmail counted the delivery for {to} as done, although a program in its delivery rules couldn't be run. Nothing shows that the message was stored."
        ),
        Some("probe") => format!("The server only checked whether {to} accepts mail. No message was sent."),
        _ => format!("Delivered to {to} on this server."),
    }
}

/// The last result of every recipient.
fn finals(attempts: &[TriedAttempt]) -> Vec<(&str, &TriedAttempt)> {
    recipients(attempts)
        .into_iter()
        .filter_map(|(recipient, tried)| {
            let told = tried.iter().rfind(|tried| tried.attempt.outcome != AttemptOutcome::Open);
            Some((recipient, *told.or(tried.last())?))
        })
        .collect()
}

/// Why the attempts for a recipient did not work; of what was given up, what kept it waiting: its text tells it,
/// or the attempts before.
pub(crate) fn cause<'a>(tried: impl DoubleEndedIterator<Item = &'a Attempt> + Clone) -> Option<Reason> {
    let last = tried.clone().rfind(|attempt| attempt.outcome != AttemptOutcome::Open)?;
    let clear = |reason: &Reason| !matches!(reason, Reason::Expired | Reason::Undefined);
    let before = || {
        let told = last.text.as_deref().and_then(before_the_end);
        told.or_else(|| tried.rev().filter_map(|attempt| attempt.reason).find(clear))
    };
    last.reason.map(|reason| if reason == Reason::Expired { before().unwrap_or(reason) } else { reason })
}

fn headline(log: &Log, facts: &MessageFacts) -> (String, Cited) {
    let finals = finals(&facts.attempts);
    let with = |outcome: AttemptOutcome| -> Vec<&(&str, &TriedAttempt)> {
        finals.iter().filter(|(_, tried)| tried.attempt.outcome == outcome).collect()
    };
    let names = |of: &[&(&str, &TriedAttempt)]| {
        let names: Vec<&str> =
            of.iter().map(|of| if of.0.is_empty() { "a recipient" } else { of.0 }).collect();
        list(&names)
    };
    let cited = |of: &[&(&str, &TriedAttempt)]| {
        let mut lines = of.iter().flat_map(|(_, tried)| {
            let last = tried.attempt.end_line.unwrap_or(tried.attempt.start_line);
            [last].into_iter().chain(tried.earlier.as_ref().map(|(line, _)| *line))
        });
        let first = lines.next().unwrap_or_else(|| log.span_of(facts.trace).0);
        Cited::new(first, lines)
    };
    let success = with(AttemptOutcome::Success);
    let deferral = with(AttemptOutcome::Deferral);
    let failure = with(AttemptOutcome::Failure);
    let open = with(AttemptOutcome::Open);
    let why = |of: &[&(&str, &TriedAttempt)]| {
        let reason =
            of[0].1.reason().filter(|reason| of.iter().all(|(_, tried)| tried.reason() == Some(*reason)));
        let known = reason.and_then(|_| facts.known(of[0].1));
        let situation = known.as_ref().is_some_and(Undelivered::has_words);
        if let Some(own) = of[0].1.own_words().filter(|_| of.len() == 1 && !situation) {
            // What a part of this server reported on the way says what was wrong.
            let told = facts.fault().filter(|note| !note.follows);
            let own = told.map_or(own, |note| first_sentence(&note.says));
            return format!(" {own}");
        }
        known.map_or_else(String::new, |known| format!(" {}", known.headline()))
    };
    // Who failed is told by name; else the line that decided says it, after who was served.
    if let Some(note) = facts.verdict.and_then(|at| facts.notes.get(at)).filter(|_| failure.is_empty()) {
        let served =
            if success.is_empty() { String::new() } else { format!("Delivered to {}. ", names(&success)) };
        // What of this server failed for the message is why it was put off.
        let fault = facts.fault().filter(|fault| note.level == Level::Temporary && !fault.follows);
        let why = fault.map_or_else(String::new, |fault| format!(" {}", first_sentence(&fault.says)));
        let served_by = cited(&success);
        let others = served_by.iter().copied().filter(|_| !success.is_empty());
        let lines = Cited::new(note.line, others.chain(fault.map(|fault| fault.line)));
        return (served + &note.says + &why, lines);
    }
    let asked: Vec<_> = failure.iter().chain(&deferral).copied().collect();
    if let Some((_, tried)) = asked.first().filter(|_| asked.iter().all(|(_, of)| is_probe(&of.attempt))) {
        let why = first_sentence(&tried.says);
        let stop = if why.ends_with('.') || why.is_empty() { "" } else { "." };
        let text = format!(
            "Only a check whether {} accepts mail, and {}; no message was sent. {why}{stop}",
            names(&asked),
            tried.answer()
        );
        return (text, cited(&asked));
    }
    if !failure.is_empty() {
        let others = match success.len() {
            0 => String::new(),
            served => format!(" {} of {} worked.", served, count(finals.len(), "recipient")),
        };
        // What became of it in the end says more than who didn't get it.
        let note = facts.verdict.and_then(|at| facts.notes.get(at)).filter(|note| note.helped);
        let end = note.map_or_else(String::new, |note| format!(" {}", first_sentence(&note.says)));
        let text = format!("Not delivered to {}.{}{others}{end}", names(&failure), why(&failure));
        return (text, cited(&failure));
    }
    if !deferral.is_empty() && facts.ended {
        let end = facts.end.unwrap_or_else(|| log.span_of(facts.trace).1);
        let lines = Cited::new(end, cited(&deferral).iter().copied());
        let text = format!("Given up for {}: the message left the queue undelivered.", names(&deferral));
        return (format!("{text}{}", why(&deferral)), lines);
    }
    if !deferral.is_empty() {
        return (
            format!("Still trying to deliver to {}.{}", names(&deferral), why(&deferral)),
            cited(&deferral),
        );
    }
    if !open.is_empty() {
        return (
            format!("On its way to {}: the log you pasted ends before the result.", names(&open)),
            cited(&open),
        );
    }
    let worst = facts
        .notes
        .iter()
        .filter(|note| note.level >= Level::Temporary)
        .max_by_key(|note| (note.level, !note.follows));
    if let (true, Some(note)) = (success.is_empty(), worst) {
        return (note.says.clone(), Cited::new(note.line, []));
    }
    if success.is_empty() {
        let (first, _) = log.span_of(facts.trace);
        return (
            "The log you pasted doesn't show what became of this message.".into(),
            Cited::new(first, []),
        );
    }
    let remote = success.iter().filter(|(_, tried)| tried.remote()).count();
    let by = |channel: &str| -> Vec<&(&str, &TriedAttempt)> {
        success.iter().copied().filter(|(_, tried)| way(&tried.attempt) == Some(channel)).collect()
    };
    let discarded = by("discard");
    if !discarded.is_empty() {
        let says = &discarded[0].1.says;
        let alike = discarded.iter().all(|(_, tried)| tried.says == *says) && !says.is_empty();
        let why = if alike { format!(" {says}") } else { String::new() };
        return (
            format!("Discarded, not delivered: the message for {}.{why}", names(&discarded)),
            cited(&discarded),
        );
    }
    for (channel, text) in ON_THE_WAY {
        if by(channel).len() == success.len() {
            return (text.replace("{to}", &names(&success)), cited(&success));
        }
    }
    let text = if remote == success.len() {
        let (server, is) = if remote == 1 { ("server", "is") } else { ("servers", "are") };
        format!("Accepted by the mail {server} for {}, which {is} now responsible for it.", names(&success))
    } else if remote == 0 {
        let server = mailbox_server(&success[0].1.attempt);
        let all = success.iter().all(|(_, tried)| mailbox_server(&tried.attempt) == server);
        let server = server.filter(|_| all).unwrap_or("this server");
        format!("Delivered to {} on {server}.", names(&success))
    } else {
        format!(
            "Delivered to {} on this server and accepted by another server for {remote}.",
            success.len() - remote
        )
    };
    (text + &late(facts), cited(&success))
}

/// How long before it was delivered the first try was deferred, and why: who asks about a message that was delivered
/// often asks that. Empty where the first try worked, or where recipients differ in it.
fn late(facts: &MessageFacts) -> String {
    let recipients = facts.recipients();
    let [(_, tried)] = recipients.as_slice() else { return String::new() };
    let done = |tried: &&&TriedAttempt| tried.attempt.outcome == AttemptOutcome::Success;
    let (Some(first), Some(last)) = (tried.first(), tried.iter().rfind(done)) else { return String::new() };
    let (Some(from), Some(to)) = (first.attempt.at, last.attempt.at) else { return String::new() };
    if first.attempt.outcome != AttemptOutcome::Deferral || to <= from {
        return String::new();
    }
    let why = facts.known(first).map_or_else(String::new, |known| format!(" {}", known.headline()));
    format!(" The first try, {} earlier, was deferred.{why}", lasting(to - from))
}

fn first_sentence(says: &str) -> &str {
    says.find(". ").map_or(says, |at| &says[..=at])
}

/// The recipient that it is most important to speak of.
fn worst(attempts: &[TriedAttempt]) -> Option<&TriedAttempt> {
    finals(attempts).into_iter().map(|(_, tried)| tried).max_by_key(|tried| match tried.attempt.outcome {
        AttemptOutcome::Failure => 3,
        AttemptOutcome::Deferral => 2,
        AttemptOutcome::Open => 1,
        AttemptOutcome::Success => 0,
    })
}

/// True where the text speaks of a name that was looked up.
pub(super) fn was_looked_up(attempt: &Attempt) -> bool {
    let said = attempt.text.as_deref().unwrap_or_default().to_ascii_lowercase();
    ["lookup", "look up", "name service", "resolv", "dns"].iter().any(|of| said.contains(of))
}

/// The station of the mail flow that a message reached: what was never taken in came to this server, and what left it for
/// nobody stayed in its queue.
fn stage(refused: bool, worst: Option<&TriedAttempt>) -> Stage {
    let Some(tried) = worst else {
        return if refused { Stage::OurServer } else { Stage::Queue };
    };
    let on_the_way =
        matches!(way(&tried.attempt), Some("filter" | "forward" | "discard" | "probe" | "queue" | "program"));
    let why = tried.reason();
    match (tried.attempt.outcome, tried.remote()) {
        (AttemptOutcome::Open, _) => Stage::Queue,
        (AttemptOutcome::Success, _) if on_the_way => Stage::Queue,
        (AttemptOutcome::Success, true) => Stage::TheirServer,
        (AttemptOutcome::Success, false) => Stage::Mailbox,
        // A filter or a mailbox service of our own is nobody else's server.
        (_, true) if is_own_service(&tried.attempt) => {
            if why.is_some_and(|why| why.facts().stage == Stage::Mailbox) {
                Stage::Mailbox
            } else {
                Stage::OurServer
            }
        }
        // What was answered was reached.
        (_, true) if tried.attempt.code.is_some() => Stage::TheirServer,
        // What an administrator ends tells no way out, nor does what DNS did not answer.
        (_, remote)
            if (remote || tried.attempt.channel.is_none())
                && (why.is_some_and(|why| why.facts().stage == Stage::Dns)
                    || why == Some(Reason::NetworkError) && was_looked_up(&tried.attempt)) =>
        {
            Stage::Dns
        }
        (_, true) if why == Some(Reason::NetworkError) && is_broken_off(&tried.attempt) => Stage::TheirServer,
        (_, _) if matches!(why, Some(Reason::NetworkError | Reason::Loop)) => Stage::Queue,
        (_, true) if tried.attempt.remote.is_none() => Stage::Queue,
        (_, true) => Stage::TheirServer,
        (_, false) if why.is_some_and(|why| why.facts().stage == Stage::Mailbox) => Stage::Mailbox,
        (_, false) => Stage::OurServer,
    }
}

/// Accounts of web servers, by their numbers (Debian, Red Hat, SUSE, BSD, Gentoo) and names.
pub(super) const WEB: &[&str] = &[
    "33",
    "48",
    "30",
    "80",
    "81",
    "www-data",
    "apache",
    "httpd",
    "wwwrun",
    "www",
    "nginx",
    "http",
    "anonymous",
];

/// Where PHP says which script sent a message.
pub(super) const PHP_SAYS: &str =
    "grep -rhE '^ *mail\\.(add_x_header|log)' /etc/php* /opt/plesk/php/*/etc/php.ini";

/// Where the web server's account sent what others don't want, which script it was counts more than the reply.
fn script(facts: &MessageFacts, known: &Undelivered<'_>) -> Option<Step> {
    let unwanted = matches!(
        known.reason,
        Reason::SpamDetected
            | Reason::Blocked
            | Reason::BadReputation
            | Reason::Speeding
            | Reason::PolicyViolation
            | Reason::Filtered
            | Reason::VirusDetected
    );
    let sender = facts.sender.as_deref().and_then(|sender| sender.split('@').next());
    let web = |account: &&str| WEB.contains(account);
    let account = facts.account.as_deref().filter(web).map(|account| match account.parse::<u32>() {
        Ok(uid) => format!("uid {uid}"),
        Err(_) => account.into(),
    });
    // Who logged in to send is no script, whatever the address.
    let by_name = || sender.filter(web).filter(|_| facts.client.is_none()).map(str::to_owned);
    let who = account.or_else(by_name).filter(|_| unwanted && is_remote(known.attempt))?;
    let headers = facts.server().map(|server| server.headers).filter(|of| known.waiting && !of.is_empty());
    let command = headers.zip(facts.id.as_deref().filter(|id| is_name(id)));
    Some(Step {
        text: format!(
            "A website on this server sent it ({who}, the web server's account). Find the script or contact form, stop it if it's abused, and delete what else it left in the queue. PHP names the script in a header (mail.add_x_header) or in its log (mail.log):"
        ),
        command: Some(command.map_or_else(|| PHP_SAYS.into(), |(headers, id)| headers.replace("{id}", id))),
    })
}

fn next(log: &Log, facts: &MessageFacts, worst: Option<&TriedAttempt>) -> Vec<Step> {
    let mut next = Vec::new();
    let say = |text: String| Step { text, command: None };
    if let Some(tried) = worst.filter(|tried| is_probe(&tried.attempt)) {
        let to = tried.attempt.recipient.as_deref().filter(|to| steps::is_word(to));
        let wrong = tried.attempt.outcome != AttemptOutcome::Success && tried.said_no();
        let correct =
            if wrong { "Correct the address where it's used, if the answer is right. " } else { "" };
        next.push(Step {
            text: format!("{correct}To check it again (the result is mailed to you):"),
            command: to.map(|to| format!("sendmail -bv {to}")),
        });
        next.push(Step {
            text: "Postfix checks an address for sendmail -bv and, where its settings say so, before it accepts mail from or for it. Those settings:".into(),
            command: Some("postconf -n | grep -e reject_unverified -e address_verify".into()),
        });
        return next;
    }
    if let Some(tried) = worst
        && let Some(known) = facts.known(tried)
    {
        let reason = Some(known.reason).filter(|reason| *reason != Reason::Undefined);
        next.extend(script(facts, &known));
        next.extend(known.steps().unwrap_or_else(|| {
            let sender = facts.sender.as_deref();
            let verdict = tried.verdict.filter(|verdict| Some(verdict.reason) == reason);
            let fix = verdict.map(|verdict| verdict.agent()).or(reason.map(|reason| reason.facts().agent));
            let said = RemoteWords::of((known.reason, known.refusal), &tried.attempt, sender);
            let said = said.logged(&tried.attempt);
            fix.map(|fix| steps::of_reply(fix, &said)).unwrap_or_default()
        }));
        next.extend(forecast(log, facts, tried).map(say));
    } else if let Some(tried) = worst.filter(|tried| {
        // Nobody waits for a notice.
        let notice = super::situation::is_notice(facts.sender.as_deref());
        tried.attempt.outcome == AttemptOutcome::Success
            && stage(facts.was_refused(), Some(tried)) == Stage::TheirServer
            && !notice
    }) {
        let reply = tried.attempt.text.as_deref().and_then(|text| text.rsplit("Remote host said: ").next());
        let reply = reply.filter(|text| text.len() < 120);
        let reply =
            reply.map_or_else(String::new, |reply| format!(" and the answer \u{201c}{reply}\u{201d}"));
        next.push(say(format!("If the recipient misses it, have them search all folders, spam first. If it isn't there, their provider can trace it by the time{reply}.")));
    } else if worst.is_some_and(|tried| {
        tried.attempt.outcome == AttemptOutcome::Success
            && way(&tried.attempt) != Some("unrun")
            && stage(facts.was_refused(), Some(tried)) == Stage::Mailbox
            && !super::situation::is_notice(facts.sender.as_deref())
    }) {
        let caught = worst.is_some_and(|tried| way(&tried.attempt) == Some("caught"));
        next.extend(caught.then(|| {
            say("If the address should have a mailbox or an alias of its own, create it; until then, its mail lies in the catch-all mailbox, which the line names.".into())
        }));
        next.push(say("If somebody misses it, search all folders of the mailbox for it, spam and trash first, and look at its filter rules and at those of the email app.".into()));
    } else if let Some(fault) = facts.fault() {
        next.extend(steps::service(&lossy(log.parse(fault.line - 1).body())));
    }
    // Whose lines are all there needs no search for them.
    let complete = facts.kind == TraceType::Message && missing(log, facts).is_empty();
    let place = steps::LogPlace {
        server: facts.server().filter(|server| facts.is_numbered(server)),
        id: facts.id.as_deref(),
        window: window(log, facts),
        // The results of qmail name only their own number.
        deliveries: facts
            .attempts
            .iter()
            .filter(|tried| tried.attempt.outcome == AttemptOutcome::Open)
            .filter_map(|tried| tried.attempt.delivery.as_deref())
            .collect(),
    };
    next.extend(steps::look(&place).into_iter().filter(|_| !complete));
    let local = facts.attempts.iter().find(|tried| tried.attempt.channel.as_deref() == Some("local"));
    let mailbox = local.and_then(|tried| tried.attempt.recipient.as_deref());
    next.extend(steps::elsewhere(
        mailbox,
        // These logs are no files that syslog writes.
        facts.message_id.as_deref().filter(|_| facts.format.is_none_or(|format| !format.own_log)),
    ));
    if facts.kind == TraceType::Message && facts.outcome != Outcome::Delivered {
        let waits = facts.outcome != Outcome::Failed && !facts.ended;
        let at = stage(facts.was_refused(), worst);
        // Who knows why a mailbox takes nothing needs no more questions.
        let known = at == Stage::Mailbox && worst.and_then(|tried| facts.known(tried)).is_some();
        next.extend(steps::station(at, facts.server()).into_iter().filter(|_| waits && !known));
    }
    next
}

/// From a little before the first to a little after the last line, in seconds since 1970.
fn window(log: &Log, facts: &MessageFacts) -> Option<(String, String)> {
    const AROUND: i64 = 300;
    let times = || facts.lines.iter().map(|line| log.instant(line - 1)).filter(|at| *at != NEVER);
    let (first, last) = (times().min()?, times().max()?);
    // Where the log names no zone, its times are those of the server, as its own commands take them.
    let (line, _) = log.span_of(facts.trace);
    let basis = log.parse(line - 1).origin.stamp.map(|stamp| stamp.basis);
    // A year that nobody named would look in the wrong place.
    if basis == Some(Basis::WallWithoutYear) && log.settings().year.is_none() {
        return None;
    }
    let assumed = basis.is_some_and(|basis| basis != Basis::Exact);
    let bare = assumed && matches!(log.settings().show, Show::Written);
    let shown = |at: i64, by: i64| {
        let minute = minute(log, at.div_euclid(1_000_000_000).saturating_add(by));
        if bare { minute.get(..16).map_or(minute.clone(), str::to_owned) } else { minute }
    };
    Some((shown(first, -AROUND), shown(last, AROUND)))
}

/// True for a host name that is safe in a command: a log can hold anything.
pub(super) fn is_name(host: &str) -> bool {
    !host.is_empty()
        && !host.starts_with('-')
        && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-.".contains(&byte))
}

/// When qmail tries again and when it gives up, as a sentence.
fn forecast(log: &Log, facts: &MessageFacts, tried: &TriedAttempt) -> Option<String> {
    let Forecast { next_shown, end_shown, .. } = plan(log, facts, tried)?;
    Some(format!(
        "If nothing changes, the server tries again at about {next_shown} and gives up at about {end_shown}."
    ))
}

/// When qmail tries again and when it gives up, by its own rule.
fn plan(log: &Log, facts: &MessageFacts, tried: &TriedAttempt) -> Option<Forecast> {
    let waiting = tried.attempt.outcome == AttemptOutcome::Deferral && !facts.ended;
    let by_age = facts.server().is_some_and(|server| server.retries_by_age && facts.is_numbered(server));
    if !waiting || !by_age || !facts.born {
        return None;
    }
    let birth =
        Some(log.instant(facts.lines.first()? - 1)).filter(|at| *at != NEVER)?.div_euclid(1_000_000_000);
    let last = tried.attempt.at?;
    let channel = if tried.remote() { retry::Channel::Remote } else { retry::Channel::Local };
    let next = retry::next_attempt(birth, last, channel);
    let end = retry::gives_up(birth, last, channel, retry::LIFETIME);
    Some(Forecast {
        recipient: tried.attempt.recipient.clone(),
        next,
        next_shown: minute(log, next),
        end,
        end_shown: minute(log, end),
    })
}

/// From whom a message is, and which machine brought it.
pub(super) fn came_from(log: &Log, trace: u32) -> (Option<String>, Option<String>) {
    let facts = MessageFacts::of(log, trace);
    (facts.sender, facts.client)
}

/// What is planned for every recipient that still waits.
pub fn forecasts(log: &Log, trace: u32) -> Vec<Forecast> {
    let facts = MessageFacts::of(log, trace);
    finals(&facts.attempts).into_iter().filter_map(|(_, tried)| plan(log, &facts, tried)).collect()
}

/// A time in seconds since 1970 to the minute, with its zone: no plan is more exact.
fn minute(log: &Log, unix: i64) -> String {
    let zone = match &log.settings().show {
        Show::In(zone) => zone,
        Show::Written => &log.settings().source_zone,
    };
    let text = in_zone(unix.saturating_mul(1_000_000_000), 0, zone);
    match (text.get(..16), text.get(19..)) {
        (Some(time), Some(zone)) => [time, zone].concat(),
        _ => text,
    }
}

/// Where the times of the lines go back by more than two servers' clocks usually differ.
fn back(log: &Log, facts: &MessageFacts) -> Option<(u32, u32)> {
    const APART: i64 = 2_000_000_000;
    let timed: Vec<u32> = facts.lines.iter().copied().filter(|line| log.instant(line - 1) != NEVER).collect();
    let goes_back = |pair: &&[u32]| log.instant(pair[0] - 1).saturating_sub(log.instant(pair[1] - 1)) > APART;
    timed.windows(2).find(goes_back).map(|pair| (pair[0], pair[1]))
}

fn missing(log: &Log, facts: &MessageFacts) -> Vec<String> {
    let mut missing = Vec::new();
    if let Some((before, line)) = back(log, facts) {
        let host = |line: u32| lossy(log.parse(line - 1).origin.host).into_owned();
        let why = match (host(before), host(line)) {
            (one, other) if one != other => format!("the clocks of {one} and {other} differ"),
            _ => "the lines aren't in the order in which they were written, or the clock was set back".into(),
        };
        let (line, before) = (log.number(line), log.number(before));
        missing
            .push(format!("A reliable order: line {line} has an earlier time than line {before}, so {why}."));
    }
    if facts.kind == TraceType::Message {
        let open = facts.attempts.iter().any(|tried| tried.attempt.outcome == AttemptOutcome::Open);
        if facts.ended && open {
            missing.push("The results of its deliveries, although the message left the queue: some lines are left out; a search for the message's number doesn't find results that don't contain it.".into());
        }
        let check = facts.attempts.iter().any(|tried| is_probe(&tried.attempt));
        // What was refused while it came in never was in the queue.
        let refused = facts.was_refused();
        if !facts.born && facts.arrival.is_empty() && !check && !refused {
            missing.push("The lines that show how the message came in: the log you pasted begins later, or has only some of its lines.".into());
        }
        let settled = matches!(facts.outcome, Outcome::Failed | Outcome::Delivered);
        if !facts.ended && facts.says_end && !settled && !refused {
            missing.push(
                "The line that ends the message: it may still have been in the queue at the last line."
                    .into(),
            );
        }
    }
    missing
}
