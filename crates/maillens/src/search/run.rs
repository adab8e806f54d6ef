//! Finding: the text is gone through once for every word, and what can be counted is counted from the
//! index. What must be explained first comes last, for what the rest has left.

use super::{Is, Needle, Query, QueryTerm, Test, Window, outcome_of};
use crate::export::State;
use crate::format::{Role, Shape};
use crate::log::{Log, Parsed};
use crate::pattern::{CATALOGUE, Captures, Entry};
use crate::sort;
use crate::time::NEVER;
use crate::time::zone::Zone;
use crate::trace;
use crate::vocabulary::{Level, Outcome};

/// Bytes of text that a slice looks through.
const SLICE: usize = 1 << 20;
/// The same where a regular expression does: one may take ten thousand times as long.
const SLOW_SLICE: usize = 1 << 13;
/// Traces or lines that a slice judges; one that must be explained counts for many.
const JUDGED: u32 = 1 << 14;
const EXPLAINED: u32 = 1 << 8;
/// A regular expression looks at so many bytes of a line.
const HEAD: usize = 1 << 14;

/// What a regular expression looks at: the stretches of a line that are UTF-8, and where each begins.
pub(super) fn texts(line: &[u8]) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    line[..line.len().min(HEAD)].utf8_chunks().map(move |chunk| {
        let start = at;
        at += chunk.valid().len() + chunk.invalid().len();
        (start, chunk.valid())
    })
}

/// A search that goes on in slices of a few milliseconds, so that whoever drives it can show what was
/// found so far, do something else, or drop it for the next one.
///
/// ```
/// use maillens::search::{Query, Search};
/// let log = maillens::Log::read(b"2026-11-21 14:20:01 new msg 1\n", maillens::Settings::at(0));
/// let mut search = Search::traces(&log, Query::new("msg:1"));
/// while !search.advance(&log) {}
/// assert_eq!(search.found(), [0]);
/// ```
#[derive(Debug)]
pub struct Search {
    terms: Vec<TermRun>,
    window: Window,
    by_line: bool,
    /// The next line to look through.
    line: u32,
    /// Traces in the order in which they are told; not used for lines.
    order: Option<Vec<u32>>,
    /// How many traces or lines were judged.
    judged: u32,
    found: Vec<u32>,
}

/// A term with what was found of it.
#[derive(Debug)]
struct TermRun {
    term: QueryTerm,
    /// Traces, and after them lines, that it matches.
    hits: Vec<u64>,
}

impl Search {
    /// A search for traces.
    pub fn traces(log: &Log, query: Query) -> Search {
        Search::new(log, query, false)
    }

    /// A search for lines. Words, expressions, `ip:`, `is:`, `after:` and `before:` are about the line itself, all
    /// other keys about the trace that it belongs to. `is:failed` is a line that tells of a failure.
    pub fn lines(log: &Log, query: Query) -> Search {
        Search::new(log, query, true)
    }

    fn new(log: &Log, query: Query, by_line: bool) -> Search {
        let often = often(log.bytes());
        let places = (log.traces() + if by_line { log.lines() } else { 0 }) as usize;
        let mut terms: Vec<TermRun> = query
            .terms
            .into_iter()
            .map(|mut term| {
                if let Some(needle) = term.needle() {
                    needle.tune(&often);
                }
                let hits = if term.scans() { vec![0; places.div_ceil(64)] } else { Vec::new() };
                TermRun { term, hits }
            })
            .collect();
        sort::by_key(&mut terms, |run| run.term.cost());
        let scans = terms.iter().any(|run| run.term.scans());
        let line = if scans { 0 } else { log.lines() };
        Search { terms, window: query.window, by_line, line, order: None, judged: 0, found: Vec::new() }
    }

    /// Searches on; true when everything was searched. The log must be the one that it began with.
    pub fn advance(&mut self, log: &Log) -> bool {
        if self.line < log.lines() {
            self.scan(log);
            return false;
        }
        self.judge(log)
    }

    /// What was found so far: traces, most serious first, or line numbers from 1, ascending. Nothing that
    /// stands here is taken back, and more is only added at the end.
    pub fn found(&self) -> &[u32] {
        &self.found
    }

