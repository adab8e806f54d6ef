//! Which situation a message is in, from what its lines show, and the words of that situation with their values.

use super::message::{is_name, is_remote};
use super::session;
use super::steps::is_word;
use super::words::put;
use crate::export::{Attempt, Step};
use crate::format::ServerFacts;
use crate::knowledge::Refusal;
use crate::knowledge::fault::{Service, is_inside, is_local};
use crate::knowledge::quoted;
use crate::knowledge::situation::{
    ACCOUNT_CLOSED, By, Case, Direction, Fate, LOGIN_BROKE_OFF, NO_IPV6, NO_MAILBOX, NO_MAILBOX_IN_CYRUS,
    NOT_LOGGED_IN, OTHER_NAME, OWN_NAME, PIPED, PLAN_USED_UP, SANDBOX, SERVICE_REFUSES, Situation,
    SituationRow, UNVERIFIED_SENDER,
};
use crate::settings::Settings;
use crate::vocabulary::Party;
use crate::vocabulary::{Reason, Software};
use std::borrow::Cow;
use std::net::IpAddr;

/// What is known of a message that was not delivered to somebody.
pub(crate) struct Undelivered<'a> {
    /// What is known of the server that tells of it.
    pub server: Option<&'static ServerFacts>,
    /// Its number or id in the queue.
    pub id: Option<&'a str>,
    /// The envelope sender.
    pub sender: Option<&'a str>,
    /// Who brought it; nobody, where a program of this server wrote it.
    pub client: Option<&'a str>,
    /// The attempt that decides.
    pub attempt: &'a Attempt,
    /// Why it did not work.
    pub reason: Reason,
    /// Who must act, by that alone.
    pub party: Party,
    /// The same as a sentence.
    pub why: Cow<'static, str>,
    /// What exactly was refused, by its words.
    pub refusal: Option<Refusal>,
    /// True while it is still tried.
    pub waiting: bool,
}

/// The next hop of an attempt, as its line names it: `mail.example[192.0.2.1]:25`, `private/dovecot-lmtp`.
#[derive(Debug, Default, PartialEq, Eq)]
struct NextHop<'a> {
    name: &'a str,
    ip: Option<IpAddr>,
    port: Option<u16>,
    /// True where somebody named it as ours.
    named: bool,
}

