//! The report about one trace or several, in two voices from the same facts.
//!
//! [`Voice::Customer`] is for somebody who knows nothing of mail servers: what happened, what it means,
//! what to do; no acronym, no blame, no guess. [`Voice::Engineer`] is for a colleague: codes, hosts, the
//! numbers of the lines, and the lines themselves. Both are built as a [`Document`], in which every sentence
//! names the lines that it rests on.

use super::document::{Block, Document, Said};
use super::export::{
    Attempt, AttemptOutcome, Cited, Lasts, Level, Login, Outcome, Party, Stage, Trace, TraceType,
};
use crate::explain;
use crate::knowledge::reason::Reason;
use crate::log::Log;
use serde::{Deserialize, Serialize};
use std::fmt::Write;

/// Who is spoken to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Voice {
    /// The customer: plain words.
    #[default]
    Customer,
    /// A colleague: the facts, with their evidence.
    Engineer,
}

/// From how many cited lines on the rest is left out of a report.
const MOST_LINES: usize = 200;

/// The report about these traces, in the order in which they are named.
pub fn report(log: &Log, traces: &[u32], voice: Voice) -> Document {
    let mut document = Document { blocks: Vec::new(), cites: voice == Voice::Engineer };
    for trace in traces.iter().filter_map(|&trace| log.trace(trace)) {
        match voice {
            Voice::Customer => document.blocks.extend(Told::of(log, &trace).blocks(&trace)),
            Voice::Engineer => engineer(&mut document.blocks, log, &trace),
        }
    }
    document
}

/// What a customer is told of one trace.
#[derive(Default)]
struct Told {
    title: String,
    happened: Vec<Said>,
    means: Vec<Said>,
    todo: Vec<Said>,
}

impl Told {
    fn of(log: &Log, trace: &Trace) -> Told {
        let mut told = Told { title: title(trace), ..Told::default() };
        let cause = explain::decided(log, trace.trace);
        match trace.kind {
            TraceType::Session => told.session(log, trace, cause),
            TraceType::Scan => told.scan(log, trace),
            TraceType::Connection if cause.is_some() => told.fault(log, trace),
            _ if cause.is_some() => told.filed(log, trace, cause.unwrap_or_default()),
            _ if !trace.attempts.is_empty() => told.message(log, trace),
            TraceType::Connection => told.connection(log, trace),
            TraceType::Dialogue => told.dialogue(log, trace),
            _ => told.unknown(log, trace),
        }
        told
    }

    fn blocks(self, trace: &Trace) -> impl Iterator<Item = Block> {
        let title = Block::Title(Said::new(self.title, &trace.explanation.cites));
        let parts =
            [("What happened", self.happened), ("What it means", self.means), ("What you can do", self.todo)];
        let said = parts.into_iter().filter(|(_, said)| !said.is_empty());
        std::iter::once(title).chain(said.flat_map(|(name, said)| {
            let block = if said.len() > 1 { Block::List(said) } else { Block::Paragraph(said) };
            [Block::Heading(name.into()), block]
        }))
    }

    /// Says something once.
    fn say(place: &mut Vec<Said>, text: impl Into<String>, lines: &Cited) {
        let said = Said::new(text, lines);
        if !said.text.is_empty() && place.iter().all(|other| other.text != said.text) {
            place.push(said);
        }
    }

    fn message(&mut self, log: &Log, trace: &Trace) {
        let groups = groups(trace);
        let several = groups.len() > 1;
        for group in groups {
            let lines = group.cited();
            Self::say(&mut self.happened, group.happened(log, trace), &lines);
            let (means, todo) = group.advice(trace);
            let about = |text: String| {
                if several && !text.is_empty() {
                    format!("For {}: {}", names(&group.to), inside(&text))
                } else {
                    text
                }
            };
            Self::say(&mut self.means, about(means), &lines);
            for todo in todo.into_iter().map(&about) {
                Self::say(&mut self.todo, todo, &lines);
            }
        }
    }

    fn session(&mut self, log: &Log, trace: &Trace, cause: Option<&'static str>) {
        let lines = &trace.explanation.cites;
        let on = on(log, trace.first_line);
        let user = trace.user.as_deref();
        let mailbox = user.map_or("a mailbox".into(), |user| format!("the mailbox {user}"));
        let attack = cause == Some("attack");
        let happened = match trace.login {
            _ if attack => {
                format!("{on}somebody tried passwords for {mailbox} and for others, and did not get in.")
            }
            Some(Login::Failed) => {
                format!("{on}a mail program tried to log in to {mailbox}. The log-in did not work.")
            }
            Some(Login::Ok) => format!("{on}a mail program logged in to {mailbox}. The log-in worked."),
            Some(Login::None) | None => match user {
                Some(_) => format!("{on}a mail program was connected to {mailbox}."),
                None => format!("{on}a program connected to our mail server. Nobody was logged in."),
            },
        };
        Self::say(&mut self.happened, begin(&happened), lines);
        let known = cause.and_then(|cause| SESSIONS.iter().find(|row| row.0 == cause));
        if let Some((_, means, todo)) = known {
            Self::say(&mut self.means, *means, lines);
            Self::say(&mut self.todo, *todo, lines);
        } else if trace.login == Some(Login::Failed) {
            Self::say(&mut self.means, "Our server did not accept the user name or the password.", lines);
            Self::say(&mut self.todo, PASSWORD, lines);
        } else if trace.outcome == Outcome::Failed {
            Self::say(&mut self.means, "Something went wrong during the connection.", lines);
            Self::say(&mut self.todo, "Please try again. If it happens again, let us know when.", lines);
        } else {
            Self::say(&mut self.means, "We see nothing wrong here.", lines);
            Self::say(&mut self.todo, "You need not do anything.", lines);
        }
    }

