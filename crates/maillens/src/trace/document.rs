//! Documents: what was pasted whole and that no program stamped. A notice, a transcript, the headers of a
//! mail. Their lines have no key; they belong to the document that is open, and the part of it that they
//! stand in says what they can mean. This is the only place that decides which document and which part.

use super::{Said, Tracer, hash};
use crate::format::{Effect, Part, Role, Shape};
use crate::syntax::reply::Reply;
use crate::text::lossy;
use crate::vocabulary::{AttemptOutcome, FormatKind, Level, TraceType};

/// The document whose lines are being read.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "four answers that do not depend on each other")]
pub(super) struct OpenDocument {
    trace: u32,
    kind: TraceType,
    part: Part,
    /// The attempt that the lines tell of.
    current: Option<u32>,
    /// How attempts end of which nothing else is said.
    usual: AttemptOutcome,
    /// The outcome that a report gives before it names the recipient.
    ahead: Option<AttemptOutcome>,
    /// The line that gives a reason before the recipients that it is about.
    reason: Option<u32>,
    /// Where its attempts begin.
    attempts: u32,
    /// How many lines of headers it has.
    headers: u32,
    /// True when the next reply is about the whole message.
    sent: bool,
    /// True when the notice itself says that nothing is tried any more: an answer that it quotes can still be "not now".
    given_up: bool,
    /// True where its last line is of a look-up in DNS.
    lookup: bool,
    /// True where the server of a conversation said goodbye: a greeting begins another one.
    over: bool,
}

/// Fewer lines of headers than this are no mail: what stands below them is not its text.
const HEADERS: u32 = 3;

impl Tracer {
    /// The part of the open document.
    pub fn part(&self) -> Part {
        self.document.as_ref().map_or(Part::Outside, |document| document.part)
    }

    /// Takes a line that holds nothing.
    pub fn blank(&mut self) {
        if let Some(document) = &mut self.document {
            if document.part == Part::Headers
                && document.headers < HEADERS
                && document.kind != TraceType::Bounce
            {
                self.document = None;
                return;
            }
            document.part = document.part.after_blank();
            if matches!(document.part, Part::Report | Part::Text) {
                document.current = None;
                document.ahead = None;
            }
        }
    }

    /// Closes the open document: a line of a log came.
    pub fn close(&mut self) {
        self.document = None;
    }

    /// Takes a command that somebody typed: what it shows is no answer of the command before it, and where it's surely one
    /// of the shell, no mail, no notice and no conversation goes on below it.
    pub fn typed(&mut self, surely: bool) {
        match self.part() {
            Part::Closed if self.document.as_ref().is_some_and(|open| open.lookup) => self.close(),
            _ if !surely => {}
            Part::Headers | Part::Text | Part::Paragraph | Part::Report | Part::Diagnostic => self.close(),
            // Whoever types a command of the shell has left the conversation.
            Part::Certificate | Part::Talk | Part::Secret => {
                self.document.iter_mut().for_each(|document| document.part = Part::Closed);
            }
            _ => {}
        }
    }

    /// Takes a line of a document; returns its trace.
    pub(super) fn document(&mut self, said: &Said<'_>, kind: TraceType) -> u32 {
        let pattern = said.entry.pattern;
        let effect = pattern.effect;
        let kind = match effect {
            Effect::Birth(kind) | Effect::Early(kind) | Effect::Part(kind) | Effect::End(kind) => kind,
            _ => kind,
        };
        // Below a notice, the headers of a mail that somebody sent are those of the one that came back.
        let attempts = self.attempts.len() as u32;
        let written = || said.value(Role::Sender).is_some_and(|sender| sender.contains(&b'@'));
        if let Some(open) = self.document.as_mut().filter(|open| {
            open.kind == TraceType::Bounce && open.attempts < attempts && open.part != Part::Headers
        }) && matches!(effect, Effect::Early(_))
            && written()
        {
            open.part = Part::Copied;
        }
        let replies = |code: &[u8]| said.value(Role::Code) == Some(code);
        let goes_on = |open: &OpenDocument| match effect {
            Effect::Birth(_) => false,
            _ if open.over && replies(b"220") => false,
            Effect::Early(_) => {
                let then = pattern.then.map(|then| open.part.led_to(then));
                (then == Some(open.part) || matches!(open.part, Part::Copied | Part::Report))
                    && open.continues(kind)
            }
            _ => open.continues(kind),
        };
        let mut document = match self.document.take().filter(goes_on) {
            Some(mut open) => {
                if kind == TraceType::Bounce && open.kind != kind {
                    open.kind = kind;
                    open.usual = AttemptOutcome::Failure;
                    self.traces[open.trace as usize].kind = kind;
                }
                open
            }
            None => OpenDocument {
                trace: self.begin(said.line, kind, matches!(effect, Effect::Birth(_) | Effect::Early(_))),
                kind,
                part: Part::Outside,
                current: None,
                usual: if kind == TraceType::Bounce { AttemptOutcome::Failure } else { AttemptOutcome::Open },
                reason: None,
                ahead: None,
                attempts: self.attempts.len() as u32,
                headers: 0,
                sent: false,
                given_up: false,
                lookup: false,
                over: false,
            },
        };
        document.over |= kind == TraceType::Dialogue && replies(b"221");
        document.lookup = said.entry.format.kind == FormatKind::Lookup;
        let opens = matches!(effect, Effect::Part(_)) || pattern.then == Some(Part::Text);
        document.given_up |= kind == TraceType::Bounce && pattern.level == Level::Permanent && opens;
        match effect {
            Effect::Start => {
                let current = self.recipient(&document, said);
                document.current = Some(current);
                let stated = (pattern.level == Level::Temporary).then_some(AttemptOutcome::Deferral);
                if let Some(outcome) = document.ahead.or(stated) {
                    self.attempts[current as usize].outcome = outcome;
                }
            }
            Effect::Result(outcome) => self.result(&mut document, said, outcome),
            Effect::Attempt(outcome) => {
                let known = document.current.map(|current| self.attempts[current as usize].outcome);
                let outcome = match outcome {
                    AttemptOutcome::Open => outcome_of(said).or(known).unwrap_or(document.usual),
                    outcome => outcome,
                };
                let outcome = match outcome {
                    AttemptOutcome::Deferral if document.given_up => AttemptOutcome::Failure,
                    outcome => outcome,
                };
                let count = self.attempts.len() as u32 - document.attempts;
                match document.current {
                    None if count == 0 => {
                        let current = self.recipient(&document, said);
                        self.attempts[current as usize].outcome = outcome;
                        document.current = Some(current);
                    }
                    // An answer apart from the only recipient is about that one.
                    None if count == 1 => {
                        let start = self.attempts[document.attempts as usize].start;
                        self.told.push((start, said.line));
                    }
                    None => {}
                    Some(current) => self.attempts[current as usize].outcome = outcome,
                }
            }
            // The content of a message ends.
            Effect::Death => document.sent = true,
            Effect::End(_) => self.traces[document.trace as usize].ended = true,
            _ => {}
        }
        document.part = pattern.then.map_or(document.part, |then| document.part.led_to(then));
        if document.part == Part::Text && pattern.then.is_some() && effect != Effect::Start {
            document.current = None;
        }
        if let Some(current) = document.current {
            let attempt = &mut self.attempts[current as usize];
            attempt.end = said.line;
            self.told.push((attempt.start, said.line));
        }
        if document.kind == TraceType::Dialogue && matches!(effect, Effect::Result(_)) {
            document.current = None;
        }
        document.headers += u32::from(document.part == Part::Headers);
        let trace = document.trace;
        self.document = Some(document);
        trace
    }

