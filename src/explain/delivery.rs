//! A delivery by Dovecot (LMTP or LDA): which mailbox the message was for, what the user's mail filter did
//! with it, and where it is now. "It does not arrive" is often "it is in another folder".

use super::session::quoted;
use super::words::fill;
use super::{message, shown};
use crate::format::Role;
use crate::knowledge::reason::Reason;
use crate::log::Log;
use crate::report::export::{
    Attempt, AttemptOutcome, Cited, Explanation, Lasts, Level, Outcome, Party, Row, Sentence, Stage, Step,
    Trace, TraceType,
};
use crate::text::lossy;

/// What became of a message: a cause that a line states, the words for it, whose side it is on, and what to
/// do. `{user}` stands for the mailbox, `{where}` for a folder or an address; the first that fits counts.
struct Fate {
    cause: &'static str,
    /// Why the delivery did not work, as a name of the closed list.
    reason: Option<Reason>,
    headline: &'static str,
    says: &'static str,
    party: Party,
    lasts: Option<Lasts>,
    next: &'static [(&'static str, &'static str)],
}

const RULES: (&str, &str) = ("Look at the user's mail filters:", "doveadm sieve list -u {user'}");
const FREE: (&str, &str) = ("See how full the mailbox is:", "doveadm quota get -u {user'}");

const FATES: &[Fate] = &[
    Fate {
        cause: "quota",
        reason: Some(Reason::MailboxFull),
        headline: "Not delivered to {user}: the mailbox is full.",
        says: "The mailbox holds as much as it may. The sender is told; the message must be sent again when there is room.",
        party: Party::Recipient,
        lasts: Some(Lasts::Permanent),
        next: &[FREE, ("Ask the customer to delete mail and to empty the trash, or raise the quota.", "")],
    },
    Fate {
        cause: "disk",
        reason: Some(Reason::SystemFull),
        headline: "Not delivered to {user} yet: the server's disk is full.",
        says: "The server could not write the message to its disk. The mail server keeps it and tries again.",
        party: Party::OurServer,
        lasts: Some(Lasts::Temporary),
        next: &[("See which disk is full:", "df -h; df -i")],
    },
    Fate {
        cause: "permission",
        reason: Some(Reason::SystemError),
        headline: "Not delivered to {user} yet: the server's file rights are wrong.",
        says: "The delivery may not write into the mailbox. The line names the file or folder. The mail server keeps the message and tries again.",
        party: Party::OurServer,
        lasts: Some(Lasts::Temporary),
        next: &[(
            "Find out where the mailbox is and whom its files belong to:",
            "doveadm user -f home {user'} | xargs ls -la",
        )],
    },
    Fate {
        cause: "filter-rejected",
        reason: Some(Reason::Filtered),
        headline: "Refused by the mail filter of {user}.",
        says: "The rule is the user's own, or one that the server has for all mailboxes.",
        party: Party::Recipient,
        lasts: Some(Lasts::Permanent),
        next: &[RULES],
    },
    Fate {
        cause: "filter-forward-failed",
        reason: Some(Reason::MailerError),
        headline: "The mail filter of {user} could not forward the message to {where}.",
        says: "Forwarding failed; the line says whether it is tried again.",
        party: Party::OurServer,
        lasts: Some(Lasts::Temporary),
        next: &[RULES],
    },
    Fate {
        cause: "filter-loop",
        reason: Some(Reason::Loop),
        headline: "The mail filter of {user} stopped a loop.",
        says: "The message had already been forwarded by this mailbox, so it was not forwarded again.",
        party: Party::Recipient,
        lasts: Some(Lasts::Permanent),
        next: &[RULES],
    },
    Fate {
        cause: "filter-broken",
        reason: Some(Reason::MailerError),
        headline: "The mail filter of {user} does not work; the message is in the inbox.",
        says: "The filter has a mistake, so it could not do its work. Dovecot then puts mail into the inbox, and nothing is lost.",
        party: Party::Recipient,
        lasts: Some(Lasts::Permanent),
        next: &[
            (
                "Ask the customer to open the filter rules and to save them again; the file named in the line tells the mistake.",
                "",
            ),
            RULES,
        ],
    },
    Fate {
        cause: "filter-discarded",
        reason: None,
        headline: "Thrown away by the mail filter of {user}.",
        says: "The rule is the user's own, or one that the server has for all mailboxes. The sender is not told.",
        party: Party::Recipient,
        lasts: None,
        next: &[("Show the customer the rule; the message itself is gone.", ""), RULES],
    },
    Fate {
        cause: "filter-forwarded",
        reason: None,
        headline: "Forwarded by the mail filter of {user} to {where}.",
        says: "The rule is the user's own, or one that the server has for all mailboxes. What became of the message there is in the log of the mail server.",
        party: Party::Nobody,
        lasts: None,
        next: &[RULES],
    },
    Fate {
        cause: "no-folder",
        reason: None,
        headline: "The folder {where} of {user} does not exist.",
        says: "The message was meant for a folder that is not there. Dovecot then uses the inbox.",
        party: Party::OurServer,
        lasts: Some(Lasts::Permanent),
        next: &[("See which folders there are:", "doveadm mailbox list -u {user'}")],
    },
    Fate {
        cause: "filter-stored",
        reason: None,
        headline: "Put into the folder {where} of {user}.",
        says: "A rule of the user or of the server chose the folder, or no rule fitted and it is the usual one.",
        party: Party::Nobody,
        lasts: None,
        next: &[],
    },
];

