//! Laws of heads: whatever stands in front of a line, the line is read as the same, and no line is lost in another.

use super::{CONTINUED, Claim, Log};
use crate::Settings;
use crate::format::{FORMATS, Place};
use std::fmt::Write;

/// A sample with the program that writes it; none for what no program's name stands in front of.
struct Sample {
    program: &'static str,
    dovecot: bool,
    text: &'static str,
}

fn samples() -> Vec<Sample> {
    let lines = FORMATS.iter().filter(|format| matches!(format.place, Place::Line | Place::Program));
    // What a web page shows stands under no head of a log.
    lines
        .filter(|format| format.id != "message-trace")
        .flat_map(|format| {
            let program = format.programs.first().copied().unwrap_or_default();
            // A text that begins with any word may begin with a head, and one with its own tag needs none.
            let telling = format.patterns.iter().filter(|pattern| !pattern.template.starts_with('{'));
            let samples = telling.flat_map(|pattern| pattern.samples);
            // What is masked is shorter than it was.
            let samples = samples
                .filter(move |text| !text.starts_with(&format!("{program}[")) && !text.contains("password"));
            samples.map(move |text| Sample { program, dovecot: format.realm == "dovecot", text })
        })
        .filter(|sample| !sample.text.is_empty() && !sample.text.contains('\n'))
        .collect()
}

/// What a line is read as: its pattern and the parts of its body.
fn read(log: &Log, index: u32) -> String {
    let Claim::Entry(_) = log.claim_of(index) else { return format!("{:?}", log.claim_of(index)) };
    let parsed = log.parse(index);
    let Some(entry) = parsed.entry else { return "claimed, and fits no more".into() };
    let mut parts = format!("{} {}", entry.format.id, entry.pattern.id);
    // A line may name its process in its tag and in its text.
    for capture in parsed.captures.iter().filter(|capture| entry.field(**capture).name != "pid") {
        let text = String::from_utf8_lossy(capture.at.of(parsed.body())).into_owned();
        let _ = write!(parts, " {}={:?}", entry.field(*capture).name, text.trim_end());
    }
    parts
}

fn log(lines: &[String]) -> Log {
    Log::read(lines.join("\n").as_bytes(), Settings::at(1_796_000_000))
}

/// The tag of a sample under a head that names the program.
fn tag(sample: &Sample) -> String {
    match (sample.program, sample.dovecot) {
        (program, true) => format!("dovecot: {program}(ana@shop.example)<4711><x1>: "),
        (program, false) => format!("{program}[4711]: "),
    }
}

/// Heads of lines that a program's name stands in front of.
const TAGGED: &[&str] = &[
    "{tag}{}",
    "mx1 {tag}{}",
    "Nov 21 19:05:29 {tag}{}",
    "nov. 21 19:05:29 mx1 {tag}{}",
    "21 Nov 2026 19:05:29 mx1 {tag}{}",
    "Sat Nov 21 19:05:29 2026 mx1 {tag}{}",
    "2026-11-21 19:05:29 {tag}{}",
    "2026/11/21 19:05:29 [info] mx1 {tag}{}",
    "2026-11-21T19:05:29.617755+00:00 INFO    {tag}{}",
    "[2026-11-21 19:05:29] mx1 {tag}{}",
    "21/Nov/2026:19:05:29 +0000 mx1 {tag}{}",
    "1795287929 mx1 {tag}{}",
    "11/21/2026, 7:05:29 PM | info | {tag}{}",
    "21.11.2026 19:05:29\t{tag}{}",
    "<mail.info> {tag}{}",
    "mail_smtp.1.k3x@node1    | {tag}{}",
    "mailserver  | mx1 {tag}{}",
    "mail-1 | Nov 21 19:05:29 mx1 {tag}{}",
    "2026-11-21T19:05:29.6Z stdout F {tag}{}",
    "Nov 21 19:05:29 host dockerd-current[1313]: {tag}{}",
    "[...] mx1 {tag}{}",
    "[/COLOR][COLOR=Blue]Nov 21 19:05:29 mx1 {tag}{}",
    "\0\x0cNov 21 19:05:29 mx1 {tag}{}",
    "\x0cNov 21 19:05:29 mx1 {tag}{}",
    "mail.info: Nov 21 19:05:29 mx1 {tag}{}",
    "Line 12: Nov 21 19:05:29 mx1 {tag}{}",
    "2026. nov. 21. 19:05:29 mx1 {tag}{}",
    "20261121 19:05:29 mx1 {tag}{}",
    "20261121T190529Z mx1 {tag}{}",
    "Nov 21 19:05:29 mx1 mail.info {tag}{}",
    "INFO: Nov 21 19:05:29 mx1 {tag}{}",
    "\"2026-11-21 19:05:29\" mx1 {tag}{}",
    "time=\"2026-11-21T19:05:29Z\" level=info msg={tag}{}",
    "Nov 21, 2026 @ 19:05:29.123 mx1 {tag}{}",
    "21.11. 19:05:29 mx1 {tag}{}",
    "2026-11-21_19:05:29 mx1 {tag}{}",
    "2026-11-21 19:05:29Z mx1 {tag}{}",
    "\u{2591}\u{2591} Nov 21 19:05:29 mx1 {tag}{}",
    "[postfix] Nov 21 19:05:29 mx1 {tag}{}",
    "Νοε 21 19:05:29 mx1 {tag}{}",
];

