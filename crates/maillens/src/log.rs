//! A log that was read: its bytes, and a few columns of numbers for every line.
//!
//! Reading is cheap and done for every line: where it starts, its time, the pattern that claims it, the
//! trace it belongs to. Everything else is made from these on demand, for what is asked for.

mod ahead;
mod asked;
mod claim;
mod indexer;
mod order;
mod reader;
mod turned;

pub use reader::{Reader, TooLarge};

use crate::export::{self, Explanation, MessageCounts, State, Summary};
use crate::format::{Led, Pattern};
use crate::frame::{Framed, Origin, frame, heads, journal};
use crate::mend::{Damage, Mend, Mends};
use crate::pattern::{CATALOGUE, Captures, Entry};
use crate::settings::Settings;
use crate::sort;
use crate::text::{Span, Text, cut, is_blank};
use crate::time::{Instant, NEVER, year_of};
use crate::trace::{Attempt, Crowd, Link, NONE, Trace};
use crate::vocabulary::{Assumed, AttemptOutcome, Cited, Level, Outcome, TraceType, Why};
use asked::Asked;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::cell::RefCell;
use std::cmp::Reverse;

/// The pattern of a line that no format claims.
const UNREAD: u16 = u16::MAX;
/// The pattern of a line that is no log.
const OTHER: u16 = u16::MAX - 1;
/// The pattern of a line that holds nothing.
const BLANK: u16 = u16::MAX - 2;
/// The pattern of a line that is a piece of the broken line before it.
const CONTINUED: u16 = u16::MAX - 3;
/// What is known of every line, by its index from 0.
#[derive(Debug, Default)]
struct Columns {
    time: Vec<Instant>,
    entry: Vec<u16>,
    trace: Vec<u32>,
}

/// The text that a line is read from: what it was before it was damaged; nothing for the piece of a
/// broken line.
fn source<'a>(text: &'a Text, mends: &'a Mends, index: u32) -> &'a [u8] {
    match mends.of(index) {
        Some(mend) if mend.line == index => mend.text,
        Some(_) => &[],
        None => text.line(index),
    }
}

/// What stands in front of a line, by its index from 0.
fn framed(headed: &[u32], index: u32, line: &[u8]) -> Framed {
    let by_head = headed.binary_search(&index).ok().and_then(|_| heads::heads(line).next());
    by_head.map_or_else(|| frame(line), |head| head.framed)
}

/// The lines of every trace: all lines in one column, and where each trace's begin.
#[derive(Debug, Default)]
struct Groups {
    starts: Vec<u32>,
    /// Line numbers from 1.
    lines: Vec<u32>,
}

impl Groups {
    fn of(&self, trace: u32) -> &[u32] {
        match (self.starts.get(trace as usize), self.starts.get(trace as usize + 1)) {
            (Some(&start), Some(&end)) => &self.lines[start as usize..end as usize],
            _ => &[],
        }
    }
}

/// Sorts lines by trace, keeping their order.
fn group(trace_of_line: &[u32], traces: usize) -> Groups {
    let mut starts = vec![0_u32; traces + 1];
    for &trace in trace_of_line.iter().filter(|trace| **trace != NONE) {
        starts[trace as usize + 1] += 1;
    }
    for at in 1..starts.len() {
        starts[at] += starts[at - 1];
    }
    let mut next = starts.clone();
    let mut lines = vec![0; starts[traces] as usize];
    for (line, &trace) in trace_of_line.iter().enumerate() {
        if trace != NONE {
            let place = &mut next[trace as usize];
            lines[*place as usize] = line as u32 + 1;
            *place += 1;
        }
    }
    Groups { starts, lines }
}

