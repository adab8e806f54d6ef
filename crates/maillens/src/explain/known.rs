//! What helps about what a line says, as its pattern knows it: who must act, and what to do first.

use super::arriving;
use super::steps::{is_word, listener, step};
use super::words::put;
use crate::export::{Step, Trace};
use crate::format::{Effect, Field, Help, Place, Private, Shape};
use crate::knowledge::fault::is_local;
use crate::log::Log;
use crate::pattern::{CATALOGUE, Captures, Entry};
use crate::sort;
use crate::syntax::left_out::is_left_out;
use crate::text::lossy;
use crate::vocabulary::{
    AttemptOutcome, Circumstance, Datum, Level, Outcome, Party, Reason, Role, TraceType,
};
use std::net::Ipv4Addr;

/// What helps about a line.
pub(super) struct Helps {
    /// Who must act; `None` where the reason decides.
    pub party: Option<Party>,
    /// What to do first.
    pub steps: Vec<Step>,
    /// What it means that the client came from a private address, where that matters.
    private: Option<&'static Private>,
}

/// The steps about a line, with what it names, else what its process and its trace name. A field is meant by its own
/// name or its role's; with `-domain` behind it, the domain of that address; with `-reversed`, an IPv4 address as block
/// lists are asked for it. `{listener}` is where its program listens,
/// `{place}` the line of the settings.
fn steps(help: Help, line: &Helped<'_>, entry: &Entry, body: &[u8], captures: &Captures) -> Vec<Step> {
    let value = |name: &str| named(name, entry, body, captures).or_else(|| line.value(name));
    let steps = help.steps.iter().filter_map(|(text, command)| {
        let begins = text.starts_with('{');
        let text = put(text, |name| value(name).or_else(|| Some("it".into())))?;
        let text = if begins && text.starts_with("it ") { text.replacen('i', "I", 1) } else { text };
        Some(step(text, command, |name| match name {
            "listener" => Some(listener(line.program).into()),
            "place" => place(&lossy(entry.datum(Datum::SettingsLine, captures)?.of(body))),
            "client" | "ip" | "host" => {
                value(name).filter(|value| is_plain(value) && !is_left_out(value.as_bytes()))
            }
            _ => value(name).filter(|value| is_plain(value)),
        }))
    });
    steps.collect()
}

/// Shows the line of a file of settings that Dovecot names: `/etc/dovecot/dovecot.conf line 8`.
fn place(conf: &str) -> Option<String> {
    let (file, number) = conf.split_once(" line ")?;
    let number: u32 = number.parse().ok()?;
    is_plain(file).then(|| format!("sed -n '{number}p' {file}"))
}

/// The value of a field of this name or, for want of it, of this role.
fn named(name: &str, entry: &Entry, body: &[u8], captures: &Captures) -> Option<String> {
    if let Some(address) = name.strip_suffix("-domain") {
        let address = named(address, entry, body, captures)?;
        return Some(address.rsplit_once('@')?.1.trim_end_matches('>').to_owned());
    }
    let own = captures.iter().find(|capture| entry.field(**capture).name == name).map(|capture| capture.at);
    if let Some(address) = name.strip_suffix("-reversed") {
        let [a, b, c, d] = named(address, entry, body, captures)?.parse::<Ipv4Addr>().ok()?.octets();
        return Some(format!("{d}.{c}.{b}.{a}"));
    }
    let role = Role::named(name).filter(|role| *role == Role::Path || PERSONS.contains(role));
    let at = own.or_else(|| entry.part(role?, captures))?;
    Some(lossy(at.of(body)).into_owned()).filter(|value| !value.is_empty())
}

/// Who takes part in what a trace tells: these stay the same through it.
const PERSONS: &[Role] = &[Role::User, Role::Sender, Role::Recipient, Role::Client];

/// A line that something helps about.
struct Helped<'a> {
    log: &'a Log,
    /// Its number, from 1.
    number: u32,
    /// Whom its process serves.
    user: &'a [u8],
    program: &'a [u8],
}

