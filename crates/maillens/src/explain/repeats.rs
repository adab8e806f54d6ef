//! How often a line was written: loggers fold those that repeat, into one line or into a remark behind it.

use crate::export::Sentence;
use crate::log::Log;
use crate::text::lossy;
use crate::vocabulary::{Cited, Role, Sign};

/// How often a line, from 1, was written, and the line that says so.
pub(super) fn times(log: &Log, number: u32) -> (u32, u32) {
    let parsed = log.parse(number - 1);
    let folded = parsed.framed.folded(parsed.line);
    let again = (number < log.lines()).then(|| again(log, number)).flatten();
    (1 + folded + again.unwrap_or(0), if again.is_some() { number + 1 } else { number })
}

/// How often a line came again, as the next one of the same host says: `last message repeated 3 times`.
fn again(log: &Log, number: u32) -> Option<u32> {
    let next = log.parse(number);
    let times = next.entry.filter(|entry| entry.is(Sign::Repeated))?.part(Role::Count, &next.captures)?;
    let same = log.parse(number - 1).origin.host == next.origin.host;
    lossy(times.of(next.body())).parse().ok().filter(|_| same)
}

/// Adds to a sentence about one line how often that was written.
pub(super) fn counted(log: &Log, mut told: Sentence) -> Sentence {
    let number = told.lines[0];
    let (times, by) = times(log, number);
    if times > 1 {
        told.text = format!("{} It was logged {}.", told.text, super::words::times(times as usize));
        told.lines = Cited::new(number, [by].into_iter().filter(|by| *by != number));
    }
    told
}
