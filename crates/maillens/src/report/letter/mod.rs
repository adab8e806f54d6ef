//! The words for a customer: somebody who knows nothing of mail servers. One letter for each thing that happened,
//! as one would write it: the state and who acts, what happened and why, what to do. No acronym, no blame, no guess,
//! and nothing that nobody asked: where something is wrong, what went well beside it is left out.
//!
//! What is said is decided here, in whole messages (`message.rs`) and advice (`advice.rs`); each language says them.

mod advice;
mod dutch;
mod english;
mod french;
mod german;
mod message;
mod portuguese;
mod spanish;

use super::document::{Block, Said};
use crate::explain;
use crate::explain::situation::{Known, is_notice, is_own_service, original};
use crate::export::{Attempt, Trace};
use crate::knowledge::Refusal;
use crate::knowledge::classify::{Evidence, classify};
use crate::knowledge::defect::Defect;
use crate::knowledge::obstacle::Kind;
use crate::knowledge::situation::{By, Case};
use crate::log::Log;
use crate::vocabulary::{
    App, AttemptOutcome, Cause, Cited, Language, Lasts, Level, Login, Outcome, Party, Reason, TraceType,
};
use message::{
    Acts, Advice, At, Effect, Filing, Fix, Happened, Message, Note, Server, State, Title, Todo, Tries, speech,
};

/// So many things that happened alike are told; the others are counted.
const MOST_ALIKE: usize = 5;

/// What a customer is told of these traces, in an email.
pub(super) fn email(log: &Log, traces: &[u32], language: Language, app: Option<App>) -> Vec<Vec<Block>> {
    let traces = in_order(log, traces);
    letters(log, &traces).into_iter().map(|letter| letter.blocks(language, app)).collect()
}

/// The same in a chat: a few sentences for each.
pub(super) fn chat(log: &Log, traces: &[u32], language: Language) -> Vec<Block> {
    let traces = in_order(log, traces);
    letters(log, &traces).into_iter().filter_map(|letter| letter.chat(language)).collect()
}

/// All that a customer can be told in a language, without any names: its words are no one's.
pub(crate) fn every_text(language: Language) -> Vec<String> {
    let speech = speech(language);
    let said = message::every("", &None).into_iter().map(|of| of.say(speech));
    said.chain(message::titles("").iter().map(|of| speech.title(of))).collect()
}

/// The traces, the most serious first.
fn in_order(log: &Log, traces: &[u32]) -> Vec<Trace> {
    let order = log.order();
    let mut rank = vec![0; order.len()];
    for (at, &trace) in order.iter().enumerate() {
        rank[trace as usize] = at;
    }
    let mut traces: Vec<u32> = traces.iter().copied().filter(|&trace| trace < log.traces()).collect();
    traces.sort_by_key(|&trace| rank[trace as usize]);
    traces.into_iter().filter_map(|trace| log.trace(trace)).collect()
}

/// What a customer is told of these traces.
fn letters<'a>(log: &'a Log, traces: &'a [Trace]) -> Vec<Letter<'a>> {
    let mut told: Vec<Letter<'_>> = traces.iter().map(|trace| Letter::of(log, trace)).collect();
    // A message is somebody's, and so is a log-in. What a part of the server reports of itself only says why.
    let worst = told.iter().map(|letter| letter.weight).max().unwrap_or_default();
    told.retain(|letter| match letter.weight {
        Weight::Mail => true,
        Weight::Quiet | Weight::Ours => letter.weight == worst,
        Weight::Wrong => worst <= Weight::Wrong,
    });
    let mut letters: Vec<Letter<'_>> = Vec::new();
    for letter in told {
        match letters.iter_mut().find(|other| other.is_alike(&letter)) {
            Some(other) => other.join(letter),
            None => letters.push(letter),
        }
    }
    letters
}

/// How much a customer cares for something.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Weight {
    /// Nothing is wrong.
    #[default]
    Quiet,
    /// A part of our server is in trouble.
    Ours,
    /// Somebody was refused or could not sign in.
    Wrong,
    /// A message of theirs.
    Mail,
}

/// What a customer is told of one thing.
struct Letter<'a> {
    title: Title<'a>,
    /// The title where several are told at once.
    titles: Option<Title<'a>>,
    /// The state, and who acts.
    state: Vec<Message<'a>>,
    lines: Cited,
    weight: Weight,
    parts: Vec<Part<'a>>,
}

/// What happened to some, what it means and what to do.
#[derive(PartialEq)]
struct Part<'a> {
    happened: Vec<(Message<'a>, Cited)>,
    means: Vec<Message<'a>>,
    todo: Vec<Message<'a>>,
    lines: Cited,
}

/// Advice as messages.
fn todos<'a>(all: &[Todo]) -> Vec<Message<'a>> {
    all.iter().copied().map(Message::Todo).collect()
}

/// The state as messages.
fn state<'a>(state: impl Into<Option<State>>, acts: impl Into<Option<Acts>>) -> Vec<Message<'a>> {
    let state = state.into().map(Message::State);
    state.into_iter().chain(acts.into().map(Message::Acts)).collect()
}

const OURS: &[Todo] = &[Todo::Ours, Todo::TellWhat];

impl<'a> Part<'a> {
    fn new(
        happened: impl Into<Option<Happened<'a>>>,
        means: Vec<Message<'a>>,
        todo: Vec<Message<'a>>,
        lines: &Cited,
    ) -> Part<'a> {
        let happened = happened.into().map(|of| (Message::Happened(of), lines.clone()));
        Part { happened: happened.into_iter().collect(), means, todo, lines: lines.clone() }
    }

    /// True where another says the same of something else.
    fn is_alike(&self, other: &Part<'_>) -> bool {
        self.means == other.means && self.todo == other.todo
    }
}

