//! Dovecot's own prefix, inside any other framing: which service wrote the line, for whom, in which
//! session, and how serious it is.
//!
//! | version | prefix |
//! | --- | --- |
//! | all | `imap-login: `, `master: `, `lmtp(pid): ` |
//! | 1.x | `IMAP(user): `, with the level in front where a file is written: `Error: IMAP(user): ` |
//! | 1.x | `deliver(user): Jan 13 19:02:37 Error: `, with the time behind it where a file is written |
//! | 2.2 | `imap(user): `, `lmtp(pid, user): `, `auth-worker(pid): ` |
//! | 2.3 | `imap(user)<pid><session>: ` |
//! | 2.4 | `auth(user,ip,sasl:plain)<session>: `, `auth-worker(user,ip,sasl:plain)<pid><session>: ` |
//!
//! A level follows (`Info: `, which syslog leaves out), then what Dovecot puts in front of whole groups of
//! messages: the connection of a worker, the database that was asked and for whom, the recipient of an
//! LMTP delivery, the folder. What is left is the body. The level `Debug: ` stays a part of the body:
//! debug lines have texts of their own.

use super::{Cursor, Framed, stamp};
use crate::text::Span;
use memchr::memmem;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// The services that write to Dovecot's log.
pub const SERVICES: &[&str] = &[
    "aggregator",
    "anvil",
    "auth",
    "auth-worker",
    "config",
    "decode2text",
    "deliver",
    "dict",
    "dict-async",
    "director",
    "dns-client",
    "doveadm",
    "doveconf",
    // The main process of 1.x, which writes no name of its own behind the tag.
    "dovecot",
    "dovecot-lda",
    "dsync",
    "dsync-local",
    "dsync-remote",
    "dsync-server",
    "health-check",
    "imap",
    "imap-hibernate",
    "imap-login",
    "imap-urlauth",
    "imap-urlauth-login",
    "imap-urlauth-worker",
    "indexer",
    "indexer-worker",
    "ipc",
    "lda",
    "lmtp",
    "log",
    "managesieve",
    "managesieve-login",
    "master",
    "old-stats",
    "pop3",
    "pop3-login",
    "quota-status",
    "quota-warning",
    "replicator",
    "script",
    "script-login",
    "ssl-params",
    "stats",
    "submission",
    "submission-login",
    "tcpwrap",
    "welcome",
];

/// The same for a quick look: many lines begin with a word and a colon.
static KNOWN: LazyLock<FxHashSet<&[u8]>> =
    LazyLock::new(|| SERVICES.iter().chain(OLD).map(|service| service.as_bytes()).collect());

/// Services as 1.x spells them.
const OLD: &[&str] = &["IMAP", "POP3"];

/// The databases of the auth service: from 2.4 they stand in front of a message without the user.
const DATABASES: &[&str] = &[
    "ldap",
    "lua",
    "oauth2",
    "pam",
    "passwd",
    "passwd-file",
    "passdb",
    "prefetch",
    "shadow",
    "sql",
    "static",
    "userdb",
    "vpopmail",
    "bsdauth",
    "checkpassword",
    "imap",
    "nss",
];

/// Words after `Mailbox ` that are what happened, not the name of a folder.
const HAPPENED: &[&[u8]] = &[
    b"created",
    b"deleted",
    b"renamed",
    b"doesn't exist",
    b"already exists",
    b"subscribed",
    b"unsubscribed",
];

/// Takes Dovecot's prefix from the body that the other framing left; false when there is none.
pub(super) fn inside(line: &[u8], framed: &mut Framed) -> bool {
    let mut cursor = Cursor::new(line);
    cursor.at = framed.body as usize;
    let bare = framed.program.is_empty();
    // A tool of Dovecot that writes under its own name.
    if framed.program.of(line) == b"doveconf" {
        framed.severity = severity(&mut cursor);
        framed.body = cursor.at as u32;
        return true;
    }
    let tagged = !bare && framed.program.of(line).windows(7).any(|of| of == b"dovecot");
    if bare {
        // A line that was cut out behind its host.
        cursor.skip(b"dovecot: ");
    } else if !tagged {
        return false;
    }
    if let Some(inner) = service(&mut cursor, framed, tagged) {
        *framed = inner;
        return true;
    }
    // The main process of 1.x has the level alone in front.
    cursor.at = framed.body as usize;
    let level = severity(&mut cursor);
    let levelled = tagged && framed.severity.is_empty() && !level.is_empty() && level.of(line) != b"Debug";
    if levelled {
        framed.severity = level;
        framed.body = cursor.at as u32;
    }
    levelled
}

