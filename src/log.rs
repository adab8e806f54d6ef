//! A log that was read: its bytes, and a few columns of numbers for every line.
//!
//! Reading is cheap and done for every line: where it starts, its time, the pattern that claims it, the
//! trace it belongs to. Everything else is made from these on demand, for what is asked for.

use crate::explain::Why;
use crate::format::{Part, Step};
use crate::frame::{Framed, Origin, frame, journal};
use crate::pattern::{CATALOGUE, Captures, Entry};
use crate::report::export::{Assumed, AttemptOutcome, Level, MessageCounts, Outcome, Summary, TraceType};
use crate::search::{Query, Search};
use crate::text::mend::wrap::{self, Fragment, Piece, Width};
use crate::text::mend::{self, Damage, LONGEST, Marks, Mend, Mended, Mends, Verdict};
use crate::text::{Span, Text, cut, is_blank, utf16::Decoder};
use crate::time::{Clock, Instant, NEVER, year_of};
use crate::trace::{Attempt, Crowd, Link, NONE, Said, Trace, Tracer, crowds};
use crate::{Settings, explain, report};
use rustc_hash::{FxHashMap, FxHasher};
use std::borrow::Cow;
use std::cell::RefCell;
use std::hash::Hasher;

/// The pattern of a line that no format claims.
const UNREAD: u16 = u16::MAX;
/// The pattern of a line that holds nothing.
const BLANK: u16 = u16::MAX - 1;
/// The pattern of a line that is a piece of the broken line before it.
const CONTINUED: u16 = u16::MAX - 2;
/// Lines are read when so many more are known: what a line was may show only in those that follow, and
/// the same must show however the paste comes.
const AHEAD: u32 = 2 * BLOCK + (wrap::PIECES as u32 + 1) * (wrap::BLANKS + 1);
/// The column that lines were broken at is looked for in so many lines at once.
const BLOCK: u32 = 32;

/// Takes the bytes of a log piece by piece and indexes them as they come.
#[derive(Debug)]
pub struct Reader {
    text: Text,
    indexer: Indexer,
    decoder: Decoder,
    /// Bytes that came, as they were pasted.
    bytes: u64,
    sources: Vec<Source>,
}

