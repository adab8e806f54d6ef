//! Why a service of this server doesn't answer: what it reported of itself when it stopped, or what the system did to it.

use super::pasted::near;
use super::{event, shown};
use crate::export::{Sentence, Step, Trace};
use crate::knowledge::fault::{self, Service};
use crate::log::Log;
use crate::text::lossy;
use crate::time::NEVER;
use crate::vocabulary::{AttemptOutcome, Cited, FormatKind, Level, Role, TraceType};

/// What a service can report after the first try that it doesn't answer, in nanoseconds.
const AFTER: i64 = 2_000_000_000;

/// What stopped a service: the line, from 1, that says so, and the service.
struct Stop {
    line: u32,
    service: &'static Service,
    /// True where the system did it.
    by_system: bool,
}

/// Says it of a trace that needed the service.
pub(super) fn add(log: &Log, trace: &mut Trace) -> bool {
    let Some(stop) = stop(log, trace) else { return false };
    let report = event::explain(log, &[stop.line]);
    let explanation = &mut trace.explanation;
    explanation.headline = format!("{} Probably because: {}", explanation.headline, report.headline);
    explanation.story.insert(
        0,
        Sentence {
            shown: shown(log, stop.line - 1),
            text: format!("{} Since then {} doesn't answer.", report.headline, stop.service.name),
            lines: Cited::new(stop.line, []),
            level: Level::Alert,
        },
    );
    (explanation.party, explanation.next) = (report.party, report.next);
    let unit =
        stop.service.command.strip_prefix("systemctl status ").filter(|unit| !unit.contains([' ', ';']));
    if let Some(unit) = unit.filter(|_| stop.by_system) {
        let text = format!("Start {} again:", stop.service.name);
        explanation.next.insert(0, Step { text, command: Some(format!("systemctl restart {unit}")) });
        explanation.next.truncate(super::MOST_STEPS);
    }
    true
}

fn stop(log: &Log, trace: &Trace) -> Option<Stop> {
    let service = service(log, trace)?;
    let own = log.lines_of(trace.trace);
    let at = trace.explanation.cites.iter().map(|line| log.instant(line - 1)).max().unwrap_or(NEVER);
    let says = |line: u32| {
        let parsed = log.parse(line - 1);
        let entry = parsed.entry?;
        let serious = entry.pattern.level == Level::Alert && !entry.pattern.follows && !entry.partly;
        let event = log.indexed(log.trace_of(line - 1)?)?.kind == TraceType::Event;
        if !serious || !event || own.binary_search(&line).is_ok() {
            return None;
        }
        let then = log.instant(line - 1);
        let before = at == NEVER || then == NEVER || then <= at.saturating_add(AFTER);
        let by_system = entry.format.kind == FormatKind::System;
        let program = if by_system {
            lossy(entry.part(Role::Program, &parsed.captures)?.of(parsed.body())).into_owned()
        } else {
            lossy(parsed.origin.program).into_owned()
        };
        let program = program.to_lowercase();
        let of_user = !by_system && !parsed.origin.user.is_empty();
        (before && !of_user && is_of(service, &program)).then_some(Stop { line, service, by_system })
    };
    near(log, trace.first_line, trace.last_line)
        .filter_map(says)
        .max_by_key(|stop| (log.instant(stop.line - 1), stop.line))
}

/// True for a program that is this service, or a part of it.
fn is_of(service: &Service, program: &str) -> bool {
    let named = |text: &str| {
        let mut words = text.split(|letter: char| !(letter.is_alphanumeric() || letter == '-'));
        words.any(|word| word.eq_ignore_ascii_case(program))
    };
    program.len() > 3 && (named(service.name) || named(service.command))
}

/// The service of this server that the lines of a trace call in vain.
fn service(log: &Log, trace: &Trace) -> Option<&'static Service> {
    let tried = trace.attempts.last().filter(|tried| tried.outcome != AttemptOutcome::Success);
    let tried = tried.and_then(|tried| tried.text.clone());
    let told = trace.explanation.story.iter().filter(|told| told.level >= Level::Warning);
    let lines = trace.explanation.cites.iter().chain(told.flat_map(|told| told.lines.iter()));
    let said = lines.map(|line| lossy(log.parse(line - 1).body()).into_owned());
    tried.into_iter().chain(said).find_map(|text| {
        let found = fault::find(text.as_bytes()).into_iter().find_map(|found| found.service);
        found.or_else(|| Service::at_port(port(&text)?))
    })
}

/// The port of a socket as mail filters are named: `inet:127.0.0.1:11332`.
fn port(text: &str) -> Option<u16> {
    let (_, socket) = text.split_once("inet:")?;
    socket.split([' ', ',', ']', ')']).next()?.trim_end_matches(':').rsplit(':').next()?.parse().ok()
}