/// A log that was read: answers questions about any line or trace.
#[derive(Debug)]
pub struct Log {
    settings: Settings,
    text: Text,
    columns: Columns,
    traces: Vec<Trace>,
    /// In the order of their traces.
    attempts: Vec<Attempt>,
    links: Vec<Link>,
    lines_by_trace: Groups,
    /// The ends of every trace's links: each link has two, in the order of the links.
    ends_by_trace: Groups,
    /// The log-ins of every client, by what stands for its address.
    crowds: FxHashMap<u64, Crowd>,
    /// The first line of an attempt and a line of a document that tells of it, from 0, ascending.
    told: Vec<(u32, u32)>,
    passwords: bool,
    /// Lines that hold a secret.
    secrets: u32,
    mends: Mends,
    /// The lines, by their index from 0, whose head no framing knows as a whole.
    headed: Vec<u32>,
    /// Bytes that were pasted.
    bytes: u64,
    /// The lines that can be seen, by their index from 0, with the text that they have for now.
    rewritten: Option<FxHashMap<u32, Vec<u8>>>,
    /// Why traces did not work, as far as somebody asked: a search asks again with every key.
    pub(crate) whys: RefCell<FxHashMap<u32, Why>>,
    sources: Vec<Source>,
    /// What whoever pasted the log asks.
    asked: Asked,
    /// The traces that are told of, ascending; nothing where all are.
    chosen: Option<Vec<u32>>,
    /// What each line is called where this log is a part of a longer one; empty where it is all of it.
    numbers: Vec<u32>,
    /// True where it was read from its end to its beginning.
    turned: bool,
}

/// A file or a paste that is a part of a log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// What it is called.
    pub name: String,
    /// Its first line, from 1; it goes on to the first line of the next source.
    pub first: u32,
}

/// What a line was taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Claim {
    /// No format claims it.
    Unread,
    /// It holds nothing, is no log, or is a piece of a broken line.
    Nothing,
    /// The number of the pattern that claims it.
    Entry(u16),
}

/// A line taken apart again, with its fields.
#[derive(Debug)]
pub struct Parsed<'a> {
    /// The line without its end; what it was before it was damaged.
    pub line: &'a [u8],
    /// What stands in front of its body.
    pub framed: Framed,
    /// The pattern that claims it.
    pub entry: Option<&'static Entry>,
    /// The fields in its body.
    pub captures: Captures,
    /// Who wrote it and when.
    pub origin: Origin<'a>,
    body: Cow<'a, [u8]>,
}

impl Parsed<'_> {
    /// What the line says, without its frame.
    pub fn body(&self) -> &[u8] {
        &self.body
    }
}

impl Log {
    /// Reads a whole log at once.
    pub fn read(bytes: &[u8], settings: Settings) -> Log {
        let mut reader = Reader::new(settings);
        reader.reserve(bytes.len());
        // What is over the limit cannot be addressed; the caller who must know uses `Reader`.
        let _ = reader.push(bytes);
        reader.finish()
    }

    /// Shows times another way from now on; reads the log again where the zone or year of its stamps
    /// changed, or whether it is mended.
    pub fn set(&mut self, settings: Settings) {
        let read = |settings: &Settings| (settings.source_zone.clone(), settings.year, settings.mend);
        let same = read(&settings) == read(&self.settings);
        if same {
            if settings.ours != self.settings.ours {
                self.whys.borrow_mut().clear();
            }
            self.settings = settings;
        } else {
            let mut reader = Reader::new(settings);
            reader.reserve(self.text.bytes().len());
            let start = |line: u32| self.text.start(line - 1);
            let ends = self.sources.iter().skip(1).map(|next| start(next.first));
            let ends = ends.chain([self.text.bytes().len()]);
            let mut from = 0;
            for (at, to) in ends.enumerate() {
                if let Some(source) = self.sources.get(at) {
                    reader.source(source.name.as_str());
                }
                let _ = reader.push(&self.text.bytes()[from..to]);
                from = to;
            }
            let (bytes, turned) = (self.bytes, self.turned.then(|| std::mem::take(&mut self.numbers)));
            *self = reader.finish();
            self.bytes = bytes;
            if let Some(numbers) = turned {
                (self.numbers, self.turned) = (numbers, true);
            }
        }
    }

    /// The settings it is shown with.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// All of its bytes, as pasted, with its secrets masked.
    pub fn bytes(&self) -> &[u8] {
        self.text.bytes()
    }

    /// The files or pastes that it was read from, in order; none where the reader was told of none.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// What a line, counted from 1, is called: the number of the pasted line that it stands in, or the one that it has in
    /// a longer log.
    pub fn number(&self, line: u32) -> u32 {
        let index = line.saturating_sub(1);
        self.numbers.get(index as usize).copied().unwrap_or_else(|| self.text.number(index))
    }

    /// True where the newest lines came first, so that it was read from its end to its beginning.
    pub fn is_turned(&self) -> bool {
        self.turned
    }

    /// Calls the lines as they were called before these, by their order, took the place of the others.
    fn turn(&mut self, order: &[u32]) {
        let pasted = |index| order.get(self.text.number(index) as usize - 1).copied().unwrap_or_default();
        self.numbers = (0..self.text.lines()).map(pasted).collect();
        self.turned = true;
    }

