//! Why a service of this server doesn't answer: what it reported of itself when it stopped, what the system did to it, or
//! what somebody who looked at its state pasted.

use super::known::is_plain;
use super::pasted::near;
use super::{event, line, shown};
use crate::export::{Explanation, Sentence, Step, Trace};
use crate::knowledge::fault::{self, Found, SERVICES, Service};
use crate::log::Log;
use crate::text::lossy;
use crate::time::NEVER;
use crate::vocabulary::{AttemptOutcome, Cited, FormatKind, Level, Party, Role, Sign, TraceType};

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
    let Some(stop) = stop(log, trace) else { return looked_at(log, trace) };
    let report = report(log, &stop);
    let explanation = &mut trace.explanation;
    explanation.headline = format!("{} Probably because: {}", explanation.headline, report.headline);
    explanation.story.insert(
        0,
        Sentence {
            shown: shown(log, stop.line - 1),
            text: match log.instant(stop.line - 1) {
                // Without a time nobody knows what came first.
                NEVER => report.headline.clone(),
                _ => format!("{} Since then {} doesn't answer.", report.headline, stop.service.name),
            },
            lines: Cited::new(stop.line, []),
            level: Level::Alert,
        },
    );
    explanation.cites.add([stop.line]);
    // What comes after the start is still to be done.
    let then = std::mem::take(&mut explanation.next).into_iter().filter(comes_after);
    (explanation.party, explanation.next) = (report.party, report.next.into_iter().chain(then).collect());
    explanation.next.truncate(super::MOST_STEPS);
    true
}

/// What a line tells of a service that stopped, and how to have it again where the system ended it.
fn report(log: &Log, stop: &Stop) -> Explanation {
    let mut report = event::explain(log, &[stop.line]);
    let has = |step: &Step| step.command.as_ref().is_some_and(|of| of.contains("systemctl restart"));
    if super::is(log, stop.line, Sign::ContainerEnded) {
        let parsed = log.parse(stop.line - 1);
        let name = parsed.entry.and_then(|entry| entry.part(Role::Program, &parsed.captures));
        let name = name.map(|at| lossy(at.of(parsed.body())).into_owned()).filter(|name| is_plain(name));
        report.next.splice(
            0..0,
            name.map(|name| Step {
                text: "Start the container again:".into(),
                command: Some(format!("docker start {name}; docker logs --tail 50 {name}")),
            }),
        );
        report.next.truncate(super::MOST_STEPS);
        return report;
    }
    if let Some(units) = stop.service.units().filter(|_| stop.by_system && !report.next.iter().any(has)) {
        let text = format!("Start {} again:", stop.service.name);
        let units: Vec<String> = units.split(' ').map(|unit| format!("systemctl restart {unit}")).collect();
        report.next.insert(0, Step { text, command: Some(units.join(" || ")) });
    }
    report.next.truncate(super::MOST_STEPS);
    report
}

/// Where the system ended a program, how to have it again, and who couldn't reach it after that.
pub(super) fn ended(log: &Log, trace: &mut Trace) -> bool {
    let line = trace.explanation.cites[0];
    let ended = SERVICES.iter().find_map(|service| stopped(log, line, service));
    let Some(stop) = ended.filter(|stop| stop.by_system) else { return false };
    let own = log.lines_of(trace.trace);
    let at = log.instant(line - 1);
    let missed = |other: &u32| {
        let then = log.instant(other - 1);
        let later = at != NEVER && then != NEVER && then >= at.saturating_sub(AFTER);
        later
            && own.binary_search(other).is_err()
            && log.level(other - 1) >= Some(Level::Temporary)
            && named(&lossy(log.parse(other - 1).body()), false)
                .is_some_and(|of| std::ptr::eq(of, stop.service))
    };
    let missed: Vec<u32> = near(log, trace.first_line, trace.last_line).filter(missed).collect();
    trace.explanation.next = report(log, &stop).next;
    // A container's name can stand before the line that is about it.
    let pasted = lossy(log.pasted(line - 1)).into_owned();
    if let Some((name, _)) = pasted.split_once(" | ").filter(|(name, _)| !name.trim().contains(' ')) {
        let whole = |text: &str| text.replacen("A container ", &format!("The container {} ", name.trim()), 1);
        let explanation = &mut trace.explanation;
        explanation.headline = whole(&explanation.headline);
        explanation.story.iter_mut().for_each(|told| told.text = whole(&told.text));
    }
    if let Some((first, rest)) = missed.split_first() {
        let name = stop.service.name;
        let text = format!("After that, {name} couldn't be reached.");
        super::adds(log, trace, Cited::new(*first, rest.iter().copied()), text, Level::Warning);
        let cites = trace.explanation.cites.iter().skip(1).copied().chain(missed);
        trace.explanation.cites = Cited::new(line, cites);
    }
    true
}