/// A cause, the line that states it, and the place that the line names.
type Stated = (&'static str, u32, Option<String>);

/// One delivery with its explanation.
pub(super) fn trace(log: &Log, number: u32) -> Trace {
    let facts = message::Facts::of(log, number);
    let mut trace = facts.into_trace(log, placeholder());
    let mut told = Vec::new();
    let mut causes: Vec<(&'static str, u32, Option<String>)> = Vec::new();
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
        if entry.format.id == "dovecot-debug" {
            continue;
        }
        let place =
            [Role::Path, Role::Address].into_iter().find_map(|role| entry.part(role, &parsed.captures));
        let place = place.map(|at| lossy(at.of(parsed.body())).into_owned());
        let states = entry.pattern.facts.iter().filter(|fact| fact.0 == Role::State);
        causes.extend(states.map(|fact| (fact.1, line, place.clone())));
        told.push((
            line,
            entry.pattern.level,
            fill(entry, parsed.body(), &parsed.captures, entry.pattern.says),
            place,
        ));
    }
    for attempt in &mut trace.attempts {
        attempt.recipient = attempt.recipient.take().or_else(|| user.clone());
    }
    trace.user = trace.user.take().or_else(|| user.clone());
    let stated = decisive(&trace, &causes).and_then(|(fate, _)| fate.reason);
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

fn placeholder() -> Explanation {
    Explanation {
        headline: String::new(),
        cites: Cited::new(1, []),
        story: Vec::new(),
        stage: Stage::Mailbox,
        party: Party::Nobody,
        lasts: None,
        next: Vec::new(),
        missing: Vec::new(),
    }
}

fn explain(
    log: &Log,
    trace: &Trace,
    told: Vec<(u32, Level, String, Option<String>)>,
    causes: &[Stated],
) -> Explanation {
    let user = trace.user.as_deref().unwrap_or("a mailbox");
    let found = decisive(trace, causes);
    let put = |text: &str, place: Option<&str>| {
        text.replace("{user'}", &quoted(user))
            .replace("{user}", user)
            .replace("{where}", place.unwrap_or("another place"))
    };
    let mut explanation = placeholder();
    explanation.cites = Cited::new(trace.first_line, []);
    let mut reason = None;
    if let Some((fate, (_, line, place))) = found {
        explanation.headline = put(fate.headline, place.as_deref());
        explanation.cites = Cited::new(*line, []);
        explanation.party = fate.party;
        explanation.lasts = fate.lasts;
        let step = |(text, command): &(&str, &str)| Step {
            text: (*text).into(),
            command: Some(put(command, None)).filter(|command| !command.is_empty()),
        };
        explanation.next = fate.next.iter().map(step).collect();
        reason = Some((*line, fate.says.to_owned()));
    } else {
        let last = told.iter().rfind(|told| told.1 == Level::Success && told.3.is_some());
        explanation.headline = match (trace.outcome, last) {
            (Outcome::Delivered, Some((_, _, _, Some(place)))) => {
                format!("Delivered to {user}, into the folder {place}.")
            }
            (Outcome::Delivered, _) => format!("Delivered to {user}."),
            (Outcome::Failed, _) => format!("Not delivered to {user}."),
            (Outcome::Deferred, _) => format!("Not delivered to {user} yet; the mail server tries again."),
            _ => format!("The paste does not show what became of this message for {user}."),
        };
        if let Some(last) = last.or_else(|| told.last()) {
            explanation.cites = Cited::new(last.0, []);
        }
        if matches!(trace.outcome, Outcome::Failed | Outcome::Deferred) {
            explanation.party = Party::OurServer;
            explanation.lasts =
                Some(if trace.outcome == Outcome::Failed { Lasts::Permanent } else { Lasts::Temporary });
        }
    }
    for (line, level, text, _) in told {
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

/// What decided the fate of a message, and the line that states it.
fn decisive<'a>(trace: &Trace, causes: &'a [Stated]) -> Option<(&'static Fate, &'a Stated)> {
    let delivered = trace.attempts.iter().rfind(|attempt| attempt.outcome == AttemptOutcome::Success);
    // What was put right later does not decide.
    let after = |fate: &Fate, line: u32| match delivered {
        Some(success) => fate.cause.starts_with("filter") || success.start_line < line,
        None => true,
    };
    FATES.iter().find_map(|fate| {
        let cause = causes.iter().rfind(|cause| cause.0 == fate.cause && after(fate, cause.1))?;
        Some((fate, cause))
    })
}

/// The name of what decided the fate of a message; `None` when nothing but its delivery did.
pub(super) fn decided(log: &Log, number: u32) -> Option<&'static str> {
    let trace = message::Facts::of(log, number).into_trace(log, placeholder());
    let mut causes: Vec<Stated> = Vec::new();
    for &line in log.lines_of(number) {
        let Some(entry) = log.parse(line - 1).entry.filter(|entry| entry.format.id != "dovecot-debug") else {
            continue;
        };
        let states = entry.pattern.facts.iter().filter(|fact| fact.0 == Role::State);
        causes.extend(states.map(|fact| (fact.1, line, None)));
    }
    decisive(&trace, &causes).map(|(fate, _)| fate.cause)
}

/// True for a message that Dovecot delivers.
pub(super) fn is_delivery(log: &Log, trace: u32) -> bool {
    let message = log.indexed(trace).is_some_and(|trace| trace.kind == TraceType::Message);
    let first = log.lines_of(trace).first().and_then(|line| log.parse(line - 1).entry);
    message && first.is_some_and(|entry| entry.format.realm == "dovecot")
}

/// What the list of traces shows of a delivery.
pub(super) fn row(log: &Log, number: u32) -> Row {
    let mut row = message::Facts::of(log, number).row(log);
    let user = log.lines_of(number).iter().find_map(|line| {
        let parsed = log.parse(line - 1);
        (!parsed.origin.user.is_empty()).then(|| lossy(parsed.origin.user).into_owned())
    });
    row.to = row.to.filter(|to| !to.is_empty()).or(user);
    row
}