    /// Lines, each called as [`Log::number`] does.
    pub(crate) fn cited(&self, lines: &Cited) -> Cited {
        Cited::new(self.number(lines[0]), lines.iter().skip(1).map(|line| self.number(*line)))
    }

    /// A trace whose lines are called as [`Log::number`] does.
    #[must_use]
    pub fn numbered(&self, mut trace: export::Trace) -> export::Trace {
        let line = |line: &mut u32| *line = self.number(*line);
        line(&mut trace.first_line);
        line(&mut trace.last_line);
        for attempt in &mut trace.attempts {
            line(&mut attempt.start_line);
            attempt.end_line.iter_mut().for_each(line);
        }
        let Explanation { cites: of_headline, story, evidence, .. } = &mut trace.explanation;
        let of_story = story.iter_mut().map(|sentence| &mut sentence.lines);
        let of_others = evidence.iter_mut().map(|of| &mut of.lines);
        for cited in of_story.chain(of_others).chain([of_headline]) {
            *cited = self.cited(cited);
        }
        trace
    }

    /// These lines, from 1 and ascending, as they were pasted: records that one of them holds are told in it.
    pub fn pasted_lines(&self, lines: impl IntoIterator<Item = u32>) -> impl Iterator<Item = export::Line> {
        let mut lines = lines.into_iter().filter_map(|line| self.line(line)).peekable();
        std::iter::from_fn(move || {
            let mut line = lines.next()?;
            line.line = self.number(line.line);
            line.continues = line.continues.map(|of| self.number(of));
            while let Some(record) = lines.next_if(|next| self.number(next.line) == line.line) {
                line.add(record);
            }
            Some(line)
        })
    }

    /// Tells of these traces alone from now on, and without these lines of theirs, from 1. The others stay behind what is
    /// told, but nothing of them is shown.
    pub fn choose(&mut self, traces: &[u32], without: &[u32]) {
        let mut touched = Vec::new();
        for line in without {
            if let Some(trace) = self.columns.trace.get_mut(*line as usize - 1) {
                touched.push(std::mem::replace(trace, NONE));
            }
        }
        if !touched.is_empty() {
            self.lines_by_trace = group(&self.columns.trace, self.traces.len());
        }
        for trace in touched {
            let lines = self.lines_by_trace.of(trace);
            if let (Some(first), Some(last)) = (lines.first(), lines.last()) {
                let of = &mut self.traces[trace as usize];
                (of.first, of.last) = (first - 1, last - 1);
            }
        }
        let mut chosen = traces.to_vec();
        chosen.sort_unstable();
        self.chosen = Some(chosen);
    }

    /// The traces that are told of, ascending, where not all are.
    pub(crate) fn chosen(&self) -> Option<&[u32]> {
        self.chosen.as_deref()
    }

    /// Calls the lines so.
    pub(crate) fn set_numbers(&mut self, numbers: Vec<u32>) {
        self.numbers = numbers;
    }

    /// How many lines it has.
    pub fn lines(&self) -> u32 {
        self.text.lines()
    }

    /// Counts over the whole log, without what [`Log::summary`] says of it.
    pub(crate) fn counts(&self) -> Summary {
        let mut summary = Summary {
            bytes: self.bytes,
            records: self.text.lines(),
            passwords: self.passwords || self.secrets > 0,
            secrets: self.secrets,
            ..Summary::default()
        };
        let mut of_line = State::Blank;
        for index in 0..self.text.lines() {
            let state = self.state_of(index);
            if index > 0 && self.number(index) == self.number(index + 1) {
                *summary.of(of_line) -= 1;
                of_line = of_line.max(state);
            } else {
                of_line = state;
            }
            *summary.of(of_line) += 1;
        }
        let Summary { read, partly, unread, other, blank, .. } = summary;
        summary.lines = read + partly + unread + other + blank;
        self.count_mends(&mut summary);
        for trace in &self.traces {
            let count = match trace.kind {
                TraceType::Message => {
                    count_message(&mut summary.messages, trace.outcome);
                    &mut summary.traces.message
                }
                TraceType::Session => &mut summary.traces.session,
                TraceType::Scan => &mut summary.traces.scan,
                TraceType::Connection => &mut summary.traces.connection,
                TraceType::Dialogue => &mut summary.traces.dialogue,
                TraceType::Bounce => &mut summary.traces.bounce,
                TraceType::Event => {
                    summary.errors += u32::from(trace.outcome == Outcome::Failed);
                    &mut summary.traces.event
                }
            };
            *count += 1;
            summary.failed += u32::from(trace.outcome == Outcome::Failed);
        }
        for attempt in &self.attempts {
            let count = match attempt.outcome {
                AttemptOutcome::Success => &mut summary.attempts.success,
                AttemptOutcome::Deferral => &mut summary.attempts.deferral,
                AttemptOutcome::Failure => &mut summary.attempts.failure,
                AttemptOutcome::Open => &mut summary.attempts.open,
            };
            *count += 1;
        }
        summary.assumed = self.assumed();
        summary
    }

