//! The filter language: terms that must all match. [`KEYS`] is the whole of it.
//!
//! A message, or another trace, matches a word when any of its lines holds it, and matches `-word` when
//! none does. A line is searched as it was pasted, and as it was before it was damaged. Upper and lower
//! case are the same for the letters a to z. What is no key is a word, so every text is a query;
//! [`Query::problem`] says what could not be used.
//!
//! A time of `after:` and `before:` is one in the zone that is shown; where times are shown as written,
//! in the zone of stamps that name none. All of them together make one stretch of time, and a trace
//! matches when one of its lines lies in it.
//!
//! [`Search`] finds in slices, for whoever must not wait; [`crate::Log::find`] finds at once.

mod complete;
mod run;

use crate::format::Role;
use crate::knowledge::reason::{REASONS, Reason};
use crate::log::Log;
use crate::settings::Show;
use crate::sort;
use crate::text::Span;
use crate::time::zone::Zone;
use crate::vocabulary::{Level, Outcome, Party, TraceType};
use chrono::{NaiveDate, NaiveTime, Timelike};
pub use complete::{Gather, Offer, WordList, offers};
use memchr::memmem::Finder;
use memchr::{memchr, memchr2};
use regex::{Regex, RegexBuilder};
pub use run::Search;
pub(crate) use run::values;
use std::net::IpAddr;

/// One way to write a term: what help and documents show, and what the language is read by.
#[derive(Debug)]
pub struct Key {
    /// What stands before the colon; none for free text.
    pub names: &'static [&'static str],
    /// A term as it is written.
    pub example: &'static str,
    /// What it finds, in a few words.
    pub says: &'static str,
    of: Of,
}

/// What the value of a key is.
#[derive(Debug, Clone, Copy)]
enum Of {
    Text,
    /// A part of a field of these roles.
    Field(&'static [Role]),
    /// The beginning of a field of these roles.
    Id(&'static [Role]),
    Ip,
    Is,
    Reason,
    Who,
    After,
    Before,
}

const fn key(names: &'static [&'static str], of: Of, example: &'static str, says: &'static str) -> Key {
    Key { names, example, says, of }
}

/// The whole language, in the order in which it is explained.
pub static KEYS: &[Key] = &[
    key(&[], Of::Text, "mailbox", "a word, or a part of one, in any line"),
    key(&[], Of::Text, "\"mailbox is full\"", "these words as they stand, spaces included"),
    key(
        &[],
        Of::Text,
        "/status=(sent|bounced)/",
        "a regular expression within one line; /…/i for both upper and lower case",
    ),
    key(&[], Of::Text, "-word", "not this: a minus negates any term"),
    key(&["from"], Of::Field(&[Role::Sender]), "from:ana", "a part of the sender's address"),
    key(
        &["to"],
        Of::Field(&[Role::Recipient, Role::OriginalRecipient]),
        "to:@shop.example",
        "a part of a recipient's address",
    ),
    key(
        &["msg", "id"],
        Of::Id(&[Role::Message, Role::Session, Role::MessageId, Role::Pid, Role::Queued]),
        "msg:574692321",
        "the beginning of a queue number or id, a session id, a Message-ID or a process number",
    ),
    key(&["ip"], Of::Ip, "ip:192.0.2.7", "an IP address; 192.0.2. finds all that begin so"),
    key(
        &["host"],
        Of::Field(&[Role::Host, Role::Remote]),
        "host:mx1",
        "a part of the name of a server: this one, or the one at the other end",
    ),
    key(&["user"], Of::Field(&[Role::User]), "user:ben", "a part of the name of who logged in or is served"),
    key(
        &["is"],
        Of::Is,
        "is:failed",
        "how it came out: failed, partial, deferred, open, unknown, delivered, or problem for the first three; what it is: message, session, scan, connection, dialogue, bounce, event; partly for what was read only in part; unread for lines",
    ),
    key(
        &["reason"],
        Of::Reason,
        "reason:mailboxfull",
        "why a delivery failed or was deferred, by the name of the reason or its beginning",
    ),
    key(
        &["who"],
        Of::Who,
        "who:sender",
        "who must act: sender, recipient, our-server, their-server, dns, nobody",
    ),
    key(
        &["after"],
        Of::After,
        "after:14:20",
        "from this time on: a time of day, a date, both as 2026-11-21T14:20, today, yesterday, or -2h for two hours ago, in the zone that is shown",
    ),
    key(
        &["before"],
        Of::Before,
        "before:2026-11-21",
        "earlier than this; after:22:00 before:6:00 is a night",
    ),
];

/// A query, taken apart.
#[derive(Debug, Default, Clone)]
pub struct Query {
    terms: Vec<QueryTerm>,
    window: Window,
    problem: Option<String>,
}

#[derive(Debug, Clone)]
struct QueryTerm {
    wanted: bool,
    test: Test,
}

#[derive(Debug, Clone)]
enum Test {
    Text(Needle),
    Regex(Regex),
    Field {
        roles: &'static [Role],
        needle: Needle,
        begins: bool,
    },
    Ip {
        needle: Needle,
        address: Option<IpAddr>,
    },
    Is(Vec<Is>),
    Reason(Vec<Reason>),
    Who(Vec<Party>),
    /// Only `-after:` and `-before:`; the others make [`Query::window`].
    When(Window),
}

/// What `is:` can ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Is {
    Outcome(Outcome),
    Kind(TraceType),
    Problem,
    Unread,
    Partly,
}

