//! A session of Dovecot, Courier or vpopmail: who connected from where, whether the log-in worked, how the session ended, whose
//! side a problem is on and what to do. What is normal is called normal.
//!
//! The lines of a session name causes; the most decisive one makes the explanation.

use super::message::seen_from;
use super::words::{count, fill};
use super::{event, evidence, known, shown, utc};
use crate::export::{Explanation, Link, Row, Sentence, Step, Trace};
use crate::format::{Effect, Format, Role};
use crate::knowledge::cause::{At, CauseWords, FROM, LINES, WEBMAIL, decisive, words};
use crate::knowledge::fault::is_local;
use crate::log::{Log, Parsed};
use crate::syntax::left_out::is_left_out;
use crate::syntax::session_id;
use crate::text::lossy;
use crate::time::NEVER;
use crate::trace::{Crowd, Trace as Indexed};
use crate::vocabulary::{
    Cause, Circumstance, Cited, Datum, FormatKind, Lasts, Level, Login, Outcome, Party, Sign, Software,
    Stage, TraceType,
};
use rustc_hash::FxHashSet;
use std::ops::Range;

/// What OpenSSL says about a failed agreement on encryption, and what it means.
const TLS: &[(&str, &str, &str, Party, &str)] = &[
    (
        "unknown ca",
        "the email app does not trust the server's certificate",
        "The email app doesn't know who issued the server's certificate. Perhaps the server doesn't send the intermediate certificates, or the app's list of trusted issuers is old.",
        Party::OurServer,
        "Check that the server sends the whole chain of certificates, and that the customer uses the host name that the certificate is for:",
    ),
    (
        "bad certificate",
        "the email app does not accept the server's certificate",
        "The email app rejected the server's certificate: it didn't accept the name, the dates or the issuer.",
        Party::OurServer,
        "Check the name and the dates of the certificate that the server sends:",
    ),
    (
        "certificate unknown",
        "the email app does not accept the server's certificate",
        "The email app rejected the server's certificate: it didn't accept the name, the dates or the issuer.",
        Party::OurServer,
        "Check the name and the dates of the certificate that the server sends:",
    ),
    (
        "certificate expired",
        "the server's certificate has expired",
        "The email app says that the server's certificate has expired.",
        Party::OurServer,
        "Renew the certificate (certbot renew) and load it (systemctl reload dovecot postfix): a running service keeps the old one. Which dates the server sends:",
    ),
    (
        "http request",
        "a web browser or scanner spoke to the mail port",
        "The client sent a request for a web page; it isn't an email app.",
        Party::Nobody,
        "",
    ),
    (
        "unsupported protocol",
        "the client only offers an old version of TLS",
        "The client only offers a version of TLS that is too old for this server's settings.",
        Party::Recipient,
        "If it's the app or device of a user, update it. A scanner, which many such clients are, needs nothing.",
    ),
    (
        "version too low",
        "the client only offers an old version of TLS",
        "The client only offers a version of TLS that is too old for this server's settings.",
        Party::Recipient,
        "If it's the app or device of a user, update it. A scanner, which many such clients are, needs nothing.",
    ),
    (
        "protocol version",
        "the email app and the server have no TLS version in common",
        "The email app and the server have no TLS version in common.",
        Party::Recipient,
        "Update the email app or the system of the device.",
    ),
    (
        "inappropriate fallback",
        "the email app only offers an old version of TLS",
        "The email app fell back to an old version of TLS, which the server rejects.",
        Party::Recipient,
        "Update the email app or the system of the device.",
    ),
    (
        "no shared cipher",
        "the email app and the server have no cipher in common",
        "The email app offers no cipher that this server allows; often the app is very old.",
        Party::Recipient,
        "Update the email app or the system of the device.",
    ),
    (
        "wrong version number",
        "the email app does not use encryption on an encrypted port",
        "The client sent unencrypted data, but this port is encrypted from the start.",
        Party::Recipient,
        "In the email app, choose SSL/TLS for port 993 (IMAP), 995 (POP3) or 465 (sending), or STARTTLS for port 143, 110 or 587.",
    ),
    (
        "packet length too long",
        "the email app does not use encryption on an encrypted port",
        "The client sent unencrypted data, but this port is encrypted from the start.",
        Party::Recipient,
        "In the email app, choose SSL/TLS for port 993 (IMAP), 995 (POP3) or 465 (sending), or STARTTLS for port 143, 110 or 587.",
    ),
    (
        "unknown protocol",
        "the email app does not use encryption on an encrypted port",
        "The client sent unencrypted data, but this port is encrypted from the start.",
        Party::Recipient,
        "In the email app, choose SSL/TLS for port 993 (IMAP), 995 (POP3) or 465 (sending), or STARTTLS for port 143, 110 or 587.",
    ),
];
const TLS_OTHER: (&str, &str, &str, Party, &str) = (
    "",
    "the TLS handshake failed",
    "The email app and the server could not set up encryption.",
    Party::Recipient,
    "Check the encryption and the server name in the email app's settings, then update the app or the device.",
);

/// From how many failed log-ins of one address, with how many names, somebody is guessing. So many names alone are
/// enough: nobody who mistypes is four people.
pub(crate) const GUESSES: u32 = 5;
const GUESSED_NAMES: u32 = 3;
const MANY_NAMES: u32 = 4;
pub(crate) const GUESSES_OF_ONE: u32 = 20;
/// True for so many failed log-ins, with so many names, that somebody is guessing.
pub(crate) const fn is_guessing(failed: u32, names: u32) -> bool {
    failed >= GUESSES && names >= GUESSED_NAMES || names >= MANY_NAMES
}

/// True for so many failed log-ins, with so many names from so many addresses, that strangers guess in turn: each name is
/// tried once or twice. Where no line tells the names, each address fails once or twice at a port where no app logs in.
pub(crate) const fn is_in_turn(failed: u32, names: usize, addresses: usize, at_the_door: bool) -> bool {
    let names_vary = names >= 3 && addresses >= 2 && (failed as usize) < 2 * names;
    let nameless = names == 0 && addresses >= 3 && (failed as usize) < 2 * addresses;
    names_vary || nameless && at_the_door
}

/// So many tries before and after one are named with it.
const TRIES: usize = 10;

