//! Redaction: the same log with placeholders for what belongs to people.
//!
//! First everything is found (`find`), in the whole text and by what formats know of it; then each value gets a
//! placeholder of its kind, and the lines are rewritten; at last [`Originals::proof`] searches what is written for
//! every value, in every spelling. So whatever is made of the rewritten lines, a report, a table, the export, a
//! command, can hold no original: it never saw one. Equal values get equal placeholders, so lines that belong
//! together still do.
//!
//! [`Redacted`] rewrites a whole log and reads it again. [`told`] rewrites only the lines that some traces
//! are told from, and asks the log that was read already: quick enough to follow a check box.

mod find;
mod placeholder;
mod spelling;
mod words;

use crate::explain;
use crate::format::Role;
use crate::log::{Log, Parsed, Reader};
use crate::search::values;
use crate::sort;
use crate::syntax::session_id;
use crate::text::hidden::unnamed;
use crate::text::lossy;
use find::{Around, FoundValue, apart, places};
use placeholder::Maker;
use rustc_hash::{FxHashMap, FxHashSet};
use spelling::{Lookup, Plain};
use std::collections::BTreeSet;
use std::ops::Range;

/// A kind of value that can be replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Kind {
    /// Mail addresses: `person1@host1.example.com`.
    Address,
    /// User names and the names of people and organizations: `person1`.
    Name,
    /// Host names: `host1.example.com`.
    Host,
    /// IP addresses: those that are set aside for documentation, `192.0.2.1`; and what holds one.
    Ip,
    /// Subject lines: `Subject 1`.
    Subject,
    /// Message ids: `<id1@message.example.com>`.
    MessageId,
    /// Mail folders of a user's own: `folder1`.
    Mailbox,
}

impl Kind {
    /// Every kind.
    pub const ALL: &'static [Kind] =
        &[Kind::Address, Kind::Name, Kind::Host, Kind::Ip, Kind::Subject, Kind::MessageId, Kind::Mailbox];
}

/// What a search for the originals in an output found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Proof {
    /// How many originals were searched for.
    pub searched: usize,
    /// Those that are still in the output: none, or the output must not leave.
    pub left: Vec<String>,
    /// Originals that are also ordinary words of this tool, such as a user called `info`: they are replaced
    /// where they stand for somebody, and not searched for, because the word itself is no secret.
    pub words: Vec<String>,
}

/// What was replaced.
#[derive(Debug, Default)]
pub struct Originals {
    /// Every value with its placeholder, in the order in which they are met.
    pub replaced: Vec<(Kind, String, String)>,
    /// The numbers of those that are ordinary words.
    words: FxHashSet<u32>,
    /// The numbers of those that the reader chose and that are no such words.
    chosen: FxHashSet<u32>,
    /// The rewritten lines.
    text: String,
}

/// A log with placeholders.
#[derive(Debug)]
pub struct Redacted {
    /// The log, read again from the rewritten lines; line numbers are those of the original. Its sources are called
    /// `Log 1`, `Log 2` and so on.
    pub log: Log,
    /// What was replaced.
    pub originals: Originals,
}

impl Redacted {
    /// Rewrites a log: values of these kinds get placeholders, and these words, wherever they stand.
    pub fn new(log: &Log, kinds: &[Kind], also: &[String]) -> Redacted {
        let mut values = Values::of(kinds, also);
        for index in 0..log.lines() {
            values.learn_roles(&log.parse(index));
            values.learn_text(&lossy(log.pasted(index)), around(log, index));
        }
        let placeholders = Placeholders::new(values);
        let mut reader = Reader::new(log.settings().clone());
        let mut text = String::with_capacity(log.bytes().len());
        let (mut sources, mut given) = ((1..).zip(log.sources()).peekable(), 0);
        for index in 0..log.lines() {
            while let Some((nth, _)) = sources.next_if(|(_, source)| source.first == index + 1) {
                // What is too much for one log was too much before.
                let _ = reader.push(&text.as_bytes()[given..]);
                given = text.len();
                // The name of a file may be that of a person.
                reader.source(format!("Log {nth}"));
            }
            placeholders.line(&lossy(log.pasted(index)), index as usize, &mut text);
            text.push('\n');
        }
        let _ = reader.push(&text.as_bytes()[given..]);
        let mut redacted = reader.finish();
        // What shared a line has one of its own now.
        if log.number(log.lines()) < log.lines() {
            redacted.set_numbers((1..=log.lines()).map(|line| log.number(line)).collect());
        }
        Redacted { log: redacted, originals: placeholders.originals(text) }
    }
}

