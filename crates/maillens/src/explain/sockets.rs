//! A list of network connections: who owns the mail ports, and what looks wrong.

use super::document::{TakenApart, Told, sentence};
use super::words::{count, list};
use crate::export::{Explanation, Sentence, Step};
use crate::format::Role;
use crate::log::Log;
use crate::vocabulary::{Cited, Level, Party, Sign, Stage, TraceType};

/// Ports of mail by the names that lsof gives them.
const PORTS: &[(&str, &str)] = &[
    ("smtp", "25"),
    ("submission", "587"),
    ("submissions", "465"),
    ("smtps", "465"),
    ("ssmtp", "465"),
    ("urd", "465"),
    ("imap", "143"),
    ("imap2", "143"),
    ("imaps", "993"),
    ("pop3", "110"),
    ("pop3s", "995"),
];

/// Users that mail servers run as. Anybody else who sends directly goes round the mail server.
const SERVERS: &[&str] = &[
    "root",
    "mail",
    "exim",
    "Debian-exim",
    "mailnull",
    "postfix",
    "postdrop",
    "smmsp",
    "smmta",
    "sendmail",
    "qmailr",
    "qmailq",
    "qmails",
    "qmaild",
    "vpopmail",
    "dovecot",
    "dovenull",
    "_smtpd",
];

/// True for a user that stands for a program and not for a person.
pub(crate) fn is_service(user: &str) -> bool {
    SERVERS.iter().any(|server| server.eq_ignore_ascii_case(user))
}

/// Programs that run scripts and websites: where no user is named, they tell who sends past the mail server.
const SCRIPTS: &[&str] =
    &["apache2", "bash", "httpd", "lsphp", "node", "perl", "php", "php-fpm", "python", "python3", "ruby"];

/// From this many on, connections that are stuck are told of.
const MANY: usize = 5;

/// One row.
struct Socket {
    line: u32,
    command: String,
    user: String,
    device: String,
    local: String,
    remote: Option<String>,
    /// How it stands, where that matters.
    state: Option<Sign>,
    /// The first two numbers of the row: of ss, how many wait at a port, and how many may.
    waiting: [u32; 2],
}

impl Socket {
    /// A row; `asked` is what the list was asked for.
    fn of(told: &Told<'_>, asked: &str) -> Option<Socket> {
        let calls = told.is(Sign::Stateless) && asked.contains("syn-sent");
        let state = if calls { Some(Sign::Unanswered) } else { told.entry.pattern.sign };
        let mut counts = told
            .text()
            .split_whitespace()
            .filter_map(|word| word.parse().ok())
            .collect::<Vec<u32>>()
            .into_iter();
        // netstat and ss name no user, and the program only where they may.
        Some(Socket {
            line: told.line,
            command: told.value(Role::Program).unwrap_or_default(),
            user: told.value(Role::User).unwrap_or_default(),
            device: told.value(Role::Text).unwrap_or_default(),
            local: told.value(Role::Host)?,
            remote: told.value(Role::Remote),
            state,
            waiting: [counts.next().unwrap_or(0), counts.next().unwrap_or(0)],
        })
    }

    /// True when this server made the call.
    fn outgoing(&self) -> bool {
        let remote = self.remote.as_deref().map(port);
        matches!(remote, Some("25" | "465" | "587")) && !matches!(port(&self.local), "25" | "465" | "587")
    }
}

impl Socket {
    /// What waits at a port, for a sentence.
    fn program(&self) -> &str {
        if self.command.is_empty() { "A program" } else { &self.command }
    }

    /// True when one end is a port of mail.
    fn is_mail(&self) -> bool {
        let ends = [Some(self.local.as_str()), self.remote.as_deref()];
        ends.into_iter().flatten().any(|end| PORTS.iter().any(|(_, number)| *number == port(end)))
    }

