//! What lines and traces mean, in plain English. Made on demand: only for what is shown or exported.
//!
//! One file here explains one kind of thing: a line with its tokens, or one type of trace.

mod among;
mod arriving;
mod ask;
mod backscatter;
mod banned;
mod both_sides;
mod certificate;
mod connection;
mod delivery;
mod dialogue;
mod document;
mod echo;
mod event;
mod evidence;
mod fitted;
mod gist;
mod grounds;
mod headers;
mod known;
mod line;
mod message;
mod misuse;
mod noise;
mod notice;
mod of_list;
mod outgoing;
mod own_name;
mod partly;
mod paste;
mod pasted;
mod question;
mod queue;
mod repeats;
mod scan;
mod seen;
pub(crate) mod session;
mod since;
pub(crate) mod situation;
mod slots;
mod sockets;
mod steps;
mod stopped;
mod unsigned;
pub mod words;

use crate::export::{Attempt, Row, Scan, Sentence, Trace};
use crate::format::Effect;
use crate::knowledge::classify::Verdict;
use crate::knowledge::defect::Defect;
use crate::knowledge::obstacle::{Obstacle, ObstacleKind};
use crate::log::{Log, Parsed};
use crate::pattern::{Captures, Entry};
use crate::settings::Show;
use crate::text::lossy;
use crate::time::zone::Zone;
use crate::time::{Basis, Instant, NEVER, WallTime, in_zone, rfc3339};
use crate::vocabulary::{
    AttemptOutcome, Cause, Circumstance, Cited, Datum, FormatKind, Lasts, Level, Outcome, Party, Reason,
    Sign, Software, TraceType, Why,
};
use std::collections::HashSet;

pub(crate) use connection::turned_away;
pub(crate) use echo::put_by_program;
pub(crate) use evidence::is_provider;
pub use gist::gist;
pub use line::{line, whole};
pub(crate) use message::{cause, is_check, is_evidence, is_on_the_way, is_remote, reason, way};
pub(crate) use of_list::{is_list, list_of};
pub use paste::{TURNED, notices};
pub(crate) use sockets::{closed_to_others, is_service};

/// One trace with its explanation, by its number.
pub fn trace(log: &Log, trace: u32) -> Trace {
    let mut told = told(log, trace);
    grounds::add(log, &mut told);
    seen::trace(told)
}

/// The events that this trace follows from, where that is no guess: cause and consequence are one trouble.
pub fn causes(log: &Log, trace: u32) -> Vec<u32> {
    let sure = log.causes_of(trace).into_iter().filter(|link| !link.guess).map(|link| link.from);
    let may = log.indexed(trace).is_some_and(|of| matches!(of.kind, TraceType::Event | TraceType::Session));
    let reported = may.then(|| event::root_of(log, trace)).flatten();
    let same = echo::of(log, trace).map(|told| told.trace).or_else(|| echo::taken(log, trace));
    sure.chain(reported).chain(same).collect()
}

fn told(log: &Log, trace: u32) -> Trace {
    let mut told = explained(log, trace);
    fitted::fit(log, &mut told);
    question::answer(log, &mut told);
    told
}

fn explained(log: &Log, trace: u32) -> Trace {
    let mut told = logged(log, trace);
    echo::add(log, &mut told);
    told
}

