//! Lines that were broken: an email app or a ticket system cut them at a column, at a space or inside
//! a word. What was cut is put together where the whole is known and the pieces are not.

use super::{Damage, Judge, LONGEST, Likeness, Mended, clean, is_blank, prefix};
use crate::text::prompt;

/// A broken line has no more pieces than this after its first.
pub const PIECES: usize = 40;
/// So many blank lines may stand between two pieces.
pub const BLANKS: u32 = 2;
/// No more than this many ways to put a line together are tried.
const TRIES: usize = 10;

/// The column at which the lines around a place were cut, and how sure that is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "five answers that do not depend on each other")]
pub struct Width {
    /// The most characters that fitted.
    pub column: usize,
    /// How many lines end where the next word would not have fitted.
    pub breaks: usize,
    /// True where nearly all of those are full, so that they were cut wherever the column was, also inside words.
    pub hard: bool,
    /// True when the characters of the cleaned text count: it was broken first, and written another way after.
    pub cleaned: bool,
    /// True when most pieces have the marks of a quote: it was broken first, and quoted after.
    pub quoted: bool,
    /// True where pieces that were pushed to the right can be nothing else.
    pub hanging: bool,
    /// True when an `=` at the end of a line is a soft break of quoted-printable: every other one is encoded, too.
    pub soft: bool,
}

impl Width {
    /// The width of some lines that stand together, each with the one after it where that begins with no time.
    pub fn of(lines: &[(&[u8], Option<&[u8]>)]) -> Width {
        let soft = is_encoded(lines);
        let lines: Vec<(Vec<u8>, Option<Vec<u8>>)> = uncut(lines, soft);
        let borrowed = |lines: &[(Vec<u8>, Option<Vec<u8>>)]| -> (Width, usize) {
            let lines: Vec<_> = lines.iter().map(|(line, next)| (&line[..], next.as_deref())).collect();
            Width::measured(&lines)
        };
        let (pasted, sure) = borrowed(&lines);
        let pasted = Width { soft, ..pasted };
        let clean = |line: &[u8]| clean::clean(Mended::of(line, 0)).text;
        let cleaned: Vec<(Vec<u8>, Option<Vec<u8>>)> =
            lines.iter().map(|(line, next)| (clean(line), next.as_deref().map(clean))).collect();
        if cleaned == lines {
            return pasted;
        }
        let (of_cleaned, surer) = borrowed(&cleaned);
        let better = if pasted.hard == of_cleaned.hard { surer > sure } else { of_cleaned.hard && surer > 0 };
        if better { Width { cleaned: true, soft, ..of_cleaned } } else { pasted }
    }

    /// Each broken line tells between which columns the cut was: it fitted, and the next word did not. The
    /// column is where most of them agree. Also tells how sure that is: the shorter the words, the surer.
    fn measured(lines: &[(&[u8], Option<&[u8]>)]) -> (Width, usize) {
        let broken = lines.iter().filter_map(|(line, next)| {
            let next = unmarked(line, (*next)?);
            Some((fits(line), needs(line, next), length(line)))
        });
        let broken: Vec<(usize, usize, usize)> = broken.collect();
        let of = |column: usize| broken.iter().filter(move |of| of.0 <= column && column < of.1);
        let most = broken
            .iter()
            .map(|of| of.0)
            .max_by_key(|&column| (of(column).count(), std::cmp::Reverse(column)));
        let Some(column) = most else { return (Width::default(), 0) };
        // Any column up to the shortest of the next words would do: a line that stands there whole tells that
        // it is not less than its length.
        let below = of(column).map(|of| of.1).min().unwrap_or_default();
        let column = lines.iter().map(|(line, _)| fits(line)).filter(|fits| *fits < below).max();
        let column = column.unwrap_or_default();
        let breaks = of(column).count();
        // A line that goes on behind the column, at a place where it could have been cut, was not.
        let whole = lines.iter().filter(|(line, _)| fits(line) > column && reaches(line, column)).count();
        // The space at the cut may have been trimmed; a few lines prove nothing then.
        let full = |room: usize| of(column).filter(|of| of.0.max(of.2) + room >= column).count();
        let hard = (full(0) * 10 >= breaks * 9 || breaks > 5 && full(1) * 10 >= breaks * 9)
            && full(2) * 50 >= breaks * 49;
        let breaks = if whole * 4 > breaks { 0 } else { breaks };
        let sure = if breaks == 0 { 0 } else { of(column).map(|of| 1000 / (of.1 - of.0)).sum() };
        let nexts = lines.iter().filter_map(|line| line.1);
        let marked = nexts.clone().filter(|next| next.trim_ascii_start().starts_with(b">")).count();
        let quoted = marked * 2 > nexts.count();
        (Width { column, breaks, hard, quoted, ..Width::default() }, sure)
    }
}

