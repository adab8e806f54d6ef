//! What an answer rests on: its cause by the engine's own name, how sure that is, and the lines of others that it cites.

use crate::export::{Evidence, Trace};
use crate::knowledge::classify::{self, Confidence, classify};
use crate::log::Log;
use crate::vocabulary::{Cited, Party};
use std::fmt::Debug;

/// Names them in the explanation.
pub(super) fn add(log: &Log, told: &mut Trace) {
    let evidence = evidence(log, told);
    if told.outcome.is_problem() || told.explanation.party != Party::Nobody {
        let cause = cause(log, told);
        // A guess of which trace a line belongs to makes what rests on it no surer than that.
        let most = if evidence.iter().any(|of| of.guess) { Confidence::Medium } else { Confidence::High };
        told.explanation.confidence = cause.as_ref().map(|(_, sure)| most.min(*sure));
        told.explanation.cause = cause.map(|(name, _)| name);
    }
    told.explanation.evidence = evidence;
}

/// What decides, by the most exact name that the engine has for it, and how sure that is.
fn cause(log: &Log, told: &Trace) -> Option<(String, Confidence)> {
    let sure = |name: String| (name, Confidence::High);
    let number = told.trace;
    let verdict = verdict(told);
    let refusal = || verdict.and_then(|verdict| Some((name(verdict.refusal?), verdict.confidence)));
    let reason = || {
        let reason = super::cause(told.attempts.iter())?;
        Some((reason.name().to_owned(), verdict.map_or(Confidence::High, |verdict| verdict.confidence)))
    };
    let circumstance = told.explanation.circumstance.map(name).map(sure);
    let decided = || super::decided(log, number).map(name).map(sure);
    let defect = || super::defect(log, number).map(name).map(sure);
    circumstance.or_else(decided).or_else(refusal).or_else(defect).or_else(reason)
}

/// `PermissionDenied` as `permission-denied`.
fn name(of: impl Debug) -> String {
    let text = format!("{of:?}");
    let mut name = String::new();
    for sign in text.chars().take_while(char::is_ascii_alphanumeric) {
        if sign.is_ascii_uppercase() && !name.is_empty() {
            name.push('-');
        }
        name.push(sign.to_ascii_lowercase());
    }
    name
}

/// What the words of the deciding attempt say.
fn verdict(told: &Trace) -> Option<classify::Verdict> {
    let tried = told.attempts.iter().rfind(|tried| tried.reason.is_some())?;
    let verdict = classify(&classify::Evidence::text(tried.text.as_deref()?));
    (Some(verdict.reason) == tried.reason).then_some(verdict)
}

/// The lines of others that headline and story cite, and how each is tied to the trace.
fn evidence(log: &Log, told: &Trace) -> Vec<Evidence> {
    let own = log.lines_of(told.trace);
    let cited = told.explanation.story.iter().flat_map(|sentence| sentence.lines.iter());
    let mut lines: Vec<u32> = told.explanation.cites.iter().chain(cited).copied().collect();
    lines.sort_unstable();
    lines.dedup();
    lines.retain(|line| own.binary_search(line).is_err());
    let mut all: Vec<Evidence> = Vec::new();
    for line in lines {
        let of = log.trace_of(line - 1);
        let link = of.and_then(|of| told.links.iter().find(|link| link.trace == of));
        let (tie, guess) = match link {
            Some(link) => (link.how.clone(), link.doubt.is_some()),
            // No program logged it.
            None if of.is_none() => ("pasted".to_owned(), false),
            None => ("beside".to_owned(), true),
        };
        match all.iter_mut().find(|known| known.tie == tie && known.guess == guess) {
            Some(known) => {
                known.lines = Cited::new(known.lines[0], known.lines.iter().copied().chain([line]));
            }
            None => all.push(Evidence { lines: Cited::new(line, []), tie, guess }),
        }
    }
    all
}
