//! Finds what belongs to people in a text, by what it looks like and by what stands before it.
//!
//! The whole text is looked at, whatever a format knows of it: what is never found is never replaced.

use super::Kind;
use super::words::{self, Mark, is_word_of_ours};
use crate::frame::dovecot::SERVICES;
use crate::secrets::is_question;
use crate::sort;
use crate::syntax::{left_out, session_id};
use memchr::{memchr, memchr_iter, memchr2_iter};
use std::net::IpAddr;
use std::ops::Range;

/// No value is longer.
const REACH: usize = 512;

/// Neither an address of IPv6 nor one of a network card has more groups of digits.
const MOST_GROUPS: usize = 9;

/// Keys of a name in a directory or a certificate.
const PARTS: &[&str] = &["O", "OU", "CN", "L", "ST", "DC", "emailAddress"];

/// A value where it stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FoundValue {
    pub at: Range<usize>,
    pub kind: Kind,
    /// It's also looked for everywhere else.
    pub everywhere: bool,
}

/// What is known of a line.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Around {
    /// No format reads it, so more can be a name.
    pub unread: bool,
    /// It belongs to no log.
    pub other: bool,
    /// From here on it goes on with the subject of a line before.
    pub folded: Option<usize>,
}

/// Looks through a text.
pub(super) fn places(text: &str, around: Around) -> Vec<FoundValue> {
    let mut finder = Finder { text, found: Vec::new() };
    if let Some(start) = around.folded.filter(|start| text.is_char_boundary(*start)) {
        let at = trimmed(text, start..text.len());
        finder.put(at, Kind::Subject, true);
    }
    finder.marked();
    if text.contains(":_") {
        // qmail writes a blank as `_`.
        let spaced = text.replace('_', " ");
        let mut within = Finder { text: &spaced, found: Vec::new() };
        within.marked();
        finder.found.append(&mut within.found);
    }
    finder.addresses();
    finder.numbers();
    finder.certificates();
    finder.fields();
    finder.maildirs();
    finder.prompts();
    finder.owners();
    finder.visitors();
    finder.served();
    finder.sessions();
    finder.encoded();
    finder.persons();
    finder.hosts();
    finder.accounts();
    finder.phones();
    finder.accounts_of_banks();
    finder.bangs();
    if around.unread {
        finder.odd_words();
    }
    if around.unread || around.other {
        finder.listed();
    }
    finder.found
}

/// Places in order, apart from each other: what begins first counts, and of that the longest. What only overlaps it is
/// taken into it, so that no half of a value is left.
pub(super) fn apart<T>(mut places: Vec<(Range<usize>, T)>) -> Vec<(Range<usize>, T)> {
    sort::by_key(&mut places, |(at, _)| (at.start, std::cmp::Reverse(at.end)));
    let mut apart: Vec<(Range<usize>, T)> = Vec::with_capacity(places.len());
    for (at, of) in places {
        match apart.last_mut() {
            Some((last, _)) if at.start < last.end => last.end = last.end.max(at.end),
            _ if at.is_empty() => {}
            _ => apart.push((at, of)),
        }
    }
    apart
}

struct Finder<'a> {
    text: &'a str,
    found: Vec<FoundValue>,
}

