//! One letter, one story: who acts by its first line acts in its last paragraph, too, and nothing is called unknown
//! that is known.

use super::message::{Acts, Advice, Elsewhere, Fact, Filing, Happened, Message, Note, State, Todo};
use super::shape::{Letter, Weight, state, todos};
use crate::explain;
use crate::export::Trace;
use crate::knowledge::defect::Defect;
use crate::knowledge::part;
use crate::knowledge::situation::Case;
use crate::log::Log;
use crate::vocabulary::{Cause, Circumstance, Outcome, Party, Reason, TraceType};

/// Who does what advice asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Who {
    /// We do.
    We,
    /// Who reads it, or has somebody else do it.
    You,
    /// Only somebody at the recipient's.
    Them,
    /// Nobody needs to.
    Nobody,
    /// What comes after that, or where it doesn't help.
    After,
}

/// Who does what a message asks for; `None` for what asks for nothing.
pub(super) fn who(of: &Message<'_>) -> Option<Who> {
    Some(match of {
        Message::Todo(todo) => who_of(*todo),
        Message::CauseTodo(cause) => match cause {
            Cause::AuthService
            | Cause::Backend
            | Cause::Server
            | Cause::Config
            | Cause::Folder
            | Cause::Disk
            | Cause::Permission
            | Cause::Locked => Who::We,
            Cause::Attack
            | Cause::Restart
            | Cause::Nobody
            | Cause::Crash
            | Cause::Index
            | Cause::Network
            | Cause::Idle
            | Cause::Unfinished
            | Cause::ServerFull => Who::Nobody,
            // Only we can say or change it, and only where the customer wants it.
            Cause::Disabled
            | Cause::NoPassword
            | Cause::ServiceOff
            | Cause::ClientCertificate
            | Cause::AddressNotAllowed => Who::After,
            _ => Who::You,
        },
        Message::FilingTodo(filing) => match filing {
            Filing::Disk
            | Filing::Permission
            | Filing::Locked
            | Filing::Stopped
            | Filing::StoreFailed
            | Filing::ForwardFailed => Who::We,
            _ => Who::You,
        },
        Message::CaseTodo { case, .. } => match case {
            Case::Service
            | Case::RelayLogin
            | Case::RelayRefuses
            | Case::RelayUnreachable
            | Case::OwnDomain
            | Case::ForwardLoop
            | Case::System => Who::We,
            Case::WrongServer => Who::Them,
            Case::Forward | Case::ForwardUnwanted => Who::You,
            Case::Notice | Case::TheirLogin => Who::Nobody,
        },
        Message::ObstacleTodo(_) | Message::ElsewhereTodo(..) => Who::You,
        Message::Advice(Advice::Promise { .. }) => Who::After,
        Message::Advice(_) => Who::You,
        _ => return None,
    })
}

fn who_of(todo: Todo) -> Who {
    match todo {
        Todo::Ours
        | Todo::GoesOutLater
        | Todo::AllGoOutLater
        | Todo::TheyDecide
        | Todo::SlowerThere
        | Todo::WaitForUs
        | Todo::Unblock
        | Todo::IfMissingResend
        | Todo::TellMissing
        | Todo::OursSenderAgain
        | Todo::OursAddress
        | Todo::OursTheyRetry
        | Todo::OnceItRuns
        | Todo::LetThrough
        | Todo::CleanWebsite
        | Todo::Delist
        | Todo::OursToo => Who::We,
        Todo::Nothing
        | Todo::NoticesEnd
        | Todo::NothingYet
        | Todo::Retried
        | Todo::NoResend
        | Todo::IfUrgent => Who::Nobody,
        Todo::OtherWay | Todo::TellFull | Todo::AskToAllow | Todo::TellFilterBroken => Who::Them,
        Todo::TellWhat
        | Todo::Meanwhile
        | Todo::NoticeInTheEnd
        | Todo::SendLater
        | Todo::SendAgain
        | Todo::OnceThereIsRoom
        | Todo::NotYou
        | Todo::DidNotSendMany
        | Todo::AFewHours
        | Todo::OthersRetry
        | Todo::IfMissingTheirs
        | Todo::IfMissingHere
        | Todo::IfMissingRule
        | Todo::IfMissingForward
        | Todo::IfMissingTell
        | Todo::IfMissingOpen
        | Todo::SetClock
        | Todo::LookInCatchAll
        | Todo::LookInSpamFolder
        | Todo::SentItMarked
        | Todo::TryAgain
        | Todo::TellIfWrong
        | Todo::Release
        | Todo::ConfirmFile
        | Todo::SenderSignsIn
        | Todo::AskTheirs
        | Todo::NotExpected
        | Todo::AskIfThere
        | Todo::DeleteCopies
        | Todo::TellIfWanted => Who::After,
        _ => Who::You,
    }
}

