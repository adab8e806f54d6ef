//! What keeps all mail on this server: where deliveries to strangers' servers fail alike and none gets out, it isn't the
//! others. Told of each of them, with the same words and steps.

use super::evidence::around;
use super::is;
use super::message::{is_name, is_remote, was_looked_up};
use super::situation::{called, is_own_service};
use super::steps::TEST_PORT;
use super::words::list;
use crate::export::{Attempt, Sentence, Step, Trace};
use crate::format::{Format, Role, ServerFacts};
use crate::log::Log;
use crate::text::lossy;
use crate::vocabulary::{
    AttemptOutcome, Circumstance, Cited, Level, Party, Reason, Sign, Software, TraceType,
};
use std::collections::BTreeSet;

/// Providers whose servers always answer on port 25.
const ALWAYS_UP: &[&str] = &["google.com", "outlook.com", "yahoodns.net"];

/// How deliveries fail that fail alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Alike {
    /// Nobody answers.
    Silent,
    /// No name is found for now.
    Nameless,
}

/// What fails alike near a trace: whom it was for, and the lines.
#[derive(Default)]
struct Failures {
    /// The servers that were called, by their organizations.
    hosts: Vec<String>,
    /// The domains of recipients, where no server is named.
    domains: Vec<String>,
    lines: BTreeSet<u32>,
    /// True where a test by hand failed in the same way.
    tested: bool,
    /// True where a delivery did.
    deliveries: bool,
}

/// Says what these failures have in common, where it's this server.
pub(super) fn add(log: &Log, trace: &mut Trace) -> bool {
    let of_message = || {
        // What was put into a mailbox here didn't have to leave.
        let left =
            |tried: &&Attempt| tried.outcome != AttemptOutcome::Open && (is_remote(tried) || !is_done(tried));
        let last = trace.attempts.iter().rfind(left)?;
        trace
            .attempts
            .iter()
            .find_map(|tried| alike(log, tried))
            .filter(|_| last.code.is_none() && !is_done(last))
    };
    let alike = match trace.kind {
        TraceType::Message => of_message(),
        TraceType::Dialogue => of_test(log, trace),
        _ => None,
    };
    let Some(alike) = alike else { return false };
    let Some(mut found) = Failures::near(log, trace, alike) else { return false };
    let known = found.hosts.iter().any(|host| ALWAYS_UP.contains(&host.as_str()));
    let certain = alike == Alike::Nameless && found.tested && found.deliveries;
    if found.hosts.len().max(found.domains.len()) < 2 && !known && !certain {
        return false;
    }
    let named = found.named();
    let (text, next) = match alike {
        Alike::Silent => (
            format!("Outgoing port 25 is probably blocked for this server: no server answers ({named})."),
            way_out(trace),
        ),
        Alike::Nameless => no_names(log, trace, &mut found, &named),
    };
    let explanation = &mut trace.explanation;
    // What became of it comes first.
    match trace.kind {
        TraceType::Message => explanation.because(&text),
        _ => explanation.headline = text,
    }
    if let Some((first, rest)) =
        found.lines.iter().copied().collect::<Vec<_>>().split_first().filter(|_| found.lines.len() > 1)
    {
        let lines = Cited::new(*first, rest.iter().copied());
        let what = match (found.deliveries, found.tested) {
            (true, true) => "Deliveries and tests by hand",
            (true, false) => "Deliveries",
            _ => "Tests by hand",
        };
        let to = if named.is_empty() { String::new() } else { format!(" ({named})") };
        let text = format!("{what} fail in the same way{to}.");
        explanation.story.push(Sentence { shown: None, text, lines, level: Level::Info });
    }
    explanation.party = Party::OurServer;
    explanation.circumstance = Some(match alike {
        Alike::Silent => Circumstance::NoWayOut,
        Alike::Nameless => Circumstance::NoNames,
    });
    explanation.next = next;
    true
}

/// True for an attempt that worked.
fn is_done(tried: &Attempt) -> bool {
    tried.outcome == AttemptOutcome::Success
}