impl<'a> NextHop<'a> {
    /// Of the server that the line names, or of the one that its text says was not reached.
    fn of(attempt: &'a Attempt) -> Option<NextHop<'a>> {
        let text = attempt.text.as_deref().unwrap_or_default();
        let told = || {
            let leads = [
                "connect to ",
                "server ",
                "conversation with ",
                "lost connection with ",
                "for name=",
                "to socket ",
                "refused by ",
                "timed out with ",
                "reset by ",
                "host ",
            ];
            leads.iter().find_map(|lead| {
                let name = text.split_once(lead)?.1.split([' ', ',', '(', ')']).next()?;
                let name = name.trim_end_matches(':');
                // A bare name that DNS was asked for is one of ours; a domain is no server.
                let ours = name == "localhost" || *lead == "for name=";
                (name.contains(['.', '/', ':']) != ours).then_some(name)
            })
        };
        // A socket says more than the name of the host that it's on.
        let socket = told().filter(|name| name.contains("[/") || name.contains("[private/"));
        let remote = attempt.remote.as_deref().filter(|name| !name.is_empty() && *name != "none");
        // The text can say more of the same server: its address and port.
        let more = told().filter(|told| {
            remote.is_some_and(|remote| told.strip_prefix(remote).is_some_and(|rest| rest.starts_with('[')))
        });
        let written = socket.or(more).or(remote).or_else(told)?;
        Some(NextHop { named: attempt.ours, ..NextHop::parse(written) })
    }

    fn parse(written: &'a str) -> NextHop<'a> {
        if let Some((name, rest)) = written.split_once('[') {
            let (ip, port) = rest.split_once(']').unwrap_or((rest, ""));
            // A service of this host is called by the host's name and reached through a socket.
            let name = if name.is_empty() || ip.contains('/') { ip } else { name.trim_end() };
            return NextHop {
                name,
                ip: ip.trim_start_matches("IPv6:").parse().ok(),
                port: digits(port),
                ..NextHop::default()
            };
        }
        if let Ok(ip) = written.parse() {
            return NextHop { name: written, ip: Some(ip), ..NextHop::default() };
        }
        match written.rsplit_once(':') {
            Some((name, port)) if !name.is_empty() && digits(port).is_some() => {
                NextHop { name, ip: name.parse().ok(), port: digits(port), ..NextHop::default() }
            }
            _ => NextHop { name: written, ..NextHop::default() },
        }
    }

    fn is_socket(&self) -> bool {
        self.name.contains('/')
    }

    /// True for a part of our own server: a socket, this machine, a private network, a container's name, a port that
    /// no stranger's server offers, what somebody named as ours.
    fn is_ours(&self) -> bool {
        self.named
            || self.is_socket()
            || self.port.is_some_and(is_inside)
            || self.ip.map_or_else(|| is_local(self.name), |ip| is_local(&ip.to_string()))
    }

    fn is_loopback(&self) -> bool {
        self.name == "localhost" || self.ip.is_some_and(|ip| ip.is_loopback())
    }
}

/// True where the next server takes mail only from those who log in.
fn wants_login(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    [
        "authentication required",
        "authentication is required",
        "client was not authenticated",
        "client not authenticated",
    ]
    .iter()
    .any(|said| text.contains(said))
}

/// Only a login is answered so (RFC 4954): name and password don't fit.
const LOGIN_REFUSED: &str = "535";

/// True where the reply is about our own login at the server. A try that was put off says so of an earlier one.
fn is_about_login(text: &str) -> bool {
    text.trim_start_matches("delivery temporarily suspended: ").starts_with("SASL ")
        || text.contains("mail server after AUTH")
}

/// How far a connection came that brought no reply.
fn broken(text: &str) -> By {
    const ALL: &[&str] = &["end of data", "may be sent more than once", "possible duplicate"];
    const CONTENT: &[&str] = &["message body", "end of data", "data block", "message contents"];
    const CONNECTED: &[&str] = &[
        "timed out while ",
        "timeout after ",
        "lost connection with ",
        "closed connection in response to ",
        "connection died",
        "but greeting failed",
    ];
    let text = text.to_ascii_lowercase();
    let holds = |any: &[&str]| any.iter().any(|of| text.contains(of));
    if holds(CONNECTED) && holds(ALL) {
        return By::Unconfirmed;
    }
    match (holds(CONNECTED), holds(CONTENT)) {
        (true, true) => By::BrokenContent,
        (true, false) if !text.contains("initial connection") => By::BrokenOff,
        _ => By::NoConnection,
    }
}

/// True for an attempt without an answer that reached the other server.
pub(super) fn is_broken_off(attempt: &Attempt) -> bool {
    broken(attempt.text.as_deref().unwrap_or_default()) != By::NoConnection
}

fn digits(port: &str) -> Option<u16> {
    port.trim_start_matches(':').parse().ok()
}

/// True for the sender of a notice about a delivery, which is nobody.
pub(crate) fn is_notice(sender: Option<&str>) -> bool {
    matches!(sender, Some("" | "<>" | "#@[]" | "MAILER-DAEMON"))
}

/// True for a reply that shows that the envelope sender was empty.
pub(crate) fn is_from_nobody(attempt: &Attempt) -> bool {
    let text = attempt.text.as_deref().unwrap_or_default().to_ascii_lowercase();
    ["after mail from:<>", "spf [] with ip", "<>: sender address rejected"].iter().any(|of| text.contains(of))
}

/// Under these names a server's own programs write.
pub(crate) const PROGRAMS: &[&str] =
    &["root", "cron", "daemon", "nobody", "logwatch", "logcheck", "monit", "munin", "smartd"];

/// True for the sender that a server's own program has: a name of such programs, or a domain that no DNS knows.
fn is_program(sender: &str) -> bool {
    let sender = sender.to_ascii_lowercase();
    let (name, domain) = sender.split_once('@').unwrap_or((&sender, ""));
    PROGRAMS.contains(&name) || is_local(domain)
}

/// True for an attempt at a service of our own, such as the one that puts messages into mailboxes.
pub(crate) fn is_own_service(attempt: &Attempt) -> bool {
    let at = |hop: NextHop<'_>| {
        let mail = matches!(hop.port, Some(25 | 465 | 587)) || hop.port.is_none() && !hop.is_socket();
        hop.is_socket() || hop.is_loopback() || hop.is_ours() && !mail
    };
    NextHop::of(attempt).is_some_and(at)
}

/// True for an attempt at this machine itself, but for what puts mail into mailboxes there (LMTP).
pub(super) fn is_at_home(attempt: &Attempt) -> bool {
    let at = |hop: NextHop<'_>| hop.is_loopback() && !matches!(hop.port, Some(24 | 2003 | 7025));
    NextHop::of(attempt).is_some_and(at)
}

/// True for an attempt at a server that was named as ours.
pub(super) fn is_named(attempt: &Attempt, settings: &Settings) -> bool {
    let at = |hop: NextHop<'_>| {
        settings.is_ours(hop.name) || hop.ip.is_some_and(|ip| settings.is_ours(&ip.to_string()))
    };
    !settings.ours.is_empty() && NextHop::of(attempt).is_some_and(at)
}

