//! A notice about mail that was not delivered: for whom, why, who must act.

use super::document::{Document, Tried, sentence};
use super::message::{cause, is_name};
use super::words::list;
use crate::format::Role;
use crate::knowledge::reason::Reason;
use crate::report::export::{AttemptOutcome, Cited, Explanation, Lasts, Level, Party, Sentence, Stage, Step};
use std::fmt::Write;

/// What a notice means.
pub(super) fn explain(document: &Document<'_>) -> Explanation {
    let worst = worst(document);
    let (headline, cites) = headline(document);
    Explanation {
        headline,
        cites,
        story: story(document),
        stage: stage(worst),
        party: worst.and_then(|tried| tried.verdict).map_or(Party::Nobody, |verdict| verdict.party),
        lasts: worst.and_then(|tried| match tried.attempt.outcome {
            AttemptOutcome::Failure => Some(Lasts::Permanent),
            AttemptOutcome::Deferral => Some(Lasts::Temporary),
            AttemptOutcome::Success | AttemptOutcome::Open => None,
        }),
        next: next(document, worst),
        missing: missing(document),
    }
}

/// The recipient that it is most important to speak of.
fn worst<'a>(document: &'a Document<'_>) -> Option<&'a Tried> {
    document.attempts.iter().min_by_key(|tried| match tried.attempt.outcome {
        AttemptOutcome::Failure => 0,
        AttemptOutcome::Deferral => 1,
        AttemptOutcome::Open => 2,
        AttemptOutcome::Success => 3,
    })
}

fn headline(document: &Document<'_>) -> (String, Cited) {
    let with = |outcome| -> Vec<&Tried> {
        document.attempts.iter().filter(|tried| tried.attempt.outcome == outcome).collect()
    };
    let names = |of: &[&Tried]| list(&of.iter().map(|tried| tried.to()).collect::<Vec<_>>());
    let cited = |of: &[&Tried]| {
        let lines = of.iter().flat_map(|tried| tried.lines.iter().copied());
        Cited::new(of[0].attempt.start_line, lines)
    };
    let why = |of: &[&Tried]| {
        let reason = of[0].reason().filter(|reason| of.iter().all(|tried| tried.reason() == Some(*reason)));
        reason.map_or_else(String::new, |reason| format!(" {}", reason.facts().headline))
    };
    let what = if is_double(document) { "A notice about failed delivery did" } else { "The mail did" };
    let failure = with(AttemptOutcome::Failure);
    if !failure.is_empty() {
        return (format!("{what} not reach {}.{}", names(&failure), why(&failure)), cited(&failure));
    }
    let deferral = with(AttemptOutcome::Deferral);
    if !deferral.is_empty() {
        let text =
            format!("{what} not reach {} yet; the server keeps trying.{}", names(&deferral), why(&deferral));
        return (text, cited(&deferral));
    }
    let success = with(AttemptOutcome::Success);
    if !success.is_empty() {
        return (format!("The notice confirms delivery to {}.", names(&success)), cited(&success));
    }
    let text = "A notice about a mail that was not delivered; it names no recipient.";
    (text.into(), whole(document))
}

/// The first line stands for the whole.
fn whole(document: &Document<'_>) -> Cited {
    Cited::new(document.lines.first().map_or(1, |told| told.line), [])
}

/// True for a notice about a notice.
fn is_double(document: &Document<'_>) -> bool {
    ["qmail-double", "subject-sendmail-postmaster"].iter().any(|id| document.pattern(id).is_some())
}

fn story(document: &Document<'_>) -> Vec<Sentence> {
    let mut story = Vec::new();
    let writer =
        document.lines.iter().find(|told| told.id().ends_with("-hello") && told.id() != "mime-hello");
    let reporter = document
        .pattern("reporting-server")
        .or_else(|| document.lines.iter().find(|told| told.id().ends_with("exchange-server")));
    for told in writer.into_iter().chain(reporter) {
        story.push(sentence(told.says(), Cited::new(told.line, []), Level::Info));
    }
    if let Some(told) = document.pattern("qmail-double") {
        story.push(sentence(told.says(), Cited::new(told.line, []), Level::Permanent));
    }
    for tried in &document.attempts {
        story.push(of_recipient(tried));
    }
    let waits = ["exim-delayed-for", "sendmail-given-up"].map(|id| document.pattern(id));
    let until = document.pattern("retries-until").or_else(|| document.pattern("sendmail-keeps-trying"));
    for told in waits.into_iter().chain([until]).flatten() {
        story.push(sentence(told.says(), Cited::new(told.line, []), told.entry.pattern.level));
    }
    story.extend(original(document));
    story
}