/// True when a word of the line begins behind this column.
fn reaches(line: &[u8], column: usize) -> bool {
    let text = line.trim_ascii_end();
    text.iter().rposition(|byte| *byte == b' ').is_some_and(|at| length(&text[..at]) > column)
}

/// True for what stands between the lines of a log: a command, the marks of tools, a fence, what was left out.
fn is_mark(line: &[u8]) -> bool {
    line.trim_ascii() == b"--"
        || line.starts_with(b"==> ")
        || line.starts_with(b"```")
        || line.trim_ascii_start().starts_with(b"[...")
        || line.trim_ascii_start().starts_with("[\u{2026}".as_bytes())
        || prompt::of_command(line) > 0
}

/// A line without the marks in front of it that the line before has, too.
fn unmarked<'a>(line: &[u8], next: &'a [u8]) -> &'a [u8] {
    let marks = |line: &[u8]| line.iter().take_while(|byte| b"> ".contains(byte)).count();
    let (own, its) = (marks(line), marks(next));
    let quoted = |of: &[u8]| of.contains(&b'>');
    match own.min(its) {
        both if own > 1 && quoted(&line[..own]) == quoted(&next[..its]) => &next[both..],
        _ if own == 0 => &next[hang(next)..],
        _ => next,
    }
}

/// How far a piece was indented by whoever broke the line by hand: a text has one blank at a cut.
fn hang(piece: &[u8]) -> usize {
    let blanks = piece.iter().take_while(|byte| b" \t".contains(byte)).count();
    if blanks > 1 || piece.starts_with(b"\t") { blanks } else { 0 }
}

/// How many characters a line has.
pub fn length(line: &[u8]) -> usize {
    line.iter().filter(|byte| **byte & 0xc0 != 0x80).count()
}

/// How many characters of a line had to fit: the space at its end may hang over.
fn fits(line: &[u8]) -> usize {
    length(line.trim_ascii_end())
}

/// How many characters the line would have had with the first word of the next one, and with the space between
/// them, which the break took where neither has it.
fn needs(line: &[u8], next: &[u8]) -> usize {
    let space = usize::from(!next.starts_with(b" ") && !line.ends_with(b" "));
    length(line) + space + first_word(next)
}

/// True for a line that reaches the column: with the spaces at its end where it was cut wherever the column was.
fn is_full(line: &[u8], width: Width) -> bool {
    fits(line) >= width.column || width.hard && length(line) >= width.column
}

/// True when the first word of the next line would not have fitted behind this one: it was broken here.
fn is_break(line: &[u8], next: &[u8], width: Width) -> bool {
    // Two spaces may have stood at the cut, both of which it took.
    let second = usize::from(width.breaks > 5);
    needs(line, next) + second > width.column || width.hard && fits(line) + 2 >= width.column
}

/// The length of the first word, or of the white space in front of it.
fn first_word(line: &[u8]) -> usize {
    let space = line.first() == Some(&b' ');
    let word: &[u8] = line.split(|byte| (*byte == b' ') != space).next().unwrap_or_default();
    length(word)
}

/// The length of the last word.
fn last_word(line: &[u8]) -> usize {
    length(line.rsplit(|byte| *byte == b' ').next().unwrap_or_default())
}

/// One piece of a broken line: its text as pasted and where that is in the paste.
#[derive(Debug, Clone, Copy)]
pub struct Piece<'a> {
    /// The physical line, from 0.
    pub line: u32,
    /// Its text.
    pub text: &'a [u8],
    /// Its first byte in the paste.
    pub at: usize,
}

/// A piece of a line that Exim cut because syslog takes no longer one: `[2/3] ` stands in front of the second of
/// three. With `\\` for the slash, a line of several ended behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fragment {
    /// Which piece it is, from 1.
    pub number: usize,
    /// How many there are.
    pub of: usize,
    /// Where its text begins, behind the mark.
    start: usize,
    ends: bool,
}

