//! How a value can be written: encoded for an address of the web, for HTML, for JSON, for mail.

use std::borrow::Cow;
use std::ops::Range;

/// A text as it reads, with the place that each byte comes from.
#[derive(Debug)]
pub(super) struct Plain<'a> {
    /// The text without its encodings.
    pub text: Cow<'a, str>,
    /// Where each byte of it begins in the source, and its end; nothing where the text is the source.
    places: Vec<usize>,
}

impl<'a> Plain<'a> {
    /// Undoes what encodes letters and marks in a text.
    pub fn new(source: &'a str) -> Plain<'a> {
        let (mut text, mut places, mut copied) = (String::new(), Vec::new(), 0);
        let bytes = source.as_bytes();
        let mut at = 0;
        let marks = |byte: &u8| matches!(byte, b'%' | b'=' | b'\\' | b'&' | b' ' | b'(' | b'[');
        while let Some(next) = bytes[at..].iter().position(marks) {
            at += next;
            let Some((length, letters)) = decoded(source, at) else {
                at += 1;
                continue;
            };
            text.push_str(&source[copied..at]);
            places.extend(copied..at);
            places.extend(letters.bytes().map(|_| at));
            text.push_str(&letters);
            at += length;
            copied = at;
        }
        if copied == 0 {
            return Plain { text: Cow::Borrowed(source), places };
        }
        text.push_str(&source[copied..]);
        places.extend(copied..=source.len());
        Plain { text: Cow::Owned(text), places }
    }

    /// Where a part of the text stands in the source.
    pub fn source(&self, part: &Range<usize>) -> Range<usize> {
        if self.places.is_empty() { part.clone() } else { self.places[part.start]..self.places[part.end] }
    }
}

/// What an encoding that begins at this place stands for, and how long it is.
fn decoded(source: &str, at: usize) -> Option<(usize, String)> {
    let rest = &source[at..];
    let one = |length: usize, letter: char| Some((length, letter.to_string()));
    match rest.as_bytes()[0] {
        // A blank inside a value is none between values.
        b'%' => match escaped(rest, "%")? {
            (length, letter) if letter == " " => one(length, '\u{a0}'),
            other => Some(other),
        },
        b'=' => {
            let (length, letters) = escaped(rest, "=")?;
            let after = rest[length..].starts_with(|next: char| next.is_alphabetic());
            let before = source[..at].ends_with(|last: char| last.is_alphanumeric());
            let is_mark = ["@", ".", "_"].contains(&letters.as_str());
            (!letters.is_ascii() || is_mark && before && after).then_some((length, letters))
        }
        b'\\' => match rest.as_bytes().get(1)? {
            b'u' => {
                let code = u32::from_str_radix(rest.get(2..6)?, 16).ok()?;
                one(6, char::from_u32(code)?)
            }
            b'n' | b'r' | b't' if !is_path(&source[..at], &rest[2..]) => one(2, ' '),
            b'x' => {
                let braced = rest[2..].strip_prefix('{').and_then(|code| code.split_once('}'));
                match braced.filter(|(code, _)| code.len() < 7) {
                    Some((code, _)) => {
                        let letter = char::from_u32(u32::from_str_radix(code, 16).ok()?)?;
                        one(code.len() + 4, letter)
                    }
                    None => escaped(rest, "\\x").filter(|(_, letters)| !letters.is_ascii()),
                }
            }
            mark @ (b'/' | b'.' | b'@' | b'\'' | b'-' | b'_') => one(2, char::from(*mark)),
            _ => None,
        },
        b' ' | b'(' | b'[' => {
            let (length, mark) = spelled(rest)?;
            let before = source[..at].chars().next_back().filter(|last| last.is_alphanumeric())?;
            let after = rest[length..].chars().next().filter(|next| next.is_alphanumeric())?;
            // A sentence may end with a blank before its dot.
            let bare = rest.starts_with(" . ");
            (!bare || before.is_ascii_digit() && after.is_ascii_digit()).then_some((length, mark.to_owned()))
        }
        _ => {
            let end = rest.bytes().take(10).position(|byte| byte == b';')?;
            let name = &rest[1..end];
            let letter = match name {
                "lt" => '<',
                "gt" => '>',
                "amp" => '&',
                "quot" => '"',
                "apos" => '\'',
                "nbsp" => ' ',
                "commat" => '@',
                _ => match name.strip_prefix('#') {
                    Some(number) => {
                        let hex = number.strip_prefix(['x', 'X']);
                        let code =
                            hex.map_or_else(|| number.parse().ok(), |hex| u32::from_str_radix(hex, 16).ok())?;
                        char::from_u32(code)?
                    }
                    None => named(name)?,
                },
            };
            one(end + 1, letter)
        }
    }
}

/// A mark that somebody spelled so that no program finds the address, and how long that is.
fn spelled(rest: &str) -> Option<(usize, &'static str)> {
    const SPELLED: &[(&str, &str)] = &[
        (" (at) ", "@"),
        (" [at] ", "@"),
        ("(at)", "@"),
        ("[at]", "@"),
        ("(dot)", "."),
        ("[dot]", "."),
        (" (dot) ", "."),
        (" [dot] ", "."),
        ("[.]", "."),
        ("(.)", "."),
        (" . ", "."),
    ];
    SPELLED.iter().find(|(text, _)| rest.starts_with(text)).map(|(text, mark)| (text.len(), *mark))
}

/// A letter by the name that HTML has for it: `auml`.
fn named(name: &str) -> Option<char> {
    const ACCENTS: &[(&str, &str, &str)] = &[
        ("uml", "aeiouyAEIOU", "äëïöüÿÄËÏÖÜ"),
        ("acute", "aeiouyAEIOUY", "áéíóúýÁÉÍÓÚÝ"),
        ("grave", "aeiouAEIOU", "àèìòùÀÈÌÒÙ"),
        ("circ", "aeiouAEIOU", "âêîôûÂÊÎÔÛ"),
        ("tilde", "anoANO", "ãñõÃÑÕ"),
        ("cedil", "cC", "çÇ"),
        ("ring", "aA", "åÅ"),
        ("slash", "oO", "øØ"),
        ("caron", "cszCSZ", "čšžČŠŽ"),
        ("zlig", "s", "ß"),
        ("elig", "aA", "æÆ"),
    ];
    ACCENTS.iter().find_map(|(accent, letters, accented)| {
        let letter = name.strip_suffix(accent).filter(|letter| letter.len() == 1)?;
        accented.chars().nth(letters.find(letter)?)
    })
}

/// True between these two in a path of Windows and in the name of a user there, where a backslash is itself:
/// `C:\Users`, `MUSTER\nadja`.
fn is_path(before: &str, after: &str) -> bool {
    let near = &before.as_bytes()[before.len().saturating_sub(200)..];
    let word = near.iter().rev().take_while(|byte| **byte > b' ' && !b"\"'".contains(byte)).count();
    let word = &near[near.len() - word..];
    let user = || {
        let shouts = |byte: &u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || *byte == b'-';
        word.len() > 2 && word.iter().all(shouts) && after.starts_with(char::is_alphabetic)
    };
    // What is in quotes is escaped.
    word.windows(2).any(|drive| drive == b":\\") || user() && !near.iter().any(|byte| b"\"'".contains(byte))
}

/// Bytes that are written as two hexadecimal digits after a mark, as far as they are one letter.
fn escaped(rest: &str, mark: &str) -> Option<(usize, String)> {
    let mut bytes = Vec::new();
    let length = mark.len() + 2;
    for part in rest.as_bytes().chunks_exact(length).take(4) {
        let digits = std::str::from_utf8(part.strip_prefix(mark.as_bytes())?).ok()?;
        if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
        if let Ok(letter) = std::str::from_utf8(&bytes) {
            let letter = letter.chars().next().filter(|letter| !letter.is_control())?;
            return Some((bytes.len() * length, letter.to_string()));
        }
    }
    None
}

/// Finds values in texts, each where it stands alone, whatever its letters' case.
#[derive(Debug, Default)]
pub(super) struct Lookup {
    /// By the hash of the beginning of a value up to the end of a word: the value that ends there.
    heads: rustc_hash::FxHashMap<u64, Option<u32>>,
    /// The marks around the words of a value, by its number: `+kAW0C85gMHHGM2Q2`, `2001:db8::`.
    marks: rustc_hash::FxHashMap<u32, [String; 2]>,
}

impl Lookup {
    /// No value has more words.
    const WORDS: usize = 48;

