//! Why nobody behind an address can connect any more: after logins that failed, it was shut out.

use super::known::of_line;
use super::pasted::near;
use super::{adds, is};
use crate::export::Trace;
use crate::log::Log;
use crate::text::lossy;
use crate::vocabulary::{Cited, Level, Outcome, Party, Role, Sign, TraceType};

/// Says it of a login that failed.
pub(super) fn add(log: &Log, trace: &mut Trace) {
    let failed = trace.kind == TraceType::Session && trace.outcome == Outcome::Failed;
    let Some(client) = trace.client.clone().filter(|_| failed) else { return };
    let client = client.trim_start_matches("::ffff:").to_owned();
    let of = |line: u32| {
        let parsed = log.parse(line - 1);
        let at = parsed.entry?.part(Role::Client, &parsed.captures)?;
        Some(lossy(at.of(parsed.body())).into_owned())
    };
    let shut = near(log, trace.last_line, trace.last_line).find(|line| {
        *line > trace.first_line && is(log, *line, Sign::Banned) && of(*line).as_deref() == Some(&*client)
    });
    let Some(line) = shut else { return };
    let text = format!(
        "Afterwards {client} was blocked, so nobody behind that address can connect, with whatever password."
    );
    adds(log, trace, Cited::new(line, []), text, Level::Warning);
    let Some(helps) = of_line(log, line, false) else { return };
    let explanation = &mut trace.explanation;
    explanation.party = Party::OurServer;
    let at = explanation.next.len().min(1);
    explanation.next.splice(at..at, helps.steps);
}
