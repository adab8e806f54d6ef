//! What leaves the engine: the export that programs read, and the texts that people read.

pub mod customer;
pub mod document;
mod engineer;
mod forward;
pub(crate) mod letter;
pub use crate::export;
pub mod lines;
pub mod table;

use crate::explain::{self, words::count};
use crate::log::Log;
use crate::time::{tai64n, tai64nlocal, zone::Zone};
use export::{Explanation, Party, Summary};
use std::fmt::Write;

/// The input with each TAI64N label at the start of a line written as `tai64nlocal` writes it; all else
/// byte for byte.
pub fn stamps(input: &[u8], zone: &Zone) -> Vec<u8> {
    let mut out = Vec::with_capacity(input.len() + input.len() / 16);
    for line in input.split_inclusive(|&byte| byte == b'\n') {
        let written = tai64n::label(line).and_then(|(unix, nanos)| tai64nlocal(unix, nanos, zone));
        match written {
            Some(written) => {
                out.extend_from_slice(written.as_bytes());
                out.extend_from_slice(&line[tai64n::LENGTH..]);
            }
            None => out.extend_from_slice(line),
        }
    }
    out
}

/// What is said where a log holds secrets.
pub fn secrets(summary: &Summary) -> Option<String> {
    let lines = summary.secrets.max(u32::from(summary.passwords));
    (lines > 0).then(|| {
        let hold = if lines == 1 { "holds" } else { "hold" };
        let lines = count(lines as usize, "line");
        format!(
            "{lines} of this log {hold} a password, hash, token or key. It's masked here. Whoever can read the log knows it, so have it changed."
        )
    })
}

/// Who must act, for who reads the log.
pub fn acts(party: Party) -> &'static str {
    match party {
        Party::Sender => "the sender",
        Party::Recipient => "the recipient",
        Party::OurServer => "you, on this server",
        Party::TheirServer => "the other server's administrator",
        Party::Dns => "the domain's DNS administrator",
        Party::Nobody => "nobody",
    }
}

/// The explanations of these traces, for a terminal.
pub fn text(log: &Log, traces: &[u32]) -> String {
    let mut out = String::new();
    let summary = log.summary();
    let seen = summary.read + summary.partly + summary.unread;
    let _ = write!(out, "{} of {seen} lines read", summary.read);
    if summary.partly > 0 {
        let _ = write!(out, ", {} in part", summary.partly);
    }
    let _ = match summary.other {
        0 => writeln!(out, "."),
        1 => writeln!(out, ", and 1 line of other text."),
        other => writeln!(out, ", and {other} lines of other text."),
    };
    if let Some(notice) = secrets(&summary) {
        let _ = writeln!(out, "{notice}");
    }
    match summary.errors {
        0 => {}
        1 => out.push_str("The server reports an error.\n"),
        errors => {
            let _ = writeln!(out, "The server reports {errors} errors.");
        }
    }
    out.push_str(&of_traces(log, traces));
    for line in log.unread() {
        if let Some(line) = log.line(line) {
            let _ = writeln!(out, "\nNot read: line {}: {}", line.line, document::clean(&line.text));
        }
    }
    out
}

/// The explanations of these traces and of nothing else.
pub fn of_traces(log: &Log, traces: &[u32]) -> String {
    let mut out = String::new();
    let mut above: Vec<(u32, Explanation, Vec<u32>)> = Vec::new();
    for trace in traces.iter().filter_map(|&trace| log.trace(trace)) {
        let causes = explain::causes(log, trace.trace);
        let explanation = &trace.explanation;
        let _ = writeln!(out, "\n{}", explanation.headline);
        for sentence in &explanation.story {
            let lines: Vec<String> = sentence.lines.iter().map(u32::to_string).collect();
            let shown = sentence.shown.as_deref().unwrap_or("");
            let _ = writeln!(out, "  {shown:<30} {} [{}]", sentence.text, lines.join(", "));
        }
        for missing in &explanation.missing {
            let _ = writeln!(out, "  Not in the log: {missing}");
        }
        let _ = writeln!(out, "  Who must act: {}", acts(explanation.party));
        // Cause and consequence are one trouble, and its steps are told once.
        let same = above.iter().find(|(other, told, theirs)| {
            (causes.contains(other) || theirs.contains(&trace.trace))
                && !told.next.is_empty()
                && told.next == explanation.next
        });
        if let Some((_, told, _)) = same {
            let _ =
                writeln!(out, "  Next: The same trouble as above (“{}”), and the same steps.", told.headline);
        }
        for step in explanation.next.iter().filter(|_| same.is_none()) {
            let _ = writeln!(out, "  Next: {}", step.text);
            if let Some(command) = &step.command {
                let _ = writeln!(out, "    {command}");
            }
        }
        above.push((trace.trace, trace.explanation, causes));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_of_cause_and_consequence_are_told_once() {
        let log = Log::read(
            b"Dec 11 16:21:35 mx dovecot: master: Error: service(auth): Initial status notification not received in 30 seconds, killing the process\n\
            Dec 11 16:21:35 mx dovecot: auth: Fatal: master: service(auth): child 175 killed with signal 9\n",
            crate::settings::Settings::at(1_800_000_000),
        );
        let text = text(&log, &log.order());
        assert_eq!(text.matches("doveadm log errors | grep auth").count(), 1, "{text}");
        assert_eq!(text.matches("The same trouble as above").count(), 1, "{text}");
    }
}