/// A trace by its own lines and what stands beside them, without what another trace tells of the same.
fn logged(log: &Log, trace: u32) -> Trace {
    if is_event(log, trace) {
        let mut told = event::trace(log, trace);
        let mut looked = 0;
        told.links.retain(|link| {
            looked += u32::from(link.doubt.is_some());
            link.doubt.is_none() || looked <= LOOKED && is_open(log, link.trace)
        });
        evidence::guessing(log, &mut told);
        evidence::taken(log, &mut told);
        evidence::why_banned(log, &mut told);
        evidence::mistyped(log, &mut told);
        evidence::lacks_domain(log, &mut told);
        evidence::of_delivery(log, &mut told);
        evidence::silent_lists(log, &mut told);
        evidence::scanner_down(log, &mut told);
        noise::add(log, &mut told);
        if !stopped::ended(log, &mut told) {
            stopped::add(log, &mut told);
        }
        behind(log, &mut told);
        since::add(log, &mut told);
        pasted::add(log, &mut told);
        once(&mut told.explanation.next);
        return told;
    }
    let mut told = by_kind(log, trace);
    notice_of(log, &mut told);
    stopped::state_named(log, &mut told);
    if message::is_check(&told.attempts) {
        evidence::asked(log, &mut told);
        return told;
    }
    known::add(log, &mut told);
    known::beside(log, &mut told);
    if !evidence::is_vague(log, &told) {
        told.links.retain(|link| link.how != "cause" || link.doubt.is_none());
    }
    event::add(log, &mut told);
    evidence::add(log, &mut told);
    misuse::add(log, &mut told);
    unsigned::add(log, &mut told);
    slots::add(log, &mut told);
    both_sides::add(log, &mut told);
    evidence::by_filter(log, &mut told);
    echo::in_mailbox(log, &mut told);
    noise::add(log, &mut told);
    noise::watched(log, &mut told);
    banned::add(log, &mut told);
    if told.outcome.is_problem() || told.explanation.party != Party::Nobody {
        pasted::add(log, &mut told);
    }
    let lost = matches!(told.kind, TraceType::Message | TraceType::Bounce | TraceType::Dialogue)
        && told.outcome == Outcome::Failed
        && !matches!(told.explanation.circumstance, Some(Circumstance::Forged | Circumstance::Survey))
        && !situation::is_notice(told.sender.as_deref());
    let explanation = &mut told.explanation;
    if explanation.party == Party::Nobody {
        // What was lost somebody must send again, and what nobody must mend does not stay broken.
        if lost {
            explanation.party = Party::Sender;
        } else {
            explanation.lasts = explanation.lasts.filter(|lasts| *lasts == Lasts::Temporary);
        }
    }
    once(&mut explanation.next);
    explanation.next.truncate(MOST_STEPS);
    told
}

/// What only follows from what another trace tells has the steps of that one, by all that is known of it.
fn behind(log: &Log, told: &mut Trace) {
    let root = event::root_of(log, told.trace);
    let Some(root) = root.filter(|root| event::root_of(log, *root).is_none()) else { return };
    let root = logged(log, root).explanation;
    if root.party != Party::Nobody {
        (told.explanation.party, told.explanation.next) = (root.party, root.next);
    }
}

/// Says of a notice about a message whose failure is told here that it's one: nobody asks what became of it.
fn notice_of(log: &Log, told: &mut Trace) {
    if told.kind != TraceType::Message || told.outcome.is_problem() {
        return;
    }
    let Some(id) = message::bounced(log, told.trace) else { return };
    let explanation = &mut told.explanation;
    let mut letters = explanation.headline.chars();
    let small: String = letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect();
    explanation.headline = format!("The notice that message {id} failed: {small}");
    explanation.next.clear();
}

/// Leaves out what was said before: a command is run once.
fn once(steps: &mut Vec<crate::export::Step>) {
    let mut said = HashSet::new();
    steps.retain(|step| said.insert(step.command.clone().unwrap_or_else(|| step.text.clone())));
    // What would lead to a command ends where a value for it is missing.
    for step in steps.iter_mut().filter(|step| step.command.is_none() && step.text.ends_with(':')) {
        step.text.pop();
        step.text.push('.');
    }
}

/// More steps than these nobody takes: the fix is the first of them.
const MOST_STEPS: usize = 3;

/// A trace as its own lines tell it.
fn by_kind(log: &Log, trace: u32) -> Trace {
    if is_session(log, trace) {
        return session::trace(log, trace);
    }
    if delivery::is_delivery(log, trace) {
        return delivery::trace(log, trace);
    }
    if let Some(document) = document::TakenApart::of(log, trace) {
        return document.into_trace();
    }
    let facts = message::MessageFacts::of(log, trace);
    let explanation = match facts.kind() {
        TraceType::Connection => connection::explain(log, &facts),
        TraceType::Scan => scan::explain(log, &facts),
        _ => message::explain(log, &facts),
    };
    facts.into_trace(log, explanation)
}