impl Finder<'_> {
    fn put(&mut self, at: Range<usize>, kind: Kind, everywhere: bool) {
        let text = &self.text[at.clone()];
        if text.chars().any(char::is_alphanumeric) {
            self.found.push(FoundValue { at, kind, everywhere });
        }
    }

    /// A name where it's said to be one; it may be a word of ours.
    fn name(&mut self, at: Range<usize>) {
        let at = trimmed(self.text, at);
        // A sentence may end behind it.
        let at = at.start..at.start + self.text[at.clone()].trim_end_matches('.').len();
        let text = &self.text[at.clone()];
        let known = text.contains('@') || text.parse::<IpAddr>().is_ok();
        if !known && text.chars().any(char::is_alphabetic) {
            self.put(at, Kind::Name, !is_word_of_ours(text) && text.chars().count() > 2);
        }
    }

    /// What stands after words that stand before somebody.
    fn marked(&mut self) {
        let text = self.text;
        let Some(finder) = words::MARKS_FINDER.as_ref() else { return };
        for found in finder.find_overlapping_iter(text) {
            let start = found.end();
            let rest = ahead(text, start);
            let length = |ends: &str| match ends {
                "" => word(rest),
                _ => rest.find(|sign: char| ends.contains(sign)).unwrap_or(rest.len()),
            };
            match words::MARKS[found.pattern().as_usize()].1 {
                Mark::Subject => self.subject(found.start(), start),
                Mark::Ip => self.put(start..start + length(">\""), Kind::Ip, true),
                Mark::Session => {
                    let key = rest.bytes().take(12).take_while(|byte| !b"=: \t,".contains(byte)).count();
                    let mark = |byte: &u8| b"=: \t,\"'<\\".contains(byte);
                    let marks = rest.bytes().skip(key).take(4).take_while(mark).count();
                    self.session(start + key + marks);
                }
                Mark::Name(ends) => {
                    let at = start..start + length(ends);
                    if !words::is_of_sentence(&text[at.clone()]) {
                        self.name(at);
                    }
                }
                Mark::Before => {
                    let near = behind(text, found.start());
                    let length = near.bytes().rev().take_while(|byte| is_of_label(*byte) || *byte == b'.');
                    self.maybe(found.start() - length.count()..found.start());
                }
                Mark::Machine => {
                    let word = found.start()..start + word(&rest[..length(".,;:)]}>\"'=/\\@[(")]);
                    let alone = !text[..word.start]
                        .ends_with(|sign: char| sign.is_alphanumeric() || "-_.".contains(sign));
                    let rest = &text[start..word.end];
                    if alone && !rest.is_empty() && !rest.split('-').all(is_word_of_ours) {
                        self.put(word, Kind::Host, true);
                    }
                }
                Mark::Values => self.values(start),
                Mark::Maybe => {
                    // `in=1220 out=7` holds no `220 `.
                    let inside = text[..found.start()].ends_with(char::is_alphanumeric)
                        && text[found.start()..].starts_with(char::is_alphanumeric);
                    let mut value = start..start + word(rest);
                    // `in group 5000(users)`
                    if let Some(name) = text[value.end..].strip_prefix('(')
                        && text[value.clone()].bytes().all(|digit| digit.is_ascii_digit())
                    {
                        value = value.end + 1..value.end + 1 + word(name);
                    }
                    if !inside && !text[value.clone()].contains('=') {
                        self.maybe(value);
                    }
                }
                Mark::Person => {
                    if !text[..found.start()].ends_with(char::is_alphanumeric) {
                        self.person_after(start);
                    }
                }
                Mark::Company => self.company_before(found.start(), start),
                Mark::Sql => self.quoted(start),
                Mark::Tuple => {
                    for value in split(text, start..start + length(")"), ",").collect::<Vec<_>>() {
                        self.maybe(trimmed(text, value));
                    }
                }
                Mark::Script => {
                    let owner = rest.find(|sign: char| !(sign.is_ascii_digit() || sign == ':')).unwrap_or(0);
                    let at = start + owner..start + owner + rest[owner..].find('.').unwrap_or(0);
                    for part in split(text, at, "-_").collect::<Vec<_>>() {
                        self.maybe(part);
                    }
                }
                Mark::Arn => {
                    let end = length("\"' \t,");
                    for part in split(text, start..start + end, ":/").skip(2).collect::<Vec<_>>() {
                        let number =
                            part.len() == 12 && text[part.clone()].bytes().all(|sign| sign.is_ascii_digit());
                        if number {
                            self.put(part, Kind::Name, true);
                        } else {
                            self.maybe(part);
                        }
                    }
                }
                Mark::Id => {
                    let length =
                        rest.bytes().take_while(|sign| sign.is_ascii_hexdigit() || *sign == b'-').count();
                    let among = length > 9
                        && rest[length..].starts_with('|')
                        && rest[..length].contains(char::is_alphabetic);
                    if among && behind(text, start).contains("://") {
                        self.put(start..start + length, Kind::Name, true);
                    }
                }
                Mark::File => {
                    // `filename*=UTF-8''Rechnung.pdf`
                    let start = start + rest[..length("; \t")].find("''").map_or(0, |at| at + 2);
                    let name = ahead(text, start);
                    let name = &name[..name.find(['"', ';', '\r']).unwrap_or(name.len())];
                    let ending = name.rfind('.').filter(|at| name.len() - at < 6).unwrap_or(name.len());
                    self.name(start..start + ending);
                }
                Mark::Folder(ends) => {
                    let at = start..start + length(ends);
                    let starts = rest.starts_with(|first: char| first.is_alphanumeric());
                    if starts && !words::is_of_our_words(&text[at.clone()]) {
                        self.mailbox(at);
                    }
                }
                Mark::Mailbox(ends) => self.mailbox(start..start + length(ends)),
                Mark::Root => self
                    .path(start..start + length(" \t\r:,;\"'<>()[]{}|*"), text[..start].ends_with("/home/")),
                Mark::Phone => {
                    let start = start + rest.len() - rest.trim_start_matches(['.', ':', ' ']).len();
                    let rest = ahead(text, start);
                    let length = rest
                        .find(|sign: char| !(sign.is_ascii_digit() || " -/()+.".contains(sign)))
                        .unwrap_or(rest.len());
                    let at = start..start + text[start..start + length].trim_end_matches([' ', '.']).len();
                    if text[at.clone()].bytes().filter(u8::is_ascii_digit).count() > 5 {
                        self.put(at, Kind::Name, false);
                    }
                }
                Mark::Form => {
                    let before = text[..found.start()].trim().to_ascii_lowercase();
                    let at = trimmed(text, start..start + rest.len());
                    let value = &text[at.clone()];
                    let is_name = value.contains(' ') || !value.contains('.');
                    // "Bad address: …" is an error.
                    if is_name
                        && ["", "registrant", "admin", "tech", "billing", "owner"].contains(&before.as_str())
                        && !value.contains(['@', '#', '=', '<', '['])
                        && !value.contains("::")
                    {
                        self.put(at, Kind::Name, !is_word_of_ours(value) && value.chars().count() > 3);
                    }
                }
                Mark::Question => {
                    let at = start..start + length("");
                    let word = &text[at.clone()];
                    let encoded = word.len() > 11
                        && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+/=".contains(&byte));
                    if encoded && !is_question(word.as_bytes()) {
                        self.put(at, Kind::Name, false);
                    }
                }
                Mark::Encoded => {
                    let parts: Vec<usize> = rest.match_indices('?').map(|(at, _)| at).take(3).collect();
                    if let [_, _, end] = parts[..]
                        && rest[end..].starts_with("?=")
                    {
                        self.put(found.start()..start + end + 2, Kind::Name, false);
                    }
                }
            }
        }
    }

    /// A name where it may be one: a word of ours is none.
    fn maybe(&mut self, at: Range<usize>) {
        let at = at.start..at.start + self.text[at.clone()].trim_end_matches('.').len();
        if !words::is_of_our_words(&self.text[at.clone()]) && !self.text[at.clone()].contains('.') {
            self.name(at);
        }
    }

    /// Words with a capital, as names have them: `Jane Roe`.
    fn person_after(&mut self, start: usize) {
        let text = self.text;
        let line = ahead(text, start);
        let words = split(text, start..start + line.len(), " ");
        let mut end = start;
        let mut next = start;
        for word in words.take(5) {
            let part = text[word.clone()].trim_end_matches([',', '.', ':', '!', ';', '\r']);
            let title = part.len() < 6 && text[word.start + part.len()..].starts_with('.');
            if word.start > next + 1 {
                break;
            }
            next = word.end;
            if words::is_particle(part) || title && is_capital(part) {
                continue;
            }
            if !is_capital(part) || words::is_word_of_ours(part) || words::is_of_date(part) {
                break;
            }
            end = word.start + part.len();
            if part.len() < word.len() {
                break;
            }
        }
        self.name(start..end);
    }

    /// What a company is called, before its legal form: `Muster GmbH`.
    fn company_before(&mut self, end: usize, form: usize) {
        let text = self.text;
        let capital = text[end..form].contains(char::is_uppercase);
        if !capital || text[form..].starts_with(char::is_alphanumeric) {
            return;
        }
        let near = behind(text, end);
        let (mut start, mut last) = (end, end);
        for word in split(text, end - near.len()..end, " _").collect::<Vec<_>>().into_iter().rev().take(4) {
            let part = &text[word.clone()];
            if word.end + 1 < last || !(is_capital(part) || part == "&") {
                break;
            }
            last = word.start;
            if !words::is_word_of_ours(part) && part != "&" {
                start = word.start;
            }
        }
        self.name(start..end);
    }

    /// What stands in quotes in the value that begins here, unless it's a key.
    fn values(&mut self, start: usize) {
        let text = self.text;
        let rest = ahead(text, start);
        let mut at = rest.len() - rest.trim_start_matches([' ', ':']).len();
        let brackets = rest[at..].starts_with(['[', '{']);
        let mut depth = 0;
        while let Some(sign) = rest.get(at..).and_then(|rest| rest.chars().next()) {
            match sign {
                '[' | '{' => depth += 1,
                ']' | '}' => depth -= 1,
                '"' => {
                    let length = closing(&rest[at + 1..]);
                    let value = start + at + 1..start + at + 1 + length;
                    at += 1 + length;
                    let after = rest.get(at + 1..).unwrap_or_default().trim_start();
                    if !after.starts_with(':') && !words::is_of_our_words(&text[value.clone()]) {
                        self.name(value);
                    }
                }
                _ => {}
            }
            if depth <= 0 && (brackets || sign == '"') || depth < 0 {
                break;
            }
            at += sign.len_utf8();
        }
    }

    /// What stands in quotes in the condition or the values of a query.
    fn quoted(&mut self, start: usize) {
        let text = self.text;
        let before = behind(text, start).to_ascii_lowercase();
        if !["select ", "insert ", "update ", "delete ", "replace "].iter().any(|verb| before.contains(verb))
        {
            return;
        }
        let mut at = start;
        while let Some(open) = text[at..].find(['\'', '"']).map(|open| at + open + 1) {
            let quote = &text[open - 1..open];
            let Some(close) = text[open..].find(quote).map(|close| open + close) else { break };
            self.maybe(open..close);
            at = close + 1;
        }
    }

    fn subject(&mut self, key: usize, start: usize) {
        let text = self.text;
        if text[..key].ends_with(|last: char| last.is_alphanumeric() || "-_".contains(last)) {
            return;
        }
        let quoted = text[..start].ends_with('"');
        let start = if quoted { start } else { start + blanks(&text[start..]) };
        let rest = ahead(text, start);
        let (start, length) = match rest.strip_prefix('"').filter(|_| !quoted) {
            Some(inner) => (start + 1, closing(inner)),
            None if text[..start].ends_with("\\\"") => (start, rest.find("\\\"").unwrap_or(rest.len())),
            None if quoted => (start, closing(rest)),
            // imapsync: `(Subject:[Hello], Size:[12])`.
            None if rest.starts_with('[') && rest.contains("], ") => {
                (start + 1, rest[1..].find("], ").unwrap_or_default())
            }
            None => (start, plain_subject(rest, text[..start].ends_with('='))),
        };
        let subject = text[start..start + length].trim_end().trim_end_matches(['"', '\'', '\\']);
        let own = words::our_part(subject);
        let own = own + subject[own..].len() - subject[own..].trim_start_matches([' ', ':', '\u{a0}']).len();
        let at = start + own..start + subject.len().max(own);
        // `subject=/CN=…` is that of a certificate.
        let key = text[at.clone()].split('=').next().unwrap_or_default().trim_end();
        let certificate = text[at.clone()].contains('=') && (key == "C" || PARTS.contains(&key));
        if !certificate && !text[at.clone()].starts_with('/') {
            let one = is_word_of_ours(text[at.clone()].trim());
            self.put(at, Kind::Subject, !one);
        }
    }

    fn addresses(&mut self) {
        let text = self.text;
        let mut free = 0;
        for at in memchr_iter(b'@', text.as_bytes()) {
            if at < free {
                continue;
            }
            // MySQL's `'user'@'host'`.
            if let (Some(user), Some(host)) =
                (text[..at].strip_suffix('\''), text[at + 1..].strip_prefix('\''))
            {
                let open = user.rfind('\'').map_or(0, |open| open + 1);
                self.name(open..user.len());
                self.maybe(at + 2..at + 2 + host.find('\'').unwrap_or(0));
                continue;
            }
            let domain = domain(&text[at + 1..]);
            let end = at + 1 + domain;
            let start = local(text, free, at);
            if domain == 0 && text[at + 1..].starts_with('[') {
                self.maybe(start..at);
            }
            if domain == 0 || start == at {
                continue;
            }
            let before = std::mem::replace(&mut free, end);
            // `postfix@jane.service` is a unit of systemd.
            if let Some(instance) = text[at + 1..end].strip_suffix(".service") {
                self.maybe(at + 1..at + 1 + instance.len());
                continue;
            }
            self.put(start..end, Kind::Address, true);
            self.put(at + 1..end, Kind::Host, true);
            // What stands in an address that carries another one.
            let near = behind(text, at);
            let mark = |sign: char| sign <= ' ' || "<>\"()[]{},;:'?&\\".contains(sign);
            let wide = (at - near.rfind(mark).map_or(near.len(), |last| near.len() - last - 1)).max(before);
            if wide < at {
                for part in split(text, wide..at, "=/!+|%").collect::<Vec<_>>() {
                    let last = part.end == at;
                    let carried = text[..part.start].ends_with(['=', '%'])
                        && words::has_known_ending(&text[part.clone()]);
                    if (!last || carried) && domain_of_verp(&text[part.clone()]) {
                        // `leave-list-jane=shop.example`
                        let user = text[wide..part.start].trim_end_matches('=').rfind('-');
                        if let Some(hyphen) = user.map(|hyphen| wide + hyphen + 1) {
                            self.part_of_address(hyphen..part.start - 1);
                        }
                        self.put(part, Kind::Host, true);
                    } else {
                        let parts: Vec<_> = split(text, part.clone(), "_").collect();
                        let plain = text[part.clone()].contains('=')
                            || parts.iter().any(|part| text[part.clone()].len() < 2);
                        if plain {
                            for part in parts {
                                self.part_of_address(part);
                            }
                        } else {
                            self.part_of_address(part);
                        }
                    }
                }
            }
            self.person_before(start, end);
            // `jane@shop.example (Jane Roe)`
            let rest = text[end..].trim_start_matches('>');
            if let Some(comment) = rest.strip_prefix(" (")
                && let Some(length) = comment.find(')')
                && comment[..length].split(' ').all(is_capital)
            {
                let start = text.len() - comment.len();
                self.maybe(start..start + length);
            }
        }
    }

    fn part_of_address(&mut self, mut part: Range<usize>) {
        let text = &self.text[part.clone()];
        // qmail writes a blank as `_`.
        if text.starts_with('_') {
            part.start += text.rfind('_').map_or(0, |last| last + 1);
        }
        let text = &self.text[part.clone()];
        if text.chars().count() > 2 && !words::is_of_our_words(text) && text.chars().any(char::is_alphabetic)
        {
            self.put(part, Kind::Name, true);
        }
    }

    /// The name of a person before `<address`, `(address` and `[mailto:address`.
    fn person_before(&mut self, address: usize, end: usize) {
        let text = self.text;
        let opens = ["<", " (", "[mailto:", "<mailto:"];
        let Some(before) = opens.iter().find_map(|open| text[..address].strip_suffix(open)) else { return };
        let apart = before.ends_with(' ');
        let before = before.trim_end();
        let before = before.strip_suffix('_').unwrap_or(before);
        if let Some(quote) = ['"', '\''].into_iter().find(|quote| before.ends_with(*quote)) {
            // `"<jane@shop.example>"` is in quotes itself.
            let itself = !apart && text[end..].starts_with('>') && text[end + 1..].starts_with(quote);
            let quoted = &before[..before.len() - 1];
            let near = behind(text, quoted.len());
            if let Some(open) = near.rfind(quote).filter(|_| !itself) {
                let name = quoted.len() - near.len() + open + 1..quoted.len();
                // `"Roe, Jane" <`: each stands alone elsewhere.
                if text[name.clone()].split(", ").all(|part| part.split(' ').all(is_unknown_name)) {
                    self.person(name);
                } else {
                    self.name(name);
                }
            }
            return;
        }
        let from = before.len().saturating_sub(80);
        let from = (from..=before.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(before.len());
        let (mut start, mut next) = (before.len(), before.len());
        for word in split(text, from..before.len(), " _").collect::<Vec<_>>().into_iter().rev() {
            // In JSON its value's quote stands before it, in a list a comma.
            let part = &text[word.clone()];
            let begins =
                |part: &str| part.rfind(|sign| "\":,[(=\\".contains(sign)).map_or(0, |mark| mark + 1);
            let inner = begins(part);
            if next - word.end > usize::from(next != before.len()) {
                break;
            }
            next = word.start;
            if start < before.len() && words::is_particle(part) {
                continue;
            }
            // `Roe, Jane <`
            if let Some(last) = part.strip_suffix(',').filter(|_| start < before.len()) {
                if is_unknown_name(&last[begins(last)..]) {
                    start = word.start + begins(last);
                }
                break;
            }
            if !is_capital(&part[inner..]) {
                break;
            }
            start = word.start + inner;
            if inner > 0 {
                break;
            }
        }
        let name = &text[start..before.len()];
        if start < before.len() && !name.split([' ', '_']).all(is_word_of_ours) {
            self.person(start..before.len());
        }
    }

    /// A person's names, together and each.
    fn person(&mut self, at: Range<usize>) {
        let text = self.text;
        self.put(at.clone(), Kind::Name, true);
        for part in split(text, at, " _,").collect::<Vec<_>>() {
            if part.len() > 3 && !is_word_of_ours(&text[part.clone()]) {
                self.put(part, Kind::Name, true);
            }
        }
    }

    /// Words with a capital that no text of ours knows, side by side: `mailbox of Jane Roe`.
    fn persons(&mut self) {
        let text = self.text;
        let mut name = 0..0;
        for at in memchr2_iter(b' ', b'_', text.as_bytes()) {
            let next = at + 1..at + 1 + letters(&text[at + 1..]);
            if !is_unknown_name(&text[next.clone()]) {
                continue;
            }
            if name.end == at {
                name.end = next.end;
                continue;
            }
            let mut near = behind(text, at);
            let mut whole = true;
            let first = loop {
                let first = near.rfind(|sign| !is_of_name(sign)).map_or(near, |last| &near[last..]);
                let first = first.trim_start_matches(|sign: char| !sign.is_alphabetic());
                let before = &near[..near.len() - first.len()];
                match before.strip_suffix([' ', '_']) {
                    Some(before) if words::is_particle(first) => {
                        near = before;
                        whole = !words::is_article(first);
                    }
                    _ => break first,
                }
            };
            if whole && is_unknown_name(first) {
                let begins = at - (behind(text, at).len() - near.len()) - first.len();
                let last = std::mem::replace(&mut name, begins..next.end);
                self.person(last);
            }
        }
        self.person(name);
    }

    /// Who visited, as a web server logs it: `host.example - jane [03/Nov/2026:08:55:01 +0100] "GET`.
    fn visitors(&mut self) {
        let text = self.text;
        let words: Vec<_> = split(text, 0..ahead(text, 0).len(), " ").take(4).collect();
        if let [_, ident, visitor, time] = &words[..]
            && text[ident.clone()] == *"-"
            && text[time.clone()].starts_with('[')
            && text[time.clone()].matches('/').count() == 2
        {
            self.maybe(visitor.clone());
        }
    }

    /// Whose process of Dovecot wrote a line: `imap(jane)<42><kAW0C85gMHHGM2Q2>: `, `lmtp(187, jane): `, `deliver(jane): `.
    fn served(&mut self) {
        let text = self.text;
        for open in memchr_iter(b'(', text.as_bytes()) {
            let process = |byte: &u8| byte.is_ascii_lowercase() || *byte == b'-';
            let name = text[..open].bytes().rev().take_while(process).take(REACH).count();
            let known = |word: &str| SERVICES.contains(&word);
            if !known(&text[open - name..open]) {
                continue;
            }
            let near = &text.as_bytes()[open..text.len().min(open + REACH)];
            let Some(close) = memchr(b')', near).map(|length| open + length) else { continue };
            let start = text[open..close].rfind(", ").map_or(open + 1, |comma| open + comma + 2);
            let user = &text[start..close];
            if text[close + 1..].starts_with([':', '<']) && user != "default" && !known(user) {
                self.name(start..close);
            }
        }
    }

    /// The id of a session of Dovecot, which holds the client's address, where one begins here.
    fn session(&mut self, start: usize) {
        let text = self.text;
        let letter = |byte: &u8| byte.is_ascii_alphanumeric() || b"+/".contains(byte);
        let length = text[start..].bytes().take(33).take_while(letter).count();
        let id = &text.as_bytes()[start..start + length];
        let mixed = id.iter().any(u8::is_ascii_uppercase) && id.iter().any(u8::is_ascii_lowercase);
        if mixed && session_id::decode(id).is_some() {
            self.put(start..start + length, Kind::Ip, true);
        }
    }

    /// The sessions of Dovecot in brackets: `sql(jane,192.0.2.7,<kAW0C85gMHHGM2Q2>)`; and those of its processes, which
    /// may be longer: `lmtp(jane@shop.example)<42><kAW0C85gMHHGM2Q2>`.
    fn sessions(&mut self) {
        let text = self.text;
        for open in memchr_iter(b'<', text.as_bytes()) {
            self.session(open + 1);
        }
        for (at, _) in text.match_indices("><") {
            let process = text[..at].bytes().rev().take_while(u8::is_ascii_digit).count();
            let start = at + 2;
            let length =
                text[start..].bytes().take_while(|byte| byte.is_ascii_alphanumeric() || b"+/".contains(byte));
            let end = start + length.count();
            if process > 0
                && text[..at - process].ends_with(")<")
                && end - start > 15
                && text[end..].starts_with(['>', ':'])
            {
                self.put(start..end, Kind::Ip, true);
            }
        }
    }

    /// Addresses in base64, as links in newsletters hold them.
    fn encoded(&mut self) {
        let text = self.text;
        let inside = |byte: &u8| byte.is_ascii_alphanumeric() || b"+/-_".contains(byte);
        for start in memchr2_iter(b'=', b'/', text.as_bytes()).map(|mark| mark + 1) {
            let length = text[start..].bytes().take(REACH).take_while(inside).count();
            let padding = text[start + length..].bytes().take_while(|byte| *byte == b'=').count();
            if length > 15 && padding < 3 && is_address_in_base64(&text[start..start + length]) {
                self.put(start..start + length + padding, Kind::Name, true);
            }
        }
    }

    /// Whose a file is, as `ls -l` has it: `-rw-r----- 1 jane users`.
    fn owners(&mut self) {
        let text = self.text;
        let mut words = split(text, 0..ahead(text, 0).len(), " \t\r");
        let Some(mode) = words.next().filter(|word| word.len() > 9) else { return };
        if text[mode].bytes().take(10).all(|letter| b"-dlbcpsrwxStT".contains(&letter)) {
            for owner in words.skip(1).take(2).collect::<Vec<_>>() {
                self.maybe(owner);
            }
        }
    }

    fn numbers(&mut self) {
        let text = self.text;
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let word = bytes[at..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
            let mark = bytes.get(at + word).is_some_and(|mark| b".:-".contains(mark));
            let begins =
                if word == 0 { bytes[at..].starts_with(b"::") } else { bytes[at].is_ascii_hexdigit() };
            if word > 6 && is_machine(&bytes[at..at + word]) {
                self.machine(at..at + word);
            }
            if !(mark && begins) {
                at += word.max(1);
                continue;
            }
            if let Some(length) = ids(text, at) {
                at += length;
                continue;
            }
            match number(text, at) {
                Some((end, kind)) => {
                    self.put(at..end, kind, true);
                    self.beside_ip(at, end);
                    at = end;
                }
                None => at += word.max(1),
            }
        }
    }

    /// The name of a machine of Windows, and of what it's asked for: `MUSTERSRV01\Relay`.
    fn machine(&mut self, at: Range<usize>) {
        let text = self.text;
        let after = &text[at.end..];
        let alone = !text[..at.start].ends_with(['-', '_', '.', '#', '/'])
            && !after.starts_with(['-', '_', '.', '/']);
        if !alone || is_word_of_ours(&text[at.clone()]) || words::is_kept(&text[at.clone()]) {
            return;
        }
        if let Some(connector) = after.strip_prefix('\\') {
            let length = connector.find([',', '"', '\t', '\'', '\\']).unwrap_or(0);
            let connector = at.end + 1..at.end + 1 + length;
            if !words::is_of_our_words(&text[connector.clone()]) {
                self.name(connector);
            }
        }
        self.put(at, Kind::Host, true);
    }

    /// Whose address it is: `sql(jane,192.0.2.7)`, `[jane 192.0.2.7`, `(janes-pc) [192.0.2.7]`, `janes-pc [192.0.2.7]`,
    /// `192.0.2.7 - jane [`.
    fn beside_ip(&mut self, at: usize, end: usize) {
        let near = behind(self.text, at);
        if let Some(visitor) = self.text[end..].strip_prefix(" - ")
            && visitor[word(visitor)..].starts_with(" [")
        {
            self.maybe(end + 3..end + 3 + word(visitor));
        }
        if let Some(before) = near.strip_suffix(" [")
            && !before.ends_with(')')
        {
            let length = before.bytes().rev().take_while(|byte| is_of_label(*byte)).count();
            self.maybe(at - 2 - length..at - 2);
        }
        let ends = |sign: char| sign <= ' ' || "()[]<>,;".contains(sign);
        let (word, opens) = if let Some(before) = near.strip_suffix(',') {
            (before, '(')
        } else if let Some(before) = near.strip_suffix(") [").filter(|_| self.text[end..].starts_with(']')) {
            (before, '(')
        } else if let Some(before) = near.strip_suffix(' ') {
            (before, '[')
        } else {
            return;
        };
        let start = word.rfind(ends).map_or(0, |last| last + 1);
        if word[..start].ends_with(opens) {
            let until = at - (near.len() - word.len());
            self.maybe(until - (word.len() - start)..until);
        }
    }

    /// The parts of a name in a directory or a certificate: `/O=Muster GmbH/CN=…`, `uid=jane,ou=people`.
    fn certificates(&mut self) {
        let text = self.text;
        for equals in memchr_iter(b'=', text.as_bytes()) {
            let head = text[..equals].strip_suffix(' ').unwrap_or(&text[..equals]);
            let letters = head.bytes().rev().take(13).take_while(u8::is_ascii_alphabetic).count();
            let (before, key) = head.split_at(head.len() - letters);
            let before = before.trim_end_matches(' ');
            let separated = before.is_empty()
                || before.ends_with(['/', ',', ';', '=', '"', '\'', '_', '(', ':'])
                || before.ends_with(" dn");
            if !separated || !PARTS.iter().any(|part| key.eq_ignore_ascii_case(part)) {
                continue;
            }
            let rest = ahead(text, equals + 1);
            // OpenSSL puts a value with a comma in quotes, and in its other spelling a backslash before the comma.
            let inner = rest.trim_start_matches([' ', '\\']);
            let quoted = inner.starts_with('"');
            let skip = if quoted { rest.len() - inner.len() + 1 } else { 0 };
            let (start, rest) = (equals + 1 + skip, &rest[skip..]);
            let ends = |(at, sign): &(usize, char)| {
                let inside = quoted || rest[..*at].ends_with('\\');
                *sign == '"' || !inside && ",;/')(".contains(*sign)
            };
            let length = rest.char_indices().find(ends).map_or(rest.len(), |(at, _)| at);
            // A sentence goes on behind it, or the next key.
            let length = rest[..length].find(": ").unwrap_or(length);
            let next =
                rest[..length].find('=').map(|equals| rest[..equals].trim_end().rfind(' ').unwrap_or(0));
            let length = next.unwrap_or(length);
            let value = trimmed(text, start..start + length);
            let name = &text[value.clone()];
            let known =
                words::is_authority(name) || is_word_of_ours(name) || !name.contains(char::is_alphabetic);
            if name.len() > 3 && !known {
                let host = name.contains('.') && !name.contains(' ');
                self.put(value, if host { Kind::Host } else { Kind::Name }, true);
            }
        }
    }

    /// What stands after a key.
    fn fields(&mut self) {
        let text = self.text;
        for equals in memchr2_iter(b'=', b':', text.as_bytes()) {
            let colon = text.as_bytes()[equals] == b':';
            let before = &text[..equals];
            // `Hostname . . . . : MUSTER-PC`
            let bare = before.trim_end_matches([' ', '.']);
            let padded = colon && bare.len() + 1 < before.len();
            let before =
                if padded { bare } else { before.strip_suffix(' ').filter(|_| !colon).unwrap_or(before) };
            let head = before.strip_suffix(['"', '\'']).unwrap_or(before);
            let quoted = head.len() < before.len();
            let letters = head.bytes().rev().take(49);
            let letters =
                letters.take_while(|sign| sign.is_ascii_alphanumeric() || b"_-".contains(sign)).count();
            let key = &head[head.len() - letters..];
            if key.is_empty() || key.len() > 48 {
                continue;
            }
            let Some(kind) = words::kind_of(key) else { continue };
            // A name without a word before it is any program's: `"name":"Jane Roe"`, `?name=Jane`.
            if key.eq_ignore_ascii_case("name")
                && !quoted
                && !head[..head.len() - letters].ends_with(['?', '&'])
            {
                continue;
            }
            // `Host: mx1`, and nothing behind it; in JavaScript it stands in quotes.
            let behind = &text[equals + 1..];
            let bare = behind.trim_matches([' ', '\'', '"', ',', '\r']);
            let alone = kind == Kind::Host && behind.len() < 80 && bare.bytes().all(is_of_label);
            if kind != Kind::Name && colon && !quoted && !padded && !alone {
                continue;
            }
            if kind == Kind::Name && colon && (key.len() < 4 || text[equals + 1..].starts_with(':')) {
                continue;
            }
            let start = equals + 1;
            let start = start + blanks(&text[start..]);
            if !colon && start > equals + 2 {
                continue;
            }
            let rest = ahead(text, start);
            // `logname= uid=0`: an empty value, and the next key behind it.
            let next = rest.find(|sign: char| !sign.is_ascii_alphanumeric()).filter(|&end| end > 0);
            if !colon && start > equals + 1 && next.is_some_and(|end| rest[end..].starts_with('=')) {
                continue;
            }
            let (skip, length) = match rest.chars().next() {
                Some(open @ ('"' | '\'')) => (1, rest[1..].find(open).unwrap_or(0)),
                Some('<') => (1, rest[1..].find('>').unwrap_or(0)),
                Some('[') => (1, rest[1..].find(']').unwrap_or(0)),
                _ if kind == Kind::Mailbox && head[..head.len() - key.len()].ends_with(['?', '&']) => {
                    (0, rest.find(|sign: char| sign <= ' ' || "&\"'#".contains(sign)).unwrap_or(rest.len()))
                }
                _ if kind == Kind::Mailbox => (0, rest.find([',', ';', ')']).unwrap_or(rest.len())),
                _ if kind == Kind::Subject => (0, rest.trim_end().len()),
                _ => (
                    0,
                    rest.find(|sign: char| sign <= ' ' || ",;)]}>\"'&|(".contains(sign))
                        .unwrap_or(rest.len()),
                ),
            };
            let value = start + skip..start + skip + length;
            // `uid=1001(jane)`
            if let Some(inner) = rest[skip + length..].strip_prefix('(')
                && text[value.clone()].bytes().all(|byte| byte.is_ascii_digit())
            {
                self.maybe(value.end + 1..value.end + 1 + word(inner));
            }
            match kind {
                Kind::Mailbox => self.mailbox(value),
                Kind::Subject => self.put(value, kind, true),
                Kind::Host if text[value.clone()].contains('.') || text[value.clone()].contains(':') => {}
                Kind::Host => {
                    let is_name = text[value.clone()]
                        .bytes()
                        .all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
                    if is_name && !words::is_kept(&text[value.clone()]) && text[value.clone()].len() > 1 {
                        let own = is_word_of_ours(&text[value.clone()]);
                        self.put(value, Kind::Host, !own);
                    }
                }
                // `login: protocol version mismatch` is a sentence.
                _ if colon && self.goes_on(&value) => {}
                // `Login: user=<anna>`: the value has a key of its own.
                _ if colon && text[value.clone()].contains(['=', '<']) => {}
                _ if words::is_of_id(key) => self.put(value, kind, length > 5),
                _ if words::MAY_BE_NAMED.iter().any(|of| key.eq_ignore_ascii_case(of)) => self.maybe(value),
                _ => self.name(value),
            }
        }
    }

    /// True for an ordinary word that a sentence goes on behind.
    fn goes_on(&self, word: &Range<usize>) -> bool {
        let after = self.text[word.end..].strip_prefix(' ');
        let next = after.is_some_and(|rest| rest.starts_with(|letter: char| letter.is_ascii_lowercase()));
        next && is_word_of_ours(&self.text[word.clone()])
    }

    /// The parts of a folder's name that are no folders everybody has.
    fn mailbox(&mut self, at: Range<usize>) {
        let text = &self.text[at.clone()];
        // `Mailbox renamed: INBOX.Jane -> INBOX.Roe`
        if let Some(arrow) = text.find(" -> ") {
            self.mailbox(at.start..at.start + arrow);
            return self.mailbox(at.start + arrow + 4..at.end);
        }
        let ends = [": ", ". "].iter().filter_map(|end| text.find(end)).min();
        let at = at.start..ends.map_or(at.end, |end| at.start + end);
        let parts: Vec<_> = split(self.text, trimmed(self.text, at), "/.").collect();
        for part in parts {
            let text = &self.text[part.clone()];
            // What went wrong with it is no part of its name.
            let says = text.contains(' ') && words::is_of_our_words(text);
            if !says && !words::is_folder(text) && text.chars().any(char::is_alphabetic) {
                self.put(part, Kind::Mailbox, !is_word_of_ours(text) && text.chars().count() > 2);
            }
        }
    }

    /// Users and customers in the name of a folder.
    fn path(&mut self, at: Range<usize>, of_home: bool) {
        let text = self.text;
        for part in split(text, at, "/\\").collect::<Vec<_>>() {
            let name = text[part.clone()].trim_start_matches('.');
            if words::is_of_others(name) {
                break;
            }
            let start = part.end - name.len();
            // What has a dot is a host or a file; whose log it is, its name says.
            let bare = name.strip_suffix(".log").unwrap_or(name);
            let bare = bare.strip_suffix(".sieve").or_else(|| bare.strip_suffix(".txt")).unwrap_or(bare);
            // `/var/vmail/shop.example/jane.roe`
            let person = bare.contains('.')
                && !text[..start].ends_with("/etc/")
                && !words::has_known_ending(bare)
                && !words::is_file(bare, true)
                && bare.split('.').all(|part| part.len() > 1 && part.chars().all(char::is_alphabetic));
            if bare.contains(['.', '@', '{']) && !person
                || words::is_part_of_path(bare)
                || words::is_queue_id(bare)
            {
                continue;
            }
            let own = is_word_of_ours(bare);
            let ours = own || bare.split(['-', '_', '.']).all(is_word_of_ours);
            if of_home && bare.len() == part.len() || !ours {
                self.put(start..start + bare.len(), Kind::Name, !own && bare.len() > 2);
            }
        }
    }

    fn maildirs(&mut self) {
        let text = self.text;
        // `1795219200.M1P2V0I3.host,S=512`, and `1795219200.P2.host` of Postfix
        for at in memchr_iter(b'.', text.as_bytes()) {
            let rest = &text[at + 1..];
            if !rest.starts_with(|first: char| "MPQV_".contains(first) || first.is_ascii_digit()) {
                continue;
            }
            let time = text[..at].bytes().rev().take(12).take_while(u8::is_ascii_digit).count();
            let unique = rest
                .bytes()
                .take(60)
                .take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_')
                .count();
            if time > 8 && time < 12 && rest[unique..].starts_with('.') {
                let start = at + 1 + unique + 1;
                let near = ahead(text, start);
                let host =
                    near.find(|sign: char| sign <= ' ' || ",:/\"')_".contains(sign)).unwrap_or(near.len());
                // simscan's folders end with a number.
                if text[start..start + host].contains(char::is_alphabetic) {
                    self.put(start..start + host, Kind::Host, true);
                }
            }
        }
    }

    /// What stands before a line in a terminal or before the lines of a container.
    fn prompts(&mut self) {
        let text = self.text;
        let begins = blanks(text) + usize::from(text.trim_start().starts_with('['));
        let head = &text[begins.min(text.len())..];
        let word = head.find(|sign: char| sign.is_whitespace()).unwrap_or(head.len());
        let after = &head[word..];
        if after.trim_start().starts_with("| ")
            && !head[..word].contains(['=', '<', '>', '@', '/', '|'])
            && word > 1
        {
            for part in split(text, begins..begins + word, "-_").collect::<Vec<_>>() {
                if !is_word_of_ours(&text[part.clone()]) && part.len() > 2 {
                    self.put(part, Kind::Host, true);
                }
            }
        }
        if let Some(at) = head.find('@')
            && let Some(end) = head[at..].find(['$', '#']).map(|end| at + end)
            && end < 80
            && at > 0
            && head[..at].bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_.-".contains(&byte))
        {
            let host = head[at + 1..end].find([':', ' ']).map_or(end, |length| at + 1 + length);
            self.name(begins..begins + at);
            if !head[at + 1..host].contains('.') {
                self.put(begins + at + 1..begins + host, Kind::Host, !is_word_of_ours(&head[at + 1..host]));
            }
            for part in split(text, begins + host..begins + end, ":/~ ]").collect::<Vec<_>>() {
                let part_text = &text[part.clone()];
                if !words::is_part_of_path(part_text) && !is_word_of_ours(part_text) && part_text.len() > 2 {
                    self.put(part, Kind::Name, true);
                }
            }
        }
    }

    fn hosts(&mut self) {
        let text = self.text;
        let inside = |sign: char| sign.is_alphanumeric() || sign == '-' || sign == '.';
        let mut at = 0;
        while let Some(dot) = memchr(b'.', &text.as_bytes()[at..]).map(|next| at + next) {
            let start = text[at..dot]
                .rfind(|sign| !inside(sign))
                .map_or(at, |mark| at + mark + text[at + mark..].chars().next().map_or(1, char::len_utf8));
            let end = text[dot..].find(|sign| !inside(sign)).map_or(text.len(), |length| dot + length);
            at = end;
            // `203.0.113.xx`: what is left of an address is no host.
            if left_out::is_address(&text[start..end]) {
                continue;
            }
            let file = text[..start].ends_with('/') && !text[..start].ends_with("//");
            // `_domainkey.shop.example`: such a name says what it is, and whose comes behind it.
            let mark = words::MARKS_OF_DNS.iter().find(|mark| text[start..end].starts_with(**mark));
            let start = start + mark.filter(|_| text[..start].ends_with('_')).map_or(0, |mark| mark.len());
            for host in hosts_in(&text[start..end]) {
                let mut host = start + host.start..start + host.end;
                host.start += code_before(&text[host.clone()]);
                let name = &text[host.clone()];
                let (stem, last) = name.rsplit_once('.').unwrap_or_default();
                if words::is_document(last) {
                    let own = stem.split(['-', '_', '.']).all(|part| {
                        is_word_of_ours(part) || part.bytes().all(|digit| digit.is_ascii_digit())
                    });
                    if !own {
                        // `Roe_Contract.pdf`
                        let more =
                            text[..host.start].bytes().rev().take(80).take_while(|byte| is_of_label(*byte));
                        self.name(host.start - more.count()..host.start + stem.len());
                    }
                    continue;
                }
                let ends = words::is_file(name, file)
                    || file && !words::has_known_ending(name)
                    || is_of_code(name, &text[host.end..])
                    || name.get(..6).is_some_and(|first| first.eq_ignore_ascii_case("inbox."));
                let after = &text[host.end..];
                let key = after.starts_with('=') || after.starts_with("\":");
                // What is kept is known once for all places: `Values::add`.
                if !ends && !key && !words::is_written_by_us(name) {
                    self.put(host, Kind::Host, true);
                }
            }
        }
    }

    /// Who signs in to Windows, with the domain before it: `MUSTER\jane`.
    fn accounts(&mut self) {
        let text = self.text;
        for at in memchr_iter(b'\\', text.as_bytes()) {
            let domain = text[..at].bytes().rev().take(16).take_while(|byte| is_of_label(*byte)).count();
            let user = text[at + 1..]
                .bytes()
                .take(64)
                .take_while(|byte| is_of_label(*byte) || *byte == b'.')
                .count();
            let begins = at - domain;
            let shouts = domain > 2
                && text[begins..at]
                    .bytes()
                    .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-')
                && text[begins..].starts_with(|first: char| first.is_ascii_uppercase());
            let after = &text[at + 1 + user..];
            if shouts && user > 1 && !text[..begins].ends_with(['\\', ':', '/']) && !after.starts_with('\\') {
                self.maybe(begins..at);
                self.maybe(at + 1..at + 1 + user);
            }
        }
    }

    /// The way of a mail as UUCP wrote it: `relay!shop!jane`.
    fn bangs(&mut self) {
        let text = self.text;
        let inside = |byte: u8| is_of_label(byte) || byte == b'.' || byte == b'!';
        let mut free = 0;
        for at in memchr_iter(b'!', text.as_bytes()) {
            let joins = text[..at].ends_with(char::is_alphanumeric)
                && text[at + 1..].starts_with(char::is_alphanumeric);
            if at < free || !joins {
                continue;
            }
            let start = at - text[free..at].bytes().rev().take_while(|byte| inside(*byte)).count();
            let end = at + text[at..].bytes().take_while(|byte| inside(*byte)).count();
            free = end;
            for part in split(text, start..end, "!").collect::<Vec<_>>() {
                self.maybe(part);
            }
        }
    }

    fn phones(&mut self) {
        let text = self.text;
        for at in memchr_iter(b'+', text.as_bytes()) {
            let rest = &text[at + 1..];
            let length = rest
                .find(|sign: char| !(sign.is_ascii_digit() || " -/()".contains(sign)))
                .unwrap_or(rest.len());
            let number = rest[..length].trim_end_matches(|sign: char| !sign.is_ascii_digit());
            let digits = number.bytes().filter(u8::is_ascii_digit).count();
            let free = !text[..at].ends_with(|last: char| last.is_alphanumeric());
            if free
                && (8..16).contains(&digits)
                && number.starts_with(|first: char| ('1'..='9').contains(&first))
            {
                self.put(at + 1..at + 1 + number.len(), Kind::Name, true);
            }
        }
    }

    /// `DE89 3704 0044 0532 0130 00`: what it holds of a check tells it from other words in capitals.
    fn accounts_of_banks(&mut self) {
        const SHORTEST: usize = 15;
        let text = self.text;
        let bytes = text.as_bytes();
        for at in 0..bytes.len().saturating_sub(SHORTEST - 1) {
            let [land, of, check, digit] = [0, 1, 2, 3].map(|next| bytes[at + next]);
            let begins = land.is_ascii_uppercase()
                && of.is_ascii_uppercase()
                && check.is_ascii_digit()
                && digit.is_ascii_digit();
            if !begins || at > 0 && bytes[at - 1].is_ascii_alphanumeric() {
                continue;
            }
            let (mut rest, mut signs, mut end) = (0_u32, 0, at);
            let mut add = |sign: u8| {
                let value = u32::from(sign) - if sign.is_ascii_digit() { 48 } else { 55 };
                rest = (rest * if value > 9 { 100 } else { 10 } + value) % 97;
            };
            for (place, &sign) in bytes.iter().enumerate().skip(at + 4).take(42) {
                match sign {
                    b'A'..=b'Z' | b'0'..=b'9' => add(sign),
                    b' ' if (signs % 4) == 0
                        && bytes.get(place + 1).is_some_and(u8::is_ascii_alphanumeric) =>
                    {
                        continue;
                    }
                    _ => break,
                }
                signs += 1;
                end = place + 1;
            }
            [land, of, check, digit].into_iter().for_each(add);
            let whole = !bytes.get(end).is_some_and(u8::is_ascii_alphanumeric);
            if whole && signs + 4 >= SHORTEST && signs < 31 && rest == 1 {
                self.put(at..end, Kind::Name, true);
            }
        }
    }

    /// What stands alone in a list of folders, and where a map of aliases leads: `Customers/Roe`, `root: jane`.
    fn listed(&mut self) {
        let text = self.text;
        let line = trimmed(text, 0..text.len());
        let whole = &text[line.clone()];
        if !whole.contains(' ') && !whole.starts_with('/') && whole.contains('/') && whole.len() < 80 {
            for part in split(text, line.clone(), "/").collect::<Vec<_>>() {
                if is_unknown_name(&text[part.clone()]) {
                    self.put(part, Kind::Mailbox, true);
                }
            }
        }
        let from = whole.find([' ', '\t']).unwrap_or(whole.len());
        let key = &whole[..from];
        // `storage:/export/mail`
        if let Some((host, path)) = key.split_once(':')
            && path.starts_with('/')
            && !path.starts_with("//")
            && host.len() > 2
            && host.bytes().all(is_of_label)
        {
            self.maybe(line.start..line.start + host.len());
        }
        let rest = &whole[from..];
        // Who sent a message, as Exim's file of its headers has it: `jane 1008 1008`.
        let number = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
        if rest.split(' ').filter(|word| !word.is_empty()).count() == 2
            && rest.trim_start().split(' ').all(number)
        {
            self.maybe(line.start..line.start + from);
        }
        let program = ["\"|", " |/", ":include:/"].iter().any(|mark| rest.contains(mark));
        let alias = key.strip_suffix(':').is_some_and(|name| program || words::is_of_everybody(name));
        if alias || key.contains('@') && !key.contains(['<', '=', ':', '(']) {
            let targets: Vec<_> = split(text, line.start + from..line.end, ",").collect();
            let alone = |at: &Range<usize>| !text[at.clone()].trim().contains([' ', '\t', '=', '(']);
            if program || targets.iter().all(alone) {
                for target in targets {
                    let target = trimmed(text, target);
                    let path = &text[target.clone()];
                    if path.starts_with(['|', ':', '/']) {
                        // What a program is told, and what a list is called.
                        for word in split(text, target, " /|").collect::<Vec<_>>() {
                            let bare = text[word.clone()].trim_end_matches(".txt");
                            if !words::is_part_of_path(bare)
                                && !bare.starts_with(['-', ':'])
                                && !bare.contains('.')
                            {
                                self.maybe(word.start..word.start + bare.len());
                            }
                        }
                    } else {
                        self.maybe(target);
                    }
                }
            }
        }
    }

    /// Words that no sentence has: of letters and digits, or joined.
    fn odd_words(&mut self) {
        let text = self.text;
        let ends = |sign: char| !(sign.is_alphanumeric() || sign == '-' || sign == '_');
        let mut at = 0;
        while let Some(start) = text[at..].find(|sign| !ends(sign)).map(|next| at + next) {
            let end = text[start..].find(ends).map_or(text.len(), |length| start + length);
            at = end;
            let mut at = trimmed(text, start..end);
            // What joins nothing: `drwx------`.
            at.end = at.start + text[at.clone()].trim_end_matches(['-', '_']).len();
            // `250-8BITMIME`
            if let [b'2'..=b'5', b'0'..=b'9', b'0'..=b'9', b'-', ..] = text[at.clone()].as_bytes() {
                at.start += 4;
            }
            let word = &text[at.clone()];
            let letters = word.chars().filter(|letter| letter.is_alphabetic()).count();
            let joined = word.contains(['-', '_']);
            let digits = word.chars().any(|letter| letter.is_ascii_digit());
            let own = word
                .split(['-', '_'])
                .all(|part| is_word_of_ours(part) || part.chars().all(|letter| letter.is_ascii_digit()));
            let shouts = !digits && !word.contains(|letter: char| letter.is_lowercase());
            let known = shouts
                || own
                || words::is_kept(word)
                || words::is_queue_id(word)
                || words::is_part_of_path(word);
            // `Content-Type: …`
            let header = at.start == 0
                && text[end..].starts_with(':')
                && word.split('-').all(|part| part.starts_with(|first: char| first.is_ascii_uppercase()));
            let next = header || text[end..].starts_with(['(', '=', '[']) || text[end..].starts_with("\":");
            if letters > 3 && (joined || digits) && !known && !next {
                self.put(at, Kind::Name, true);
            }
        }
    }
}

