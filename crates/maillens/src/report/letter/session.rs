//! Somebody signed in to a mailbox, or tried to.

use super::gleaned::Gleaned;
use super::is_of;
use super::message::{Acts, Effect, Happened, Message, Note, State, Todo};
use super::shape::{Letter, LetterPart, OURS, Weight, state, todos};
use super::titles::user;
use crate::explain;
use crate::export::Trace;
use crate::knowledge::defect::Defect;
use crate::knowledge::fault::is_local;
use crate::knowledge::obstacle::ObstacleKind;
use crate::log::Log;
use crate::vocabulary::{Cause, FormatKind, Level, Login, Outcome, Party, Sign};

impl<'a> Letter<'a> {
    pub(super) fn session(log: &Log, trace: &'a Trace, facts: &Gleaned, cause: Option<Cause>) -> Letter<'a> {
        let lines = &trace.explanation.cites;
        let at = explain::when(log, trace.first_line);
        let user = user(trace);
        // Where the password couldn't be checked, nobody got in, whatever the line calls it.
        let unchecked = matches!(cause, Some(Cause::AuthService | Cause::Backend))
            && trace.login != Some(Login::Ok)
            && trace.outcome.is_problem();
        // What keeps an account out, keeps the sign-in out, whatever the line calls it.
        let kept_out = matches!(
            cause,
            Some(Cause::AddressNotAllowed | Cause::Disabled | Cause::ServiceOff | Cause::ClientCertificate)
        ) && trace.outcome == Outcome::Failed
            && trace.login != Some(Login::Ok);
        let failed = trace.login == Some(Login::Failed) || unchecked || kept_out;
        let ours = trace.explanation.party == Party::OurServer;
        // The service that puts mail into mailboxes signs nobody in.
        let line = log.parse(trace.first_line - 1);
        let program = line.origin.program;
        // Mailboxes are copied between servers, and nobody's app is concerned.
        let copies = [&b"dsync"[..], b"doveadm"].iter().any(|of| program.starts_with(of))
            || line.body().starts_with(b"dsync");
        if copies && user.is_some() && cause == Some(Cause::Unreadable) {
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
        // What nobody can notice is a warning, and the session goes on.
        let warned = trace.explanation.cites.iter().all(|line| log.level(line - 1) <= Some(Level::Warning));
        if ours && warned && cause == Some(Cause::Server) && !trace.outcome.is_problem() {
            return Letter::none(lines);
        }
        // Our certificate is shown to everybody, whoever doesn't trust it.
        if ours && user.is_none() && cause == Some(Cause::Tls) && !facts.old_tls {
            let inside = trace.client.as_deref().is_some_and(is_local);
            let defect = if facts.expired { Defect::OurCertificateExpired } else { Defect::OurCertificate };
            let happened = Happened::Broken { defect, at };
            let part = LetterPart::new(happened, vec![Message::Effect(Effect::Warnings)], todos(OURS), lines);
            let weight = if inside { Weight::Quiet } else { Weight::Ours };
            return Letter::one(state(None, Acts::Us), weight, part);
        }
        let says = |sign| log.lines_of(trace.trace).iter().any(|line| explain::is(log, *line, sign));
        let search = is_of(trace, FormatKind::Search) && trace.explanation.party == Party::OurServer;
        if search || program.starts_with(b"indexer") && trace.outcome.is_problem() {
            let note = if says(Sign::SearchFailed) { Note::SearchFails } else { Note::SearchIndex };
            let part = LetterPart::new(None, vec![Message::Note(note)], todos(OURS), lines);
            return Letter::one(state(None, Acts::Us), Weight::Wrong, part);
        }
        if says(Sign::WatchesUsedUp) && !trace.outcome.is_problem() && cause.is_none() {
            let part = LetterPart::new(None, vec![Message::Note(Note::ShowsLate)], todos(OURS), lines);
            return Letter::one(state(None, Acts::Us), Weight::Wrong, part);
        }
        let turned_away = matches!(cause, Some(Cause::TooMany | Cause::Connections));
        let happened = match (trace.login, user) {
            (_, Some(user)) if let Some(count) = facts.collected.filter(|_| cause.is_none()) => {
                Happened::Collected { user, count, at }
            }
            (_, Some(user)) if let Some(count) = facts.fetched.filter(|_| cause.is_none()) => {
                Happened::FetchedAll { user, count, at }
            }
            _ if failed => Happened::SignInFailed { user, at },
            // What serves a mailbox isn't what signs in; and of trouble after it, nobody asks when the app signed in.
            (Some(Login::Ok), None) => Happened::SignInWorked { user, at },
            (Some(Login::Ok), Some(_)) if cause.is_none() && ![&b"imap"[..], b"pop3"].contains(&program) => {
                Happened::SignInWorked { user, at }
            }
            (_, Some(user)) => Happened::Connected { user, at },
            (_, None) if turned_away => Happened::ClientTurnedAway { later: false, at },
            (_, None) => Happened::Came { at },
        };
        let kept = match happened {
            Happened::Collected { .. } => Some(Todo::KeepTheCopy),
            Happened::FetchedAll { .. } => Some(Todo::DeleteCopies),
            _ => None,
        };
        if let Some(todo) = kept {
            let part = LetterPart::new(happened, Vec::new(), todos(&[todo]), lines);
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
        // Once, nobody asks.
        let again = cause == Some(Cause::Network) && trace.explanation.party == Party::Recipient;
        let wrong = turned_away
            || again
            || failed
            || trace.outcome == Outcome::Failed
            || cause == Some(Cause::Tls)
            || ours;
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
}
