//! A log that was read: its bytes, and a few columns of numbers for every line.
//!
//! Reading is cheap and done for every line: where it starts, its time, the pattern that claims it, the
//! trace it belongs to. Everything else is made from these on demand, for what is asked for.

use crate::format::Part;
use crate::frame::{Framed, Origin, frame, journal};
use crate::pattern::{CATALOGUE, Captures, Entry};
use crate::report::export::{Assumed, AttemptOutcome, MessageCounts, Outcome, Summary, TraceType};
use crate::text::{Text, cut, is_blank};
use crate::time::{Clock, Instant, NEVER, year_of};
use crate::trace::{Attempt, Crowd, Link, NONE, Said, Trace, Tracer, crowds};
use crate::{Settings, explain, report, search};
use rustc_hash::FxHashMap;
use std::borrow::Cow;

/// The pattern of a line that no format claims.
const UNREAD: u16 = u16::MAX;
/// The pattern of a line that holds nothing.
const BLANK: u16 = u16::MAX - 1;

/// Takes the bytes of a log piece by piece and indexes them as they come.
#[derive(Debug)]
pub struct Reader {
    settings: Settings,
    text: Text,
    clock: Clock,
    columns: Columns,
    tracer: Tracer,
    passwords: bool,
    captures: Captures,
    /// The line that began the exported entry of the journal which is being read.
    export: Option<u32>,
}

/// What is known of every line, by its index from 0.
#[derive(Debug, Default)]
struct Columns {
    time: Vec<Instant>,
    entry: Vec<u16>,
    trace: Vec<u32>,
}

/// A paste is larger than the 4 GB that can be addressed; what came before was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLarge;

impl std::fmt::Display for TooLarge {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the log is larger than 4 GB; cut it down first, for example with grep")
    }
}

impl std::error::Error for TooLarge {}

impl Reader {
    /// An empty log.
    pub fn new(settings: Settings) -> Reader {
        let year = settings.year.unwrap_or_else(|| year_of(settings.now));
        Reader {
            clock: Clock::new(settings.source_zone.clone(), year),
            settings,
            text: Text::default(),
            columns: Columns::default(),
            tracer: Tracer::default(),
            passwords: false,
            captures: Captures::new(),
            export: None,
        }
    }

    /// Makes room for this many more bytes at once.
    pub fn reserve(&mut self, bytes: usize) {
        self.text.reserve(bytes);
        // A line of a mail log has about a hundred bytes.
        let lines = bytes / 80;
        self.columns.time.reserve(lines);
        self.columns.entry.reserve(lines);
        self.columns.trace.reserve(lines);
    }

    /// Adds the next bytes; they may end anywhere. Fails when the log grows over 4 GB.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), TooLarge> {
        let taken = self.text.push(bytes);
        self.index();
        if taken == bytes.len() { Ok(()) } else { Err(TooLarge) }
    }

    /// Ends the log and ties its traces together.
    pub fn finish(mut self) -> Log {
        self.text.finish();
        self.index();
        self.end_entry(self.text.lines());
        let now = self.settings.now.saturating_add(86_400).saturating_mul(1_000_000_000);
        if self.settings.year.is_none() && self.clock.latest_assumed() > now {
            self.date_back(now);
        }
        let links = self.tracer.finish();
        for (line, trace) in self.tracer.late.drain(..) {
            self.columns.trace[line as usize] = trace;
        }
        let mut told = std::mem::take(&mut self.tracer.told);
        told.sort_unstable();
        told.dedup();
        let lines_by_trace = group(&self.columns.trace, self.tracer.traces.len());
        Log {
            settings: self.settings,
            text: self.text,
            columns: self.columns,
            crowds: crowds(&self.tracer.traces),
            traces: self.tracer.traces,
            attempts: self.tracer.attempts,
            links,
            lines_by_trace,
            told,
            passwords: self.passwords,
        }
    }

    /// Indexes the lines that became complete.
    fn index(&mut self) {
        for index in self.columns.entry.len() as u32..self.text.lines() {
            let line = self.text.line(index);
            if self.export.is_none() && journal::begins_entry(line) {
                self.export = Some(index);
            } else if is_blank(line) {
                self.end_entry(index);
            }
            let line = self.text.line(index);
            let (framed, origin) = if self.export.is_some() {
                (Framed::default(), Origin { program: JOURNAL, ..Origin::default() })
            } else {
                let framed = frame(line);
                (framed, framed.origin(line))
            };
            self.columns.time.push(origin.stamp.map_or(NEVER, |stamp| self.clock.instant(stamp)));
            let body = framed.body(line);
            let blank = is_blank(line);
            // Only a line without a frame can belong to something that was pasted whole.
            let part = (self.export.is_none() && framed.body == 0).then(|| self.tracer.part());
            if blank && part.is_some() {
                self.tracer.blank();
            }
            let claimed = if blank {
                None
            } else {
                claim(&mut self.captures, &mut self.tracer, index, &origin, part, &body)
            };
            let (entry, trace, password) =
                claimed.unwrap_or((if blank { BLANK } else { UNREAD }, NONE, false));
            self.columns.entry.push(entry);
            self.columns.trace.push(trace);
            self.passwords |= password;
        }
    }

    /// Ends the exported entry of the journal that is open: its message can be read by all of its lines.
    fn end_entry(&mut self, end: u32) {
        let Some(start) = self.export.take() else { return };
        let Reader { text, clock, columns, tracer, captures, .. } = self;
        for index in (start..end).filter(|&index| journal::is_message(text.line(index))) {
            let line = text.line(index);
            let origin = journal::origin((start..end).map(|index| text.line(index)));
            let body = frame(line).body(line);
            columns.time[index as usize] = origin.stamp.map_or(NEVER, |stamp| clock.instant(stamp));
            let claimed = claim(captures, tracer, index, &origin, None, &body);
            let (entry, trace, password) = claimed.unwrap_or((UNREAD, NONE, false));
            columns.entry[index as usize] = entry;
            columns.trace[index as usize] = trace;
            self.passwords |= password;
        }
    }

    /// Dates the lines that name no year again, in the latest year that leaves none in the future.
    fn date_back(&mut self, now: Instant) {
        let mut year = year_of(self.settings.now);
        while self.clock.latest_assumed() > now && year > 1970 {
            year -= 1;
            self.clock = Clock::new(self.settings.source_zone.clone(), year);
            for index in 0..self.text.lines() {
                if let Some(stamp) = frame(self.text.line(index)).stamp {
                    self.columns.time[index as usize] = self.clock.instant(stamp);
                }
            }
        }
    }
}

