//! A connection: who came, what was said to them, and whether a message came of it. A helper's check of a
//! client is told in the same way.

use super::line::{self, asks_for_login, says_of};
use super::message::MessageFacts;
use super::words::list;
use super::{arriving, is, is_by, repeats, shown, steps};
use crate::export::{Explanation, Sentence, Step};
use crate::format::{Led, Role, Shape};
use crate::knowledge::{Evidence, Reason, classify};
use crate::log::Log;
use crate::pattern::{Captures, Entry};
use crate::syntax::enhanced::Status;
use crate::text::lossy;
use crate::time::NEVER;
use crate::vocabulary::{Cited, Datum, FormatKind, Lasts, Level, Outcome, Party, Sign, Software, Stage};

/// What happened on a connection.
pub(super) fn explain(log: &Log, facts: &MessageFacts) -> Explanation {
    let story: Vec<Sentence> = facts
        .lines()
        .iter()
        .filter_map(|&line| {
            let parsed = log.parse(line - 1);
            let entry = parsed.entry.filter(|entry| !entry.partly)?;
            let told = Sentence {
                shown: shown(log, line - 1),
                text: says_of(&parsed)?,
                lines: Cited::new(line, []),
                level: entry.pattern.level,
            };
            Some(repeats::counted(log, told))
        })
        .collect();
    let (headline, cites) = headline(log, facts, &story);
    let reason = turned_away(log, &cites);
    let lasts = match facts.outcome() {
        // Without a login it's the same each time, whatever the code says.
        Outcome::Deferred if matches!(reason, Some(Reason::NoRelaying | Reason::SecurityError)) => {
            Some(Lasts::Permanent)
        }
        Outcome::Failed => Some(Lasts::Permanent),
        Outcome::Deferred => Some(Lasts::Temporary),
        _ => None,
    };
    let fault = story.iter().find(|told| told.level == Level::Alert);
    let party = match (facts.outcome(), reason) {
        _ if fault.is_some() => Party::OurServer,
        (Outcome::Failed | Outcome::Deferred, Some(reason)) => of_ours(reason, facts.outcome()),
        (Outcome::Failed, None) => Party::Sender,
        _ => Party::Nobody,
    };
    // Lines about nobody are no client's.
    let missing = if log.indexed(facts.number()).is_some_and(|trace| trace.born) || facts.client().is_none() {
        Vec::new()
    } else {
        vec![format!("The line in which the client connected: {}.", why_missing(log, facts.lines()))]
    };
    let service = fault.and_then(|told| steps::service(&lossy(log.parse(told.lines[0] - 1).body())));
    let refused = matches!(facts.outcome(), Outcome::Failed | Outcome::Deferred) && service.is_none();
    let ours = reason.filter(|_| refused).map(|reason| arriving::steps(log, cites[0], reason));
    let resolver = (party == Party::Dns).then(|| Step {
        text:
            "If well-known names are rejected like this, too, this server's own resolver doesn't answer; test it:"
                .into(),
        command: Some("dig +short MX gmail.com; cat /etc/resolv.conf".into()),
    });
    let next = service.into_iter().chain(ours.into_iter().flatten()).chain(resolver).collect();
    Explanation {
        story,
        stage: Stage::OurServer,
        party,
        lasts,
        next,
        missing,
        ..Explanation::new(headline, cites)
    }
}

/// Why the beginning of a trace is missing: the log begins with it, or has only some of its lines.
pub(super) fn why_missing(log: &Log, lines: &[u32]) -> &'static str {
    let first = lines.first().copied().unwrap_or_default();
    let before = (first.saturating_sub(100).max(1)..first).any(|line| log.instant(line - 1) != NEVER);
    if before { "the log you pasted has only some of its lines" } else { "the log you pasted begins later" }
}

/// Who must act where this server said no for this reason.
pub(super) fn of_ours(reason: Reason, outcome: Outcome) -> Party {
    match (reason, outcome) {
        // For now, DNS did not answer; the sender's own, or the resolver of this server.
        (Reason::Rejected | Reason::RequirePtr | Reason::HostUnknown, Outcome::Deferred) => Party::Dns,
        (Reason::SystemError | Reason::SystemFull | Reason::MailerError | Reason::NetworkError, _) => {
            Party::OurServer
        }
        (Reason::MailboxFull, _) => Party::Recipient,
        (Reason::Greylisted, Outcome::Deferred) => Party::Nobody,
        _ => Party::Sender,
    }
}

