//! What was put in front of a line, or around it.

use super::{Damage, Damages, Judge, Mended, Verdict, prompt};
use crate::text::Span;
use memchr::memchr;

/// No more than this many things are taken off one line.
const MOST: usize = 10;
/// A file name in front of a line is no longer than this.
const NAME: usize = 256;

/// Takes off what stands in front of what is known. `None` when nothing in it is known.
pub(super) fn strip(line: &Mended, judge: &mut Judge<'_>) -> Option<(Mended, Verdict)> {
    let text = &line.text;
    let mut rest = Span::new(0, text.len());
    let mut damages = line.damages;
    let mut known = None;
    for _ in 0..MOST {
        let judged = judge(rest.of(text));
        if judged.stamped || judged.entry.is_some() {
            known = known.or(Some((rest, damages, judged)));
        }
        // What hides a time is known by nothing in front of it.
        if judged.stamped || judged.entry.is_some() && hidden(rest.of(text)).is_none() {
            if judged.stamped {
                known = Some((rest, damages, judged));
            }
            break;
        }
        let Some((shorter, damage)) = step(text, rest) else { break };
        rest = shorter;
        damages.add(damage);
    }
    let whole = |(rest, damages, judged): (Span, Damages, Verdict)| {
        let mut mended = line.part(rest.start as usize..rest.end as usize);
        mended.damages = damages;
        (mended, judged)
    };
    if let Some(known) = known
        && (known.2.entry.is_some() || !text.starts_with(b"{") && doubled(known.0.of(text)).is_none())
    {
        return Some(whole(known));
    }
    let found = named(text, rest, judge)
        .or_else(|| collected(text, rest, judge))
        .or_else(|| json(line, rest, judge))
        .or_else(|| columns(line, rest, judge));
    let Some(found) = found else { return known.map(whole) };
    let (mut mended, damage, judged) = match found {
        Found::Part(part, damage, judged) => {
            (line.part(part.start as usize..part.end as usize), damage, judged)
        }
        Found::Made(mended, damage, judged) => (mended, damage, judged),
    };
    mended.damages = damages;
    mended.damages.add(damage);
    Some((mended, judged))
}

/// Where a written time may begin behind a prefix, as far as the first bytes tell: a line that hides one is
/// no line of a document, even where it looks like one.
pub(super) fn hidden(line: &[u8]) -> Option<Span> {
    let mut rest = Span::new(0, line.len());
    for _ in 0..MOST {
        rest = step(line, rest)?.0;
        if is_stamp(rest.of(line)) {
            return Some(rest);
        }
    }
    None
}

/// Takes the marks off a piece of a broken line that its first piece had, too.
pub(super) fn strip_like(text: &[u8], damages: Damages) -> Span {
    let mut rest = Span::new(0, text.len());
    if damages.has(Damage::Indented) && !damages.has(Damage::Quoted) {
        rest.start += text.iter().take_while(|byte| **byte == b' ' || **byte == b'\t').count() as u32;
    }
    if damages.has(Damage::Quoted) {
        while let Some((shorter, Damage::Quoted)) = step(text, rest) {
            rest = shorter;
        }
    }
    if damages.has(Damage::Fenced) && rest.of(text).ends_with(b"`") {
        rest.end -= 1;
    }
    rest
}

/// Takes one thing off the front.
fn step(text: &[u8], rest: Span) -> Option<(Span, Damage)> {
    let line = rest.of(text);
    let after = |count: usize, damage| Some((Span { start: rest.start + count as u32, ..rest }, damage));
    let spaces =
        |from: usize| line[from..].iter().take_while(|byte| **byte == b' ' || **byte == b'\t').count();
    match line {
        [b' ' | b'\t', ..] => after(spaces(0), Damage::Indented),
        // A mail quotes with one space after the mark; what follows it belongs to the line.
        [b'>' | b'|', b' ', ..] => after(2, Damage::Quoted),
        [b'>', ..] => after(1, Damage::Quoted),
        [b'-' | b'*' | b'+', b' ' | b'\t', ..] => after(1 + spaces(1), Damage::Bulleted),
        [0xe2, 0x80, 0xa2, ..] | [0xe2, 0x97, 0xa6, ..] | [0xe2, 0x96, 0xaa, ..] => {
            after(3 + spaces(3), Damage::Bulleted)
        }
        [b'`', ..] => {
            let ticks = line.iter().take_while(|byte| **byte == b'`').count();
            let inside = &line[ticks..];
            let closing = inside.iter().rev().take_while(|byte| **byte == b'`').count().min(ticks);
            Some((Span { start: rest.start + ticks as u32, end: rest.end - closing as u32 }, Damage::Fenced))
        }
        [b'0'..=b'9', ..] => {
            let digits = line.iter().take_while(|byte| byte.is_ascii_digit()).count();
            if digits > 9 {
                return None;
            }
            match line.get(digits)? {
                b':' | b'-' => after(digits + 1, Damage::Grep),
                b'\t' => after(digits + spaces(digits), Damage::Numbered),
                b' ' => {
                    let gap = spaces(digits);
                    let bar = usize::from(line.get(digits + gap) == Some(&b'|'));
                    after(
                        digits + gap + bar + if bar > 0 { spaces(digits + gap + bar) } else { 0 },
                        Damage::Numbered,
                    )
                }
                b'.' | b')' if spaces(digits + 1) > 0 => {
                    after(digits + 1 + spaces(digits + 1), Damage::Bulleted)
                }
                b'|' => after(digits + 1 + spaces(digits + 1), Damage::Numbered),
                _ => None,
            }
        }
        _ => match prompt::of_anything(line) {
            0 => None,
            length => after(length, Damage::Prompted),
        },
    }
}

