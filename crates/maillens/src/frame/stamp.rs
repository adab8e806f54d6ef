//! A written time in any spelling that programs, collectors and web pages have for it.

use super::Cursor;
use crate::time::{Basis, Stamp, civil, month::month, tai64n};

/// Seconds since 1970 that a mail log can have: from the first of the nineties on.
const UNIX: std::ops::Range<i64> = 600_000_000..4_200_000_000;
const WEEKDAY: usize = 12;

/// Takes a time, with what brackets or quotes it; nothing is taken where there is none.
pub(super) fn stamp(cursor: &mut Cursor<'_>) -> Option<Stamp> {
    let start = cursor.at;
    let found = bracketed(cursor);
    if found.is_none() {
        cursor.at = start;
    }
    found
}

fn bracketed(cursor: &mut Cursor<'_>) -> Option<Stamp> {
    let close = match cursor.peek()? {
        b'[' => Some(b']'),
        b'(' => Some(b')'),
        b'"' => Some(b'"'),
        _ => None,
    };
    cursor.at += usize::from(close.is_some());
    let stamp = bare(cursor)?;
    match close {
        Some(close) => {
            cursor.eat(close)?;
        }
        // A number that goes on is none of these; a written time may be glued to what follows.
        None if stamp.basis == Basis::Exact && cursor.peek().is_some_and(|next| next.is_ascii_digit()) => {
            return None;
        }
        None => {}
    }
    Some(stamp)
}

fn bare(cursor: &mut Cursor<'_>) -> Option<Stamp> {
    let start = cursor.at;
    [label, unix, compact, numbers, short, named, words, pointed].into_iter().find_map(|form| {
        cursor.at = start;
        form(cursor)
    })
}

/// A TAI64N label.
fn label(cursor: &mut Cursor<'_>) -> Option<Stamp> {
    let (seconds, nanos) = tai64n::label(&cursor.line[cursor.at..])?;
    cursor.at += tai64n::LENGTH;
    Some(Stamp { seconds, nanos, digits: 9, basis: Basis::Exact })
}

/// Seconds since 1970, with or without a fraction.
pub(super) fn unix(cursor: &mut Cursor<'_>) -> Option<Stamp> {
    let digits = cursor.run(|byte| byte.is_ascii_digit())?.of(cursor.line);
    let seconds = std::str::from_utf8(digits).ok()?.parse().ok().filter(|seconds| UNIX.contains(seconds))?;
    let (nanos, digits) = if cursor.peek() == Some(b'.') { cursor.fraction() } else { (0, 0) };
    matches!(cursor.peek(), None | Some(b' ' | b'\t' | b':' | b']' | b')' | b'"' | b',')).then_some(Stamp {
        seconds,
        nanos,
        digits,
        basis: Basis::Exact,
    })
}

/// A date and a time without marks between their numbers: `20211204T144407Z`, `20211204 14:44:07`.
fn compact(cursor: &mut Cursor<'_>) -> Option<Stamp> {
    let date = cursor.number(8..=8)?;
    let (year, month, day) = (date / 10_000, date / 100 % 100, date % 100);
    (1990..2100).contains(&year).then_some(())?;
    let before = cursor.at;
    let time = time(cursor).or_else(|| {
        cursor.at = before;
        cursor.eat(b'T').or_else(|| cursor.eat(b' ')).or_else(|| cursor.eat(b'_'))?;
        let digits = cursor.number(6..=6)?;
        let (nanos, digits_of) = cursor.fraction();
        let clock = [digits / 10_000, digits / 100 % 100, digits % 100];
        let ends = cursor.peek().is_none_or(|next| !next.is_ascii_digit());
        ends.then(|| Time { clock, nanos, digits: digits_of, offset: offset(cursor), capitals: false })
    })?;
    time.on(year.cast_signed(), month, day)
}

/// A date with full stops: `2021. dec. 4. 14:44:07`, and one without a year: `04.12. 14:44:07`.
fn pointed(cursor: &mut Cursor<'_>) -> Option<Stamp> {
    let first = cursor.number(1..=4)?;
    cursor.eat(b'.')?;
    if first > 31 {
        spaces(cursor)?;
        let month = word(cursor)?;
        spaces(cursor)?;
        let day = cursor.number(1..=2)?;
        cursor.eat(b'.')?;
        return dated(cursor, Some(first), month, day);
    }
    let month = cursor.number(1..=2)?;
    cursor.eat(b'.')?;
    dated(cursor, None, month, first)
}