    /// Counts the lines in which damage was undone.
    fn count_mends(&self, summary: &mut Summary) {
        let mut counts = Damage::ALL.map(|damage| (damage, 0));
        for mend in self.mends.iter() {
            let lines =
                (mend.line..=mend.last).filter(|&line| self.columns.entry[line as usize] != BLANK).count();
            summary.mended += lines as u32;
            for damage in mend.damages.list() {
                counts[damage as usize].1 += lines as u32;
            }
        }
        summary.damage = counts.into_iter().filter(|count| count.1 > 0).collect();
    }

    /// What had to be assumed about time, somewhere.
    fn assumed(&self) -> Vec<Assumed> {
        let mut assumed = Vec::new();
        // Neighbouring lines are framed alike: a change of framing is seen by sampling.
        let step = (self.text.lines() / 4096).max(1) as usize;
        for index in (0..self.text.lines()).step_by(step) {
            let stamp = framed(&self.headed, index, source(&self.text, &self.mends, index)).stamp;
            assumed.extend(stamp.map_or(&[][..], |stamp| stamp.basis.assumed()));
        }
        assumed.sort_unstable();
        assumed.dedup();
        assumed
    }

    /// The year that the first stamp without one was read in; `None` where every stamp names its own.
    pub fn first_year(&self) -> Option<i32> {
        let zone = &self.settings.source_zone;
        let index = (0..self.lines()).find(|&index| {
            let stamp = framed(&self.headed, index, source(&self.text, &self.mends, index)).stamp;
            stamp.is_some_and(|stamp| stamp.basis.assumed().contains(&Assumed::Year))
        })?;
        let unix = self.instant(index).div_euclid(1_000_000_000);
        Some(year_of(unix + i64::from(zone.offset_at(unix))))
    }

    /// How many traces there are.
    pub fn traces(&self) -> u32 {
        self.traces.len() as u32
    }

    /// A trace as it was indexed.
    pub fn indexed(&self, trace: u32) -> Option<&Trace> {
        self.traces.get(trace as usize)
    }

    /// What came of all log-ins of the client of a trace.
    pub fn crowd(&self, trace: u32) -> Option<&Crowd> {
        self.crowds.get(&self.indexed(trace)?.client)
    }

    /// The attempts of a trace, in order.
    pub fn attempts_of(&self, trace: u32) -> &[Attempt] {
        let start = self.attempts.partition_point(|attempt| attempt.trace < trace);
        let end = self.attempts.partition_point(|attempt| attempt.trace <= trace);
        &self.attempts[start..end]
    }

    /// The lines of a document that tell of an attempt, from 0.
    pub fn told_of(&self, attempt: &Attempt) -> impl Iterator<Item = u32> {
        let start = self.told.partition_point(|told| told.0 < attempt.start);
        self.told[start..].iter().take_while(move |told| told.0 == attempt.start).map(|told| told.1)
    }

    /// The ties of a trace to others.
    pub fn links_of(&self, trace: u32) -> impl Iterator<Item = &Link> {
        let ends = self.ends_by_trace.of(trace).iter().map(|end| (*end - 1) as usize);
        // A link of a trace to itself would come twice.
        let once = ends.filter(|end| {
            let link = &self.links[end / 2];
            end % 2 == 0 || link.from != link.to
        });
        once.map(|end| &self.links[end / 2])
    }

