//! A line whose program is known and whose text is not: its known parts, wherever they stand, and an honest sentence.

use super::words::sentence_case;
use crate::format::Role;
use crate::knowledge::{fault, program};
use crate::log::Parsed;
use crate::pattern::{Entry, partly};
use crate::sort;
use crate::text::{Span, lossy};
use crate::vocabulary::{FormatKind, Level, Software};
use std::net::IpAddr;

/// A part of a text that is known by what it looks like.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct KnownPart {
    pub at: Span,
    pub name: String,
    pub role: Role,
    pub says: &'static str,
}

/// Keys of `key=value` pairs whose values are more than a word.
const KEYS: &[(&str, Role)] = &[
    ("user", Role::User),
    ("username", Role::User),
    ("sasl_username", Role::User),
    ("login", Role::User),
    ("account", Role::User),
    ("rip", Role::Client),
    ("client", Role::Client),
    ("client_ip", Role::Client),
    ("remote_ip", Role::Client),
    ("ip", Role::Ip),
    ("lip", Role::Ip),
    ("addr", Role::Ip),
    ("from", Role::Sender),
    ("mailfrom", Role::Sender),
    ("to", Role::Recipient),
    ("rcpt", Role::Recipient),
    ("orig_to", Role::OriginalRecipient),
    ("relay", Role::Remote),
    ("host", Role::Host),
    ("hostname", Role::Host),
    ("helo", Role::Host),
    ("server", Role::Host),
    ("rhost", Role::Client),
    ("port", Role::Port),
    ("size", Role::Bytes),
    ("msgid", Role::MessageId),
    ("message-id", Role::MessageId),
    ("subject", Role::Subject),
    ("session", Role::Session),
    ("pid", Role::Pid),
    ("uid", Role::Uid),
    ("password", Role::Password),
    ("pass", Role::Password),
    ("pw", Role::Password),
    ("secret", Role::Password),
    ("token", Role::Password),
    ("path", Role::Path),
    ("file", Role::Path),
    ("dsn", Role::Status),
];

/// What a known part is.
fn says(role: Role) -> &'static str {
    match role {
        Role::User => "The user that the line is about.",
        Role::Client => "The IP address of the client.",
        Role::Ip => "An IP address.",
        Role::Port => "A port.",
        Role::Sender => "The sender.",
        Role::Recipient => "The recipient.",
        Role::OriginalRecipient => "The recipient before aliases and forwards.",
        Role::Address => "An email address.",
        Role::Remote | Role::Host => "A server.",
        Role::Path => "A file or folder on the server.",
        Role::Message => "The id of the message in the queue.",
        Role::Code => "The reply code: 2 is yes, 4 is not now, 5 is no.",
        Role::Status => "The enhanced status code, which is more specific than the reply code.",
        Role::Password => "A secret. It's hidden here.",
        _ => "A value that the program reports.",
    }
}

/// The known parts of a text, in order, without overlaps.
pub(super) fn parts(body: &[u8]) -> Vec<KnownPart> {
    let mut parts = Vec::new();
    let mut at = 0;
    if let Some(id) = partly::queue_id(body) {
        at = id.end as usize;
        parts.push(part(id, "id", Role::Message));
    }
    let splits = |byte: u8| byte.is_ascii_whitespace() || b"\"'`,;()<>[]{}|".contains(&byte);
    while at < body.len() {
        let skipped = body[at..].iter().take_while(|&&byte| splits(byte)).count();
        let start = at + skipped;
        let length = body[start..].iter().take_while(|&&byte| !splits(byte)).count();
        at = start + length.max(1);
        let word = Span::new(start, start + length);
        match memchr::memchr(b'=', word.of(body)).filter(|&cut| cut > 0 && key(&word.of(body)[..cut])) {
            Some(cut) => {
                let value = value(body, start + cut + 1, splits);
                at = at.max(value.end as usize);
                parts.extend(pair(body, &word.of(body)[..cut], value));
            }
            None => parts.extend(alone(body, word)),
        }
    }
    // A reply code is known by the status behind it.
    let mut codes = Vec::new();
    for status in parts.iter().filter(|part| part.role == Role::Status) {
        let before = status.at.start as usize;
        if let Some([a @ b'2'..=b'5', b, c, b' ' | b'-']) =
            before.checked_sub(4).map(|from| &body[from..before])
            && b.is_ascii_digit()
            && c.is_ascii_digit()
            && *a != b'3'
        {
            codes.push(part(Span::new(before - 4, before - 1), "code", Role::Code));
        }
    }
    parts.extend(codes);
    sort::by_key(&mut parts, |part| part.at.start);
    parts
}

