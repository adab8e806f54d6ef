//! Redaction: the same log with stand-ins for what belongs to people.
//!
//! The lines themselves are rewritten. So whatever is made of them, a report, a table, the export, a
//! command, can hold no original: it never saw one. What a value is, the roles of the tokens say;
//! addresses, host names and IP addresses are also found in free text and in lines that were not read.
//! Equal values get equal stand-ins, so lines that belong together still do.
//!
//! [`Redacted`] rewrites a whole log and reads it again. [`told`] rewrites only the lines that some traces
//! are told from, and asks the log that was read already: quick enough to follow a check box.
//!
//! [`Originals::proof`] searches an output for every original.

use crate::explain;
use crate::format::{FORMATS, Role};
use crate::knowledge::reason::REASONS;
use crate::knowledge::{glossary, session_id};
use crate::log::Log;
use crate::report::export::{Line, Token};
use crate::text::hidden::unnamed;
use aho_corasick::AhoCorasick;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};
use std::borrow::Borrow;
use std::collections::BTreeSet;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::ops::Range;
use std::sync::LazyLock;

/// A kind of value that can be replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Kind {
    /// Mail addresses: `person1@host1.example.com`.
    Address,
    /// User names and the names of people: `person1`.
    Name,
    /// Host names: `host1.example.com`.
    Host,
    /// IP addresses: those that are set aside for documentation, `192.0.2.1`.
    Ip,
    /// Subject lines: `Subject 1`.
    Subject,
    /// Message ids: `<id1@message.example.com>`.
    MessageId,
}

impl Kind {
    /// Every kind.
    pub const ALL: &'static [Kind] =
        &[Kind::Address, Kind::Name, Kind::Host, Kind::Ip, Kind::Subject, Kind::MessageId];
}

/// What a search for the originals in an output found.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proof {
    /// How many originals were searched for.
    pub searched: usize,
    /// Those that are still in the output: none, or the output must not leave.
    pub left: Vec<String>,
    /// Originals that are also ordinary words of this tool, such as a user called `info`: they are replaced
    /// where they stand for somebody, and not searched for, because the word itself is no secret.
    pub words: usize,
}

/// What was replaced.
#[derive(Debug, Default)]
pub struct Originals {
    /// Every value with its stand-in, in the order in which they are met.
    pub replaced: Vec<(Kind, String, String)>,
    /// The rewritten lines.
    text: String,
}

/// A log with stand-ins.
#[derive(Debug)]
pub struct Redacted {
    /// The log, read again from the rewritten lines; line numbers are those of the original.
    pub log: Log,
    /// What was replaced.
    pub originals: Originals,
}

impl Redacted {
    /// Rewrites a log: values of these kinds get stand-ins, passwords are masked.
    pub fn new(log: &Log, kinds: &[Kind]) -> Redacted {
        let stand_ins = StandIns::new((1..=log.lines()).filter_map(|line| log.line(line)), kinds);
        let mut text = String::new();
        for line in (1..=log.lines()).filter_map(|line| log.line(line)) {
            text.push_str(&stand_ins.line(&line));
            text.push('\n');
        }
        let log = Log::read(text.as_bytes(), log.settings().clone());
        Redacted { log, originals: Originals { replaced: stand_ins.replaced, text } }
    }
}

/// Asks a log about these traces while values of these kinds have stand-ins and passwords are masked. No
/// other line has any text then; line and trace numbers stay.
pub fn told<T>(log: &mut Log, traces: &[u32], kinds: &[Kind], ask: impl FnOnce(&Log) -> T) -> (T, Originals) {
    let lines: Vec<Line> = behind(log, traces).into_iter().map(|index| explain::whole(log, index)).collect();
    let stand_ins = StandIns::new(lines.iter(), kinds);
    let mut text = String::new();
    let mut rewritten = FxHashMap::default();
    for line in &lines {
        let told = stand_ins.line(line);
        text.push_str(&told);
        text.push('\n');
        rewritten.insert(line.line - 1, told.into_bytes());
    }
    (log.rewritten(rewritten, ask), Originals { replaced: stand_ins.replaced, text })
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
            lines.insert(link.line);
            let ends = [link.from, link.to];
            lines.extend(ends.iter().flat_map(|&end| log.lines_of(end)).map(|line| line - 1));
        }
        let told = explain::trace(log, trace).explanation;
        let cited = told.story.iter().map(|sentence| &sentence.lines).chain([&told.cites]);
        lines.extend(cited.flat_map(|cited| cited.iter().map(|line| line - 1)));
    }
    lines
}

