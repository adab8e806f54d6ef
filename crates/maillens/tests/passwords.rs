//! No password leaves: whatever a log leaks, no view and no export shows it.

mod common;

use maillens::format::{FORMATS, Role};
use maillens::{Log, Settings, Show, Zone};

fn read(log: &str) -> Log {
    let settings = Settings { show: Show::In(Zone::utc()), ..common::settings() };
    Log::read(log.as_bytes(), settings)
}

/// Everything that can be shown of a log.
fn shown(log: &Log) -> String {
    let traces: Vec<u32> = (0..log.traces()).collect();
    let rows: Vec<_> = traces.iter().map(|&trace| log.row(trace)).collect();
    let json = serde_json::to_string(&(log.report(), rows)).expect("a report is JSON");
    json + &maillens::report::text(log, &traces)
}

/// Lines that leak, and what they leak.
const LEAKS: &[(&str, &str)] = &[
    ("4292 < AUTH PLAIN AGphbmUAczNjcmV0LVB3 ", "AGphbmUAczNjcmV0LVB3"),
    ("4292 < auth plain AGphbmUAczNjcmV0LVB3 ", "AGphbmUAczNjcmV0LVB3"),
    ("4292 < Auth Plain AGphbmUAczNjcmV0LVB3 ", "AGphbmUAczNjcmV0LVB3"),
    ("4292 < czNjcmV0LVB3 ", "czNjcmV0LVB3"),
    ("4292 < PASS s3cret-Pw ", "s3cret-Pw"),
    ("4292 < pass s3cret-Pw ", "s3cret-Pw"),
    ("4292 < Pass s3cret-Pw ", "s3cret-Pw"),
    ("4292 < a1 LOGIN jane s3cret-Pw ", "s3cret-Pw"),
    ("4292 < a1 login jane s3cret-Pw ", "s3cret-Pw"),
    ("4292 < a1 Login jane s3cret-Pw ", "s3cret-Pw"),
    ("4292 < a1 AUTHENTICATE PLAIN AGphbmUAczNjcmV0LVB3 ", "AGphbmUAczNjcmV0LVB3"),
    ("4292 < a1 authenticate plain AGphbmUAczNjcmV0LVB3 ", "AGphbmUAczNjcmV0LVB3"),
    ("4292 < a1 Authenticate Plain AGphbmUAczNjcmV0LVB3 ", "AGphbmUAczNjcmV0LVB3"),
    ("vchkpw-pop3: password fail (pass: 's3cret-Pw') ben@shop.example:192.0.2.30", "s3cret-Pw"),
    ("vchkpw-smtp: password fail (pass: 'it's s3cret-Pw') ben@shop.example:192.0.2.30", "s3cret-Pw"),
    ("vchkpw-imap: password fail (pass: 's3cret-Pw') ben@shop.example:", "s3cret-Pw"),
    ("vchkpw-submission: system password fail (pass: 's3cret-Pw') root:192.0.2.30", "s3cret-Pw"),
];

#[test]
fn a_leaked_password_is_shown_nowhere() {
    for (line, secret) in LEAKS {
        for frame in ["", "@4000000064c12d0636a8f9c4 ", "Nov 21 19:05:29 mx vpopmail[5448]: "] {
            let log = read(&format!("{frame}{line}\n"));
            assert!(!shown(&log).contains(secret), "{frame}{line}");
            assert!(log.summary().passwords, "no warning: {frame}{line}");
        }
    }
}

#[test]
fn what_a_format_calls_a_password_is_shown_nowhere() {
    let mut checked = 0;
    for sample in FORMATS.iter().flat_map(|format| format.patterns).flat_map(|pattern| pattern.samples) {
        let log = read(&format!("{sample}\n"));
        let Some(line) = log.line(1) else { continue };
        for token in line.tokens.iter().filter(|token| token.role == Role::Password.name()) {
            // Masks have one length, whatever they hide.
            let behind = line.text.len() - token.at[1] as usize;
            let secret = &sample[token.at[0] as usize..sample.len() - behind];
            assert!(token.text.chars().all(|letter| letter == '*'), "{sample}");
            // A short word can stand in any sentence.
            if secret.len() > 5 && secret.chars().any(|letter| letter.is_ascii_digit()) {
                assert!(!shown(&log).contains(secret), "{sample}");
                checked += 1;
            }
        }
    }
    assert!(checked > 5, "only {checked} passwords were seen");
}