    /// The events that explain what happened to a trace, the surest first: what the same process reported, else what
    /// a service that it used reported within seconds.
    pub fn causes_of(&self, trace: u32) -> Vec<&Link> {
        let is_cause = |link: &&Link| link.led == Led::Cause && link.to == trace;
        let mut causes: Vec<&Link> = self.links_of(trace).filter(is_cause).collect();
        // What is known says more than what only follows from it or is only quoted, and of equals the last was nearest.
        let vague = |link: &Link| {
            self.parse(link.line).entry.is_none_or(|entry| entry.partly || entry.pattern.follows)
        };
        let serious = |link: &Link| self.traces[link.from as usize].levels();
        sort::by_key(&mut causes, |link| {
            (link.guess, vague(link), Reverse(serious(link)), Reverse(link.line))
        });
        causes
    }

    /// The lines of one trace, from 1, ascending.
    pub fn lines_of(&self, trace: u32) -> &[u32] {
        self.lines_by_trace.of(trace)
    }

    /// The first and the last line of a trace, from 1.
    pub fn span_of(&self, trace: u32) -> (u32, u32) {
        let of = &self.traces[trace as usize];
        let lines = self.lines_of(trace);
        (*lines.first().unwrap_or(&(of.first + 1)), *lines.last().unwrap_or(&(of.last + 1)))
    }

    /// The lines that no format claimed, from 1, ascending.
    pub fn unread(&self) -> Vec<u32> {
        (1..).zip(&self.columns.entry).filter(|(_, entry)| **entry == UNREAD).map(|(line, _)| line).collect()
    }

    /// The instant of a line by its index from 0; [`NEVER`] when it has none.
    pub fn instant(&self, index: u32) -> Instant {
        self.columns.time.get(index as usize).copied().unwrap_or(NEVER)
    }

    /// What a line was taken for, by its index from 0.
    pub fn claim_of(&self, index: u32) -> Claim {
        match self.columns.entry.get(index as usize) {
            Some(&UNREAD) => Claim::Unread,
            None | Some(&(BLANK | CONTINUED | OTHER)) => Claim::Nothing,
            Some(&number) => Claim::Entry(number),
        }
    }

    /// What became of a line, by its index from 0.
    pub fn state_of(&self, index: u32) -> State {
        match self.columns.entry.get(index as usize) {
            Some(&UNREAD) => State::Unread,
            Some(&OTHER) => State::Other,
            None | Some(&BLANK) => State::Blank,
            Some(&number) if number < CONTINUED && CATALOGUE.entry(number).partly => State::Partly,
            Some(_) => State::Read,
        }
    }

    /// The trace of a line by its index from 0.
    pub fn trace_of(&self, index: u32) -> Option<u32> {
        self.columns.trace.get(index as usize).copied().filter(|trace| *trace != NONE)
    }

