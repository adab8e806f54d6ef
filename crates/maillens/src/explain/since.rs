//! The end of a trouble: what the log, or somebody who typed commands beside it, shows to have been started or to work again
//! after it.

use super::stopped;
use super::{adds, is, line, when};
use crate::export::{Step, Trace};
use crate::log::Log;
use crate::text::{lossy, prose};
use crate::time::NEVER;
use crate::vocabulary::{Cited, Lasts, Level, Party, Sign};

/// So many lines after a trouble its end is looked for.
const AFTER: u32 = 300;

/// Says it of an event.
pub(super) fn add(log: &Log, trace: &mut Trace) {
    let lead = trace.explanation.cites[0];
    if log.level(lead - 1) < Some(Level::Temporary) {
        return;
    }
    let after = trace.last_line + 1..=trace.last_line.saturating_add(AFTER).min(log.lines());
    if let Some(line) = after.clone().find(|line| works(log, trace, *line)) {
        let Some(says) = line::says_of(&log.parse(line - 1)) else { return };
        let at = when(log, line).map_or_else(|| "Later".to_owned(), |at| format!("On {at}"));
        let text = format!("{at}: {says} No line like this comes after that.");
        adds(log, trace, Cited::new(line, []), text, Level::Info);
        trace.explanation.cites.add([line]);
        trace.explanation.lasts = Some(Lasts::Temporary).filter(|_| trace.explanation.party != Party::Nobody);
        trace.explanation.next.retain(|step| !starts(step));
        return;
    }
    let typed: Vec<u32> = after.filter(|line| is_typed(log, trace, *line)).collect();
    let Some((restart, changes)) = typed.split_last() else { return };
    // It was done about the last trouble before it.
    let since = trace.last_line + 1..typed[0];
    if since.into_iter().any(|line| log.level(line - 1) >= Some(Level::Warning)) {
        return;
    }
    let edited = if changes.is_empty() { "" } else { " changed the settings and" };
    let text = format!(
        "After that, somebody{edited} started the service again; nothing here shows yet whether that helped."
    );
    adds(log, trace, Cited::new(*restart, changes.iter().copied()), text, Level::Info);
    trace.explanation.cites.add(typed);
    trace.explanation.next.insert(
        0,
        Step { text: "Try it again first: the restart may have mended it.".into(), command: None },
    );
    trace.explanation.next.truncate(super::MOST_STEPS);
}

/// True for a step that only has something started.
fn starts(step: &Step) -> bool {
    const STARTS: &[&str] =
        &["systemctl start ", "systemctl restart ", "systemctl enable ", "systemctl status "];
    step.command.as_ref().is_some_and(|command| STARTS.iter().any(|start| command.starts_with(start)))
}

/// True for a line, from 1, that says that what was in trouble works again.
fn works(log: &Log, trace: &Trace, line: u32) -> bool {
    if !is(log, line, Sign::Works) {
        return false;
    }
    let lead = trace.explanation.cites[0];
    let (at, ended) = (log.instant(line - 1), log.instant(trace.last_line - 1));
    // Of what has no time, the order tells.
    (at == NEVER || ended == NEVER || at >= ended) && concerns(log, trace, lead, line)
}

/// True where a line is about what this trouble is about: the service that couldn't be reached, or whoever reports it.
fn concerns(log: &Log, trace: &Trace, lead: u32, line: u32) -> bool {
    let text = lossy(log.pasted(line - 1)).to_lowercase();
    if let Some(service) = stopped::missed(log, trace) {
        return stopped::names(service, &text);
    }
    let (own, other) = (log.parse(lead - 1), log.parse(line - 1));
    let Some(own) = own.entry else { return false };
    // What somebody typed, and what the system says, names it.
    other.entry.is_some_and(|other| own.format.is_of_one_software(other.format)) || own.format.is_named(&text)
}

/// True for a command that starts the service again, or changes its settings before that.
fn is_typed(log: &Log, trace: &Trace, line: u32) -> bool {
    let pasted = lossy(log.pasted(line - 1)).into_owned();
    let Some(typed) = prose::command(&pasted) else { return false };
    let mut words = typed.split_whitespace().filter(|word| *word != "sudo");
    let tool = words.next().unwrap_or_default();
    let has = |wanted: &[&str]| typed.split_whitespace().any(|word| wanted.contains(&word));
    let starts = match tool {
        "systemctl" | "service" | "rc-service" => has(&["restart", "start"]),
        "sed" => has(&["-i"]),
        "postconf" => has(&["-e"]),
        _ => tool.starts_with("/etc/init.d/") && has(&["restart", "start"]),
    };
    starts && concerns(log, trace, trace.explanation.cites[0], line)
}
