//! The headers of a message, a notice that names nobody, and a message of which the log only tells trouble.

use super::advice;
use super::fault::effect;
use super::gleaned::Gleaned;
use super::is_of;
use super::message::{Acts, Effect, Fact, Happened, Message, Note, State, Todo, Tries};
use super::shape::{Letter, LetterPart, OURS, Weight, state, todos};
use super::titles::{is_rewritten, sender, user};
use crate::explain;
use crate::explain::situation::is_notice;
use crate::export::Trace;
use crate::log::Log;
use crate::vocabulary::{FormatKind, Outcome, Party, TraceType};

impl<'a> Letter<'a> {
    pub(super) fn unknown(log: &'a Log, trace: &'a Trace, facts: &'a Gleaned) -> Letter<'a> {
        let lines = &trace.explanation.cites;
        let at = explain::when(log, lines[0]);
        let ours = trace.explanation.party == Party::OurServer;
        let refused = trace.kind == TraceType::Message && trace.outcome == Outcome::Failed;
        if is_of(trace, FormatKind::Headers) {
            // The way of a message that arrived; what it shows is for those who run servers.
            let shown = facts.shown.filter(|_| trace.explanation.party != Party::Nobody);
            // What our own server noted of a message that passed elsewhere harms nobody.
            let harmless = trace.explanation.party == Party::OurServer
                && matches!(shown, Some(Note::OriginDoubted | Note::SignatureBroken));
            if shown.is_none() || harmless {
                return Letter::none(lines);
            }
            let (acts, todo) = match (trace.explanation.party, shown) {
                // What arrived in the end needs nobody.
                (_, Some(Note::ChangedAfterSigning | Note::HeldFirst)) => (None, &[Todo::Nothing][..]),
                (_, Some(Note::WrongClock)) => (None, &[Todo::SetClock][..]),
                (Party::OurServer, _) => (Some(Acts::Us), OURS),
                (_, Some(Note::Waited)) => (None, &[Todo::Nothing][..]),
                (Party::Dns, Some(_)) => (None, &[Todo::DomainRecords][..]),
                (_, Some(Note::ServiceUnconfirmed)) => (None, &[Todo::SetUpService, Todo::NotExpected][..]),
                (Party::Sender, Some(Note::OriginDoubted)) => {
                    (None, &[Todo::SenderRecords, Todo::NotExpected][..])
                }
                (Party::Sender, Some(Note::SignatureBroken)) => (None, &[Todo::SenderRecords][..]),
                (_, Some(Note::MarkedOnArrival)) => (None, &[Todo::LookInSpamFolder, Todo::SentItMarked][..]),
                _ => (None, &[Todo::TellIfWrong][..]),
            };
            let stay = shown.filter(|shown| *shown == Note::Waited).and_then(|_| stay(log, trace));
            let mut means: Vec<Message<'_>> = stay.or(shown.map(Message::Note)).into_iter().collect();
            means.extend(
                (shown == Some(Note::MarkedOnArrival)).then_some(Message::Note(Note::MarkLosesNothing)),
            );
            let is_done = shown == Some(Note::HeldFirst);
            let part = LetterPart { is_done, ..LetterPart::new(None, means, todos(todo), lines) };
            return Letter::one(state(None, acts), Weight::Mail, part);
        }
        if refused {
            return Letter::turned_away(log, trace, facts, false);
        }
        if trace.kind == TraceType::Bounce {
            let known = facts.refusal.map(Message::Refusal).or(facts.reason.map(Message::Reason));
            let Some((means, reason)) = known.zip(facts.reason) else { return Letter::none(lines) };
            let about = facts.refusal.map_or(&[][..], |of| advice::about(of, trace.explanation.party, false));
            let todo = if about.is_empty() { advice::for_sender(reason) } else { about };
            let happened = Happened::NoticeFailed { to: vec![""] };
            let part = LetterPart::new(happened, vec![means], todos(todo), lines);
            return Letter::one(state(State::NotDelivered, None), Weight::Mail, part);
        }
        if !ours {
            return Letter::none(lines);
        }
        let defect = explain::defect(log, trace.trace);
        let effect = effect(log, lines[0], defect).unwrap_or(Effect::Unclear);
        let broken = defect.map(|defect| Message::Happened(Happened::Broken { defect, at: None }));
        let means = broken.unwrap_or(Message::Effect(effect));
        // What was put off at its end never came in: an app shows it, another server tries again.
        let to: Vec<&str> = facts.to.iter().map(String::as_str).collect();
        if trace.outcome == Outcome::Deferred && !to.is_empty() {
            let from = sender(trace, facts).filter(|from| !is_notice(Some(from)) && !is_rewritten(from));
            let own = user(trace).is_some() || facts.own;
            let todo = if own { Todo::WaitForUs } else { Todo::OursTheyRetry };
            let happened = Happened::NotTaken { from, to, later: true, at };
            let part = LetterPart::new(happened, vec![means], todos(&[todo]), lines);
            return Letter::one(state(State::NotAccepted, Acts::Us), Weight::Mail, part);
        }
        let part = LetterPart::new(Happened::MessageProblem { at }, vec![means], todos(OURS), lines);
        Letter::one(state(None, Acts::Us), Weight::Mail, part)
    }
}

/// Where and when a message waited on its way, as its headers show it.
fn stay(log: &Log, trace: &Trace) -> Option<Message<'static>> {
    let (server, [first, last]) = explain::longest_wait(log, trace.trace)?;
    let stay = Tries { times: 1, at_least: false, first: Some(first), last: Some(last) };
    Some(Message::Fact(Fact::HeldUp { server, stay }))
}
