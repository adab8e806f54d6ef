//! What client and server say to each other, as programs write it down: each marks the two in its own way, behind a
//! time, a level, a thread or the number of a process.
//!
//! Such a line is written again in one way, `C: ` before what the client says and `S: ` before what the server says,
//! so the formats know that one. A reply of several lines whose line breaks were lost becomes one of one line.

use super::{Damage, Mended, stretches};
use crate::frame::{frame, heads};
use crate::syntax::enhanced::Status;
use crate::text::Span;
use memchr::memmem;
use std::ops::Range;

/// A mark stands no further into the line than this.
const NEAR: usize = 160;

/// At least so many blanks and tabs stand in front of a line that was pushed to the right.
const PUSHED: usize = 8;

/// Who says it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Speaker {
    Client,
    Server,
    /// Ruby and swaks use these marks the other way round: what is said tells.
    Either,
}

/// What stands in front of what is said. The longer ones come first.
const MARKS: &[(&[u8], Speaker)] = &[
    (b"CLIENT -> SERVER:", Speaker::Client),
    (b"SERVER -> CLIENT:", Speaker::Server),
    (b"SMTP -> FROM SERVER:", Speaker::Server),
    (b"SMTP>>", Speaker::Client),
    (b"SMTP+>", Speaker::Client),
    (b"SMTP<<", Speaker::Server),
    (b"send:", Speaker::Client),
    (b"reply:", Speaker::Server),
    (b"Sent:", Speaker::Client),
    (b"Got:", Speaker::Server),
    (b"Client:", Speaker::Client),
    (b"Server:", Speaker::Server),
    (b"C:", Speaker::Client),
    (b"S:", Speaker::Server),
    (b">>>", Speaker::Client),
    (b"<<<", Speaker::Server),
    (b"<~*", Speaker::Server),
    (b"<**", Speaker::Server),
    // MDaemon, hMailServer and Ruby write what they send themselves, and that can be either.
    (b"-->", Speaker::Either),
    (b"<--", Speaker::Either),
    (b"SENT:", Speaker::Either),
    (b"RECEIVED:", Speaker::Either),
    (b"~>", Speaker::Client),
    (b"<~", Speaker::Server),
    (b"->", Speaker::Either),
    (b"<-", Speaker::Either),
    (b">>", Speaker::Client),
    (b"<<", Speaker::Server),
    (b">", Speaker::Client),
    (b"<", Speaker::Server),
];

/// Commands, with what must stand behind those that are plain words.
const COMMANDS: &[&[u8]] = &[
    b"EHLO ",
    b"HELO ",
    b"LHLO ",
    b"MAIL FROM:",
    b"RCPT TO:",
    b"AUTH ",
    b"STARTTLS",
    b"DATA",
    b"QUIT",
    b"RSET",
    b"NOOP",
    b"BDAT ",
    b"VRFY ",
];

