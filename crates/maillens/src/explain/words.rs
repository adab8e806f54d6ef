//! Small turns of phrase: values in sentences, sizes, counts, delivery results as real text.

use crate::format::Role;
use crate::pattern::{Captures, Entry};
use crate::text::lossy;
use std::fmt::Write;

/// A template's meaning with the values of its fields. A part in `{?…}` is left out when the line lacks
/// one of its fields. `{count message}` is a number and what it counts: see [`counting`].
pub(super) fn fill(entry: &Entry, body: &[u8], captures: &Captures, says: &str) -> String {
    let value = |name: &str| {
        let found = captures.iter().find(|capture| entry.field(**capture).name == name)?;
        Some(value_in_words(entry.field(*found).role, &lossy(found.at.of(body))))
    };
    let mut text = String::with_capacity(says.len() + 32);
    let mut rest = says;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        if let Some(part) = after.strip_prefix('?') {
            let end = closing(part);
            if names(&part[..end]).all(|name| value(name).is_some()) {
                text.push_str(&fill(entry, body, captures, &part[..end]));
            }
            rest = go_on(&text, part.get(end + 1..).unwrap_or_default());
            continue;
        }
        let Some((place, after)) = after.split_once('}') else { break };
        let (name, noun) = named(place);
        text.push_str(&counting(value(name).as_deref().unwrap_or("…"), noun));
        rest = go_on(&text, after);
    }
    text.push_str(rest);
    text
}

/// The field of a place in a meaning, and what stands behind it: `{count message}`.
pub(super) fn named(place: &str) -> (&str, &str) {
    place.split_once(' ').unwrap_or((place, ""))
}

/// A value with the noun of which it says how many there are, in its right number. The noun is in the singular; where its
/// plural is more than an `s`, that stands behind a bar: `entry|entries`, `message was|messages were`.
pub(super) fn counting(value: &str, noun: &str) -> String {
    match (noun.split_once('|'), value) {
        _ if noun.is_empty() => value.to_owned(),
        (Some((one, _)), "1") => format!("1 {one}"),
        (None, "1") => format!("1 {noun}"),
        (Some((_, many)), _) => format!("{value} {many}"),
        (None, _) => format!("{value} {noun}s"),
    }
}

/// What follows a value in a sentence: the stop with which the value ends is not said twice.
pub(super) fn go_on<'a>(said: &str, rest: &'a str) -> &'a str {
    match rest.strip_prefix('.') {
        Some(more) if said.ends_with(['.', '!', '?', '…']) => more,
        _ => rest,
    }
}

/// Where the bracket that opened before a text is closed in it.
fn closing(text: &str) -> usize {
    let mut depth = 0;
    let close = text.bytes().position(|byte| {
        depth += i32::from(byte == b'{') - i32::from(byte == b'}');
        depth < 0
    });
    close.unwrap_or(text.len())
}

/// The fields that a text names.
fn names(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|part| part.split(['}', ' ']).next())
}

/// A value as a sentence says it.
pub(super) fn value_in_words(role: Role, value: &str) -> String {
    match (role, value) {
        (Role::Sender, "") => "nobody (it's a notice itself, such as a bounce)".into(),
        (Role::Sender, "#@[]") => "nobody (it's a notice about an undeliverable notice)".into(),
        (Role::Password, _) => "*".repeat(value.chars().count()),
        (Role::Bytes, _) => value.parse().map_or_else(|_| value.into(), grouped),
        (_, "") => "nothing".into(),
        _ => value.into(),
    }
}

/// A number with its thousands apart: `16,593`.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A size for people: `16.2 KB`. Units of 1,024 bytes.
pub fn size(bytes: u64) -> String {
    let mut value = bytes as f64;
    let mut unit = "bytes";
    for larger in ["KB", "MB", "GB"] {
        if value < 1024.0 {
            break;
        }
        value /= 1024.0;
        unit = larger;
    }
    if unit == "bytes" { format!("{bytes} bytes") } else { format!("{value:.1} {unit}") }
}

/// `1 recipient`, `3 recipients`.
pub(crate) fn count(number: usize, one: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{} {one}s", grouped(number as u64)) }
}