/// True for an attempt at a server of our own network, or at one that relays for those who log in.
pub(super) fn calls_inside(attempt: &Attempt) -> bool {
    NextHop::of(attempt).is_some_and(|hop| hop.is_ours() || matches!(hop.port, Some(465 | 587 | 2525)))
}

/// The name that was looked up in vain.
pub(super) fn asked(attempt: &Attempt) -> Option<&str> {
    let text = attempt.text.as_deref()?;
    let leads = ["for name=", "Name server: ", "lookup of host \""];
    let (_, rest) = leads.iter().find_map(|lead| text.split_once(lead))?;
    let name = rest.split([' ', ',', ':', ')', '"']).next()?.trim_end_matches('.');
    Some(name).filter(|name| !name.is_empty())
}

/// The name that was looked up in vain, where it is neither the recipient's domain nor below it: a relay's, most often.
fn elsewhere(attempt: &Attempt) -> Option<&str> {
    let domain = domain(attempt.recipient.as_deref())?.to_ascii_lowercase();
    asked(attempt).filter(|name| {
        let name = name.to_ascii_lowercase();
        name.strip_suffix(&domain).is_none_or(|front| !front.is_empty() && !front.ends_with('.'))
    })
}

/// True where a name was looked up in vain, and that says nothing of the recipient's domain: another name was asked for,
/// or no answer came (Postfix's 4.4.3).
pub(super) fn is_no_word_of_domain(attempt: &Attempt) -> bool {
    let text = attempt.text.as_deref().unwrap_or_default();
    let silent = attempt.status.as_deref() == Some("4.4.3") && text.contains("Name service error");
    silent || elsewhere(attempt).is_some()
}

/// The name of a machine or a container of one's own that was looked up in vain: no domain of the internet is called so.
pub(super) fn own_name(attempt: &Attempt) -> Option<&str> {
    elsewhere(attempt).filter(|name| is_local(name))
}

/// The name and the port of the next server of an attempt, as its line names them.
pub(super) fn called(attempt: &Attempt) -> Option<(&str, Option<u16>)> {
    let hop = NextHop::of(attempt)?;
    Some((hop.name, hop.port))
}

/// The address before a forward or an alias, where it is not only written another way.
pub(crate) fn original(attempt: &Attempt) -> Option<&str> {
    let to = attempt.recipient.as_deref()?;
    let original = attempt.original_recipient.as_deref().filter(|original| !original.is_empty())?;
    let (own, _) = to.split_once('@').unwrap_or((to, ""));
    let same = original.eq_ignore_ascii_case(to)
        || !original.contains('@') && original.eq_ignore_ascii_case(own)
        || PROGRAMS.contains(&original);
    (!same).then_some(original)
}