/// What a server plans for a recipient that still waits, if nothing changes. Times are seconds since 1970.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Forecast {
    /// The address.
    pub recipient: Option<String>,
    /// When it is tried again.
    pub next: i64,
    /// The same as the settings show it, to the minute.
    pub next_shown: String,
    /// The last attempt: after it the message goes back to its sender.
    pub end: i64,
    /// The same as the settings show it, to the minute.
    pub end_shown: String,
}

/// What is planned for the recipients of a trace that still wait; none where no rule is known.
pub fn forecasts(log: &Log, trace: u32) -> Vec<Forecast> {
    let is_message = log.indexed(trace).is_some_and(|trace| trace.kind == TraceType::Message);
    if is_message { message::forecasts(log, trace) } else { Vec::new() }
}

/// The attempts of a trace, with all that their lines say.
pub(crate) fn attempts(log: &Log, trace: u32) -> Vec<Attempt> {
    match document::TakenApart::of(log, trace) {
        Some(document) => document.attempts.into_iter().map(|tried| tried.attempt).collect(),
        None => message::attempts(log, trace),
    }
}

/// The server at which a message waited longest, and from when till when, as its headers show it: by the clock of the server
/// that took it then, where no other is asked for.
pub(crate) fn longest_wait(log: &Log, trace: u32) -> Option<(String, [WallTime; 2])> {
    let stay = headers::longest_wait(&document::TakenApart::of(log, trace)?)?;
    let own = offset_of(&stay.stamp).filter(|_| shown_zone(log).name() == "UTC");
    let time = |unix: i64| {
        let Some((minutes, name)) = &own else { return moment(log, unix) };
        let time = moment(log, unix + i64::from(*minutes) * 60)?;
        Some(WallTime { zone: name.clone(), ..time })
    };
    Some((stay.server, [time(stay.since)?, time(stay.until)?]))
}

/// The verdict of a look for spam.
pub(crate) fn scan(log: &Log, trace: u32) -> Scan {
    scan::read(log, log.lines_of(trace))
}

/// Why a trace did not work; for a message this takes far less than to explain it.
pub fn why(log: &Log, number: u32) -> Why {
    if arrived(log, number) {
        return Why::default();
    }
    let trace = told(log, number);
    Why::new(trace.attempts.iter().filter_map(|attempt| attempt.reason), trace.explanation.party)
}

/// What of our own is in trouble by an event, or what else it means for people; `None` where it names nothing that is known.
pub(crate) fn defect(log: &Log, number: u32) -> Option<Defect> {
    if is_event(log, number) && evidence::guessing(log, &mut event::trace(log, number)) {
        return Some(Defect::Guessing);
    }
    let first = log.lines_of(number).first().copied().filter(|_| is_event(log, number));
    let refused = || turned_away(log, &[first?]).filter(|reason| *reason == Reason::SecurityError);
    event::defect(log, number).or_else(|| refused().map(|_| Defect::WrongPassword))
}

/// What is broken of our own by a line that the finding rests on and that tells of no attempt, or by what surely caused it.
pub(crate) fn broken_beside(log: &Log, trace: &Trace) -> Option<Defect> {
    let beside = trace.explanation.evidence.iter().flat_map(|of| of.lines.iter());
    let tried =
        |line: &u32| trace.attempts.iter().any(|of| of.start_line == *line || of.end_line == Some(*line));
    let warns =
        |line: &&u32| matches!(log.level(*line - 1), Some(Level::Warning | Level::Alert)) && !tried(line);
    let own = log.lines_of(trace.trace).iter().filter(warns);
    let caused = trace.links.iter().filter(|link| link.how == "cause" && link.doubt.is_none());
    beside
        .chain(own)
        .find_map(|line| event::broken(log, *line))
        .or_else(|| caused.into_iter().find_map(|link| defect(log, link.trace)))
}

