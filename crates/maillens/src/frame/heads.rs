//! Heads that no framing knows as a whole: the same few atoms in any order, some of them missing.
//!
//! An atom is a time in any spelling, a host, a level, a container's name, a stream, the tag of a program, or damage
//! that was done in front of a line. A head is a run of atoms; the body is what follows. The last program tag counts: a
//! program may quote another. It is looked for only in lines that are not known as they stand.

use super::{Cursor, Framed, container, dovecot, splogger, stamp, syslog, written};
use crate::format::FORMATS;
use crate::knowledge::program;
use crate::text::Span;
use crate::time::{Basis, Stamp, tai64n};
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// A head has no more atoms than this.
const ATOMS: usize = 12;
/// No atom is longer than this many bytes.
const LONGEST: usize = 128;

/// The programs whose lines a format reads.
static PROGRAMS: LazyLock<FxHashSet<&[u8]>> = LazyLock::new(|| {
    let names = FORMATS.iter().flat_map(|format| format.programs).chain(dovecot::SERVICES);
    names.map(|name| name.as_bytes()).collect()
});

/// Levels as syslog, collectors and web pages name them.
const LEVELS: &[&str] = &[
    "alert",
    "crit",
    "critical",
    "debug",
    "emerg",
    "err",
    "error",
    "fatal",
    "inf",
    "info",
    "information",
    "notice",
    "panic",
    "trace",
    "warn",
    "warning",
];

/// What the head of a line is made of.
#[derive(Debug, Clone, Copy)]
pub struct LineHead {
    /// The parts of the line.
    pub framed: Framed,
    /// True where no text of a person begins like this: so begins a line, and never goes on.
    pub opens: bool,
    /// True where more than a tag or a time says so: either may stand anywhere in a line that was cut.
    sure: bool,
    /// True where what stands in front may be words: only a text that is known for sure makes it a head.
    pub weak: bool,
}

impl LineHead {
    /// True where it may begin nothing else; where words may stand in front, the time says so, and what is claimed.
    pub fn is_sure(&self) -> bool {
        self.opens || self.weak && self.framed.stamp.is_some()
    }
}

/// True for a line that begins with a time in a spelling of its own, so that nothing was put in front of it.
pub fn begins_with_time(line: &[u8]) -> bool {
    read(line)
        .is_some_and(|(head, _)| head.opens && head.framed.stamp.is_some() && head.framed.stamp_at.start == 0)
}

/// The heads that a line may have: as it stands, without the damage at its end, without its tag, which may be a
/// part of its text, and without the name of a host that no tag follows.
pub fn heads(line: &[u8]) -> impl Iterator<Item = LineHead> {
    let (head, untagged) = read(line).unzip();
    let hosted = head.and_then(|head| hosted(line, head));
    let head = head.or_else(|| printed(line));
    let cut = head.and_then(|head| {
        let tail = tail(head.framed.raw(line)) as u32;
        (tail > 0)
            .then_some(LineHead { framed: Framed { tail: head.framed.tail + tail, ..head.framed }, ..head })
    });
    [head, cut, untagged.flatten(), hosted].into_iter().flatten()
}

/// The same head with the first word of its text as the host.
fn hosted(line: &[u8], head: LineHead) -> Option<LineHead> {
    let mut cursor = Cursor { line, at: head.framed.body as usize };
    if head.framed.stamp.is_none() || !head.framed.program.is_empty() || !head.framed.host.is_empty() {
        return None;
    }
    let host = cursor.run(|byte| byte.is_ascii_alphanumeric() || b".-_".contains(&byte))?;
    cursor.eat(b' ')?;
    let mut framed = Framed { host, body: cursor.at as u32, ..head.framed };
    dovecot::inside(line, &mut framed);
    Some(LineHead { framed, opens: false, sure: false, weak: true })
}

/// True for a line that begins with a head of its own; behind a line that has no more than a tag or a time, that will do.
pub fn opens(line: &[u8], before: &[u8]) -> bool {
    let of = |line| read(line).map(|(head, _)| head).filter(|head| head.opens);
    of(line).is_some_and(|head| head.sure || of(before).is_some_and(|before| !before.sure))
        || alike(line, before)
}

/// True for a line that begins with a head of its own.
pub fn is_headed(line: &[u8]) -> bool {
    read(line).is_some_and(|(head, _)| head.opens)
}

/// True for lines that begin the same way but for their numbers, as the lines of one log do, also under a head that
/// nobody knows. The rest of a line that was broken begins otherwise.
fn alike(line: &[u8], before: &[u8]) -> bool {
    const LEAST: usize = 10;
    let marks = |line: &[u8]| line.iter().take_while(|byte| b"> \t|`".contains(byte)).count();
    let number = |line: &[u8]| line.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (mut line, mut before) = (&line[marks(line)..], &before[marks(before)..]);
    let (mut same, mut numbered) = (0, false);
    while let ([first, rest @ ..], [other, others @ ..]) = (line, before) {
        if first.is_ascii_digit() && other.is_ascii_digit() {
            (line, before) = (&line[number(line)..], &before[number(before)..]);
            numbered = true;
        } else if first == other {
            (line, before) = (rest, others);
        } else {
            break;
        }
        same += 1;
        if same >= LEAST && numbered {
            return true;
        }
    }
    false
}

