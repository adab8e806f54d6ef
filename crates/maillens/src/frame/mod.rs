//! Who wrote a line and when: what stands in front of what the line says.
//!
//! One file per framing: a function that looks at the start of a line and, when it knows its own mark,
//! says where the stamp, the host, the program and the body are. It is decided line by line: a paste
//! mixes framings, and the first line decides nothing. A line without any frame is all body. Where a line is not known as
//! it stands, [`heads`] looks for the same parts in any order.

mod container;
pub(crate) mod dovecot;
pub mod heads;
pub mod journal;
mod multilog;
mod repeated;
mod splogger;
mod stamp;
mod syslog;
mod written;

use crate::text::Span;
use crate::time::Stamp;
use std::borrow::Cow;

/// The parts of a line in front of its body. Spans are bytes of the line.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Framed {
    /// The time of the line.
    pub stamp: Option<Stamp>,
    /// Where the stamp stands.
    pub stamp_at: Span,
    /// The time of syslog's clock, where splogger's number behind it is the better time.
    pub clock: Option<Stamp>,
    /// Where that stands.
    pub clock_at: Span,
    /// The host that wrote the line.
    pub host: Span,
    /// The program that wrote the line, without its process number.
    pub program: Span,
    /// The process number.
    pub pid: Span,
    /// Whom the process serves.
    pub user: Span,
    /// The id of the session, or of the delivery, that the process serves.
    pub session: Span,
    /// The IP address of the client.
    pub client: Span,
    /// How serious the program says that the line is, as it says it.
    pub severity: Span,
    /// The database that the program asked.
    pub source: Span,
    /// The mail folder that the line is about.
    pub folder: Span,
    /// Where the body begins.
    pub body: u32,
    /// How many bytes there are after the body.
    pub tail: u32,
    /// How the body is written.
    pub text: Writing,
}

/// How a body is written in its line.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Writing {
    /// As it is.
    #[default]
    Plain,
    /// As a JSON string, with escapes.
    Json,
    /// As a JSON list of byte values.
    Bytes,
}

/// Who wrote a message, where other lines than its own say so.
#[derive(Debug, Clone, Copy, Default)]
pub struct Origin<'a> {
    /// When.
    pub stamp: Option<Stamp>,
    /// The host.
    pub host: &'a [u8],
    /// The program.
    pub program: &'a [u8],
    /// Its process number.
    pub pid: &'a [u8],
    /// Whom the process serves.
    pub user: &'a [u8],
    /// The session that the process serves.
    pub session: &'a [u8],
    /// The client of the process.
    pub client: &'a [u8],
}

impl Framed {
    /// Who wrote the line, by its own frame.
    pub fn origin<'a>(&self, line: &'a [u8]) -> Origin<'a> {
        Origin {
            stamp: self.stamp,
            host: self.host.of(line),
            // Only Dovecot prints its level and a colon and names nobody.
            program: if self.is_level_alone(line) { b"master" } else { self.program.of(line) },
            pid: self.pid.of(line),
            // What a database says of a user is no line of the user's session.
            user: if self.source.is_empty() { self.user.of(line) } else { &[] },
            session: self.session.of(line),
            client: self.client.of(line),
        }
    }

    fn is_level_alone(&self, line: &[u8]) -> bool {
        let level = self.severity;
        self.program.is_empty()
            && self.stamp.is_none()
            && !level.is_empty()
            && self.body == level.end + 2
            && line.get(level.end as usize) == Some(&b':')
    }

    /// How many lines a logger folded into this one, beside the one that it shows.
    pub fn folded(&self, line: &[u8]) -> u32 {
        repeated::folded(line, self)
    }

    /// The body as it stands in the line.
    pub fn raw<'a>(&self, line: &'a [u8]) -> &'a [u8] {
        line.get(self.body as usize..line.len().saturating_sub(self.tail as usize)).unwrap_or_default()
    }

    /// The body as its program wrote it.
    pub fn body<'a>(&self, line: &'a [u8]) -> Cow<'a, [u8]> {
        let raw = self.raw(line);
        match self.text {
            Writing::Plain => Cow::Borrowed(raw),
            Writing::Json if !raw.contains(&b'\\') => Cow::Borrowed(raw),
            _ => Cow::Owned(self.decoded(raw).map(|(_, byte)| byte).collect()),
        }
    }

    /// Where a place of the body stands in the line.
    pub fn place(&self, line: &[u8], at: u32) -> u32 {
        let raw = self.raw(line);
        let inside = match self.text {
            Writing::Plain => at,
            _ => self.decoded(raw).nth(at as usize).map_or(raw.len() as u32, |(place, _)| place),
        };
        self.body + inside
    }

    /// The bytes of a body that is written in JSON, each with where it is written.
    fn decoded<'a>(&self, raw: &'a [u8]) -> impl Iterator<Item = (u32, u8)> + 'a {
        let list = self.text == Writing::Bytes;
        let mut at = 0;
        let mut pending: Vec<(u32, u8)> = Vec::new();
        std::iter::from_fn(move || {
            if let Some(next) = pending.pop() {
                return Some(next);
            }
            if list {
                while raw.get(at).is_some_and(|byte| !byte.is_ascii_digit()) {
                    at += 1;
                }
                let start = at;
                let mut value = 0_u32;
                while let Some(digit) = raw.get(at).filter(|byte| byte.is_ascii_digit()) {
                    value = value.saturating_mul(10).saturating_add(u32::from(digit - b'0'));
                    at += 1;
                }
                return (at > start).then_some((start as u32, value as u8));
            }
            let start = at;
            let &byte = raw.get(at)?;
            let (letter, length) = if byte == b'\\' { escape(&raw[at..]) } else { (char::from(byte), 1) };
            at += length;
            if byte != b'\\' {
                return Some((start as u32, byte));
            }
            let mut bytes = [0; 4];
            pending.extend(letter.encode_utf8(&mut bytes).bytes().rev().map(|byte| (start as u32, byte)));
            pending.pop()
        })
    }
}

