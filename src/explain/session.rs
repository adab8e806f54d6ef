//! A session of Dovecot, Courier or vpopmail: who connected from where, whether the log-in worked, how the session ended, whose
//! side a problem is on and what to do. What is normal is called normal.
//!
//! The lines of a session name causes (their patterns state them as facts of the role [`Role::State`]); the
//! most decisive one makes the explanation. The tables below are in the order of decision.

use super::message::seen_from;
use super::words::{count, fill};
use super::{shown, utc};
use crate::format::{Format, Role, Step as Does};
use crate::knowledge::session_id;
use crate::log::{Log, Parsed};
use crate::report::export::{
    Cited, Explanation, Lasts, Level, Link, Login, Outcome, Party, Row, Sentence, Stage, Step, Trace,
    TraceType,
};
use crate::text::lossy;
use crate::time::NEVER;

/// Why something came out as it did. `{user}` and `{client}` in its texts stand for their values.
struct Cause {
    name: &'static str,
    headline: &'static str,
    says: &'static str,
    party: Party,
    lasts: Option<Lasts>,
    next: &'static [(&'static str, &'static str)],
}

const fn cause(
    name: &'static str,
    headline: &'static str,
    says: &'static str,
    party: Party,
    lasts: Lasts,
    next: &'static [(&'static str, &'static str)],
) -> Cause {
    Cause { name, headline, says, party, lasts: Some(lasts), next }
}

const fn normal(name: &'static str, headline: &'static str, says: &'static str) -> Cause {
    Cause { name, headline, says, party: Party::Nobody, lasts: None, next: &[] }
}

const LINES: (&str, &str) = ("To see all lines about this user on the server:", "grep -F {user'} {log}");
const FROM: (&str, &str) = ("To see all lines about this address on the server:", "grep -F {client'} {log}");
const LOOKUP: (&str, &str) = ("To see what the server knows about the account:", "doveadm user {user'}");
const TEST: (&str, &str) = (
    "To test a password on the server (it asks for it, so it stays out of the shell's history):",
    "doveadm auth test {user'}",
);