    fn scan(&mut self, log: &Log, trace: &Trace) {
        let lines = &trace.explanation.cites;
        let on = on(log, lines[0]);
        let Some(scan) = trace.scan.as_ref() else { return self.unknown(log, trace) };
        let points = match (scan.score, scan.required) {
            (Some(score), Some(required)) => {
                format!(
                    " It gave the message {} points, and {} points are enough to mark it.",
                    plain(score),
                    plain(required)
                )
            }
            _ => String::new(),
        };
        let (happened, means, todo) = match scan.spam {
            Some(true) => (
                format!("{on}our spam filter looked at the message and marked it as possible spam.{points}"),
                "The message was not lost: a marked message is usually put into the folder for unwanted mail (often called Spam or Junk). Such filters work by themselves and sometimes make mistakes.",
                "If you were waiting for this message, please look in that folder and mark the message as wanted. If you sent it, let us know, and we tell you what can be improved.",
            ),
            Some(false) => (
                format!("{on}our spam filter looked at the message and did not mark it as spam."),
                "The filter let the message pass.",
                "You need not do anything.",
            ),
            None => (
                format!("{on}our spam filter began to look at a message."),
                "The part of the log that we looked at does not show the result.",
                "",
            ),
        };
        Self::say(&mut self.happened, begin(&happened), lines);
        Self::say(&mut self.means, means, lines);
        Self::say(&mut self.todo, todo, lines);
    }

    /// A message that our own mailbox server put somewhere.
    fn filed(&mut self, log: &Log, trace: &Trace, cause: &str) {
        let lines = &trace.explanation.cites;
        let on = on(log, lines[0]);
        let user = trace.user.as_deref().unwrap_or("the mailbox");
        let Some((_, happened, means, todo)) = FILED.iter().find(|row| row.0 == cause) else {
            return self.message(log, trace);
        };
        Self::say(&mut self.happened, begin(&format!("{on}{}", happened.replace("{user}", user))), lines);
        Self::say(&mut self.means, *means, lines);
        Self::say(&mut self.todo, *todo, lines);
    }

    /// A service of our own server that broke.
    fn fault(&mut self, log: &Log, trace: &Trace) {
        let lines = &trace.explanation.cites;
        let happened = format!("{}a program on our mail server failed.", on(log, lines[0]));
        Self::say(&mut self.happened, begin(&happened), lines);
        Self::say(&mut self.means, "This is a matter of our server. Your settings are not the cause.", lines);
        Self::say(&mut self.todo, "You need not do anything. We look at the server.", lines);
    }

    fn connection(&mut self, log: &Log, trace: &Trace) {
        let lines = &trace.explanation.cites;
        let on = on(log, lines[0]);
        let from = trace.sender.as_deref().filter(|from| !from.is_empty());
        let message = trace.links.iter().find(|link| link.how == "message");
        let why = explain::turned_away(log, lines);
        let told = why.and_then(arriving);
        let (happened, means, todo) = match trace.outcome {
            _ if is_fault(trace) => return self.fault(log, trace),
            Outcome::Failed if is_list(trace) => (
                "We looked at which programs of a server are connected to the network, and not all is as it should be.".into(),
                "This is a matter of the server. Your settings are not the cause.",
                "You need not do anything. We look at the server.",
            ),
            _ if is_list(trace) => (
                "We looked at which programs of a server are connected to the network.".into(),
                "We see nothing wrong here.",
                "You need not do anything.",
            ),
            Outcome::Failed if why == Some(Reason::SecurityError) => (
                match trace.user.as_deref() {
                    Some(user) => format!("{on}a mail program tried to log in as {user}, to send mail. The log-in did not work."),
                    None => format!("{on}a mail program tried to log in, to send mail. The log-in did not work."),
                },
                "Our server did not accept the user name or the password.",
                PASSWORD,
            ),
            Outcome::Failed => (
                match from {
                    Some(from) => format!(
                        "{on}somebody tried to hand a message from {from} over to our mail server. Our server did not accept it."
                    ),
                    None => format!("{on}a program connected to our mail server, and our server turned it away."),
                },
                told.map_or(
                    match from {
                        Some(_) => "A rule of our server did not let the message in. The sender is normally told.",
                        None => "A rule of our server did not let it in. If it came with a message, that was not delivered, and the sender is normally told.",
                    },
                    |told| told.0,
                ),
                told.map_or(
                    "If you were waiting for a message, please tell us who sent it and when. We look at why it was not accepted.",
                    |told| told.1,
                ),
            ),
            Outcome::Deferred => (
                match from {
                    Some(from) => format!(
                        "{on}somebody tried to hand a message from {from} over to our mail server. Our server asked them to come back later."
                    ),
                    None => format!("{on}a program connected to our mail server, and our server asked it to come back later."),
                },
                told.map_or(
                    "This is often done on purpose, as a check against spam. A proper mail server tries again by itself.",
                    |told| told.0,
                ),
                told.map_or(
                    "You need not do anything. If the message has not come after some hours, please tell us.",
                    |told| told.1,
                ),
            ),
            _ if message.is_some() => (
                format!(
                    "{on}a program connected to our mail server and {}handed over a message.",
                    if message.is_some_and(|link| link.doubt.is_some()) { "probably " } else { "" }
                ),
                "We see nothing wrong here.",
                "You need not do anything.",
            ),
            Outcome::Delivered => (
                format!("{on}a program connected to our mail server."),
                "We see nothing wrong here.",
                "You need not do anything.",
            ),
            _ => (
                format!("{on}a program connected to our mail server."),
                "We see no message that was handed over. Such connections are common.",
                "You need not do anything.",
            ),
        };
        Self::say(&mut self.happened, begin(&happened), lines);
        Self::say(&mut self.means, means, lines);
        Self::say(&mut self.todo, todo, lines);
    }

