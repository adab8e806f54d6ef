//! Any query on any log finds only traces that are there. The first line of the input is the query.
#![no_main]

use libfuzzer_sys::fuzz_target;
use maillens::Log;

fuzz_target!(|bytes: &[u8]| {
    let (query, log) = maillens::text::cut(bytes, b'\n').unwrap_or((bytes, b""));
    let log = Log::read(log, maillens_fuzz::settings());
    let query = String::from_utf8_lossy(query);
    for trace in log.find(&query) {
        assert!(log.row(trace).is_some());
    }
    for line in log.find_lines(&query) {
        assert!(log.line(line).is_some());
    }
});
