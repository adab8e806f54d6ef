//! A log that was read: its bytes, and a few columns of numbers for every line.
//!
//! Reading is cheap and done for every line: where it starts, its time, the pattern that claims it, the
//! trace it belongs to. Everything else is made from these on demand, for what is asked for.

use crate::export::{MessageCounts, State, Summary};
use crate::format::{Led, Part, Place, Role, Step};
use crate::frame::{Framed, Origin, frame, heads, journal};
use crate::knowledge::{fault, obstacle};
use crate::mend::wrap::{self, Fragment, Piece, Width};
use crate::mend::{self, Damage, LONGEST, Marks, Mend, Mended, Mends, Verdict};
use crate::pattern::{CATALOGUE, Captures, Entry, partly};
use crate::secrets::Net;
use crate::settings::Settings;
use crate::text::{Span, Text, cut, is_blank, prose, utf16::Decoder};
use crate::time::{Clock, Instant, NEVER, year_of};
use crate::trace::{Attempt, Crowd, Link, NONE, Said, Trace, Tracer, crowds, event};
use crate::vocabulary::{Assumed, AttemptOutcome, Level, Outcome, TraceType, Why};
use rustc_hash::{FxHashMap, FxHashSet, FxHasher};
use std::borrow::Cow;
use std::cell::RefCell;
use std::cmp::Reverse;
use std::hash::Hasher;

/// The pattern of a line that no format claims.
const UNREAD: u16 = u16::MAX;
/// The pattern of a line that is no log.
const OTHER: u16 = u16::MAX - 1;
/// The pattern of a line that holds nothing.
const BLANK: u16 = u16::MAX - 2;
/// The pattern of a line that is a piece of the broken line before it.
const CONTINUED: u16 = u16::MAX - 3;
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
    /// Masks secrets before a line is kept.
    net: Net,
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
    /// The lines, by their index from 0, whose head no framing knows as a whole.
    headed: Vec<u32>,
    marks: Marks,
    /// The frame of a line that was looked at before its turn.
    peeked: Option<(u32, Framed)>,
    /// The width of the lines around a block of lines.
    width: Option<(u32, Width)>,
    /// The columns of the table of events whose rows are being read.
    heading: Option<mend::record::Heading>,
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
            headed: Vec::new(),
            marks: Marks::default(),
            peeked: None,
            width: None,
            heading: None,
            export: None,
        };
        let (text, decoder, net) = (Text::default(), Decoder::default(), Net::default());
        Reader { text, indexer, decoder, net, bytes: 0, sources: Vec::new() }
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
        let (text, mut fits) = (&mut self.text, true);
        self.net.push(bytes, &mut |part| fits &= text.push(part) == part.len());
        self.indexer.split(&mut self.text);
        self.indexer.index(&self.text, if self.indexer.settings.mend { AHEAD } else { 0 });
        if fits { Ok(()) } else { Err(TooLarge) }
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
        let mut keep = |part: &[u8]| {
            self.text.push(part);
        };
        self.net.push(&rest, &mut keep);
        self.net.finish(&mut keep);
        self.text.finish();
        self.indexer.split(&mut self.text);
        self.indexer.index(&self.text, 0);
        self.indexer.end_entry(&self.text, self.text.lines());
    }

    /// Ends the log and ties its traces together.
    pub fn finish(mut self) -> Log {
        self.end();
        let Reader { text, mut indexer, net, bytes, sources, .. } = self;
        let now = indexer.settings.now.saturating_add(86_400).saturating_mul(1_000_000_000);
        if indexer.settings.year.is_none() && indexer.clock.latest_assumed() > now {
            indexer.date_back(&text, now);
        }
        indexer.hear(&text);
        let mut links = indexer.tracer.finish(&indexer.columns.time);
        for (line, trace) in indexer.tracer.late.drain(..) {
            indexer.columns.trace[line as usize] = trace;
        }
        links.extend(indexer.events(&text));
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
            secrets: net.lines,
            mends: indexer.mends,
            headed: indexer.headed,
            bytes,
            sources,
            rewritten: None,
            whys: RefCell::default(),
        }
    }
}