/// Why nobody was logged in.
const REFUSED: &[Cause] = &[
    cause(
        "disabled",
        "Log-in of {user} refused: the account is switched off.",
        "Whether the password was right does not matter then.",
        Party::OurServer,
        Lasts::Permanent,
        &[
            ("Find out why the mailbox was switched off, and switch it on again if that is right.", ""),
            LOOKUP,
            LINES,
        ],
    ),
    cause(
        "expired",
        "Log-in of {user} refused: the password has expired.",
        "The password of {user} is too old. A new one must be set first.",
        Party::Recipient,
        Lasts::Permanent,
        &[("Set a new password, then enter it on every device.", ""), LINES],
    ),
    cause(
        "connections",
        "Log-in of {user} refused: too many connections from {client}.",
        "It is not the password: mail apps open several connections each, and everybody in one office or behind one router shares an address.",
        Party::Recipient,
        Lasts::Temporary,
        &[
            ("See who is connected right now:", "doveadm who {user'}"),
            (
                "Ask the customer to close mail apps that are not needed, or to lower the number of connections in the app.",
                "",
            ),
            ("If the number is right for this customer, raise mail_max_userip_connections.", ""),
            LINES,
        ],
    ),
    cause(
        "too-many",
        "Connection refused: too many connections from {client}.",
        "This address already has as many connections open as the server allows: mail apps open several each, and everybody in one office or behind one router shares an address.",
        Party::Recipient,
        Lasts::Temporary,
        &[
            (
                "Ask the customer to close mail apps that are not needed, or to lower the number of connections in the app.",
                "",
            ),
            ("If the number is right for this customer, raise MAXPERIP in the settings of Courier.", ""),
            FROM,
        ],
    ),
    cause(
        "plaintext",
        "Log-in from {client} refused: the mail app does not use encryption.",
        "The server takes no password over a connection without encryption, so that nobody on the way can read it.",
        Party::Recipient,
        Lasts::Permanent,
        &[
            (
                "In the mail app, choose SSL/TLS (port 993 for IMAP, 995 for POP3, 465 for sending) or STARTTLS.",
                "",
            ),
            ("The password may have been seen on the way: on an open network, change it.", ""),
            FROM,
        ],
    ),
    cause(
        "method",
        "Log-in from {client} refused: the log-in method is not offered here.",
        "The mail app asked for a way to log in that this server does not offer, or that does not fit how the password is stored.",
        Party::Recipient,
        Lasts::Permanent,
        &[
            (
                "In the mail app, choose \"normal password\" as the authentication method, with SSL/TLS or STARTTLS.",
                "",
            ),
            FROM,
        ],
    ),
    cause(
        "client-certificate",
        "Connection from {client} refused: the mail app's certificate was not accepted.",
        "This server demands a certificate from the mail app.",
        Party::Recipient,
        Lasts::Permanent,
        &[("Install the right certificate in the mail app.", ""), FROM],
    ),
    cause(
        "auth-service",
        "Log-in of {user} failed on the server's side: the password could not be checked.",
        "The password could not be checked, because something behind the log-in service failed. It is not the customer's fault, and others may see it too.",
        Party::OurServer,
        Lasts::Temporary,
        &[
            ("Look for errors of the password database at that time:", "grep -E 'auth.*(Error|Fatal)' {log}"),
            ("Ask the customer to keep the settings as they are and to try again later.", ""),
        ],
    ),
    cause(
        "backend",
        "Log-in of {user} failed: the server that holds the mailbox did not take it.",
        "The log-in was passed on to the server that holds the mailbox, which did not take it.",
        Party::OurServer,
        Lasts::Temporary,
        &[("Check that the server named in the line is up and can be reached.", ""), LINES],
    ),
    cause(
        "server-full",
        "Connection from {client} dropped: the server's log-in service was full.",
        "The server had as many connections as it may have at that moment. It is not the customer's fault.",
        Party::OurServer,
        Lasts::Temporary,
        &[
            (
                "See which limits were reached:",
                "grep -E 'process_limit|client_limit|Connection queue full' {log}",
            ),
            (
                "See whether one address opens very many connections; block it if it is abuse, else raise the limit.",
                "",
            ),
        ],
    ),
    cause(
        "bad-name",
        "Log-in from {client} refused: the user name holds a character that is not allowed, or is empty.",
        "The name that the mail app sent cannot be a user of this server: it is empty, or holds a space, an accent or another character that is not allowed.",
        Party::Recipient,
        Lasts::Permanent,
        &[
            ("Check the user name in the mail app: mostly it is the whole mail address, without spaces.", ""),
            FROM,
        ],
    ),
    cause(
        "wrong-password",
        "Wrong password for {user}.",
        "The user exists, but the password is wrong. Often one of several devices still has an old password.",
        Party::Recipient,
        Lasts::Permanent,
        &[
            ("Ask the customer to enter the password again on every device that uses this mailbox.", ""),
            TEST,
            LINES,
            FROM,
        ],
    ),
    cause(
        "either",
        "Log-in of {user} refused: wrong name or password.",
        "The check that said no does not tell which of the two is wrong.",
        Party::Recipient,
        Lasts::Permanent,
        &[
            (
                "Check the user name letter by letter, then ask the customer to enter the password again on every device.",
                "",
            ),
            LOOKUP,
            TEST,
            LINES,
        ],
    ),
    cause(
        "no-password",
        "Log-in of {user} refused: no password is set for the mailbox.",
        "The mailbox exists, but nobody can log in before a password is set for it.",
        Party::Recipient,
        Lasts::Permanent,
        &[("Set a password for the mailbox, then enter it on every device.", ""), LINES],
    ),
    cause(
        "service-off",
        "Log-in of {user} refused: this service is switched off for the mailbox.",
        "The mailbox exists and may be in use in another way, but log-ins by this service are switched off for it.",
        Party::OurServer,
        Lasts::Permanent,
        &[
            ("See what is switched off for the mailbox:", "/home/vpopmail/bin/vuserinfo {user'}"),
            ("Switch the service on again if that is right, with vmoduser.", ""),
            LINES,
        ],
    ),
    cause(
        "unknown-user",
        "Log-in refused: this server knows no user {user}.",
        "None of the server's databases knows this name. Mostly it is a typing mistake, or the mailbox is on another server.",
        Party::Recipient,
        Lasts::Permanent,
        &[
            (
                "Check the user name in the mail app letter by letter: mostly it is the whole mail address.",
                "",
            ),
            LOOKUP,
            LINES,
        ],
    ),
    cause(
        "server",
        "Log-in of {user} failed on the server's side: the mailbox could not be opened.",
        "The password was right, but the session could not be started. A line of the same second about this user says why.",
        Party::OurServer,
        Lasts::Permanent,
        &[("Find the error of the same second:", "grep -F {user'} {log} | grep -E 'Error|Fatal'"), LOOKUP],
    ),
    cause(
        "wrong-login",
        "Log-in of {user} refused: wrong name or password.",
        "The server did not accept this name with this password. The lines of the service \"auth\" would say which of the two is wrong; they are written when auth_verbose is on.",
        Party::Recipient,
        Lasts::Permanent,
        &[
            (
                "Check the user name letter by letter, then ask the customer to enter the password again on every device.",
                "",
            ),
            LOOKUP,
            TEST,
            LINES,
        ],
    ),
    cause(
        "broken-client",
        "Connection from {client} ended: what came was not a mail app's log-in.",
        "The client sent something that no mail app sends: mostly a scanner, or a program that has the wrong port.",
        Party::Nobody,
        Lasts::Permanent,
        &[FROM],
    ),
    cause(
        "refused",
        "Log-in from {client} refused.",
        "The server refused the log-in.",
        Party::Recipient,
        Lasts::Permanent,
        &[FROM],
    ),
    cause(
        "config",
        "Connection from {client} failed: the server's settings are wrong.",
        "Something in the server's settings is wrong.",
        Party::OurServer,
        Lasts::Permanent,
        &[("Check the settings for mistakes:", "doveconf -n")],
    ),
    normal(
        "restart",
        "Connection from {client} dropped: the mail server was being restarted.",
        "The mail server was being stopped or restarted. Mail apps connect again by themselves.",
    ),
    normal(
        "unfinished",
        "{client} began to log in and left before the end.",
        "The client began to log in and never finished. One such line means nothing; many from one customer point to the network, a firewall or an antivirus program that checks mail.",
    ),
    normal(
        "nobody",
        "{client} connected and left without a log-in.",
        "Nobody tried to log in. This is normal: monitoring, port scans and mail apps that test a connection do it.",
    ),
];

