//! The explanations as rows, for a terminal: what stands in each, and how it may look.

use super::{acts, document, secrets};
use crate::explain;
use crate::export::{Explanation, Sentence, State, Trace};
use crate::format::Led;
use crate::log::Log;
use crate::text::{lossy, prose};
use crate::time::{Instant, NEVER};
use crate::trace::Link;
use crate::vocabulary::{Circumstance, Level, Outcome, Party, Reason, TraceType};
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
    let turned = log.is_turned().then(|| explain::TURNED.into());
    let said = [Some(read), turned, secrets(&summary), errors];
    said.into_iter().flatten().map(|text| ReportRow::new(Look::Note, "", text)).collect()
}

/// Traces with their explanations. Cause and consequence are one trouble, and its steps are told once.
pub fn of_traces(log: &Log, traces: &[u32]) -> impl Iterator<Item = ReportRow> {
    // What stands above and is a cause, or has one; and by each cause, what followed from it.
    let mut above: FxHashMap<u32, (usize, Explanation)> = FxHashMap::default();
    let mut followed: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
    let mut alike: FxHashSet<u64> = FxHashSet::default();
    let mut before: Option<Above> = None;
    let mut cited: FxHashSet<u32> = FxHashSet::default();
    let wrong = traces.iter().any(|of| log.indexed(*of).is_some_and(|of| of.outcome.is_problem()));
    let traces = beside_causes(log, traces);
    traces.into_iter().filter_map(|trace| log.trace(trace)).flat_map(move |mut trace| {
        // What somebody pasted for a finding above was told there; of what only shows something, the command isn't told.
        let exhibit = trace.explanation.party == Party::Nobody;
        let typed = |line: &u32| exhibit && prose::command(&lossy(log.pasted(line - 1))).is_some();
        if trace.kind == TraceType::Dialogue
            && trace.explanation.cites.iter().all(|line| cited.contains(line) || typed(line))
        {
            return Vec::new();
        }
        cited.extend(trace.explanation.story.iter().flat_map(|told| told.lines.iter().copied()));
        let mut causes = explain::causes(log, trace.trace);
        // What rests on a line of another trace follows from it.
        let decides = log.trace_of(trace.explanation.cites[0] - 1);
        let event = |of: &u32| log.indexed(*of).is_some_and(|of| of.kind == TraceType::Event);
        let rests = trace.explanation.cites.iter().skip(1).filter_map(|line| log.trace_of(line - 1));
        causes.extend(decides.into_iter().chain(rests.filter(event)).filter(|other| *other != trace.trace));
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
        // Beside what went wrong, nobody asks about what went well.
        if wrong && trace.explanation.party == Party::Nobody && trace.outcome == Outcome::Delivered {
            trace.explanation.next.clear();
        }
        // The same may be told of many: of each try of one who guesses passwords.
        let mark = mark(&trace.explanation);
        let again = !alike.insert(mark) && !trace.explanation.next.is_empty();
        // What stands right below is another part of one trouble.
        if let Some(above) = &before
            && above.has(log, &trace, mark, again || same.is_some())
        {
            return above.also(log, &trace).into_iter().collect::<Vec<_>>();
        }
        let cause = fate_and_cause(&trace.explanation.headline).1.to_owned();
        before = Some(Above {
            mark,
            party: trace.explanation.party,
            refusal: RefusedHere::of(log, &trace),
            lines: all_lines(&trace),
            headline: trace.explanation.headline.clone(),
            cause,
        });
        let same = same
            .map(|headline| {
                format!("The same trouble as above (\u{201c}{headline}\u{201d}), and the same steps.")
            })
            .or_else(|| again.then(|| "The same steps as above.".into()));
        if same.is_some() {
            trace.explanation.next.clear();
        }
        let mut rows = of_trace(&log.numbered(trace));
        rows.extend(same.map(|text| ReportRow::new(Look::Next, "  Next: ", text)));
        rows
    })
}

/// The traces, with what follows from another right below that one. Of very many, each stays where it is.
fn beside_causes(log: &Log, traces: &[u32]) -> Vec<u32> {
    const MANY: usize = 100;
    let mut sorted: Vec<u32> = Vec::with_capacity(traces.len());
    for &trace in traces {
        let causes = if traces.len() > MANY { Vec::new() } else { explain::causes(log, trace) };
        let cause = sorted.iter().position(|other| causes.contains(other));
        let follows = |other: &u32| explain::causes(log, *other).contains(&sorted[cause.unwrap_or_default()]);
        let at = cause.map(|at| at + 1 + sorted[at + 1..].iter().take_while(|other| follows(other)).count());
        sorted.insert(at.unwrap_or(sorted.len()), trace);
    }
    sorted
}