enum Found {
    Part(Span, Damage, Verdict),
    Made(Mended, Damage, Verdict),
}

/// grep's `file:`, `file:12:` and `file-12-`: what is behind begins with a time, or is known.
fn named(text: &[u8], rest: Span, judge: &mut Judge<'_>) -> Option<Found> {
    let line = rest.of(text);
    let name = line.iter().take(NAME).take_while(|byte| byte.is_ascii_graphic()).count();
    for at in 1..name {
        let mark = line[at];
        if mark != b':' && mark != b'-' {
            continue;
        }
        let mut start = at + 1;
        let digits = line[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        if (1..=9).contains(&digits) && line.get(start + digits) == Some(&mark) {
            start += digits + 1;
        }
        // Only what a time begins with is worth a look.
        let likely =
            line.get(start).is_some_and(|byte| byte.is_ascii_alphanumeric() || b"@<{[".contains(byte));
        if !likely {
            continue;
        }
        let part = Span { start: rest.start + start as u32, ..rest };
        if mark == b'-' && !is_stamp(part.of(text)) {
            continue;
        }
        if is_stamp(part.of(text)) || is_file(&line[..at]) {
            let judged = judge(part.of(text));
            if judged.stamped || judged.entry.is_some() {
                return Some(Found::Part(part, Damage::Grep, judged));
            }
        }
    }
    None
}

/// True for what looks like the name of a file: a path, or a name with an ending.
fn is_file(name: &[u8]) -> bool {
    name.contains(&b'/')
        || name.contains(&b'.') && !name.iter().all(|byte| byte.is_ascii_digit() || *byte == b'.')
}

/// The words that a written time begins with.
const WORDS: [&[u8; 3]; 19] = [
    b"Jan", b"Feb", b"Mar", b"Apr", b"May", b"Jun", b"Jul", b"Aug", b"Sep", b"Oct", b"Nov", b"Dec", b"Mon",
    b"Tue", b"Wed", b"Thu", b"Fri", b"Sat", b"Sun",
];

/// True where a written time begins, as far as the first bytes tell.
fn is_stamp(line: &[u8]) -> bool {
    match line {
        [a, b, c, b' ', ..] => WORDS.contains(&&[*a, *b, *c]),
        [b'@', b'4', b'0', b'0', b'0', ..] | [b'{', b'"', ..] | [b'<', b'0'..=b'9', ..] => true,
        [year @ .., _] if year.len() > 4 => {
            year[..4].iter().all(u8::is_ascii_digit) && (year[4] == b'-' || year[4].is_ascii_digit())
        }
        _ => false,
    }
}

/// True for a line that begins with a time, although it may end before its frame does.
pub(super) fn begins(line: &[u8]) -> bool {
    let near = &line[..line.len().min(28)];
    is_stamp(line)
        && (line[0] == b'{' || near.windows(2).any(|two| two[0].is_ascii_digit() && two[1] == b':'))
}

/// Where a second stamp begins in a line that begins with one.
fn doubled(line: &[u8]) -> Option<usize> {
    // A stamp, a host and a program are at most this far.
    let near = &line[..line.len().min(120)];
    (8..near.len()).filter(|&at| near[at - 1] == b' ').find(|&at| {
        is_stamp(&near[at..])
            && (near[at] == b'@' || memchr(b':', &near[at..near.len().min(at + 24)]).is_some())
    })
}

/// The line that a collector put its own stamp in front of.
fn collected(text: &[u8], rest: Span, judge: &mut Judge<'_>) -> Option<Found> {
    let start = doubled(rest.of(text))?;
    let part = Span { start: rest.start + start as u32, ..rest };
    let judged = judge(part.of(text));
    (judged.stamped && judged.entry.is_some()).then_some(Found::Part(part, Damage::Collected, judged))
}

/// The line that a container's logger wrapped in JSON, with its own time in it.
fn json(line: &Mended, rest: Span, judge: &mut Judge<'_>) -> Option<Found> {
    let text = rest.of(&line.text);
    if text.first() != Some(&b'{') {
        return None;
    }
    let start = [&b"\"log\":"[..], b"\"MESSAGE\":", b"\"message\":", b"\"msg\":", b"\"textPayload\":"]
        .iter()
        .find_map(|key| memchr::memmem::find(text, key).map(|at| at + key.len()))?;
    let start = start + text[start..].iter().take_while(|byte| **byte == b' ').count();
    if text.get(start) != Some(&b'"') {
        return None;
    }
    let (mut at, mut edits) = (0, Vec::new());
    let inside = &text[start + 1..];
    while *inside.get(at)? != b'"' {
        if inside[at] != b'\\' {
            at += 1;
            continue;
        }
        let (length, letter) = match inside.get(at + 1)? {
            b'n' | b'r' => (2, String::new()),
            b't' => (2, "\t".into()),
            b'u' => {
                let digits = std::str::from_utf8(inside.get(at + 2..at + 6)?).ok()?;
                let letter = char::from_u32(u32::from_str_radix(digits, 16).ok()?)?;
                (6, letter.to_string())
            }
            other => (2, char::from(*other).to_string()),
        };
        edits.push((Span::new(at, at + length), letter.into_bytes()));
        at += length;
    }
    let from = rest.start as usize + start + 1;
    let message = line.part(from..from + at).replaced(&edits);
    let judged = judge(&message.text);
    judged.entry.is_some().then_some(Found::Made(message, Damage::Collected, judged))
}

/// The columns of a table: together they are a line, or one of them is.
fn columns(line: &Mended, rest: Span, judge: &mut Judge<'_>) -> Option<Found> {
    let text = rest.of(&line.text);
    let tabs = memchr(b'\t', text).is_some();
    if !tabs && text.first() != Some(&b'"') && memchr::memmem::find(text, b",\"").is_none() {
        return None;
    }
    let fields = fields(text, if tabs { b'\t' } else { b',' });
    let columns: Vec<Mended> = fields
        .iter()
        .map(|field| {
            let (start, end) = ((rest.start + field.start) as usize, (rest.start + field.end) as usize);
            let column = line.part(start..end);
            let doubled: Vec<_> = memchr::memmem::find_iter(&column.text, b"\"\"")
                .map(|at| (Span::new(at, at + 2), b"\"".to_vec()))
                .collect();
            column.replaced(&doubled)
        })
        .collect();
    let mut together = Mended { damages: line.damages, ..Mended::default() };
    for column in columns.iter().filter(|column| !column.text.is_empty()) {
        if let Some(last) = together.runs.last().filter(|_| !together.text.is_empty()) {
            let after = Span { start: last.from.end, end: last.from.end };
            together.runs.push(super::Run { at: together.text.len() as u32, from: after });
            together.text.push(b' ');
        }
        together.extend(column, 0..column.text.len());
    }
    let mut best = None;
    for candidate in std::iter::once(together).chain(columns) {
        let judged = judge(&candidate.text);
        if judged.stamped && judged.entry.is_some() {
            return Some(Found::Made(candidate, Damage::Columns, judged));
        }
        if judged.entry.is_some() && best.is_none() {
            best = Some(Found::Made(candidate, Damage::Columns, judged));
        }
    }
    best
}

/// Where the fields of a row are, without their quotes; at most 16.
fn fields(text: &[u8], mark: u8) -> Vec<Span> {
    let mut fields = Vec::new();
    let mut at = 0;
    while at <= text.len() && fields.len() < 16 {
        let quoted = text.get(at) == Some(&b'"');
        let start = at + usize::from(quoted);
        let mut end = start;
        if quoted {
            while let Some(found) = memchr(b'"', &text[end..]) {
                end += found;
                if text.get(end + 1) != Some(&b'"') {
                    break;
                }
                end += 2;
            }
        } else {
            end = memchr(mark, &text[start..]).map_or(text.len(), |found| start + found);
        }
        fields.push(Span::new(start, end));
        at = memchr(mark, &text[end.min(text.len())..]).map_or(text.len() + 1, |found| end + found + 1);
    }
    fields
}
