//! Any bytes give a whole report, and every text that is made of it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use maillens::report::customer::{self, Voice};
use maillens::report::{table, text};

fuzz_target!(|bytes: &[u8]| {
    let (log, _) = maillens_fuzz::read(bytes);
    let all: Vec<u32> = (0..log.traces()).collect();
    let _ = (text(&log, &all), table::attempts(&log, &all));
    for voice in [Voice::Customer, Voice::Engineer] {
        let report = customer::report(&log, &all, voice);
        let page = report.page();
        // Nothing of the log can become a part of the page.
        assert!(!page.contains("<script") && !page.contains("<img"));
        let _ = (report.markdown(), report.text());
    }
});