/// True for a line in which a program is named with the number of its process, as in a log.
pub fn names_process(line: &[u8]) -> bool {
    memchr::memmem::find_iter(line, b"]:").any(|at| {
        let digits = line[..at].iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
        digits > 0 && line[..at - digits].ends_with(b"[")
    })
}

/// Where further records may begin inside a line: at the tags of known programs with a process number, or at the time and
/// the host in front of one; a tag without a number needs that time.
pub fn inside(line: &[u8]) -> Vec<usize> {
    /// No record with a head and a text is shorter.
    const SHORTEST: usize = 40;
    let mut found = Vec::new();
    if line.starts_with(b"@4") {
        let labels = memchr::memmem::find_iter(line, b"@4").filter(|&at| at >= SHORTEST);
        found.extend(labels.filter(|&at| tai64n::label(&line[at..]).is_some()));
        return found;
    }
    for end in memchr::memchr_iter(b':', line.get(SHORTEST..).unwrap_or_default()).map(|at| SHORTEST + at) {
        // The time of a line without a tag.
        if let [b':', _, _, b':', ..] = line[end..]
            && let Some(begin) = dated(line, end)
            && found.last().is_none_or(|&last| begin > last + SHORTEST / 2)
        {
            found.push(begin);
        }
        if line.get(end + 1) != Some(&b' ') {
            continue;
        }
        let number = line[..end].strip_suffix(b"]").map(|tag| {
            let digits = tag.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
            tag[..tag.len() - digits].strip_suffix(b"[").filter(|_| digits > 0)
        });
        let Some(tag) = number.unwrap_or(Some(&line[..end])) else { continue };
        let length = tag
            .iter()
            .rev()
            .take_while(|&&byte| byte.is_ascii_alphanumeric() || b"/_-.".contains(&byte))
            .count();
        let start = tag.len() - length;
        // The line's own tag stands behind its head alone.
        let own = start < 2 * SHORTEST && colons(&line[..start], 0).next().is_none();
        if own || !is_known(&tag[start..]) {
            continue;
        }
        // In front of the host there may be a time.
        let before = line[..start].trim_ascii_end();
        let host = before.iter().rposition(|byte| *byte == b' ').map_or(0, |at| at + 1);
        let near = host.saturating_sub(SHORTEST);
        let timed = (near..host).rev().find(|&at| {
            let mut cursor = Cursor { line: &line[..host], at };
            let apart = at == 0
                || !line[at - 1].is_ascii_alphanumeric() && line[at - 1] != b'-'
                || line[..at].ends_with(b"\\n");
            apart && stamp::stamp(&mut cursor).is_some() && line[cursor.at..host].trim_ascii().is_empty()
        });
        let Some(begin) = timed.or(number.map(|_| start)) else { continue };
        // The time in front of a tag was found before it.
        if begin >= SHORTEST / 2 && found.last().is_none_or(|&last| begin > last + SHORTEST / 2) {
            found.push(begin);
        }
    }
    found
}

/// Where the date begins of the time with its first colon here, where it stands apart.
fn dated(line: &[u8], colon: usize) -> Option<usize> {
    const WIDEST: usize = 24;
    (colon.saturating_sub(WIDEST)..colon.saturating_sub(8)).rev().find(|&at| {
        let mut cursor = Cursor { line, at };
        let apart = at > 0 && !line[at - 1].is_ascii_alphanumeric() && !b"-/:=.<[(\"".contains(&line[at - 1])
            || line[..at].ends_with(b"\\n");
        apart
            && line[at].is_ascii_alphanumeric()
            && stamp::stamp(&mut cursor).is_some()
            && (colon + 5..colon + 24).contains(&cursor.at)
    })
}

/// Where a colon with a blank behind it stands, from a place on.
fn colons(text: &[u8], from: usize) -> impl Iterator<Item = usize> {
    let colons = memchr::memchr_iter(b':', text.get(from..).unwrap_or_default());
    colons.map(move |at| from + at).filter(|at| text.get(at + 1) == Some(&b' '))
}

/// What containers put in front of a line, and the name of a table's column with it.
pub fn container(line: &[u8]) -> &[u8] {
    let mut cursor = Cursor::new(line);
    pipe(&mut cursor).map_or(&[], |()| line[..cursor.at].trim_ascii_end())
}

/// What Dovecot prints on a terminal as it starts: its level alone stands in front, or the words of a start script, which
/// ends no line, stand before it: `Restarting mail server: dovecotFatal: `.
fn printed(line: &[u8]) -> Option<LineHead> {
    const NAME: &[u8] = b"dovecot";
    let near = &line[..line.len().min(LONGEST)];
    let name = memchr::memmem::find(near, NAME).filter(|at| near[..*at].ends_with(b": "));
    let mut cursor = Cursor { line, at: name.map_or(0, |at| at + NAME.len()) };
    let severity = dovecot::severity(&mut cursor);
    let framed = Framed { severity, body: cursor.at as u32, ..Framed::default() };
    let head = LineHead { framed, opens: false, sure: false, weak: false };
    (!severity.is_empty()).then_some(head)
}

