//! A delivery by Dovecot (LMTP or LDA): which mailbox the message was for, what the user's mail filter did
//! with it, and where it is now. "It does not arrive" is often "it is in another folder".

use super::session::quoted;
use super::steps::step;
use super::words::fill;
use super::{known, line, message, shown};
use crate::export::{Attempt, Explanation, Row, Sentence, Trace};
use crate::format::Role;
use crate::knowledge::cause::{self, At, words};
use crate::log::{Log, Parsed};
use crate::pattern::Entry;
use crate::text::lossy;
use crate::vocabulary::{
    AttemptOutcome, Cause, Cited, FormatKind, Lasts, Level, Outcome, Party, Reason, Sign, Software, Stage,
    TraceType,
};

/// Why a delivery did not work, as a reason of the closed list; `None` for what is no failure.
fn reason(cause: Cause) -> Option<Reason> {
    match cause {
        Cause::Quota => Some(Reason::MailboxFull),
        Cause::Disk => Some(Reason::SystemFull),
        Cause::Permission => Some(Reason::SystemError),
        Cause::FilterRejected => Some(Reason::Filtered),
        Cause::FilterForwardFailed
        | Cause::FilterBroken
        | Cause::FilterStoreFailed
        | Cause::FilterStopped => Some(Reason::MailerError),
        Cause::Locked => Some(Reason::SystemError),
        Cause::FilterLoop => Some(Reason::Loop),
        _ => None,
    }
}

/// A cause, the line that states it, and the place that the line names.
type Stated = (Cause, u32, Option<String>);

/// One delivery with its explanation.
pub(super) fn trace(log: &Log, number: u32) -> Trace {
    let facts = message::MessageFacts::of(log, number);
    let mut trace = facts.into_trace(log, placeholder());
    let mut told = Vec::new();
    let mut causes: Vec<Stated> = Vec::new();
    let mut user = None;
    for &line in log.lines_of(number) {
        let parsed = log.parse(line - 1);
        let Some(entry) = parsed.entry else { continue };
        if user.is_none() && !parsed.origin.user.is_empty() {
            user = Some(lossy(parsed.origin.user).into_owned());
        }
        if trace.id.is_none() || trace.first_line == line {
            let id = Some(parsed.origin.session).filter(|id| !id.is_empty()).map(|id| lossy(id).into_owned());
            trace.id = id.or(trace.id.take());
        }
        if entry.format.kind == FormatKind::Debug {
            continue;
        }
        let place = place(&parsed, entry);
        causes.extend(entry.pattern.cause.map(|cause| (cause, line, place.clone())));
        told.push((
            line,
            entry.pattern.weight(),
            fill(entry, parsed.body(), &parsed.captures, entry.pattern.says),
            place,
        ));
    }
    for attempt in &mut trace.attempts {
        attempt.recipient = attempt.recipient.take().or_else(|| user.clone());
    }
    // Several lines of one moment tell of one try.
    trace.attempts.dedup_by(|next, last| {
        let same = (&next.recipient, next.outcome, next.at) == (&last.recipient, last.outcome, last.at);
        same && next.at.is_some() && next.outcome == AttemptOutcome::Deferral
    });
    trace.user = trace.user.take().or_else(|| user.clone());
    let stated = decisive(&trace, &causes).and_then(|(cause, ..)| reason(*cause));
    let unclear = |attempt: &&mut Attempt| {
        let failed = matches!(attempt.outcome, AttemptOutcome::Deferral | AttemptOutcome::Failure);
        failed && attempt.reason.is_none_or(|reason| reason == Reason::Undefined)
    };
    for attempt in trace.attempts.iter_mut().filter(unclear) {
        attempt.reason = stated.or(attempt.reason);
    }
    trace.explanation = explain(log, &trace, told, &causes);
    trace
}

/// Where a line says that a message went, or should have.
fn place(parsed: &Parsed<'_>, entry: &Entry) -> Option<String> {
    let at = [Role::Path, Role::Address].into_iter().find_map(|role| entry.part(role, &parsed.captures))?;
    Some(lossy(at.of(parsed.body())).into_owned())
}

fn placeholder() -> Explanation {
    Explanation {
        stage: Stage::Mailbox,
        party: Party::Nobody,
        ..Explanation::new(String::new(), Cited::new(1, []))
    }
}

