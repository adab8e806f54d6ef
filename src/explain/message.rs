//! A message's life in one queue: who sent it, what became of each recipient, and what to do.

use super::line::results;
use super::words::{count, decoded, list, size};
use super::{shown, utc};
use crate::format::{Led, Role, Shape, Step as Does};
use crate::log::{Log, Parsed};
use crate::pattern::{CATALOGUE, addresses};
use crate::report::export::{
    Attempt, AttemptOutcome, Cited, Explanation, Lasts, Level, Link, Outcome, Party, Row, Sentence, Stage, Step,
    Trace, TraceType,
};
use crate::text::lossy;
use crate::time::NEVER;
use crate::trace;
use rustc_hash::FxHashMap;

/// What the lines of a trace say, put together.
pub(super) struct Facts {
    trace: u32,
    kind: TraceType,
    outcome: Outcome,
    format: &'static str,
    id: Option<String>,
    sender: Option<String>,
    bytes: Option<u64>,
    message_id: Option<String>,
    user: Option<String>,
    client: Option<String>,
    born: bool,
    ended: bool,
    /// True when the log of its format says that a message ends.
    says_end: bool,
    /// Lines, from 1.
    lines: Vec<u32>,
    /// Lines that tell how the message came in, from 1.
    arrival: Vec<u32>,
    /// The line that ends it, from 1.
    end: Option<u32>,
    /// The note of the line that says how it came out, whatever its attempts say.
    verdict: Option<usize>,
    /// Lines that belong to no attempt and are no arrival and no end, with what they say.
    notes: Vec<Note>,
    attempts: Vec<Tried>,
}

struct Note {
    line: u32,
    level: Level,
    says: String,
}

/// One attempt, with what its result says.
struct Tried {
    attempt: Attempt,
    /// What the result says, as sentences.
    says: String,
}

impl Facts {
    pub(super) fn of(log: &Log, number: u32) -> Facts {
        let lines = log.lines_of(number).to_vec();
        let indexed = log.indexed(number);
        let mut facts = Facts {
            trace: number,
            kind: indexed.map_or(TraceType::Message, |trace| trace.kind),
            outcome: indexed.map_or(Outcome::Unknown, |trace| trace.outcome),
            format: "",
            id: None,
            sender: None,
            bytes: None,
            message_id: None,
            user: None,
            client: None,
            born: indexed.is_some_and(|trace| trace.born),
            ended: indexed.is_some_and(|trace| trace.ended),
            says_end: true,
            lines: Vec::new(),
            arrival: Vec::new(),
            end: None,
            verdict: None,
            notes: Vec::new(),
            attempts: Vec::new(),
        };
        for &line in &lines {
            facts.take(&log.parse(line - 1), line);
        }
        facts.attempts = log.attempts_of(number).iter().map(|attempt| tried(log, attempt)).collect();
        facts.lines = lines;
        facts
    }

    fn take(&mut self, parsed: &Parsed<'_>, line: u32) {
        let Some(entry) = parsed.entry else { return };
        let body = parsed.body();
        let value = |role| {
            let stated = || entry.pattern.facts.iter().find(|fact| fact.0 == role).map(|fact| fact.1.to_owned());
            entry.part(role, &parsed.captures).map(|at| lossy(at.of(body)).into_owned()).or_else(stated)
        };
        if self.format.is_empty() {
            self.format = entry.format.id;
            self.says_end = entry.format.says_end;
            let pid = || lossy(parsed.framed.pid.of(parsed.line)).into_owned();
            let key = [Role::Session, Role::Message, Role::Pid].into_iter().find_map(value);
            let result_only = matches!(entry.pattern.step, Does::Result(_));
            self.id = key.or_else(|| Some(pid()).filter(|pid| !pid.is_empty() && !result_only));
        }
        for (place, role) in [
            (&mut self.sender, Role::Sender),
            (&mut self.message_id, Role::MessageId),
            (&mut self.user, Role::User),
            (&mut self.client, Role::Client),
        ] {
            if place.is_none() {
                *place = value(role);
            }
        }
        self.bytes = self.bytes.or_else(|| value(Role::Bytes)?.parse().ok());
        match entry.pattern.step {
            Does::Birth(_) | Does::Envelope(_) => self.arrival.push(line),
            Does::Death | Does::End => self.end = Some(line),
            Does::Part(_) | Does::Beside | Does::Verdict(..) | Does::GiveUp => {
                if matches!(entry.pattern.step, Does::Verdict(..) | Does::GiveUp) {
                    self.verdict = Some(self.notes.len());
                }
                let mut says = super::words::fill(entry, body, &parsed.captures, entry.pattern.says);
                for result in results(entry, body, &parsed.captures) {
                    says.push(' ');
                    says.push_str(&result);
                }
                self.notes.push(Note { line, level: entry.pattern.level, says });
            }
            Does::Start | Does::Result(_) | Does::Attempt(_) | Does::Alone | Does::Follow | Does::Restart => {}
        }
    }

