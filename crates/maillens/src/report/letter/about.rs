//! Which kind of letter a trace gets, and whether anybody is concerned at all.

use super::gleaned::Gleaned;
use super::is_of;
use super::message::{Acts, Effect, Filing, Happened, Message, Note, Title, Todo};
use super::refused::is_refusal;
use super::shape::{Letter, LetterPart, OURS, Weight, state, todos};
use super::titles::title;
use crate::explain;
use crate::explain::situation::{PROGRAMS, is_from_nobody, is_notice};
use crate::export::Trace;
use crate::knowledge::part::is_programs;
use crate::log::Log;
use crate::vocabulary::{Circumstance, FormatKind, Level, Outcome, Party, Sign, TraceType};

/// What keeps all mail on our server, where that is what failed.
pub(super) fn kept_here<'a>(trace: &Trace) -> Option<Message<'a>> {
    match trace.explanation.circumstance? {
        Circumstance::NoWayOut => Some(Message::Note(Note::ReachesNone)),
        Circumstance::NoNames => Some(Message::Note(Note::LookupOurs)),
        _ => None,
    }
}

/// Why no customer is concerned: somebody guesses passwords, a survey or a program that sends spam came, or spam floods
/// the queue, whose sender is forged or nobody.
pub(super) fn noise(trace: &Trace) -> Option<&'static str> {
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
        | Circumstance::NotSignedIn
        | Circumstance::Misused
        | Circumstance::NoNames
        | Circumstance::NoWayOut
        | Circumstance::OldTable
        | Circumstance::OwnSetting
        | Circumstance::OnlyCopy
        | Circumstance::OldSettings
        | Circumstance::StaleQuota
        | Circumstance::AccountSpent
        | Circumstance::ClientsHidden
        | Circumstance::TakesTurns
        | Circumstance::RecordIncomplete
        | Circumstance::RecordsUnproven
        | Circumstance::AddressIncomplete
        | Circumstance::Diverted
        | Circumstance::Overwritten
        | Circumstance::Planted
        | Circumstance::WrongClock
        | Circumstance::MarkedAsSpam
        | Circumstance::OriginDoubted
        | Circumstance::ServiceUnconfirmed
        | Circumstance::BrokenByForward
        | Circumstance::NameMisused
        | Circumstance::SignatureBroken
        | Circumstance::ChangedAfterSigning
        | Circumstance::HeldUp
        | Circumstance::HeldHere => None,
    }
}

/// True for a notice about a message that somebody else wrote with an address of ours as the sender.
fn is_name_misused(trace: &Trace) -> bool {
    match trace.explanation.circumstance {
        Some(Circumstance::NameMisused) => true,
        Some(Circumstance::Forged) => trace.kind == TraceType::Bounce,
        _ => false,
    }
}

/// True for what no customer waits for: a notice to whom nobody can reach, a mail between programs.
pub(super) fn is_nobodys(trace: &Trace) -> bool {
    let bad = matches!(trace.outcome, Outcome::Failed | Outcome::Deferred);
    let lost = bad && trace.kind == TraceType::Message;
    let to: Vec<&str> = trace.attempts.iter().filter_map(|attempt| attempt.recipient.as_deref()).collect();
    let program = |address: &str| {
        let (local, domain) = address.split_once('@').unwrap_or((address, ""));
        let inside = matches!(domain.rsplit('.').next(), Some("" | "localdomain" | "localhost"));
        let own = domain.is_empty() || inside;
        PROGRAMS.contains(&local) || is_programs(local) || own && !address.is_empty()
    };
    let from = trace.sender.as_deref();
    let listed = is_of(trace, FormatKind::Queue);
    bad && from.is_none() && trace.attempts.iter().any(is_from_nobody)
        || (lost || listed) && is_notice(from) && !to.is_empty() && to.iter().all(|to| !to.is_empty())
        || lost && !to.is_empty() && to.iter().all(|to| program(to)) && from.is_none_or(program)
        || trace.outcome == Outcome::Delivered
            && !to.is_empty()
            && to.iter().all(|to| program(to))
            && from.is_some_and(|from| PROGRAMS.contains(&from.split('@').next().unwrap_or_default()))
}

/// True for a list of the connections of a server.
pub(super) fn is_list(trace: &Trace) -> bool {
    trace.kind == TraceType::Connection && is_of(trace, FormatKind::Inspection)
}