    /// A conversation that came to no recipient, or one answer alone.
    fn dialogue(&mut self, log: &Log, trace: &Trace) {
        let lines = &trace.explanation.cites;
        let answer = trace.first_line == trace.last_line;
        let refusal = explain::refusal(log, trace.trace);
        let happened = match (trace.outcome, refusal) {
            (_, Some(_)) if answer => {
                "We looked at the answer of a mail server: it did not accept what it was asked for."
            }
            (_, Some(_)) => "In a test, a mail server did not accept what it was asked for.",
            (Outcome::Delivered, None) => "In a test, a mail server answered, and nothing was refused.",
            (Outcome::Failed, None) => "In a test, the connection to a mail server did not work.",
            _ => "We looked at a conversation with a mail server.",
        };
        Self::say(&mut self.happened, happened, lines);
        let known = refusal.filter(|reason| *reason != Reason::Undefined);
        let means = match (known, trace.outcome) {
            (Some(reason), _) => reason.facts().means,
            (None, Outcome::Delivered) => "We see nothing wrong here.",
            (None, Outcome::Failed) if refusal.is_none() => {
                "The mail server may have been down, or a firewall or an internet provider stands in the way."
            }
            (None, Outcome::Failed) => "What we have does not tell us the reason.",
            _ => "It does not show whether anything went wrong.",
        };
        Self::say(&mut self.means, means, lines);
        let todo = match (known, trace.outcome) {
            // Nothing waits: what a test sends, nobody sends again.
            (Some(reason), _) => for_sender(reason, false),
            (None, Outcome::Delivered) => "You need not do anything.".into(),
            _ => "Please tell us what you wanted to do, and from where, so that we can look further.".into(),
        };
        Self::say(&mut self.todo, todo, lines);
    }

    fn unknown(&mut self, log: &Log, trace: &Trace) {
        let lines = &trace.explanation.cites;
        let on = on(log, lines[0]);
        let refused = trace.kind == TraceType::Message && trace.outcome == Outcome::Failed;
        let happened = match trace.kind {
            TraceType::Bounce => "We looked at the notice about mail that was not delivered.".to_owned(),
            _ if trace.format == "mail-headers" => {
                "We looked at the way that the message took from server to server.".to_owned()
            }
            _ if refused => format!("{on}our mail server did not accept the message."),
            _ => format!("{on}our mail server worked on this message."),
        };
        Self::say(&mut self.happened, begin(&happened), lines);
        let told = explain::turned_away(log, lines).and_then(arriving).filter(|_| refused);
        let means = match told {
            Some(told) => told.0,
            None if refused => {
                "A rule of our server did not let the message in. The sender is normally told."
            }
            None => "What we have does not show what became of the message.",
        };
        Self::say(&mut self.means, means, lines);
        let todo = match told {
            Some(told) => told.1,
            None if refused => {
                "If you were waiting for this message, please tell us who sent it and when. We look at why it was not accepted."
            }
            None => {
                "Please tell us the sender, the recipient and the time of the message, so that we can look further."
            }
        };
        Self::say(&mut self.todo, todo, lines);
    }
}

/// What it means that our server did not let something in, and what who waits for it can do.
fn arriving(reason: Reason) -> Option<(&'static str, &'static str)> {
    ARRIVING.iter().chain(LOCAL).find(|row| row.0 == reason).map(|row| (row.1, row.2))
}

/// True for a list of the connections of a server.
fn is_list(trace: &Trace) -> bool {
    ["lsof", "netstat"].contains(&trace.format.as_str())
}

/// True for a connection that tells of a fault of our own server.
fn is_fault(trace: &Trace) -> bool {
    trace.kind == TraceType::Connection
        && trace.explanation.story.iter().any(|told| told.level == Level::Alert)
}

/// What a trace is called.
fn title(trace: &Trace) -> String {
    let mut to: Vec<&str> = Vec::new();
    for recipient in trace.attempts.iter().filter_map(|attempt| attempt.recipient.as_deref()) {
        if !recipient.is_empty() && !to.contains(&recipient) {
            to.push(recipient);
        }
    }
    let from = trace.sender.as_deref();
    let is_notice = matches!(from, Some("" | "#@[]" | "MAILER-DAEMON"));
    let mut title = match trace.kind {
        TraceType::Session => match trace.user.as_deref() {
            Some(user) => return format!("Log-in to the mailbox {user}"),
            None => return "A connection to our mail server".into(),
        },
        TraceType::Connection if is_list(trace) => "The network connections of a server",
        TraceType::Connection if is_fault(trace) => "A fault of our mail server",
        TraceType::Connection => "A connection to our mail server",
        TraceType::Scan => "A message that our spam filter looked at",
        TraceType::Dialogue if trace.first_line == trace.last_line => "The answer of a mail server",
        TraceType::Dialogue => "A conversation with a mail server",
        _ if is_notice && to.is_empty() => "A notice about undelivered mail",
        _ if is_notice => "A notice about undelivered mail,",
        _ => "A message",
    }
    .to_owned();
    if let (Some(from), TraceType::Message | TraceType::Bounce, false) = (from, trace.kind, is_notice) {
        title = format!("The message from {from}");
    }
    if !to.is_empty() && matches!(trace.kind, TraceType::Message | TraceType::Bounce) {
        let _ = write!(title, " to {}", names(&to));
    }
    title
}

/// Recipients for whom a message came out alike.
struct Group<'a> {
    to: Vec<&'a str>,
    /// The attempts for the first of them, in order.
    tried: Vec<&'a Attempt>,
    fate: Fate,
    reason: Reason,
    remote: bool,
}

/// How a message came out for somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Failed,
    GivenUp,
    Waiting,
    Open,
    Arrived,
}

