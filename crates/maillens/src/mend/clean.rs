//! What is inside a line: colours, spaces that are none, word-processor punctuation, HTML, quoted-printable.

use super::{Damage, Damages, LONGEST, Mended};
use crate::text::Span;
use memchr::{memchr, memchr_iter, memchr2, memchr3, memchr3_iter, memmem};

/// A dash of a word processor between spaces, where programs write a plain one.
const DASH: &[u8] = " \u{2013} ".as_bytes();

/// The first byte of a colour, of an entity and of that dash.
const SELDOM: [u8; 3] = [0x1b, b'&', DASH[1]];

/// The mark of an address that was made a link: `[a@b](mailto:a@b)` of Markdown, `a@b<mailto:a@b>` of an email app.
const LINK: &[u8] = b"mailto:";

/// Marks of bold text in Markdown, and how a tag of a forum that ends begins: `**status=sent**`, `[B]status=sent[/B]`.
const BOLD: &[u8] = b"**";
const CLOSING: &[u8] = b"[/";

/// How a colour ends that lost its escape character on the way, as forums and some terminals drop it: `[36mname | [0m`.
const BARE: &[u8] = b"[0m";

/// So many blanks inside a line are no text: a terminal or a table filled up a row there.
pub(super) const PADDING: &[u8] = b"          ";

/// Where the next of the bytes that such marks of damage begin with stand: few lines have any, so many are
/// passed in one search.
#[derive(Debug, Default)]
pub struct Marks {
    seldom: usize,
    equals: usize,
    link: usize,
    padding: usize,
    bold: usize,
    closing: usize,
    bare: usize,
}

impl Marks {
    /// `is_suspicious` for the line from `start` to `end` of a text; lines come in their order.
    pub fn is_suspicious(&mut self, text: &[u8], start: usize, end: usize) -> bool {
        let rest = &text[start..];
        if self.seldom < start {
            self.seldom = start + memchr3(SELDOM[0], SELDOM[1], SELDOM[2], rest).unwrap_or(rest.len());
        }
        if self.equals < start {
            self.equals = start + memchr(b'=', rest).unwrap_or(rest.len());
        }
        if self.link < start {
            self.link = start + memmem::find(rest, LINK).unwrap_or(rest.len());
        }
        if self.padding < start {
            self.padding = start + memmem::find(rest, PADDING).unwrap_or(rest.len());
        }
        if self.bold < start {
            self.bold = start + memmem::find(rest, BOLD).unwrap_or(rest.len());
        }
        if self.closing < start {
            self.closing = start + memmem::find(rest, CLOSING).unwrap_or(rest.len());
        }
        if self.bare < start {
            self.bare = start + memmem::find(rest, BARE).unwrap_or(rest.len());
        }
        let next = self.seldom.min(self.link).min(self.padding).min(self.bold);
        let line = &text[start..end];
        if next.min(self.closing).min(self.bare) < end {
            super::is_suspicious(line)
        } else {
            // Most lines of Postfix and Exim have no other mark.
            (self.equals < end || line.ends_with(b">") || line.starts_with(b"<"))
                && line.len() <= LONGEST
                && is_coded(line)
        }
    }
}

/// True for a line that holds the marks of damage which formats may read over: colours, or HTML entities
/// where every angle bracket is one, a line that ends as HTML or as quoted-printable does, a dash of a word
/// processor where programs write a plain one.
pub(super) fn is_suspicious(line: &[u8]) -> bool {
    if is_coded(line)
        || memmem::find(line, LINK).is_some()
        || memmem::find(line.trim_ascii(), PADDING).is_some()
        || is_marked_up(line)
    {
        return true;
    }
    let mut entities = false;
    for at in memchr3_iter(SELDOM[0], SELDOM[1], SELDOM[2], line) {
        match line[at] {
            0x1b => return true,
            b'&' => entities = true,
            _ if at > 0 && line[at - 1..].starts_with(DASH) => return true,
            _ => {}
        }
    }
    entities && is_escaped(line)
}