    /// Adds a value under a number.
    pub fn add(&mut self, value: &str, number: u32) {
        let bare = |text: &str| text.trim_start_matches(|sign: char| !sign.is_alphanumeric()).len();
        // An address that begins with colons is looked for from these on.
        let start = if value.starts_with("::") { 0 } else { value.len() - bare(value) };
        let end = value.trim_end_matches(|sign: char| !sign.is_alphanumeric()).len().max(start);
        if start > 0 || end < value.len() {
            self.marks.insert(number, [&value[..start], &value[end..]].map(str::to_owned));
        }
        let value = &value[start..];
        let mut last = None;
        walk(value, 0, |hash, end| {
            let known = self.heads.entry(hash).or_insert(None);
            last = Some((hash, end, known.is_none()));
            true
        });
        if let Some((hash, _, free)) = last
            && free
        {
            self.heads.insert(hash, Some(number));
        }
    }

    /// How far a value's marks go around its words where these were found; nothing where it's another value: the words of
    /// `2001:db8::` are those of `2001:db8::7`, too.
    fn around(&self, value: u32, before: &str, after: &str) -> Option<(usize, usize)> {
        let Some([open, close]) = self.marks.get(&value) else { return Some((0, 0)) };
        let closed = after.strip_prefix(close.as_str());
        let is_net = close.starts_with("::");
        if is_net
            && closed.is_none_or(|rest| rest.starts_with(|next: char| next.is_alphanumeric() || next == ':'))
        {
            return None;
        }
        let opens = if before.ends_with(open.as_str()) { open.len() } else { 0 };
        Some((opens, closed.map_or(0, |_| close.len())))
    }