/// The letter that a JSON escape at the start stands for, and the length of the escape.
fn escape(raw: &[u8]) -> (char, usize) {
    match raw.get(1) {
        Some(b'n') => ('\n', 2),
        Some(b't') => ('\t', 2),
        Some(b'r') => ('\r', 2),
        Some(b'b') => ('\u{8}', 2),
        Some(b'f') => ('\u{c}', 2),
        Some(b'u') => {
            let unit = |at: usize| {
                let digits = raw.get(at..at + 4).and_then(|digits| std::str::from_utf8(digits).ok())?;
                u16::from_str_radix(digits, 16).ok()
            };
            let Some(first) = unit(2) else { return (char::REPLACEMENT_CHARACTER, 2) };
            let second = (raw.get(6..8) == Some(b"\\u")).then(|| unit(8)).flatten();
            let pair = char::decode_utf16([first].into_iter().chain(second)).next();
            match (pair, char::from_u32(u32::from(first))) {
                (_, Some(letter)) => (letter, 6),
                (Some(Ok(letter)), None) => (letter, 12),
                _ => (char::REPLACEMENT_CHARACTER, 6),
            }
        }
        Some(&other) => (char::from(other), 2),
        None => ('\\', 1),
    }
}

/// A framing: takes a line, gives its parts when the line begins in its way.
type Frame = fn(&[u8]) -> Option<Framed>;

/// Every framing without a TAI64N label, the most telling first.
const FRAMES: &[Frame] = &[written::frame, syslog::frame, journal::json, journal::export];

/// A line stands behind no more than this many containers' prefixes: more are text.
const CONTAINERS: u32 = 4;

/// Takes a line apart. Total: a line that no framing knows is all body.
pub fn frame(line: &[u8]) -> Framed {
    frame_within(line, CONTAINERS)
}

fn frame_within(line: &[u8], containers: u32) -> Framed {
    // A TAI64N label stands first or is none: the commonest framing is known by its first byte.
    let labelled = line.first() == Some(&b'@');
    let outer = if labelled || containers == 0 { None } else { container::prefix(line) };
    let Some(outer) = outer else {
        let known =
            if labelled { multilog::frame(line) } else { FRAMES.iter().find_map(|frame| frame(line)) };
        let mut framed = known.unwrap_or_default();
        if framed.text == Writing::Plain {
            repeated::unfold(line, &mut framed);
        }
        syslog::numbered(line, &mut framed);
        splogger::inside(line, &mut framed);
        if !dovecot::inside(line, &mut framed) {
            written::inside(line, &mut framed);
        }
        return framed;
    };
    let inner = frame_within(&line[outer.body as usize..], containers - 1);
    let shifted = |span: Span| if span.is_empty() { span } else { span.shifted(outer.body) };
    Framed {
        stamp: inner.stamp.or(outer.stamp),
        stamp_at: if inner.stamp.is_some() { shifted(inner.stamp_at) } else { outer.stamp_at },
        clock: inner.clock,
        clock_at: shifted(inner.clock_at),
        host: shifted(inner.host),
        program: shifted(inner.program),
        pid: shifted(inner.pid),
        user: shifted(inner.user),
        session: shifted(inner.session),
        client: shifted(inner.client),
        severity: shifted(inner.severity),
        source: shifted(inner.source),
        folder: shifted(inner.folder),
        body: inner.body + outer.body,
        tail: inner.tail,
        text: inner.text,
    }
}