/// True for what says that something isn't known.
pub(super) fn is_silent(of: &Message<'_>) -> bool {
    matches!(
        of,
        Message::Here(Reason::Undefined)
            | Message::Reason(Reason::Undefined)
            | Message::Note(Note::LogDoesNotSay | Note::ReplyDoesNotSay | Note::SomethingWrong)
    )
}

/// True where the finding says itself that it doesn't know why.
pub(super) fn is_open(trace: &Trace) -> bool {
    const OPEN: &[&str] = &[
        "doesn't say",
        "doesn't know",
        "doesn't show",
        "does not say",
        "no reason",
        "without a reason",
        "names no recipient",
        "isn't in the log",
        "Waiting in the queue",
        "none of it was accepted",
        "wrote something",
    ];
    OPEN.iter().any(|words| trace.explanation.headline.contains(words))
}

impl Letter<'_> {
    /// Where only that the cause is ours would be said, and the finding shows what is broken, that is said.
    pub(super) fn name_the_cause(&mut self, log: &Log, trace: &Trace) {
        if trace.explanation.party != Party::OurServer {
            return;
        }
        let defect = match trace.explanation.circumstance {
            Some(Circumstance::OwnSetting) => Some(Defect::Settings),
            Some(_) => None,
            None => explain::broken_beside(log, trace).filter(|of| {
                matches!(
                    of,
                    Defect::Settings
                        | Defect::Filter
                        | Defect::SignIn
                        | Defect::Storage
                        | Defect::Disk
                        | Defect::Queue
                        | Defect::Permission
                        | Defect::FileLimit
                        | Defect::Memory
                        | Defect::Overload
                        | Defect::Stopped
                        | Defect::Database
                        | Defect::DatabaseSettings
                        | Defect::DatabaseDamaged
                        | Defect::CertificateFile
                )
            }),
        };
        let Some(defect) = defect.or_else(|| self.service(trace)) else { return };
        let vague = |said: &&mut Message<'_>| {
            matches!(
                said,
                Message::Case(Case::Service, ..)
                    | Message::Here(Reason::SystemError)
                    | Message::Note(Note::PartDown | Note::CauseOurs | Note::LogDoesNotSay)
            )
        };
        for said in self.parts.iter_mut().flat_map(|part| &mut part.means).filter(vague) {
            *said = Message::Happened(Happened::Broken { defect, at: None });
        }
    }

    /// Which part of ours didn't take a message, as far as the attempts name it.
    fn service(&self, trace: &Trace) -> Option<Defect> {
        let all = self.parts.iter().flat_map(|part| &part.means);
        if !all.into_iter().any(|said| matches!(said, Message::Case(Case::Service, ..))) {
            return None;
        }
        let last = trace.attempts.last()?;
        let named = [&last.remote, &last.text].into_iter().flatten();
        let named = named.map(|text| text.to_lowercase()).collect::<Vec<_>>().join(" ");
        if part::names_scanner(&named) {
            return Some(Defect::Filter);
        }
        named.contains("lmtp").then_some(Defect::Delivery)
    }

    /// Makes the parts of the letter agree with each other and with who must act.
    pub(super) fn settle(&mut self, trace: &Trace) {
        self.say_what_is_known(trace);
        let party = trace.explanation.party;
        if party == Party::OurServer && !self.is_well() {
            self.we_act(trace);
        }
        // We ask nobody to accept our server again where ours isn't what is refused.
        if matches!(party, Party::TheirServer | Party::Recipient) {
            let asked = self.parts.iter_mut().flat_map(|part| &mut part.todo);
            for said in asked.filter(|said| **said == Message::Todo(Todo::Unblock)) {
                *said = Message::Todo(Todo::OtherWay);
            }
        }
        let all: Vec<Who> =
            self.parts.iter().flat_map(|part| part.means.iter().chain(&part.todo)).filter_map(who).collect();
        let has = |who| all.contains(&who);
        let acts = self.state.iter().position(|said| matches!(said, Message::Acts(_)));
        let fits = |acts: Acts| match acts {
            Acts::Us => has(Who::We),
            Acts::You | Acts::Sender | Acts::Owner => has(Who::You) && !has(Who::We),
            Acts::Recipient | Acts::Provider => !has(Who::We) && !has(Who::You),
            Acts::Retries => !has(Who::We),
        };
        match acts {
            Some(at) => {
                let Message::Acts(said) = self.state[at] else { return };
                if !fits(said) {
                    self.state.remove(at);
                    if has(Who::We) && !has(Who::You) {
                        self.state.push(Message::Acts(Acts::Us));
                    }
                }
            }
            None if has(Who::We) && !has(Who::You) && !self.is_well() => {
                self.state.push(Message::Acts(Acts::Us));
            }
            None => {}
        }
    }

    /// True where nothing is wrong.
    fn is_well(&self) -> bool {
        self.weight == Weight::Quiet
            || self.state.iter().any(|said| {
                matches!(
                    said,
                    Message::State(
                        State::Delivered
                            | State::Accepted
                            | State::Discarded
                            | State::Forwarded
                            | State::NotKnown
                            | State::MarkedAsSpam
                    )
                )
            })
    }

    /// What is called unknown though somebody must act is said by who that is.
    fn say_what_is_known(&mut self, trace: &Trace) {
        let known = match trace.explanation.party {
            _ if is_open(trace) => return,
            Party::Nobody => return,
            Party::OurServer => Note::CauseOurs,
            Party::TheirServer | Party::Recipient | Party::Dns => Note::CauseTheirs,
            Party::Sender if trace.kind == TraceType::Message || trace.kind == TraceType::Connection => {
                Note::CauseSender
            }
            Party::Sender => Note::CauseYours,
        };
        for part in &mut self.parts {
            let mut changed = false;
            for said in part.means.iter_mut().filter(|said| is_silent(said)) {
                *said = Message::Note(known);
                changed = true;
            }
            let asks = |said: &Message<'_>| {
                matches!(
                    said,
                    Message::Todo(
                        Todo::WhatWanted
                            | Todo::WholeNotice
                            | Todo::TellAll
                            | Todo::TellUs
                            | Todo::TellWhoAndWhen
                    )
                )
            };
            if changed && part.todo.iter().any(asks) {
                part.todo = todos(match known {
                    // Who isn't our customer is reached by whom they wrote to.
                    Note::CauseSender if !self.sent_here => &[Todo::AskSenderSettings],
                    // A lost message is sent again once that helps.
                    Note::CauseOurs if trace.kind == TraceType::Message => {
                        if trace.outcome == Outcome::Failed { &[Todo::WaitForUs] } else { &[Todo::Ours] }
                    }
                    Note::CauseOurs => &[Todo::Ours],
                    Note::CauseTheirs => &[Todo::SendLater],
                    _ => &[Todo::AskCause],
                });
            }
        }
    }

    /// Where we act, nobody else is asked to, and what becomes of the message is said.
    fn we_act(&mut self, trace: &Trace) {
        // What is only held isn't sent again.
        let stays = [State::Delayed, State::OnItsWay].map(Message::State);
        let later = trace.outcome == Outcome::Deferred || self.state.iter().any(|said| stays.contains(said));
        let sent = trace.user.is_some() || self.sent_here;
        let mut given: Vec<Message<'_>> = Vec::new();
        for part in &mut self.parts {
            // What our filter doesn't let through by its rules is in order.
            let ruled = |said: &Message<'_>| {
                matches!(
                    said,
                    // A damaged index is made anew on its own.
                    Message::Cause(Cause::Index)
                        | Message::Fact(Fact::Attachment { .. })
                        | Message::Here(Reason::SpamDetected | Reason::VirusDetected)
                )
            };
            if part.means.iter().any(ruled) {
                continue;
            }
            // What the reader can set right, and what we look at, too.
            let both = matches!(
                part.todo[..],
                [Message::ObstacleTodo(_) | Message::Todo(Todo::WholeUsername), Message::Todo(Todo::OursToo)]
            );
            if both {
                continue;
            }
            if part.means.iter().chain(&part.todo).any(|said| who(said) == Some(Who::We)) {
                // Beside what we do, nobody needs to change anything.
                part.todo.retain(|said| who(said) != Some(Who::You));
                given.extend(part.todo.iter().cloned());
                continue;
            }
            if let Some(Message::ObstacleTodo(_)) = part.todo.first() {
                part.todo.push(Message::Todo(Todo::OursToo));
                continue;
            }
            let asks = |said: &Message<'_>| {
                let theirs = matches!(
                    said,
                    Message::Todo(Todo::Release | Todo::AskTheirs | Todo::LiftBlock | Todo::ChangeStolen)
                );
                theirs
                    || matches!(said, Message::ElsewhereTodo(..))
                    || matches!(said, Message::CauseTodo(_)) && who(said) == Some(Who::After)
            };
            if part.todo.iter().any(asks) || part.is_done {
                continue;
            }
            part.todo = todos(match trace.kind {
                TraceType::Message if later => &[Todo::GoesOutLater],
                TraceType::Bounce if later => &[Todo::Ours, Todo::NoResend],
                TraceType::Message | TraceType::Bounce | TraceType::Dialogue
                    if sent || trace.kind != TraceType::Message =>
                {
                    &[Todo::WaitForUs]
                }
                TraceType::Message => &[Todo::OursSenderAgain],
                TraceType::Connection if later => &[Todo::OursTheyRetry],
                _ => &[Todo::Ours],
            });
            // What was said of others is not said again.
            part.todo.retain(|said| !given.contains(said));
            given.extend(part.todo.iter().cloned());
        }
    }
}

/// What a provider's account ran into, as far as the words show it.
pub(super) fn elsewhere(
    provider: Option<&'static str>,
    reason: Reason,
    refusal: Option<crate::knowledge::Refusal>,
    paused: bool,
) -> Option<(Elsewhere, &'static str)> {
    use crate::knowledge::Refusal;
    let provider = provider?;
    let of = match (refusal, reason) {
        _ if paused => Elsewhere::Paused,
        (Some(Refusal::PasswordLogin), _) => Elsewhere::SignInOff,
        (Some(Refusal::SendAs), _) if provider != "Amazon" => Elsewhere::SendAs,
        (Some(Refusal::SendAs) | None, Reason::Rejected) if provider == "Amazon" => Elsewhere::Unverified,
        (None, Reason::SecurityError) if ["Google", "Yahoo", "Apple"].contains(&provider) => {
            Elsewhere::AppPassword
        }
        _ => return None,
    };
    Some((of, provider))
}

/// The state of a letter about somebody's settings.
pub(super) fn failed<'a>(party: Party) -> Vec<Message<'a>> {
    state(None, (party == Party::Sender).then_some(Acts::You))
}
