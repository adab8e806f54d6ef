//! Compiles a template into pieces and matches pieces against bytes.
//!
//! Matching is bounded: a field tries only the few places where the text after it can begin, and all
//! tries of one line draw on one fuel, so a hostile line costs no more than a multiple of its length.

use crate::format::{Field, Format, Role, Shape};
use crate::knowledge::obstacle;
use crate::secrets::MASK;
use crate::syntax::left_out;
use crate::text::{Span, prompt};
use memchr::{memchr_iter, memmem, memrchr_iter};
use std::ops::Range;

/// A part of a template.
#[derive(Debug)]
pub(super) enum TemplatePart {
    Literal(Vec<u8>),
    Field {
        field: u16,
        shape: Shape,
    },
    Optional(Vec<TemplatePart>),
    /// With the values that have parts: the field and its pieces.
    Pairs(Vec<(u16, Vec<TemplatePart>)>),
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
pub(super) fn compile(format: &Format, template: &str) -> Result<Vec<TemplatePart>, String> {
    let mut rest = template;
    let pieces = pieces(format, &mut rest, false)?;
    Ok(pieces)
}

fn pieces(format: &Format, rest: &mut &str, inside: bool) -> Result<Vec<TemplatePart>, String> {
    let mut pieces = Vec::new();
    let mut literal = String::new();
    let flush = |literal: &mut String, pieces: &mut Vec<TemplatePart>| {
        if !literal.is_empty() {
            pieces.push(TemplatePart::Literal(std::mem::take(literal).into_bytes()));
        }
    };
    loop {
        let Some(next) = rest.bytes().next() else {
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
            pieces.push(TemplatePart::Optional(self::pieces(format, rest, true)?));
        } else if let Some(after) = rest.strip_prefix("{*}") {
            flush(&mut literal, &mut pieces);
            *rest = after;
            pieces.push(TemplatePart::Pairs(composites(format)?));
        } else if let Some(after) = rest.strip_prefix('{') {
            flush(&mut literal, &mut pieces);
            let (name, after) = after.split_once('}').ok_or("a field is not closed")?;
            let field = field_named(format, name.as_bytes()).ok_or_else(|| format!("no field `{name}`"))?;
            let of = &format.fields[usize::from(field)];
            if of.parts.is_empty() {
                pieces.push(TemplatePart::Field { field, shape: of.shape });
            } else {
                pieces.extend(compile(format, of.parts)?);
            }
            *rest = after;
        } else if inside && next == b'}' {
            *rest = &rest[1..];
            break;
        } else {
            let end = rest.find(|letter| letter == '{' || inside && letter == '}').unwrap_or(rest.len());
            literal.push_str(&rest[..end]);
            *rest = &rest[end..];
        }
    }
    flush(&mut literal, &mut pieces);
    Ok(pieces)
}

/// The fields whose values have parts, as pieces.
fn composites(format: &Format) -> Result<Vec<(u16, Vec<TemplatePart>)>, String> {
    let of = (0..).zip(format.fields).filter(|(_, field)| !field.parts.is_empty());
    of.map(|(at, field)| Ok((at, compile(format, field.parts)?))).collect()
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

    fn find(self, window: &[u8], literal: &[u8]) -> Option<usize> {
        match self {
            Mode::Plain => find(window, literal),
            Mode::Result | Mode::Caseless => {
                (0..window.len()).find(|&at| self.starts(&window[at..], literal))
            }
        }
    }

    fn rfind(self, window: &[u8], literal: &[u8]) -> Option<usize> {
        match self {
            Mode::Plain => {
                let (&first, rest) = literal.split_first()?;
                memrchr_iter(first, window).find(|&at| window[at + 1..].starts_with(rest))
            }
            Mode::Result | Mode::Caseless => {
                (0..window.len()).rev().find(|&at| self.starts(&window[at..], literal))
            }
        }
    }

    /// True when the input begins with the literal.
    pub(super) fn starts(self, input: &[u8], literal: &[u8]) -> bool {
        match self {
            // Most literals are a few bytes, and a call costs more than a look.
            Mode::Plain if literal.len() <= 8 => {
                input.len() >= literal.len() && input.iter().zip(literal).all(|(byte, want)| byte == want)
            }
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

/// Where a literal first stands. Windows are parts of a line, too short for a searcher to pay its making.
fn find(window: &[u8], literal: &[u8]) -> Option<usize> {
    let (&first, rest) = literal.split_first()?;
    memchr_iter(first, window).find(|&at| window[at + 1..].starts_with(rest))
}

/// What follows the pieces at hand, innermost first: the rest of the template around an optional part.
#[derive(Clone, Copy)]
struct Chain<'c> {
    pieces: &'c [TemplatePart],
    after: Option<&'c Chain<'c>>,
}

/// False when a template cannot fit, because the line does not end with the literal text that it ends with.
pub(super) fn ends(pieces: &[TemplatePart], input: &[u8]) -> bool {
    match pieces.last() {
        Some(TemplatePart::Literal(bytes)) => input.trim_ascii_end().ends_with(bytes.trim_ascii_end()),
        _ => true,
    }
}

/// False when a template cannot fit, because its own literal texts are not all there, in order.
pub(super) fn possible(pieces: &[TemplatePart], input: &[u8]) -> bool {
    let mut at = 0;
    pieces.iter().all(|piece| match piece {
        TemplatePart::Literal(bytes) => match find(&input[at..], bytes) {
            Some(found) => {
                at += found + bytes.len();
                true
            }
            // A trimmed line lacks the space before an empty last field.
            None => {
                bytes.last().is_some_and(u8::is_ascii_whitespace) && input.ends_with(bytes.trim_ascii_end())
            }
        },
        _ => true,
    })
}

/// Matches pieces against the whole of `input`; the captures are complete only when it returns true.
pub(super) struct Matcher<'a> {
    pub format: &'a Format,
    pub mode: Mode,
    pub input: &'a [u8],
    pub captures: &'a mut Captures,
    fuel: u32,
    /// Where the furthest try ended, and at what.
    #[cfg(test)]
    furthest: (usize, String),
}

impl<'a> Matcher<'a> {
    pub(super) fn new(format: &'a Format, mode: Mode, input: &'a [u8], captures: &'a mut Captures) -> Self {
        captures.clear();
        Matcher {
            format,
            mode,
            input,
            captures,
            fuel: FUEL,
            #[cfg(test)]
            furthest: (0, String::new()),
        }
    }

    /// Notes where a try ended and at what, for who writes a template; `None`: at its end.
    #[cfg(test)]
    fn stuck(&mut self, at: usize, piece: Option<&TemplatePart>) {
        if at < self.furthest.0 {
            return;
        }
        let what = match piece {
            Some(TemplatePart::Literal(bytes)) => {
                format!("{:?} does not follow", String::from_utf8_lossy(bytes))
            }
            Some(TemplatePart::Field { field, shape }) => {
                format!("{{{}}} ({shape:?}) does not fit", self.format.fields[usize::from(*field)].name)
            }
            Some(_) => "the list does not fit".to_owned(),
            None => "the template ends".to_owned(),
        };
        self.furthest = (at, what);
    }

    #[cfg(not(test))]
    #[expect(clippy::unused_self, reason = "only tests note it")]
    fn stuck(&mut self, _: usize, _: Option<&TemplatePart>) {}

    /// The byte that the furthest try came to, and what does not fit there.
    #[cfg(test)]
    pub(super) fn furthest(self) -> (usize, String) {
        self.furthest
    }

    /// Matches everything.
    pub(super) fn whole(&mut self, pieces: &[TemplatePart]) -> bool {
        self.from(pieces, None, 0)
    }

    /// Matches `pieces`, then `after`, from `at` to the end of the input. `after` is the chain of what
    /// follows an optional part. Where it returns false, captures may be left.
    fn from<'c>(
        &mut self,
        mut pieces: &'c [TemplatePart],
        mut after: Option<&'c Chain<'c>>,
        mut at: usize,
    ) -> bool {
        // What can be taken in one way only is taken on the spot; the rest is tried.
        loop {
            let Some((piece, rest)) = pieces.split_first() else {
                if let Some(next) = after {
                    (pieces, after) = (next.pieces, next.after);
                    continue;
                }
                let ends = self.input[at..].iter().all(u8::is_ascii_whitespace);
                if !ends {
                    self.stuck(at, None);
                }
                return ends;
            };
            match piece {
                TemplatePart::Literal(bytes) => {
                    if self.mode.starts(&self.input[at..], bytes) {
                        at += bytes.len();
                    } else {
                        // A trimmed line lacks the space before an empty last field.
                        let trimmed = bytes.trim_ascii_end();
                        let last = trimmed.len() < bytes.len() && self.input.len() - at == trimmed.len();
                        if !last || !self.mode.starts(&self.input[at..], trimmed) {
                            self.stuck(at, Some(piece));
                            return false;
                        }
                        at = self.input.len();
                    }
                }
                TemplatePart::Field { field, shape } => {
                    let (least, most) = reach(*shape, &self.input[at..]);
                    if most < least {
                        self.stuck(at, Some(piece));
                        return false;
                    }
                    if !exact(*shape) {
                        let fits = self.field(*field, *shape, rest, after, at, (least, most));
                        if !fits {
                            self.stuck(at, Some(piece));
                        }
                        return fits;
                    }
                    self.captures.push(Capture { field: *field, at: Span::new(at, at + most) });
                    at += most;
                }
                TemplatePart::Optional(part) => {
                    let kept = self.captures.len();
                    let chain = Chain { pieces: rest, after };
                    if self.spend() && self.from(part, Some(&chain), at) {
                        return true;
                    }
                    self.captures.truncate(kept);
                }
                TemplatePart::Pairs(composites) => return self.pairs(composites, pieces, after, at),
            }
            pieces = rest;
        }
    }

    fn spend(&mut self) -> bool {
        self.fuel = self.fuel.saturating_sub(1);
        self.fuel > 0
    }

    fn take(
        &mut self,
        field: u16,
        at: usize,
        end: usize,
        rest: &[TemplatePart],
        after: Option<&Chain<'_>>,
    ) -> bool {
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

    /// Matches a field that can end in several ways: it takes from `least` to `most` bytes.
    fn field(
        &mut self,
        field: u16,
        shape: Shape,
        rest: &[TemplatePart],
        after: Option<&Chain<'_>>,
        at: usize,
        (least, most): (usize, usize),
    ) -> bool {
        // What a stranger wrote reaches as far as it can, but not over a part that may stand behind it.
        if let (Shape::Hostile, [TemplatePart::Literal(next), TemplatePart::Optional(part), others @ ..]) =
            (shape, rest)
        {
            let others = Chain { pieces: others, after };
            let part = Chain { pieces: part, after: Some(&others) };
            if self.take_before(next, field, shape, at..at + most, at + least, &rest[..1], Some(&part)) {
                return true;
            }
        }
        // The field ends where what follows it begins: at the first place that fits, or the last.
        if let Some(TemplatePart::Literal(next)) = rest.first() {
            return self.take_before(next, field, shape, at..at + most, at + least, rest, after);
        }
        let mut follows = Follows::default();
        follows.collect(self.format, rest, after);
        for next in follows.literals.iter().flatten() {
            if self.take_before(next, field, shape, at..at + most, at + least, rest, after) {
                return true;
            }
        }
        follows.end && self.take(field, at, at + trimmed(&self.input[at..], least, most), rest, after)
    }

    /// Ends a field, which begins at `within.start` and can reach to `within.end`, where `next` begins.
    #[expect(clippy::too_many_arguments, reason = "the state of one try, named once")]
    fn take_before(
        &mut self,
        next: &[u8],
        field: u16,
        shape: Shape,
        within: Range<usize>,
        least: usize,
        rest: &[TemplatePart],
        after: Option<&Chain<'_>>,
    ) -> bool {
        let (at, most) = (within.start, within.end);
        let (mut from, mut to) = (least, most.saturating_add(next.len()).min(self.input.len()));
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
                to = end + next.len() - 1;
            } else {
                from = end + 1;
            }
        }
        // A trimmed line lacks the space before an empty last field.
        let trimmed = next.trim_ascii_end();
        trimmed.len() < next.len() && self.input[least.min(self.input.len())..].ends_with(trimmed) && {
            let end = self.input.len() - trimmed.len();
            end <= most && self.take(field, at, end, rest, after)
        }
    }