/// How an attempt at a server of others failed, where it reached nobody.
fn alike(log: &Log, tried: &Attempt) -> Option<Alike> {
    /// What programs say where nobody answers.
    const SILENT: &[&str] = &[
        "timed out",
        "timeout",
        "unreachable",
        "able to establish an smtp connection",
        "retry time not reached",
    ];
    /// OpenSMTPD's word for all that can go wrong on the way: its lines before it say what did.
    const ANY: &str = "network error on destination";
    const BEFORE: u32 = 60;
    let failed = matches!(tried.outcome, AttemptOutcome::Deferral | AttemptOutcome::Failure);
    let text = tried.text.as_deref().unwrap_or_default().to_ascii_lowercase();
    if !failed || tried.code.is_some() || tried.reason != Some(Reason::NetworkError) || is_own_service(tried)
    {
        return None;
    }
    if was_looked_up(tried) {
        return (tried.outcome == AttemptOutcome::Deferral).then_some(Alike::Nameless);
    }
    let port = called(tried).is_none_or(|(_, port)| port.is_none_or(|port| port == 25));
    let before = || (tried.start_line.saturating_sub(BEFORE).max(1)..tried.start_line).rev();
    let silent = SILENT.iter().any(|said| text.contains(said))
        || text.contains(ANY) && before().any(|line| given_up(log, line).is_some());
    (port && silent).then_some(Alike::Silent)
}

/// What a test by hand failed in: a call of port 25 that nobody answered, or a lookup.
fn of_test(log: &Log, trace: &Trace) -> Option<Alike> {
    log.lines_of(trace.trace).iter().find_map(|&line| {
        let silent = test_of(log, line).map(|_| Alike::Silent);
        silent.or_else(|| is(log, line, Sign::NoResolver).then_some(Alike::Nameless))
    })
}

/// The server that a test called on port 25, where this line, from 1, says that it didn't answer; and the line of the
/// command.
fn test_of(log: &Log, line: u32) -> Option<(u32, String)> {
    /// The command stands so many lines before it.
    const BEFORE: u32 = 4;
    const TOOLS: &[&str] = &["telnet", "nc", "ncat", "netcat"];
    let text = |line: u32| lossy(log.parse(line - 1).line).into_owned();
    let said = text(line).to_ascii_lowercase();
    if !said.contains("timed out") && !said.contains("timeout") {
        return None;
    }
    (line.saturating_sub(BEFORE).max(1)..=line).rev().find_map(|line| {
        let said = text(line);
        let mut words = said.split_whitespace().skip_while(|word| !TOOLS.contains(word));
        words.next()?;
        let words: Vec<&str> = words.filter(|word| !word.starts_with('-')).collect();
        let at = words.iter().position(|word| *word == "25")?;
        let host = Some((*words[..at].last()?).to_ascii_lowercase()).filter(|host| is_name(host))?;
        Some((line, host))
    })
}

