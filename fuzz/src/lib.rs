//! What the targets share: the settings they read with and the laws that hold for any input.
//!
//! A target is one file in `fuzz_targets/`; `cargo xtask fuzz` builds, seeds and runs them.

use maillens::report::export::Report;
use maillens::text::lossy;
use maillens::{Log, Settings, Show, Zone};

/// Settings that depend on nothing.
pub fn settings() -> Settings {
    Settings { show: Show::In(Zone::utc()), ..Settings::at(1_795_219_200) }
}

/// Reads a log and holds its report to the laws.
pub fn read(bytes: &[u8]) -> (Log, Report) {
    let log = Log::read(bytes, settings());
    let report = log.report();
    // UTF-16 is read as the UTF-8 that it stands for.
    let plain = !bytes.starts_with(b"\xff\xfe") && !bytes.starts_with(b"\xfe\xff");
    assert!(!plain || log.bytes() == bytes, "every byte is kept");
    check(&log, &report);
    (log, report)
}

/// No line is lost, tokens tile, sentences rest on lines, mends tell where each part was pasted.
fn check(log: &Log, report: &Report) {
    let summary = &report.summary;
    assert_eq!(summary.read + summary.unread + summary.blank, summary.lines);
    assert_eq!(report.lines.len() as u32, summary.lines);
    let mut pasted = log.bytes().split(|&byte| byte == b'\n');
    for (index, line) in (0..).zip(&report.lines) {
        let own = pasted.next().unwrap_or_default();
        let own = lossy(own.strip_suffix(b"\r").unwrap_or(own));
        assert_eq!(line.text.len(), own.len());
        // Nothing is shown in another way than it was pasted, but for passwords.
        assert!(line.text.bytes().zip(own.bytes()).all(|(text, own)| text == own || text == b'*'));
        let mut end = 0;
        for token in &line.tokens {
            let [from, to] = token.at.map(|at| at as usize);
            assert!(from >= end && from < to, "tokens follow each other");
            assert_eq!(line.text.get(from..to), Some(token.text.as_str()));
            assert!(!token.says.is_empty());
            end = to;
        }
        if let Some(head) = line.continues {
            assert!(head < line.line && !line.mended.is_empty());
            assert_eq!(line.trace, report.lines[head as usize - 1].trace);
        }
        check_mend(log, index);
    }
    for trace in &report.traces {
        let lines = 1..=summary.lines;
        assert!(lines.contains(&trace.first_line) && lines.contains(&trace.last_line));
        for sentence in &trace.explanation.story {
            assert!(!sentence.lines.is_empty());
            assert!(sentence.lines.iter().all(|line| lines.contains(line)));
        }
        assert!(trace.links.iter().all(|link| (link.trace as usize) < report.traces.len()));
    }
}

/// Each part of a mended text lies in the lines that it was made of, in their order.
fn check_mend(log: &Log, index: u32) {
    let Some(mend) = log.mend_of(index) else { return };
    assert!(mend.line <= index && index <= mend.last);
    let bytes = log.bytes();
    let place = |line: u32| log.pasted(line).as_ptr() as usize - bytes.as_ptr() as usize;
    let (first, last) = (place(mend.line), place(mend.last) + log.pasted(mend.last).len());
    for at in 0..mend.text.len() as u32 {
        let part = maillens::text::Span { start: at, end: at + 1 };
        for from in mend.pasted(part) {
            assert!(first <= from.start as usize && from.start <= from.end && from.end as usize <= last);
        }
    }
}
