//! The pasted bytes and where their lines are. Every byte is kept and belongs to exactly one line.

pub mod hidden;
pub mod prompt;
pub mod prose;
pub mod slices;
pub mod utf16;

use memchr::{memchr, memchr_iter};
use std::borrow::Cow;
use std::ops::Range;

/// The largest paste in bytes: offsets are 32 bits wide, as is the memory of a browser's WebAssembly.
pub const LIMIT: usize = u32::MAX as usize - 1;

/// A stretch of bytes; `start..end`, in the terms of whatever it was cut from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span of two offsets.
    pub fn new(start: usize, end: usize) -> Span {
        Span { start: start as u32, end: end as u32 }
    }

    /// True when it holds nothing.
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// The bytes of `of` that it covers.
    pub fn of(self, of: &[u8]) -> &[u8] {
        of.get(self.start as usize..self.end as usize).unwrap_or_default()
    }

    /// The same span seen from something that begins `by` bytes earlier.
    #[must_use]
    pub fn shifted(self, by: u32) -> Span {
        Span { start: self.start + by, end: self.end + by }
    }
}

/// The pasted bytes with the start of every line.
#[derive(Debug, Default)]
pub struct Text {
    bytes: Vec<u8>,
    /// Where each complete line starts; the line after the last newline is open until the end.
    starts: Vec<u32>,
    /// Where the line that is still open starts.
    open: usize,
    /// So many lines were looked through for records that were run together.
    split: usize,
    /// The lines, ascending, that pasting put behind the one before.
    behind: Vec<u32>,
}

impl Text {
    /// Makes room for this many more bytes.
    pub fn reserve(&mut self, bytes: usize) {
        self.bytes.reserve_exact(bytes.min(LIMIT));
    }

    /// Adds bytes; returns how many of them were taken, fewer than given only at [`LIMIT`].
    pub fn push(&mut self, bytes: &[u8]) -> usize {
        let taken = bytes.len().min(LIMIT - self.bytes.len());
        let bytes = &bytes[..taken];
        if self.starts.capacity() == self.starts.len() {
            self.starts.reserve(bytes.len() / 64);
        }
        let base = self.bytes.len();
        for at in memchr_iter(b'\n', bytes) {
            self.starts.push(self.open as u32);
            self.open = base + at + 1;
        }
        self.bytes.extend_from_slice(bytes);
        taken
    }

    /// The lines that [`Text::split`] has not seen.
    pub fn unsplit(&self) -> Range<u32> {
        self.split as u32..self.lines()
    }

    /// Takes those of these new lines apart, ascending, in which several records were run together: `more` says where they
    /// begin behind the first. All other new lines stay as they are.
    pub fn split(&mut self, lines: &[u32], mut more: impl FnMut(&[u8]) -> Vec<usize>) {
        let first = lines.first().map_or(self.starts.len(), |&first| first as usize);
        let new = self.starts.split_off(first);
        for (at, &start) in new.iter().enumerate() {
            self.starts.push(start);
            if lines.binary_search(&((first + at) as u32)).is_ok() {
                let end = new.get(at + 1).map_or(self.open, |&next| next as usize);
                for at in more(&self.bytes[start as usize..end]) {
                    self.behind.push(self.starts.len() as u32);
                    self.starts.push(start + at as u32);
                }
            }
        }
        self.split = self.starts.len();
    }

    /// Closes the last line, where it has no newline of its own.
    pub fn finish(&mut self) {
        if self.open < self.bytes.len() {
            self.starts.push(self.open as u32);
            self.open = self.bytes.len();
        }
    }

    /// Everything that was pasted.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// How many lines are complete.
    pub fn lines(&self) -> u32 {
        self.starts.len() as u32
    }

    /// The number, from 1, that a line has in what was pasted, by its index from 0.
    pub fn number(&self, index: u32) -> u32 {
        index + 1 - self.behind.partition_point(|behind| *behind <= index) as u32
    }

    /// A line by its index from 0, with its line end.
    pub fn whole_line(&self, index: u32) -> &[u8] {
        let Some(&start) = self.starts.get(index as usize) else { return &[] };
        let end = self.starts.get(index as usize + 1).map_or(self.open, |&next| next as usize);
        &self.bytes[start as usize..end]
    }

    /// Where a line begins, by its index from 0.
    pub fn start(&self, index: u32) -> usize {
        self.starts.get(index as usize).map_or(self.open, |&start| start as usize)
    }

    /// A line by its index from 0, without its line end (`\n` or `\r\n`).
    pub fn line(&self, index: u32) -> &[u8] {
        let line = self.whole_line(index);
        let line = line.strip_suffix(b"\n").unwrap_or(line);
        line.strip_suffix(b"\r").unwrap_or(line)
    }
}

/// Bytes as text; what is not UTF-8 becomes U+FFFD.
pub fn lossy(bytes: &[u8]) -> Cow<'_, str> {
    // The check of a whole text is several times quicker than the search for what is wrong in it.
    std::str::from_utf8(bytes).map_or_else(|_| String::from_utf8_lossy(bytes), Cow::Borrowed)
}

/// True when a line holds nothing that can be seen.
pub fn is_blank(line: &[u8]) -> bool {
    line.iter().all(|byte| byte.is_ascii_whitespace() || *byte == 0)
}

/// Cuts at the first `byte`: what is before it and what is after it.
pub fn cut(bytes: &[u8], byte: u8) -> Option<(&[u8], &[u8])> {
    memchr(byte, bytes).map(|at| (&bytes[..at], &bytes[at + 1..]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn text(pieces: &[&[u8]]) -> Text {
        let mut text = Text::default();
        for piece in pieces {
            text.push(piece);
        }
        text.finish();
        text
    }

    #[test]
    fn the_last_line_needs_no_newline() {
        assert_eq!(text(&[b"a\nb"]).lines(), 2);
        assert_eq!(text(&[b"a\nb\n"]).lines(), 2);
        assert_eq!(text(&[b"\n\n"]).lines(), 2);
        assert_eq!(text(&[b""]).lines(), 0);
    }

    #[test]
    fn records_that_were_run_together_are_lines() {
        let mut text = text(&[b"a|b|c\nd\n"]);
        text.split(&[0], |line| {
            line.iter().enumerate().filter(|(_, byte)| **byte == b'|').map(|(at, _)| at).collect()
        });
        assert_eq!([text.line(0), text.line(1), text.line(2), text.line(3)], [&b"a"[..], b"|b", b"|c", b"d"]);
    }

    #[test]
    fn both_line_ends_are_left_off() {
        let text = text(&[b"a\r\nb\0\r\n\xff"]);
        assert_eq!([text.line(0), text.line(1), text.line(2)], [&b"a"[..], b"b\0", b"\xff"]);
    }

    proptest! {
        #[test]
        fn no_byte_is_lost_however_it_comes(pieces: Vec<Vec<u8>>) {
            let pieces: Vec<&[u8]> = pieces.iter().map(Vec::as_slice).collect();
            let text = text(&pieces);
            let lines: Vec<u8> = (0..text.lines()).flat_map(|i| text.whole_line(i).to_vec()).collect();
            prop_assert_eq!(lines, pieces.concat());
        }
    }
}
