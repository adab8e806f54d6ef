//! Whatever stands around them: planted names are in no redacted log. The first eight bytes are the names.
#![no_main]

use libfuzzer_sys::fuzz_target;
use maillens::Log;
use maillens::redact::{Kind, Redacted};

#[path = "../../crates/maillens/tests/planted/mod.rs"]
mod planted;

fuzz_target!(|input: (u64, u16, Vec<u8>, Vec<u8>)| {
    let (seed, place, before, after) = input;
    let count = planted::PLACES.lines().count();
    let (line, names) = planted::places(seed).nth(usize::from(place) % count).expect("a place");
    // The place begins its line, as it does in a log, and lines around it may be anything.
    let text = [&before[..], b"\n", line.as_bytes(), b"\n", &after[..]].concat();
    let redacted = Redacted::new(&Log::read(&text, maillens_fuzz::settings()), Kind::ALL, &[]);
    let told = String::from_utf8_lossy(redacted.log.bytes()).to_lowercase();
    for name in names {
        assert!(!told.contains(&name), "{name} is left of {line} in {told}");
    }
});
