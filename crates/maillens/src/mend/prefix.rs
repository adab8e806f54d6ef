//! What was put in front of a line, or around it.

use super::{Damage, Damages, Judge, Likeness, Mended};
use crate::text::{Span, prompt};
use memchr::memchr;

/// No more than this many things are taken off one line.
const MOST: usize = 10;
/// A file name in front of a line is no longer than this.
const NAME: usize = 256;
/// So many names may end in what looks like one: a colon can be a part of it.
const NAMES: usize = 2;

/// Takes off what stands in front of what is known. `None` when nothing in it is known.
pub(super) fn strip(line: &Mended, judge: &mut Judge<'_>) -> Option<(Mended, Likeness)> {
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
        if judged.stamped || judged.entry.is_some() && opens(rest.of(text)).is_none() {
            if judged.stamped {
                known = Some((rest, damages, judged));
            }
            break;
        }
        let Some((shorter, damage)) = step(text, rest) else { break };
        rest = shorter;
        damages.add(damage);
    }
    let whole = |(rest, damages, judged): (Span, Damages, Likeness)| {
        let mut mended = line.part(rest.start as usize..rest.end as usize);
        mended.damages = damages;
        (mended, judged)
    };
    let is_certain = |(known, _, judged): (Span, Damages, Likeness)| match judged {
        Likeness { stamped: true, entry: Some(_), .. } => true,
        // A collector's stamp may stand in front of the line's own, and its marks around the line.
        Likeness { stamped: true, .. } => {
            !known.of(text).starts_with(b"{") && doubled(known.of(text)).is_none()
        }
        // A line that hides a time is none of a document, even where it looks like one.
        Likeness { .. } => opens(known.of(text)).is_none(),
    };
    if let Some(known) = known.filter(|known| is_certain(*known)) {
        return Some(whole(known));
    }
    let found = named(text, rest, judge)
        .or_else(|| collected(text, rest, judge))
        .or_else(|| json(line, rest, judge))
        .or_else(|| columns(line, rest, judge));
    let Some(found) = found else {
        // A frame that was broken shows only in the whole: what stands in front of it goes all the same.
        let begun = || {
            let (rest, more) = opens(text).filter(|(_, damages)| !damages.has(Damage::Columns))?;
            let mut damages = line.damages;
            more.list().for_each(|damage| damages.add(damage));
            (damages != Damages::default()).then_some((rest, damages, Likeness::default()))
        };
        let stamped = known.filter(|known| known.2.stamped);
        return stamped.or_else(begun).or(known).map(whole);
    };
    let (mut mended, damage, judged) = match found {
        Behind::Part(part, damage, judged) => {
            (line.part(part.start as usize..part.end as usize), damage, judged)
        }
        Behind::Made(mended, damage, judged) => (mended, damage, judged),
    };
    mended.damages = damages;
    mended.damages.add(damage);
    Some((mended, judged))
}

/// What was put in front of the first piece of a broken line, as far as it may stand in front of the others, too.
#[derive(Debug, Default)]
pub(super) struct PieceMarks {
    /// The marks of a quote, with the space behind them.
    quote: Vec<u8>,
    /// The white space in front.
    indent: usize,
    /// How far the text hangs behind a bullet.
    hang: usize,
    fenced: bool,
}

impl PieceMarks {
    /// The marks in front of a line, of which `kept` bytes at its end are the line itself.
    pub(super) fn of(line: &[u8], kept: usize, damages: Damages) -> PieceMarks {
        let marks = line.iter().take_while(|byte| b"> \t".contains(byte)).count();
        let quote = line[..marks].iter().rposition(|byte| *byte == b'>').map_or(0, |last| last + 1);
        let quote = quote + usize::from(quote > 0 && line.get(quote) == Some(&b' '));
        let bulleted = damages.has(Damage::Bulleted) && quote == 0 && !damages.has(Damage::Grep);
        PieceMarks {
            quote: line[..quote].to_vec(),
            indent: if quote == 0 { marks } else { 0 },
            hang: if bulleted { line.len().saturating_sub(kept) } else { 0 },
            fenced: damages.has(Damage::Fenced),
        }
    }