/// Takes the prefix that begins with a service's name.
fn service(cursor: &mut Cursor<'_>, outer: &Framed, tagged: bool) -> Option<Framed> {
    let early = severity(cursor);
    let program = cursor.run(|byte| !matches!(byte, b' ' | b':' | b'('))?;
    if !matches!(cursor.peek(), Some(b':' | b'(')) {
        return None;
    }
    let service = program.of(cursor.line);
    if !KNOWN.contains(service) {
        return None;
    }
    // The process of a syslog tag is the log service's: it is the same for every line.
    let mut framed = Framed { pid: Span::default(), program, ..*outer };
    let plain = cursor.peek() == Some(b':');
    if plain {
        cursor.eat(b':')?;
        cursor.eat(b' ')?;
    } else {
        whose(cursor, &mut framed)?;
    }
    later_stamp(cursor, &mut framed);
    framed.severity = Some(severity(cursor)).filter(|later| !later.is_empty()).unwrap_or(early);
    // Without a stamp or tag, a word and a colon alone could be anything.
    let sure =
        tagged || outer.stamp.is_some() || !plain || !framed.severity.is_empty() || service.contains(&b'-');
    if !sure {
        return None;
    }
    if framed.severity.of(cursor.line) == b"Debug" {
        cursor.at = framed.severity.start as usize;
    } else {
        context(cursor, &mut framed);
    }
    framed.body = cursor.at as u32;
    // 1.x calls its processes that check passwords so, whoever logs in.
    if service.starts_with(b"auth") && framed.user.of(cursor.line) == b"default" {
        framed.user = Span::default();
    }
    Some(framed)
}

/// Takes the time that the log files of 1.x have between prefix and level: `deliver(user): Jan 13 19:02:37 Error: `.
fn later_stamp(cursor: &mut Cursor<'_>, framed: &mut Framed) {
    let start = cursor.at;
    if framed.stamp.is_some() {
        return;
    }
    let found = stamp::stamp(cursor);
    let stamp_at = Span::new(start, cursor.at);
    let levelled = cursor.eat(b' ').is_some() && {
        let mut ahead = Cursor { line: cursor.line, at: cursor.at };
        !severity(&mut ahead).is_empty()
    };
    match found.filter(|_| levelled) {
        Some(stamp) => (framed.stamp, framed.stamp_at) = (Some(stamp), stamp_at),
        None => cursor.at = start,
    }
}

/// Takes `(user)<pid><session>: ` and its relatives. The first place that can end it does: what comes
/// after it may hold a subject that looks like a prefix.
fn whose(cursor: &mut Cursor<'_>, framed: &mut Framed) -> Option<()> {
    cursor.eat(b'(')?;
    let start = cursor.at;
    for close in memchr::memchr_iter(b')', &cursor.line[start..]) {
        let inside = Span::new(start, start + close);
        cursor.at = start + close + 1;
        let first = angled(cursor);
        let second = angled(cursor);
        if cursor.peek() != Some(b':') || !matches!(cursor.line.get(cursor.at + 1), Some(b' ') | None) {
            continue;
        }
        cursor.at = (cursor.at + 2).min(cursor.line.len());
        let digits = |span: Span| !span.is_empty() && span.of(cursor.line).iter().all(u8::is_ascii_digit);
        match (first, second) {
            (Some(pid), Some(session)) => (framed.pid, framed.session) = (pid, session),
            (Some(only), None) if digits(only) => framed.pid = only,
            (Some(only), None) => framed.session = only,
            (None, _) => {}
        }
        if framed.pid.is_empty() && digits(inside) {
            framed.pid = inside;
        } else {
            who(cursor.line, inside, framed);
        }
        without_recipient(cursor.line, &mut framed.session);
        return Some(());
    }
    None
}

/// Takes `<…>` when it holds a number, an id or nothing.
fn angled(cursor: &mut Cursor<'_>) -> Option<Span> {
    let start = cursor.at;
    let inside = cursor.eat(b'<').and_then(|()| {
        // A delivery without a session has an empty one.
        let empty = Span::new(cursor.at, cursor.at);
        let inside = cursor.run(|byte| byte.is_ascii_alphanumeric() || b"+/=:._-".contains(&byte));
        cursor.eat(b'>')?;
        Some(inside.unwrap_or(empty))
    });
    if inside.is_none() {
        cursor.at = start;
    }
    inside
}

