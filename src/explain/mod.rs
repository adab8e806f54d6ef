//! What lines and traces mean, in plain English. Made on demand: only for what is shown or exported.
//!
//! One file here explains one kind of thing: a line with its tokens, or one type of trace.

mod dialogue;
mod document;
mod headers;
mod line;
mod message;
mod notice;
mod queue;
mod sockets;
mod words;

use crate::Show;
use crate::log::Log;
use crate::report::export::{Row, Trace};
use crate::time::{Instant, NEVER, in_zone, rfc3339};

pub use line::line;

/// One trace with its explanation, by its number.
pub fn trace(log: &Log, trace: u32) -> Trace {
    if let Some(document) = document::Document::of(log, trace) {
        return document.into_trace();
    }
    let facts = message::Facts::of(log, trace);
    let explanation = message::explain(log, &facts);
    facts.into_trace(log, explanation)
}

/// What the list of traces shows of one.
pub fn row(log: &Log, trace: u32) -> Row {
    if let Some(document) = document::Document::of(log, trace) {
        return document.row();
    }
    message::Facts::of(log, trace).row(log)
}

/// A time as the settings show it; `index` is the line's, from 0.
fn shown(log: &Log, index: u32) -> Option<String> {
    let parsed = log.parse(index);
    let stamp = parsed.framed.stamp?;
    let instant = log.instant(index);
    match &log.settings().show {
        Show::Written if parsed.line.first() == Some(&b'@') => {
            crate::time::tai64nlocal(stamp.seconds, stamp.nanos, &log.settings().source_zone)
        }
        Show::Written => Some(crate::text::lossy(parsed.framed.stamp_at.of(parsed.line)).into_owned()),
        Show::In(zone) => (instant != NEVER).then(|| in_zone(instant, stamp.digits, zone)),
    }
}

/// The time of a line by its index from 0: UTC, RFC 3339.
fn utc(log: &Log, index: u32) -> Option<String> {
    let digits = log.parse(index).framed.stamp?.digits;
    let instant: Instant = log.instant(index);
    (instant != NEVER).then(|| rfc3339(instant, digits))
}
