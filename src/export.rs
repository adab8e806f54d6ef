//! Writes down what leaves the page by the reader's own hand.

use super::protocol::Form;
use maillens::explain::words::grouped;
use maillens::redact::{Kind, Redacted};
use maillens::report::customer::{self, Voice};
use maillens::report::{lines, table};
use maillens::{Log, View};
use std::collections::BTreeMap;

/// So many lines, or lines of traces, are written at once: what a tab can hold several times over.
const MOST: usize = 200_000;

/// What is written down, on the log's side.
pub enum Of {
    /// Lines by their numbers.
    Lines(Vec<u32>),
    /// Traces by their numbers; true for all that there are.
    Traces(Vec<u32>, bool),
}

/// Refuses what is too much to be written at once.
fn fits(lines: usize) -> Result<(), String> {
    if lines <= MOST {
        return Ok(());
    }
    Err(format!(
        "{} lines are too many to write at once; {} are the most. Search for a part of them, or use the terminal tool, which writes a report of any size.",
        grouped(lines as u64),
        grouped(MOST as u64)
    ))
}

/// The log and what is shown of it, as JSON; or why it cannot be made.
pub fn view(
    log: &Log,
    shown: BTreeMap<String, String>,
    redact: bool,
    also: &[String],
) -> Result<String, String> {
    fits(log.lines() as usize)?;
    if !redact {
        return Ok(json(&View::of(log, shown)));
    }
    let (view, originals) = View::redacted(log, shown, also);
    let text = json(&view);
    match originals.proof(&text).left.len() {
        0 => Ok(text),
        left => Err(format!("{left} originals would be left, so nothing is written.")),
    }
}

/// The text, and what it is; or why it cannot be made.
pub fn write(log: &Log, of: &Of, form: Form) -> Result<(String, String), String> {
    let count = |n: usize, one: &str| format!("{} {one}{}", grouped(n as u64), if n == 1 { "" } else { "s" });
    let size = match of {
        Of::Lines(lines) => lines.len(),
        Of::Traces(traces, _) => traces.iter().map(|&trace| log.lines_of(trace).len()).sum(),
    };
    fits(size)?;
    Ok(match of {
        Of::Lines(numbers) => {
            let text = match form {
                Form::Text | Form::Csv => lines::pasted(log, numbers),
                Form::Meanings => lines::with_meanings(log, numbers),
                Form::Sample => sample(log, numbers),
                Form::Markdown => lines::document(log, numbers).markdown(),
                Form::Html => lines::document(log, numbers).page(),
                Form::Json => json(&numbers.iter().filter_map(|&line| log.line(line)).collect::<Vec<_>>()),
            };
            (text, count(numbers.len(), "line"))
        }
        Of::Traces(traces, all) => {
            let text = match form {
                Form::Text => customer::report(log, traces, Voice::Engineer).text(),
                Form::Markdown => customer::report(log, traces, Voice::Engineer).markdown(),
                Form::Meanings => lines::with_meanings(log, &lines_of(log, traces)),
                Form::Csv => table::attempts(log, traces),
                Form::Sample => sample(log, &lines_of(log, traces)),
                Form::Html => customer::report(log, traces, Voice::Engineer).page(),
                Form::Json if *all => json(&log.report()),
                Form::Json => json(&log.report_on(traces)),
            };
            let what = match traces.len() {
                1 => "the message".to_owned(),
                many => format!("the report of {}", count(many, "message")),
            };
            (text, what)
        }
    })
}

/// So many lines show what a log is like.
const SAMPLE: usize = 100;

/// Lines with placeholders for whatever belongs to people.
fn sample(log: &Log, lines: &[u32]) -> String {
    let lines: Vec<u32> = lines.iter().copied().take(SAMPLE).collect();
    let log = Log::read(lines::pasted(log, &lines).as_bytes(), log.settings().clone());
    let log = Redacted::new(&log, Kind::ALL, &[]).log;
    lines::pasted(&log, &(1..=log.lines()).collect::<Vec<_>>())
}

/// The lines of these traces, in the order of the paste.
fn lines_of(log: &Log, traces: &[u32]) -> Vec<u32> {
    let mut lines: Vec<u32> = traces.iter().flat_map(|&trace| log.lines_of(trace)).copied().collect();
    lines.sort_unstable();
    lines
}

fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default() + "\n"
}