/// Heads that nobody knows.
const STRANGE: &[&str] =
    &["Xyz  4 14:44:07 mx {}", "[14|44|07] mx {}", "@@ 20.11 | 7 {}", "mail (2026, 11, 21) {}"];

/// Heads of lines that say themselves what program wrote them.
const UNTAGGED: &[&str] = &[
    "Nov 21 19:05:29 mx1 qmail: 1795287929.273118 {}",
    "Nov 21 19:05:29 mx1 qmail[77]: 1795287929.273118 {}",
    "Nov 21 19:05:29 mx1 splogger: 1795287929.273118 {}",
    "qmail: 1795287929.273118 {}",
    "1795287929.273118 {}",
    "1795287929.27 {}",
    "1795287929 {}",
    "2026-11-21 19:05:29.273118500 {}",
    "mail-1 | 1795287929.273118 {}",
    "11/21/2026, 7:05:29 PM | info | {}",
    "mail.shop.example 2026-11-21 19:05:29 {}",
    "mail 2026-11-21 19:05:29 {}",
    "[postfix] 2026-11-21 19:05:29 {}",
    "19:05:29.123 mx 2026-11-21 19:05:29 {}",
    "\x0c2026-11-21 19:05:29 {}",
];

/// From this one on, what stands in front of the time in those may be words.
const WEAK: usize = 10;

#[test]
fn no_line_is_lost_in_another_under_a_head_that_nobody_knows() {
    let samples = samples();
    for head in STRANGE {
        let lines = samples.iter().step_by(3).map(|sample| {
            let tag = if sample.program.is_empty() { String::new() } else { tag(sample) };
            head.replace("{}", &format!("{tag}{}", sample.text))
        });
        let lines: Vec<String> = lines.collect();
        let log = log(&lines);
        for (index, line) in lines.iter().enumerate() {
            assert_ne!(log.columns.entry[index], CONTINUED, "{line}");
        }
    }
}

#[test]
fn every_sample_is_read_alike_under_every_head_and_none_is_lost_in_another() {
    let samples = samples();
    let mut wrong = String::new();
    let (mut all, mut kept) = (0, 0);
    for tagged in [true, false] {
        let of: Vec<&Sample> = samples.iter().filter(|sample| sample.program.is_empty() != tagged).collect();
        let plain: Vec<String> = of
            .iter()
            .map(|sample| {
                if tagged {
                    format!("Nov 21 19:05:29 mx1 {}{}", tag(sample), sample.text)
                } else {
                    format!("@400000006b01ecac399032cc {}", sample.text)
                }
            })
            .collect();
        let plain = log(&plain);
        for (number, head) in if tagged { TAGGED } else { UNTAGGED }.iter().enumerate() {
            // Each sample stands under every fourth head, and its neighbors under the others.
            let of: Vec<(u32, &&Sample)> = (0..).zip(&of).skip(number % 4).step_by(4).collect();
            let lines = of.iter().flat_map(|(_, sample)| {
                let line = head.replace("{tag}", &tag(sample)).replace("{}", sample.text);
                [line.clone(), line]
            });
            let log = log(&lines.collect::<Vec<_>>());
            for (at, (whole, sample)) in (0..).zip(&of) {
                let want = read(&plain, *whole);
                // Behind what may be words, only what tells what it is counts.
                let loose = plain.parse(*whole).entry.is_some_and(|entry| entry.pattern.loose);
                if loose && !tagged && number >= WEAK {
                    continue;
                }
                if plain.is_unread(*whole) || plain.parse(*whole).entry.is_some_and(|entry| entry.partly) {
                    continue;
                }
                for line in [2 * at, 2 * at + 1] {
                    let got = read(&log, line);
                    all += 1;
                    kept += usize::from(got == want);
                    if got != want {
                        let _ = writeln!(
                            wrong,
                            "{head:?}: {:?}\n  is read as {got}\n  not as     {want}",
                            sample.text
                        );
                    }
                }
            }
        }
    }
    assert!(kept == all, "{kept} of {all}\n{wrong}");
}