impl Originals {
    /// Searches an output for every original, also where the output escapes or names signs.
    pub fn proof(&self, output: &str) -> Proof {
        let plain = output.replace('\\', "");
        let unescaped = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
            .iter()
            .fold(output.to_owned(), |text, (from, to)| text.replace(from, to));
        let named = unnamed(output).into_owned();
        let outputs = [output.to_owned(), plain, unescaped, named].map(|text| text.to_ascii_lowercase());
        let originals: Vec<&str> = self.replaced.iter().map(|of| of.1.as_str()).collect();
        let mut proof = Proof { searched: originals.len(), ..Proof::default() };
        // Without a finder nothing was searched, and nothing is proved.
        let Ok(finder) = AhoCorasick::new(&originals) else {
            proof.left = originals.into_iter().map(str::to_owned).collect();
            return proof;
        };
        let find = |text: &str, found: &mut [bool]| {
            let whole = finder.find_overlapping_iter(text);
            for place in whole.filter(|place| stands_alone(text, place.start(), place.len())) {
                found[place.pattern().as_usize()] = true;
            }
        };
        let mut left = vec![false; originals.len()];
        for text in &outputs {
            find(text, &mut left);
        }
        // A plain word that the rewritten lines do not hold came from the tool itself.
        let mut in_log = vec![false; originals.len()];
        find(&self.text.to_ascii_lowercase(), &mut in_log);
        for (at, original) in originals.iter().enumerate() {
            let plain = original.bytes().all(|byte| byte.is_ascii_alphabetic());
            if is_word_of_ours(original) || plain && left[at] && !in_log[at] {
                proof.words += 1;
                proof.searched -= 1;
            } else if left[at] {
                proof.left.push((*original).to_owned());
            }
        }
        proof
    }
}

/// The values of a log, in the order in which they are met.
#[derive(Default)]
struct Values<'a> {
    kinds: &'a [Kind],
    known: FxHashSet<(Kind, String)>,
    order: Vec<(Kind, String)>,
}