/// True for a line that begins or ends as HTML does or ends as quoted-printable does, or is encoded so.
fn is_coded(line: &[u8]) -> bool {
    line.last() == Some(&b'=')
        || line.ends_with(b"=20")
        || line.ends_with(b"<br>")
        || line.ends_with(b"<br />")
        || line.starts_with(b"<br />")
        || line.starts_with(b"</pre>")
        // Nearly every line tells by its first `=` that it is not encoded.
        || memchr(b'=', line).is_some_and(|first| is_code(line, first)) && is_printable(line)
}

/// True for a line that was escaped for HTML: it has entities of brackets or quotes, and no brackets.
fn is_escaped(line: &[u8]) -> bool {
    const ENTITIES: [&[u8]; 6] = [b"&lt;", b"&gt;", b"&quot;", b"&#x27;", b"&#39;", b"&#34;"];
    memchr2(b'<', b'>', line).is_none() && ENTITIES.iter().any(|entity| memmem::find(line, entity).is_some())
}

/// True for a line that holds none of the characters that all that is made of.
pub(super) fn is_plain(line: &[u8]) -> bool {
    line.iter().all(|byte| (b' '..0x7f).contains(byte) && !b"&<=".contains(byte))
        && memmem::find(line, LINK).is_none()
        && !is_marked_up(line)
}

/// True for a line with the marks by which a forum emphasizes.
fn is_marked_up(line: &[u8]) -> bool {
    let mut edits = Edits::default();
    markup(line, &mut edits);
    !edits.list.is_empty()
}

/// The line without all that.
pub(super) fn clean(line: Mended) -> Mended {
    if is_plain(&line.text) {
        return line;
    }
    let line = edited(line, characters);
    let line = edited(line, html);
    let line = edited(line, links);
    let line = edited(line, markup);
    edited(line, printable)
}

/// What is to be put in the place of what.
#[derive(Default)]
struct Edits {
    list: Vec<(Span, Vec<u8>)>,
    damages: Damages,
}

impl Edits {
    fn put(&mut self, at: usize, length: usize, text: &[u8], damage: Damage) {
        self.list.push((Span::new(at, at + length), text.to_vec()));
        self.damages.add(damage);
    }
}

fn edited(line: Mended, find: fn(&[u8], &mut Edits)) -> Mended {
    let mut edits = Edits::default();
    find(&line.text, &mut edits);
    if edits.list.is_empty() {
        return line;
    }
    let mut new = line.replaced(&edits.list);
    for damage in edits.damages.list() {
        new.damages.add(damage);
    }
    new
}

/// Characters that stand for a plain one, or for nothing.
const CHARACTERS: &[(&[u8], &[u8], Damage)] = &[
    (b"\xef\xbb\xbf", b"", Damage::Mark),
    (b"\xc2\xa0", b" ", Damage::Spaces),
    (b"\xc2\xad", b"", Damage::Spaces),
    (b"\xe2\x80\xaf", b" ", Damage::Spaces),
    (b"\xe2\x80\x87", b" ", Damage::Spaces),
    (b"\xe2\x80\x83", b" ", Damage::Spaces),
    (b"\xe2\x80\x82", b" ", Damage::Spaces),
    (b"\xe2\x80\x89", b" ", Damage::Spaces),
    (b"\xe2\x80\x8b", b"", Damage::Spaces),
    (b"\xe2\x80\x8c", b"", Damage::Spaces),
    (b"\xe2\x80\x8d", b"", Damage::Spaces),
    (b"\xe2\x80\x8e", b"", Damage::Spaces),
    (b"\xe2\x80\x8f", b"", Damage::Spaces),
    (b"\xe2\x81\xa0", b"", Damage::Spaces),
    (b"\xe2\x80\x98", b"'", Damage::Typography),
    (b"\xe2\x80\x99", b"'", Damage::Typography),
    (b"\xe2\x80\x9a", b"'", Damage::Typography),
    (b"\xe2\x80\x9c", b"\"", Damage::Typography),
    (b"\xe2\x80\x9d", b"\"", Damage::Typography),
    (b"\xe2\x80\x9e", b"\"", Damage::Typography),
    (b"\xe2\x80\x90", b"-", Damage::Typography),
    (b"\xe2\x80\x91", b"-", Damage::Typography),
    (b"\xe2\x80\x93", b"-", Damage::Typography),
    (b"\xe2\x80\x94", b"--", Damage::Typography),
    (b"\xe2\x88\x92", b"-", Damage::Typography),
    (b"\xe2\x80\xa6", b"...", Damage::Typography),
];