/// What the lines of a session say, put together.
#[expect(clippy::struct_excessive_bools, reason = "four answers that do not depend on each other")]
struct SessionFacts {
    trace: u32,
    kind: TraceType,
    outcome: Outcome,
    login: Option<Login>,
    ended: bool,
    /// The format of its first line.
    format: Option<&'static Format>,
    service: String,
    id: Option<String>,
    user: Option<String>,
    client: Option<String>,
    /// True where its address was left out by whoever pasted it.
    hidden: bool,
    port: Option<u16>,
    method: Option<String>,
    encrypted: bool,
    openssl: Option<(String, u32)>,
    under_syslog: bool,
    /// A cause, and the line that states it.
    causes: Vec<(Cause, u32)>,
    /// The lines that only say that something failed.
    consequences: Vec<u32>,
    told: Vec<(u32, Level, String)>,
    debug: Vec<u32>,
    lines: Vec<u32>,
    logged_in: Option<u32>,
    left: Option<u32>,
    /// What became of the messages, where the line counts any that were taken off the server.
    removed: Removed,
}

/// How many messages a session took off the server, as its last line counts them.
#[derive(Default)]
struct Removed {
    /// Downloaded by POP3.
    fetched: u32,
    /// Deleted by POP3, and out of how many.
    deleted: u32,
    of: u32,
    /// Removed by IMAP for good, and put into the trash.
    expunged: u32,
    trashed: u32,
}

impl Removed {
    fn take(&mut self, datum: Datum, value: &str) {
        let (count, rest) = value.split_once('/').unwrap_or((value, ""));
        let Ok(count) = count.parse() else { return };
        match datum {
            Datum::Fetched => self.fetched = count,
            Datum::Deleted => (self.deleted, self.of) = (count, rest.parse().unwrap_or(count)),
            Datum::Expunged => self.expunged = count,
            Datum::Trashed => self.trashed = count,
            _ => {}
        }
    }

    /// True where an app downloaded by POP3 all that was there, and left it there: it knew nothing of it.
    fn is_whole(&self) -> bool {
        const MANY: u32 = 20;
        self.deleted == 0 && self.fetched >= self.of.max(MANY)
    }

    /// What it says of the app; `None` where nothing was removed.
    fn says(&self) -> Option<String> {
        let messages = |of: u32| count(of as usize, "message");
        if self.deleted > 0 {
            let fetched = match self.fetched {
                0 => String::new(),
                fetched => format!("downloaded {} and ", messages(fetched)),
            };
            let deleted = match self.deleted {
                1 if self.of <= 1 => "the only message".into(),
                all if all >= self.of => format!("all {all} messages"),
                some => format!("{some} of {} messages", self.of),
            };
            return Some(format!("{fetched}deleted {deleted} on the server"));
        }
        if self.is_whole() {
            return Some(format!("downloaded all {} messages and deleted none", self.fetched));
        }
        let removed = (self.expunged > 0).then(|| format!("permanently removed {}", messages(self.expunged)));
        let trashed = (self.trashed > 0).then(|| format!("put {} into the trash", messages(self.trashed)));
        let parts: Vec<String> = removed.into_iter().chain(trashed).collect();
        (!parts.is_empty()).then(|| parts.join(" and "))
    }
}

/// What helps where messages are missing because an app fetches and deletes them.
const FETCHED: &[(&str, &str)] = &[
    (
        "If messages are missing on other devices or in webmail: this app or device fetched them by POP3, has them now, and deleted them here. Set it to leave a copy on the server, or use IMAP on all devices.",
        "",
    ),
    (
        "See when and from which addresses that happens:",
        "grep -shF {user'} {log} | grep -e 'Login: ' -e 'del=[1-9]'",
    ),
];

/// What helps where an app downloads again what it has.
const FETCHED_ALL: &[(&str, &str)] = &[(
    "A new app or device downloads everything once. If an old one does, the server gives its messages other ids (UIDL) than before, as after a move from another server: every app then downloads all of it once more. Which ids Dovecot gives:",
    "doveconf pop3_uidl_format",
)];

impl SessionFacts {
    fn of(log: &Log, number: u32) -> SessionFacts {
        let indexed = log.indexed(number);
        let mut facts = SessionFacts {
            trace: number,
            kind: indexed.map_or(TraceType::Session, |trace| trace.kind),
            outcome: indexed.map_or(Outcome::Unknown, |trace| trace.outcome),
            login: indexed.and_then(|trace| trace.login),
            ended: indexed.is_some_and(|trace| trace.ended),
            format: None,
            service: String::new(),
            id: None,
            user: None,
            client: None,
            hidden: false,
            port: None,
            method: None,
            encrypted: false,
            openssl: None,
            under_syslog: false,
            causes: Vec::new(),
            consequences: Vec::new(),
            told: Vec::new(),
            debug: Vec::new(),
            lines: log.lines_of(number).to_vec(),
            logged_in: None,
            left: None,
            removed: Removed::default(),
        };
        let mut asked_about = None;
        for line in facts.lines.clone() {
            facts.take(&log.parse(line - 1), line, &mut asked_about);
        }
        facts.user = facts.user.or(asked_about);
        facts.hear_library(log);
        // Where passwords could not be checked a moment ago, "wrong" says little.
        let unsure =
            |stated: &(Cause, u32)| matches!(stated.0, Cause::WrongLogin | Cause::Refused | Cause::Either);
        if facts.login == Some(Login::Failed) && facts.cause().as_ref().is_none_or(unsure) {
            let line = evidence::password_service(log, &facts.lines);
            facts.causes.extend(line.map(|line| (Cause::AuthService, line)));
            let user = facts.user.as_deref().unwrap_or_default();
            facts.causes.extend(evidence::of_account(log, &facts.lines, user, facts.client.as_deref()));
        }
        // Who left out the address didn't mean to show it in another spelling.
        let shown = facts.id.as_deref().filter(|_| !facts.hidden);
        if let Some(id) = shown.and_then(|id| session_id::decode(id.as_bytes())) {
            facts.client.get_or_insert_with(|| id.ip.to_string());
            facts.port.get_or_insert(id.port);
        }
        facts
    }