impl Values<'_> {
    fn add(&mut self, kind: Kind, value: &str) {
        let value = value.to_ascii_lowercase();
        let public = match kind {
            Kind::Ip => ip(&value).is_none_or(|ip| ip.is_loopback() || ip.is_unspecified()),
            // What has no letter is a date or a number.
            Kind::Host => {
                !value.chars().any(char::is_alphabetic)
                    || ["localhost", "localhost.localdomain", "example.com"].contains(&value.as_str())
            }
            Kind::Name => {
                !value.chars().any(char::is_alphabetic)
                    || explain::is_service(&value)
                    || ["example", "com", "(unknown)"].contains(&value.as_str())
            }
            Kind::Subject if SUBJECTS.iter().any(|of| of.contains(&value)) => true,
            _ => !value.chars().any(char::is_alphanumeric),
        };
        if public || !self.kinds.contains(&kind) {
            return;
        }
        if self.known.insert((kind, value.clone())) {
            self.order.push((kind, value));
        }
    }

    fn learn(&mut self, line: &Line) {
        let mut end = 0;
        for token in &line.tokens {
            let [from, to] = token.at.map(|at| at as usize);
            self.scan(&line.text[end..from], false);
            end = to;
            self.learn_token(line, token);
        }
        // A line that was not read can hold anything.
        self.scan(&line.text[end..], line.format.is_none());
    }

    fn learn_token(&mut self, line: &Line, token: &Token) {
        let text = token.text.as_str();
        match treatment(&token.role) {
            Treatment::Keep => {}
            // It can look like an IP address.
            _ if token.name.contains("version") => {}
            Treatment::Whole(Kind::Ip) => self.scan(text, true),
            Treatment::Whole(Kind::Address | Kind::Name) if text.contains('@') => {
                self.scan(text, true);
                if let Some((name, _)) = text.split_once('<') {
                    self.add(Kind::Name, name.trim().trim_matches('"'));
                }
                // A name that holds an odd sign is no address, and still somebody.
                let whole = text.trim_start_matches('<').trim_end_matches('>');
                if !text.contains([' ', ',', '<']) && addresses(whole).next() != Some(0..whole.len()) {
                    self.add(Kind::Address, whole);
                }
            }
            Treatment::Whole(Kind::Address | Kind::Name) if text.parse::<IpAddr>().is_ok() => {
                self.scan(text, true);
            }
            // An address without a domain is a name, or one of the words that stand for a place.
            Treatment::Whole(Kind::Address | Kind::Name) if !text.contains(['/', '|', ' ', '"']) => {
                if hosts(text).next() == Some(0..text.len()) && token.role == "address" {
                    self.add(Kind::Host, text);
                } else {
                    self.add(Kind::Name, text);
                }
            }
            Treatment::Whole(Kind::Host) => {
                self.scan(text, true);
                let bare = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
                if token.role == "host" && text.bytes().all(bare) && !is_word_of_ours(text) {
                    self.add(Kind::Host, text);
                }
            }
            Treatment::Whole(Kind::MessageId) => {
                let id = text.trim().trim_start_matches('<').trim_end_matches('>');
                // What spamd writes where a mail has none.
                if id != "(unknown)" {
                    self.add(Kind::MessageId, id);
                }
            }
            Treatment::Whole(Kind::Subject) => self.add(Kind::Subject, text.trim()),
            Treatment::Session => {
                if let Some(session) = session_id::decode(text.as_bytes()) {
                    self.add(Kind::Ip, &session.ip.to_string());
                }
            }
            Treatment::Whole(_) | Treatment::Scan => {
                let free = line.format.is_some() && ["reply", "text"].contains(&token.role.as_str());
                self.scan(text, free);
            }
        }
    }

    /// Finds addresses and IP addresses in a text, and host names where the text is free.
    fn scan(&mut self, text: &str, free: bool) {
        let mut rest = text.to_owned();
        for found in addresses(text) {
            let address = text[found.clone()].trim_end_matches(|last: char| !last.is_alphanumeric());
            let Some((local, domain)) = address.rsplit_once('@').filter(|(_, domain)| !domain.is_empty())
            else {
                continue;
            };
            self.add(Kind::Address, address);
            self.add(Kind::Host, domain);
            if local.chars().count() > 2 && !is_word_of_ours(local) {
                self.add(Kind::Name, local);
            }
            rest.replace_range(found.start..found.start + address.len(), &" ".repeat(address.len()));
        }
        for found in numbers(text) {
            let number = text[found.clone()].trim_end_matches(['.', ':']);
            // After a `#` stands a code of the server's own.
            let is_code = text[..found.start].ends_with('#');
            if !is_code && ip(number).is_some() && stands_alone(text, found.start, number.len()) {
                self.add(Kind::Ip, number);
            }
        }
        for found in hosts(&rest).filter(|_| free) {
            let host = &rest[found.clone()];
            let last = host.rsplit('.').next().unwrap_or_default();
            if !FILES.contains(&last) && !is_public(host) && stands_alone(&rest, found.start, found.len()) {
                self.add(Kind::Host, host);
            }
        }
    }
}

/// The stand-in of every value.
struct StandIns {
    replaced: Vec<(Kind, String, String)>,
    of: FxHashMap<(Kind, String), usize>,
    /// Finds the values in free text, by their place in `replaced`.
    finder: Option<(AhoCorasick, Vec<usize>)>,
}