fn characters(text: &[u8], edits: &mut Edits) {
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let length = match rest[0] {
            0x1b => {
                let length = control(rest);
                edits.put(at, length, b"", Damage::Coloured);
                length
            }
            0xc2 | 0xe2 | 0xef => match CHARACTERS.iter().find(|known| rest.starts_with(known.0)) {
                Some((from, to, damage)) => {
                    edits.put(at, from.len(), to, *damage);
                    from.len()
                }
                None => 1,
            },
            _ => 1,
        };
        at += length;
    }
}

/// The length of the control sequence at the start.
fn control(text: &[u8]) -> usize {
    match text.get(1) {
        // CSI: parameters, then one letter.
        Some(b'[') => {
            let inside = text[2..].iter().take_while(|byte| (0x20..0x40).contains(*byte)).count();
            (2 + inside + 1).min(text.len())
        }
        // OSC: up to BEL, or to ESC and a backslash.
        Some(b']') => match memchr2(0x07, 0x1b, &text[2..]) {
            Some(end) if text[2 + end] == 0x07 => end + 3,
            Some(end) => (end + 4).min(text.len()),
            None => text.len(),
        },
        Some(b'(' | b')') => 3.min(text.len()),
        Some(_) => 2,
        None => 1,
    }
}

/// Entities of what logs are written in.
const ENTITIES: &[(&[u8], &[u8])] = &[
    (b"&amp;", b"&"),
    (b"&lt;", b"<"),
    (b"&gt;", b">"),
    (b"&quot;", b"\""),
    (b"&apos;", b"'"),
    (b"&nbsp;", b" "),
];

/// Tags that a page puts around or between lines.
const TAGS: [&[u8]; 14] = [
    b"br", b"p", b"div", b"span", b"pre", b"code", b"li", b"td", b"tr", b"b", b"strong", b"em", b"mark",
    b"font",
];

fn html(text: &[u8], edits: &mut Edits) {
    let mut from = 0;
    while let Some(found) = memchr2(b'&', b'<', &text[from..]) {
        let at = from + found;
        let rest = &text[at..];
        let (length, with) = if rest[0] == b'<' { (tag(rest), Vec::new()) } else { entity(rest) };
        if length > 0 {
            edits.put(at, length, &with, Damage::Html);
        }
        from = at + length.max(1);
    }
}

/// The length of the entity at the start, 0 for none, and what it stands for.
fn entity(text: &[u8]) -> (usize, Vec<u8>) {
    if let Some((name, with)) = ENTITIES.iter().find(|entity| text.starts_with(entity.0)) {
        return (name.len(), with.to_vec());
    }
    let number = text.strip_prefix(b"&#").and_then(|rest| {
        let end = memchr(b';', &rest[..rest.len().min(9)])?;
        let digits = std::str::from_utf8(&rest[..end]).ok()?;
        let number = match digits.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => digits.parse().ok()?,
        };
        // No line end may come out of a line.
        let letter = if number == 0xa0 {
            ' '
        } else {
            char::from_u32(number).filter(|letter| !letter.is_control())?
        };
        Some((end + 3, letter.to_string().into_bytes()))
    });
    number.unwrap_or_default()
}

/// The length of the tag at the start; 0 for what is none.
fn tag(text: &[u8]) -> usize {
    let name = &text[1..];
    let name = name.strip_prefix(b"/").unwrap_or(name);
    let length = name.iter().take_while(|byte| byte.is_ascii_lowercase()).count();
    let known = TAGS.contains(&&name[..length]);
    let after = &name[length..];
    let Some(end) = memchr(b'>', after).filter(|_| known) else { return 0 };
    // A tag with attributes names them with `=`; an address does not.
    let plain = after[..end].iter().all(|byte| b" /".contains(byte)) || memchr(b'=', &after[..end]).is_some();
    if plain { text.len() - after.len() + end + 1 } else { 0 }
}

