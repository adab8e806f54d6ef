//! Who wrote a line and when: what stands in front of what the line says.
//!
//! One file per framing: a function that looks at the start of a line and, when it knows its own mark,
//! says where the stamp, the host, the program and the body are. It is decided line by line: a paste
//! mixes framings, and the first line decides nothing. A line without any frame is all body.

mod dovecot;
mod multilog;
mod syslog;
mod written;

use crate::text::Span;
use crate::time::Stamp;

/// The parts of a line in front of its body. Spans are bytes of the line.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Framed {
    /// The time of the line.
    pub stamp: Option<Stamp>,
    /// Where the stamp stands.
    pub stamp_at: Span,
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
}

/// A framing: takes a line, gives its parts when the line begins in its way.
type Frame = fn(&[u8]) -> Option<Framed>;

/// Every framing, the most telling first.
const FRAMES: &[Frame] = &[multilog::frame, written::frame, syslog::frame];

/// Takes a line apart. Total: a line that no framing knows is all body.
pub fn frame(line: &[u8]) -> Framed {
    let framed = FRAMES.iter().find_map(|frame| frame(line)).unwrap_or_default();
    dovecot::inside(line, framed)
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
        let start = self.at;
        while self.peek().is_some_and(&of) {
            self.at += 1;
        }
        (self.at > start).then(|| Span::new(start, self.at))
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
        let body = &line[framed.body as usize..];
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
            ("no frame at all", "||||no frame at all"),
            ("", "||||"),
        ] {
            assert_eq!(shown(line), want, "{line}");
        }
    }
}