impl StandIns {
    /// Learns the values of these lines.
    fn new(lines: impl Iterator<Item = impl Borrow<Line>>, kinds: &[Kind]) -> StandIns {
        let mut values = Values { kinds, ..Values::default() };
        lines.for_each(|line| values.learn(line.borrow()));
        let taken: FxHashSet<&str> = values.order.iter().map(|(_, value)| value.as_str()).collect();
        // A stand-in that is itself in the log would stand for two, and one whose numbered label is would bring
        // that back.
        let free = |number: &mut usize, make: &dyn Fn(usize) -> String| loop {
            *number += 1;
            let made = make(*number);
            let lower = made.to_ascii_lowercase();
            let label = lower.split(['.', '@']).next().unwrap_or_default();
            let numbered = label.ends_with(&number.to_string());
            if !(taken.contains(lower.as_str()) || numbered && taken.contains(label)) {
                return made;
            }
        };
        let mut numbers: FxHashMap<Kind, usize> = FxHashMap::default();
        let mut of: FxHashMap<(Kind, String), usize> = FxHashMap::default();
        let mut persons: FxHashMap<String, String> = FxHashMap::default();
        let mut replaced: Vec<(Kind, String, String)> = Vec::new();
        // Hosts come first: an address holds one.
        let mut order = values.order.clone();
        order.sort_by_key(|(kind, _)| *kind != Kind::Host);
        for (kind, value) in order {
            let key = (kind, canonical(kind, &value));
            if let Some(&known) = of.get(&key) {
                // The same IP address, written in another way.
                let stand_in = replaced[known].2.clone();
                replaced.push((kind, value, stand_in));
                continue;
            }
            let counted = if kind == Kind::Address { Kind::Name } else { kind };
            let number = numbers.entry(counted).or_default();
            let stand_in = match kind {
                Kind::Address | Kind::Name => {
                    let local = value.rsplit_once('@').map_or(value.as_str(), |(local, _)| local);
                    let person = if kind == Kind::Name { persons.get(local).cloned() } else { None };
                    let person = person.unwrap_or_else(|| free(number, &|n| format!("person{n}")));
                    persons.entry(local.to_owned()).or_insert_with(|| person.clone());
                    match value.rsplit_once('@').filter(|_| kind == Kind::Address) {
                        Some((_, domain)) => {
                            let known = of.get(&(Kind::Host, domain.to_owned()));
                            let host = match known {
                                Some(&at) => replaced[at].2.clone(),
                                None if !values.kinds.contains(&Kind::Host) => domain.to_owned(),
                                // It holds more than a host name: nothing of it is kept.
                                None => free(numbers.entry(Kind::Host).or_default(), &|n| {
                                    format!("host{n}.example.com")
                                }),
                            };
                            format!("{person}@{host}")
                        }
                        None => person,
                    }
                }
                Kind::Host if value.contains('.') => free(number, &|n| format!("host{n}.example.com")),
                Kind::Host => free(number, &|n| format!("host{n}")),
                Kind::Ip => free(number, &|n| documentation_ip(n, key.1.contains(':'))),
                Kind::Subject => free(number, &|n| format!("Subject {n}")),
                Kind::MessageId => free(number, &|n| format!("id{n}@message.example.com")),
            };
            of.insert(key, replaced.len());
            replaced.push((kind, value, stand_in));
        }
        let mut searched: Vec<(String, usize)> = Vec::new();
        for (at, (kind, value, _)) in replaced.iter().enumerate().filter(|(_, of)| !is_word_of_ours(&of.1)) {
            searched.push((value.clone(), at));
            if *kind == Kind::Host {
                // As a rule with a regular expression has it.
                searched.push((value.replace('.', r"\."), at));
            }
        }
        let (texts, places): (Vec<String>, Vec<usize>) = searched.into_iter().unzip();
        let finder = AhoCorasick::builder().ascii_case_insensitive(true).build(texts);
        let finder = finder.ok().filter(|_| !places.is_empty()).map(|finder| (finder, places));
        StandIns { replaced, of, finder }
    }

    /// A line with its stand-ins.
    fn line(&self, line: &Line) -> String {
        let mut out = String::new();
        let mut end = 0;
        for token in &line.tokens {
            let [from, to] = token.at.map(|at| at as usize);
            out.push_str(&line.text[end..from]);
            end = to;
            out.push_str(&self.token(token));
        }
        out.push_str(&line.text[end..]);
        // What stands between the tokens, in free text, and across the edges of tokens.
        self.text(&out)
    }

