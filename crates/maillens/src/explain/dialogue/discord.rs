//! What client and server of a conversation did not agree on: what no single reply tells and the whole shows.

use super::super::document::{TakenApart, Told};
use super::super::sockets;
use super::settings::{self, Compared};
use super::{Exchange, Owner, Trouble, obstacle, quoted};
use crate::format::Role;
use crate::knowledge::classify::Phase;
use crate::knowledge::inspector::{self, Inspector};
use crate::knowledge::obstacle::ObstacleKind;
use crate::vocabulary::{FormatKind, Party, Sign};

/// What the whole of a conversation shows beyond the reply that ended it.
pub(super) enum Discord {
    /// Another server than the one that was called answered.
    Diverted { line: u32, called: String, provider: &'static str, greeted: String },
    /// The call was refused, and a list in the same paste shows why.
    ClosedToOthers { line: u32 },
    /// Something between the two overwrites what the server says.
    Overwritten { line: u32 },
    /// Something on the way opens the encryption and shows a certificate of its own.
    Inspected { line: u32, by: Inspector, party: Party },
    /// Settings beside the error show what the program calls wrongly.
    Settings(Compared),
    /// Our server wants a log-in from another mail server, which has none.
    StrangerLogIn { client: String },
    /// The server wants a log-in, and the client tried none.
    NoLogIn { old_hello: bool },
    /// The server wants encryption, and the client did not ask for it.
    NoEncryption,
    /// The server offers no login, although the client turned on encryption.
    NoneOffered { line: u32 },
    /// The server couldn't check the login.
    Unchecked,
    /// The client tried to log in in a way that the server does not offer.
    Method { line: u32, used: String, offered: String },
}

/// Providers owner servers greet with their own name, by what is called.
const PROVIDERS: &[(&str, &[&str], &[&str])] = &[
    ("Microsoft 365", &["office365.com", "outlook.com", "hotmail.com"], &["outlook", "microsoft"]),
    ("Gmail", &["gmail.com", "googlemail.com", "google.com"], &["google"]),
    ("Yahoo", &["yahoo.com", "aol.com"], &["yahoo", "aol"]),
    ("iCloud", &["icloud.com", "me.com"], &["icloud", "apple", "me.com"]),
    ("Zoho", &["zoho.com", "zoho.eu"], &["zoho"]),
    ("GMX", &["gmx.com", "gmx.net"], &["gmx"]),
    ("Yandex", &["yandex.ru", "yandex.com"], &["yandex"]),
    ("Amazon SES", &["amazonaws.com"], &["amazon"]),
    ("SendGrid", &["sendgrid.net"], &["sg esmtp", "sendgrid"]),
    ("Mailgun", &["mailgun.org"], &["mailgun"]),
];

impl Discord {
    pub(super) fn of(
        document: &TakenApart<'_>,
        all: &[Exchange],
        trouble: Option<&Trouble<'_>>,
        owner: Owner,
    ) -> Option<Discord> {
        if let Some(line) = trouble.and_then(|_| overwritten(document, all)) {
            return Some(Discord::Overwritten { line });
        }
        if let Some(inspected) = trouble.and_then(|_| inspected(document)) {
            return Some(inspected);
        }
        let refused = match trouble? {
            Trouble::Refused(refused) => refused,
            Trouble::NoConnection(told) if told.is(Sign::Refused) => {
                let listed = sockets::closed_to_others(document.log)?;
                return Some(Discord::ClosedToOthers { line: listed[0] });
            }
            // Before it, many servers offer no log-in.
            Trouble::NoConnection(told) | Trouble::Program(told)
                if told.is(Sign::NoLogInOffered)
                    && document.lines.iter().any(|told| told.text().contains("STARTTLS")) =>
            {
                let begun = document.lines.iter().any(|told| told.is(Sign::Encrypted));
                return Some(if begun {
                    Discord::NoneOffered { line: told.line }
                } else {
                    Discord::NoEncryption
                });
            }
            Trouble::NoConnection(told) | Trouble::Program(told) if quoted(told).is_none() => {
                let kind = obstacle(told)?.kind;
                if kind == ObstacleKind::CertificateName {
                    // Nobody but the provider has a certificate for its names.
                    let other = || settings::covered(document, told).map(Discord::Settings);
                    return diverted(document, all).or_else(other);
                }
                let reached = ![
                    ObstacleKind::NameUnknown,
                    ObstacleKind::Silent,
                    ObstacleKind::TurnedAway,
                    ObstacleKind::NoConnection,
                ]
                .contains(&kind);
                return settings::of(document, told).filter(|_| !reached).map(Discord::Settings);
            }
            _ => return None,
        };
        if let Some(diverted) = diverted(document, all) {
            return Some(diverted);
        }
        let answer = refused.answer().to_ascii_lowercase();
        let says = |words: &[&str]| words.iter().any(|word| answer.contains(word));
        let did = |phase: Phase| all.iter().any(|exchange| exchange.at == Some(phase) && exchange.typed);
        if says(&["starttls", "tls required", "encryption required", "must use tls", "requires tls"])
            && !did(Phase::Tls)
        {
            return Some(Discord::NoEncryption);
        }
        let early =
            matches!(refused.at, Some(Phase::Mail | Phase::Rcpt | Phase::Data)) || refused.code == Some(530);
        if early
            && !did(Phase::Auth)
            && says(&["authenticat", "log in", "login", "smtp auth", "auth required"])
        {
            // An app greets with a single word or an address, a mail server with its whole name.
            let is_server = |name: &String| {
                name.contains('.')
                    && !name.starts_with('[')
                    && name.bytes().any(|byte| byte.is_ascii_alphabetic())
            };
            let client = document.first(Role::Host, |told| told.is(Sign::Hello)).map(|(_, name)| name);
            if let Some(client) = client.filter(is_server).filter(|_| owner == Owner::Writer) {
                return Some(Discord::StrangerLogIn { client });
            }
            return Some(Discord::NoLogIn {
                old_hello: document.sign(Sign::OldHello).is_some() && document.sign(Sign::Hello).is_none(),
            });
        }
        if refused.at != Some(Phase::Auth) {
            return None;
        }
        // RFC 4954 section 6: with 454 the server is at fault, and no other password helps.
        let later = refused.code.is_some_and(|code| code < 500);
        if later && says(&["temporary authentication", "authentication server", "unable to authenticate at"])
        {
            return Some(Discord::Unchecked);
        }
        method(document, refused)
    }