/// The program that the lines of an exported entry of the journal are read as.
const JOURNAL: &[u8] = b"journal";

/// The pattern that claims a body, the trace of its line, and whether it holds a password. `part` is the
/// part of the open document for a line without a frame.
fn claim(
    captures: &mut Captures,
    tracer: &mut Tracer,
    line: u32,
    origin: &Origin<'_>,
    part: Option<Part>,
    body: &[u8],
) -> Option<(u16, u32, bool)> {
    let catalogue = &*CATALOGUE;
    let number = match part {
        Some(part) => catalogue.claim_in(part, body, captures)?,
        None => catalogue.claim(origin.program, body, captures)?,
    };
    if part.is_none() {
        tracer.close();
    }
    let entry = catalogue.entry(number);
    let password = entry.holds_password && entry.password(captures).is_some();
    let said = Said {
        line,
        host: origin.host,
        program: origin.program,
        pid: origin.pid,
        user: origin.user,
        session: origin.session,
        client: origin.client,
        entry,
        body,
        captures,
    };
    Some((number, tracer.take(&said), password))
}

/// The lines of every trace: all lines in one column, and where each trace's begin.
#[derive(Debug, Default)]
struct Groups {
    starts: Vec<u32>,
    /// Line numbers from 1.
    lines: Vec<u32>,
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
    /// The log-ins of every client, by what stands for its address.
    crowds: FxHashMap<u64, Crowd>,
    /// The first line of an attempt and a line of a document that tells of it, from 0, ascending.
    told: Vec<(u32, u32)>,
    passwords: bool,
}