fn explain(
    log: &Log,
    trace: &Trace,
    told: Vec<(u32, Level, String, Option<String>)>,
    causes: &[Stated],
) -> Explanation {
    let user = trace.user.as_deref().unwrap_or("a mailbox");
    let decided = decisive(trace, causes);
    let found = decided.map(|found| why_broken(causes, found));
    let put = |text: &str, place: Option<&str>| {
        text.replace("{user}", user).replace("{where}", place.unwrap_or("another place"))
    };
    let mut explanation = placeholder();
    explanation.cites = Cited::new(trace.first_line, []);
    let mut reason = None;
    if let Some((cause, line, place)) = found {
        let fate = words(*cause, At::Mailbox);
        explanation.headline = put(fate.headline, place.as_deref());
        explanation.cites = Cited::new(*line, []);
        // Whose filter it is stays the same.
        explanation.party = decided.map_or(fate, |decided| words(decided.0, At::Mailbox)).party;
        explanation.lasts = fate.lasts;
        // A filter that failed says nothing of the message: its deliveries do.
        let stored = causes
            .iter()
            .rfind(|stated| *cause == Cause::FilterStoreFailed && stated.0 == Cause::FilterStored);
        if matches!(cause, Cause::FilterBroken | Cause::FilterStoreFailed)
            && trace.outcome == Outcome::Delivered
        {
            let instead = stored.and_then(|(_, at, place)| Some((*at, place.as_deref()?)));
            explanation.headline.push_str(&instead.map_or_else(
                || " The message was delivered.".into(),
                |(_, place)| format!(" The message is in the folder {place} instead."),
            ));
            explanation.cites = Cited::new(*line, instead.map(|(at, _)| at));
        }
        let step = |(text, command): &(&str, &str)| {
            step((*text).into(), command, |name| match name {
                "user'" => trace.user.as_deref().map(quoted),
                "log'" => place.as_deref().map(|script| quoted(&format!("{script}.log"))),
                _ => None,
            })
        };
        explanation.next = fate.next.iter().map(step).collect();
        // It says that it isn't delivered, unless a line says that it is.
        if !(*cause == Cause::FilterStoreFailed && trace.outcome == Outcome::Delivered) {
            reason = Some((*line, fate.says.to_owned()));
        }
    } else {
        let last = told.iter().rfind(|told| told.1 == Level::Success && told.3.is_some());
        let worst =
            told.iter().rfind(|told| told.1 >= Level::Warning && !told.2.is_empty() && last.is_none());
        explanation.headline = match (trace.outcome, last) {
            (Outcome::Delivered, Some((_, _, _, Some(place)))) => {
                format!("Delivered to {user}, in the folder {place}.")
            }
            (Outcome::Delivered, _) => format!("Delivered to {user}."),
            (Outcome::Failed, _) => format!("Not delivered to {user}."),
            (Outcome::Deferred, _) => format!("Not delivered to {user} yet; the delivery was deferred."),
            _ => match worst {
                // What stopped it before anything was tried.
                Some((.., text, _)) => {
                    text.split_once(": ").map_or(text.clone(), |(what, _)| format!("{what}."))
                }
                None => format!("The log you pasted doesn't show what became of this message for {user}."),
            },
        };
        if worst.is_some_and(|told| told.1 == Level::Alert) {
            explanation.party = Party::OurServer;
        }
        if let Some(last) = last.or(worst).or_else(|| told.last()) {
            explanation.cites = Cited::new(last.0, []);
        }
        if matches!(trace.outcome, Outcome::Failed | Outcome::Deferred) {
            explanation.party = Party::OurServer;
            explanation.lasts =
                Some(if trace.outcome == Outcome::Failed { Lasts::Permanent } else { Lasts::Temporary });
        }
    }
    unanswered(log, trace, &mut explanation);
    // What is read in part is told by itself.
    for (line, level, text, _) in told.into_iter().filter(|told| !told.2.is_empty()) {
        explanation.story.push(Sentence {
            shown: shown(log, line - 1),
            text,
            lines: Cited::new(line, []),
            level,
        });
    }
    if let Some((line, text)) = reason {
        explanation.story.push(Sentence {
            shown: shown(log, line - 1),
            text,
            lines: Cited::new(line, []),
            level: Level::Info,
        });
    }
    explanation
}