/// `user`, `pid, user`, `user,ip,<session>` or `user,ip,sasl:plain`, read from the right: only the user
/// can hold a comma.
fn who(line: &[u8], inside: Span, framed: &mut Framed) {
    let mut rest = inside;
    while let Some(comma) = memchr::memrchr(b',', rest.of(line)) {
        let at = rest.start as usize + comma;
        let part = Span::new(at + 1, rest.end as usize);
        let text = part.of(line);
        if text.is_empty() || text == b"master" || text.starts_with(b"sasl:") {
            // Says how, not who, or nothing.
        } else if text.len() > 2 && text[0] == b'<' && text[text.len() - 1] == b'>' {
            framed.session = Span { start: part.start + 1, end: part.end - 1 };
        } else if is_ip(text) {
            framed.client = part;
        } else {
            break;
        }
        rest.end = at as u32;
    }
    let text = rest.of(line);
    let number = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if number > 0 && text[number..].starts_with(b", ") {
        framed.pid = Span { start: rest.start, end: rest.start + number as u32 };
        rest.start += number as u32 + 2;
    }
    // `?` stands for a name that was not known yet.
    if rest.of(line) != b"?" {
        framed.user = rest;
    }
}

/// Recipients of one message share its id: `:R2` and so on is not a part of it.
fn without_recipient(line: &[u8], session: &mut Span) {
    let text = session.of(line);
    if let Some(at) = memmem::rfind(text, b":R")
        && text.len() > at + 2
        && text[at + 2..].iter().all(u8::is_ascii_digit)
    {
        session.end = session.start + at as u32;
    }
}

fn is_ip(text: &[u8]) -> bool {
    std::str::from_utf8(text).is_ok_and(|text| text.parse::<std::net::IpAddr>().is_ok())
}

/// Takes the level, without its colon.
pub(super) fn severity(cursor: &mut Cursor<'_>) -> Span {
    for level in ["Debug", "Info", "Warning", "Error", "Fatal", "Panic"] {
        let rest = &cursor.line[cursor.at..];
        if rest.starts_with(level.as_bytes()) && rest[level.len()..].starts_with(b": ") {
            let span = Span::new(cursor.at, cursor.at + level.len());
            cursor.at += level.len() + 2;
            return span;
        }
    }
    Span::default()
}

/// Takes what stands in front of whole groups of messages.
fn context(cursor: &mut Cursor<'_>, framed: &mut Framed) {
    let service = framed.program.of(cursor.line);
    if service.starts_with(b"auth") {
        worker(cursor, framed);
        database(cursor, framed);
    } else if service == b"lmtp" {
        let start = cursor.at;
        if recipient(cursor, framed).is_none() {
            cursor.at = start;
        }
    }
    let start = cursor.at;
    if folder(cursor, framed).is_none() {
        cursor.at = start;
    }
}

/// `conn unix:auth-worker (pid=1,uid=2): auth-worker<3>: `, or from 2.4 `request [3]: `.
fn worker(cursor: &mut Cursor<'_>, framed: &mut Framed) {
    let start = cursor.at;
    let rest = &cursor.line[start..];
    if rest.starts_with(b"conn unix:")
        && let Some(at) = memmem::find(rest, b"): auth-worker<")
    {
        let number = start + at + b"): auth-worker<".len();
        if let Some(end) = memmem::find(&cursor.line[number..], b">: ") {
            cursor.at = number + end + b">: ".len();
        }
    } else if rest.starts_with(b"request [")
        && let Some(end) = memmem::find(rest, b"]: ")
    {
        cursor.at = start + end + b"]: ".len();
    }
    framed.severity = if framed.severity.is_empty() { severity(cursor) } else { framed.severity };
}

