//! What the tests share.

use maillens::Settings;

/// The plain settings at 2026-11-21 00:00:00 UTC, so that a log without years is read alike for ever.
pub fn settings() -> Settings {
    Settings::at(1_795_219_200)
}