    /// What happened, as a sentence.
    pub(super) fn headline(&self) -> String {
        match self {
            Discord::Diverted { called, provider, greeted, .. } => format!(
                "The client called {called} ({provider}), but {greeted} answered instead: the connection is diverted to another server."
            ),
            Discord::ClosedToOthers { .. } => {
                "The call was refused: as the list in this paste shows, port 25 of the server takes connections only from the server itself (127.0.0.1)."
                    .into()
            }
            Discord::Overwritten { .. } => {
                "A firewall between the client and the server overwrites what the server says (asterisks in its greeting, XXXX in place of STARTTLS and other offers), so encryption and login can't work."
                    .into()
            }
            Discord::Inspected { by: Inspector { name: by, on_device: true }, .. } => format!(
                "The antivirus program {by} on that computer opens the encrypted connection and shows a certificate of its own. The server's certificate isn't the cause."
            ),
            Discord::Inspected { by: Inspector { name: by, .. }, .. } => format!(
                "A firewall on the way ({by}) probably opens the encrypted connection and shows a certificate of its own. Then the server's certificate isn't the cause."
            ),
            Discord::Settings(Compared::Older { used, set, .. }) => format!(
                "The program can't reach the mail server {used}, and the settings pasted beside the error name another one, {set}: the program runs with older settings, usually from its cache."
            ),
            Discord::Settings(Compared::Covered { used, own, name, .. }) => format!(
                "The program doesn't trust the certificate of the server: it's for {name}, and the program calls {used}. The server calls itself {own}, which the certificate covers."
            ),
            Discord::StrangerLogIn { client } => format!(
                "Our server demands a login from {client}, another mail server, which can't have one: mail from outside doesn't come in."
            ),
            Discord::NoLogIn { .. } => {
                "The client did not log in, and the server wants a login before it accepts email.".into()
            }
            Discord::NoEncryption => {
                "The server wants encryption first, and the client did not ask for it (STARTTLS).".into()
            }
            Discord::NoneOffered { .. } => {
                "The connection is encrypted, and still the server offers no login (AUTH): it isn't turned on for that port.".into()
            }
            Discord::Unchecked => {
                "The server couldn't check the login at that moment: its login service has a fault. Username and password may be right.".into()
            }
            Discord::Method { used, offered, .. } => {
                format!("The client tried to log in with {used}, but the server only offers {offered}.")
            }
        }
    }

    /// The line that shows it, beside the refusal.
    pub(super) fn line(&self) -> Option<u32> {
        match self {
            Discord::Diverted { line, .. }
            | Discord::NoneOffered { line }
            | Discord::Method { line, .. }
            | Discord::Overwritten { line }
            | Discord::Inspected { line, .. }
            | Discord::ClosedToOthers { line }
            | Discord::Settings(Compared::Older { line, .. } | Compared::Covered { line, .. }) => Some(*line),
            Discord::StrangerLogIn { .. }
            | Discord::NoLogIn { .. }
            | Discord::NoEncryption
            | Discord::Unchecked => None,
        }
    }