    /// Takes what the encryption library said just before a session ended that nobody logged in to: its line names no
    /// session, and the session's own says nothing, or "unknown error".
    fn hear_library(&mut self, log: &Log) {
        /// So many lines stand between them at most.
        const BETWEEN: u32 = 3;
        let Some(&end) = self.lines.last().filter(|_| self.login != Some(Login::Ok)) else { return };
        let broke = self.causes.iter().any(|of| matches!(of.0, Cause::Nobody | Cause::Tls));
        let silent = self.openssl.as_ref().is_none_or(|(text, _)| text.ends_with("Unknown error"));
        if !broke || !silent {
            return;
        }
        let program = lossy(log.parse(end - 1).origin.program).into_owned();
        let said = (end.saturating_sub(BETWEEN).max(1)..end).rev().find(|&line| {
            let parsed = log.parse(line - 1);
            super::is(log, line, Sign::TlsDetail)
                && lossy(parsed.origin.program) == program
                && log.instant(line - 1) == log.instant(end - 1)
        });
        if let Some(line) = said {
            self.openssl = Some((lossy(log.parse(line - 1).body()).into_owned(), line));
        }
    }

    fn take(&mut self, parsed: &Parsed<'_>, line: u32, asked_about: &mut Option<String>) {
        let Some(entry) = parsed.entry else { return };
        let framed = &parsed.framed;
        let text = |at: crate::text::Span, of: &[u8]| {
            Some(lossy(at.of(of)).into_owned()).filter(|text| !text.is_empty())
        };
        let part = |role| entry.part(role, &parsed.captures).and_then(|at| text(at, parsed.body()));
        self.format = self.format.or(Some(entry.format));
        self.under_syslog |= !framed.host.is_empty();
        let session = text(framed.session, parsed.line).or_else(|| part(Role::Session));
        if self.id.is_none() || session.is_some() {
            self.id = session
                .or_else(|| part(Role::Pid))
                .or_else(|| text(framed.pid, parsed.line))
                .or(self.id.take());
        }
        let service = text(framed.program, parsed.line).unwrap_or_default().to_ascii_lowercase();
        if self.service.is_empty() || self.service.starts_with("auth") {
            service.trim_end_matches("-login").clone_into(&mut self.service);
        }
        // A name in the words of the auth service may be cut short or belong to a try before.
        let served = text(framed.user, parsed.line);
        if framed.source.is_empty() {
            self.user = part(Role::User).or(served).or(self.user.take());
        } else if asked_about.is_none() || served.is_some() {
            *asked_about = served;
        }
        // These serve nobody before the log-in has worked.
        if self.login.is_none() && self.is_dovecot() && matches!(&*service, "imap" | "pop3" | "managesieve") {
            self.login = self.user.as_ref().map(|_| Login::Ok);
        }
        if self.client.is_none() {
            let client = part(Role::Client).or_else(|| text(framed.client, parsed.line));
            self.hidden |= client.as_ref().is_some_and(|client| is_left_out(client.as_bytes()));
            self.client = client.filter(|_| !self.hidden);
        }
        if let (None, Some(client), Some(port)) = (&self.id, &self.client, part(Role::Port)) {
            self.id = Some(format!("{client}:{port}"));
        }
        for capture in &parsed.captures {
            let Some(datum) = entry.field(*capture).datum else { continue };
            let value = lossy(capture.at.of(parsed.body())).into_owned();
            // A connection that breaks leaves what was marked for deletion.
            if entry.pattern.cause.is_none() {
                self.removed.take(datum, &value);
            }
            match datum {
                Datum::LogInMethod => self.method = Some(value),
                Datum::Encryption if !value.contains("failed") => self.encrypted = true,
                Datum::Library => self.openssl = Some((value, line)),
                Datum::Handshake | Datum::Encryption
                    if (value.contains("SSL_accept") || value.contains("SSL_read failed"))
                        && self.openssl.is_none() =>
                {
                    self.openssl = Some((value, line));
                }
                Datum::AppPort => self.port = value.parse().ok().or(self.port),
                _ => {}
            }
        }
        self.causes.extend(entry.pattern.cause.map(|cause| (cause, line)));
        if entry.pattern.follows {
            self.consequences.push(line);
        }
        match entry.pattern.effect {
            Effect::Login(Login::Ok) => self.logged_in = Some(line),
            Effect::Left(_) => self.left = Some(line),
            _ => {}
        }
        if entry.format.kind == FormatKind::Debug {
            self.debug.push(line);
        } else if !entry.partly {
            self.told.push((
                line,
                entry.pattern.weight(),
                fill(entry, parsed.body(), &parsed.captures, entry.pattern.says),
            ));
        }
    }

    /// Where its causes came up.
    fn at(&self) -> At {
        let is_in = self.login == Some(Login::Ok) || self.login.is_none() && self.serves();
        if is_in || self.is_job() { At::Session } else { At::Login }
    }

    /// True for a process that only begins when somebody has logged in.
    fn serves(&self) -> bool {
        self.is_dovecot() && ["imap", "pop3", "submission", "managesieve"].contains(&&*self.service)
    }

    /// True for work on a mailbox that nobody logs in for: copies to another server, indexing, commands.
    fn is_job(&self) -> bool {
        const JOBS: &[&str] =
            &["dsync", "doveadm", "indexer", "lda", "lmtp", "replicator", "quota-status", "script"];
        self.kind == TraceType::Session
            && self.login.is_none()
            && self.is_dovecot()
            && JOBS.iter().any(|job| self.service.starts_with(job))
    }

    /// The most decisive cause, with the last line that states it.
    fn cause(&self) -> Option<(Cause, u32)> {
        // Of several tries to log in the last one counts; of errors, the first, from which others follow.
        let of = |cause: Cause| {
            let mut stated = self.causes.iter().filter(|stated| stated.0 == cause).copied();
            if self.at() == At::Login { stated.next_back() } else { stated.next() }
        };
        let first = decisive(self.at()).find_map(of)?;
        // That something failed only follows from what else of the server's own is told.
        let ours = |stated: &(Cause, u32)| words(stated.0, self.at()).party == Party::OurServer;
        let rest = || decisive(self.at()).filter(|cause| *cause != first.0).filter_map(of).find(ours);
        Some(if self.consequences.contains(&first.1) { rest().unwrap_or(first) } else { first })
    }

    /// What a line says, one of its own or of the login service.
    fn said_by(&self, log: &Log, line: u32) -> Option<String> {
        let own = self.told.iter().find(|told| told.0 == line).map(|told| told.2.clone());
        own.or_else(|| super::line::says_of(&log.parse(line - 1)))
    }