/// A filter that failed because it couldn't store the message: that says why.
fn why_broken<'a>(causes: &'a [Stated], found: &'a Stated) -> &'a Stated {
    let why = || causes.iter().rfind(|stated| stated.0 == Cause::FilterStoreFailed);
    Some(found).filter(|found| found.0 == Cause::FilterBroken).and_then(|_| why()).unwrap_or(found)
}

/// Where the message came in and the out-of-office reply to it didn't go out: why, and what then helps.
fn unanswered(log: &Log, trace: &Trace, explanation: &mut Explanation) {
    let is_silent = |line: &&u32| {
        let entry = log.parse(**line - 1).entry;
        entry.is_some_and(|entry| {
            matches!(entry.pattern.sign, Some(Sign::Vacation | Sign::NotAddressed | Sign::AnsweredBefore))
                && entry.pattern.level != Level::Success
        })
    };
    let Some(line) = log.lines_of(trace.trace).iter().rfind(is_silent) else { return };
    let Some(says) = line::says_of(&log.parse(line - 1)) else { return };
    if explanation.party != Party::Nobody {
        return;
    }
    explanation.headline = format!("{} {says}", explanation.headline);
    if let Some(helps) = known::of_line(log, *line, false) {
        explanation.party = helps.party.unwrap_or(Party::Nobody);
        explanation.next.splice(0..0, helps.steps);
    }
}

/// What decided the fate of a message, the line that states it, and the place that it names.
fn decisive<'a>(trace: &Trace, causes: &'a [Stated]) -> Option<&'a Stated> {
    let delivered = trace.attempts.iter().rfind(|attempt| attempt.outcome == AttemptOutcome::Success);
    // What was put right later does not decide, but what a filter did to the message stays told.
    let filters = |cause| {
        use Cause::{
            FilterBroken, FilterDiscarded, FilterForwardFailed, FilterForwarded, FilterLoop, FilterRejected,
            FilterStopped, FilterStored,
        };
        matches!(
            cause,
            FilterBroken
                | FilterDiscarded
                | FilterForwardFailed
                | FilterForwarded
                | FilterLoop
                | FilterRejected
                | FilterStopped
                | FilterStored
        )
    };
    // What a filter couldn't put into one folder went into another, which it didn't choose.
    let elsewhere = |stated: &Stated| {
        let stored = causes.iter().filter(|other| other.0 == Cause::FilterStored && other.2 != stated.2);
        stated.0 == Cause::FilterStoreFailed && stored.count() > 0
    };
    // And to discard only takes away the copy that nobody asked for, where a rule stored the message.
    let stored = causes.iter().any(|stated| stated.0 == Cause::FilterStored);
    let counts = |stated: &Stated| {
        if stored && stated.0 == Cause::FilterDiscarded {
            return false;
        }
        delivered
            .is_none_or(|success| filters(stated.0) || success.start_line < stated.1 || elsewhere(stated))
    };
    cause::decisive(At::Mailbox)
        .find_map(|cause| causes.iter().rfind(|stated| stated.0 == cause && counts(stated)))
}

/// What decided the fate of a message; `None` when nothing but its delivery did.
pub(super) fn decided(log: &Log, number: u32) -> Option<Cause> {
    let trace = message::MessageFacts::of(log, number).into_trace(log, placeholder());
    let mut causes: Vec<Stated> = Vec::new();
    for &line in log.lines_of(number) {
        let parsed = log.parse(line - 1);
        let Some(entry) = parsed.entry.filter(|entry| entry.format.kind != FormatKind::Debug) else {
            continue;
        };
        causes.extend(entry.pattern.cause.map(|cause| (cause, line, place(&parsed, entry))));
    }
    decisive(&trace, &causes).map(|(cause, ..)| *cause)
}

/// True for a message that Dovecot delivers.
pub(super) fn is_delivery(log: &Log, trace: u32) -> bool {
    let message = log.indexed(trace).is_some_and(|trace| trace.kind == TraceType::Message);
    message && log.lines_of(trace).first().is_some_and(|line| super::is_by(log, *line, Software::Dovecot))
}

/// What the list of traces shows of a delivery.
pub(super) fn row(log: &Log, number: u32) -> Row {
    let mut row = message::MessageFacts::of(log, number).row(log);
    let user = log.lines_of(number).iter().find_map(|line| {
        let parsed = log.parse(line - 1);
        (!parsed.origin.user.is_empty()).then(|| lossy(parsed.origin.user).into_owned())
    });
    row.to = row.to.filter(|to| !to.is_empty()).or(user);
    row
}