    /// The same as what keeps a program from a server; `None` where it's no matter of the program.
    pub(super) fn kind(&self) -> Option<ObstacleKind> {
        Some(match self {
            Discord::NoLogIn { .. } => ObstacleKind::NeedsLogin,
            Discord::NoEncryption => ObstacleKind::WantsEncryption,
            Discord::Method { .. } => ObstacleKind::Method,
            Discord::Unchecked => ObstacleKind::Unchecked,
            Discord::Inspected { by: Inspector { on_device: true, .. }, .. } => ObstacleKind::Inspected,
            Discord::Inspected { .. } => ObstacleKind::CertificateIssuer,
            Discord::Settings(Compared::Older { .. }) => ObstacleKind::Settings,
            Discord::Settings(Compared::Covered { .. }) => ObstacleKind::CertificateName,
            _ => return None,
        })
    }

    pub(super) fn party(&self) -> Party {
        match self {
            Discord::Diverted { .. }
            | Discord::Overwritten { .. }
            | Discord::ClosedToOthers { .. }
            | Discord::NoneOffered { .. }
            | Discord::StrangerLogIn { .. } => Party::OurServer,
            Discord::NoLogIn { .. }
            | Discord::NoEncryption
            | Discord::Method { .. }
            | Discord::Settings(_) => Party::Sender,
            Discord::Unchecked => Party::TheirServer,
            Discord::Inspected { party, .. } => *party,
        }
    }