/// The message with which a client came back that was only asked to: what became of it says all.
pub(crate) fn returned(log: &Log, trace: &Trace) -> Option<u32> {
    evidence::returned(log, trace).map(|(number, ..)| number)
}

/// What decided how a session or a delivery into a mailbox came out, where a line states it.
pub(crate) fn decided(log: &Log, trace: u32) -> Option<Cause> {
    if is_session(log, trace) {
        return session::decided(log, trace);
    }
    delivery::is_delivery(log, trace).then(|| delivery::decided(log, trace))?
}

/// Why the server of a conversation said no; `None` where it did not.
pub(crate) fn refusal(log: &Log, trace: u32) -> Option<Verdict> {
    dialogue::refusal(&document::TakenApart::of(log, trace)?)
}

/// What keeps the program of a conversation from the server; `None` where a reply says more.
pub(crate) fn kept_by(log: &Log, trace: u32) -> Option<&'static Obstacle> {
    dialogue::kept_by(&document::TakenApart::of(log, trace)?)
}

/// True where the program of a conversation called over IPv6.
pub(crate) fn over_ipv6(log: &Log, trace: u32) -> bool {
    document::TakenApart::of(log, trace).is_some_and(|document| dialogue::over_ipv6(&document))
}

/// What program and server of a conversation did not agree on; `None` where it's nothing of the program.
pub(crate) fn at_odds(log: &Log, trace: u32) -> Option<ObstacleKind> {
    dialogue::at_odds(&document::TakenApart::of(log, trace)?)
}

/// The name by which a server calls itself, where its certificate covers that and not the name that was called.
pub(crate) fn covered_name(log: &Log, trace: u32) -> Option<String> {
    dialogue::covered_name(&document::TakenApart::of(log, trace)?)
}

/// True for a test by hand that was made wrongly: it shows nothing of the server.
pub(crate) fn tested_wrongly(log: &Log, trace: u32) -> bool {
    log.lines_of(trace).iter().any(|line| is(log, *line, Sign::PlainPort))
}

/// What the list of traces shows of one.
pub fn row(log: &Log, trace: u32) -> Row {
    let mut row = listed(log, trace);
    if !arrived(log, trace) {
        let told = told(log, trace);
        let wrong = row.outcome.is_problem() || told.explanation.party != Party::Nobody;
        row.why = wrong.then(|| gist(&told.explanation.headline).0);
        row.client = told.client;
    }
    seen::row(row)
}

/// True for a message that arrived everywhere, as most do: it need not be told to be known.
fn arrived(log: &Log, number: u32) -> bool {
    let attempts = log.attempts_of(number);
    !attempts.is_empty()
        // What was thrown away counts as done, and a warning says that somebody may miss it.
        && attempts.iter().all(|of| {
            of.outcome == AttemptOutcome::Success && log.level(of.end) < Some(Level::Warning)
        })
        && log.indexed(number).is_some_and(|trace| trace.kind == TraceType::Message)
}

fn listed(log: &Log, trace: u32) -> Row {
    if is_event(log, trace) {
        return event::row(log, trace);
    }
    if is_session(log, trace) {
        return session::row(log, trace);
    }
    if delivery::is_delivery(log, trace) {
        return delivery::row(log, trace);
    }
    if let Some(document) = document::TakenApart::of(log, trace) {
        return document.row();
    }
    message::MessageFacts::of(log, trace).row(log)
}

/// True for what was pasted whole, and not by the server that wrote the log.
fn is_document(log: &Log, trace: u32) -> bool {
    document::TakenApart::of(log, trace).is_some()
}

