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
mod gleaned;
mod message;
mod portuguese;
mod settle;
mod spanish;

use super::document::{Block, Statement};
use crate::explain;
use crate::explain::situation::{PROGRAMS, Undelivered, is_notice, is_own_service, original};
use crate::export::{Attempt, Trace};
use crate::knowledge::classify::{Evidence, classify};
use crate::knowledge::defect::Defect;
use crate::knowledge::fault::is_local;
use crate::knowledge::misspelled;
use crate::knowledge::named::is_old_entry;
use crate::knowledge::obstacle::ObstacleKind;
use crate::knowledge::situation::{By, Case, Direction};
use crate::knowledge::{Named, Refusal};
use crate::log::Log;
use crate::text::lossy;
use crate::vocabulary::{
    App, AttemptOutcome, Cause, Circumstance, Cited, Language, Lasts, Level, Login, Outcome, Party, Reason,
    Sign, TraceType,
};
use gleaned::Gleaned;
use message::{
    Acts, Advice, At, Effect, Elsewhere, Fact, Filing, Fix, Happened, Message, Note, Server, State, Title,
    Todo, Tries, speech,
};
use rustc_hash::{FxHashMap, FxHashSet};
use settle::Who;

/// Advice that is no longer, in characters, stands whole in a chat.
const CHAT: usize = 200;

/// What something means is no longer, in characters, where it stands whole in a chat.
const MEANS: usize = 140;

/// So many things that happened alike are told; the others are counted.
const MOST_ALIKE: usize = 5;

/// What a customer is told of these traces, in an email.
pub(super) fn email(log: &Log, traces: &[u32], language: Language, app: Option<App>) -> Vec<Vec<Block>> {
    let told = in_order(log, traces);
    letters(log, &told).into_iter().map(|letter| letter.blocks(language, app)).collect()
}

/// The same in a chat: a few sentences for each.
pub(super) fn chat(log: &Log, traces: &[u32], language: Language) -> Vec<Block> {
    let told = in_order(log, traces);
    letters(log, &told).into_iter().filter_map(|letter| letter.chat(language)).collect()
}

/// Why there is nothing to write to a customer, by what weighs most; with its lines.
pub(super) fn silence(log: &Log, traces: &[u32]) -> (&'static str, Option<Cited>) {
    let told = in_order(log, traces);
    let acts = |(trace, _): &&(Trace, Gleaned)| {
        trace.explanation.party != Party::Nobody || trace.outcome.is_problem()
    };
    let Some((trace, _)) = told.iter().find(acts).or(told.first()) else {
        return ("no line here tells of email.", None);
    };
    let why = match trace.kind {
        _ if let Some(why) = noise(trace) => why,
        _ if is_nobodys(trace) => {
            "it's an automatic notice or a program's own message, and nobody waits for it."
        }
        TraceType::Dialogue | TraceType::Bounce => "what was pasted doesn't say why it failed.",
        _ if trace.explanation.party == Party::OurServer && trace.kind != TraceType::Message => {
            if (0..log.lines()).any(|line| log.is_of_people(line)) {
                return ("nothing here shows whom this concerns.", Some(trace.explanation.cites.clone()));
            }
            "nothing here shows that customers notice this."
        }
        _ if trace.explanation.party == Party::Nobody && !trace.outcome.is_problem() => {
            "what was read shows nothing that went wrong for a customer."
        }
        _ => "nothing here shows whose message or sign-in this is about.",
    };
    (why, Some(trace.explanation.cites.clone()))
}

/// All that a customer can be told in a language, without any names: its words are no one's.
pub(crate) fn every_text(language: Language) -> Vec<String> {
    let speech = speech(language);
    let said = message::every("", &None).into_iter().map(|of| of.say(speech));
    said.chain(message::titles("").iter().map(|of| speech.title(of))).collect()
}

/// The traces, the most serious first, each with what else its lines name.
fn in_order(log: &Log, traces: &[u32]) -> Vec<(Trace, Gleaned)> {
    let order = log.order();
    let mut rank = vec![0; order.len()];
    for (at, &trace) in order.iter().enumerate() {
        rank[trace as usize] = at;
    }
    let mut traces: Vec<u32> = traces.iter().copied().filter(|&trace| trace < log.traces()).collect();
    traces.sort_by_key(|&trace| rank[trace as usize]);
    let told = traces.into_iter().filter_map(|trace| log.trace(trace));
    // Whoever came back after greylisting brought the message: what became of that is told, once.
    let mut held = FxHashSet::default();
    let mut told: Vec<Trace> = told
        .map(|trace| {
            let back = explain::returned(log, &trace).and_then(|of| log.trace(of));
            held.extend(back.as_ref().map(|back| back.trace));
            back.unwrap_or(trace)
        })
        .collect();
    let mut seen = FxHashSet::default();
    told.retain(|trace| seen.insert(trace.trace));
    told.into_iter()
        .map(|trace| {
            let facts = Gleaned { held: held.contains(&trace.trace), ..Gleaned::of(log, &trace) };
            (trace, facts)
        })
        .collect()
}

/// What a customer is told of these traces.
fn letters<'a>(log: &'a Log, told: &'a [(Trace, Gleaned)]) -> Vec<Letter<'a>> {
    let stolen = stolen(told);
    let of = |(trace, facts): &'a (Trace, Gleaned)| {
        let by = stolen.iter().find(|user| Some(**user) == trace.user.as_deref());
        by.map_or_else(|| Letter::of(log, trace, facts), |user| Letter::stolen(log, trace, user))
    };
    let waiting = told.iter().any(|(trace, _)| {
        trace.kind == TraceType::Message
            && trace.attempts.iter().any(|of| of.reason == Some(Reason::NetworkError))
    });
    let unanswered = told
        .iter()
        .any(|(trace, _)| trace.format == "dns-lookup" && trace.explanation.party == Party::OurServer);
    let came = told.iter().map(|told| (of(told), told.1.held));
    let mut told: Vec<Letter<'_>> = came
        .map(|(mut letter, held)| {
            if held && letter.is_success() {
                letter.came_back();
            }
            letter
        })
        .collect();
    let of_nobody = |letter: &&Letter<'_>| letter.weight == Weight::Nobodys;
    let nobodys: Vec<u32> =
        told.iter().filter(of_nobody).filter_map(|letter| letter.about).map(|of| of.trace).collect();
    // Somebody asks, and nothing is wrong: then what happened is the answer.
    let cut_off = |letter: &Letter<'_>| {
        letter.parts.iter().any(|part| part.means.contains(&Message::Obstacle(ObstacleKind::HungUp)))
    };
    let well = told.iter().all(|letter| letter.weight <= Weight::Quiet || cut_off(letter));
    let asked = told.iter().any(cut_off) || (0..log.lines()).any(|line| log.is_of_people(line));
    let answered = well && asked && told.iter().any(Letter::answers);
    // Who tells of trouble has noticed it, whomever the lines name.
    let ours = |letter: &Letter<'_>| {
        let of_ours = |of: &Trace| {
            matches!(of.kind, TraceType::Session | TraceType::Connection | TraceType::Event)
                && of.explanation.party == Party::OurServer
        };
        letter.weight == Weight::Quiet && letter.about.is_some_and(of_ours)
    };
    let noticed = well && !answered && (0..log.lines()).any(|line| log.is_of_people(line));
    told.retain(|letter| {
        if answered { letter.answers() } else { letter.weight > Weight::Quiet || noticed && ours(letter) }
    });
    // Nobody can be written to where the lines name nobody who noticed it, and nobody asks.
    let hit = told.iter().any(|letter| letter.weight >= Weight::Wrong && letter.names_somebody());
    let ours = |letter: &Letter<'_>| hit && letter.weight == Weight::Ours;
    told.retain(|letter| asked || letter.names_somebody() || ours(letter));
    // Who sends with somebody's password sends many messages: that's one letter.
    let mut users = FxHashSet::default();
    told.retain(|letter| {
        !letter.notes(Note::StolenPassword) || letter.title.user().is_none_or(|user| users.insert(user))
    });
    // A notice that its queue lists is nobody's by whatever line tells of it.
    let unsendable: FxHashSet<u32> = (told.iter())
        .filter_map(|letter| letter.about)
        .filter(|of| is_notice(of.sender.as_deref()) && of.kind == TraceType::Message)
        .map(|of| of.trace)
        .chain(nobodys)
        .collect();
    told.retain(|letter| {
        letter.about.is_none_or(|of| {
            !of.links.iter().any(|link| link.how == "same-mail" && unsendable.contains(&link.trace))
        })
    });
    // An app or a test that got no connection shows what a part of our server that is down says itself.
    let down = |letter: &Letter<'_>| {
        let hit = [Effect::Door, Effect::SignIn, Effect::Reading];
        let trouble = letter.parts.first().and_then(LetterPart::trouble);
        letter.weight == Weight::Ours && trouble.is_some_and(|of| hit.contains(&of))
    };
    if told.iter().any(down) {
        told.retain(|letter| !letter.is_only_unconnected());
    }
    // Who looks servers up or calls them by hand while messages wait for that tests why they wait.
    if waiting {
        told.retain(|letter| {
            let by_hand = letter.about.is_some_and(|of| of.kind == TraceType::Dialogue);
            !(by_hand && (letter.notes(Note::DownOrBlocked) || letter.notes(Note::LookupFailed)))
        });
    }
    let mut told = one_each(told);
    // How a message came out that only began, nobody knows; trouble of our own server says more.
    let known = |letter: &Letter<'_>| !letter.state.contains(&Message::State(State::NotKnown));
    if told.iter().any(|letter| known(letter) && !letter.is_success()) {
        told.retain(known);
    }
    // A message is somebody's, and so is a log-in. What a part of the server reports of itself only says why.
    let worst = told.iter().map(|letter| letter.weight).max().unwrap_or_default();
    told.retain(|letter| match letter.weight {
        Weight::Mail => true,
        weight if weight < Weight::Wrong => weight == worst,
        _ => worst <= Weight::Wrong,
    });
    // Of a message that went through several programs of ours, the last result says all.
    let is_passed = |letter: &Letter<'_>| {
        letter.parts.iter().flat_map(|part| &part.happened).any(|(said, _)| match said {
            Message::Happened(
                Happened::PassedOn { .. }
                | Happened::Begun { .. }
                | Happened::MessageProblem { .. }
                | Happened::DeliveryProblem { .. },
            ) => true,
            Message::Happened(Happened::Trying { tries, .. }) => tries.last.is_none(),
            _ => false,
        })
    };
    let to = |letter: &Letter<'_>| match &letter.title {
        Title::Message { to, .. } if !to.is_empty() => {
            Some(to.iter().map(|to| (*to).to_owned()).collect::<Vec<_>>())
        }
        _ => None,
    };
    let ended: Vec<_> = told.iter().filter(|letter| !is_passed(letter)).filter_map(to).collect();
    // What our filter threw away for those whom it was for, it keeps in the quarantine.
    let held = |letter: &&Letter<'_>| {
        let file = |said: &Message<'_>| matches!(said, Message::Fact(Fact::Attachment { .. }));
        letter.notes(Note::KeptByFilter) || letter.parts.iter().any(|part| part.means.iter().any(file))
    };
    let kept = told.iter().filter(held).count();
    let thrown = told.iter().filter(|letter| letter.notes(Note::NobodyGetsIt)).count();
    told.retain(|letter| !(kept > 0 && kept >= thrown && letter.notes(Note::NobodyGetsIt)));
    told.retain(|letter| !is_passed(letter) || to(letter).is_none_or(|to| !ended.contains(&to)));
    // Where several domains can't be looked up, the fault is ours.
    let failed = |letter: &&Letter<'_>| letter.notes(Note::LookupFailed);
    let mut domains: Vec<&str> =
        told.iter().filter(failed).flat_map(|letter| letter.title.recipients()).filter_map(domain).collect();
    domains.sort_unstable();
    domains.dedup();
    if domains.len() > 1 || unanswered {
        let means = told.iter_mut().flat_map(|letter| &mut letter.parts).flat_map(|part| &mut part.means);
        for said in means.filter(|said| **said == Message::Note(Note::LookupFailed)) {
            *said = Message::Note(Note::OurLookup);
        }
    }
    let mut letters: Vec<Letter<'_>> = Vec::new();
    for letter in told {
        match letters.iter_mut().find(|other| other.is_alike(&letter)) {
            Some(other) => other.join(letter),
            None => letters.push(letter),
        }
    }
    nameless(letters)
}

/// One letter for one trouble: what went well beside it, what only follows from it and what is another part of it
/// have none of their own.
fn one_each(told: Vec<Letter<'_>>) -> Vec<Letter<'_>> {
    // Of two that say the same of each other, the more serious one stays.
    let covered = |at: usize, letter: &Letter<'_>| {
        told.iter()
            .enumerate()
            .any(|(of, other)| of != at && other.covers(letter) && !(at < of && letter.covers(other)))
    };
    let covered: Vec<bool> = told.iter().enumerate().map(|(at, letter)| covered(at, letter)).collect();
    let mut left: Vec<Letter<'_>> = Vec::new();
    for (letter, _) in told.into_iter().zip(covered).filter(|(_, covered)| !covered) {
        match left.iter_mut().find(|other| other.is_same_message(&letter)) {
            Some(other) => other.take_in(letter),
            None => left.push(letter),
        }
    }
    left
}

/// Users under whose names many messages went out within minutes from several addresses.
fn stolen(told: &[(Trace, Gleaned)]) -> Vec<&str> {
    let found =
        told.iter().filter(|(trace, _)| trace.explanation.circumstance == Some(Circumstance::Misused));
    let found = found.filter_map(|(trace, _)| user(trace));
    let mut sent: Vec<(&str, Vec<&Trace>)> = Vec::new();
    for (trace, _) in told.iter().filter(|(trace, _)| trace.kind == TraceType::Message) {
        let Some(user) = user(trace) else { continue };
        match sent.iter_mut().find(|(of, _)| *of == user) {
            Some((_, all)) => all.push(trace),
            None => sent.push((user, vec![trace])),
        }
    }
    sent.retain(|(_, all)| {
        let mut clients: Vec<&str> = all.iter().filter_map(|trace| trace.client.as_deref()).collect();
        clients.sort_unstable();
        clients.dedup();
        let refused = all.iter().any(|trace| trace.outcome == Outcome::Failed);
        clients.len() >= 3 && refused
    });
    let mut users: Vec<&str> = found.chain(sent.into_iter().map(|(user, _)| user)).collect();
    users.sort_unstable();
    users.dedup();
    users
}

/// Letters of the same words to this many people are one that names nobody.
const MANY: usize = 4;