impl Indexer {
    /// Takes lines apart in which pasting ran several records together: each is claimed by its own head, and what stands
    /// in front of the first is words or a record itself.
    fn split(&mut self, text: &mut Text) {
        let captures = &mut self.captures;
        let mut is_record = |part: &[u8]| {
            let mut known = |text: &[u8]| judge(captures, Part::Outside, text);
            let entry = known(part).entry.or_else(|| mend::line(part, 0, &mut known)?.1.entry);
            entry.is_some_and(|entry| !CATALOGUE.entry(entry).pattern.loose)
        };
        let are_words = |text: &[u8]| {
            let word =
                |word: &[u8]| word.iter().all(|byte| byte.is_ascii_alphabetic() || b"',.-".contains(byte));
            prose::is(text)
                || text.split(|byte| *byte == b' ').filter(|text| !text.is_empty() && word(text)).count() > 3
                    && memchr::memmem::find(text, b": ").is_none()
        };
        let mend = self.settings.mend;
        text.split(|line| {
            let mut begins = if mend && line.len() <= LONGEST { heads::inside(line) } else { Vec::new() };
            while !begins.is_empty() {
                let ends = begins.iter().skip(1).copied().chain([line.len()]);
                let wrong = begins.iter().zip(ends).position(|(&begin, end)| !is_record(&line[begin..end]));
                let front = line[..begins[0]].trim_ascii();
                match wrong {
                    Some(wrong) => drop(begins.remove(wrong)),
                    None if is_record(front) => break,
                    // Words in front of the first record stay in front of it.
                    None => {
                        begins.remove(0);
                        if are_words(front) {
                            break;
                        }
                    }
                }
            }
            begins
        });
    }

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
        if self.settings.mend && is_quoted(self.tracer.part(), line, &framed) && mend::is_blank(line) {
            self.tracer.blank();
            self.put(NEVER, BLANK);
            return;
        }
        let suspicious = self.settings.mend && self.is_suspicious(text, index, line, &framed);
        let mended = if suspicious { self.mend(text, index, None) } else { None };
        if mended.is_none() && self.read(index, line, &framed, suspicious || !self.settings.mend) {
            return;
        }
        let known = by_head(&mut self.captures, line, &framed, false).unwrap_or_default();
        let known = Verdict { stamped: known.stamped || framed.stamp.is_some(), ..known };
        match mended.or_else(|| self.mend(text, index, Some(known))) {
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
                self.read(index, line, &framed, true);
            }
        }
    }

    /// Reads a line, as it stands or as it was before it was damaged. A line that nothing claims is left for another
    /// try, which false says, unless this is the `last` one.
    fn read(&mut self, index: u32, line: &[u8], framed: &Framed, last: bool) -> bool {
        // Only a line without a frame can belong to something that was pasted whole.
        let part = (framed.body == 0).then(|| self.tracer.part());
        let quoted = part.is_some_and(Part::is_quoted);
        if part.is_some() && !quoted && self.read_by_head(index, line, true) {
            return true;
        }
        let Indexer { tracer, captures, repeated, .. } = self;
        let origin = framed.origin(line);
        let body = framed.body(line);
        let may_repeat = part.is_none() && origin.program.is_empty();
        let known = if may_repeat { repeated.get(&body) } else { None };
        let claimed = if let Some(entry) = known {
            tracer.close();
            Some((entry, NONE, false))
        } else {
            claim(captures, tracer, index, &origin, part, &body)
        };
        let claimed =
            claimed.or_else(|| if last { printed(captures, tracer, index, framed, line) } else { None });
        if claimed.is_none() {
            if !last {
                return false;
            }
            if !quoted && self.read_by_head(index, line, false) {
                return true;
            }
            self.put_unclaimed(line, framed);
            return true;
        }
        let Indexer { clock, repeated, .. } = self;
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

    /// Ends the row of a line that no pattern claims: its program may be known. One without a head may be no log; a
    /// paragraph goes on as it began.
    fn put_unclaimed(&mut self, line: &[u8], framed: &Framed) {
        let goes_on = self.columns.entry.last() == Some(&OTHER) && prose::goes_on(line);
        if framed.body == 0 && (goes_on || prose::is(line)) {
            self.put(NEVER, OTHER);
        } else {
            let Indexer { clock, tracer, captures, columns, .. } = self;
            let time = framed.stamp.map_or(NEVER, |stamp| clock.instant(stamp));
            let (index, origin) = (columns.entry.len() as u32, framed.origin(line));
            let severity = framed.severity.of(line);
            let body = framed.body(line);
            let claimed = mention(captures, tracer, index, &origin, severity, &body)
                .or_else(|| by_library(captures, tracer, index, &origin, &body));
            self.put_claimed(time, claimed);
        }
    }

    /// Where nothing of the paste was read, what it says of an app's trouble counts, in whatever sentence it stands.
    fn hear(&mut self, text: &Text) {
        let is_read = |&number: &u16| number < CONTINUED && CATALOGUE.entry(number).format.realm != TICKET;
        if self.columns.entry.iter().any(is_read) {
            return;
        }
        let Indexer { columns, tracer, captures, .. } = self;
        for index in 0..columns.entry.len() {
            let line = text.line(index as u32);
            if columns.entry[index] < CONTINUED || line.len() > LONGEST {
                continue;
            }
            if let Some(number) = CATALOGUE.told_trouble(line, captures) {
                let entry = CATALOGUE.entry(number);
                let trace = take(captures, tracer, index as u32, &Origin::default(), entry, line);
                (columns.entry[index], columns.trace[index]) = (number, trace);
            }
        }
    }

    /// Reads a line by a head that no framing knows as a whole: where it is `sure`, only what is claimed then and can
    /// begin nothing else. False where there is none.
    fn read_by_head(&mut self, index: u32, line: &[u8], sure: bool) -> bool {
        let Indexer { tracer, captures, .. } = self;
        let mut heads = heads::heads(line).filter(|head| head.opens || !sure).peekable();
        let Some(first) = heads.peek().copied() else { return false };
        let claimed = heads.find_map(|head| {
            claim(captures, tracer, index, &head.framed.origin(line), None, &head.framed.body(line))
        });
        let claimed = claimed
            .or_else(|| if sure { None } else { printed(captures, tracer, index, &first.framed, line) });
        if claimed.is_none() && (sure || !first.opens) {
            return false;
        }
        self.headed.push(index);
        if claimed.is_none() {
            self.put_unclaimed(line, &first.framed);
        } else {
            let time = first.framed.stamp.map_or(NEVER, |stamp| self.clock.instant(stamp));
            self.put_claimed(time, claimed);
        }
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
        if (framed.stamp.is_some() || framed.body == 0 && heads::opens(line, line))
            && let Some(next) = following(text, index, line)
        {
            let framed = frame(text.line(next));
            self.peeked = Some((next, framed));
            if framed.stamp.is_none() && !heads::opens(text.line(next), line) {
                return true;
            }
        }
        let start = text.start(index);
        let marked = self.marks.may_stand(text.bytes(), start, start + line.len());
        marked && mend::is_suspicious(line)
            || framed.body == 0
                && (mend::opens(line)
                    || mend::is_talk(line)
                    || mend::is_indented(line)
                    || is_quoted(self.tracer.part(), line, framed))
    }

    /// What a line was before it was damaged, and the last line that it goes on in; `own` is what is known
    /// of it as it stands.
    fn mend(&mut self, text: &Text, index: u32, own: Option<Verdict>) -> Option<(u32, Mended)> {
        if !self.settings.mend {
            return None;
        }
        let Indexer { tracer, captures, width, heading, .. } = self;
        let part = tracer.part();
        let (line, at) = (text.line(index), text.start(index));
        if line.len() > LONGEST {
            return None;
        }
        // A line that hides a time is none of a document: what it is as it stands need not be asked.
        let framed = frame(line);
        let quoted = own.is_none() && is_quoted(part, line, &framed);
        let hides = own.is_none() && framed.body == 0 && mend::opens(line);
        let hidden = hides.then(|| mend::line(line, at, &mut |text| stamped(captures, part, line, text)));
        let hidden = hidden.flatten().filter(|(_, known)| known.stamped);
        let own = own.unwrap_or_else(|| match hidden {
            Some(_) => Verdict::default(),
            None if quoted => Verdict::default(),
            None => judge(captures, part, line),
        });
        // What is shown of a conversation is often known only as something typed as it stands, or as the begin of a reply
        // whose lines were joined.
        let of_own = own.entry.map(|own| CATALOGUE.entry(own).pattern);
        // A notice that quotes a reply is read as it stands.
        let is_notice = own.entry.is_some_and(|own| {
            let own = CATALOGUE.entry(own);
            own.format.realm == NOTICE && own.may_hold(Role::Reply)
        });
        // A line of a log that quotes a reply is none of a conversation.
        let bare = framed.body == 0;
        let of_log = |own: u16| !matches!(CATALOGUE.entry(own).format.place, Place::Document(_));
        let headed = own.stamped && own.entry.is_some_and(of_log)
            || (bare || !framed.program.is_empty()) && by_head(captures, line, &framed, bare).is_some();
        let behind = hidden.as_ref().is_some_and(|(_, known)| known.entry.is_some());
        if !headed
            && !behind
            && !is_notice
            && of_own.is_none_or(|own| own.loose || own.id.ends_with("-and-more"))
        {
            let mut talk = |text: &[u8]| {
                let known = judge(captures, part, text);
                let better = known.entry.filter(|&new| {
                    let of = CATALOGUE.entry(new);
                    let tells = !of.pattern.loose || text.starts_with(b"C: ");
                    let better = of_own.is_none_or(|old| {
                        if old.loose { Some(new) < own.entry } else { Some(new) != own.entry }
                    });
                    let fits =
                        of.format.realm == DIALOGUE || of.format.realm == NOTICE && text.starts_with(b"S: ");
                    better && tells && fits
                });
                Verdict { entry: better, ..known }
            };
            // A line of a log that quotes a reply is none of a conversation.
            if let Some((said, _)) = mend::talk(line, at, &mut talk)
                && mend::line(line, at, &mut |text| stamped(captures, part, line, text))
                    .is_none_or(|(_, known)| known.entry.is_none())
            {
                return Some((index, said));
            }
        }
        let mut judge = |text: &[u8]| if text == line { own } else { judge(captures, part, text) };
        if own.entry.is_none_or(|own| CATALOGUE.entry(own).pattern.loose)
            && !behind
            && let Some(record) = mend::record::of(text, index, heading)
            && judge(&record.1.text).entry.is_some()
        {
            return Some(record);
        }
        let before = hidden.as_ref().map_or(own, |(_, known)| *known).entry;
        if bare && mend::is_indented(line) {
            let whole = mend::unindented(line, at);
            if judge(&whole.text).entry.is_some_and(|entry| before.is_none_or(|before| entry < before)) {
                return Some((index, whole));
            }
        }
        if let Some((whole, known)) = mend::unpadded(line, at, &mut judge)
            && (before.is_none() || known.entry < before)
        {
            return Some((index, whole));
        }
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
                let next = if cut { None } else { judge(more[0].text).entry };
                // What only ever follows another line is never the rest of it.
                let follows = |next| CATALOGUE.entry(next).pattern.step == Step::Follow;
                if verdict.entry.is_some() && next.is_some_and(|next| width.breaks < 2 || follows(next)) {
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
            let claimed = claim(captures, tracer, index, &origin, None, &body)
                .or_else(|| mention(captures, tracer, index, &origin, b"", &body));
            let (entry, trace, password) = claimed.unwrap_or((UNREAD, NONE, false));
            columns.entry[index as usize] = entry;
            columns.trace[index as usize] = trace;
            self.passwords |= password;
        }
    }

    /// Makes events of the lines that belong to no trace and tell of a problem, and of whatever else was read where
    /// there is no trace at all; returns what they explain.
    fn events(&mut self, text: &Text) -> Vec<Link> {
        let mut reports = Vec::new();
        self.report(text, Level::Temporary, &mut reports);
        if self.tracer.traces.is_empty() {
            self.report(text, Level::Info, &mut reports);
        }
        let Indexer { columns, tracer, mends, headed, .. } = self;
        let beside = std::mem::take(&mut tracer.beside);
        let mut links: Vec<Link> = beside
            .iter()
            .filter_map(|&(line, to)| {
                let from = columns.trace[line as usize];
                (from != NONE).then_some(Link { from, to, led: Led::Cause, line, guess: false })
            })
            .collect();
        reports.retain(|report| report.at != NEVER);
        reports.sort_by_key(|report| report.at);
        let of = |trace: u32| {
            let index = tracer.traces[trace as usize].last;
            let line = source(text, mends, index);
            let entry = Some(columns.entry[index as usize]).filter(|entry| *entry < CONTINUED);
            (
                framed(headed, index, line).host.of(line),
                entry.map_or("", |entry| CATALOGUE.entry(entry).format.realm),
            )
        };
        links.extend(event::explain(&tracer.traces, &reports, &columns.time, of));
        let mut seen = FxHashSet::default();
        links.retain(|link| seen.insert((link.from, link.to)));
        links
    }

    /// Makes events of the lines, from this level on, that belong to no trace.
    fn report(&mut self, text: &Text, from: Level, reports: &mut Vec<event::Report>) {
        let mut known: FxHashMap<u64, u32> = FxHashMap::default();
        for index in 0..self.columns.entry.len() {
            let (number, line) = (self.columns.entry[index], index as u32);
            if number >= CONTINUED || self.columns.trace[index] != NONE {
                continue;
            }
            let entry = CATALOGUE.entry(number);
            let level = entry.pattern.level;
            if level < from || matches!(entry.format.place, Place::Document(_)) {
                continue;
            }
            let whole = source(text, &self.mends, line);
            let framed = framed(&self.headed, line, whole);
            let program = framed.program.of(whole);
            let tracer = &mut self.tracer;
            // What is normal and asks for nothing is told together.
            let note = level < Level::Temporary && entry.pattern.help.steps.is_empty() && !entry.partly;
            let key = if note { 0 } else { event::key(entry, program, &framed.body(whole)) };
            let event = *known
                .entry(key)
                .and_modify(|event| tracer.reported(*event, line, level))
                .or_insert_with(|| tracer.event(line, level));
            self.columns.trace[index] = event;
            if level >= Level::Permanent {
                reports.push(event::Report {
                    line,
                    event,
                    at: self.columns.time[index],
                    host: framed.host.of(whole).to_vec(),
                    realm: entry.format.realm,
                    checks: event::checks_passwords(program),
                    follows: entry.pattern.follows,
                });
            }
        }
    }

    /// Dates the lines that name no year again, in the latest year that leaves none in the future.
    fn date_back(&mut self, text: &Text, now: Instant) {
        let mut year = year_of(self.settings.now);
        while self.clock.latest_assumed() > now && year > 1970 {
            year -= 1;
            self.clock = Clock::new(self.settings.source_zone.clone(), year);
            for index in 0..text.lines() {
                let line = source(text, &self.mends, index);
                if let Some(stamp) = framed(&self.headed, index, line).stamp {
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

/// True for a line of a notice or a mail with the mark of a quote in front, which their own lines do not have.
fn is_quoted(part: Part, line: &[u8], framed: &Framed) -> bool {
    let told = matches!(part, Part::Headers | Part::Text | Part::Paragraph | Part::Report | Part::Diagnostic);
    told && framed.body == 0 && line.starts_with(b">")
}

/// What stands in front of a line, by its index from 0.
fn framed(headed: &[u32], index: u32, line: &[u8]) -> Framed {
    let by_head = headed.binary_search(&index).ok().and_then(|_| heads::heads(line).next());
    by_head.map_or_else(|| frame(line), |head| head.framed)
}

/// The next line that holds something, where it is near.
fn following(text: &Text, index: u32, line: &[u8]) -> Option<u32> {
    let last = index.saturating_add(wrap::BLANKS + 1).min(text.lines().saturating_sub(1));
    (index + 1..=last).find(|&next| !mend::is_between(line, text.line(next)))
}

/// True for a line that begins with a time, whatever was done to it, or with another head.
fn begins(line: &[u8], before: &[u8]) -> bool {
    frame(line).stamp.is_some() || mend::opens(line) || heads::opens(line, before)
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
        if size > LONGEST || journal::begins_entry(piece) || begins(piece, text.line(index)) {
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
            (of, next.filter(|next| next.len() <= LONGEST && !begins(next, of)))
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
    let quoted = framed.body == 0 && part.is_quoted();
    if framed.body == 0
        && !quoted
        && let Some(known) = by_head(captures, text, &framed, true)
    {
        return known;
    }
    let entry = if !says(&body) {
        // The line goes on where it was broken, right behind its head, or a time ended it.
        None
    } else if framed.body == 0 {
        CATALOGUE.claim_in(part, &body, captures)
    } else {
        CATALOGUE.claim(framed.program.of(text), &body, captures)
    };
    // A line of a mail's text may be any; what stands behind the mark of a quote may be more.
    let entry = entry
        .filter(|&entry| !(text.starts_with(b">") && CATALOGUE.entry(entry).pattern.template == "{text}"));
    let verdict = Verdict { stamped: framed.stamp.is_some(), entry };
    let by_head = if entry.is_none() && !quoted { by_head(captures, text, &framed, false) } else { None };
    by_head.unwrap_or(verdict)
}

/// What is known of a line by a head that no framing knows as a whole; where it is `sure`, by one that can begin
/// nothing else.
fn by_head(captures: &mut Captures, line: &[u8], framed: &Framed, sure: bool) -> Option<Verdict> {
    let heads = heads::heads(line).filter(|head| (head.opens || !sure) && head.framed != *framed);
    heads.into_iter().find_map(|head| {
        let body = head.framed.body(line);
        let entry = says(&body).then(|| CATALOGUE.claim(head.framed.program.of(line), &body, captures))??;
        Some(Verdict { stamped: head.framed.stamp.is_some(), entry: Some(entry) })
    })
}

/// True for a text that holds more than blanks and quotes.
fn says(text: &[u8]) -> bool {
    !is_blank(text) && text.iter().any(|byte| !b" \t\r\"'".contains(byte))
}

/// What is known of a part of a line, where that begins with a time.
fn stamped(captures: &mut Captures, part: Part, line: &[u8], text: &[u8]) -> Verdict {
    let known = if text == line { Verdict::default() } else { judge(captures, part, text) };
    if known.stamped { known } else { Verdict::default() }
}

/// The realm of the formats of a conversation.
const DIALOGUE: &str = "dialogue";
/// The realm of what stands around a log in a ticket.
const TICKET: &str = "ticket";
/// The realm of the formats of notices.
const NOTICE: &str = "notice";

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
    Some((number, take(captures, tracer, line, origin, entry, body), password))
}

/// The same for what stands behind the name of a container alone: whatever its program prints, a log or not.
fn printed(
    captures: &mut Captures,
    tracer: &mut Tracer,
    index: u32,
    framed: &Framed,
    line: &[u8],
) -> Option<(u16, u32, bool)> {
    let bare = framed.body > 0 && *framed == Framed { body: framed.body, ..Framed::default() };
    let part = bare.then(|| tracer.part())?;
    // What a program logs says more.
    if by_head(captures, line, framed, false).is_some() {
        return None;
    }
    claim(captures, tracer, index, &Origin::default(), Some(part), &framed.body(line))
}

/// The same for a body that no pattern claims, where its program is known.
fn mention(
    captures: &mut Captures,
    tracer: &mut Tracer,
    line: u32,
    origin: &Origin<'_>,
    severity: &[u8],
    body: &[u8],
) -> Option<(u16, u32, bool)> {
    if body.len() > LONGEST || is_blank(body) {
        return None;
    }
    let fault = fault::first(body).is_some();
    let reply = partly::reply(body);
    let level = match partly::level(severity, body) {
        // No program says that all is well in the words of a fault, or of a refusal.
        Level::Info if reply == Some(5) => Level::Permanent,
        Level::Info if fault || reply.is_some() => Level::Warning,
        level => level,
    };
    // Of a program that is not known, what knowledge knows is read.
    let other = || {
        (!origin.program.is_empty() && (fault || reply.is_some())).then(|| CATALOGUE.other(level)).flatten()
    };
    let number = CATALOGUE.partly(origin.program, body, level).or_else(other)?;
    captures.clear();
    tracer.close();
    Some((number, take(captures, tracer, line, origin, CATALOGUE.entry(number), body), false))
}

/// The same for a body behind a time, where a conversation is open or the text shows that a library of websites and
/// scripts wrote it.
fn by_library(
    captures: &mut Captures,
    tracer: &mut Tracer,
    line: u32,
    origin: &Origin<'_>,
    body: &[u8],
) -> Option<(u16, u32, bool)> {
    let part = tracer.part();
    if body.len() > LONGEST || part == Part::Outside && !obstacle::names_library(body) {
        return None;
    }
    let number = CATALOGUE.trouble_in(part, body, captures)?;
    Some((number, take(captures, tracer, line, origin, CATALOGUE.entry(number), body), false))
}

/// The trace of a line.
fn take(
    captures: &Captures,
    tracer: &mut Tracer,
    line: u32,
    origin: &Origin<'_>,
    entry: &Entry,
    body: &[u8],
) -> u32 {
    let Origin { host, program, pid, user, session, client, stamp: _ } = *origin;
    tracer.take(&Said { line, host, program, pid, user, session, client, entry, body, captures })
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

    /// All of its bytes, as pasted, with its secrets masked.
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

    /// Counts over the whole log, without what [`Log::summary`] says of it.
    pub(crate) fn counts(&self) -> Summary {
        let mut summary = Summary {
            bytes: self.bytes,
            lines: self.text.lines(),
            passwords: self.passwords || self.secrets > 0,
            secrets: self.secrets,
            ..Summary::default()
        };
        for index in 0..self.text.lines() {
            *match self.state_of(index) {
                State::Read => &mut summary.read,
                State::Partly => &mut summary.partly,
                State::Unread => &mut summary.unread,
                State::Other => &mut summary.other,
                State::Blank => &mut summary.blank,
            } += 1;
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
        causes.sort_by_key(|link| (link.guess, vague(link), Reverse(serious(link)), Reverse(link.line)));
        causes
    }

    /// The traces in the order in which people see them: events that explain what happened to others, failed and
    /// waiting messages, failed log-ins, other events, the rest. Strangers who were refused come last, where
    /// anything else went wrong.
    pub fn order(&self) -> Vec<u32> {
        let mut explains = vec![false; self.traces.len()];
        // A message that failed has a reason of its own more often than not.
        let sure = |link: &&Link| !link.guess || self.traces[link.to as usize].kind == TraceType::Session;
        for link in self.links.iter().filter(|link| link.led == Led::Cause).filter(sure) {
            explains[link.from as usize] = true;
        }
        // A check that a refusal rests on is told with it.
        let mut checks = vec![false; self.traces.len()];
        for link in self.links.iter().filter(|link| link.led == Led::Check) {
            checks[link.to as usize] = self.traces[link.from as usize].outcome.is_problem();
        }
        let wrong = |trace: &Trace| match trace.kind {
            TraceType::Event => trace.outcome == Outcome::Failed,
            TraceType::Connection => false,
            _ => trace.outcome.is_problem(),
        };
        let others = self.traces.iter().any(|trace| trace.kind != TraceType::Dialogue && wrong(trace));
        // What our own log says of it goes before what a program or a person says.
        let logged = self.traces.iter().any(|trace| {
            trace.kind != TraceType::Dialogue
                && (wrong(trace) || trace.kind == TraceType::Connection && trace.outcome.is_problem())
        });
        let follows = |trace: &Trace| {
            let entry = self.columns.entry[trace.first as usize];
            entry < CONTINUED && CATALOGUE.entry(entry).pattern.follows
        };
        let rank = |number: u32| {
            let trace = &self.traces[number as usize];
            let rank = match trace.kind {
                TraceType::Event if follows(trace) => 5,
                TraceType::Event if explains[number as usize] && trace.outcome == Outcome::Failed => 0,
                TraceType::Event if trace.outcome == Outcome::Failed => 3,
                TraceType::Event if trace.is_serious() => 5,
                TraceType::Event => 7,
                TraceType::Connection if checks[number as usize] => 8,
                TraceType::Connection if trace.outcome.is_problem() && trace.has_fault() => 2,
                TraceType::Connection if trace.outcome.is_problem() => {
                    if others {
                        8
                    } else {
                        4
                    }
                }
                TraceType::Session if trace.outcome.is_problem() => 2,
                TraceType::Dialogue if trace.outcome.is_problem() && logged => 5,
                _ if trace.outcome.is_problem() => 1,
                _ => 6,
            };
            (rank, !trace.is_serious(), trace.outcome)
        };
        let mut order: Vec<u32> = (0..self.traces()).collect();
        order.sort_by_key(|&number| rank(number));
        order
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
                journal::origin(lines.map(|index| self.text.line(index)))
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
