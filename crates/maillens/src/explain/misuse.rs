//! A mailbox whose password somebody else has: one login sends from several addresses at once, or sends so much that is
//! refused. No single line says it, and what each line says is only its consequence.

use super::headers::finding::is_no_place_for_scripts;
use super::message::{PHP_SAYS, WEB, is_remote};
use super::session::quoted;
use super::situation::is_notice;
use super::steps::is_word;
use super::words::{count, list};
use crate::export::{Attempt, Sentence, Step, Trace};
use crate::format::{Effect, Format, Role, ServerFacts, server};
use crate::knowledge::fault::is_local;
use crate::log::Log;
use crate::text::lossy;
use crate::time::NEVER;
use crate::vocabulary::{
    Circumstance, Cited, Datum, FormatKind, Lasts, Level, Login, Party, Reason, Sign, TraceType,
};
use std::collections::BTreeSet;

/// Lines around a message in which others of the same login are looked for.
const LINES: u32 = 400;
/// Nobody is in three places within an hour, in nanoseconds.
const TIME: i64 = 3_600_000_000_000;
/// Three addresses are too many where so many recipients are served, and two where so many.
const THREE_PLACES: usize = 20;
const TWO_PLACES: usize = 50;
/// So many addresses are too many within so short a time, in nanoseconds, whatever was sent.
const MANY_PLACES: usize = 4;
/// And so many, where it was sent as somebody of another domain.
const FOREIGN_PLACES: usize = 3;
const SHORT: i64 = 300_000_000_000;
/// Within so many lines a session says by which service it logged in.
const LOGGED_IN: usize = 3;
/// So many refusals as spam or of unknown addresses need no second address.
const REFUSED: usize = 5;

/// What one login sent.
#[derive(Default)]
struct Sent {
    /// Lines that show it, from 1.
    lines: Vec<u32>,
    messages: BTreeSet<u32>,
    clients: Vec<String>,
    recipients: usize,
    /// True where the log doesn't say of each message how many it was for.
    partial: bool,
    refused: usize,
    /// The addresses from which it came within a short time, where these are too many.
    at_once: Vec<String>,
    /// A sender of another domain in what it sent before that became a message.
    foreign: Option<String>,
}

/// The services by which people send.
const SENDS: &[&str] = &["smtp", "smtps", "submission"];

impl Sent {
    /// What others refused or deferred of a message because nobody asked for it.
    fn take_refused(&mut self, attempts: &[Attempt]) {
        let refused = |of: &&Attempt| is_remote(of) && of.reason.is_some_and(|why| UNWANTED.contains(&why));
        for of in attempts.iter().filter(refused) {
            self.refused += 1;
            self.lines.extend([Some(of.start_line), of.end_line].into_iter().flatten());
        }
    }
}

