//! A mailbox whose password somebody else has: one login sends from several addresses at once, or sends so much that is
//! refused. No single line says it, and what each line says is only its consequence.

use super::message::is_remote;
use super::session::quoted;
use super::steps::is_word;
use super::words::{count, list};
use crate::export::{Attempt, Sentence, Step, Trace};
use crate::format::Role;
use crate::knowledge::fault::is_local;
use crate::log::Log;
use crate::text::lossy;
use crate::time::NEVER;
use crate::vocabulary::{Cited, Level, Party, Reason, TraceType};
use std::collections::BTreeSet;

/// Lines around a message in which others of the same login are looked for.
const LINES: u32 = 400;
/// Nobody is in three places within an hour, in nanoseconds.
const TIME: i64 = 3_600_000_000_000;
/// Three addresses are too many where so many recipients are served, and two where so many.
const THREE_PLACES: usize = 20;
const TWO_PLACES: usize = 50;
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
    refused: usize,
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
    for line in (first..=last).filter(near) {
        let parsed = log.parse(line - 1);
        let Some(entry) = parsed.entry.filter(|entry| entry.pattern.level < Level::Warning) else { continue };
        let value = |role| Some(lossy(entry.part(role, &parsed.captures)?.of(parsed.body())).into_owned());
        if !value(Role::User).is_some_and(|of| of.eq_ignore_ascii_case(user)) {
            continue;
        }
        let message = log
            .trace_of(line - 1)
            .filter(|of| log.indexed(*of).is_some_and(|of| of.kind == TraceType::Message));
        if let (Some(client), Some(message)) = (value(Role::Client), message) {
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
        sent.recipients += named.map_or(0, |(_, count)| count).max(tried.len());
        let refused = |of: &&Attempt| is_remote(of) && of.reason.is_some_and(|why| UNWANTED.contains(&why));
        let refused: Vec<&Attempt> = attempts.iter().filter(refused).collect();
        sent.refused += refused.len();
        let lines = refused.iter().flat_map(|of| [Some(of.start_line), of.end_line]);
        sent.lines.extend(lines.flatten().chain(named.map(|(line, _)| line)));
    }
    sent.lines.sort_unstable();
    sent.lines.dedup();
    sent
}

/// How many recipients a line says that its message has.
fn recipients(log: &Log, line: u32) -> Option<usize> {
    let parsed = log.parse(line - 1);
    let entry = parsed.entry.filter(|entry| entry.format.id == "postfix-qmgr")?;
    let count = parsed.captures.iter().find(|capture| entry.field(**capture).name == "count")?;
    lossy(count.at.of(parsed.body())).parse().ok()
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
    if trace.kind != TraceType::Message {
        return;
    }
    let Some(user) = trace.user.clone().filter(|_| trace.client.is_some()) else { return };
    let sent = sent(log, trace, &user);
    let places = sent.clients.len();
    let misused = places >= 3 && (sent.recipients >= THREE_PLACES || sent.refused >= 2)
        || places >= 2 && sent.recipients >= TWO_PLACES
        || places >= 1 && sent.refused >= REFUSED && sent.messages.len() >= REFUSED;
    let Some((first, rest)) = sent.lines.split_first().filter(|_| misused) else { return };
    let clients: Vec<&str> = sent.clients.iter().map(String::as_str).collect();
    let from = match clients.as_slice() {
        [one] => format!("from {one}"),
        more => format!("from {} different addresses ({})", more.len(), list(more)),
    };
    let (messages, recipients) = (count(sent.messages.len(), "message"), count(sent.recipients, "recipient"));
    let text = if places < 2 {
        // A stolen password, a device with malware and a careless newsletter look alike here.
        let refused = count(sent.refused, "delivery").replace("deliverys", "deliveries");
        format!(
            "The account {user} may be misused: {refused} of its {messages} {from} were refused as spam, or because the address doesn't exist."
        )
    } else {
        format!(
            "The account {user} is probably misused by somebody who knows its password: it sent {messages} to {recipients} {from}."
        )
    };
    let explanation = &mut trace.explanation;
    // What became of it comes first, then this: why the one address refused it matters less.
    explanation.headline = match explanation.headline.split_once(". ") {
        Some((state, why)) => format!("{state}. {text} {why}"),
        None => format!("{} {text}", explanation.headline),
    };
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
    let command = |command: &str| {
        Some(command.replace("{user}", &quoted(&user))).filter(|of| is_word(&user) && !of.is_empty())
    };
    let tools = TOOLS
        .iter()
        .find(|tools| trace.format.starts_with(tools.0))
        .map_or(("", ""), |tools| (tools.1, tools.2));
    explanation.next = vec![
        Step {
            text: format!("Lock the account {user} or set a new password right away; its owner then checks every device for malware and the mailbox for strange forwards. Where it was used from:"),
            command: command(tools.0),
        },
        Step {
            text: "Hold or delete its messages that still wait in the queue, before the server gets on block lists. To see them:".into(),
            command: command(tools.1),
        },
        Step {
            text: "Limit how much one account can send in an hour, so that the next stolen password does less harm.".into(),
            command: None,
        },
    ];
}

/// How a server shows from where a login was used and what of its sender waits: the beginning of its formats' names,
/// and the two commands.
const TOOLS: &[(&str, &str, &str)] = &[
    (
        "postfix-",
        "grep -shF sasl_username={user} /var/log/mail.log /var/log/maillog | grep -o 'client=[^,]*' | sort | uniq -c",
        "postqueue -p | grep -F {user}",
    ),
    (
        "exim-",
        "exigrep {user} $(ls /var/log/exim4/mainlog /var/log/exim_mainlog 2>/dev/null) | grep -o 'H=[^ ]* .*\\[[^]]*\\]' | sort | uniq -c",
        "exiqgrep -f {user}",
    ),
    ("sendmail-", "grep -shF authid={user} /var/log/mail.log /var/log/maillog", "mailq | grep -F {user}"),
    ("qmail-", "grep -rhF {user} /var/log/smtp /var/log/maillog", "qmail-qread | grep -F {user}"),
];
