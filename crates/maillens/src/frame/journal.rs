//! journalctl: `short-full` and `short-unix` stamps, JSON objects, and the export form, where one entry is
//! several lines of `NAME=value` up to an empty one. Docker's JSON files are read here, too.
//!
//! The other short forms of journalctl are those of syslog.

use super::{Cursor, Framed, Writing};
use crate::text::Span;
use crate::time::{Basis, Stamp, civil};

/// A JSON object with a message in it.
pub(super) fn json(line: &[u8]) -> Option<Framed> {
    if line.first() != Some(&b'{') {
        return None;
    }
    let mut framed = Framed::default();
    let (mut message, mut said) = (None, None);
    let mut cursor = Cursor::new(line);
    cursor.at = 1;
    while let Some(key) = string(&mut cursor) {
        spaces(&mut cursor);
        cursor.eat(b':')?;
        spaces(&mut cursor);
        let array = cursor.peek() == Some(b'[');
        let value = value(&mut cursor)?;
        match key.of(line) {
            b"MESSAGE" | b"log" => {
                message = Some((value, if array { Writing::Bytes } else { Writing::Json }));
            }
            b"message" | b"msg" | b"line" => said = Some((value, Writing::Json)),
            b"__REALTIME_TIMESTAMP" => {
                (framed.stamp, framed.stamp_at) = (microseconds(value.of(line)), value);
            }
            b"time" | b"ts" | b"timestamp" | b"@timestamp" | b"timereported" | b"timegenerated" => {
                // Where a blank stands for the `T`, it's the same time.
                let written: Vec<u8> =
                    value.of(line).iter().map(|byte| if *byte == b' ' { b'T' } else { *byte }).collect();
                if let Some(stamp) = super::syslog::iso(&mut Cursor::new(&written)) {
                    (framed.stamp, framed.stamp_at) = (Some(stamp), value);
                }
            }
            b"_HOSTNAME" | b"host" | b"hostname" => framed.host = value,
            b"SYSLOG_IDENTIFIER" | b"appname" | b"programname" => framed.program = value,
            b"_COMM" if framed.program.is_empty() => framed.program = value,
            b"SYSLOG_PID" | b"procid" => framed.pid = value,
            b"_PID" if framed.pid.is_empty() => framed.pid = value,
            _ => {}
        }
        spaces(&mut cursor);
        if cursor.eat(b',').is_none() {
            break;
        }
        spaces(&mut cursor);
    }
    // Others than the journal and Docker call it by words that many records have, too.
    let said =
        said.filter(|_| framed.stamp.is_some() && !(framed.host.is_empty() && framed.program.is_empty()));
    let (at, text) = message.or(said)?;
    Some(Framed { body: at.start, tail: line.len() as u32 - at.end, text, ..framed })
}

fn spaces(cursor: &mut Cursor<'_>) {
    while cursor.peek() == Some(b' ') {
        cursor.at += 1;
    }
}

/// Takes a string; its span is without the quotes.
fn string(cursor: &mut Cursor<'_>) -> Option<Span> {
    cursor.eat(b'"')?;
    let start = cursor.at;
    loop {
        match cursor.peek()? {
            b'"' => break,
            b'\\' => cursor.at += 2,
            _ => cursor.at += 1,
        }
    }
    let span = Span::new(start, cursor.at);
    cursor.at += 1;
    Some(span)
}

/// Takes a value: a string without its quotes, a list without its brackets, a word.
fn value(cursor: &mut Cursor<'_>) -> Option<Span> {
    match cursor.peek()? {
        b'"' => string(cursor),
        b'[' => {
            cursor.at += 1;
            let inside = cursor.run(|byte| byte != b']');
            cursor.eat(b']')?;
            Some(inside.unwrap_or_default())
        }
        b'{' => {
            nested(cursor)?;
            Some(Span::default())
        }
        _ => cursor.run(|byte| byte != b',' && byte != b'}'),
    }
}