/// Asks a log about these traces while values of these kinds have placeholders, and these words. No other line has any
/// text then; line and trace numbers stay.
pub fn told<T>(
    log: &mut Log,
    traces: &[u32],
    kinds: &[Kind],
    also: &[String],
    ask: impl FnOnce(&Log) -> T,
) -> (T, Originals) {
    let mut values = Values::of(kinds, also);
    let lines = behind(log, traces);
    for &index in &lines {
        let parsed = log.parse(index);
        values.learn_roles(&parsed);
        values.learn_text(&lossy(parsed.line), around(log, index));
    }
    let placeholders = Placeholders::new(values);
    let mut text = String::new();
    let mut rewritten = FxHashMap::default();
    for (nth, index) in lines.into_iter().enumerate() {
        let begins = text.len();
        placeholders.line(&lossy(log.parse(index).line), nth, &mut text);
        rewritten.insert(index, text.as_bytes()[begins..].to_vec());
        text.push('\n');
    }
    (log.rewritten(rewritten, ask), placeholders.originals(text))
}

/// What is known of a line, by its index from 0.
fn around(log: &Log, index: u32) -> Around {
    let is_folded = |said: &[u8]| said.first().is_some_and(|first| b" \t".contains(first));
    let is_subject = |said: &[u8]| said.get(..8).is_some_and(|key| key.eq_ignore_ascii_case(b"subject:"));
    let line = log.pasted(index);
    let (speaker, start) = speaker(line);
    let folds = is_folded(&line[start..]) && {
        // No subject goes over more lines; others may speak between them.
        let before = (index.saturating_sub(if speaker.is_empty() { 4 } else { 8 })..index).rev();
        let said = before.map(|before| log.pasted(before)).filter_map(|line| {
            let (of, start) = self::speaker(line);
            (of == speaker).then_some(&line[start..])
        });
        said.into_iter().find(|said| !is_folded(said)).is_some_and(is_subject)
    };
    Around { unread: log.is_unread(index), other: log.is_other(index), folded: folds.then_some(start) }
}

/// Who says what a line holds, and where that begins: `4292 < ` of recordio, ` -> ` of swaks, `> ` of a quote.
fn speaker(line: &[u8]) -> (&[u8], usize) {
    let near = &line[..line.len().min(80)];
    let mark = near.windows(2).position(|two| matches!(two, b"< " | b"> "));
    let Some(mark) = mark else { return (&[], 0) };
    let begins =
        near[..mark].trim_ascii_end().iter().rposition(u8::is_ascii_whitespace).map_or(0, |at| at + 1);
    let name = near[begins..mark].trim_ascii_end();
    let speaks = name.iter().all(u8::is_ascii_digit) || matches!(name, b"-" | b"~");
    if speaks { (&line[begins..=mark], mark + 2) } else { (&[], 0) }
}