    /// Puts the values into a text of a table.
    fn filled(&self, text: &str) -> String {
        let user = self.user.as_deref().unwrap_or("an unknown user");
        let client = self.client.as_deref().unwrap_or("an unknown address");
        let log = if self.under_syslog {
            "/var/log/mail.log /var/log/maillog".to_owned()
        } else if self.is_dovecot() {
            "/var/log/dovecot.log".to_owned()
        } else {
            let own = self
                .format
                .map_or(&[][..], |format| format.found_in)
                .iter()
                .filter(|path| path.ends_with("/current"));
            own.copied().collect::<Vec<_>>().join(" ")
        };
        let mut out = String::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            out.push_str(before);
            let Some((name, after)) = after.split_once('}') else { break };
            match name {
                "user" => out.push_str(user),
                "user'" => out.push_str(&quoted(user)),
                "client" => out.push_str(client),
                "client'" => out.push_str(&quoted(client)),
                _ => out.push_str(&log),
            }
            rest = after;
        }
        out.push_str(rest);
        out
    }

    /// What is said of a cause. From this machine come webmail and programs, for many users at once.
    fn words(&self, cause: Cause) -> &'static CauseWords {
        let own = self.client.as_deref().and_then(|ip| ip.parse::<std::net::IpAddr>().ok());
        match cause {
            Cause::TooMany if own.is_some_and(|ip| ip.is_loopback()) => &WEBMAIL,
            _ => words(cause, self.at()),
        }
    }

    fn is_dovecot(&self) -> bool {
        self.format.is_none_or(|format| format.software() == Some(Software::Dovecot))
    }

    fn steps(&self, next: &[(&str, &str)]) -> Vec<Step> {
        let unknown = |value: Option<&String>| value.is_none_or(|value| is_left_out(value.as_bytes()));
        let known = |command: &str| {
            // Other servers have other tools.
            (self.is_dovecot() || !command.starts_with("dove"))
                && !(command.contains("{user'}") && unknown(self.user.as_ref())
                    || command.contains("{client'}") && unknown(self.client.as_ref()))
        };
        let steps = next.iter().filter(|(_, command)| known(command));
        steps
            .map(|(text, command)| Step {
                text: (*text).into(),
                command: Some(self.filled(command)).filter(|command| !command.is_empty()),
            })
            .collect()
    }
}

/// A word as a shell takes it, whatever it holds.
pub(super) fn quoted(word: &str) -> String {
    format!("'{}'", word.replace('\'', r"'\''"))
}

/// One session with its explanation.
pub(super) fn trace(log: &Log, number: u32) -> Trace {
    let facts = SessionFacts::of(log, number);
    let explanation = explain(log, &facts);
    let other_tries = other_tries(log, &facts);
    let (first, last) = log.span_of(number);
    Trace {
        trace: number,
        kind: facts.kind,
        format: facts.format.map_or("", |format| format.id).into(),
        id: facts.id,
        sender: None,
        bytes: None,
        message_id: None,
        user: facts.user,
        client: facts.client,
        login: facts.login.or((facts.kind == TraceType::Session).then_some(Login::None)),
        scan: None,
        started: utc(log, first - 1),
        ended: utc(log, last - 1),
        shown: shown(log, first - 1),
        first_line: first,
        last_line: last,
        count: None,
        outcome: facts.outcome,
        attempts: Vec::new(),
        links: log.links_of(number).map(|link| seen_from(number, *link)).chain(other_tries).collect(),
        explanation,
    }
}

/// What decided how a session came out; `None` when nothing was wrong.
pub(super) fn decided(log: &Log, number: u32) -> Option<Cause> {
    let facts = SessionFacts::of(log, number);
    let stated = || facts.cause().map(|(cause, _)| cause);
    attack(log, &facts).map(|_| Cause::Attack).or_else(|| tls(&facts).map(|_| Cause::Tls)).or_else(stated)
}

/// True where this line, from 1, says that no encryption came about, and nobody logged in.
pub(super) fn is_unencrypted(log: &Log, number: u32, line: u32) -> bool {
    let facts = SessionFacts::of(log, number);
    facts.login != Some(Login::Ok) && facts.openssl.is_some_and(|(_, at)| at == line)
}

/// What the list of traces shows of a session.
pub(super) fn row(log: &Log, number: u32) -> Row {
    let facts = SessionFacts::of(log, number);
    Row {
        trace: number,
        kind: facts.kind,
        format: facts.format.map_or("", |format| format.id).into(),
        outcome: facts.outcome,
        to: facts.client,
        more: 0,
        client: None,
        why: None,
        shown: facts.lines.first().and_then(|line| shown(log, line - 1)),
        attempts: 0,
        from: facts.user,
    }
}

fn explain(log: &Log, facts: &SessionFacts) -> Explanation {
    if facts.is_job() {
        let story = story(log, facts);
        return Explanation { story, ..event::explain(log, &facts.lines) };
    }
    let story = story(log, facts);
    let missing = missing(facts);
    let mut said = fault(log, facts)
        .or_else(|| attack(log, facts).map(guess))
        .or_else(|| tls(facts))
        .or_else(|| caused(log, facts))
        .unwrap_or_else(|| plain(log, facts));
    // What a process says that served nobody yet has steps of its own.
    // And so has what a line says of one account.
    let own = facts.cause().is_some_and(|(cause, _)| cause == Cause::Disabled);
    let guessed = said.explanation.circumstance == Some(Circumstance::Guessing);
    if (facts.kind != TraceType::Session || own)
        && !guessed
        && let Some(helps) = known::of_line(log, said.explanation.cites[0], false)
    {
        said.explanation.next = helps.steps;
    }
    let mut story = with_reason(log, story, &said);
    story.extend(one_of_many(log, facts));
    story.extend(worked_later(log, facts));
    Explanation { story, missing, ..said.explanation }
}

/// Among so many of the next traces a later login is looked for.
const LATER: usize = 500;

/// The failed tries of one client, this one among them, and its place.
fn tries<'a>(log: &'a Log, facts: &SessionFacts) -> Option<(&'a [u32], usize)> {
    let tries = log.crowd(facts.trace).filter(|_| facts.login == Some(Login::Failed))?.tries.as_slice();
    let at = tries.binary_search(&facts.trace).ok()?;
    (tries.len() > 1).then_some((tries, at))
}

