//! A connection: who came, what was said to them, and whether a message came of it. A helper's check of a
//! client is told in the same way.

use super::line::says;
use super::message::Facts;
use super::shown;
use crate::format::{Led, Role, Shape};
use crate::knowledge::{Evidence, Reason, classify};
use crate::log::Log;
use crate::report::export::{Cited, Explanation, Lasts, Level, Outcome, Party, Sentence, Stage, Step};
use crate::text::lossy;

/// What happened on a connection.
pub(super) fn explain(log: &Log, facts: &Facts) -> Explanation {
    let story: Vec<Sentence> = facts
        .lines()
        .iter()
        .filter_map(|&line| {
            let parsed = log.parse(line - 1);
            let entry = parsed.entry?;
            Some(Sentence {
                shown: shown(log, line - 1),
                text: says(entry, parsed.body(), &parsed.captures),
                lines: Cited::new(line, []),
                level: entry.pattern.level,
            })
        })
        .collect();
    let (headline, cites) = headline(log, facts, &story);
    let (party, lasts) = match facts.outcome() {
        Outcome::Failed => (Party::Sender, Some(Lasts::Permanent)),
        Outcome::Deferred => (Party::Nobody, Some(Lasts::Temporary)),
        _ => (Party::Nobody, None),
    };
    let missing = if log.indexed(facts.number()).is_some_and(|trace| trace.born) {
        Vec::new()
    } else {
        vec!["The line in which the client connected: the paste begins later.".into()]
    };
    let ours = turned_away(log, &cites).filter(|reason| OURS.contains(reason));
    let next = ours.map(|reason| Step { text: reason.facts().agent.into(), command: None });
    let next = next.into_iter().collect();
    Explanation { headline, cites, story, stage: Stage::OurServer, party, lasts, next, missing }
}

/// Reasons of this server to say no about which its own administrator can do something.
const OURS: &[Reason] = &[
    Reason::UserUnknown,
    Reason::MailboxFull,
    Reason::Suspend,
    Reason::Rejected,
    Reason::AuthFailure,
    Reason::MesgTooBig,
    Reason::NoRelaying,
    Reason::SecurityError,
];

/// Why this server turned a client or its message away: what these lines state, or what the client was told.
pub(crate) fn turned_away(log: &Log, lines: &[u32]) -> Option<Reason> {
    lines.iter().find_map(|&line| {
        let parsed = log.parse(line - 1);
        let entry = parsed.entry?;
        let stated = entry.pattern.facts.iter().find(|fact| fact.0 == Role::Reason);
        let said = || {
            let said =
                parsed.captures.iter().find(|capture| entry.field(**capture).shape == Shape::Reason)?;
            Some(classify(&Evidence::text(&lossy(said.at.of(parsed.body())))).reason)
        };
        let reason = stated.and_then(|fact| Reason::named(fact.1)).or_else(said)?;
        (reason != Reason::Undefined).then_some(reason)
    })
}

fn headline(log: &Log, facts: &Facts, story: &[Sentence]) -> (String, Cited) {
    let first = facts.lines().first().copied().unwrap_or(1);
    let who = facts.client().unwrap_or("The client");
    // The worst line says why; of several, the first.
    let worst =
        |from: Level| story.iter().filter(|told| told.level >= from).rev().max_by_key(|told| told.level);
    let messages =
        log.links_of(facts.number()).filter(|link| link.led == Led::Message && link.from == facts.number());
    let (messages, guesses): (Vec<u32>, Vec<bool>) = messages.map(|link| (link.line + 1, link.guess)).unzip();
    if let (Outcome::Failed | Outcome::Deferred, Some(told)) = (facts.outcome(), worst(Level::Temporary)) {
        let came = match facts.outcome() {
            Outcome::Failed => "was refused",
            _ => "was put off",
        };
        return (format!("{who} {came}. {}", told.text), told.lines.clone());
    }
    if let Some((&line, more)) = messages.split_first() {
        let what = super::words::count(messages.len(), "message");
        if guesses.contains(&true) {
            let text = format!(
                "{who} probably handed over {what}, which entered the queue while this connection was open."
            );
            return (text, Cited::new(line, more.iter().copied()));
        }
        return (format!("{who} handed over {what}."), Cited::new(line, more.iter().copied()));
    }
    let told = worst(Level::Success).or_else(|| story.first().filter(|_| story.len() == 1));
    match told {
        Some(told) => (told.text.clone(), told.lines.clone()),
        None => match unsaid(log, facts) {
            Some((by, line)) => {
                (format!("{who} connected{by}. This log does not say what was done."), Cited::new(line, []))
            }
            None => {
                (format!("{who} connected and left without handing over a message."), Cited::new(first, []))
            }
        },
    }
}

/// By what a client came, and the line that says so, where qmail's log tells of the connection but not of
/// what was said over it.
fn unsaid(log: &Log, facts: &Facts) -> Option<(&'static str, u32)> {
    let mut told = (log.parse(facts.lines().first()? - 1).entry?.format.realm == "qmail")
        .then_some(("", *facts.lines().first()?));
    for &line in facts.lines() {
        let parsed = log.parse(line - 1);
        let Some(entry) = parsed.entry else { continue };
        if entry.format.id == "recordio" {
            return None;
        }
        let port = parsed.captures.iter().find(|capture| entry.field(**capture).name == "local_port");
        if let Some(port) = port.filter(|_| told.is_some()) {
            let by = match port.at.of(parsed.body()) {
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