/// A line of a conversation, written in the one way; `None` for any other line.
pub(super) fn said(line: &Mended) -> Option<Mended> {
    let text = &line.text;
    // Postfix quotes its own reply.
    if text.starts_with(b"NOQUEUE: ") {
        return None;
    }
    // Exim's own log line repeats the reply, and says which command got it.
    let named = |at: usize| is_front(&text[..at]) && memmem::find(&text[at..], b" after ").is_some();
    if memmem::find(text, b"H=").is_some_and(named) {
        return None;
    }
    let near = &text[..text.len().min(NEAR)];
    // `PHPMailer` and others push the lines of a long reply to the right, below the first.
    let pushed = text.len() - text.trim_ascii_start().len();
    if pushed >= PUSHED && memchr::memchr(b'\t', &text[..pushed]).is_some() && is_reply(&text[pushed..]) {
        return Some(written(line, Speaker::Server, &whole(text, pushed..text.len())));
    }
    // Where a mark may begin: at the start, or behind what ends a word.
    let may_begin = |at: &usize| {
        !near[*at].is_ascii_whitespace()
            && (*at == 0 || near[at - 1].is_ascii_whitespace() || b")]:\"".contains(&near[at - 1]))
    };
    // A table of Exchange has the mark in a column of its own.
    if let Some(at) = [&b",>,"[..], b",<,"].iter().find_map(|mark| memmem::find(near, mark)) {
        let end = text.len() - usize::from(text.ends_with(b","));
        let spoken = (at + 3).min(end)..end;
        let inside = &text[spoken.clone()];
        if is_reply(inside) {
            return Some(written(line, Speaker::Server, &whole(text, spoken)));
        }
        if is_command(inside) {
            return Some(written(line, Speaker::Client, &[spoken]));
        }
    }
    for start in (0..near.len()).filter(may_begin) {
        let is_front = is_front(&text[..start]);
        // `[220] 'mx.shop.example'`
        if let [b'[', code @ .., b']', b' '] = &text[start..text.len().min(start + 6)]
            && is_front
            && is_reply(code)
        {
            return Some(written(line, Speaker::Server, &[start + 1..start + 4, unquoted(text, start + 6)]));
        }
        let Some((mark, side)) = MARKS.iter().find(|(mark, _)| text[start..].starts_with(mark)) else {
            continue;
        };
        let from = start + mark.len();
        let mut spoken = unquoted(text, from);
        // The quote that opened in front of the mark ends with the line.
        if start > 0 && text[start - 1] == b'"' && text[spoken.clone()].ends_with(b"\"") {
            spoken.end -= 1;
        }
        let inside = &text[spoken.clone()];
        // A long mark is no other thing; what may stand behind a short one in other texts is not trusted.
        if !is_front && mark.len() < 6 {
            continue;
        }
        return match side {
            Speaker::Client | Speaker::Either if is_command(inside) => {
                Some(written(line, Speaker::Client, &[spoken]))
            }
            Speaker::Server | Speaker::Either if is_reply(inside) => {
                Some(written(line, Speaker::Server, &whole(text, spoken)))
            }
            // A name, a password, a line of the mail: the conversation around it tells.
            Speaker::Client if is_front && text.get(from) == Some(&b' ') => {
                Some(written(line, Speaker::Client, &[spoken]))
            }
            _ => continue,
        };
    }
    reported(line)
}

/// The line behind each thing that may stand in front of it: a time, a level, a thread.
pub(super) fn behind_front(line: &Mended) -> impl Iterator<Item = Mended> {
    const MOST: usize = 5;
    let text = &line.text;
    let starts = (1..text.len().min(NEAR)).filter(|&at| text[at - 1] == b' ' && text[at] != b' ');
    starts.take(MOST).filter(|&at| is_front(&text[..at])).map(|at| {
        let mut rest = line.part(at..text.len());
        rest.damages.add(Damage::Collected);
        rest
    })
}

