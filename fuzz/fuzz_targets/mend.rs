//! Any text, damaged in any way: the report keeps its laws, and what a mended line says is what its
//! mended text says where it stands alone. The first byte is the damage, the second a width.
#![no_main]

use libfuzzer_sys::fuzz_target;
use maillens::Log;

fuzz_target!(|bytes: &[u8]| {
    let [damage, width, text @ ..] = bytes else { return };
    let mut log = Vec::new();
    for (number, line) in (1..).zip(text.split(|&byte| byte == b'\n')) {
        damaged(*damage, usize::from(*width).max(1), number, line, &mut log);
    }
    let (log, report) = maillens_fuzz::read(&log);
    for (index, line) in (0..).zip(&report.lines) {
        let Some(mend) = log.mend_of(index).filter(|mend| mend.line == index) else { continue };
        let parsed = log.parse(index);
        assert_eq!(parsed.line, mend.text);
        // A document's line means something only where it stands.
        if parsed.framed.body > 0 && line.format.is_some() {
            let settings = maillens::Settings { mend: false, ..maillens_fuzz::settings() };
            let alone = Log::read(mend.text, settings);
            let (own, of) = (alone.parse(0), parsed.entry.map(|entry| entry.pattern.id));
            assert_eq!(own.entry.map(|entry| entry.pattern.id), of);
        }
    }
});

fn damaged(damage: u8, width: usize, number: u32, line: &[u8], out: &mut Vec<u8>) {
    let replaced = |from: &str, to: &str| String::from_utf8_lossy(line).replace(from, to).into_bytes();
    let (front, line, back): (&[u8], Vec<u8>, &[u8]) = match damage % 16 {
        1 => (b"> ", line.to_vec(), b""),
        2 => (b">>  > ", line.to_vec(), b""),
        3 => (b"- `", line.to_vec(), b"`"),
        4 => (b"", replaced("<", "&lt;"), b"<br>"),
        5 => (b"\"", replaced("\"", "\"\""), b"\",\"x\""),
        6 => (b"\xef\xbb\xbf", replaced(" ", "\u{a0}"), b""),
        7 => (b"", replaced("=", "=3D"), b"="),
        8 => (b"", replaced("e", "\u{1b}[01;31me\u{1b}[m"), b""),
        9 => (b"{\"log\":\"", replaced("\"", "\\\""), b"\\n\",\"stream\":\"stdout\"}"),
        10 => (b"Nov 21 19:05:30 hub ", line.to_vec(), b""),
        11 => (b"2026-11-21T19:05:30Z stdout F ", line.to_vec(), b""),
        12 => (b"web-1  | ", line.to_vec(), b""),
        13 => (b"", replaced("\"", "\u{201d}"), b" "),
        14 => (b"   12\t", line.to_vec(), b"\r"),
        _ => (b"", line.to_vec(), b""),
    };
    let numbered = if damage % 32 > 16 { format!("maillog:{number}:").into_bytes() } else { Vec::new() };
    let whole = [&numbered, front, &line, back].concat();
    let width = if damage > 127 { width } else { usize::MAX };
    for piece in whole.chunks(width) {
        out.extend_from_slice(piece);
        out.push(b'\n');
    }
}
