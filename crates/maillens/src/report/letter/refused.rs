//! What our server refused when it arrived, and clients that it turned away.

use super::about::{is_fault, is_list};
use super::fault::effect;
use super::found::{found, is_lookup_doubtful};
use super::gleaned::Gleaned;
use super::message::{Acts, Advice, Effect, Fact, Happened, Message, Note, State, Todo};
use super::settle::Who;
use super::shape::{Letter, LetterPart, OURS, Weight, state, todos};
use super::titles::{is_rewritten, sender, user};
use super::{advice, domain, plain, settle};
use crate::explain;
use crate::explain::situation::is_notice;
use crate::export::Trace;
use crate::knowledge::Refusal;
use crate::knowledge::defect::Defect;
use crate::knowledge::fault::is_local;
use crate::knowledge::obstacle::ObstacleKind;
use crate::log::Log;
use crate::vocabulary::{Cause, Circumstance, Level, Outcome, Party, Reason, TraceType};

/// Whether an event is a refusal of ours and no trouble of the server, and whether it asked to try again.
pub(super) fn is_refusal(log: &Log, trace: &Trace) -> Option<bool> {
    let lines = &trace.explanation.cites;
    let others = matches!(trace.explanation.party, Party::Sender | Party::Recipient | Party::Dns);
    let said_no = matches!(log.level(lines[0] - 1), Some(Level::Temporary | Level::Permanent));
    let known = explain::defect(log, trace.trace).is_some();
    let refused = others && explain::turned_away(log, lines).is_some() || said_no && !known;
    (refused && trace.outcome.is_problem()).then_some(trace.outcome == Outcome::Deferred)
}

/// Why a login was refused, and what to do: where the name is unknown, nobody looked at the password.
pub(super) fn name_or_password(log: &Log, lines: &[u32]) -> (Message<'static>, Message<'static>) {
    let cause = |line: &u32| log.parse(line - 1).entry.and_then(|entry| entry.pattern.cause);
    if lines.iter().any(|line| cause(line) == Some(Cause::UnknownUser)) {
        (Message::Cause(Cause::UnknownUser), Message::CauseTodo(Cause::UnknownUser))
    } else {
        (Message::Note(Note::NameOrPassword), Message::Todo(Todo::Password))
    }
}

