//! What a letter is: its title and state, its parts and how much a customer cares for it; and what can be asked of it.

use super::about::kept_here;
use super::fault::effect_of;
use super::group::is_theirs;
use super::is_of;
use super::message::{Acts, Effect, Happened, Message, Note, State, Title, Todo};
use crate::export::Trace;
use crate::knowledge::defect::Defect;
use crate::knowledge::obstacle::ObstacleKind;
use crate::knowledge::situation::Case;
use crate::log::Log;
use crate::vocabulary::{Cause, Cited, FormatKind, Outcome, Party, Reason, TraceType};

/// How much a customer cares for something.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
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
pub(super) struct Letter<'a> {
    pub title: Title<'a>,
    /// The title where several are told at once.
    pub titles: Option<Title<'a>>,
    /// The state, and who acts.
    pub state: Vec<Message<'a>>,
    /// What it is about.
    pub about: Option<&'a Trace>,
    pub lines: Cited,
    pub weight: Weight,
    /// True where one of our own users sent it.
    pub sent_here: bool,
    /// Traces of the same trouble that come before this one.
    pub follows: Vec<u32>,
    pub parts: Vec<LetterPart<'a>>,
}

/// What happened to some, what it means and what to do.
pub(super) struct LetterPart<'a> {
    pub happened: Vec<(Message<'a>, Cited)>,
    pub means: Vec<Message<'a>>,
    pub todo: Vec<Message<'a>>,
    pub lines: Cited,
    /// True where nothing is wrong for these.
    pub is_done: bool,
}

/// Advice as messages.
pub(super) fn todos<'a>(all: &[Todo]) -> Vec<Message<'a>> {
    all.iter().copied().map(Message::Todo).collect()
}

/// The state as messages.
pub(super) fn state<'a>(state: impl Into<Option<State>>, acts: impl Into<Option<Acts>>) -> Vec<Message<'a>> {
    let state = state.into().map(Message::State);
    state.into_iter().chain(acts.into().map(Message::Acts)).collect()
}

pub(super) const OURS: &[Todo] = &[Todo::Ours];

impl<'a> LetterPart<'a> {
    pub(super) fn new(
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
    pub(super) fn trouble(&self) -> Option<Effect> {
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
    pub(super) fn blames_password(&self) -> bool {
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
    pub(super) fn is_same(&self, other: &LetterPart<'_>) -> bool {
        let told = self.happened.iter().map(|(said, _)| said).eq(other.happened.iter().map(|(said, _)| said));
        told && self.is_alike(other)
    }

    /// True where it only says that something of ours doesn't work.
    pub(super) fn is_vague(&self) -> bool {
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
    pub(super) fn is_alike(&self, other: &LetterPart<'_>) -> bool {
        self.means == other.means && self.todo == other.todo
    }
}

impl<'a> Letter<'a> {
    pub(super) fn new(state: Vec<Message<'a>>, weight: Weight, parts: Vec<LetterPart<'a>>) -> Letter<'a> {
        let lines = parts.first().map_or_else(|| Cited::new(1, []), |part| part.lines.clone());
        Letter {
            title: Title::Problem,
            titles: None,
            state,
            about: None,
            lines,
            weight,
            sent_here: false,
            follows: Vec::new(),
            parts,
        }
    }

    pub(super) fn one(state: Vec<Message<'a>>, weight: Weight, part: LetterPart<'a>) -> Letter<'a> {
        Letter::new(state, weight, vec![part])
    }

    /// What nobody needs to hear.
    pub(super) fn none(lines: &Cited) -> Letter<'a> {
        Letter::one(Vec::new(), Weight::Nobodys, LetterPart::new(None, Vec::new(), Vec::new(), lines))
    }

    /// True where it says this of what happened.
    pub(super) fn notes(&self, note: Note) -> bool {
        self.parts.iter().any(|part| part.means.contains(&Message::Note(note)))
    }

    /// True where it says this.
    pub(super) fn means(&self, said: &Message<'_>) -> bool {
        self.parts.iter().any(|part| part.means.contains(said))
    }

    /// Why something was refused, where a reason says it.
    pub(super) fn reason(&self) -> Option<Reason> {
        self.parts.iter().flat_map(|part| &part.means).find_map(|said| match said {
            Message::Reason(reason) | Message::Here(reason) => Some(*reason),
            Message::Refusal(refusal) => Some(refusal.facts().0),
            _ => None,
        })
    }

    /// For whom a message was that didn't arrive, and from whom.
    pub(super) fn undelivered(&self) -> Option<(Option<&'a str>, &[&'a str])> {
        match &self.title {
            Title::Message { from, to } if self.weight >= Weight::Wrong && !self.is_success() => {
                Some((*from, to))
            }
            _ => None,
        }
    }

