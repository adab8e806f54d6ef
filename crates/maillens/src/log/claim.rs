//! Which pattern claims a line, and by which of its heads.

use crate::format::Part;
use crate::frame::heads::LineHead;
use crate::frame::{Framed, Origin, frame, heads};
use crate::knowledge::{fault, obstacle};
use crate::mend::{LONGEST, Likeness};
use crate::pattern::{CATALOGUE, Captures, Entry, partly};
use crate::secrets::is_put_in_place;
use crate::text::is_blank;
use crate::trace::{Said, Tracer};
use crate::vocabulary::Level;

/// What is known of a text that may be a line.
pub(super) fn judge(captures: &mut Captures, part: Part, text: &[u8]) -> Likeness {
    if is_blank(text) {
        return Likeness::default();
    }
    let framed = frame(text);
    let body = framed.body(text);
    let quoted = framed.body == 0 && part.is_quoted();
    if framed.body == 0
        && !quoted
        && let Some(known) = by_head(captures, text, &framed, true)
    {
        return known;
    }
    let entry = if !says(&body) {
        // The line goes on where it was broken, right behind its head, or a time ended it.
        None
    } else if framed.body == 0 {
        CATALOGUE.claim_in(part, &body, captures)
    } else {
        CATALOGUE.claim(framed.program.of(text), &body, captures)
    };
    // A line of a mail's text may be any; what stands behind the mark of a quote may be more.
    let entry = entry
        .filter(|&entry| !(text.starts_with(b">") && CATALOGUE.entry(entry).pattern.template == "{text}"));
    let verdict = Likeness { stamped: framed.stamp.is_some(), entry, parts: parts(entry, captures) };
    let by_head = if entry.is_none() && !quoted { by_head(captures, text, &framed, false) } else { None };
    by_head.unwrap_or(verdict)
}

/// What is known of a line by a head that no framing knows as a whole; where it is `sure`, by one that can begin
/// nothing else.
pub(super) fn by_head(captures: &mut Captures, line: &[u8], framed: &Framed, sure: bool) -> Option<Likeness> {
    let heads = heads::heads(line).filter(|head| (head.is_sure() || !sure) && head.framed != *framed);
    heads.into_iter().find_map(|head| {
        let body = head.framed.body(line);
        let entry = says(&body).then(|| claim_behind(captures, line, &head))??;
        let entry = Some(entry);
        Some(Likeness { stamped: head.framed.stamp.is_some(), entry, parts: parts(entry, captures) })
    })
}

/// How many parts of what was claimed are known.
fn parts(entry: Option<u16>, captures: &Captures) -> u16 {
    if entry.is_some() { captures.len() as u16 } else { 0 }
}

/// The pattern that claims what stands behind a head; behind words, only one that tells what it is.
pub(super) fn claim_behind(captures: &mut Captures, line: &[u8], head: &LineHead) -> Option<u16> {
    let body = head.framed.body(line);
    if body.len() > LONGEST {
        return None;
    }
    let entry = CATALOGUE.claim(head.framed.origin(line).program, &body, captures)?;
    (!head.weak || !CATALOGUE.entry(entry).pattern.loose).then_some(entry)
}

/// True for a text that holds more than blanks and quotes.
pub(super) fn says(text: &[u8]) -> bool {
    !is_blank(text) && text.iter().any(|byte| !b" \t\r\"'".contains(byte))
}

/// What is known of a part of a line, where that begins with a time.
pub(super) fn stamped(captures: &mut Captures, part: Part, line: &[u8], text: &[u8]) -> Likeness {
    let known = if text == line { Likeness::default() } else { judge(captures, part, text) };
    if known.stamped { known } else { Likeness::default() }
}

