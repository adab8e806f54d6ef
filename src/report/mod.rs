//! What leaves the engine: the export that programs read, and the texts that people read.

pub mod customer;
pub mod document;
pub mod export;
pub mod lines;
pub mod redact;
pub mod stub;
pub mod table;

use crate::log::Log;
use crate::time::{tai64n, tai64nlocal, zone::Zone};
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

/// The explanations of these traces, for a terminal.
pub fn text(log: &Log, traces: &[u32]) -> String {
    let mut out = String::new();
    let summary = log.summary();
    let seen = summary.read + summary.unread;
    let _ = writeln!(out, "{} of {seen} lines read.", summary.read);
    if summary.passwords {
        out.push_str("This log contains passwords; they are masked here.\n");
    }
    for trace in traces.iter().filter_map(|&trace| log.trace(trace)) {
        let explanation = &trace.explanation;
        let _ = writeln!(out, "\n{}", explanation.headline);
        for sentence in &explanation.story {
            let lines: Vec<String> = sentence.lines.iter().map(u32::to_string).collect();
            let shown = sentence.shown.as_deref().unwrap_or("");
            let _ = writeln!(out, "  {shown:<30} {} [{}]", sentence.text, lines.join(", "));
        }
        for missing in &explanation.missing {
            let _ = writeln!(out, "  Not in the paste: {missing}");
        }
        for step in &explanation.next {
            let _ = writeln!(out, "  Next: {}", step.text);
            if let Some(command) = &step.command {
                let _ = writeln!(out, "    {command}");
            }
        }
    }
    for line in log.unread() {
        if let Some(line) = log.line(line) {
            let _ = writeln!(out, "\nNot read: line {}: {}", line.line, document::clean(&line.text));
        }
    }
    out
}