impl Helped<'_> {
    /// A value that what helps does not stand in: of the whole line, of its head, else of the nearest line of its trace.
    fn value(&self, name: &str) -> Option<String> {
        let of_head = match name {
            "user" => self.user,
            // A service of Dovecot has the name of its process.
            "service" => self.program,
            _ => b"",
        };
        if !of_head.is_empty() {
            return Some(lossy(of_head).into_owned());
        }
        let person =
            Role::named(name.trim_end_matches("-domain")).is_some_and(|role| PERSONS.contains(&role));
        let format = self.log.parse(self.number - 1).entry?.format;
        let pasted = matches!(format.place, Place::Document(_));
        // One table is told of in several lines.
        let table = |field: &Field| field.name == name && field.datum == Some(Datum::Table);
        if !(person || pasted || format.fields.iter().any(table)) {
            return None;
        }
        let trace = self.log.lines_of(self.log.trace_of(self.number - 1)?);
        let at = trace.partition_point(|line| *line <= self.number);
        let before = trace[at.saturating_sub(NEAR)..at].iter().rev();
        before.chain(trace[at..].iter().take(NEAR)).find_map(|line| {
            let parsed = self.log.parse(line - 1);
            named(name, parsed.entry?, parsed.body(), &parsed.captures)
        })
    }
}

/// So many lines before and after one are looked through for a value.
const NEAR: usize = 100;

/// True for what a shell takes as it is.
pub(super) fn is_plain(text: &str) -> bool {
    // The names of messages in a Maildir have commas and colons.
    let part = |part: &str| is_word(&part.replace([',', ':'], "_"));
    // A table of Postfix has its type in front of its path.
    let table = text.split_once(':').is_some_and(|(kind, rest)| is_word(kind) && is_plain(rest));
    let path = || text.strip_prefix('/').map(|path| path.strip_suffix('/').unwrap_or(path));
    let below = || text.contains('/') && text.split('/').all(part);
    is_word(text)
        || table
        || below()
        || path().is_some_and(|path| path.is_empty() || path.split('/').all(part))
}

/// What is known to help about what a pattern says.
fn helps_about(
    line: &Helped<'_>,
    entry: &Entry,
    body: &[u8],
    captures: &Captures,
    private: bool,
) -> Option<Helps> {
    let inside = || entry.part(Role::Ip, captures).is_some_and(|at| is_local(&lossy(at.of(body))));
    let private = entry.pattern.private.filter(|_| private || inside());
    let help = private
        .map_or(entry.pattern.help, |private| Help { party: Some(Party::OurServer), steps: private.steps });
    if help.steps.is_empty() {
        return None;
    }
    let steps = steps(help, line, entry, body, captures);
    // Who may not send as the very name of the login has nothing to change: what says who may is ours.
    let value = |role| entry.part(role, captures).map(|at| at.of(body).to_ascii_lowercase());
    let own = value(Role::User).is_some_and(|user| value(Role::Address) == Some(user));
    let mut steps = steps;
    if own {
        steps.truncate(1);
    }
    let party = help.party.map(|party| if own && party == Party::Sender { Party::OurServer } else { party });
    Some(Helps { party, steps, private })
}