/// The reply that an exception, or a program that gives up, quotes: `SMTPAuthenticationError: (535, b'5.7.8 no')`,
/// `AuthenticationFailedException: 535 5.7.3 no`, `response: '550 no'`.
fn reported(line: &Mended) -> Option<Mended> {
    const TELLS: &[&[u8]] = &[b"rror", b"xception", b"esponse", b" failed: ", b"Refused: "];
    /// Words that a log has as well, so that they tell only where no time stands in front.
    const ALSO: &[&[u8]] = &[b"esponded", b"ailed", b"ailure", b"said", b"eturned", b"eason"];
    let text = &line.text;
    let near = &text[..text.len().min(4 * NEAR)];
    let is_log = frame(text).stamp.is_some() || heads::names_process(text);
    let has = |words: &[&[u8]], at: usize| words.iter().any(|word| memmem::find(&near[..at], word).is_some());
    let reports = |at: usize| has(TELLS, at) || !is_log && (has(ALSO, at) || has_status(&near[at..]));
    let at = (1..near.len()).find(|&at| {
        let opens = b"('\"[".contains(&near[at - 1]) || near[..at].ends_with(b": ");
        opens && b"45".contains(&near[at]) && is_code(&near[at..]) && reports(at)
    })?;
    let code = at..at + 3;
    if let Some(spoken) = detailed(text, &code) {
        return Some(written(line, Speaker::Server, &spoken));
    }
    let spoken = match (text.get(at + 3)?, text[at - 1]) {
        (b',', b'(') => {
            let all = unquoted(text, at + 4);
            // The sender may stand behind it.
            let end = memmem::find(&text[all.clone()], b"', '").map_or(all.end, |end| all.start + end);
            vec![code, all.start..end]
        }
        (b' ' | b'-' | b':', quote @ (b'\'' | b'"')) => {
            let end = text.iter().rposition(|byte| *byte == quote).filter(|end| *end > at)?;
            whole(text, at..end)
        }
        (b' ' | b'-' | b':', _) => whole(text, at..text.len()),
        (b']', b'[') => vec![code, unquoted(text, at + 4)],
        _ => return None,
    };
    let says = spoken.last().is_some_and(|last| text[last.clone()].iter().any(u8::is_ascii_alphabetic));
    says.then(|| written(line, Speaker::Server, &spoken))
}

/// A reply as `PHPMailer` takes it apart: `Detail: no SMTP code: 550 Additional SMTP info: 5.7.1`.
fn detailed(text: &[u8], code: &Range<usize>) -> Option<Vec<Range<usize>>> {
    const INFO: &[u8] = b" Additional SMTP info: ";
    let front = text[..code.start].strip_suffix(b" SMTP code: ")?;
    let words = memmem::rfind(front, b"Detail: ")? + 8..front.len();
    let info = memmem::find(&text[code.end..], INFO).map(|at| code.end + at + INFO.len()).map(|at| {
        at..at + text[at..].iter().take_while(|byte| byte.is_ascii_digit() || **byte == b'.').count()
    });
    Some(std::iter::once(code.clone()).chain(info.filter(|info| !info.is_empty())).chain([words]).collect())
}

/// The parts of a reply, its code first. Where line breaks were lost, the code stands again in front of each line.
fn whole(text: &[u8], reply: Range<usize>) -> Vec<Range<usize>> {
    let (code, rest) = (reply.start..reply.start + 3, reply.start + 4);
    if text.get(code.end) != Some(&b'-') {
        return vec![reply];
    }
    let again = |at: &usize| {
        text[*at..].starts_with(&text[code.clone()]) && b"- ".contains(text.get(at + 3).unwrap_or(&0))
    };
    let breaks: Vec<usize> = (rest..reply.end.saturating_sub(3)).filter(again).collect();
    if breaks.is_empty() {
        return vec![reply];
    }
    let starts = std::iter::once(rest).chain(breaks.iter().map(|at| at + 4));
    let ends = breaks.iter().copied().chain([reply.end]);
    let lines = starts.zip(ends).map(|(start, end)| start..end.max(start));
    std::iter::once(code).chain(lines).collect()
}

/// The line in the one way, of these parts.
fn written(line: &Mended, side: Speaker, parts: &[Range<usize>]) -> Mended {
    let mut new = Mended { damages: line.damages, ..Mended::default() };
    // The mark and the blanks were nowhere in the paste; they stand where what follows them begins.
    let nowhere = |part: &Range<usize>| {
        let length = line.text.len() as u32;
        let pasted = |start: u32| stretches(&line.runs, length, Span { start, end: start + 1 }).next();
        let start = part.start as u32;
        // Where nothing follows, the end of what was pasted.
        let end = || pasted(length.checked_sub(1)?).map(|(.., from)| from.end);
        let at = pasted(start).map(|(.., from)| from.start).or_else(end).unwrap_or(0);
        Span { start: at, end: at }
    };
    let first = parts.first().map_or(Span { start: 0, end: 0 }, nowhere);
    new.push(if side == Speaker::Client { b"C:" } else { b"S:" }, first);
    for part in parts {
        if !new.text.ends_with(b" ") {
            new.push(b" ", nowhere(part));
        }
        new.extend(line, part.clone());
    }
    new.damages.add(Damage::Spoken);
    new
}

