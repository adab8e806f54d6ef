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
mod queue;
mod scan;
pub(crate) mod session;
mod sockets;
mod steps;
pub mod words;

use crate::Show;
use crate::log::Log;
use crate::report::export::{Attempt, Row, Scan, Trace, TraceType};
use crate::time::{Instant, NEVER, in_zone, rfc3339};

pub use line::line;
pub(crate) use message::{is_evidence, is_on_the_way, reason};
pub(crate) use words::list;

/// One trace with its explanation, by its number.
pub fn trace(log: &Log, trace: u32) -> Trace {
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

/// The name of what decided how a session or a delivery into a mailbox came out, where a line states it.
pub(crate) fn decided(log: &Log, trace: u32) -> Option<&'static str> {
    if is_session(log, trace) {
        return session::decided(log, trace);
    }
    delivery::is_delivery(log, trace).then(|| delivery::decided(log, trace))?
}

/// What the list of traces shows of one.
pub fn row(log: &Log, trace: u32) -> Row {
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
    log.indexed(trace).is_some_and(|trace| trace.kind == TraceType::Session)
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