/// The tries nearest to this one: a busy attacker makes thousands.
fn near(tries: &[u32], at: usize) -> &[u32] {
    &tries[at.saturating_sub(TRIES)..tries.len().min(at + TRIES + 1)]
}

/// The other failed tries of the same client: the lines of both name its address.
fn other_tries(log: &Log, facts: &SessionFacts) -> Vec<Link> {
    if facts.client.is_none() {
        return Vec::new();
    }
    let others = tries(log, facts).map_or(&[][..], |(tries, at)| near(tries, at));
    let others = others.iter().filter(|other| **other != facts.trace);
    others.map(|&trace| Link { trace, how: "same-client".into(), doubt: None }).collect()
}

/// "The 5th of 12 failed tries", resting on the lines of those around it.
fn one_of_many(log: &Log, facts: &SessionFacts) -> Option<Sentence> {
    let (tries, at) = tries(log, facts)?;
    let line = facts.left.or(facts.lines.last().copied())?;
    let client = facts.client.as_deref()?;
    let of = |trace: &u32| log.indexed(*trace).map(|trace| trace.last);
    let times = tries.iter().filter_map(of).map(|line| log.instant(line)).filter(|at| *at != NEVER);
    let (first, last) = times.fold((NEVER, NEVER), |(first, last), at| {
        (if first == NEVER { at } else { first.min(at) }, if last == NEVER { at } else { last.max(at) })
    });
    let span =
        if first == NEVER { String::new() } else { format!(" {}", within((last - first) / 1_000_000_000)) };
    let text =
        format!("This is the {} of {} failed attempts from {client}{span}.", ordinal(at + 1), tries.len());
    let lines = near(tries, at).iter().filter_map(of).map(|line| line + 1);
    Some(Sentence { shown: shown(log, line - 1), text, lines: Cited::new(line, lines), level: Level::Info })
}

/// That the same user got in afterwards.
fn worked_later(log: &Log, facts: &SessionFacts) -> Option<Sentence> {
    let mine = log.indexed(facts.trace).filter(|mine| mine.login == Some(Login::Failed) && mine.user != 0)?;
    let same = |of: &u32| {
        log.indexed(*of).is_some_and(|other| other.login == Some(Login::Ok) && other.user == mine.user)
    };
    // A busy log has very many sessions; who tries again does so soon.
    let soon = || (facts.trace + 1..log.traces()).take(LATER);
    // A session whose login the log doesn't have may have begun before.
    let logged_in = |trace: u32| log.lines_of(trace).iter().copied().find(|line| is_login(log, *line));
    let (later, line) = soon().filter(same).find_map(|of| Some((of, logged_in(of)?)))?;
    let found = log.indexed(later)?;
    let user = facts.user.as_deref().unwrap_or("the same user");
    let again = soon().filter_map(|of| log.indexed(of)).any(|other| {
        (other.login, other.user, other.client) == (Some(Login::Failed), mine.user, mine.client)
            && other.first > found.first
    });
    let text = match (mine.client, found.client) {
        (0, _) | (_, 0) => format!("Afterwards a login as {user} succeeded."),
        _ if client_of(log, line).is_some_and(|ip| ip.is_loopback()) => {
            format!("Afterwards a login as {user} from this server itself succeeded, such as by webmail.")
        }
        (here, there) if here != there => {
            format!(
                "Afterwards a login as {user} from another address succeeded, probably of another device."
            )
        }
        _ if again => return None,
        _ if door_of(log, facts.lines.last().copied())
            .zip(door_of(log, Some(line)))
            .is_some_and(|(one, other)| one != other) =>
        {
            format!(
                "Afterwards a login as {user} from the same address succeeded, but through another service, which says nothing about this one."
            )
        }
        _ => format!(
            "Afterwards a login as {user} from the same address succeeded, so it probably works again."
        ),
    };
    Some(Sentence { shown: shown(log, line - 1), text, lines: Cited::new(line, []), level: Level::Success })
}

/// What a line's service lets its users do: read by POP or by IMAP, or send.
fn door_of(log: &Log, line: Option<u32>) -> Option<&'static str> {
    let parsed = log.parse(line? - 1);
    let named =
        parsed.entry.and_then(|entry| Some(entry.part(Role::Program, &parsed.captures)?.of(parsed.body())));
    let named = lossy(named.unwrap_or(parsed.origin.program)).to_ascii_lowercase();
    let doors = [("pop", "pop"), ("imap", "imap"), ("smtp", "send"), ("submission", "send")];
    doors.iter().find(|(sign, _)| named.contains(sign)).map(|(_, door)| *door)
}

/// From where the client of a line came.
fn client_of(log: &Log, line: u32) -> Option<std::net::IpAddr> {
    let parsed = log.parse(line - 1);
    lossy(parsed.entry?.part(Role::Client, &parsed.captures)?.of(parsed.body())).parse().ok()
}

/// True for a line that says that a login succeeded.
pub(super) fn is_login(log: &Log, line: u32) -> bool {
    log.parse(line - 1).entry.is_some_and(|entry| entry.pattern.effect == Effect::Login(Login::Ok))
}

/// `1st`, `2nd`, `11th`.
fn ordinal(number: usize) -> String {
    let end = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{end}")
}

/// A length of time in words, from seconds.
fn within(seconds: i64) -> String {
    let seconds = usize::try_from(seconds).unwrap_or(0);
    let about = |unit: usize, one: &str| format!("in {}", count((seconds + unit / 2) / unit, one));
    match seconds {
        0 => "within a second".into(),
        1..100 => about(1, "second"),
        100..6_000 => about(60, "minute"),
        6_000..172_800 => about(3_600, "hour"),
        _ => about(86_400, "day"),
    }
}

/// An explanation without its story, and the reason that the story ends with.
struct Ended {
    explanation: Explanation,
    reason: String,
}

fn said(
    headline: String,
    line: u32,
    reason: String,
    party: Party,
    lasts: Option<Lasts>,
    stage: Stage,
    next: Vec<Step>,
) -> Ended {
    let cites = Cited::new(line, []);
    let explanation = Explanation { stage, party, lasts, next, ..Explanation::new(headline, cites) };
    Ended { explanation, reason }
}

fn guess(mut by: Ended) -> Ended {
    by.explanation.circumstance = Some(Circumstance::Guessing);
    by
}