/// The recipients of a message by what became of it for them; the worst come first.
fn groups(trace: &Trace) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    let mut seen: Vec<&str> = Vec::new();
    for first in &trace.attempts {
        let name = first.recipient.as_deref().unwrap_or_default();
        if seen.contains(&name) {
            continue;
        }
        seen.push(name);
        let mine = |attempt: &&Attempt| attempt.recipient.as_deref().unwrap_or_default() == name;
        let tried: Vec<&Attempt> = trace.attempts.iter().filter(mine).collect();
        let told = tried.iter().rfind(|attempt| attempt.outcome != AttemptOutcome::Open);
        let last = *told.or(tried.last()).unwrap_or(&first);
        let queued = trace.format == "queue-listing";
        let ended = trace.outcome == Outcome::Failed || trace.explanation.lasts == Some(Lasts::Permanent);
        let fate = match last.outcome {
            AttemptOutcome::Success => Fate::Arrived,
            AttemptOutcome::Failure => Fate::Failed,
            AttemptOutcome::Deferral if ended && trace.kind == TraceType::Message => Fate::GivenUp,
            AttemptOutcome::Deferral => Fate::Waiting,
            AttemptOutcome::Open if queued => Fate::Waiting,
            AttemptOutcome::Open => Fate::Open,
        };
        let reason = last.reason.unwrap_or_default();
        // What is cancelled here may have waited for another server.
        let remote = explain::is_remote(last)
            || fate == Fate::Failed && tried.iter().any(|tried| explain::is_remote(tried));
        let alike = groups.iter_mut().find(|group| {
            let same = (group.fate, group.reason, group.remote) == (fate, reason, remote);
            same && group.tried.len() == tried.len() && domain(group.to[0]) == domain(name)
        });
        match alike {
            Some(group) if explain::way(group.last()) == explain::way(last) => group.to.push(name),
            _ => groups.push(Group { to: vec![name], tried, fate, reason, remote }),
        }
    }
    groups.sort_by_key(|group| group.fate as u8);
    groups
}

impl Group<'_> {
    fn last(&self) -> &Attempt {
        let told = self.tried.iter().rfind(|attempt| attempt.outcome != AttemptOutcome::Open);
        told.or(self.tried.last()).copied().unwrap_or(self.tried[0])
    }

    fn cited(&self) -> Cited {
        let lines = self.tried.iter().flat_map(|tried| [Some(tried.start_line), tried.end_line]).flatten();
        Cited::new(self.tried[0].start_line, lines)
    }

    fn happened(&self, log: &Log, trace: &Trace) -> String {
        let last = self.last();
        let to = names(&self.to);
        match trace.kind {
            TraceType::Bounce => return self.noticed(&to),
            TraceType::Dialogue => {
                return match self.fate {
                    Fate::Arrived => format!("In a test, the mail server took a message for {to}."),
                    Fate::Waiting => {
                        format!("In a test, the mail server did not take a message for {to} at that moment.")
                    }
                    Fate::Open => format!(
                        "In a test, the mail server was asked to take a message for {to}. Its answer is not shown."
                    ),
                    Fate::Failed | Fate::GivenUp => {
                        format!("In a test, the mail server did not accept a message for {to}.")
                    }
                };
            }
            _ => {}
        }
        let at = on(log, last.end_line.unwrap_or(last.start_line));
        let server = match self.to.as_slice() {
            [one] => domain(one)
                .map_or("the other mail server".into(), |domain| format!("the mail server of {domain}")),
            _ => "the other mail server".to_owned(),
        };
        let tries = self.tried.iter().filter(|tried| tried.outcome != AttemptOutcome::Open).count();
        let span = || {
            let span = span(log, self.tried[0].start_line, last.end_line.unwrap_or(last.start_line));
            let times = if tries == 2 { "twice".into() } else { format!("{tries} times") };
            format!("{times}{span}")
        };
        let hand = if self.remote { "hand over the message for" } else { "deliver the message to" };
        begin(&match (self.fate, explain::way(last)) {
            (Fate::Arrived, Some("discard")) => {
                format!("{at}a rule on our mail server took the message for {to} and threw it away.")
            }
            (Fate::Arrived, Some("probe")) => {
                format!(
                    "{at}our mail server asked whether {to} takes mail, and the answer was yes. No message was sent."
                )
            }
            (Fate::Arrived, Some("forward")) => {
                format!("{at}our mail server forwarded the message for {to} to another address.")
            }
            (Fate::Arrived, Some("filter" | "queue" | "program")) => {
                format!("{at}our mail server passed on the message for {to} to another part of our system.")
            }
            (Fate::Arrived, _) if self.remote => {
                format!(
                    "{at}our mail server handed the message for {to} over to {server}. That server accepted it."
                )
            }
            (Fate::Arrived, _) => format!("{at}our mail server delivered the message to {to}."),
            (Fate::Waiting, _) if tries == 0 => {
                format!("{at}the message for {to} waits on our mail server and has not been delivered yet.")
            }
            (Fate::Waiting, _) if tries > 1 => format!(
                "our mail server has tried {} to {hand} {to}. It has not worked yet. Our server keeps trying by itself.",
                span()
            ),
            (Fate::Waiting, _) => format!(
                "{at}our mail server tried to {hand} {to}. It has not worked yet. Our server tries again by itself."
            ),
            (Fate::GivenUp, _) if tries > 1 => format!(
                "our mail server tried {} to {hand} {to}. It did not work, so our server stopped trying.",
                span()
            ),
            (Fate::GivenUp, _) => format!(
                "{at}our mail server tried to {hand} {to}. It did not work, and our server stopped trying."
            ),
            (Fate::Failed, _) if self.reason == Reason::Expired && tries > 1 => format!(
                "our mail server tried {} to {hand} {to}. It did not work, so our server stopped trying.",
                span()
            ),
            (Fate::Failed, _) if self.reason == Reason::Expired => {
                format!("{at}our mail server stopped trying to {hand} {to}.")
            }
            (Fate::Failed, _) if self.remote && last.code.is_some() => {
                format!(
                    "{at}our mail server tried to hand over the message for {to}. {} did not accept it.",
                    begin(&server)
                )
            }
            (Fate::Failed, _) => format!("{at}our mail server could not {hand} {to}."),
            (Fate::Open, _) => format!(
                "{at}our mail server began to {hand} {to}. The part of the log that we looked at ends before the result."
            ),
        })
    }

    fn noticed(&self, to: &str) -> String {
        match self.fate {
            Fate::Arrived => format!("The notice says that the message for {to} was delivered."),
            Fate::Waiting => format!(
                "The notice says that the message for {to} has not been delivered yet. The mail server that wrote the notice keeps trying by itself."
            ),
            Fate::Open => format!("The notice is about the message for {to}."),
            Fate::Failed | Fate::GivenUp => {
                format!("The notice says that the message for {to} could not be delivered.")
            }
        }
    }

    /// What it means, and what the customer can do.
    fn advice(&self, trace: &Trace) -> (String, Vec<String>) {
        let cause = self.cause();
        let facts = cause.facts();
        let channel = explain::way(self.last());
        match self.fate {
            Fate::Arrived => {
                let (means, todo) = arrived(self.remote || trace.kind == TraceType::Bounce, channel);
                (means.into(), vec![todo.into()])
            }
            Fate::Open => (
                "We cannot tell yet how it came out.".into(),
                vec!["You need not do anything for now. If the message is missing, tell us, and we look at what came after.".into()],
            ),
            _ => {
                let own = LOCAL.iter().find(|row| row.0 == cause).filter(|_| self.is_ours(trace));
                let means = match (own, cause) {
                    (Some(own), _) => own.1,
                    (None, Reason::Undefined) if self.remote => "The answer of the other side does not tell us the reason.",
                    (None, Reason::Undefined) => "What we have does not tell us the reason.",
                    (None, _) if self.is_ours(trace) && facts.means.contains("other") => facts.headline,
                    (None, _) => facts.means,
                };
                let means = if cause == self.reason {
                    means.to_owned()
                } else {
                    [self.reason.facts().means, " ", means].concat()
                };
                let for_sender = for_sender(cause, self.fate == Fate::Waiting);
                let todo = match own {
                    Some(own) => vec![
                        format!("If you sent the message: {}", inside(&for_sender)),
                        format!("If it is your mailbox: {}", inside(own.2)),
                    ],
                    None => vec![for_sender],
                };
                (means, todo)
            }
        }
    }

    /// Why it did not work.
    fn cause(&self) -> Reason {
        explain::cause(self.tried.iter().copied()).unwrap_or_default()
    }

    /// True when it was our own server that did not take the message.
    fn is_ours(&self, trace: &Trace) -> bool {
        trace.kind == TraceType::Message && !self.remote && self.last().remote.is_none()
    }
}