impl Fragment {
    /// The piece that the body of a line is; `None` for a body without such a mark.
    pub fn of(body: &[u8]) -> Option<Fragment> {
        let digits = |from: usize| body[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let value = |from: usize, to: usize| std::str::from_utf8(&body[from..to]).ok()?.parse::<usize>().ok();
        if body.first() != Some(&b'[') {
            return None;
        }
        let slash = 1 + digits(1);
        let ends = match body.get(slash)? {
            b'/' => false,
            b'\\' => true,
            _ => return None,
        };
        let close = slash + 1 + digits(slash + 1);
        let (number, of) = (value(1, slash)?, value(slash + 1, close)?);
        let known = body[close..].starts_with(b"] ") && (1..=of).contains(&number) && of <= PIECES;
        known.then_some(Fragment { number, of, start: close + 2, ends })
    }
}

/// Puts the pieces of a line of Exim together: all of them, in order, each with where its body begins.
pub fn join_fragments(pieces: &[(Piece<'_>, usize)]) -> Option<Mended> {
    let mut whole = Mended::default();
    let mut gap = Join::Tight;
    for (number, (piece, body)) in (1..).zip(pieces) {
        let fragment = Fragment::of(&piece.text[*body..]).filter(|fragment| fragment.number == number)?;
        let line = Mended::of(piece.text, piece.at);
        if number == 1 {
            whole.extend(&line, 0..*body);
        }
        append(&mut whole, &line.part(body + fragment.start..piece.text.len()), gap);
        gap = if fragment.ends { Join::Space } else { Join::Tight };
    }
    whole.damages.add(Damage::Wrapped);
    (whole.text.len() <= LONGEST).then_some(whole)
}

/// True for a text that stops in the middle of a sentence.
pub fn stops(text: &[u8]) -> bool {
    const OPEN: &[&[u8]] = &[
        b"of", b"for", b"to", b"from", b"the", b"a", b"an", b"in", b"on", b"at", b"by", b"with", b"and",
        b"or", b"is", b"was", b"not", b"because", b"than", b"as", b"user", b"while",
    ];
    let text = text.trim_ascii_end();
    let last = text.rsplit(|byte| *byte == b' ').next().unwrap_or_default();
    text.ends_with(b":") || text.ends_with(b",") || OPEN.contains(&last)
}

/// A line that stops in the middle of a sentence with what goes on below it: lines that nothing claims, as long as one
/// stops so or the next begins with a small letter or a bracket. Returns how many they are.
pub fn join_open(head: &Mended, more: &[Piece<'_>], judge: &mut Judge<'_>) -> Option<(usize, Mended)> {
    const MOST: usize = 6;
    let mut whole = head.clone();
    let mut count = 0;
    for piece in more.iter().take(MOST) {
        let goes_on = count == 0
            || stops(&whole.text)
            || piece
                .text
                .trim_ascii_start()
                .first()
                .is_some_and(|first| first.is_ascii_lowercase() || b"([\"".contains(first));
        if !goes_on || is_mark(piece.text) || is_blank(piece.text) || judge(piece.text).entry.is_some() {
            break;
        }
        let piece = Mended::of(piece.text, piece.at);
        let blanks = piece.text.len() - piece.text.trim_ascii_start().len();
        append(&mut whole, &piece.part(blanks..piece.text.trim_ascii_end().len().max(blanks)), Join::Space);
        count += 1;
    }
    whole.damages.add(Damage::Wrapped);
    (count > 0 && whole.text.len() <= LONGEST).then_some((count, whole))
}

/// How two pieces were one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Join {
    /// Nothing was between them.
    Tight,
    /// One space was between them, and the break took it.
    Space,
}

/// How two pieces most likely were one. A line that is not full was cut at a space, or behind a hyphen. A full
/// one was cut inside a word where all are full, or where no line could have held the word.
fn likely(line: &[u8], next: &[u8], width: Width) -> Join {
    if let ([.., letter, b'-'], [first, ..]) = (line, next)
        && letter.is_ascii_alphanumeric()
        && first.is_ascii_alphanumeric()
    {
        return Join::Tight;
    }
    let full = is_full(line, width);
    let (last, first) = (line.rsplit(|byte| *byte == b' ').next(), next.split(|byte| *byte == b' ').next());
    // No address and no id holds a blank.
    let opened =
        last.and_then(|last| last.rsplit(|byte| *byte == b'<').next().filter(|rest| rest.len() < last.len()));
    let closes = first.is_some_and(|first| first.contains(&b'>'));
    if full && closes && opened.is_some_and(|rest| !rest.contains(&b'>')) {
        return Join::Tight;
    }
    let inside = width.hard && width.breaks > 1 || last_word(line) + first_word(next) > width.column;
    if full && inside { Join::Tight } else { Join::Space }
}

/// Puts pieces together and says what claims the whole; whether any pattern will do or only a more telling one.
type Attempt<'a> = dyn FnMut(&[Join], bool) -> Option<(Rank, Mended)> + 'a;

/// The more telling a pattern is, the lower is its number; of two readings by one, that which knows more parts counts.
type Rank = (u16, std::cmp::Reverse<u16>);

/// Puts a line together. `head` is its first piece, mended as far as that goes alone, and what is known of
/// it; `more` are the pieces that may follow. Returns how many of them do.
pub fn join(
    head: (&Mended, Likeness),
    first: Piece<'_>,
    more: &[Piece<'_>],
    width: Width,
    judge: &mut Judge<'_>,
) -> Option<(usize, Mended)> {
    // Who broke a line by hand may have indented the rest of it.
    let hangs = |piece: &Piece<'_>| piece.text.starts_with(b" ") && !first.text.starts_with(b" ");
    let hung =
        |piece: &Piece<'_>| hang(piece.text) > 0 && hang(first.text) == 0 && !first.text.starts_with(b" ");
    let surely = more
        .first()
        .is_some_and(|piece| width.hanging && hung(piece))
        .then(|| join_as(head, first, more, width, true, judge))
        .flatten();
    surely.or_else(|| join_as(head, first, more, width, false, judge)).or_else(|| {
        more.first().is_some_and(hangs).then(|| join_as(head, first, more, width, true, judge)).flatten()
    })
}

fn join_as(
    head: (&Mended, Likeness),
    first: Piece<'_>,
    more: &[Piece<'_>],
    width: Width,
    hanging: bool,
    judge: &mut Judge<'_>,
) -> Option<(usize, Mended)> {
    // What a terminal or a ticket puts between lines belongs to none.
    let more = &more[..more.iter().position(|piece| is_mark(piece.text)).unwrap_or(more.len())];
    let units = units(first, more, width.soft);
    let cut = units[0].1 > 1;
    let cleaned = clean::clean(if cut { units[0].0.clone() } else { head.0.clone() });
    let again = if is_wrapped(first.text) {
        // What wraps a line is read when it is whole.
        if is_closed(first.text) {
            return None;
        }
        Some((clean::clean(units[0].0.clone()), Likeness::default()))
    } else {
        (cut || cleaned.text != head.0.text).then(|| {
            let known = judge(&cleaned.text);
            prefix::strip(&cleaned, judge).unwrap_or((cleaned, known))
        })
    };
    let (head, alone) = again.as_ref().map_or(head, |(head, known)| (head, *known));
    let marks = prefix::PieceMarks::of(&clean::clean(units[0].0.clone()).text, head.text.len(), head.damages);
    let pieces: Vec<Mended> = units[1..]
        .iter()
        .map(|(piece, _)| {
            let piece = clean::clean(piece.clone());
            let mut kept = marks.strip(&piece.text, width.quoted);
            if hanging {
                kept.start = piece.text.iter().take_while(|byte| b" \t".contains(byte)).count() as u32;
                kept.end = kept.end.max(kept.start);
            }
            piece.part(kept.start as usize..kept.end as usize)
        })
        .collect();
    // The lines as they were when they were cut, marks in front of them included.
    let physical: Vec<Vec<u8>> = units
        .iter()
        .map(|(piece, _)| if width.cleaned { clean::clean(piece.clone()).text } else { piece.text.clone() })
        .collect();
    let next = |at: usize| unmarked(&physical[at], &physical[at + 1]);
    let lines = |count: usize| units[..=count].iter().map(|unit| unit.1).sum::<usize>() - 1;
    // The pieces that the column itself shows to belong together.
    let is_quoted = |at: usize| physical[at].starts_with(b">");
    let goes_on = |&at: &usize| {
        // A quoted line that was broken again leaves a rest without the mark between lines that have it.
        is_break(&physical[at], next(at), width) || is_quoted(0) && !is_quoted(at) && is_quoted(at + 1)
    };
    let chain = if hanging {
        units[1..].iter().take_while(|(piece, _)| hang(&piece.text) > 0).count()
    } else {
        (0..pieces.len()).take_while(goes_on).count()
    };
    // A result of qmail holds no blank: whatever goes on in it was cut inside a word.
    let coded = |text: &[u8]| {
        let word = text.iter().rposition(|byte| *byte == b' ').map_or(0, |at| at + 1);
        [&b"failure: "[..], b"success: ", b"deferral: "].iter().any(|result| text[..word].ends_with(result))
            && text[word..].contains(&b'_')
    };
    let coded = coded(&head.text);
    let solid =
        pieces.iter().take_while(|piece| coded && !piece.text.trim_ascii_end().contains(&b' ')).count();
    let how = |at: usize| if at < solid { Join::Tight } else { likely(&physical[at], next(at), width) };
    let ends = |count: usize| {
        let ended = |text: &[u8]| text.trim_ascii_end().ends_with(b"/");
        count > 0 && count <= solid && ended(&pieces[count - 1].text) && !ended(&head.text)
    };
    let mut tries = TRIES;
    let mut attempt = |joins: &[Join], loose: bool| {
        tries = usize::checked_sub(tries, 1)?;
        let mut whole = head.clone();
        for (piece, join) in pieces.iter().zip(joins) {
            append(&mut whole, piece, *join);
            if whole.text.len() > LONGEST {
                return None;
            }
        }
        whole.damages.add(Damage::Wrapped);
        let mut whole = clean::clean(whole);
        for piece in &pieces[..joins.len()] {
            for damage in piece.damages.list() {
                whole.damages.add(damage);
            }
        }
        let mut verdict = judge(&whole.text);
        // What was put in front of the line may show only in the whole.
        if verdict.entry.is_none()
            && let Some((stripped, known)) = prefix::strip(&whole, judge)
        {
            (whole, verdict) = (stripped, known);
        }
        let new = verdict.entry?;
        // A text that goes on anyhow may go on in the next line: only the column can tell, or that a more telling
        // pattern, which has the lower number, claims the whole.
        let better = alone.entry.is_none_or(|own| {
            let more = new == own && verdict.parts > alone.parts || ends(joins.len());
            new < own || more || !loose && width.breaks > 1
        });
        better.then_some(((new, std::cmp::Reverse(verdict.parts)), whole))
    };
    let is_full: Vec<bool> = physical.iter().map(|line| is_full(line, width)).collect();
    // Lines were cut at other columns, too: the most telling pattern, which has the lowest number, and the shortest of its.
    let beyond = |from: usize, attempt: &mut Attempt<'_>| {
        let known = (from..=pieces.len().min(4)).filter_map(|count| {
            let joins: Vec<Join> =
                (0..count).map(|at| if is_full[at] { Join::Tight } else { how(at) }).collect();
            attempt(&joins, true).map(|(entry, whole)| (entry, lines(count), whole))
        });
        known.min_by_key(|(entry, ..)| *entry)
    };
    for count in (1..=chain).rev().take(3) {
        let mut joins: Vec<Join> = (0..count).map(how).collect();
        let mut found = attempt(&joins, false);
        for join in [Join::Tight, Join::Space] {
            if found.is_none() && is_full[..count].contains(&true) {
                joins.iter_mut().zip(&is_full).filter(|(_, full)| **full).for_each(|(of, _)| *of = join);
                found = attempt(&joins, false);
            }
        }
        let Some((mut entry, mut whole)) = found else { continue };
        // A full line may also end with a word: so it does where a more telling pattern claims the whole then.
        for at in (solid..count).filter(|&at| is_full[at]) {
            let likely = joins[at];
            joins[at] = if likely == Join::Tight { Join::Space } else { Join::Tight };
            match attempt(&joins, false)
                .filter(|(new, _)| new.0 < entry.0 || likely == Join::Space && *new < entry)
            {
                Some(better) => (entry, whole) = better,
                None => joins[at] = likely,
            }
        }
        // It may go on behind the column, too, where a more telling pattern claims all of it.
        let longer = beyond(count + 1, &mut attempt).filter(|(other, ..)| *other < entry);
        return Some(longer.map_or((lines(count), whole), |(_, lines, whole)| (lines, whole)));
    }
    if alone.entry.is_some() {
        return cut.then(|| (lines(0), head.clone()));
    }
    beyond(1, &mut attempt).map(|(_, lines, whole)| (lines, whole))
}

/// True for a line that is the text of a JSON object, or a cell of a table.
fn is_wrapped(line: &[u8]) -> bool {
    prefix::opens(line).is_some_and(|(rest, damages)| {
        rest.of(line).starts_with(b"{") || damages.has(Damage::Columns) && line.contains(&b'"')
    })
}

/// True where that ends.
fn is_closed(line: &[u8]) -> bool {
    matches!(line.trim_ascii_end(), [.., b'}' | b'"'])
}

/// True for lines of which some end as quoted-printable cuts lines apart, and in which every other `=` is encoded.
fn is_encoded(lines: &[(&[u8], Option<&[u8]>)]) -> bool {
    let digit = |digit: &u8| digit.is_ascii_digit() || (b'A'..=b'F').contains(digit);
    let (mut ends, mut coded, mut plain) = (0, 0, 0);
    for (line, _) in lines {
        let inside = line.strip_suffix(b"=");
        ends += usize::from(inside.is_some());
        let mut marks = memchr::memchr_iter(b'=', inside.unwrap_or(line))
            .map(|at| line.get(at + 1..at + 3).is_some_and(|code| code.iter().all(digit)));
        match marks.next() {
            Some(first) if first && marks.all(|code| code) => coded += 1,
            Some(_) => plain += 1,
            None => {}
        }
    }
    ends > 0 && plain * 10 <= coded + ends
}

/// Lines with those that quoted-printable cut apart put together, each with the one after it.
fn uncut(lines: &[(&[u8], Option<&[u8]>)], soft: bool) -> Vec<(Vec<u8>, Option<Vec<u8>>)> {
    let mut wholes: Vec<(Vec<u8>, Option<Vec<u8>>)> = Vec::new();
    let mut goes_on = false;
    for (line, next) in lines {
        match wholes.last_mut().filter(|_| goes_on) {
            Some(last) => {
                last.0.pop();
                last.0.extend_from_slice(unmarked(&last.0, line));
                last.1 = next.map(<[u8]>::to_vec);
            }
            None => wholes.push((line.to_vec(), next.map(<[u8]>::to_vec))),
        }
        goes_on = soft && next.is_some() && line.ends_with(b"=");
    }
    wholes
}

/// The pieces with those that quoted-printable cut apart put together, as pasted, and of how many each is.
fn units(first: Piece<'_>, more: &[Piece<'_>], soft: bool) -> Vec<(Mended, usize)> {
    let mut units: Vec<(Mended, usize)> = Vec::new();
    let mut before: &[u8] = b"";
    for piece in std::iter::once(&first).chain(more) {
        match units.last_mut().filter(|_| soft && before.ends_with(b"=")) {
            Some((unit, count)) => {
                let rest = unmarked(&unit.text, piece.text);
                let marks = piece.text.len() - rest.len();
                *unit = unit.part(0..unit.text.len() - 1);
                unit.extend(&Mended::of(rest, piece.at + marks), 0..rest.len());
                unit.damages.add(Damage::Encoded);
                unit.damages.add(Damage::Wrapped);
                *count += 1;
            }
            None => units.push((Mended::of(piece.text, piece.at), 1)),
        }
        before = piece.text;
    }
    units
}

/// Puts a piece behind a text.
fn append(whole: &mut Mended, piece: &Mended, join: Join) {
    if join == Join::Space && !whole.text.ends_with(b" ") && !piece.text.starts_with(b" ") {
        let after = whole.runs.last().map_or(0, |run| run.from.end);
        whole.runs.push(super::Copied {
            at: whole.text.len() as u32,
            from: super::Span { start: after, end: after },
        });
        whole.text.push(b' ');
    }
    whole.extend(piece, 0..piece.text.len());
}

#[cfg(test)]
mod tests {
    use super::needs;

    #[test]
    fn a_break_takes_a_space_only_where_neither_side_has_one() {
        assert_eq!([needs(b"ab", b"cd"), needs(b"ab ", b"cd"), needs(b"ab", b" cd")], [5, 5, 3]);
    }
}
