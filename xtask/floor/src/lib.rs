//! The floor: the least that anybody could do with a mail log, for the benchmarks.
//!
//! Lines, times, the fields of the lines that count, and two hash maps that put them together: no damage is undone, no
//! secret masked, no line kept by what it says, nothing is explained. Whatever reads a log and lists its messages takes
//! longer, so a multiple of this says how near something is to what the machine can do.

use memchr::{memchr, memchr_iter, memmem};
use rustc_hash::FxHashMap;

/// What a log holds, counted.
#[derive(Debug, Default)]
pub struct Found {
    /// Lines that begin with a time.
    pub lines: u32,
    /// Messages, or sessions.
    pub messages: u32,
    /// Deliveries that ended, or logins.
    pub attempts: u32,
    /// Those that failed.
    pub failed: u32,
}

/// A message or a session.
#[derive(Debug, Default)]
struct Message<'a> {
    from: &'a [u8],
    attempts: u32,
    failed: u32,
}

/// The messages that are open, by their ids, and the deliveries that run, by their numbers.
#[derive(Debug, Default)]
struct Open<'a> {
    messages: FxHashMap<&'a [u8], Message<'a>>,
    deliveries: FxHashMap<&'a [u8], &'a [u8]>,
}

/// Reads a whole log: qmail's with TAI64N labels, Postfix's and Dovecot's in syslog, or Exim's own.
pub fn read(log: &[u8]) -> Found {
    let (mut found, mut open) = (Found::default(), Open::default());
    let (mut times, mut start) = (Vec::with_capacity(log.len() / 80), 0);
    for end in memchr_iter(b'\n', log) {
        let line = &log[start..end];
        start = end + 1;
        let known = match line.first() {
            Some(b'@') => tai64n(line).map(|time| (time, open.qmail(&line[26..]))),
            Some(b'0'..=b'9') => clock(line, 11).map(|time| (time, open.exim(&line[20..]))),
            _ => clock(line, 7).map(|time| (time, open.syslog(&line[16..]))),
        };
        let Some((time, ended)) = known else { continue };
        times.push(time);
        found.count(ended);
    }
    open.messages.into_values().for_each(|message| found.count(Some(message)));
    found.lines = times.len() as u32;
    found
}

impl Found {
    fn count(&mut self, ended: Option<Message>) {
        let Some(message) = ended else { return };
        self.messages += u32::from(!message.from.is_empty());
        self.attempts += message.attempts;
        self.failed += message.failed;
    }
}

impl<'a> Open<'a> {
    fn result(&mut self, id: &'a [u8], failed: bool) {
        let message = self.messages.entry(id).or_default();
        message.attempts += 1;
        message.failed += u32::from(failed);
    }

    fn qmail(&mut self, body: &'a [u8]) -> Option<Message<'a>> {
        if let Some(rest) = body.strip_prefix(b"delivery ") {
            let (number, result) = rest.split_at(memchr(b':', rest)?);
            let id = self.deliveries.remove(number)?;
            self.result(id, result.starts_with(b": failure"));
        } else if let Some(rest) = body.strip_prefix(b"starting delivery ") {
            let (number, rest) = rest.split_at(memchr(b':', rest)?);
            let id = word(rest.strip_prefix(b": msg ")?);
            self.deliveries.insert(number, id);
        } else if let Some(rest) = body.strip_prefix(b"info msg ") {
            let (id, rest) = rest.split_at(memchr(b':', rest)?);
            self.messages.entry(id).or_default().from = after(rest, b"from <");
        } else if let Some(id) = body.strip_prefix(b"end msg ") {
            return self.messages.remove(id);
        }
        None
    }

    fn exim(&mut self, body: &'a [u8]) -> Option<Message<'a>> {
        let id = word(body);
        match body.get(id.len() + 1..id.len() + 3)? {
            b"<=" => self.messages.entry(id).or_default().from = word(&body[id.len() + 4..]),
            b"=>" | b"->" => self.result(id, false),
            b"**" => self.result(id, true),
            b"Co" => return self.messages.remove(id),
            _ => {}
        }
        None
    }

    fn syslog(&mut self, line: &'a [u8]) -> Option<Message<'a>> {
        let tag = &line[memchr(b' ', line)? + 1..];
        if let Some(rest) = tag.strip_prefix(b"dovecot: ") {
            let id = after(rest, b"session=<");
            if rest.starts_with(b"imap-login: ") {
                self.messages.entry(id).or_default().from = after(rest, b"user=<");
                self.result(id, memmem::find(rest, b"auth failed").is_some());
                return None;
            }
            let from = memmem::find(rest, b")<")?;
            let id = after(&rest[from + 2..], b"<");
            return self.messages.remove(id);
        }
        let body = &tag[memmem::find(tag, b": ")? + 2..];
        let (id, rest) = body.split_at(memchr(b':', body)?);
        if let Some(rest) = rest.strip_prefix(b": from=<") {
            self.messages.entry(id).or_default().from = word(rest);
        } else if rest.starts_with(b": to=<") {
            self.result(id, after(rest, b"status=").starts_with(b"bounced"));
        } else if rest == b": removed" {
            return self.messages.remove(id);
        }
        None
    }
}

/// What a text begins with, up to a blank or the end of brackets.
fn word(text: &[u8]) -> &[u8] {
    let end = text.iter().position(|byte| matches!(byte, b' ' | b'>'));
    &text[..end.unwrap_or(text.len())]
}

/// The word behind a text; empty where it is not there.
fn after<'a>(text: &'a [u8], what: &[u8]) -> &'a [u8] {
    memmem::find(text, what).map_or(&[], |at| word(&text[at + what.len()..]))
}

/// The nanoseconds of a TAI64N label.
fn tai64n(line: &[u8]) -> Option<u64> {
    let digits = line.get(1..26)?.strip_suffix(b" ")?;
    let number = |digits: &[u8]| {
        digits.iter().fold(0_u64, |number, &digit| number << 4 | u64::from((digit & 15) + digit / 64 * 9))
    };
    Some((number(&digits[1..16]) * 1_000_000_000).wrapping_add(number(&digits[16..])))
}

/// The second of the month of a time whose clock begins there, with the day three bytes before it.
fn clock(line: &[u8], at: usize) -> Option<u64> {
    let two = |at: usize| {
        let digits = line.get(at..at + 2)?;
        Some(u64::from(digits[0] & 15) * 10 + u64::from(digits[1] & 15))
    };
    Some(two(at - 3)? * 86_400 + two(at)? * 3600 + two(at + 3)? * 60 + two(at + 6)?)
}

/// For JavaScript: a log of so many bytes, read where JavaScript put it; gives how many messages it holds.
#[cfg(target_arch = "wasm32")]
#[expect(unsafe_code, reason = "its memory is all that a program of WebAssembly shares with JavaScript")]
mod shared {
    use std::cell::RefCell;

    thread_local!(static LOG: RefCell<Vec<u8>> = RefCell::default());

    /// Makes room for a log; gives where it begins.
    #[unsafe(no_mangle)]
    pub extern "C" fn room(bytes: usize) -> *mut u8 {
        LOG.with_borrow_mut(|log| {
            *log = vec![0; bytes];
            log.as_mut_ptr()
        })
    }

    /// Reads the log; gives how many messages it holds.
    #[unsafe(no_mangle)]
    pub extern "C" fn messages() -> u32 {
        LOG.with_borrow(|log| super::read(log).messages)
    }
}