    fn recipients(&self) -> Vec<&str> {
        let mut all: Vec<&str> = Vec::new();
        for tried in &self.attempts {
            let recipient = tried.attempt.recipient.as_deref().unwrap_or_default();
            if !all.contains(&recipient) {
                all.push(recipient);
            }
        }
        all
    }

    /// The attempts for one recipient.
    fn of_recipient<'a>(&'a self, recipient: &'a str) -> impl DoubleEndedIterator<Item = &'a Tried> {
        self.attempts.iter().filter(move |tried| tried.attempt.recipient.as_deref().unwrap_or_default() == recipient)
    }

    pub(super) fn row(self, log: &Log) -> Row {
        let recipients = self.recipients();
        Row {
            trace: self.trace,
            kind: self.kind,
            format: self.format.into(),
            outcome: self.outcome,
            to: recipients.first().filter(|first| !first.is_empty()).map(|first| (*first).into()),
            more: recipients.len().saturating_sub(1) as u32,
            shown: self.lines.first().and_then(|line| shown(log, line - 1)),
            attempts: self.attempts.len() as u32,
            from: self.sender.or(self.user),
        }
    }

    pub(super) fn into_trace(self, log: &Log, explanation: Explanation) -> Trace {
        let first = self.lines.first().copied().unwrap_or(1);
        let last = self.lines.last().copied().unwrap_or(1);
        Trace {
            trace: self.trace,
            kind: self.kind,
            format: self.format.into(),
            id: self.id,
            sender: self.sender,
            bytes: self.bytes,
            message_id: self.message_id.map(bracketed),
            user: self.user,
            client: self.client,
            login: None,
            scan: None,
            started: utc(log, first - 1),
            ended: utc(log, last - 1),
            shown: shown(log, first - 1),
            first_line: first,
            last_line: last,
            outcome: self.outcome,
            attempts: self.attempts.into_iter().map(|tried| tried.attempt).collect(),
            links: log.links_of(self.trace).map(|link| seen_from(self.trace, *link)).collect(),
            explanation,
        }
    }
}

/// A `Message-ID` with its angle brackets: some logs leave them off.
fn bracketed(id: String) -> String {
    if id.starts_with('<') || id.is_empty() { id } else { format!("<{id}>") }
}

/// A tie as one of its ends sees it.
fn seen_from(trace: u32, link: trace::Link) -> Link {
    let out = link.from == trace;
    let how = match (link.led, out) {
        (Led::Bounce, true) => "bounce",
        (Led::Bounce, false) => "original",
        (Led::Forward, true) => "forward",
        (Led::Forward, false) => "forwarded-from",
        (Led::Queue, true) => "next-queue",
        (Led::Queue, false) => "previous-queue",
    };
    Link { trace: if out { link.to } else { link.from }, how: how.into(), doubt: None }
}