    /// Takes a line apart again, by its index from 0.
    pub fn parse(&self, index: u32) -> Parsed<'_> {
        self.parse_as(index, self.source(index))
    }

    /// Asks the log while these lines, by their index from 0, hold another text, and no other line holds
    /// any. What was read of the log stays: lines keep their numbers, their patterns and their traces.
    pub fn rewritten<T>(&mut self, lines: FxHashMap<u32, Vec<u8>>, ask: impl FnOnce(&Log) -> T) -> T {
        let before = self.rewritten.replace(lines);
        let answer = ask(self);
        self.rewritten = before;
        answer
    }

    /// The text that a line is read from, by its index from 0.
    fn source(&self, index: u32) -> &[u8] {
        match &self.rewritten {
            Some(lines) => lines.get(&index).map_or(&[], Vec::as_slice),
            None => source(&self.text, &self.mends, index),
        }
    }

    /// A line as it was pasted, without its line end, by its index from 0.
    pub fn pasted(&self, index: u32) -> &[u8] {
        if self.rewritten.is_some() { self.source(index) } else { self.text.line(index) }
    }

    /// Where a line begins in the bytes, by its index from 0.
    pub(crate) fn start_of(&self, index: u32) -> usize {
        self.text.start(index)
    }

    /// True for a line, by its index from 0, whose pattern is so. Only those are taken apart: many may be asked.
    pub(crate) fn fits(&self, index: u32, is_so: impl Fn(&Pattern) -> bool) -> bool {
        let entry = self.columns.entry.get(index as usize).copied().filter(|entry| *entry < CONTINUED);
        entry.is_some_and(|entry| is_so(CATALOGUE.entry(entry).pattern)) && self.parse(index).entry.is_some()
    }

    /// How much a line matters, by its index from 0; `None` for one that no format claims.
    pub fn level(&self, index: u32) -> Option<Level> {
        let entry = self.columns.entry.get(index as usize).copied().filter(|entry| *entry < CONTINUED)?;
        Some(CATALOGUE.entry(entry).pattern.level)
    }

    /// True for a line, by its index from 0, that holds nothing, or nothing but what was put in front of it.
    pub(crate) fn is_blank(&self, index: u32) -> bool {
        self.columns.entry.get(index as usize) == Some(&BLANK)
    }

    /// True for a line that no format claims, by its index from 0.
    pub(crate) fn is_unread(&self, index: u32) -> bool {
        self.columns.entry.get(index as usize) == Some(&UNREAD)
    }

    /// True for a line that belongs to no log, by its index from 0.
    pub(crate) fn is_other(&self, index: u32) -> bool {
        self.columns.entry.get(index as usize) == Some(&OTHER)
    }

    /// The first mend at or after a line, by its index from 0.
    pub(crate) fn next_mend(&self, index: u32) -> Option<Mend<'_>> {
        self.mends.next(index)
    }

    /// What was undone in a line, by its index from 0. What was rewritten has no damage.
    pub fn mend_of(&self, index: u32) -> Option<Mend<'_>> {
        if self.rewritten.is_some() { None } else { self.mends.of(index) }
    }

    /// Where a stretch of the paste lies in a line, by its index from 0; empty when it is elsewhere.
    pub fn place_in(&self, index: u32, pasted: Span) -> Span {
        let start = self.text.start(index) as u32;
        let end = start + self.text.line(index).len() as u32;
        let (from, to) = (pasted.start.max(start), pasted.end.min(end));
        if from < to { Span { start: from - start, end: to - start } } else { Span::default() }
    }

    /// Takes a text apart as if it were the line of this index, from 0.
    pub fn parse_as<'a>(&'a self, index: u32, line: &'a [u8]) -> Parsed<'a> {
        let number = self.columns.entry.get(index as usize).copied().unwrap_or(UNREAD);
        let exported = self.exported(index);
        let framed = match &exported {
            Some(_) if !journal::is_message(line) => Framed::default(),
            _ => framed(&self.headed, index, line),
        };
        let mut captures = Captures::new();
        let fits = |framed: &Framed, captures: &mut Captures| {
            number < CONTINUED && CATALOGUE.fits(number, &framed.body(line), captures)
        };
        // The line may have several heads: it was read by the one that its pattern fits.
        let is_headed = self.headed.binary_search(&index).is_ok();
        let whole = (is_headed && number < CONTINUED)
            .then(|| heads::heads(line).find(|head| fits(&head.framed, &mut captures)))
            .flatten();
        let framed = whole.map_or(framed, |head| head.framed);
        let origin = match exported {
            Some(lines) if journal::is_message(line) => {
                journal::origin(lines.map(|index| source(&self.text, &self.mends, index)))
            }
            _ => framed.origin(line),
        };
        let body = framed.body(line);
        let entry = fits(&framed, &mut captures).then(|| CATALOGUE.entry(number));
        Parsed { line, framed, entry, captures, origin, body }
    }

    /// The lines of the exported entry of the journal that a line is in.
    fn exported(&self, index: u32) -> Option<std::ops::Range<u32>> {
        // No entry is longer; only a line that looks like a field is in one.
        const MOST: u32 = 256;
        let looks = |line: &[u8]| {
            cut(line, b'=').is_some_and(|(name, _)| {
                !name.is_empty()
                    && name
                        .iter()
                        .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || *byte == b'_')
            })
        };
        let line = |at| source(&self.text, &self.mends, at);
        if !looks(line(index)) {
            return None;
        }
        let start = (index.saturating_sub(MOST)..=index)
            .rev()
            .take_while(|&at| looks(line(at)))
            .find(|&at| journal::begins_entry(line(at)).is_some())?;
        let end = (index..self.text.lines().min(index.saturating_add(MOST)))
            .find(|&at| crate::mend::is_blank(line(at)) || is_blank(line(at)))
            .unwrap_or(self.text.lines());
        Some(start..end)
    }
}

fn count_message(counts: &mut MessageCounts, outcome: Outcome) {
    let count = match outcome {
        Outcome::Delivered => &mut counts.delivered,
        Outcome::Deferred => &mut counts.deferred,
        Outcome::Failed => &mut counts.failed,
        Outcome::Partial => &mut counts.partial,
        Outcome::Open => &mut counts.open,
        Outcome::Unknown => &mut counts.unknown,
    };
    *count += 1;
}

#[cfg(test)]
mod laws;