/// Where a local part begins that ends at this place.
fn local(text: &str, free: usize, at: usize) -> usize {
    let free = free.max(at - behind(text, at).len());
    let before = &text[free..at];
    if let Some(quoted) = before.strip_suffix('"') {
        let open = quoted.rfind('"');
        return open.map_or(at, |open| free + open);
    }
    let after = |sign: usize, text: &str| sign + text[sign..].chars().next().map_or(1, char::len_utf8);
    let wide = before
        .rfind(|sign: char| sign <= ' ' || "<>()[]{},;\"".contains(sign))
        .map_or(0, |last| after(last, before));
    let word = &before[wide..];
    let lower = word.to_ascii_lowercase();
    let keyed = word
        .split_once('=')
        .is_some_and(|(key, _)| words::is_of_our_words(key) || key.split('.').all(is_word_of_ours));
    let carries = ["srs0", "srs1", "prvs=", "btv1==", "imceaex"].iter().any(|tag| lower.starts_with(tag))
        || !keyed && word.split('=').skip(1).any(domain_of_verp)
        || word.contains('/') && word.contains('=') && before[..wide].ends_with([' ', '<']);
    if carries || before[..wide].ends_with('<') && !word.contains(':') {
        return free + wide;
    }
    // `sendmail -fjane@shop.example`
    if word.starts_with("-f") && before[..wide].ends_with([' ', '\'', '"']) && word.len() > 2 {
        return free + wide + 2;
    }
    let narrow = word.rfind(|sign: char| "'=/\\|:".contains(sign)).map_or(0, |last| after(last, word));
    // qmail writes a blank as `_`: `no_such_user_jane@shop.example`.
    let last = word[narrow..].rfind('_').map_or(0, |last| last + 1);
    let says = || {
        before.contains(":_")
            && word[narrow..narrow + last].split('_').all(|part| part.is_empty() || is_word_of_ours(part))
    };
    let blanks = if word[narrow..].starts_with('_') || last > 0 && says() { last } else { 0 };
    free + wide + narrow + blanks
}

