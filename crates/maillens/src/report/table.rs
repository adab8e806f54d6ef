//! A table of delivery attempts as CSV, for a spreadsheet.
//!
//! Written by RFC 4180. A log can hold anything, and a spreadsheet runs what looks like a formula, so a
//! field that begins like one gets an apostrophe in front.

use crate::export::{Attempt, Trace};
use crate::log::Log;
use crate::vocabulary::Reason;

/// The names of the columns.
const COLUMNS: [&str; 18] = [
    "trace",
    "type",
    "id",
    "sender",
    "recipient",
    "original_recipient",
    "delivery",
    "channel",
    "start_line",
    "end_line",
    "shown",
    "outcome",
    "reason",
    "code",
    "status",
    "remote",
    "message_id",
    "text",
];

/// The attempts of these traces: one row each, under a row with the names of the columns. Lines are counted
/// from 1; times are written as the settings show them.
pub fn attempts(log: &Log, traces: &[u32]) -> String {
    rows(log, traces).collect()
}

/// The same, row by row.
pub fn rows(log: &Log, traces: &[u32]) -> impl Iterator<Item = String> {
    let told = traces.iter().filter_map(|&trace| log.trace(trace)).map(|trace| log.numbered(trace));
    std::iter::once(row(COLUMNS.map(str::to_owned))).chain(told.flat_map(|trace| of_trace(&trace)))
}

fn of_trace(trace: &Trace) -> Vec<String> {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let of_attempt = |attempt: &Attempt| {
        row([
            trace.trace.to_string(),
            trace.kind.name().to_owned(),
            text(&trace.id),
            text(&trace.sender),
            text(&attempt.recipient),
            text(&attempt.original_recipient),
            text(&attempt.delivery),
            text(&attempt.channel),
            attempt.start_line.to_string(),
            attempt.end_line.map_or_else(String::new, |line| line.to_string()),
            text(&attempt.shown),
            attempt.outcome.name().to_owned(),
            attempt.reason.map_or("", Reason::name).to_owned(),
            text(&attempt.code),
            text(&attempt.status),
            text(&attempt.remote),
            text(&trace.message_id),
            text(&attempt.text),
        ])
    };
    trace.attempts.iter().map(of_attempt).collect()
}

fn row(fields: [String; COLUMNS.len()]) -> String {
    let mut row = fields.map(|text| field(&text)).join(",");
    row.push_str("\r\n");
    row
}

/// One field, safe to open.
fn field(text: &str) -> String {
    let guard = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{guard}{}\"", text.replace('"', "\"\""))
    } else {
        format!("{guard}{text}")
    }
}

#[cfg(test)]
mod tests {
    use super::field;

    #[test]
    fn no_field_is_a_formula_and_every_field_is_one_field() {
        for (text, want) in [
            ("plain", "plain"),
            ("=1+1", "'=1+1"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\tx", "'\tx"),
            ("\rx", "\"'\rx\""),
            ("a,b", "\"a,b\""),
            ("say \"no\"", "\"say \"\"no\"\"\""),
            ("=a\nb", "\"'=a\nb\""),
            ("", ""),
        ] {
            assert_eq!(field(text), want);
        }
    }
}
