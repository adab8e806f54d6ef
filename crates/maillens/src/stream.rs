//! A log without an end: each trace is given when it closes, and its lines are dropped. What is kept is bounded by what is
//! open.
//!
//! It is read in turns. A turn reads new lines together with the lines of what was open before; what closed is given,
//! and the lines of what is still open go on into the next turn, with what stands near: whoever they are tied to, what
//! closed lately, and the last lines of all. So a trace is explained from all of its lines, however far apart they are;
//! only what counts over the whole log (how many logins of one client failed) counts over less.

use crate::export;
use crate::log::{Log, Reader, TooLarge};
use crate::settings::Settings;
use crate::text::utf16::Decoder;
use crate::time::{Instant, NEVER, year_of};
use crate::vocabulary::{Level, TraceType};
use rustc_hash::{FxHashMap, FxHashSet};

/// New lines that one turn reads as a rule.
const LINES: usize = 1 << 15;
/// The last lines stay for the next turn, whatever they are: a line can be the beginning of one that was broken, or of
/// what a later one tells.
const CONTEXT: u32 = 256;
/// A trace that closed stays for so long, in nanoseconds: a bounce names the message that it is about.
const LATELY: Instant = 600_000_000_000;
/// But no more lines than these stay for that.
const LATELY_LINES: usize = 1 << 13;
/// What was silent for so long, in nanoseconds of the log's own clock, is closed. No server by default waits longer
/// between two tries: Exim six hours, qmail up to seven and a half.
const IDLE: Instant = 8 * 3600 * 1_000_000_000;
/// Where lines have no times, so many of them stand for that.
const IDLE_LINES: u32 = 1 << 18;

/// Why a trace was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
pub enum Closed {
    /// A line ends it, or it is an event.
    End,
    /// The log told nothing of it for eight hours.
    Idle,
    /// The input is over.
    Input,
}

/// Takes the lines of a log and gives each trace when it closes.
#[derive(Debug)]
pub struct Stream {
    settings: Settings,
    decoder: Decoder,
    /// The beginning of a line that is not complete.
    rest: Vec<u8>,
    reader: Reader,
    /// The numbers of the lines that were kept, which are read again.
    kept: Vec<u32>,
    /// Lines that were read in the turns before.
    before: u32,
    /// New lines since.
    new: usize,
    /// The traces whose lines were kept, by the number of their first line.
    seen: FxHashMap<u32, Seen>,
    traces: u32,
}

/// What is known of a trace from the turn before.
#[derive(Debug, Clone, Copy)]
struct Seen {
    number: u32,
    /// The last line that it was given with.
    given: Option<u32>,
}

/// What one turn read, and which of its traces closed.
#[derive(Debug)]
pub struct Turn {
    /// The lines that were read. Its numbers of traces and lines are its own.
    pub log: Log,
    /// The traces of this log that closed, in the order of their ends.
    pub closed: Vec<(u32, Closed)>,
    /// The number of every trace in the stream.
    numbers: Vec<u32>,
}

impl Turn {
    /// A trace of this turn, with the numbers that it, its lines and its links have in the whole stream. A trace that was
    /// given before and got more lines is given again, under its number.
    pub fn trace(&self, trace: u32) -> Option<export::Trace> {
        let mut told = self.log.numbered(self.log.trace(trace)?);
        let number = |trace: &mut u32| *trace = self.number(*trace);
        number(&mut told.trace);
        told.links.iter_mut().for_each(|link| number(&mut link.trace));
        Some(told)
    }

    /// The number in the stream of a trace of this turn.
    pub fn number(&self, trace: u32) -> u32 {
        self.numbers.get(trace as usize).copied().unwrap_or(trace)
    }
}

impl Stream {
    /// An empty log.
    pub fn new(settings: Settings) -> Stream {
        Stream {
            reader: Reader::new(settings.clone()),
            settings,
            decoder: Decoder::default(),
            rest: Vec::new(),
            kept: Vec::new(),
            before: 0,
            new: 0,
            seen: FxHashMap::default(),
            traces: 0,
        }
    }