/// How long the domain is that begins here.
fn domain(text: &str) -> usize {
    let inside = |sign: char| sign.is_alphanumeric() || "-._".contains(sign);
    let length = text.find(|sign| !inside(sign)).unwrap_or(text.len());
    let host = text[..length].trim_end_matches(['.', '-', '_']);
    // qmail writes a blank as `_`.
    let host = host.find('_').map_or(host, |end| &host[..end]);
    // A date behind an `@` is no host.
    if host.contains('.') || host.chars().any(char::is_alphabetic) { host.len() } else { 0 }
}

/// True for a part of an address that is the domain of another one.
fn domain_of_verp(part: &str) -> bool {
    part.rsplit_once('.').is_some_and(|(name, last)| {
        !name.is_empty() && last.len() > 1 && last.chars().all(char::is_alphabetic) && part.is_ascii()
    })
}

/// True for base64 of an address.
fn is_address_in_base64(text: &str) -> bool {
    let (mut bits, mut many, mut plain) = (0_u32, 0, String::new());
    for byte in text.bytes() {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            _ => 63,
        };
        bits = bits << 6 | u32::from(value);
        many += 6;
        if many >= 8 {
            many -= 8;
            plain.push(char::from((bits >> many) as u8));
        }
    }
    let is_plain = plain.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ');
    is_plain && plain.split_once('@').is_some_and(|(user, host)| !user.is_empty() && host.contains('.'))
}