/// Reads the lines of a text, one after the other.
#[derive(Debug)]
struct Indexer {
    settings: Settings,
    clock: Clock,
    columns: Columns,
    tracer: Tracer,
    passwords: bool,
    captures: Captures,
    repeated: Repeated,
    mends: Mends,
    marks: Marks,
    /// The frame of a line that was looked at before its turn.
    peeked: Option<(u32, Framed)>,
    /// The width of the lines around a block of lines.
    width: Option<(u32, Width)>,
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
        let indexer = Indexer {
            clock: Clock::new(settings.source_zone.clone(), year),
            settings,
            columns: Columns::default(),
            tracer: Tracer::default(),
            passwords: false,
            captures: Captures::new(),
            repeated: Repeated::default(),
            mends: Mends::default(),
            marks: Marks::default(),
            peeked: None,
            width: None,
            export: None,
        };
        let (text, decoder) = (Text::default(), Decoder::default());
        Reader { text, indexer, decoder, bytes: 0, sources: Vec::new() }
    }

    /// Makes room for this many more bytes at once.
    pub fn reserve(&mut self, bytes: usize) {
        self.text.reserve(bytes);
        // A line of a mail log has about a hundred bytes.
        let lines = bytes / 80;
        let Columns { time, entry, trace } = &mut self.indexer.columns;
        time.reserve(lines);
        entry.reserve(lines);
        trace.reserve(lines);
    }

    /// Adds the next bytes; they may end anywhere. Fails when the log grows over 4 GB.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), TooLarge> {
        self.bytes += bytes.len() as u64;
        let decoded = self.decoder.push(bytes);
        let bytes = decoded.as_deref().unwrap_or(bytes);
        let taken = self.text.push(bytes);
        self.indexer.index(&self.text, if self.indexer.settings.mend { AHEAD } else { 0 });
        if taken == bytes.len() { Ok(()) } else { Err(TooLarge) }
    }

    /// Begins another source: what comes from now on is of the file, or the paste, of this name. A line that
    /// is still open ends here; what belongs together may go on from one source in the next.
    pub fn source(&mut self, name: impl Into<String>) {
        self.end();
        self.decoder = Decoder::default();
        self.indexer.tracer.close();
        self.sources.push(Source { name: name.into(), first: self.text.lines() + 1 });
    }

    /// Ends what was begun: the last line, and whatever waited for more lines.
    fn end(&mut self) {
        let rest = self.decoder.finish();
        self.text.push(&rest);
        self.text.finish();
        self.indexer.index(&self.text, 0);
        self.indexer.end_entry(&self.text, self.text.lines());
    }

    /// Ends the log and ties its traces together.
    pub fn finish(mut self) -> Log {
        self.end();
        let Reader { text, mut indexer, bytes, sources, .. } = self;
        let now = indexer.settings.now.saturating_add(86_400).saturating_mul(1_000_000_000);
        if indexer.settings.year.is_none() && indexer.clock.latest_assumed() > now {
            indexer.date_back(&text, now);
        }
        let links = indexer.tracer.finish(&indexer.columns.time);
        for (line, trace) in indexer.tracer.late.drain(..) {
            indexer.columns.trace[line as usize] = trace;
        }
        for mend in indexer.mends.iter() {
            let trace = indexer.columns.trace[mend.line as usize];
            for line in mend.line + 1..=mend.last {
                if indexer.columns.entry[line as usize] == CONTINUED {
                    indexer.columns.trace[line as usize] = trace;
                }
            }
        }
        let mut told = std::mem::take(&mut indexer.tracer.told);
        told.sort_unstable();
        told.dedup();
        let lines_by_trace = group(&indexer.columns.trace, indexer.tracer.traces.len());
        let ends: Vec<u32> = links.iter().flat_map(|link| [link.from, link.to]).collect();
        let ends_by_trace = group(&ends, indexer.tracer.traces.len());
        Log {
            settings: indexer.settings,
            text,
            columns: indexer.columns,
            crowds: crowds(&indexer.tracer.traces),
            traces: indexer.tracer.traces,
            attempts: indexer.tracer.attempts,
            links,
            lines_by_trace,
            ends_by_trace,
            told,
            passwords: indexer.passwords,
            mends: indexer.mends,
            bytes,
            sources,
            rewritten: None,
            whys: RefCell::default(),
        }
    }
}

impl Indexer {
    /// Indexes the lines that became complete, but for the last ones.
    fn index(&mut self, text: &Text, hold: u32) {
        let end = text.lines().saturating_sub(hold);
        loop {
            let index = self.columns.entry.len() as u32;
            if index >= end {
                break;
            }
            let line = text.line(index);
            let blank = is_blank(line);
            if self.export.is_none() && journal::begins_entry(line) {
                self.export = Some(index);
            } else if blank {
                self.end_entry(text, index);
            }
            if blank {
                if self.export.is_none() {
                    self.tracer.blank();
                }
                self.put(NEVER, BLANK);
            } else if self.export.is_some() {
                let origin = Origin { program: JOURNAL, ..Origin::default() };
                let claimed = claim(&mut self.captures, &mut self.tracer, index, &origin, None, line);
                self.put_claimed(NEVER, claimed);
            } else {
                self.index_line(text, index, line);
            }
        }
    }