fn read(line: &[u8]) -> Option<(LineHead, Option<LineHead>)> {
    // A head has a bar, a bracket, a colon or a number.
    let near = &line[..line.len().min(LONGEST)];
    let first = *line.first()?;
    if matches!(first, b' ' | b'\t' | b'\r')
        || !first.is_ascii_digit() && memchr::memchr3(b'|', b'[', b':', near).is_none()
    {
        return None;
    }
    let mut cursor = Cursor::new(line);
    let mut framed = Framed::default();
    let (mut sure, mut timed, mut damaged, mut tagged, mut quoted) = (false, false, false, false, false);
    // What stands in front of a time that no atom is, and a time without a date.
    let (mut led, mut numbered) = (None, false);
    let mut untagged = None;
    for _ in 0..ATOMS {
        damaged |= damage(&mut cursor, framed == Framed::default());
        let (start, before) = (cursor.at, framed);
        let found = if let Some(stamp) = stamp::stamp(&mut cursor) {
            better(&mut framed, stamp, Span::new(start, cursor.at));
            // A number of ten digits may be any.
            timed |= cursor.at - start > 10;
            numbered |= start == 0;
            tagged = false;
            Some(())
        } else if !framed.program.is_empty() {
            tag(&mut cursor, &mut framed, Sure::Process).map(|()| tagged = true)
        } else {
            let mut atom = |read: &mut dyn FnMut(&mut Cursor<'_>) -> Option<()>| {
                cursor.at = start;
                read(&mut cursor)
            };
            let needs = match framed.stamp {
                Some(stamp) if stamp.basis == Basis::WallWithoutYear && !damaged => Sure::Stamp,
                Some(_) => Sure::Known,
                None if damaged || framed.body > 0 => Sure::Known,
                None => Sure::Process,
            };
            // A priority in its brackets is syslog's own.
            atom(&mut |cursor| level(cursor, &mut framed).map(|()| sure |= line[start] == b'<'))
                .or_else(|| {
                    atom(&mut |cursor| boxed(cursor, &mut framed).map(|()| (sure, tagged) = (true, true)))
                })
                .or_else(|| atom(&mut stream))
                .or_else(|| atom(&mut |cursor| pool(cursor).map(|()| (sure, quoted) = (true, true))))
                .or_else(|| atom(&mut |cursor| worker(cursor, &mut framed).map(|()| tagged = true)))
                .or_else(|| atom(&mut |cursor| pipe(cursor).map(|()| sure = true)))
                .or_else(|| atom(&mut |cursor| message(cursor, start > 0).map(|closed| quoted |= closed)))
                .or_else(|| atom(&mut |cursor| tag(cursor, &mut framed, needs).map(|()| tagged = true)))
                .or_else(|| {
                    let free = framed.stamp.is_none() && led.is_none();
                    atom(&mut |cursor| lead(cursor).filter(|_| free).map(|lead| led = Some(lead)))
                })
        };
        if found.is_none() {
            cursor.at = start;
            break;
        }
        if tagged && before.stamp.is_some() && untagged.is_none() {
            untagged = Some(Framed { body: start as u32, ..before });
        }
        framed.body = cursor.at as u32;
    }
    // What separates the last atom from the body is a part of neither.
    let said_level = framed.severity.end as usize;
    let only_level =
        framed.stamp.is_none() && framed.program.is_empty() && line.get(said_level) == Some(&b':');
    if framed == Framed::default() && !damaged || !framed.severity.is_empty() && only_level {
        return None;
    }
    if framed.host.is_empty() {
        framed.host = led.unwrap_or_default();
    }
    if !tagged {
        cursor.at = framed.body as usize;
        damage(&mut cursor, framed == Framed::default());
        framed.body = cursor.at as u32;
    }
    // The quote's end is a part of what quotes.
    framed.tail += u32::from(quoted && line.ends_with(b"\""));
    syslog::numbered(line, &mut framed);
    splogger::inside(line, &mut framed);
    if !dovecot::inside(line, &mut framed) {
        written::inside(line, &mut framed);
    }
    timed |= numbered && !framed.program.is_empty();
    let named = !(framed.program.is_empty() && framed.severity.is_empty());
    sure |= timed && named;
    // The name of a program and the level that it gives are no sentence.
    let said = framed.raw(line);
    let levelled = !framed.program.is_empty()
        && LEVELS
            .iter()
            .any(|level| said.strip_prefix(level.as_bytes()).is_some_and(|rest| rest.starts_with(b": ")));
    // Words may stand in front of a time.
    let weak = led.is_some() && !named;
    let opens = !weak && (sure || timed || levelled || !framed.pid.is_empty());
    let untagged = untagged.map(|framed| LineHead { framed, opens, sure, weak });
    let says = framed.body > 0 && !framed.raw(line).trim_ascii().is_empty();
    says.then_some((LineHead { framed, opens, sure, weak }, untagged))
}