impl<'a> Letter<'a> {
    fn of(log: &'a Log, trace: &'a Trace) -> Letter<'a> {
        let cause = explain::decided(log, trace.trace);
        let mut letter = match trace.kind {
            TraceType::Session => Letter::session(log, trace, cause),
            TraceType::Scan => Letter::scan(log, trace),
            TraceType::Event if let Some(later) = is_refusal(log, trace) => {
                Letter::refused(log, trace, later)
            }
            TraceType::Event if trace.explanation.party != Party::Nobody => Letter::fault(log, trace),
            TraceType::Event => Letter::note(log, trace),
            TraceType::Message if let Some(filing) = cause.and_then(Filing::of) => {
                Letter::filed(log, trace, filing)
            }
            _ if !trace.attempts.is_empty() => Letter::message(log, trace),
            TraceType::Connection => Letter::connection(log, trace),
            TraceType::Dialogue => Letter::dialogue(log, trace),
            _ => Letter::unknown(log, trace),
        };
        letter.title = title(trace);
        letter.lines = trace.explanation.cites.clone();
        letter.titles = match trace.kind {
            TraceType::Session => Some(Title::SignIns),
            TraceType::Connection if is_fault(trace) => Some(Title::Problem),
            TraceType::Connection => Some(Title::Connections),
            TraceType::Event => Some(Title::Problem),
            TraceType::Message => Some(Title::Messages),
            _ => None,
        };
        letter
    }

    fn new(state: Vec<Message<'a>>, weight: Weight, parts: Vec<Part<'a>>) -> Letter<'a> {
        let lines = parts.first().map_or_else(|| Cited::new(1, []), |part| part.lines.clone());
        Letter { title: Title::Problem, titles: None, state, lines, weight, parts }
    }

    fn one(state: Vec<Message<'a>>, weight: Weight, part: Part<'a>) -> Letter<'a> {
        Letter::new(state, weight, vec![part])
    }

    /// True where both can be one letter.
    fn is_alike(&self, other: &Letter<'_>) -> bool {
        let (one, two) = (self.parts.first(), other.parts.first());
        let same = self.title == other.title && self.state == other.state && self.parts == other.parts;
        let whole = self.parts.len() == 1 && other.parts.len() == 1;
        let kind = whole && self.titles.is_some() && self.titles == other.titles;
        same || kind
            && self.weight == other.weight
            // A server in trouble is one thing, in however many parts.
            && (self.weight == Weight::Ours
                || self.state == other.state && one.zip(two).is_some_and(|(one, two)| one.is_alike(two)))
    }

    fn join(&mut self, other: Letter<'a>) {
        if self.title != other.title
            && let Some(titles) = self.titles.take()
        {
            self.title = titles.clone();
            self.titles = Some(titles);
        }
        let Some((mine, theirs)) = self.parts.first_mut().zip(other.parts.into_iter().next()) else { return };
        for said in theirs.happened {
            if mine.happened.iter().all(|mine| mine.0 != said.0) {
                mine.happened.push(said);
            }
        }
    }

    fn blocks(self, language: Language, app: Option<App>) -> Vec<Block> {
        let speech = speech(language);
        let mut blocks = vec![Block::Title(Said::new(speech.title(&self.title), &self.lines))];
        if !self.state.is_empty() {
            let state: Vec<String> = self.state.iter().map(|of| of.say(speech)).collect();
            blocks.push(Block::Heading(state.join(" ")));
        }
        let several = self.parts.len() > 1;
        for part in self.parts {
            let say = |of: &Message<'_>| Said::new(of.say(speech), &part.lines);
            let mut first: Vec<Said> =
                part.happened.iter().map(|(of, lines)| Said::new(of.say(speech), lines)).collect();
            if first.len() > 1 {
                let more = first.len().saturating_sub(MOST_ALIKE);
                first.truncate(MOST_ALIKE);
                blocks.push(Block::List(std::mem::take(&mut first)));
                first.extend((more > 0).then(|| say(&Message::More(more))));
            }
            first.extend(part.means.iter().map(say));
            let mut todo: Vec<Said> = part.todo.iter().map(say).collect();
            // The clicks stand behind the advice that they are for.
            let at = part.todo.iter().position(|advice| fix(advice).is_some());
            if let (Some(app), Some(at)) = (app, at)
                && let Some(fix) = fix(&part.todo[at])
                && let clicks = say(&Message::Clicks(app, fix))
                && !clicks.text.is_empty()
            {
                todo.insert(at + 1, clicks);
            }
            // With several recipients, what to do for one of them stands beside what happened to it.
            let paragraphs = if several { [[first, todo].concat(), Vec::new()] } else { [first, todo] };
            let paragraphs = paragraphs.into_iter().filter(|said| !said.is_empty());
            blocks.extend(paragraphs.map(Block::Paragraph));
        }
        blocks
    }

    /// The same in a few sentences.
    fn chat(self, language: Language) -> Option<Block> {
        let speech = speech(language);
        let part = self.parts.into_iter().next()?;
        let say = |of: &Message<'_>| Said::new(of.say(speech), &part.lines);
        // Of what it means and what to do, a chat has room for the first sentence.
        let first =
            |of: &[Message<'_>]| of.first().map(|of| Said::new(first_sentence(&of.say(speech)), &part.lines));
        let happened = part.happened.first().map(|(of, _)| say(of));
        let said =
            (self.state.iter().map(say)).chain(happened).chain(first(&part.means)).chain(first(&part.todo));
        Some(Block::Paragraph(said.collect()))
    }

    fn message(log: &'a Log, trace: &'a Trace) -> Letter<'a> {
        let groups = groups(trace);
        let way = groups.first().filter(|_| groups.len() == 1).and_then(|group| explain::way(group.last()));
        let mut state = match (trace.outcome, way) {
            (Outcome::Delivered, Some("discard")) => state(State::Discarded, None),
            (Outcome::Delivered, Some("forward")) => state(State::Forwarded, None),
            (Outcome::Delivered, Some("unrun")) => state(State::Warning, Acts::Us),
            (Outcome::Delivered, Some("probe")) => Vec::new(),
            _ => came_out(groups.iter().map(|group| group.fate), trace),
        };
        let mut parts: Vec<Part<'_>> = Vec::new();
        for group in groups {
            let lines = group.cited();
            let (means, todo) = group.advice(log, trace);
            // The owner of a forward may be anybody; what to do says who acts.
            let forward =
                |said: &Message<'_>| matches!(said, Message::Case(Case::Forward | Case::ForwardUnwanted, ..));
            if means.iter().any(forward) {
                state.retain(|said| !matches!(said, Message::Acts(Acts::Recipient)));
            }
            let mut part = Part::new(group.happened(log, trace), means, todo, &lines);
            // What was said of others is not said again.
            for earlier in &parts {
                part.means.retain(|said| !earlier.means.contains(said));
                part.todo.retain(|said| !earlier.todo.contains(said));
            }
            parts.push(part);
        }
        Letter::new(state, Weight::Mail, parts)
    }

    fn session(log: &Log, trace: &'a Trace, cause: Option<Cause>) -> Letter<'a> {
        let lines = &trace.explanation.cites;
        let at = explain::when(log, trace.first_line);
        let user = user(trace);
        let attack = cause == Some(Cause::Attack);
        let failed = trace.login == Some(Login::Failed);
        let ours = trace.explanation.party == Party::OurServer;
        // The service that puts mail into mailboxes signs nobody in.
        let program = log.parse(trace.first_line - 1).origin.program;
        if [&b"lmtp"[..], b"lda", b"deliver"].contains(&program) && trace.outcome == Outcome::Failed {
            let defect =
                explain::defect(log, trace.trace).map(|defect| Happened::Broken { defect, at: None });
            let means = defect.map(Message::Happened).into_iter().chain([Message::Effect(Effect::Incoming)]);
            let happened = Happened::DeliveryProblem { user, at };
            let part = Part::new(happened, means.collect(), todos(OURS), lines);
            return Letter::one(state(None, Acts::Us), Weight::Wrong, part);
        }
        let happened = match (trace.login, user) {
            _ if attack => Happened::Guessed { user, at },
            (Some(Login::Failed), _) => Happened::SignInFailed { user, at },
            (Some(Login::Ok), _) => Happened::SignInWorked { user, at },
            (_, Some(user)) => Happened::Connected { user, at },
            (_, None) => Happened::NobodySignedIn { at },
        };
        let (means, todo) = if let Some(cause) = cause {
            (Message::Cause(cause), vec![Message::CauseTodo(cause)])
        } else if failed && ours {
            (Message::Note(Note::OursNotYours), todos(OURS))
        } else if failed {
            (Message::Note(Note::NameOrPassword), todos(&[Todo::Password]))
        } else if trace.outcome == Outcome::Failed {
            (Message::Note(Note::SomethingWrong), todos(&[Todo::TryAgain]))
        } else {
            (Message::Note(Note::Fine), todos(&[Todo::Nothing]))
        };
        let wrong = failed || attack || trace.outcome == Outcome::Failed || ours && cause.is_some();
        let state = match (attack, failed, trace.explanation.party) {
            (true, ..) => state(State::Attack, None),
            (_, true, Party::OurServer) => state(State::SignInFailed, Acts::Us),
            (_, true, Party::Recipient | Party::Sender) => state(State::SignInFailed, Acts::You),
            (_, true, _) => state(State::SignInFailed, None),
            (_, _, Party::OurServer) if wrong => state(State::WentWrong, Acts::Us),
            _ if wrong => state(State::WentWrong, None),
            _ if trace.login == Some(Login::Ok) => state(State::SignInWorked, None),
            _ => Vec::new(),
        };
        let weight = if wrong { Weight::Wrong } else { Weight::Quiet };
        Letter::one(state, weight, Part::new(happened, vec![means], todo, lines))
    }

    fn scan(log: &Log, trace: &'a Trace) -> Letter<'a> {
        let lines = &trace.explanation.cites;
        let Some(scan) = trace.scan.as_ref() else { return Letter::unknown(log, trace) };
        let at = explain::when(log, lines[0]);
        let points = scan.score.zip(scan.required).map(|(got, enough)| (plain(got), plain(enough)));
        let (came, weight, happened, means, todo) = match scan.spam {
            Some(true) => (
                Some(State::MarkedAsSpam),
                Weight::Wrong,
                Happened::Marked { points, at },
                Note::MarkLosesNothing,
                &[Todo::LookInSpamFolder, Todo::SentItMarked][..],
            ),
            Some(false) => (
                Some(State::NotSpam),
                Weight::Quiet,
                Happened::NotMarked { points, at },
                Note::FilterLetPass,
                &[Todo::Nothing][..],
            ),
            None => (None, Weight::Quiet, Happened::ScanBegun { at }, Note::LogEnds, &[][..]),
        };
        let part = Part::new(happened, vec![Message::Note(means)], todos(todo), lines);
        Letter::one(state(came, None), weight, part)
    }

    /// A message that our own mailbox server put somewhere.
    fn filed(log: &Log, trace: &'a Trace, filing: Filing) -> Letter<'a> {
        let lines = &trace.explanation.cites;
        let user = trace.user.as_deref().filter(|user| !user.is_empty());
        let happened = Happened::Filed { filing, user, at: explain::when(log, lines[0]) };
        let fate = match (trace.outcome, filing) {
            // It's kept and tried again, whatever the line calls it.
            (_, Filing::Disk | Filing::Permission | Filing::Locked | Filing::Stopped) => Fate::Waiting,
            (Outcome::Delivered, _) => Fate::Arrived,
            (Outcome::Deferred, _) => Fate::Waiting,
            (Outcome::Failed, _) => Fate::Failed,
            _ => Fate::Open,
        };
        let state = match filing {
            Filing::Discarded => state(State::Discarded, None),
            Filing::Forwarded => state(State::Forwarded, None),
            _ => came_out(std::iter::once(fate), trace),
        };
        let (means, todo) = (vec![Message::Filing(filing)], vec![Message::FilingTodo(filing)]);
        Letter::one(state, Weight::Mail, Part::new(happened, means, todo, lines))
    }

    /// A part of our own server that is in trouble, and what that does to people.
    fn fault(log: &Log, trace: &'a Trace) -> Letter<'a> {
        let lines = &trace.explanation.cites;
        let at = explain::when(log, lines[0]);
        let defect = explain::defect(log, trace.trace);
        let happened = match defect {
            Some(defect) => Happened::Broken { defect, at },
            None => Happened::Problem { at },
        };
        let effect = effect(log, lines[0], defect).map(Message::Effect);
        let (acts, todo) = match trace.explanation.party {
            Party::OurServer => (Some(Acts::Us), OURS),
            Party::Recipient => (Some(Acts::Owner), advice::not_ours(defect)),
            _ => (None, advice::not_ours(defect)),
        };
        let part = Part::new(happened, effect.into_iter().collect(), todos(todo), lines);
        Letter::one(state(None, acts), Weight::Ours, part)
    }

    /// What our server refused, told by one line that is about no message.
    fn refused(log: &Log, trace: &'a Trace, later: bool) -> Letter<'a> {
        let lines = &trace.explanation.cites;
        let why = explain::turned_away(log, lines);
        let happened = Happened::RequestTurnedAway { later, at: explain::when(log, lines[0]) };
        let came = if later { State::Delayed } else { State::NotAccepted };
        let todo = todos(advice::refused_to_others(why.unwrap_or_default()));
        let part = Part::new(happened, why.map(Message::Here).into_iter().collect(), todo, lines);
        Letter::one(state(came, None), Weight::Wrong, part)
    }

    /// What stands in our server's log and shows nothing wrong.
    fn note(log: &Log, trace: &'a Trace) -> Letter<'a> {
        let lines = &trace.explanation.cites;
        let happened = Happened::LogNote { at: explain::when(log, lines[0]) };
        let part = Part::new(happened, vec![Message::Note(Note::NoHarm)], todos(&[Todo::TellIfWrong]), lines);
        Letter::one(Vec::new(), Weight::Quiet, part)
    }

    fn connection(log: &Log, trace: &'a Trace) -> Letter<'a> {
        let lines = &trace.explanation.cites;
        let at = explain::when(log, lines[0]);
        if is_list(trace) {
            let part =
                |means, todo| Part::new(Happened::Sockets, vec![Message::Note(means)], todos(todo), lines);
            return match trace.outcome {
                Outcome::Failed => {
                    Letter::one(state(None, Acts::Us), Weight::Ours, part(Note::NotAllWell, OURS))
                }
                _ => Letter::one(Vec::new(), Weight::Quiet, part(Note::Fine, &[Todo::Nothing])),
            };
        }
        let ours = trace.explanation.party == Party::OurServer;
        let from = trace.sender.as_deref().filter(|from| !from.is_empty());
        let message = trace.links.iter().find(|link| link.how == "message");
        let why = explain::turned_away(log, lines);
        // Who is signed in to send is a customer of ours.
        let own = user(trace);
        // Who only wants to sign in names no sender.
        let sign_in = why == Some(Reason::SecurityError) && from.is_none();
        match trace.outcome {
            _ if is_fault(trace) => Letter::fault(log, trace),
            Outcome::Failed if sign_in => {
                let happened = Happened::SendSignInFailed { user: own, at };
                let (acts, means, todo) = if ours {
                    let defect = explain::defect(log, trace.trace);
                    let effect = effect(log, lines[0], defect).unwrap_or(Effect::SignIn);
                    (Acts::Us, Message::Effect(effect), OURS)
                } else {
                    (Acts::You, Message::Note(Note::NameOrPassword), &[Todo::Password][..])
                };
                let part = Part::new(happened, vec![means], todos(todo), lines);
                Letter::one(state(State::SignInFailed, acts), Weight::Wrong, part)
            }
            Outcome::Failed | Outcome::Deferred => {
                let later = trace.outcome == Outcome::Deferred;
                let happened = match (own, from) {
                    (Some(user), from) => {
                        let from = from.filter(|from| *from != user);
                        Happened::UserTurnedAway { user, from, later, at }
                    }
                    (None, Some(from)) => Happened::MailTurnedAway { from, later, at },
                    (None, None) => Happened::ClientTurnedAway { later, at },
                };
                let came = if later { State::Delayed } else { State::NotAccepted };
                let means = match why {
                    _ if ours && why.is_none_or(|why| why == Reason::SystemError) => {
                        Message::Note(Note::PartDown)
                    }
                    Some(why) => Message::Here(why),
                    None if later => Message::Note(Note::LogDoesNotSay),
                    None => Message::Here(Reason::Undefined),
                };
                let todo = match why {
                    _ if ours && later => &[Todo::OthersRetry][..],
                    _ if ours && own.is_some() => &[Todo::WaitForUs],
                    _ if ours => &[Todo::TellMissing],
                    Some(why) if own.is_some() => advice::refused_to_user(why),
                    Some(why) => advice::refused_to_others(why),
                    None if later => &[Todo::AFewHours],
                    None => &[Todo::TellWhoAndWhen],
                };
                let part = Part::new(happened, vec![means], todos(todo), lines);
                Letter::one(state(came, ours.then_some(Acts::Us)), Weight::Wrong, part)
            }
            _ => {
                let (happened, means) = match (message, trace.outcome) {
                    (Some(link), _) if link.doubt.is_some() => (Happened::ProbablyBrought { at }, Note::Fine),
                    (Some(_), _) => (Happened::Brought { at }, Note::Fine),
                    (None, Outcome::Delivered) => (Happened::Came { at }, Note::Fine),
                    _ => (Happened::Came { at }, Note::NoMessageSeen),
                };
                let part = Part::new(happened, vec![Message::Note(means)], todos(&[Todo::Nothing]), lines);
                Letter::one(Vec::new(), Weight::Quiet, part)
            }
        }
    }

    /// A conversation that came to no recipient, or one answer alone.
    fn dialogue(log: &Log, trace: &'a Trace) -> Letter<'a> {
        let lines = &trace.explanation.cites;
        if let Some(kept_by) = explain::kept_by(log, trace.trace) {
            let means = vec![Message::Obstacle(kept_by.kind)];
            let part =
                Part::new(Happened::AppProblem, means, vec![Message::ObstacleTodo(kept_by.kind)], lines);
            return Letter::one(state(State::Failed, None), Weight::Mail, part);
        }
        let answer = trace.first_line == trace.last_line;
        let refusal = explain::refusal(log, trace.trace);
        let later = refusal.as_ref().is_some_and(|said| said.lasts == Some(Lasts::Temporary));
        let happened = match (trace.outcome, &refusal) {
            (_, Some(_)) if later => Some(Happened::AskedLater),
            (_, Some(said)) if said.reason != Reason::Undefined => None,
            (_, Some(_)) if answer => Some(Happened::ReplyIsRefusal),
            (_, Some(_)) => Some(Happened::TalkRefused),
            (Outcome::Delivered, None) => Some(Happened::TalkFine),
            (Outcome::Failed, None) => Some(Happened::NoConnection),
            _ => Some(Happened::Talk),
        };
        let wrong = refusal.is_some() || trace.outcome == Outcome::Failed;
        let came = refusal.as_ref().map(|_| if later { State::Delayed } else { State::Refused });
        let known = refusal.filter(|said| said.reason != Reason::Undefined);
        let means = match (&known, trace.outcome) {
            (Some(said), _) => said.refusal.map_or(Message::Reason(said.reason), Message::Refusal),
            (None, Outcome::Delivered) => Message::Note(Note::Fine),
            (None, Outcome::Failed) if came.is_none() => Message::Note(Note::DownOrBlocked),
            (None, Outcome::Failed) => Message::Note(Note::ReplyDoesNotSay),
            _ => Message::Note(Note::ShowsNothing),
        };
        let todo = match (&known, trace.outcome) {
            // Nothing waits: what a test sends, nobody sends again.
            (Some(said), _) => {
                let about = said.refusal.map_or(&[][..], |of| advice::about(of, said.party, false));
                if about.is_empty() { advice::for_sender(said.reason) } else { about }
            }
            (None, Outcome::Delivered) => &[Todo::Nothing],
            _ => &[Todo::WhatWanted],
        };
        let weight = if wrong { Weight::Mail } else { Weight::Quiet };
        Letter::one(state(came, None), weight, Part::new(happened, vec![means], todos(todo), lines))
    }

    fn unknown(log: &Log, trace: &'a Trace) -> Letter<'a> {
        let lines = &trace.explanation.cites;
        let at = explain::when(log, lines[0]);
        let ours = trace.explanation.party == Party::OurServer;
        let refused = trace.kind == TraceType::Message && trace.outcome == Outcome::Failed;
        if trace.format == "mail-headers" {
            // The way of a message that arrived; what it shows is for those who run servers.
            let (acts, todo) = if ours { (Some(Acts::Us), OURS) } else { (None, &[Todo::TellIfWrong][..]) };
            let part = Part::new(Happened::MessagePath, Vec::new(), todos(todo), lines);
            return Letter::one(state(None, acts), Weight::Quiet, part);
        }
        let (state, weight, happened, means, todo) = if trace.kind == TraceType::Bounce {
            (
                state(State::NotDelivered, None),
                Weight::Mail,
                Happened::NoticeSeen,
                Message::Note(Note::NoticeIsCut),
                &[Todo::WholeNotice][..],
            )
        } else if refused {
            let why = explain::turned_away(log, lines).unwrap_or_default();
            let todo = match user(trace) {
                Some(_) => advice::refused_to_user(why),
                None => advice::refused_to_others(why),
            };
            (
                state(State::NotAccepted, None),
                Weight::Mail,
                Happened::MessageTurnedAway { at },
                Message::Here(why),
                todo,
            )
        } else if ours {
            let defect = explain::defect(log, trace.trace);
            let effect = effect(log, lines[0], defect).unwrap_or(Effect::Unclear);
            let broken = defect.map(|defect| Message::Happened(Happened::Broken { defect, at: None }));
            let means = broken.unwrap_or(Message::Effect(effect));
            (state(None, Acts::Us), Weight::Mail, Happened::MessageProblem { at }, means, OURS)
        } else {
            let happened = Happened::Handled { at };
            (Vec::new(), Weight::Quiet, happened, Message::Note(Note::EndNotShown), &[Todo::TellAll][..])
        };
        Letter::one(state, weight, Part::new(happened, vec![means], todos(todo), lines))
    }
}

/// What advice sets right in an email app.
fn fix(advice: &Message<'_>) -> Option<Fix> {
    Some(match advice {
        Message::Todo(Todo::Password | Todo::EnterPassword | Todo::NewPassword)
        | Message::CauseTodo(
            Cause::WrongPassword
            | Cause::Either
            | Cause::WrongLogin
            | Cause::Refused
            | Cause::Expired
            | Cause::NoPassword,
        )
        | Message::ObstacleTodo(Kind::Login | Kind::NoCredentials | Kind::AppPassword) => Fix::Password,
        Message::Todo(
            Todo::Authenticate | Todo::ProgramAuthenticates | Todo::TurnOnEncryption | Todo::MatchPorts,
        )
        | Message::CauseTodo(Cause::Plaintext | Cause::Method)
        | Message::ObstacleTodo(
            Kind::PlainPort
            | Kind::NoStarttls
            | Kind::WantsEncryption
            | Kind::Method
            | Kind::NeedsLogin
            | Kind::Silent
            | Kind::TurnedAway
            | Kind::HungUp,
        ) => Fix::Outgoing,
        Message::Todo(Todo::CheckAddress) => Fix::Autocomplete,
        _ => return None,
    })
}

/// The first sentence of a text.
fn first_sentence(text: &str) -> &str {
    text.split_inclusive(". ").next().unwrap_or_default().trim_end()
}

/// How a message came out, in a word or two, and who acts.
fn came_out<'a>(fates: impl Iterator<Item = Fate>, trace: &Trace) -> Vec<Message<'a>> {
    let fates: Vec<Fate> = fates.collect();
    let theirs = trace.kind == TraceType::Bounce || trace.attempts.iter().any(is_theirs);
    let Some(&worst) = fates.iter().min_by_key(|fate| **fate as u8) else { return Vec::new() };
    let mixed = fates.iter().any(|fate| *fate != worst);
    let what = match (worst, mixed) {
        (Fate::Failed | Fate::GivenUp, false) => State::NotDelivered,
        (Fate::Failed | Fate::GivenUp, true) => State::NotToEveryone,
        (Fate::Waiting, _) => State::Delayed,
        (Fate::Open, _) => return state(State::NotKnown, None),
        (Fate::Arrived, _) if theirs => return state(State::Accepted, None),
        (Fate::Arrived, _) => return state(State::Delivered, None),
    };
    let who = match (trace.explanation.party, worst) {
        (Party::OurServer, _) => Some(Acts::Us),
        (Party::Sender, _) if trace.kind == TraceType::Message => Some(Acts::Sender),
        (Party::Recipient, _) if theirs => Some(Acts::Recipient),
        (Party::Recipient, _) => Some(Acts::Owner),
        (_, Fate::Waiting) if trace.kind == TraceType::Bounce => None,
        (_, Fate::Waiting) => Some(Acts::Retries),
        (Party::TheirServer, _) if theirs => Some(Acts::Provider),
        _ => None,
    };
    state(what, who)
}

/// What trouble of a program of ours does to people; by what its lines or its format are called.
const EFFECTS: &[(&[&str], Effect)] = &[
    (&["opendkim"], Effect::Unsigned),
    (&["opendmarc", "policyd-spf", "spf"], Effect::Unchecked),
    (
        &[
            "spamd",
            "spamc",
            "amavis",
            "rspamd",
            "clam",
            "milter",
            "simscan",
            "scanner",
            "spampd",
            "mailscanner",
        ],
        Effect::Unscanned,
    ),
    (&["auth", "sasl", "vchkpw", "checkpassword"], Effect::SignIn),
    (&["imap", "pop3", "login", "managesieve"], Effect::Reading),
    (
        &[
            "lmtp",
            "lda",
            "postfix/local",
            "postfix/virtual",
            "postfix/pipe",
            "maildrop",
            "vdelivermail",
            "qmail-local",
            "deliver",
            "sieve",
        ],
        Effect::Incoming,
    ),
    (&["smtpd", "postscreen", "tcpserver", "couriertcpd", "submission"], Effect::Door),
    (&["smtp", "qmgr", "qmail-remote", "qmail-send", "queue"], Effect::Outgoing),
];

/// What a line's trouble does to people, as far as what is broken and who writes it tell; `None` where what is broken
/// says all.
fn effect(log: &Log, line: u32, defect: Option<Defect>) -> Option<Effect> {
    match defect {
        Some(Defect::Minor | Defect::Scanner) => return Some(Effect::Nothing),
        Some(Defect::Filter) => return Some(Effect::Unscanned),
        Some(Defect::Delivery) => return Some(Effect::Incoming),
        Some(Defect::Signing) => return Some(Effect::Unsigned),
        Some(Defect::Webmail) => return Some(Effect::Webmail),
        Some(Defect::OurCertificate | Defect::OurCertificateExpired | Defect::CertificateFile) => {
            return Some(Effect::Warnings);
        }
        Some(
            Defect::WrongPassword
            | Defect::Guessing
            | Defect::NoEncryption
            | Defect::PasswordExpired
            | Defect::AccountLocked
            | Defect::Index
            | Defect::FilterRules
            | Defect::Restart,
        ) => return None,
        _ => {}
    }
    let parsed = log.parse(line - 1);
    let program = String::from_utf8_lossy(parsed.origin.program).to_lowercase();
    let format = parsed.entry.map_or("", |entry| entry.format.id);
    let named = |words: &[&str]| words.iter().any(|word| program.contains(word) || format.contains(word));
    let known = EFFECTS.iter().find(|(words, _)| named(words)).map(|(_, effect)| *effect);
    known.or((defect == Some(Defect::SignIn)).then_some(Effect::SignIn)).or(Some(Effect::Unclear))
}

/// Whether an event is a refusal of ours and no trouble of the server, and whether it asked to try again.
fn is_refusal(log: &Log, trace: &Trace) -> Option<bool> {
    let lines = &trace.explanation.cites;
    let others = matches!(trace.explanation.party, Party::Sender | Party::Recipient | Party::Dns);
    let said_no = matches!(log.level(lines[0] - 1), Some(Level::Temporary | Level::Permanent));
    let known = explain::defect(log, trace.trace).is_some();
    let refused = others && explain::turned_away(log, lines).is_some() || said_no && !known;
    (refused && trace.outcome.is_problem()).then_some(trace.outcome == Outcome::Deferred)
}

/// True for an attempt at a server of others, and at no service of our own.
fn is_theirs(attempt: &Attempt) -> bool {
    explain::is_remote(attempt) && !is_own_service(attempt)
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
fn title(trace: &Trace) -> Title<'_> {
    let mut to: Vec<&str> = Vec::new();
    // Nobody wrote to the address behind a forward.
    let written = trace.attempts.iter().filter_map(|attempt| {
        original(attempt).filter(|of| of.contains('@')).or(attempt.recipient.as_deref())
    });
    for recipient in written {
        if !recipient.is_empty() && !to.contains(&recipient) {
            to.push(recipient);
        }
    }
    let from = trace.sender.as_deref();
    match trace.kind {
        TraceType::Session => user(trace).map_or(Title::Connection, |user| Title::SignIn { user }),
        TraceType::Event if trace.explanation.party == Party::Nobody => Title::LogNote,
        TraceType::Event => Title::Problem,
        TraceType::Connection if is_list(trace) => Title::Sockets,
        TraceType::Connection if is_fault(trace) => Title::Problem,
        TraceType::Connection if let Some(user) = user(trace).filter(|_| trace.outcome.is_problem()) => {
            from.map_or(Title::SignInToSend { user }, |_| Title::SentBy { user })
        }
        TraceType::Connection => Title::Connection,
        TraceType::Scan => Title::Scan,
        TraceType::Dialogue if trace.format == "mail-client" => Title::AppError,
        TraceType::Dialogue if trace.first_line == trace.last_line => Title::Reply,
        TraceType::Dialogue => Title::Conversation,
        TraceType::Message | TraceType::Bounce => {
            if is_notice(from) {
                return Title::Notice { to };
            }
            if let (TraceType::Message, Some(user), true) = (trace.kind, user(trace), to.is_empty()) {
                to.push(user);
            }
            Title::Message { from: from.filter(|from| !is_rewritten(from)), to }
        }
    }
}

/// Who is signed in, or wants to be.
fn user(trace: &Trace) -> Option<&str> {
    trace.user.as_deref().filter(|user| !user.is_empty())
}

/// True for an address that a forwarder or a mailing list made up for one message (SRS, BATV, VERP): nobody knows it.
fn is_rewritten(address: &str) -> bool {
    let (local, _) = address.rsplit_once('@').unwrap_or((address, ""));
    let lower = local.to_ascii_lowercase();
    ["srs0", "srs1", "prvs=", "btv1=="].iter().any(|lead| lower.starts_with(lead))
        || lower.contains('=') && lower.contains(['+', '-'])
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
        let remote = is_theirs(last) || fate == Fate::Failed && tried.iter().any(|tried| is_theirs(tried));
        let alike = groups.iter_mut().find(|group| {
            let same = (group.fate, group.reason, group.remote) == (fate, reason, remote);
            // A notice speaks of all alike.
            let near = trace.kind == TraceType::Bounce || domain(group.to[0]) == domain(name);
            same && group.tried.len() == tried.len() && near
        });
        match alike {
            Some(group) if explain::way(group.last()) == explain::way(last) => group.to.push(name),
            _ => groups.push(Group { to: vec![name], tried, fate, reason, remote }),
        }
    }
    groups.sort_by_key(|group| group.fate as u8);
    groups
}

impl<'a> Group<'a> {
    fn last(&self) -> &'a Attempt {
        let told = self.tried.iter().rfind(|attempt| attempt.outcome != AttemptOutcome::Open);
        told.or(self.tried.last()).copied().unwrap_or(self.tried[0])
    }

    fn cited(&self) -> Cited {
        let lines = self.tried.iter().flat_map(|tried| [Some(tried.start_line), tried.end_line]).flatten();
        Cited::new(self.tried[0].start_line, lines)
    }

    fn happened(&self, log: &Log, trace: &Trace) -> Happened<'a> {
        let last = self.last();
        let to = self.to.clone();
        match (trace.kind, self.fate) {
            (TraceType::Bounce, Fate::Arrived) => return Happened::NoticeDelivered { to },
            (TraceType::Bounce, Fate::Waiting) => return Happened::NoticeDelayed { to },
            (TraceType::Bounce, Fate::Open) => return Happened::NoticeAbout { to },
            (TraceType::Bounce, Fate::Failed | Fate::GivenUp) => return Happened::NoticeFailed { to },
            (TraceType::Dialogue, Fate::Arrived) => return Happened::TestAccepted { to },
            (TraceType::Dialogue, Fate::Waiting) => return Happened::TestDelayed { to },
            (TraceType::Dialogue, Fate::Open) => return Happened::TestUnanswered { to },
            (TraceType::Dialogue, Fate::Failed | Fate::GivenUp) => return Happened::TestRefused { to },
            _ => {}
        }
        let end = last.end_line.unwrap_or(last.start_line);
        let at: At = explain::when(log, end);
        let by = self.situation(trace, self.reason).map(|known| known.situation().by);
        let server = match self.to.as_slice() {
            _ if by == Some(By::Smarthost) => Server::OurRelay,
            [one] => domain(one).map_or(Server::TheirOne, Server::Of),
            _ => Server::TheirMany,
        };
        let times = self.tried.iter().filter(|tried| tried.outcome != AttemptOutcome::Open).count();
        let tries = || Tries {
            times,
            first: explain::when(log, self.tried[0].start_line),
            last: explain::when(log, end),
        };
        let expired = self.fate == Fate::Failed && self.reason == Reason::Expired;
        match (self.fate, explain::way(last)) {
            (Fate::Arrived, Some("discard")) => Happened::Discarded { to, at },
            (Fate::Arrived, Some("probe")) => Happened::Probed { to, at },
            (Fate::Arrived, Some("forward")) => Happened::Forwarded { to, at },
            (Fate::Arrived, Some("unrun")) => Happened::NotRun { to, at },
            (Fate::Arrived, Some("filter" | "queue" | "program")) => Happened::PassedOn { to, at },
            (Fate::Arrived, _) if self.remote => Happened::Accepted { server, to, at },
            (Fate::Arrived, _) => Happened::Delivered { to, at },
            (Fate::Waiting, _) if times == 0 => Happened::Waits { to, at },
            (Fate::Waiting, _) => Happened::Trying { to, tries: tries() },
            (Fate::GivenUp, _) => Happened::GaveUp { to, tries: tries() },
            (Fate::Failed, _) if expired => Happened::GaveUp { to, tries: tries() },
            (Fate::Failed, _) if self.remote && last.code.is_some() => Happened::Refused { server, to, at },
            (Fate::Failed, _) => Happened::Undeliverable { to, at },
            (Fate::Open, _) => Happened::Begun { to, at },
        }
    }

    /// What it means, and what the customer can do.
    fn advice(&self, log: &Log, trace: &'a Trace) -> (Vec<Message<'a>>, Vec<Message<'a>>) {
        let cause = self.cause();
        let waiting = self.fate == Fate::Waiting;
        match self.fate {
            Fate::Arrived => {
                let remote = self.remote || trace.kind == TraceType::Bounce;
                let (means, todo) = arrived(remote, explain::way(self.last()));
                return (means.into_iter().map(Message::Note).collect(), todos(&[todo]));
            }
            Fate::Open => return (Vec::new(), todos(&[Todo::IfMissingOpen])),
            _ => {}
        }
        let own = self.situation(trace, cause).and_then(|known| known.case());
        // Only what is said of a forward names anybody.
        let own = own.map(|(case, original, to)| match case {
            Case::Forward | Case::ForwardUnwanted => (case, original, to),
            _ => (case, "", ""),
        });
        let (means, mut todo) = if let Some((case, original, to)) = own {
            let todo = Message::CaseTodo { case, waiting, original, to };
            (vec![Message::Case(case, original, to)], vec![todo])
        } else if self.is_ours(trace) {
            let todo = if self.is_sent_here(trace) {
                if waiting { advice::while_waiting(cause) } else { advice::refused_to_user(cause) }
            } else {
                advice::refused_to_others(cause)
            };
            // A service of ours that can't take a message says nothing against it.
            let said = self.last().text.as_deref().and_then(|text| classify(&Evidence::text(text)).refusal);
            let said = said.filter(|said| [Refusal::Unicode, Refusal::LocalSetting].contains(said));
            let todo = match said {
                Some(said) => advice::about(said, Party::OurServer, waiting),
                None => todo,
            };
            let why = match (said, cause) {
                (Some(said), _) => Message::Refusal(said),
                (None, Reason::Undefined) => Message::Note(Note::LogDoesNotSay),
                (None, cause) => Message::Here(cause),
            };
            (vec![why], todos(todo))
        } else {
            let said = self.last().text.as_deref().map(|text| classify(&Evidence::text(text)));
            let finer = said.filter(|said| self.remote && said.reason == cause);
            let refusal = finer.as_ref().and_then(|said| said.refusal);
            let we_act = trace.explanation.party == Party::OurServer;
            let why = match (refusal, cause) {
                (Some(refusal), _) => Message::Refusal(refusal),
                (None, Reason::Undefined) if self.remote => Message::Note(Note::TheyDoNotSay),
                (None, Reason::Undefined) => Message::Note(Note::LogDoesNotSay),
                // What stands between us and them is told as ours where we act.
                (None, Reason::SystemError | Reason::SystemFull | Reason::MailerError) if we_act => {
                    Message::Here(cause)
                }
                (None, cause) => Message::Reason(cause),
            };
            let about = finer.and_then(|said| Some(advice::about(said.refusal?, said.party, waiting)));
            let todo = about.filter(|about| !about.is_empty()).unwrap_or_else(|| {
                if waiting { advice::while_waiting(cause) } else { advice::for_sender(cause) }
            });
            (vec![why], todos(todo))
        };
        // Where we act, nobody else is sent.
        let whole =
            trace.attempts.iter().all(|of| self.to.contains(&of.recipient.as_deref().unwrap_or_default()));
        if whole && trace.kind == TraceType::Message && trace.explanation.party == Party::OurServer {
            let ours = if waiting { Todo::GoesOutLater } else { Todo::WaitForUs };
            let replaced =
                [Todo::Retried, Todo::IfUrgent, Todo::OtherWay, Todo::SendLater].map(Message::Todo);
            for said in todo.iter_mut().filter(|said| replaced.contains(said)) {
                *said = Message::Todo(ours);
            }
            if !waiting && todo.first() == Some(&Message::Todo(Todo::CheckForwards)) {
                todo.insert(0, Message::Todo(ours));
            }
        }
        let given_up = (cause != self.reason).then_some(Message::Note(Note::TimeIsUp));
        let means = given_up.filter(|_| self.reason == Reason::Expired).into_iter().chain(means).collect();
        if let Some(promise) = self.promise(log, trace).filter(|_| waiting) {
            // That it's tried again needs to be said once.
            for said in todo.iter_mut().filter(|said| **said == Message::Todo(Todo::Retried)) {
                *said = Message::Todo(Todo::Nothing);
            }
            todo.insert(0, Message::Advice(promise));
        }
        (means, todo)
    }

    /// When it is tried again, and when it is given up, where the server's rule is known.
    fn promise(&self, log: &Log, trace: &Trace) -> Option<Advice> {
        let mine = |of: &explain::Forecast| of.recipient.as_deref().is_none_or(|to| self.to.contains(&to));
        let plan = explain::forecasts(log, trace.trace).into_iter().find(mine)?;
        Some(Advice::Promise { next: explain::moment(log, plan.next)?, end: explain::moment(log, plan.end)? })
    }

    /// Why it did not work.
    fn cause(&self) -> Reason {
        explain::cause(self.tried.iter().copied()).unwrap_or_default()
    }

    /// The situation that the message is in for them; none in a test or a notice, which may come from elsewhere.
    fn situation<'b>(&self, trace: &'b Trace, reason: Reason) -> Option<Known<'b>>
    where
        'a: 'b,
    {
        (trace.kind == TraceType::Message).then(|| Known {
            format: &trace.format,
            id: trace.id.as_deref(),
            sender: trace.sender.as_deref(),
            attempt: self.last(),
            reason,
            party: Party::Nobody,
            why: reason.facts().headline,
            refusal: None,
            waiting: self.fate == Fate::Waiting,
        })
    }

    /// True when it was our own server that did not take the message.
    fn is_ours(&self, trace: &Trace) -> bool {
        trace.kind == TraceType::Message && !self.remote
    }

    /// True where a user of ours sent the message: one who was signed in, or one of the recipients' own domain, which
    /// is ours.
    fn is_sent_here(&self, trace: &Trace) -> bool {
        let own = |from: &str| domain(from).is_some() && self.to.iter().any(|to| domain(to) == domain(from));
        user(trace).is_some() || trace.sender.as_deref().is_some_and(own)
    }
}

impl Filing {
    /// What a cause is where a message was put into a mailbox.
    fn of(cause: Cause) -> Option<Filing> {
        Some(match cause {
            Cause::Quota => Filing::Full,
            Cause::Disk => Filing::Disk,
            Cause::Permission => Filing::Permission,
            Cause::Locked => Filing::Locked,
            Cause::FilterRejected => Filing::Rejected,
            Cause::FilterForwardFailed => Filing::ForwardFailed,
            Cause::FilterLoop => Filing::Loop,
            Cause::FilterBroken => Filing::Broken,
            Cause::FilterStoreFailed => Filing::StoreFailed,
            Cause::FilterStopped => Filing::Stopped,
            Cause::FilterDiscarded => Filing::Discarded,
            Cause::FilterForwarded => Filing::Forwarded,
            Cause::NoFolder => Filing::NoFolder,
            Cause::FilterStored => Filing::Stored,
            _ => return None,
        })
    }
}

/// What it means that a message was accepted.
fn arrived(remote: bool, way: Option<&str>) -> (Option<Note>, Todo) {
    match way {
        Some("discard") => (Some(Note::NobodyGetsIt), Todo::IfMissingRule),
        Some("probe") => (Some(Note::OnlyAsked), Todo::Nothing),
        Some("unrun") => (Some(Note::PerhapsStored), Todo::IfMissingResend),
        Some("forward") => (Some(Note::TravelsOn), Todo::IfMissingForward),
        Some("filter" | "queue" | "program") => (Some(Note::InOurSystem), Todo::IfMissingTell),
        _ if remote => (Some(Note::TheirsNow), Todo::IfMissingTheirs),
        _ => (None, Todo::IfMissingHere),
    }
}

/// The part of an address after the `@`.
fn domain(address: &str) -> Option<&str> {
    address.rsplit_once('@').map(|(_, domain)| domain)
}

/// A number without needless zeros.
fn plain(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

#[cfg(test)]
mod tests;