/// Reads the front of a line from left to right.
struct Cursor<'a> {
    line: &'a [u8],
    at: usize,
}

impl<'a> Cursor<'a> {
    fn new(line: &'a [u8]) -> Self {
        Cursor { line, at: 0 }
    }

    /// The next byte, not taken.
    fn peek(&self) -> Option<u8> {
        self.line.get(self.at).copied()
    }

    /// Takes this text if it is next.
    fn skip(&mut self, text: &[u8]) -> bool {
        let next = self.line[self.at..].starts_with(text);
        self.at += if next { text.len() } else { 0 };
        next
    }

    /// Takes one byte if it is this one.
    fn eat(&mut self, byte: u8) -> Option<()> {
        (self.peek()? == byte).then(|| self.at += 1)
    }

    /// Takes a number of this many digits.
    fn number(&mut self, digits: std::ops::RangeInclusive<usize>) -> Option<u32> {
        let rest = &self.line[self.at..];
        let length = rest.iter().take(*digits.end()).take_while(|byte| byte.is_ascii_digit()).count();
        if !digits.contains(&length) {
            return None;
        }
        self.at += length;
        Some(
            rest[..length]
                .iter()
                .fold(0_u32, |sum, byte| sum.wrapping_mul(10).wrapping_add(u32::from(byte - b'0'))),
        )
    }

    /// Takes bytes while they are of a kind; `None` when there is not one.
    fn run(&mut self, of: impl Fn(u8) -> bool) -> Option<Span> {
        let rest = &self.line[self.at..];
        let length = rest.iter().position(|&byte| !of(byte)).unwrap_or(rest.len());
        let start = self.at;
        self.at += length;
        (length > 0).then(|| Span::new(start, self.at))
    }

    /// Takes `.` and digits, if they are there: nanoseconds and how many digits.
    fn fraction(&mut self) -> (u32, u8) {
        let start = self.at;
        if self.peek() != Some(b'.') && self.peek() != Some(b',') {
            return (0, 0);
        }
        self.at += 1;
        let Some(digits) = self.run(|byte| byte.is_ascii_digit()) else {
            self.at = start;
            return (0, 0);
        };
        let digits = digits.of(self.line);
        let kept = &digits[..digits.len().min(9)];
        let value = kept.iter().fold(0_u32, |sum, byte| sum * 10 + u32::from(byte - b'0'));
        (value * 10_u32.pow(9 - kept.len() as u32), kept.len() as u8)
    }

    /// Takes `hh:mm:ss`: seconds of the day's clock as three numbers.
    fn clock(&mut self) -> Option<[u32; 3]> {
        let hour = self.number(2..=2)?;
        self.eat(b':')?;
        let minute = self.number(2..=2)?;
        self.eat(b':')?;
        Some([hour, minute, self.number(2..=2)?])
    }

