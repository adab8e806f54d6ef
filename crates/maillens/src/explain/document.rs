//! What was pasted whole: its lines taken apart, its attempts, and what every kind of document shares.
//! What each kind means is told by its own file.

use super::known::{self, Helps};
use super::line::says;
use super::words::decoded;
use super::{dialogue, headers, message, notice, queue, sockets};
use crate::export::{Attempt, Explanation, Row, Sentence, Trace};
use crate::format::{Effect, Format, Part, Place, Role, Shape};
use crate::knowledge::classify::{Evidence, Verdict, classify};
use crate::log::{Log, Parsed};
use crate::pattern::{CATALOGUE, Entry};
use crate::syntax::enhanced::Status;
use crate::syntax::reply::Reply;
use crate::text::lossy;
use crate::trace;
use crate::vocabulary::{AttemptOutcome, Cited, Level, TraceType};
use crate::vocabulary::{FormatKind, Reason, Sign};

/// A document with its lines taken apart.
pub(super) struct TakenApart<'a> {
    pub log: &'a Log,
    trace: u32,
    indexed: &'a trace::Trace,
    /// Its lines, in order.
    pub lines: Vec<Told<'a>>,
    /// Its attempts, in order.
    pub attempts: Vec<Tried>,
}

/// One line of a document.
pub(super) struct Told<'a> {
    /// Its number, from 1.
    pub line: u32,
    /// The pattern that claims it.
    pub entry: &'static Entry,
    parsed: Parsed<'a>,
    /// True for a line of the mail that the document only quotes.
    pub quoted: bool,
}

impl Told<'_> {
    /// The first value of a role.
    pub fn value(&self, role: Role) -> Option<String> {
        let at = self.entry.part(role, &self.parsed.captures)?;
        Some(lossy(at.of(self.parsed.body())).into_owned())
    }

    /// What the line says.
    pub fn says(&self) -> String {
        says(self.entry, self.parsed.body(), &self.parsed.captures)
    }

    /// What helps about it.
    pub fn helps(&self, log: &Log) -> Option<Helps> {
        known::of_line(log, self.line, true)
    }

    /// The line itself.
    pub fn text(&self) -> String {
        lossy(self.parsed.body()).trim().to_owned()
    }

    /// True for a line that its format calls this.
    pub fn is(&self, sign: Sign) -> bool {
        self.entry.is(sign)
    }

    /// True for a line that its format calls one of these.
    pub fn is_any(&self, signs: &[Sign]) -> bool {
        self.entry.pattern.sign.is_some_and(|own| signs.contains(&own))
    }

    /// True for a line of a format of this kind.
    pub fn is_of(&self, kind: FormatKind) -> bool {
        self.entry.format.kind == kind
    }
}

/// One attempt, with the lines that tell of it.
pub(super) struct Tried {
    pub attempt: Attempt,
    /// Lines, from 1.
    pub lines: Vec<u32>,
    /// Why it did not work, where it did not.
    pub verdict: Option<Verdict>,
}

impl Tried {
    /// The reason, where there is evidence for one.
    pub fn reason(&self) -> Option<Reason> {
        self.verdict.map(|verdict| verdict.reason).filter(|reason| *reason != Reason::Undefined)
    }

    /// The verdict, where there is evidence for one.
    pub fn known(&self) -> Option<Verdict> {
        self.verdict.filter(|verdict| verdict.reason != Reason::Undefined)
    }

    /// The recipient, for a sentence.
    pub fn to(&self) -> &str {
        self.attempt.recipient.as_deref().filter(|to| !to.is_empty()).unwrap_or("the recipient")
    }

    /// The lines that tell of it.
    pub fn cited(&self) -> Cited {
        Cited::new(self.attempt.start_line, self.lines.iter().copied())
    }
}

impl<'a> TakenApart<'a> {
    /// A trace that is a document; `None` for one that was read from a log.
    pub(super) fn of(log: &'a Log, number: u32) -> Option<TakenApart<'a>> {
        let indexed = log.indexed(number).filter(|trace| trace.kind != TraceType::Event)?;
        let first = log.parse(indexed.first).entry?.format.place;
        if !matches!(first, Place::Document(_)) {
            return None;
        }
        let (mut quoted, mut tried) = (false, false);
        let mut lines = Vec::new();
        for &line in log.lines_of(number) {
            let parsed = log.parse(line - 1);
            let Some(entry) = parsed.entry else { continue };
            // Headers below the words of a notice are those of what came back.
            quoted |= indexed.kind == TraceType::Bounce
                && tried
                && matches!(entry.pattern.effect, Effect::Early(_));
            tried |= matches!(entry.pattern.effect, Effect::Start | Effect::Attempt(_) | Effect::Result(_));
            lines.push(Told { line, entry, parsed, quoted });
            quoted |= entry.pattern.then == Some(Part::Copied);
        }
        let mut document = TakenApart { log, trace: number, indexed, lines, attempts: Vec::new() };
        document.attempts = log.attempts_of(number).iter().map(|attempt| document.tried(attempt)).collect();
        Some(document)
    }

    /// The number of its trace.
    pub fn number(&self) -> u32 {
        self.trace
    }

    /// A line by its number, from 1.
    fn line(&self, line: u32) -> Option<&Told<'a>> {
        let at = self.lines.binary_search_by_key(&line, |told| told.line).ok()?;
        Some(&self.lines[at])
    }