    fn token(&self, token: &Token) -> String {
        let text = token.text.as_str();
        match treatment(&token.role) {
            Treatment::Session => session_id::decode(text.as_bytes())
                .and_then(|session| {
                    let ip = self.get(Kind::Ip, &session.ip.to_string())?.parse().ok()?;
                    Some(session_id::SessionId { ip, ..session }.encode())
                })
                .unwrap_or_else(|| text.to_owned()),
            Treatment::Whole(kind) => {
                let inner =
                    text.trim_start_matches(['<', '"', '[', '(']).trim_end_matches(['>', '"', ']', ')']);
                let kinds = match kind {
                    Kind::Address | Kind::Name => &[Kind::Address, Kind::Name, Kind::Host][..],
                    Kind::Host => &[Kind::Host],
                    Kind::MessageId => &[Kind::MessageId],
                    Kind::Subject => &[Kind::Subject],
                    Kind::Ip => &[Kind::Ip],
                };
                match kinds.iter().find_map(|kind| self.get(*kind, inner.trim())) {
                    Some(stand_in) => text.replacen(inner.trim(), stand_in, 1),
                    None => text.to_owned(),
                }
            }
            Treatment::Keep | Treatment::Scan => text.to_owned(),
        }
    }

    fn get(&self, kind: Kind, value: &str) -> Option<&str> {
        let at = self.of.get(&(kind, canonical(kind, value)))?;
        Some(&self.replaced[*at].2)
    }

    /// A text with stand-ins for all values that stand in it.
    fn text(&self, text: &str) -> String {
        let Some((finder, values)) = &self.finder else { return text.to_owned() };
        let mut found: Vec<(Range<usize>, usize)> = finder
            .find_overlapping_iter(text)
            .filter(|found| stands_alone(text, found.start(), found.len()))
            .map(|found| (found.range(), values[found.pattern().as_usize()]))
            .collect();
        found.sort_by_key(|(at, _)| (at.start, std::cmp::Reverse(at.end)));
        let mut out = String::new();
        let mut end = 0;
        for (at, value) in found {
            if at.start >= end {
                out.push_str(&text[end..at.start]);
                out.push_str(&self.replaced[value].2);
                end = at.end;
            }
        }
        out.push_str(&text[end..]);
        out
    }
}

/// What is done with a token.
enum Treatment {
    /// It holds nobody's data.
    Keep,
    /// The whole of it is such a value.
    Whole(Kind),
    /// It is the id of a log-in session, which holds the client's address.
    Session,
    /// Values may stand in it.
    Scan,
}

/// What is done with a token of this role, by its name in the export.
fn treatment(role: &str) -> Treatment {
    static TABLE: LazyLock<FxHashMap<String, fn() -> Treatment>> = LazyLock::new(|| {
        let mut table: FxHashMap<String, fn() -> Treatment> = FxHashMap::default();
        let mut put = |roles: &[Role], treatment: fn() -> Treatment| {
            table.extend(roles.iter().map(|role| (role.name(), treatment)));
        };
        put(
            &[
                Role::Time,
                Role::Pid,
                Role::Delivery,
                Role::Queued,
                Role::Uid,
                Role::Port,
                Role::Bytes,
                Role::Count,
                Role::Duration,
                Role::Code,
                Role::Status,
                Role::Password,
            ],
            || Treatment::Keep,
        );
        put(&[Role::Sender, Role::Recipient, Role::OriginalRecipient, Role::Address], || {
            Treatment::Whole(Kind::Address)
        });
        put(&[Role::User], || Treatment::Whole(Kind::Name));
        put(&[Role::Host, Role::Remote], || Treatment::Whole(Kind::Host));
        put(&[Role::Client, Role::Ip], || Treatment::Whole(Kind::Ip));
        put(&[Role::Subject], || Treatment::Whole(Kind::Subject));
        put(&[Role::MessageId], || Treatment::Whole(Kind::MessageId));
        put(&[Role::Session], || Treatment::Session);
        table
    });
    TABLE.get(role).map_or(Treatment::Scan, |treatment| treatment())
}

/// Where addresses stand in a text: signs, an `@`, signs; without the marks that stand around an address in
/// logs, such as the `=` before one.
fn addresses(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mark = |sign: char| sign <= ' ' || "<>()[]{},;:\"'@=\\/|".contains(sign);
    let mut free = 0;
    text.match_indices('@').filter_map(move |(at, _)| {
        let before = text.get(free..at)?;
        let start = before.rfind(mark).map_or(free, |last| free + last + 1);
        let ends = |sign: char| mark(sign) || "!?*_".contains(sign);
        let end = text[at + 1..].find(ends).map_or(text.len(), |length| at + 1 + length);
        if start == at || end == at + 1 {
            return None;
        }
        free = end;
        Some(start..end)
    })
}