/// Where many people would get the same words, one letter that names none of them.
fn nameless(letters: Vec<Letter<'_>>) -> Vec<Letter<'_>> {
    let mut all: Vec<Letter<'_>> = Vec::new();
    let mut groups: Vec<Vec<Letter<'_>>> = Vec::new();
    for letter in letters {
        match groups.iter_mut().find(|group| group[0].says_the_same(&letter)) {
            Some(group) => group.push(letter),
            None => groups.push(vec![letter]),
        }
    }
    for mut group in groups {
        let more = group.len() - 1;
        let unnamed = group[0].unnamed();
        match unnamed {
            Some((titles, happened))
                if group.len() >= MANY
                    || more > 0 && group.iter().all(|of| of.is_of_unknown() || of.is_kept_here()) =>
            {
                let mut letter = group.swap_remove(0);
                letter.title = titles;
                if let Some(part) = letter.parts.first_mut() {
                    let lines = part.lines.clone();
                    part.happened = vec![(happened, lines)];
                    part.means.insert(0, Message::More(more));
                    in_plural(&mut part.todo);
                }
                all.push(letter);
            }
            _ => all.append(&mut group),
        }
    }
    all
}

/// What keeps all mail on our server, where that is what failed.
fn kept_here<'a>(trace: &Trace) -> Option<Message<'a>> {
    match trace.explanation.circumstance? {
        Circumstance::NoWayOut => Some(Message::Note(Note::ReachesNone)),
        Circumstance::NoNames => Some(Message::Note(Note::LookupOurs)),
        _ => None,
    }
}

/// How much a customer cares for something.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Weight {
    /// It is nobody's: a stranger's scan, a notice to a forged sender, a note in the log.
    #[default]
    Nobodys,
    /// Nothing is wrong.
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
    /// What it is about.
    about: Option<&'a Trace>,
    lines: Cited,
    weight: Weight,
    /// True where one of our own users sent it.
    sent_here: bool,
    parts: Vec<LetterPart<'a>>,
}

/// What happened to some, what it means and what to do.
struct LetterPart<'a> {
    happened: Vec<(Message<'a>, Cited)>,
    means: Vec<Message<'a>>,
    todo: Vec<Message<'a>>,
    lines: Cited,
    /// True where nothing is wrong for these.
    is_done: bool,
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

const OURS: &[Todo] = &[Todo::Ours];

impl<'a> LetterPart<'a> {
    fn new(
        happened: impl Into<Option<Happened<'a>>>,
        means: Vec<Message<'a>>,
        todo: Vec<Message<'a>>,
        lines: &Cited,
    ) -> LetterPart<'a> {
        let happened = happened.into().map(|of| (Message::Happened(of), lines.clone()));
        LetterPart {
            happened: happened.into_iter().collect(),
            means,
            todo,
            lines: lines.clone(),
            is_done: false,
        }
    }

    /// What trouble of our server does to people.
    fn trouble(&self) -> Option<Effect> {
        let said = self.means.iter().chain(self.happened.iter().map(|(said, _)| said));
        said.into_iter().find_map(|said| match said {
            Message::Effect(effect) => Some(*effect),
            Message::Note(Note::RenewalFailed) => Some(Effect::Warnings),
            Message::Note(Note::NameOrPassword) | Message::Cause(Cause::UnknownUser) => Some(Effect::SignIn),
            Message::Happened(Happened::Broken { defect, .. }) => effect_of(*defect),
            Message::Note(Note::TakesNoCalls) => Some(Effect::Door),
            _ => None,
        })
    }

    /// True where somebody is said to have used a wrong name or password.
    fn blames_password(&self) -> bool {
        let said = self.happened.iter().map(|(said, _)| said).chain(&self.means).chain(&self.todo);
        said.into_iter().any(|said| {
            matches!(
                said,
                Message::Note(Note::NameOrPassword)
                    | Message::Todo(Todo::Password | Todo::EnterPassword)
                    | Message::Cause(
                        Cause::WrongPassword
                            | Cause::Either
                            | Cause::WrongLogin
                            | Cause::Refused
                            | Cause::UnknownUser
                    )
                    | Message::Obstacle(ObstacleKind::Login)
                    | Message::Happened(Happened::Broken { defect: Defect::WrongPassword, .. })
            )
        })
    }

    /// True where another says the very same.
    fn is_same(&self, other: &LetterPart<'_>) -> bool {
        let told = self.happened.iter().map(|(said, _)| said).eq(other.happened.iter().map(|(said, _)| said));
        told && self.is_alike(other)
    }

    /// True where it only says that something of ours doesn't work.
    fn is_vague(&self) -> bool {
        let vague = |said: &Message<'_>| {
            matches!(
                said,
                Message::Cause(Cause::Server)
                    | Message::Case(Case::Service, ..)
                    | Message::Here(Reason::SystemError | Reason::Undefined)
                    | Message::Note(Note::PartDown | Note::CauseOurs | Note::LogDoesNotSay)
            )
        };
        self.means.is_empty() || self.means.iter().any(vague)
    }

    /// True where another says the same of something else.
    fn is_alike(&self, other: &LetterPart<'_>) -> bool {
        self.means == other.means && self.todo == other.todo
    }
}

impl<'a> Letter<'a> {
    fn of(log: &'a Log, trace: &'a Trace, facts: &'a Gleaned) -> Letter<'a> {
        let cause = explain::decided(log, trace.trace);
        let mut letter = match trace.kind {
            _ if noise(trace).is_some() => Letter::none(&trace.explanation.cites),
            TraceType::Session => Letter::session(log, trace, facts, cause),
            TraceType::Scan => Letter::scan(log, trace, facts),
            TraceType::Event if let Some(address) = facts.banned.as_deref() => {
                let lines = &trace.explanation.cites;
                let user = facts.account.as_deref();
                let happened = Happened::Banned { address, user, at: explain::when(log, lines[0]) };
                let part = LetterPart::new(happened, Vec::new(), todos(&[Todo::LiftBlock]), lines);
                Letter::one(state(None, Acts::You), Weight::Wrong, part)
            }
            TraceType::Event if let Some(later) = is_refusal(log, trace) => {
                Letter::turned_away(log, trace, facts, later)
            }
            TraceType::Event if trace.explanation.party != Party::Nobody => Letter::fault(log, trace, facts),
            TraceType::Event => Letter::none(&trace.explanation.cites),
            TraceType::Message if let Some(filing) = cause.and_then(Filing::of) => {
                Letter::filed(log, trace, filing)
            }
            // A check of an address is no message of anybody's.
            _ if explain::is_check(&trace.attempts) && trace.outcome.is_problem() => {
                Letter::none(&trace.explanation.cites)
            }
            _ if !trace.attempts.is_empty() => Letter::message(log, trace, facts),
            TraceType::Connection => Letter::connection(log, trace, facts),
            TraceType::Dialogue => Letter::dialogue(log, trace, facts),
            _ => Letter::unknown(log, trace, facts),
        };
        letter.title = match title(log, trace, facts) {
            title @ (Title::Conversation | Title::Reply | Title::AppError)
                if letter.weight == Weight::Ours =>
            {
                letter.parts.first().and_then(LetterPart::trouble).map_or(title, Title::Trouble)
            }
            _ if letter.notes(Note::WeAreListed) => Title::Trouble(Effect::Outgoing),
            Title::Conversation | Title::Reply if trace.explanation.party == Party::OurServer => {
                Title::Trouble(Effect::Door)
            }
            title @ (Title::Problem | Title::Scan | Title::From { .. }) if letter.weight == Weight::Ours => {
                letter.parts.first().and_then(LetterPart::trouble).map_or(title, Title::Trouble)
            }
            title @ (Title::Problem | Title::Scan) => {
                letter.parts.first().and_then(LetterPart::trouble).map_or(title, Title::Trouble)
            }
            Title::Message { from: None, to } if to.is_empty() => letter
                .parts
                .first()
                .and_then(LetterPart::trouble)
                .map_or(Title::Message { from: None, to }, Title::Trouble),
            _ if facts.expired && letter.notes(Note::CertificateOld) => Title::Trouble(Effect::Warnings),
            title => title,
        };
        letter.lines = trace.explanation.cites.clone();
        letter.about = Some(trace);
        if let (Title::Trouble(_), Some(part)) = (&letter.title, letter.parts.first_mut()) {
            let one = |said: &Message<'_>| matches!(said, Message::Happened(Happened::MessageProblem { .. }));
            part.happened.retain(|(said, _)| !one(said));
        }
        // Who tested it by hand wrote no message, and of what has no recipient's name nobody can be told.
        let nameless = matches!(&letter.title, Title::Message { from: None, to } if to.is_empty());
        if let Some(why) = kept_here(trace).filter(|_| trace.kind == TraceType::Dialogue || nameless) {
            let part = LetterPart::new(None, vec![why], todos(OURS), &trace.explanation.cites);
            letter = Letter::one(state(None, Acts::Us), Weight::Ours, part);
            letter.title = Title::Trouble(Effect::Outgoing);
            letter.lines = trace.explanation.cites.clone();
            letter.about = Some(trace);
            letter.titles = Some(Title::Problem);
            return letter;
        }
        // Nobody knows whom to write to.
        let nobody = letter.title == Title::Connection
            || letter.title == Title::Problem && letter.weight == Weight::Wrong;
        if nobody && letter.weight > Weight::Quiet {
            letter.weight = Weight::Quiet;
        }
        if facts.hindered {
            letter.clear_the_user();
        }
        let unknown = trace.kind == TraceType::Message
            && trace.sender.as_deref().is_none_or(str::is_empty)
            && trace.attempts.iter().all(|of| of.recipient.as_deref().is_none_or(str::is_empty))
            && letter.title == (Title::Message { from: None, to: Vec::new() });
        if unknown {
            letter.weight = Weight::Quiet;
        }
        if is_nobodys(trace) {
            letter.weight = Weight::Nobodys;
        }
        letter.settle(trace);
        letter.titles = match trace.kind {
            _ if letter.weight == Weight::Ours => Some(Title::Problem),
            TraceType::Session => Some(Title::SignIns),
            TraceType::Connection if is_fault(trace) && facts.to.is_empty() => Some(Title::Problem),
            TraceType::Connection => Some(Title::Connections),
            TraceType::Event => Some(Title::Problem),
            TraceType::Message => Some(Title::Messages),
            _ => None,
        };
        letter
    }

    fn new(state: Vec<Message<'a>>, weight: Weight, parts: Vec<LetterPart<'a>>) -> Letter<'a> {
        let lines = parts.first().map_or_else(|| Cited::new(1, []), |part| part.lines.clone());
        Letter {
            title: Title::Problem,
            titles: None,
            state,
            about: None,
            lines,
            weight,
            sent_here: false,
            parts,
        }
    }

