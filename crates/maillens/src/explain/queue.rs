//! An entry of a list of what waits in a queue.

use super::document::{TakenApart, Tried, sentence};
use super::message::is_name;
use super::situation::Undelivered;
use super::steps::{self, RemoteWords};
use super::words::list;
use crate::export::{Attempt, Explanation, Step};
use crate::format::{Role, ServerFacts, server};
use crate::vocabulary::{AttemptOutcome, Cited, Lasts, Level, Party, Sign, Stage};

/// What an entry means.
pub(super) fn explain(document: &TakenApart<'_>) -> Explanation {
    let first = document.lines.first();
    let waiting: Vec<&Tried> =
        document.attempts.iter().filter(|tried| tried.attempt.outcome != AttemptOutcome::Success).collect();
    let reason = waiting.iter().find(|tried| tried.verdict.is_some());
    let names = list(&waiting.iter().map(|tried| tried.to()).collect::<Vec<_>>());
    let why = reason.and_then(|tried| tried.known());
    let line = first.map_or(1, |told| told.line);
    let lister = first.and_then(|told| told.entry.pattern.sign?.lister()).map(server);
    let id = first.and_then(|told| told.value(Role::Message)).filter(|id| is_name(id));
    let sender = first.and_then(|told| told.value(Role::Sender));
    // A list doesn't say by which way out; what it says of another server does.
    let tried = reason.map(|tried| Attempt { channel: Some("remote".into()), ..tried.attempt.clone() });
    let situation = why.zip(tried.as_ref()).map(|(why, attempt)| Undelivered {
        server: lister,
        id: id.as_deref(),
        sender: sender.as_deref(),
        client: None,
        attempt,
        reason: why.reason,
        party: why.party,
        why: why.headline(),
        refusal: why.refusal,
        waiting: true,
    });
    let mut headline = if names.is_empty() {
        "A message waits in the queue.".to_owned()
    } else {
        format!("Waiting in the queue for {names}.")
    };
    let is_notice = sender.as_deref().is_some_and(|sender| ["", "MAILER-DAEMON"].contains(&sender))
        || first.is_some_and(|told| told.is(Sign::NoticeEntry));
    let on_hold = first.is_some_and(|told| told.value(Role::State).as_deref() == Some("!"));
    if on_hold {
        headline = format!(
            "On hold in the queue{}: it isn't delivered until someone lets it go.",
            if names.is_empty() { String::new() } else { format!(" for {names}") }
        );
    } else if is_notice {
        headline = format!(
            "A notice about failed delivery (bounce) waits in the queue for {}.",
            if names.is_empty() { "somebody" } else { &names }
        );
    }
    let held = first.is_some_and(|told| told.is(Sign::FrozenEntry));
    if held && is_notice {
        headline = format!(
            "A notice about failed delivery (bounce) for {} is frozen: it couldn't be delivered, and Exim tries no more. Most such notices answer spam with a forged sender.",
            if names.is_empty() { "somebody" } else { &names }
        );
    }
    if let Some(situation) = &situation {
        headline.push(' ');
        headline.push_str(&situation.headline());
    }
    let lines = waiting.iter().flat_map(|tried| tried.lines.iter().copied());
    let story = document
        .lines
        .iter()
        .map(|told| sentence(told.says(), Cited::new(told.line, []), told.entry.pattern.level))
        .collect();
    let frozen = first.filter(|told| told.entry.pattern.level == Level::Warning);
    let plain = || {
        let said = why.zip(tried.as_ref()).map(|(why, attempt)| {
            (why.agent(), RemoteWords::of((why.reason, why.refusal), attempt, sender.as_deref()))
        });
        said.map(|(agent, said)| steps::of_reply(agent, &said)).unwrap_or_default()
    };
    let mut next = situation.as_ref().and_then(Undelivered::steps).unwrap_or_else(plain);
    let of = |command: fn(&ServerFacts) -> &'static str| {
        let command = lister.map(command).filter(|command| !command.is_empty())?;
        Some(command.replace("{id}", id.as_ref()?))
    };
    if let Some(command) = of(|server| server.release).filter(|_| on_hold) {
        next.push(Step {
            text: "A rule or an operator put it on hold: see what it is, and let it go, or delete it:".into(),
            command: Some(command),
        });
    }
    if is_notice && situation.is_none() && frozen.is_none() && !on_hold {
        next.push(Step {
            text: "If many of them wait, this server accepts mail that it can't deliver, usually spam with forged senders: refuse unknown recipients at the door. See what one of them answers before you delete any.".into(),
            command: None,
        });
    }
    if let Some(command) = of(|server| server.frozen).filter(|_| frozen.is_some()) {
        next.push(Step { text: "To see why it was frozen:".into(), command: Some(command) });
        if is_notice {
            next.push(Step {
                text: "If nobody waits for it, remove it; the second command removes all frozen notices:"
                    .into(),
                command: of(|server| server.remove_frozen),
            });
            next.push(Step {
                text: "To have Exim remove them automatically, set ignore_bounce_errors_after and timeout_frozen_after; better still, refuse mail for unknown recipients at the door.".into(),
                command: None,
            });
        }
    }
    Explanation {
        story,
        stage: Stage::Queue,
        party: match (&situation, reason.and_then(|tried| tried.verdict)) {
            (Some(situation), _) => situation.who(),
            (None, Some(verdict)) => verdict.party,
            (None, None) if frozen.is_some() || on_hold || is_notice => Party::OurServer,
            (None, None) => Party::Nobody,
        },
        lasts: Some(if frozen.is_some() { Lasts::Permanent } else { Lasts::Temporary }),
        next,
        missing: vec!["The lines of the server's log: they show what was tried and when.".into()],
        ..Explanation::new(headline, Cited::new(line, lines))
    }
}