/// What it means that a message was taken.
fn arrived(remote: bool, channel: Option<&str>) -> (&'static str, &'static str) {
    match channel {
        Some("discard") => (
            "Nobody will receive this message.",
            "If it should have arrived, please tell us. We look at the rule.",
        ),
        Some("probe") => ("This was only a question to the other server.", "You need not do anything."),
        Some("forward") => (
            "From then on it is a message of its own.",
            "If the message is missing there, please tell us, and we look at the new message.",
        ),
        Some("filter" | "queue" | "program") => (
            "The message is still on its way inside our system, or was handled there.",
            "If the message is missing, please tell us, and we look at what came after.",
        ),
        _ if remote => (
            "The other mail server is responsible for the message from then on. It may still put it into a folder for unwanted mail.",
            "If the message is missing, please ask the other person to look in the folder for unwanted mail (often called Spam or Junk). If it is not there, their mail provider can look it up with the time above.",
        ),
        _ => (
            "The message is in the mailbox, or went on to where this address leads.",
            "If you do not see it, please look in the folder for unwanted mail (often called Spam or Junk) and in your other folders, and check the filter rules of the mailbox.",
        ),
    }
}

/// What somebody who sent a message can do. While the server still tries, sending again is not asked for.
fn for_sender(reason: Reason, waiting: bool) -> String {
    const WAIT: &str = "You need not send the message again.";
    let facts = reason.facts();
    let does_nothing = facts.customer.starts_with("You need not");
    if !waiting {
        return if does_nothing && facts.lasts == Some(Lasts::Temporary) {
            "Please send the message again after a while. If it does not work then, let us know.".into()
        } else {
            facts.customer.into()
        };
    }
    if does_nothing {
        return facts.customer.into();
    }
    let first = facts.customer.split_inclusive(". ").next().unwrap_or_default().trim();
    if first.contains("again") || reason == Reason::Undefined {
        format!("{WAIT} If it is given up in the end, you get a notice.")
    } else {
        format!("{first} {WAIT}")
    }
}

/// Why our server does not let mail in, with words for who waits for it; what is not here is said as in [`LOCAL`].
const ARRIVING: &[(Reason, &str, &str)] = &[
    (
        Reason::Rejected,
        "The address that the message was sent from was not accepted. It may not exist, its domain may not be found, or it is not that of who logged in.",
        "Please ask the sender to check the address in the settings of the mail program.",
    ),
    (
        Reason::Blocked,
        "Our server does not take mail from the server or the device that sent it. That may be on a list of those that send unwanted mail, or it was not logged in.",
        "If it was you who sent it, please switch on in your mail program that the outgoing server needs a log-in. If you were waiting for a message, please tell the sender: the provider of that server must look after it.",
    ),
    (
        Reason::RequirePtr,
        "The server that sent it has no proper name of its own, as every mail server must have.",
        "If you were waiting for a message, please tell the sender: the provider of that server must give it a name.",
    ),
    (
        Reason::AuthFailure,
        "The domain of the sender says which servers may send its mail, and this one was not among them. The message may be forged, or the domain names too few servers.",
        "If you know the sender, please tell them: whoever keeps the records of their domain must complete them.",
    ),
    (
        Reason::VirusDetected,
        "Our automatic check found something harmful in the message, an attachment or a link.",
        "If you know the sender, please ask them to check their device.",
    ),
    (
        Reason::MesgTooBig,
        "The message with its attachments is larger than our server takes. Attachments grow by about a third on their way.",
        "Please ask the sender to share the file in another way.",
    ),
    (
        Reason::NoRelaying,
        "The message was for a domain that our server does not look after, and who sent it was not logged in.",
        "If it was you who sent it, please switch on in your mail program that the outgoing server needs a log-in, with port 587 or 465.",
    ),
];

