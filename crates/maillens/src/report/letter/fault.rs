//! A part of our own server that is in trouble, and what that does to people.

use super::advice;
use super::filed::Mistake;
use super::gleaned::Gleaned;
use super::is_of;
use super::message::{Acts, Effect, Happened, Message, Note, State, Todo};
use super::refused::name_or_password;
use super::shape::{Letter, LetterPart, OURS, Weight, state, todos};
use super::titles::user;
use crate::explain;
use crate::export::Trace;
use crate::knowledge::defect::Defect;
use crate::knowledge::part::{self, ServerPart};
use crate::log::Log;
use crate::vocabulary::{Cause, FormatKind, Party, Sign, TraceType};

/// What is wrong, as a part of what people do.
pub(super) fn effect_of(defect: Defect) -> Option<Effect> {
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
pub(super) fn effect(log: &Log, line: u32, defect: Option<Defect>) -> Option<Effect> {
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
    let names = [program.as_str(), parsed.entry.map_or("", |entry| entry.format.id)];
    let text = String::from_utf8_lossy(parsed.body()).to_lowercase();
    // Who keeps strangers out carries no mail.
    if part::is_guard(names) || part::names_guard(&text) {
        return Some(Effect::Nothing);
    }
    if explain::is(log, line, Sign::ListStays) {
        return Some(Effect::Nothing);
    }
    if defect == Some(Defect::Filter) {
        // What a helper without a name of its own does, nobody knows.
        let known = part::is_scanner(names) || part::names_scanner(&text);
        return Some(if known { Effect::Unscanned } else { Effect::Door });
    }
    // What starts the others names the one that it's about.
    let known =
        ServerPart::named(names).or_else(|| ServerPart::told(&text).filter(|_| part::is_starter(names)));
    Some(known.map_or(Effect::Unclear, Effect::of))
}

impl Effect {
    /// What trouble of a part does to people.
    fn of(part: ServerPart) -> Effect {
        match part {
            ServerPart::Signs => Effect::Unsigned,
            ServerPart::Checks => Effect::Unchecked,
            ServerPart::Scans => Effect::Unscanned,
            ServerPart::SignsIn => Effect::SignIn,
            ServerPart::Reads => Effect::Reading,
            ServerPart::Delivers => Effect::Incoming,
            ServerPart::TakesIn => Effect::Door,
            ServerPart::Sends => Effect::Outgoing,
        }
    }
}

impl<'a> Letter<'a> {
    /// A part of our own server that is in trouble, and what that does to people.
    pub(super) fn fault(log: &Log, trace: &'a Trace, facts: &'a Gleaned) -> Letter<'a> {
        let lines = &trace.explanation.cites;
        let at = explain::when(log, lines[0]);
        if is_of(trace, FormatKind::Renewal) {
            // Where the records of the domain are why, whoever manages them corrects them.
            let (acts, todo) = match trace.explanation.party {
                Party::OurServer => (Some(Acts::Us), OURS),
                _ => (None, &[Todo::DomainRecords][..]),
            };
            let part = LetterPart::new(None, vec![Message::Note(Note::RenewalFailed)], todos(todo), lines);
            return Letter::one(state(None, acts), Weight::Ours, part);
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
            let (why, todo) = name_or_password(log, lines);
            let means = more.into_iter().chain([why]).collect();
            let part = LetterPart::new(happened, means, vec![todo], lines);
            return Letter::one(state(State::SignInFailed, Acts::You), Weight::Wrong, part);
        }
        let says = |sign| log.lines_of(trace.trace).iter().any(|line| explain::is(log, *line, sign));
        if facts.named.is_some() && says(Sign::WatchesUsedUp) {
            let part = LetterPart::new(None, vec![Message::Note(Note::ShowsLate)], todos(OURS), lines);
            return Letter::one(state(None, Acts::Us), Weight::Ours, part);
        }
        if says(Sign::NameWithoutDomain) {
            let means = vec![Message::Note(Note::WholeUsername)];
            let todo = todos(&[Todo::WholeUsername, Todo::OursToo]);
            let part = LetterPart::new(None, means, todo, lines);
            return Letter::one(state(State::SignInFailed, None), Weight::Ours, part);
        }
        if let Some(mistake) = Mistake::near(log, trace).filter(|_| defect == Some(Defect::FilterRules)) {
            let happened = Happened::Broken { defect: Defect::FilterRules, at };
            let part = LetterPart::new(happened, Vec::new(), Vec::new(), lines);
            return Letter { weight: Weight::Ours, ..mistake.tell(Vec::new(), part) };
        }
        let happened = match defect {
            Some(defect) => Happened::Broken { defect, at },
            None => Happened::Problem { at },
        };
        // Who was turned away noticed more than a missing check.
        let refused = trace.kind == TraceType::Connection && trace.outcome.is_problem();
        let effect = effect(log, lines[0], defect)
            .map(|of| if refused && of == Effect::Unscanned { Effect::Door } else { of })
            .map(Message::Effect);
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
}