/// `sql(user,ip,<session>): `, or from 2.4 `sql: `.
fn database(cursor: &mut Cursor<'_>, framed: &mut Framed) -> Option<()> {
    let start = cursor.at;
    let name = cursor.run(|byte| byte.is_ascii_alphanumeric() || byte == b'-')?;
    let known = DATABASES.iter().any(|known| known.as_bytes() == name.of(cursor.line));
    let open = cursor.at;
    if cursor.eat(b'(').is_some() {
        // The name in the brackets is whatever a client sent, so of the places that can end them behind
        // an address the last one counts.
        let from = cursor.at;
        let rest = &cursor.line[from..];
        let found = memmem::rfind_iter(rest, b"): ").find(|at| ends_in_client(&rest[..*at]));
        let found = found.or_else(|| memmem::find(rest, b"): ").filter(|_| known));
        if let Some(at) = found {
            who(cursor.line, Span::new(from, from + at), framed);
            framed.source = name;
            cursor.at = from + at + b"): ".len();
            return Some(());
        }
        cursor.at = open;
    } else if known && cursor.skip(b": ") {
        framed.source = name;
        return Some(());
    }
    cursor.at = start;
    None
}

/// True for `…,ip`, `…,ip,<session>` and the same with `,master`.
fn ends_in_client(inside: &[u8]) -> bool {
    let mut parts = inside.rsplit(|byte| *byte == b',').skip_while(|part| *part == b"master").peekable();
    parts.next_if(|part| part.starts_with(b"<") && part.ends_with(b">"));
    // An address alone is that of a database.
    parts.next().is_some_and(is_ip) && parts.next().is_some()
}

/// `lmtp-server: conn 127.0.0.1:2424 [1]: rcpt user@dom.example: `.
fn recipient(cursor: &mut Cursor<'_>, framed: &mut Framed) -> Option<()> {
    let take = |cursor: &mut Cursor<'_>, text: &[u8]| cursor.skip(text).then_some(());
    take(cursor, b"lmtp-server: conn ")?;
    let start = cursor.at;
    cursor.at += memmem::find(&cursor.line[start..], b"]: ")? + b"]: ".len();
    let from = cursor.line[start..cursor.at].split(|byte| *byte == b' ').next()?;
    let colon = memchr::memrchr(b':', from).unwrap_or(from.len());
    if is_ip(from.get(..colon)?) {
        framed.client = Span::new(start, start + colon);
    }
    if cursor.skip(b"rcpt ") {
        let start = cursor.at;
        let end = memmem::find(&cursor.line[start..], b": ")?;
        if framed.user.is_empty() {
            framed.user = Span::new(start, start + end);
        }
        cursor.at = start + end + 2;
    }
    Some(())
}

/// `Mailbox INBOX: `.
fn folder(cursor: &mut Cursor<'_>, framed: &mut Framed) -> Option<()> {
    cursor.skip(b"Mailbox ").then_some(())?;
    let start = cursor.at;
    let end = memmem::find(&cursor.line[start..], b": ")?;
    let name = Span::new(start, start + end);
    if HAPPENED.contains(&name.of(cursor.line)) || end == 0 {
        return None;
    }
    framed.folder = name;
    cursor.at = start + end + 2;
    Some(())
}

#[cfg(test)]
mod tests {
    use super::SERVICES;
    use crate::frame::frame;
    use crate::text::Span;

    #[test]
    fn the_services_are_sorted_for_the_search() {
        assert!(SERVICES.is_sorted());
    }

    /// Frames a line and shows it as `service|user|pid|session|client|level|source|folder|body`.
    fn shown(line: &str) -> String {
        let framed = frame(line.as_bytes());
        let part = |span: Span| String::from_utf8_lossy(span.of(line.as_bytes())).into_owned();
        let parts = [
            framed.program,
            framed.user,
            framed.pid,
            framed.session,
            framed.client,
            framed.severity,
            framed.source,
            framed.folder,
        ];
        let parts: Vec<String> = parts.into_iter().map(part).collect();
        format!("{}|{}", parts.join("|"), &line[framed.body as usize..])
    }