/// Where something stands that may be an IP address: hexadecimal digits with two dots or colons at least.
fn numbers(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mark = |byte: &u8| matches!(byte, b':' | b'.');
    let runs = runs(text, move |byte| byte.is_ascii_hexdigit() || mark(&byte));
    runs.filter(move |run| text.as_bytes()[run.clone()].iter().filter(|byte| mark(byte)).count() > 1)
}

/// Where host names stand in a text: labels with dots between them, the last of which begins with a letter.
fn hosts(text: &str) -> impl Iterator<Item = Range<usize>> {
    let runs = runs(text, |byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.'));
    runs.flat_map(|run| {
        let mut found = Vec::new();
        let mut at = run.start;
        while let Some(host) = host(&text[at..run.end]) {
            found.push(at + host.start..at + host.end);
            at += host.end;
        }
        found
    })
}

/// The first host name in letters, digits, hyphens and dots. Its first label may begin after hyphens, its
/// last may end before some.
fn host(run: &str) -> Option<Range<usize>> {
    let mut start = 0;
    for first in run.split_inclusive('.') {
        let (mut at, mut end) = (start, None);
        for label in run[start..].split('.') {
            let last = label.trim_end_matches('-');
            if at > start && last.len() > 1 && last.starts_with(|sign: char| sign.is_ascii_alphabetic()) {
                end = Some(at + last.len());
            }
            let whole = if at == start { label.trim_start_matches('-') } else { label };
            if whole.is_empty() || whole.starts_with('-') || whole.ends_with('-') {
                break;
            }
            at += label.len() + 1;
        }
        if let Some(end) = end {
            return Some(start + first.len() - first.trim_start_matches('-').len()..end);
        }
        start += first.len();
    }
    None
}

/// The longest stretches of such bytes, which are ASCII.
fn runs(text: &str, of: impl Fn(u8) -> bool) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + bytes.get(at..)?.iter().position(|byte| of(*byte))?;
        at = bytes[start..].iter().position(|byte| !of(*byte)).map_or(bytes.len(), |length| start + length);
        Some(start..at)
    })
}

/// Endings of file names: what has one is no host.
const FILES: &[&str] = &[
    "c", "cache", "cf", "cgi", "conf", "cpp", "db", "doc", "docx", "eml", "exe", "gz", "htm", "html", "jpg",
    "js", "lock", "log", "pdf", "php", "pl", "png", "py", "service", "sh", "sieve", "so", "sock", "svbin",
    "tmp", "txt", "xls", "xlsx", "zip",
];

/// The words of the tool itself: of its patterns and of its explanations.
static WORDS: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    let mut words = FxHashSet::default();
    let mut take = |text: &str| {
        let parts = text.split(|letter: char| !letter.is_ascii_alphanumeric());
        words.extend(parts.filter(|word| !word.is_empty()).map(str::to_ascii_lowercase));
    };
    for format in FORMATS {
        [format.id, format.title].into_iter().for_each(&mut take);
        format.programs.iter().copied().for_each(&mut take);
        for field in format.fields {
            [field.name, field.says].into_iter().for_each(&mut take);
            field.values.iter().for_each(|word| take(word.text));
        }
        for pattern in format.patterns {
            [pattern.id, pattern.template, pattern.says].into_iter().for_each(&mut take);
        }
    }
    for facts in &REASONS {
        [facts.name, facts.headline, facts.means, facts.agent, facts.customer]
            .into_iter()
            .for_each(&mut take);
    }
    for term in glossary::TERMS {
        [term.term, term.stands_for, term.means, term.longer].into_iter().for_each(&mut take);
    }
    words
});

/// The subjects that servers write, as the patterns have them.
static SUBJECTS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let templates = FORMATS.iter().flat_map(|format| format.patterns).map(|pattern| pattern.template);
    templates.map(str::to_ascii_lowercase).filter(|text| text.starts_with("subject: ")).collect()
});