fn links(text: &[u8], edits: &mut Edits) {
    for at in memmem::find_iter(text, LINK) {
        let linked = &text[at + LINK.len()..];
        let length =
            linked.iter().take_while(|byte| byte.is_ascii_graphic() && !b"<>()[]".contains(byte)).count();
        let linked = &linked[..length];
        let end = at + LINK.len() + length;
        match (text[..at].last(), text.get(end)) {
            // The text of the link may be another one; the address is what the line had.
            (Some(b'('), Some(b')')) if text[..at].ends_with(b"](") => {
                let Some(open) = text[..at - 2].iter().rposition(|byte| *byte == b'[') else { continue };
                let shown = &text[open + 1..at - 2];
                let inside = shown.strip_prefix(b"<").and_then(|shown| shown.strip_suffix(b">"));
                if inside.unwrap_or(shown) == linked {
                    edits.put(open, 1, b"", Damage::Linked);
                    edits.put(at - 2, end + 1 - (at - 2), b"", Damage::Linked);
                }
            }
            (Some(b'<'), Some(b'>')) => {
                let before = text[..at - 1].trim_ascii_end();
                if before.ends_with(linked) {
                    edits.put(before.len(), end + 1 - before.len(), b"", Damage::Linked);
                }
            }
            _ => {}
        }
    }
}

/// Tags of forums that say how text looks.
const LOOKS: &[&[u8]] =
    &[b"b", b"i", b"u", b"s", b"color", b"size", b"font", b"code", b"quote", b"highlight"];

/// Tags of forums that make a link. Alone such a word stands for what was left out: `to=<[email]>`.
const MAKES_LINK: &[&[u8]] = &[b"email", b"url"];

/// What emphasizes a part of a line: tags of a forum, and pairs of asterisks with text between them. A line of a
/// whole block that is emphasized has one of the pair.
fn markup(text: &[u8], edits: &mut Edits) {
    let bold = |at: usize| text[at..].starts_with(BOLD) && text.get(at + 2) != Some(&b'*');
    let opens = |at: usize| {
        (at == 0 || b" =(<\"'".contains(&text[at - 1]))
            && text.get(at + 2).is_some_and(|byte| byte.is_ascii_alphanumeric() || b"<(\"/[".contains(byte))
    };
    let closes = |at: usize| at > 0 && text[at - 1].is_ascii_graphic() && text[at - 1] != b'*';
    let last = text.trim_ascii_end().len().saturating_sub(2);
    let (mut at, mut open) = (0, None);
    while let Some(found) = memchr2(b'*', b'[', &text[at..]) {
        at += found;
        if text[at] == b'[' {
            let length = look(text, at);
            let colour = if memmem::find(text, BARE).is_some() { bare_colour(&text[at..]) } else { 0 };
            if length > 0 {
                edits.put(at, length, b"", Damage::Emphasized);
            } else if colour > 0 {
                edits.put(at, colour, b"", Damage::Coloured);
            }
            at += length.max(colour).max(1);
        } else if bold(at) {
            match open {
                None if opens(at) => open = Some(at),
                None if at == last && closes(at) => edits.put(at, 2, b"", Damage::Emphasized),
                Some(start) if closes(at) => {
                    edits.put(start, 2, b"", Damage::Emphasized);
                    edits.put(at, 2, b"", Damage::Emphasized);
                    open = None;
                }
                _ => {}
            }
            at += 2;
        } else {
            at += text[at..].iter().take_while(|byte| **byte == b'*').count().max(1);
        }
    }
    if open == Some(0) {
        edits.put(0, 2, b"", Damage::Emphasized);
    }
    crate::sort::by_key(&mut edits.list, |edit| edit.0.start);
}

/// The length of a colour at the start that lost its escape character; 0 for what is none.
fn bare_colour(text: &[u8]) -> usize {
    let inside = text[1..].iter().take(12).take_while(|byte| byte.is_ascii_digit() || **byte == b';').count();
    if text.get(1 + inside) == Some(&b'm') { inside + 2 } else { 0 }
}

