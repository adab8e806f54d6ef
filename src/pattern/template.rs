//! Compiles a template into pieces and matches pieces against bytes.
//!
//! Matching is bounded: a field tries only the few places where the text after it can begin, and all
//! tries of one line draw on one fuel, so a hostile line costs no more than a multiple of its length.

use crate::format::{Format, Shape};
use crate::text::Span;
use memchr::memchr_iter;
use memchr::memmem::{self, Finder};
use std::ops::Range;

/// A part of a template.
#[derive(Debug)]
pub(super) enum Piece {
    Literal { bytes: Vec<u8>, finder: Box<Finder<'static>> },
    Field { field: u16, shape: Shape },
    Optional(Vec<Piece>),
    Pairs,
}

/// Where a field was found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Capture {
    /// The field's place in [`Format::fields`].
    pub field: u16,
    /// Where it stands in what was matched.
    pub at: Span,
}

/// The fields that were found, in order.
pub type Captures = Vec<Capture>;

/// How many continuations one match may try.
const FUEL: u32 = 256;

/// Cuts a template into pieces. `Err` names what is wrong with it: the laws of the formats show it.
pub(super) fn compile(format: &Format, template: &str) -> Result<Vec<Piece>, String> {
    let mut rest = template;
    let pieces = pieces(format, &mut rest, false)?;
    Ok(pieces)
}

fn pieces(format: &Format, rest: &mut &str, inside: bool) -> Result<Vec<Piece>, String> {
    let mut pieces = Vec::new();
    let mut literal = String::new();
    let flush = |literal: &mut String, pieces: &mut Vec<Piece>| {
        if !literal.is_empty() {
            let bytes = std::mem::take(literal).into_bytes();
            let finder = Box::new(Finder::new(&bytes).into_owned());
            pieces.push(Piece::Literal { bytes, finder });
        }
    };
    loop {
        let Some(next) = rest.chars().next() else {
            if inside {
                return Err("an optional part is not closed".into());
            }
            break;
        };
        if let Some(after) = rest.strip_prefix("{{") {
            literal.push('{');
            *rest = after;
        } else if let Some(after) = rest.strip_prefix("{?") {
            flush(&mut literal, &mut pieces);
            *rest = after;
            pieces.push(Piece::Optional(self::pieces(format, rest, true)?));
        } else if let Some(after) = rest.strip_prefix("{*}") {
            flush(&mut literal, &mut pieces);
            *rest = after;
            pieces.push(Piece::Pairs);
        } else if let Some(after) = rest.strip_prefix('{') {
            flush(&mut literal, &mut pieces);
            let (name, after) = after.split_once('}').ok_or("a field is not closed")?;
            let field = field_named(format, name.as_bytes()).ok_or_else(|| format!("no field `{name}`"))?;
            pieces.push(Piece::Field { field, shape: format.fields[usize::from(field)].shape });
            *rest = after;
        } else if inside && next == '}' {
            *rest = &rest[1..];
            break;
        } else {
            literal.push(next);
            *rest = &rest[next.len_utf8()..];
        }
    }
    flush(&mut literal, &mut pieces);
    Ok(pieces)
}

/// The place of a field in its format.
pub(super) fn field_named(format: &Format, name: &[u8]) -> Option<u16> {
    format.fields.iter().position(|field| field.name.as_bytes() == name).map(|at| at as u16)
}

/// How literal text is compared: as it stands, or as a delivery result, in which `_` may stand for a
/// space and `/` for a line break, or without case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    Plain,
    Result,
    Caseless,
}

impl Mode {
    /// A byte of the input as a template would have it.
    pub(super) fn fold(self, byte: u8) -> u8 {
        match (self, byte) {
            (Mode::Result, b'_') => b' ',
            (Mode::Result, b'\n') => b'/',
            (Mode::Caseless, _) => byte.to_ascii_lowercase(),
            _ => byte,
        }
    }

    fn find(self, window: &[u8], next: &Next<'_>) -> Option<usize> {
        match (self, next.finder) {
            (Mode::Plain, Some(finder)) => finder.find(window),
            (Mode::Plain, None) => memmem::find(window, next.literal),
            (Mode::Result | Mode::Caseless, _) => {
                (0..window.len()).find(|&at| self.starts(&window[at..], next.literal))
            }
        }
    }

