//! Characters that nobody sees and that change what is seen around them: marks that turn the direction of
//! writing (UAX 9), characters without width, and those that steer a terminal. Whoever writes to a log can put
//! them into an address or a subject, and so hide or reorder the sentence that names it.

use std::borrow::Cow;
use std::fmt::Write;

/// True for a character that is not seen itself, other than a space, a tab and a line end.
pub fn is_hidden(letter: char) -> bool {
    match letter {
        '\n' | '\t' => false,
        '\u{AD}'
        | '\u{61C}'
        | '\u{180E}'
        | '\u{200B}'..='\u{200F}'
        | '\u{2028}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FEFF}'
        | '\u{E0000}'..='\u{E007F}' => true,
        letter => letter.is_control(),
    }
}

/// The text with each such character as its name: `⟨U+202E⟩`.
pub fn named(text: &str) -> Cow<'_, str> {
    if !text.contains(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut named = String::with_capacity(text.len() + 16);
    for letter in text.chars() {
        if is_hidden(letter) {
            let _ = write!(named, "\u{27E8}U+{:04X}\u{27E9}", u32::from(letter));
        } else {
            named.push(letter);
        }
    }
    Cow::Owned(named)
}

/// The text as it was before [`named`].
pub fn unnamed(text: &str) -> Cow<'_, str> {
    const NAME: &str = "\u{27E8}U+";
    if !text.contains(NAME) {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut parts = text.split(NAME);
    plain.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let name = part.split_once('\u{27E9}');
        let letter = name.and_then(|(name, _)| char::from_u32(u32::from_str_radix(name, 16).ok()?));
        match (name, letter.filter(|letter| is_hidden(*letter))) {
            (Some((_, rest)), Some(letter)) => plain.extend([letter.encode_utf8(&mut [0; 4]), rest]),
            _ => plain.extend([NAME, part]),
        }
    }
    Cow::Owned(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_hides_is_named_and_what_is_seen_stays() {
        for (text, want) in [
            ("ana@x.example", "ana@x.example"),
            ("\u{5D0}\u{E9} \u{1F600}\ta\nb\u{FFFD}", "\u{5D0}\u{E9} \u{1F600}\ta\nb\u{FFFD}"),
            ("a\u{202E}b", "a\u{27E8}U+202E\u{27E9}b"),
            ("\u{200B}\u{FEFF}", "\u{27E8}U+200B\u{27E9}\u{27E8}U+FEFF\u{27E9}"),
            ("\u{1B}[2J\r", "\u{27E8}U+001B\u{27E9}[2J\u{27E8}U+000D\u{27E9}"),
        ] {
            assert_eq!(named(text), want);
            assert_eq!(unnamed(want), text);
        }
        for text in ["\u{27E8}U+", "\u{27E8}U+202E", "\u{27E8}U+41\u{27E9}", "\u{27E8}U+x\u{27E9}"] {
            assert_eq!(unnamed(text), text);
        }
    }
}