const IS: &[(&str, Is)] = &[
    ("failed", Is::Outcome(Outcome::Failed)),
    ("partial", Is::Outcome(Outcome::Partial)),
    ("deferred", Is::Outcome(Outcome::Deferred)),
    ("open", Is::Outcome(Outcome::Open)),
    ("unknown", Is::Outcome(Outcome::Unknown)),
    ("delivered", Is::Outcome(Outcome::Delivered)),
    ("problem", Is::Problem),
    ("message", Is::Kind(TraceType::Message)),
    ("session", Is::Kind(TraceType::Session)),
    ("scan", Is::Kind(TraceType::Scan)),
    ("connection", Is::Kind(TraceType::Connection)),
    ("dialogue", Is::Kind(TraceType::Dialogue)),
    ("bounce", Is::Kind(TraceType::Bounce)),
    ("event", Is::Kind(TraceType::Event)),
    ("partly", Is::Partly),
    ("unread", Is::Unread),
];

const WHO: &[(&str, Party)] = &[
    ("sender", Party::Sender),
    ("recipient", Party::Recipient),
    ("our-server", Party::OurServer),
    ("their-server", Party::TheirServer),
    ("dns", Party::Dns),
    ("nobody", Party::Nobody),
];

/// What stands before the outcome of a trace that a line of this level tells of.
fn outcome_of(level: Level) -> Option<Outcome> {
    match level {
        Level::Permanent | Level::Alert => Some(Outcome::Failed),
        Level::Temporary => Some(Outcome::Deferred),
        Level::Success => Some(Outcome::Delivered),
        Level::Info | Level::Warning => None,
    }
}

impl Query {
    /// Reads a query. Anything is one: what is no key is a word.
    pub fn new(text: &str) -> Query {
        let text = text.replace(char::is_control, " ");
        let mut query = Query::default();
        for term in terms(&text) {
            let (turned, key, value) = head(term);
            let of = key.map_or(Of::Text, |key| key.of);
            let read = match regex_at(value).filter(|_| key.is_none()) {
                Some((pattern, caseless, _)) => regex(pattern, caseless),
                None => Test::of(of, value_at(value).0),
            };
            query.add(!turned, of, read);
        }
        query
    }

    fn add(&mut self, wanted: bool, of: Of, test: Result<Option<Test>, String>) {
        match test {
            Ok(Some(Test::When(window))) if wanted => match of {
                Of::After => self.window.after = window.after,
                _ => self.window.before = window.before,
            },
            Ok(Some(test)) => self.terms.push(QueryTerm { wanted, test }),
            Ok(None) => {}
            Err(problem) => {
                self.problem.get_or_insert(problem);
            }
        }
    }

    /// What is wrong with the query, as a sentence for people; the term that it is about is left out.
    pub fn problem(&self) -> Option<&str> {
        self.problem.as_deref()
    }