    /// True when it went past the mail server.
    fn is_direct(&self) -> bool {
        let script = || {
            let name = self.command.split([':', ' ']).next().unwrap_or_default();
            SCRIPTS.iter().any(|script| {
                name.trim_end_matches(|last: char| last.is_ascii_digit() || last == '.') == *script
                    || name == *script
            })
        };
        self.outgoing()
            && if self.user.is_empty() { script() } else { !SERVERS.contains(&self.user.as_str()) }
    }
}

/// True for an address that only the machine itself can call.
fn is_loopback(address: &str) -> bool {
    ["127.", "[::1]", "::1:", "localhost", "ip6-localhost", "ip6-loopback"]
        .iter()
        .any(|own| address.starts_with(own))
}

/// The port of an address, as a number where it is one of mail.
fn port(address: &str) -> &str {
    let port = address.rsplit(':').next().unwrap_or_default();
    PORTS.iter().find(|(name, _)| *name == port).map_or(port, |(_, number)| number)
}

/// The lines that show, anywhere in the paste, that port 25 takes connections from its own machine only.
pub(crate) fn closed_to_others(log: &Log) -> Option<Cited> {
    let of = |number| TakenApart::of(log, number).filter(|document| document.kind() == TraceType::Connection);
    let only_here = |document: &TakenApart<'_>| {
        let rows = document.lines.iter().filter_map(|told| Socket::of(told, ""));
        let of_25: Vec<Socket> =
            rows.filter(|row| row.state == Some(Sign::Listening) && port(&row.local) == "25").collect();
        let only = of_25.iter().all(|row| is_loopback(&row.local));
        let first = of_25.first().filter(|_| only)?.line;
        Some(Cited::new(first, of_25.iter().map(|row| row.line)))
    };
    (0..log.traces()).filter_map(of).find_map(|document| only_here(&document))
}

/// The ports of mail that a list was asked for by their numbers, where it was asked for nothing narrower.
fn named_ports(asked: &str) -> Vec<&str> {
    let words = asked.split(|letter: char| letter.is_whitespace() || "(),".contains(letter));
    let ports = words.filter_map(|word| word.rsplit_once(':').map(|(_, port)| port));
    let known = |port: &&str| PORTS.iter().any(|(name, number)| number == port || name == port);
    let mut ports: Vec<&str> = ports.filter(known).collect();
    ports.dedup();
    if asked.contains("state ") || asked.contains("grep") { Vec::new() } else { ports }
}

/// What helps where nothing listens.
const START: &str = "Start the service that should listen there, or switch the port on in its settings (Postfix: master.cf; Dovecot: inet_listener and ssl); its own log says why it didn't start.";

/// The address with the most connections, where a list counts them.
fn counted<'a>(document: &'a TakenApart<'_>) -> Option<(u32, &'a Told<'a>)> {
    let counted = document.lines.iter().filter(|told| told.is(Sign::Counted));
    let counted = counted.filter_map(|told| Some((told.value(Role::Count)?.parse().ok()?, told)));
    counted.max_by_key(|(number, _): &(u32, _)| *number)
}

/// Many connections of one address, where a list counts them.
fn from_one(document: &TakenApart<'_>) -> Option<(Sentence, &'static str)> {
    const FLOOD: u32 = 50;
    let (number, told) = counted(document).filter(|(number, _)| *number >= FLOOD)?;
    let text = format!(
        "{number} connections come from one address, {}: usually an attack that guesses passwords, or a device gone wild.",
        told.value(Role::Remote)?
    );
    let step = "See in the log what it tries. If it's an attack, block the address (fail2ban does that on its own); limit connections of one client, too (Postfix: smtpd_client_connection_count_limit; Dovecot: mail_max_userip_connections).";
    Some((sentence(text, Cited::new(told.line, []), Level::Warning), step))
}