/// What befell a session that was logged in.
const OPENED: &[Cause] = &[
    cause(
        "folder",
        "{user} gave the right password, but the mail folder is missing.",
        "The folder of the mailbox is missing, and could not be entered or made. The line says why.",
        Party::OurServer,
        Lasts::Temporary,
        &[("See where the folder should be:", "/home/vpopmail/bin/vuserinfo -d {user'}"), LINES],
    ),
    cause(
        "crash",
        "The session of {user} ended: the server's process broke.",
        "The process that served this session crashed or was ended by force. That is a fault of the server; the mail app connects again by itself.",
        Party::OurServer,
        Lasts::Temporary,
        &[
            ("See whether it happens again and again:", "grep -E 'Panic|killed with signal' {log}"),
            (
                "If it does, update Dovecot, or repair the folder's index:",
                "doveadm force-resync -u {user'} INBOX",
            ),
        ],
    ),
    cause(
        "disk",
        "Trouble in the session of {user}: the server's disk is full or cannot be written.",
        "The server could not write to its disk.",
        Party::OurServer,
        Lasts::Temporary,
        &[("See which disk is full:", "df -h; df -i"), LINES],
    ),
    cause(
        "permission",
        "Trouble in the session of {user}: the server's file rights are wrong.",
        "The mail process may not read or write a file or folder of this mailbox. The line names it, and which right is missing.",
        Party::OurServer,
        Lasts::Permanent,
        &[
            ("See whom the files of the mailbox belong to:", "doveadm user -f home {user'} | xargs ls -la"),
            ("Give the folder named in the line back to the mail system's user.", ""),
            LINES,
        ],
    ),
    cause(
        "quota",
        "The mailbox of {user} is full.",
        "The mailbox holds as much as it may.",
        Party::Recipient,
        Lasts::Permanent,
        &[
            ("See how full it is:", "doveadm quota get -u {user'}"),
            ("Ask the customer to delete mail and to empty the trash, or raise the quota.", ""),
        ],
    ),
    cause(
        "pop3-lock",
        "The POP3 mailbox of {user} is open on another device.",
        "Only one device may have a POP3 mailbox open at a time.",
        Party::Recipient,
        Lasts::Temporary,
        &[(
            "Ask the customer to wait some minutes, or to fetch mail on one device at a time. IMAP has no such limit.",
            "",
        )],
    ),
    cause(
        "config",
        "Trouble in the session of {user}: the server's settings are wrong.",
        "Something in the server's settings does not fit this mailbox. The line says what.",
        Party::OurServer,
        Lasts::Permanent,
        &[("Check the settings:", "doveconf -n"), LOOKUP],
    ),
    cause(
        "backend",
        "Trouble in the session of {user}: another server could not be reached.",
        "A server behind this one did not answer.",
        Party::OurServer,
        Lasts::Temporary,
        &[LINES],
    ),
    cause(
        "auth-service",
        "Trouble in the session of {user}: the user database did not answer.",
        "The user could not be looked up.",
        Party::OurServer,
        Lasts::Temporary,
        &[LINES],
    ),
    cause(
        "server-full",
        "Trouble in the session of {user}: the server reached a limit.",
        "A limit of the server was reached.",
        Party::OurServer,
        Lasts::Temporary,
        &[LINES],
    ),
    cause(
        "index",
        "The folder index of {user} was damaged; Dovecot repairs it by itself.",
        "The index is only a list that makes folders quick to open. Dovecot makes it anew from the messages; the messages themselves are not touched. The mail app may download the folder again.",
        Party::OurServer,
        Lasts::Temporary,
        &[
            (
                "If the same folder comes up again and again, repair it:",
                "doveadm force-resync -u {user'} INBOX",
            ),
            ("Damage on many mailboxes at once points to a full or failing disk.", "df -h"),
            LINES,
        ],
    ),
    cause(
        "server",
        "Trouble in the session of {user}, on the server's side.",
        "Something failed on the server. The line says what.",
        Party::OurServer,
        Lasts::Temporary,
        &[LINES],
    ),
    normal(
        "broken-client",
        "{user} logged in; the server ended the session because the app sent what it does not understand.",
        "The mail app kept sending commands that the server does not know. An update of the app, or setting up the account anew, mostly helps.",
    ),
    normal(
        "network",
        "{user} logged in; the connection broke in the middle of something.",
        "The connection broke while something was under way. Once is normal, above all on mobile networks; often points to the network, a firewall or an antivirus program that checks mail.",
    ),
    normal(
        "idle",
        "{user} logged in; the session ended after a time of silence.",
        "The app connects again when it needs to.",
    ),
    normal(
        "restart",
        "{user} logged in; the session ended when the server restarted or its administrator ended it.",
        "The mail app connects again by itself.",
    ),
];