    fn rfind(self, window: &[u8], next: &Next<'_>) -> Option<usize> {
        match self {
            Mode::Plain => memmem::rfind(window, next.literal),
            Mode::Result | Mode::Caseless => {
                (0..window.len()).rev().find(|&at| self.starts(&window[at..], next.literal))
            }
        }
    }

    /// True when the input begins with the literal.
    pub(super) fn starts(self, input: &[u8], literal: &[u8]) -> bool {
        match self {
            Mode::Plain => input.starts_with(literal),
            Mode::Result => {
                input.len() >= literal.len()
                    && input.iter().zip(literal).all(|(&byte, &want)| byte == want || self.fold(byte) == want)
            }
            Mode::Caseless => {
                input.get(..literal.len()).is_some_and(|start| start.eq_ignore_ascii_case(literal))
            }
        }
    }
}

/// Matches pieces against the whole of `input`; the captures are complete only when it returns true.
pub(super) struct Matcher<'a> {
    pub format: &'a Format,
    pub mode: Mode,
    pub input: &'a [u8],
    pub captures: &'a mut Captures,
    fuel: u32,
}

impl<'a> Matcher<'a> {
    pub(super) fn new(format: &'a Format, mode: Mode, input: &'a [u8], captures: &'a mut Captures) -> Self {
        captures.clear();
        Matcher { format, mode, input, captures, fuel: FUEL }
    }

    /// Matches everything.
    pub(super) fn whole(&mut self, pieces: &[Piece]) -> bool {
        self.from(pieces, &[], 0)
    }

    /// Matches `pieces`, then `after`, from `at` to the end of the input. `after` is the chain of what
    /// follows an optional part.
    fn from(&mut self, pieces: &[Piece], after: &[&[Piece]], at: usize) -> bool {
        let Some((piece, rest)) = pieces.split_first() else {
            return match after.split_last() {
                Some((next, after)) => self.from(next, after, at),
                None => self.input[at..].iter().all(u8::is_ascii_whitespace),
            };
        };
        match piece {
            Piece::Literal { bytes, .. } => {
                if self.mode.starts(&self.input[at..], bytes) {
                    return self.from(rest, after, at + bytes.len());
                }
                // A trimmed line lacks the space before an empty last field.
                let trimmed = bytes.trim_ascii_end();
                trimmed.len() < bytes.len()
                    && self.input.len() - at == trimmed.len()
                    && self.mode.starts(&self.input[at..], trimmed)
                    && self.from(rest, after, self.input.len())
            }
            Piece::Optional(part) => {
                let kept = self.captures.len();
                let mut chain: Vec<&[Piece]> = after.to_vec();
                chain.push(rest);
                if self.spend() && self.from(part, &chain, at) {
                    return true;
                }
                self.captures.truncate(kept);
                self.from(rest, after, at)
            }
            Piece::Pairs => self.pairs(rest, after, at),
            Piece::Field { field, shape } => self.field(*field, *shape, rest, after, at),
        }
    }

    fn spend(&mut self) -> bool {
        self.fuel = self.fuel.saturating_sub(1);
        self.fuel > 0
    }

    fn take(&mut self, field: u16, at: usize, end: usize, rest: &[Piece], after: &[&[Piece]]) -> bool {
        if !self.spend() {
            return false;
        }
        let kept = self.captures.len();
        self.captures.push(Capture { field, at: Span::new(at, end) });
        if self.from(rest, after, end) {
            return true;
        }
        self.captures.truncate(kept);
        false
    }

    fn field(&mut self, field: u16, shape: Shape, rest: &[Piece], after: &[&[Piece]], at: usize) -> bool {
        let input = &self.input[at..];
        let (least, most) = reach(shape, input);
        if most < least {
            return false;
        }
        if exact(shape) {
            return self.take(field, at, at + most, rest, after);
        }
        // The field ends where what follows it begins: at the first place that fits, or the last.
        let mut follows = Follows::default();
        follows.collect(self.format, rest, after);
        for next in follows.literals.iter().flatten() {
            if self.take_before(next, field, shape, at..at + most, at + least, rest, after) {
                return true;
            }
        }
        follows.end && self.take(field, at, at + trimmed(input, least, most), rest, after)
    }