    /// How much of the search is done, from 0 to 1.
    pub fn progress(&self, log: &Log) -> f32 {
        let units = if self.by_line { log.lines() } else { log.traces() };
        let part = |done: u32, of: u32| if of == 0 { 1.0 } else { done as f32 / of as f32 };
        f32::midpoint(part(self.line, log.lines()), part(self.judged, units))
    }

    /// Searches to the end.
    pub fn finish(mut self, log: &Log) -> Vec<u32> {
        while !self.advance(log) {}
        self.found
    }

    /// Looks through the next lines for every word.
    fn scan(&mut self, log: &Log) {
        let slow = self.terms.iter().any(|run| matches!(run.term.test, Test::Regex(_)));
        let end = log.start_of(self.line) + if slow { SLOW_SLICE } else { SLICE };
        let (from, to) = (self.line, line_at(log, self.line, end).max(self.line) + 1);
        let traces = log.traces();
        for run in &mut self.terms {
            // A word is in a line; a sender belongs to the whole trace, where there is one.
            let of_line = self.by_line && !matches!(run.term.test, Test::Field { .. });
            let place = |line: u32| match log.trace_of(line) {
                Some(trace) if !of_line => Some(trace),
                _ => self.by_line.then_some(traces + line),
            };
            run.look_through(log, from, to, place);
        }
        self.line = to;
    }

    /// Judges the next traces or lines by all terms; true after the last.
    fn judge(&mut self, log: &Log) -> bool {
        let units = if self.by_line { log.lines() } else { log.traces() };
        if self.order.is_none() {
            self.order = Some(if self.by_line { Vec::new() } else { log.order() });
        }
        let mut left = JUDGED;
        while self.judged < units && left > 0 {
            let at = self.judged;
            self.judged += 1;
            left -= 1;
            let unit = match &self.order {
                Some(order) if !self.by_line => order[at as usize],
                _ => at,
            };
            let (trace, line) =
                if self.by_line { (log.trace_of(unit), Some(unit)) } else { (Some(unit), None) };
            if !in_window(log, self.window, trace, line) {
                continue;
            }
            let all = self.terms.iter().all(|run| {
                if run.term.explains() {
                    left = left.saturating_sub(EXPLAINED);
                }
                run.holds(log, trace, line) == run.term.wanted
            });
            if all {
                self.found.push(if self.by_line { unit + 1 } else { unit });
            }
        }
        self.judged >= units
    }
}

impl QueryTerm {
    fn needle(&mut self) -> Option<&mut Needle> {
        match &mut self.test {
            Test::Text(needle) | Test::Field { needle, .. } | Test::Ip { needle, .. } => Some(needle),
            _ => None,
        }
    }

    /// True when the text must be looked through for it.
    fn scans(&self) -> bool {
        matches!(self.test, Test::Text(_) | Test::Regex(_) | Test::Field { .. } | Test::Ip { .. })
    }

    /// True when a trace must be explained for it.
    fn explains(&self) -> bool {
        matches!(self.test, Test::Reason(_) | Test::Who(_))
    }

    /// What is cheap is asked first.
    fn cost(&self) -> u8 {
        match self.test {
            Test::Is(_) => 0,
            Test::Text(_) | Test::Field { .. } | Test::Ip { .. } | Test::Regex(_) => 1,
            Test::When(_) => 2,
            Test::Reason(_) => 3,
            Test::Who(_) => 4,
        }
    }
}

impl TermRun {
    fn hit(&mut self, place: u32) {
        self.hits[place as usize / 64] |= 1 << (place % 64);
    }

    fn is_hit(&self, place: u32) -> bool {
        self.hits.get(place as usize / 64).is_some_and(|word| word & (1 << (place % 64)) != 0)
    }

    /// Notes what the lines `from..to` hold, at the `place` of each.
    fn look_through(&mut self, log: &Log, from: u32, to: u32, place: impl Fn(u32) -> Option<u32>) {
        match self.term.needle().map(|needle| needle.clone()) {
            Some(needle) => {
                let text = &log.bytes()[..log.start_of(to)];
                let (mut at, mut line) = (log.start_of(from), from);
                while let Some(found) = needle.find(text, at) {
                    line = line_at(log, line, found);
                    let end = log.start_of(line + 1);
                    let new = place(line).filter(|&place| !self.is_hit(place));
                    at = match new {
                        Some(place) if self.accepts(log, line, found - log.start_of(line)) => {
                            self.hit(place);
                            end
                        }
                        Some(_) => found + 1,
                        None => end,
                    };
                }
            }
            None => {
                for line in from..to {
                    if let Some(place) = place(line).filter(|&place| !self.is_hit(place))
                        && self.term.in_line(log.pasted(line))
                    {
                        self.hit(place);
                    }
                }
            }
        }
        // What a line was before it was damaged may hold what the paste does not.
        let mut line = from;
        while let Some(mend) = log.next_mend(line).filter(|mend| mend.line < to) {
            let new = place(mend.line).filter(|&place| !self.is_hit(place));
            if let Some(place) = new
                && self.term.in_line(mend.text)
                && (!matches!(self.term.test, Test::Field { .. }) || self.accepts(log, mend.line, 0))
            {
                self.hit(place);
            }
            line = mend.last + 1;
        }
    }