fn of_recipient(tried: &Tried) -> Sentence {
    let to = tried.to();
    let (mut text, level) = match tried.attempt.outcome {
        AttemptOutcome::Failure => (format!("Delivery to {to} failed for good."), Level::Permanent),
        AttemptOutcome::Deferral => {
            (format!("Delivery to {to} has not worked yet, and it will be tried again."), Level::Temporary)
        }
        AttemptOutcome::Success => (format!("The mail was delivered to {to}."), Level::Success),
        AttemptOutcome::Open => (format!("The notice does not say what became of {to}."), Level::Info),
    };
    if let Some(original) = tried.attempt.original_recipient.as_deref()
        && Some(original) != tried.attempt.recipient.as_deref()
    {
        let _ = write!(text, " The mail had been sent to {original}; an alias or a forward lies between.");
    }
    if let Some(said) = tried.attempt.text.as_deref() {
        let said = said.trim_end_matches('.');
        let _ = match (&tried.attempt.remote, &tried.attempt.code) {
            (Some(remote), Some(_)) => write!(text, " The server {remote} said: “{said}”."),
            _ => write!(text, " The reason in the notice: “{said}”."),
        };
    }
    sentence(text, tried.cited(), level)
}

/// What the notice shows of the mail that it is about.
fn original(document: &Document<'_>) -> Option<Sentence> {
    let of_copy = |role| document.first(role, |told| told.quoted);
    let subject =
        of_copy(Role::Subject).or_else(|| document.first(Role::Subject, |told| told.id() == "exim-subject"));
    let sender = of_copy(Role::Sender);
    let id = of_copy(Role::MessageId);
    let parts = [
        subject.as_ref().map(|(line, subject)| (*line, format!("has the subject “{subject}”"))),
        sender.as_ref().map(|(line, sender)| {
            let is =
                if sender.is_empty() { "is a notice itself".into() } else { format!("is from {sender}") };
            (*line, is)
        }),
        id.as_ref().map(|(line, id)| (*line, format!("has the Message-ID {id}"))),
    ];
    let parts: Vec<(u32, String)> = parts.into_iter().flatten().collect();
    let first = parts.first()?.0;
    let says: Vec<&str> = parts.iter().map(|(_, says)| says.as_str()).collect();
    let says = match says.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => return None,
    };
    let lines = Cited::new(first, parts.iter().map(|(line, _)| *line));
    Some(sentence(format!("The mail that it is about {says}."), lines, Level::Info))
}

/// The station of the mail flow at which it went wrong.
fn stage(worst: Option<&Tried>) -> Stage {
    let Some(tried) = worst else { return Stage::Queue };
    match tried.reason().map(|reason| reason.facts().stage) {
        Some(Stage::Dns) => Stage::Dns,
        _ if tried.attempt.remote.is_some() && tried.attempt.code.is_some() => Stage::TheirServer,
        Some(stage) => stage,
        None => Stage::Queue,
    }
}

fn next(document: &Document<'_>, worst: Option<&Tried>) -> Vec<Step> {
    let mut next = Vec::new();
    let cause = worst.and_then(|tried| cause([&tried.attempt].into_iter()));
    if let Some(reason) = cause.filter(|reason| *reason != Reason::Undefined) {
        next.push(Step { text: reason.facts().agent.into(), command: None });
    }
    let host = document.pattern("reporting-server").and_then(|told| told.value(Role::Host));
    let on = host.filter(|host| is_name(host)).map_or_else(String::new, |host| format!(" on {host}"));
    let id = |pattern: &str| {
        let id = document.pattern(pattern)?.value(Role::Message)?;
        is_name(&id).then_some(id)
    };
    if let Some(id) = id("exim-id") {
        next.push(Step {
            text: format!("To see all lines of the message{on}:"),
            command: Some(format!("exigrep {id} /var/log/exim_mainlog")),
        });
    } else if let Some(id) = id("postfix-queue-id").or_else(|| id("sendmail-id")) {
        next.push(Step {
            text: format!("To see all lines of the message{on}:"),
            command: Some(format!("grep {id} /var/log/maillog")),
        });
    } else if let Some((_, id)) = document.first(Role::MessageId, |told| told.quoted) {
        next.push(Step {
            text: format!("To find the mail in the log{on}, search for its Message-ID: {id}"),
            command: None,
        });
    }
    next
}

fn missing(document: &Document<'_>) -> Vec<String> {
    let mut missing = Vec::new();
    if document.attempts.iter().all(|tried| tried.attempt.recipient.is_none()) {
        missing.push("The line that names the recipient.".into());
    }
    if document.first(Role::MessageId, |told| told.quoted).is_none() {
        missing.push(
            "The headers of the original mail, which stand below the notice: its Message-ID would lead to the lines of the log."
                .into(),
        );
    }
    missing
}