/// Somebody who tries passwords: many failures of one address, or several addresses in turn.
fn attack(log: &Log, facts: &SessionFacts) -> Option<Ended> {
    let crowd = log.crowd(facts.trace)?;
    let at_once = facts.client.is_none().then(|| at_once(log, crowd, facts.trace));
    let (failed, users) = at_once.unwrap_or((crowd.failed, crowd.users));
    let guessing = is_guessing(failed, users) || facts.client.is_some() && failed >= GUESSES_OF_ONE;
    // What failed on the server's side tells nothing of who tried.
    let own = facts.cause().is_some_and(|(cause, _)| facts.words(cause).party == Party::OurServer);
    if facts.login != Some(Login::Failed) || own {
        return None;
    }
    if !guessing {
        return in_turn(log, facts);
    }
    let line = facts.left.or(facts.lines.first().copied())?;
    let headline = format!(
        "{} is guessing passwords: {} with {} in this log.",
        facts.client.as_deref().unwrap_or("Somebody"),
        count(failed as usize, "failed login"),
        count(users as usize, "username")
    );
    let reason = if facts.client.is_none() {
        "Different usernames fail within a minute. The lines name no address that shows who tries. Such attacks are common; strong passwords withstand them.".into()
    } else if crowd.ok == 0 {
        "In this log, none of the logins from this address succeeded. Such attacks are common; strong passwords withstand them.".into()
    } else {
        format!(
            "From the same address, {} succeeded. It may be an office that many people share; if it isn't, change the passwords of those who logged in from there.",
            count(crowd.ok as usize, "login")
        )
    };
    let dovecot: &[(&str, &str)] = &[
        (
            "See everything from this address, especially whether a login succeeded:",
            "grep -shF {client'} {log} | grep -E 'Login: |Logged in: '",
        ),
        (
            "If none did, block the address, for example with fail2ban:",
            "fail2ban-client set dovecot banip {client'}",
        ),
    ];
    let others: &[(&str, &str)] = &[
        (
            "See everything from this address, especially whether a login succeeded:",
            "grep -shF {client'} {log}",
        ),
        ("If none did, block the address, for example with fail2ban.", ""),
    ];
    let next = match &facts.client {
        None => facts.steps(&[(
            "Find the address in the server's own log, and block it there if it goes on, for example with fail2ban.",
            "",
        )]),
        Some(_) => facts.steps(if facts.is_dovecot() { dovecot } else { others }),
    };
    let (party, lasts) =
        if crowd.ok == 0 { (Party::Nobody, None) } else { (Party::OurServer, Some(Lasts::Permanent)) };
    Some(said(headline, line, reason, party, lasts, Stage::OurServer, next))
}

/// Strangers whose addresses take turns, so that none of them stands out.
fn in_turn(log: &Log, facts: &SessionFacts) -> Option<Ended> {
    facts.client.as_deref().filter(|client| !is_local(client))?;
    let failed = at_one_time(log, facts.trace).or_else(|| now_and_then(log, facts.trace))?;
    let of = |trace: &Indexed| (trace.user, trace.client);
    let (users, clients) = distinct(failed.iter().filter_map(|number| log.indexed(*number)).map(of));
    let line = facts.left.or(facts.lines.first().copied())?;
    let headline = format!(
        "Strangers are probably guessing passwords: {} with {} from {clients} addresses.",
        count(failed.len(), "failed login"),
        count(users, "username"),
    );
    let reason = "In this log, no login from these addresses worked. Such attempts are common; strong passwords withstand them.";
    let dovecot: &[(&str, &str)] = &[(
        "See whether a login from such an address ever worked; if one did, change that password. All addresses that logged in:",
        "grep -sh -e ' Login: ' -e ' Logged in: ' {log} | grep -o 'rip=[^,]*' | sort | uniq -c",
    )];
    let mut next = facts.steps(if facts.is_dovecot() { dovecot } else { &[] });
    next.push(Step {
        text: "To have less of it, let fail2ban block such addresses automatically. No user must act.".into(),
        command: None,
    });
    Some(said(headline, line, reason.into(), Party::Nobody, None, Stage::OurServer, next))
}

/// The log-ins that failed within minutes of this one, where each name, or each address, is tried once.
fn at_one_time(log: &Log, trace: u32) -> Option<Vec<u32>> {
    const SOON: u64 = 150_000_000_000;
    /// So many traces before and after one are looked at.
    const NEAR: u32 = 40;
    let here = log.instant(log.indexed(trace)?.last);
    let soon = |(_, of): &(u32, &Indexed)| log.instant(of.last).abs_diff(here) <= SOON;
    let close: Vec<(u32, &Indexed)> = failed_near(log, trace, NEAR).filter(soon).collect();
    let worked = |(number, _): &(u32, &Indexed)| log.crowd(*number).is_none_or(|crowd| crowd.ok > 0);
    let (users, clients) = distinct(close.iter().map(|(_, of)| (of.user, of.client)));
    (is_in_turn(close.len() as u32, users, clients, false) && !close.iter().any(worked))
        .then(|| close.into_iter().map(|(number, _)| number).collect())
}

/// The log-ins that failed far apart, each address with a try or two, where the users whom they tried get in from elsewhere:
/// whoever mistypes a password tries again from where they are.
fn now_and_then(log: &Log, trace: u32) -> Option<Vec<u32>> {
    /// What is far apart has more between it.
    const NEAR: u32 = 200;
    const TRIES_OF_ONE: u32 = 2;
    const ADDRESSES: usize = 3;
    let shy = |number: u32| log.crowd(number).is_some_and(|of| of.ok == 0 && of.failed <= TRIES_OF_ONE);
    let close: Vec<(u32, &Indexed)> =
        failed_near(log, trace, NEAR).filter(|(number, _)| shy(*number)).collect();
    let ok: FxHashSet<u64> = close_to(log, trace, NEAR)
        .filter_map(|number| log.indexed(number).filter(|of| of.login == Some(Login::Ok)))
        .map(|of| of.user)
        .collect();
    let known = close.iter().filter(|(_, of)| ok.contains(&of.user));
    let strangers: FxHashSet<u64> = known.map(|(_, of)| of.client).collect();
    let own = log.indexed(trace)?.client;
    (strangers.len() >= ADDRESSES && strangers.contains(&own)).then(|| {
        close.into_iter().filter(|(_, of)| strangers.contains(&of.client)).map(|(number, _)| number).collect()
    })
}

