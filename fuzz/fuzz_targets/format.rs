//! Any text that the patterns of one format are tried on, and a log in which its lines stand. The format
//! is the one that `MAILLENS_FORMAT` names, else the first byte chooses it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use maillens::format::{FORMATS, Format};
use maillens::pattern::{CATALOGUE, Captures};
use std::sync::LazyLock;

static NAMED: LazyLock<Option<&Format>> = LazyLock::new(|| {
    let name = std::env::var("MAILLENS_FORMAT").ok()?;
    let found = FORMATS.iter().find(|format| format.id == name);
    Some(found.unwrap_or_else(|| panic!("no format is called {name}")))
});

fuzz_target!(|bytes: &[u8]| {
    let (format, text) = match (*NAMED, bytes) {
        (Some(format), text) => (format, text),
        (None, [first, text @ ..]) => (FORMATS[usize::from(*first) % FORMATS.len()], text),
        (None, []) => return,
    };
    let mut captures = Captures::new();
    for line in text.split(|&byte| byte == b'\n') {
        for (number, _) in (0..).zip(CATALOGUE.entries()).filter(|of| std::ptr::eq(of.1.format, format)) {
            if CATALOGUE.fits(number, line, &mut captures) {
                assert!(
                    captures.iter().all(|of| of.at.start <= of.at.end && of.at.end as usize <= line.len())
                );
                let first = std::mem::take(&mut captures);
                assert!(CATALOGUE.fits(number, line, &mut captures) && captures == first);
            }
        }
    }
    maillens_fuzz::read(text);
    // And as a program of this format logs it.
    if let Some(program) = format.programs.first() {
        let lines = text.split(|&byte| byte == b'\n');
        let log: Vec<u8> = lines
            .flat_map(|line| [format!("Nov 21 19:05:29 mx {program}[7]: ").as_bytes(), line, b"\n"].concat())
            .collect();
        maillens_fuzz::read(&log);
    }
});