/// The more exact of two times counts, and of equal ones the inner.
fn better(framed: &mut Framed, stamp: Stamp, at: Span) {
    let worth = |basis| match basis {
        Basis::Exact => 2,
        Basis::Wall => 1,
        Basis::WallWithoutYear => 0,
    };
    if framed.stamp.is_none_or(|known| worth(stamp.basis) >= worth(known.basis)) {
        (framed.stamp, framed.stamp_at) = (Some(stamp), at);
    }
}

/// Takes what separates atoms, and what pasting left between and in front of them. True where that is a sign of damage.
fn damage(cursor: &mut Cursor<'_>, first: bool) -> bool {
    const MARKS: &[&[u8]] = &[
        b"[...]",
        b"[\xe2\x80\xa6]",
        b"(...)",
        b"...",
        b"\xe2\x80\xa6",
        b"\xe2\x96\x91\xe2\x96\x91",
        b"\xe2\x96\x91",
        b"\0",
        b"\x0c",
        b"^@",
    ];
    let mut found = false;
    loop {
        let rest = &cursor.line[cursor.at..];
        let blank = rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
        let mark = MARKS.iter().find(|mark| rest.starts_with(mark)).map_or(0, |mark| mark.len());
        let length = match rest.first() {
            Some(_) if mark > 0 => mark,
            Some(b'[') => bbcode(rest),
            Some(b'"')
                if first && stamp::stamp(&mut Cursor { line: cursor.line, at: cursor.at }).is_some() =>
            {
                0
            }
            Some(b'"' | b'\'' | b',') if first => 1,
            Some(b'|' | b',' | b':') if !first => 1,
            // As clamd's own log has it behind the time, and what logs by way of Python or a shell script.
            Some(b'-') if !first && rest.starts_with(b"-> ") => match rest.get(3) {
                // How serious it is: `^` a warning, `!` an error, `*` for developers.
                Some(b'^' | b'!' | b'*') => 4,
                _ => 3,
            },
            Some(b'-') if !first && rest.starts_with(b"- ") => 1,
            _ => 0,
        };
        if blank + length == 0 {
            return found;
        }
        found |= length > 1 && rest[0] != b'-';
        cursor.at += blank.max(length);
    }
}

/// The length of a tag of `BBCode`: `[COLOR=Blue]`, `[/COLOR]`, `[b]`.
fn bbcode(text: &[u8]) -> usize {
    const NAMES: &[&str] = &["b", "code", "color", "font", "i", "quote", "size", "u", "url", "spoiler"];
    let Some(close) = text.iter().take(40).position(|byte| *byte == b']') else { return 0 };
    let inside = &text[1..close];
    let name = inside.strip_prefix(b"/").unwrap_or(inside);
    let name = name.split(|byte| *byte == b'=').next().unwrap_or_default();
    if NAMES.iter().any(|known| known.as_bytes().eq_ignore_ascii_case(name)) { close + 1 } else { 0 }
}

/// The length of what pasting left behind a line, and of what stands between records that were put on one.
pub fn tail(body: &[u8]) -> usize {
    const MARKS: &[&[u8]] = &[
        b"[...]",
        b"[\xe2\x80\xa6]",
        b"(...)",
        b",",
        b"\"",
        b"'",
        b"`",
        b"\\n",
        b"\\r",
        b"\\",
        b"\0",
        b"\x0c",
        b"^@",
        b" |",
        b";",
        b" /",
    ];
    let mut rest = body;
    loop {
        let text = rest.trim_ascii_end();
        let tag =
            text.iter().rposition(|byte| *byte == b'[').filter(|&at| bbcode(&text[at..]) == text.len() - at);
        let mark = MARKS.iter().find(|mark| text.ends_with(mark)).map(|mark| text.len() - mark.len());
        match tag.or(mark) {
            Some(end) => rest = &text[..end],
            None if rest.len() == body.len() => return 0,
            None => return body.len() - rest.len(),
        }
    }
}

