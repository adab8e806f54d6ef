//! Syslog: RFC 3164 stamps (`Nov  1 09:05:29 host program[pid]: `), the same with an ISO 8601 stamp, and
//! RFC 5424 (`<22>1 stamp host program pid msgid data text`).
//!
//! Dovecot's own log file has an RFC 3164 stamp too, with a service and no host after it: a word that
//! ends in `:` or holds a bracket is no host, so the rest is body.

use super::{Cursor, Framed};
use crate::text::Span;
use crate::time::{Basis, Stamp, civil};

pub(super) fn frame(line: &[u8]) -> Option<Framed> {
    let mut cursor = Cursor::new(line);
    let start = cursor.at;
    if cursor.peek()? == b'<' {
        cursor.eat(b'<');
        cursor.number(1..=3)?;
        cursor.eat(b'>')?;
        if cursor.peek() == Some(b'1') {
            cursor.eat(b'1');
            cursor.eat(b' ')?;
            return rfc5424(cursor);
        }
    }
    // Some files keep RFC 5424 without the priority in front.
    if line.starts_with(b"1 ") && line.get(2).is_some_and(u8::is_ascii_digit) {
        cursor.at = 2;
        return rfc5424(cursor);
    }
    let stamp_start = cursor.at;
    let stamp = if let Some(stamp) = super::journal::stamp(&mut cursor) {
        stamp
    } else if cursor.peek()?.is_ascii_digit() {
        iso(&mut cursor)?
    } else {
        rfc3164(&mut cursor)?
    };
    let mut framed = Framed {
        stamp: Some(stamp),
        stamp_at: Span::new(stamp_start.max(start), cursor.at),
        ..Framed::default()
    };
    if cursor.peek().is_some() {
        cursor.eat(b' ')?;
    }
    framed.body = cursor.at as u32;
    tag(&mut cursor, &mut framed);
    Some(framed)
}

/// Takes the number that Solaris puts in front of every text, with its facility and level: `[ID 748625 mail.info] `.
pub(super) fn numbered(line: &[u8], framed: &mut Framed) {
    let mut cursor = Cursor { line, at: framed.body as usize };
    let mut number = || {
        cursor.line.get(cursor.at..)?.strip_prefix(b"[ID ")?;
        cursor.at += 4;
        cursor.number(1..=10)?;
        cursor.eat(b' ')?;
        cursor.run(|byte| byte.is_ascii_alphanumeric())?;
        cursor.eat(b'.')?;
        let level = cursor.run(|byte| byte.is_ascii_lowercase())?;
        cursor.eat(b']')?;
        cursor.eat(b' ')?;
        Some(level)
    };
    if let Some(level) = number() {
        framed.severity = level;
        framed.body = cursor.at as u32;
    }
}

/// Takes `host program[pid]: `, all of it or nothing.
fn tag(cursor: &mut Cursor<'_>, framed: &mut Framed) -> Option<()> {
    let host = cursor.run(|byte| byte != b' ')?;
    if host.of(cursor.line).iter().any(|byte| b"()<>[]".contains(byte))
        || cursor.line[host.end as usize - 1] == b':'
    {
        return None;
    }
    cursor.eat(b' ')?;
    // The logger speaks for itself, without a name.
    if [&b"last message repeated "[..], b"--- last message repeated ", b"-- MARK --"]
        .iter()
        .any(|own| line_rest(cursor).starts_with(own))
    {
        *framed = Framed { host, body: cursor.at as u32, ..*framed };
        return Some(());
    }
    let mut program = cursor.run(|byte| byte.is_ascii_graphic() && !b"[]:()<>".contains(&byte))?;
    // Plesk's tags can have two words.
    if [&b"plesk"[..], b"greylisting"].contains(&program.of(cursor.line)) && cursor.eat(b' ').is_some() {
        program.end = cursor.run(|byte| byte.is_ascii_lowercase() || byte == b'-')?.end;
    }
    // `delivery 183: success` behind a stamp without a host is no program of this name.
    if program.of(cursor.line).iter().all(u8::is_ascii_digit) {
        return None;
    }
    let mut pid = Span::default();
    if cursor.eat(b'[').is_some() {
        pid = cursor.run(|byte| byte != b']' && byte != b' ')?;
        cursor.eat(b']')?;
        // In dma's tag the id of its queue stands there, and behind it the number of the process.
        if program.of(cursor.line) == b"dma" {
            framed.session = std::mem::take(&mut pid);
            if cursor.eat(b'[').is_some() {
                pid = cursor.run(|byte| byte.is_ascii_digit())?;
                cursor.eat(b']')?;
            }
        }
    }
    // iRedAPD's own formatter puts no colon behind its name.
    cursor.eat(b':').or_else(|| (program.of(cursor.line) == b"iredapd").then_some(()))?;
    cursor.eat(b' ');
    *framed = Framed { host, program, pid, body: cursor.at as u32, ..*framed };
    Some(())
}