fn sent(log: &Log, trace: &Trace, user: &str) -> Sent {
    let at = log.instant(trace.first_line - 1);
    let near = |line: &u32| {
        let other = log.instant(line - 1);
        at == NEVER || other == NEVER || at.abs_diff(other) <= TIME.unsigned_abs()
    };
    let first = trace.first_line.saturating_sub(LINES).max(1);
    let last = trace.last_line.saturating_add(LINES).min(log.lines());
    let mut sent = Sent::default();
    let mut logins: Vec<(u32, String)> = Vec::new();
    for line in first..=last {
        let parsed = log.parse(line - 1);
        let Some(entry) = parsed.entry.filter(|entry| entry.pattern.level < Level::Warning) else { continue };
        let value = |role| Some(lossy(entry.part(role, &parsed.captures)?.of(parsed.body())).into_owned());
        if !value(Role::User).is_some_and(|of| of.eq_ignore_ascii_case(user)) {
            continue;
        }
        let message = log
            .trace_of(line - 1)
            .filter(|of| log.indexed(*of).is_some_and(|of| of.kind == TraceType::Message));
        // Who logged in to send, and what may be passed on then, stands before there is a message.
        let logged_in = entry.pattern.effect == Effect::Login(Login::Ok)
            && value(Role::Program).is_some_and(|of| SENDS.contains(&&*of));
        if message.is_none() && (logged_in || entry.is(Sign::MayRelay)) {
            logins.extend(value(Role::Client).filter(|of| !is_local(of)).map(|of| (line, of)));
            sent.foreign = sent.foreign.or_else(|| value(Role::Sender).filter(|from| is_foreign(from, user)));
        }
        if let (Some(client), Some(message)) = (value(Role::Client), message) {
            if !is_local(&client) {
                logins.push((line, client.clone()));
            }
            if !near(&line) {
                continue;
            }
            sent.lines.push(line);
            sent.messages.insert(message);
            if !sent.clients.contains(&client) && !is_local(&client) {
                sent.clients.push(client);
            }
        }
    }
    for message in sent.messages.clone() {
        let attempts = super::attempts(log, message);
        let tried: BTreeSet<&str> = attempts.iter().filter_map(|of| of.recipient.as_deref()).collect();
        let named = log.lines_of(message).iter().find_map(|line| Some((*line, recipients(log, *line)?)));
        sent.partial |= named.is_none();
        sent.recipients += named.map_or(0, |(_, count)| count).max(tried.len());
        sent.lines.extend(named.map(|(line, _)| line));
        sent.take_refused(&attempts);
    }
    at_once(log, &logins, &mut sent);
    sent.lines.sort_unstable();
    sent.lines.dedup();
    sent
}

/// From where one login sent within a short time, anywhere in these lines.
fn at_once(log: &Log, logins: &[(u32, String)], sent: &mut Sent) {
    for (at, (line, _)) in logins.iter().enumerate() {
        let begin = log.instant(line - 1);
        let soon = |of: &&(u32, String)| {
            let when = log.instant(of.0 - 1);
            begin != NEVER && when != NEVER && (0..=SHORT).contains(&when.saturating_sub(begin))
        };
        let close: Vec<&(u32, String)> = logins[at..].iter().filter(soon).collect();
        let mut places: Vec<String> = Vec::new();
        for (_, client) in &close {
            if !places.iter().any(|place| is_same_place(place, client)) {
                places.push(client.clone());
            }
        }
        if places.len() >= if sent.foreign.is_some() { FOREIGN_PLACES } else { MANY_PLACES } {
            sent.lines.extend(close.iter().map(|of| of.0));
            sent.at_once = places;
            return;
        }
    }
}

/// True where two addresses are one network's: a device has many of the newer kind in one.
fn is_same_place(one: &str, other: &str) -> bool {
    match (one.parse(), other.parse()) {
        (Ok(std::net::IpAddr::V6(one)), Ok(std::net::IpAddr::V6(other))) => {
            one.segments()[..4] == other.segments()[..4]
        }
        _ => one == other,
    }
}

/// True for a sender whose domain isn't that of who logged in.
fn is_foreign(from: &str, user: &str) -> bool {
    let domain = |of: &str| of.rsplit_once('@').map(|(_, domain)| domain.to_ascii_lowercase());
    let own = domain(user);
    own.is_some() && domain(from).is_some_and(|of| Some(of) != own)
}

/// How many recipients a line says that its message has.
fn recipients(log: &Log, line: u32) -> Option<usize> {
    let parsed = log.parse(line - 1);
    super::datum(&parsed, Datum::Recipients)?.parse().ok()
}

/// What others say of mail that nobody asked for.
const UNWANTED: &[Reason] = &[
    Reason::SpamDetected,
    Reason::UserUnknown,
    Reason::HostUnknown,
    Reason::Blocked,
    Reason::BadReputation,
    Reason::Speeding,
    Reason::PolicyViolation,
];