    /// True where it says what happened to somebody who asks, though nothing is wrong.
    pub(super) fn answers(&self) -> bool {
        self.parts.iter().any(|part| {
            part.means.contains(&Message::Cause(Cause::Idle))
                || matches!(
                    part.happened.first(),
                    Some((Message::Happened(Happened::Collected { .. } | Happened::FetchedAll { .. }), _))
                )
        })
    }

    /// True where it's about somebody's message, mailbox, website or app, and not only about our server or an address.
    pub(super) fn names_somebody(&self) -> bool {
        let nameless = matches!(
            self.title,
            Title::From { .. } | Title::Connection | Title::Problem | Title::Scan | Title::Trouble(_)
        );
        let seen = |of: &Trace| match of.kind {
            TraceType::Message => of.sender.is_some() || !of.attempts.is_empty(),
            TraceType::Bounce => true,
            // What an app shows, somebody saw; what a tool shows of the server, only whoever runs it.
            TraceType::Dialogue => {
                ![FormatKind::Inspection, FormatKind::Lookup].iter().any(|kind| is_of(of, *kind))
            }
            _ => false,
        };
        !nameless || self.about.is_some_and(seen)
    }

    /// True where a service of ours is dead for everybody who uses it, whomever the lines name; `refuses` where it turned
    /// clients away.
    pub(super) fn is_for_all(&self, log: &Log, refuses: bool) -> bool {
        let Some(part) = self.parts.first().filter(|_| self.weight == Weight::Ours) else { return false };
        let effect = part.trouble();
        let seen =
            [Effect::Door, Effect::SignIn, Effect::Reading, Effect::Warnings].map(Some).contains(&effect);
        let broken =
            part.happened.iter().map(|(said, _)| said).chain(&part.means).find_map(|said| match said {
                Message::Happened(Happened::Broken { defect, .. }) => Some(*defect),
                _ => None,
            });
        let hit = refuses || self.about.is_some_and(|of| of.kind == TraceType::Connection);
        let dead = match broken {
            Some(
                Defect::Stopped
                | Defect::Settings
                | Defect::Permission
                | Defect::SignIn
                | Defect::Database
                | Defect::DatabaseSettings
                | Defect::DatabaseDamaged
                | Defect::Clock
                | Defect::Storage
                | Defect::Queue
                | Defect::Disk
                | Defect::Memory
                | Defect::CertificateFile
                | Defect::OurCertificateExpired,
            ) => true,
            Some(Defect::OurCertificate) => self.about.is_some_and(|of| of.kind == TraceType::Session),
            // Other servers try again; people at their apps notice it.
            Some(Defect::Overload) => effect != Some(Effect::Door),
            Some(Defect::Missing | Defect::Connection | Defect::Filter) => hit,
            // What is down stands in another line than the client that it turned away.
            None => hit && effect == Some(Effect::Door),
            Some(_) => false,
        };
        // One process that broke is started again.
        let broke = |line: &u32| log.fits(line - 1, |pattern| pattern.cause == Some(Cause::Crash));
        let fails = self.about.is_some_and(|of| {
            of.explanation.party == Party::OurServer
                && of.outcome != Outcome::Delivered
                && !of.explanation.cites.iter().any(broke)
        });
        (seen && dead || self.stops_all(log)) && fails
    }