/// True for a session, and for the fault of a service.
fn is_session(log: &Log, trace: u32) -> bool {
    let broke = |first| {
        let step = log.parse(first).entry.map(|entry| entry.pattern.effect);
        step == Some(Effect::Fault)
    };
    log.indexed(trace).is_some_and(|trace| {
        trace.kind == TraceType::Session || trace.kind == TraceType::Event && broke(trace.first)
    })
}

/// Of an event, so many of the traces that it could explain are looked at.
const LOOKED: u32 = 40;

/// True where a trace's own lines leave open why it did not work.
fn is_open(log: &Log, trace: u32) -> bool {
    let mut told = by_kind(log, trace);
    known::add(log, &mut told);
    evidence::is_vague(log, &told)
}

/// True for an event, but for the fault of a service.
fn is_event(log: &Log, trace: u32) -> bool {
    log.indexed(trace).is_some_and(|of| of.kind == TraceType::Event) && !is_session(log, trace)
}

/// Adds what lines beside a trace tell of it, to its headline and to its story.
fn adds(log: &Log, trace: &mut Trace, lines: Cited, text: String, level: Level) {
    let explanation = &mut trace.explanation;
    explanation.headline = format!("{} {text}", explanation.headline);
    let shown = shown(log, lines[0] - 1);
    explanation.story.push(Sentence { shown, text, lines, level });
}

/// True for a line, from 1, that its format calls this.
pub(crate) fn is(log: &Log, line: u32, sign: Sign) -> bool {
    log.fits(line - 1, |pattern| pattern.sign == Some(sign))
}

/// True for a line, from 1, of a format of this kind.
pub(crate) fn is_of(log: &Log, line: u32, kind: FormatKind) -> bool {
    log.parse(line - 1).entry.is_some_and(|entry| entry.format.kind == kind)
}

/// True for a line, from 1, that this software wrote.
pub(crate) fn is_by(log: &Log, line: u32, software: Software) -> bool {
    log.parse(line - 1).entry.is_some_and(|entry| entry.format.software() == Some(software))
}

/// The reason that a line gives: its pattern, its text and the fields in that.
pub(crate) fn given_reason<'a>(parsed: &'a Parsed<'_>) -> Option<(&'static Entry, &'a [u8], Captures)> {
    line::reason(parsed.entry?, parsed.body(), &parsed.captures)
}

/// What a field of a line holds.
pub(crate) fn datum(parsed: &Parsed<'_>, datum: Datum) -> Option<String> {
    let at = parsed.entry?.datum(datum, &parsed.captures)?;
    Some(lossy(at.of(parsed.body())).into_owned())
}

/// The time of a line, from 1, for people. A year that the line does not name is left out, and so is a zone that
/// nothing names.
pub(crate) fn when(log: &Log, line: u32) -> Option<WallTime> {
    let instant = Some(log.instant(line - 1)).filter(|at| *at != NEVER)?;
    let basis = log.parse(line - 1).origin.stamp.map_or(Basis::Exact, |stamp| stamp.basis);
    let zone = shown_zone(log);
    // A time is told as the line's own clock had it.
    let own = matches!(log.settings().show, Show::Written)
        .then(|| clock_offset(log, line).map(|minutes| (minutes, None)).or_else(|| written_offset(log, line)))
        .flatten();
    if let Some((minutes, name)) = own.filter(|_| basis == Basis::Exact && zone.name() == "UTC") {
        let mut time = WallTime::of(instant + i64::from(minutes) * 60_000_000_000, zone)?;
        time.zone = name;
        return Some(time);
    }
    let mut time = WallTime::of(instant, zone)?;
    time.year = time.year.filter(|_| basis != Basis::WallWithoutYear);
    let known = basis == Basis::Exact || [zone.name(), log.settings().source_zone.name()] != ["UTC", "UTC"];
    time.zone = time.zone.filter(|_| known);
    Some(time)
}

/// The offset that the stamp of a line ends with, in minutes, and how it's called: `UTC+2`; none for UTC itself.
fn written_offset(log: &Log, line: u32) -> Option<(i32, Option<String>)> {
    let parsed = log.parse(line - 1);
    offset_of(&crate::text::lossy(parsed.framed.stamp_at.of(parsed.line)))
}