    /// Every value that stands alone in a text, the longest at each place, in order, apart from each other.
    pub fn find(&self, text: &str) -> Vec<(Range<usize>, u32)> {
        let mut found = Vec::new();
        let (mut at, mut inside) = (0, false);
        while let Some(letter) = letter(text, at) {
            let begins = !inside && letter.is_alphanumeric();
            let colons =
                letter == ':' && !inside && text[at..].starts_with("::") && !text[..at].ends_with(':');
            if !(begins || colons) {
                inside &= letter.is_alphanumeric();
                at += letter.len_utf8();
                continue;
            }
            let mut longest = None;
            let mut first = None;
            walk(text, at, |hash, end| {
                first = first.or(Some(end));
                let head = self.heads.get(&hash);
                longest = head.copied().flatten().map(|value| (end, value)).or(longest);
                head.is_some()
            });
            if let Some((end, value)) = longest
                && let Some((before, after)) = self.around(value, &text[..at], &text[end..])
            {
                found.push((at - before..end + after, value));
                (at, inside) = (end, true);
            } else if begins {
                (at, inside) = (first.unwrap_or(text.len()), true);
            } else {
                at += 1;
            }
        }
        found
    }
}

/// The letter at a place; nearly all are ASCII.
#[inline]
fn letter(text: &str, at: usize) -> Option<char> {
    let byte = *text.as_bytes().get(at)?;
    if byte.is_ascii() { Some(char::from(byte)) } else { text[at..].chars().next() }
}

/// Tells the hash of what a text begins with from this place on, and where that ends, at the end of each word; until
/// it is told to stop.
fn walk(text: &str, mut at: usize, mut tell: impl FnMut(u64, usize) -> bool) {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let (mut inside, mut words) = (false, 0);
    while let Some(letter) = letter(text, at) {
        let word = letter.is_alphanumeric();
        if inside && !word {
            words += 1;
            if !tell(hash, at) || words == Lookup::WORDS {
                return;
            }
        }
        inside = word;
        at += letter.len_utf8();
        let mut mix = |lower: char| {
            hash = (hash ^ u64::from(u32::from(lower))).wrapping_mul(0x0000_0100_0000_01b3).rotate_left(5);
        };
        match letter {
            // qmail writes a blank as `_`.
            '_' | '\u{a0}' => mix(' '),
            _ if letter.is_ascii() => mix(letter.to_ascii_lowercase()),
            _ => letter.to_lowercase().for_each(mix),
        }
    }
    if inside {
        tell(hash, text.len());
    }
}
