//! Lines that were broken: a mail program or a ticket system cut them at a column, at a space or inside
//! a word. What was cut is put together where the whole is known and the pieces are not.

use super::{Damage, Judge, LONGEST, Mended, Verdict, clean, prefix};

/// A broken line has no more pieces than this after its first.
pub const PIECES: usize = 40;
/// So many blank lines may stand between two pieces.
pub const BLANKS: u32 = 2;
/// No more than this many ways to put a line together are tried.
const TRIES: usize = 10;

/// The column at which the lines around a place were cut, and how sure that is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Width {
    /// The longest line, in characters.
    pub column: usize,
    /// How many lines end where the next word would not have fitted.
    pub breaks: usize,
}

/// How many characters a line has.
pub fn length(line: &[u8]) -> usize {
    line.iter().filter(|byte| **byte & 0xc0 != 0x80).count()
}

/// True when the first word of the next line would not have fitted behind this one: it was broken here.
pub fn is_break(line: &[u8], next: &[u8], width: Width) -> bool {
    // The space between the two may be gone.
    let space = usize::from(!line.ends_with(b" ") && !next.starts_with(b" "));
    length(line) + space + first_word(next) > width.column
}

/// The length of the first word, or of the white space in front of it.
fn first_word(line: &[u8]) -> usize {
    let space = line.first() == Some(&b' ');
    let word: &[u8] = line.split(|byte| (*byte == b' ') != space).next().unwrap_or_default();
    length(word)
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

/// How two pieces were one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Join {
    /// Nothing was between them.
    Tight,
    /// One space was between them, and the break took it.
    Space,
}

/// Puts a line together. `head` is its first piece, mended as far as that goes alone, and what is known of
/// it; `more` are the pieces that may follow. Returns how many of them do.
pub fn join(
    head: (&Mended, Verdict),
    first: Piece<'_>,
    more: &[Piece<'_>],
    width: Width,
    judge: &mut Judge<'_>,
) -> Option<(usize, Mended)> {
    let (head, alone) = head;
    let pieces: Vec<Mended> = more
        .iter()
        .map(|piece| {
            let piece = clean::clean(Mended::of(piece.text, piece.at));
            let kept = prefix::strip_like(&piece.text, head.damages);
            piece.part(kept.start as usize..kept.end as usize)
        })
        .collect();
    // The pieces that the column itself shows to belong together.
    let physical: Vec<&[u8]> =
        std::iter::once(first.text).chain(more.iter().map(|piece| piece.text)).collect();
    let chain = (0..more.len()).take_while(|&at| is_break(physical[at], &pieces[at].text, width)).count();
    let soft = (0..more.len()).take_while(|&at| physical[at].ends_with(b"=")).count();
    if soft > 0 {
        let mut whole = head.clone();
        for piece in &pieces[..soft] {
            whole = whole.part(0..whole.text.len().saturating_sub(1));
            whole.extend(piece, 0..piece.text.len());
        }
        whole.damages.add(Damage::Encoded);
        whole.damages.add(Damage::Wrapped);
        let whole = clean::clean(whole);
        if judge(&whole.text).entry.is_some() {
            return Some((soft, whole));
        }
    }
    let filled = physical[..chain].iter().all(|line| length(line) >= width.column);
    let mut tries = TRIES;
    let mut attempt = |count: usize, loose: bool, full: Join| {
        if tries == 0 {
            return None;
        }
        tries -= 1;
        let mut whole = head.clone();
        for (at, piece) in pieces[..count].iter().enumerate() {
            append(&mut whole, piece, if length(physical[at]) >= width.column { full } else { Join::Space });
            if whole.text.len() > LONGEST {
                return None;
            }
        }
        whole.damages.add(Damage::Wrapped);
        let mut whole = clean::clean(whole);
        for piece in &pieces[..count] {
            for damage in piece.damages.list() {
                whole.damages.add(damage);
            }
        }
        let verdict = judge(&whole.text);
        let better = match (alone.entry, verdict.entry) {
            (_, None) => false,
            (None, Some(_)) => true,
            // A text that goes on anyhow may go on in the next line: only the column can tell.
            (Some(own), Some(new)) => own != new || !loose && width.breaks > 1,
        };
        better.then_some((count, whole))
    };
    let order = if filled { [Join::Tight, Join::Space] } else { [Join::Space, Join::Tight] };
    for count in (1..=chain).rev().take(3) {
        for full in order {
            if let Some(found) = attempt(count, false, full) {
                return Some(found);
            }
        }
    }
    if alone.entry.is_some() {
        return None;
    }
    // Lines were cut at other columns, too: the shortest that is known.
    (1..=pieces.len().min(4)).find_map(|count| attempt(count, true, Join::Tight))
}

/// Puts a piece behind a text.
fn append(whole: &mut Mended, piece: &Mended, join: Join) {
    if join == Join::Space && !whole.text.ends_with(b" ") && !piece.text.starts_with(b" ") {
        let after = whole.runs.last().map_or(0, |run| run.from.end);
        whole
            .runs
            .push(super::Run { at: whole.text.len() as u32, from: super::Span { start: after, end: after } });
        whole.text.push(b' ');
    }
    whole.extend(piece, 0..piece.text.len());
}
