//! Planted secrets are masked wherever the text is cut, and what is masked stays as it is.
#![no_main]

use libfuzzer_sys::fuzz_target;
use maillens::secrets::masked;

const LEAKS: &str = include_str!("../../crates/maillens/tests/planted/secrets.txt");

fuzz_target!(|input: (u64, u8, Vec<u8>)| {
    let (seed, place, after) = input;
    let (word, encoded) = (format!("Kx{seed:016x}-Qz"), format!("Kx7q{seed:016x}{seed:015x}q"));
    let leak = LEAKS.lines().nth(usize::from(place) % LEAKS.lines().count()).expect("a place");
    let leak = leak.replace("\\\\", "\0").replace("\\n", "\n").replace("\\t", "\t").replace('\0', "\\");
    let line = leak.replace("{}", &word).replace("{64}", &encoded);
    let told = masked(&[line.as_bytes(), b"\n", &after[..]].concat());
    let text = String::from_utf8_lossy(&told);
    assert!(!text.contains(&word) && !text.contains(&encoded), "{line}\n{text}");
    assert_eq!(masked(&told), told);
});