/// Why this server turned a client or its message away: what these lines state, or what the client was told.
pub(crate) fn turned_away(log: &Log, lines: &[u32]) -> Option<Reason> {
    lines.iter().find_map(|&line| {
        let parsed = log.parse(line - 1);
        let entry = parsed.entry?;
        let part = |role| Some(lossy(entry.part(role, &parsed.captures)?.of(parsed.body())));
        let said = || {
            let said =
                parsed.captures.iter().find(|capture| entry.field(**capture).shape == Shape::Reason)?;
            // What another server said to this one's question is no reason of this one.
            let asked = |told: (&Entry, &[u8], Captures)| told.0.is(Sign::AddressChecked);
            if entry.is(Sign::AddressChecked)
                || line::reason(entry, parsed.body(), &parsed.captures).is_some_and(asked)
            {
                return None;
            }
            let text = lossy(said.at.of(parsed.body()));
            let evidence = Evidence {
                code: part(Role::Code).and_then(|code| code.parse().ok()),
                status: part(Role::Status).and_then(|status| Status::parse(&status)),
                ..Evidence::text(&text)
            };
            Some(classify(&evidence).reason)
        };
        let login = || asks_for_login(&parsed).then_some(Reason::SecurityError);
        let reason = entry.stated(Role::Reason).and_then(Reason::named).or_else(login).or_else(said)?;
        (reason != Reason::Undefined).then_some(reason)
    })
}

/// The first sentence that says more than that something was rejected or deferred, which the headline says already.
fn telling(text: &str) -> &str {
    let rest = GENERAL.iter().find_map(|said| text.strip_prefix(said)).map(str::trim_start);
    let text = rest.filter(|rest| !rest.is_empty()).unwrap_or(text);
    let open = |text: &str| text.matches('\u{201c}').count() > text.matches('\u{201d}').count();
    let ends = |at: usize| text[at + 2..].starts_with(char::is_uppercase) && !open(&text[..at]);
    text.match_indices(". ").find(|(at, _)| ends(*at)).map_or(text, |(at, _)| &text[..=at])
}

const GENERAL: &[&str] = &[
    "The server refused this permanently.",
    "The server refused this for now and asked the client to try again later.",
    "A mail filter refused this for now; the client may try again later.",
    "Postscreen refused the client.",
];

fn headline(log: &Log, facts: &MessageFacts, story: &[Sentence]) -> (String, Cited) {
    let (first, _) = log.span_of(facts.number());
    let who = facts.client().unwrap_or("The client");
    // The worst line says why; of several, the first.
    let worst =
        |from: Level| story.iter().filter(|told| told.level >= from).rev().max_by_key(|told| told.level);
    let messages =
        log.links_of(facts.number()).filter(|link| link.led == Led::Message && link.from == facts.number());
    let messages: Vec<_> = messages.collect();
    let to: Vec<u32> = messages.iter().map(|link| link.to).collect();
    let (messages, guesses): (Vec<u32>, Vec<bool>) =
        messages.iter().map(|link| (link.line + 1, link.guess)).unzip();
    // What the client was told says more than a warning beside it.
    let refused = || {
        let refusal = if facts.outcome() == Outcome::Deferred { Level::Temporary } else { Level::Permanent };
        let serious = story.iter().any(|told| told.level == Level::Alert);
        story.iter().find(|told| told.level == refusal && !serious && turned_away(log, &told.lines).is_some())
    };
    if let (Outcome::Failed | Outcome::Deferred, Some(told)) =
        (facts.outcome(), refused().or_else(|| worst(Level::Temporary)))
    {
        // What only follows has its cause in a line beside it.
        let follows = log.fits(told.lines[0] - 1, |pattern| pattern.follows);
        let cause = |of: &&Sentence| {
            of.level >= Level::Warning && !log.fits(of.lines[0] - 1, |pattern| pattern.follows)
        };
        let told = story.iter().find(cause).filter(|_| follows).unwrap_or(told);
        // A fault of this server, or a client that broke off, rejects nobody.
        let nobody = told.level == Level::Alert || is(log, told.lines[0], Sign::NotEncrypted);
        if nobody && turned_away(log, &told.lines).is_none() {
            return (told.text.clone(), told.lines.clone());
        }
        let came = match facts.outcome() {
            Outcome::Failed => "was rejected",
            _ => "was deferred",
        };
        let why = telling(&told.text);
        // One recipient that was refused keeps no mail from the others.
        let taken = taken(log, facts, &told.lines);
        if !taken.is_empty() {
            let was = if taken.len() == 1 { "was" } else { "were" };
            let text = format!(
                "One recipient that {who} named {came}. {why} {} {was} accepted.",
                list(&taken.iter().map(String::as_str).collect::<Vec<_>>())
            );
            return (text, told.lines.clone());
        }
        return (format!("{who} {came}. {why}"), told.lines.clone());
    }
    // What broke in the middle never came in.
    let broke = log.lines_of(facts.number()).iter().rfind(|line| breaks_off(log, **line)).filter(|line| {
        let last = messages.iter().zip(&to).max();
        last.is_some_and(|(led, number)| led < *line && !came_in(log, *number))
    });
    if let Some(told) = broke.and_then(|line| story.iter().find(|told| told.lines[0] == *line)) {
        return (told.text.clone(), told.lines.clone());
    }
    if let Some((&line, more)) = messages.split_first() {
        let what = super::words::count(messages.len(), "message");
        let refused = |number: u32| {
            let failed = log.indexed(number).is_some_and(|trace| trace.outcome == Outcome::Failed);
            failed && log.attempts_of(number).is_empty()
        };
        if !guesses.contains(&true) && to.iter().all(|number| refused(*number)) {
            let text = format!("{who} sent {what}, which this server rejected.");
            return (text, Cited::new(line, more.iter().copied()));
        }
        if guesses.contains(&true) {
            let text = format!(
                "{who} probably sent {what}, which entered the queue while this connection was open."
            );
            return (text, Cited::new(line, more.iter().copied()));
        }
        return (format!("{who} sent {what}."), Cited::new(line, more.iter().copied()));
    }
    let told = worst(Level::Success).or_else(|| story.first().filter(|_| story.len() == 1));
    if let Some(told) = told {
        return (told.text.clone(), told.lines.clone());
    }
    // What a mail server handed over to a mailbox server is told as deliveries, not as messages of the connection.
    let hands_over = is_by(log, first, Software::Dovecot);
    if let Some(told) = story.first().filter(|_| hands_over) {
        return (format!("{} What it delivered is told apart.", told.text), told.lines.clone());
    }
    if let Some((by, line)) = unsaid(log, facts) {
        let text = format!("{who} connected{by}. This log doesn't say what was done.");
        return (text, Cited::new(line, []));
    }
    let ended = log.indexed(facts.number()).is_some_and(|trace| trace.ended);
    // Postfix counts at the end what it did not let pass: `data=0/1`.
    let turned_down = |line: &u32| lossy(log.parse(line - 1).body()).contains(" data=0/");
    let tried = facts.lines().iter().rev().find(|line| turned_down(line));
    if let Some(line) = tried {
        let text = format!("{who} connected and offered a message, which wasn't accepted (data=0/…).");
        return (text, Cited::new(*line, []));
    }
    let what = if ended {
        " and disconnected without sending a message."
    } else {
        "; the log shows no message from it."
    };
    (format!("{who} connected{what}"), Cited::new(first, []))
}