/// Takes a level or a priority, with what brackets it: `info`, `[warning]`, `<22>`, `<mail.notice>`, `level=info`.
fn level(cursor: &mut Cursor<'_>, framed: &mut Framed) -> Option<()> {
    let close = match cursor.peek()? {
        b'[' => Some(b']'),
        b'<' => Some(b'>'),
        b'(' => Some(b')'),
        _ => None,
    };
    cursor.at += usize::from(close.is_some());
    // Levels of one width: `[  INF  ]`, `[ ERROR ]`.
    let blanks = |at: usize| cursor.line[at..].iter().take_while(|byte| **byte == b' ').count();
    cursor.at += if close == Some(b']') { blanks(cursor.at) } else { 0 };
    let _ = cursor.skip(b"level=") || cursor.skip(b"lvl=");
    let word = cursor.run(|byte| byte.is_ascii_alphanumeric() || byte == b'.')?;
    let text = word.of(cursor.line);
    let name = text.rsplit(|byte| *byte == b'.').next().unwrap_or_default();
    let number = close == Some(b'>') && text.len() <= 3 && text.iter().all(u8::is_ascii_digit);
    if !number && !LEVELS.iter().any(|level| level.as_bytes().eq_ignore_ascii_case(name)) {
        return None;
    }
    let blanks = cursor.line[cursor.at..].iter().take_while(|byte| **byte == b' ').count();
    match close {
        Some(b']') => {
            cursor.at += blanks;
            cursor.eat(b']')?;
        }
        Some(close) => cursor.eat(close)?,
        None if matches!(cursor.peek(), Some(b' ' | b'\t' | b'|')) => {}
        // In front of a time or a tag: `INFO: `, `mail.info: `.
        None if cursor.line[cursor.at..].starts_with(b": ")
            && framed.stamp.is_none()
            && (text.contains(&b'.') || text.iter().all(u8::is_ascii_uppercase)) => {}
        None => return None,
    }
    framed.severity = if number { framed.severity } else { word };
    Some(())
}

/// Takes the stream that a container wrote to.
fn stream(cursor: &mut Cursor<'_>) -> Option<()> {
    (cursor.skip(b"stdout ") || cursor.skip(b"stderr ")).then(|| {
        let _ = cursor.skip(b"F ") || cursor.skip(b"P ");
    })
}

/// Takes what PHP's process manager puts in front of what a program of a website says, which it quotes:
/// `WARNING: [pool www] child 2390 said into stderr: "`.
fn pool(cursor: &mut Cursor<'_>) -> Option<()> {
    let _ = cursor.skip(b"WARNING: ") || cursor.skip(b"NOTICE: ");
    cursor.skip(b"[pool ").then_some(())?;
    cursor.run(|byte| byte.is_ascii_graphic() && byte != b']')?;
    cursor.skip(b"] child ").then_some(())?;
    cursor.run(|byte| byte.is_ascii_digit())?;
    let _ = cursor.skip(b" said into stderr: ") || cursor.skip(b" said into stdout: ");
    cursor.eat(b'"')
}

/// Takes the process that wrote into rspamd's own log: `#44(normal) `.
fn worker(cursor: &mut Cursor<'_>, framed: &mut Framed) -> Option<()> {
    cursor.eat(b'#')?;
    let pid = cursor.run(|byte| byte.is_ascii_digit())?;
    cursor.eat(b'(')?;
    let program = cursor.run(|byte| byte.is_ascii_lowercase() || byte == b'_')?;
    cursor.skip(b") ").then(|| (framed.program, framed.pid) = (program, pid))
}

/// Takes the name of a container with its bar, `mail_smtp.1.k3x@node  | `, or in its bracket.
fn pipe(cursor: &mut Cursor<'_>) -> Option<()> {
    if let Some(pod) = container::kubectl(&cursor.line[cursor.at..]) {
        cursor.at += pod.body as usize;
        return Some(());
    }
    let name = cursor.run(|byte| byte.is_ascii_alphanumeric() || b"-_.@/".contains(&byte))?;
    let letters = name.of(cursor.line).iter().any(u8::is_ascii_alphabetic);
    let _ = cursor.run(|byte| byte == b' ');
    cursor.eat(b'|').filter(|()| letters)?;
    cursor.eat(b' ');
    Some(())
}

/// Takes a tag in its bracket, as a cluster's log service writes it: `[1:mail1:postfix/smtpd]`.
fn boxed(cursor: &mut Cursor<'_>, framed: &mut Framed) -> Option<()> {
    cursor.eat(b'[')?;
    let inside = cursor.run(|byte| byte.is_ascii_graphic() && !b"[]<>(),;\"'".contains(&byte))?;
    cursor.eat(b']')?;
    let text = inside.of(cursor.line);
    let colon = text.iter().rposition(|byte| *byte == b':')?;
    let cut = |from: usize, to: usize| Span::new(inside.start as usize + from, inside.start as usize + to);
    let (before, program) = (&text[..colon], cut(colon + 1, text.len()));
    if !is_known(program.of(cursor.line)) || !matches!(cursor.peek(), Some(b' ' | b'\t')) {
        return None;
    }
    cursor.at += 1;
    let host = before.iter().rposition(|byte| *byte == b':').map_or(0, |at| at + 1);
    (framed.host, framed.program) = (cut(host, colon), program);
    Some(())
}

/// Takes the key of the text itself, as loggers that name all parts of a line have it: `level=info msg="`. True where a
/// quote opens behind it.
fn message(cursor: &mut Cursor<'_>, behind: bool) -> Option<bool> {
    (behind && (cursor.skip(b"msg=") || cursor.skip(b"message="))).then(|| cursor.eat(b'"').is_some())
}