impl<'a> Letter<'a> {
    /// What our server refused at its door.
    pub(super) fn turned_away(log: &'a Log, trace: &'a Trace, facts: &'a Gleaned, later: bool) -> Letter<'a> {
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
        let found = found(trace);
        // Where our server doesn't see who connects, what it sees tells nothing of them.
        let hidden = trace.explanation.circumstance == Some(Circumstance::ClientsHidden);
        let known = signed_in.is_some() || facts.own && !hidden || near || relayed || owner;
        let own = known || facts.device && at_home;
        // Our own server misread the answer, whoever came.
        let misread = facts.refusal == Some(Refusal::ListUnanswered);
        // What our filter judged to be spam is refused by its rules: nothing is broken.
        let judged = matches!(why, Some(Reason::SpamDetected | Reason::VirusDetected));
        let ours = trace.explanation.party == Party::OurServer && !judged || misread;
        let nameless = why == Some(Reason::RequirePtr) && !facts.checks_client;
        let doubtful = is_lookup_doubtful(trace) && !nameless;
        // Trying again without sign-in never helps.
        let later = later && (ours || !own || why != Some(Reason::NoRelaying));
        // Straight from a line at home, without sign-in.
        let home = why == Some(Reason::Blocked) && signed_in.is_none() && (own || facts.device);
        // What somebody from elsewhere wrote to people here, they can't send another way.
        let stranger = home && !known && !to.is_empty() && from.and_then(domain).is_some();
        let own = (own || home) && !stranger;
        // A mailing list sends under an address of its own what somebody of another domain wrote.
        let envelope = trace.sender.as_deref().or(from).and_then(|from| from.rsplit_once('@'));
        let listed = envelope
            .zip(facts.origin_of.as_deref())
            .is_some_and(|((local, own), of)| own != of && explain::is_list(local));
        let message = from.is_some() || !to.is_empty();
        let redacted = trace.sender.as_deref().is_some_and(|from| !from.is_empty());
        if ours && !message && signed_in.is_none() && !redacted && trace.kind != TraceType::Message {
            if trace.kind == TraceType::Event && explain::defect(log, trace.trace).is_some() {
                return Letter::fault(log, trace, facts);
            }
            let means = match why {
                _ if misread => vec![Message::Note(Note::ListMisread), Message::Effect(Effect::Door)],
                Some(Reason::TooManyConn) => vec![Message::Cause(Cause::TooMany)],
                Some(Reason::Speeding) => vec![Message::Here(Reason::Speeding)],
                _ => vec![Message::Note(Note::PartDown), Message::Effect(Effect::Door)],
            };
            let part = LetterPart::new(None, means, todos(OURS), lines);
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
            // What comes from our own server or network, no other server brought.
            (None, Some(from)) if own && facts.own => {
                Happened::NotTaken { from: Some(from), to: vec![""], later, at }
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
            _ if let Some((note, _)) = found => Message::Note(note),
            _ if doubtful => Message::Note(Note::LookupDoubtful),
            (_, Some(Reason::FailedStartTls)) if facts.old_tls => Message::Note(Note::OldEncryption),
            // Where the mailboxes are is a server of ours.
            _ if facts.unanswered && ours && !facts.put_off => {
                Message::Happened(Happened::Broken { defect: Defect::Connection, at: None })
            }
            _ if facts.unanswered => Message::Note(Note::CheckUnanswered),
            _ if facts.content_rule => Message::Note(Note::ContentRule),
            (Some(Refusal::Helo), _) => Message::Note(Note::HeloRule),
            (Some(Refusal::SpfBroken), _) => Message::Note(Note::OriginUnreadable),
            (Some(Refusal::AddressMalformed), _) => Message::Refusal(Refusal::AddressMalformed),
            _ if home && facts.device && !ours => Message::Note(Note::HomeLine),
            (Some(Refusal::SenderDomain), _) => Message::Note(Note::SenderDomainHere),
            (Some(Refusal::SendAs), _) if ours => Message::Note(Note::CauseOurs),
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
            _ if stranger => &[Todo::SenderSignsIn],
            _ if let Some((_, todo)) = found.filter(|(_, todo)| !todo.is_empty()) => todo,
            _ if doubtful && own => &[Todo::SendLater],
            _ if doubtful => &[Todo::AFewHours],
            _ if ours && own => &[Todo::WaitForUs][..],
            _ if ours && later => &[Todo::OursTheyRetry],
            _ if ours && message => &[Todo::OursSenderAgain],
            _ if ours => &[Todo::TellMissing],
            _ if facts.unanswered && later => &[Todo::AFewHours],
            (Some(Refusal::Helo), _) if own => &[Todo::HostName],
            (Some(Refusal::SenderDomain), _) if own => &[Todo::SameAddress],
            (Some(Refusal::AddressMalformed), _) => &[Todo::OneAddress],
            (Some(Refusal::SendAs), _) if own => &[Todo::OwnSender],
            _ if unverified && !own => &[Todo::AskSenderSettings],
            _ if home => &[Todo::OtherPort],
            (Some(Refusal::Helo | Refusal::SenderDomain | Refusal::SpfBroken), _) => {
                &[Todo::AskSenderSettings]
            }
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
        } else if own
            && trace.explanation.party != Party::OurServer
            && todo.iter().any(|todo| settle::who(&Message::Todo(*todo)) == Some(Who::You))
        {
            Some(Acts::You)
        } else {
            None
        };
        let weight = if trace.kind == TraceType::Message { Weight::Mail } else { Weight::Wrong };
        if trace.kind == TraceType::Event && why == Some(Reason::SecurityError) && !message {
            // A line that only says that somebody couldn't sign in; a session says who.
            let account = signed_in.or(facts.account.as_deref());
            let happened = Happened::SignInFailed { user: account, at: explain::when(log, lines[0]) };
            let (means, todo) = name_or_password(log, lines);
            let part = LetterPart::new(happened, vec![means], vec![todo], lines);
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

    pub(super) fn connection(log: &'a Log, trace: &'a Trace, facts: &'a Gleaned) -> Letter<'a> {
        let lines = &trace.explanation.cites;
        let at = explain::when(log, lines[0]);
        if is_list(trace) {
            // A list of connections is for whoever asked the server for it, unless nobody gets in.
            let closed = explain::closed_to_others(log).is_some();
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
                    (Acts::Us, Message::Effect(effect), todos(OURS))
                } else {
                    let (means, todo) = name_or_password(log, lines);
                    (Acts::You, means, vec![todo])
                };
                let part = LetterPart::new(happened, vec![means], todo, lines);
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
}