/// True for a connection that tells of a fault of our own server.
pub(super) fn is_fault(trace: &Trace) -> bool {
    trace.kind == TraceType::Connection
        && trace.explanation.story.iter().any(|told| told.level == Level::Alert)
}

impl<'a> Letter<'a> {
    pub(super) fn of(log: &'a Log, trace: &'a Trace, facts: &'a Gleaned) -> Letter<'a> {
        let cause = explain::decided(log, trace.trace);
        let mut letter = match trace.kind {
            // Whoever shows a notice about what others sent asks about it.
            _ if is_name_misused(trace) => {
                let todo = todos(&[Todo::NoticesEnd, Todo::DomainRecords]);
                let means = vec![Message::Note(Note::NameMisused)];
                let part = LetterPart::new(None, means, todo, &trace.explanation.cites);
                Letter::one(Vec::new(), Weight::Mail, part)
            }
            _ if noise(trace).is_some() => Letter::none(&trace.explanation.cites),
            TraceType::Bounce if is_nobodys(trace) => Letter::none(&trace.explanation.cites),
            _ if trace.explanation.circumstance == Some(Circumstance::Planted) => {
                let lines = &trace.explanation.cites;
                let (why, todo) = (Message::Note(Note::PlantedScript), todos(&[Todo::CleanWebsite]));
                let part = LetterPart::new(None, vec![why], todo, lines);
                Letter::one(state(None, Acts::Us), Weight::Mail, part)
            }
            TraceType::Session => Letter::session(log, trace, facts, cause),
            TraceType::Scan => Letter::scan(log, trace, facts),
            TraceType::Event if let Some(address) = facts.banned.as_deref() => {
                let lines = &trace.explanation.cites;
                let user = facts.account.as_deref();
                // Other lines of the group are older.
                let of = log.lines_of(trace.trace);
                let banned = of.iter().copied().find(|line| explain::is(log, *line, Sign::Banned));
                let at = explain::when(log, banned.unwrap_or(lines[0]));
                let happened = Happened::Banned { address, user, at };
                let part = LetterPart::new(happened, Vec::new(), todos(&[Todo::LiftBlock]), lines);
                Letter::one(state(None, Acts::You), Weight::Wrong, part)
            }
            TraceType::Event if let Some(later) = is_refusal(log, trace) => {
                Letter::turned_away(log, trace, facts, later)
            }
            TraceType::Event if trace.explanation.party != Party::Nobody => Letter::fault(log, trace, facts),
            TraceType::Event => Letter::none(&trace.explanation.cites),
            TraceType::Message
                if let Some(filing) = cause.and_then(Filing::of)
                    && trace.explanation.circumstance != Some(Circumstance::AccountSpent) =>
            {
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
            title @ (Title::Conversation | Title::Reply | Title::AppError | Title::App { .. })
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
            // Nobody is told of a sign-in where something else is the matter.
            Title::SignIn { user } if !letter.is_about_sign_in() => Title::Mailbox { user },
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
        let misused = is_name_misused(trace);
        let unknown = trace.kind == TraceType::Message
            && !misused
            && trace.sender.as_deref().is_none_or(str::is_empty)
            && trace.attempts.iter().all(|of| of.recipient.as_deref().is_none_or(str::is_empty))
            && letter.title == (Title::Message { from: None, to: Vec::new() });
        if unknown {
            letter.weight = Weight::Quiet;
        }
        // A notice to nobody that we turned away, nobody waits for.
        let notice = matches!(&letter.title, Title::Notice { to } if to.is_empty());
        let broke_rules = trace.kind == TraceType::Connection
            && trace.explanation.cites.iter().any(|line| explain::is(log, *line, Sign::RuleBroken));
        if is_nobodys(trace) || broke_rules || notice && trace.kind != TraceType::Bounce && !misused {
            letter.weight = Weight::Nobodys;
        }
        letter.settle(trace);
        letter.name_the_cause(log, trace);
        letter.titles = match trace.kind {
            _ if letter.weight == Weight::Ours => Some(Title::Problem),
            TraceType::Session if matches!(letter.title, Title::Mailbox { .. }) => {
                Some(Title::Trouble(Effect::Reading))
            }
            TraceType::Session => Some(Title::SignIns),
            TraceType::Connection if is_fault(trace) && facts.to.is_empty() => Some(Title::Problem),
            TraceType::Connection => Some(Title::Connections),
            TraceType::Event => Some(Title::Problem),
            TraceType::Message => Some(Title::Messages),
            _ => None,
        };
        letter
    }
}
