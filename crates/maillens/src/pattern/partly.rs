//! Lines whose program is known and whose text no pattern claims: how serious they are, which message they are
//! about, and the patterns that stand for them, one for each level.

use super::template::reach;
use crate::format::{Effect, Format, Pattern, Place, Shape, line};
use crate::text::Span;
use crate::vocabulary::Level;

/// The levels that a program itself can give a line, from harmless to fatal.
pub const LEVELS: [Level; 4] = [Level::Info, Level::Warning, Level::Permanent, Level::Alert];

/// The patterns of such lines: what is known of the line is its level.
pub static UNKNOWN: [Pattern; LEVELS.len()] =
    [unknown(LEVELS[0]), unknown(LEVELS[1]), unknown(LEVELS[2]), unknown(LEVELS[3])];

const fn unknown(level: Level) -> Pattern {
    line("unknown-text", "").level(level).effect(Effect::Mention)
}

/// What stands for a program that has no format of its own.
pub static OTHER: Format = Format {
    id: "other-program",
    title: "a program of this server",
    place: Place::Program,
    realm: "postfix",
    ..Format::BASE
};

/// How serious a line is: by the level that its head gives, else by the word that its text begins with.
pub fn level(severity: &[u8], body: &[u8]) -> Level {
    by_word(severity).or_else(|| leading(body)).or_else(|| failed(body)).unwrap_or_default()
}

/// The level of a text that says itself that something failed.
fn failed(body: &[u8]) -> Option<Level> {
    const STARTS: &[&str] =
        &["failed to ", "cannot ", "can't ", "could not ", "couldn't ", "unable to ", "out of memory"];
    let starts =
        |word: &str| body.get(..word.len()).is_some_and(|own| own.eq_ignore_ascii_case(word.as_bytes()));
    let inside = [&b" failed: "[..], b" failed (", b": Failed with result"];
    let fails = STARTS.iter().any(|word| starts(word))
        || inside.iter().any(|word| memchr::memmem::find(body, word).is_some());
    fails.then_some(Level::Permanent)
}

/// The level in front of a text, behind the id of a message: `fatal: `, `[ERROR] `, `4F1A…: warning: `.
fn leading(body: &[u8]) -> Option<Level> {
    /// What stands in front of the level is no longer: an id, the name of a part of the program.
    const PARTS: usize = 3;
    let mut rest = body;
    for _ in 0..PARTS {
        let opens = rest.iter().take_while(|byte| b"[(<*!) ".contains(byte)).count();
        let inside = &rest[opens..];
        let word = inside.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        let ends = inside[word..].first().is_some_and(|byte| b":])>!".contains(byte));
        let shouts = word > 3 && inside[..word].iter().all(u8::is_ascii_uppercase);
        if let Some(level) = by_word(&inside[..word]).filter(|_| ends || shouts) {
            return Some(level);
        }
        let more = memchr::memmem::find(rest, b": ")?;
        if rest[..more].contains(&b' ') {
            return None;
        }
        rest = &rest[more + 2..];
    }
    None
}

/// The level of a word, as programs and syslog write it.
fn by_word(word: &[u8]) -> Option<Level> {
    const WORDS: &[(&str, Level)] = &[
        ("debug", Level::Info),
        ("info", Level::Info),
        ("notice", Level::Info),
        ("warn", Level::Warning),
        ("warning", Level::Warning),
        ("err", Level::Permanent),
        ("error", Level::Permanent),
        ("syserr", Level::Alert),
        ("crit", Level::Alert),
        ("critical", Level::Alert),
        ("alert", Level::Alert),
        ("emerg", Level::Alert),
        ("emergency", Level::Alert),
        ("fatal", Level::Alert),
        ("panic", Level::Alert),
        ("trouble", Level::Alert),
    ];
    WORDS.iter().find(|known| known.0.as_bytes().eq_ignore_ascii_case(word)).map(|known| known.1)
}

/// The class of a reply that a text quotes, 4 or 5: its code and its status agree, as in `550 5.7.1`.
pub fn reply(body: &[u8]) -> Option<u8> {
    memchr::memchr_iter(b'.', body).filter(|&dot| dot >= 5).find_map(|dot| {
        let [class @ (b'4' | b'5'), a, b, b' ' | b'-', status] = body[dot - 5..dot] else { return None };
        let digits = [a, b, *body.get(dot + 1)?].iter().all(u8::is_ascii_digit);
        let whole = dot == 5 || !body[dot - 6].is_ascii_alphanumeric();
        (digits && whole && status == class).then_some(class - b'0')
    })
}

/// The id of a message in front of a text.
pub fn queue_id(body: &[u8]) -> Option<Span> {
    let followed = |shape, end: &[u8]| {
        let length = reach(shape, body).1.min(body.len());
        (length > 0 && body[length..].starts_with(end)).then(|| Span::new(0, length))
    };
    let id = followed(Shape::EximId, b" ")
        .or_else(|| followed(Shape::QueueId, b": "))
        .or_else(|| followed(Shape::SendmailId, b": "))?;
    (id.of(body) != b"NOQUEUE").then_some(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_level_is_the_one_that_the_program_gives() {
        for (severity, body, want) in [
            ("Error", "fcntl(/a) failed", Level::Permanent),
            ("Fatal", "setgid(5000) failed", Level::Alert),
            ("crit", "panic", Level::Alert),
            ("", "fatal: no SASL authentication mechanisms", Level::Alert),
            ("", "4XyzAB0Qkzz1q: warning: something odd", Level::Warning),
            ("", "A1B2C3D4E5: warning: something odd", Level::Warning),
            ("", "[ERROR] <0x1[NGImap4Client]> login failed", Level::Permanent),
            ("", "ERROR(-[Socket start]): no connection", Level::Permanent),
            ("", "(!!)TROUBLE in child_init_hook", Level::Alert),
            ("", "error handling was asked for", Level::Info),
            ("", "Fatal attraction", Level::Info),
            ("", "the error: none", Level::Info),
            ("", "chdir(/root) failed: Permission denied", Level::Permanent),
            ("", "Failed to start dovecot.service", Level::Permanent),
            ("", "", Level::Info),
        ] {
            assert_eq!(level(severity.as_bytes(), body.as_bytes()), want, "{severity} {body}");
        }
    }

    #[test]
    fn a_reply_is_known_by_its_code_and_its_status() {
        for (body, want) in [
            ("they said 550 5.7.1 no", Some(5)),
            ("451-4.7.1 later", Some(4)),
            ("550 4.7.1 no", None),
            ("2550 5.7.1", None),
            ("250 2.0.0 ok", None),
            ("5.7.1", None),
        ] {
            assert_eq!(reply(body.as_bytes()), want, "{body}");
        }
    }

    #[test]
    fn a_message_is_named_by_the_id_in_front() {
        for (body, want) in [
            ("A1B2C3D4E5: something", Some("A1B2C3D4E5")),
            ("1q2w3e-0004sK-Lf something", Some("1q2w3e-0004sK-Lf")),
            ("NOQUEUE: something", None),
            ("something A1B2C3D4E5: else", None),
        ] {
            assert_eq!(
                queue_id(body.as_bytes()).map(|at| at.of(body.as_bytes())),
                want.map(str::as_bytes),
                "{body}"
            );
        }
    }
}