/// What stands right above.
struct Above {
    mark: u64,
    party: Party,
    refusal: Option<RefusedHere>,
    lines: Vec<u32>,
    headline: String,
    cause: String,
}

impl Above {
    /// True where a trace is another part of what stands here.
    fn has(&self, log: &Log, trace: &Trace, mark: u64, again: bool) -> bool {
        let explanation = &trace.explanation;
        let acts = explanation.party != Party::Nobody;
        let cause = self.cause == fate_and_cause(&explanation.headline).1;
        let kept = matches!(explanation.circumstance, Some(Circumstance::NoWayOut | Circumstance::NoNames));
        let refusal = RefusedHere::of(log, trace);
        let one = refusal.as_ref().zip(self.refusal.as_ref());
        self.mark == mark && again
            // What others answered is told of each message: the words of the cause are the same for many answers.
            || cause && (kept || !acts && trace.kind == TraceType::Message)
            || one.is_some_and(|(one, two)| one.is_part_of(two, log))
            || self.tells(log, trace)
            || self.acts() && is_exhibit(trace)
    }

    /// True where somebody must act.
    fn acts(&self) -> bool {
        self.party != Party::Nobody
    }

    /// True for a report whose lines are told here.
    fn tells(&self, log: &Log, trace: &Trace) -> bool {
        let told = |line: &u32| self.lines.binary_search(line).is_ok();
        let report = matches!(trace.kind, TraceType::Event | TraceType::Dialogue);
        (report || trace.explanation.headline == self.headline)
            && trace.explanation.party == self.party
            && own_lines(log, trace).iter().all(told)
    }

    /// The sentences of a headline that don't stand above; all of it where they do.
    fn untold(&self, headline: &str) -> String {
        let new = |said: &&str| !self.headline.contains(said.trim_end_matches('.'));
        let new: Vec<&str> = headline.split_inclusive(". ").filter(new).collect();
        if new.is_empty() { headline.into() } else { new.concat().trim_end().to_owned() }
    }

    /// A trace as another part of this trouble: in one row, and in none where its lines are told already.
    fn also(&self, log: &Log, trace: &Trace) -> Option<ReportRow> {
        if self.tells(log, trace) {
            return None;
        }
        let own = own_lines(log, trace);
        let headline = &trace.explanation.headline;
        let (fate, rest) = fate_and_cause(headline);
        let of_own = |told: &&Sentence| told.lines.iter().all(|line| own.contains(line));
        let mut story = trace.explanation.story.iter();
        // Of the same cause, who it was about says enough, or what happened.
        let told = match trace.kind {
            TraceType::Message => story.find(of_own),
            TraceType::Dialogue => story.rfind(of_own),
            _ => None,
        };
        let more = self.untold(headline);
        let text = match told {
            _ if rest != self.cause => &more,
            _ if !fate.is_empty() => fate,
            Some(told) => &told.text,
            // What nobody knows is told with the same words, whatever it is.
            None if own.iter().any(|line| log.parse(line - 1).entry.is_some_and(|of| of.partly)) => {
                trace.explanation.story.iter().find(of_own).map_or(&more, |told| &told.text)
            }
            None => "The same once more.",
        };
        let lines: Vec<String> = own.iter().map(|line| log.number(*line).to_string()).collect();
        let text = format!("{text} [{}]", lines.join(", "));
        Some(ReportRow::new(Look::Sentence(Level::Info), "  Also: ", text))
    }
}

/// True for what a tool showed or a program remarked, where nothing is wrong with it.
fn is_exhibit(trace: &Trace) -> bool {
    matches!(trace.kind, TraceType::Dialogue | TraceType::Event)
        && trace.explanation.party == Party::Nobody
        && !trace.outcome.is_problem()
}

/// The lines of a trace that its explanation rests on, in order.
fn own_lines(log: &Log, trace: &Trace) -> Vec<u32> {
    let mut lines = all_lines(trace);
    lines.retain(|line| log.trace_of(line - 1) == Some(trace.trace));
    lines
}