    /// The attempt for the recipient that a line names: the one that the document has for it, or a new
    /// one. An attempt without a recipient takes the first that is named.
    fn recipient(&mut self, document: &OpenDocument, said: &Said<'_>) -> u32 {
        let name = said.value(Role::Recipient).unwrap_or_default();
        let recipient = hash(Role::Recipient, &name.to_ascii_lowercase());
        let nobody = hash(Role::Recipient, b"");
        let known = (document.attempts..self.attempts.len() as u32).find(|&at| {
            let attempt = &self.attempts[at as usize];
            attempt.trace == document.trace && [recipient, nobody].contains(&attempt.recipient)
        });
        let at = known.unwrap_or_else(|| self.attempt(document.trace, said, said.line, document.usual));
        self.attempts[at as usize].recipient = recipient;
        if let Some(reason) = document.reason {
            self.told.push((self.attempts[at as usize].start, reason));
        }
        at
    }

    /// A verdict: on the recipient that was named last, on the whole message, or on what comes.
    fn result(&mut self, document: &mut OpenDocument, said: &Said<'_>, outcome: AttemptOutcome) {
        if document.kind == TraceType::Dialogue {
            if let Some(current) = document.current {
                // A recipient that is accepted has no mail yet.
                let outcome = if outcome == AttemptOutcome::Success { AttemptOutcome::Open } else { outcome };
                self.attempts[current as usize].outcome = outcome;
            } else if document.sent || document.part == Part::Content {
                for attempt in &mut self.attempts[document.attempts as usize..] {
                    if attempt.trace == document.trace && attempt.outcome == AttemptOutcome::Open {
                        attempt.outcome = outcome;
                        attempt.end = said.line;
                        self.told.push((attempt.start, said.line));
                    }
                }
                document.sent = false;
            }
        } else if let Some(current) = document.current {
            self.attempts[current as usize].outcome = outcome;
        } else if document.part == Part::Report {
            document.ahead = Some(outcome);
        } else {
            document.usual = outcome;
            document.reason = (document.part == Part::Rows).then_some(said.line);
        }
    }
}

impl OpenDocument {
    /// True when a line of a document of this kind can belong to it.
    fn continues(&self, kind: TraceType) -> bool {
        match (self.kind, kind) {
            (TraceType::Bounce, TraceType::Message) => true,
            (TraceType::Message, TraceType::Bounce) => {
                matches!(self.part, Part::Headers | Part::Text | Part::Report)
            }
            (own, other) => own == other,
        }
    }
}

/// How an attempt ended by the first digit of the answer that a line quotes.
fn outcome_of(said: &Said<'_>) -> Option<AttemptOutcome> {
    let is_answer = |shape| matches!(shape, Shape::Result | Shape::Text);
    let text = said.value(Role::Reply).or_else(|| {
        let quoted = said.captures.iter().rfind(|capture| is_answer(said.entry.field(**capture).shape))?;
        Some(quoted.at.of(said.body))
    })?;
    let text = lossy(text);
    let reply = Reply::parse(&text);
    let class = reply.code.map(|code| code / 100).or(reply.status.map(|status| u16::from(status.class)))?;
    match class {
        2 => Some(AttemptOutcome::Success),
        4 => Some(AttemptOutcome::Deferral),
        5 => Some(AttemptOutcome::Failure),
        _ => None,
    }
}
