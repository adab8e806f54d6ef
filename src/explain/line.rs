//! One line: every part of it that has a meaning, and the meaning of the whole.

use super::words::{fill, value_in_words};
use super::{shown, utc};
use crate::format::{Field, Role, Shape, Word};
use crate::log::{Log, Parsed};
use crate::pattern::{CATALOGUE, Captures, Entry, Segment};
use crate::report::export::{Level, Line, Token};
use crate::text::{Span, lossy};
use crate::time::{Basis, Stamp};
use std::borrow::Cow;

/// One line with its tokens, by its index from 0.
pub fn line(log: &Log, index: u32) -> Line {
    let pasted = log.parse(index);
    // Offsets count in the text as it is shown, so bytes that are not UTF-8 are replaced first.
    let text = lossy(pasted.line);
    let parsed = match &text {
        Cow::Borrowed(_) => pasted,
        Cow::Owned(shown) => log.parse_as(index, shown.as_bytes()),
    };
    let mut tokens = Tokens::default();
    frame_tokens(&mut tokens, log, &parsed, index);
    let offset = parsed.framed.body;
    if let Some(entry) = parsed.entry {
        body_tokens(&mut tokens, entry, parsed.body(), &parsed.captures, offset);
    }
    let mut masked = text.clone().into_owned();
    for span in &tokens.passwords {
        let (start, end) = (span.start as usize, span.end as usize);
        if masked.is_char_boundary(start) && masked.is_char_boundary(end) {
            masked.replace_range(start..end, &"*".repeat(end - start));
        }
    }
    Line {
        line: index + 1,
        time: utc(log, index),
        shown: shown(log, index),
        assumed: parsed.framed.stamp.map_or_else(Vec::new, |stamp| stamp.basis.assumed().to_vec()),
        format: parsed.entry.map(|entry| entry.format.id.into()),
        kind: parsed.entry.map(|entry| entry.pattern.id.into()),
        level: parsed.entry.map_or(Level::Info, |entry| entry.pattern.level),
        trace: log.trace_of(index),
        says: parsed.entry.map(|entry| {
            let mut says = fill(entry, parsed.body(), &parsed.captures, entry.pattern.says);
            for result in results(entry, parsed.body(), &parsed.captures) {
                says.push(' ');
                says.push_str(&result);
            }
            says
        }),
        tokens: tokens.finish(&masked),
        text: masked,
    }
}

/// What the delivery results in a line say, one text for each part that is known.
pub(super) fn results(entry: &Entry, body: &[u8], captures: &Captures) -> Vec<String> {
    let of_shape = captures.iter().filter(|capture| entry.field(**capture).shape == Shape::Result);
    of_shape
        .flat_map(|capture| {
            let text = capture.at.of(body);
            CATALOGUE.result(text).into_iter().filter_map(|segment| segment_says(&segment, text))
        })
        .collect()
}

/// What one part of a delivery result says.
pub(super) fn segment_says(segment: &Segment, result: &[u8]) -> Option<String> {
    let entry = CATALOGUE.entry(segment.entry?);
    Some(fill(entry, segment.at.of(result), &segment.captures, entry.pattern.says))
}

/// Tokens of one line as they are found.
#[derive(Default)]
struct Tokens {
    found: Vec<Token>,
    passwords: Vec<Span>,
}

impl Tokens {
    fn add(&mut self, at: Span, name: &str, role: Role, says: String) {
        if !at.is_empty() {
            if role == Role::Password {
                self.passwords.push(at);
            }
            let role = role.name();
            self.found.push(Token {
                at: [at.start, at.end],
                name: name.into(),
                role,
                text: String::new(),
                says,
            });
        }
    }

    /// In order, without overlaps, with the text that may be shown.
    fn finish(mut self, text: &str) -> Vec<Token> {
        self.found.sort_by_key(|token| token.at);
        let mut end = 0;
        self.found.retain_mut(|token| {
            let [from, to] = token.at;
            let part = text.get(from as usize..to as usize);
            let fits = from >= end && part.is_some();
            if fits {
                end = to;
                token.text = part.unwrap_or_default().into();
            }
            fits
        });
        self.found
    }
}

fn frame_tokens(tokens: &mut Tokens, log: &Log, parsed: &Parsed<'_>, index: u32) {
    let framed = &parsed.framed;
    if let Some(stamp) = framed.stamp {
        tokens.add(framed.stamp_at, "time", Role::Time, stamp_says(log, parsed, stamp, index));
    }
    tokens.add(framed.host, "host", Role::Host, "The server that wrote the line.".into());
    let title = parsed.entry.map(|entry| entry.format.title);
    let program = title.map_or_else(
        || "The program that wrote the line.".into(),
        |title| format!("The program that wrote the line: {title}."),
    );
    tokens.add(framed.program, "program", Role::Program, program);
    let pid = "The number of the process that wrote the line. Lines of one process share it; it is used again later.";
    tokens.add(framed.pid, "pid", Role::Pid, pid.into());
}