/// Where a login sends from several addresses within an hour to many, it is told first, and what to do about it.
pub(super) fn add(log: &Log, trace: &mut Trace) {
    let to_send = |line: &u32| {
        let parsed = log.parse(line - 1);
        let service = parsed.entry.and_then(|entry| entry.part(Role::Program, &parsed.captures));
        service.is_some_and(|at| SENDS.contains(&&*lossy(at.of(parsed.body()))))
    };
    let logged_in = trace.kind == TraceType::Session
        && trace.login == Some(Login::Ok)
        && log.lines_of(trace.trace).iter().take(LOGGED_IN).any(to_send);
    if trace.kind != TraceType::Message && !logged_in {
        return;
    }
    if Format::named(&trace.format).is_some_and(|format| format.kind == FormatKind::Queue) {
        return flooded(log, trace);
    }
    if trace.kind == TraceType::Message && planted(log, trace) {
        return;
    }
    let Some(user) = trace.user.clone().filter(|_| trace.client.is_some()) else {
        return by_website(log, trace);
    };
    let mut sent = sent(log, trace, &user);
    // Who is a customer of ours sends as their own domain, to few at once, or from a service that asks for it.
    let foreign = trace.sender.as_deref().filter(|from| is_foreign(from, &user));
    let foreign = foreign.filter(|_| sent.recipients >= THREE_PLACES && sent.refused >= 2).map(str::to_owned);
    let foreign = foreign.or_else(|| sent.foreign.take().filter(|_| !sent.at_once.is_empty()));
    if sent.at_once.len() > sent.clients.len() {
        sent.clients.clone_from(&sent.at_once);
    }
    let places = sent.clients.len();
    let misused = places >= 3 && (sent.recipients >= THREE_PLACES || sent.refused >= 2)
        || places >= 2 && sent.recipients >= TWO_PLACES
        || !sent.at_once.is_empty()
        || foreign.is_some()
        || places >= 1 && sent.refused >= REFUSED && sent.messages.len() >= REFUSED;
    let Some((first, rest)) = sent.lines.split_first().filter(|_| misused) else { return };
    let clients: Vec<&str> = sent.clients.iter().map(String::as_str).collect();
    let from = match clients.as_slice() {
        [one] => format!("from {one}"),
        more => format!("from {} different addresses ({})", more.len(), list(more)),
    };
    let (messages, recipients) = (count(sent.messages.len(), "message"), count(sent.recipients, "recipient"));
    let recipients = if sent.partial { format!("at least {recipients}") } else { recipients };
    let refused = count(sent.refused, "delivery").replace("deliverys", "deliveries");
    let sure = !sent.at_once.is_empty() || places >= 2;
    let text = if !sent.at_once.is_empty() {
        let as_whom = foreign.map_or_else(String::new, |from| format!(", with the foreign sender {from}"));
        format!(
            "The account {user} is probably misused by a stranger: within five minutes it was used {from}{as_whom}."
        )
    } else if places >= 2 {
        format!(
            "The account {user} is probably misused by a stranger: it sent {messages} to {recipients} {from}."
        )
    } else if let Some(foreign) = foreign {
        format!(
            "The account {user} may be misused: it sent {messages} to {recipients} with the foreign sender {foreign}, and {refused} were refused or deferred."
        )
    } else {
        // A stolen password, a device with malware and a careless newsletter look alike here.
        format!(
            "The account {user} may be misused: {refused} of its {messages} {from} were refused as spam, or because the address doesn't exist."
        )
    };
    let explanation = &mut trace.explanation;
    explanation.circumstance = sure.then_some(Circumstance::Misused);
    // What became of the one message matters less.
    explanation.headline = format!("{text} {}", explanation.headline);
    explanation.story.insert(
        0,
        Sentence {
            shown: super::shown(log, first - 1),
            text,
            lines: Cited::new(*first, rest.iter().copied()),
            level: Level::Warning,
        },
    );
    explanation.party = Party::OurServer;
    explanation.lasts = Some(Lasts::Permanent);
    let command = |command: &str| {
        let from = trace.sender.as_deref().filter(|from| is_word(from)).unwrap_or(&user);
        let command = command.replace("{user}", &quoted(&user)).replace("{sender}", &quoted(from));
        Some(command).filter(|of| is_word(&user) && !of.is_empty())
    };
    let server = Format::named(&trace.format).and_then(Format::server);
    let (logins, of_sender) = server.map_or(("", ""), |server| (server.logins, server.of_sender));
    explanation.next = vec![
        Step {
            text: format!("Lock the account {user} or set a new password right away; its owner then checks every device for malware and the mailbox for strange forwards. Where it was used from:"),
            command: command(logins),
        },
        Step {
            text: "Delete its messages that still wait in the queue, so that no more of them go out. To see them:".into(),
            command: command(of_sender),
        },
        Step {
            text: "Limit how much one account can send in an hour, so that the next stolen password does less harm.".into(),
            command: None,
        },
    ];
}