/// What lets it listen for all.
pub(super) const LISTEN: &str = "If this server should receive mail, let it listen on all addresses and restart it. Postfix: inet_interfaces = all in main.cf; Exim: local_interfaces (Debian: dc_local_interfaces); Sendmail: DAEMON_OPTIONS without Addr=127.0.0.1.";

/// What a list means.
pub(super) fn explain(document: &TakenApart<'_>) -> Explanation {
    let asked = document.lines.first().map(Told::text).unwrap_or_default();
    let mut rows: Vec<Socket> = document.lines.iter().filter_map(|told| Socket::of(told, &asked)).collect();
    let none = rows.is_empty() && !document.lines.iter().any(|told| told.is(Sign::Counted));
    let named = if none { named_ports(&asked) } else { Vec::new() };
    // A process and its child hold the same connection, and one process can hold it twice.
    let mut seen = Vec::new();
    // A list without a port of mail was made for another one.
    let any = rows.iter().any(Socket::is_mail);
    rows.retain(|row| {
        let key = (row.device.clone(), row.local.clone(), row.remote.clone());
        let new = !seen.contains(&key);
        seen.push(key);
        let is_asked = || asked.contains(&format!(":{}", port(&row.local)));
        new && (row.is_mail() || !any || is_asked()) && row.state != Some(Sign::Over)
    });
    let all = rows.iter().map(|row| row.line).collect::<Vec<_>>();
    let first = document.lines.first().map_or(1, |told| told.line);
    let listening: Vec<&Socket> = rows.iter().filter(|row| row.state == Some(Sign::Listening)).collect();
    let outgoing = rows.iter().filter(|row| row.outgoing()).count();
    let incoming = rows.len() - listening.len() - outgoing;
    let mut wrong = wrong(&rows);
    wrong.extend(from_one(document));
    let mut parts = Vec::new();
    let mut programs: Vec<&str> = listening.iter().map(|row| row.program()).collect();
    programs.dedup();
    for program in programs {
        let mut numbers: Vec<&str> =
            listening.iter().filter(|row| row.program() == program).map(|row| port(&row.local)).collect();
        crate::sort::up(&mut numbers);
        numbers.dedup();
        let word = if numbers.len() == 1 { "port" } else { "ports" };
        parts.push(format!("{program} is listening on {word} {}.", list_all(&numbers)));
    }
    if incoming + outgoing > 0 {
        parts.push(format!(
            "{} from outside, {} to other servers.",
            count(incoming, "connection"),
            if outgoing == 0 { "none".into() } else { outgoing.to_string() }
        ));
    }
    if !named.is_empty() {
        let text = format!(
            "Nothing listens on port {}, or the list was made without root permissions.",
            list(&named)
        );
        wrong.push((sentence(text, Cited::new(first, []), Level::Warning), START));
    } else if let Some((number, told)) = counted(document).filter(|_| rows.is_empty() && wrong.is_empty()) {
        let ip = told.value(Role::Remote).unwrap_or_default();
        parts.push(format!("The list counts connections by address: most, {number}, are of {ip}."));
    } else if rows.is_empty() && wrong.is_empty() {
        parts.push("No program uses a mail port, or the list was made without root permissions.".into());
    }
    let headline = match wrong.first() {
        Some((sentence, _)) => sentence.text.clone(),
        None => parts.join(" "),
    };
    let story = vec![sentence(parts.join(" "), Cited::new(first, all.iter().copied()), Level::Info)];
    let cites = wrong.first().map_or_else(|| Cited::new(first, all), |(sentence, _)| sentence.lines.clone());
    let next = wrong.iter().map(|(_, step)| Step { text: (*step).into(), command: None }).collect();
    Explanation {
        stage: Stage::OurServer,
        party: if wrong.is_empty() { Party::Nobody } else { Party::OurServer },
        story: story.into_iter().chain(wrong.into_iter().map(|(sentence, _)| sentence)).collect(),
        next,
        ..Explanation::new(headline, cites)
    }
}

