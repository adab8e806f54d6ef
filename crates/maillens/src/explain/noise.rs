//! What looks like trouble and is none: a survey of the internet that tests what the server allows, and a program that
//! sends spam and was turned away at the door. Nobody must act, and no customer hears of it.

use super::session::is_login;
use super::shown;
use crate::export::{Sentence, Step, Trace};
use crate::format::Led;
use crate::knowledge::fault::is_local;
use crate::knowledge::survey;
use crate::log::Log;
use crate::text::lossy;
use crate::vocabulary::{Circumstance, Cited, FormatKind, Level, Party, Role, Sign, TraceType};

/// So many lines of a trace, and so many before and after one, are looked through.
const LINES: u32 = 100;

/// Where a trace is only such noise, its headline says so, and nobody must act.
pub(super) fn add(log: &Log, trace: &mut Trace) {
    let kind = matches!(trace.kind, TraceType::Connection | TraceType::Event);
    let problem = trace.outcome.is_problem() || trace.explanation.party != Party::Nobody;
    if !kind || !problem || !trace.attempts.is_empty() || trace.user.is_some() {
        return;
    }
    let survey = survey_of(log, trace).map(|noise| (Circumstance::Survey, noise));
    let noise = survey.or_else(|| Some((Circumstance::SpamProgram, spammer(log, trace)?)));
    let Some((circumstance, (text, lines))) = noise else { return };
    let explanation = &mut trace.explanation;
    explanation.headline.clone_from(&text);
    let shown = shown(log, lines[0] - 1);
    explanation.story.push(Sentence { shown, text, lines, level: Level::Info });
    explanation.circumstance = Some(circumstance);
    explanation.party = Party::Nobody;
    explanation.lasts = None;
    explanation.next.clear();
}

/// What this machine itself asks again and again without logging in: its own monitoring.
pub(super) fn watched(log: &Log, trace: &mut Trace) {
    let quiet = trace.kind == TraceType::Session && trace.explanation.party == Party::Nobody;
    let itself = trace
        .client
        .as_deref()
        .is_some_and(|client| client.parse::<std::net::IpAddr>().is_ok_and(|client| client.is_loopback()));
    let idle = trace.user.is_none()
        && trace.explanation.next.is_empty()
        && !log.lines_of(trace.trace).iter().any(|line| is_login(log, *line));
    if quiet && itself && idle {
        trace.explanation.next.push(Step {
            text: "Nothing needs to be done: the call comes from this machine itself, most often its own monitoring (such as monit), which only sees whether the service answers.".into(),
            command: None,
        });
    }
}

/// A client whose name says that it belongs to a survey.
fn survey_of(log: &Log, trace: &Trace) -> Option<(String, Cited)> {
    let own = log.lines_of(trace.trace).iter().take(LINES as usize);
    let (line, whose) = own.copied().find_map(|line| {
        // What a mail server took in is mail, whoever brought it.
        Some((line, survey::find(&lossy(log.parse(line - 1).line))?))
    })?;
    let brought = log.links_of(trace.trace).any(|link| link.led == Led::Message);
    let client = trace.client.as_deref().unwrap_or("The client");
    let text = format!(
        "{client} belongs to {whose}, a survey of the whole internet, and only tested what this server allows. That is harmless."
    );
    (!brought && !log.lines_of(trace.trace).iter().any(|line| is_login(log, *line)))
        .then(|| (text, Cited::new(line, [])))
}

/// A client of postscreen that broke the rules of the talk and is on block lists: no device at home does both.
fn spammer(log: &Log, trace: &Trace) -> Option<(String, Cited)> {
    let of = |line: u32| {
        let parsed = log.parse(line - 1);
        let entry = parsed.entry.filter(|entry| entry.format.kind == FormatKind::Screen)?;
        let client = [Role::Client, Role::Ip].into_iter().find_map(|role| {
            let text = lossy(entry.part(role, &parsed.captures)?.of(parsed.body())).into_owned();
            // A client of postscreen is named with its port: `[192.0.2.7]:4711`.
            Some(text.trim_start_matches('[').split(']').next()?.to_owned())
        })?;
        Some((entry.pattern.sign, client))
    };
    let (own, client) = trace.explanation.cites.iter().find_map(|line| of(*line))?;
    let event = trace.kind == TraceType::Event;
    if is_local(&client) || event && own != Some(Sign::ListedBy) {
        return None;
    }
    let near = trace.first_line.saturating_sub(LINES).max(1)
        ..=trace.last_line.saturating_add(LINES).min(log.lines());
    let of_client = |signs: &[Sign]| {
        near.clone().find(|line| {
            of(*line).is_some_and(|of| of.1 == client && of.0.is_some_and(|own| signs.contains(&own)))
        })
    };
    let lines = [of_client(&[Sign::RuleBroken])?, of_client(&[Sign::Listed, Sign::ListedBy])?];
    let text = format!(
        "{client} is probably a program that sends spam: it talked in a way that no mail server does, and it's on block lists. Postscreen turned it away, as it should."
    );
    Some((text, Cited::new(lines[0], [lines[1]])))
}