/// Where what handed messages in lies at a place of a website where no script belongs, somebody put it there: that is why
/// its mail is sent, and why other mail of the same domain reached a limit of ours.
fn planted(log: &Log, trace: &mut Trace) -> bool {
    /// A folder is named just before the message that its program hands in.
    const NEXT: u32 = 2;
    let domain = |of: &str| of.rsplit_once('@').map(|(_, domain)| domain.to_ascii_lowercase());
    let Some(sender) = trace.sender.clone().filter(|from| domain(from).is_some()) else { return false };
    let limited = trace.attempts.iter().any(|of| !is_remote(of) && of.reason == Some(Reason::Speeding));
    let first = trace.first_line.saturating_sub(LINES).max(1);
    let last = trace.last_line.saturating_add(LINES).min(log.lines());
    let mut found: Vec<([u32; 2], String, u32)> = Vec::new();
    for line in first..=last {
        let Some(folder) = super::datum(&log.parse(line - 1), Datum::CalledFrom) else { continue };
        if !is_no_place_for_scripts(&folder) {
            continue;
        }
        let born = (line + 1..=last.min(line + NEXT)).find_map(|next| {
            let parsed = log.parse(next - 1);
            let from = parsed.entry?.part(Role::Sender, &parsed.captures)?.of(parsed.body());
            Some((next, log.trace_of(next - 1)?)).filter(|_| domain(&lossy(from)) == domain(&sender))
        });
        found.extend(born.map(|(next, message)| ([line, next], folder, message)));
    }
    let own = found.iter().any(|(.., message)| *message == trace.trace);
    let Some(([first, _], folder, _)) = found.first().filter(|_| own || limited).cloned() else {
        return false;
    };
    let does = if own {
        format!("sends mail as {sender}")
    } else {
        "used up the limit with mail of the same domain".into()
    };
    let text = format!(
        "A website on this server was probably broken into. A script in {folder}, where no script belongs, {does}."
    );
    let explanation = &mut trace.explanation;
    explanation.circumstance = Some(Circumstance::Planted);
    explanation.headline = format!("{text} {}", explanation.headline);
    let lines = Cited::new(first, found.iter().flat_map(|of| of.0));
    let shown = super::shown(log, first - 1);
    explanation.story.insert(0, Sentence { shown, text, lines, level: Level::Warning });
    explanation.party = Party::OurServer;
    explanation.lasts = Some(Lasts::Permanent);
    explanation.next = vec![
        Step {
            text: "Take that script out of the way, look at what else was changed at the same time, and raise no limit for it:".into(),
            command: is_word(&folder).then(|| format!("ls -la {folder}")),
        },
        Step {
            text: "Stop the website's mail until it's clean: update the site and its plugins, change its passwords (panel, FTP, database, administrators), and delete what still waits in the queue.".into(),
            command: None,
        },
    ];
    true
}