    /// Indexes a line of a log or of a document, with the lines that it goes on in where it was broken.
    fn index_line(&mut self, text: &Text, index: u32, line: &[u8]) {
        let framed = match self.peeked {
            Some((of, framed)) if of == index => framed,
            _ => frame(line),
        };
        let suspicious = self.settings.mend && self.is_suspicious(text, index, line, &framed);
        let mended = if suspicious { self.mend(text, index, None) } else { None };
        if mended.is_none() && self.read(index, line, &framed, suspicious || !self.settings.mend) {
            return;
        }
        let unclaimed = Verdict { stamped: framed.stamp.is_some(), entry: None };
        match mended.or_else(|| self.mend(text, index, Some(unclaimed))) {
            Some((last, mended)) if self.mends.keep(index, last, &mended) => {
                self.read(index, &mended.text, &frame(&mended.text), true);
                for more in index + 1..=last {
                    let blank = mend::is_between(line, text.line(more));
                    self.put(NEVER, if blank { BLANK } else { CONTINUED });
                }
            }
            _ if mend::is_blank(line) => {
                self.tracer.blank();
                self.put(NEVER, BLANK);
            }
            _ => {
                let time = framed.stamp.map_or(NEVER, |stamp| self.clock.instant(stamp));
                self.put_claimed(time, None);
            }
        }
    }

    /// Reads a line, as it stands or as it was before it was damaged. A line that nothing claims is left for another
    /// try, which false says, unless this is the `last` one.
    fn read(&mut self, index: u32, line: &[u8], framed: &Framed, last: bool) -> bool {
        let Indexer { clock, tracer, captures, repeated, .. } = self;
        let origin = framed.origin(line);
        let body = framed.body(line);
        // Only a line without a frame can belong to something that was pasted whole.
        let part = (framed.body == 0).then(|| tracer.part());
        let may_repeat = part.is_none() && origin.program.is_empty();
        let known = if may_repeat { repeated.get(&body) } else { None };
        let claimed = if let Some(entry) = known {
            tracer.close();
            Some((entry, NONE, false))
        } else {
            claim(captures, tracer, index, &origin, part, &body)
        };
        if claimed.is_none() && !last {
            return false;
        }
        if let Some((entry, NONE, false)) = claimed
            && may_repeat
            && known.is_none()
        {
            repeated.put(&body, entry);
        }
        let time = origin.stamp.map_or(NEVER, |stamp| clock.instant(stamp));
        self.put_claimed(time, claimed);
        true
    }

    /// Ends the row of a line.
    fn put_claimed(&mut self, time: Instant, claimed: Option<(u16, u32, bool)>) {
        let (entry, trace, password) = claimed.unwrap_or((UNREAD, NONE, false));
        self.columns.time.push(time);
        self.columns.entry.push(entry);
        self.columns.trace.push(trace);
        self.passwords |= password;
    }

    /// Ends the row of a line that no pattern claims.
    fn put(&mut self, time: Instant, entry: u16) {
        self.put_claimed(time, Some((entry, NONE, false)));
    }

    /// True for a line that may be damaged although a format can read it: its damage is inside, or it
    /// begins with a time and the next line does not, so that it may go on there, or a prefix hides its time.
    fn is_suspicious(&mut self, text: &Text, index: u32, line: &[u8], framed: &Framed) -> bool {
        if framed.stamp.is_some()
            && let Some(next) = following(text, index, line)
        {
            let framed = frame(text.line(next));
            self.peeked = Some((next, framed));
            if framed.stamp.is_none() {
                return true;
            }
        }
        let start = text.start(index);
        let marked = self.marks.may_stand(text.bytes(), start, start + line.len());
        marked && mend::is_suspicious(line) || framed.body == 0 && mend::opens(line)
    }

