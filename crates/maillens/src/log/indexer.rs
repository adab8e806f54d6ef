//! Reads the lines of a text, one after the other, into the columns of a log.

use super::ahead::{self, Ahead, Repeated};
use super::claim::{
    by_head, by_library, claim, claim_behind, claimed, judge, mention, printed, stamped, take,
};
use super::{BLANK, CONTINUED, Columns, OTHER, UNREAD, framed, source};
use crate::format::{Effect, Led, Part, Place, Role};
use crate::frame::{Framed, Origin, frame, heads, journal};
use crate::mend::wrap::{self, Fragment, Piece, Width};
use crate::mend::{self, LONGEST, Likeness, Marks, Mended, Mends};
use crate::pattern::{CATALOGUE, Captures};
use crate::settings::Settings;
use crate::text::slices::slices;
use crate::text::{Span, Text, is_blank, prompt, prose};
use crate::time::{Clock, Instant, NEVER, year_of};
use crate::trace::{Link, NONE, Tracer, event};
use crate::vocabulary::Level;
use rustc_hash::{FxHashMap, FxHashSet, FxHasher};
use std::hash::{Hash, Hasher};
use std::ops::Range;

/// The realm of the formats of a conversation.
const DIALOGUE: &str = "dialogue";
/// The realm of what stands around a log in a ticket.
const TICKET: &str = "ticket";
/// The realm of the formats of notices.
const NOTICE: &str = "notice";

/// The program that the lines of an exported entry of the journal are read as.
const JOURNAL: &[u8] = b"journal";
/// Lines are read when so many more are known: what a line was may show only in those that follow, and
/// the same must show however the paste comes.
const AHEAD: u32 = 2 * BLOCK + (wrap::PIECES as u32 + 1) * (wrap::BLANKS + 1);
/// The column that lines were broken at is looked for in so many lines at once.
const BLOCK: u32 = 32;

/// Reads the lines of a text, one after the other.
#[derive(Debug)]
pub(super) struct Indexer {
    pub(super) settings: Settings,
    clock: Clock,
    pub(super) columns: Columns,
    pub(super) tracer: Tracer,
    pub(super) passwords: bool,
    captures: Captures,
    repeated: Repeated,
    /// How many threads find out what lines say by themselves.
    pub(super) threads: usize,
    ahead: Ahead,
    pub(super) mends: Mends,
    /// The lines, by their index from 0, whose head no framing knows as a whole.
    pub(super) headed: Vec<u32>,
    marks: Marks,
    /// The frame of a line that was looked at before its turn.
    peeked: Option<(u32, Framed)>,
    /// The width of the lines around a block of lines.
    width: Option<(u32, Width)>,
    /// The columns of the table of events whose rows are being read.
    heading: Option<mend::record::Heading>,
    /// The line that began the exported entry of the journal which is being read, and what a quote put in front of each.
    export: Option<(u32, Vec<u8>)>,
    /// The first lines of a paste by their text without the host, and which of them came again, as which.
    seen: FxHashMap<u64, u32>,
    again: Vec<(u32, u32)>,
    /// The latest time that was read.
    latest: Instant,
    /// True below a command that somebody typed and that shows no log, up to a blank line or the next head.
    output: bool,
}
/// What shows how a name or a port is, whatever the trouble is.
const TRIED: &[&str] = &["dns-lookup", "test-net-connection"];

/// The marks before what journalctl -x explains of its lines.
const EXPLAINED: &str = "\u{2591}\u{2591} ";

impl Indexer {
    pub(super) fn new(settings: Settings) -> Indexer {
        let year = settings.year.unwrap_or_else(|| year_of(settings.now));
        Indexer {
            clock: Clock::new(settings.source_zone.clone(), year),
            settings,
            columns: Columns::default(),
            tracer: Tracer::default(),
            passwords: false,
            captures: Captures::new(),
            repeated: Repeated::default(),
            threads: 1,
            ahead: Ahead::default(),
            mends: Mends::default(),
            headed: Vec::new(),
            marks: Marks::default(),
            peeked: None,
            width: None,
            heading: None,
            export: None,
            seen: FxHashMap::default(),
            again: Vec::new(),
            latest: Instant::MIN,
            output: false,
        }
    }

