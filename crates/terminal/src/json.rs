//! The export as it goes: no more of it is in memory than one line or one trace.

use maillens::Log;
use maillens::export::Summary;
use serde::Serialize;
use std::io::{self, Write};

/// One JSON value in a line of its own.
pub fn line(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, value)?;
    out.write_all(b"\n")
}

/// The export `maillens/1`, of all of the log or of these traces.
pub fn report(log: &Log, summary: &Summary, wanted: Option<&[u32]>, out: &mut dyn Write) -> io::Result<()> {
    let all: Vec<u32> = (0..log.traces()).collect();
    let traces = wanted.unwrap_or(&all);
    let mut lines: Vec<u32> = match wanted {
        None => (1..=log.lines()).collect(),
        Some(traces) => traces.iter().flat_map(|&trace| log.lines_of(trace)).copied().collect(),
    };
    lines.sort_unstable();
    let mut order = log.order();
    if let Some(wanted) = wanted {
        order.retain(|trace| wanted.contains(trace));
    }
    out.write_all(b"{\"schema\":\"maillens/1\",\"summary\":")?;
    serde_json::to_writer(&mut *out, summary)?;
    out.write_all(b",\"lines\":")?;
    list(log.pasted_lines(lines), out)?;
    out.write_all(b",\"traces\":")?;
    list(traces.iter().filter_map(|&trace| log.trace(trace)).map(|trace| log.numbered(trace)), out)?;
    out.write_all(b",\"order\":")?;
    list(order.into_iter(), out)?;
    out.write_all(b"}\n")
}

fn list<T: Serialize>(values: impl Iterator<Item = T>, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(b"[")?;
    for (nth, value) in values.enumerate() {
        if nth > 0 {
            out.write_all(b",")?;
        }
        serde_json::to_writer(&mut *out, &value)?;
    }
    out.write_all(b"]")
}

#[cfg(test)]
mod tests {
    use maillens::export::Report;
    use maillens::{Log, Settings};

    #[test]
    fn what_is_written_as_it_goes_is_the_report() {
        let text =
            b"new msg 1\ninfo msg 1: bytes 9 from <a@b.example> qp 5 uid 6\nnew msg 2\nwhat is this?\n";
        let log = Log::read(text, Settings::at(0));
        for wanted in [None, Some(&[1, 0][..])] {
            let mut out = Vec::new();
            super::report(&log, &log.summary(), wanted, &mut out).unwrap();
            let report: Report = serde_json::from_slice(&out).unwrap();
            assert_eq!(report, wanted.map_or_else(|| log.report(), |traces| log.report_on(traces)));
        }
    }
}