    #[test]
    fn every_prefix_of_every_version_is_taken_apart() {
        for (line, want) in [
            ("Nov 21 19:05:20 imap-login: Info: Login: user=<a>", "imap-login|||||Info|||Login: user=<a>"),
            (
                "Nov  1 09:05:20 web14 dovecot: imap-login: Login: user=<a>",
                "imap-login||||||||Login: user=<a>",
            ),
            ("Nov  1 09:05:20 web14 dovecot[77]: auth: Error: BUG: x", "auth|||||Error|||BUG: x"),
            ("imap-login: Login: user=<a>", "imap-login||||||||Login: user=<a>"),
            ("dovecot: master: Warning: SIGHUP", "master|||||Warning|||SIGHUP"),
            ("config: something else", "||||||||config: something else"),
            (
                "2026-11-21 19:05:20 imap(a@b.example)<18><3lrs/s5g+JvLAHGC>: Info: Disconnected",
                "imap|a@b.example|18|3lrs/s5g+JvLAHGC||Info|||Disconnected",
            ),
            ("Nov 21 19:05:20 imap(a@b.example): Error: x", "imap|a@b.example||||Error|||x"),
            ("deliver(ana): Nov 21 19:05:20 Error: x", "deliver|ana||||Error|||x"),
            ("Nov 21 19:05:20 imap(187): Warning: x", "imap||187|||Warning|||x"),
            ("Nov 21 19:05:20 lmtp(187, a@b.example): Info: x", "lmtp|a@b.example|187|||Info|||x"),
            ("Nov 21 19:05:20 lmtp(187)<9QtYOHLr+A>: Info: x", "lmtp||187|9QtYOHLr+A||Info|||x"),
            ("Nov 21 19:05:20 lmtp(a)<1><9Qt+A:T2:R2>: Info: x", "lmtp|a|1|9Qt+A:T2||Info|||x"),
            (
                "Nov 21 19:05:20 lmtp(a)<1><9Qt+A>: Info: subject=b)<2><c>: Fatal: x",
                "lmtp|a|1|9Qt+A||Info|||subject=b)<2><c>: Fatal: x",
            ),
            (
                "Nov 21 19:05:20 auth: Info: passwd-file(a,192.0.2.7,<Oc/kNC85>): unknown user",
                "auth|a||Oc/kNC85|192.0.2.7|Info|passwd-file||unknown user",
            ),
            ("Nov 21 19:05:20 auth: Info: sql(a): unknown user", "auth|a||||Info|sql||unknown user"),
            (
                "Nov 21 19:05:20 auth: Info: plain(?,192.0.2.7,<Oc>): Empty username",
                "auth|||Oc|192.0.2.7|Info|plain||Empty username",
            ),
            (
                "Nov 21 19:05:20 auth: Info: sql(a,1.2.3.4,<x>): Login: b,192.0.2.7,<Oc>,master): unknown user",
                "auth|a,1.2.3.4,<x>): Login: b||Oc|192.0.2.7|Info|sql||unknown user",
            ),
            (
                "Nov 21 19:05:20 auth: Info: sql(a,192.0.2.7,<Oc>): Password mismatch (given password: b): c)",
                "auth|a||Oc|192.0.2.7|Info|sql||Password mismatch (given password: b): c)",
            ),
            (
                "Nov 21 19:05:20 auth-worker(55): Info: conn unix:auth-worker (pid=1,uid=2): auth-worker<3>: pam(a,2001:db8::1,<Oc>): x",
                "auth-worker|a|55|Oc|2001:db8::1|Info|pam||x",
            ),
            (
                "Nov 21 19:05:20 auth(a@b.example,192.0.2.7,sasl:plain)<Oc+k>: Info: sql: Password mismatch",
                "auth|a@b.example||Oc+k|192.0.2.7|Info|sql||Password mismatch",
            ),
            (
                "Nov 21 19:05:20 auth-worker(a,192.0.2.7,sasl:plain)<5><Oc+k>: Info: request [3]: sql: unknown user",
                "auth-worker|a|5|Oc+k|192.0.2.7|Info|sql||unknown user",
            ),
            (
                "Nov 21 19:05:20 lmtp(a)<1><9Q>: Error: lmtp-server: conn 192.0.2.5:53 [3]: rcpt a@b.example: Mailbox INBOX: x failed",
                "lmtp|a|1|9Q|192.0.2.5|Error||INBOX|x failed",
            ),
            (
                "Nov 21 19:05:20 imap(a)<1><9Q>: Info: Mailbox created: INBOX.Sent",
                "imap|a|1|9Q||Info|||Mailbox created: INBOX.Sent",
            ),
            (
                "Nov 21 19:05:20 auth: Debug: sql(a,192.0.2.7): x",
                "auth|||||Debug|||Debug: sql(a,192.0.2.7): x",
            ),
        ] {
            assert_eq!(shown(line), want, "{line}");
        }
    }
}