    pub(super) fn next(&self) -> Vec<String> {
        let one = |text: &str| vec![text.to_owned()];
        match self {
            Discord::Diverted { provider, .. } => vec![
                format!("Ask the hosting company that the program runs at to let connections to {provider} through: a firewall or an SMTP restriction there diverts outgoing mail."),
                "Or send through the hosting company's own mail server, with a name and password that it knows.".into(),
            ],
            Discord::Overwritten { .. } => one(
                "Turn off the inspection of SMTP in the firewall in front of the server (Cisco: no inspect esmtp, or no fixup protocol smtp), or allow TLS in it. If the firewall isn't yours, tell the administrator of that server.",
            ),
            Discord::Inspected { by: Inspector { name: by, on_device: true }, .. } => vec![
                format!("In {by}, turn off the scanning of encrypted email (in Avast and AVG: Mail Shield), or import its root certificate into the email app. The same test from another computer shows the server's own certificate."),
            ],
            Discord::Inspected { .. } => one(
                "Exempt email (ports 993, 995, 465 and 587) from the firewall's inspection of TLS, or install its root certificate on the devices behind it. The same test from another network shows the server's own certificate.",
            ),
            Discord::ClosedToOthers { .. } => one(sockets::LISTEN),
            Discord::Settings(Compared::Older { set, laravel, .. }) => vec![if *laravel {
                format!("Make Laravel read the settings again, with {set}: php artisan config:clear (on a live site then config:cache), and php artisan queue:restart for the workers that send.")
            } else {
                format!("Clear the program's cache of settings and restart it with all its workers, so that it uses {set}. If it has another file of settings, correct that one.")
            }],
            Discord::Settings(Compared::Covered { used, own, .. }) => vec![
                format!("Enter {own} as the server name in the program, in place of {used}; or have the server's owner add {used} to the certificate."),
            ],
            Discord::StrangerLogIn { .. } => one(
                "Demand a login only for mail to domains of others, on the ports for users (587, 465); mail to domains of this server must come in without one on port 25. hMailServer: Advanced, IP ranges, Internet: no authentication for external to local addresses. Exchange: a receive connector with anonymous users.",
            ),
            Discord::NoLogIn { old_hello: true } => one(
                "Let the program greet with EHLO instead of HELO, since a server offers login only then, and set username and password in it.",
            ),
            Discord::NoLogIn { old_hello: false } => {
                one("Turn on login (SMTP authentication) in the program and set its username and password.")
            }
            Discord::NoEncryption => one(
                "Turn on STARTTLS in the program (often called TLS, port 587), or use port 465 with encryption from the start. With swaks, add --tls.",
            ),
            Discord::NoneOffered { .. } => one(
                "Turn on login on the server for that port, and see that nothing misspells the setting. With Postfix: smtpd_sasl_auth_enable = yes in main.cf, or with -o below that service in master.cf (postconf -n; postconf -P).",
            ),
            Discord::Unchecked => vec![
                "If the server is ours, see why its login service fails: Postfix asks Dovecot or saslauthd (systemctl status dovecot saslauthd; journalctl -p warning -n 50).".into(),
                "If not, try again later, and tell its administrator if it lasts. Nothing needs to be changed in the program.".into(),
            ],
            Discord::Method { offered, .. } => vec![format!(
                "Let the program log in with {offered}: look for the authentication method in its settings, or update it."
            )],
        }
    }
}

/// What issued the certificate that was shown in place of the server's own. A filter that is the server has its own in its name.
fn inspected(document: &TakenApart<'_>) -> Option<Discord> {
    let own = |text: &str| ["0 s:", "depth=0", "subject="].iter().any(|of| text.starts_with(of));
    let issuer = |text: &str| {
        let at = ["i:", "issuer=", "depth="].iter().any(|of| text.starts_with(of)).then_some(0);
        at.or_else(|| text.find("ssued by")).filter(|_| !own(text))
    };
    let texts: Vec<(u32, String)> = document.lines.iter().map(|told| (told.line, told.text())).collect();
    let (line, by) =
        texts.iter().find_map(|(line, text)| Some((*line, inspector::find(&text[issuer(text)?..])?)))?;
    let fetches =
        texts.iter().any(|(_, text)| [":993", ":995", "imap", "pop3"].iter().any(|of| text.contains(of)));
    let party = if fetches { Party::Recipient } else { Party::Sender };
    let its = texts.iter().any(|(_, text)| own(text) && text.contains(by.name));
    (!its).then_some(Discord::Inspected { line, by, party })
}

/// The line in which the server's greeting or its offers were overwritten.
fn overwritten(document: &TakenApart<'_>, all: &[Exchange]) -> Option<u32> {
    let is_wiped = |text: &str| {
        let word = text.trim();
        let run = |of: char| word.chars().take_while(|letter| *letter == of).count();
        // Of a greeting it leaves some digits: 220 ****2****0*00.
        let only = word.bytes().all(|byte| b"*20 ".contains(&byte)) && word.matches('*').count() >= 12;
        only || run('*') >= 12 && run('*') + 4 >= word.len() || run('X') >= 6 && run('X') + 1 == word.len()
    };
    // A command that came to the server as XXXX.
    let crossed_out = |exchange: &&Exchange| {
        let sent = exchange.lines.first().map(|line| document.pasted(*line)).unwrap_or_default();
        exchange.typed && exchange.answer().contains("\"XXXX") && !sent.contains("XXXX")
    };
    if let Some(line) = all.iter().find(crossed_out).and_then(|exchange| exchange.lines.last().copied()) {
        return Some(line);
    }
    let early = all.iter().filter(|exchange| matches!(exchange.at, Some(Phase::Greet | Phase::Helo)));
    let mut wiped = early.filter(|exchange| exchange.text.iter().any(|text| is_wiped(text)));
    wiped.next().and_then(|exchange| exchange.lines.first().copied())
}

/// A large provider was called, and a server that does not bear its name greeted.
fn diverted(document: &TakenApart<'_>, all: &[Exchange]) -> Option<Discord> {
    let is_call = |told: &Told<'_>| {
        matches!(told.entry.format.kind, FormatKind::Telnet | FormatKind::Swaks | FormatKind::Program)
    };
    let (line, called) = document.first(Role::Host, is_call)?;
    let called = called.trim_start_matches("ssl://").trim_start_matches("tls://").to_ascii_lowercase();
    let ends = |domain: &&str| {
        called.strip_suffix(*domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    };
    let (provider, _, names) = PROVIDERS.iter().find(|(_, domains, _)| domains.iter().any(&ends))?;
    let greeting =
        all.iter().find(|exchange| exchange.at == Some(Phase::Greet) && exchange.code == Some(220))?;
    let text = greeting.text.join(" ");
    let lower = text.to_ascii_lowercase();
    let greeted = text.split_whitespace().next().filter(|name| name.contains('.'))?;
    let is_other = !names.iter().any(|name| lower.contains(name));
    is_other.then(|| Discord::Diverted { line, called, provider, greeted: greeted.into() })
}

/// The way to log in that was tried, where the last offer before it does not have it.
fn method(document: &TakenApart<'_>, refused: &Exchange) -> Option<Discord> {
    let used = refused.method.clone()?;
    let before = document.lines.iter().rev().skip_while(|told| told.line >= refused.lines[0]);
    let (line, offered) = before.filter(|told| !told.is(Sign::LogIn)).find_map(|told| {
        let text = told.text();
        let at = text
            .find("AUTH ")
            .filter(|_| told.is_of(FormatKind::Talk) && told.value(Role::Code).is_some())?;
        Some((told.line, text[at + 5..].to_owned()))
    })?;
    // Where line breaks were lost, other offers stand behind it.
    let ways: Vec<&str> = offered
        .split_whitespace()
        .take_while(|way| {
            !["STARTTLS", "HELP", "SIZE", "PIPELINING", "8BITMIME", "DSN", "CHUNKING", "SMTPUTF8"]
                .contains(way)
        })
        .collect();
    let offers = ways.iter().any(|way| way.eq_ignore_ascii_case(&used));
    (!ways.is_empty() && !offers).then(|| Discord::Method { line, used, offered: ways.join(", ") })
}