impl Failures {
    /// Those near a trace; `None` where anything got out, or a server of others answered.
    fn near(log: &Log, trace: &Trace, of: Alike) -> Option<Failures> {
        const ENTRY: usize = 4;
        let mut found = Failures::default();
        let (mut messages, mut named) = (BTreeSet::new(), BTreeSet::new());
        for line in around(log, trace) {
            let test = Some(line).filter(|_| of == Alike::Silent).and_then(|line| test_of(log, line));
            if test.is_some() || of == Alike::Nameless && is(log, line, Sign::NoResolver) {
                found.tested = true;
                found.lines.extend([Some(line), test.as_ref().map(|of| of.0)].into_iter().flatten());
                take(&mut found.hosts, test.as_ref().map(|(_, host)| organization(host)));
            }
            if let Some((error, host)) =
                Some(line).filter(|_| of == Alike::Silent).and_then(|line| given_up(log, line))
            {
                found.lines.extend([error, line]);
                take(&mut found.hosts, Some(organization(&host)));
            }
            let number = log.trace_of(line - 1);
            let Some(number) =
                number.filter(|number| log.indexed(*number).is_some_and(|of| of.kind == TraceType::Message))
            else {
                continue;
            };
            messages.insert(number);
            // Exim tells of each server that it called before it tells of the recipient.
            if let Some(host) =
                Some(line).filter(|_| of == Alike::Silent).and_then(|line| silent_host(log, line))
            {
                named.insert(number);
                found.lines.insert(line);
                take(&mut found.hosts, Some(organization(&host)));
            }
        }
        for number in messages {
            for tried in super::attempts(log, number) {
                let others = is_remote(&tried) && !is_own_service(&tried);
                let relayed = called(&tried).is_some_and(|(_, port)| port.is_some_and(|port| port != 25));
                if others && !relayed && (is_done(&tried) || tried.code.is_some()) {
                    return None;
                }
                if alike(log, &tried) != Some(of) {
                    continue;
                }
                found.deliveries = true;
                found.lines.extend([Some(tried.start_line), tried.end_line].into_iter().flatten());
                // An entry of a queue's list is known by all its lines.
                found
                    .lines
                    .extend(log.lines_of(number).iter().filter(|_| log.lines_of(number).len() <= ENTRY));
                let to = || tried.recipient.as_deref()?.rsplit_once('@').map(|(_, domain)| domain.to_owned());
                match called(&tried).filter(|_| of == Alike::Silent) {
                    Some((host, _)) => take(&mut found.hosts, Some(organization(host))),
                    None if !named.contains(&number) => take(&mut found.domains, to()),
                    None => {}
                }
            }
        }
        Some(found)
    }

    /// What they were for.
    fn named(&self) -> String {
        const MOST: usize = 4;
        let all: Vec<&str> = self.hosts.iter().chain(&self.domains).map(String::as_str).collect();
        match all.split_last() {
            Some((last, rest)) if !rest.is_empty() && all.len() <= MOST => {
                format!("{} and {last}", rest.join(", "))
            }
            _ => list(&all),
        }
    }
}

fn take(all: &mut Vec<String>, name: Option<String>) {
    let name = name.map(|name| name.trim_end_matches('.').to_ascii_lowercase());
    if let Some(name) = name.filter(|name| !name.is_empty() && !all.contains(name)) {
        all.push(name);
    }
}

/// The server that a line, from 1, of a message says didn't answer.
fn silent_host(log: &Log, line: u32) -> Option<String> {
    let parsed = log.parse(line - 1);
    let entry = parsed.entry.filter(|entry| entry.format.software() == Some(Software::Exim))?;
    let host = lossy(entry.part(Role::Remote, &parsed.captures)?.of(parsed.body())).into_owned();
    let silent = lossy(parsed.body()).ends_with("] Connection timed out");
    Some(host).filter(|host| silent && is_name(host))
}

/// The server that OpenSMTPD doesn't call for a while, by this line, from 1: `[] <-> 192.0.2.25 (mx.client.example)`; and the line
/// shortly before it, from 1, that says that it gave no answer.
fn given_up(log: &Log, line: u32) -> Option<(u32, String)> {
    const BEFORE: u32 = 3;
    let parsed = log.parse(line - 1);
    let entry = parsed.entry.filter(|entry| entry.pattern.sign == Some(Sign::RouteDisabled))?;
    let route = lossy(entry.part(Role::Text, &parsed.captures)?.of(parsed.body())).into_owned();
    let (_, host) = route.split_once("<-> ")?.1.split_once('(')?;
    let host = Some(host.trim_end_matches(')').to_owned()).filter(|host| is_name(host))?;
    let silent = |line: &u32| log.parse(line - 1).body().ends_with(b"mta error reason=Connection timeout");
    let error = (line.saturating_sub(BEFORE).max(1)..line).rev().find(silent)?;
    Some((error, host))
}