/// Where the text that begins here stands: without blanks and quotes around it, and without a written line end.
fn unquoted(text: &[u8], from: usize) -> Range<usize> {
    let mut start = from + text[from..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    let prefix = usize::from(matches!(text.get(start..start + 2), Some([b'b' | b'u', b'\'' | b'"'])));
    let mut end = text.trim_ascii_end().len().max(start);
    if let Some(&quote @ (b'\'' | b'"')) = text.get(start + prefix) {
        start += prefix + 1;
        end = text
            .iter()
            .rposition(|byte| *byte == quote)
            .filter(|end| *end >= start)
            .unwrap_or(end.max(start));
    }
    while let Some(shorter) =
        [&b"\\n"[..], b"\\r"].iter().find_map(|mark| text[start..end].strip_suffix(*mark))
    {
        end = start + shorter.len();
    }
    start..end
}

/// True for what stands in front of a mark: nothing, or a time, a level, a thread.
fn is_front(text: &[u8]) -> bool {
    const DAYS: &[&[u8]] = &[b"Mon", b"Tue", b"Wed", b"Thu", b"Fri", b"Sat", b"Sun"];
    // `HTTP/2 200` is the answer of a web server.
    if text.starts_with(b"HTTP/") {
        return false;
    }
    text.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty() && !DAYS.contains(word)).all(|word| {
        b"[(".contains(&word[0])
            || b"])".contains(&word[word.len() - 1])
            || !word.iter().any(u8::is_ascii_lowercase)
    })
}

fn is_command(text: &[u8]) -> bool {
    COMMANDS.iter().any(|command| {
        let plain = command[command.len() - 1].is_ascii_alphabetic();
        text.get(..command.len()).is_some_and(|word| word.eq_ignore_ascii_case(command))
            && (!plain || text.get(command.len()).is_none_or(u8::is_ascii_whitespace))
    })
}

/// True for a reply code: RFC 5321 section 4.2.1 knows no others.
fn is_code(text: &[u8]) -> bool {
    matches!(text, [b'2'..=b'5', b'0'..=b'5', b'0'..=b'9', ..])
        && !text.get(3).is_some_and(u8::is_ascii_alphanumeric)
}

/// True for a code with an enhanced status code behind it: nothing else looks so.
fn has_status(text: &[u8]) -> bool {
    let status = text.get(4..).and_then(|rest| rest.split(|byte| b" -:".contains(byte)).next());
    status.and_then(|status| std::str::from_utf8(status).ok()).and_then(Status::parse).is_some()
}