/// Puts first what helps about the line that decides how a connection or a message came out.
pub(super) fn add(log: &Log, trace: &mut Trace) {
    if !matches!(
        trace.kind,
        TraceType::Connection | TraceType::Message | TraceType::Session | TraceType::Scan
    ) || trace.explanation.circumstance == Some(Circumstance::Guessing)
    {
        return;
    }
    let delivered = matches!(trace.outcome, Outcome::Delivered | Outcome::Partial);
    let private = trace.client.as_deref().is_some_and(is_local);
    let mut lines: Vec<u32> = log.lines_of(trace.trace).to_vec();
    // What another server said outweighs what stood before it; where none said anything, a fault of this one decides.
    let theirs = trace.attempts.iter().any(|tried| tried.code.is_some());
    let failed = trace.attempts.last().is_some_and(|tried| tried.outcome != AttemptOutcome::Success);
    let verdict = |line: u32| {
        log.parse(line - 1).entry.is_some_and(|entry| matches!(entry.pattern.effect, Effect::Verdict(..)))
    };
    let decides = |line: u32| log.level(line - 1) == Some(Level::Alert) || verdict(line);
    let fault = |line: &u32| !theirs && failed && decides(*line);
    let faults: Vec<u32> = lines.iter().copied().filter(fault).collect();
    lines.retain(|line| trace.attempts.is_empty() && log.level(line - 1) >= Some(Level::Warning));
    let ours = trace.explanation.party == Party::OurServer;
    if delivered || trace.kind == TraceType::Session && !ours {
        // Only what the explanation itself rests on.
        lines.clear();
    }
    sort::by_key(&mut lines, |line| std::cmp::Reverse(log.level(line - 1)));
    let decisive = trace.explanation.cites.iter().copied();
    let helps = faults.into_iter().chain(decisive).chain(lines).find_map(|line| of_line(log, line, private));
    let cites = &trace.explanation.cites;
    // A message that our own server refused at its end: why, says more than where.
    let refused = trace.kind == TraceType::Message && trace.attempts.is_empty() && trace.outcome.is_problem();
    let reason = refused.then(|| super::turned_away(log, cites)).flatten();
    // A filter's own words for "no" tell nothing of the client's.
    let reason = reason.filter(|reason| !matches!(reason, Reason::SyntaxError | Reason::NotCompliantRfc));
    let mut steps = reason.map(|reason| arriving::steps(log, cites[0], reason)).unwrap_or_default();
    let explanation = &mut trace.explanation;
    let Some(helps) = helps else {
        steps.append(&mut explanation.next);
        explanation.next = steps;
        return;
    };
    explanation.party = helps.party.unwrap_or(explanation.party);
    if helps.party.is_some() {
        steps.clear();
    }
    steps.extend(helps.steps);
    explanation.next = steps;
    if let (Some(client), Some(private)) =
        (trace.client.as_ref(), helps.private.filter(|of| !of.means.is_empty()))
    {
        explanation.headline =
            format!("{} {client} is a private address{}", explanation.headline, private.means);
        explanation.circumstance = private.shows.or(explanation.circumstance);
    }
}

/// Adds what helps about trouble of this server that a trace reports beside what decided it.
pub(super) fn beside(log: &Log, trace: &mut Trace) {
    let delivered = matches!(trace.outcome, Outcome::Delivered | Outcome::Partial);
    let private = trace.client.as_deref().is_some_and(is_local);
    let other = |line: &&u32| {
        // What only follows from another report helps nobody.
        let follows = || log.parse(**line - 1).entry.is_some_and(|entry| entry.pattern.follows);
        log.level(**line - 1) >= Some(Level::Warning) && !trace.explanation.cites.contains(line) && !follows()
    };
    let lines: Vec<u32> = log.lines_of(trace.trace).iter().filter(other).copied().collect();
    let of_ours = |line: u32| {
        of_line(log, line, private)
            .filter(|helps| matches!(helps.party, Some(Party::OurServer | Party::Nobody | Party::Dns)))
    };
    let Some((line, helps)) = lines.into_iter().find_map(|line| Some((line, of_ours(line)?))) else { return };
    let explanation = &mut trace.explanation;
    // What only warns keeps no mail from anybody.
    let serious = log.level(line - 1) >= Some(Level::Permanent);
    if delivered && serious && explanation.party == Party::Nobody {
        explanation.party = helps.party.unwrap_or(Party::Nobody);
    }
    let at = explanation.next.len().min(1);
    let new =
        helps.steps.into_iter().find(|step| explanation.next.iter().all(|known| known.text != step.text));
    explanation.next.splice(at..at, new);
}

