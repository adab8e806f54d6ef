//! Undoes what tickets do to logs: quoting, prefixes, colours, character codes, hard wraps.
//!
//! One file is one kind of work: `clean` mends what is inside a line, `prefix` what was put in front
//! of it (`prompt` knows a terminal's, `talk` what marks client and server), `wrap` puts the pieces of a broken line together,
//! `record` writes records of events in JSON and in tables again in one way. A mend never changes the paste: it is a
//! second text beside it that knows, for each of its bytes, where that byte was pasted.
//!
//! Whether a mend is right is not decided here: the caller judges a text, and a mend counts only where
//! what it gives is known and what was pasted is not.

mod clean;
mod prefix;
pub mod record;
mod talk;
pub mod wrap;

pub use clean::Marks;

use crate::frame::heads;
use crate::text::Span;
pub use crate::vocabulary::Damage;
use clean::PADDING;

/// No line longer than this many bytes is read or mended, pieces of a broken line together: no program
/// writes such a line, and work on one line stays bounded.
pub const LONGEST: usize = 1 << 16;

/// What was put in front of a line is no longer than this many bytes.
const NEAR: usize = 400;

/// Several kinds of damage.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Damages(u32);

impl Damages {
    /// Adds a kind.
    pub fn add(&mut self, damage: Damage) {
        self.0 |= 1 << damage as u32;
    }

    /// True when the kind is among them.
    pub fn has(self, damage: Damage) -> bool {
        self.0 & (1 << damage as u32) != 0
    }

    /// The kinds.
    pub fn list(self) -> impl Iterator<Item = Damage> {
        Damage::ALL.into_iter().filter(move |damage| self.has(*damage))
    }
}

/// What is known of a text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Likeness {
    /// True when it begins with a time.
    pub stamped: bool,
    /// What claims it.
    pub entry: Option<u16>,
    /// How many of its parts are known by name.
    pub parts: u16,
}

/// Judges a text.
pub type Judge<'a> = dyn FnMut(&[u8]) -> Likeness + 'a;

/// A stretch of mended text and the stretch of the paste that it stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Copied {
    /// Where it begins in the mended text; it goes on to the next one.
    at: u32,
    /// Where it was pasted. As long as the stretch itself where it was taken as it is.
    from: Span,
}

/// A text without its damage, and where each of its bytes was pasted.
#[derive(Debug, Clone, Default)]
pub struct Mended {
    /// The text.
    pub text: Vec<u8>,
    runs: Vec<Copied>,
    /// What was undone.
    pub damages: Damages,
}

impl Mended {
    /// A stretch of the paste as it stands there.
    pub fn of(line: &[u8], at: usize) -> Mended {
        let mut mended = Mended::default();
        mended.push(line, Span::new(at, at + line.len()));
        mended
    }

    /// The same, where a quote put something in front of it.
    pub fn unquoted(line: &[u8], at: usize) -> Mended {
        let mut mended = Mended::of(line, at);
        mended.damages.add(Damage::Quoted);
        mended
    }

    fn push(&mut self, text: &[u8], from: Span) {
        if !text.is_empty() {
            self.runs.push(Copied { at: self.text.len() as u32, from });
            self.text.extend_from_slice(text);
        }
    }

    /// Appends a part of another text.
    fn extend(&mut self, other: &Mended, part: std::ops::Range<usize>) {
        let (start, end) = (part.start as u32, part.end as u32);
        for (at, until, from) in stretches(&other.runs, other.text.len() as u32, Span { start, end }) {
            self.push(&other.text[at as usize..until as usize], from);
        }
    }

    /// A part of it.
    #[must_use]
    fn part(&self, part: std::ops::Range<usize>) -> Mended {
        let mut cut = Mended { damages: self.damages, ..Mended::default() };
        cut.extend(self, part);
        cut
    }

    /// It with other text in some places, given in order.
    #[must_use]
    fn replaced(&self, edits: &[(Span, Vec<u8>)]) -> Mended {
        let mut new = Mended { damages: self.damages, ..Mended::default() };
        let mut end = 0;
        for (at, text) in edits {
            new.extend(self, end..at.start as usize);
            let mut from = Span::default();
            for (.., part) in stretches(&self.runs, self.text.len() as u32, *at) {
                from = if from.is_empty() { part } else { Span { start: from.start, end: part.end } };
            }
            new.push(text, from);
            end = at.end as usize;
        }
        new.extend(self, end..self.text.len());
        new
    }
}