/// The same of the text of a time: `2026-11-21T19:10:56+02:00`, `Sat, 21 Nov 2026 19:10:56 +0200 (CEST)`.
fn offset_of(stamp: &str) -> Option<(i32, Option<String>)> {
    let at = stamp.rfind(['+', '-']).filter(|at| *at > 10)?;
    let digits = stamp[at + 1..].split_whitespace().next().unwrap_or_default();
    let digits: String = digits.chars().filter(|of| *of != ':').collect();
    let whole = digits.len() == 4 && digits.bytes().all(|of| of.is_ascii_digit());
    let (hours, minutes): (i32, i32) =
        whole.then(|| Some((digits[..2].parse().ok()?, digits[2..].parse().ok()?)))??;
    let sign = &stamp[at..=at];
    let all = (hours * 60 + minutes) * if sign == "-" { -1 } else { 1 };
    let name =
        if minutes == 0 { format!("UTC{sign}{hours}") } else { format!("UTC{sign}{hours}:{minutes:02}") };
    (all != 0 && hours < 15).then_some((all, Some(name)))
}

/// How far syslog's clock is ahead of the number that splogger wrote behind it, in minutes: no zone is off by a part of
/// a quarter of an hour.
fn clock_offset(log: &Log, line: u32) -> Option<i32> {
    const DAY: i64 = 86_400;
    const QUARTER: i64 = 900;
    let framed = log.parse(line - 1).framed;
    let apart = (framed.clock?.seconds - framed.stamp?.seconds).rem_euclid(DAY);
    // Zones reach from 12 hours behind UTC to 14 ahead.
    let apart = if apart > 14 * 3600 + QUARTER { apart - DAY } else { apart };
    let offset = (apart + QUARTER / 2).div_euclid(QUARTER) * QUARTER;
    ((apart - offset).abs() < 60).then(|| i32::try_from(offset / 60).unwrap_or_default())
}

/// Seconds since 1970, as [`when`] has them.
pub(crate) fn moment(log: &Log, unix: i64) -> Option<WallTime> {
    WallTime::of(unix.checked_mul(1_000_000_000)?, shown_zone(log))
}

/// The zone in which times are shown to people.
fn shown_zone(log: &Log) -> &Zone {
    match &log.settings().show {
        Show::In(zone) => zone,
        Show::Written => &log.settings().source_zone,
    }
}

/// A time as the settings show it; `index` is the line's, from 0.
pub(crate) fn shown(log: &Log, index: u32) -> Option<String> {
    let parsed = log.parse(index);
    let stamp = parsed.origin.stamp?;
    let instant = log.instant(index);
    match &log.settings().show {
        Show::Written if parsed.line.first() == Some(&b'@') => {
            crate::time::tai64nlocal(stamp.seconds, stamp.nanos, &log.settings().source_zone)
        }
        Show::Written => {
            let clock = parsed.framed.clock_at;
            let at = if clock.is_empty() { parsed.framed.stamp_at } else { clock };
            let written = at.of(parsed.line);
            if at.is_empty() || is_count(written) {
                (instant != NEVER).then(|| in_zone(instant, stamp.digits, &log.settings().source_zone))
            } else {
                Some(crate::text::lossy(written).into_owned())
            }
        }
        Show::In(zone) => (instant != NEVER).then(|| in_zone(instant, stamp.digits, zone)),
    }
}

/// True for a stamp that only counts seconds, which nobody reads as a time.
fn is_count(stamp: &[u8]) -> bool {
    stamp.iter().all(|byte| byte.is_ascii_digit() || *byte == b'.')
}

/// The time of a line by its index from 0: UTC, RFC 3339.
fn utc(log: &Log, index: u32) -> Option<String> {
    let digits = log.parse(index).origin.stamp?.digits;
    let instant: Instant = log.instant(index);
    (instant != NEVER).then(|| rfc3339(instant, digits))
}