/// An IP address that begins at this place, in any spelling.
fn number(text: &str, at: usize) -> Option<(usize, Kind)> {
    let rest = &text[at..];
    if text[..at].ends_with('#') {
        return None;
    }
    // `Reject::ORIG::Bad_Mailfrom` is a name with parts.
    let part_of_name = |sign: char| sign.is_alphanumeric() || sign == '_';
    if rest.starts_with(':') && text[..at].ends_with(part_of_name) {
        return None;
    }
    let run =
        rest.bytes().take(80).take_while(|byte| byte.is_ascii_hexdigit() || b":.".contains(byte)).count();
    let mut whole = rest[..run].trim_end_matches('.');
    let colons = whole.bytes().filter(|byte| *byte == b':').count();
    // `12:00:00` is a time.
    if colons > 5 || colons > 1 && whole.contains("::") {
        // A port or a mark may follow.
        for _ in 0..3 {
            let open = rest[whole.len()..].starts_with(part_of_name);
            if !open && whole.parse::<IpAddr>().is_ok() {
                return Some((at + whole.len(), Kind::Ip));
            }
            whole = match whole.strip_suffix(':') {
                Some(shorter) if !shorter.ends_with(':') => shorter,
                _ => whole.rsplit_once([':', '.']).map_or("", |(shorter, _)| shorter),
            };
        }
    }
    if let Some(length) = groups(rest) {
        return Some((at + length, Kind::Ip));
    }
    if let Some(length) = is_nibbles(rest) {
        return Some((at + length, Kind::Ip));
    }
    let first = rest.bytes().take_while(u8::is_ascii_digit).count();
    for mark in ['.', '-'].into_iter().filter(|mark| rest[first..].starts_with(*mark)) {
        let mut end = 0;
        let mut octets = 0;
        for part in rest.split(mark).take(4) {
            let digits = part.bytes().take_while(u8::is_ascii_digit).count();
            let small =
                (1..4).contains(&digits) && part[..digits].parse::<u16>().is_ok_and(|octet| octet < 256);
            if !small || octets < 3 && digits != part.len() {
                break;
            }
            octets += 1;
            end += digits + usize::from(octets < 4);
        }
        let before = text[..at].chars().next_back();
        let open =
            rest.get(end..).is_some_and(|after| after.starts_with(|next: char| next.is_alphanumeric()));
        if octets == 4 && !open && before != Some('.') {
            return Some((at + end, Kind::Ip));
        }
    }
    None
}