/// Where the web server's own user sends one message after the other that others don't want, a website's script sends spam:
/// what one provider says of it is only the consequence.
fn by_website(log: &Log, trace: &mut Trace) {
    /// So many messages, and so many of their deliveries.
    const MANY: usize = 3;
    const SECOND: i64 = 1_000_000_000;
    let Some(sender) = trace.sender.clone().filter(|_| trace.client.is_none()) else { return };
    // The number of the system's user stays with placeholders, too.
    let by_web = |line: &u32| {
        let parsed = log.parse(line - 1);
        let Some(entry) = parsed.entry else { return false };
        let uid = entry.part(Role::Uid, &parsed.captures);
        let uid = uid.or_else(|| entry.datum(Datum::Account, &parsed.captures));
        uid.is_some_and(|uid| WEB.contains(&&*lossy(uid.of(parsed.body()))))
    };
    if !log.lines_of(trace.trace).iter().take(MANY).any(by_web) {
        return;
    }
    let mut sent = Sent::default();
    let (mut begun, mut older) = (Vec::new(), BTreeSet::new());
    let first = trace.first_line.saturating_sub(LINES).max(1);
    for line in first..=trace.last_line.saturating_add(LINES).min(log.lines()) {
        let parsed = log.parse(line - 1);
        // Whose a message is that came before these lines, they don't say.
        let unborn = |of: &u32| log.indexed(*of).is_some_and(|of| of.kind == TraceType::Message && !of.born);
        if let Some(of) = log.trace_of(line - 1).filter(unborn).filter(|of| older.insert(*of)) {
            sent.take_refused(&super::attempts(log, of));
        }
        let from = parsed.entry.and_then(|entry| entry.part(Role::Sender, &parsed.captures));
        let own = from.is_some_and(|at| *at.of(parsed.body()) == *sender.as_bytes());
        let message = log
            .trace_of(line - 1)
            .filter(|of| own && log.indexed(*of).is_some_and(|of| of.kind == TraceType::Message));
        if let Some(message) = message.filter(|of| sent.messages.insert(*of)) {
            sent.take_refused(&super::attempts(log, message));
            begun.push(log.instant(line - 1));
            // Whose they are is what decides.
            sent.lines.extend(log.lines_of(message).iter().take(MANY));
        }
    }
    sent.lines.sort_unstable();
    sent.lines.dedup();
    // One after the other within a second, as no form is filled in.
    let burst = begun
        .windows(MANY)
        .any(|of| of[0] != NEVER && (0..=SECOND).contains(&of[MANY - 1].saturating_sub(of[0])));
    let enough = sent.messages.len() >= MANY && sent.refused >= if burst { 1 } else { MANY };
    let Some((first, rest)) = sent.lines.split_first().filter(|_| enough) else { return };
    let messages = count(sent.messages.len(), "message");
    let text = if sent.refused >= MANY {
        format!(
            "A website on this server probably sends spam: {} deliveries of {messages} from {sender}, the web server's own user, were refused or deferred as unwanted.",
            sent.refused
        )
    } else {
        format!(
            "A website on this server probably sends spam: {messages} came from {sender}, the web server's own user, within a second, and others defer this server's mail as unwanted."
        )
    };
    let explanation = &mut trace.explanation;
    explanation.circumstance = Some(Circumstance::Website);
    explanation.headline = format!("{text} {}", explanation.headline);
    let (shown, lines) = (super::shown(log, first - 1), Cited::new(*first, rest.iter().copied()));
    explanation.story.insert(0, Sentence { shown, text, lines, level: Level::Warning });
    explanation.party = Party::OurServer;
    explanation.lasts = Some(Lasts::Permanent);
    // Where others have answered, the step that finds the script stands first already.
    explanation.next.truncate(1);
    if trace.attempts.iter().all(|tried| tried.reason.is_none()) {
        explanation.next = vec![Step {
            text: "Find the script or contact form that sends them, and stop it. PHP names the script in a header (mail.add_x_header) or in its log (mail.log):".into(),
            command: Some(PHP_SAYS.into()),
        }];
    }
    explanation.next.push(Step {
        text: "Then delete its messages that still wait in the queue. What the receivers say passes once no more comes.".into(),
        command: None,
    });
}