impl<'a> Undelivered<'a> {
    /// The envelope sender, or the one that the reply refuses.
    fn writer(&self) -> Option<&'a str> {
        let refused = || {
            let (before, _) = self.attempt.text.as_deref()?.split_once(">: Sender address rejected")?;
            Some(before.rsplit_once('<')?.1)
        };
        // A bare account gets the server's domain, which the reply names.
        self.sender
            .filter(|sender| sender.contains('@') || sender.is_empty())
            .or_else(refused)
            .or(self.sender)
    }

    pub fn situation(&self) -> Situation {
        let hop = NextHop::of(self.attempt);
        let direction = match (self.writer(), self.original()) {
            _ if is_notice(self.sender) || self.sender.is_none() && is_from_nobody(self.attempt) => {
                Direction::Notice
            }
            (Some(sender), _) if is_program(sender) => Direction::System,
            (_, Some(_)) => Direction::Forwarded,
            _ if is_remote(self.attempt) => Direction::Outgoing,
            (Some(sender), _) if self.is_inside(sender) => Direction::Inside,
            _ => Direction::Incoming,
        };
        let fate = if self.waiting { Fate::Waiting } else { Fate::Lost };
        Situation { direction, by: self.by(hop.as_ref()), fate, reason: self.reason }
    }

    fn by(&self, hop: Option<&NextHop<'_>>) -> By {
        let text = self.attempt.text.as_deref().unwrap_or_default();
        let relays = |hop: &NextHop<'_>| matches!(hop.port, Some(465 | 587 | 2525));
        match hop {
            // Who must log in to deliver does not deliver to the recipient's own server.
            _ if is_about_login(text)
                || wants_login(text)
                || self.is_of_account()
                || self.attempt.code.as_deref() == Some(LOGIN_REFUSED) =>
            {
                By::Smarthost
            }
            // Postfix names a program that it pipes to by its own name for it.
            _ if text.contains("Command output:") => By::Us,
            _ if self.refusal == Some(Refusal::NameLookup) => By::NoName,
            // No service of ours was asked where only its name was looked for.
            _ if own_name(self.attempt).is_some() => By::NoName,
            Some(hop) if hop.is_socket() || hop.is_loopback() => By::Service,
            // Exim names no port where it is the usual one.
            Some(hop)
                if hop.is_ours() && matches!(hop.port, Some(25 | 465 | 587))
                    || hop.named
                    || hop.ip.is_some_and(|ip| is_local(&ip.to_string())) && hop.port.is_none() =>
            {
                By::Smarthost
            }
            Some(hop) if hop.is_ours() => By::Service,
            Some(hop) if relays(hop) => By::Smarthost,
            _ if !is_remote(self.attempt) => By::Us,
            _ if self.reason == Reason::NetworkError && self.attempt.code.is_none() => broken(text),
            _ => By::Them,
        }
    }

    /// True where a program of this server wrote from a domain to the same domain. Of people, a typing error is likelier.
    fn is_inside(&self, sender: &str) -> bool {
        let (from, to) = (domain(Some(sender)), domain(self.attempt.recipient.as_deref()));
        self.client.is_none() && from.zip(to).is_some_and(|(from, to)| from.eq_ignore_ascii_case(to))
    }

    fn original(&self) -> Option<&'a str> {
        original(self.attempt)
    }

    /// Who must act.
    pub fn who(&self) -> Party {
        let situation = self.situation();
        match (self.row(), situation.by, self.party) {
            (Some(row), ..) => row.party,
            (None, By::Us, Party::TheirServer) => Party::OurServer,
            // It's this server that logs in there.
            (None, By::Smarthost, Party::Sender) if self.reason == Reason::SecurityError => Party::OurServer,
            // Whoever refused it knows why.
            (None, By::Them, Party::Nobody) if !self.waiting => Party::TheirServer,
            (None, By::Us, Party::Nobody) if !self.waiting => Party::OurServer,
            (None, _, Party::Nobody) if !self.waiting => Party::Sender,
            (None, _, party) => party,
        }
    }

    /// Why, as a sentence.
    pub fn headline(&self) -> String {
        let why = match self.row() {
            Some(row) if !row.headline.is_empty() => self.filled(row.headline),
            _ => self.why.to_string(),
        };
        if self.attempt.reason == Some(Reason::Expired) && self.reason != Reason::Expired {
            return format!("{why} The server kept trying until its time limit, then gave up.");
        }
        why
    }

    /// True where the situation has words of its own for why.
    pub fn has_words(&self) -> bool {
        self.row().is_some_and(|row| !row.headline.is_empty())
    }

    fn row(&self) -> Option<&'static SituationRow> {
        // Which words say that the way out is closed say all.
        let says_all =
            matches!(self.refusal, Some(Refusal::OutgoingPort | Refusal::PasswordLogin | Refusal::LoginRate));
        let text = self.attempt.text.as_deref().unwrap_or_default();
        let account = match self.refusal {
            Some(Refusal::PlanUsedUp) => Some(&PLAN_USED_UP),
            Some(Refusal::AccountClosed) => Some(&ACCOUNT_CLOSED),
            _ if quoted::is_unverified(text) => Some(self.unverified(text)),
            _ => None,
        };
        if account.is_some() {
            return account;
        }
        let row = Some(self).filter(|_| !says_all)?.situation().row();
        if self.situation().by == By::NoName {
            if own_name(self.attempt).is_some() {
                return Some(&OWN_NAME);
            }
            if elsewhere(self.attempt).is_some() {
                return Some(&OTHER_NAME);
            }
        }
        let row = row?;
        // A password that nobody sent can't be the wrong one.
        let unasked = row.case == Some(Case::RelayLogin)
            && self.attempt.text.as_deref().is_some_and(|text| !is_about_login(text) && wants_login(text));
        let broke_off = row.case == Some(Case::RelayLogin) && text.contains("cannot authenticate to server");
        let answered = row.case == Some(Case::Service) && self.attempt.code.is_some();
        Some(match row {
            _ if unasked => &NOT_LOGGED_IN,
            _ if broke_off => &LOGIN_BROKE_OFF,
            _ if answered => &SERVICE_REFUSES,
            row if row.case == Some(Case::Service) && self.is_piped() => &PIPED,
            _ if NO_MAILBOX.contains(&self.reason) && self.service().0.starts_with("Cyrus") => {
                &NO_MAILBOX_IN_CYRUS
            }
            _ if self.is_without_ipv6() => &NO_IPV6,
            row => row,
        })
    }

    /// True for a reply about an account that is logged in with: only who sends through a server has one there.
    fn is_of_account(&self) -> bool {
        let text = self.attempt.text.as_deref().unwrap_or_default();
        matches!(
            self.refusal,
            Some(Refusal::Login | Refusal::SendAs | Refusal::PlanUsedUp | Refusal::AccountClosed)
        ) || quoted::is_unverified(text)
    }

    /// Which address Amazon hasn't verified: its reply names those that failed.
    fn unverified(&self, text: &str) -> &'static SituationRow {
        let failed = text.split_once("failed the check in region").map_or("", |(_, names)| names);
        let to = self.attempt.recipient.as_deref().unwrap_or_default().to_ascii_lowercase();
        if !to.is_empty() && failed.to_ascii_lowercase().contains(&to) {
            &SANDBOX
        } else {
            &UNVERIFIED_SENDER
        }
    }

    /// True for a program that Postfix pipes to, which has a name of its own and listens nowhere.
    fn is_piped(&self) -> bool {
        let of_postfix = self.server.is_some_and(|server| server.software == Software::Postfix);
        of_postfix
            && NextHop::of(self.attempt).is_some_and(|hop| {
                hop.ip.is_none() && hop.port.is_none() && !hop.name.contains(['/', '.', ':'])
            })
    }

    /// True where a connection over IPv6 failed before it left this server.
    fn is_without_ipv6(&self) -> bool {
        const HERE: &[&str] =
            &["Network is unreachable", "Address not available", "Cannot assign requested address"];
        let text = self.attempt.text.as_deref().unwrap_or_default();
        let hop = NextHop::of(self.attempt);
        self.reason == Reason::NetworkError
            && hop.as_ref().and_then(|hop| hop.ip).is_some_and(|ip| ip.is_ipv6())
            && self.by(hop.as_ref()) == By::NoConnection
            && HERE.iter().any(|said| text.contains(said))
    }

    /// What to do first.
    pub fn steps(&self) -> Option<Vec<Step>> {
        let step = |(text, command): &(&str, &str)| {
            super::steps::step(self.filled(text), command, |name| self.value(name))
        };
        let useful = |step: &Step| step.command.is_some() || !step.text.ends_with(':');
        let all = self.row()?.steps.iter().filter(|step| self.waiting || !step.1.contains("{retry}"));
        Some(all.map(step).filter(useful).collect())
    }

    /// What customers are told of it, with the address before a forward and the one after it.
    pub fn case(&self) -> Option<(Case, &'a str, &'a str)> {
        let to = self.attempt.recipient.as_deref().unwrap_or_default();
        Some((self.row()?.case?, self.original().unwrap_or(to), to))
    }

    /// A text with its values.
    fn filled(&self, text: &str) -> String {
        put(text, |name| {
            Some(match name {
                "to" => self.attempt.recipient.clone().unwrap_or_else(|| "the recipient".into()),
                "original" => self.original().unwrap_or("The address").into(),
                "to-domain" => {
                    domain(self.attempt.recipient.as_deref()).unwrap_or("the recipient's domain").into()
                }
                "from" => self.writer().unwrap_or("the sender").into(),
                "from-domain" => domain(self.sender).unwrap_or("the sender's domain").into(),
                "server" => match NextHop::of(self.attempt) {
                    Some(NextHop { name, port: Some(port), .. }) if port != 25 => format!("{name}:{port}"),
                    Some(hop) => hop.name.into(),
                    None => "the next server".into(),
                },
                "host" => match (NextHop::of(self.attempt), domain(self.attempt.recipient.as_deref())) {
                    (Some(hop), _) => hop.name.into(),
                    (None, Some(domain)) => format!("the first mail server (MX) of {domain}"),
                    (None, None) => "the next server".into(),
                },
                "service" => self.service().0.into(),
                "why" => self.why.to_string(),
                "name" => self.name().unwrap_or("the recipient's domain").into(),
                "chroot" => self.server.map_or("", |server| server.chroot).into(),
                _ => return None,
            })
        })
        .map(|text| begin(&text))
        .unwrap_or_default()
    }

    /// A value for a command; `None` where it's missing or holds what a shell could run.
    fn value(&self, name: &str) -> Option<String> {
        let of =
            |command: fn(&ServerFacts) -> &'static str| self.server.map(command).filter(|of| !of.is_empty());
        match name {
            "retry" if self.waiting => {
                put(of(|server| server.retry)?, |_| self.id.filter(|id| is_name(id)).map(Into::into))
            }
            "hold" if self.waiting => {
                put(of(|server| server.hold)?, |_| self.id.filter(|id| is_name(id)).map(Into::into))
            }
            "relay-login" => of(|server| server.relay_login).map(Into::into),
            "next-hops" => of(|server| server.next_hops).map(Into::into),
            "domains" => of(|server| server.domains).map(Into::into),
            "resolver" => of(|server| server.resolver).map(Into::into),
            "origin" => of(|server| server.origin).map(Into::into),
            "test-original" => {
                let address = self.original().filter(|address| is_word(address))?;
                put(of(|server| server.test)?, |_| Some(session::quoted(address)))
            }
            "service-state" => Some(self.service().1.into()),
            "to" => self.attempt.recipient.as_deref().filter(|to| is_word(to)).map(session::quoted),
            "to-domain" => domain(self.attempt.recipient.as_deref()).filter(|of| is_name(of)).map(Into::into),
            "host" => {
                let hop = NextHop::of(self.attempt)?;
                let ip = hop.ip.map(|ip| ip.to_string());
                ip.or_else(|| Some(hop.name.to_owned()).filter(|name| is_name(name)))
            }
            // Where no line names the next server, it's looked up.
            "mx" => self.value("host").or_else(|| {
                let domain = self.value("to-domain")?;
                Some(format!("$(dig +short MX {domain} | sort -n | head -1 | cut -d' ' -f2)"))
            }),
            "name" => self.name().filter(|name| is_name(name)).map(Into::into),
            "port" => Some(NextHop::of(self.attempt)?.port.unwrap_or(25).to_string()),
            _ => None,
        }
    }

    /// The name that was looked up in vain.
    fn name(&self) -> Option<&'a str> {
        asked(self.attempt).or_else(|| domain(self.attempt.recipient.as_deref()))
    }

    /// What the next hop is, where it is a service of ours, and the command that shows its state.
    fn service(&self) -> (&'static str, &'static str) {
        let hop = NextHop::of(self.attempt).unwrap_or_default();
        let known = Service::at_path(hop.name).or_else(|| hop.port.and_then(Service::at_port));
        let lmtp =
            || (self.attempt.channel.as_deref() == Some("lmtp")).then(|| Service::at_port(24)).flatten();
        let own = || {
            let here = hop.ip.is_some_and(|ip| ip.is_loopback()) && hop.port.is_none_or(|port| port == 25);
            here.then_some(match self.server.map(|server| server.software) {
                Some(Software::Sendmail) => {
                    ("this machine's own Sendmail", "systemctl status sendmail; ss -ltnp 'sport = :25'")
                }
                _ => ("this machine's own mail server", "ss -ltnp 'sport = :25'"),
            })
        };
        let known = known.or_else(lmtp).map(|of| (of.name, of.command));
        known.or_else(own).unwrap_or(("the next service", "ss -ltnp"))
    }
}

