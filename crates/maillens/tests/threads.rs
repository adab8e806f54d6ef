//! Threads change how long reading takes, and nothing of what is read.

use maillens::{Log, Reader, Settings};
use std::fs;
use std::path::Path;

/// Every ticket of the cases, prose and all, one after the other: no log is wilder.
fn tickets(folder: &Path, text: &mut Vec<u8>) {
    let entries = fs::read_dir(folder).expect("the folder of the cases").flatten();
    let mut paths: Vec<_> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            tickets(&path, text);
        } else {
            text.extend(fs::read(&path).expect("a case"));
        }
    }
}

fn read(text: &[u8], threads: usize, piece: usize) -> Log {
    let mut reader = Reader::new(Settings::at(1_796_083_200)).threads(threads);
    for piece in text.chunks(piece) {
        reader.push(piece).expect("it fits");
    }
    reader.finish()
}

#[test]
fn what_is_read_is_the_same_with_any_number_of_threads() {
    let mut text = Vec::new();
    tickets(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases")), &mut text);
    let one = read(&text, 1, text.len());
    assert!(one.lines() > 10_000 && one.traces() > 100);
    for (threads, piece) in [(2, text.len()), (3, 300_000), (8, 77_777)] {
        let several = read(&text, threads, piece);
        assert_eq!(several.bytes(), one.bytes());
        assert_eq!(several.summary(), one.summary());
        for line in 0..one.lines() {
            let of = |log: &Log| (log.claim_of(line), log.trace_of(line), log.instant(line));
            assert_eq!(of(&several), of(&one), "line {line}, {threads} threads");
        }
        for trace in 0..one.traces() {
            let of = |log: &Log| {
                let links: Vec<_> = log.links_of(trace).copied().collect();
                format!("{:?} {:?} {links:?}", log.indexed(trace), log.attempts_of(trace))
            };
            assert_eq!(of(&several), of(&one), "trace {trace}, {threads} threads");
        }
    }
}