/// So many messages wait where something floods the queue.
const FLOOD: u64 = 1000;
/// So many of those that are listed show whose they are.
const LISTED: usize = 3;

/// Where thousands wait in a queue, and all that are listed are of one sender and to strangers, a login or a website
/// sends spam.
fn flooded(log: &Log, trace: &mut Trace) {
    let Some(sender) = trace.sender.clone().filter(|from| !is_notice(Some(from))) else { return };
    let mut all: Option<(u64, u32)> = None;
    let (mut own, mut others, mut recipients, mut to_whom) = (Vec::new(), 0, BTreeSet::new(), Vec::new());
    let (mut lister, mut id) = (None, String::new());
    let first = trace.first_line.saturating_sub(LINES).max(1);
    for line in first..=trace.last_line.saturating_add(LINES).min(log.lines()) {
        let parsed = log.parse(line - 1);
        let Some(entry) = parsed.entry.filter(|entry| entry.format.kind == FormatKind::Queue) else {
            continue;
        };
        let value = |role| Some(lossy(entry.part(role, &parsed.captures)?.of(parsed.body())).into_owned());
        let number = value(Role::Count).and_then(|of| of.parse::<u64>().ok());
        match (value(Role::Sender), value(Role::Recipient), number) {
            (Some(from), ..) if from.trim_matches(['<', '>']) == sender => {
                if own.is_empty() {
                    id = value(Role::Message).filter(|id| is_word(id)).unwrap_or_default();
                }
                own.push(line);
                lister = entry.pattern.sign.and_then(Sign::lister);
            }
            (Some(_), ..) => others += 1,
            (_, Some(to), _) => {
                recipients.insert(to);
                to_whom.push(line);
            }
            (.., Some(number)) if all.is_none_or(|(most, _)| most < number) => all = Some((number, line)),
            _ => {}
        }
    }
    let Some((waiting, line)) = all.filter(|(waiting, _)| *waiting >= FLOOD) else { return };
    if own.len() < LISTED || others > own.len() / LISTED || recipients.len() < own.len() {
        return;
    }
    let web = WEB.contains(&sender.split('@').next().unwrap_or_default());
    let whose = if web {
        ", the web server's own user, so a website's script probably sends spam."
    } else {
        ". Unless somebody wants this mailing, a login or a script is misused to send spam."
    };
    let text = format!(
        "{waiting} messages flood the queue: {} of those that are listed come from {sender}{whose}",
        own.len()
    );
    let explanation = &mut trace.explanation;
    explanation.circumstance = Some(Circumstance::Flooded);
    explanation.headline = format!("{text} {}", explanation.headline);
    let lines = Cited::new(line, own.into_iter().chain(to_whom));
    explanation
        .story
        .insert(0, Sentence { shown: super::shown(log, line - 1), text, lines, level: Level::Warning });
    explanation.party = Party::OurServer;
    explanation.lasts = Some(Lasts::Permanent);
    let of = |command: fn(&ServerFacts) -> &'static str| {
        lister.map(|software| command(server(software))).filter(|command| !command.is_empty())
    };
    let step = |text: &str, command: Option<String>| Step { text: text.into(), command };
    explanation.next = vec![
        step(
            "Stop sending right away, before the server gets on block lists:",
            of(|server| server.stop).map(str::to_owned),
        ),
        step(
            "Find what sent them: the headers of one of them name the script, or the login and its address. Close the script or lock the account, and change its passwords.",
            of(|server| server.headers)
                .filter(|_| !id.is_empty())
                .map(|command| command.replace("{id}", &id)),
        ),
        step(
            "Then delete its messages from the queue (qmHandle or qmail-remove for qmail, postsuper -d for Postfix, exim -Mrm for Exim), and start sending again.",
            None,
        ),
    ];
}