/// A date of three numbers and a time: `2016-02-24 13:55:05`, `2016/02/24`, `16/12/2019, 19:04:08`, `4/24/2019, 4:04:23 PM`,
/// `9.1.2017 17:04:20`.
fn numbers(cursor: &mut Cursor<'_>) -> Option<Stamp> {
    let first = (cursor.number(1..=4)?, cursor.at);
    let mark = cursor.peek().filter(|mark| b"-/.".contains(mark))?;
    cursor.eat(mark)?;
    cursor.eat(b' ');
    let second = cursor.number(1..=2)?;
    cursor.eat(mark)?;
    cursor.eat(b' ');
    let before = cursor.at;
    let third = cursor.number(1..=4)?;
    let (first, digits) = (first.0, cursor.at - before);
    let time = time(cursor)?;
    let (year, month, day) = match (first > 31, digits) {
        (true, 1..=2) => (first, second, third),
        // The page of an American browser shows capitals behind the time.
        (false, 2 | 4) if second > 12 || time.capitals && mark == b'/' && first <= 12 => {
            (third, first, second)
        }
        (false, 2 | 4) => (third, second, first),
        _ => return None,
    };
    time.on(if year < 100 { 2000 + year } else { year }.cast_signed(), month, day)
}

/// A month, a day and a time, as `qmlog` of `QmailToaster` shows them: `09-17 14:02:51`.
fn short(cursor: &mut Cursor<'_>) -> Option<Stamp> {
    let month = cursor.number(2..=2)?;
    cursor.eat(b'-')?;
    let day = cursor.number(2..=2)?;
    (1..=12).contains(&month).then_some(())?;
    dated(cursor, None, month, day)
}

/// A date that begins with the name of the month: `Dec  4 14:44:07`, `Dec 4, 2021 2:44:07 PM`, `Dec-04-21 14:44:07`.
fn named(cursor: &mut Cursor<'_>) -> Option<Stamp> {
    weekday(cursor);
    let month = word(cursor)?;
    if cursor.eat(b'-').is_some() {
        // ASSP's own.
        let day = cursor.number(1..=2)?;
        cursor.eat(b'-')?;
        let year = cursor.number(2..=2)?;
        return dated(cursor, Some(2000 + year), month, day);
    }
    spaces(cursor)?;
    let day = cursor.number(1..=2)?;
    cursor.eat(b'.');
    let before = cursor.at;
    let year = comma(cursor).and_then(|()| cursor.number(4..=4)).filter(|_| cursor.peek() != Some(b':'));
    if year.is_none() {
        cursor.at = before;
    }
    dated(cursor, year, month, day)
}

/// A date with the name of the month in its middle: `04 Dec 2021 14:44:07`, `4. Dez 14:44:07`, `04/Dec/2021:14:44:07 +0000`.
fn words(cursor: &mut Cursor<'_>) -> Option<Stamp> {
    weekday(cursor);
    let day = cursor.number(1..=2)?;
    cursor.eat(b'.');
    cursor.run(|byte| b" -/".contains(&byte))?;
    let month = word(cursor)?;
    let before = cursor.at;
    let year = cursor.run(|byte| b" -/".contains(&byte)).and_then(|_| cursor.number(4..=4));
    if year.is_none() {
        cursor.at = before;
    }
    dated(cursor, year, month, day)
}

fn dated(cursor: &mut Cursor<'_>, year: Option<u32>, month: u32, day: u32) -> Option<Stamp> {
    let time = time(cursor)?;
    if let Some(year) = year {
        return time.on(year.cast_signed(), month, day);
    }
    // The year may stand behind the time, as `ctime` writes it.
    let before = cursor.at;
    cursor.eat(b' ');
    let year = cursor.number(4..=4).filter(|year| {
        (1990..2100).contains(year)
            && cursor.peek().is_none_or(|next| !next.is_ascii_alphanumeric() && next != b'-')
    });
    if let Some(year) = year {
        return time.on(year.cast_signed(), month, day);
    }
    cursor.at = before;
    let stamp = time.on(0, month, day)?;
    Some(Stamp { basis: Basis::WallWithoutYear, ..stamp })
}

/// Takes the name of a month.
fn word(cursor: &mut Cursor<'_>) -> Option<u32> {
    let word = cursor.run(|byte| byte.is_ascii_alphabetic() || byte >= 0x80)?;
    let month = month(word.of(cursor.line))?;
    cursor.eat(b'.');
    Some(month)
}

/// Takes the name of a weekday, where a date follows it.
fn weekday(cursor: &mut Cursor<'_>) {
    let start = cursor.at;
    let name = cursor.run(|byte| byte.is_ascii_alphabetic() || byte >= 0x80);
    let is_name = name
        .is_some_and(|name| name.end - name.start <= WEEKDAY as u32 && month(name.of(cursor.line)).is_none());
    cursor.eat(b'.');
    cursor.eat(b',');
    if !is_name || spaces(cursor).is_none() {
        cursor.at = start;
    }
}

