//! Compressed files, as the terminal reads them.

use flate2::{Compression, write::GzEncoder};
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output};

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).expect("memory");
    encoder.finish().expect("memory")
}

/// `xz`, `zstd` or `bzip2` of the text, twice in one file: their own programs made these, so they need not be here.
fn packed(how: &str) -> Vec<u8> {
    let path = format!("{}/tests/packed/twice.{how}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn summary(name: &str, content: &[u8]) -> Output {
    let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&file, content).expect("the file can be written");
    let output =
        Command::new(env!("CARGO_BIN_EXE_maillens")).args(["--format", "summary"]).arg(&file).output();
    let _ = std::fs::remove_file(&file);
    output.expect("the tool runs")
}

fn field(output: &Output, name: &str) -> u64 {
    let summary: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    summary[name].as_u64().expect("a number")
}

#[test]
fn rotated_logs_put_together_are_read_whole() {
    let three = ["a\n", "b\n", "c\n"].map(|text| gzip(text.as_bytes())).concat();
    assert_eq!(field(&summary("three.gz", &three), "lines"), 3);
}

#[test]
fn what_is_broken_is_said_and_nothing_is_told_of_half_a_log() {
    let whole = gzip("new msg 1\n".repeat(10_000).as_bytes());
    let damaged: Vec<u8> = (0..).zip(&whole).map(|(at, byte)| if at == 40 { !byte } else { *byte }).collect();
    for (name, content) in [("cut.gz", &whole[..whole.len() / 2]), ("damaged.gz", &damaged)] {
        let output = summary(name, content);
        assert_eq!(output.status.code(), Some(2), "{name}");
        assert!(output.stdout.is_empty() && !output.stderr.is_empty(), "{name}");
    }
}

#[test]
fn a_name_decides_nothing() {
    assert_eq!(field(&summary("plain.gz", b"new msg 1\n"), "lines"), 1);
    assert_eq!(field(&summary("packed", &gzip(b"new msg 1\n")), "lines"), 1);
}

/// A thousand times its size: it is read as it comes, and takes what its content takes.
#[test]
fn a_bomb_is_a_long_log() {
    let bomb = gzip(&vec![b'\n'; 1 << 20]).repeat(8);
    assert!(bomb.len() < 64 << 10);
    assert_eq!(field(&summary("bomb.gz", &bomb), "blank"), 8 << 20);
}

#[test]
fn what_other_programs_compress_is_read_whole_under_any_name() {
    for how in ["zst", "xz", "bz2"] {
        let bytes = packed(how);
        let output = summary(&format!("log-{how}"), &bytes);
        assert_eq!(field(&output, "lines"), 4000, "{how}: {}", String::from_utf8_lossy(&output.stderr));
    }
}

#[test]
fn what_is_cut_or_damaged_is_said() {
    for how in ["zst", "xz", "bz2"] {
        let whole = packed(how);
        let half = whole.len() / 2;
        let damaged: Vec<u8> =
            (0..).zip(&whole).map(|(at, byte)| if at == half / 2 { !byte } else { *byte }).collect();
        for (name, content) in [("cut", &whole[..half - 9]), ("damaged", &damaged)] {
            let output = summary(&format!("{name}-{how}"), content);
            assert_eq!(output.status.code(), Some(2), "{name} {how}");
            assert!(output.stdout.is_empty() && !output.stderr.is_empty(), "{name} {how}");
        }
    }
}

#[test]
fn a_line_that_begins_like_bzip2_is_a_line() {
    assert_eq!(field(&summary("text", b"BZhello\nBZh9 is a word\n"), "lines"), 2);
}