/// What OpenSSL says about a failed agreement on encryption, and what it means.
const TLS: &[(&str, &str, &str, Party, &str)] = &[
    (
        "unknown ca",
        "the mail app does not trust the server's certificate",
        "The mail app does not know who signed the server's certificate. The server may not send the certificates in between, or the app's list of trusted signers is old.",
        Party::OurServer,
        "Check that the server sends the whole chain of certificates, and that the customer uses the host name that the certificate is for:",
    ),
    (
        "bad certificate",
        "the mail app does not accept the server's certificate",
        "The mail app rejected the server's certificate: the name, the dates or the signer do not fit.",
        Party::OurServer,
        "Check the name and the dates of the certificate that the server sends:",
    ),
    (
        "certificate unknown",
        "the mail app does not accept the server's certificate",
        "The mail app rejected the server's certificate: the name, the dates or the signer do not fit.",
        Party::OurServer,
        "Check the name and the dates of the certificate that the server sends:",
    ),
    (
        "certificate expired",
        "the server's certificate has expired",
        "The mail app says that the server's certificate is too old.",
        Party::OurServer,
        "Check the dates of the certificate that the server sends, and renew it:",
    ),
    (
        "http request",
        "a web browser or scanner spoke to the mail port",
        "What came was a request for a web page, not a mail app.",
        Party::Nobody,
        "",
    ),
    (
        "unsupported protocol",
        "the mail app only knows old TLS",
        "The mail app only offers a version of encryption that is too old for this server to be safe.",
        Party::Recipient,
        "Update the mail app or the system of the device.",
    ),
    (
        "version too low",
        "the mail app only knows old TLS",
        "The mail app only offers a version of encryption that is too old for this server to be safe.",
        Party::Recipient,
        "Update the mail app or the system of the device.",
    ),
    (
        "protocol version",
        "the mail app and the server share no version of TLS",
        "The mail app and the server share no version of encryption.",
        Party::Recipient,
        "Update the mail app or the system of the device.",
    ),
    (
        "inappropriate fallback",
        "the mail app only knows old TLS",
        "The mail app fell back to an old version of encryption, which the server refuses.",
        Party::Recipient,
        "Update the mail app or the system of the device.",
    ),
    (
        "no shared cipher",
        "the mail app and the server share no way to encrypt",
        "The mail app offers no way to encrypt that this server allows; mostly the app is very old.",
        Party::Recipient,
        "Update the mail app or the system of the device.",
    ),
    (
        "wrong version number",
        "the mail app does not use encryption on an encrypted port",
        "What came was not encrypted, but this port is encrypted from the start.",
        Party::Recipient,
        "In the mail app, choose SSL/TLS for port 993 (IMAP), 995 (POP3) or 465 (sending), or STARTTLS for port 143, 110 or 587.",
    ),
    (
        "packet length too long",
        "the mail app does not use encryption on an encrypted port",
        "What came was not encrypted, but this port is encrypted from the start.",
        Party::Recipient,
        "In the mail app, choose SSL/TLS for port 993 (IMAP), 995 (POP3) or 465 (sending), or STARTTLS for port 143, 110 or 587.",
    ),
    (
        "unknown protocol",
        "the mail app does not use encryption on an encrypted port",
        "What came was not encrypted, but this port is encrypted from the start.",
        Party::Recipient,
        "In the mail app, choose SSL/TLS for port 993 (IMAP), 995 (POP3) or 465 (sending), or STARTTLS for port 143, 110 or 587.",
    ),
];
const TLS_OTHER: (&str, &str, &str, Party, &str) = (
    "",
    "the mail app and the server could not agree on encryption",
    "Mail app and server could not agree on encryption.",
    Party::Recipient,
    "Update the mail app or the system of the device, and check its settings for encryption.",
);