    /// Ends a field, which begins at `within.start` and can reach to `within.end`, where `next` begins.
    #[expect(clippy::too_many_arguments, reason = "the state of one try, named once")]
    fn take_before(
        &mut self,
        next: &Next<'_>,
        field: u16,
        shape: Shape,
        within: Range<usize>,
        least: usize,
        rest: &[Piece],
        after: &[&[Piece]],
    ) -> bool {
        let (at, most) = (within.start, within.end);
        let (mut from, mut to) = (least, most.saturating_add(next.literal.len()).min(self.input.len()));
        while from <= to && self.fuel > 0 {
            let window = &self.input[from..to];
            let found = if shape == Shape::Hostile {
                self.mode.rfind(window, next)
            } else {
                self.mode.find(window, next)
            };
            let Some(found) = found else { break };
            let end = from + found;
            if self.take(field, at, end, rest, after) {
                return true;
            }
            if shape == Shape::Hostile {
                to = end + next.literal.len() - 1;
            } else {
                from = end + 1;
            }
        }
        // A trimmed line lacks the space before an empty last field.
        let trimmed = next.literal.trim_ascii_end();
        trimmed.len() < next.literal.len()
            && self.input[least.min(self.input.len())..].ends_with(trimmed)
            && {
                let end = self.input.len() - trimmed.len();
                end <= most && self.take(field, at, end, rest, after)
            }
    }

    /// Takes `key=value` pairs until the rest fits. A value ends at the next separator; in quotes or
    /// angle brackets it ends with them.
    fn pairs(&mut self, rest: &[Piece], after: &[&[Piece]], start: usize) -> bool {
        let format = self.format;
        let mut at = start;
        loop {
            let kept = self.captures.len();
            if self.from(rest, after, at) {
                return true;
            }
            self.captures.truncate(kept);
            if !self.spend() || at >= self.input.len() {
                return false;
            }
            let mut from = at;
            for separator in format.separators {
                if self.input[at..].starts_with(separator.as_bytes()) {
                    from = at + separator.len();
                    break;
                }
            }
            let input = &self.input[from..];
            let key = input.iter().take_while(|byte| key_byte(**byte)).count();
            let mut end;
            if key > 0 && input.get(key) == Some(&b'=') {
                let value = from + key + 1;
                end = value + value_length(&self.input[value..], format.separators);
                let name = &input[..key];
                if let Some(field) = field_named(format, name) {
                    self.captures.push(Capture { field, at: unquoted(self.input, value, end) });
                }
            } else {
                // A word without a value, as `TLS` in Dovecot's lines.
                end = from + value_length(input, format.separators);
                if let Some(field) = field_named(format, &self.input[from..end]) {
                    self.captures.push(Capture { field, at: Span::new(from, end) });
                }
            }
            if end == at {
                end += 1;
            }
            at = end.min(self.input.len());
        }
    }
}

/// Least and most bytes that a shape can take from the start of the input.
pub(super) fn reach(shape: Shape, input: &[u8]) -> (usize, usize) {
    let run = |of: fn(u8) -> bool| input.iter().take_while(|byte| of(**byte)).count();
    match shape {
        Shape::Number => (1, run(|byte| byte.is_ascii_digit())),
        Shape::Decimal => (1, run(|byte| byte.is_ascii_digit() || b".-+".contains(&byte))),
        Shape::Hex => (1, run(|byte| byte.is_ascii_hexdigit())),
        Shape::Name => (1, run(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))),
        Shape::Word => (1, run(|byte| !byte.is_ascii_whitespace())),
        Shape::Ip => (1, ip(input)),
        Shape::Code => (1, if run(|byte| byte.is_ascii_digit()) == 3 { 3 } else { 0 }),
        Shape::Base64 => (1, base64(input)),
        Shape::Status => (1, status(input)),
        Shape::QueueId => (1, queue_id(input)),
        Shape::VirtualPrefix => (0, virtual_prefix(input)),
        Shape::Peer => (1, peer(input)),
        Shape::CodeOf(class) => (1, if of_class(input, class) { reach(Shape::Code, input).1 } else { 0 }),
        Shape::StatusOf(class) => (1, if of_class(input, class) { status(input) } else { 0 }),
        Shape::Address => (quoted(input), input.len()),
        Shape::Rules => (0, run(|byte| !byte.is_ascii_whitespace())),
        Shape::Verdict(_) => (1, run(|byte| byte.is_ascii_alphabetic())),
        Shape::Mailbox => (1, mailbox(input)),
        Shape::Space => (1, run(|byte| matches!(byte, b' ' | b'\t'))),
        Shape::Text | Shape::Hostile | Shape::Result | Shape::Reason | Shape::Methods => (0, input.len()),
    }
}