fn part(at: Span, name: &str, role: Role) -> KnownPart {
    KnownPart { at, name: name.into(), role, says: says(role) }
}

/// True for what can stand in front of `=`.
fn key(word: &[u8]) -> bool {
    word.len() <= 32
        && word[0].is_ascii_alphabetic()
        && word.iter().all(|byte| byte.is_ascii_alphanumeric() || b"_-.".contains(byte))
}

/// The value behind `=`: in quotes or brackets, or one word.
fn value(body: &[u8], start: usize, splits: impl Fn(u8) -> bool) -> Span {
    let close = match body.get(start) {
        Some(b'<') => b'>',
        Some(b'"') => b'"',
        Some(b'[') => b']',
        _ => {
            let length = body[start..].iter().take_while(|&&byte| !splits(byte)).count();
            return Span::new(start, start + length);
        }
    };
    let inside = start + 1;
    let length = memchr::memchr(close, &body[inside..]).unwrap_or(0);
    Span::new(inside, inside + length)
}

fn pair(body: &[u8], key: &[u8], value: Span) -> Option<KnownPart> {
    let named = lossy(key).to_ascii_lowercase();
    let role = KEYS.iter().find(|known| known.0 == named).map(|known| known.1);
    let looks = alone(body, value);
    match (role, looks) {
        _ if value.is_empty() => None,
        (Some(role), _) => Some(part(value, &lossy(key), role)),
        (None, Some(looks)) => Some(looks),
        (None, None) => Some(part(value, &lossy(key), Role::State)),
    }
}

/// A word that is known by what it looks like.
fn alone(body: &[u8], word: Span) -> Option<KnownPart> {
    let text = word.of(body);
    let kept = text.len() - text.iter().rev().take_while(|byte| b".:,".contains(byte)).count();
    let at = Span::new(word.start as usize, word.start as usize + kept);
    let text = std::str::from_utf8(at.of(body)).ok().filter(|text| text.len() > 2)?;
    let bytes = text.as_bytes();
    if bytes[0] == b'/' && memchr::memchr_iter(b'/', bytes).nth(1).is_some() && !text.contains("//") {
        return Some(part(at, "path", Role::Path));
    }
    if text.parse::<IpAddr>().is_ok() {
        return Some(part(at, "ip", Role::Ip));
    }
    if let Some((ip, port)) = text.rsplit_once([':', '#'])
        && port.parse::<u16>().is_ok()
        && ip.parse::<IpAddr>().is_ok()
    {
        return Some(part(Span::new(at.start as usize, at.start as usize + ip.len()), "ip", Role::Ip));
    }
    let address = text.split_once('@').is_some_and(|(local, domain)| {
        !local.is_empty()
            && domain.len() > 3
            && domain.contains('.')
            && !domain.contains(['@', '/', ':', '='])
    });
    if address && !text.contains('/') {
        return Some(part(at, "address", Role::Address));
    }
    let mut numbers = text.split('.');
    let status = matches!(numbers.next(), Some("2" | "4" | "5"))
        && (1..=2).all(|_| {
            numbers
                .next()
                .is_some_and(|n| n.len() <= 3 && !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
        })
        && numbers.next().is_none();
    status.then(|| part(at, "status", Role::Status))
}

/// What writes a line, as the subject of a sentence.
pub(super) fn writer(entry: &Entry, program: &[u8]) -> String {
    let by_tag = program::known(program).map(|known| known.program.what);
    // Without the name of the server software in front, the tag of a service can be that of another's.
    let other = std::ptr::eq(entry.format, &raw const partly::OTHER);
    let sure = entry.format.software() == Some(Software::Dovecot)
        || program == b"dovecot"
        || other
        || program.contains(&b'/');
    let title = match by_tag.filter(|_| sure) {
        Some(what) => what,
        None if program.is_empty() && other => return "A program".into(),
        None if entry.format.kind == FormatKind::System || other => {
            return format!("The program {}", lossy(program));
        }
        // What it was doing stands behind a comma.
        None => entry.format.title.split(',').next().unwrap_or_default(),
    };
    sentence_case(title)
}

/// What a program does with a line of this level.
pub(super) fn does(level: Level) -> &'static str {
    match level {
        Level::Alert => "reports a fatal error",
        Level::Permanent => "reports an error",
        Level::Warning => "reports a warning",
        _ => "wrote something",
    }
}

