//! What may have come of a connection, where no line says so: a message that entered the queue, or a log-in
//! that was checked, while only one connection was open that it can have come over. A guess, and marked as
//! one; where two connections fit, nothing is said.

use super::{Attempt, Link, Trace};
use crate::format::Led;
use crate::time::{Instant, NEVER};
use crate::vocabulary::AttemptOutcome;
use rustc_hash::{FxHashMap, FxHashSet};

/// Connections, and what can have come of one.
#[derive(Debug, Default)]
pub(super) struct Register {
    pub(super) calls: Vec<Call>,
    pub(super) events: Vec<Event>,
}

/// A connection whose beginning was told.
#[derive(Debug)]
pub(super) struct Call {
    pub(super) trace: u32,
    /// Stands for the client's address.
    pub(super) client: u64,
    /// The process that serves it.
    pub(super) process: u32,
}

/// Something that can have come of a connection.
#[derive(Debug)]
pub(super) struct Event {
    pub(super) trace: u32,
    pub(super) line: u32,
    /// Stands for the client's address; 0 when the line does not name it.
    pub(super) client: u64,
    /// The process that did it.
    pub(super) process: Option<u32>,
    pub(super) led: Led,
}

/// How long after the end of its connection a line about it can be written, in nanoseconds.
const LATE: Instant = 20_000_000;
/// How many open connections are looked at; among more, no single one is telling.
const MOST: usize = 256;

/// The last instant that a stamp can mean: one without a fraction stands for its whole second.
fn until(at: Instant) -> Instant {
    if at % 1_000_000_000 == 0 { at.saturating_add(999_999_999) } else { at }
}

impl Register {
    /// Adds a link for everything that only one connection can have led to. What is linked already is not
    /// asked about.
    pub(super) fn guess(&self, traces: &[Trace], times: &[Instant], links: &mut Vec<Link>) {
        let time = |line: u32| times.get(line as usize).copied().filter(|at| *at != NEVER);
        let led: FxHashSet<u32> = links.iter().map(|link| link.to).collect();
        let lasted = |call: &Call| {
            let trace = traces.get(call.trace as usize).filter(|trace| trace.ended)?;
            Some((time(trace.first)?, until(time(trace.last)?).saturating_add(LATE)))
        };
        let mut calls: Vec<(Instant, Instant, &Call)> =
            self.calls.iter().filter_map(|call| lasted(call).map(|(from, to)| (from, to, call))).collect();
        crate::sort::by_key(&mut calls, |call| call.0);
        let mut events: Vec<(Instant, &Event)> = self
            .events
            .iter()
            .filter(|event| !led.contains(&event.trace))
            .filter_map(|event| Some((time(event.line)?, event)))
            .collect();
        crate::sort::by_key(&mut events, |event| event.0);
        let mut calls = calls.into_iter().peekable();
        let mut open: Vec<(Instant, &Call)> = Vec::new();
        let mut found: Vec<(&Call, &Event)> = Vec::new();
        for (at, event) in events {
            while let Some((_, end, call)) = calls.next_if(|call| call.0 <= until(at)) {
                open.push((end, call));
            }
            open.retain(|(end, _)| *end >= at);
            if open.len() <= MOST {
                found.extend(only(&open, event).map(|call| (call, event)));
            }
        }
        // A connection that two messages can have come over tells nothing of either.
        let what = |call: &Call, event: &Event| (call.trace, event.led as u8);
        let mut times_found: FxHashMap<(u32, u8), u32> = FxHashMap::default();
        for (call, event) in &found {
            *times_found.entry(what(call, event)).or_default() += 1;
        }
        found.retain(|(call, event)| times_found.get(&what(call, event)) == Some(&1));
        links.extend(found.into_iter().map(|(call, event)| Link {
            from: call.trace,
            to: event.trace,
            led: event.led,
            line: event.line,
            guess: true,
        }));
    }
}

/// Adds a link from each delivery that took a while to the only one for its recipient that a program without numbers of its
/// own reports in that time: what the program got.
pub(super) fn stored(
    attempts: &[Attempt],
    numbered: impl Fn(u32) -> bool,
    times: &[Instant],
    links: &mut Vec<Link>,
) {
    /// So many deliveries for one recipient are looked at; among more, no single one is telling.
    const MOST: usize = 8;
    let time = |line: u32| times.get(line as usize).copied().filter(|at| *at != NEVER);
    let well = attempts.iter().filter(|attempt| attempt.outcome == AttemptOutcome::Success);
    let (stored, given): (Vec<_>, Vec<_>) =
        well.partition::<Vec<&Attempt>, _>(|attempt| attempt.start == attempt.end);
    let mut of: FxHashMap<u64, Vec<(Instant, Instant, u32)>> = FxHashMap::default();
    for given in given {
        if let (Some(from), Some(to)) = (time(given.start), time(given.end)) {
            of.entry(given.recipient).or_default().push((from, until(to), given.trace));
        }
    }
    if of.is_empty() {
        return;
    }
    for given in of.values_mut() {
        crate::sort::by_key(given, |given| given.0);
    }
    let tied: FxHashSet<u32> =
        links.iter().filter(|link| link.led == Led::Same).map(|link| link.to).collect();
    let mut found: FxHashMap<u32, Vec<(u32, u32)>> = FxHashMap::default();
    for stored in stored.into_iter().filter(|stored| !numbered(stored.trace) && !tied.contains(&stored.trace))
    {
        let (Some(given), Some(at)) = (of.get(&stored.recipient), time(stored.start)) else { continue };
        let before = &given[..given.partition_point(|given| given.0 <= until(at))];
        let mut fitting = before.iter().rev().take(MOST).filter(|given| given.1 >= at);
        if let (Some(one), None) = (fitting.next(), fitting.next()) {
            found.entry(one.2).or_default().push((stored.trace, stored.start));
        }
    }
    let only = found
        .into_iter()
        .filter_map(|(from, to)| Some((from, to.first().copied().filter(|_| to.len() == 1)?)));
    links.extend(only.map(|(from, (to, line))| Link { from, to, led: Led::Same, line, guess: true }));
}

/// The only open connection that can have led to this. A process is started after the one that it belongs
/// to; of several, the one with the number just before is its parent.
fn only<'a>(open: &[(Instant, &'a Call)], event: &Event) -> Option<&'a Call> {
    let fits = |call: &Call| {
        (event.client == 0 || event.client == call.client)
            && event.process.is_none_or(|process| process > call.process)
    };
    let mut fitting = open.iter().map(|(_, call)| *call).filter(|call| fits(call));
    let first = fitting.next()?;
    if fitting.next().is_none() {
        return Some(first);
    }
    let parent = |call: &&Call| fits(call) && event.process == call.process.checked_add(1);
    open.iter().map(|(_, call)| *call).find(parent).filter(|_| event.client != 0)
}
