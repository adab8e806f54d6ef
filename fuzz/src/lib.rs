//! What the targets share: the settings they read with and the laws that hold for any input.
//!
//! A target is one file in `fuzz_targets/`; `cargo xtask fuzz` builds, seeds and runs them.

use maillens::export::Report;
use maillens::{Log, Settings, Show, Zone};

#[path = "../../crates/maillens/tests/common/laws.rs"]
pub mod laws;

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
    laws::check(&log, &report);
    (log, report)
}