/// The lines that traces are told from, by their index from 0: their own, those of their attempts, those of
/// the traces that are tied to them, and all that a sentence rests on, wherever they stand.
fn behind(log: &Log, traces: &[u32]) -> BTreeSet<u32> {
    let mut lines = BTreeSet::new();
    for &trace in traces {
        lines.extend(log.lines_of(trace).iter().map(|line| line - 1));
        for attempt in log.attempts_of(trace) {
            lines.extend([attempt.start, attempt.end].into_iter().filter(|index| *index < log.lines()));
            lines.extend(log.told_of(attempt));
        }
        for link in log.links_of(trace) {
            let ends = [link.from, link.to];
            lines.extend(ends.iter().flat_map(|&end| log.lines_of(end)).map(|line| line - 1));
        }
        let told = explain::trace(log, trace);
        // Whoever came back after greylisting is told by the message that they brought.
        let later = explain::returned(log, &told);
        lines.extend(later.iter().flat_map(|of| log.lines_of(*of)).map(|line| line - 1));
        // What only follows is told by what it follows from.
        let causes = explain::causes(log, trace);
        lines.extend(causes.iter().flat_map(|of| log.lines_of(*of)).map(|line| line - 1));
        let causes = causes.into_iter().map(|of| explain::trace(log, of).explanation);
        for told in causes.chain([told.explanation]) {
            let cited = told.story.iter().map(|sentence| &sentence.lines).chain([&told.cites]);
            lines.extend(cited.flat_map(|cited| cited.iter().map(|line| line - 1)));
        }
    }
    lines
}

impl Originals {
    /// Words in the rewritten lines that may be somebody's, though nothing says so; the first of them. Whoever knows
    /// that they are has them replaced, too.
    pub fn undecided(&self) -> Vec<String> {
        words::undecided(&self.text)
    }

    /// Searches an output for every original, in every spelling that an output has.
    pub fn proof(&self, output: &str) -> Proof {
        let mut index = Lookup::default();
        let mut proof = Proof::default();
        for (number, (_, original, _)) in (0..).zip(&self.replaced) {
            if self.words.contains(&number) {
                proof.words.push(original.clone());
            } else {
                index.add(original, number);
            }
        }
        let found = |text: &str| -> FxHashSet<u32> {
            let plain = Plain::new(text);
            index.find(&plain.text).into_iter().map(|(_, number)| number).collect()
        };
        let in_output = found(&unnamed(output));
        // What the rewritten lines do not hold came from the tool itself.
        let in_log = if in_output.is_empty() { FxHashSet::default() } else { found(&self.text) };
        for (number, (_, original, _)) in
            (0..).zip(&self.replaced).filter(|(number, _)| in_output.contains(number))
        {
            let one_word = original.chars().all(char::is_alphanumeric);
            let of_tool = one_word && !in_log.contains(&number) && !self.chosen.contains(&number);
            let of = if of_tool { &mut proof.words } else { &mut proof.left };
            of.push(original.clone());
        }
        proof.searched = self.replaced.len() - proof.words.len();
        proof
    }
}

/// The values of a log, in the order in which they are met.
#[derive(Default)]
struct Values<'a> {
    kinds: &'a [Kind],
    /// By the value in lower case; nothing for what is kept.
    known: FxHashMap<String, Option<u32>>,
    list: Vec<Value>,
    /// Ids of messages: they are kept, whatever they look like.
    ids: FxHashSet<String>,
    /// Where values were found, line after line, and where the places of each line end.
    places: Vec<(Range<u32>, u32)>,
    lines: Vec<usize>,
    lower: String,
}

struct Value {
    kind: Kind,
    /// As it stood first.
    text: String,
    lower: String,
    /// It is looked for in every text.
    everywhere: bool,
    /// The reader said that it's to be replaced, whatever word it is.
    chosen: bool,
    /// The kinds for which all that follows from it is known.
    followed: u8,
}