/// From how many failed log-ins of one address, with how many names, somebody is guessing.
pub(crate) const GUESSES: u32 = 5;
pub(crate) const GUESSED_NAMES: u32 = 3;
pub(crate) const GUESSES_OF_ONE: u32 = 20;
/// So many tries before and after one are named with it.
const TRIES: usize = 10;

/// What the lines of a session say, put together.
struct Facts {
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
    port: Option<u16>,
    method: Option<String>,
    encrypted: bool,
    openssl: Option<(String, u32)>,
    under_syslog: bool,
    /// Name of a cause, and the line that states it.
    causes: Vec<(&'static str, u32)>,
    told: Vec<(u32, Level, String)>,
    debug: Vec<u32>,
    lines: Vec<u32>,
    logged_in: Option<u32>,
    left: Option<u32>,
}

impl Facts {
    fn of(log: &Log, number: u32) -> Facts {
        let indexed = log.indexed(number);
        let mut facts = Facts {
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
            port: None,
            method: None,
            encrypted: false,
            openssl: None,
            under_syslog: false,
            causes: Vec::new(),
            told: Vec::new(),
            debug: Vec::new(),
            lines: log.lines_of(number).to_vec(),
            logged_in: None,
            left: None,
        };
        let mut asked_about = None;
        for line in facts.lines.clone() {
            facts.take(&log.parse(line - 1), line, &mut asked_about);
        }
        facts.user = facts.user.or(asked_about);
        if let Some(id) = facts.id.as_deref().and_then(|id| session_id::decode(id.as_bytes())) {
            facts.client.get_or_insert_with(|| id.ip.to_string());
            facts.port.get_or_insert(id.port);
        }
        facts
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
        let service = text(framed.program, parsed.line).unwrap_or_default();
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
        if self.client.is_none() {
            self.client = part(Role::Client).or_else(|| text(framed.client, parsed.line));
        }
        if let (None, Some(client), Some(port)) = (&self.id, &self.client, part(Role::Port)) {
            self.id = Some(format!("{client}:{port}"));
        }
        for capture in &parsed.captures {
            let value = lossy(capture.at.of(parsed.body())).into_owned();
            match entry.field(*capture).name {
                "method" if entry.format.id == "dovecot-login" => self.method = Some(value),
                "TLS" => self.encrypted = true,
                "openssl" => self.openssl = Some((value, line)),
                "TLS handshaking" if value.contains("SSL_accept") && self.openssl.is_none() => {
                    self.openssl = Some((value, line));
                }
                "rport" => self.port = value.parse().ok().or(self.port),
                _ => {}
            }
        }
        self.causes.extend(
            entry.pattern.facts.iter().filter(|fact| fact.0 == Role::State).map(|fact| (fact.1, line)),
        );
        match entry.pattern.step {
            Does::Login(Login::Ok) => self.logged_in = Some(line),
            Does::Left(_) => self.left = Some(line),
            _ => {}
        }
        if entry.format.id == "dovecot-debug" {
            self.debug.push(line);
        } else {
            self.told.push((
                line,
                entry.pattern.level,
                fill(entry, parsed.body(), &parsed.captures, entry.pattern.says),
            ));
        }
    }