/// The domain that a host is in, as far as its name shows; a bare address stands for itself.
fn organization(host: &str) -> String {
    if host.parse::<std::net::IpAddr>().is_ok() {
        return host.into();
    }
    let host = host.trim_end_matches('.');
    // A placeholder is a name below `example.com`.
    let own = if host.ends_with(".example.com") { 3 } else { 2 };
    let labels: Vec<&str> = host.rsplit('.').take(own).collect();
    labels.into_iter().rev().collect::<Vec<_>>().join(".")
}

/// What is known of the server that a trace is of.
fn known(trace: &Trace) -> Option<&'static ServerFacts> {
    Format::named(&trace.format)?.server()
}

/// What to do where nothing leaves by port 25.
fn way_out(trace: &Trace) -> Vec<Step> {
    let relay = known(trace).map_or("", |server| server.relay);
    let text = format!(
        "Have the hosting provider, or whoever runs the firewall, open outgoing port 25 for this server; if they don't, send through a relay on port 587{relay}. To see whether it's open:"
    );
    vec![Step { text, command: Some(TEST_PORT.1.into()) }]
}

/// What it means that no name is found, and what to do.
fn no_names(log: &Log, trace: &Trace, found: &mut Failures, named: &str) -> (String, Vec<Step>) {
    let server = known(trace);
    let postfix = server.filter(|server| server.software == Software::Postfix);
    // A chroot without the resolver's file, as a listing shows.
    let lacks = |line: &u32| {
        let text = lossy(log.parse(*line - 1).line).into_owned();
        text.contains("/var/spool/postfix/etc/resolv.conf") && text.contains("No such file")
    };
    let again = server.filter(|server| !server.again.is_empty()).map(|server| Step {
        text: "Then have the waiting messages tried again:".into(),
        command: Some(server.again.into()),
    });
    if let Some(line) = around(log, trace).find(lacks).filter(|_| postfix.is_some()) {
        found.lines.insert(line);
        let text = "Postfix can't look up any other domain: its chroot has no etc/resolv.conf, so it doesn't know which DNS server to ask.".to_owned();
        let copy = Step {
            text: "Copy the files into Postfix's chroot, and restart it; or set chroot to n for smtp in master.cf:".into(),
            command: Some("mkdir -p /var/spool/postfix/etc && cp /etc/resolv.conf /etc/services /etc/hosts /etc/nsswitch.conf /var/spool/postfix/etc/ && systemctl restart postfix".into()),
        };
        return (text, std::iter::once(copy).chain(again).collect());
    }
    if found.tested {
        // Which one that is, resolv.conf says, where somebody showed it.
        let server = around(log, trace).find_map(|line| {
            let text = lossy(log.parse(line - 1).line).into_owned();
            let ip = text.trim().strip_prefix("nameserver ")?.trim().to_owned();
            Some((line, ip)).filter(|(_, ip)| ip.parse::<std::net::IpAddr>().is_ok())
        });
        found.lines.extend(server.as_ref().map(|(line, _)| *line));
        let server = server.map_or_else(String::new, |(_, ip)| format!(" ({ip})"));
        let text = format!(
            "This server can't look up any other domain: the DNS server{server} that it asks doesn't answer."
        );
        let repair = Step {
            text: "Enter a DNS server in /etc/resolv.conf that answers from this network (the hosting provider names it), or restart the server's own resolver, until a lookup gets an answer:".into(),
            command: Some("dig +short MX wikipedia.org".into()),
        };
        return (text, std::iter::once(repair).chain(again).collect());
    }
    let text = format!(
        "Probably this server can't look up any other domain: unrelated domains fail alike ({named}), so its own resolver is at fault."
    );
    let see = Step {
        text: "See which DNS server this machine asks, and whether it answers; if not, restart it, or enter one that does:".into(),
        command: Some("cat /etc/resolv.conf; dig +short MX wikipedia.org".into()),
    };
    let chroot = postfix.map(|server| Step {
        text: "If it answers, Postfix asks another one: in a chroot it reads a copy of the file. Where the two differ, copy it again and restart Postfix:".into(),
        command: Some(server.resolver.into()),
    });
    (text, [Some(see), chroot, again].into_iter().flatten().collect())
}