/// `25, 465 and 587`.
fn list_all(items: &[&str]) -> String {
    match items.split_last() {
        Some((last, [])) => (*last).into(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => String::new(),
    }
}

/// What looks wrong, with what to do about it.
fn wrong(rows: &[Socket]) -> Vec<(Sentence, &'static str)> {
    let mut wrong = Vec::new();
    let mut tell = |text: String, of: &[&Socket], level: Level, step: &'static str| {
        if let [first, rest @ ..] = of {
            let lines = Cited::new(first.line, rest.iter().map(|row| row.line));
            wrong.push((sentence(text, lines, level), step));
        }
    };
    let listening: Vec<&Socket> = rows.iter().filter(|row| row.state == Some(Sign::Listening)).collect();
    let mut ports: Vec<&str> = listening.iter().map(|row| port(&row.local)).collect();
    crate::sort::up(&mut ports);
    ports.dedup();
    for number in ports {
        let of_port: Vec<&Socket> =
            listening.iter().filter(|row| port(&row.local) == number).copied().collect();
        let mut programs: Vec<&str> =
            of_port.iter().map(|row| row.command.as_str()).filter(|command| !command.is_empty()).collect();
        crate::sort::up(&mut programs);
        programs.dedup();
        if programs.len() > 1 {
            let text = format!("Several programs use port {number}: {}.", list(&programs));
            let step = "Only one mail server can listen on a port of an address. Decide which one should, and stop the other.";
            tell(text, &of_port, Level::Warning, step);
        }
    }
    let of_25: Vec<&Socket> = listening.iter().filter(|row| port(&row.local) == "25").copied().collect();
    if of_25.iter().all(|row| is_loopback(&row.local)) {
        tell(
            "Port 25 takes connections only from this machine itself (127.0.0.1): no mail can come in from outside.".into(),
            &of_25,
            Level::Warning,
            LISTEN,
        );
    }
    let unanswered: Vec<&Socket> = rows.iter().filter(|row| row.state == Some(Sign::Unanswered)).collect();
    let text = format!("{} to other servers without an answer yet.", count(unanswered.len(), "connection"));
    tell(
        text,
        &unanswered,
        Level::Permanent,
        "If all connections to port 25 stay unanswered, a firewall or the provider probably blocks outgoing mail.",
    );
    let stuck: Vec<&Socket> = rows.iter().filter(|row| row.state == Some(Sign::LeftOpen)).collect();
    if stuck.len() >= MANY || stuck.len() > 2 && stuck.len() == rows.len() {
        let text = format!(
            "{} were closed by the other end but not by the program here (CLOSE_WAIT): it may be stuck.",
            count(stuck.len(), "connection")
        );
        tell(
            text,
            &stuck,
            Level::Warning,
            "Look in that program's log, and restart it if it no longer answers.",
        );
    }
    let full: Vec<&Socket> = listening
        .iter()
        .copied()
        .filter(|row| row.waiting[1] > 0 && row.waiting[0] > row.waiting[1])
        .collect();
    if let Some(row) = full.first() {
        let text = format!(
            "The queue of callers at port {} is full: {} wait, and {} may. {} accepts connections too slowly, or not at all.",
            port(&row.local),
            row.waiting[0],
            row.waiting[1],
            row.program()
        );
        tell(
            text,
            &full,
            Level::Warning,
            "See in that program's log whether it reached a limit of its processes or clients, raise that, and restart it if it hangs.",
        );
    }
    let direct: Vec<&Socket> = rows.iter().filter(|row| row.is_direct()).collect();
    if let Some(row) = direct.first() {
        let user = if row.user.is_empty() { String::new() } else { format!(" of user {}", row.user) };
        let text = format!(
            "{}{user} sends directly to other servers, bypassing the mail server. Scripts that send spam do this.",
            row.command
        );
        tell(text, &direct, Level::Warning, "Find out what that program is and which website it belongs to.");
    }
    wrong
}