    /// True where it tells of what keeps all mail of the server.
    pub(super) fn stops_all(&self, log: &Log) -> bool {
        self.about.is_some_and(|of| of.kind == TraceType::Event && log.stops_all(of.trace))
    }

    /// True where what broke keeps all mail, or everybody, out.
    pub(super) fn is_grave(&self) -> bool {
        self.parts.iter().flat_map(|part| &part.happened).any(|(said, _)| {
            matches!(
                said,
                Message::Happened(Happened::Broken {
                    defect: Defect::Storage
                        | Defect::Disk
                        | Defect::Stopped
                        | Defect::Queue
                        | Defect::SignIn
                        | Defect::Database,
                    ..
                })
            )
        })
    }

    /// Where nothing is tried until we have repaired something, that is what a message waits for.
    pub(super) fn waits_for_us(&mut self) {
        let tried =
            [Todo::Retried, Todo::GoesOutLater, Todo::AllGoOutLater, Todo::NoResend, Todo::TellMissing]
                .map(Message::Todo);
        for part in &mut self.parts {
            if part.todo.iter().any(|said| tried.contains(said)) {
                part.todo = todos(&[Todo::OnceItRuns]);
                self.state.retain(|said| !matches!(said, Message::Acts(_)));
                self.state.push(Message::Acts(Acts::Us));
            }
        }
    }

    /// True where it says nothing but that no connection came about.
    pub(super) fn is_only_unconnected(&self) -> bool {
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
    pub(super) fn is_of_unknown(&self) -> bool {
        let unnamed = matches!(self.title, Title::Message { from: None, .. });
        unnamed && self.about.is_some_and(|of| of.attempts.iter().any(is_theirs))
    }

    /// True where all mail is kept on our server.
    pub(super) fn is_kept_here(&self) -> bool {
        self.about.is_some_and(|of| kept_here(of).is_some())
    }

    /// True where our server turned away somebody who is no customer, for an address that isn't here.
    pub(super) fn is_of_stranger(&self) -> bool {
        let absent = self.means(&Message::Here(Reason::UserUnknown))
            || self.means(&Message::Note(Note::DomainUnknown))
            || self.means(&Message::Note(Note::CauseSender));
        !self.sent_here && absent && self.about.is_some_and(|of| of.attempts.is_empty())
    }

    /// True where it says that somebody signed in, or wanted to.
    pub(super) fn is_about_sign_in(&self) -> bool {
        let first = self.parts.first().and_then(|part| part.happened.first());
        self.state.contains(&Message::State(State::SignInFailed))
            || matches!(
                first,
                Some((Message::Happened(Happened::SignInWorked { .. } | Happened::SignInFailed { .. }), _))
            )
    }

    /// True where a message is with another part of our server, and nothing is wrong.
    pub(super) fn is_under_way(&self) -> bool {
        self.state == [Message::State(State::OnItsWay)] && self.parts.iter().all(|part| part.is_done)
    }

    /// True where nothing went wrong.
    pub(super) fn is_success(&self) -> bool {
        let well = [State::Delivered, State::Accepted, State::Forwarded];
        self.state.iter().any(|said| matches!(said, Message::State(state) if well.contains(state)))
    }

    /// Says why it took longer, where our server first asked for another attempt.
    pub(super) fn came_back(&mut self) {
        if let [part] = &mut self.parts[..] {
            part.means.push(Message::Note(Note::HeldFirst));
            part.todo = todos(&[Todo::Nothing]);
        }
    }

    /// Where our own server couldn't check a password, nobody typed a wrong one.
    pub(super) fn clear_the_user(&mut self) {
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
}