/// A line taken apart again, with its fields.
#[derive(Debug)]
pub struct Parsed<'a> {
    /// The line without its end.
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

    /// Shows times in another way from now on; reads the log again where the zone or year of its stamps
    /// changed.
    pub fn set(&mut self, settings: Settings) {
        let same = (&settings.source_zone, settings.year) == (&self.settings.source_zone, self.settings.year);
        if same {
            self.settings = settings;
        } else {
            *self = Log::read(self.text.bytes(), settings);
        }
    }

    /// The settings it is shown with.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// All of its bytes, as pasted.
    pub fn bytes(&self) -> &[u8] {
        self.text.bytes()
    }

    /// How many lines it has.
    pub fn lines(&self) -> u32 {
        self.text.lines()
    }

    /// Counts over the whole log.
    pub fn summary(&self) -> Summary {
        let mut summary = Summary {
            bytes: self.text.bytes().len() as u64,
            lines: self.text.lines(),
            passwords: self.passwords,
            ..Summary::default()
        };
        for &entry in &self.columns.entry {
            match entry {
                UNREAD => summary.unread += 1,
                BLANK => summary.blank += 1,
                _ => summary.read += 1,
            }
        }
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
            };
            *count += 1;
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

    /// What had to be assumed about time, somewhere.
    fn assumed(&self) -> Vec<Assumed> {
        let mut assumed = Vec::new();
        // Neighbouring lines are framed alike: a change of framing is seen by sampling.
        let step = (self.text.lines() / 4096).max(1) as usize;
        for index in (0..self.text.lines()).step_by(step) {
            let stamp = frame(self.text.line(index)).stamp;
            assumed.extend(stamp.map_or(&[][..], |stamp| stamp.basis.assumed()));
        }
        assumed.sort_unstable();
        assumed.dedup();
        assumed
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
    pub fn crowd(&self, trace: u32) -> Option<Crowd> {
        self.crowds.get(&self.indexed(trace)?.client).copied()
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
        self.links.iter().filter(move |link| link.from == trace || link.to == trace)
    }

    /// The lines of one trace, from 1, ascending.
    pub fn lines_of(&self, trace: u32) -> &[u32] {
        let starts = &self.lines_by_trace.starts;
        match (starts.get(trace as usize), starts.get(trace as usize + 1)) {
            (Some(&start), Some(&end)) => &self.lines_by_trace.lines[start as usize..end as usize],
            _ => &[],
        }
    }

    /// The lines that no format claimed, from 1, ascending.
    pub fn unread(&self) -> Vec<u32> {
        (1..).zip(&self.columns.entry).filter(|(_, entry)| **entry == UNREAD).map(|(line, _)| line).collect()
    }

    /// The instant of a line by its index from 0; [`NEVER`] when it has none.
    pub fn instant(&self, index: u32) -> Instant {
        self.columns.time.get(index as usize).copied().unwrap_or(NEVER)
    }

    /// The trace of a line by its index from 0.
    pub fn trace_of(&self, index: u32) -> Option<u32> {
        self.columns.trace.get(index as usize).copied().filter(|trace| *trace != NONE)
    }

    /// Takes a line apart again, by its index from 0.
    pub fn parse(&self, index: u32) -> Parsed<'_> {
        self.parse_as(index, self.text.line(index))
    }

    /// Takes a text apart as if it were the line of this index, from 0.
    pub fn parse_as<'a>(&'a self, index: u32, line: &'a [u8]) -> Parsed<'a> {
        let number = self.columns.entry.get(index as usize).copied().unwrap_or(UNREAD);
        let exported = self.exported(index);
        let framed = match &exported {
            Some(_) if !journal::is_message(line) => Framed::default(),
            _ => frame(line),
        };
        let origin = match exported {
            Some(lines) if journal::is_message(line) => {
                journal::origin(lines.map(|index| self.text.line(index)))
            }
            _ => framed.origin(line),
        };
        let body = framed.body(line);
        let mut captures = Captures::new();
        let entry =
            (number < BLANK && CATALOGUE.fits(number, &body, &mut captures)).then(|| CATALOGUE.entry(number));
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
        if !looks(self.text.line(index)) {
            return None;
        }
        let start = (index.saturating_sub(MOST)..=index)
            .rev()
            .take_while(|&at| looks(self.text.line(at)))
            .find(|&at| journal::begins_entry(self.text.line(at)))?;
        let end = (index..self.text.lines().min(index.saturating_add(MOST)))
            .find(|&at| is_blank(self.text.line(at)))
            .unwrap_or(self.text.lines());
        Some(start..end)
    }

    /// One line, counted from 1.
    pub fn line(&self, line: u32) -> Option<report::export::Line> {
        (1..=self.lines()).contains(&line).then(|| explain::line(self, line - 1))
    }

    /// One trace with its explanation.
    pub fn trace(&self, trace: u32) -> Option<report::export::Trace> {
        (trace < self.traces()).then(|| explain::trace(self, trace))
    }

    /// What the list of traces shows of one; `None` past the last trace.
    pub fn row(&self, trace: u32) -> Option<report::export::Row> {
        (trace < self.traces()).then(|| explain::row(self, trace))
    }

    /// The traces that match a query, most serious first; an empty query matches all.
    pub fn find(&self, query: &str) -> Vec<u32> {
        let query = search::Query::new(query);
        let mut found: Vec<u32> = (0..self.traces()).filter(|&trace| query.matches(self, trace)).collect();
        found.sort_by_key(|&trace| self.traces[trace as usize].outcome);
        found
    }

    /// The whole report.
    pub fn report(&self) -> report::export::Report {
        report::export::Report {
            schema: "maillens/1".into(),
            summary: self.summary(),
            lines: (0..self.lines()).map(|index| explain::line(self, index)).collect(),
            traces: (0..self.traces()).map(|trace| explain::trace(self, trace)).collect(),
        }
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