/// So many traces before and after one.
fn close_to(log: &Log, trace: u32, near: u32) -> Range<u32> {
    trace.saturating_sub(near)..trace.saturating_add(near).min(log.traces())
}

/// Of those, the log-ins that failed, with a name and an address.
fn failed_near(log: &Log, trace: u32, near: u32) -> impl Iterator<Item = (u32, &Indexed)> {
    close_to(log, trace, near)
        .filter_map(|number| Some((number, log.indexed(number)?)))
        .filter(|(_, of)| of.login == Some(Login::Failed) && of.client != 0 && of.user != 0)
}

/// How many different users and addresses these are.
fn distinct(of: impl Iterator<Item = (u64, u64)>) -> (usize, usize) {
    let (users, clients): (FxHashSet<u64>, FxHashSet<u64>) = of.unzip();
    (users.len(), clients.len())
}

/// Of log-ins whose lines name no address, those that failed within a minute of this one, and their user names.
fn at_once(log: &Log, crowd: &Crowd, trace: u32) -> (u32, u32) {
    const MINUTE: i64 = 60_000_000_000;
    let when = |trace: u32| log.indexed(trace).map(|trace| log.instant(trace.last)).filter(|at| *at != NEVER);
    let Some(here) = when(trace) else { return (0, 0) };
    let at = crowd.tries.binary_search(&trace).unwrap_or_default();
    let close = |trace: &&u32| when(**trace).is_some_and(|at| (at - here).abs() <= MINUTE);
    let close = near(&crowd.tries, at).iter().filter(close);
    let mut users: Vec<u64> = close.filter_map(|trace| Some(log.indexed(*trace)?.user)).collect();
    let failed = users.len();
    crate::sort::up(&mut users);
    users.dedup();
    (failed as u32, users.len() as u32)
}

/// An agreement on encryption that failed.
fn tls(facts: &SessionFacts) -> Option<Ended> {
    if facts.login == Some(Login::Ok) {
        return None;
    }
    let (text, line) = match &facts.openssl {
        Some((text, line)) => (text.as_str(), *line),
        None => ("", facts.causes.iter().find(|cause| cause.0 == Cause::Tls)?.1),
    };
    let known = TLS.iter().find(|row| text.contains(row.0)).unwrap_or(&TLS_OTHER);
    // What was encrypted already is only given up.
    let lead = if text.contains(" with cipher ") || text.contains("SSL_read failed") {
        "The encrypted connection with {client} ended"
    } else {
        "No encrypted connection with {client}"
    };
    let mut headline = format!("{}: {}.", facts.filled(lead), known.1);
    if facts.client.is_none() {
        headline = headline.replace(" with an unknown address", "");
    }
    let certificate = known.3 == Party::OurServer;
    let mut next = Vec::new();
    if !known.4.is_empty() {
        let listener = super::steps::listener(facts.service.as_bytes());
        let command = certificate.then(|| format!("openssl s_client {listener} </dev/null 2>/dev/null | openssl x509 -noout -dates -ext subjectAltName; openssl s_client {listener} -showcerts </dev/null 2>/dev/null | grep -e ' [si]:' -e 'Verify return'"));
        next.push(Step { text: known.4.into(), command });
    }
    next.extend(facts.steps(&[FROM]));
    let lasts = (known.3 != Party::Nobody).then_some(Lasts::Permanent);
    Some(said(headline, line, known.2.into(), known.3, lasts, Stage::OurServer, next))
}

fn caused(log: &Log, facts: &SessionFacts) -> Option<Ended> {
    let (cause, line) = facts.cause()?;
    let words = facts.words(cause);
    let stage = if facts.login == Some(Login::Ok) { Stage::Mailbox } else { Stage::OurServer };
    let mut headline = facts.filled(words.headline);
    let stated = STATED.iter().find(|stated| super::is(log, line, stated.0));
    if let Some((_, stated, _)) = stated {
        headline = facts.filled(stated);
    }
    // Which setting is wrong, and what another line says of the account, only the line says.
    let telling = cause == Cause::Config
        || cause == Cause::Server && super::known::of_line(log, line, false).is_some()
        || cause == Cause::Permission && super::is(log, line, Sign::RightsLookRight)
        || cause == Cause::Disabled && !facts.lines.contains(&line);
    if let Some(says) = telling.then(|| facts.said_by(log, line)).flatten() {
        headline = format!("{headline} {says}");
    }
    if facts.client.is_none() {
        headline = headline.replace(" from an unknown address", "");
    }
    Some(said(
        headline,
        line,
        if let Some((.., says)) = stated {
            facts.filled(says)
        } else if facts.lines.contains(&line) {
            facts.filled(words.says)
        } else {
            format!("Probably, by what another line says of the same time: {}", facts.filled(words.says))
        },
        words.party,
        words.lasts,
        stage,
        facts.steps(words.next),
    ))
}

/// What a download that broke off means.
pub(super) const ONCE: &str = "Once is normal, especially on mobile networks. If it happens often, the connection there probably is slow or breaks, or an antivirus program that checks email stops it.";

/// What a line states beyond its cause: the headline, and what it means.
const STATED: &[(Sign, &str, &str)] = &[
    (
        Sign::NoPasswordSent,
        "Login of {user} refused: the password was empty.",
        "No password came at all, so nothing was compared.",
    ),
    (
        Sign::ProofRefused,
        "Login of {user} refused: what proves the password (CRAM-MD5 or APOP) didn't fit.",
        "The log doesn't say whether the password is wrong, or whether the server has none in clear text to compare with.",
    ),
    (Sign::NoGoodbye, "{user} logged in from {client}; the download ended without a goodbye (QUIT).", ONCE),
    (
        Sign::LogInUnnamed,
        "A login from {client} was refused; the log names neither the user nor the reason.",
        "A wrong name or password is usual; a login service that doesn't work looks the same here.",
    ),
];