/// What a reason means on our own server, and what the owner of the mailbox can do.
const LOCAL: &[(Reason, &str, &str)] = &[
    (
        Reason::UserUnknown,
        "There is no mailbox with this address on our server. There may be a typing error in it, or the mailbox was deleted.",
        "Please check in your account that the mailbox exists, or ask us to set it up.",
    ),
    (
        Reason::MailboxFull,
        "There is no room left in the mailbox.",
        "Please delete messages that you no longer need and empty the trash, or ask us for more room.",
    ),
    (
        Reason::Suspend,
        "The mailbox exists, but it is switched off.",
        "Please ask us why it is switched off and how to switch it on again.",
    ),
    (
        Reason::MailerError,
        "A filter, an automatic answer or another program that belongs to the mailbox did not work.",
        "Please switch off its filters and automatic answers for a moment, or ask us to look.",
    ),
    (
        Reason::ExceedLimit,
        "The message is larger than this mailbox may get.",
        "Please ask the sender to share the file in another way.",
    ),
    (
        Reason::SpamDetected,
        "Our automatic filter took the message for unwanted advertising. Such filters make mistakes.",
        "If you want mail from this sender, please tell us.",
    ),
];

/// What befell a log-in or a session: the name of the cause, what it means, what the customer can do.
const SESSIONS: &[(&str, &str, &str)] = &[
    (
        "attack",
        "Such attempts are common on the internet. Our server refused them.",
        "You need not do anything if your password is long and used nowhere else. If it is not, please set a new one.",
    ),
    (
        "tls",
        "The program that connected and our server could not agree on a protected connection.",
        "If it was your mail program, please update it and the device, and check its settings for encryption and for the name of the mail server.",
    ),
    (
        "disabled",
        "The account exists, but log-ins are switched off for it. The password is not the cause.",
        "Please ask us why it is switched off.",
    ),
    ("expired", "The password is too old.", "Please set a new password, and then enter it on every device."),
    (
        "connections",
        "The password is right. Too many mail programs were connected to this mailbox from the same place at once.",
        "Please close mail programs that you do not need at the moment, on all your devices, and try again after a few minutes.",
    ),
    (
        "plaintext",
        "The mail program wanted to send the password without protection, and our server did not allow that.",
        "Please switch on encryption for incoming and outgoing mail in the settings of the mail program. We can tell you which settings to choose.",
    ),
    (
        "method",
        "The mail program asked for a way to log in that our server does not offer.",
        "Please choose \"normal password\" in the settings of the mail program, with encryption switched on.",
    ),
    (
        "client-certificate",
        "Our server asks the mail program for a certificate, and did not accept the one that it got.",
        "Please ask us for the right certificate.",
    ),
    (
        "auth-service",
        "Our server could not check the password at that moment. Your settings are not the cause.",
        "Please leave your settings as they are and try again later. We look at the server.",
    ),
    (
        "backend",
        "A part of our system could not be reached at that moment. Your settings are not the cause.",
        "Please leave your settings as they are and try again later. We look at the server.",
    ),
    (
        "server-full",
        "Our server was very busy at that moment. Your settings are not the cause.",
        "Please try again after a few minutes. If it happens again, let us know.",
    ),
    (
        "bad-name",
        "The user name that the mail program sent is empty, or holds a sign that is not allowed, such as a space.",
        "Please check the user name in the mail program. It is usually the whole mail address.",
    ),
    (
        "wrong-password",
        "The user name is right, but the password is not the one that our server knows. Often one of several devices still has an old password.",
        "Please enter the password again on every device that uses this mailbox. If you are not sure of it, set a new one. If it was not you who tried, please tell us.",
    ),
    ("either", "Our server did not accept this user name with this password.", PASSWORD),
    ("wrong-login", "Our server did not accept this user name with this password.", PASSWORD),
    (
        "unknown-user",
        "Our server knows no mailbox with this user name. There may be a typing error in it.",
        "Please check the user name in the mail program letter by letter. It is usually the whole mail address.",
    ),
    (
        "server",
        "Something did not work on our server. Your settings are not the cause.",
        "Please leave your settings as they are and try again later. We look at the server.",
    ),
    (
        "config",
        "Something is not set up right on our server. Your settings are not the cause.",
        "You need not do anything. We look at the server.",
    ),
    (
        "broken-client",
        "What our server got was not what a mail program sends. Mostly this is an automatic scan from the internet, or a program with the wrong settings.",
        "If it was your mail program, please update it or set up the account anew.",
    ),
    ("refused", "Our server did not accept the log-in.", PASSWORD),
    (
        "restart",
        "Our mail server was being restarted at that moment. Mail programs connect again by themselves.",
        "You need not do anything.",
    ),
    (
        "unfinished",
        "The log-in was begun and not finished. Once means nothing; often points to the network, a firewall or a virus scanner.",
        "If it happens often, please try another network, and switch off the mail check of your virus scanner for a test.",
    ),
    ("nobody", "Nobody tried to log in. Such connections are common.", "You need not do anything."),
    (
        "crash",
        "A program on our server failed during the connection. Mail programs connect again by themselves.",
        "You need not do anything. If it happens often, please tell us when.",
    ),
    (
        "disk",
        "Our server could not write to its disk. Your settings are not the cause.",
        "You need not do anything. We look at the server.",
    ),
    (
        "permission",
        "Our server may not read or write a part of the mailbox. Your settings are not the cause.",
        "You need not do anything. We look at the server.",
    ),
    (
        "quota",
        "There is no room left in the mailbox.",
        "Please delete messages that you no longer need and empty the trash, or ask us for more room.",
    ),
    (
        "pop3-lock",
        "The mailbox was open on another device. With these settings, only one device can use it at a time.",
        "Please wait a few minutes, or ask us for the settings with which several devices can use one mailbox.",
    ),
    (
        "index",
        "A list that makes folders quick to open was damaged. Our server makes it anew by itself. The messages are not touched.",
        "You need not do anything. The mail program may load a folder again.",
    ),
    (
        "network",
        "The connection broke in the middle. Once is normal, above all on a phone.",
        "If it happens often, please try another network, and switch off the mail check of your virus scanner for a test.",
    ),
    (
        "idle",
        "The mail program was silent for some time, so our server ended the connection. This is normal.",
        "You need not do anything.",
    ),
];

