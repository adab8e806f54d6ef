//! What the server logged of a handshake that a program reports: the program only knows that it failed, the server knows why.

use super::pasted::near;
use super::{event, is_event, kept_by};
use crate::export::Trace;
use crate::knowledge::fault::{self, FaultKind};
use crate::knowledge::obstacle::ObstacleKind;
use crate::log::Log;
use crate::vocabulary::{Cited, Level, TraceType};

/// Says it of what a program reports.
pub(super) fn add(log: &Log, trace: &mut Trace) {
    let failed = trace.kind == TraceType::Dialogue
        && kept_by(log, trace.trace).is_some_and(|kept| kept.kind == ObstacleKind::Encryption);
    if !failed {
        return;
    }
    let says = |line: &u32| {
        let parsed = log.parse(line - 1);
        let serious = parsed.entry.is_some_and(|entry| entry.pattern.level >= Level::Warning);
        let of_event = log.trace_of(line - 1).is_some_and(|number| is_event(log, number));
        serious
            && of_event
            && fault::first(parsed.body()).is_some_and(|found| found.fault.kind == FaultKind::Tls)
    };
    let Some(line) = near(log, trace.first_line, trace.last_line).find(says) else { return };
    let report = event::explain(log, &[line]);
    super::adds(log, trace, Cited::new(line, []), report.headline, Level::Warning);
    let explanation = &mut trace.explanation;
    // What the program alone leaves open, this decides.
    let open = ": no TLS version or cipher in common";
    explanation.headline = explanation.headline.replace(open, "");
    (explanation.party, explanation.next) = (report.party, report.next);
}