    /// The first line with a value of this role, and the value.
    pub fn first(&self, role: Role, of: impl Fn(&Told<'a>) -> bool) -> Option<(u32, String)> {
        self.lines.iter().filter(|told| of(told)).find_map(|told| Some((told.line, told.value(role)?)))
    }

    /// A line by its number, from 1, as it was pasted.
    pub fn pasted(&self, line: u32) -> String {
        lossy(self.log.pasted(line - 1)).into_owned()
    }

    /// The first line that its format calls this.
    pub fn sign(&self, sign: Sign) -> Option<&Told<'a>> {
        self.lines.iter().find(|told| told.is(sign))
    }

    /// What it is the story of.
    pub fn kind(&self) -> TraceType {
        self.indexed.kind
    }

    /// True when its end is in the paste.
    pub fn ended(&self) -> bool {
        self.indexed.ended
    }

    /// The format of its first line.
    fn format(&self) -> Option<&'static Format> {
        self.lines.first().map(|told| told.entry.format)
    }

    /// An attempt, from all the lines that tell of it.
    fn tried(&self, indexed: &trace::Attempt) -> Tried {
        let mut attempt =
            Attempt { start_line: indexed.start + 1, outcome: indexed.outcome, ..Attempt::default() };
        attempt.end_line = Some(indexed.end).filter(|end| *end != trace::NONE).map(|end| end + 1);
        let mut lines: Vec<u32> = self.log.told_of(indexed).map(|line| line + 1).collect();
        // A report quotes the answer exactly; the text for people wraps it or has it only in part.
        let (mut exact, mut words) = (Vec::new(), Vec::new());
        let mut stated = None;
        for told in lines.iter().filter_map(|line| self.line(*line)) {
            for (place, role) in [
                (&mut attempt.recipient, Role::Recipient),
                (&mut attempt.original_recipient, Role::OriginalRecipient),
                (&mut attempt.remote, Role::Remote),
            ] {
                if place.is_none() {
                    *place = told.value(role).filter(|value| !value.is_empty());
                }
            }
            let reply = told.value(Role::Reply).filter(|reply| !reply.trim().is_empty());
            let reply = reply.or_else(|| told.entry.stated(Role::Reply).map(str::to_owned));
            if told.is_of(FormatKind::Report) {
                stated = stated.or_else(|| told.value(Role::Status));
                exact.extend(reply);
            } else if let Some(reply) = reply {
                let codes = [told.value(Role::Code), told.value(Role::Status)];
                words.push(codes.into_iter().flatten().chain([reply]).collect::<Vec<_>>().join(" "));
            }
            if attempt.remote.is_none() {
                attempt.remote = told.remote();
            }
        }
        // A result of qmail holds no blanks, so a break in it took none.
        let is_result = |part: &str| !part.contains(' ') && part.contains('_');
        let join = |parts: &[String]| {
            let tight = parts.first().is_some_and(|first| is_result(first.trim()));
            let gap = if tight && !parts.iter().any(|part| part.trim().contains(' ')) { "" } else { " " };
            parts.iter().map(|part| part.trim()).collect::<Vec<_>>().join(gap)
        };
        let (exact, mut words) = (join(&exact), join(&words));
        if !words.contains(' ') {
            words = decoded(&words);
        }
        // Sendmail's own words for it say nothing; what the other server answered stands in its transcript.
        let own = words.trim_end_matches('.').ends_with("5.0.0 Service unavailable");
        let answered = self.lines.iter().rev().filter(|_| own && exact.is_empty()).find_map(|told| {
            let reply = told.value(Role::Reply).filter(|_| told.is(Sign::Answer))?;
            reply.starts_with(['4', '5']).then_some((told.line, reply))
        });
        if let Some((line, reply)) = answered {
            words = reply;
            lines.push(line);
            attempt.remote = attempt
                .remote
                .or_else(|| self.lines.iter().find(|told| told.is(Sign::TalkedTo))?.value(Role::Remote));
        }
        // Some programs quote the first line of a long reply there (`554-`), and all of it in the text for people.
        let cut = exact.as_bytes().get(3) == Some(&b'-') && words.starts_with(&exact);
        let text = if exact.is_empty() || cut { &words } else { &exact };
        let reply = Reply::parse(text);
        attempt.code = reply.code.map(|code| code.to_string());
        // The more precise of the two: a status that ends in .0.0 says no more than its first digit.
        let stated = stated.as_deref().and_then(Status::parse);
        let status = match (stated, reply.status) {
            (Some(stated), Some(own)) if stated.detail == 0 => Some(own),
            (stated, own) => stated.or(own),
        };
        attempt.status = status.map(|status| status.to_string());
        attempt.text = Some(text.clone()).filter(|text| !text.is_empty());
        let failed = matches!(attempt.outcome, AttemptOutcome::Deferral | AttemptOutcome::Failure);
        let judge = |text: &str| {
            classify(&Evidence {
                text,
                code: reply.code,
                status,
                outcome: attempt.outcome,
                ..Evidence::default()
            })
        };
        let verdict = failed.then(|| {
            let of_exact = judge(text);
            if of_exact.reason == Reason::Undefined { judge(&words) } else { of_exact }
        });
        attempt.reason = verdict.map(|verdict| verdict.reason);
        Tried { attempt, lines, verdict }
    }

    fn id(&self) -> Option<String> {
        let own = self.first(Role::Message, |told| !told.quoted && told.is_of(FormatKind::Headers));
        own.or_else(|| self.first(Role::Message, |told| !told.quoted))
            .or_else(|| self.first(Role::Queued, |told| !told.quoted))
            .map(|(_, id)| id)
    }

    fn sender(&self) -> Option<String> {
        let quoted = self.first(Role::Sender, |told| told.quoted);
        quoted
            .or_else(|| self.first(Role::Sender, |told| self.kind() != TraceType::Bounce || !told.quoted))
            .map(|(_, sender)| sender)
    }

    pub(super) fn row(&self) -> Row {
        let recipients: Vec<&str> =
            self.attempts.iter().filter_map(|tried| tried.attempt.recipient.as_deref()).collect();
        Row {
            trace: self.trace,
            kind: self.kind(),
            format: self.format().map_or("", |format| format.id).into(),
            outcome: self.indexed.outcome,
            from: self.sender(),
            to: recipients.first().map(|first| (*first).to_owned()),
            more: recipients.len().saturating_sub(1) as u32,
            client: None,
            why: None,
            shown: None,
            attempts: self.attempts.len() as u32,
        }
    }

    pub(super) fn into_trace(self) -> Trace {
        let explanation = self.explain();
        let quoted = self.first(Role::MessageId, |told| told.quoted);
        let message_id = quoted.or_else(|| self.first(Role::MessageId, |_| true)).map(|(_, id)| id);
        Trace {
            trace: self.trace,
            kind: self.kind(),
            format: self.format().map_or("", |format| format.id).into(),
            id: self.id(),
            sender: self.sender(),
            bytes: None,
            message_id,
            user: None,
            client: None,
            login: None,
            scan: None,
            started: None,
            ended: None,
            shown: None,
            first_line: self.indexed.first + 1,
            last_line: self.indexed.last + 1,
            count: None,
            outcome: self.indexed.outcome,
            links: self.log.links_of(self.trace).map(|link| message::seen_from(self.trace, *link)).collect(),
            attempts: self.attempts.into_iter().map(|tried| tried.attempt).collect(),
            explanation,
        }
    }

    fn explain(&self) -> Explanation {
        match self.kind() {
            TraceType::Dialogue => dialogue::explain(self),
            TraceType::Connection => sockets::explain(self),
            TraceType::Message if self.format().is_some_and(|format| format.kind == FormatKind::Queue) => {
                queue::explain(self)
            }
            TraceType::Message => headers::explain(self),
            _ => notice::explain(self),
        }
    }
}

impl Told<'_> {
    /// The server at the other end, where a delivery result in the line names it.
    fn remote(&self) -> Option<String> {
        let captures = &self.parsed.captures;
        let result = captures.iter().find(|capture| self.entry.field(**capture).shape == Shape::Result)?;
        let text = result.at.of(self.parsed.body());
        CATALOGUE.result(text).iter().find_map(|segment| {
            let part = CATALOGUE.entry(segment.entry?).part(Role::Remote, &segment.captures)?;
            Some(lossy(part.of(segment.at.of(text))).into_owned())
        })
    }
}

/// A sentence without a time: what was pasted whole has none.
pub(super) fn sentence(text: String, lines: Cited, level: Level) -> Sentence {
    Sentence { shown: None, text, lines, level }
}