    /// True when it leaves nothing out.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty() && self.window == Window::default()
    }

    /// Where the words and expressions that are wanted stand in a line, in order, without overlaps: what
    /// to mark in it.
    pub fn marks(&self, line: &[u8]) -> Vec<Span> {
        let mut marks: Vec<Span> = Vec::new();
        for term in self.terms.iter().filter(|term| term.wanted) {
            match &term.test {
                Test::Regex(regex) => {
                    for (start, text) in run::texts(line) {
                        let found = regex.find_iter(text);
                        marks.extend(found.map(|at| Span::new(start + at.start(), start + at.end())));
                    }
                }
                Test::Text(needle) | Test::Field { needle, .. } | Test::Ip { needle, .. } => {
                    let mut from = 0;
                    while let Some(at) = needle.find(line, from) {
                        from = at + needle.len();
                        marks.push(Span::new(at, from));
                    }
                }
                _ => {}
            }
        }
        marks.retain(|mark| !mark.is_empty());
        sort::by_key(&mut marks, |mark| (mark.start, std::cmp::Reverse(mark.end)));
        let mut end = 0;
        marks.retain(|mark| {
            mark.start >= end && {
                end = mark.end;
                true
            }
        });
        marks
    }
}

/// The first term of a query that finds no trace by itself; `None` where each does.
///
/// ```
/// use maillens::search::missing;
/// let log = maillens::Log::read(b"2026-11-21 14:20:01 info msg 1: bytes 9 from <ana@a.example> qp 5 uid 1\n", maillens::Settings::at(0));
/// assert_eq!(missing(&log, "from:ana to:ben"), Some("to:ben"));
/// ```
pub fn missing<'a>(log: &Log, query: &'a str) -> Option<&'a str> {
    terms(query).into_iter().find(|term| {
        let mut search = Search::traces(log, Query::new(term));
        loop {
            let done = search.advance(log);
            if done || !search.found().is_empty() {
                break search.found().is_empty();
            }
        }
    })
}

/// The terms of a query, each as it is written.
fn terms(query: &str) -> Vec<&str> {
    let mut terms = Vec::new();
    let mut rest = query.trim_start();
    while !rest.is_empty() {
        let (_, key, value) = head(rest);
        let expression = regex_at(value).filter(|_| key.is_none());
        let after = expression.map_or_else(|| value_at(value).1, |(.., after)| after);
        terms.push(rest[..rest.len() - after.len()].trim_end());
        rest = after.trim_start();
    }
    terms
}

/// Whether a term is turned round, its key, and what is after its colon.
fn head(term: &str) -> (bool, Option<&'static Key>, &str) {
    let turned = term.strip_prefix('-').filter(|after| !after.is_empty() && !after.starts_with(' '));
    let term_itself = turned.unwrap_or(term);
    let key = term_itself.split_once(':').and_then(|(name, value)| {
        let key = KEYS.iter().find(|key| key.names.iter().any(|own| own.eq_ignore_ascii_case(name)))?;
        Some((key, value))
    });
    (turned.is_some(), key.map(|(key, _)| key), key.map_or(term_itself, |(_, value)| value))
}

/// The zone that times of a query are in.
fn zone(log: &Log) -> &Zone {
    match &log.settings().show {
        Show::In(zone) => zone,
        Show::Written => &log.settings().source_zone,
    }
}

/// A value, in quotes or up to the next space, and what is after it. A quote that is not closed goes on to
/// the end: it is still being typed.
fn value_at(text: &str) -> (&str, &str) {
    match text.strip_prefix('"') {
        Some(quoted) => quoted.split_once('"').unwrap_or((quoted, "")),
        None => text.split_at(text.find(char::is_whitespace).unwrap_or(text.len())),
    }
}

/// A regular expression between slashes, whether it is for both upper and lower case, and what is after
/// it. A path such as `/var/log` is none: nothing ends it.
fn regex_at(text: &str) -> Option<(&str, bool, &str)> {
    let inside = text.strip_prefix('/')?;
    let mut escaped = false;
    for (at, letter) in inside.char_indices() {
        let after = &inside[at + letter.len_utf8()..];
        let (caseless, rest) = after.strip_prefix('i').map_or((false, after), |rest| (true, rest));
        let ends = |rest: &str| rest.is_empty() || rest.starts_with(char::is_whitespace);
        if letter == '/' && !escaped && at > 0 && (ends(rest) || ends(after)) {
            return Some((&inside[..at], caseless && ends(rest), if ends(rest) { rest } else { after }));
        }
        escaped = letter == '\\' && !escaped;
    }
    None
}

fn regex(pattern: &str, caseless: bool) -> Result<Option<Test>, String> {
    // What is larger would take too long for every byte.
    const SIZE: usize = 1 << 17;
    let built = RegexBuilder::new(pattern).case_insensitive(caseless).size_limit(SIZE).build();
    built
        .map(|regex| Some(Test::Regex(regex)))
        .map_err(|why| format!("The regular expression /{pattern}/ cannot be used: {why}."))
}