/// Passes an object with all that it holds.
fn nested(cursor: &mut Cursor<'_>) -> Option<()> {
    let mut depth = 0;
    loop {
        match cursor.peek()? {
            b'"' => {
                string(cursor)?;
                continue;
            }
            b'{' => depth += 1,
            b'}' => depth -= 1,
            _ => {}
        }
        cursor.at += 1;
        if depth == 0 {
            return Some(());
        }
    }
}

/// Microseconds since 1970, as the journal counts.
fn microseconds(digits: &[u8]) -> Option<Stamp> {
    let micros: i64 = std::str::from_utf8(digits).ok()?.parse().ok()?;
    let nanos = (micros.rem_euclid(1_000_000) * 1000) as u32;
    Some(Stamp { seconds: micros.div_euclid(1_000_000), nanos, digits: 6, basis: Basis::Exact })
}

/// The line of an exported entry that holds the message.
pub(super) fn export(line: &[u8]) -> Option<Framed> {
    line.starts_with(MESSAGE).then(|| Framed { body: MESSAGE.len() as u32, ..Framed::default() })
}

const MESSAGE: &[u8] = b"MESSAGE=";

/// How many bytes a quote put in front of the line that begins an exported entry; `None` for any other line.
pub fn begins_entry(line: &[u8]) -> Option<usize> {
    let mark = line.iter().take_while(|byte| b"> |\t".contains(byte)).count();
    line[mark..].starts_with(b"__CURSOR=").then_some(mark)
}

/// True for the line of an exported entry that holds the message.
pub fn is_message(line: &[u8]) -> bool {
    line.starts_with(MESSAGE)
}

/// What the other lines of an exported entry say about its message.
pub fn origin<'a>(lines: impl Iterator<Item = &'a [u8]>) -> super::Origin<'a> {
    let mut origin = super::Origin::default();
    for line in lines {
        let Some((name, value)) = crate::text::cut(line, b'=') else { continue };
        match name {
            b"__REALTIME_TIMESTAMP" => origin.stamp = microseconds(value),
            b"_HOSTNAME" => origin.host = value,
            b"SYSLOG_IDENTIFIER" => origin.program = value,
            b"_COMM" if origin.program.is_empty() => origin.program = value,
            b"SYSLOG_PID" => origin.pid = value,
            b"_PID" if origin.pid.is_empty() => origin.pid = value,
            _ => {}
        }
    }
    origin
}

/// `Wed 2026-11-18 10:00:00 UTC host …`, and seconds since 1970 with a fraction.
pub(super) fn stamp(cursor: &mut Cursor<'_>) -> Option<Stamp> {
    const DAYS: [&[u8]; 7] = [b"Mon ", b"Tue ", b"Wed ", b"Thu ", b"Fri ", b"Sat ", b"Sun "];
    let rest = &cursor.line[cursor.at..];
    if DAYS.iter().any(|day| rest.starts_with(day)) {
        cursor.at += 4;
        let year = cursor.number(4..=4)?;
        cursor.eat(b'-')?;
        let month = cursor.number(2..=2)?;
        cursor.eat(b'-')?;
        let day = cursor.number(2..=2)?;
        cursor.eat(b' ')?;
        let [hour, minute, second] = cursor.clock()?;
        let (nanos, digits) = cursor.fraction();
        cursor.eat(b' ')?;
        let zone = cursor.run(|byte| byte != b' ')?;
        let basis = if zone.of(cursor.line) == b"UTC" { Basis::Exact } else { Basis::Wall };
        let seconds = civil(year.cast_signed(), month, day, hour, minute, second)?;
        return Some(Stamp { seconds, nanos, digits, basis });
    }
    // Ten digits and six: no other stamp looks like that.
    let whole = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if whole != 10 || rest.get(whole) != Some(&b'.') {
        return None;
    }
    let seconds: i64 = std::str::from_utf8(&rest[..whole]).ok()?.parse().ok()?;
    cursor.at += whole;
    let (nanos, digits) = cursor.fraction();
    (digits == 6).then_some(Stamp { seconds, nanos, digits, basis: Basis::Exact })
}