impl<'a> Values<'a> {
    fn of(kinds: &'a [Kind], also: &[String]) -> Values<'a> {
        let mut values = Values { kinds, ..Values::default() };
        for word in also.iter().filter(|word| word.contains(char::is_alphanumeric)) {
            let lower = word.to_lowercase();
            let number = values.list.len() as u32;
            values.known.entry(lower.clone()).or_insert_with(|| {
                let text = word.clone();
                values.list.push(Value {
                    kind: Kind::Name,
                    text,
                    lower,
                    everywhere: true,
                    chosen: true,
                    followed: 0,
                });
                Some(number)
            });
        }
        values
    }

    /// The number of a value.
    fn add(&mut self, kind: Kind, text: &str, everywhere: bool) -> Option<u32> {
        self.lower.clear();
        if text.is_ascii() {
            self.lower.push_str(text);
            self.lower.make_ascii_lowercase();
        } else {
            self.lower.push_str(&text.to_lowercase());
        }
        // What is kept as a word may be all that a subject says.
        let says = kind == Kind::Subject && words::is_kept(text);
        if says {
            self.lower.insert_str(0, "subject: ");
        }
        let known = self.known.get(&self.lower).copied();
        if let Some(Some(known)) = known {
            self.list[known as usize].everywhere |= everywhere && self.kinds.contains(&kind);
            return Some(known);
        }
        if known.is_some() || !self.kinds.contains(&kind) {
            return None;
        }
        let empty = !text.contains(char::is_alphanumeric);
        let number = (!empty && (says || !words::is_kept(text))).then_some(self.list.len() as u32);
        self.known.insert(self.lower.clone(), number);
        if number.is_some() {
            let lower = if says { text.to_lowercase() } else { self.lower.clone() };
            let text = text.to_owned();
            self.list.push(Value { kind, text, lower, everywhere, chosen: false, followed: 0 });
        }
        number
    }

    /// Finds the values of the next line.
    fn learn_text(&mut self, text: &str, around: Around) {
        let plain = Plain::new(text);
        for FoundValue { at, kind, everywhere } in places(&plain.text, around) {
            let text = &plain.text[at.clone()];
            let Some(number) = self.add(kind, text, everywhere) else { continue };
            let at = plain.source(&at);
            self.places.push((at.start as u32..at.end as u32, number));
            let followed = &mut self.list[number as usize].followed;
            if *followed & 1 << kind as u8 == 0 {
                *followed |= 1 << kind as u8;
                self.learn_parts(kind, text);
            }
        }
        self.lines.push(self.places.len());
    }

    /// What follows from a value.
    fn learn_parts(&mut self, kind: Kind, text: &str) {
        match kind {
            Kind::Name if text.contains('.') && !text.contains(' ') => {
                self.add(Kind::Name, &text.replace('.', " "), true);
                self.add(Kind::Name, &text.replace('.', "-"), true);
            }
            Kind::Host if text.contains('.') && words::service_of(&text.to_lowercase()).is_none() => {
                let domain = placeholder::registered(text);
                self.add(Kind::Host, domain, true);
                let label = domain.split('.').next().unwrap_or_default();
                if label.len() > 4 && !words::is_word_of_ours(label) && label.contains(char::is_alphabetic) {
                    self.add(Kind::Host, label, true);
                }
            }
            Kind::Ip => {
                if let Some(session) = session_id::decode(text.as_bytes()) {
                    self.add(Kind::Ip, &session.ip.to_string(), true);
                }
            }
            _ => {}
        }
    }

    /// What a format knows.
    fn learn_roles(&mut self, parsed: &Parsed<'_>) {
        values(parsed, &mut |role, value| {
            let text = lossy(value);
            let text = text.trim().trim_start_matches(['<', '"']).trim_end_matches(['>', '"']);
            let own = || words::is_word_of_ours(text) || text.chars().count() < 3;
            match role {
                Role::Message | Role::OtherMessage | Role::Queued => {
                    self.ids.insert(text.to_lowercase());
                }
                Role::Sender | Role::Recipient | Role::OriginalRecipient | Role::Address | Role::User => {
                    match text.rsplit_once('@') {
                        Some((_, domain)) if !text.contains([' ', ',', '<', '/', '|']) => {
                            self.add(Kind::Address, text, true);
                            self.add(Kind::Host, domain, true);
                        }
                        None if !text.contains(['/', '|', ' ', '"', ':', '[', '('])
                            && text.contains(char::is_alphabetic) =>
                        {
                            let kind = if text.contains('.') && role != Role::User {
                                Kind::Host
                            } else {
                                Kind::Name
                            };
                            self.add(kind, text, !own());
                        }
                        _ => {}
                    }
                }
                Role::Host | Role::Remote => {
                    let bare = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
                    if text.bytes().all(bare)
                        && text.contains(char::is_alphabetic)
                        && !words::is_word_of_ours(text)
                    {
                        self.add(Kind::Host, text, !own());
                    }
                }
                Role::Subject if words::our_part(text) == 0 => {
                    self.add(Kind::Subject, text, !own());
                }
                Role::MessageId => {
                    self.add(Kind::MessageId, text, true);
                }
                Role::Session if session_id::decode(text.as_bytes()).is_some() => {
                    self.add(Kind::Ip, text, true);
                    self.learn_parts(Kind::Ip, text);
                }
                _ => {}
            }
        });
    }
}

/// The placeholder of every value.
struct Placeholders {
    replaced: Vec<(Kind, String, String)>,
    words: FxHashSet<u32>,
    chosen: FxHashSet<u32>,
    /// Where they belong, line after line, and where the places of each line end.
    places: Vec<(Range<u32>, u32)>,
    lines: Vec<usize>,
    /// Finds the values in every text.
    index: Lookup,
}

impl Placeholders {
    fn new(values: Values) -> Placeholders {
        let Values { kinds, list, ids, mut places, lines, .. } = values;
        // The placeholder of a session's id has parts of it: what was only found inside is none by itself.
        let sessions = list.iter().filter(|value| session_id::decode(value.text.as_bytes()).is_some());
        let parts: FxHashSet<&str> = sessions.flat_map(|value| value.lower.split(['+', '/'])).collect();
        let is_kept = |value: &Value| {
            let known = ids.contains(&value.lower) || parts.contains(value.lower.as_str());
            !value.chosen && value.kind == Kind::Name && known
        };
        let mut order: Vec<usize> = (0..list.len()).filter(|&at| !is_kept(&list[at])).collect();
        // Hosts come first: an address holds one.
        sort::by_key(&mut order, |&at| list[at].kind != Kind::Host);
        let mut maker = Maker::new(kinds, order.iter().map(|&at| list[at].lower.as_str()));
        let mut numbers = vec![NONE; list.len()];
        let (mut replaced, mut index) = (Vec::new(), Lookup::default());
        let (mut words, mut chosen) = (FxHashSet::default(), FxHashSet::default());
        for at in order {
            let value = &list[at];
            let Some(placeholder) = maker.make(value.kind, &value.text) else { continue };
            numbers[at] = replaced.len() as u32;
            let short =
                !value.chosen && value.text.chars().filter(|letter| letter.is_alphanumeric()).count() < 3;
            // No value is a domain that is kept: `Values::add`.
            let of_ours =
                !value.chosen && !words::is_in_domain(&value.text) && words::is_of_our_words(&value.text);
            if value.everywhere && !of_ours {
                index.add(&value.text, numbers[at]);
            }
            if short || of_ours {
                words.insert(numbers[at]);
            }
            if value.chosen && !words::is_of_our_words(&value.text) {
                chosen.insert(numbers[at]);
            }
            replaced.push((value.kind, value.lower.clone(), placeholder));
        }
        for (_, value) in &mut places {
            *value = numbers[*value as usize];
        }
        Placeholders { replaced, words, chosen, places, lines, index }
    }

    /// What was replaced in lines that now read so.
    fn originals(self, text: String) -> Originals {
        Originals { replaced: self.replaced, words: self.words, chosen: self.chosen, text }
    }

    /// Writes the n-th of the lines that were learned with its placeholders.
    fn line(&self, line: &str, nth: usize, out: &mut String) {
        let plain = Plain::new(line);
        let begins = nth.checked_sub(1).map_or(0, |before| self.lines[before]);
        let known = self.places[begins..self.lines[nth]].iter().filter(|(_, number)| *number != NONE);
        let mut found: Vec<(Range<usize>, u32)> =
            known.map(|(at, number)| (at.start as usize..at.end as usize, *number)).collect();
        found
            .extend(self.index.find(&plain.text).into_iter().map(|(at, number)| (plain.source(&at), number)));
        let mut end = 0;
        for (at, number) in apart(found) {
            out.push_str(&line[end..at.start]);
            out.push_str(&self.replaced[number as usize].2);
            end = at.end;
        }
        out.push_str(&line[end..]);
    }
}

/// The number of a value that is kept.
const NONE: u32 = u32::MAX;