impl Test {
    /// The test for a value; `None` where the value is still to come.
    fn of(of: Of, value: &str) -> Result<Option<Test>, String> {
        if value.is_empty() {
            return Ok(None);
        }
        let needle = || Needle::new(value);
        Ok(Some(match of {
            Of::Text => Test::Text(needle()),
            Of::Field(roles) => Test::Field { roles, needle: needle(), begins: false },
            Of::Id(roles) => {
                Test::Field { roles, needle: Needle::new(value.trim_start_matches('<')), begins: true }
            }
            Of::Ip => {
                let address: Option<IpAddr> = value.trim_matches(['[', ']']).parse().ok();
                let text = address.map_or_else(|| value.to_owned(), |address| address.to_string());
                Test::Ip { needle: Needle::new(&text), address }
            }
            Of::Is => Test::Is(choose("is", value, IS)?),
            Of::Reason => {
                let reasons: Vec<_> = REASONS.iter().map(|facts| (facts.name, facts.reason)).collect();
                Test::Reason(choose("reason", value, &reasons)?)
            }
            Of::Who => Test::Who(choose("who", value, WHO)?),
            Of::After => Test::When(Window { after: Some(moment("after", value)?), before: None }),
            Of::Before => Test::When(Window { after: None, before: Some(moment("before", value)?) }),
        }))
    }
}

/// The values whose name is this or, where there is none, begins with it.
fn choose<T: Copy>(key: &str, value: &str, names: &[(&str, T)]) -> Result<Vec<T>, String> {
    let plain = |name: &str| name.to_ascii_lowercase().replace('-', "");
    let wanted = plain(value);
    let of = |is: &dyn Fn(&str) -> bool| -> Vec<T> {
        names.iter().filter(|(name, _)| is(&plain(name))).map(|(_, of)| *of).collect()
    };
    let exact = of(&|name| name == wanted);
    let found = if exact.is_empty() { of(&|name| name.starts_with(&wanted)) } else { exact };
    if found.is_empty() {
        let names: Vec<&str> = names.iter().map(|(name, _)| *name).collect();
        return Err(format!("{key}:{value} is not known. After {key}: can stand {}.", names.join(", ")));
    }
    Ok(found)
}

/// A stretch of time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Window {
    /// From this on.
    after: Option<Moment>,
    /// Earlier than this.
    before: Option<Moment>,
}

/// A time as somebody types it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Moment {
    /// Seconds since midnight, of every day.
    OfDay(i64),
    /// Seconds since 1970 of a wall-clock time, as if it were UTC.
    At(i64),
    /// Midnight, so many days ago.
    Day(i64),
    /// So many seconds ago.
    Ago(i64),
}

impl Moment {
    /// The moment itself, where the clock on the wall says `now`.
    fn settled(self, now: i64) -> Moment {
        match self {
            Moment::Day(back) => Moment::At((now.div_euclid(DAY) - back) * DAY),
            Moment::Ago(seconds) => Moment::At(now - seconds),
            other => other,
        }
    }
}

const DAY: i64 = 86_400;

/// `today`, `yesterday`, or how long ago: `-90m`, `-2h`, `-3d`.
fn ago(value: &str) -> Option<Moment> {
    match value {
        "today" => return Some(Moment::Day(0)),
        "yesterday" => return Some(Moment::Day(1)),
        _ => {}
    }
    let back = value.strip_prefix('-')?;
    let unit = match back.get(back.len().checked_sub(1)?..)? {
        "m" => 60,
        "h" => 3_600,
        "d" => DAY,
        _ => return None,
    };
    let count: u32 = back[..back.len() - 1].parse().ok()?;
    Some(Moment::Ago(i64::from(count) * unit))
}