/// A sentence with a capital letter at its start; an address or a host name keeps its own.
pub(super) fn begin(text: &str) -> String {
    let named = text.split(' ').next().is_some_and(|word| word.contains(['@', '.', '/']));
    let mut letters = text.chars();
    match letters.next() {
        Some(first) if !named => first.to_uppercase().chain(letters).collect(),
        _ => text.into(),
    }
}

/// The part of an address after the `@`.
fn domain(address: Option<&str>) -> Option<&str> {
    address?.rsplit_once('@').map(|(_, domain)| domain).filter(|domain| !domain.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::{Software, server};

    fn at(remote: &str, text: &str) -> By {
        let attempt = Attempt {
            recipient: Some("ana@client.example".into()),
            channel: Some("remote".into()),
            remote: Some(remote.into()).filter(|remote: &String| !remote.is_empty()),
            text: Some(text.into()),
            ..Attempt::default()
        };
        let known = Undelivered {
            server: Some(server(Software::Postfix)),
            id: Some("4ABC"),
            sender: Some("ben@shop.example"),
            client: None,
            attempt: &attempt,
            reason: Reason::NetworkError,
            party: Party::TheirServer,
            why: "".into(),
            refusal: None,
            waiting: true,
        };
        known.situation().by
    }

    #[test]
    fn a_next_hop_on_this_server_or_its_networks_is_ours() {
        for remote in [
            "127.0.0.1[127.0.0.1]:10024",
            "private/dovecot-lmtp",
            "host.example[private/dovecot-lmtp]",
            "localhost[::1]:24",
            "dovecot:24",
            "10.0.0.7[10.0.0.7]:24",
        ] {
            assert_eq!(at(remote, ""), By::Service, "{remote}");
        }
        assert_eq!(at("", "connect to 127.0.0.1[127.0.0.1]:10024: Connection refused"), By::Service);
        assert_eq!(
            at("", "connect to private/dovecot-lmtp[private/dovecot-lmtp]: No such file"),
            By::Service
        );
        assert_eq!(
            at("mx.shop.example", "connect to mx.shop.example[192.0.2.9]:7025: Connection refused"),
            By::Service
        );
        assert_eq!(at("192.168.0.2[192.168.0.2]:25", ""), By::Smarthost);
        assert_eq!(at("smtp.relay.example[192.0.2.7]:587", ""), By::Smarthost);
        assert_eq!(
            at("", "connect to mx.client.example[192.0.2.9]:25: Connection timed out"),
            By::NoConnection
        );
    }

    #[test]
    fn what_a_shell_could_run_gets_into_no_command() {
        for host in ["a;id", "$(id)", "-f", "a b"] {
            let attempt = Attempt {
                recipient: Some(format!("x@{host}")),
                channel: Some("remote".into()),
                remote: Some(host.into()),
                ..Attempt::default()
            };
            let known = Undelivered {
                server: Some(server(Software::Postfix)),
                id: Some(host),
                sender: None,
                client: None,
                attempt: &attempt,
                reason: Reason::NetworkError,
                party: Party::TheirServer,
                why: "".into(),
                refusal: None,
                waiting: true,
            };
            for step in known.steps().into_iter().flatten() {
                assert!(step.command.is_none_or(|command| !command.contains(host)), "{host}");
            }
        }
    }

    #[test]
    fn an_address_written_in_another_way_is_no_forward() {
        let forwarded = |original: &str, to: &str| {
            let attempt = Attempt {
                recipient: Some(to.into()),
                original_recipient: Some(original.into()),
                ..Attempt::default()
            };
            let known = Undelivered {
                server: Some(server(Software::Postfix)),
                id: None,
                sender: Some("a@shop.example"),
                client: None,
                attempt: &attempt,
                reason: Reason::MailboxFull,
                party: Party::Recipient,
                why: "".into(),
                refusal: None,
                waiting: false,
            };
            known.situation().direction == Direction::Forwarded
        };
        assert!(forwarded("info@shop.example", "ana@client.example"));
        assert!(!forwarded("Ana@client.example", "ana@client.example"));
        assert!(!forwarded("ana", "ana@client.example"));
        assert!(!forwarded("root", "admin@client.example"));
    }
}
