//! What lines and traces mean, in plain English. Made on demand: only for what is shown or exported.
//!
//! One file here explains one kind of thing: a line with its tokens, or one type of trace.

mod connection;
mod delivery;
mod dialogue;
mod document;
mod headers;
mod line;
mod message;
mod notice;
mod paste;
mod queue;
mod scan;
mod seen;
pub(crate) mod session;
mod sockets;
mod steps;
pub mod words;

use crate::format::Step;
use crate::knowledge::reason::Reason;
use crate::log::Log;
use crate::report::export::{Attempt, Party, Row, Scan, Trace, TraceType};
use crate::time::{Basis, Instant, NEVER, in_words, in_zone, rfc3339};
use crate::{Show, Zone};
use serde::{Deserialize, Serialize};

pub(crate) use connection::turned_away;
pub use line::{line, whole};
pub(crate) use message::{cause, is_evidence, is_on_the_way, is_remote, reason, way};
pub use paste::notices;
pub(crate) use sockets::is_service;
pub(crate) use words::list;

/// One trace with its explanation, by its number.
pub fn trace(log: &Log, trace: u32) -> Trace {
    seen::trace(told(log, trace))
}

fn told(log: &Log, trace: u32) -> Trace {
    if is_session(log, trace) {
        return session::trace(log, trace);
    }
    if delivery::is_delivery(log, trace) {
        return delivery::trace(log, trace);
    }
    if let Some(document) = document::Document::of(log, trace) {
        return document.into_trace();
    }
    let facts = message::Facts::of(log, trace);
    let explanation = match facts.kind() {
        TraceType::Connection => connection::explain(log, &facts),
        TraceType::Scan => scan::explain(log, &facts),
        _ => message::explain(log, &facts),
    };
    facts.into_trace(log, explanation)
}

/// What a server plans for a recipient that still waits, if nothing changes. Times are seconds since 1970.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
    match document::Document::of(log, trace) {
        Some(document) => document.attempts.into_iter().map(|tried| tried.attempt).collect(),
        None => message::attempts(log, trace),
    }
}

/// The verdict of a look for spam.
pub(crate) fn scan(log: &Log, trace: u32) -> Scan {
    scan::read(log, log.lines_of(trace))
}

/// Why a trace did not work and who must act: what searches and counts need of its explanation.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Why {
    /// One bit for every reason.
    reasons: u64,
    /// Who must act.
    pub party: Party,
}

impl Why {
    /// Of these attempts.
    fn new<'a>(attempts: impl Iterator<Item = &'a Attempt>, party: Party) -> Why {
        let reasons = attempts.filter_map(|attempt| attempt.reason);
        Why { reasons: reasons.fold(0, |all, reason| all | 1 << reason as u64), party }
    }

    /// True when an attempt did not work for this reason.
    pub fn has(self, reason: Reason) -> bool {
        self.reasons & (1 << reason as u64) != 0
    }
}

/// Why a trace did not work; for a message this takes far less than to explain it.
pub fn why(log: &Log, number: u32) -> Why {
    let is_message = log.indexed(number).is_some_and(|trace| trace.kind == TraceType::Message);
    if is_message && !delivery::is_delivery(log, number) && document::Document::of(log, number).is_none() {
        return message::why(log, number);
    }
    let trace = told(log, number);
    Why::new(trace.attempts.iter(), trace.explanation.party)
}

/// The name of what decided how a session or a delivery into a mailbox came out, where a line states it.
pub(crate) fn decided(log: &Log, trace: u32) -> Option<&'static str> {
    if is_session(log, trace) {
        return session::decided(log, trace);
    }
    delivery::is_delivery(log, trace).then(|| delivery::decided(log, trace))?
}

/// Why the server of a conversation said no; `None` where it did not.
pub(crate) fn refusal(log: &Log, trace: u32) -> Option<Reason> {
    dialogue::refusal(&document::Document::of(log, trace)?)
}

/// What the list of traces shows of one.
pub fn row(log: &Log, trace: u32) -> Row {
    seen::row(listed(log, trace))
}

fn listed(log: &Log, trace: u32) -> Row {
    if is_session(log, trace) {
        return session::row(log, trace);
    }
    if delivery::is_delivery(log, trace) {
        return delivery::row(log, trace);
    }
    if let Some(document) = document::Document::of(log, trace) {
        return document.row();
    }
    message::Facts::of(log, trace).row(log)
}

/// True for a session, and for the fault of a service.
fn is_session(log: &Log, trace: u32) -> bool {
    let broke = |first| {
        let step = log.parse(first).entry.map(|entry| entry.pattern.step);
        step == Some(Step::Fault)
    };
    log.indexed(trace).is_some_and(|trace| {
        trace.kind == TraceType::Session || trace.kind == TraceType::Connection && broke(trace.first)
    })
}

/// The time of a line, from 1, in words: `26 July 2023 at 14:28 (UTC)`. A year that the line does not name
/// is left out.
pub(crate) fn when(log: &Log, line: u32) -> Option<String> {
    let instant = Some(log.instant(line - 1)).filter(|at| *at != NEVER)?;
    let basis = log.parse(line - 1).origin.stamp.map_or(Basis::Exact, |stamp| stamp.basis);
    let zone = match &log.settings().show {
        Show::In(zone) => zone,
        Show::Written => &log.settings().source_zone,
    };
    in_words(instant, zone, basis != Basis::WallWithoutYear).map(|text| format!("{text} ({})", place(zone)))
}

/// A zone in words: `UTC`, `London time`.
fn place(zone: &Zone) -> String {
    match zone.name().rsplit_once('/') {
        Some((_, city)) => format!("{} time", city.replace('_', " ")),
        None => zone.name().to_owned(),
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
        Show::Written if parsed.framed.stamp_at.is_empty() => {
            (instant != NEVER).then(|| in_zone(instant, stamp.digits, &log.settings().source_zone))
        }
        Show::Written => Some(crate::text::lossy(parsed.framed.stamp_at.of(parsed.line)).into_owned()),
        Show::In(zone) => (instant != NEVER).then(|| in_zone(instant, stamp.digits, zone)),
    }
}

/// The time of a line by its index from 0: UTC, RFC 3339.
fn utc(log: &Log, index: u32) -> Option<String> {
    let digits = log.parse(index).origin.stamp?.digits;
    let instant: Instant = log.instant(index);
    (instant != NEVER).then(|| rfc3339(instant, digits))
}