/// A process that broke while it served nobody.
fn fault(log: &Log, facts: &SessionFacts) -> Option<Ended> {
    let (line, _, says) = facts.told.first().filter(|_| facts.kind != TraceType::Session)?;
    if let Some(mut said) =
        caused(log, facts).filter(|_| facts.cause().is_some_and(|of| of.0 != Cause::Crash))
    {
        // Which limit it was, only the line says.
        if facts.cause().is_some_and(|of| of.0 == Cause::ServerFull) {
            said.explanation.headline.clone_from(says);
        }
        return Some(said);
    }
    let service = if facts.service.is_empty() { "service" } else { &facts.service };
    let more =
        if facts.told.len() > 1 { " The lines after it show developers where it happened." } else { "" };
    Some(said(
        format!("The server's process {service} broke. {says}"),
        *line,
        format!("That is a fault of the server, not of an email app or a password. Dovecot restarts the process automatically.{more}"),
        Party::OurServer,
        Some(Lasts::Temporary),
        Stage::OurServer,
        facts.steps(&[
            ("See whether it happens again and again:", "grep -shE 'Panic|Fatal|killed with signal' {log}"),
            ("If it does, update Dovecot; if the newest version crashes, too, report the lines to the Dovecot developers.", ""),
        ]),
    ))
}

/// A session in which nothing was wrong, or whose lines report a problem that no cause names.
fn plain(log: &Log, facts: &SessionFacts) -> Ended {
    let stage = if facts.login == Some(Login::Ok) { Stage::Mailbox } else { Stage::OurServer };
    let worst = facts.told.iter().rev().max_by_key(|told| told.1).filter(|told| told.1 >= Level::Warning);
    if let Some((line, level, says)) = worst.filter(|_| facts.login != Some(Login::Failed)) {
        let lasts = if *level == Level::Temporary { Lasts::Temporary } else { Lasts::Permanent };
        let next = facts.steps(&[LINES]);
        return said(says.clone(), *line, String::new(), Party::OurServer, Some(lasts), stage, next);
    }
    let line = facts.left.or(facts.logged_in).unwrap_or_else(|| log.span_of(facts.trace).0);
    let headline = match facts.login {
        Some(Login::Ok) if facts.format.is_some_and(|format| !format.says_end) => {
            "{user} logged in from {client}."
        }
        Some(Login::Ok) if facts.ended => "{user} logged in from {client}; the session shows no error.",
        Some(Login::Ok) => {
            "{user} logged in from {client}; the end of the session isn't in the log you pasted."
        }
        Some(Login::Failed) => "Login of {user} from {client} failed.",
        Some(Login::None) => "The connection from {client} ended without a login.",
        None => "The log you pasted shows part of a session of {user}.",
    };
    // An address that no line holds is left out of the sentence.
    let mut headline: String =
        if facts.client.is_none() { headline.replace(" from {client}", "") } else { headline.into() };
    // Whoever misses messages asks just that.
    let whole = facts.removed.is_whole();
    let fetched = facts.removed.says().filter(|_| facts.removed.deleted > 0 || whole);
    let help = if whole { FETCHED_ALL } else { FETCHED };
    let next = fetched.as_ref().map_or_else(Vec::new, |_| facts.steps(help));
    let missed = log.is_emptied(facts.trace) && (0..log.lines()).any(|line| log.is_of_people(line));
    let party = if missed { Party::Recipient } else { Party::Nobody };
    if let (Some(fetched), Some(start)) = (fetched, headline.find("; ")) {
        headline.replace_range(start.., &format!("; the app {fetched} (POP3)."));
    }
    said(facts.filled(&headline), line, String::new(), party, None, stage, next)
}

/// The lines in order; those in a row that say the same are one sentence.
fn story(log: &Log, facts: &SessionFacts) -> Vec<Sentence> {
    let mut story: Vec<Sentence> = Vec::new();
    for run in facts.told.chunk_by(|a, b| a.2 == b.2) {
        let (line, level, text) = &run[0];
        let lines = run.iter().map(|told| told.0);
        let shown = shown(log, line - 1);
        let mut text = text.clone();
        if facts.logged_in == Some(*line) {
            text.push_str(&connection(facts));
        }
        if let Some(removed) = facts.removed.says().filter(|_| facts.left == Some(*line)) {
            text = format!("{text} It {removed}.");
        }
        story.push(Sentence { shown, text, lines: Cited::new(*line, lines), level: *level });
    }
    if let Some((&first, rest)) = facts.debug.split_first() {
        let text = format!("{} about the server's internal work.", count(rest.len() + 1, "debug line"));
        story.push(Sentence {
            shown: shown(log, first - 1),
            text,
            lines: Cited::new(first, rest.iter().copied()),
            level: Level::Info,
        });
    }
    story
}

/// How a log-in that worked was made.
fn connection(facts: &SessionFacts) -> String {
    if !facts.is_dovecot() {
        // Only Dovecot says it in this line.
        return String::new();
    }
    let from = facts.client.as_deref().map_or_else(String::new, |client| format!(" from {client}"));
    let secure = if facts.encrypted { "encrypted with TLS" } else { "without TLS" };
    format!(" The connection came{from}, {secure}.")
}

/// The story with its last word: the reason, resting on the line that states it, and on those that say a
/// part of the same, which is told once.
fn with_reason(log: &Log, mut story: Vec<Sentence>, said: &Ended) -> Vec<Sentence> {
    if !said.reason.is_empty() {
        let cites = &said.explanation.cites;
        let (same, rest): (Vec<_>, Vec<_>) =
            story.into_iter().partition(|told| !told.text.is_empty() && said.reason.contains(&told.text));
        story = rest;
        let more = same.iter().flat_map(|told| told.lines.iter().copied());
        story.push(Sentence {
            shown: shown(log, cites[0] - 1),
            text: said.reason.clone(),
            lines: Cited::new(cites[0], cites.iter().copied().chain(more)),
            level: same.iter().map(|told| told.level).max().unwrap_or_default(),
        });
    }
    story
}

fn missing(facts: &SessionFacts) -> Vec<String> {
    let mut missing = Vec::new();
    if facts.kind == TraceType::Session {
        if facts.login == Some(Login::Ok) && facts.logged_in.is_none() {
            missing.push("The line of the login: the log you pasted begins later.".into());
        }
        // A process that crashed, or that a fatal error ended, wrote no last line.
        let broke = facts.told.iter().any(|told| told.1 == Level::Alert) && facts.left.is_none();
        if !facts.ended && !broke && facts.cause().is_none_or(|of| of.0 != Cause::Crash) {
            missing
                .push("The line that ends the session: it may still have been open at the last line.".into());
        }
    }
    missing
}