/// The length of the address of a network card, and of one of IPv6 that was cut: `52:54:00:6b:19:f2`, `2a0a:17:4f:8a00:1d2e`.
/// The print of a certificate has more groups, a time fewer.
fn groups(text: &str) -> Option<usize> {
    let mark = text.bytes().find(|byte| !byte.is_ascii_hexdigit()).filter(|byte| b":-".contains(byte))?;
    let (mut end, mut many, mut pairs) = (0, 0, true);
    loop {
        let digits = text.as_bytes()[end..].iter().take_while(|byte| byte.is_ascii_hexdigit()).count();
        if !(1..5).contains(&digits) {
            return None;
        }
        (many, end, pairs) = (many + 1, end + digits, pairs && digits == 2);
        let goes_on = many < MOST_GROUPS
            && text.as_bytes().get(end) == Some(&mark)
            && text.as_bytes().get(end + 1).is_some_and(u8::is_ascii_hexdigit);
        if !goes_on {
            break;
        }
        end += 1;
    }
    let open = text[end..].starts_with(|next: char| next.is_alphanumeric() || next == '-' || next == '_');
    let letters = text[..end].contains(|sign: char| sign.is_ascii_alphabetic());
    let card = many == 6 && pairs && (letters || mark == b':');
    let cut = mark == b':' && (5..8).contains(&many) && !pairs && letters;
    (!open && (card || cut)).then_some(end)
}

