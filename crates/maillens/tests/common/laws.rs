//! What holds for every log, whatever it is.

// Each test and the fuzz targets use their part.
#![allow(dead_code)]

use maillens::Log;
use maillens::export::Report;
use maillens::redact::{Kind, Redacted};
use maillens::text::lossy;

/// Fails where a law is broken: what is read, what is told of it, and both with placeholders.
pub fn hold(log: &Log) {
    check(log, &log.report());
    let redacted = Redacted::new(log, Kind::ALL, &[]);
    check(&redacted.log, &redacted.log.report());
    for (line, (before, after)) in (1..).zip(meaning(log).iter().zip(&meaning(&redacted.log))) {
        assert_eq!(before, after, "with placeholders; line {line}, or the trace after all lines");
    }
    let all: Vec<u32> = (0..log.traces()).collect();
    for output in [lossy(redacted.log.bytes()).into_owned(), maillens::report::text(&redacted.log, &all)] {
        assert_eq!(redacted.originals.proof(&output).left, [""; 0]);
    }
}

/// What the lines and traces of a log are, without anybody's data. A password that is masked is no longer
/// seen to be one.
pub fn meaning(log: &Log) -> Vec<String> {
    let report = log.report();
    let lines = report.lines.iter().map(|line| {
        let masked = line.text.contains("****");
        let kind = line.kind.as_deref().filter(|_| !masked);
        format!("{:?} {kind:?} {:?}", line.format, line.trace)
    });
    let traces = report.traces.iter().map(|trace| {
        let attempts: Vec<_> =
            trace.attempts.iter().map(|attempt| (attempt.outcome, attempt.reason)).collect();
        let tied: Vec<_> =
            trace.links.iter().map(|link| (link.trace, link.how.clone(), link.doubt.is_some())).collect();
        format!("{:?} {:?} {:?} {attempts:?} {tied:?}", trace.kind, trace.outcome, trace.login)
    });
    lines.chain(traces).collect()
}

/// No line is lost, tokens tile, sentences rest on lines, mends tell where each part was pasted.
pub fn check(log: &Log, report: &Report) {
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
