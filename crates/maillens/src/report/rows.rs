//! The explanations as rows, for a terminal: what stands in each, and how it may look.

use super::{acts, document, secrets};
use crate::explain;
use crate::export::{Explanation, Trace};
use crate::format::Led;
use crate::log::Log;
use crate::trace::Link;
use crate::vocabulary::{Level, Outcome, TraceType};
use rustc_hash::{FxHashMap, FxHashSet, FxHasher};
use std::hash::{Hash, Hasher};

/// What a row is, from which a terminal knows its color.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Something about the log as a whole.
    Note,
    /// The first row of a trace.
    Headline(Outcome),
    /// A sentence of the story.
    Sentence(Level),
    /// What the log lacks.
    Missing,
    /// Who must act.
    Acts,
    /// What to do next.
    Next,
    /// A command to copy.
    Command,
    /// A line that was not read.
    Unread,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportRow {
    /// What it is.
    pub look: Look,
    /// What stands in front of the text; where the text takes several lines, the others stand below its beginning.
    pub lead: String,
    /// The text.
    pub text: String,
}

impl ReportRow {
    fn new(look: Look, lead: impl Into<String>, text: impl Into<String>) -> ReportRow {
        ReportRow { look, lead: lead.into(), text: text.into() }
    }

    /// True where an empty line stands before it.
    pub fn begins(&self) -> bool {
        matches!(self.look, Look::Headline(_) | Look::Unread)
    }

    /// The row as plain text.
    pub fn plain(&self) -> String {
        let before = if self.begins() { "\n" } else { "" };
        format!("{before}{}{}\n", self.lead, self.text)
    }
}

/// What is to be known about the log as a whole.
pub fn of_log(log: &Log) -> Vec<ReportRow> {
    let summary = log.summary();
    let seen = summary.read + summary.partly + summary.unread;
    let partly = match summary.partly {
        0 => String::new(),
        partly => format!(", {partly} in part"),
    };
    let other = match summary.other {
        0 => ".".to_owned(),
        1 => ", and 1 line of other text.".to_owned(),
        other => format!(", and {other} lines of other text."),
    };
    let read = format!("{} of {seen} lines read{partly}{other}", summary.read);
    let errors = match summary.errors {
        0 => None,
        1 => Some("The server reports an error.".to_owned()),
        errors => Some(format!("The server reports {errors} errors.")),
    };
    let said = [Some(read), secrets(&summary), errors];
    said.into_iter().flatten().map(|text| ReportRow::new(Look::Note, "", text)).collect()
}

/// Traces with their explanations. Cause and consequence are one trouble, and its steps are told once.
pub fn of_traces(log: &Log, traces: &[u32]) -> impl Iterator<Item = ReportRow> {
    // What stands above and is a cause, or has one; and by each cause, what followed from it.
    let mut above: FxHashMap<u32, (usize, Explanation)> = FxHashMap::default();
    let mut followed: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
    let mut alike: FxHashSet<u64> = FxHashSet::default();
    traces.iter().filter_map(|&trace| log.trace(trace)).flat_map(move |mut trace| {
        let mut causes = explain::causes(log, trace.trace);
        // What rests on a line of another trace follows from it.
        let decides = log.trace_of(trace.explanation.cites[0] - 1);
        causes.extend(decides.filter(|other| *other != trace.trace));
        // And so does what a filter decided.
        let cited = trace.explanation.story.iter().flat_map(|told| told.lines.iter());
        let scans = cited.filter_map(|line| log.trace_of(line - 1)).filter(|of| *of != trace.trace);
        causes.extend(scans.filter(|of| log.indexed(*of).is_some_and(|of| of.kind == TraceType::Scan)));
        let related = causes.iter().chain(followed.get(&trace.trace).into_iter().flatten());
        let same = related
            .filter_map(|other| above.get(other))
            .filter(|(_, told)| !told.next.is_empty() && told.next == trace.explanation.next);
        let same = same.min_by_key(|(place, _)| *place).map(|(_, told)| told.headline.clone());
        let leads = |link: &Link| link.led == Led::Cause && link.from == trace.trace;
        // A message that caused nothing is no part of what comes below it.
        let may_lead = trace.kind != TraceType::Message || log.links_of(trace.trace).any(leads);
        if may_lead && !trace.explanation.next.is_empty() || !causes.is_empty() {
            above.insert(trace.trace, (above.len(), trace.explanation.clone()));
        }
        for cause in causes {
            followed.entry(cause).or_default().push(trace.trace);
        }
        // The same may be told of many: of each try of one who guesses passwords.
        let again = !alike.insert(mark(&trace.explanation)) && !trace.explanation.next.is_empty();
        let same = same
            .map(|headline| {
                format!("The same trouble as above (\u{201c}{headline}\u{201d}), and the same steps.")
            })
            .or_else(|| again.then(|| "The same steps as above.".into()));
        if same.is_some() {
            trace.explanation.next.clear();
        }
        let mut rows = of_trace(&trace);
        rows.extend(same.map(|text| ReportRow::new(Look::Next, "  Next: ", text)));
        rows
    })
}

/// What stands for a headline with its steps.
fn mark(told: &Explanation) -> u64 {
    let mut hasher = FxHasher::default();
    told.headline.hash(&mut hasher);
    told.next.iter().for_each(|step| (&step.text, &step.command).hash(&mut hasher));
    hasher.finish()
}

/// A trace with its explanation.
pub fn of_trace(trace: &Trace) -> Vec<ReportRow> {
    let explanation = &trace.explanation;
    let mut rows = vec![ReportRow::new(Look::Headline(trace.outcome), "", &explanation.headline)];
    for sentence in &explanation.story {
        let lines: Vec<String> = sentence.lines.iter().map(u32::to_string).collect();
        let shown = sentence.shown.as_deref().unwrap_or("");
        let text = format!("{} [{}]", sentence.text, lines.join(", "));
        rows.push(ReportRow::new(Look::Sentence(sentence.level), format!("  {shown:<30} "), text));
    }
    for missing in &explanation.missing {
        rows.push(ReportRow::new(Look::Missing, "  Not in the log: ", missing));
    }
    rows.push(ReportRow::new(Look::Acts, "  Who must act: ", acts(trace.kind, explanation.party)));
    for step in &explanation.next {
        rows.push(ReportRow::new(Look::Next, "  Next: ", &step.text));
        if let Some(command) = &step.command {
            rows.push(ReportRow::new(Look::Command, "    ", command));
        }
    }
    rows
}

/// The lines that were not read.
pub fn unread(log: &Log) -> impl Iterator<Item = ReportRow> {
    log.unread().into_iter().filter_map(|line| log.line(line)).map(|line| {
        ReportRow::new(
            Look::Unread,
            "",
            format!("Not read: line {}: {}", line.line, document::clean(&line.text)),
        )
    })
}