/// The stretches of a text of this length in a part of it: from, until, and where they were pasted.
fn stretches(runs: &[Copied], length: u32, part: Span) -> impl Iterator<Item = (u32, u32, Span)> {
    let first = runs.partition_point(|run| run.at <= part.start).saturating_sub(1);
    (first..runs.len())
        .map_while(move |number| {
            let run = runs[number];
            let next = runs.get(number + 1).map_or(length, |next| next.at);
            let (at, until) = (run.at.max(part.start), next.min(part.end));
            let whole = next - run.at != run.from.end - run.from.start;
            let from = if whole {
                run.from
            } else {
                Span { start: run.from.start + at - run.at, end: run.from.start + until.max(at) - run.at }
            };
            (run.at < part.end).then_some((at, until, from))
        })
        .filter(|(at, until, _)| at < until)
}

/// All mends of a paste, in the order of their lines.
#[derive(Debug, Default)]
pub struct Mends {
    heads: Vec<Head>,
    text: Vec<u8>,
    runs: Vec<Copied>,
}

#[derive(Debug, Clone, Copy)]
struct Head {
    /// The line that it begins in, from 0.
    line: u32,
    /// The last line that it goes on in.
    last: u32,
    damages: Damages,
    /// Where its text and its runs begin.
    text: u32,
    run: u32,
}

/// A mend of a line, or of several.
#[derive(Debug, Clone, Copy)]
pub struct Mend<'a> {
    /// The line that it begins in, from 0.
    pub line: u32,
    /// The last line that it goes on in.
    pub last: u32,
    /// What was undone.
    pub damages: Damages,
    /// The text without its damage.
    pub text: &'a [u8],
    runs: &'a [Copied],
}

impl Mend<'_> {
    /// Where a part of the mended text was pasted, stretch by stretch.
    pub fn pasted(&self, part: Span) -> impl Iterator<Item = Span> {
        stretches(self.runs, self.text.len() as u32, part).map(|(_, _, from)| from)
    }
}

impl Mends {
    /// Keeps a mend of the lines `line..=last`; they come after those of all other mends. False where
    /// there is no more room.
    pub fn keep(&mut self, line: u32, last: u32, mended: &Mended) -> bool {
        if self.text.len() + mended.text.len() > crate::text::LIMIT {
            return false;
        }
        let head = Head {
            line,
            last,
            damages: mended.damages,
            text: self.text.len() as u32,
            run: self.runs.len() as u32,
        };
        self.heads.push(head);
        self.text.extend_from_slice(&mended.text);
        self.runs.extend_from_slice(&mended.runs);
        true
    }

    /// The mend that a line is a part of.
    pub fn of(&self, line: u32) -> Option<Mend<'_>> {
        let at = self.heads.partition_point(|head| head.line <= line).checked_sub(1)?;
        (self.heads[at].last >= line).then(|| self.get(at))
    }

    /// The first mend that begins at or after a line.
    pub fn next(&self, line: u32) -> Option<Mend<'_>> {
        let at = self.heads.partition_point(|head| head.line < line);
        (at < self.heads.len()).then(|| self.get(at))
    }

    /// All mends.
    pub fn iter(&self) -> impl Iterator<Item = Mend<'_>> {
        (0..self.heads.len()).map(|at| self.get(at))
    }

    fn get(&self, at: usize) -> Mend<'_> {
        let head = self.heads[at];
        let next = self.heads.get(at + 1);
        let (text, run) =
            next.map_or((self.text.len(), self.runs.len()), |next| (next.text as usize, next.run as usize));
        Mend {
            line: head.line,
            last: head.last,
            damages: head.damages,
            text: &self.text[head.text as usize..text],
            runs: &self.runs[head.run as usize..run],
        }
    }
}

/// True for a line whose damage is inside it, so that it may be read wrongly as it stands.
pub fn is_suspicious(line: &[u8]) -> bool {
    line.len() <= LONGEST && clean::is_suspicious(line)
}