    /// What a line was before it was damaged, and the last line that it goes on in; `own` is what is known
    /// of it as it stands.
    fn mend(&mut self, text: &Text, index: u32, own: Option<Verdict>) -> Option<(u32, Mended)> {
        if !self.settings.mend {
            return None;
        }
        let Indexer { tracer, captures, width, .. } = self;
        let part = tracer.part();
        let (line, at) = (text.line(index), text.start(index));
        if line.len() > LONGEST {
            return None;
        }
        // A line that hides a time is none of a document: what it is as it stands need not be asked.
        let hides = own.is_none() && frame(line).body == 0 && mend::opens(line);
        let hidden = hides.then(|| mend::line(line, at, &mut |text| stamped(captures, part, line, text)));
        let hidden = hidden.flatten().filter(|(_, known)| known.stamped);
        let own = own.unwrap_or_else(|| match hidden {
            Some(_) => Verdict::default(),
            None => judge(captures, part, line),
        });
        let mut judge = |text: &[u8]| if text == line { own } else { judge(captures, part, text) };
        if let Some(whole) = fragments(text, index)
            && judge(&whole.1.text).entry.is_some()
        {
            return Some(whole);
        }
        let found = if hidden.is_some() {
            hidden
        } else if own.entry.is_none() || mend::is_suspicious(line) {
            mend::line(line, at, &mut judge)
        } else {
            None
        };
        let (head, verdict) = found.unwrap_or_else(|| (Mended::of(line, at), own));
        if verdict.stamped || mend::begins(&head.text) {
            let more = pieces(text, index);
            if !more.is_empty() {
                let width = width_at(text, index, width);
                // Two lines that are known as they stand are two, unless the column says otherwise.
                let cut = width.soft && line.ends_with(b"=");
                if verdict.entry.is_some() && width.breaks < 2 && !cut && judge(more[0].text).entry.is_some()
                {
                    return (head.damages != mend::Damages::default()).then_some((index, head));
                }
                let first = Piece { line: index, text: line, at };
                if let Some((count, whole)) = wrap::join((&head, verdict), first, &more, width, &mut judge) {
                    return Some((more[count - 1].line, whole));
                }
            }
        }
        let known = verdict.stamped || verdict.entry.is_some();
        (known && head.damages != mend::Damages::default()).then_some((index, head))
    }