/// The recipients that the server accepted beside the one that these lines are about.
fn taken(log: &Log, facts: &MessageFacts, refused: &Cited) -> Vec<String> {
    let recipient = |line: u32| {
        let parsed = log.parse(line - 1);
        let at = parsed.entry?.part(Role::Recipient, &parsed.captures)?;
        Some(lossy(at.of(parsed.body())).into_owned()).filter(|to| to.contains('@'))
    };
    let Some(own) = refused.first().and_then(|line| recipient(*line)) else { return Vec::new() };
    let mut taken: Vec<String> = Vec::new();
    for &line in facts.lines() {
        let fine = log.level(line - 1).is_some_and(|level| level <= Level::Success);
        if let Some(to) = recipient(line).filter(|to| fine && *to != own && !taken.contains(to)) {
            taken.push(to);
        }
    }
    taken
}

/// True for a line that tells that a client broke off, or was cut off.
pub(super) fn breaks_off(log: &Log, line: u32) -> bool {
    is(log, line, Sign::BrokeOff)
}

/// True for a message that more is known of than what the program says that took it in.
pub(super) fn came_in(log: &Log, number: u32) -> bool {
    let format = |line: &u32| log.parse(line - 1).entry.map(|entry| std::ptr::from_ref(entry.format));
    let lines = log.lines_of(number);
    let first = lines.first().and_then(format);
    !log.attempts_of(number).is_empty() || lines.iter().any(|line| format(line) != first)
}

/// By what a client came, and the line that says so, where qmail's log tells of the connection but not of
/// what was said over it.
fn unsaid(log: &Log, facts: &MessageFacts) -> Option<(&'static str, u32)> {
    let first = *facts.lines().first()?;
    let mut told = is_by(log, first, Software::Qmail).then_some(("", first));
    for &line in facts.lines() {
        let parsed = log.parse(line - 1);
        let Some(entry) = parsed.entry else { continue };
        if entry.format.kind == FormatKind::Recording {
            return None;
        }
        let port = entry.datum(Datum::OwnPort, &parsed.captures);
        if let Some(port) = port.filter(|_| told.is_some()) {
            let by = match port.of(parsed.body()) {
                b"25" | b"465" | b"587" => " by SMTP",
                b"110" | b"995" => " by POP3",
                b"143" | b"993" => " by IMAP",
                _ => "",
            };
            told = Some((by, line));
        }
    }
    told
}