/// Takes what stands in front of a time and is no part of a head that is known: the name of a host, a container or a key,
/// a number of a line, a time without a date. Gives what may be the host.
fn lead(cursor: &mut Cursor<'_>) -> Option<Span> {
    const WIDEST: usize = 40;
    const WORDS: usize = 4;
    let (line, start) = (cursor.line, cursor.at);
    let near = &line[start..line.len().min(start + WIDEST)];
    // What quotes, numbers or names a line of a file is no part of a head.
    let begins = |at: &usize| {
        b" =".contains(&near[at - 1])
            && !near[*at].is_ascii_whitespace()
            && !near[..*at].iter().any(|byte| b"#$>`|@".contains(byte))
    };
    let named =
        start > 0 || near.first().is_some_and(|first| first.is_ascii_alphabetic() || b"[(".contains(first));
    let end = (1..near.len()).filter(|_| named).filter(begins).take(WORDS).map(|at| start + at).find(|&at| {
        let mut ahead = Cursor { line, at };
        // A number of ten digits may be any.
        stamp::stamp(&mut ahead).is_some() && ahead.at > at + 11
    });
    let mut clock = || {
        cursor.clock()?;
        cursor.fraction();
        cursor.run(|byte| byte == b' ' || byte == b'\t').map(|_| Span::default())
    };
    let Some(end) = end else { return clock() };
    cursor.at = end;
    let word = line[start..end].trim_ascii_end();
    let is_host = word.iter().all(|byte| byte.is_ascii_alphanumeric() || b".-_".contains(byte));
    Some(if is_host && word.first().is_some_and(u8::is_ascii_alphabetic) {
        Span::new(start, start + word.len())
    } else {
        Span::default()
    })
}

/// How sure it must be that what looks like a tag is one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sure {
    /// It has the number of a process, or a path.
    Process,
    /// Its program is known.
    Known,
    /// A time as syslog writes it stands in front.
    Stamp,
}

/// Takes `program[pid]: `, with or without a host in front.
fn tag(cursor: &mut Cursor<'_>, framed: &mut Framed, sure: Sure) -> Option<()> {
    let start = cursor.at;
    if name(cursor, framed, sure).is_some() {
        return Some(());
    }
    cursor.at = start;
    let mut host = cursor.run(|byte| byte.is_ascii_graphic() && !b"()|,\"'".contains(&byte))?;
    let text = host.of(cursor.line);
    let outer = framed.program.is_empty() && framed.stamp.is_some();
    let colon = text.ends_with(b":") && text.len() > 1;
    let levelled = LEVELS.iter().any(|level| level.as_bytes().eq_ignore_ascii_case(&text[..text.len() - 1]));
    if text.len() > LONGEST
        || colon && (!outer || levelled)
        || !framed.host.is_empty() && framed.program.is_empty()
    {
        return None;
    }
    host.end -= u32::from(colon);
    cursor.run(|byte| byte == b' ' || byte == b'\t')?;
    // Some put the level behind the host.
    let (before, severity) = (cursor.at, framed.severity);
    if !outer || level(cursor, framed).is_none() {
        cursor.at = before;
        framed.severity = severity;
    }
    cursor.run(|byte| byte == b' ' || byte == b'\t');
    if name(cursor, framed, if colon { Sure::Process } else { sure }).is_none() {
        framed.severity = severity;
        return None;
    }
    framed.host = host;
    Some(())
}

fn name(cursor: &mut Cursor<'_>, framed: &mut Framed, sure: Sure) -> Option<()> {
    let program = cursor.run(|byte| byte.is_ascii_graphic() && !b"[]:()<>|,;=\"'{}".contains(&byte))?;
    let text = program.of(cursor.line);
    if text.len() > LONGEST || !text.iter().any(u8::is_ascii_alphabetic) {
        return None;
    }
    let (mut pid, mut threaded) = (Span::default(), false);
    // A column of names is as wide as the longest.
    let blanks = cursor.line[cursor.at..].iter().take_while(|byte| **byte == b' ').count();
    let spaced = blanks > 0 && cursor.line.get(cursor.at + blanks) == Some(&b'[');
    cursor.at += if spaced { blanks } else { 0 };
    if cursor.eat(b'[').is_some() {
        pid = cursor.run(|byte| byte.is_ascii_alphanumeric() || byte == b'#')?;
        // NLnet Labs' name servers name their thread, too, and put the colon behind the level: `unbound[123:0] error: `.
        let mut thread = Cursor { line: cursor.line, at: cursor.at };
        threaded =
            thread.eat(b':').and_then(|()| thread.number(1..=3)).and_then(|_| thread.eat(b']')).is_some();
        if threaded {
            cursor.at = thread.at;
        }
        // The bracket may have been cut off.
        cursor.eat(b']');
    }
    if !threaded {
        cursor.eat(b':')?;
    }
    if !matches!(cursor.peek(), None | Some(b' ' | b'\t')) {
        return None;
    }
    let is_known = is_known(text);
    // The tag of its main process is no prefix.
    let is_service = || dovecot::SERVICES.iter().any(|service| service.as_bytes() == text);
    if pid.is_empty() && text != b"dovecot" && is_service() {
        // Dovecot's own prefix is read whole.
        return None;
    }
    let fits = match sure {
        _ if !pid.is_empty() => {
            is_known || text.contains(&b'/') || framed.stamp.is_some() && framed.program.is_empty()
        }
        // Dovecot's log service has one tag for all that it writes, also where another program quotes it.
        Sure::Process => {
            is_known && !spaced && !is_word(text) && (framed.program.is_empty() || text == b"dovecot")
        }
        Sure::Known => is_known,
        Sure::Stamp => !spaced,
    };
    if !fits {
        return None;
    }
    cursor.eat(b' ');
    (framed.program, framed.pid) = (program, pid);
    Some(())
}