    /// Takes lines apart in which pasting ran several records together: each is claimed by its own head, and what stands
    /// in front of the first is words or a record itself.
    /// Gives the new lines.
    pub(super) fn split(&mut self, text: &mut Text) -> Range<u32> {
        let new = text.unsplit();
        if self.settings.mend {
            let several = |lines: Range<usize>| {
                let several = |index: &u32| {
                    text.line(*index).len() <= LONGEST && !heads::inside(text.line(*index)).is_empty()
                };
                (lines.start as u32..lines.end as u32).filter(several).collect::<Vec<u32>>()
            };
            let several = slices(self.threads, new.start as usize..new.end as usize, several).concat();
            self.split_lines(text, &several);
        } else {
            text.split(&[], |_| Vec::new());
        }
        new.start..text.lines()
    }

    /// Takes those of these lines apart that hold several records.
    fn split_lines(&mut self, text: &mut Text, lines: &[u32]) {
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
        text.split(lines, |line| {
            let mut begins = heads::inside(line);
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

    /// Indexes the lines before these new ones, while other threads find out what the new ones say by themselves.
    pub(super) fn advance(&mut self, text: &Text, new: Range<u32>) {
        let hold = if self.settings.mend { AHEAD } else { 0 };
        if self.threads < 2 {
            return self.index(text, hold);
        }
        let others = self.threads - 1;
        let found = Ahead::look(text, new.clone(), others, || self.index(text, hold.max(new.len() as u32)));
        self.ahead.add(found);
    }

    /// Indexes the lines that became complete, but for the last ones.
    pub(super) fn index(&mut self, text: &Text, hold: u32) {
        let end = text.lines().saturating_sub(hold);
        loop {
            let index = self.columns.entry.len() as u32;
            if index >= end {
                break;
            }
            let line = text.line(index);
            let mut blank = is_blank(line);
            if self.export.is_none()
                && let Some(mark) =
                    journal::begins_entry(line).filter(|mark| *mark == 0 || self.settings.mend)
            {
                self.export = Some((index, line[..mark].to_vec()));
            } else if let Some((_, mark)) = &self.export {
                blank |= !mark.is_empty() && mend::is_blank(line);
            }
            if blank {
                self.end_entry(text, index);
            }
            if blank {
                self.output = false;
                if self.export.is_none() {
                    self.tracer.blank();
                }
                self.put(NEVER, BLANK);
            } else if line.trim_ascii_start().strip_prefix(EXPLAINED.as_bytes()).is_some_and(explains) {
                self.put(NEVER, OTHER);
            } else if let Some((_, mark)) = &self.export {
                let origin = Origin { program: JOURNAL, ..Origin::default() };
                let quoted = line.strip_prefix(&mark[..]).filter(|_| !mark.is_empty());
                let kept = quoted.filter(|own| {
                    let mended = Mended::unquoted(own, text.start(index) + mark.len());
                    self.mends.keep(index, index, &mended)
                });
                let line = kept.unwrap_or(line);
                let claimed = claim(&mut self.captures, &mut self.tracer, index, &origin, None, line);
                self.put_claimed(NEVER, claimed);
            } else {
                self.index_line(text, index, line);
            }
        }
        self.ahead.forget(end);
    }

    /// Indexes a line of a log or of a document, with the lines that it goes on in where it was broken.
    fn index_line(&mut self, text: &Text, index: u32, line: &[u8]) {
        let framed = match self.peeked {
            Some((of, framed)) if of == index => framed,
            _ => self.ahead.framed(text, index),
        };
        if let Some(first) = self.is_again(text, index, line, &framed) {
            // It counts once.
            self.again.push((index, first));
            if self.headed.binary_search(&first).is_ok() {
                self.headed.push(index);
            }
            self.put(self.columns.time[first as usize], self.columns.entry[first as usize]);
            return;
        }
        match prompt::of_command(line) {
            0 => self.output &= framed.body == 0,
            begins => {
                self.output = !prose::shows_log(&line[begins..]);
                if framed.body == 0 {
                    let tool = line[begins..].split(|byte| *byte == b' ').next();
                    self.tracer.typed(tool.is_some_and(prose::is_tool));
                }
            }
        }
        if self.settings.mend && is_quoted(self.tracer.part(), line, &framed) && mend::is_blank(line) {
            self.tracer.blank();
            self.put(NEVER, BLANK);
            return;
        }
        let suspicious = self.settings.mend && self.is_suspicious(text, index, line, &framed);
        let mended = if suspicious { self.mend(text, index, None) } else { None };
        if mended.is_none() && self.read(index, line, &framed, true, suspicious || !self.settings.mend) {
            return;
        }
        let known = by_head(&mut self.captures, line, &framed, false).unwrap_or_default();
        let known = Likeness { stamped: known.stamped || framed.stamp.is_some(), ..known };
        match mended.or_else(|| self.mend(text, index, Some(known))) {
            Some((last, mended)) if self.mends.keep(index, last, &mended) => {
                self.read(index, &mended.text, &frame(&mended.text), false, true);
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
                self.read(index, line, &framed, true, true);
            }
        }
    }

    /// The line that this one is once more: as one of a block of two lines or more that was pasted again, or as another host
    /// or collector wrote it down, too.
    fn is_again(&mut self, text: &Text, index: u32, line: &[u8], framed: &Framed) -> Option<u32> {
        /// Nobody pastes so many lines twice by hand.
        const MOST: u32 = 4096;
        const SHORTEST: usize = 24;
        if index >= MOST || line.len() < SHORTEST || !self.settings.mend {
            return None;
        }
        let apart = |line: &[u8], host: Span| -> [Vec<u8>; 2] {
            let at =
                if host.is_empty() { line.len()..line.len() } else { host.start as usize..host.end as usize };
            [line[..at.start].to_vec(), line[at.end..].to_vec()]
        };
        let own = apart(line, framed.host);
        let mut hasher = FxHasher::default();
        own.hash(&mut hasher);
        let first = *self.seen.entry(hasher.finish()).or_insert(index);
        let (time, entry) = (*self.columns.time.get(first as usize)?, self.columns.entry[first as usize]);
        if entry >= CONTINUED || time == NEVER || self.mends.of(first).is_some() {
            return None;
        }
        let other = text.line(first);
        let host = frame(other).host;
        if apart(other, host) != own {
            return None;
        }
        let next = |of: u32| following(text, of, text.line(of));
        if host.of(other) == framed.host.of(line) {
            let goes_on = self
                .again
                .last()
                .is_some_and(|&(line, of)| next(line) == Some(index) && next(of) == Some(first));
            let between = &self.columns.entry[first as usize + 1..];
            let apart = between.contains(&OTHER) || time < self.latest && between.contains(&BLANK);
            let begins = || {
                let (own, its) = next(index).zip(next(first))?;
                (apart && its < index && text.line(own) == text.line(its)).then_some(())
            };
            if !goes_on && begins().is_none() {
                return None;
            }
        } else if framed.session.is_empty() && !CATALOGUE.entry(entry).may_hold(Role::Session) {
            // Only the ids of sessions are the same on no two hosts.
            return None;
        }
        Some(first)
    }

    /// Reads a line, `as_it_stands` or as it was before it was damaged. A line that nothing claims is left for another
    /// try, which false says, unless this is the `last` one.
    fn read(&mut self, index: u32, line: &[u8], framed: &Framed, as_it_stands: bool, last: bool) -> bool {
        // Only a line without a frame can belong to something that was pasted whole.
        let part = (framed.body == 0).then(|| self.tracer.part());
        let quoted = part.is_some_and(Part::is_quoted);
        if part.is_some() && !quoted && self.read_by_head(index, line, true) {
            return true;
        }
        let Indexer { tracer, captures, repeated, ahead, .. } = self;
        let origin = framed.origin(line);
        let body = framed.body(line);
        let claimed = if part.is_some() {
            claim(captures, tracer, index, &origin, part, &body)
        } else {
            let known = if as_it_stands { ahead.claim(index, captures) } else { None };
            let number = known.unwrap_or_else(|| ahead::claim(&origin, &body, repeated, captures));
            (number != UNREAD).then(|| {
                tracer.close();
                claimed(captures, tracer, index, &origin, number, &body)
            })
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
        let time = origin.stamp.map_or(NEVER, |stamp| self.clock.instant(stamp));
        self.put_claimed(time, claimed);
        true
    }

    /// Ends the row of a line that no pattern claims: its program may be known. One without a head may be no log; a
    /// paragraph goes on as it began.
    fn put_unclaimed(&mut self, line: &[u8], framed: &Framed) {
        // What a command prints begins something new.
        if framed.body == 0 && prompt::of_command(line) > 0 && !self.tracer.part().is_quoted() {
            self.tracer.close();
        }
        let goes_on = self.columns.entry.last() == Some(&OTHER) && prose::goes_on(line);
        let printed = self.output && prose::is_printed(line);
        if framed.body == 0 && (goes_on || printed || prose::is(line)) {
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

    /// Where nothing of the paste was read but what somebody tried out beside it, what it says of an app's trouble counts,
    /// in whatever sentence it stands.
    pub(super) fn hear(&mut self, text: &Text) {
        let is_read = |&number: &u16| {
            number < CONTINUED && {
                let format = CATALOGUE.entry(number).format;
                format.realm != TICKET && !TRIED.contains(&format.id)
            }
        };
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
        let mut heads = heads::heads(line).filter(|head| head.is_sure() || !sure).peekable();
        let Some(first) = heads.peek().copied() else { return false };
        let claimed = heads.find_map(|head| {
            let number = claim_behind(captures, line, &head)?;
            tracer.close();
            let (origin, body) = (head.framed.origin(line), head.framed.body(line));
            Some(claimed(captures, tracer, index, &origin, number, &body))
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
        if time != NEVER {
            self.latest = self.latest.max(time);
        }
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
        if (framed.stamp.is_some() || framed.body == 0 && heads::is_headed(line))
            && let Some(next) = following(text, index, line)
        {
            let framed = self.ahead.framed(text, next);
            self.peeked = Some((next, framed));
            if framed.stamp.is_none() && !heads::opens(text.line(next), line) {
                return true;
            }
        }
        let start = text.start(index);
        self.marks.is_suspicious(text.bytes(), start, start + line.len())
            || mend::has_tail(line)
            || framed.body == 0
                && (mend::opens(line) && !heads::begins_with_time(line)
                    || wrap::stops(line)
                    || mend::is_talk(line)
                    || self.tracer.part() == Part::Talk && mend::is_numbered(line)
                    || mend::is_indented(line)
                    || is_quoted(self.tracer.part(), line, framed))
    }

    /// What a line was before it was damaged, and the last line that it goes on in; `own` is what is known
    /// of it as it stands.
    fn mend(&mut self, text: &Text, index: u32, own: Option<Likeness>) -> Option<(u32, Mended)> {
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
        let hides = own.is_none() && framed.body == 0 && mend::opens(line) && !heads::begins_with_time(line);
        let hidden = hides.then(|| mend::line(line, at, &mut |text| stamped(captures, part, line, text)));
        let hidden = hidden.flatten().filter(|(_, known)| known.stamped);
        // A reply that a notice quotes can be wrapped before a time of its own: that stamps no line.
        let hidden = hidden.filter(|(_, known)| {
            let of_notice = |own: u16| CATALOGUE.entry(own).format.realm == NOTICE;
            known.entry.is_some() || !judge(captures, part, line).entry.is_some_and(of_notice)
        });
        let own = own.unwrap_or_else(|| match hidden {
            Some(_) => Likeness::default(),
            None if quoted => Likeness::default(),
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
                Likeness { entry: better, ..known }
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
        if mend::has_tail(line)
            && let Some((whole, known)) = mend::untailed(line, at, &mut judge)
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
        if verdict.stamped || mend::begins(&head.text) || heads::is_headed(line) {
            let more = pieces(text, index);
            if !more.is_empty() {
                let width = width_at(text, index, width);
                // Two lines that are known as they stand are two, unless the column says otherwise.
                let cut = width.soft && line.ends_with(b"=");
                let next = if cut { None } else { judge(more[0].text).entry };
                // What may be a line of something else, too, shows in the whole of a line that has its time.
                let is_sure = |next: &u16| {
                    let next = CATALOGUE.entry(*next);
                    !next.pattern.loose && !matches!(next.format.place, Place::Document(_))
                };
                let may_hold = verdict.stamped && verdict.entry.is_some_and(of_log);
                let next = next.filter(|next| !may_hold || is_sure(next));
                // What only ever follows another line is never the rest of it.
                let follows = |next| CATALOGUE.entry(next).pattern.effect == Effect::Follow;
                if verdict.entry.is_some() && next.is_some_and(|next| width.breaks < 2 || follows(next)) {
                    return (head.damages != mend::Damages::default()).then_some((index, head));
                }
                let hanging = verdict.entry.is_none_or(of_log) && !mend::is_talk(more[0].text);
                let width = Width { hanging, ..width };
                let first = Piece { line: index, text: line, at };
                let joined = wrap::join((&head, verdict), first, &more, width, &mut judge);
                // What a program logged is no part of a document.
                let mut is_kept = |whole: &Mended| {
                    !verdict.entry.is_some_and(of_log) || judge(&whole.text).entry.is_some_and(of_log)
                };
                if let Some((count, whole)) = joined.filter(|(_, whole)| is_kept(whole)) {
                    return Some((more[count - 1].line, whole));
                }
            }
        }
        // A line without a time that stops in the middle of a sentence goes on below, wherever it was broken.
        let of_log = |own: u16| !matches!(CATALOGUE.entry(own).format.place, Place::Document(_));
        if verdict.entry.is_some_and(of_log) && wrap::stops(&head.text) {
            let more = pieces(text, index);
            if let Some((count, whole)) = wrap::join_open(&head, &more, &mut judge)
                && judge(&whole.text).entry.is_some_and(of_log)
            {
                return Some((more[count - 1].line, whole));
            }
        }
        let known = verdict.stamped || verdict.entry.is_some();
        (known && head.damages != mend::Damages::default()).then_some((index, head))
    }

    /// Ends the exported entry of the journal that is open: its message can be read by all of its lines.
    pub(super) fn end_entry(&mut self, text: &Text, end: u32) {
        let Some((start, _)) = self.export.take() else { return };
        let Indexer { clock, columns, tracer, captures, mends, .. } = self;
        let source = |index| source(text, mends, index);
        let origin = journal::origin((start..end).map(source));
        for index in (start..end).filter(|&index| journal::is_message(source(index))) {
            let line = source(index);
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
    pub(super) fn events(&mut self, text: &Text) -> Vec<Link> {
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
        let (undated, mut reports): (Vec<_>, Vec<_>) =
            reports.into_iter().partition(|report| report.at == NEVER);
        crate::sort::by_key(&mut reports, |report| report.at);
        let of = |trace: u32| {
            let index = tracer.traces[trace as usize].last;
            let line = source(text, mends, index);
            let entry = Some(columns.entry[index as usize]).filter(|entry| *entry < CONTINUED);
            (
                framed(headed, index, line).host.of(line),
                entry.map_or("", |entry| CATALOGUE.entry(entry).format.realm),
            )
        };
        links.extend(event::explain(&tracer.traces, (&reports, &undated), &columns.time, of));
        let mut seen = FxHashSet::default();
        links.retain(|link| seen.insert((link.from, link.to)));
        links
    }

    /// Makes events of the lines, from this level on, that belong to no trace.
    fn report(&mut self, text: &Text, from: Level, reports: &mut Vec<event::EventReport>) {
        let mut known: FxHashMap<u64, u32> = FxHashMap::default();
        for index in 0..self.columns.entry.len() {
            let (number, line) = (self.columns.entry[index], index as u32);
            let again = self.again.binary_search_by_key(&line, |again| again.0).is_ok();
            if number >= CONTINUED || self.columns.trace[index] != NONE || again {
                continue;
            }
            let entry = CATALOGUE.entry(number);
            let level = entry.pattern.level;
            // What a tool shows without a story of its own is told only where nothing else is.
            let shown = matches!(entry.format.place, Place::Document(_))
                && (from > Level::Info || entry.format.realm == TICKET);
            if level < from && !entry.pattern.alarming || shown {
                continue;
            }
            let whole = source(text, &self.mends, line);
            let framed = framed(&self.headed, line, whole);
            let program = framed.program.of(whole);
            let tracer = &mut self.tracer;
            // What is normal and asks for nothing is told together.
            let note = level < Level::Temporary && entry.pattern.help.steps.is_empty() && !entry.partly;
            let (at, host) = (self.columns.time[index], framed.host.of(whole));
            // What only follows from a report of the same software is a part of that.
            let root = if entry.pattern.follows {
                event::root(reports, entry.format.realm, host, at, level)
            } else {
                None
            };
            let event = if let Some(root) = root {
                tracer.reported(root, line, level);
                root
            } else {
                let key = if note { 0 } else { event::key(entry, program, &framed.body(whole)) };
                *known
                    .entry(key)
                    .and_modify(|event| tracer.reported(*event, line, level))
                    .or_insert_with(|| tracer.event(line, level))
            };
            self.columns.trace[index] = event;
            if level >= Level::Permanent {
                reports.push(event::EventReport {
                    line,
                    event,
                    at,
                    host: host.to_vec(),
                    realm: entry.format.realm,
                    checks: event::checks_passwords(program),
                    follows: entry.pattern.follows,
                    level,
                });
            }
        }
    }

    /// Dates the lines that name no year again, in the latest year that leaves none in the future, or long after the lines
    /// that name theirs.
    pub(super) fn date_back(&mut self, text: &Text) {
        const DAY: i64 = 86_400;
        const HALF_A_YEAR: i64 = 182 * DAY;
        if self.settings.year.is_some() || self.clock.latest_assumed() == NEVER {
            return;
        }
        let now = self.settings.now.saturating_add(DAY);
        // A machine without a clock begins in 1970.
        let dated = Some(self.clock.latest_dated() / 1_000_000_000).filter(|dated| year_of(*dated) >= 2000);
        let end = dated.map_or(now, |dated| now.min(dated + HALF_A_YEAR));
        let mut year = year_of(self.settings.now);
        while self.clock.latest_assumed() > end.saturating_mul(1_000_000_000) && year > 1970 {
            year = (year - 1).min(year_of(end));
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

/// True for what journalctl -x says of a line: no head stands in it.
fn explains(text: &[u8]) -> bool {
    frame(text).stamp.is_none() && !heads::heads(text).any(|head| head.opens)
}

/// True for a line of a notice or a mail with the mark of a quote in front, which their own lines do not have.
fn is_quoted(part: Part, line: &[u8], framed: &Framed) -> bool {
    let told = matches!(part, Part::Headers | Part::Text | Part::Paragraph | Part::Report | Part::Diagnostic);
    told && framed.body == 0 && line.starts_with(b">")
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
        if size > LONGEST || journal::begins_entry(piece).is_some() || begins(piece, text.line(index)) {
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