    /// Takes `key=value` pairs until the rest fits. A value ends at the next separator; in quotes or
    /// angle brackets it ends with them, and a value that has parts ends where they end. A word without a
    /// value is the field of its name (`TLS`), also when a colon and a text follow it
    /// (`TLS: Connection closed`). `pieces` begins with the pairs themselves.
    fn pairs(
        &mut self,
        composites: &[(u16, Vec<TemplatePart>)],
        pieces: &[TemplatePart],
        after: Option<&Chain<'_>>,
        start: usize,
    ) -> bool {
        let format = self.format;
        let rest = &pieces[1..];
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
            // Only a list's first item may lack its separator, and then it goes on no word.
            let glued =
                from == at && at.checked_sub(1).is_some_and(|at| self.input[at].is_ascii_alphanumeric());
            if glued || (from == at && at > start) {
                return false;
            }
            let input = &self.input[from..];
            let key = input.iter().take_while(|byte| key_byte(**byte)).count();
            let mut end;
            if key > 0 && input.get(key) == Some(&b'=') {
                let value = from + key + 1;
                let name = &input[..key];
                end = value + self.honest_length(name, value);
                if let Some(field) = field_named(format, name) {
                    if let Some((_, parts)) = composites.iter().find(|(of, _)| *of == field) {
                        let chain = Chain { pieces, after };
                        if self.spend() && self.from(parts, Some(&chain), value) {
                            return true;
                        }
                        self.captures.truncate(kept);
                    }
                    // The brackets of a Message-ID are part of it.
                    let whole = format.fields[usize::from(field)].role == Role::MessageId;
                    let at = if whole { Span::new(value, end) } else { unquoted(self.input, value, end) };
                    self.captures.push(Capture { field, at });
                }
            } else {
                // A word without a value, as `TLS` in Dovecot's lines.
                end = from + value_length(input, format.separators);
                let words = &self.input[from..end];
                let name = &words[..memmem::find(words, b": ").unwrap_or(words.len())];
                if let Some(field) = field_named(format, name) {
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

impl Matcher<'_> {
    /// The length of the value of `key` that begins at `value`. A stranger who can choose what stands in
    /// angle brackets can close them himself and write pairs of his own behind them. So the bracket that
    /// counts is the first one behind which only honest pairs follow; that of an address is the first one outside
    /// of its quotes, whatever follows.
    fn honest_length(&self, key: &[u8], value: usize) -> usize {
        let separators = self.format.separators;
        let input = &self.input[value..];
        let plain = value_length(input, separators);
        if input.first() != Some(&b'<') {
            return plain;
        }
        let of_address = field_named(self.format, key)
            .is_some_and(|at| self.format.fields[usize::from(at)].shape == Shape::Address);
        let from = 1 + if of_address { quoted(&input[1..]) } else { 0 };
        let ends = memchr::memchr_iter(b'>', &input[from..]).map(|at| from + at + 1);
        let mut ends = ends.filter(|&end| end == input.len() || starts_with_any(&input[end..], separators));
        if of_address {
            return ends.next().unwrap_or(plain);
        }
        ends.by_ref().take(MOST_ENDS).find(|&end| self.are_honest(key, &input[end..])).unwrap_or(plain)
    }

    /// True when no pair of `tail` repeats `key` or another one, and every value is of its field's shape:
    /// a server writes each key once, and brackets only around who it is about.
    fn are_honest(&self, key: &[u8], mut tail: &[u8]) -> bool {
        let mut seen = vec![key];
        while !tail.is_empty() {
            let separator =
                self.format.separators.iter().find(|separator| tail.starts_with(separator.as_bytes()));
            tail = &tail[separator.map_or(0, |separator| separator.len())..];
            let length = value_length(tail, self.format.separators).max(1).min(tail.len());
            let name = tail.iter().take_while(|byte| key_byte(**byte)).count();
            if name > 0 && tail.get(name) == Some(&b'=') {
                let length = name + 1 + value_length(&tail[name + 1..], self.format.separators);
                let (name, value) = (&tail[..name], &tail[name + 1..length]);
                let field = field_named(self.format, name).map(|at| &self.format.fields[usize::from(at)]);
                if seen.contains(&name) || !is_honest(field, value) {
                    return false;
                }
                seen.push(name);
                tail = &tail[length..];
            } else {
                if tail[..length].contains(&b'>') {
                    return false;
                }
                tail = &tail[length..];
            }
        }
        true
    }
}

/// How many brackets may be tried as the end of one value.
const MOST_ENDS: usize = 32;

/// True when a value can be what the server wrote for a field.
fn is_honest(field: Option<&Field>, value: &[u8]) -> bool {
    let bracketed = value.first() == Some(&b'<') || value.last() == Some(&b'>');
    let Some(field) = field else { return !bracketed };
    match field.role {
        Role::User
        | Role::Session
        | Role::Sender
        | Role::Recipient
        | Role::OriginalRecipient
        | Role::Address
        | Role::MessageId => true,
        // What whoever pasted the line put in the place of an address may have any brackets.
        Role::Client | Role::Ip if left_out::ip(value) == value.len() => true,
        _ => !bracketed && reach(field.shape, value).1 == value.len(),
    }
}

fn starts_with_any(input: &[u8], separators: &[&str]) -> bool {
    separators.iter().any(|separator| input.starts_with(separator.as_bytes()))
}

/// How many bytes at the start are of a kind.
#[inline]
fn run(input: &[u8], of: impl Fn(u8) -> bool) -> usize {
    input.iter().position(|&byte| !of(byte)).unwrap_or(input.len())
}

/// Least and most bytes that a shape can take from the start of the input.
pub(super) fn reach(shape: Shape, input: &[u8]) -> (usize, usize) {
    match shape {
        Shape::Number => (1, run(input, |byte| byte.is_ascii_digit())),
        Shape::Decimal => (1, decimal(input)),
        Shape::Hex => (1, run(input, |byte| byte.is_ascii_hexdigit())),
        Shape::HexOf(width) => {
            let width = usize::from(width);
            (width, run(&input[..width.min(input.len())], |byte| byte.is_ascii_hexdigit()))
        }
        Shape::Name => (1, run(input, |byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))),
        Shape::Word => (1, run(input, |byte| !byte.is_ascii_whitespace())),
        Shape::Ip => (
            1,
            match ip(input) {
                0 => left_out::ip(input),
                length => length,
            },
        ),
        Shape::Code => (1, if run(input, |byte| byte.is_ascii_digit()) == 3 { 3 } else { 0 }),
        Shape::Base64 if input.starts_with(MASK.as_bytes()) => (1, MASK.len()),
        Shape::Base64 => (1, base64(input)),
        Shape::Status => (1, status(input)),
        Shape::QueueId => (1, queue_id(input)),
        Shape::EximId => (1, exim_id(input)),
        Shape::SendmailId => (1, sendmail_id(input)),
        Shape::Mailbox => (1, mailbox(input)),
        Shape::Addresses => (1, address_list(input)),
        Shape::Bare => (1, run(input, |byte| byte != b'@')),
        Shape::VirtualPrefix => (0, virtual_prefix(input)),
        Shape::Peer => (1, peer(input)),
        Shape::Full => (1, full(input)),
        Shape::CodeOf(class) => (1, if is_code_of(input, class) { reach(Shape::Code, input).1 } else { 0 }),
        Shape::StatusOf(class) => (1, if of_class(input, class) { status(input) } else { 0 }),
        // Outside of its quotes no address holds the bracket that closes it.
        Shape::Address => {
            let from = quoted(input);
            (from, memchr::memchr(b'>', &input[from..]).map_or(input.len(), |at| from + at))
        }
        Shape::Verdict(_) => (1, run(input, |byte| byte.is_ascii_alphabetic())),
        Shape::PlainMailbox => (1, plain_mailbox(input)),
        Shape::Domain => (1, domain(input)),
        Shape::Space => (1, run(input, |byte| matches!(byte, b' ' | b'\t'))),
        Shape::Prompt => (1, prompt::of_command(input)),
        Shape::Trouble => (1, if obstacle::is_told(input) { input.len() } else { 0 }),
        Shape::Text | Shape::Hostile | Shape::Result | Shape::Reason | Shape::Rules | Shape::Methods => {
            (0, input.len())
        }
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
            | Shape::Mailbox
            | Shape::Bare
            | Shape::Reason
            | Shape::Rules
            | Shape::Methods
    )
}

/// The length of a decimal number at the start, which may have a power of ten: `3.1e+02`.
fn decimal(input: &[u8]) -> usize {
    let run = |from: usize| {
        input[from..].iter().take_while(|byte| byte.is_ascii_digit() || b".-+".contains(byte)).count()
    };
    let length = run(0);
    let power = match input.get(length..) {
        Some([b'e', b'+' | b'-', digit, ..]) if length > 0 && digit.is_ascii_digit() => 1 + run(length + 1),
        _ => 0,
    };
    length + power
}

/// The length of a number, a slash and the same number.
fn full(input: &[u8]) -> usize {
    let digits = run(input, |byte| byte.is_ascii_digit());
    let (number, rest) = input.split_at(digits);
    let again = rest.strip_prefix(b"/").filter(|again| again.starts_with(number));
    let ends = again.is_some_and(|again| again.get(digits).is_none_or(|next| !next.is_ascii_digit()));
    if digits > 0 && ends { 2 * digits + 1 } else { 0 }
}

/// True when the input begins as a reply code of this class does: RFC 5321 section 4.2.1 has no others, and of those
/// that go on there are two.
fn is_code_of(input: &[u8], class: u8) -> bool {
    let second: &[u8] = if class == 3 { b"35" } else { b"012345" };
    of_class(input, class) && input.get(1).is_some_and(|digit| second.contains(digit))
}

/// True when the input begins with the digit of this class of replies.
fn of_class(input: &[u8], class: u8) -> bool {
    input.first() == Some(&(b'0' + class))
}

/// The length of an IP address in square brackets with a port at the start; 0 for none.
fn peer(input: &[u8]) -> usize {
    let address = match ip(input) {
        0 => memchr::memchr(b']', input)
            .filter(|&close| close > 1 && left_out::is_left_out(&input[1..close]))
            .map_or(0, |close| close + 1),
        length => length,
    };
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
fn plain_mailbox(input: &[u8]) -> usize {
    let local = input
        .iter()
        .take_while(|&&byte| byte > b' ' && byte != 127 && !b"@<>()[],;:\"\\".contains(&byte))
        .count();
    if local == 0 || input.get(local) != Some(&b'@') {
        return 0;
    }
    let domain = labels(&input[local + 1..]);
    if domain == 0 { 0 } else { local + 1 + domain }
}

/// The length of labels with dots between at the start, without dots at their end.
fn labels(input: &[u8]) -> usize {
    let all = run(input, |byte| byte.is_ascii_alphanumeric() || b".-_".contains(&byte) || byte >= 128);
    all - input[..all].iter().rev().take_while(|byte| **byte == b'.').count()
}

/// The length of a name of two labels or more at the start; 0 for none.
fn domain(input: &[u8]) -> usize {
    let length = labels(input);
    if input.first() != Some(&b'.') && input[..length].contains(&b'.') { length } else { 0 }
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

/// The length of a Postfix queue id at the start: `NOQUEUE`, hexadecimal, or long base 52; 0 for none. Where people put
/// another in its place, digits and capitals tell it from a word.
fn queue_id(input: &[u8]) -> usize {
    let length = input.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let id = &input[..length];
    let short = length >= 5 && id.iter().all(|byte| byte.is_ascii_digit() || (b'A'..=b'F').contains(byte));
    let long = length >= 11 && id.contains(&b'z') && id.iter().any(u8::is_ascii_digit);
    let replaced = (8..=20).contains(&length)
        && sendmail_id(input) != length
        && (id.iter().any(u8::is_ascii_digit) && id.iter().any(u8::is_ascii_uppercase)
            || id.iter().all(|byte| matches!(byte, b'X' | b'x')));
    if id == b"NOQUEUE" || short || long || replaced { length } else { 0 }
}

/// The length of an Exim message id at the start: two hyphens between groups of letters and digits, in
/// the sizes of either version; 0 for none. What Exim writes to a terminal or a container's log has the number of the
/// process in its place.
fn exim_id(input: &[u8]) -> usize {
    const MARKS: [&[u8]; 6] = [b"** ", b"== ", b"=> ", b"-> ", b"<= ", b"Completed"];
    let digits = input.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let blanks = input[digits..].iter().take_while(|byte| **byte == b' ').count();
    if (1..=7).contains(&digits)
        && blanks > 0
        && MARKS.iter().any(|mark| input[digits + blanks..].starts_with(mark))
    {
        return digits + blanks - 1;
    }
    // Six, six and two in all versions before 4.97, then six, eleven and four; whoever hides ids often shortens them.
    let mut at = 0;
    for (from, to) in [(6, 6), (6, 11), (2, 4)] {
        if at > 0 {
            if input.get(at) != Some(&b'-') {
                return 0;
            }
            at += 1;
        }
        let length = input[at..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        if !(from..=to).contains(&length) {
            return 0;
        }
        at += length;
    }
    if input.get(at) == Some(&b'-') { 0 } else { at }
}

/// The length of a Sendmail queue id at the start: six characters for the time, two that count, and the
/// process number; 0 for none. Before version 8.10: three capitals and the process number.
fn sendmail_id(input: &[u8]) -> usize {
    let length = input.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let id = &input[..length];
    let digits = id.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let coded = (12..=16).contains(&length) && digits >= 4 && id[..8].iter().any(u8::is_ascii_alphabetic);
    let old = length == 8 && digits == 5 && id[..3].iter().all(u8::is_ascii_uppercase);
    if coded || old { length } else { 0 }
}

/// The addresses of a list with commas and no spaces between them: each as it stands, without the angle
/// brackets or quotes around it.
pub fn addresses(list: &[u8]) -> impl Iterator<Item = Span> + '_ {
    let mut next = Some(0);
    std::iter::from_fn(move || {
        let (found, end) = list_item(list, next?)?;
        next = (list.get(end) == Some(&b',')).then_some(end + 1);
        Some(found)
    })
}

/// One address of a list, which begins at `at`, and where it ends.
fn list_item(list: &[u8], at: usize) -> Option<(Span, usize)> {
    let rest = list.get(at..)?;
    let closed = |close| memchr::memchr(close, &rest[1..]).map(|end| at + 1 + end);
    match rest.first()? {
        b'<' => closed(b'>').map(|end| (Span::new(at + 1, end), end + 1)),
        b'"' => closed(b'"').map(|end| (Span::new(at + 1, end), end + 1)),
        _ => {
            let length = rest.iter().take_while(|byte| **byte != b',' && !byte.is_ascii_whitespace()).count();
            (length > 0).then(|| (Span::new(at, at + length), at + length))
        }
    }
}

/// The length of a list of addresses at the start.
fn address_list(input: &[u8]) -> usize {
    let mut end = 0;
    while let Some((_, next)) = list_item(input, if end == 0 { 0 } else { end + 1 }) {
        end = next;
        if input.get(end) != Some(&b',') {
            break;
        }
    }
    end
}

/// The most that a mail address at the start can take: up to white space outside of quotes; 0 when there
/// is no `@` in it.
fn mailbox(input: &[u8]) -> usize {
    let quoted = match input.first() {
        Some(b'<' | b'>') => return 0,
        Some(b'"') => memchr::memchr(b'"', &input[1..]).map_or(0, |close| close + 2),
        _ => 0,
    };
    let rest = input[quoted..].iter().take_while(|byte| !byte.is_ascii_whitespace()).count();
    if input[quoted..quoted + rest].contains(&b'@') { quoted + rest } else { 0 }
}

/// The length of the prefix of a virtual domain, with its hyphen: only when the text before the hyphen
/// is the domain after the last `@`, or `alias`.
fn virtual_prefix(input: &[u8]) -> usize {
    let Some(at) = memchr::memrchr(b'@', input) else { return 0 };
    let domain = &input[at + 1..];
    let domain = &domain[..domain.iter().take_while(|byte| !byte.is_ascii_whitespace()).count()];
    if !domain.is_empty() && input.starts_with(domain) && input.get(domain.len()) == Some(&b'-') {
        return domain.len() + 1;
    }
    0
}

fn key_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-_.*".contains(&byte)
}

/// The length of a value up to the next separator; brackets and quotes are kept whole.
fn value_length(input: &[u8], separators: &[&str]) -> usize {
    let close = match input.first() {
        Some(b'<') => Some(b'>'),
        Some(b'"') => Some(b'"'),
        _ => None,
    };
    let mut from = 0;
    if let Some(close) = close {
        // The bracket that counts is the one that a separator or the end follows.
        let mut search = 1;
        while let Some(found) = memchr::memchr(close, &input[search.min(input.len())..]) {
            let end = search + found + 1;
            let escaped = input[end - 2] == b'\\';
            if escaped {
                search = end;
                continue;
            }
            if end == input.len() || separators.iter().any(|s| input[end..].starts_with(s.as_bytes())) {
                from = end;
                break;
            }
            search = end;
        }
    }
    // The last separator is the commonest one, so the others are looked for in a short stretch.
    separators.iter().rev().fold(input.len(), |end, separator| {
        let window = &input[from..(end + separator.len() - 1).min(input.len())];
        find(window, separator.as_bytes()).map_or(end, |found| from + found)
    })
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

/// What may follow a field: the literals of the optional parts after it, the literal after those, the end.
#[derive(Default)]
struct Follows<'p> {
    literals: [Option<&'p [u8]>; 6],
    used: usize,
    end: bool,
}

impl<'p> Follows<'p> {
    fn collect(&mut self, format: &'p Format, rest: &'p [TemplatePart], after: Option<&Chain<'p>>) {
        match rest.split_first() {
            Some((TemplatePart::Literal(bytes), _)) => self.add(bytes),
            Some((TemplatePart::Optional(part), more)) => {
                if let Some(TemplatePart::Literal(bytes)) = part.first() {
                    self.add(bytes);
                }
                self.collect(format, more, after);
            }
            Some((TemplatePart::Pairs(_), more)) => {
                for separator in format.separators {
                    self.add(separator.as_bytes());
                }
                self.collect(format, more, after);
            }
            Some((TemplatePart::Field { .. }, _)) => self.end = true,
            None => match after {
                Some(next) => self.collect(format, next.pieces, next.after),
                None => self.end = true,
            },
        }
    }

    fn add(&mut self, literal: &'p [u8]) {
        if let Some(place) = self.literals.get_mut(self.used) {
            *place = Some(literal);
            self.used += 1;
        }
    }
}

impl TemplatePart {
    /// True for a list of `key=value` pairs, also in an optional part.
    pub(super) fn has_list(&self) -> bool {
        match self {
            TemplatePart::Pairs(_) => true,
            TemplatePart::Optional(part) => part.iter().any(TemplatePart::has_list),
            TemplatePart::Literal { .. } | TemplatePart::Field { .. } => false,
        }
    }
}

/// The fields of a format that a template can name, for the laws.
pub(super) fn fields_of(pieces: &[TemplatePart]) -> Vec<u16> {
    pieces
        .iter()
        .flat_map(|piece| match piece {
            TemplatePart::Field { field, .. } => vec![*field],
            TemplatePart::Optional(part) => fields_of(part),
            TemplatePart::Literal { .. } | TemplatePart::Pairs(_) => Vec::new(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Captures, reach};
    use crate::format::Shape;
    use crate::pattern::CATALOGUE;

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
            (Shape::EximId, "1xUqTf-00001l-17 ** a@b", "1xUqTf-00001l-17"),
            (Shape::EximId, "289 ** a@b", "289"),
            (Shape::EximId, "289 a@b", ""),
            (Shape::Code, "550 no", "550"),
            (Shape::Code, "5500", ""),
            (Shape::CodeOf(5), "550-no", "550"),
            (Shape::CodeOf(5), "450 no", ""),
            (Shape::CodeOf(2), "277 no", ""),
            (Shape::CodeOf(3), "308 no", ""),
            (Shape::Status, "5.1.1 no", "5.1.1"),
            (Shape::Status, "5.1 no", ""),
            (Shape::Base64, "dGVzdA==", "dGVzdA=="),
            (Shape::Base64, "dGVzdDEy", "dGVzdDEy"),
            (Shape::Base64, "dGVzdA=", ""),
            (Shape::Base64, "Thursday", ""),
            (Shape::Base64, "DATA", ""),
            (Shape::PlainMailbox, "ana@shop.example: no", "ana@shop.example"),
            (Shape::PlainMailbox, "ana@shop.example.", "ana@shop.example"),
            (Shape::PlainMailbox, "ana@", ""),
            (Shape::PlainMailbox, "<ana@shop.example>", ""),
            (Shape::Full, "20/20 more", "20/20"),
            (Shape::Full, "2/20", ""),
            (Shape::Full, "20/200", ""),
            (Shape::Space, " \tby mx", " \t"),
            (Shape::Space, "by mx", ""),
        ] {
            let (least, most) = reach(shape, input.as_bytes());
            let took = if most < least { "" } else { &input[..most] };
            assert_eq!(took, want, "{shape:?} {input}");
        }
    }

    /// The fields that a log-in line of Dovecot has for a name that a client sent.
    fn fields(name: &str) -> Vec<(String, String)> {
        let line = format!(
            "Disconnected: Connection closed (auth failed, 1 attempts in 2 secs): user=<{name}>, method=PLAIN, rip=198.51.100.29, lip=192.0.2.25, TLS, session=<6mfaC85gPVjGM2Qd>"
        );
        let mut captures = Captures::new();
        let number = CATALOGUE.claim(b"imap-login", line.as_bytes(), &mut captures).expect("a login line");
        let entry = CATALOGUE.entry(number);
        captures
            .iter()
            .map(|of| {
                (entry.field(*of).name.into(), String::from_utf8_lossy(of.at.of(line.as_bytes())).into())
            })
            .collect()
    }

    #[test]
    fn a_value_whose_parts_do_not_fit_leaves_none_of_them() {
        let line =
            "1xUqTi-00009D-2z <= a@b.example H=mx.b.example [192.0.2.7] I=[192.0.2.25]:25x P=esmtp S=812";
        let mut captures = Captures::new();
        let number = CATALOGUE.claim(b"", line.as_bytes(), &mut captures).expect("an arrival");
        let entry = CATALOGUE.entry(number);
        let names: Vec<&str> = captures.iter().map(|of| entry.field(*of).name).collect();
        assert!(names.contains(&"I") && !names.contains(&"own"), "{names:?}");
    }

    /// The value of a field of the line of a program, as its pattern reads it.
    fn value(program: &str, line: &str, name: &str) -> Option<String> {
        let mut captures = Captures::new();
        let entry = CATALOGUE.entry(CATALOGUE.claim(program.as_bytes(), line.as_bytes(), &mut captures)?);
        let at = captures.iter().find(|of| entry.field(**of).name == name)?.at;
        Some(String::from_utf8_lossy(at.of(line.as_bytes())).into())
    }

    #[test]
    fn an_address_ends_with_its_brackets_whatever_stands_behind_them() {
        for sender in ["hugo@isp.example", "", r#""a> R=x: b"@isp.example"#] {
            let line = format!(
                "1xUqU9-0000SM-2o ** ana@b.example F=<{sender}> R=lmtp T=lmtp: LMTP error after end of data: 552 5.2.2 <ana@b.example> full"
            );
            assert_eq!(value("", &line, "F").as_deref(), Some(sender));
            assert_eq!(value("", &line, "R").as_deref(), Some("lmtp"));
            assert!(value("", &line, "reason").is_some_and(|reason| reason.starts_with("LMTP error")));
        }
    }

    #[test]
    fn an_optional_part_behind_what_a_stranger_wrote_is_no_part_of_it() {
        for id in ["<1@b.example>", "<a>: stored mail into mailbox 'x'", "unspecified"] {
            for action in ["", "fileinto action: "] {
                let line = format!("sieve: msgid={id}: {action}stored mail into mailbox 'INBOX'");
                assert_eq!(value("lmtp", &line, "msgid").as_deref(), Some(id), "{line}");
                assert_eq!(value("lmtp", &line, "box").as_deref(), Some("INBOX"), "{line}");
            }
        }
    }

    #[test]
    fn a_forged_name_changes_no_other_field() {
        let honest = fields("anna");
        for name in [
            "a>, rip=1.2.3.4, user=<admin",
            "a>, method=LOGIN, rip=1.2.3.4, lip=5.6.7.8, mpid=1, TLS, session=<x",
            "a>, mpid=5",
            "a>, mpid=5, x=<b",
            "a>, mpid=<5",
            "a>, TLS",
            "a>, secured, user=<b",
            "a>, session=<b",
            "a>",
            "<a",
            ", rip=1.2.3.4",
            "",
        ] {
            let forged = fields(name);
            assert_eq!(
                forged.iter().find(|field| field.0 == "user").map(|field| field.1.as_str()),
                Some(name)
            );
            let others = |fields: &[(String, String)]| -> Vec<(String, String)> {
                fields.iter().filter(|field| field.0 != "user").cloned().collect()
            };
            assert_eq!(others(&forged), others(&honest), "{name}");
        }
    }
}