/// The length of a forum's tag at a place; 0 for what is none.
fn look(text: &[u8], at: usize) -> usize {
    let (whole, text) = (text, &text[at..]);
    let name = &text[1..];
    let closes = name.first() == Some(&b'/');
    let name = &name[usize::from(closes)..];
    let length = name.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let is_one_of = |known: &[&[u8]]| known.iter().any(|known| known.eq_ignore_ascii_case(&name[..length]));
    let paired = || {
        let part = |mark: &[u8]| {
            let mut places = memmem::find_iter(whole, mark);
            places.any(|at| {
                let rest = &whole[at + mark.len()..];
                rest.len() > length && rest[..length].eq_ignore_ascii_case(&name[..length])
            })
        };
        part(CLOSING) && part(b"[")
    };
    if !(is_one_of(LOOKS) || is_one_of(MAKES_LINK) && paired()) {
        return 0;
    }
    let after = &name[length..];
    let value = if after.first() == Some(&b'=') && !closes {
        after.iter().take(40).take_while(|byte| **byte != b']').count()
    } else {
        0
    };
    if after.get(value) == Some(&b']') { text.len() - after.len() + value + 1 } else { 0 }
}

/// Keys whose values stand in angle brackets, which a page takes for tags and drops, with what is in them or without.
const BRACKETED: &[&[u8]] = &[b" from=", b" to=", b" orig_to=", b" helo=", b" message-id="];

/// The line with the angle brackets that a page dropped; `None` where it dropped none.
pub(super) fn bracketed(line: &Mended) -> Option<Mended> {
    let mut edits = Edits::default();
    let text = &line.text;
    for at in memchr_iter(b'=', text).map(|at| at + 1) {
        if BRACKETED.iter().any(|key| text[..at].ends_with(key)) && text.get(at) != Some(&b'<') {
            let ends = |byte: &u8| *byte == b',' || byte.is_ascii_whitespace();
            let length = text[at..].iter().position(ends).unwrap_or(text.len() - at);
            let value = [b"<", &text[at..at + length], b">"].concat();
            edits.put(at, length, &value, Damage::Html);
        }
    }
    // A refusal also names what it refused: `550 5.1.1 a@b.example: Recipient address rejected`.
    let refused = memmem::find(text, b" rejected: ").and_then(|end| {
        let colon = memmem::rfind(&text[..end], b": ")?;
        let start = text[..colon].iter().rposition(|byte| *byte == b' ')? + 1;
        memchr(b'@', &text[start..colon]).map(|_| (start, colon))
    });
    if let Some((start, end)) = refused {
        edits.put(start, end - start, &[b"<", &text[start..end], b">"].concat(), Damage::Html);
    }
    crate::sort::by_key(&mut edits.list, |edit| edit.0.start);
    (!edits.list.is_empty()).then(|| {
        let mut new = line.replaced(&edits.list);
        new.damages.add(Damage::Html);
        new
    })
}

/// True where the `=` at this place is an encoded one, or the last byte.
fn is_code(text: &[u8], at: usize) -> bool {
    match &text[at + 1..] {
        [] => true,
        [high, low, ..] => [high, low].iter().all(|digit| matches!(digit, b'0'..=b'9' | b'A'..=b'F')),
        [_] => false,
    }
}

/// True for quoted-printable: every `=` of the line is an encoded one, else `=20` is text.
fn is_printable(text: &[u8]) -> bool {
    // An encoder also writes the space at the end of a line so.
    let marked = memmem::find(text, b"=3D").is_some() || text.ends_with(b"=20") || text.ends_with(b"=09");
    marked && memchr_iter(b'=', text).all(|at| is_code(text, at))
}

fn printable(text: &[u8], edits: &mut Edits) {
    if !is_printable(text) {
        return;
    }
    let digit = |byte: u8| char::from(byte).to_digit(16).filter(|_| !byte.is_ascii_lowercase());
    let mut from = 0;
    while let Some(found) = memchr(b'=', &text[from..]) {
        let at = from + found;
        let value = match (text.get(at + 1), text.get(at + 2)) {
            (Some(&high), Some(&low)) => {
                digit(high).zip(digit(low)).map(|(high, low)| (high * 16 + low) as u8)
            }
            _ => None,
        };
        from = at + 1;
        if let Some(value) = value.filter(|value| !value.is_ascii_control()) {
            edits.put(at, 3, &[value], Damage::Encoded);
            from = at + 3;
        }
    }
}