/// True for a program that is known by its name, its last part or its first.
fn is_known(name: &[u8]) -> bool {
    let mut parts = name.split(|byte| *byte == b'/');
    let last = parts.next_back().unwrap_or_default();
    program::known(name).is_some()
        || name.starts_with(b"/") && program::known(last).is_some()
        || PROGRAMS.contains(last)
        || parts.next().is_some_and(|first| PROGRAMS.contains(first))
}

/// True for a name that with a colon alone could begin any sentence; a path can't.
fn is_word(name: &[u8]) -> bool {
    !name.starts_with(b"/") && program::known(name).is_none_or(|known| known.common)
}

#[cfg(test)]
mod tests {
    use super::{heads, opens};
    use crate::text::Span;
    use crate::time::zone::Zone;
    use crate::time::{Clock, rfc3339};

    /// Shows the head of a line as `time|host|program|pid|body`.
    fn shown(line: &str) -> String {
        // The tag counts, and the damage at the end does not.
        let all = heads(line.as_bytes()).filter(|head| !head.weak).map(|head| head.framed);
        let Some(framed) = all.max_by_key(|framed| (framed.body, framed.tail)) else { return String::new() };
        let part = |span: Span| String::from_utf8_lossy(span.of(line.as_bytes())).into_owned();
        let time = framed.stamp.map_or(String::new(), |stamp| {
            rfc3339(Clock::new(Zone::utc(), 2026).instant(stamp), stamp.digits)
        });
        let body = framed.body(line.as_bytes()).into_owned();
        format!(
            "{time}|{}|{}|{}|{}",
            part(framed.host),
            part(framed.program),
            part(framed.pid),
            String::from_utf8_lossy(&body)
        )
    }

