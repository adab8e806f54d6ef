//! What a line says by itself: its frame, and the pattern that claims it where the frame says that it is a line of a log.
//! That needs none of the lines around it, so threads find it out ahead; only traces need the order of the lines.

use super::UNREAD;
use crate::format::Effect;
use crate::frame::{Framed, Origin, frame};
use crate::mend::LONGEST;
use crate::pattern::{CATALOGUE, Capture, Captures};
use crate::text::Text;
use crate::text::slices::{beside, slices};
use rustc_hash::FxHasher;
use std::hash::Hasher;
use std::ops::Range;

/// What was found out of lines whose turn has not come.
#[derive(Debug, Default)]
pub(super) struct Ahead {
    slices: Vec<Slice>,
}

/// Lines one after the other.
#[derive(Debug)]
pub(super) struct Slice {
    first: u32,
    lines: Vec<Alone>,
    captures: Vec<Capture>,
}

/// A line by itself.
#[derive(Debug)]
struct Alone {
    framed: Framed,
    /// The pattern that claims it, or [`UNREAD`].
    entry: u16,
    /// Where its captures end in those of the slice.
    captures: usize,
}

impl Ahead {
    /// Lets this many threads find out what lines say, while this one does something else.
    pub(super) fn look(text: &Text, lines: Range<u32>, threads: usize, own: impl FnOnce()) -> Vec<Slice> {
        let slice = |part: Range<usize>| Slice::read(text, part.start as u32..part.end as u32);
        beside(|| slices(threads, lines.start as usize..lines.end as usize, slice), own)
    }

    /// Takes what was found out.
    pub(super) fn add(&mut self, slices: Vec<Slice>) {
        self.slices.extend(slices);
    }

    /// Forgets what is known of the lines before this one.
    pub(super) fn forget(&mut self, before: u32) {
        self.slices.retain(|slice| slice.first + slice.lines.len() as u32 > before);
    }

    /// The frame of a line.
    pub(super) fn framed(&self, text: &Text, index: u32) -> Framed {
        self.alone(index).map_or_else(|| frame(text.line(index)), |(slice, at)| slice.lines[at].framed)
    }

    /// The pattern that claims a line as it stands, with its fields in the captures, or [`UNREAD`]. `None` where that was
    /// not found out.
    pub(super) fn claim(&self, index: u32, captures: &mut Captures) -> Option<u16> {
        let (slice, at) = self.alone(index)?;
        let begins = at.checked_sub(1).map_or(0, |before| slice.lines[before].captures);
        captures.clear();
        captures.extend_from_slice(&slice.captures[begins..slice.lines[at].captures]);
        Some(slice.lines[at].entry)
    }

    fn alone(&self, index: u32) -> Option<(&Slice, usize)> {
        self.slices.iter().find_map(|slice| {
            let at = index.checked_sub(slice.first)? as usize;
            (at < slice.lines.len()).then_some((slice, at))
        })
    }
}

impl Slice {
    fn read(text: &Text, lines: Range<u32>) -> Slice {
        let (mut repeated, mut captures) = (Repeated::default(), Captures::new());
        let mut slice =
            Slice { first: lines.start, lines: Vec::with_capacity(lines.len()), captures: Vec::new() };
        for index in lines {
            let line = text.line(index);
            let framed = frame(line);
            let entry = if framed.body == 0 {
                // What it is part of shows when its turn comes.
                UNREAD
            } else {
                claim(&framed.origin(line), &framed.body(line), &mut repeated, &mut captures)
            };
            if entry != UNREAD {
                slice.captures.extend_from_slice(&captures);
            }
            slice.lines.push(Alone { framed, entry, captures: slice.captures.len() });
        }
        slice
    }
}

/// The pattern that claims the body of a line with a frame, or [`UNREAD`]. No program writes a line longer than [`LONGEST`]:
/// what is longer is not read, so that work on one line stays bounded.
pub(super) fn claim(
    origin: &Origin<'_>,
    body: &[u8],
    repeated: &mut Repeated,
    captures: &mut Captures,
) -> u16 {
    captures.clear();
    let bare = origin.program.is_empty() && origin.pid.is_empty();
    if bare && let Some(entry) = repeated.get(body) {
        return entry;
    }
    let known = if body.len() > LONGEST { None } else { CATALOGUE.claim(origin.program, body, captures) };
    if let Some(entry) = known.filter(|_| bare) {
        repeated.put(body, entry);
    }
    known.unwrap_or(UNREAD)
}

/// Bodies of no trace that come again and again: two of five lines of a qmail log are `status:` lines, and
/// there are few of them. Their pattern need not be found each time.
#[derive(Debug)]
pub(super) struct Repeated {
    /// Each body has one place, which the latest of that place keeps.
    places: Vec<([u8; Repeated::LONGEST], u8, u16)>,
}

impl Default for Repeated {
    fn default() -> Repeated {
        Repeated { places: vec![([0; Repeated::LONGEST], 0, UNREAD); Repeated::PLACES] }
    }
}

impl Repeated {
    const LONGEST: usize = 48;
    const PLACES: usize = 1024;

    fn place(body: &[u8]) -> usize {
        let mut hasher = FxHasher::default();
        hasher.write(body);
        hasher.finish() as usize % Repeated::PLACES
    }

    /// The pattern that claimed this very body.
    fn get(&self, body: &[u8]) -> Option<u16> {
        if body.len() > Repeated::LONGEST || body.is_empty() {
            return None;
        }
        let (kept, length, entry) = &self.places[Repeated::place(body)];
        (&kept[..usize::from(*length)] == body).then_some(*entry)
    }

    /// Keeps the pattern of a body, where it tells of no trace and no field of it matters.
    fn put(&mut self, body: &[u8], entry: u16) {
        let of = CATALOGUE.entry(entry);
        if body.len() <= Repeated::LONGEST && of.pattern.effect == Effect::Alone && !of.holds_password {
            let (kept, length, of) = &mut self.places[Repeated::place(body)];
            kept[..body.len()].copy_from_slice(body);
            (*length, *of) = (body.len() as u8, entry);
        }
    }
}