/// An attempt with all that its lines say.
fn tried(log: &Log, indexed: &trace::Attempt) -> Tried {
    let start = log.parse(indexed.start);
    let mut attempt = Attempt {
        start_line: indexed.start + 1,
        shown: shown(log, indexed.start),
        at: Some(log.instant(indexed.start)).filter(|at| *at != NEVER).map(|at| at.div_euclid(1_000_000_000)),
        outcome: indexed.outcome,
        ..Attempt::default()
    };
    facts_of_line(&mut attempt, &start);
    if let Some(entry) = start.entry {
        let listed = start.captures.iter().find(|capture| entry.field(**capture).shape == Shape::Addresses);
        let list = listed.map(|capture| capture.at.of(start.body()));
        let one = list.and_then(|list| Some(addresses(list).nth(usize::from(indexed.part))?.of(list)));
        attempt.recipient = one.map(|one| lossy(one).into_owned()).or(attempt.recipient);
    }
    let mut says = String::new();
    if indexed.end != trace::NONE {
        attempt.end_line = Some(indexed.end + 1);
        let end = log.parse(indexed.end);
        facts_of_line(&mut attempt, &end);
        if let Some(entry) = end.entry {
            says = results(entry, end.body(), &end.captures).join(" ");
            result_facts(&mut attempt, &end);
        }
    }
    Tried { attempt, says }
}

/// What the fields of a line say of an attempt; what is known already stays.
fn facts_of_line(attempt: &mut Attempt, parsed: &Parsed<'_>) {
    let Some(entry) = parsed.entry else { return };
    let value = |role| {
        let stated = || entry.pattern.facts.iter().find(|fact| fact.0 == role).map(|fact| fact.1.to_owned());
        let found = || entry.part(role, &parsed.captures);
        stated().or_else(|| found().map(|at| lossy(at.of(parsed.body())).into_owned()))
    };
    for (place, role) in [
        (&mut attempt.delivery, Role::Delivery),
        (&mut attempt.recipient, Role::Recipient),
        (&mut attempt.original_recipient, Role::OriginalRecipient),
        (&mut attempt.channel, Role::Channel),
        (&mut attempt.code, Role::Code),
        (&mut attempt.status, Role::Status),
        (&mut attempt.remote, Role::Remote),
        (&mut attempt.text, Role::Reply),
    ] {
        if place.is_none() {
            *place = value(role);
        }
    }
}

/// What a delivery result says of an attempt.
fn result_facts(attempt: &mut Attempt, parsed: &Parsed<'_>) {
    let Some(entry) = parsed.entry else { return };
    for capture in parsed.captures.iter().filter(|capture| entry.field(**capture).shape == Shape::Result) {
        let text = capture.at.of(parsed.body());
        let mut lines = Vec::new();
        for segment in CATALOGUE.result(text) {
            let part = segment.at.of(text);
            lines.push(decoded(&lossy(part)));
            let Some(number) = segment.entry else { continue };
            let entry = CATALOGUE.entry(number);
            for (place, role) in [
                (&mut attempt.code, Role::Code),
                (&mut attempt.status, Role::Status),
                (&mut attempt.remote, Role::Remote),
            ] {
                if place.is_none() {
                    *place = entry.part(role, &segment.captures).map(|at| lossy(at.of(part)).into_owned());
                }
            }
        }
        attempt.text = Some(lines.join("\n"));
    }
    for capture in parsed.captures.iter().filter(|capture| entry.field(**capture).shape == Shape::Reason) {
        let text = capture.at.of(parsed.body());
        // What the other server said counts for more than what this one made of it.
        let said = entry.field(*capture).role == Role::Reply;
        if said || attempt.text.is_none() {
            attempt.text = Some(lossy(text).replace("\\n", "\n"));
        }
        let Some(reason) = CATALOGUE.reason(text) else { continue };
        let Some(entry) = reason.entry.map(|number| CATALOGUE.entry(number)) else { continue };
        for (place, role) in [
            (&mut attempt.code, Role::Code),
            (&mut attempt.status, Role::Status),
            (&mut attempt.remote, Role::Remote),
        ] {
            let found = entry.part(role, &reason.captures).map(|at| lossy(at.of(text)).into_owned());
            if place.is_none() || said && found.is_some() {
                *place = found;
            }
        }
    }
}