/// True for a shape that always takes all that it can.
fn exact(shape: Shape) -> bool {
    !matches!(
        shape,
        Shape::Decimal
            | Shape::Name
            | Shape::Word
            | Shape::Text
            | Shape::Hostile
            | Shape::Result
            | Shape::Address
            | Shape::Reason
            | Shape::Rules
            | Shape::Methods
    )
}

/// True when the input begins with the digit of this class of replies.
fn of_class(input: &[u8], class: u8) -> bool {
    input.first() == Some(&(b'0' + class))
}

/// The length of an IP address in square brackets with a port at the start; 0 for none.
fn peer(input: &[u8]) -> usize {
    let address = ip(input);
    if address == 0 || input.first() != Some(&b'[') || input.get(address) != Some(&b':') {
        return 0;
    }
    let port = input[address + 1..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    if port == 0 { 0 } else { address + 1 + port }
}

/// The length of the quoted local part that an address begins with, without the `@` after it; 0 for none.
fn quoted(input: &[u8]) -> usize {
    if input.first() != Some(&b'"') {
        return 0;
    }
    let mut at = 1;
    while let Some(&byte) = input.get(at) {
        match byte {
            b'\\' => at += 2,
            b'"' if input.get(at + 1) == Some(&b'@') => return at + 1,
            _ => at += 1,
        }
    }
    0
}

/// The length of an IP address, with or without square brackets, at the start; 0 for none.
fn ip(input: &[u8]) -> usize {
    let open = usize::from(input.first() == Some(&b'['));
    let body = &input[open..];
    // An IPv4 address first: what follows its colon is a port, as in `192.0.2.1:25` or `192.0.2.1::25`.
    let run = |of: fn(u8) -> bool| {
        let length = body.iter().take_while(|byte| of(**byte)).count();
        // An address is followed by text: a full stop or colon that ends it belongs to the text.
        let ends = body[..length].iter().rev().take_while(|byte| b".:".contains(byte)).count();
        if ends > 1 && body[..length].ends_with(b"::") { length } else { length - ends.min(length) }
    };
    let count = |length: usize, of: u8| memchr_iter(of, &body[..length]).count();
    let mut length = run(|byte| byte.is_ascii_digit() || byte == b'.');
    if count(length, b'.') != 3 {
        length = run(|byte| byte.is_ascii_hexdigit() || b".:".contains(&byte));
        if count(length, b':') < 2 {
            return 0;
        }
    }
    match open {
        0 => length,
        _ if body.get(length) == Some(&b']') => length + 2,
        _ => 0,
    }
}

/// The length of an enhanced status code at the start: class, subject and detail; 0 for none.
fn status(input: &[u8]) -> usize {
    let length = input.iter().take_while(|byte| byte.is_ascii_digit() || **byte == b'.').count();
    let mut parts = input[..length].split(|byte| *byte == b'.');
    let fits = matches!(parts.next(), Some(b"2" | b"4" | b"5"))
        && parts.next().is_some_and(|part| matches!(part.len(), 1..=3))
        && parts.next().is_some_and(|part| matches!(part.len(), 1..=3))
        && parts.next().is_none();
    if fits { length } else { 0 }
}

/// The length of a mail address with its domain at the start; 0 for none.
fn mailbox(input: &[u8]) -> usize {
    let local = input
        .iter()
        .take_while(|&&byte| byte > b' ' && byte != 127 && !b"@<>()[],;:\"\\".contains(&byte))
        .count();
    if local == 0 || input.get(local) != Some(&b'@') {
        return 0;
    }
    let domain = input[local + 1..]
        .iter()
        .take_while(|&&byte| byte.is_ascii_alphanumeric() || b".-_".contains(&byte) || byte >= 128)
        .count();
    let ends = input[local + 1..local + 1 + domain].iter().rev().take_while(|byte| **byte == b'.').count();
    if domain == ends { 0 } else { local + 1 + domain - ends }
}

/// The length of a word of base64 at the start, as log-ins send it; 0 for none. A word of plain letters,
/// such as `Thursday`, is none.
fn base64(input: &[u8]) -> usize {
    let letters =
        input.iter().take_while(|byte| byte.is_ascii_alphanumeric() || b"+/".contains(byte)).count();
    let padding = input[letters..].iter().take_while(|byte| **byte == b'=').count();
    let plain = input[..letters].iter().skip(1).all(u8::is_ascii_lowercase);
    let fits = (letters + padding) % 4 == 0
        && match padding {
            0 => letters >= 8 && !plain,
            1 | 2 => letters > 0,
            _ => false,
        };
    if fits { letters + padding } else { 0 }
}

/// The length of a Postfix queue id at the start: `NOQUEUE`, hexadecimal, or long base 52; 0 for none.
fn queue_id(input: &[u8]) -> usize {
    let length = input.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let id = &input[..length];
    let short = length >= 5 && id.iter().all(|byte| byte.is_ascii_digit() || (b'A'..=b'F').contains(byte));
    let long = length >= 11 && id.contains(&b'z') && id.iter().any(u8::is_ascii_digit);
    if id == b"NOQUEUE" || short || long { length } else { 0 }
}

/// The length of the prefix of a virtual domain, with its hyphen: only when the text before the hyphen
/// is the domain after the last `@`, or `alias`.
fn virtual_prefix(input: &[u8]) -> usize {
    let Some(at) = memchr::memrchr(b'@', input) else { return 0 };
    let domain = input[at + 1..].trim_ascii_end();
    if !domain.is_empty() && input.starts_with(domain) && input.get(domain.len()) == Some(&b'-') {
        return domain.len() + 1;
    }
    0
}

fn key_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-_.".contains(&byte)
}