    /// Adds the next bytes; they may end anywhere.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), TooLarge> {
        let decoded = self.decoder.push(bytes);
        let bytes = decoded.as_deref().unwrap_or(bytes);
        let Some(end) = memchr::memrchr(b'\n', bytes) else {
            self.rest.extend_from_slice(bytes);
            return Ok(());
        };
        let (whole, open) = bytes.split_at(end + 1);
        self.new += memchr::memchr_iter(b'\n', whole).count();
        let rest = std::mem::replace(&mut self.rest, open.to_vec());
        self.reader.push(&rest)?;
        self.reader.push(whole)
    }

    /// True where so many lines came that a turn is due: as many as are read again at least.
    pub fn is_full(&self) -> bool {
        self.new >= LINES.max(self.kept.len())
    }

    /// True where no line came since the last turn.
    pub fn is_idle(&self) -> bool {
        self.new == 0
    }

    /// Reads what came.
    pub fn turn(&mut self) -> Turn {
        self.read(false)
    }

    /// Reads what is left: everything that is open closes with the input.
    pub fn finish(mut self) -> Turn {
        let rest = [std::mem::take(&mut self.rest), self.decoder.finish()].concat();
        // What does not fit is what would not have been read before either.
        let _ = self.reader.push(&rest);
        self.read(true)
    }

    fn read(&mut self, over: bool) -> Turn {
        let reader = std::mem::replace(&mut self.reader, Reader::new(self.settings.clone()));
        let mut log = reader.finish_part();
        let old = (self.kept.len() as u32).min(log.lines());
        self.kept.truncate(old as usize);
        let mut numbers = std::mem::take(&mut self.kept);
        numbers.extend((1..=log.lines() - old).map(|line| self.before + line));
        let is_whole = over && self.before == 0;
        self.before += log.lines() - old;
        self.new = 0;
        log.set_numbers(numbers);

        let newest = (0..log.lines()).map(|line| log.instant(line)).filter(|at| *at != NEVER).max();
        let mut turn = Turn { closed: Vec::new(), numbers: Vec::new(), log };
        let mut seen = Vec::new();
        let mut open = Vec::new();
        let mut lately = Vec::new();
        for trace in 0..turn.log.traces() {
            let (log, lines) = (&turn.log, turn.log.lines_of(trace));
            let Some((indexed, (&first, &last))) = log.indexed(trace).zip(lines.first().zip(lines.last()))
            else {
                seen.push(Seen { number: 0, given: None });
                turn.numbers.push(0);
                continue;
            };
            let mut known = self.seen.get(&log.number(first)).copied().unwrap_or_else(|| {
                self.traces += 1;
                Seen { number: self.traces - 1, given: None }
            });
            let quiet = match (newest, log.instant(last - 1)) {
                (Some(newest), at) if at != NEVER => newest.saturating_sub(at),
                _ if log.lines() - last > IDLE_LINES => IDLE + 1,
                _ => 0,
            };
            let closed = match () {
                () if indexed.ended => Some(Closed::End),
                () if quiet > IDLE => Some(Closed::Idle),
                () if over => Some(Closed::Input),
                () => None,
            };
            let is_event = indexed.kind == TraceType::Event;
            // What is normal makes an event only where there is nothing else in all of a log.
            let counts = !is_event || is_whole || indexed.levels() >= 1 << Level::Temporary as u8;
            let last = log.number(last);
            if let Some(why) = closed
                && counts
                && known.given.is_none_or(|given| given < last)
            {
                known.given = Some(last);
                turn.closed.push((trace, why));
            }
            match closed {
                None => open.push(trace),
                Some(_) if !is_event && quiet <= LATELY => lately.push(trace),
                Some(_) => {}
            }
            seen.push(known);
            turn.numbers.push(known.number);
        }
        turn.closed.sort_by_key(|(trace, _)| turn.log.lines_of(*trace).last().copied());
        if !over {
            let stays = staying(&turn.log, &open, lately);
            self.keep(&turn.log, &stays, &seen, newest);
        }
        turn
    }

    /// Puts these lines, by their index from 0, in front of those that come.
    fn keep(&mut self, log: &Log, stays: &[bool], seen: &[Seen], newest: Option<Instant>) {
        let year = |at: Instant| year_of(at.div_euclid(1_000_000_000));
        if self.settings.year.is_some() {
            let lines = (0..log.lines()).zip(stays).filter(|(_, stays)| **stays);
            let first = lines.map(|(line, _)| log.instant(line)).find(|at| *at != NEVER);
            self.settings.year = first.or(newest).map(year).or(self.settings.year);
        }
        self.reader = Reader::new(self.settings.clone());
        self.seen.clear();
        let mut met = FxHashSet::default();
        for (line, _) in (0..log.lines()).zip(stays).filter(|(_, stays)| **stays) {
            let number = log.number(line + 1);
            if let Some(trace) = log.trace_of(line).filter(|trace| met.insert(*trace)) {
                self.seen.extend(seen.get(trace as usize).map(|seen| (number, *seen)));
            }
            self.kept.push(number);
            let fits = self.reader.push(log.pasted(line)).and_then(|()| self.reader.push(b"\n"));
            debug_assert!(fits.is_ok(), "it did fit before");
        }
    }
}

/// Which lines stay, by their index from 0.
fn staying(log: &Log, open: &[u32], mut lately: Vec<u32>) -> Vec<bool> {
    let mut stays = vec![false; log.lines() as usize];
    let is_event = |trace: u32| log.indexed(trace).is_some_and(|of| of.kind == TraceType::Event);
    let mut whole = |trace: u32| {
        let lines = log.lines_of(trace);
        for line in lines {
            stays[*line as usize - 1] = true;
        }
        lines.len()
    };
    for &trace in open {
        whole(trace);
    }
    let last = |trace: &u32| log.lines_of(*trace).last().copied();
    lately.sort_by_key(last);
    let mut room = LATELY_LINES;
    for &trace in lately.iter().rev() {
        room = room.saturating_sub(whole(trace));
        if room == 0 {
            break;
        }
    }
    let mut lines = Vec::new();
    for link in open.iter().flat_map(|&trace| log.links_of(trace)) {
        for other in [link.from, link.to] {
            if is_event(other) {
                lines.push(link.line);
            } else {
                whole(other);
            }
        }
    }
    for line in log.lines().saturating_sub(CONTEXT)..log.lines() {
        match log.trace_of(line) {
            Some(trace) if !is_event(trace) => drop(whole(trace)),
            _ => lines.push(line),
        }
    }
    for line in lines {
        stays[line as usize] = true;
    }
    stays
}