/// Where an attempt went.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// To a mailbox, program or file of this server.
    Here,
    /// To another server.
    There,
    /// Nowhere: it was thrown away on purpose.
    Nowhere,
    /// On to another queue of this server.
    Onward,
}

/// Where an attempt went: a delivery that names a server at the other end is not local, whatever the
/// channel is called.
fn way(attempt: &Attempt) -> Way {
    match attempt.channel.as_deref() {
        Some("remote") => Way::There,
        Some("discarded") => Way::Nowhere,
        Some("queue") => Way::Onward,
        Some("local") => Way::Here,
        _ if attempt.remote.is_some() => Way::There,
        _ => Way::Here,
    }
}

/// What happened to a message, and what to do.
pub(super) fn explain(log: &Log, facts: &Facts) -> Explanation {
    let mut story = Vec::new();
    story.extend(arrival(log, facts));
    for recipient in facts.recipients() {
        story.extend(of_recipient(log, facts, recipient));
    }
    // A remark that comes again and again is told once, with all its lines.
    let mut told: FxHashMap<&str, Vec<&Note>> = FxHashMap::default();
    for note in &facts.notes {
        told.entry(&note.says).or_default().push(note);
    }
    for (says, notes) in told {
        story.push(Sentence {
            shown: shown(log, notes[0].line - 1),
            text: says.into(),
            lines: Cited::new(notes[0].line, notes.iter().map(|note| note.line)),
            level: notes[0].level,
        });
    }
    if let Some(end) = facts.end {
        story.push(Sentence {
            shown: shown(log, end - 1),
            text: "Everything was settled, and the message left the queue.".into(),
            lines: Cited::new(end, []),
            level: Level::Info,
        });
    }
    story.sort_by(|a, b| (a.lines[0], &a.text).cmp(&(b.lines[0], &b.text)));
    let (headline, cites) = headline(facts);
    Explanation {
        headline,
        cites,
        story,
        stage: stage(facts),
        party: Party::Nobody,
        lasts: match facts.outcome {
            Outcome::Failed | Outcome::Partial => Some(Lasts::Permanent),
            Outcome::Deferred => Some(Lasts::Temporary),
            Outcome::Open | Outcome::Unknown | Outcome::Delivered => None,
        },
        next: next(facts),
        missing: missing(facts),
    }
}

fn arrival(log: &Log, facts: &Facts) -> Option<Sentence> {
    let (&first, rest) = facts.arrival.split_first()?;
    let size = facts.bytes.map_or_else(String::new, |bytes| format!(" ({})", size(bytes)));
    let text = match facts.sender.as_deref() {
        None => format!("A message{size} entered the queue."),
        Some("") => format!("A notice about failed delivery{size} entered the queue. It has no sender, so that it cannot be answered by another notice."),
        Some("#@[]") => format!("A notice about a notice that could not be delivered{size} entered the queue."),
        Some(sender) => format!("The server took a message{size} from {sender} into its queue."),
    };
    Some(Sentence {
        shown: shown(log, first - 1),
        text,
        lines: Cited::new(first, rest.iter().copied()),
        level: Level::Info,
    })
}