/// The length of the numbers of a user and a group with nobody's name behind them, as a file of logins has them, where
/// they begin here: `ben:x:1001:1001::/home/ben`, `ben:x:1001:1001::0:0:Ben:/home/ben`.
fn ids(text: &str, at: usize) -> Option<usize> {
    let rest = ahead(text, at);
    let mut columns = rest.split(':');
    let mut number = || {
        let column = columns.next()?;
        (!column.is_empty() && column.bytes().all(|digit| digit.is_ascii_digit())).then_some(column.len() + 1)
    };
    let length = number()? + number()?;
    let behind_it = rest.get(length..)?.strip_prefix(':')?;
    // A network's length is digits.
    let folder =
        behind_it.strip_prefix('/').is_some_and(|path| !path.starts_with(|sign: char| sign.is_ascii_digit()));
    let expires = columns.next().is_some() && columns.by_ref().take(2).all(|column| column == "0");
    let before = behind(text, at).bytes().rev().take_while(|byte| *byte > b' ');
    let among = before.filter(|byte| *byte == b':').count() == 2;
    (folder || expires && among && behind_it.contains(":/")).then_some(length)
}

/// The length of the code of a reply, and of the hyphen behind it, that a name stands behind: `250-mx.shop.example`.
fn code_before(text: &str) -> usize {
    let [b'2'..=b'5', b'0'..=b'7', b'0'..=b'9', b'-', first, ..] = text.as_bytes() else { return 0 };
    if first.is_ascii_alphabetic() { 4 } else { 0 }
}