fn stamp_says(log: &Log, parsed: &Parsed<'_>, stamp: Stamp, index: u32) -> String {
    let when = utc(log, index).map_or_else(String::new, |time| {
        let (date, clock) = time.split_once('T').unwrap_or((&time, ""));
        format!(" In UTC it is {date} {}.", clock.trim_end_matches('Z'))
    });
    let zone = log.settings().source_zone.name();
    if parsed.line.first() == Some(&b'@') {
        return format!(
            "When the line was written: a TAI64N label, a count of seconds and nanoseconds in hexadecimal, exact to a nanosecond.{when}"
        );
    }
    match stamp.basis {
        Basis::Exact => format!("When the line was written, with its time zone.{when}"),
        Basis::Wall => {
            format!(
                "When the line was written, by the server's own clock. The log does not name its time zone; {zone} is assumed.{when}"
            )
        }
        Basis::WallWithoutYear => {
            format!(
                "When the line was written, by the server's own clock. The log names neither year nor time zone; {zone} is assumed.{when}"
            )
        }
    }
}

/// Tokens of a body, or of a part of a delivery result, that begins at `offset` of the line.
fn body_tokens(tokens: &mut Tokens, entry: &Entry, body: &[u8], captures: &Captures, offset: u32) {
    let mut end = 0;
    let mut gaps = Vec::new();
    for capture in captures {
        let field = entry.field(*capture);
        gaps.push(Span { start: end, end: capture.at.start.max(end) });
        end = capture.at.end;
        if field.shape == Shape::Space {
            continue;
        }
        if field.shape == Shape::Result {
            result_tokens(tokens, field, capture.at.of(body), capture.at.start + offset);
        } else {
            let value = lossy(capture.at.of(body));
            tokens.add(capture.at.shifted(offset), field.name, field.role, meaning(field, &value));
        }
    }
    gaps.push(Span::new(end as usize, body.len()));
    for gap in gaps {
        for word in words_in(gap.of(body), entry.format.words) {
            tokens.add(word.0.shifted(gap.start + offset), "keyword", Role::Keyword, word.1.says.into());
        }
    }
}

/// The words with a meaning in a stretch of literal text.
fn words_in<'a>(
    literal: &'a [u8],
    words: &'static [Word],
) -> impl Iterator<Item = (Span, &'static Word)> + 'a {
    words.iter().filter_map(move |word| {
        let mut pattern = word.text.as_bytes().to_vec();
        let found = memchr::memmem::find(literal, &pattern).or_else(|| {
            for byte in &mut pattern {
                if *byte == b' ' {
                    *byte = b'_';
                }
            }
            memchr::memmem::find(literal, &pattern)
        })?;
        let before = found.checked_sub(1).and_then(|at| literal.get(at));
        let after = literal.get(found + pattern.len());
        let apart = |byte: Option<&u8>| byte.is_none_or(|byte| !byte.is_ascii_alphanumeric());
        (apart(before) && apart(after)).then(|| (Span::new(found, found + pattern.len()), word))
    })
}

/// Tokens of a delivery result: each part that is known with its fields, the rest as what it is.
fn result_tokens(tokens: &mut Tokens, field: &Field, result: &[u8], offset: u32) {
    for segment in CATALOGUE.result(result) {
        let at = segment.at.shifted(offset);
        let Some(number) = segment.entry else {
            tokens.add(at, field.name, field.role, field.says.into());
            continue;
        };
        let entry = CATALOGUE.entry(number);
        let text = segment.at.of(result);
        body_tokens(tokens, entry, text, &segment.captures, at.start);
        // The longest stretch between the fields stands for what the whole part says.
        let mut end = 0;
        let mut longest = Span::default();
        let ends = segment.captures.iter().map(|capture| (capture.at.start, capture.at.end));
        for (from, to) in ends.chain([(text.len() as u32, 0)]) {
            if from.saturating_sub(end) > longest.end - longest.start {
                longest = Span { start: end, end: from };
            }
            end = to;
        }
        let says = fill(entry, text, &segment.captures, entry.pattern.says);
        tokens.add(longest.shifted(at.start), entry.pattern.id, Role::Text, says);
    }
}

/// The meaning of a field for a value.
fn meaning(field: &Field, value: &str) -> String {
    if value.is_empty() {
        return field.says.replace("{}", "none");
    }
    let mut says = field.says.replace("{}", &value_in_words(field.role, value));
    if let Some(of_value) = field.value(value) {
        says.push(' ');
        says.push_str(of_value);
    }
    says
}