/// What helps about a line: about the reason or the result in it, else about the line itself.
pub(super) fn of_line(log: &Log, line: u32, private: bool) -> Option<Helps> {
    let parsed = log.parse(line - 1);
    let entry = parsed.entry?;
    let body = parsed.body();
    let (user, program) = (parsed.framed.user.of(parsed.line), parsed.origin.program);
    let at = Helped { log, number: line, user, program };
    let within = parsed.captures.iter().find_map(|capture| {
        let text = capture.at.of(body);
        match entry.field(*capture).shape {
            Shape::Reason => {
                let mut captures = Captures::new();
                let entry = CATALOGUE.entry(CATALOGUE.reason(text, &mut captures)?);
                helps_about(&at, entry, text, &captures, private)
            }
            Shape::Result => CATALOGUE.result(text).iter().find_map(|segment| {
                let entry = CATALOGUE.entry(segment.entry?);
                helps_about(&at, entry, segment.at.of(text), &segment.captures, private)
            }),
            _ => None,
        }
    });
    within.or_else(|| helps_about(&at, entry, body, &parsed.captures, private))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_failed_on_this_server_is_told_first_with_the_command_that_settles_it() {
        let head = "Nov 21 10:00:00 mx postfix/smtpd[7]:";
        let reject = "NOQUEUE: reject: RCPT from";
        let tail = "from=<a@shop.example> to=<b@client.example> proto=ESMTP helo=<x>";
        let pastes = [
            (
                format!(
                    "{head} connect from x.example[192.0.2.7]\n{head} warning: problem talking to server 127.0.0.1:10031: Connection refused\n{head} {reject} x.example[192.0.2.7]: 451 4.3.5 <b@client.example>: Recipient address rejected: Server configuration problem; {tail}"
                ),
                "127.0.0.1:10031",
            ),
            (
                format!(
                    "{head} connect from unknown[172.18.0.1]\n{head} {reject} unknown[172.18.0.1]: 550 5.7.1 Service unavailable; Client host [172.18.0.1] blocked using zen.rbl.example; {tail}"
                ),
                "private address",
            ),
            (
                format!(
                    "{head} connect from x.example[192.0.2.7]\n{head} SSL_accept error from x.example[192.0.2.7]: -1\n{head} warning: TLS library problem: error:0A000415:SSL routines::sslv3 alert certificate expired:rec.c:1:SSL alert number 45:\n{head} lost connection after STARTTLS from x.example[192.0.2.7]"
                ),
                "Renew the certificate",
            ),
            (
                "Nov 21 10:00:00 mx postfix/smtp[8]: connect to mx.a.example[192.0.2.8]:25: Connection timed out\nNov 21 10:00:00 mx postfix/smtp[8]: 4ABCDE12345: to=<x@a.example>, relay=none, delay=30, delays=0/0/30/0, dsn=4.4.1, status=deferred (connect to mx.a.example[192.0.2.8]:25: Connection timed out)\nNov 21 10:00:01 mx postfix/smtp[9]: 4ABCDE12346: to=<x@b.test>, relay=none, delay=30, delays=0/0/30/0, dsn=4.4.1, status=deferred (connect to mx.b.test[192.0.2.9]:25: Connection timed out)".into(),
                "port 25",
            ),
        ];
        for (paste, step) in pastes {
            let log = Log::read(paste.as_bytes(), crate::Settings::at(0));
            let told = crate::explain::trace(&log, log.order()[0]).explanation;
            // Who sends with an address that isn't the login's must change it.
            let party = if step.starts_with("Add ben") { Party::Sender } else { Party::OurServer };
            assert_eq!(told.party, party, "{paste}");
            let first = &told.next[0];
            assert!(first.text.contains(step) && first.command.is_some(), "{first:?}");
        }
    }

    #[test]
    fn what_a_shell_could_run_gets_into_no_command() {
        for word in ["a;id", "$(id)", "-f", "a b", "a'b", "/a/$(id)", "/a b"] {
            assert!(!is_plain(word), "{word}");
        }
        assert!(is_plain("/etc/opendkim/keys/a.private") && is_plain("ana@client.example"));
    }
}