/// True for a line of a conversation in SMTP with the marks of a program.
pub fn is_talk(line: &[u8]) -> bool {
    line.len() <= LONGEST && talk::said(&Mended::of(line, 0)).is_some()
}

/// True for a line with the number of a process in front of it, as Exim prints what it does when it's asked to (`-d`).
pub fn is_numbered(line: &[u8]) -> bool {
    let text = line.trim_ascii_start();
    let digits = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    (1..8).contains(&digits) && text.get(digits) == Some(&b' ') && digits + 2 < text.len()
}

/// True for what may be a header of a mail that was pushed to the right: a name with a colon behind blanks.
pub fn is_indented(line: &[u8]) -> bool {
    let text = line.trim_ascii_start();
    let name = text.iter().position(|byte| !byte.is_ascii_alphanumeric() && *byte != b'-');
    line.len() > text.len() + 1 && name.is_some_and(|end| end > 0 && text[end] == b':')
}

/// That header without what pushed it to the right.
pub fn unindented(line: &[u8], at: usize) -> Mended {
    let blanks = line.len() - line.trim_ascii_start().len();
    let mut rest = Mended::of(&line[blanks..], at + blanks);
    rest.damages.add(Damage::Indented);
    rest
}

/// True for a line that begins with a time, although it may have been broken before its frame ends.
pub fn begins(line: &[u8]) -> bool {
    prefix::begins(line)
}

/// True for a line that begins with a time, whatever was put in front of that or done to it.
pub fn opens(line: &[u8]) -> bool {
    let near = &line[..line.len().min(NEAR)];
    prefix::opens(near).is_some()
        || !clean::is_plain(near) && prefix::opens(&clean::clean(Mended::of(near, 0)).text).is_some()
}

/// True for a line that holds nothing but the marks of a quoting email app.
pub fn is_blank(line: &[u8]) -> bool {
    line.len() < 80 && line.iter().all(|byte| b"> \t|\xc2\xa0".contains(byte))
}

/// True for a line between two pieces of a broken one that holds no more than the marks which the first has, too.
pub fn is_between(first: &[u8], line: &[u8]) -> bool {
    let marks = |line: &[u8]| memchr::memchr_iter(b'>', line).count();
    let quote = || first.iter().take_while(|byte| b"> ".contains(byte)).count();
    is_blank(line) && marks(line) <= marks(&first[..quote()])
}

/// A line of a conversation in SMTP, written in the one way that formats know, or what a program says about it,
/// without the time and level in front; `None` where that is not known.
pub fn talk(line: &[u8], at: usize, judge: &mut Judge<'_>) -> Option<(Mended, Likeness)> {
    if line.len() > LONGEST {
        return None;
    }
    let cleaned = clean::clean(Mended::of(line, at));
    let mut known = |mended: Mended| {
        let verdict = judge(&mended.text);
        verdict.entry.is_some().then_some((mended, verdict))
    };
    talk::said(&cleaned).and_then(&mut known).or_else(|| talk::behind_front(&cleaned).find_map(&mut known))
}

/// A line without the blanks with which it was filled up where it was broken; `None` for a line without such, and
/// where it is not known then.
pub fn unpadded(line: &[u8], at: usize, judge: &mut Judge<'_>) -> Option<(Mended, Likeness)> {
    if line.len() > LONGEST || memchr::memmem::find(line.trim_ascii(), PADDING).is_none() {
        return None;
    }
    let whole = Mended::of(line, at);
    let mut new = Mended::default();
    let mut from = 0;
    while let Some(found) = memchr::memmem::find(&line[from..line.trim_ascii_end().len()], PADDING) {
        let start = from + found;
        new.extend(&whole, from..start);
        from = start + line[start..].iter().take_while(|byte| **byte == b' ').count();
    }
    new.extend(&whole, from..line.len());
    new.damages.add(Damage::Padded);
    prefix::strip(&clean::clean(new), judge).filter(|(_, known)| known.entry.is_some())
}

/// True for a line that ends with a mark which no program writes there, though some texts may end with any.
pub fn has_tail(line: &[u8]) -> bool {
    let text = line.trim_ascii_end();
    text.ends_with(b",") || text.ends_with(b"[...]") || text.ends_with(b"\\n") || text.ends_with(b"|")
}

