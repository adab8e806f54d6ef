//! Any bytes give a whole report: every line, token, trace and sentence.
#![no_main]

use libfuzzer_sys::fuzz_target;
use maillens::{Log, Settings, Show, Zone};

fuzz_target!(|bytes: &[u8]| {
    let settings = Settings { show: Show::In(Zone::utc()), source_zone: Zone::utc(), year: None, now: 1_795_219_200, mend: true };
    let report = Log::read(bytes, settings).report();
    assert_eq!(report.summary.read + report.summary.unread + report.summary.blank, report.summary.lines);
    for line in &report.lines {
        for token in &line.tokens {
            assert_eq!(line.text.get(token.at[0] as usize..token.at[1] as usize), Some(token.text.as_str()));
        }
    }
    let _ = maillens::report::stamps(bytes, &Zone::utc());
});
