//! Writes what fuzzing starts from into a folder: for every target the samples of the formats, for the
//! target `format` those of each format in a folder of its own, and the words of all templates as a
//! dictionary.

use maillens::format::{FORMATS, Format};
use maillens::pattern::CATALOGUE;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// The targets, each with what stands before a log in its input.
const TARGETS: [(&str, &[u8]); 7] = [
    ("chunks", b"\x07"),
    ("frame", b""),
    ("mend", b"\x01\x50"),
    ("redact", b""),
    ("report", b""),
    ("search", b"to:ana -is:failed \"said\" /5\\d\\d/\n"),
    ("stamps", b""),
];

/// What loggers put in front of a line.
const FRAMES: [&str; 8] = [
    "",
    "@4000000064c12d0636a8f9c4 ",
    "2026-11-21 19:05:29.917076500 ",
    "Nov 21 19:05:29 mx postfix/smtpd[7]: ",
    "<22>1 2026-11-21T19:05:29.762890+00:00 mx dovecot 156 - - ",
    "web-1  | Nov 21 19:05:29 imap-login: Info: ",
    "{\"MESSAGE\":\"",
    "__CURSOR=s=1\n__REALTIME_TIMESTAMP=1795219200000000\nMESSAGE=",
];

fn main() -> std::io::Result<()> {
    let folder = std::env::args_os().nth(1).expect("the folder to write into");
    let folder = Path::new(&folder);
    for (number, format) in FORMATS.iter().enumerate() {
        let log = samples(format);
        for (target, first) in TARGETS {
            let frame = FRAMES[number % FRAMES.len()];
            let lines: String = log.lines().map(|line| format!("{frame}{line}\n")).collect();
            // One line is all that the target of the frames takes.
            let text = if target == "frame" { lines.lines().next().unwrap_or_default() } else { &lines };
            write(&folder.join(target), format.id, &[first, text.as_bytes()].concat())?;
        }
        let own = folder.join("format").join(format.id);
        write(&own, "all", log.as_bytes())?;
        for (number, pattern) in format.patterns.iter().enumerate() {
            write(&own, &number.to_string(), pattern.samples.join("\n").as_bytes())?;
        }
    }
    write(folder, "words.dict", dictionary().as_bytes())
}

fn samples(format: &Format) -> String {
    let samples = format.patterns.iter().flat_map(|pattern| pattern.samples);
    samples.map(|sample| format!("{sample}\n")).collect()
}

/// The literal text of all templates, in libFuzzer's form.
fn dictionary() -> String {
    let words: BTreeSet<&[u8]> = CATALOGUE.entries().iter().flat_map(|entry| entry.literals()).collect();
    let mut text = String::new();
    for word in words.into_iter().filter(|word| (2..=64).contains(&word.len())) {
        text.push('"');
        for &byte in word {
            if byte.is_ascii_graphic() && byte != b'"' && byte != b'\\' || byte == b' ' {
                text.push(char::from(byte));
            } else {
                let _ = write!(text, "\\x{byte:02x}");
            }
        }
        text.push_str("\"\n");
    }
    text
}

fn write(folder: &Path, name: &str, content: &[u8]) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    fs::write(folder.join(name), content)
}