/// A line without what pasting left behind it, as far as it is known then; `None` for a line without such.
pub fn untailed(line: &[u8], at: usize, judge: &mut Judge<'_>) -> Option<(Mended, Likeness)> {
    let tail = if line.len() > LONGEST { 0 } else { heads::tail(line) };
    if tail == 0 {
        return None;
    }
    let mut new = Mended::of(&line[..line.len() - tail], at);
    new.damages.add(Damage::Quoted);
    let known = judge(&new.text);
    known.entry.is_some().then_some((new, known))
}

/// A line that no format knows, without what was done to it; `at` is where it was pasted. `None` where
/// that makes it no better known.
pub fn line(line: &[u8], at: usize, judge: &mut Judge<'_>) -> Option<(Mended, Likeness)> {
    if line.len() > LONGEST {
        return None;
    }
    let cleaned = clean::clean(Mended::of(line, at));
    let found = prefix::strip(&cleaned, judge);
    let unknown = found.as_ref().is_none_or(|found| found.1.entry.is_none());
    let bracketed = if unknown { clean::bracketed(&cleaned) } else { None };
    let bracketed =
        bracketed.and_then(|line| prefix::strip(&line, judge)).filter(|found| found.1.entry.is_some());
    bracketed.or(found).filter(|found| found.0.damages != Damages::default())
}

#[cfg(test)]
mod tests {
    use super::wrap::{Piece, Width, join};
    use super::*;

    /// Knows a line that begins with a time and ends with `ok`.
    fn judge(text: &[u8]) -> Likeness {
        let stamped = text.starts_with(b"Nov 21 19:05:29 ");
        Likeness { stamped, entry: (stamped && text.ends_with(b"ok")).then_some(1), parts: 0 }
    }

    fn names(damages: Damages) -> String {
        damages.list().map(|damage| format!("{damage:?} ").to_lowercase()).collect()
    }

    #[test]
    fn every_kind_of_damage_to_a_line_is_undone() {
        const WHOLE: &str = "Nov 21 19:05:29 mx a[1]: <b@c.example> \"d\" x=1 ok";
        for (pasted, want) in [
            (WHOLE.replace("<b@c.example>", "<[b@c.example](mailto:b@c.example)>"), "linked "),
            (WHOLE.replace("<b@c.example>", "<b@c.example<mailto:b@c.example>>"), "linked "),
            (WHOLE.replace("<b@c.example>", "[<b@c.example>](mailto:b@c.example)"), "linked "),
            (WHOLE.replace("x=1", "**x=1**"), "emphasized "),
            (WHOLE.replace("x=1", "x=**1**"), "emphasized "),
            (WHOLE.replace("x=1", "[B]x=1[/B]"), "emphasized "),
            (WHOLE.replace("x=1", "[COLOR=#ff0000]x=1[/COLOR]"), "emphasized "),
            (format!("**{WHOLE}**"), "emphasized "),
            (format!("**{WHOLE}"), "emphasized "),
            (format!("[b]{WHOLE}"), "emphasized "),
            (format!("> {WHOLE}"), "quoted "),
            (format!(">> > {WHOLE}"), "quoted "),
            (format!("    {WHOLE}"), "indented "),
            (format!("- `{WHOLE}`"), "bulleted fenced "),
            (format!("• {WHOLE}"), "bulleted "),
            (format!("1. {WHOLE}"), "bulleted "),
            (format!("`{WHOLE}`"), "fenced "),
            (format!("12:{WHOLE}"), "grep "),
            (format!("12-{WHOLE}"), "grep "),
            (format!("/var/log/maillog:{WHOLE}"), "grep "),
            (format!("/var/log/mail-2.log:12:{WHOLE}"), "grep "),
            (format!("/var/log/maillog-12-{WHOLE}"), "grep "),
            (format!("$ {WHOLE}"), "prompted "),
            (format!("root@mx:~# {WHOLE}"), "prompted "),
            (format!("    12\t{WHOLE}"), "indented numbered "),
            (format!("12 | {WHOLE}"), "numbered "),
            (format!("\u{feff}{WHOLE}"), "mark "),
            (WHOLE.replace(' ', "\u{a0}"), "spaces "),
            (WHOLE.replace("mx", "\u{1b}[01;31mm\u{1b}[0mx"), "coloured "),
            (WHOLE.replace('"', "\u{201d}").replace("d\u{201d}", "d\""), "typography "),
            (WHOLE.replace('<', "&lt;").replace('>', "&#62;"), "html "),
            (format!("<p>{WHOLE}</p>"), "html "),
            (WHOLE.replace('=', "=3D").replace("<b", "=3Cb"), "encoded "),
            (format!("Nov 21 19:05:30 hub {WHOLE}"), "collected "),
            (
                format!("{{\"log\":\"{}\\n\",\"stream\":\"stdout\"}}", WHOLE.replace('"', "\\\"")),
                "collected ",
            ),
            (format!("row\t{WHOLE}\tend"), "columns "),
            (format!("\"row\",\"{}\"", WHOLE.replace('"', "\"\"")), "columns "),
        ] {
            // A collector's own line is not known here.
            let mut judge = |text: &[u8]| match judge(text) {
                verdict if text.starts_with(b"Nov 21 19:05:30 ") => Likeness { stamped: true, ..verdict },
                verdict if text != WHOLE.as_bytes() => Likeness { entry: None, ..verdict },
                verdict => verdict,
            };
            let (mended, _) = line(pasted.as_bytes(), 100, &mut judge).unwrap_or_else(|| panic!("{pasted}"));
            assert_eq!(String::from_utf8_lossy(&mended.text), WHOLE, "{pasted}");
            assert_eq!(names(mended.damages), want, "{pasted}");
            // Each part is found where it was pasted.
            let at = WHOLE.find("b@c.example").unwrap_or_default();
            let part = Span::new(at, at + "b@c.example".len());
            let mut mends = Mends::default();
            assert!(mends.keep(0, 0, &mended));
            let from = mends.of(0).into_iter().flat_map(|mend| mend.pasted(part).collect::<Vec<_>>());
            let found: Vec<u8> = from
                .flat_map(|from| {
                    pasted.as_bytes()[from.start as usize - 100..from.end as usize - 100].to_vec()
                })
                .collect();
            assert_eq!(String::from_utf8_lossy(&found).replace("=3C", ""), "b@c.example", "{pasted}");
        }
    }