/// The length of a value up to the next separator; brackets and quotes are kept whole.
fn value_length(input: &[u8], separators: &[&str]) -> usize {
    let close = match input.first() {
        Some(b'<') => Some(b">".as_slice()),
        Some(b'"') => Some(b"\"".as_slice()),
        _ => None,
    };
    let mut from = 0;
    if let Some(close) = close {
        // The bracket that counts is the one that a separator or the end follows.
        let mut search = 1;
        while let Some(found) = memmem::find(&input[search.min(input.len())..], close) {
            let end = search + found + 1;
            if end == input.len() || separators.iter().any(|s| input[end..].starts_with(s.as_bytes())) {
                from = end;
                break;
            }
            search = end;
        }
    }
    separators
        .iter()
        .filter_map(|separator| memmem::find(&input[from..], separator.as_bytes()))
        .min()
        .map_or(input.len(), |at| from + at)
}

/// A value without the brackets or quotes around it.
fn unquoted(input: &[u8], start: usize, end: usize) -> Span {
    let value = &input[start..end];
    let quoted =
        value.len() >= 2 && matches!((value[0], value[value.len() - 1]), (b'<', b'>') | (b'"', b'"'));
    if quoted { Span::new(start + 1, end - 1) } else { Span::new(start, end) }
}

/// What a field at the end of the line takes: all, but not the white space after it.
fn trimmed(input: &[u8], least: usize, most: usize) -> usize {
    if most < input.len() { most } else { input.trim_ascii_end().len().max(least) }
}

/// A literal that may follow a field.
struct Next<'p> {
    literal: &'p [u8],
    finder: Option<&'p Finder<'static>>,
}