/// A length of time in its largest unit.
pub(super) fn lasting(seconds: i64) -> String {
    let units = [(86_400, "day"), (3600, "hour"), (60, "minute"), (1, "second")];
    let (size, unit) = units.into_iter().find(|(size, _)| seconds >= *size).unwrap_or((1, "second"));
    count(usize::try_from(seconds / size).unwrap_or_default(), unit)
}

/// A text with a capital at its start.
pub(super) fn sentence_case(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + letters.as_str())
}

/// `once`, `twice`, `3 times`.
pub(crate) fn times(number: usize) -> String {
    match number {
        1 => "once".into(),
        2 => "twice".into(),
        more => count(more, "time"),
    }
}

/// `a`, `a and b`, `a, b and 3 more`.
pub(crate) fn list(items: &[&str]) -> String {
    match items {
        [] => String::new(),
        [one] => (*one).into(),
        [one, two] => format!("{one} and {two}"),
        [one, two, rest @ ..] => format!("{one}, {two} and {} more", rest.len()),
    }
}

/// A delivery result as it was before qmail wrote it down: underscores become spaces again, except
/// inside an address; a slash becomes a line break where the next line of an SMTP reply begins. What was
/// a real underscore or slash cannot be told for sure, so the log's own text is always shown beside it.
pub(super) fn decoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut in_address = false;
    for (at, letter) in text.char_indices() {
        match letter {
            '<' => in_address = text[at..].split('>').next().is_some_and(|inside| inside.contains('@')),
            '>' => in_address = false,
            _ => {}
        }
        let next = &text.as_bytes()[at + letter.len_utf8()..];
        let reply_line =
            next.len() > 3 && next[..3].iter().all(u8::is_ascii_digit) && b"-_".contains(&next[3]);
        out.push(match letter {
            '_' if !in_address => ' ',
            '/' if reply_line => '\n',
            other => other,
        });
    }
    out.trim_end_matches('/').trim().to_owned()
}

/// A template with its values; `None` where one is not known. A part in `{?…}` is left out where a value of it isn't.
pub(super) fn put(text: &str, value: impl Fn(&str) -> Option<String>) -> Option<String> {
    put_in(text, &value)
}

fn put_in(text: &str, value: &dyn Fn(&str) -> Option<String>) -> Option<String> {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        if let Some(part) = after.strip_prefix('?') {
            let end = closing(part);
            out.push_str(&put_in(&part[..end], value).unwrap_or_default());
            rest = part.get(end + 1..).unwrap_or_default();
            continue;
        }
        let Some((name, after)) = after.split_once('}') else { return Some(out + &rest[before.len()..]) };
        rest = after;
        // What awk and shells put into braces is no value.
        if name.contains([' ', '$', ',']) {
            let _ = write!(out, "{{{name}}}");
        } else {
            out.push_str(&value(name)?);
        }
    }
    out.push_str(rest);
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_read_as_they_were_said() {
        for (log, want) in [
            ("550_5.1.1_no_such_user/", "550 5.1.1 no such user"),
            (
                "550-5.2.2_full/550_5.2.2_see_http://x.example/a",
                "550-5.2.2 full\n550 5.2.2 see http://x.example/a",
            ),
            ("550_<first_last@a.example>:_unknown", "550 <first_last@a.example>: unknown"),
            ("a_<_b", "a < b"),
            ("", ""),
        ] {
            assert_eq!(decoded(log), want);
        }
    }

    #[test]
    fn numbers_and_sizes_are_for_people() {
        assert_eq!(grouped(1_204), "1,204");
        assert_eq!(grouped(999), "999");
        assert_eq!(size(16_593), "16.2 KB");
        assert_eq!(size(999), "999 bytes");
        assert_eq!(count(1, "line"), "1 line");
        assert_eq!(list(&["a", "b", "c"]), "a, b and 1 more");
    }

    #[test]
    fn a_noun_has_the_number_of_its_value() {
        for (value, place, want) in [
            ("1", "count message", "1 message"),
            ("0", "count message", "0 messages"),
            ("1,204", "size byte", "1,204 bytes"),
            ("1", "n entry|entries", "1 entry"),
            ("2", "n message was|messages were", "2 messages were"),
            ("0.1", "delay second", "0.1 seconds"),
            ("7", "port", "7"),
            ("…", " second", "… seconds"),
        ] {
            assert_eq!(counting(value, named(place).1), want);
        }
    }
}