    /// Ends the exported entry of the journal that is open: its message can be read by all of its lines.
    fn end_entry(&mut self, text: &Text, end: u32) {
        let Some(start) = self.export.take() else { return };
        let Indexer { clock, columns, tracer, captures, .. } = self;
        let origin = journal::origin((start..end).map(|index| text.line(index)));
        for index in (start..end).filter(|&index| journal::is_message(text.line(index))) {
            let line = text.line(index);
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
    fn date_back(&mut self, text: &Text, now: Instant) {
        let mut year = year_of(self.settings.now);
        while self.clock.latest_assumed() > now && year > 1970 {
            year -= 1;
            self.clock = Clock::new(self.settings.source_zone.clone(), year);
            for index in 0..text.lines() {
                if let Some(stamp) = frame(source(text, &self.mends, index)).stamp {
                    self.columns.time[index as usize] = self.clock.instant(stamp);
                }
            }
        }
    }
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

/// The next line that holds something, where it is near.
fn following(text: &Text, index: u32, line: &[u8]) -> Option<u32> {
    let last = index.saturating_add(wrap::BLANKS + 1).min(text.lines().saturating_sub(1));
    (index + 1..=last).find(|&next| !mend::is_between(line, text.line(next)))
}

/// True for a line that begins with a time, whatever was done to it.
fn begins(line: &[u8]) -> bool {
    frame(line).stamp.is_some() || mend::opens(line)
}

/// The line whose pieces Exim wrote to syslog one after the other, beginning here, and the last of them.
fn fragments(text: &Text, index: u32) -> Option<(u32, Mended)> {
    let of = |index: u32| {
        let line = text.line(index);
        let framed = frame(line);
        let fragment = Fragment::of(framed.raw(line)).filter(|_| !framed.pid.is_empty())?;
        Some((
            fragment,
            framed.pid.of(line),
            (Piece { line: index, text: line, at: text.start(index) }, framed.body as usize),
        ))
    };
    let (first, process, piece) = of(index).filter(|(first, ..)| first.number == 1)?;
    let end = index.checked_add(first.of as u32).filter(|end| *end <= text.lines())?;
    let rest = (index + 1..end)
        .map(|index| of(index).filter(|(_, pid, _)| *pid == process).map(|(.., piece)| piece));
    let pieces: Option<Vec<_>> = std::iter::once(Some(piece)).chain(rest).collect();
    Some((end - 1, wrap::join_fragments(&pieces?)?))
}

/// The lines in which a broken line may go on: those up to the next that begins with a time.
fn pieces(text: &Text, index: u32) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let (mut line, mut size) = (index, text.line(index).len());
    while let Some(next) = following(text, line, text.line(line)).filter(|_| pieces.len() < wrap::PIECES) {
        let (piece, at) = (text.line(next), text.start(next));
        size += piece.len();
        if size > LONGEST || journal::begins_entry(piece) || begins(piece) {
            break;
        }
        pieces.push(Piece { line: next, text: piece, at });
        line = next;
    }
    pieces
}

/// The column at which the lines around this one were broken.
fn width_at(text: &Text, index: u32, known: &mut Option<(u32, Width)>) -> Width {
    let block = index / BLOCK;
    if let Some((of, width)) = *known
        && of == block
    {
        return width;
    }
    let start = block * BLOCK;
    let lines = start.saturating_sub(BLOCK)..start.saturating_add(2 * BLOCK).min(text.lines());
    let lines: Vec<_> = lines
        .map(|line| (line, text.line(line)))
        .filter(|(_, text)| text.len() <= LONGEST && !mend::is_blank(text))
        .map(|(line, of)| {
            let next = following(text, line, of).map(|next| text.line(next));
            (of, next.filter(|next| next.len() <= LONGEST && !begins(next)))
        })
        .collect();
    let width = Width::of(&lines);
    *known = Some((block, width));
    width
}

/// What is known of a text that may be a line.
fn judge(captures: &mut Captures, part: Part, text: &[u8]) -> Verdict {
    if is_blank(text) {
        return Verdict::default();
    }
    let framed = frame(text);
    let body = framed.body(text);
    let entry = if framed.body == 0 {
        CATALOGUE.claim_in(part, &body, captures)
    } else {
        CATALOGUE.claim(framed.program.of(text), &body, captures)
    };
    Verdict { stamped: framed.stamp.is_some(), entry }
}

/// What is known of a part of a line, where that begins with a time.
fn stamped(captures: &mut Captures, part: Part, line: &[u8], text: &[u8]) -> Verdict {
    let known = if text == line { Verdict::default() } else { judge(captures, part, text) };
    if known.stamped { known } else { Verdict::default() }
}

/// The program that the lines of an exported entry of the journal are read as.
const JOURNAL: &[u8] = b"journal";

/// The pattern that claims a body, the trace of its line, and whether it holds a password. `part` is the
/// part of the open document for a line without a frame. No program writes a line longer than [`LONGEST`]:
/// what is longer is not read, so that work on one line stays bounded.
fn claim(
    captures: &mut Captures,
    tracer: &mut Tracer,
    line: u32,
    origin: &Origin<'_>,
    part: Option<Part>,
    body: &[u8],
) -> Option<(u16, u32, bool)> {
    if body.len() > LONGEST {
        return None;
    }
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

/// Bodies of no trace that come again and again: two of five lines of a qmail log are `status:` lines, and
/// there are few of them. Their pattern need not be found each time.
#[derive(Debug)]
struct Repeated {
    /// Each body has one place, which the latest of that place keeps.
    places: Vec<([u8; Repeated::LONGEST], u8, u16)>,
}

impl Default for Repeated {
    fn default() -> Repeated {
        Repeated { places: vec![([0; Repeated::LONGEST], 0, UNREAD); Repeated::PLACES] }
    }
}

impl Repeated {
    const LONGEST: usize = 48;
    const PLACES: usize = 1024;

    fn place(body: &[u8]) -> usize {
        let mut hasher = FxHasher::default();
        hasher.write(body);
        hasher.finish() as usize % Repeated::PLACES
    }

    /// The pattern that claimed this very body.
    fn get(&self, body: &[u8]) -> Option<u16> {
        if body.len() > Repeated::LONGEST || body.is_empty() {
            return None;
        }
        let (kept, length, entry) = &self.places[Repeated::place(body)];
        (&kept[..usize::from(*length)] == body).then_some(*entry)
    }

    /// Keeps the pattern of a body, where it tells of no trace.
    fn put(&mut self, body: &[u8], entry: u16) {
        if body.len() <= Repeated::LONGEST && CATALOGUE.entry(entry).pattern.step == Step::Alone {
            let (kept, length, of) = &mut self.places[Repeated::place(body)];
            kept[..body.len()].copy_from_slice(body);
            (*length, *of) = (body.len() as u8, entry);
        }
    }
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
    mends: Mends,
    /// Bytes that were pasted.
    bytes: u64,
    /// The lines that can be seen, by their index from 0, with the text that they have for now.
    rewritten: Option<FxHashMap<u32, Vec<u8>>>,
    /// Why traces did not work, as far as somebody asked: a search asks again with every key.
    whys: RefCell<FxHashMap<u32, Why>>,
    sources: Vec<Source>,
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
    /// It holds nothing, or is a piece of a broken line.
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

    /// Shows times in another way from now on; reads the log again where the zone or year of its stamps
    /// changed, or whether it is mended.
    pub fn set(&mut self, settings: Settings) {
        let read = |settings: &Settings| (settings.source_zone.clone(), settings.year, settings.mend);
        let same = read(&settings) == read(&self.settings);
        if same {
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
            let bytes = self.bytes;
            *self = reader.finish();
            self.bytes = bytes;
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

    /// The files or pastes that it was read from, in order; none where the reader was told of none.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// How many lines it has.
    pub fn lines(&self) -> u32 {
        self.text.lines()
    }

    /// Counts over the whole log.
    pub fn summary(&self) -> Summary {
        let mut summary = Summary {
            bytes: self.bytes,
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
        summary.notices = explain::notices(self);
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
            let stamp = frame(source(&self.text, &self.mends, index)).stamp;
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

    /// The lines of one trace, from 1, ascending.
    pub fn lines_of(&self, trace: u32) -> &[u32] {
        self.lines_by_trace.of(trace)
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
            None | Some(&(BLANK | CONTINUED)) => Claim::Nothing,
            Some(&number) => Claim::Entry(number),
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
        let entry = (number < CONTINUED && CATALOGUE.fits(number, &body, &mut captures))
            .then(|| CATALOGUE.entry(number));
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

    /// Why a trace did not work and who must act.
    pub fn why(&self, trace: u32) -> Why {
        let known = self.whys.borrow().get(&trace).copied();
        known.unwrap_or_else(|| {
            let why = explain::why(self, trace);
            self.whys.borrow_mut().insert(trace, why);
            why
        })
    }

    /// What the list of traces shows of one; `None` past the last trace.
    pub fn row(&self, trace: u32) -> Option<report::export::Row> {
        (trace < self.traces()).then(|| explain::row(self, trace))
    }

    /// The traces that match a query, most serious first; an empty query matches all. See [`search`].
    pub fn find(&self, query: &str) -> Vec<u32> {
        Search::traces(self, Query::new(query)).finish(self)
    }

    /// The lines that match a query, from 1, ascending; an empty query matches all. See [`Search::lines`].
    pub fn find_lines(&self, query: &str) -> Vec<u32> {
        Search::lines(self, Query::new(query)).finish(self)
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

    /// The report on some traces and their lines; its summary counts the whole log.
    pub fn report_on(&self, traces: &[u32]) -> report::export::Report {
        let mut lines: Vec<u32> = traces.iter().flat_map(|&trace| self.lines_of(trace)).copied().collect();
        lines.sort_unstable();
        report::export::Report {
            schema: "maillens/1".into(),
            summary: self.summary(),
            lines: lines.into_iter().filter_map(|line| self.line(line)).collect(),
            traces: traces.iter().filter_map(|&trace| self.trace(trace)).collect(),
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