/// True for a single word that the tool itself uses.
fn is_word_of_ours(value: &str) -> bool {
    WORDS.contains(&value.to_ascii_lowercase())
}

/// Services whose names say why mail was refused, and nothing about a person.
const PUBLIC: &[&str] = &[
    "abuseat.org",
    "abusix.com",
    "apple.com",
    "barracudacentral.org",
    "google.com",
    "live.com",
    "mailspike.net",
    "mimecast.com",
    "office.com",
    "office365.com",
    "outlook.com",
    "proofpoint.com",
    "senderscore.org",
    "sorbs.net",
    "spamcop.net",
    "spamhaus.org",
    "spamrats.com",
    "uceprotect.net",
    "yahoo.com",
];

/// True for a host of such a service.
fn is_public(host: &str) -> bool {
    let host = host.to_ascii_lowercase();
    PUBLIC.iter().any(|service| {
        host.strip_suffix(service).is_some_and(|before| before.is_empty() || before.ends_with('.'))
    })
}

/// A value in the one form in which it is compared.
fn canonical(kind: Kind, value: &str) -> String {
    match kind {
        Kind::Ip => ip(value).map_or_else(|| value.to_owned(), |ip| ip.to_string()),
        _ => value.to_ascii_lowercase(),
    }
}

/// An IP address however it is written; an IPv4 address in IPv6 form is the same address.
fn ip(text: &str) -> Option<IpAddr> {
    let ip: IpAddr = text.trim_start_matches('[').trim_end_matches(']').parse().ok()?;
    Some(ip.to_canonical())
}

/// The n-th address that is set aside for documentation, from 1.
fn documentation_ip(number: usize, v6: bool) -> String {
    const NETS: [[u8; 3]; 3] = [[192, 0, 2], [198, 51, 100], [203, 0, 113]];
    let (net, host) = ((number - 1) / 254, (number - 1) % 254 + 1);
    match NETS.get(net).filter(|_| !v6) {
        Some([a, b, c]) => Ipv4Addr::new(*a, *b, *c, host as u8).to_string(),
        None => Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, (number >> 16) as u16, number as u16).to_string(),
    }
}

/// True when a part of a text is no part of a longer word.
fn stands_alone(text: &str, at: usize, length: usize) -> bool {
    let word = |letter: char| letter.is_alphanumeric();
    let (Some(before), Some(after)) = (text.get(..at), text.get(at + length..)) else { return false };
    !before.ends_with(word) && !after.starts_with(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str, found: impl Iterator<Item = Range<usize>>) -> Vec<&str> {
        found.map(|at| &text[at]).collect()
    }

    #[test]
    fn addresses_end_at_the_marks_around_them() {
        for (text, want) in [
            ("<a@b.example>, to=c.d@e", &["a@b.example", "c.d@e"][..]),
            ("a@b@c", &["a@b"]),
            ("@b a@ @", &[]),
            ("_<x+y@z.example>_unknown", &["x+y@z.example"]),
            ("u@d.example_is", &["u@d.example"]),
            ("\u{e9}@\u{fc}.example", &["\u{e9}@\u{fc}.example"]),
        ] {
            assert_eq!(parts(text, addresses(text)), want, "{text}");
        }
    }

    #[test]
    fn numbers_have_two_separators() {
        let text = "192.0.2.1 14:28 2001:db8::1 a.b cafe::";
        assert_eq!(parts(text, numbers(text)), ["192.0.2.1", "2001:db8::1", "cafe::"]);
    }

    #[test]
    fn hosts_end_with_a_name() {
        for (text, want) in [
            ("see http://help.a-b.example/x", &["help.a-b.example"][..]),
            ("192.0.2.1 4.4.1 a.b", &[]),
            ("-x.example- y..example", &["x.example"]),
            ("mx_1.host.example.", &["1.host.example"]),
            ("a.example.7", &["a.example"]),
            ("a-.b.example.c", &["b.example"]),
            ("\u{e9}t\u{e9}.example.net", &["example.net"]),
        ] {
            assert_eq!(parts(text, hosts(text)), want, "{text}");
        }
    }
}