/// Takes the fields of RFC 5424 after its version; `-` is "nothing".
fn rfc5424(mut cursor: Cursor<'_>) -> Option<Framed> {
    let stamp_start = cursor.at;
    let stamp = if cursor.eat(b'-').is_some() { None } else { Some(iso(&mut cursor)?) };
    let stamp_at = Span::new(stamp_start, cursor.at);
    let mut words = [Span::default(); 4];
    for word in &mut words {
        cursor.eat(b' ')?;
        *word = cursor.run(|byte| byte != b' ')?;
        if word.of(cursor.line) == b"-" {
            *word = Span::default();
        }
    }
    let [host, program, pid, _message_kind] = words;
    cursor.eat(b' ')?;
    if cursor.eat(b'-').is_none() {
        structured_data(&mut cursor)?;
    }
    while cursor.eat(b' ').is_some() {}
    // A byte order mark may stand in front of the text.
    let mark = if line_rest(&cursor).starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
    Some(Framed { stamp, stamp_at, host, program, pid, body: cursor.at as u32 + mark, ..Framed::default() })
}

fn line_rest<'a>(cursor: &Cursor<'a>) -> &'a [u8] {
    cursor.line.get(cursor.at..).unwrap_or_default()
}

/// Takes `[id key="value"]…`; a `]` in a value is escaped by a backslash.
fn structured_data(cursor: &mut Cursor<'_>) -> Option<()> {
    while cursor.eat(b'[').is_some() {
        while cursor.peek()? != b']' {
            cursor.at += if cursor.peek()? == b'\\' { 2 } else { 1 };
        }
        cursor.eat(b']')?;
    }
    Some(())
}

fn rfc3164(cursor: &mut Cursor<'_>) -> Option<Stamp> {
    const MONTHS: [&[u8; 3]; 12] =
        [b"Jan", b"Feb", b"Mar", b"Apr", b"May", b"Jun", b"Jul", b"Aug", b"Sep", b"Oct", b"Nov", b"Dec"];
    let name = cursor.line.get(cursor.at..cursor.at + 3)?;
    let month = MONTHS.iter().position(|month| *month == name)? as u32 + 1;
    cursor.at += 3;
    cursor.eat(b' ')?;
    cursor.eat(b' ');
    let day = cursor.number(1..=2)?;
    cursor.eat(b' ')?;
    // A few loggers write the year here.
    let year = cursor.line.get(cursor.at + 4).is_some_and(|&next| next == b' ').then(|| cursor.number(4..=4));
    if year.is_some() {
        cursor.eat(b' ')?;
    }
    let [hour, minute, second] = cursor.clock()?;
    let (nanos, digits) = cursor.fraction();
    // `ctime` writes it behind the time.
    let year = year.or_else(|| {
        let [b' ', digits @ .., b' '] = cursor.line.get(cursor.at..cursor.at + 6)? else { return None };
        digits.iter().all(u8::is_ascii_digit).then(|| {
            cursor.at += 1;
            cursor.number(4..=4)
        })
    });
    let (year, basis) = match year {
        Some(year) => (year?.cast_signed(), Basis::Wall),
        None => (0, Basis::WallWithoutYear),
    };
    Some(Stamp { seconds: civil(year, month, day, hour, minute, second)?, nanos, digits, basis })
}

pub(super) fn iso(cursor: &mut Cursor<'_>) -> Option<Stamp> {
    let year = cursor.number(4..=4)?;
    cursor.eat(b'-')?;
    let month = cursor.number(2..=2)?;
    cursor.eat(b'-')?;
    let day = cursor.number(2..=2)?;
    cursor.eat(b'T')?;
    let [hour, minute, second] = cursor.clock()?;
    let (nanos, digits) = cursor.fraction();
    let seconds = civil(year.cast_signed(), month, day, hour, minute, second)?;
    Some(match cursor.offset() {
        Some(offset) => Stamp { seconds: seconds - offset, nanos, digits, basis: Basis::Exact },
        None => Stamp { seconds, nanos, digits, basis: Basis::Wall },
    })
}