    /// True when a line, in which the text was found at this place, is what the term asks for.
    fn accepts(&self, log: &Log, line: u32, at: usize) -> bool {
        match &self.term.test {
            Test::Field { roles, needle, begins } => {
                let mut found = false;
                values(&log.parse(line), &mut |role, value| {
                    found |= roles.contains(&role)
                        && if *begins {
                            needle.is_at(value, usize::from(value.first() == Some(&b'<')))
                        } else {
                            needle.find(value, 0).is_some()
                        };
                });
                found
            }
            Test::Ip { needle, address } => {
                stands_alone(log.pasted(line), at, needle.len(), address.is_some())
            }
            _ => true,
        }
    }

    /// True when a trace, or a line of it, matches, whether that is wanted or not.
    fn holds(&self, log: &Log, trace: Option<u32>, line: Option<u32>) -> bool {
        let indexed = trace.and_then(|trace| log.indexed(trace));
        match &self.term.test {
            Test::Is(any) => {
                let level = line.map(|line| log.level(line));
                any.iter().any(|is| match (is, level) {
                    // What a line tells of by itself counts for more than how it came out in the end.
                    (Is::Outcome(Outcome::Failed | Outcome::Deferred | Outcome::Delivered), Some(level)) => {
                        level.and_then(outcome_of).map(Is::Outcome) == Some(*is)
                    }
                    (Is::Problem, Some(level)) => level.is_some_and(|level| level > Level::Success),
                    (Is::Unread, Some(level)) => {
                        level.is_none() && line.is_some_and(|line| log.is_unread(line))
                    }
                    (Is::Partly, Some(_)) => line.is_some_and(|line| log.state_of(line) == State::Partly),
                    (Is::Unread, None) => false,
                    (Is::Partly, None) => trace.is_some_and(|trace| {
                        log.lines_of(trace).iter().any(|line| log.state_of(line - 1) == State::Partly)
                    }),
                    (Is::Outcome(wanted), _) => indexed.is_some_and(|of| of.outcome == *wanted),
                    (Is::Kind(wanted), _) => indexed.is_some_and(|of| of.kind == *wanted),
                    (Is::Problem, None) => indexed.is_some_and(|of| of.outcome.is_problem()),
                })
            }
            Test::When(window) => in_window(log, *window, trace, line),
            Test::Ip { address: Some(address), .. }
                if line.is_none() && indexed.is_some_and(|of| of.client == trace::standing_for(*address)) =>
            {
                true
            }
            Test::Text(_) | Test::Regex(_) | Test::Field { .. } | Test::Ip { .. } => {
                let of_line = line.map(|line| log.traces() + line);
                trace.into_iter().chain(of_line).any(|place| self.is_hit(place))
            }
            Test::Reason(any) => trace.is_some_and(|trace| {
                let why = log.why(trace);
                any.iter().any(|reason| why.has(*reason))
            }),
            Test::Who(any) => trace.is_some_and(|trace| any.contains(&log.why(trace).party)),
        }
    }
}

impl QueryTerm {
    /// True when a line holds it somewhere.
    fn in_line(&self, line: &[u8]) -> bool {
        match &self.test {
            Test::Text(needle) | Test::Field { needle, .. } => needle.find(line, 0).is_some(),
            Test::Ip { needle, address } => {
                let mut from = 0;
                while let Some(at) = needle.find(line, from) {
                    if stands_alone(line, at, needle.len(), address.is_some()) {
                        return true;
                    }
                    from = at + 1;
                }
                false
            }
            Test::Regex(regex) => texts(line).any(|(_, text)| regex.is_match(text)),
            _ => false,
        }
    }
}