/// The pattern that claims a body, the trace of its line, and whether it holds a password. `part` is the
/// part of the open document for a line without a frame. No program writes a line longer than [`LONGEST`]:
/// what is longer is not read, so that work on one line stays bounded.
pub(super) fn claim(
    captures: &mut Captures,
    tracer: &mut Tracer,
    line: u32,
    origin: &Origin<'_>,
    part: Option<Part>,
    body: &[u8],
) -> Option<(u16, u32, bool)> {
    if body.len() > LONGEST {
        return None;
    }
    let catalogue = &*CATALOGUE;
    let number = match part {
        Some(part) => catalogue.claim_in(part, body, captures)?,
        None => catalogue.claim(origin.program, body, captures)?,
    };
    if part.is_none() {
        tracer.close();
    }
    Some(claimed(captures, tracer, line, origin, number, body))
}

/// The same for a line whose pattern is known.
pub(super) fn claimed(
    captures: &Captures,
    tracer: &mut Tracer,
    line: u32,
    origin: &Origin<'_>,
    number: u16,
    body: &[u8],
) -> (u16, u32, bool) {
    let entry = CATALOGUE.entry(number);
    let given = |at: crate::text::Span| !is_put_in_place(at.of(body));
    let password = entry.holds_password && entry.password(captures).is_some_and(given);
    (number, take(captures, tracer, line, origin, entry, body), password)
}

/// The same for what stands behind the name of a container alone: whatever its program prints, a log or not.
pub(super) fn printed(
    captures: &mut Captures,
    tracer: &mut Tracer,
    index: u32,
    framed: &Framed,
    line: &[u8],
) -> Option<(u16, u32, bool)> {
    let bare = framed.body > 0 && *framed == Framed { body: framed.body, ..Framed::default() };
    let part = bare.then(|| tracer.part())?;
    // What a program logs says more.
    if by_head(captures, line, framed, false).is_some() {
        return None;
    }
    claim(captures, tracer, index, &Origin::default(), Some(part), &framed.body(line))
}

/// The same for a body that no pattern claims, where its program is known.
pub(super) fn mention(
    captures: &mut Captures,
    tracer: &mut Tracer,
    line: u32,
    origin: &Origin<'_>,
    severity: &[u8],
    body: &[u8],
) -> Option<(u16, u32, bool)> {
    if body.len() > LONGEST || is_blank(body) {
        return None;
    }
    let fault = fault::first(body).is_some();
    let reply = partly::reply(body);
    let level = match partly::level(severity, body) {
        // No program says that all is well in the words of a fault, or of a refusal.
        Level::Info if reply == Some(5) => Level::Permanent,
        Level::Info if fault || reply.is_some() => Level::Warning,
        level => level,
    };
    // Of a program that is not known, what knowledge knows is read.
    let other = || {
        (!origin.program.is_empty() && (fault || reply.is_some())).then(|| CATALOGUE.other(level)).flatten()
    };
    let number = CATALOGUE.partly(origin.program, body, level).or_else(other)?;
    captures.clear();
    tracer.close();
    Some((number, take(captures, tracer, line, origin, CATALOGUE.entry(number), body), false))
}

/// The same for a body behind a time, where a conversation is open or the text shows that a library of websites and
/// scripts wrote it.
pub(super) fn by_library(
    captures: &mut Captures,
    tracer: &mut Tracer,
    line: u32,
    origin: &Origin<'_>,
    body: &[u8],
) -> Option<(u16, u32, bool)> {
    let part = tracer.part();
    if body.len() > LONGEST || part == Part::Outside && !obstacle::names_library(body) {
        return None;
    }
    let number = CATALOGUE.trouble_in(part, body, captures)?;
    Some((number, take(captures, tracer, line, origin, CATALOGUE.entry(number), body), false))
}

/// The trace of a line.
pub(super) fn take(
    captures: &Captures,
    tracer: &mut Tracer,
    line: u32,
    origin: &Origin<'_>,
    entry: &Entry,
    body: &[u8],
) -> u32 {
    let Origin { host, program, pid, user, session, client, stamp: _ } = *origin;
    tracer.take(&Said { line, host, program, pid, user, session, client, entry, body, captures })
}