fn is_reply(text: &[u8]) -> bool {
    is_code(text) && text.get(3).is_none_or(|mark| b" -".contains(mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_program_marks_the_two_in_its_own_way() {
        for (pasted, want) in [
            ("  CLIENT -> SERVER: EHLO www.shop.example", "C: EHLO www.shop.example"),
            ("2026-02-11 07:10:03 SERVER -> CLIENT: 250 OK", "S: 250 OK"),
            ("2: SERVER -> CLIENT: 220 mx.shop.example ready", "S: 220 mx.shop.example ready"),
            ("send: 'ehlo [192.0.2.15]\\r\\n'", "C: ehlo [192.0.2.15]"),
            (
                "send: u'mail FROM:<anna@shop.example> size=1752\\r\\n'",
                "C: mail FROM:<anna@shop.example> size=1752",
            ),
            ("reply: b'250-SIZE 35882577\\r\\n'", "S: 250-SIZE 35882577"),
            ("Got: 250-PIPELINING", "S: 250-PIPELINING"),
            ("Sent: AUTH LOGIN", "C: AUTH LOGIN"),
            ("  308   SMTP<< 451 try later", "S: 451 try later"),
            ("  308   SMTP>> QUIT", "C: QUIT"),
            ("[2026-09-30 12:33:48] DEBUG [w1e7] S: 535 no", "S: 535 no"),
            ("Net::SMTP=GLOB(0x55d0)>>> EHLO pc.example", "C: EHLO pc.example"),
            ("<- \"EHLO pc.example\\r\\n\"", "C: EHLO pc.example"),
            ("-> \"250 OK\\n\"", "S: 250 OK"),
            ("12:00:01 <~* 550 no", "S: 550 no"),
            ("Sat 2026-11-21 19:09:04.123: [1234:2] --> 550 no such user", "S: 550 no such user"),
            (
                "Sat 2026-11-21 19:09:04.120: [1234:2] <-- RCPT TO:<ben@shop.example>",
                "C: RCPT TO:<ben@shop.example>",
            ),
            (
                "\"SMTPD\"\t12\t5\t\"2026-11-21 19:09:04.123\"\t\"192.0.2.7\"\t\"SENT: 550 Unknown user\"",
                "S: 550 Unknown user",
            ),
            (
                "2026-11-21T19:09:04.123Z,MX\\Default,08DD,5,192.0.2.1:25,192.0.2.7:51001,>,550 5.7.1 Unable to relay,",
                "S: 550 5.7.1 Unable to relay",
            ),
            ("[553] 'authentication is required'", "S: 553 authentication is required"),
            ("C: YW5uYQ==", "C: YW5uYQ=="),
            (
                "SERVER -> CLIENT: 250-mx Hello250-SIZE 100250-AUTH PLAIN250 HELP",
                "S: 250 mx Hello SIZE 100 AUTH PLAIN HELP",
            ),
            (
                "SERVER -> CLIENT: 550-Turn it on. 550-pc.example may not relay.",
                "S: 550 Turn it on. pc.example may not relay.",
            ),
            ("smtplib.SMTPAuthenticationError: (535, b'5.7.8 Error: no')", "S: 535 5.7.8 Error: no"),
            ("javax.mail.AuthenticationFailedException: 535 5.7.139 no", "S: 535 5.7.139 no"),
            ("  response: '550 too big',", "S: 550 too big"),
            (
                "SMTPRecipientsRefused: {'ben@shop.example': (550, b'5.1.1 no such user')}",
                "S: 550 5.1.1 no such user",
            ),
            ("                   \t                  250-STARTTLS", "S: 250-STARTTLS"),
            ("SMTP Error: [550] 5.7.1 no spam", "S: 550 5.7.1 no spam"),
            (
                "SMTP server error: DATA END command failed Detail: no spam SMTP code: 554 Additional SMTP info: 5.7.1",
                "S: 554 5.7.1 no spam",
            ),
        ] {
            let mended = said(&Mended::of(pasted.as_bytes(), 0));
            let text = mended.map(|mended| String::from_utf8_lossy(&mended.text).into_owned());
            assert_eq!(text.as_deref(), Some(want), "{pasted}");
        }
    }

    #[test]
    fn other_lines_are_left_alone() {
        for line in [
            "",
            "250 OK",
            "Sent: Monday, 5 August 2026 11:21".trim_start_matches("Sent: "),
            "  277   == anna@shop.example R=local",
            "  277   H=mx.shop.example [192.0.2.25]: SMTP error from remote mail server after RCPT TO:<a@shop.example>: 451 no",
            "  code: 'ETIMEDOUT',",
            "  responseCode: 550 }",
            "a -> 250 b",
            "1xUqUC-0000WK-0N => anna@shop.example R=dnslookup",
        ] {
            assert!(said(&Mended::of(line.as_bytes(), 0)).is_none(), "{line}");
        }
    }
}