fn spaces(cursor: &mut Cursor<'_>) -> Option<()> {
    cursor.run(|byte| byte == b' ').map(|_| ())
}

/// Takes a comma, a space or both.
fn comma(cursor: &mut Cursor<'_>) -> Option<()> {
    let comma = cursor.eat(b',');
    spaces(cursor).or(comma)
}

/// A time of the day.
struct Time {
    clock: [u32; 3],
    nanos: u32,
    digits: u8,
    /// Seconds east of UTC, where the zone is named.
    offset: Option<i64>,
    /// True where `AM` or `PM` stands in capitals behind it.
    capitals: bool,
}

impl Time {
    fn on(&self, year: i32, month: u32, day: u32) -> Option<Stamp> {
        let [hour, minute, second] = self.clock;
        let seconds = civil(year, month, day, hour, minute, second)? - self.offset.unwrap_or_default();
        let basis = if self.offset.is_some() { Basis::Exact } else { Basis::Wall };
        Some(Stamp { seconds, nanos: self.nanos, digits: self.digits, basis })
    }
}

/// Takes the time behind a date, with what stands between them.
fn time(cursor: &mut Cursor<'_>) -> Option<Time> {
    if cursor.eat(b'T').or_else(|| cursor.eat(b':')).or_else(|| cursor.eat(b'_')).is_none() {
        cursor.eat(b',');
        cursor.run(|byte| byte == b' ' || byte == b'\t')?;
        // As Kibana shows it.
        cursor.skip(b"@ ");
    }
    let hour = cursor.number(1..=2)?;
    cursor.eat(b':')?;
    let minute = cursor.number(2..=2)?;
    cursor.eat(b':')?;
    let mut clock = [hour, minute, cursor.number(2..=2)?];
    let (nanos, digits) = cursor.fraction();
    let half = half(cursor);
    match half {
        Some((true, _)) if hour < 12 => clock[0] += 12,
        Some((false, _)) if hour == 12 => clock[0] = 0,
        _ => {}
    }
    Some(Time { clock, nanos, digits, offset: offset(cursor), capitals: half.is_some_and(|half| half.1) })
}

/// Takes `AM` or `PM`: true for the second half of the day, and true for capitals.
fn half(cursor: &mut Cursor<'_>) -> Option<(bool, bool)> {
    let rest = &cursor.line[cursor.at..];
    // Browsers put a narrow space in front of it.
    let gap =
        [&b"\xe2\x80\xaf"[..], b"\xc2\xa0", b" ", b""].into_iter().find(|gap| rest.starts_with(gap))?.len();
    let (word, length) = match &rest[gap..] {
        [half, b'.', b'm' | b'M', b'.', ..] => (half, 4),
        [half, b'm' | b'M', ..] => (half, 2),
        _ => return None,
    };
    let is_half = matches!(word, b'a' | b'p' | b'A' | b'P');
    let ends = rest.get(gap + length).is_none_or(|next| !next.is_ascii_alphanumeric());
    (is_half && ends).then(|| {
        cursor.at += gap + length;
        (word.eq_ignore_ascii_case(&b'p'), word.is_ascii_uppercase())
    })
}

/// Takes the zone: an offset or `UTC`. The name of another zone is taken and says nothing.
fn offset(cursor: &mut Cursor<'_>) -> Option<i64> {
    const ZONES: &[&str] = &[
        "CEST", "CET", "EEST", "EET", "WEST", "WET", "BST", "IST", "MSK", "EST", "EDT", "CST", "CDT", "MST",
        "MDT", "PST", "PDT", "AEST", "AEDT", "JST",
    ];
    let start = cursor.at;
    let spaced = cursor.eat(b' ').is_some();
    if !spaced
        || matches!(cursor.peek(), Some(b'+' | b'-'))
            && cursor.line.get(cursor.at + 1).is_some_and(u8::is_ascii_digit)
    {
        if let Some(offset) = cursor.offset() {
            return Some(offset);
        }
        cursor.at = start;
        return None;
    }
    let word = cursor.run(|byte| byte.is_ascii_alphabetic()).map_or(&b""[..], |word| word.of(cursor.line));
    let ends = cursor.peek().is_none_or(|next| b" ]),\t:".contains(&next));
    if ends && (word == b"UTC" || word == b"GMT" || word == b"Z") {
        return Some(0);
    }
    if !(ends && ZONES.iter().any(|zone| zone.as_bytes() == word)) {
        cursor.at = start;
    }
    None
}