    fn one(state: Vec<Message<'a>>, weight: Weight, part: LetterPart<'a>) -> Letter<'a> {
        Letter::new(state, weight, vec![part])
    }

    /// What nobody needs to hear.
    fn none(lines: &Cited) -> Letter<'a> {
        Letter::one(Vec::new(), Weight::Nobodys, LetterPart::new(None, Vec::new(), Vec::new(), lines))
    }

    /// True where it says this of what happened.
    fn notes(&self, note: Note) -> bool {
        self.parts.iter().any(|part| part.means.contains(&Message::Note(note)))
    }

    /// Where our own server couldn't check a password, nobody typed a wrong one.
    fn clear_the_user(&mut self) {
        let Some(part) = self.parts.first_mut().filter(|part| part.blames_password()) else { return };
        let blames = |said: &Message<'_>| {
            matches!(said, Message::Happened(Happened::Broken { defect: Defect::WrongPassword, .. }))
        };
        part.happened.retain(|(said, _)| !blames(said));
        part.means = vec![Message::Note(Note::OursNotYours)];
        part.todo = todos(OURS);
        self.state.retain(|said| !matches!(said, Message::Acts(_)));
        self.state.push(Message::Acts(Acts::Us));
    }

    /// True where both can be one letter.
    fn is_alike(&self, other: &Letter<'_>) -> bool {
        let (one, two) = (self.parts.first(), other.parts.first());
        let same = self.title == other.title
            && self.state == other.state
            && self.parts.len() == other.parts.len()
            && self.parts.iter().zip(&other.parts).all(|(one, two)| one.is_same(two));
        let whole = self.parts.len() == 1 && other.parts.len() == 1;
        let kind = whole
            && self.titles.is_some()
            && self.titles == other.titles
            && (self.title == other.title || !self.is_of_unknown() && !other.is_of_unknown())
            && (self.title.is_kin(&other.title)
                || self.common_domain(other).is_some()
                || self.waits_alike(other));
        same || kind
            && self.weight == other.weight
            // A server in trouble is one thing, in however many parts.
            && (self.weight == Weight::Ours
                || self.state == other.state && one.zip(two).is_some_and(|(one, two)| one.is_alike(two)))
    }

    /// True where it says what happened to somebody who asks, though nothing is wrong.
    fn answers(&self) -> bool {
        self.parts.iter().any(|part| {
            part.means.contains(&Message::Cause(Cause::Idle))
                || matches!(part.happened.first(), Some((Message::Happened(Happened::Collected { .. }), _)))
        })
    }

    /// True where it's about somebody's message, mailbox, website or app, and not only about our server or an address.
    fn names_somebody(&self) -> bool {
        let nameless = matches!(
            self.title,
            Title::From { .. } | Title::Connection | Title::Problem | Title::Scan | Title::Trouble(_)
        );
        let seen = |of: &Trace| match of.kind {
            TraceType::Message => of.sender.is_some() || !of.attempts.is_empty(),
            TraceType::Bounce => true,
            // What an app shows, somebody saw; what a tool shows of the server, only whoever runs it.
            TraceType::Dialogue => !["service-status", "dns-lookup"].contains(&of.format.as_str()),
            _ => false,
        };
        !nameless || self.about.is_some_and(seen)
    }

    /// True where it says nothing but that no connection came about.
    fn is_only_unconnected(&self) -> bool {
        let kinds = [
            ObstacleKind::NoConnection,
            ObstacleKind::NoAnswer,
            ObstacleKind::TurnedAway,
            ObstacleKind::HungUp,
            ObstacleKind::NoRoute,
        ];
        let unconnected = |said: &Message<'_>| match said {
            Message::Note(note) => *note == Note::DownOrBlocked,
            Message::Obstacle(kind) => kinds.contains(kind),
            _ => false,
        };
        self.about.is_some_and(|of| of.kind == TraceType::Dialogue)
            && self.parts.iter().all(|part| part.means.iter().any(unconnected))
    }

    /// True where a message goes to others, and the log doesn't tell who of our customers sent it.
    fn is_of_unknown(&self) -> bool {
        let unnamed = matches!(self.title, Title::Message { from: None, .. });
        unnamed && self.about.is_some_and(|of| of.attempts.iter().any(is_theirs))
    }

    /// True where all mail is kept on our server.
    fn is_kept_here(&self) -> bool {
        self.about.is_some_and(|of| kept_here(of).is_some())
    }

    /// Says why it took longer, where our server first asked for another attempt.
    fn came_back(&mut self) {
        if let [part] = &mut self.parts[..] {
            part.means.push(Message::Note(Note::HeldFirst));
            part.todo = todos(&[Todo::Nothing]);
        }
    }

    /// Why something was refused, where a reason says it.
    fn reason(&self) -> Option<Reason> {
        self.parts.iter().flat_map(|part| &part.means).find_map(|said| match said {
            Message::Reason(reason) | Message::Here(reason) => Some(*reason),
            Message::Refusal(refusal) => Some(refusal.facts().0),
            _ => None,
        })
    }

    /// For whom a message was that didn't arrive, and from whom.
    fn undelivered(&self) -> Option<(Option<&'a str>, &[&'a str])> {
        match &self.title {
            Title::Message { from, to } if self.weight >= Weight::Wrong && !self.is_success() => {
                Some((*from, to))
            }
            _ => None,
        }
    }

    /// True where it says this.
    fn means(&self, said: &Message<'_>) -> bool {
        self.parts.iter().any(|part| part.means.contains(said))
    }

    /// True where our server turned away somebody who is no customer, for an address that isn't here.
    fn is_of_stranger(&self) -> bool {
        let absent = self.means(&Message::Here(Reason::UserUnknown))
            || self.means(&Message::Note(Note::DomainUnknown))
            || self.means(&Message::Note(Note::CauseSender));
        !self.sent_here && absent && self.about.is_some_and(|of| of.attempts.is_empty())
    }

    /// True where nothing went wrong.
    fn is_success(&self) -> bool {
        let well = [State::Delivered, State::Accepted, State::Forwarded];
        self.state.iter().any(|said| matches!(said, Message::State(state) if well.contains(state)))
    }

    /// True where this is all that a customer needs to hear of another.
    fn covers(&self, other: &Letter<'_>) -> bool {
        let Some((one, two)) = self.about.zip(other.about).filter(|(one, two)| one.trace != two.trace) else {
            return false;
        };
        // Who asked about what failed didn't ask what went well.
        let well = other.is_success() && !self.is_success();
        // What a person saw in an app is what our server tells of itself.
        let seen = two.format == "mail-client" && one.kind != TraceType::Dialogue && !self.is_success();
        // What has no name only follows from what has one.
        let unnamed = |letter: &Letter<'_>| {
            matches!(
                letter.title,
                Title::From { .. } | Title::Connection | Title::Problem | Title::Trouble(_)
            )
        };
        let follows = other.weight == Weight::Wrong
            && unnamed(other)
            && !unnamed(self)
            && self.weight >= Weight::Wrong
            && !self.is_success();
        let blocked =
            matches!(self.title, Title::Blocked { address } if Some(address) == two.client.as_deref());
        let (mine, theirs) = (self.undelivered(), other.undelivered());
        // A reply that somebody quotes is what our own server tells of itself.
        let quoted = matches!(other.title, Title::Reply | Title::Conversation)
            && matches!(one.kind, TraceType::Connection | TraceType::Message)
            && mine.is_some()
            && self.reason() == other.reason();
        // Who is hit by a trouble of ours hears of it in words of their own.
        let caused = other.weight == Weight::Ours
            && self.state.contains(&Message::Acts(Acts::Us))
            && self.names_somebody()
            && one.links.iter().any(|link| link.trace == two.trace && link.how == "cause");
        // Of one mailbox that nobody could sign in to, one letter says it.
        let failed = |letter: &Letter<'_>| letter.state.contains(&Message::State(State::SignInFailed));
        let same_user = self.title.user().is_some() && self.title.user() == other.title.user();
        let known = |letter: &Letter<'_>| letter.means(&Message::Cause(Cause::UnknownUser));
        let retried = same_user
            && failed(self)
            && (two.kind == TraceType::Session && two.login != Some(Login::Ok) && !failed(other)
                || known(self) && !known(other) && failed(other));
        // What a queue lists, its log tells better; and what keeps all mail keeps each message.
        let waits = other.state.contains(&Message::State(State::OnItsWay));
        let told_of = |link: &crate::export::Link| link.trace == two.trace && link.how == "same-mail";
        let listed = waits
            && (one.links.iter().any(told_of) || self.is_kept_here() || mine.is_some() && mine == theirs);
        // A disk of ours that is full is why messages were refused for want of room.
        let stores = |part: &LetterPart<'_>| {
            let full = |said: &Message<'_>| {
                matches!(said, Message::Happened(Happened::Broken { defect: Defect::Storage, .. }))
            };
            part.happened.iter().any(|(said, _)| full(said)) || part.means.iter().any(full)
        };
        let roomless = self.weight == Weight::Ours
            && self.parts.iter().any(stores)
            && other.reason() == Some(Reason::SystemFull);
        // Nobody waits at an address that doesn't exist, nor behind a server that was only tried as a relay.
        let stranger =
            one.outcome.is_problem() && mine.is_some() && !self.is_of_stranger() && other.is_of_stranger();
        // What an app says of one certificate, it says in several ways.
        let again = self.notes(Note::CertificateOld)
            && two.client.is_some()
            && one.client == two.client
            && other.parts.iter().any(|part| part.means.contains(&Message::Cause(Cause::Tls)));
        // The line before the one that names the recipient, or our mailbox server's about what our mail server tries.
        let is_filed = |letter: &Letter<'_>| {
            let mut means = letter.parts.iter().flat_map(|part| &part.means);
            means.any(|said| matches!(said, Message::Filing(_)))
        };
        let stage = mine.zip(theirs).is_some_and(|((from, to), (of, whom))| {
            let before = whom.is_empty() && !to.is_empty() && from.is_some() && from == of;
            let whole = !is_filed(self) && !self.parts.iter().any(LetterPart::is_vague);
            before || is_filed(other) && whole && one.kind == TraceType::Message && to == whom
        });
        well || seen
            || follows
            || blocked
            || quoted
            || again
            || stage
            || caused
            || retried
            || listed
            || stranger
            || roomless
    }

    /// True where both may be stages of one message.
    fn is_same_message(&self, other: &Letter<'_>) -> bool {
        let (Title::Message { from, to }, Title::Message { from: of, to: whom }) =
            (&self.title, &other.title)
        else {
            return false;
        };
        let same = from.is_none() || of.is_none() || from == of;
        let vague = |letter: &Letter<'_>| letter.parts.iter().any(LetterPart::is_vague);
        let format = |letter: &Letter<'_>| letter.about.map(|of| of.format.clone());
        let stages = vague(self) != vague(other) || format(self) != format(other);
        !to.is_empty() && to == whom && same && self.state == other.state && stages
    }

    /// Makes one letter of two stages: the names of both, and what says more.
    fn take_in(&mut self, other: Letter<'a>) {
        if self.parts.iter().any(LetterPart::is_vague) {
            self.parts = other.parts;
            self.lines = other.lines;
        }
        if let (Title::Message { from, .. }, Title::Message { from: of, .. }) = (&mut self.title, other.title)
        {
            *from = from.or(of);
        }
    }

    /// True where both wait for us, and nobody is named who could be another customer.
    fn waits_alike(&self, other: &Letter<'_>) -> bool {
        let us = |letter: &Letter<'_>| {
            letter.title.sender().is_none() && letter.state.contains(&Message::Acts(Acts::Us))
        };
        let delayed = Message::State(State::Delayed);
        us(self) && us(other) && self.state.contains(&delayed) && self.sent_here && other.sent_here
    }

    /// The domain of our customer that both are about.
    fn common_domain(&self, other: &Letter<'a>) -> Option<&'a str> {
        let all = |letter: &Letter<'a>| letter.title.domains();
        // Who wrote through us is our customer, else whoever it's for.
        let home = |letter: &Letter<'a>| {
            let from = letter.title.sender().and_then(domain).filter(|_| letter.sent_here);
            from.map_or_else(|| all(letter), |from| vec![from])
        };
        let (mine, theirs) = (all(self), all(other));
        let shared = mine.iter().copied().filter(|of| theirs.contains(of));
        let (one, two) = (home(self), home(other));
        shared.into_iter().find(|of| one.contains(of) || two.contains(of))
    }

    /// True where both say the same to different people.
    fn says_the_same(&self, other: &Letter<'_>) -> bool {
        let both = self.parts.first().zip(other.parts.first());
        self.parts.len() == 1
            && other.parts.len() == 1
            && self.titles.is_some()
            && (&self.titles, &self.state, self.weight) == (&other.titles, &other.state, other.weight)
            && both.is_some_and(|(one, two)| one.is_alike(two))
    }

    /// The title and what happened without anybody's name, where there are words for it.
    fn unnamed(&self) -> Option<(Title<'a>, Message<'a>)> {
        let titles = self.titles.clone()?;
        let Message::Happened(happened) = &self.parts.first()?.happened.first()?.0 else { return None };
        let to = || vec![""];
        let happened = match happened.clone() {
            Happened::Waits { at, .. } => Happened::Waits { to: to(), at },
            Happened::Trying { tries, .. } => Happened::Trying { to: to(), tries },
            Happened::GaveUp { tries, .. } => Happened::GaveUp { to: to(), tries },
            Happened::Undeliverable { at, .. } => Happened::Undeliverable { to: to(), at },
            Happened::Delivered { at, .. } => Happened::Delivered { to: to(), at },
            Happened::Begun { at, .. } => Happened::Begun { to: to(), at },
            Happened::SignInWorked { at, .. } => Happened::SignInWorked { user: None, at },
            Happened::SignInFailed { at, .. } => Happened::SignInFailed { user: None, at },
            Happened::SendSignInFailed { at, .. } => Happened::SendSignInFailed { user: None, at },
            Happened::NotTaken { later, at, .. } => Happened::NotTaken { from: None, to: to(), later, at },
            _ => return None,
        };
        Some((titles, Message::Happened(happened)))
    }

    fn join(&mut self, other: Letter<'a>) {
        if self.title != other.title && !self.title.is_of_user(&other.title) && self.weight != Weight::Ours {
            let domain = self.common_domain(&other).map(|domain| Title::Domain { domain });
            let common = self.title.common(&other.title).or(domain);
            if let Some(titles) = common.or_else(|| self.titles.clone()) {
                self.title = titles;
            }
        }
        // A server in trouble is told once, whatever it says of itself beside that.
        let kind = |said: &Message<'_>| match said {
            Message::Happened(Happened::Broken { defect, .. }) => Some(*defect),
            _ => None,
        };
        let minor = |part: &LetterPart<'_>| {
            part.happened.iter().any(|said| kind(&said.0) == Some(Defect::Minor)) && part.happened.len() == 1
        };
        // What nobody notices isn't told beside what people do.
        if self.weight == Weight::Ours && other.parts.first().is_some_and(minor) {
            return;
        }
        if self.weight == Weight::Ours && self.parts.first().is_some_and(minor) {
            *self = other;
            return;
        }
        let only_follows = |part: &LetterPart<'_>| {
            part.happened.len() == 1 && part.happened.iter().all(|said| kind(&said.0).is_some_and(is_vague))
        };
        let says_more = |part: &LetterPart<'_>| {
            part.happened.iter().any(|said| kind(&said.0).is_some_and(|of| !is_vague(of)))
        };
        if self.weight == Weight::Ours
            && self.parts.first().is_some_and(only_follows)
            && other.parts.first().is_some_and(says_more)
        {
            *self = other;
            return;
        }
        let other_format = other.about.map(|of| of.format.clone());
        let Some((mine, theirs)) = self.parts.first_mut().zip(other.parts.into_iter().next()) else { return };
        // Several parts of our server tell of one attempt.
        let own = self.about.map(|of| &of.format) == other_format.as_ref();
        let effects = (mine.trouble(), theirs.trouble());
        for said in theirs.happened {
            // What only follows from something says less than what is told already.
            let vague = kind(&said.0).is_some_and(is_vague);
            let said_before = vague && mine.happened.iter().any(|mine| kind(&mine.0).is_some())
                || matches!(said.0, Message::Happened(Happened::Problem { .. }))
                || kind(&said.0).is_some() && mine.happened.iter().any(|mine| kind(&mine.0) == kind(&said.0));
            let again = own && mine.happened.iter().any(|mine| mine.0.is_again(&said.0));
            if !said_before && (again || mine.happened.iter().all(|mine| mine.0 != said.0)) {
                mine.happened.push(said);
            }
        }
        if self.weight == Weight::Ours && effects.0 != effects.1 {
            let effect =
                effects.0.zip(effects.1).map_or(effects.0.or(effects.1), |(one, two)| Some(both(one, two)));
            let effect = effect.unwrap_or(Effect::Unclear);
            mine.means = vec![Message::Effect(effect)];
            self.title = if effect == Effect::Unclear { Title::Problem } else { Title::Trouble(effect) };
        }
    }

    fn blocks(self, language: Language, app: Option<App>) -> Vec<Block> {
        let speech = speech(language);
        let mut blocks = vec![Block::Title(Statement::new(speech.title(&self.title), &self.lines))];
        if !self.state.is_empty() {
            let state: Vec<String> = self.state.iter().map(|of| of.say(speech)).collect();
            blocks.push(Block::Heading(state.join(" ")));
        }
        let several = self.parts.len() > 1;
        for part in self.parts {
            let say = |of: &Message<'_>| Statement::new(of.say(speech), &part.lines);
            let mut told: Vec<&(Message<'_>, Cited)> = Vec::new();
            for said in &part.happened {
                if told.len() < MOST_ALIKE && told.iter().all(|other| !other.0.is_again(&said.0)) {
                    told.push(said);
                }
            }
            let more = part.happened.len() - told.len();
            let mut first: Vec<Statement> =
                told.iter().map(|(of, lines)| Statement::new(of.say(speech), lines)).collect();
            let mut advised = part.todo.clone();
            if first.len() > 1 {
                blocks.push(Block::List(std::mem::take(&mut first)));
                in_plural(&mut advised);
            }
            first.extend((more > 0).then(|| say(&Message::More(more))));
            first.extend(part.means.iter().map(say));
            let mut todo: Vec<Statement> = advised.iter().map(say).collect();
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
        let say = |of: &Message<'_>| Statement::new(of.say(speech), &part.lines);
        // Of what it means, a chat has room for the first sentence, or for all where that isn't long.
        let first = |of: &[Message<'_>]| {
            of.first().map(|of| {
                let text = of.say(speech);
                let short = if text.chars().count() <= MEANS { text.as_str() } else { first_sentence(&text) };
                Statement::new(short, &part.lines)
            })
        };
        let happened = part.happened.first().map(|(of, _)| say(of));
        // Of what to do, what somebody does says most; it's said whole where that isn't long.
        let does = |said: &&Message<'_>| {
            matches!(settle::who(said), Some(Who::We | Who::You | Who::Them))
                && !matches!(said, Message::Advice(_))
        };
        let todo = part.todo.iter().find(does).or(part.todo.first()).map(|of| {
            let text = of.say(speech);
            let whole = does(&of) && text.chars().count() <= CHAT;
            let short = if whole { text.as_str() } else { first_sentence(&text) };
            Statement::new(short, &part.lines)
        });
        // What was lost is sent again in the end.
        let again = part.todo.iter().skip(1).find(|said| **said == Message::Todo(Todo::SendAgain)).map(say);
        let said =
            (self.state.iter().map(say)).chain(happened).chain(first(&part.means)).chain(todo).chain(again);
        Some(Block::Paragraph(said.collect()))
    }

    fn message(log: &'a Log, trace: &'a Trace, facts: &Gleaned) -> Letter<'a> {
        let groups = groups(trace);
        let sent_here = groups.iter().any(|group| group.remote || group.is_sent_here(trace));
        let way = groups.first().filter(|_| groups.len() == 1).and_then(|group| explain::way(group.last()));
        let mut state = match (trace.outcome, way) {
            (Outcome::Delivered, Some("discard")) => state(State::Discarded, None),
            (Outcome::Delivered, Some("forward")) => state(State::Forwarded, None),
            (Outcome::Delivered, Some("unrun")) => state(None, Acts::Us),
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
    fn stolen(log: &Log, trace: &'a Trace, user: &'a str) -> Letter<'a> {
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

    fn session(log: &Log, trace: &'a Trace, facts: &Gleaned, cause: Option<Cause>) -> Letter<'a> {
        let lines = &trace.explanation.cites;
        let at = explain::when(log, trace.first_line);
        let user = user(trace);
        // Where the password couldn't be checked, nobody got in, whatever the line calls it.
        let unchecked = matches!(cause, Some(Cause::AuthService | Cause::Backend))
            && trace.login != Some(Login::Ok)
            && trace.outcome.is_problem();
        let failed = trace.login == Some(Login::Failed) || unchecked;
        let ours = trace.explanation.party == Party::OurServer;
        // The service that puts mail into mailboxes signs nobody in.
        let line = log.parse(trace.first_line - 1);
        let program = line.origin.program;
        // Mailboxes are copied between servers, and nobody's app is concerned.
        let copies = [&b"dsync"[..], b"doveadm"].iter().any(|of| program.starts_with(of))
            || line.body().starts_with(b"dsync");
        if copies && user.is_some() && trace.explanation.headline.contains("damaged") {
            let happened = Happened::Broken { defect: Defect::MailboxDamaged, at };
            let part = LetterPart::new(happened, Vec::new(), todos(OURS), lines);
            return Letter::one(state(None, Acts::Us), Weight::Wrong, part);
        }
        if copies {
            return Letter::none(lines);
        }
        // Webmail of all users comes from the server itself.
        let client = trace.client.as_deref().and_then(|ip| ip.parse::<std::net::IpAddr>().ok());
        if cause == Some(Cause::TooMany) && client.is_some_and(|ip| ip.is_loopback()) {
            let part = LetterPart::new(None, vec![Message::Effect(Effect::Reading)], todos(OURS), lines);
            return Letter::one(state(None, Acts::Us), Weight::Ours, part);
        }
        if [&b"lmtp"[..], b"lda", b"deliver"].contains(&program) && trace.outcome == Outcome::Failed {
            let defect =
                explain::defect(log, trace.trace).map(|defect| Happened::Broken { defect, at: None });
            let means = defect.map(Message::Happened).into_iter().chain([Message::Effect(Effect::Incoming)]);
            let happened = Happened::DeliveryProblem { user, at };
            let part = LetterPart::new(happened, means.collect(), todos(OURS), lines);
            return Letter::one(state(None, Acts::Us), Weight::Wrong, part);
        }
        let search = trace.format == "dovecot-search" && trace.explanation.party == Party::OurServer;
        if search || program.starts_with(b"indexer") && trace.outcome.is_problem() {
            let part = LetterPart::new(None, vec![Message::Note(Note::SearchIndex)], todos(OURS), lines);
            return Letter::one(state(None, Acts::Us), Weight::Wrong, part);
        }
        let happened = match (trace.login, user) {
            (_, Some(user)) if let Some(count) = facts.collected.filter(|_| cause.is_none()) => {
                Happened::Collected { user, count, at }
            }
            _ if failed => Happened::SignInFailed { user, at },
            // What serves a mailbox isn't what signs in; and of trouble after it, nobody asks when the app signed in.
            (Some(Login::Ok), None) => Happened::SignInWorked { user, at },
            (Some(Login::Ok), Some(_)) if cause.is_none() && ![&b"imap"[..], b"pop3"].contains(&program) => {
                Happened::SignInWorked { user, at }
            }
            (_, Some(user)) => Happened::Connected { user, at },
            (_, None) => Happened::Came { at },
        };
        if let Happened::Collected { .. } = happened {
            let part = LetterPart::new(happened, Vec::new(), todos(&[Todo::KeepTheCopy]), lines);
            return Letter::one(Vec::new(), Weight::Quiet, part);
        }
        let (means, todo) = if facts.expired {
            (Message::Note(Note::CertificateOld), todos(OURS))
        } else if facts.old_tls && cause == Some(Cause::Tls) {
            (Message::Note(Note::OldEncryption), todos(&[Todo::UpdateDevice]))
        } else if let Some(cause) = cause {
            // The pairs of port and encryption are the same for everybody.
            let todo = match cause {
                Cause::Plaintext => Message::ObstacleTodo(ObstacleKind::WantsEncryption),
                cause => Message::CauseTodo(cause),
            };
            (Message::Cause(cause), vec![todo])
        } else if failed && ours {
            (Message::Note(Note::OursNotYours), todos(OURS))
        } else if failed {
            (Message::Note(Note::NameOrPassword), todos(&[Todo::Password]))
        } else if trace.outcome == Outcome::Failed {
            (Message::Note(Note::SomethingWrong), todos(&[Todo::TryAgain]))
        } else if ours {
            (Message::Note(Note::Beside), todos(OURS))
        } else {
            return Letter::none(lines);
        };
        let turned_away = matches!(cause, Some(Cause::TooMany | Cause::Connections));
        let wrong =
            turned_away || failed || trace.outcome == Outcome::Failed || cause == Some(Cause::Tls) || ours;
        let state = match (failed, trace.explanation.party) {
            (true, Party::OurServer) => state(State::SignInFailed, Acts::Us),
            (true, Party::Recipient | Party::Sender) => state(State::SignInFailed, Acts::You),
            (true, _) => state(State::SignInFailed, None),
            (_, Party::OurServer) if wrong => state(None, Acts::Us),
            (_, Party::Recipient | Party::Sender) if wrong => state(None, Acts::You),
            _ if wrong => Vec::new(),
            _ => Vec::new(),
        };
        let weight = if wrong { Weight::Wrong } else { Weight::Quiet };
        Letter::one(state, weight, LetterPart::new(happened, vec![means], todo, lines))
    }

    fn scan(log: &'a Log, trace: &'a Trace, facts: &'a Gleaned) -> Letter<'a> {
        let lines = &trace.explanation.cites;
        let Some(scan) = trace.scan.as_ref() else { return Letter::unknown(log, trace, facts) };
        let at = explain::when(log, lines[0]);
        if scan.spam.is_none() && trace.explanation.headline.contains("quarantine") {
            let file = facts.attachment.clone().map(|name| Message::Fact(Fact::Attachment { name }));
            // Who sent it shares the file another way; who waits for it has it released.
            let (acts, todo) = match &file {
                Some(_) if facts.own => (Some(Acts::You), Todo::ShareFile),
                _ => (None, Todo::Release),
            };
            let means = file.unwrap_or(Message::Note(Note::KeptByFilter));
            let part = LetterPart::new(None, vec![means], todos(&[todo]), lines);
            return Letter::one(state(State::NotDelivered, acts), Weight::Mail, part);
        }
        if scan.spam.is_none() && trace.explanation.party == Party::OurServer {
            let means = if facts.unchecked {
                Message::Note(Note::PassedUnchecked)
            } else {
                Message::Effect(Effect::Unscanned)
            };
            let happened = Happened::Broken { defect: Defect::Filter, at };
            let part = LetterPart::new(happened, vec![means], todos(OURS), lines);
            let weight = if facts.unchecked { Weight::Mail } else { Weight::Ours };
            return Letter::one(state(None, Acts::Us), weight, part);
        }
        let points = scan.score.zip(scan.required).map(|(got, enough)| (plain(got), plain(enough)));
        if scan.spam != Some(true) {
            return Letter::none(lines);
        }
        let happened = Happened::Marked { points, at };
        let means = vec![Message::Note(Note::MarkLosesNothing)];
        let part =
            LetterPart::new(happened, means, todos(&[Todo::LookInSpamFolder, Todo::SentItMarked]), lines);
        Letter::one(state(State::MarkedAsSpam, None), Weight::Wrong, part)
    }

    /// A message that our own mailbox server put somewhere.
    fn filed(log: &Log, trace: &'a Trace, filing: Filing) -> Letter<'a> {
        let unanswered = filing == Filing::Stored
            && log.lines_of(trace.trace).iter().any(|line| explain::is(log, *line, Sign::NotAddressed));
        let filing = if unanswered { Filing::Unanswered } else { filing };
        let lines = &trace.explanation.cites;
        let user = trace.user.as_deref().filter(|user| !user.is_empty());
        let happened = Happened::Filed { filing, user, at: explain::when(log, lines[0]) };
        let fate = match (trace.outcome, filing) {
            // It's kept and tried again, whatever the line calls it.
            (_, Filing::Disk | Filing::Permission | Filing::Locked | Filing::Stopped) => Ending::Waiting,
            (Outcome::Delivered, _) => Ending::Arrived,
            (Outcome::Deferred, _) => Ending::Waiting,
            (Outcome::Failed, _) => Ending::Failed,
            _ => Ending::Open,
        };
        let state = match filing {
            Filing::Discarded => state(State::Discarded, None),
            Filing::Forwarded => state(State::Forwarded, None),
            Filing::Unanswered => state(State::Delivered, Acts::You),
            _ => came_out(std::iter::once(fate), trace),
        };
        let (mut means, mut todo) = (vec![Message::Filing(filing)], vec![Message::FilingTodo(filing)]);
        if let Some(folder) = gleaned::folder(log, trace).filter(|_| filing == Filing::Stored) {
            if ["junk", "spam"].iter().any(|of| folder.to_ascii_lowercase().contains(of)) {
                todo = todos(&[Todo::LookInSpamFolder]);
            }
            means = vec![Message::Fact(Fact::Folder { folder })];
        }
        Letter::one(state, Weight::Mail, LetterPart::new(happened, means, todo, lines))
    }

    /// A part of our own server that is in trouble, and what that does to people.
    fn fault(log: &Log, trace: &'a Trace, facts: &'a Gleaned) -> Letter<'a> {
        let lines = &trace.explanation.cites;
        let at = explain::when(log, lines[0]);
        if trace.format == "acme" {
            let part = LetterPart::new(None, vec![Message::Note(Note::RenewalFailed)], todos(OURS), lines);
            return Letter::one(state(None, Acts::Us), Weight::Ours, part);
        }
        let cause = log.parse(lines[0] - 1).entry.and_then(|entry| entry.pattern.cause);
        // What is unknown is the name: nobody looked at the password.
        if cause == Some(Cause::UnknownUser) && trace.explanation.party == Party::Recipient {
            let (means, todo) = (Message::Cause(Cause::UnknownUser), Message::CauseTodo(Cause::UnknownUser));
            let part = LetterPart::new(None, vec![means], vec![todo], lines);
            let weight = if user(trace).is_some() { Weight::Ours } else { Weight::Quiet };
            return Letter::one(state(State::SignInFailed, Acts::You), weight, part);
        }
        let defect = explain::defect(log, trace.trace);
        if let (Some(Defect::WrongPassword), Some(_), Some(user)) =
            (defect, explain::turned_away(log, lines), facts.account.as_deref())
        {
            let happened = Happened::SendSignInFailed { user: Some(user), at };
            let more = log.lines_of(trace.trace).len() - 1;
            let more = (more > 0).then_some(Message::More(more));
            let means = more.into_iter().chain([Message::Note(Note::NameOrPassword)]).collect();
            let part = LetterPart::new(happened, means, todos(&[Todo::Password]), lines);
            return Letter::one(state(State::SignInFailed, Acts::You), Weight::Wrong, part);
        }
        let happened = match defect {
            Some(defect) => Happened::Broken { defect, at },
            None => Happened::Problem { at },
        };
        let effect = effect(log, lines[0], defect).map(Message::Effect);
        let (acts, todo) = match trace.explanation.party {
            Party::OurServer => (Some(Acts::Us), OURS),
            Party::Recipient => (Some(Acts::You), advice::not_ours(defect)),
            _ => (None, advice::not_ours(defect)),
        };
        let weight =
            if effect == Some(Message::Effect(Effect::Nothing)) { Weight::Nobodys } else { Weight::Ours };
        let part = LetterPart::new(happened, effect.into_iter().collect(), todos(todo), lines);
        Letter::one(state(None, acts), weight, part)
    }

    /// What our server refused at its door.
    fn turned_away(log: &'a Log, trace: &'a Trace, facts: &'a Gleaned, later: bool) -> Letter<'a> {
        let lines = &trace.explanation.cites;
        let at = explain::when(log, lines[0]);
        let why = facts.reason;
        let from = sender(trace, facts);
        let to: Vec<&str> = facts.to.iter().map(String::as_str).collect();
        let signed_in = user(trace).filter(|user| !user.contains(['(', ')', ' ']));
        // Whose domain we don't host is no customer of ours.
        let near = why != Some(Reason::NoRelaying)
            && from.and_then(domain).is_some_and(|of| to.iter().any(|to| domain(to) == Some(of)));
        let at_home = matches!(
            (facts.refusal, why),
            (Some(Refusal::Helo), _)
                | (_, Some(Reason::NoRelaying | Reason::Blocked | Reason::SecurityError))
        );
        // Nobody but a provider takes mail for its own domain: it was to be passed on.
        let elsewhere = to.iter().any(|to| domain(to).is_some_and(explain::is_provider));
        let relayed = why == Some(Reason::NoRelaying) && (facts.unnamed || elsewhere);
        // Who may not send as somebody is signed in.
        let owner = facts.refusal == Some(Refusal::SendAs) && facts.account.is_some();
        let own = signed_in.is_some() || facts.own || near || facts.device && at_home || relayed || owner;
        // Our own server misread the answer, whoever came.
        let misread = facts.refusal == Some(Refusal::ListUnanswered);
        // What our filter judged to be spam is refused by its rules: nothing is broken.
        let judged = matches!(why, Some(Reason::SpamDetected | Reason::VirusDetected));
        let ours = trace.explanation.party == Party::OurServer && !judged || misread;
        // Trying again without sign-in never helps.
        let later = later && (ours || !own || why != Some(Reason::NoRelaying));
        // Straight from a line at home, without sign-in.
        let home = why == Some(Reason::Blocked) && signed_in.is_none() && (own || facts.device);
        let own = own || home;
        // A mailing list sends under an address of its own what somebody of another domain wrote.
        let envelope = trace.sender.as_deref().or(from).and_then(|from| from.rsplit_once('@'));
        let listed = envelope.zip(facts.origin_of.as_deref()).is_some_and(|((local, own), of)| {
            let marks = ["-bounces", "-owner", "owner-", "-return-"];
            own != of && marks.iter().any(|mark| local.contains(mark))
        });
        let message = from.is_some() || !to.is_empty();
        let redacted = trace.sender.as_deref().is_some_and(|from| !from.is_empty());
        if ours && !message && signed_in.is_none() && !redacted && trace.kind != TraceType::Message {
            let (why, effect) = (Message::Note(Note::PartDown), Message::Effect(Effect::Door));
            let part = LetterPart::new(None, vec![why, effect], todos(OURS), lines);
            return Letter::one(state(None, Acts::Us), Weight::Ours, part);
        }
        let happened = match (signed_in, from) {
            _ if !to.is_empty() => {
                let from = from.filter(|from| !is_notice(Some(from)) && !is_rewritten(from));
                Happened::NotTaken { from, to, later, at }
            }
            (Some(user), from) => {
                let from = from.filter(|from| *from != user);
                Happened::UserTurnedAway { user, from, later, at }
            }
            (None, Some(from)) => Happened::MailTurnedAway { from, later, at },
            // A message whose names whoever pasted it left out.
            (None, None) if redacted => Happened::NotTaken { from: None, to: vec![""], later, at },
            (None, None) if trace.kind == TraceType::Message => Happened::MessageTurnedAway { at },
            (None, None) if trace.kind == TraceType::Event => Happened::RequestTurnedAway { later, at },
            (None, None) => Happened::ClientTurnedAway { later, at },
        };
        let unverified = facts.unverified || facts.refusal == Some(Refusal::SenderUnverified);
        let means = match (facts.refusal, why) {
            _ if misread => Message::Note(Note::ListMisread),
            (_, Some(Reason::FailedStartTls)) if facts.old_tls => Message::Note(Note::OldEncryption),
            _ if facts.unanswered => Message::Note(Note::CheckUnanswered),
            _ if facts.content_rule => Message::Note(Note::ContentRule),
            (Some(Refusal::Helo), _) => Message::Note(Note::HeloRule),
            _ if home && !ours => Message::Note(Note::HomeLine),
            (Some(Refusal::SenderDomain), _) => Message::Note(Note::SenderDomainHere),
            (Some(Refusal::SendAs), _) if own => Message::Refusal(Refusal::SendAs),
            _ if unverified && !ours => Message::Note(Note::SenderUnverified),
            (_, Some(Reason::AuthFailure)) if listed => Message::Note(Note::OriginDoubted),
            (_, Some(Reason::AuthFailure)) if let Some(domain) = &facts.origin_of => {
                Message::Fact(Fact::Origin { domain: domain.clone() })
            }
            (_, Some(Reason::AuthFailure)) if facts.origin => Message::Note(Note::OriginDoubted),
            _ if ours && why == Some(Reason::SystemError) => Message::Note(Note::PartDown),
            (_, Some(Reason::NoRelaying | Reason::NotCompliantRfc | Reason::SyntaxError)) if ours => {
                Message::Note(Note::CauseOurs)
            }
            (_, None | Some(Reason::UserUnknown | Reason::NotAccept)) if ours && !later => {
                Message::Note(Note::CauseOurs)
            }
            _ if ours && why.is_none() => Message::Note(Note::PartDown),
            (_, Some(Reason::NoRelaying)) if !own => Message::Note(Note::DomainUnknown),
            (_, Some(why)) => Message::Here(why),
            (_, None) if later => Message::Note(Note::LogDoesNotSay),
            (_, None) => Message::Here(Reason::Undefined),
        };
        let todo = match (facts.refusal, why) {
            _ if ours && own => &[Todo::WaitForUs][..],
            _ if ours && later => &[Todo::OursTheyRetry],
            _ if ours && message => &[Todo::OursSenderAgain],
            _ if ours => &[Todo::TellMissing],
            _ if facts.unanswered && later => &[Todo::AFewHours],
            (Some(Refusal::Helo), _) if own => &[Todo::HostName],
            (Some(Refusal::SenderDomain), _) if own => &[Todo::SameAddress],
            (Some(Refusal::SendAs), _) if own => &[Todo::OwnSender],
            _ if unverified && !own => &[Todo::AskSenderSettings],
            _ if home => &[Todo::OtherPort],
            (Some(Refusal::Helo | Refusal::SenderDomain), _) => &[Todo::AskSenderSettings],
            (_, Some(Reason::NoRelaying)) if !own => &[Todo::DomainNotSetUp],
            (_, Some(Reason::FailedStartTls)) if facts.old_tls => &[Todo::UpdateDevice],
            (_, Some(Reason::FailedStartTls)) => &[Todo::MatchPorts],
            // Nobody knows whether it was an app or another server.
            (_, Some(Reason::Blocked)) if !message && signed_in.is_none() => &[Todo::PortOrDelist],
            // A device at home or in the office, and no email app that somebody reads mail with.
            (_, Some(Reason::NoRelaying))
                if signed_in.is_none() && trace.client.as_deref().is_some_and(is_local) =>
            {
                &[Todo::ProgramAuthenticates, Todo::SendAgain]
            }
            // An app keeps no queue that tries again.
            (_, Some(why)) if own => match advice::refused_to_user(why) {
                [Todo::Retried] => &[Todo::SendLater],
                todo => todo,
            },
            (_, Some(Reason::AuthFailure)) if listed => &[Todo::TellIfWanted],
            (_, Some(Reason::AuthFailure)) if facts.origin_of.is_some() => &[Todo::SenderRecords],
            (_, Some(Reason::AuthFailure)) if facts.origin => &[Todo::TellIfWanted],
            (_, Some(why)) => advice::refused_to_others(why),
            (_, None) if later && own => &[Todo::SendLater],
            (_, None) if later => &[Todo::AFewHours],
            (_, None) => &[Todo::TellWhoAndWhen],
        };
        let came = match (later && !home && !own, facts.accepted.is_empty()) {
            (true, _) => State::Delayed,
            (false, true) => State::NotAccepted,
            (false, false) => State::NotToEveryone,
        };
        let acts = if ours {
            Some(Acts::Us)
        } else if own && todo.iter().any(|todo| settle::who(&Message::Todo(*todo)) == Some(Who::You)) {
            Some(Acts::You)
        } else {
            None
        };
        let weight = if trace.kind == TraceType::Message { Weight::Mail } else { Weight::Wrong };
        if trace.kind == TraceType::Event && why == Some(Reason::SecurityError) && !message {
            // A line that only says that somebody couldn't sign in; a session says who.
            let account = signed_in.or(facts.account.as_deref());
            let happened = Happened::SignInFailed { user: account, at: explain::when(log, lines[0]) };
            let cause = log.parse(lines[0] - 1).entry.and_then(|entry| entry.pattern.cause);
            let (means, todo) = match cause {
                // What is unknown is the name: nobody looked at the password.
                Some(Cause::UnknownUser) => {
                    (Message::Cause(Cause::UnknownUser), vec![Message::CauseTodo(Cause::UnknownUser)])
                }
                _ => (Message::Note(Note::NameOrPassword), todos(&[Todo::Password])),
            };
            let part = LetterPart::new(happened, vec![means], todo, lines);
            let weight = match (signed_in, account) {
                (Some(_), _) => Weight::Ours,
                (None, Some(_)) => Weight::Wrong,
                _ => Weight::Quiet,
            };
            return Letter::one(state(State::SignInFailed, Acts::You), weight, part);
        }
        let taken: Vec<&str> = facts.accepted.iter().map(String::as_str).collect();
        let taken = (!taken.is_empty()).then_some(Message::Fact(Fact::AcceptedFor { to: taken }));
        let points = facts
            .points
            .filter(|_| why == Some(Reason::SpamDetected))
            .map(|(got, enough)| Message::Fact(Fact::Points { got: plain(got), enough: plain(enough) }));
        let means = taken.into_iter().chain([means]).chain(points).collect();
        let mut todo = todos(todo);
        if let (Some(account), Some(said)) =
            (&facts.account, todo.iter_mut().find(|said| **said == Message::Todo(Todo::OwnSender)))
        {
            *said = Message::Advice(Advice::SenderAddress { account: account.clone() });
        }
        let part = LetterPart::new(happened, means, todo, lines);
        Letter { sent_here: own, ..Letter::one(state(came, acts), weight, part) }
    }

    fn connection(log: &'a Log, trace: &'a Trace, facts: &'a Gleaned) -> Letter<'a> {
        let lines = &trace.explanation.cites;
        let at = explain::when(log, lines[0]);
        if is_list(trace) {
            // A list of connections is for whoever asked the server for it, unless nobody gets in.
            let closed = trace.explanation.headline.contains("no mail can come in");
            let part = LetterPart::new(None, vec![Message::Note(Note::TakesNoCalls)], todos(OURS), lines);
            let weight = if closed { Weight::Ours } else { Weight::Nobodys };
            return Letter::one(state(None, Acts::Us), weight, part);
        }
        let ours = trace.explanation.party == Party::OurServer;
        let from = trace.sender.as_deref().filter(|from| !from.is_empty());
        let why = explain::turned_away(log, lines);
        // Who is signed in to send is a customer of ours.
        let own = user(trace);
        // Who only wants to sign in names no sender.
        let sign_in = why == Some(Reason::SecurityError) && from.is_none();
        match trace.outcome {
            _ if is_fault(trace) && facts.to.is_empty() => Letter::fault(log, trace, facts),
            _ if trace.explanation.circumstance == Some(Circumstance::BrokeOff) => {
                let means = vec![Message::Obstacle(ObstacleKind::HungUp)];
                let todo = vec![Message::ObstacleTodo(ObstacleKind::HungUp), Message::Todo(Todo::OursToo)];
                let part = LetterPart::new(Happened::Came { at }, means, todo, lines);
                Letter::one(Vec::new(), Weight::Wrong, part)
            }
            Outcome::Failed if sign_in => {
                let own = own.or(facts.account.as_deref());
                let happened = Happened::SendSignInFailed { user: own, at };
                let (acts, means, todo) = if ours {
                    let defect = explain::defect(log, trace.trace);
                    let effect = effect(log, lines[0], defect).unwrap_or(Effect::SignIn);
                    (Acts::Us, Message::Effect(effect), OURS)
                } else {
                    (Acts::You, Message::Note(Note::NameOrPassword), &[Todo::Password][..])
                };
                let part = LetterPart::new(happened, vec![means], todos(todo), lines);
                // A password of nobody known says nothing beside what people notice.
                let weight = if own.is_none() && !ours { Weight::Quiet } else { Weight::Wrong };
                Letter::one(state(State::SignInFailed, acts), weight, part)
            }
            Outcome::Failed | Outcome::Deferred => {
                Letter::turned_away(log, trace, facts, trace.outcome == Outcome::Deferred)
            }
            _ => Letter::none(lines),
        }
    }

    /// A conversation that came to no recipient, or one answer alone.
    fn dialogue(log: &Log, trace: &'a Trace, facts: &Gleaned) -> Letter<'a> {
        let lines = &trace.explanation.cites;
        let party = trace.explanation.party;
        if let Some(kind) = facts.at_odds {
            let part = LetterPart::new(
                None,
                vec![Message::Obstacle(kind)],
                vec![Message::ObstacleTodo(kind)],
                lines,
            );
            // A fault of the server's is none that the customer can mend.
            // What stays among the program and its settings, no server refused.
            let own = [
                ObstacleKind::Unchecked,
                ObstacleKind::Settings,
                ObstacleKind::NameUnknown,
                ObstacleKind::CertificateName,
            ];
            let state =
                if own.contains(&kind) { settle::failed(party) } else { state(State::Refused, Acts::You) };
            return Letter::one(state, Weight::Mail, part);
        }
        if let Some(provider) = facts.provider.filter(|_| facts.unverified) {
            let of = Elsewhere::Unverified;
            let todo = vec![Message::ElsewhereTodo(of, provider)];
            let part = LetterPart::new(None, vec![Message::Elsewhere(of, provider)], todo, lines);
            return Letter::one(state(State::Refused, Acts::You), Weight::Mail, part);
        }
        if let (Some(account), Some(_)) = (&facts.account, &facts.from) {
            let todo = Advice::SenderAddress { account: account.clone() };
            let means = vec![Message::Refusal(Refusal::SendAs)];
            let part = LetterPart::new(None, means, vec![Message::Advice(todo)], lines);
            return Letter::one(state(State::Refused, Acts::You), Weight::Mail, part);
        }
        if let Some(kept_by) = explain::kept_by(log, trace.trace) {
            if facts.collects && kept_by.kind == ObstacleKind::CertificateDate {
                let means = vec![Message::Note(Note::TheirCertificate)];
                let part = LetterPart::new(None, means, todos(&[Todo::AskTheirs]), lines);
                return Letter::one(settle::failed(Party::Nobody), Weight::Mail, part);
            }
            let there =
                facts.provider.filter(|provider| *provider != "Amazon" && *provider != "Microsoft 365");
            let there =
                there.filter(|_| matches!(kept_by.kind, ObstacleKind::AppPassword | ObstacleKind::Login));
            let (means, todo) = match there {
                Some(provider) => (
                    Message::Elsewhere(Elsewhere::AppPassword, provider),
                    Message::ElsewhereTodo(Elsewhere::AppPassword, provider),
                ),
                None => (Message::Obstacle(kept_by.kind), Message::ObstacleTodo(kept_by.kind)),
            };
            // An error that names no cause is a question, and whoever asked has no answer to it.
            let silent = matches!(kept_by.kind, ObstacleKind::Unread | ObstacleKind::Unsent);
            // What doesn't reach a part of our own server is no matter of the customer's settings.
            if party == Party::OurServer && kept_by.kind == ObstacleKind::NoConnection {
                let webmail = kept_by.headline.starts_with("Webmail");
                let defect = if webmail { Defect::Webmail } else { Defect::Connection };
                let happened = Happened::Broken { defect, at: None };
                let effect = if webmail { Vec::new() } else { vec![Message::Effect(Effect::Unclear)] };
                let part = LetterPart::new(happened, effect, todos(OURS), lines);
                return Letter::one(state(None, Acts::Us), Weight::Ours, part);
            }
            // Where the connection ends, nobody sees from one side.
            if matches!(
                kept_by.kind,
                ObstacleKind::TurnedAway
                    | ObstacleKind::NoRoute
                    | ObstacleKind::NoAnswer
                    | ObstacleKind::NoConnection
            ) {
                let part =
                    LetterPart::new(None, vec![means], vec![todo, Message::Todo(Todo::OursToo)], lines);
                return Letter::one(Vec::new(), Weight::Mail, part);
            }
            let part = LetterPart::new(None, vec![means], vec![todo], lines);
            let weight = if silent { Weight::Quiet } else { Weight::Mail };
            return Letter::one(settle::failed(party), weight, part);
        }
        // What doveadm shows is for administrators, and so is a test that has to be made again.
        if trace.format == "doveadm-output" || explain::tested_wrongly(log, trace.trace) {
            return Letter::none(lines);
        }
        // Who keeps strangers out carries no mail.
        let guard = |line: &u32| {
            let text = lossy(log.pasted(line - 1)).into_owned();
            GUARDS.iter().any(|of| text.contains(&format!("{of}.service")))
        };
        if trace.format == "service-status" && log.lines_of(trace.trace).iter().any(guard) {
            return Letter::none(lines);
        }
        let refusal = explain::refusal(log, trace.trace);
        let told = &trace.explanation.headline;
        let broken = [
            ("doesn't run", Defect::Stopped),
            ("doesn't stay up", Defect::Stopped),
            ("file system", Defect::Storage),
        ];
        let broken = broken.iter().find(|of| party == Party::OurServer && told.contains(of.0));
        if let Some(&(_, defect)) = broken {
            let happened = Happened::Broken { defect, at: None };
            let part = LetterPart::new(happened, vec![Message::Effect(Effect::Unclear)], todos(OURS), lines);
            return Letter::one(state(None, Acts::Us), Weight::Ours, part);
        }
        if let (None, Some(reason)) = (&refusal, facts.reason) {
            let means = match reason {
                Reason::NetworkError => Message::Note(Note::LookupFailed),
                reason => Message::Reason(reason),
            };
            let part = LetterPart::new(None, vec![means], todos(advice::for_sender(reason)), lines);
            return Letter::one(Vec::new(), Weight::Mail, part);
        }
        if let (Some(Note::Quarantined), None) = (facts.shown, &refusal) {
            let part = LetterPart::new(
                None,
                vec![Message::Note(Note::Quarantined)],
                todos(&[Todo::AskToAllow]),
                lines,
            );
            return Letter::one(state(State::NotDelivered, None), Weight::Mail, part);
        }
        if let (Some(shown), None) = (facts.shown, &refusal) {
            let (acts, todo) = if party == Party::OurServer {
                (Some(Acts::Us), OURS)
            } else {
                (None, &[Todo::TellWhat][..])
            };
            let part = LetterPart::new(None, vec![Message::Note(shown)], todos(todo), lines);
            return Letter::one(state(None, acts), Weight::Mail, part);
        }
        let answer = trace.first_line == trace.last_line;
        let later = refusal.as_ref().is_some_and(|said| said.lasts == Some(Lasts::Temporary));
        let there = refusal
            .as_ref()
            .and_then(|said| settle::elsewhere(facts.provider, said.reason, said.refusal, facts.paused));
        let unreached = party != Party::Nobody && !settle::is_open(trace);
        let here = party == Party::OurServer;
        let happened = match (trace.outcome, &refusal) {
            _ if there.is_some() => None,
            _ if here && (unreached || refusal.is_some()) => None,
            (_, None) if trace.format == "dns-lookup" && unreached => None,
            (_, Some(_)) if later => Some(Happened::AskedLater),
            (_, Some(said)) if said.reason != Reason::Undefined => None,
            (_, Some(_)) if answer => Some(Happened::ReplyIsRefusal),
            (_, Some(_)) => Some(Happened::TalkRefused),
            (Outcome::Delivered, None) => return Letter::none(lines),
            (Outcome::Failed, None) => Some(Happened::NoConnection),
            (_, None) if unreached => Some(Happened::NoConnection),
            _ => return Letter::none(lines),
        };
        let wrong = refusal.is_some() || trace.outcome == Outcome::Failed || here;
        // Who was told to come back later still has the message: no queue holds it.
        let came = refusal.as_ref().map(|_| if later { State::NotAccepted } else { State::Refused });
        let known = refusal.filter(|said| said.reason != Reason::Undefined);
        let means = match (&known, trace.outcome) {
            _ if let Some((of, provider)) = there => Message::Elsewhere(of, provider),
            (Some(said), _) if here && said.party != Party::OurServer => ours(said.reason),
            (None, _) if facts.blocklisted && here => Message::Note(Note::WeAreListed),
            (None, _) if here && unreached && came.is_none() && told.contains("port 25") => {
                Message::Note(Note::TakesNoCalls)
            }
            (None, _) if here && unreached && came.is_none() => Message::Effect(Effect::Unclear),
            (Some(said), _) => said.refusal.map_or(Message::Reason(said.reason), Message::Refusal),
            (None, outcome) if came.is_none() && (outcome == Outcome::Failed || unreached) => {
                Message::Note(Note::DownOrBlocked)
            }
            (None, Outcome::Failed) => Message::Note(Note::ReplyDoesNotSay),
            _ => Message::Note(Note::ReplyDoesNotSay),
        };
        let todo = match (&known, trace.outcome) {
            _ if let Some((of, provider)) = there => vec![Message::ElsewhereTodo(of, provider)],
            _ if here && (unreached || known.is_some()) && came.is_none() => todos(OURS),
            // Nothing waits: what a test sends, nobody sends again.
            (Some(said), _) => {
                let about = said.refusal.map_or(&[][..], |of| advice::about(of, said.party, false));
                todos(if about.is_empty() { advice::for_sender(said.reason) } else { about })
            }
            (None, Outcome::Delivered) => todos(&[Todo::Nothing]),
            (None, _) if unreached && party != Party::Sender => todos(&[Todo::TellWhat]),
            _ => todos(&[Todo::WhatWanted]),
        };
        let acts = (came.is_some() && party == Party::Sender).then_some(Acts::You);
        // Who only hears that nobody knows why has heard nothing.
        let wrong = wrong && !settle::is_silent(&means);
        let weight = match wrong {
            true if came.is_none() && here => Weight::Wrong,
            true => Weight::Mail,
            false => Weight::Quiet,
        };
        Letter::one(state(came, acts), weight, LetterPart::new(happened, vec![means], todo, lines))
    }

    fn unknown(log: &'a Log, trace: &'a Trace, facts: &'a Gleaned) -> Letter<'a> {
        let lines = &trace.explanation.cites;
        let at = explain::when(log, lines[0]);
        let ours = trace.explanation.party == Party::OurServer;
        let refused = trace.kind == TraceType::Message && trace.outcome == Outcome::Failed;
        if trace.format == "mail-headers" {
            // The way of a message that arrived; what it shows is for those who run servers.
            let shown = facts.shown.filter(|_| trace.explanation.party != Party::Nobody);
            // What our own server noted of a message that passed elsewhere harms nobody.
            let harmless = trace.explanation.party == Party::OurServer
                && matches!(shown, Some(Note::OriginDoubted | Note::SignatureBroken));
            if shown.is_none() || harmless {
                return Letter::none(lines);
            }
            let (acts, todo) = match (trace.explanation.party, shown) {
                (_, Some(Note::ChangedAfterSigning)) => (None, &[Todo::Nothing][..]),
                (Party::OurServer, _) => (Some(Acts::Us), OURS),
                (_, Some(Note::Waited)) => (None, &[Todo::Nothing][..]),
                (Party::Dns, Some(_)) => (None, &[Todo::DomainRecords][..]),
                (Party::Sender, Some(Note::OriginDoubted | Note::SignatureBroken)) => {
                    (None, &[Todo::SenderRecords][..])
                }
                (_, Some(Note::MarkedOnArrival)) => (None, &[Todo::LookInSpamFolder, Todo::SentItMarked][..]),
                _ => (None, &[Todo::TellIfWrong][..]),
            };
            let mut means: Vec<Message<'_>> = shown.map(Message::Note).into_iter().collect();
            means.extend(
                (shown == Some(Note::MarkedOnArrival)).then_some(Message::Note(Note::MarkLosesNothing)),
            );
            return Letter::one(
                state(None, acts),
                Weight::Mail,
                LetterPart::new(None, means, todos(todo), lines),
            );
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

/// True for what usually follows from something else.
fn is_vague(defect: Defect) -> bool {
    matches!(
        defect,
        Defect::Missing | Defect::Permission | Defect::Settings | Defect::Stopped | Defect::Connection
    )
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
        | Message::ObstacleTodo(
            ObstacleKind::Login
            | ObstacleKind::Expired
            | ObstacleKind::NoCredentials
            | ObstacleKind::AppPassword,
        ) => Fix::Password,
        Message::Todo(
            Todo::Authenticate
            | Todo::OtherPort
            | Todo::ProgramAuthenticates
            | Todo::TurnOnEncryption
            | Todo::MatchPorts,
        )
        | Message::CauseTodo(Cause::Plaintext | Cause::Method)
        | Message::ObstacleTodo(
            ObstacleKind::PlainPort
            | ObstacleKind::NoStarttls
            | ObstacleKind::WantsEncryption
            | ObstacleKind::Method
            | ObstacleKind::NeedsLogin
            | ObstacleKind::Silent
            | ObstacleKind::TurnedAway
            | ObstacleKind::HungUp,
        ) => Fix::Outgoing,
        Message::Todo(Todo::CheckAddress) => Fix::Autocomplete,
        _ => return None,
    })
}

/// Advice about one message as it's given about several.
fn in_plural(todo: &mut [Message<'_>]) {
    let waits = |said: &Message<'_>| {
        *said == Message::Todo(Todo::GoesOutLater)
            || matches!(
                said,
                Message::CaseTodo {
                    case: Case::Service | Case::RelayLogin | Case::RelayRefuses | Case::RelayUnreachable,
                    waiting: true,
                    ..
                }
            )
    };
    todo.iter_mut().filter(|said| waits(said)).for_each(|said| *said = Message::Todo(Todo::AllGoOutLater));
}

/// The first sentence of a text.
fn first_sentence(text: &str) -> &str {
    text.split_inclusive(". ").next().unwrap_or_default().trim_end()
}

/// How a message came out, in a word or two, and who acts.
fn came_out<'a>(fates: impl Iterator<Item = Ending>, trace: &Trace) -> Vec<Message<'a>> {
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

/// What programs that look for spam and viruses are called.
const SCANNERS: &[&str] =
    &["spamd", "spamc", "amavis", "rspamd", "clam", "milter", "simscan", "scanner", "spampd", "mailscanner"];

/// What trouble of a program of ours does to people; by what its lines or its format are called.
const EFFECTS: &[(&[&str], Effect)] = &[
    (&["opendkim"], Effect::Unsigned),
    (&["opendmarc", "policyd-spf", "spf"], Effect::Unchecked),
    (SCANNERS, Effect::Unscanned),
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
    (&["postdrop"], Effect::Outgoing),
    (
        &[
            "smtpd",
            "postscreen",
            "tcpserver",
            "couriertcpd",
            "submission",
            "postfix/master",
            "postfix-script",
            "postfix/proxymap",
            "postfix/trivial-rewrite",
            "postfix/cleanup",
        ],
        Effect::Door,
    ),
    (&["smtp", "qmgr", "qmail-remote", "qmail-send", "queue"], Effect::Outgoing),
    (&["dovecot", "courier"], Effect::Reading),
    (&["postfix", "exim", "sendmail", "qmail"], Effect::Door),
];

/// What two troubles do to people together.
fn both(one: Effect, two: Effect) -> Effect {
    // Who can't use it at all doesn't notice the rest.
    let rank = |of: Effect| match of {
        Effect::Door | Effect::SignIn | Effect::Reading | Effect::Incoming | Effect::Outgoing => 0,
        Effect::Warnings | Effect::Unscanned | Effect::Unsigned | Effect::Unchecked | Effect::Webmail => 1,
        Effect::Unclear => 2,
        Effect::Nothing => 3,
    };
    if [one, two].contains(&Effect::SignIn) && [one, two].contains(&Effect::Reading) {
        return Effect::SignIn;
    }
    match rank(one).cmp(&rank(two)) {
        std::cmp::Ordering::Less => one,
        std::cmp::Ordering::Greater => two,
        std::cmp::Ordering::Equal if one == two => one,
        std::cmp::Ordering::Equal => Effect::Unclear,
    }
}

/// Programs that keep strangers out.
const GUARDS: &[&str] = &["fail2ban", "lfd", "crowdsec", "sshguard"];

/// What is wrong, as a part of what people do.
fn effect_of(defect: Defect) -> Option<Effect> {
    Some(match defect {
        Defect::WrongPassword
        | Defect::Guessing
        | Defect::PasswordExpired
        | Defect::AccountLocked
        | Defect::NoEncryption
        | Defect::SignIn => Effect::SignIn,
        Defect::Filter => Effect::Unscanned,
        Defect::Signing => Effect::Unsigned,
        Defect::Delivery => Effect::Incoming,
        _ => return None,
    })
}

/// What a line's trouble does to people, as far as what is broken and who writes it tell; `None` where what is broken
/// says all.
fn effect(log: &Log, line: u32, defect: Option<Defect>) -> Option<Effect> {
    match defect {
        Some(Defect::Minor | Defect::Scanner) => return Some(Effect::Nothing),
        Some(Defect::SignIn) => return Some(Effect::SignIn),
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
    // Who keeps strangers out carries no mail.
    let text = String::from_utf8_lossy(parsed.body()).to_lowercase();
    if named(GUARDS) || GUARDS.iter().any(|of| text.starts_with(&format!("{of}.service"))) {
        return Some(Effect::Nothing);
    }
    // A scanner works on with the list that it has.
    if format == "clamav"
        && ["cvd", "freshclam", "cool-down", "rate limited"].iter().any(|of| text.contains(of))
    {
        return Some(Effect::Nothing);
    }
    // What a helper without a name of its own does, nobody knows.
    if defect == Some(Defect::Filter) && !named(SCANNERS) && !SCANNERS.iter().any(|of| text.contains(of)) {
        return Some(Effect::Door);
    }
    if defect == Some(Defect::Filter) {
        return Some(Effect::Unscanned);
    }
    let known = EFFECTS.iter().find(|(words, _)| named(words));
    // What starts the others names the one that it's about.
    let starts = ["systemd", "init", "supervise", "monit"]
        .iter()
        .any(|of| program.contains(of) || format.contains(of));
    let known = known.or_else(|| {
        EFFECTS
            .iter()
            .rev()
            .filter(|_| starts)
            .find(|(words, _)| words.iter().any(|word| text.contains(word)))
    });
    Some(known.map_or(Effect::Unclear, |(_, effect)| *effect))
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

/// True where a notice names a socket of the server that wrote it: the mailbox is there.
fn is_in_house(attempt: &Attempt) -> bool {
    let named = |text: &Option<String>| {
        text.as_deref().is_some_and(|text| text.contains("[private/") || text.contains("[/"))
    };
    is_own_service(attempt) || named(&attempt.remote) || named(&attempt.text)
}

/// Why our own server says no, where that is for us to correct.
fn ours<'a>(reason: Reason) -> Message<'a> {
    match reason {
        Reason::SystemError | Reason::SystemFull | Reason::NetworkError | Reason::MailerError => {
            Message::Here(reason)
        }
        _ => Message::Note(Note::CauseOurs),
    }
}

/// True for an attempt that never came to a server: where to send it couldn't be looked up.
fn is_lookup(attempt: &Attempt) -> bool {
    let text = attempt.text.as_deref().unwrap_or_default();
    let words = [
        "CNAME lookup",
        "CNAME_lookup",
        "Name service error",
        "Host not found, try again",
        "host lookup did not complete",
        "host map: lookup",
        "MX lookup",
    ];
    attempt.status.as_deref() == Some("4.4.3") || words.iter().any(|word| text.contains(word))
}

/// True where our name stands in DNS for a domain that our server isn't set up for.
fn is_our_domain(text: &str) -> bool {
    ["control/locals", "control_locals", "loops back to myself", "loops back to me"]
        .iter()
        .any(|of| text.contains(of))
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

/// True for what no customer waits for: a notice to whom nobody can reach, a mail between programs.
fn is_nobodys(trace: &Trace) -> bool {
    let lost =
        trace.kind == TraceType::Message && matches!(trace.outcome, Outcome::Failed | Outcome::Deferred);
    let to: Vec<&str> = trace.attempts.iter().filter_map(|attempt| attempt.recipient.as_deref()).collect();
    let program = |address: &str| {
        let (local, domain) = address.split_once('@').unwrap_or((address, ""));
        let inside = matches!(domain.rsplit('.').next(), Some("" | "localdomain" | "localhost"));
        let own = domain.is_empty() || inside;
        PROGRAMS.contains(&local)
            || ["postmaster", "amavis", "virusalert", "double-bounce"].contains(&local)
            || local.eq_ignore_ascii_case("mailer-daemon")
            || own && !address.is_empty()
    };
    let from = trace.sender.as_deref();
    let listed = trace.format == "queue-listing";
    (lost || listed) && is_notice(from) && !to.is_empty() && to.iter().all(|to| !to.is_empty())
        || lost && !to.is_empty() && to.iter().all(|to| program(to)) && from.is_none_or(program)
        || trace.outcome == Outcome::Delivered
            && !to.is_empty()
            && to.iter().all(|to| program(to))
            && from.is_some_and(|from| PROGRAMS.contains(&from.split('@').next().unwrap_or_default()))
}

/// Who wrote a message.
fn sender<'a>(trace: &'a Trace, facts: &'a Gleaned) -> Option<&'a str> {
    let own = trace.sender.as_deref().filter(|from| !from.is_empty());
    own.or(facts.from.as_deref()).filter(|from| is_shown(from))
}

/// What a trace is called.
fn title<'a>(log: &Log, trace: &'a Trace, facts: &'a Gleaned) -> Title<'a> {
    // Somebody waits for a message that was refused, not for a connection.
    let refused =
        matches!(trace.kind, TraceType::Connection | TraceType::Event | TraceType::Message | TraceType::Scan)
            && trace.attempts.is_empty()
            && (trace.outcome.is_problem() || trace.kind == TraceType::Scan)
            && trace.format != "mail-headers"
            && !(is_fault(trace) && facts.to.is_empty());
    let named =
        trace.kind != TraceType::Message && sender(trace, facts).is_some_and(|from| from.contains('@'));
    if refused && (!facts.to.is_empty() || named) {
        let to = facts.to.iter().map(String::as_str).collect();
        let from = sender(trace, facts);
        return match from {
            None if is_notice(trace.sender.as_deref()) => Title::Notice { to },
            from => Title::Message { from: from.filter(|from| !is_rewritten(from)), to },
        };
    }
    // Nobody wrote to the address behind a forward.
    let written = trace.attempts.iter().filter_map(|attempt| {
        original(attempt).filter(|of| of.contains('@')).or(attempt.recipient.as_deref())
    });
    let mut seen = FxHashSet::default();
    let mut to: Vec<&str> = written.filter(|to| is_shown(to) && seen.insert(*to)).collect();
    // A bare account of this server says less than the address that a line names.
    let from = trace.sender.as_deref().filter(|from| from.is_empty() || is_shown(from));
    let from = from.filter(|from| from.contains('@') || facts.from.is_none());
    // Headers and lines of our own server may name what the trace doesn't.
    let from = from.or(facts.from.as_deref().filter(|_| trace.kind == TraceType::Message));
    if to.is_empty() && trace.kind == TraceType::Message {
        to.extend(facts.to.iter().map(String::as_str));
    }
    match trace.kind {
        TraceType::Event if let Some(address) = facts.banned.as_deref() => Title::Blocked { address },
        TraceType::Session if trace.login != Some(Login::Failed) && trace.outcome.is_problem() => {
            user(trace).map_or_else(|| from_where(trace), |user| Title::Mailbox { user })
        }
        TraceType::Session
            if trace.login == Some(Login::Ok)
                && (facts.collected.is_some() || explain::decided(log, trace.trace) == Some(Cause::Idle)) =>
        {
            user(trace).map_or_else(|| from_where(trace), |user| Title::Mailbox { user })
        }
        TraceType::Session => match user(trace) {
            Some(user) => Title::SignIn { user },
            None if trace.login == Some(Login::Failed) => Title::Trouble(Effect::SignIn),
            None => from_where(trace),
        },
        TraceType::Event
            if let Some(user) = facts.account.as_deref().filter(|_| {
                explain::turned_away(log, &trace.explanation.cites) == Some(Reason::SecurityError)
            }) =>
        {
            Title::SignInToSend { user }
        }
        TraceType::Event => Title::Problem,
        TraceType::Connection if is_list(trace) => Title::Problem,
        TraceType::Connection if is_fault(trace) => Title::Problem,
        TraceType::Connection if let Some(user) = user(trace).filter(|_| trace.outcome.is_problem()) => {
            from.map_or(Title::SignInToSend { user }, |_| Title::SentBy { user })
        }
        TraceType::Connection => from_where(trace),
        TraceType::Scan => Title::Scan,
        TraceType::Dialogue if !to.is_empty() => {
            Title::Message { from: from.filter(|from| !from.is_empty() && !is_rewritten(from)), to }
        }
        TraceType::Dialogue if facts.from.is_some() || !facts.to.is_empty() => {
            Title::Message { from: facts.from.as_deref(), to: facts.to.iter().map(String::as_str).collect() }
        }
        TraceType::Dialogue
            if let Some(app) =
                facts.app.filter(|_| trace.format == "mail-client" && facts.provider.is_none()) =>
        {
            Title::App { app, of: facts.place.as_deref() }
        }
        TraceType::Dialogue if let Some(server) = facts.provider.or(facts.server.as_deref()) => {
            if facts.shown.is_some() { Title::Certificate { server } } else { Title::Server { server } }
        }
        TraceType::Dialogue
            if let Some(domain) = facts.place.as_deref().filter(|_| trace.format == "mail-client") =>
        {
            Title::Domain { domain }
        }
        TraceType::Dialogue if trace.format == "mail-client" => Title::AppError,
        TraceType::Dialogue if trace.first_line == trace.last_line => Title::Reply,
        TraceType::Dialogue => Title::Conversation,
        TraceType::Message | TraceType::Bounce => {
            if is_notice(from) || trace.kind == TraceType::Bounce && from.is_none() && to.is_empty() {
                return Title::Notice { to };
            }
            if let (TraceType::Message, Some(user), true) = (trace.kind, user(trace), to.is_empty()) {
                to.push(user);
            }
            // A name without a domain is a program's: nobody knows the message by it.
            Title::Message { from: from.filter(|from| from.contains('@') && !is_rewritten(from)), to }
        }
    }
}

/// A connection of somebody who gave no name, by its address.
fn from_where(trace: &Trace) -> Title<'_> {
    let address = trace.client.as_deref().filter(|client| is_shown(client));
    address.map_or(Title::Connection, |address| Title::From { address })
}

/// Who is signed in, or wants to be.
fn user(trace: &Trace) -> Option<&str> {
    trace.user.as_deref().filter(|user| is_shown(user))
}

/// True for a name that whoever pasted it left as it is.
fn is_shown(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    !name.is_empty()
        && !is_old_entry(name)
        && !name.contains(['*', '(', ')', '[', ']', '<', '>', ' ', '\u{2026}'])
        && !["redacted", "hidden", "protected"].iter().any(|word| lower.contains(word))
        // Of an address of which some letters are covered, the rest still says whose it is.
        && !domain(&lower).unwrap_or(&lower).contains("xxx")
}

/// True for an address that a forwarder or a mailing list made up for one message (SRS, BATV, VERP): nobody knows it.
fn is_rewritten(address: &str) -> bool {
    let (local, _) = address.rsplit_once('@').unwrap_or((address, ""));
    let lower = local.to_ascii_lowercase();
    ["srs0", "srs1", "prvs=", "btv1=="].iter().any(|lead| lower.starts_with(lead))
        || lower.contains('=') && lower.contains(['+', '-'])
        || local.len() > 30 && local.bytes().filter(u8::is_ascii_digit).count() > 9
}

/// Recipients for whom a message came out alike.
struct Group<'a> {
    to: Vec<&'a str>,
    /// The first attempt for each of them.
    firsts: Vec<&'a Attempt>,
    /// The attempts for the first of them, in order.
    tried: Vec<&'a Attempt>,
    fate: Ending,
    reason: Reason,
    remote: bool,
}

/// How a message came out for somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ending {
    Failed,
    GivenUp,
    Waiting,
    Open,
    Arrived,
}

/// The recipients of a message by what became of it for them; the worst come first.
fn groups(trace: &Trace) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    let mut of: FxHashMap<&str, Vec<&Attempt>> = FxHashMap::default();
    for attempt in &trace.attempts {
        of.entry(attempt.recipient.as_deref().unwrap_or_default()).or_default().push(attempt);
    }
    let mut like: FxHashMap<_, usize> = FxHashMap::default();
    for first in &trace.attempts {
        let name = first.recipient.as_deref().unwrap_or_default();
        let Some(tried) = of.remove(name) else { continue };
        let told = tried.iter().rfind(|attempt| attempt.outcome != AttemptOutcome::Open);
        let last = *told.or(tried.last()).unwrap_or(&first);
        let queued = trace.format == "queue-listing";
        let ended = trace.outcome == Outcome::Failed || trace.explanation.lasts == Some(Lasts::Permanent);
        let fate = match last.outcome {
            AttemptOutcome::Success => Ending::Arrived,
            AttemptOutcome::Failure => Ending::Failed,
            AttemptOutcome::Deferral if ended && trace.kind == TraceType::Message => Ending::GivenUp,
            AttemptOutcome::Deferral => Ending::Waiting,
            AttemptOutcome::Open if queued => Ending::Waiting,
            AttemptOutcome::Open => Ending::Open,
        };
        let reason = last.reason.unwrap_or_default();
        // What is cancelled here may have waited for another server.
        let is_said = |text: &str| {
            text.starts_with("host ") && (text.contains(" said: ") || text.contains(" refused to talk to me"))
        };
        let quoted =
            last.remote.is_none() && !is_own_service(last) && last.text.as_deref().is_some_and(is_said);
        let remote =
            is_theirs(last) || quoted || fate == Ending::Failed && tried.iter().any(|tried| is_theirs(tried));
        // A notice speaks of all alike, and what keeps all mail here keeps it from everybody.
        let near = domain(name).filter(|_| trace.kind != TraceType::Bounce && kept_here(trace).is_none());
        let place = groups.len();
        let alike = *like.entry((fate as u8, reason, remote, tried.len(), near)).or_insert(place);
        match groups.get_mut(alike) {
            Some(group) if explain::way(group.last()) == explain::way(last) => {
                group.to.push(name);
                group.firsts.push(first);
            }
            _ => groups.push(Group { to: vec![name], firsts: vec![first], tried, fate, reason, remote }),
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

    fn happened(&self, log: &Log, trace: &'a Trace) -> Happened<'a> {
        let last = self.last();
        // What somebody wrote to stands in the title, and here.
        let written = |(name, first): (&&'a str, &&'a Attempt)| {
            let of = original(first).filter(|of| of.contains('@') && !self.remote).unwrap_or(name);
            if is_shown(of) { of } else { "" }
        };
        let mut to: Vec<&'a str> = self.to.iter().zip(&self.firsts).map(written).collect();
        to.dedup();
        match (trace.kind, self.fate) {
            (TraceType::Bounce, Ending::Arrived) => return Happened::NoticeDelivered { to },
            (TraceType::Bounce, Ending::Waiting) => return Happened::NoticeDelayed { to },
            (TraceType::Bounce, Ending::Open) => return Happened::NoticeAbout { to },
            (TraceType::Bounce, Ending::Failed | Ending::GivenUp) => return Happened::NoticeFailed { to },
            (TraceType::Dialogue, Ending::Failed | Ending::GivenUp | Ending::Waiting)
                if trace.explanation.party == Party::OurServer =>
            {
                let from = trace.sender.as_deref().filter(|from| !is_notice(Some(from)));
                return Happened::NotTaken { from, to, later: self.fate == Ending::Waiting, at: None };
            }
            (TraceType::Dialogue, Ending::Arrived) => return Happened::TestAccepted { to },
            (TraceType::Dialogue, Ending::Waiting) => return Happened::TestDelayed { to },
            (TraceType::Dialogue, Ending::Open) => return Happened::TestUnanswered { to },
            (TraceType::Dialogue, Ending::Failed | Ending::GivenUp) => return Happened::TestRefused { to },
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
        // What the queue only looked at, because its time hadn't come, was no try.
        let counts = |of: &&&Attempt| {
            let skipped = of.text.as_deref().is_some_and(|text| text.starts_with("retry time not reached"));
            of.outcome != AttemptOutcome::Open && (!skipped || of.outcome == AttemptOutcome::Failure)
        };
        let times = self.tried.iter().filter(counts).count();
        let end_of_try =
            self.tried.iter().rfind(counts).map_or(end, |of| of.end_line.unwrap_or(of.start_line));
        // A message that was given up was tried more often than twice or so in all its days.
        let given_up = matches!(self.fate, Ending::GivenUp) || self.reason == Reason::Expired;
        let tries = || Tries {
            times,
            at_least: given_up || trace.first_line == self.tried[0].start_line,
            first: explain::when(log, self.tried[0].start_line),
            last: explain::when(log, end_of_try),
        };
        let expired = self.fate == Ending::Failed && self.reason == Reason::Expired;
        match (self.fate, explain::way(last)) {
            (Ending::Arrived, Some("discard")) => Happened::Discarded { to, at },
            (Ending::Arrived, Some("probe")) => Happened::Probed { to, at },
            (Ending::Arrived, Some("forward")) => Happened::Forwarded { to, at },
            (Ending::Arrived, Some("unrun")) => Happened::NotRun { to, at },
            (Ending::Arrived, Some("filter" | "queue" | "program")) => Happened::PassedOn { to, at },
            (Ending::Arrived, _) if self.remote => Happened::Accepted { server, to, at },
            (Ending::Arrived, _) => Happened::Delivered { to, at },
            (Ending::Waiting, _) if times == 0 => Happened::Waits { to, at },
            (Ending::Waiting, _) => Happened::Trying { to, tries: tries() },
            (Ending::GivenUp, _) => Happened::GaveUp { to, tries: tries() },
            (Ending::Failed, _) if expired => Happened::GaveUp { to, tries: tries() },
            (Ending::Failed, _) if self.remote && last.code.is_some() => Happened::Refused { server, to, at },
            (Ending::Failed, _) => Happened::Undeliverable { to, at },
            (Ending::Open, _) => Happened::Begun { to, at },
        }
    }

    /// What it means, and what the customer can do.
    fn advice(&self, log: &Log, trace: &'a Trace, facts: &Gleaned) -> (Vec<Message<'a>>, Vec<Message<'a>>) {
        let cause = self.cause();
        let waiting = self.fate == Ending::Waiting;
        match self.fate {
            Ending::Arrived if trace.kind == TraceType::Dialogue => {
                return (vec![Message::Note(Note::TheirsNow)], todos(&[Todo::IfMissingTell]));
            }
            Ending::Arrived => {
                let remote = self.remote || trace.kind == TraceType::Bounce;
                let (means, todo) = arrived(remote, explain::way(self.last()));
                let before = self.tried.iter().find(|tried| tried.outcome == AttemptOutcome::Deferral);
                let first = before.map(|tried| match tried.reason {
                    Some(Reason::Greylisted) if remote => Note::GreylistedFirst,
                    _ => Note::DeferredFirst,
                });
                return (means.into_iter().chain(first).map(Message::Note).collect(), todos(&[todo]));
            }
            Ending::Open => return (Vec::new(), todos(&[Todo::IfMissingOpen])),
            _ => {}
        }
        // What keeps all mail here is no matter of this recipient.
        if let Some(why) = kept_here(trace).filter(|_| cause == Reason::NetworkError) {
            return (vec![why], todos(if waiting { &[Todo::GoesOutLater] } else { &[Todo::WaitForUs] }));
        }
        let own = self.situation(trace, cause).and_then(|known| known.case());
        // A notice that tells of a server that doesn't handle the recipient's domain.
        let wrong = trace.kind == TraceType::Bounce
            && cause == Reason::NoRelaying
            && trace.explanation.party == Party::TheirServer;
        let own = own.or(wrong.then_some((Case::WrongServer, "", "")));
        // Only what is said of a forward names anybody.
        // Nobody is told of a domain that doesn't exist, where the one that was meant is nearly the same.
        if let ([to], Reason::HostUnknown) = (&self.to[..], cause)
            && let Some((local, domain)) = to.rsplit_once('@')
            && let Some(meant) = misspelled::meant(domain)
        {
            let domain = domain.to_owned();
            let why = Message::Fact(Fact::Misspelled { domain, meant });
            return (
                vec![why],
                vec![Message::Advice(Advice::Corrected { address: format!("{local}@{meant}") })],
            );
        }
        // What a forward sends in a circle comes back from there.
        let looped = self.situation(trace, cause).filter(|known| {
            cause == Reason::Loop && self.remote && known.situation().direction == Direction::Forwarded
        });
        let looped = looped.and_then(|_| {
            Some((Case::ForwardLoop, original(self.last())?, self.last().recipient.as_deref()?))
        });
        let own = looped.or(own).map(|(case, original, to)| match case {
            Case::Forward | Case::ForwardUnwanted | Case::ForwardLoop => (case, original, to),
            _ => (case, "", ""),
        });
        let (means, mut todo) = if let Some((case, original, to)) = own {
            let todo = Message::CaseTodo { case, waiting, original, to };
            // The provider that we send through says what it misses.
            let there = self.last().text.as_deref().filter(|_| case == Case::RelayRefuses).and_then(|text| {
                let said = classify(&Evidence::text(text));
                let remote = self.last().remote.as_deref().unwrap_or_default();
                let provider = gleaned::provider(&format!("{text} {remote}").to_ascii_lowercase());
                settle::elsewhere(provider, cause, said.refusal, false)
            });
            let why = there.map_or(Message::Case(case, original, to), |(of, by)| Message::Elsewhere(of, by));
            (vec![why], vec![todo])
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
            let limit = self.last().text.as_deref().and_then(per_hour);
            let too_many =
                self.last().text.as_deref().is_some_and(|text| text.contains("defers and failures"));
            if too_many {
                return (
                    vec![Message::Note(Note::TooManyFailed)],
                    todos(&[Todo::CleanList, Todo::DidNotSendMany]),
                );
            }
            // cPanel's servers tell three kinds of want of room as one.
            let account = |text: &str| ["Blocks limit", "Inode limit"].iter().any(|of| text.contains(of));
            if cause == Reason::MailboxFull && self.last().text.as_deref().is_some_and(account) {
                return (vec![Message::Note(Note::FullOrAccount)], todos(&[Todo::FreeAccountSpace]));
            }
            if let Some(limit) = limit {
                return (
                    vec![Message::Fact(Fact::PerHour { limit })],
                    todos(&[Todo::AfterTheHour, Todo::DidNotSendMany]),
                );
            }
            let why = match (said, cause) {
                (Some(said), _) => Message::Refusal(said),
                (None, Reason::Undefined) => Message::Note(Note::LogDoesNotSay),
                (None, Reason::NetworkError) if is_lookup(self.last()) => Message::Note(Note::LookupFailed),
                (None, Reason::UserUnknown) if trace.explanation.party == Party::OurServer => {
                    Message::Note(Note::NotFoundHere)
                }
                (None, cause) => self.size(true).unwrap_or(Message::Here(cause)),
            };
            let (why, todo) = self.of_ours(trace, cause, waiting).unwrap_or((why, todo));
            if trace.explanation.circumstance == Some(Circumstance::OldTable) {
                let lost = if self.is_sent_here(trace) { Todo::WaitForUs } else { Todo::OursSenderAgain };
                return (vec![Message::Note(Note::CauseOurs)], todos(&[lost]));
            }
            // The address was accepted first: why that was is for us to see.
            let todo = if cause == Reason::UserUnknown && trace.explanation.party == Party::OurServer {
                &[Todo::OursAddress][..]
            } else {
                todo
            };
            let mut todo = todos(todo);
            // Who makes room for a message that went back needs it again.
            if cause == Reason::MailboxFull && !waiting && todo == todos(&[Todo::MakeRoom]) {
                todo = vec![Message::FilingTodo(Filing::Full)];
            }
            (vec![why], todo)
        } else {
            let said = self.last().text.as_deref().map(|text| classify(&Evidence::text(text)));
            let finer = said.filter(|said| {
                let quoted = matches!(trace.kind, TraceType::Dialogue | TraceType::Bounce);
                (self.remote || quoted) && said.reason == cause
            });
            let there = settle::elsewhere(
                facts.provider,
                cause,
                finer.as_ref().and_then(|said| said.refusal),
                facts.paused,
            );
            if let Some(kind) = facts.at_odds {
                return (vec![Message::Obstacle(kind)], vec![Message::ObstacleTodo(kind)]);
            }
            if trace.kind == TraceType::Dialogue && trace.explanation.party == Party::OurServer && !waiting {
                let asks = finer.as_ref().is_some_and(|said| said.refusal == Some(Refusal::Login));
                let asks = asks || cause == Reason::SecurityError;
                let why = if asks { Message::Note(Note::AsksToSignIn) } else { ours(cause) };
                return (vec![why], todos(&[Todo::OursSenderAgain]));
            }
            if let Some((of, provider)) = there.filter(|_| trace.kind == TraceType::Dialogue) {
                return (vec![Message::Elsewhere(of, provider)], vec![Message::ElsewhereTodo(of, provider)]);
            }
            let refusal = finer.as_ref().and_then(|said| said.refusal);
            let we_act = trace.explanation.party == Party::OurServer;
            let lookup = cause == Reason::NetworkError && is_lookup(self.last());
            let expired = |line: &u32| lossy(log.pasted(line - 1)).contains("certificate has expired");
            let why = match (refusal, cause) {
                _ if lookup => Message::Note(Note::LookupFailed),
                (_, Reason::FailedStartTls)
                    if self.remote && log.lines_of(trace.trace).iter().any(expired) =>
                {
                    Message::Note(Note::TheirCertificate)
                }
                _ if we_act
                    && cause == Reason::Loop
                    && self.last().text.as_deref().is_some_and(is_our_domain) =>
                {
                    Message::Note(Note::DomainUnknown)
                }
                // Nobody is reached: that's this server's network.
                (None, Reason::NetworkError) if we_act && trace.kind == TraceType::Message => {
                    Message::Refusal(Refusal::OutgoingPort)
                }
                // Who wrote the notice judged the message.
                (None, Reason::SpamDetected | Reason::VirusDetected | Reason::PolicyViolation)
                    if we_act && trace.kind == TraceType::Bounce =>
                {
                    Message::Note(Note::StoppedThere)
                }
                (_, Reason::UserUnknown) if self.to.iter().any(|to| is_old_entry(to)) => {
                    Message::Note(Note::OldEntry)
                }
                (Some(refusal), _) => Message::Refusal(refusal),
                (None, Reason::Undefined) if self.remote => Message::Note(Note::TheyDoNotSay),
                (None, Reason::Undefined) => Message::Note(Note::LogDoesNotSay),
                // What stands between us and them is told as ours where we act.
                (None, Reason::SystemError | Reason::SystemFull | Reason::MailerError) if we_act => {
                    Message::Here(cause)
                }
                (None, cause) => self.size(false).unwrap_or(Message::Reason(cause)),
            };
            let about = finer.and_then(|said| Some(advice::about(said.refusal?, said.party, waiting)));
            let todo = about.filter(|about| !about.is_empty()).unwrap_or_else(|| {
                if waiting { advice::while_waiting(cause) } else { advice::for_sender(cause) }
            });
            let mut todo = todos(todo);
            let sent = trace.kind == TraceType::Message && self.remote;
            // It went through our server: what lacks is our server's name in the records of the sender's domain.
            if sent && cause == Reason::AuthFailure {
                let from = trace.sender.as_deref().and_then(domain);
                let named = self.last().text.as_deref().and_then(|text| Named::of(text).domain);
                let from = from.or(facts.from.as_deref().and_then(domain)).or(named).map(str::to_owned);
                todo = match from {
                    Some(domain) => vec![Message::Advice(Advice::Records { domain })],
                    None => todos(&[Todo::DomainRecords]),
                };
            }
            // Who shows a notice about a full mailbox may be its owner, unless a server of others said so.
            let theirs = self.tried.iter().any(|of| is_theirs(of))
                || self.to.iter().any(|to| domain(to).is_some_and(explain::is_provider));
            if trace.kind == TraceType::Bounce && cause == Reason::MailboxFull && !theirs {
                let ours = self.tried.iter().all(|of| is_in_house(of));
                if ours {
                    todo.clear();
                }
                todo.push(Message::FilingTodo(Filing::Full));
            }
            let lost = cause == Reason::NetworkError && !waiting && !we_act;
            if sent && lost {
                todo = todos(&[Todo::CheckTogether]);
            }
            (vec![why], todo)
        };
        // Where we act, nobody else is sent.
        let whole =
            trace.attempts.iter().all(|of| self.to.contains(&of.recipient.as_deref().unwrap_or_default()));
        if whole && trace.kind == TraceType::Message && trace.explanation.party == Party::OurServer {
            let ours = if waiting { Todo::GoesOutLater } else { Todo::WaitForUs };
            let replaced = [
                Todo::Retried,
                Todo::IfUrgent,
                Todo::OtherWay,
                Todo::SendLater,
                Todo::TellMissing,
                Todo::AFewHours,
            ]
            .map(Message::Todo);
            let ours = if !waiting && self.is_ours(trace) && !self.is_sent_here(trace) {
                Todo::OursSenderAgain
            } else {
                ours
            };
            for said in todo.iter_mut().filter(|said| replaced.contains(said)) {
                *said = Message::Todo(ours);
            }
            if !waiting && todo.first() == Some(&Message::Todo(Todo::CheckForwards)) {
                todo.insert(0, Message::Todo(ours));
            }
        }
        let given_up = (cause != self.reason).then_some(Message::Note(Note::TimeIsUp));
        let means = given_up.filter(|_| self.reason == Reason::Expired).into_iter().chain(means);
        // What only waits needs no reason.
        let means = means.filter(|said| !(waiting && *said == Message::Note(Note::LogDoesNotSay))).collect();
        if let Some(promise) = self.promise(log, trace).filter(|_| waiting) {
            // That it's tried again needs to be said once.
            for said in &mut todo {
                match said {
                    Message::Todo(Todo::Retried) => *said = Message::Todo(Todo::Nothing),
                    Message::Todo(Todo::GoesOutLater | Todo::TheyDecide) => *said = Message::Todo(Todo::Ours),
                    _ => {}
                }
            }
            todo.retain(|said| *said != Message::Todo(Todo::NoticeInTheEnd));
            todo.insert(0, Message::Advice(promise));
        }
        (means, todo)
    }

    /// What is told of our own server where the name of a reason says too little.
    fn of_ours(&self, trace: &Trace, cause: Reason, waiting: bool) -> Option<(Message<'a>, &'static [Todo])> {
        let act = trace.explanation.party == Party::OurServer;
        let lost = if self.is_sent_here(trace) { Todo::WaitForUs } else { Todo::OursSenderAgain };
        let todo: &'static [Todo] = match (waiting, lost) {
            (true, _) => &[Todo::GoesOutLater],
            (_, Todo::WaitForUs) => &[Todo::WaitForUs],
            _ => &[Todo::OursSenderAgain],
        };
        let text = self.last().text.as_deref().unwrap_or_default();
        match cause {
            Reason::Undefined if waiting && !act => {
                Some((Message::Note(Note::LogDoesNotSay), &[Todo::NoResend, Todo::NoticeInTheEnd]))
            }
            // Our name stands in DNS for a domain that we don't know.
            Reason::Loop if act && is_our_domain(text) => Some((Message::Note(Note::DomainUnknown), todo)),
            Reason::MailerError if act && is_own_service(self.last()) => {
                Some((Message::Note(Note::PartDown), todo))
            }
            Reason::MailerError if act => Some((Message::Note(Note::ProgramFailed), todo)),
            _ => None,
        }
    }

    /// How large the message is, and how large it may be.
    fn size(&self, ours: bool) -> Option<Message<'a>> {
        let text = self.last().text.as_deref()?;
        let (size, rest) = text.split_once("message size ")?.1.split_once(" exceeds size limit ")?;
        let limit = rest.split(' ').next()?;
        let units = |bytes: &str| bytes.parse::<f64>().ok().map(|bytes| bytes / 1_048_576.0);
        let (size, limit) = units(size).zip(units(limit))?;
        let round = |of: f64| if size.round() > limit.round() { of.round() } else { of };
        let (size, limit) = (plain(round(size)), plain(round(limit)));
        (size != limit).then_some(Message::Fact(Fact::Size { size, limit, ours }))
    }

    /// When it is tried again, and when it is given up, where the server's rule is known.
    fn promise(&self, log: &Log, trace: &Trace) -> Option<Advice> {
        let mine = |of: &explain::Forecast| of.recipient.as_deref().is_none_or(|to| self.to.contains(&to));
        let plan = explain::forecasts(log, trace.trace).into_iter().find(mine)?;
        Some(Advice::Promise { next: explain::moment(log, plan.next)?, end: explain::moment(log, plan.end)? })
    }

    /// True where it waits, and nothing says that anything is wrong.
    fn only_waits(&self) -> bool {
        self.fate == Ending::Waiting && self.reason == Reason::Undefined && self.last().text.is_none()
    }

    /// Why it did not work.
    fn cause(&self) -> Reason {
        explain::cause(self.tried.iter().copied()).unwrap_or_default()
    }

    /// The situation that the message is in for them; none in a test or a notice, which may come from elsewhere.
    fn situation<'b>(&self, trace: &'b Trace, reason: Reason) -> Option<Undelivered<'b>>
    where
        'a: 'b,
    {
        (trace.kind == TraceType::Message).then(|| Undelivered {
            server: None,
            id: trace.id.as_deref(),
            sender: trace.sender.as_deref(),
            client: trace.client.as_deref(),
            attempt: self.last(),
            reason,
            party: Party::Nobody,
            why: reason.facts().headline.into(),
            refusal: None,
            waiting: self.fate == Ending::Waiting,
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

/// The limit of messages per hour that a domain ran into, as cPanel's servers write it: `(201/200 (100%))`.
fn per_hour(text: &str) -> Option<String> {
    let (_, limit) = text.split_once("exceeded the max emails per hour (")?.1.split_once('/')?;
    let limit = limit.split(' ').next()?;
    limit.bytes().all(|byte| byte.is_ascii_digit()).then(|| limit.to_owned())
}

/// Why no customer is concerned: somebody guesses passwords, a survey or a program that sends spam came, or spam floods
/// the queue, whose sender is forged or nobody.
fn noise(trace: &Trace) -> Option<&'static str> {
    match trace.explanation.circumstance? {
        Circumstance::Guessing => Some("someone guessed passwords, and no customer needs to do anything."),
        Circumstance::Survey => {
            Some("a survey of the internet tested the server, and no customer is concerned.")
        }
        Circumstance::SpamProgram => {
            Some("a program that sends spam was turned away, and no customer is concerned.")
        }
        Circumstance::Forged => Some("the message was probably forged, and nobody needs to do anything."),
        Circumstance::Flooded | Circumstance::Website => Some(
            "this is probably spam. Once it's found, write to the owner of the website or login behind it.",
        ),
        Circumstance::BrokeOff
        | Circumstance::Misused
        | Circumstance::NoNames
        | Circumstance::NoWayOut
        | Circumstance::OldTable => None,
    }
}

/// A number without needless zeros.
fn plain(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

#[cfg(test)]
mod tests;