/// The attempts for one recipient: those that came out alike in a row are told as one.
fn of_recipient(log: &Log, facts: &Facts, recipient: &str) -> Vec<Sentence> {
    let tried: Vec<&Tried> = facts.of_recipient(recipient).collect();
    let to = if recipient.is_empty() { "a recipient" } else { recipient };
    let alike = |a: &&Tried, b: &&Tried| {
        a.attempt.outcome == b.attempt.outcome && a.attempt.text == b.attempt.text && a.attempt.channel == b.attempt.channel
    };
    let mut sentences = Vec::new();
    for run in tried.chunk_by(alike) {
        let (first, last) = (run[0], run[run.len() - 1]);
        let way = way(&first.attempt);
        let says = &last.says;
        let mut text = match (first.attempt.outcome, way) {
            (AttemptOutcome::Success, Way::There) => format!("The mail server of {to} accepted the message and is now responsible for it."),
            (AttemptOutcome::Success, Way::Here) => format!("The message was delivered to {to} on this server."),
            (AttemptOutcome::Success, Way::Onward) => format!("The message for {to} was passed on to another queue of this server, where it goes on under another id."),
            (AttemptOutcome::Success, Way::Nowhere) => format!("The message for {to} was thrown away on purpose, without a notice to the sender."),
            (AttemptOutcome::Deferral, _) if run.len() == 1 => format!("Delivery to {to} did not work this time, and it will be tried again."),
            (AttemptOutcome::Deferral, _) => {
                let until = last.attempt.shown.as_deref().unwrap_or("later");
                format!("Delivery to {to} was tried {} times until {until} and did not work, each time for the same reason.", run.len())
            }
            (AttemptOutcome::Failure, _) => format!("Delivery to {to} failed for good."),
            (AttemptOutcome::Open, _) => format!("A delivery to {to} began; its result is not in the paste."),
        };
        if !(says.is_empty() || way == Way::There && first.attempt.outcome == AttemptOutcome::Success) {
            text.push(' ');
            text.push_str(says);
        }
        let level = match first.attempt.outcome {
            AttemptOutcome::Success => Level::Success,
            AttemptOutcome::Deferral => Level::Temporary,
            AttemptOutcome::Failure => Level::Permanent,
            AttemptOutcome::Open => Level::Info,
        };
        let lines = run.iter().flat_map(|tried| [Some(tried.attempt.start_line), tried.attempt.end_line]).flatten();
        sentences.push(Sentence {
            shown: first.attempt.end_line.and_then(|line| shown(log, line - 1)).or_else(|| first.attempt.shown.clone()),
            text,
            lines: Cited::new(first.attempt.start_line, lines),
            level,
        });
    }
    sentences
}

/// The last result of every recipient.
fn finals<'a>(facts: &'a Facts) -> Vec<(&'a str, &'a Tried)> {
    facts
        .recipients()
        .into_iter()
        .filter_map(|recipient| {
            let told = |tried: &&Tried| tried.attempt.outcome != AttemptOutcome::Open;
            let last = facts.of_recipient(recipient).rfind(told);
            Some((recipient, last.or_else(|| facts.of_recipient(recipient).next_back())?))
        })
        .collect()
}