    /// Takes an offset (`Z`, `+01:00`, `+0100`): seconds east of UTC.
    fn offset(&mut self) -> Option<i64> {
        if self.eat(b'Z').is_some() {
            return Some(0);
        }
        let start = self.at;
        let sign = match self.peek()? {
            b'+' => 1,
            b'-' => -1,
            _ => return None,
        };
        self.at += 1;
        let offset = self.number(2..=2).and_then(|hours| {
            self.eat(b':');
            let minutes = self.number(2..=2)?;
            Some(sign * i64::from(hours * 3600 + minutes * 60))
        });
        if offset.is_none() {
            self.at = start;
        }
        offset
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::zone::Zone;
    use crate::time::{Basis, Clock, rfc3339};

    /// Frames a line and shows it as `time|host|program|pid|body`.
    fn shown(line: &str) -> String {
        let framed = frame(line.as_bytes());
        let part = |span: Span| String::from_utf8_lossy(span.of(line.as_bytes())).into_owned();
        let time = framed.stamp.map_or(String::new(), |stamp| {
            let mark = match stamp.basis {
                Basis::Exact => "",
                Basis::Wall => "?",
                Basis::WallWithoutYear => "??",
            };
            rfc3339(Clock::new(Zone::utc(), 2026).instant(stamp), stamp.digits) + mark
        });
        let body = framed.body(line.as_bytes()).into_owned();
        let body = String::from_utf8_lossy(&body);
        format!("{time}|{}|{}|{}|{body}", part(framed.host), part(framed.program), part(framed.pid))
    }

    #[test]
    fn every_framing_is_known_by_its_own_line() {
        for (line, want) in [
            ("@4000000064c12d0636a8f9c4 new msg 1", "2023-07-26T14:26:04.917043652Z||||new msg 1"),
            ("2023-07-26 14:26:04.917043652 new msg 1", "2023-07-26T14:26:04.917043652Z?||||new msg 1"),
            (
                "2026-11-21 19:10:21 Start queue run: pid=98",
                "2026-11-21T19:10:21Z?||||Start queue run: pid=98",
            ),
            ("2026-11-21 19:11:25.015 +0100 [3155] daemon", "2026-11-21T18:11:25.015Z|||3155|daemon"),
            ("Nov  1 09:05:29 web14 dovecot: master: Hi", "2026-11-01T09:05:29Z??|web14|master||Hi"),
            (
                "Nov 21 19:05:29 mx postfix/smtpd[12]: connect",
                "2026-11-21T19:05:29Z??|mx|postfix/smtpd|12|connect",
            ),
            ("Nov 21 19:05:20 master: Info: Dovecot", "2026-11-21T19:05:20Z??||master||Dovecot"),
            ("Nov 21 19:05:20 imap(a@b.example)<18><x>: Info: Hi", "2026-11-21T19:05:20Z??||imap|18|Hi"),
            (
                "2026-11-21T19:05:29.66+01:00 web14 spamd[7]: spamd: hi",
                "2026-11-21T18:05:29.66Z|web14|spamd|7|spamd: hi",
            ),
            (
                "<22>1 2026-12-31T23:56:34.762890+00:00 mx opendmarc 156 - -  starting",
                "2026-12-31T23:56:34.762890Z|mx|opendmarc|156|starting",
            ),
            (
                "2026-12-31T23:59:55+0000 shared14 spamd[231]: spamd: hi",
                "2026-12-31T23:59:55Z|shared14|spamd|231|spamd: hi",
            ),
            (
                "Dec 31 23:59:55.719830 shared14 spamd[231]: spamd: hi",
                "2026-12-31T23:59:55.719830Z??|shared14|spamd|231|spamd: hi",
            ),
            (
                "Thu 2026-12-31 23:59:55 UTC shared14 spamd[231]: spamd: hi",
                "2026-12-31T23:59:55Z|shared14|spamd|231|spamd: hi",
            ),
            (
                "1798761595.719830 shared14 spamd[231]: spamd: hi",
                "2026-12-31T23:59:55.719830Z|shared14|spamd|231|spamd: hi",
            ),
            (
                r#"{"_PID":"231","MESSAGE":"a \"b\" \u00e9\\","SYSLOG_IDENTIFIER":"spamd","_HOSTNAME":"mx","__REALTIME_TIMESTAMP":"1798761595719830"}"#,
                r#"2026-12-31T23:59:55.719830Z|mx|spamd|231|a "b" é\"#,
            ),
            (r#"{"MESSAGE":[104,105],"PRIORITY":"6"}"#, "||||hi"),
            (
                r#"{"ts":"2026-12-31 23:59:55","host":"imap4","labels":{"app":"a}","n":{}},"msg":"auth: hi"}"#,
                "2026-12-31T23:59:55Z?|imap4|auth||hi",
            ),
            (
                r#"{"@timestamp":"2026-12-31T23:59:55Z","hostname":"mx","programname":"spamd","procid":"7","message":"hi"}"#,
                "2026-12-31T23:59:55Z|mx|spamd|7|hi",
            ),
            (
                r#"{"log":"postfix/qmgr[9]: hi\n","stream":"stdout","time":"2026-11-21T19:05:29.6Z"}"#,
                "2026-11-21T19:05:29.6Z||||postfix/qmgr[9]: hi\n",
            ),
            (
                "Nov 21 19:26:03 mx spamd[154]: message repeated 2 times: [ prefork: child states: II]",
                "2026-11-21T19:26:03Z??|mx|spamd|154|prefork: child states: II",
            ),
            (
                "Nov 21 19:26:03 mx spamd[154]: prefork: child states: II [... logline repeated 8 times]",
                "2026-11-21T19:26:03Z??|mx|spamd|154|prefork: child states: II",
            ),
            (
                "mail-1  | Nov 21 19:05:29 mx postfix/smtpd[12]: connect",
                "2026-11-21T19:05:29Z??|mx|postfix/smtpd|12|connect",
            ),
            ("[pod/mail-0/postfix] postfix/smtpd[12]: connect", "||||postfix/smtpd[12]: connect"),
            ("2026-11-21T19:05:29.6Z stdout F connect", "2026-11-21T19:05:29.6Z||||connect"),
            ("MESSAGE=connect", "||||connect"),
            (
                "Nov 21 19:05:20 web14 exim[47]: 2026-11-21 19:05:19 1xUqTf-00001i-0i Completed",
                "2026-11-21T19:05:19Z?|web14|exim|47|1xUqTf-00001i-0i Completed",
            ),
            ("no frame at all", "||||no frame at all"),
            ("", "||||"),
        ] {
            assert_eq!(shown(line), want, "{line}");
        }
    }
}