const PASSWORD: &str = "Please check the user name, and enter the password again on every device that uses this mailbox. If you are not sure of the password, set a new one. If it was not you who tried, please tell us.";

/// What our mailbox server did with a message: the cause, what happened, what it means, what can be done.
const FILED: &[(&str, &str, &str, &str)] = &[
    (
        "quota",
        "our mail server could not put the message into the mailbox {user}.",
        "There is no room left in the mailbox. The sender is told.",
        "If it is your mailbox, please delete messages that you no longer need and empty the trash, or ask us for more room. After that, the message must be sent again.",
    ),
    (
        "disk",
        "our mail server could not put the message into the mailbox {user} yet.",
        "Our server could not write to its disk. It keeps the message and tries again by itself.",
        "You need not do anything. We look at the server.",
    ),
    (
        "permission",
        "our mail server could not put the message into the mailbox {user} yet.",
        "Our server may not write to a part of the mailbox. It keeps the message and tries again by itself.",
        "You need not do anything. We look at the server.",
    ),
    (
        "filter-rejected",
        "a filter rule of the mailbox {user} refused the message.",
        "The rule belongs to this mailbox or to all mailboxes of our server. The sender is told.",
        "If the message was wanted, please look at the filter rules of the mailbox. If none of them fits, tell us.",
    ),
    (
        "filter-forward-failed",
        "a filter rule of the mailbox {user} wanted to forward the message, and this did not work.",
        "The message was not forwarded at that moment.",
        "Please check the address in the rule. We look at the server.",
    ),
    (
        "filter-loop",
        "a filter rule of the mailbox {user} wanted to forward the message, and our server stopped it.",
        "The message had been forwarded by this mailbox before. To stop it from going round in a circle, it was not forwarded again.",
        "Please check that no forward leads back to this mailbox.",
    ),
    (
        "filter-broken",
        "the filter rules of the mailbox {user} could not be used, so the message was put into the inbox.",
        "There is a mistake in the rules. Nothing is lost.",
        "Please open the filter rules of the mailbox and save them again. If that does not help, ask us to look.",
    ),
    (
        "filter-discarded",
        "a filter rule of the mailbox {user} threw the message away.",
        "The rule belongs to this mailbox or to all mailboxes of our server. The sender is not told.",
        "If the message was wanted, please look at the filter rules of the mailbox, and ask the sender to send it again. If no rule of yours fits, tell us.",
    ),
    (
        "filter-forwarded",
        "a filter rule of the mailbox {user} forwarded the message to another address.",
        "The message goes on to that address.",
        "If the message is missing there, please check the address in the filter rules.",
    ),
    (
        "no-folder",
        "the message for the mailbox {user} was meant for a folder that does not exist.",
        "In such a case the message is put into the inbox.",
        "Please look in the inbox, and check the filter rules of the mailbox.",
    ),
    (
        "filter-stored",
        "our mail server put the message into a folder of the mailbox {user}.",
        "A filter rule chose the folder, or it is the usual one.",
        "If you do not see the message, please look in the other folders and at the filter rules of the mailbox.",
    ),
];

/// The part of an address after the `@`.
fn domain(address: &str) -> Option<&str> {
    address.rsplit_once('@').map(|(_, domain)| domain)
}

/// `a`, `a and b`, `a, b and 3 more`.
fn names(of: &[&str]) -> String {
    let unnamed = if of.len() == 1 { "its recipient" } else { "another recipient" };
    let of: Vec<&str> = of.iter().map(|name| if name.is_empty() { unnamed } else { name }).collect();
    explain::list(&of)
}

