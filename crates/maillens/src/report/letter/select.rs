//! The whole paste: in which order its traces are told, and which of their letters are sent.

use super::gleaned::{Gleaned, part};
use super::join::nameless;
use super::message::{Acts, Effect, Fact, Filing, Happened, Message, Note, State, Title};
use super::shape::{Letter, LetterPart, Weight};
use super::titles::user;
use super::{domain, is_of};
use crate::explain;
use crate::explain::situation::is_notice;
use crate::export::Trace;
use crate::format::Role;
use crate::knowledge::defect::Defect;
use crate::knowledge::obstacle::ObstacleKind;
use crate::log::Log;
use crate::sort;
use crate::vocabulary::{Cause, Circumstance, FormatKind, Outcome, Party, Reason, Sign, TraceType};
use rustc_hash::FxHashSet;

/// The traces, the most serious first, each with what else its lines name.
pub(super) fn in_order(log: &Log, traces: &[u32]) -> Vec<(Trace, Gleaned)> {
    let order = log.order();
    let mut rank = vec![0; order.len()];
    for (at, &trace) in order.iter().enumerate() {
        rank[trace as usize] = at;
    }
    let mut traces: Vec<u32> = traces.iter().copied().filter(|&trace| trace < log.traces()).collect();
    sort::by_key(&mut traces, |&trace| rank[trace as usize]);
    let told = traces.into_iter().filter_map(|trace| log.trace(trace));
    // Whoever came back after greylisting brought the message: what became of that is told, once.
    let mut held = FxHashSet::default();
    let mut told: Vec<Trace> = told
        .map(|trace| {
            let back = explain::returned(log, &trace).and_then(|of| log.trace(of));
            held.extend(back.as_ref().map(|back| back.trace));
            // What was given to a program is where that put it.
            let put = explain::put_by_program(log, &trace).and_then(|of| log.trace(of));
            back.or(put).unwrap_or(trace)
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

/// So many traces are looked at for what belongs together.
const MANY: usize = 100;

/// What a customer is told of these traces.
pub(super) fn letters<'a>(log: &'a Log, told: &'a [(Trace, Gleaned)]) -> Vec<Letter<'a>> {
    let stolen = stolen(told);
    let of = |(trace, facts): &'a (Trace, Gleaned)| {
        let by = stolen.iter().find(|user| Some(**user) == trace.user.as_deref());
        by.map_or_else(|| Letter::of(log, trace, facts), |user| Letter::stolen(log, trace, user))
    };
    let waiting = told.iter().any(|(trace, _)| {
        trace.kind == TraceType::Message
            && trace
                .attempts
                .iter()
                .any(|of| matches!(of.reason, Some(Reason::NetworkError | Reason::Expired)))
    });
    let unanswered = told
        .iter()
        .any(|(trace, _)| is_of(trace, FormatKind::Lookup) && trace.explanation.party == Party::OurServer);
    let guessed = guessed(log, told);
    let stands_still = told.iter().any(|(trace, _)| {
        let cites = &trace.explanation.cites;
        cites.iter().any(|line| explain::is(log, *line, Sign::MailSystemDown))
    });
    // Of very many, nobody finds out what belongs together.
    let follows = |trace: u32| if told.len() > MANY { Vec::new() } else { explain::causes(log, trace) };
    let came = told.iter().map(|told| (of(told), told.1.held));
    let mut told: Vec<Letter<'_>> = came
        .map(|(mut letter, held)| {
            letter.follows = letter.about.map(|of| follows(of.trace)).unwrap_or_default();
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
    // Who misses mail that an app took away hears of that, and not that it came.
    let taken = |letter: &Letter<'_>| {
        matches!(
            letter.parts.first().and_then(|part| part.happened.first()),
            Some((Message::Happened(Happened::Collected { .. } | Happened::FetchedAll { .. }), _))
        )
    };
    let quiet = |letter: &Letter<'_>| letter.weight <= Weight::Quiet || letter.is_success();
    let answered = asked
        && (well && told.iter().any(Letter::answers) || told.iter().all(quiet) && told.iter().any(taken));
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
    // But what is dead for everybody, everybody notices.
    let turned_away = |letter: &Letter<'_>| {
        letter.about.is_some_and(|of| {
            of.kind == TraceType::Connection && of.attempts.is_empty() && of.outcome.is_problem()
        })
    };
    let refuses = told.iter().any(turned_away);
    told.retain(|letter| asked || letter.names_somebody() || ours(letter) || letter.is_for_all(log, refuses));
    // Whose name strangers tried is not asked about a password.
    if !asked {
        told.retain(|letter| {
            !letter.state.contains(&Message::State(State::SignInFailed))
                || letter.title.user().is_none_or(|user| !guessed.contains(user))
        });
    }
    // Who names the address of a machine asks about its sign-ins, and not about those of others.
    let sign_in = |letter: &Letter<'_>| letter.state.contains(&Message::State(State::SignInFailed));
    let named = |letter: &Letter<'_>| letter.about.is_some_and(|of| log.is_of_named_machine(of.trace));
    if told.iter().any(|letter| sign_in(letter) && named(letter)) {
        told.retain(|letter| !sign_in(letter) || named(letter));
    }
    // Beside a sign-in that failed by our fault, nobody is asked about a password that no line calls wrong.
    let client = |letter: &Letter<'a>| letter.about.and_then(|of| of.client.as_deref());
    let ours = |letter: &Letter<'_>| letter.state.contains(&Message::Acts(Acts::Us));
    let broken: Vec<&str> =
        told.iter().filter(|letter| sign_in(letter) && ours(letter)).filter_map(client).collect();
    let either = |letter: &Letter<'_>| {
        letter.notes(Note::NameOrPassword)
            || [Cause::Either, Cause::WrongLogin, Cause::Refused]
                .iter()
                .any(|of| letter.means(&Message::Cause(*of)))
    };
    told.retain(|letter| {
        ours(letter)
            || !(sign_in(letter) && either(letter) && client(letter).is_some_and(|of| broken.contains(&of)))
    });
    // Who sends with somebody's password sends many messages: that's one letter.
    let mut users = FxHashSet::default();
    told.retain(|letter| {
        !letter.notes(Note::StolenPassword) || letter.title.user().is_none_or(|user| users.insert(user))
    });
    // Why the rules of a mailbox don't work, their own log says: that's one letter, for the mailbox.
    let of_rules = |letter: &Letter<'_>| {
        let broken = |said: &Message<'_>| {
            matches!(said, Message::Happened(Happened::Broken { defect: Defect::FilterRules, .. }))
        };
        letter.parts.iter().flat_map(|part| &part.happened).any(|(said, _)| broken(said))
    };
    let filed = |letter: &Letter<'_>| {
        letter.parts.iter().flat_map(|part| &part.happened).any(|(said, _)| {
            matches!(said, Message::Happened(Happened::Filed { filing: Filing::Broken, .. }))
        })
    };
    if told.iter().any(filed) {
        told.retain(|letter| !of_rules(letter));
    }
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
    // But a part that is dead for all is none of what another server says of one message.
    let theirs = told
        .iter()
        .all(|letter| letter.weight != Weight::Mail || !letter.state.contains(&Message::Acts(Acts::Us)));
    told.retain(|letter| match letter.weight {
        Weight::Mail => true,
        Weight::Ours if theirs && (asked && letter.is_grave() || letter.stops_all(log)) => true,
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
    let unresolved = |letter: &&Letter<'_>| letter.notes(Note::LookupFailed);
    let mut domains: Vec<&str> = told
        .iter()
        .filter(unresolved)
        .flat_map(|letter| letter.title.recipients())
        .filter_map(domain)
        .collect();
    crate::sort::up(&mut domains);
    domains.dedup();
    if domains.len() > 1 || unanswered {
        let means = told.iter_mut().flat_map(|letter| &mut letter.parts).flat_map(|part| &mut part.means);
        for said in means.filter(|said| **said == Message::Note(Note::LookupFailed)) {
            *said = Message::Note(Note::OurLookup);
        }
    }
    if stands_still {
        told.iter_mut().for_each(Letter::waits_for_us);
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

/// The names that strangers tried to sign in with.
fn guessed(log: &Log, told: &[(Trace, Gleaned)]) -> FxHashSet<String> {
    let tried = |trace: &Trace| trace.explanation.circumstance == Some(Circumstance::Guessing);
    let guesses = told.iter().map(|(trace, _)| trace).filter(|trace| tried(trace));
    let lines = guesses.flat_map(|trace| trace.explanation.story.iter().flat_map(|said| said.lines.iter()));
    lines.filter_map(|line| part(&log.parse(line - 1), Role::User)).collect()
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
        crate::sort::up(&mut clients);
        clients.dedup();
        let refused = all.iter().any(|trace| trace.outcome == Outcome::Failed);
        clients.len() >= 3 && refused
    });
    let mut users: Vec<&str> = found.chain(sent.into_iter().map(|(user, _)| user)).collect();
    crate::sort::up(&mut users);
    users.dedup();
    users
}
