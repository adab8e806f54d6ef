//! A message that was tried to deliver, for each group of its recipients; and messages that somebody sent with a
//! customer's password.

use super::gleaned::Gleaned;
use super::group::{Ending, Group, groups, is_in_house, is_theirs};
use super::message::{Acts, Effect, Happened, Message, Note, State, Title, Todo};
use super::shape::{Letter, LetterPart, OURS, Weight, state, todos};
use super::titles::user;
use crate::explain;
use crate::export::Trace;
use crate::knowledge::situation::Case;
use crate::log::Log;
use crate::vocabulary::{Outcome, Party, TraceType};

/// How a message came out, in a word or two, and who acts.
pub(super) fn came_out<'a>(fates: impl Iterator<Item = Ending>, trace: &Trace) -> Vec<Message<'a>> {
    let fates: Vec<Ending> = fates.collect();
    let quoted = trace.kind == TraceType::Bounce && !trace.attempts.iter().all(is_in_house);
    let theirs = quoted || trace.attempts.iter().any(is_theirs);
    let Some(&worst) = fates.iter().min_by_key(|fate| **fate as u8) else { return Vec::new() };
    let mixed = fates.iter().any(|fate| *fate != worst);
    let what = match (worst, mixed) {
        (Ending::Failed | Ending::GivenUp, false) => State::NotDelivered,
        (Ending::Failed | Ending::GivenUp, true) => State::NotToEveryone,
        (Ending::Waiting, _) if trace.kind == TraceType::Dialogue => State::NotAccepted,
        (Ending::Waiting, _) => State::Delayed,
        (Ending::Open, _) => return state(State::NotKnown, None),
        // Whose server it was that took a test, and what it did then, nobody sees.
        (Ending::Arrived, _) if trace.kind == TraceType::Dialogue => return Vec::new(),
        (Ending::Arrived, _) if theirs => return state(State::Accepted, None),
        (Ending::Arrived, _) => return state(State::Delivered, None),
    };
    let who = match (trace.explanation.party, worst) {
        (Party::OurServer, _) => Some(Acts::Us),
        (Party::Sender, _) if trace.kind == TraceType::Message => Some(Acts::Sender),
        (Party::Recipient, _) if theirs => Some(Acts::Recipient),
        (Party::Recipient, _) => Some(Acts::Owner),
        // A notice tells of another server; a program that talks to a server keeps no queue.
        (_, Ending::Waiting) if matches!(trace.kind, TraceType::Bounce | TraceType::Dialogue) => None,
        (_, Ending::Waiting) => Some(Acts::Retries),
        (Party::TheirServer, _) if theirs => Some(Acts::Provider),
        _ => None,
    };
    state(what, who)
}

impl<'a> Letter<'a> {
    pub(super) fn message(log: &'a Log, trace: &'a Trace, facts: &Gleaned) -> Letter<'a> {
        let groups = groups(log, trace);
        let sent_here = groups.iter().any(|group| group.remote || group.is_sent_here(trace));
        let way = groups.first().filter(|_| groups.len() == 1).and_then(|group| explain::way(group.last()));
        let mut state = match (trace.outcome, way) {
            (Outcome::Delivered, Some("discard")) => state(State::Discarded, None),
            (Outcome::Delivered, Some("forward")) => state(State::Forwarded, None),
            (Outcome::Delivered, Some("unrun")) => state(None, Acts::Us),
            (Outcome::Delivered, Some("filter" | "queue")) => state(State::OnItsWay, None),
            (Outcome::Delivered, Some("probe")) => Vec::new(),
            _ if trace.kind == TraceType::Message && groups.iter().all(Group::only_waits) => {
                state(State::OnItsWay, Acts::Retries)
            }
            _ => came_out(groups.iter().map(|group| group.fate), trace),
        };
        let mut parts: Vec<LetterPart<'_>> = Vec::new();
        for group in groups {
            let lines = group.cited();
            let (means, todo) = group.advice(log, trace, facts);
            // The owner of a forward may be anybody; what to do says who acts.
            let forward =
                |said: &Message<'_>| matches!(said, Message::Case(Case::Forward | Case::ForwardUnwanted, ..));
            if means.iter().any(forward) {
                state.retain(|said| !matches!(said, Message::Acts(Acts::Recipient)));
            }
            let mut part = LetterPart::new(group.happened(log, trace), means, todo, &lines);
            part.is_done = matches!(group.fate, Ending::Arrived | Ending::Open);
            // What was said of others is not said again.
            for earlier in &parts {
                part.happened.retain(|said| earlier.happened.iter().all(|other| other.0 != said.0));
                part.means.retain(|said| !earlier.means.contains(said));
                part.todo.retain(|said| !earlier.todo.contains(said));
            }
            parts.push(part);
        }
        // Whether it's their server or our own connection, nobody sees from here.
        if parts.iter().any(|part| part.todo.contains(&Message::Todo(Todo::CheckTogether))) {
            state.retain(|said| *said != Message::Acts(Acts::Provider));
        }
        // Who was signed in and sent it is who reads this.
        if user(trace).is_some() {
            for said in state.iter_mut().filter(|said| **said == Message::Acts(Acts::Sender)) {
                *said = Message::Acts(Acts::You);
            }
        }
        if facts.unscanned && trace.outcome == Outcome::Delivered {
            state = vec![Message::Acts(Acts::Us)];
            for part in &mut parts {
                part.means = vec![Message::Effect(Effect::Unscanned)];
                part.todo = todos(OURS);
            }
        }
        Letter { sent_here, ..Letter::new(state, Weight::Mail, parts) }
    }

    /// Somebody else sends with a customer's password.
    pub(super) fn stolen(log: &Log, trace: &'a Trace, user: &'a str) -> Letter<'a> {
        let lines = &trace.explanation.cites;
        let happened = Happened::SentByStranger { user, at: explain::when(log, trace.first_line) };
        let part = LetterPart::new(
            happened,
            vec![Message::Note(Note::StolenPassword)],
            todos(&[Todo::ChangeStolen]),
            lines,
        );
        let mut letter = Letter::one(state(None, Acts::You), Weight::Mail, part);
        letter.title = Title::Mailbox { user };
        letter.lines = lines.clone();
        letter.titles = Some(Title::Messages);
        letter
    }
}