/// What may follow a field: the literals of the optional parts after it, the literal after those, the end.
#[derive(Default)]
struct Follows<'p> {
    literals: [Option<Next<'p>>; 6],
    used: usize,
    end: bool,
}

impl<'p> Follows<'p> {
    fn collect(&mut self, format: &'p Format, rest: &'p [Piece], after: &[&'p [Piece]]) {
        match rest.split_first() {
            Some((Piece::Literal { bytes, finder }, _)) => self.add(bytes, Some(finder)),
            Some((Piece::Optional(part), more)) => {
                if let Some(Piece::Literal { bytes, finder }) = part.first() {
                    self.add(bytes, Some(finder));
                }
                self.collect(format, more, after);
            }
            Some((Piece::Pairs, more)) => {
                for separator in format.separators {
                    self.add(separator.as_bytes(), None);
                }
                self.collect(format, more, after);
            }
            Some((Piece::Field { .. }, _)) => self.end = true,
            None => match after.split_last() {
                Some((next, after)) => self.collect(format, next, after),
                None => self.end = true,
            },
        }
    }

    fn add(&mut self, literal: &'p [u8], finder: Option<&'p Finder<'static>>) {
        if let Some(place) = self.literals.get_mut(self.used) {
            *place = Some(Next { literal, finder });
            self.used += 1;
        }
    }
}

/// The fields of a format that a template can name, for the laws.
pub(super) fn fields_of(pieces: &[Piece]) -> Vec<u16> {
    pieces
        .iter()
        .flat_map(|piece| match piece {
            Piece::Field { field, .. } => vec![*field],
            Piece::Optional(part) => fields_of(part),
            Piece::Literal { .. } | Piece::Pairs => Vec::new(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::reach;
    use crate::format::Shape;

    #[test]
    fn a_shape_takes_what_it_looks_like() {
        for (shape, input, want) in [
            (Shape::Ip, "192.0.2.1 x", "192.0.2.1"),
            (Shape::Ip, "192.0.2.1.", "192.0.2.1"),
            (Shape::Ip, "192.0.2.1:25", "192.0.2.1"),
            (Shape::Ip, "192.0.2.1::25", "192.0.2.1"),
            (Shape::Ip, "[192.0.2.1]:25", "[192.0.2.1]"),
            (Shape::Ip, "[192.0.2.1", ""),
            (Shape::Ip, "2001:db8::1 x", "2001:db8::1"),
            (Shape::Ip, "2001:db8::", "2001:db8::"),
            (Shape::Ip, "::ffff:192.0.2.1]", "::ffff:192.0.2.1"),
            (Shape::Ip, "[2001:db8::1]", "[2001:db8::1]"),
            (Shape::Ip, "1.2.3", ""),
            (Shape::Ip, "1.2.3.4.5", ""),
            (Shape::Ip, "cafe", ""),
            (Shape::Code, "550 no", "550"),
            (Shape::Code, "5500", ""),
            (Shape::CodeOf(5), "550-no", "550"),
            (Shape::CodeOf(5), "450 no", ""),
            (Shape::Status, "5.1.1 no", "5.1.1"),
            (Shape::Status, "5.1 no", ""),
            (Shape::Base64, "dGVzdA==", "dGVzdA=="),
            (Shape::Base64, "dGVzdDEy", "dGVzdDEy"),
            (Shape::Base64, "dGVzdA=", ""),
            (Shape::Base64, "Thursday", ""),
            (Shape::Base64, "DATA", ""),
            (Shape::Mailbox, "ana@shop.example: no", "ana@shop.example"),
            (Shape::Mailbox, "ana@shop.example.", "ana@shop.example"),
            (Shape::Mailbox, "ana@", ""),
            (Shape::Mailbox, "<ana@shop.example>", ""),
            (Shape::Space, " \tby mx", " \t"),
            (Shape::Space, "by mx", ""),
        ] {
            let (least, most) = reach(shape, input.as_bytes());
            let took = if most < least { "" } else { &input[..most] };
            assert_eq!(took, want, "{shape:?} {input}");
        }
    }
}