/// Reads `14`, `14:20`, `14:20:05`, `2026-11-21`, or both with a space, `T` or `_` between them.
fn moment(key: &str, value: &str) -> Result<Moment, String> {
    let wrong = || {
        format!(
            "{key}:{value} is no time. Write {key}:14:20, {key}:2026-11-21, {key}:2026-11-21T14:20, {key}:today or {key}:-2h."
        )
    };
    if let Some(moment) = ago(value) {
        return Ok(moment);
    }
    let (date, clock) = match value.get(..10).filter(|date| date.contains('-')) {
        Some(date) => (Some(date), value[10..].trim_start_matches(['T', 't', '_', ' '])),
        None => (None, value),
    };
    let clock = if clock.is_empty() && date.is_some() { "0" } else { clock.trim_end_matches(':') };
    let parts: Option<Vec<u32>> = clock.split(':').map(|part| part.parse().ok()).collect();
    let time = match parts.as_deref() {
        Some([hour]) => NaiveTime::from_hms_opt(*hour, 0, 0),
        Some([hour, minute]) => NaiveTime::from_hms_opt(*hour, *minute, 0),
        Some([hour, minute, second]) => NaiveTime::from_hms_opt(*hour, *minute, *second),
        _ => None,
    };
    let of_day = i64::from(time.ok_or_else(wrong)?.num_seconds_from_midnight());
    let Some(date) = date else { return Ok(Moment::OfDay(of_day)) };
    let date = NaiveDate::parse_from_str(date, "%Y-%m-%d").map_err(|_| wrong())?;
    Ok(Moment::At(date.and_time(NaiveTime::MIN).and_utc().timestamp() + of_day))
}

impl Window {
    /// The window itself, where the clock on the wall says `now`.
    fn settled(self, now: i64) -> Window {
        let settled = |moment: Option<Moment>| moment.map(|moment| moment.settled(now));
        Window { after: settled(self.after), before: settled(self.before) }
    }

    /// True for a wall-clock time, in seconds since 1970 as if it were UTC.
    fn holds(self, wall: i64) -> bool {
        let of_day = wall.rem_euclid(86_400);
        let late = match self.after {
            None => true,
            Some(Moment::OfDay(from)) => of_day >= from,
            Some(Moment::At(from)) => wall >= from,
            Some(Moment::Day(_) | Moment::Ago(_)) => false,
        };
        let early = match self.before {
            None => true,
            Some(Moment::OfDay(to)) => of_day < to,
            Some(Moment::At(to)) => wall < to,
            Some(Moment::Day(_) | Moment::Ago(_)) => false,
        };
        match (self.after, self.before) {
            (Some(Moment::OfDay(from)), Some(Moment::OfDay(to))) if from > to => late || early,
            _ => late && early,
        }
    }
}

/// A text to look for, in upper and lower case.
#[derive(Debug, Clone)]
struct Needle {
    /// In lower case.
    text: Vec<u8>,
    /// For a text without letters, which has no case.
    finder: Option<Finder<'static>>,
    /// Which of its bytes is looked for first: the rarest in the log.
    rare: usize,
}

impl Needle {
    fn new(text: &str) -> Needle {
        let text = text.to_ascii_lowercase().into_bytes();
        let finder = (!text.iter().any(u8::is_ascii_alphabetic)).then(|| Finder::new(&text).into_owned());
        Needle { text, finder, rare: 0 }
    }

    fn len(&self) -> usize {
        self.text.len()
    }

    /// Chooses the byte to look for by how often each comes in the log.
    fn tune(&mut self, often: &[u32; 256]) {
        let count = |byte: u8| {
            let upper = byte.to_ascii_uppercase();
            often[usize::from(byte)] + if upper == byte { 0 } else { often[usize::from(upper)] }
        };
        self.rare = (0..self.text.len()).min_by_key(|&at| count(self.text[at])).unwrap_or(0);
    }

    /// Where it stands at or after `from`.
    fn find(&self, text: &[u8], from: usize) -> Option<usize> {
        if let Some(finder) = &self.finder {
            return Some(finder.find(text.get(from..)?)? + from);
        }
        let byte = *self.text.get(self.rare)?;
        let mut at = from + self.rare;
        loop {
            let rest = text.get(at..)?;
            let found = if byte.is_ascii_alphabetic() {
                memchr2(byte, byte.to_ascii_uppercase(), rest)?
            } else {
                memchr(byte, rest)?
            };
            at += found;
            let start = at - self.rare;
            if self.is_at(text, start) {
                return Some(start);
            }
            at += 1;
        }
    }

    fn is_at(&self, text: &[u8], at: usize) -> bool {
        text.get(at..at + self.len()).is_some_and(|part| part.eq_ignore_ascii_case(&self.text))
    }
}

impl Log {
    /// The traces that match a query, most serious first; an empty query matches all. See [`crate::search`].
    pub fn find(&self, query: &str) -> Vec<u32> {
        Search::traces(self, Query::new(query)).finish(self)
    }