    #[test]
    fn what_is_known_as_it_stands_or_stays_unknown_is_left_alone() {
        for pasted in ["Nov 21 19:05:29 ok", "> hello", "12: what is this?", "a&b", ""] {
            assert!(line(pasted.as_bytes(), 0, &mut judge).is_none(), "{pasted}");
        }
    }

    #[test]
    fn pieces_are_put_together_as_they_were() {
        const WHOLE: &str = "Nov 21 19:05:29 mx postfix[1]: to the-longest-word-of-all, and it is ok";
        for (pieces, count) in [
            (vec!["Nov 21 19:05:29 mx postfix[1]: ", "to the-longest-word-of-all, and ", "it is ok"], 2),
            (vec!["Nov 21 19:05:29 mx postfix[1]:", "to the-longest-word-of-all, and", "it is ok"], 2),
            (vec!["Nov 21 19:05:29 mx postfix[1]: t", "o the-longest-word-of-all, and i", "t is ok"], 2),
            (
                vec!["Nov 21 19:05:29 mx postfix[1]: to", "the-longest-word-of-all, and it is ok", "Thanks!"],
                1,
            ),
        ] {
            let mut at = 0;
            let pasted: Vec<Piece<'_>> = (0..)
                .zip(&pieces)
                .map(|(line, text)| {
                    let piece = Piece { line, text: text.as_bytes(), at };
                    at += text.len() + 1;
                    piece
                })
                .collect();
            let head = Mended::of(pasted[0].text, 0);
            let next = |at: usize| pieces.get(at + 1).map(|next| next.as_bytes());
            let lines: Vec<_> =
                pieces.iter().enumerate().map(|(at, line)| (line.as_bytes(), next(at))).collect();
            let width = Width::of(&lines);
            let known = judge(pasted[0].text);
            let (more, whole) = join((&head, known), pasted[0], &pasted[1..], width, &mut judge)
                .unwrap_or_else(|| panic!("{pieces:?}"));
            assert_eq!((String::from_utf8_lossy(&whole.text).as_ref(), more), (WHOLE, count), "{pieces:?}");
        }
    }
}