/// True when an address, or the beginning of one, is not the middle or, where it is `whole`, the beginning
/// of another.
fn stands_alone(line: &[u8], at: usize, length: usize, whole: bool) -> bool {
    let six = line[at..at + length].contains(&b':');
    let goes_on =
        |byte: u8| if six { byte.is_ascii_hexdigit() || byte == b':' } else { byte.is_ascii_digit() };
    let (before, after) = (&line[..at], &line[at + length..]);
    // Some servers write `IPv6:` in front.
    let tagged = before.len() >= 5 && before[before.len() - 5..].eq_ignore_ascii_case(b"ipv6:");
    let alone = tagged
        || match before {
            [.., digit, b'.'] if !six => !digit.is_ascii_digit(),
            [.., byte] => !goes_on(*byte),
            [] => true,
        };
    let ends = match after {
        [b'.', digit, ..] if !six => !digit.is_ascii_digit(),
        [byte, ..] => !goes_on(*byte),
        [] => true,
    };
    alone && (ends || !whole)
}

/// True when a line, or one of the lines of a trace, was written in a stretch of time.
fn in_window(log: &Log, window: Window, trace: Option<u32>, line: Option<u32>) -> bool {
    if window == Window::default() {
        return true;
    }
    let zone = super::zone(log);
    let window = window.settled(wall(log.settings().now, zone));
    let within = |index: u32| {
        let instant = log.instant(index);
        instant != NEVER && window.holds(wall(instant.div_euclid(1_000_000_000), zone))
    };
    match (line, trace) {
        (Some(line), _) => within(line),
        (None, Some(trace)) => log.lines_of(trace).iter().any(|line| within(line - 1)),
        (None, None) => false,
    }
}

fn wall(unix: i64, zone: &Zone) -> i64 {
    unix.saturating_add(i64::from(zone.offset_at(unix)))
}

/// The line, at or after this one, that holds a byte of the text. Hits are near each other more often than
/// not, so the steps grow from small ones.
fn line_at(log: &Log, from: u32, byte: usize) -> u32 {
    let last = log.lines().saturating_sub(1);
    let (mut low, mut step) = (from, 1);
    while low + step <= last && log.start_of(low + step) <= byte {
        low += step;
        step *= 2;
    }
    let mut high = (low + step).min(last + 1);
    while high - low > 1 {
        let middle = low.midpoint(high);
        if log.start_of(middle) <= byte { low = middle } else { high = middle }
    }
    low
}

/// How often each byte comes in samples of a text.
fn often(text: &[u8]) -> [u32; 256] {
    const SAMPLES: usize = 64;
    const SIZE: usize = 1 << 10;
    let mut often = [0; 256];
    for sample in text.chunks((text.len() / SAMPLES).max(SIZE)) {
        for &byte in &sample[..sample.len().min(SIZE)] {
            often[usize::from(byte)] += 1;
        }
    }
    often
}

/// Every value of a line with its role: those of its frame, of its body, and of the results and reasons
/// in it.
pub(crate) fn values(parsed: &Parsed<'_>, see: &mut dyn FnMut(Role, &[u8])) {
    let origin = &parsed.origin;
    for (role, value) in [
        (Role::Host, origin.host),
        (Role::Pid, origin.pid),
        (Role::User, origin.user),
        (Role::Session, origin.session),
    ] {
        if !value.is_empty() {
            see(role, value);
        }
    }
    if let Some(entry) = parsed.entry {
        values_of(entry, parsed.body(), &parsed.captures, see);
    }
}

fn values_of(entry: &Entry, body: &[u8], captures: &Captures, see: &mut dyn FnMut(Role, &[u8])) {
    for capture in captures {
        let (field, text) = (entry.field(*capture), capture.at.of(body));
        match field.shape {
            Shape::Result => {
                for segment in CATALOGUE.result(text) {
                    if let Some(number) = segment.entry {
                        let entry = CATALOGUE.entry(number);
                        values_of(entry, segment.at.of(text), &segment.captures, see);
                    }
                }
            }
            Shape::Reason => {
                let mut captures = Captures::new();
                if let Some(number) = CATALOGUE.reason(text, &mut captures) {
                    values_of(CATALOGUE.entry(number), text, &captures, see);
                }
            }
            _ => see(field.role, text),
        }
    }
}