    /// Takes them off a piece; those of a quote only where pieces are `quoted`: a line may have such marks of its own.
    pub(super) fn strip(&self, text: &[u8], quoted: bool) -> Span {
        let mut rest = Span::new(0, text.len());
        let spaces = text.iter().take_while(|byte| **byte == b' ' || **byte == b'\t').count();
        if quoted && !self.quote.is_empty() {
            rest.start = self.unquoted(text) as u32;
        } else if let Some(of) = [self.hang, self.indent].into_iter().find(|of| *of > 0 && *of <= spaces) {
            rest.start = of as u32;
        }
        if self.fenced && rest.of(text).ends_with(b"`") {
            rest.end -= 1;
        }
        rest
    }

    /// The length of the marks in front of a piece, which may be set another way, but are no more.
    fn unquoted(&self, text: &[u8]) -> usize {
        if text.starts_with(&self.quote) {
            return self.quote.len();
        }
        let mut at = 0;
        for _ in self.quote.iter().filter(|byte| **byte == b'>') {
            let space = usize::from(text.get(at) == Some(&b' '));
            if text.get(at + space) != Some(&b'>') {
                break;
            }
            at += space + 1;
        }
        at + usize::from(at > 0 && text.get(at) == Some(&b' '))
    }
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
            if is_stamp(line) {
                // The year of a date is no number of a line; a time stands before what a library prints, too.
                let stamp = stamp(line);
                return if stamp > 0 { after(stamp, Damage::Collected) } else { None };
            }
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

enum Behind {
    Part(Span, Damage, Likeness),
    Made(Mended, Damage, Likeness),
}

/// grep's `file:`, `file:12:` and `file-12-`: what is behind begins with a time, or is known.
fn named(text: &[u8], rest: Span, judge: &mut Judge<'_>) -> Option<Behind> {
    behind_names(rest.of(text)).find_map(|start| {
        let part = Span { start: rest.start + start as u32, ..rest };
        let judged = judge(part.of(text));
        (judged.stamped || judged.entry.is_some()).then_some(Behind::Part(part, Damage::Grep, judged))
    })
}

/// Where a line may begin behind the name of a file: at what looks like a time, or behind what looks like a name.
fn behind_names(line: &[u8]) -> impl Iterator<Item = usize> {
    let name = line.iter().take(NAME).take_while(|byte| byte.is_ascii_graphic()).count();
    let mut names = NAMES;
    (1..name).filter(|&at| matches!(line[at], b':' | b'-')).filter_map(move |at| {
        let mark = line[at];
        let mut start = at + 1;
        let digits = line[start..].iter().take(10).take_while(|byte| byte.is_ascii_digit()).count();
        if (1..=9).contains(&digits) && line.get(start + digits) == Some(&mark) {
            start += digits + 1;
        }
        // Only what a line begins with is worth a look.
        let likely =
            line.get(start).is_some_and(|byte| byte.is_ascii_alphanumeric() || b"@<{[".contains(byte));
        if !likely {
            return None;
        }
        if is_stamp(&line[start..]) {
            return Some(start);
        }
        let is_behind = mark == b':' && names > 0 && is_file(&line[..at]);
        names -= usize::from(is_behind);
        is_behind.then_some(start)
    })
}

/// True for what looks like the name of a file: a path, or a name with an ending.
fn is_file(name: &[u8]) -> bool {
    name.contains(&b'/')
        || name.contains(&b'.') && !name.iter().all(|byte| byte.is_ascii_digit() || *byte == b'.')
}

const MONTHS: [&[u8; 3]; 12] =
    [b"Jan", b"Feb", b"Mar", b"Apr", b"May", b"Jun", b"Jul", b"Aug", b"Sep", b"Oct", b"Nov", b"Dec"];
const WEEKDAYS: [&[u8; 3]; 7] = [b"Mon", b"Tue", b"Wed", b"Thu", b"Fri", b"Sat", b"Sun"];

/// True where a month and a day of two columns begin, or of one.
fn is_date(text: &[u8]) -> bool {
    let Some((month, [b' ', day @ ..])) = text.split_first_chunk::<3>() else { return false };
    let day = day.strip_prefix(b" ").unwrap_or(day);
    let digits = day.iter().take(3).take_while(|byte| byte.is_ascii_digit()).count();
    MONTHS.contains(&month) && (1..=2).contains(&digits) && day.get(digits).is_none_or(|byte| *byte == b' ')
}

/// The length of a whole time, `2025-12-09 16:31:02`, with the blanks behind it; 0 for none.
fn stamp(line: &[u8]) -> usize {
    const SHAPE: &[u8] = b"0000-00-00 00:00:00";
    let fits = |(byte, shape): (&u8, &u8)| match shape {
        b'0' => byte.is_ascii_digit(),
        b' ' => b" T".contains(byte),
        _ => byte == shape,
    };
    if line.len() < SHAPE.len() || !line.iter().zip(SHAPE).all(fits) {
        return 0;
    }
    let blanks = line[SHAPE.len()..].iter().take_while(|byte| b" \t".contains(byte)).count();
    if blanks > 0 { SHAPE.len() + blanks } else { 0 }
}

/// True where a written time begins, as far as the first bytes tell.
fn is_stamp(line: &[u8]) -> bool {
    match line {
        [b'A'..=b'Z', ..] => {
            let word = line.first_chunk::<3>().is_some_and(|word| WEEKDAYS.contains(&word));
            is_date(line) || word && line.get(3) == Some(&b' ') && is_date(&line[4..])
        }
        [b'@', b'4', b'0', b'0', b'0', ..] | [b'{', b'"', ..] => true,
        [b'<', b'0'..=b'9', rest @ ..] => rest.iter().take(4).any(|byte| *byte == b'>'),
        // A year, a month and more.
        [b'0'..=b'9', ..] if line.len() >= 8 => {
            (0..8).all(|at| if at % 5 == 4 || at == 7 { line[at] == b'-' } else { line[at].is_ascii_digit() })
        }
        _ => false,
    }
}

/// True for a line that begins with a time, although it may end before its frame does.
pub(super) fn begins(line: &[u8]) -> bool {
    let near = &line[..line.len().min(28)];
    is_stamp(line)
        && (b"{@".contains(&line[0]) || near.windows(2).any(|two| two[0].is_ascii_digit() && two[1] == b':'))
}

/// Where a line that was put in a cell of a table may begin.
fn cells(line: &[u8]) -> impl Iterator<Item = usize> {
    (0..line.len())
        .filter(|&at| match line[at] {
            b'\t' => true,
            b'"' => at == 0 || line[at - 1] == b',',
            _ => false,
        })
        .map(|at| at + 1)
}

/// Where a time begins, and what was put in front of it, as far as the first bytes tell: also where the line was
/// broken before its frame ends.
pub(super) fn opens(line: &[u8]) -> Option<(Span, Damages)> {
    let mut rest = Span::new(0, line.len());
    let mut damages = Damages::default();
    for _ in 0..MOST {
        if begins(rest.of(line)) {
            return Some((rest, damages));
        }
        let Some((shorter, damage)) = step(line, rest) else { break };
        rest = shorter;
        damages.add(damage);
    }
    let text = rest.of(line);
    let begins = |at: &usize| begins(&text[*at..]);
    let (at, damage) = behind_names(text)
        .find(begins)
        .map(|at| (at, Damage::Grep))
        .or_else(|| cells(&text[..text.len().min(NAME)]).find(begins).map(|at| (at, Damage::Columns)))?;
    damages.add(damage);
    Some((Span { start: rest.start + at as u32, ..rest }, damages))
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
fn collected(text: &[u8], rest: Span, judge: &mut Judge<'_>) -> Option<Behind> {
    // The stamp behind the name of a file is not the second one.
    if opens(rest.of(text)).is_some_and(|(_, damages)| damages.has(Damage::Grep)) {
        return None;
    }
    let start = doubled(rest.of(text))?;
    let part = Span { start: rest.start + start as u32, ..rest };
    let judged = judge(part.of(text));
    (judged.stamped && judged.entry.is_some()).then_some(Behind::Part(part, Damage::Collected, judged))
}

/// The line that a container's logger wrapped in JSON, with its own time in it.
fn json(line: &Mended, rest: Span, judge: &mut Judge<'_>) -> Option<Behind> {
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
    let (message, _) = string(line, rest.start as usize + start, "")?;
    let judged = judge(&message.text);
    judged.entry.is_some().then_some(Behind::Made(message, Damage::Collected, judged))
}

/// A string of JSON without its quotes and escapes, and where it ends; `line_break` stands for a break in it.
pub(super) fn string(whole: &Mended, from: usize, line_break: &str) -> Option<(Mended, usize)> {
    let inside = whole.text.get(from + 1..)?;
    let (mut at, mut edits) = (0, Vec::new());
    while *inside.get(at)? != b'"' {
        if inside[at] != b'\\' {
            at += 1;
            continue;
        }
        let (length, letter) = match inside.get(at + 1)? {
            b'n' | b'r' => (2, line_break.to_owned()),
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
    Some((whole.part(from + 1..from + 1 + at).replaced(&edits), from + at + 2))
}

/// The columns of a table: together they are a line, or one of them is.
fn columns(line: &Mended, rest: Span, judge: &mut Judge<'_>) -> Option<Behind> {
    let text = rest.of(&line.text);
    let tabs = memchr(b'\t', text).is_some();
    if !tabs && text.first() != Some(&b'"') && memchr::memmem::find(text, b",\"").is_none() {
        return None;
    }
    let fields = fields(text, if tabs { b'\t' } else { b',' }, COLUMNS);
    let columns: Vec<Mended> = fields
        .iter()
        .map(|field| {
            let start = rest.start + field.start;
            cell(line, Span { start, end: rest.start + field.end })
        })
        .collect();
    let mut together = Mended { damages: line.damages, ..Mended::default() };
    for column in columns.iter().filter(|column| !column.text.is_empty()) {
        if let Some(last) = together.runs.last().filter(|_| !together.text.is_empty()) {
            let after = Span { start: last.from.end, end: last.from.end };
            together.runs.push(super::Copied { at: together.text.len() as u32, from: after });
            together.text.push(b' ');
        }
        together.extend(column, 0..column.text.len());
    }
    // Where none begins with a time, the longest of a table with quotes is the likeliest to be a line: a log can hold
    // tabs of its own.
    let longest = columns.iter().map(|column| column.text.len()).max().unwrap_or_default();
    let longest = columns.iter().position(|column| column.text.len() == longest);
    let likely = columns
        .into_iter()
        .enumerate()
        .filter(|(at, column)| !tabs && Some(*at) == longest || begins(&column.text));
    // The more telling a pattern is, the lower is its number.
    std::iter::once(together)
        .filter(|together| begins(&together.text))
        .chain(likely.map(|(_, column)| column))
        .filter_map(|candidate| {
            let judged = judge(&candidate.text);
            Some((candidate, judged)).filter(|(_, judged)| judged.entry.is_some())
        })
        .min_by_key(|(_, judged)| (!judged.stamped, judged.entry))
        .map(|(candidate, judged)| Behind::Made(candidate, Damage::Columns, judged))
}

/// A cell of a row, of which a doubled quote is one.
pub(super) fn cell(row: &Mended, at: Span) -> Mended {
    let cell = row.part(at.start as usize..at.end as usize);
    let doubled: Vec<_> = memchr::memmem::find_iter(&cell.text, b"\"\"")
        .map(|at| (Span::new(at, at + 2), b"\"".to_vec()))
        .collect();
    cell.replaced(&doubled)
}

/// Of a row with more columns the others hold no line.
const COLUMNS: usize = 16;

/// Where the fields of a row are, without their quotes; at most so many.
pub(super) fn fields(text: &[u8], mark: u8, most: usize) -> Vec<Span> {
    let mut fields = Vec::new();
    let mut at = 0;
    while at <= text.len() && fields.len() < most {
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