/// True for a step that waits for the one before it.
fn comes_after(step: &Step) -> bool {
    ["Then ", "Once "].iter().any(|word| step.text.starts_with(word))
}

/// Names the service in what a tool shows of its state: the line with the state doesn't.
pub(super) fn state_named(log: &Log, trace: &mut Trace) {
    if trace.kind != TraceType::Dialogue {
        return;
    }
    let state = |line: &u32| super::is(log, *line, Sign::NotRunning) || super::is(log, *line, Sign::Running);
    let Some(line) = log.lines_of(trace.trace).iter().copied().find(state) else { return };
    let Some((named, unit)) = unit(log, line) else { return };
    let explanation = &mut trace.explanation;
    let whole = |text: &str| text.replacen("The service ", &format!("The service {unit} "), 1);
    if explanation.headline.contains(&format!("The service {unit}")) {
        return;
    }
    explanation.headline = whole(&explanation.headline);
    for told in explanation.story.iter_mut().filter(|told| told.lines.contains(&line)) {
        told.text = whole(&told.text);
    }
    explanation.cites.add([named]);
}

/// Where a tool shows that the service doesn't run, its state is why nothing answers.
fn looked_at(log: &Log, trace: &mut Trace) -> bool {
    let Some(service) = service(log, trace) else { return false };
    let own = log.lines_of(trace.trace);
    let dead = |line: u32| {
        let state = super::is(log, line, Sign::NotRunning) || super::is(log, line, Sign::Running);
        state && own.binary_search(&line).is_err()
    };
    let of_service = |line: u32| Some((line, unit(log, line).filter(|(_, unit)| is_of(service, unit))?));
    let near = near(log, trace.first_line, trace.last_line);
    let Some((at, (named, unit))) = near.filter(|line| dead(*line)).find_map(of_service) else {
        return false;
    };
    let Some(says) = line::says_of(&log.parse(at - 1)) else { return false };
    let says = says.replacen("The service", &format!("The service {unit}"), 1);
    let runs = super::is(log, at, Sign::Running);
    let says = if runs {
        format!("{says} So it doesn't listen there, or a firewall refuses the call.")
    } else {
        says
    };
    let explanation = &mut trace.explanation;
    explanation.headline = format!("{} {says}", explanation.headline);
    explanation.story.push(Sentence {
        shown: shown(log, at - 1),
        text: says,
        lines: Cited::new(at, [named].into_iter().filter(|line| *line != at)),
        level: Level::Alert,
    });
    explanation.cites.add([at, named]);
    explanation.party = Party::OurServer;
    let steps = std::mem::take(&mut explanation.next).into_iter().filter(comes_after);
    let start = Step {
        text: "Start it, and let it start with the system:".into(),
        command: Some(format!("systemctl enable --now {unit}; systemctl status {unit}")),
    };
    let why = Step {
        text: "If it doesn't stay up, read why it ended:".into(),
        command: Some(format!("journalctl -u {unit} -n 50")),
    };
    let listens = Step {
        text: "See at which addresses and ports it listens, and compare its settings with where it's called:"
            .into(),
        command: Some("ss -ltnp; ss -lxp".into()),
    };
    let first = if runs { vec![listens] } else { vec![start, why] };
    explanation.next = first.into_iter().chain(steps).take(super::MOST_STEPS).collect();
    true
}

/// The unit whose state a line shows, and the line, from 1, that names it: above it, as in `* sendmail.service - …`.
fn unit(log: &Log, line: u32) -> Option<(u32, String)> {
    /// `systemctl status` shows a few lines between name and state.
    const ABOVE: u32 = 6;
    (line.saturating_sub(ABOVE).max(1)..=line).rev().find_map(|line| {
        let pasted = lossy(log.pasted(line - 1)).into_owned();
        let unit = pasted.split_whitespace().find_map(|word| word.strip_suffix(".service"))?;
        // A path names one, too, and so does the line of another state.
        unit.bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-_@.".contains(&byte))
            .then(|| (line, unit.to_owned()))
    })
}