    /// The most decisive cause, with the first line that states it.
    fn cause(&self) -> Option<(&'static Cause, u32)> {
        let table = if self.login == Some(Login::Ok) { OPENED } else { REFUSED };
        let stated =
            |cause: &Cause| self.causes.iter().rfind(|stated| stated.0 == cause.name).map(|stated| stated.1);
        let first = table.iter().find_map(|cause| Some((cause, stated(cause)?)));
        first.or_else(|| OPENED.iter().find_map(|cause| Some((cause, stated(cause)?))))
    }

    /// Puts the values into a text of a table.
    fn filled(&self, text: &str) -> String {
        let user = self.user.as_deref().unwrap_or("an unknown user");
        let client = self.client.as_deref().unwrap_or("an unknown address");
        let log = if self.under_syslog {
            "/var/log/maillog".to_owned()
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

    fn is_dovecot(&self) -> bool {
        self.format.is_none_or(|format| format.id.starts_with("dovecot"))
    }

    fn steps(&self, next: &[(&str, &str)]) -> Vec<Step> {
        let known = |command: &str| {
            // Other servers have other tools.
            (self.is_dovecot() || !command.starts_with("dove"))
                && !(command.contains("{user'}") && self.user.is_none()
                    || command.contains("{client'}") && self.client.is_none())
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
    let facts = Facts::of(log, number);
    let explanation = explain(log, &facts);
    let other_tries = other_tries(log, &facts);
    let first = facts.lines.first().copied().unwrap_or(1);
    let last = facts.lines.last().copied().unwrap_or(1);
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
        outcome: facts.outcome,
        attempts: Vec::new(),
        links: log.links_of(number).map(|link| seen_from(number, *link)).chain(other_tries).collect(),
        explanation,
    }
}

/// The name of what decided how a session came out; `None` when nothing was wrong.
pub(super) fn decided(log: &Log, number: u32) -> Option<&'static str> {
    let facts = Facts::of(log, number);
    let named = || facts.cause().map(|(cause, _)| cause.name);
    attack(log, &facts).map(|_| "attack").or_else(|| tls(&facts).map(|_| "tls")).or_else(named)
}

/// What the list of traces shows of a session.
pub(super) fn row(log: &Log, number: u32) -> Row {
    let facts = Facts::of(log, number);
    Row {
        trace: number,
        kind: facts.kind,
        format: facts.format.map_or("", |format| format.id).into(),
        outcome: facts.outcome,
        to: facts.client,
        more: 0,
        shown: facts.lines.first().and_then(|line| shown(log, line - 1)),
        attempts: 0,
        from: facts.user,
    }
}

fn explain(log: &Log, facts: &Facts) -> Explanation {
    let story = story(log, facts);
    let missing = missing(facts);
    let said = fault(facts)
        .or_else(|| attack(log, facts))
        .or_else(|| tls(facts))
        .or_else(|| caused(facts))
        .unwrap_or_else(|| plain(facts));
    let mut story = with_reason(log, story, &said);
    story.extend(one_of_many(log, facts));
    Explanation { story, missing, ..said.explanation }
}

/// The failed tries of one client, this one among them, and its place.
fn tries<'a>(log: &'a Log, facts: &Facts) -> Option<(&'a [u32], usize)> {
    let tries = log.crowd(facts.trace).filter(|_| facts.login == Some(Login::Failed))?.tries.as_slice();
    let at = tries.binary_search(&facts.trace).ok()?;
    (tries.len() > 1).then_some((tries, at))
}

/// The tries nearest to this one: a busy attacker makes thousands.
fn near(tries: &[u32], at: usize) -> &[u32] {
    &tries[at.saturating_sub(TRIES)..tries.len().min(at + TRIES + 1)]
}

/// The other failed tries of the same client: the lines of both name its address.
fn other_tries(log: &Log, facts: &Facts) -> Vec<Link> {
    let others = tries(log, facts).map_or(&[][..], |(tries, at)| near(tries, at));
    let others = others.iter().filter(|other| **other != facts.trace);
    others.map(|&trace| Link { trace, how: "same-client".into(), doubt: None }).collect()
}

/// "The 5th of 12 failed tries", resting on the lines of those around it.
fn one_of_many(log: &Log, facts: &Facts) -> Option<Sentence> {
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
        format!("This is the {} of {} failed tries from {client}{span}.", ordinal(at + 1), tries.len());
    let lines = near(tries, at).iter().filter_map(of).map(|line| line + 1);
    Some(Sentence { shown: shown(log, line - 1), text, lines: Cited::new(line, lines), level: Level::Info })
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
struct Said {
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
) -> Said {
    let cites = Cited::new(line, []);
    let explanation =
        Explanation { headline, cites, story: Vec::new(), stage, party, lasts, next, missing: Vec::new() };
    Said { explanation, reason }
}

/// Somebody who tries passwords: many failures of one address.
fn attack(log: &Log, facts: &Facts) -> Option<Said> {
    let crowd = log.crowd(facts.trace)?;
    let guessing = crowd.failed >= GUESSES && crowd.users >= GUESSED_NAMES || crowd.failed >= GUESSES_OF_ONE;
    // What failed on the server's side tells nothing of who tried.
    let own = facts.cause().is_some_and(|(cause, _)| cause.party == Party::OurServer);
    if facts.login != Some(Login::Failed) || !guessing || own {
        return None;
    }
    let line = facts.left.or(facts.lines.first().copied())?;
    let client = facts.client.as_deref()?;
    let headline = format!(
        "Somebody at {client} is trying passwords: {} with {} in this log.",
        count(crowd.failed as usize, "failed log-in"),
        count(crowd.users as usize, "user name")
    );
    let (reason, lasts) = if crowd.ok == 0 {
        ("None of the log-ins from this address worked. Attacks of this kind are common; a server that is kept up to date stands them, and good passwords with it.".into(), Lasts::Temporary)
    } else {
        (
            format!(
                "From the same address {} worked. It may be an office that many people share; if it is not, change the passwords of those who logged in from there.",
                count(crowd.ok as usize, "log-in")
            ),
            Lasts::Permanent,
        )
    };
    let dovecot: &[(&str, &str)] = &[
        (
            "See everything that came from this address, above all whether a log-in worked:",
            "grep -F {client'} {log} | grep -E 'Login: |Logged in: '",
        ),
        (
            "If nothing did, the address can be blocked, for example with fail2ban:",
            "fail2ban-client set dovecot banip {client'}",
        ),
    ];
    let others: &[(&str, &str)] = &[
        (
            "See everything that came from this address, above all whether a log-in worked:",
            "grep -F {client'} {log}",
        ),
        ("If nothing did, the address can be blocked, for example with fail2ban.", ""),
    ];
    let next = facts.steps(if facts.is_dovecot() { dovecot } else { others });
    Some(said(headline, line, reason, Party::OurServer, Some(lasts), Stage::OurServer, next))
}

/// An agreement on encryption that failed.
fn tls(facts: &Facts) -> Option<Said> {
    if facts.login == Some(Login::Ok) {
        return None;
    }
    let (text, line) = match &facts.openssl {
        Some((text, line)) => (text.as_str(), *line),
        None => ("", facts.causes.iter().find(|cause| cause.0 == "tls")?.1),
    };
    let known = TLS.iter().find(|row| text.contains(row.0)).unwrap_or(&TLS_OTHER);
    let headline = format!("{}: {}.", facts.filled("No encryption with {client}"), known.1);
    let certificate = known.3 == Party::OurServer;
    let mut next = Vec::new();
    if !known.4.is_empty() {
        let command = certificate.then(|| "openssl s_client -connect localhost:993 -showcerts </dev/null | openssl x509 -noout -subject -issuer -dates".into());
        next.push(Step { text: known.4.into(), command });
    }
    next.extend(facts.steps(&[FROM]));
    let lasts = (known.3 != Party::Nobody).then_some(Lasts::Permanent);
    Some(said(headline, line, known.2.into(), known.3, lasts, Stage::OurServer, next))
}

fn caused(facts: &Facts) -> Option<Said> {
    let (cause, line) = facts.cause()?;
    let stage = if facts.login == Some(Login::Ok) { Stage::Mailbox } else { Stage::OurServer };
    Some(said(
        facts.filled(cause.headline),
        line,
        facts.filled(cause.says),
        cause.party,
        cause.lasts,
        stage,
        facts.steps(cause.next),
    ))
}

/// A process that broke while it served nobody.
fn fault(facts: &Facts) -> Option<Said> {
    let (line, _, says) = facts.told.first().filter(|_| facts.kind != TraceType::Session)?;
    let service = if facts.service.is_empty() { "service" } else { &facts.service };
    let more =
        if facts.told.len() > 1 { " The lines after it show programmers where it happened." } else { "" };
    Some(said(
        format!("The server's process {service} broke. {says}"),
        *line,
        format!("That is a fault of the server, not of a mail app or a password. Dovecot starts the process again by itself.{more}"),
        Party::OurServer,
        Some(Lasts::Temporary),
        Stage::OurServer,
        facts.steps(&[
            ("See whether it happens again and again:", "grep -E 'Panic|Fatal|killed with signal' {log}"),
            ("If it does, update Dovecot, and report the lines to its makers if the newest version does it too.", ""),
        ]),
    ))
}

/// A session in which nothing was wrong.
fn plain(facts: &Facts) -> Said {
    let line = facts.left.or(facts.logged_in).or(facts.lines.first().copied()).unwrap_or(1);
    let (headline, reason) = match facts.login {
        Some(Login::Ok) if facts.format.is_some_and(|format| !format.says_end) => {
            ("{user} logged in from {client}.", "")
        }
        Some(Login::Ok) if facts.ended => {
            ("{user} logged in from {client}, and the session ended in the normal way.", "")
        }
        Some(Login::Ok) => {
            ("{user} logged in from {client}; the end of the session is not in the paste.", "")
        }
        Some(Login::Failed) => ("Log-in of {user} from {client} failed.", ""),
        Some(Login::None) => ("{client} connected and left without a log-in.", "This is normal."),
        None => ("The paste shows a part of a session of {user}.", ""),
    };
    // An address that no line holds is left out of the sentence.
    let headline =
        if facts.client.is_none() { headline.replace(" from {client}", "") } else { headline.into() };
    let stage = if facts.login == Some(Login::Ok) { Stage::Mailbox } else { Stage::OurServer };
    said(facts.filled(&headline), line, reason.into(), Party::Nobody, None, stage, Vec::new())
}

/// The lines in order; those in a row that say the same are one sentence.
fn story(log: &Log, facts: &Facts) -> Vec<Sentence> {
    let mut story: Vec<Sentence> = Vec::new();
    for run in facts.told.chunk_by(|a, b| a.2 == b.2) {
        let (line, level, text) = &run[0];
        let lines = run.iter().map(|told| told.0);
        let shown = shown(log, line - 1);
        let mut text = text.clone();
        if facts.logged_in == Some(*line) {
            text.push_str(&connection(facts));
        }
        story.push(Sentence { shown, text, lines: Cited::new(*line, lines), level: *level });
    }
    if let Some((&first, rest)) = facts.debug.split_first() {
        let text =
            format!("{} for programmers tell of the server's own work.", count(rest.len() + 1, "debug line"));
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
fn connection(facts: &Facts) -> String {
    if !facts.is_dovecot() {
        // Only Dovecot says it in this line.
        return String::new();
    }
    let from = facts.client.as_deref().map_or_else(String::new, |client| format!(" from {client}"));
    let secure = if facts.encrypted { "with TLS, so encrypted" } else { "without TLS" };
    format!(" The connection came{from}, {secure}.")
}

/// The story with its last word: the reason, resting on the line that states it, and on those that say a
/// part of the same, which is told once.
fn with_reason(log: &Log, mut story: Vec<Sentence>, said: &Said) -> Vec<Sentence> {
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

fn missing(facts: &Facts) -> Vec<String> {
    let mut missing = Vec::new();
    if facts.kind == TraceType::Session {
        if facts.login == Some(Login::Ok) && facts.logged_in.is_none() {
            missing.push("The line of the log-in: the paste begins later.".into());
        }
        if !facts.ended {
            missing.push(
                "The line that ends the session: it may still have been open when the paste was made.".into(),
            );
        }
    }
    missing
}