/// True for names of programs with dots in them, whose last part no domain has: `RESOLVER.ADR.RecipientNotFound`.
fn is_of_code(name: &str, after: &str) -> bool {
    let package =
        name.split('.').next().is_some_and(|first| ["com", "java", "javax", "org"].contains(&first));
    let called = after.starts_with(['(', '$']) && package;
    let last = name.rsplit('.').next().unwrap_or_default();
    let shouts = |text: &str| text.bytes().all(|byte| !byte.is_ascii_lowercase());
    let camel =
        last.as_bytes().windows(2).any(|two| two[0].is_ascii_lowercase() && two[1].is_ascii_uppercase());
    called
        || package && !words::has_known_ending(name)
        || camel
        || last.len() > 3 && shouts(last) && !shouts(name) && !words::has_known_ending(name)
}

/// The length of the reversed digits of an address, as many as a name for look-ups has, or at least some before
/// `.ip6.arpa`.
fn is_nibbles(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < 64 && bytes.get(at).is_some_and(u8::is_ascii_hexdigit) && bytes.get(at + 1) == Some(&b'.') {
        at += 2;
    }
    let last = usize::from(at > 0 && at < 64 && bytes.get(at).is_some_and(u8::is_ascii_hexdigit));
    let alone = last > 0 && !bytes.get(at + 1).is_some_and(u8::is_ascii_alphanumeric);
    let is_name = text[at..].starts_with("ip6.arpa");
    if alone && at > 29 { Some(at + 1) } else { (at > 30 || at > 14 && is_name).then(|| at - 1) }
}

/// Host names in letters, digits, hyphens and dots.
fn hosts_in(run: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut end = 0;
    let mut labels = 0;
    let mut at = 0;
    let mut last_end = 0;
    let close = |start: usize, end: usize, labels: usize, found: &mut Vec<Range<usize>>| {
        if labels > 1 && end > start {
            found.push(start..end);
        }
    };
    for label in run.split('.') {
        let bare = label.trim_matches('-');
        if bare.is_empty() {
            close(start, end, labels, &mut found);
            (labels, end) = (0, 0);
        } else {
            if labels == 0 {
                start = at + (label.len() - label.trim_start_matches('-').len());
            }
            labels += 1;
            last_end = at + label.trim_end_matches('-').len();
            // Capitals and digits are an id of a queue, not the end of a name.
            let id = bare.contains(|letter: char| letter.is_ascii_digit())
                && !bare.contains(|letter: char| letter.is_lowercase());
            let first = !id && bare.chars().next().is_some_and(char::is_alphabetic);
            let long = bare.chars().count() > 1 || at > start + 6;
            if labels > 1 && first && long {
                end = last_end;
            }
            if label.ends_with('-') {
                close(start, end, labels, &mut found);
                (labels, end) = (0, 0);
            }
        }
        at += label.len() + 1;
    }
    let _ = last_end;
    close(start, end, labels, &mut found);
    found.retain(|host| run[host.clone()].chars().any(char::is_alphabetic));
    found
}

/// The length of a subject that nothing closes: Postfix says after it whose it is.
fn plain_subject(rest: &str, field: bool) -> usize {
    let ends = if field {
        &["', ", ", uid=", ", size=", ", msgid=", "\" ", ", from=", ", flags="][..]
    } else {
        &["; from=<", "\", From", "', from", ", Msg-Id: <", ", Message-ID: <"][..]
    };
    let end = ends.iter().filter_map(|mark| rest.find(mark)).min().unwrap_or(rest.len());
    if rest[end..].starts_with("; from=<") { rest[..end].rfind(" from ").unwrap_or(end) } else { end }
}

/// Where a quote is closed; `\"` does not close it.
fn closing(text: &str) -> usize {
    let mut escaped = false;
    text.find(|sign: char| {
        let closes = sign == '"' && !escaped;
        escaped = sign == '\\' && !escaped;
        closes
    })
    .unwrap_or(text.len())
}

/// How long the word is that a text begins with.
fn word(text: &str) -> usize {
    text.find(|sign: char| sign <= ' ' || ",;:()]}>\"'".contains(sign)).unwrap_or(text.len())
}

/// True for a word as names have it.
fn is_capital(word: &str) -> bool {
    word.chars().next().is_some_and(|first| first.is_alphabetic() && !first.is_lowercase())
        && word.chars().all(|letter| letter.is_alphabetic() || "-.'’".contains(letter))
}

/// How many bytes at the start may be a name.
fn letters(text: &str) -> usize {
    let word = &text[..text.find(|sign| !is_of_name(sign)).unwrap_or(text.len())];
    word.trim_end_matches(|sign: char| !sign.is_alphabetic()).len()
}

fn is_of_name(sign: char) -> bool {
    sign.is_alphabetic() || "-'’".contains(sign)
}

/// True for a capital and small letters that are no word of ours and no part of a date.
fn is_unknown_name(word: &str) -> bool {
    let mut signs = word.chars();
    signs.next().is_some_and(char::is_uppercase)
        && signs.next().is_some_and(char::is_lowercase)
        && signs.next().is_some()
        && is_capital(word)
        && !words::is_of_our_words(word)
        && !words::is_of_date(word)
        && !words::is_of_product(word)
}

/// What follows a place, as far as a value can reach.
fn ahead(text: &str, at: usize) -> &str {
    let end = (at..=text.len().min(at + REACH)).rev().find(|&end| text.is_char_boundary(end));
    &text[at..end.unwrap_or(at)]
}

/// What stands before a place, as far as a value can reach.
fn behind(text: &str, at: usize) -> &str {
    let start = (at.saturating_sub(REACH)..=at).find(|&start| text.is_char_boundary(start));
    &text[start.unwrap_or(at)..at]
}

fn is_of_label(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-_".contains(&byte)
}

/// True for capitals with a number at their end: `MUSTERSRV01`. PHPMailer's log loses line breaks, so the code of the next line
/// follows a word of ours: `LOGIN250`.
fn is_machine(word: &[u8]) -> bool {
    let digits = word.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let letters = &word[..word.len() - digits];
    (1..4).contains(&digits)
        && letters.len() > 4
        && letters.iter().all(u8::is_ascii_uppercase)
        && !(word.ends_with(b"250") && words::is_of_our_words(&String::from_utf8_lossy(letters)))
}

fn blanks(text: &str) -> usize {
    text.len() - text.trim_start_matches([' ', '\t']).len()
}

/// A part without the blanks and marks around it.
fn trimmed(text: &str, at: Range<usize>) -> Range<usize> {
    let part = &text[at.clone()];
    let mark = |sign: char| sign <= ' ' || "\"'<>()[]\\".contains(sign);
    let start = at.start + part.len() - part.trim_start_matches(mark).len();
    let end = at.start + part.trim_end_matches(mark).len();
    start.min(end)..end.max(start.min(end))
}

/// The parts of a stretch of text between marks.
fn split<'a>(text: &'a str, at: Range<usize>, marks: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
    let start = at.start;
    let mut from = start;
    text[at].split(|sign| marks.contains(sign)).filter_map(move |part| {
        let place = from..from + part.len();
        from = place.end + text[place.end..].chars().next().map_or(1, char::len_utf8);
        (!part.is_empty()).then_some(place)
    })
}