fn stop(log: &Log, trace: &Trace) -> Option<Stop> {
    let service = service(log, trace)?;
    let own = log.lines_of(trace.trace);
    let at = trace.explanation.cites.iter().map(|line| log.instant(line - 1)).max().unwrap_or(NEVER);
    let before = |line: &u32| {
        let then = log.instant(line - 1);
        at == NEVER || then == NEVER || then <= at.saturating_add(AFTER)
    };
    near(log, trace.first_line, trace.last_line)
        .filter(|line| own.binary_search(line).is_err() && before(line))
        .filter_map(|line| stopped(log, line, service))
        .max_by_key(|stop| (log.instant(stop.line - 1), stop.line))
}

/// What a line says of this service, where it stopped or was ended.
fn stopped(log: &Log, line: u32, service: &'static Service) -> Option<Stop> {
    let parsed = log.parse(line - 1);
    let entry = parsed.entry?;
    let serious = entry.pattern.level == Level::Alert && !entry.pattern.follows && !entry.partly;
    let event = log.indexed(log.trace_of(line - 1)?)?.kind == TraceType::Event;
    if !serious || !event {
        return None;
    }
    let by_system = entry.format.kind == FormatKind::System;
    let program = if by_system {
        match entry.part(Role::Program, &parsed.captures) {
            Some(at) => lossy(at.of(parsed.body())).into_owned(),
            // A container's name stands before the line that is about it.
            None => lossy(log.pasted(line - 1)).split(' ').next()?.to_owned(),
        }
    } else {
        lossy(parsed.origin.program).into_owned()
    };
    // What reads Dovecot's settings for it reports why it doesn't start.
    let program = program.to_lowercase().replace("doveconf", "dovecot");
    let of_user = !by_system && !parsed.origin.user.is_empty();
    (!of_user && is_of(service, &program)).then_some(Stop { line, service, by_system })
}

/// True for a program that is this service, or a part of it.
fn is_of(service: &Service, program: &str) -> bool {
    let program = program.trim_end_matches(".service");
    let words = |text: &str, program: &str| {
        let mut words = text.split(|letter: char| !(letter.is_alphanumeric() || letter == '-'));
        words.any(|word| word.eq_ignore_ascii_case(program))
    };
    let named = |text: &str| words(text, program);
    let whole = program.len() > 3 && (named(service.name) || named(service.command));
    // A container has the name of its project before that of the service, and a number behind.
    let part = |part: &str| part.len() > 3 && words(service.command, part);
    let called = service.is_called(program);
    whole || called || service.is_run_as(program) || program.split(['-', '_']).any(part)
}

/// The service that a trace couldn't reach.
pub(super) fn missed(log: &Log, trace: &Trace) -> Option<&'static Service> {
    service(log, trace)
}

/// True where a text has the name of a service, or of its program.
pub(super) fn names(service: &Service, text: &str) -> bool {
    let mut words = text.split(|of: char| !(of.is_alphanumeric() || of == '-'));
    words.any(|word| is_of(service, word))
}

/// The service of this server that the lines of a trace call in vain.
fn service(log: &Log, trace: &Trace) -> Option<&'static Service> {
    let tried = trace.attempts.last().filter(|tried| tried.outcome != AttemptOutcome::Success);
    // A mail server that hands on to this machine without a port named calls the mail server here.
    let to_here = tried
        .and_then(|tried| tried.remote.as_ref())
        .is_some_and(|to| to.trim_start_matches('[').starts_with("127."));
    let tried = tried.and_then(|tried| tried.text.clone());
    let told = trace.explanation.story.iter().filter(|told| told.level >= Level::Warning);
    let lines = trace.explanation.cites.iter().chain(told.flat_map(|told| told.lines.iter()));
    let said = lines.map(|line| lossy(log.parse(line - 1).body()).into_owned());
    tried.into_iter().chain(said).find_map(|text| named(&text, to_here))
}

/// The service that a text says can't be reached; `to_here` where it was about to be this machine.
fn named(text: &str, to_here: bool) -> Option<&'static Service> {
    let found = fault::find(text.as_bytes());
    let at_place = found.iter().find_map(|found| found.service);
    let here = |found: &Found| to_here && found.fault.name == "connection-refused" && found.port.is_none();
    at_place
        .or_else(|| Service::at_port(port(text)?))
        .or_else(|| Service::named_in(text))
        .or_else(|| Service::at_port(25).filter(|_| found.iter().any(here)))
}

/// The port of a socket as mail filters are named: `inet:127.0.0.1:11332`.
fn port(text: &str) -> Option<u16> {
    let (_, socket) = text.split_once("inet:")?;
    socket.split([' ', ',', ']', ')']).next()?.trim_end_matches(':').rsplit(':').next()?.parse().ok()
}