    /// The traces with this number or this id, ascending.
    pub fn called(&self, name: &str) -> Vec<u32> {
        // Whatever an id is put together from, its longest word stands in a line of its trace.
        let words = name.split(|letter: char| !letter.is_ascii_alphanumeric());
        let word = words.max_by_key(|word| word.len()).unwrap_or_default();
        let mut called = self.find(&format!("\"{word}\""));
        // But an event's is made of what it says.
        if name.len() == 8 && name.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            let is_event = |of: &crate::trace::Trace| of.kind == TraceType::Event;
            called.extend((0..self.traces()).filter(|&trace| self.indexed(trace).is_some_and(is_event)));
        }
        let number = name.parse::<u32>().ok().filter(|number| *number < self.traces());
        called.retain(|&trace| self.trace(trace).and_then(|of| of.id).is_some_and(|id| id == name));
        called.extend(number);
        crate::sort::up(&mut called);
        called.dedup();
        called
    }

    /// The lines, from 1, of events among these traces that hold no word of a query, where others of them do: equal
    /// reports are one event, whomever they are about.
    pub fn beside(&self, query: &str, traces: &[u32]) -> Vec<u32> {
        let query = Query::new(query);
        let is_event = |of: &&u32| self.indexed(**of).is_some_and(|of| of.kind == TraceType::Event);
        let holds = |line: &u32| !query.marks(self.parse(line - 1).line).is_empty();
        let mut beside = Vec::new();
        for trace in traces.iter().filter(is_event) {
            let (held, others): (Vec<u32>, Vec<u32>) =
                self.lines_of(*trace).iter().partition(|line| holds(line));
            beside.extend(others.into_iter().filter(|_| !held.is_empty()));
        }
        beside
    }

    /// The lines that match a query, from 1, ascending; an empty query matches all. See [`Search::lines`].
    pub fn find_lines(&self, query: &str) -> Vec<u32> {
        Search::lines(self, Query::new(query)).finish(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Settings;
    use crate::time::NEVER;

    pub(super) const LOG: &str = "\
2026-11-21 14:20:01 new msg 11
2026-11-21 14:20:01 info msg 11: bytes 900 from <Ana.Lopez@shop.example> qp 501 uid 108
2026-11-21 14:20:02 starting delivery 1: msg 11 to remote ben@client.example
2026-11-21 14:20:03 delivery 1: failure: 192.0.2.70_does_not_like_recipient./Remote_host_said:_552_5.2.2_mailbox_is_full/
2026-11-21 14:20:03 end msg 11
2026-11-21 23:50:00 new msg 12
2026-11-21 23:50:00 info msg 12: bytes 901 from <ana@other.example> qp 502 uid 108
2026-11-21 23:50:01 starting delivery 2: msg 12 to local other.example-carl@other.example
2026-11-21 23:50:02 delivery 2: success: did_1+0+0/
2026-11-22 00:10:00 end msg 12
zq77 mailbox slot=12 stale
2026-11-22 00:20:00 new msg 13
2026-11-22 00:20:00 info msg 13: bytes 902 from <dora@shop.example> qp 503 uid 108
2026-11-22 00:20:01 starting delivery 3: msg 13 to remote ana@client.example
2026-11-22 00:20:02 delivery 3: deferral: Connected_to_192.0.2.7_but_greeting_failed./Remote_host_said:_421_too_many_connections/
Nov 22 00:30:00 mail dovecot: imap-login: Info: Login: user=<eve@other.example>, method=PLAIN, rip=2001:db8::7, lip=192.0.2.1, mpid=77, TLS, session=<QOoPJYbrAWtSRwAA>
";

    pub(super) fn log(show: Show) -> Log {
        let settings = Settings { show, year: Some(2026), ..Settings::at(0) };
        Log::read(LOG.as_bytes(), settings)
    }

    /// The ids of the traces that a query finds, in the order of the log.
    fn ids(log: &Log, query: &str) -> String {
        let mut found = log.find(query);
        found.sort_unstable();
        let name = |trace| match log.trace(trace).and_then(|of| of.id).unwrap_or_default() {
            id if id.len() > 5 => "eve".to_owned(),
            id => id,
        };
        found.into_iter().map(name).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_trace_is_called_by_its_number_and_by_its_id() {
        let log = Log::read(LOG.as_bytes(), Settings::at(0));
        for trace in 0..log.traces() {
            let id = log.trace(trace).and_then(|of| of.id).unwrap();
            assert!(log.called(&trace.to_string()).contains(&trace));
            let same = |&other: &u32| log.trace(other).and_then(|of| of.id).as_ref() == Some(&id);
            let all: Vec<u32> = (0..log.traces()).filter(same).collect();
            assert_eq!(log.called(&id), all, "{id}");
        }
        assert_eq!(log.called("no such id"), [0; 0]);
        // The id of an event is made of what it says.
        let log = Log::read(
            b"2026-11-21 14:20:01 mx postfix/smtpd[7]: fatal: no SASL authentication mechanisms\n",
            Settings::at(0),
        );
        let id = log.trace(0).and_then(|of| of.id);
        assert_eq!(id.map(|id| log.called(&id)), Some(vec![0]));
    }

    #[test]
    fn every_term_finds_its_traces() {
        let log = log(Show::Written);
        for (query, want) in [
            ("", "11 12 13 eve"),
            ("   ", "11 12 13 eve"),
            ("ana", "11 12 13"),
            ("ANA", "11 12 13"),
            ("-ana", "eve"),
            ("ana -shop", "12"),
            ("502", "12"),
            ("\"does_not like\"", ""),
            ("\"new msg\"", "11 12 13"),
            ("-\"new msg\"", "eve"),
            ("\"new msg 1", "11 12 13"),
            ("from:ana", "11 12"),
            ("FROM:ana", "11 12"),
            ("from:ana from:shop", "11"),
            ("-from:ana", "13 eve"),
            ("from:", "11 12 13 eve"),
            ("to:ana", "13"),
            ("to:carl@other.example", "12"),
            ("msg:1", "11 12 13"),
            ("msg:13", "13"),
            ("id:QOoP", "eve"),
            ("id:oPJ", ""),
            ("ip:192.0.2.7", "13"),
            ("ip:192.0.2.70", "11"),
            ("ip:192.0.2.", "11 13 eve"),
            ("ip:92.0.2.7", ""),
            ("ip:2001:db8::7", "eve"),
            ("ip:2001:DB8:0::7", "eve"),
            ("host:mail", "eve"),
            ("user:eve", "eve"),
            ("user:ana", ""),
            ("is:failed", "11"),
            ("is:fail", "11"),
            ("is:delivered", "12"),
            ("is:problem", "11 13"),
            ("is:session", "eve"),
            ("is:message -is:failed", "12 13"),
            ("is:unread", ""),
            ("reason:mailboxfull", "11"),
            ("reason:MAILBOX", "11"),
            ("reason:toomany", "13"),
            ("-reason:mailboxfull is:problem", "13"),
            ("who:recipient", "11"),
            ("who:nobody", "12 eve"),
            ("after:14:20 before:14:21", "11"),
            ("after:14:20:04", "12"),
            ("after:22:00 before:6:00", "12 13 eve"),
            ("-after:14", "13 eve"),
            ("after:2026-11-22", "12 13 eve"),
            ("before:2026-11-21T14:20:02", "11"),
            ("before:\"2026-11-21 14:20:02\"", "11"),
            ("after:2026-11-22_00:25", "eve"),
            ("/MSG 1[12]$/", ""),
            ("/MSG 1[12]$/i", "11 12"),
            ("-/msg 1[12]$/", "13 eve"),
            ("/^nobody/", ""),
            ("/did_1\\+0/", "12"),
            ("/var/log", ""),
            ("color:red", ""),
            ("did_1+0+0/", "12"),
            ("-", "11 12 13 eve"),
        ] {
            assert_eq!(ids(&log, query), want, "{query}");
            assert_eq!(Query::new(query).problem(), None, "{query}");
        }
    }

    #[test]
    fn times_are_told_by_how_long_ago_they_are() {
        let mut log = log(Show::Written);
        let last = (0..log.lines()).map(|index| log.instant(index)).filter(|at| *at != NEVER).max();
        // The log ends now.
        let now = last.unwrap_or_default().div_euclid(1_000_000_000);
        log.set(Settings { now, ..log.settings().clone() });
        for (query, want) in [
            ("after:-3d", "11 12 13 eve"),
            ("before:-3d", ""),
            ("after:today", "12 13 eve"),
            ("after:yesterday", "11 12 13 eve"),
        ] {
            assert_eq!(ids(&log, query), want, "{query}");
            assert_eq!(Query::new(query).problem(), None, "{query}");
        }
    }

    #[test]
    fn times_are_those_of_the_zone_that_is_shown() {
        let two_hours_east = Show::In(Zone::probe("Europe/Sofia", |_| 7200));
        assert_eq!(ids(&log(two_hours_east), "after:16:20 before:16:21"), "11");
    }

    #[test]
    fn lines_are_found_by_what_they_hold_and_by_their_trace() {
        let log = log(Show::Written);
        for (query, want) in [
            ("mailbox", &[4, 11][..]),
            ("mailbox from:ana", &[4]),
            ("mailbox -from:ana", &[11]),
            ("is:failed", &[4]),
            ("is:delivered", &[9, 16]),
            ("is:unread", &[11]),
            ("is:session", &[16]),
            ("reason:mailboxfull starting", &[3]),
            ("ip:192.0.2.7", &[15]),
            ("after:14:20:03 before:14:21", &[4, 5]),
            ("/^2026-11-22 .* msg 13$/", &[12]),
        ] {
            assert_eq!(log.find_lines(query), want, "{query}");
        }
        assert_eq!(log.find_lines("").len() as u32, log.lines());
    }

    #[test]
    fn a_term_that_cannot_be_used_is_told_and_left_out() {
        let log = log(Show::Written);
        for (query, says) in [
            ("/(/", "The regular expression /(/ cannot be used: "),
            ("/a{9999}{9999}/", "The regular expression /a{9999}{9999}/ cannot be used: "),
            ("is:lost", "is:lost is not known. After is: can stand failed, partial,"),
            ("reason:lost", "reason:lost is not known. After reason: can stand userunknown,"),
            ("who:me", "who:me is not known."),
            ("after:25:00", "after:25:00 is no time. Write after:14:20, after:2026-11-21"),
            ("after:-2y", "after:-2y is no time."),
            ("before:2026-02-30", "before:2026-02-30 is no time."),
            ("after:1:2:3:4", "after:1:2:3:4 is no time."),
        ] {
            let problem = Query::new(query).problem().unwrap_or_default().to_owned();
            assert!(problem.starts_with(says), "{query}: {problem}");
            assert_eq!(ids(&log, &format!("{query} msg:12")), "12", "{query}");
        }
    }

    #[test]
    fn what_a_line_was_before_it_was_damaged_is_searched_too() {
        let escaped = LOG.replace('<', "&lt;").replace('>', "&gt;");
        let log = Log::read(escaped.as_bytes(), Settings { year: Some(2026), ..Settings::at(0) });
        for query in
            ["\"from <ana.lopez@shop.example> qp\"", "\"from &lt;ana.lopez\"", "/<Ana.L/", "from:ana.l"]
        {
            assert_eq!(ids(&log, query), "11", "{query}");
            assert_eq!(
                log.find_lines(query).first(),
                Some(&if query == "from:ana.l" { 1 } else { 2 }),
                "{query}"
            );
        }
        assert_eq!(ids(&log, "-\"from <ana\""), "13 eve");
    }

    #[test]
    fn marks_are_where_the_words_stand() {
        let marks = |query: &str| -> Vec<(u32, u32)> {
            let marks = Query::new(query).marks(b"from <Ana@shop.example> to ana");
            marks.into_iter().map(|mark| (mark.start, mark.end)).collect()
        };
        assert_eq!(marks("from:ana"), [(6, 9), (27, 30)]);
        assert_eq!(marks("ana anas /to/ -shop"), [(6, 9), (24, 26), (27, 30)]);
        assert_eq!(marks("ana@ ana"), [(6, 10), (27, 30)]);
    }

    #[test]
    fn the_help_shows_terms_that_work() {
        for key in KEYS {
            assert!(Query::new(key.example).problem().is_none(), "{}", key.example);
            assert!(!Query::new(key.example).is_empty(), "{}", key.example);
            assert!(key.names.iter().all(|name| key.example.contains(name) || key.names[0] != *name));
        }
        let readme = include_str!("../../../../README.md");
        for key in KEYS {
            let row = format!("| `{}` | {} |", key.example.replace('|', "\\|"), key.says);
            assert!(readme.contains(&row), "the README lacks\n{row}");
        }
    }

    #[test]
    fn slices_find_what_a_whole_search_finds() {
        let log = log(Show::Written);
        let mut search = Search::traces(&log, Query::new("ana reason:m"));
        let mut before = Vec::new();
        while !search.advance(&log) {
            assert!(search.found().starts_with(&before) && search.progress(&log) <= 1.0);
            before = search.found().to_vec();
        }
        assert_eq!(search.found(), log.find("ana reason:m"));
    }
}
