//! A log with stand-ins has as many lines as the original, and nothing made of it holds an original.
#![no_main]

use libfuzzer_sys::fuzz_target;
use maillens::Log;
use maillens::report::customer::{self, Voice};
use maillens::redact::{Kind, Redacted};
use maillens::report::{table, text};

fuzz_target!(|bytes: &[u8]| {
    let log = Log::read(bytes, maillens_fuzz::settings());
    let redacted = Redacted::new(&log, Kind::ALL, &[]);
    assert_eq!(redacted.log.lines(), log.lines());
    let all: Vec<u32> = (0..redacted.log.traces()).collect();
    let report = customer::report(&redacted.log, &all, Voice::Engineer);
    let outputs = [
        String::from_utf8_lossy(redacted.log.bytes()).into_owned(),
        text(&redacted.log, &all),
        table::attempts(&redacted.log, &all),
        report.markdown(),
        report.page(),
    ];
    for output in outputs {
        let proof = redacted.originals.proof(&output);
        assert!(proof.left.is_empty(), "{:?} in {output}", proof.left);
    }
});