/// A line as a sentence quotes it: without secrets, and not endless.
pub(super) fn quote(parsed: &Parsed<'_>) -> String {
    /// A longer text is for programmers.
    const LONGEST: usize = 240;
    let mut body = parsed.body().to_vec();
    let own = parsed.entry.filter(|entry| entry.holds_password).map(|entry| {
        parsed
            .captures
            .iter()
            .filter(|capture| entry.field(**capture).role == Role::Password)
            .map(|capture| capture.at)
    });
    let unknown = parsed.entry.is_some_and(|entry| entry.partly).then(|| parts(parsed.body()));
    let unknown =
        unknown.into_iter().flatten().filter(|part| part.role == Role::Password).map(|part| part.at);
    for secret in own.into_iter().flatten().chain(unknown) {
        body[secret.start as usize..secret.end as usize].fill(b'*');
    }
    let text = lossy(&body);
    let text = text.trim().trim_end_matches('.');
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    // What went wrong stands at the end more often than not, and whom it is about at the start.
    let at = |count: usize| text.char_indices().nth(count).map_or(text.len(), |(at, _)| at);
    let (head, tail) = (at(LONGEST / 2), at(text.chars().count() - LONGEST / 2));
    let head = text[..head].rsplit_once(' ').map_or(&text[..head], |(head, _)| head);
    let tail = text[tail..].split_once(' ').map_or(&text[tail..], |(_, tail)| tail);
    format!("{head} \u{2026} {tail}")
}

/// What a line says whose text is not known.
pub(super) fn says_of(parsed: &Parsed<'_>) -> Option<String> {
    let entry = parsed.entry.filter(|entry| entry.partly)?;
    let (writer, does) = (writer(entry, parsed.origin.program), does(entry.pattern.level));
    let quote = quote(parsed);
    let more = match () {
        () if fault::first(parsed.body()).is_some() => "",
        // So Dovecot ends what it logs the reason of in a line of its own.
        () if quote.contains("Refer to server log for more information") => ", and another line says why",
        () => " that maillens doesn't know",
    };
    Some(format!("{writer} {does}{more}: \u{201c}{quote}\u{201d}."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_parts_are_found_wherever_they_stand() {
        let all = |body: &str| -> Vec<String> {
            parts(body.as_bytes())
                .iter()
                .map(|part| {
                    format!("{} {} {}", part.name, part.role.name(), lossy(part.at.of(body.as_bytes())))
                })
                .collect()
        };
        assert_eq!(
            all(
                "fcntl(/srv/mail/a/dovecot.index.log, write-lock) failed for ana@client.example: 192.0.2.7:993"
            ),
            [
                "path path /srv/mail/a/dovecot.index.log",
                "address address ana@client.example",
                "ip ip 192.0.2.7"
            ]
        );
        assert_eq!(
            all("A1B2C3D4E5: rip=192.0.2.9, user=<ben>, mode=\"two words\": 550 5.7.1 no"),
            [
                "id message A1B2C3D4E5",
                "rip client 192.0.2.9",
                "user user ben",
                "mode state two words",
                "code code 550",
                "status status 5.7.1"
            ]
        );
        assert!(all("a/b and //c and 1.2.3.4.5 and x@y = b").is_empty());
    }
}