/// A number without needless zeros.
fn plain(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

/// A sentence with a capital letter at its start.
fn begin(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A sentence as it goes on after a colon.
fn inside(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// `On 26 July 2023 at 14:28 (UTC), `; empty for a line without a time.
fn on(log: &Log, line: u32) -> String {
    explain::when(log, line).map_or_else(String::new, |when| format!("on {when}, "))
}

/// The time between two lines, after a word: `, on 26 July 2023 from 14:28 to 14:36 (UTC),`.
fn span(log: &Log, first: u32, last: u32) -> String {
    let (Some(first), Some(last)) = (explain::when(log, first), explain::when(log, last)) else {
        return String::new();
    };
    match (first.split_once(" at "), last.split_once(" at ")) {
        _ if first == last => format!(", on {first},"),
        (Some((day, from)), Some((other, to))) if day == other => {
            let from = from.split(' ').next().unwrap_or(from);
            format!(", on {day} from {from} to {to},")
        }
        _ => format!(", from {first} to {last},"),
    }
}

/// What a colleague is told.
fn engineer(blocks: &mut Vec<Block>, log: &Log, trace: &Trace) {
    let explanation = &trace.explanation;
    let cites = &explanation.cites;
    blocks.push(Block::Title(Said::new(&explanation.headline, cites)));
    blocks.push(Block::Paragraph(vec![Said::new(identity(log, trace), cites)]));
    if !explanation.story.is_empty() {
        blocks.push(Block::Heading("What happened".into()));
        let told = explanation.story.iter().map(|sentence| {
            let time = sentence.shown.as_deref().map_or_else(String::new, |shown| format!("{shown}: "));
            let mark = match sentence.level {
                Level::Permanent | Level::Alert => "Failed. ",
                Level::Warning => "Note. ",
                _ => "",
            };
            Said::new(format!("{time}{mark}{}", sentence.text), &sentence.lines)
        });
        blocks.push(Block::List(told.collect()));
    }
    if !trace.attempts.is_empty() {
        blocks.push(Block::Heading("Attempts".into()));
        blocks.push(Block::List(attempts(trace)));
    }
    blocks.push(Block::Heading("Who must act".into()));
    blocks.push(Block::Paragraph(vec![Said::new(responsible(trace), cites)]));
    let mut next: Vec<Said> = explanation
        .next
        .iter()
        .map(|step| Said { command: step.command.clone(), ..Said::new(&step.text, cites) })
        .collect();
    next.extend(
        explanation.missing.iter().map(|missing| Said::new(format!("Not in the paste: {missing}"), cites)),
    );
    if !next.is_empty() {
        blocks.push(Block::Heading("Next steps".into()));
        blocks.push(Block::List(next));
    }
    let mut lines: Vec<u32> =
        explanation.story.iter().flat_map(|told| told.lines.iter()).chain(cites.iter()).copied().collect();
    lines.sort_unstable();
    lines.dedup();
    blocks.push(Block::Heading("The lines".into()));
    if lines.len() > MOST_LINES {
        let text = format!("The first {MOST_LINES} of {} lines that this rests on.", lines.len());
        blocks.push(Block::Paragraph(vec![Said::new(text, cites)]));
    }
    blocks.push(Block::Log(lines.iter().take(MOST_LINES).filter_map(|&line| log.line(line)).collect()));
}

/// What identifies a trace, in one sentence.
fn identity(log: &Log, trace: &Trace) -> String {
    let mut parts = vec![format!("Format {}", trace.format)];
    let known = [
        ("id", trace.id.clone()),
        ("sender", trace.sender.clone().map(|sender| format!("<{sender}>"))),
        ("size", trace.bytes.map(|bytes| format!("{bytes} bytes"))),
        ("Message-ID", trace.message_id.clone()),
        ("user", trace.user.clone()),
        ("client", trace.client.clone()),
        ("began", explain::when(log, trace.first_line)),
    ];
    parts.extend(known.into_iter().filter_map(|(name, value)| Some(format!("{name} {}", value?))));
    parts.push(format!("lines {} to {}", trace.first_line, trace.last_line));
    parts.join("; ") + "."
}

/// The attempts; those in a row that came out alike are told as one.
fn attempts(trace: &Trace) -> Vec<Said> {
    let alike =
        |a: &Attempt, b: &Attempt| (&a.recipient, a.outcome, &a.text) == (&b.recipient, b.outcome, &b.text);
    let mut told = Vec::new();
    for run in trace.attempts.chunk_by(alike) {
        let attempt = &run[run.len() - 1];
        let outcome = match attempt.outcome {
            AttemptOutcome::Success => "success",
            AttemptOutcome::Deferral => "put off",
            AttemptOutcome::Failure => "failed",
            AttemptOutcome::Open => "no result in the paste",
        };
        let mut text =
            format!("{}: {outcome}", attempt.recipient.as_deref().unwrap_or("(no recipient named)"));
        if run.len() > 1 {
            let _ = write!(text, ", {} times", run.len());
        }
        for (name, value) in [
            ("delivery", attempt.delivery.as_deref()),
            ("way", attempt.channel.as_deref()),
            ("server", attempt.remote.as_deref()),
            ("reason", attempt.reason.map(Reason::name)),
            ("code", attempt.code.as_deref()),
            ("status", attempt.status.as_deref()),
            ("at", attempt.shown.as_deref()),
        ] {
            if let Some(value) = value.filter(|value| !value.is_empty()) {
                let _ = write!(text, "; {name} {value}");
            }
        }
        if let Some(said) = attempt.text.as_deref().filter(|said| !said.is_empty()) {
            let _ = write!(text, "; “{said}”");
        }
        let lines = run.iter().flat_map(|tried| [Some(tried.start_line), tried.end_line]).flatten();
        told.push(Said::new(text, &Cited::new(run[0].start_line, lines)));
    }
    told
}

/// Who must act, where it happened, and whether waiting helps.
fn responsible(trace: &Trace) -> String {
    let party = match trace.explanation.party {
        Party::Sender => "The sender.",
        Party::Recipient => "The recipient, or the owner of the mailbox.",
        Party::OurServer => "We, on our server.",
        Party::TheirServer => "The people who run the other server.",
        Party::Dns => "Whoever keeps the DNS records of the domain.",
        Party::Nobody => "Nobody.",
    };
    let lasts = match trace.explanation.lasts {
        Some(Lasts::Temporary) => " It is temporary: it is tried again, or can be tried again.",
        Some(Lasts::Permanent) => " It is permanent: it stays until somebody acts.",
        None => "",
    };
    let stage = match trace.explanation.stage {
        Stage::Sender => "the sender",
        Stage::OurServer => "our server",
        Stage::Queue => "our queue",
        Stage::Dns => "the look-up in DNS",
        Stage::TheirServer => "their server",
        Stage::Mailbox => "the mailbox",
    };
    format!("{party}{lasts} Station reached: {stage}.")
}