/// What became of a message, and why; the first is empty for what is no message.
fn fate_and_cause(headline: &str) -> (&str, &str) {
    match headline.split_once(". ") {
        Some((fate, cause)) if fate.contains('@') || fate.ends_with("a recipient") => {
            (&headline[..=fate.len()], cause)
        }
        _ => ("", headline),
    }
}

/// What this server refused, as one of its programs tells it: the policy service, the filter and the mail server each do.
struct RefusedHere {
    why: Option<Reason>,
    party: Party,
    client: Option<String>,
    format: String,
    line: u32,
    at: Instant,
}

impl RefusedHere {
    fn of(log: &Log, trace: &Trace) -> Option<RefusedHere> {
        let line = trace.explanation.cites[0];
        let why = explain::turned_away(log, &[line]);
        let at_our_door = matches!(trace.kind, TraceType::Event | TraceType::Connection);
        let refuses = why.is_some() || at_our_door && trace.outcome.is_problem();
        (refuses && trace.attempts.is_empty()).then_some(())?;
        let (party, client, format) = (trace.explanation.party, trace.client.clone(), trace.format.clone());
        Some(RefusedHere { why, party, client, format, line, at: log.instant(line - 1) })
    }

    /// True where both are one: of the same moment, in lines beside each other, for the same reason or of the same client.
    fn is_part_of(&self, other: &RefusedHere, log: &Log) -> bool {
        const NEAR: u32 = 4;
        const SOON: u64 = 2_000_000_000;
        let one = self.client.is_none() || other.client.is_none() || self.client == other.client;
        let timely = self.at != NEVER && other.at != NEVER && self.at.abs_diff(other.at) <= SOON;
        let names = |of: &RefusedHere, client: &RefusedHere| {
            let text = lossy(log.parse(of.line - 1).line).into_owned();
            client.client.as_ref().is_some_and(|client| text.contains(client))
        };
        one && timely
            && self.line.abs_diff(other.line) <= NEAR
            && self.party == other.party
            && (self.client.is_some() != other.client.is_some() || self.format != other.format)
            && (self.why.is_some() && self.why == other.why || names(self, other) || names(other, self))
    }
}

/// All lines that a trace's explanation rests on, in order.
fn all_lines(trace: &Trace) -> Vec<u32> {
    let explanation = &trace.explanation;
    let cited = explanation.story.iter().flat_map(|told| told.lines.iter());
    let mut lines: Vec<u32> = cited.chain(explanation.cites.iter()).copied().collect();
    lines.sort_unstable();
    lines.dedup();
    lines
}

/// What stands for who must act and the steps, which are those of one trouble where they are the same.
fn mark(told: &Explanation) -> u64 {
    let mut hasher = FxHasher::default();
    told.party.hash(&mut hasher);
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

/// The lines that were not read, and those read in part that nothing told of: of these, how each begins says enough.
pub fn unread(log: &Log) -> impl Iterator<Item = ReportRow> {
    const BEGIN: usize = 100;
    let row = |look, of: &str, line: u32, most: usize| {
        let text = document::clean(&log.line(line)?.text);
        let end = text.char_indices().nth(most).map(|(end, _)| end);
        let text = end.map_or_else(|| text.clone(), |end| format!("{}\u{2026}", &text[..end]));
        Some(ReportRow::new(look, "", format!("{of}: line {}: {text}", log.number(line))))
    };
    let begins = |at| if at == 0 { Look::Unread } else { Look::Missing };
    let partly = untold(log).into_iter().enumerate();
    let unread =
        log.unread().into_iter().filter_map(move |line| row(Look::Unread, "Not read", line, usize::MAX));
    unread.chain(partly.filter_map(move |(at, line)| row(begins(at), "Read in part", line, BEGIN)))
}

/// The lines read in part that no explanation rests on, a few of them.
fn untold(log: &Log) -> Vec<u32> {
    const FEW: usize = 20;
    let mut told = FxHashMap::default();
    let partly = (1..=log.lines()).filter(|line| log.state_of(line - 1) == State::Partly);
    let untold = partly.take(10 * FEW).filter(|line| match log.trace_of(line - 1) {
        None => true,
        Some(of) => {
            let lines = told
                .entry(of)
                .or_insert_with(|| log.trace(of).map_or_else(Vec::new, |trace| all_lines(&trace)));
            lines.binary_search(line).is_err()
        }
    });
    untold.take(FEW).collect()
}
