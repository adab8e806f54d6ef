//! A conversation that came to no recipient, the error of an app or a program, and what a tool shows of a server.

use super::found::found;
use super::gleaned::Gleaned;
use super::message::{Acts, Advice, Effect, Elsewhere, Happened, Message, Note, State, Todo};
use super::shape::{Letter, LetterPart, OURS, Weight, state, todos};
use super::undelivered::ours;
use super::{advice, is_of, settle};
use crate::explain;
use crate::export::Trace;
use crate::knowledge::Refusal;
use crate::knowledge::defect::Defect;
use crate::knowledge::obstacle::ObstacleKind;
use crate::knowledge::part::names_guard;
use crate::knowledge::quoted::is_webmail;
use crate::log::Log;
use crate::text::lossy;
use crate::vocabulary::{Circumstance, FormatKind, Lasts, Outcome, Party, Reason, Sign, Software};

impl<'a> Letter<'a> {
    /// A conversation that came to no recipient, or one answer alone.
    pub(super) fn dialogue(log: &Log, trace: &'a Trace, facts: &Gleaned) -> Letter<'a> {
        let lines = &trace.explanation.cites;
        let party = trace.explanation.party;
        // Our own webmail is for us to set right, and others read and send meanwhile.
        let own = trace.explanation.circumstance == Some(Circumstance::OwnSetting);
        if own && party == Party::OurServer && facts.app.is_some_and(is_webmail) {
            let broken = Message::Happened(Happened::Broken { defect: Defect::Settings, at: None });
            let means = vec![broken, Message::Effect(Effect::Webmail)];
            let part = LetterPart::new(None, means, todos(OURS), lines);
            return Letter::one(state(None, Acts::Us), Weight::Ours, part);
        }
        if let Some((why, todo)) = found(trace) {
            let part = LetterPart::new(None, vec![Message::Note(why)], todos(todo), lines);
            let refused = trace.explanation.circumstance == Some(Circumstance::Diverted);
            let acts = if party == Party::Sender { Acts::You } else { Acts::Us };
            return Letter::one(state(refused.then_some(State::Refused), acts), Weight::Mail, part);
        }
        if facts.old_tls && party == Party::Recipient {
            let note = Message::Note(Note::OldEncryption);
            let part = LetterPart::new(None, vec![note], todos(&[Todo::UpdateDevice]), lines);
            return Letter::one(settle::failed(Party::Sender), Weight::Mail, part);
        }
        if let Some(kind) = facts.at_odds {
            let covered = explain::covered_name(log, trace.trace);
            let todo = covered
                .map_or(Message::ObstacleTodo(kind), |server| Message::Advice(Advice::ServerName { server }));
            let part = LetterPart::new(None, vec![Message::Obstacle(kind)], vec![todo], lines);
            // A fault of the server's is none that the customer can mend.
            // What stays among the program and its settings, no server refused.
            let own = [
                ObstacleKind::Unchecked,
                ObstacleKind::Settings,
                ObstacleKind::NameUnknown,
                ObstacleKind::CertificateName,
                ObstacleKind::CertificateIssuer,
                ObstacleKind::Inspected,
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
                _ if kept_by.of_amazon() => (
                    Message::Elsewhere(Elsewhere::Unverified, "Amazon"),
                    Message::ElsewhereTodo(Elsewhere::Unverified, "Amazon"),
                ),
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
                let webmail = kept_by.of_webmail();
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
                if explain::over_ipv6(log, trace.trace) && kept_by.kind != ObstacleKind::TurnedAway {
                    let part = LetterPart::new(
                        None,
                        vec![Message::Note(Note::OverIpv6)],
                        todos(&[Todo::OverIpv4]),
                        lines,
                    );
                    return Letter::one(settle::failed(party), Weight::Mail, part);
                }
                let part =
                    LetterPart::new(None, vec![means], vec![todo, Message::Todo(Todo::OursToo)], lines);
                return Letter::one(Vec::new(), Weight::Mail, part);
            }
            let part = LetterPart::new(None, vec![means], vec![todo], lines);
            let weight = if silent { Weight::Quiet } else { Weight::Mail };
            return Letter::one(settle::failed(party), weight, part);
        }
        // What doveadm shows is for administrators, and so is a test that has to be made again.
        if is_of(trace, FormatKind::Inspection) && explain::is_by(log, trace.first_line, Software::Dovecot)
            || explain::tested_wrongly(log, trace.trace)
        {
            return Letter::none(lines);
        }
        // Who keeps strangers out carries no mail.
        let guard = |line: &u32| names_guard(&lossy(log.pasted(line - 1)));
        if is_of(trace, FormatKind::Inspection) && log.lines_of(trace.trace).iter().any(guard) {
            return Letter::none(lines);
        }
        let refusal = explain::refusal(log, trace.trace);
        let shows = |signs: &[Sign]| {
            let cites = &trace.explanation.cites;
            cites.iter().any(|line| signs.iter().any(|sign| explain::is(log, *line, *sign)))
        };
        // Whoever runs that program reads what it says.
        if shows(&[Sign::NotCopied]) {
            return Letter::none(lines);
        }
        let broken = if shows(&[Sign::NotRunning, Sign::ZimbraStopped]) {
            Some(Defect::Stopped)
        } else {
            shows(&[Sign::FileSystemFull]).then_some(Defect::Storage)
        };
        if let Some(defect) = broken.filter(|_| party == Party::OurServer) {
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
        // What others report of a domain, day by day.
        if shows(&[Sign::DomainReport]) {
            let (acts, means, todo) = match party {
                Party::OurServer => {
                    let broken = explain::defect(log, trace.trace);
                    let broken =
                        broken.map(|defect| Message::Happened(Happened::Broken { defect, at: None }));
                    let means = broken.into_iter().chain([Message::Effect(Effect::Incoming)]);
                    (Some(Acts::Us), means.collect(), OURS)
                }
                Party::Dns => {
                    let note = Message::Note(Note::ServiceUnconfirmed);
                    (None, vec![note], &[Todo::SetUpService, Todo::DomainRecords][..])
                }
                _ => return Letter::none(lines),
            };
            return Letter::one(
                state(None, acts),
                Weight::Mail,
                LetterPart::new(None, means, todos(todo), lines),
            );
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
            (_, None) if is_of(trace, FormatKind::Lookup) && unreached => None,
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
            (None, _) if here && unreached && came.is_none() && explain::closed_to_others(log).is_some() => {
                Message::Note(Note::TakesNoCalls)
            }
            (None, _) if here && unreached && came.is_none() && shows(&[Sign::CertificateEnd]) => {
                Message::Note(Note::CertificateOld)
            }
            (None, _) if here && unreached && came.is_none() => {
                Message::Effect(if facts.collects { Effect::Incoming } else { Effect::Unclear })
            }
            (Some(said), _) if said.refusal == Some(Refusal::SpfBroken) => {
                Message::Note(Note::OriginUnreadable)
            }
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
}