fn headline(facts: &Facts) -> (String, Cited) {
    let finals = finals(facts);
    let ended = |of: &[AttemptOutcome]| finals.iter().any(|(_, tried)| of.contains(&tried.attempt.outcome));
    if let Some(note) = facts.verdict.and_then(|at| facts.notes.get(at)) {
        // Who failed is told by name; who was served comes first, and the verdict is for the rest.
        if ended(&[AttemptOutcome::Success]) && !ended(&[AttemptOutcome::Failure]) {
            let served = finals.iter().filter(|(_, tried)| tried.attempt.outcome == AttemptOutcome::Success);
            let names: Vec<&str> = served.map(|(name, _)| *name).collect();
            return (format!("Delivered to {}. {}", list(&names), note.says), Cited::new(note.line, []));
        }
        if !ended(&[AttemptOutcome::Failure]) {
            return (note.says.clone(), Cited::new(note.line, []));
        }
    }
    let with = |outcome: AttemptOutcome| -> Vec<&(&str, &Tried)> {
        finals.iter().filter(|(_, tried)| tried.attempt.outcome == outcome).collect()
    };
    let names = |of: &[&(&str, &Tried)]| {
        let names: Vec<&str> = of.iter().map(|of| if of.0.is_empty() { "a recipient" } else { of.0 }).collect();
        list(&names)
    };
    let cited = |of: &[&(&str, &Tried)]| {
        let mut lines = of.iter().map(|(_, tried)| tried.attempt.end_line.unwrap_or(tried.attempt.start_line));
        let first = lines.next().or(facts.lines.first().copied()).unwrap_or(1);
        Cited::new(first, lines)
    };
    let success = with(AttemptOutcome::Success);
    let deferral = with(AttemptOutcome::Deferral);
    let failure = with(AttemptOutcome::Failure);
    let open = with(AttemptOutcome::Open);
    if !failure.is_empty() {
        let rest = success.len() + deferral.len() + open.len();
        let others = if rest > 0 { format!(" {} of {} failed.", failure.len(), count(finals.len(), "recipient")) } else { String::new() };
        return (format!("Not delivered to {}.{others}", names(&failure)), cited(&failure));
    }
    if !deferral.is_empty() {
        return (format!("Still trying to deliver to {}.", names(&deferral)), cited(&deferral));
    }
    if !open.is_empty() {
        return (format!("On its way to {}: the paste ends before the result.", names(&open)), cited(&open));
    }
    if success.is_empty() {
        let worst = facts.notes.iter().filter(|note| note.level > Level::Info).max_by_key(|note| note.level);
        if let Some(note) = worst {
            return (note.says.clone(), Cited::new(note.line, []));
        }
        let first = facts.lines.first().copied().unwrap_or(1);
        return ("The paste does not show what became of this message.".into(), Cited::new(first, []));
    }
    if success.iter().all(|(_, tried)| way(&tried.attempt) == Way::Onward) {
        let text = format!("Passed on to another queue of this server for {}, where it goes on under another id.", names(&success));
        return (text, cited(&success));
    }
    let thrown = success.iter().filter(|(_, tried)| way(&tried.attempt) == Way::Nowhere).count();
    if thrown > 0 && thrown == success.len() {
        let text = format!("Thrown away on purpose: nothing was delivered to {}.", names(&success));
        return (text, cited(&success));
    }
    let remote = success.iter().filter(|(_, tried)| way(&tried.attempt) == Way::There).count();
    let text = if remote == success.len() {
        format!("Accepted by the mail server of {}, which is now responsible for it.", names(&success))
    } else if remote == 0 {
        format!("Delivered to {} on this server.", names(&success))
    } else {
        format!("Delivered to {} on this server and accepted by another server for {remote}.", success.len() - remote)
    };
    (text, cited(&success))
}

fn stage(facts: &Facts) -> Stage {
    let finals = finals(facts);
    let Some((_, worst)) = finals.iter().max_by_key(|(_, tried)| match tried.attempt.outcome {
        AttemptOutcome::Failure => 3,
        AttemptOutcome::Deferral => 2,
        AttemptOutcome::Open => 1,
        AttemptOutcome::Success => 0,
    }) else {
        return Stage::Queue;
    };
    let remote = way(&worst.attempt) == Way::There;
    match (worst.attempt.outcome, remote) {
        (AttemptOutcome::Open, _) => Stage::Queue,
        (_, true) => Stage::TheirServer,
        (_, false) => Stage::Mailbox,
    }
}

fn next(facts: &Facts) -> Vec<Step> {
    let mut next = Vec::new();
    if let (Some(id), "qmail-send") = (&facts.id, facts.format) {
        next.push(Step {
            text: "To see all lines of this message on the server:".into(),
            command: Some(format!("cat /var/log/send/current | tai64nlocal | grep {id}")),
        });
    }
    next
}

fn missing(facts: &Facts) -> Vec<String> {
    let mut missing = Vec::new();
    if facts.kind == TraceType::Message {
        if !facts.born && facts.arrival.is_empty() {
            missing.push("The lines that show how the message came in: the paste begins later.".into());
        }
        if !facts.ended && facts.says_end {
            missing.push("The line that ends the message: it may still have been in the queue when the paste was made.".into());
        }
    }
    missing
}