    #[test]
    fn a_head_is_found_in_whatever_order_its_parts_stand() {
        for (line, want) in [
            ("Dec  4 14:44:07 postfix/smtp[2097]: B: x", "2026-12-04T14:44:07Z||postfix/smtp|2097|B: x"),
            ("postfix/smtp[2097]: B: x", "||postfix/smtp|2097|B: x"),
            ("mail postfix/smtpd[3101]: B", "|mail|postfix/smtpd|3101|B"),
            ("postfix-0 postfix/lmtp[216]: B", "|postfix-0|postfix/lmtp|216|B"),
            ("smtp_1 | postfix/smtpd[39]: B", "||postfix/smtpd|39|B"),
            (
                "mailserver  | Sep 2 09:24:06 mail postfix/smtpd[39]: B",
                "2026-09-02T09:24:06Z|mail|postfix/smtpd|39|B",
            ),
            (
                "mail_smtp.1.k3x@node1    | 2023-12-30T21:20:26.6Z mail postfix/smtpd[4]: B",
                "2023-12-30T21:20:26.6Z|mail|postfix/smtpd|4|B",
            ),
            (
                "2023-12-30T21:20:26.6+00:00 INFO    postfix/smtpd[481]: B",
                "2023-12-30T21:20:26.6Z||postfix/smtpd|481|B",
            ),
            ("2016-02-24 13:55:05 postfix/smtpd[1]: B", "2016-02-24T13:55:05Z||postfix/smtpd|1|B"),
            ("2016/02/24 13:55:05 [info] postfix/smtpd[1]: B", "2016-02-24T13:55:05Z||postfix/smtpd|1|B"),
            (
                "2025-01-17T12:25:04+01:00 [1:mail1:postfix/smtpd] 5616: B",
                "2025-01-17T11:25:04Z|mail1|postfix/smtpd||5616: B",
            ),
            ("Okt 15 13:55:05 mail foo[1]: B", "2026-10-15T13:55:05Z|mail|foo|1|B"),
            ("févr. 14 13:55:05 mail foo[1]: B", "2026-02-14T13:55:05Z|mail|foo|1|B"),
            ("10/6/2018, 9:44:32 PM | info | B", "2018-10-06T21:44:32Z||||B"),
            ("10/06/2018, 9:44:32 pm | info | B", "2018-06-10T21:44:32Z||||B"),
            ("4/24/2019, 12:04:23 AM\tinfo\tB", "2019-04-24T00:04:23Z||||B"),
            ("16/12/2019, 19:04:08\twarning\tB", "2019-12-16T19:04:08Z||||B"),
            (
                "9.1.2017 17:04:202017-01-09 16:04:20 postfix/smtpd[1]: B",
                "2017-01-09T16:04:20Z||postfix/smtpd|1|B",
            ),
            (
                "17/Nov/2021:14:45:12 +0100 mail postfix/smtpd[1]: B",
                "2021-11-17T13:45:12Z|mail|postfix/smtpd|1|B",
            ),
            ("[2021-11-17 14:45:12] postfix/smtpd[1]: B", "2021-11-17T14:45:12Z||postfix/smtpd|1|B"),
            ("Mon Nov 12 12:20:29 2007 postfix/smtpd[1]: B", "2007-11-12T12:20:29Z||postfix/smtpd|1|B"),
            (
                "Mon, 12 Nov 2007 12:20:29 +0000 postfix/smtpd[1]: B",
                "2007-11-12T12:20:29Z||postfix/smtpd|1|B",
            ),
            (
                "Dec 28 04:06:33 host dockerd-current[1313]: postfix/smtpd[43]: B",
                "2026-12-28T04:06:33Z|host|postfix/smtpd|43|B",
            ),
            (
                "Jul  6 10:21:52 srv vpopmail[18917: vchkpw-smtp: B",
                "2026-07-06T10:21:52Z|srv|vpopmail|18917|vchkpw-smtp: B",
            ),
            ("qmail: 1063526289.292776 end msg 1", "2003-09-14T07:58:09.292776Z||qmail||end msg 1"),
            ("1063526289 end msg 1", "2003-09-14T07:58:09Z||||end msg 1"),
            ("1063526289.2 end msg 1", "2003-09-14T07:58:09.2Z||||end msg 1"),
            ("<mail.notice> postfix/smtpd[1]: B", "||postfix/smtpd|1|B"),
            ("<22>Dec  4 14:44:07 postfix/smtp[2097]: B", "2026-12-04T14:44:07Z||postfix/smtp|2097|B"),
            (
                "2026-11-21T19:05:29.6Z stdout F postfix/smtpd[1]: B",
                "2026-11-21T19:05:29.6Z||postfix/smtpd|1|B",
            ),
            (
                "[/COLOR][COLOR=Blue]Jun 17 19:31:52 white postfix/smtpd[7038]: B[/COLOR]",
                "2026-06-17T19:31:52Z|white|postfix/smtpd|7038|B",
            ),
            ("[...] mail dovecot: imap-login: Error: B [...]", "|mail|imap-login||B "),
            (
                "[14-Mar-2023 10:02:11] WARNING: [pool www] child 2390 said into stderr: \"postdrop: warning: B\"",
                "2023-03-14T10:02:11Z||postdrop||warning: B",
            ),
            ("\0\x0cDec  4 14:44:07 mx postfix/smtp[2]: B,", "2026-12-04T14:44:07Z|mx|postfix/smtp|2|B"),
            ("Sat, 21 Nov 2026 19:10:56 +0000", ""),
            ("Note: this is text", ""),
            ("error: this is text", ""),
            ("The server says postfix: no", ""),
            ("see [1]: there", ""),
            ("May be it works", ""),
            ("", ""),
        ] {
            assert_eq!(shown(line), want, "{line}");
        }
    }

    #[test]
    fn prose_opens_no_line() {
        for line in [
            "error: no",
            "info about it",
            "postfix: see below",
            "In May 2 servers failed",
            "250 ok 1063526289 qp 7",
        ] {
            assert!(!opens(line.as_bytes(), b"postfix/smtpd[2]: A"), "{line}");
        }
        for line in ["postfix/smtpd[1]: B", "mail  | B", "1/2/2026, 3:04:05 PM B"] {
            assert!(opens(line.as_bytes(), b"postfix/smtpd[2]: A"), "{line}");
        }
    }
}
#[cfg(test)]
mod inside_tests {
    #[test]
    fn further_records_begin_at_their_heads() {
        let line = b"Words in front of a log that somebody pasted without its line breaks, as people do Jun 20 07:51:34 smtp2 postfix/smtpd[601797]: warning: hostname mail.w14.example does not resolve to address 192.0.2.214: No address Jun 20 07:51:34 smtp2 postfix/smtpd[601797]: connect from unknown[192.0.2.214]";
        assert_eq!(super::inside(line), [83, 215]);
        assert_eq!(super::inside(b"Jun 19 09:12:24 harbor qmail: 1276913544.622156 info msg 78833: bytes 190 from <a@b.example> Jun 19 09:12:24 harbor qmail: 1276913544.622856 starting delivery 1: msg 78833 to local a-b@c.example"), [93]);
        assert_eq!(super::inside(b"postfix/cleanup[8479]: 2373: milter-reject: END-OF-MESSAGE from a.example[203.0.113.2]: 5.7.1 no; helo=<a.example>postfix/smtpd[31935]: disconnect from a.example[203.0.113.2]"), [114]);
    }
}
