//! The paste as a whole: what it lacks, and why the order of its lines may not be that of the events.

use super::seen;
use super::words::{count, grouped, lasting, list};
use crate::export::Notice;
use crate::log::Log;
use crate::text::lossy;
use crate::time::NEVER;
use crate::vocabulary::TraceType;

/// Two servers' clocks, or two programs of one server, differ by less, in nanoseconds.
const APART: i64 = 2_000_000_000;

/// What is to be known about the paste before it is read.
pub fn notices(log: &Log) -> Vec<Notice> {
    order(log).into_iter().chain(servers(log)).chain(cut(log)).map(seen::notice).collect()
}

/// What is said of a log that was read from its end to its beginning.
pub const TURNED: &str =
    "The newest lines come first in the log you pasted, so it was read from its end to its beginning.";

/// Times that go back.
fn order(log: &Log) -> Option<Notice> {
    const FEW: usize = 8;
    if log.is_turned() {
        return Some(Notice { text: TURNED.into(), line: None });
    }
    let (mut last, mut places, mut first) = (NEVER, 0_usize, None);
    for index in 0..log.lines() {
        let at = log.instant(index);
        if at == NEVER {
            continue;
        }
        let by = last.saturating_sub(at);
        if last != NEVER && by > APART {
            places += 1;
            first.get_or_insert((index + 1, by / 1_000_000_000));
        }
        last = at;
    }
    let (line, by) = first?;
    let why = "Another log begins there, the lines were put in another order, or a clock was set back.";
    let text = match places {
        1 => format!("At line {line} the time goes back by {}. {why}", lasting(by)),
        2..=FEW => {
            format!("At {places} places the time goes back, first at line {line}, by {}. {why}", lasting(by))
        }
        _ => format!(
            "The lines aren't in order of time: at {} places the time goes back, first at line {line}. Lines are matched by numbers and ids, not by their order.",
            grouped(places as u64)
        ),
    };
    Some(Notice { text, line: Some(line) })
}

/// Several servers, whose clocks may differ.
fn servers(log: &Log) -> Option<Notice> {
    // Neighbouring lines are written by the same servers: they are seen by sampling.
    let step = (log.lines() / 2048).max(1) as usize;
    let mut hosts: Vec<String> = Vec::new();
    for index in (0..log.lines()).step_by(step) {
        let host = log.parse(index).origin.host;
        if !host.is_empty() && !hosts.iter().any(|own| own.as_bytes() == host) {
            hosts.push(lossy(host).into_owned());
        }
    }
    let names: Vec<&str> = hosts.iter().map(String::as_str).collect();
    let text = format!(
        "The lines come from {}: {}. Where their clocks differ, the order of lines from different servers is uncertain.",
        count(names.len(), "server"),
        list(&names)
    );
    (names.len() > 1).then_some(Notice { text, line: None })
}

/// A log that was cut, or of which only some lines were taken.
fn cut(log: &Log) -> Vec<Notice> {
    let (mut messages, mut unborn, mut unended) = (0, 0, 0);
    for trace in (0..log.traces()).filter_map(|trace| log.indexed(trace)) {
        if trace.kind == TraceType::Message {
            messages += 1;
            unborn += usize::from(!trace.born);
            unended += usize::from(!trace.ended);
        }
    }
    // Of a single message its own explanation says it.
    if messages < 2 {
        return Vec::new();
    }
    let of = count(messages, "message");
    let mut notices = Vec::new();
    let mut say = |text: String| notices.push(Notice { text, line: None });
    if unborn > 0 {
        say(format!(
            "For {} of {of} the first lines are missing: the log you pasted begins later, or has only the lines that a search found.",
            grouped(unborn as u64)
        ));
    }
    if unended > 0 {
        say(format!(
            "For {} of {of} the last line is missing: the log you pasted ends earlier, or they were still in the queue.",
            grouped(unended as u64)
        ));
    }
    notices
}
