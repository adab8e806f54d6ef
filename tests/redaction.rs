//! Redaction and the reports: nothing that belongs to somebody is left, what lines mean stays, and the
//! customer's voice speaks plainly.

mod common;

use maillens::format::FORMATS;
use maillens::knowledge::glossary::TERMS;
use maillens::knowledge::reason::REASONS;
use maillens::report::customer::{self, Voice};
use maillens::report::document::{Block, Document};
use maillens::report::redact::{Kind, Redacted, told};
use maillens::report::{self, table};
use maillens::{Log, Settings, Show, Zone};
use proptest::prelude::*;

fn read(text: &str) -> Log {
    let settings = Settings { show: Show::In(Zone::utc()), ..common::settings() };
    Log::read(text.as_bytes(), settings)
}

/// Everything that can be made of a log.
fn outputs(log: &Log) -> Vec<String> {
    let all: Vec<u32> = (0..log.traces()).collect();
    let reports = [Voice::Customer, Voice::Engineer].map(|voice| customer::report(log, &all, voice));
    let mut outputs = vec![
        serde_json::to_string(&log.report()).expect("an export is JSON"),
        report::text(log, &all),
        table::attempts(log, &all),
        String::from_utf8_lossy(log.bytes()).into_owned(),
    ];
    outputs.extend(reports.iter().flat_map(|report| [report.text(), report.markdown(), report.page()]));
    outputs
}

/// What the lines and traces of a log are, without anybody's data. A password that is masked is no longer
/// seen to be one.
fn meaning(log: &Log) -> Vec<String> {
    let report = log.report();
    let lines = report.lines.iter().map(|line| {
        let masked = line.text.contains("****");
        let kind = line.kind.as_deref().filter(|_| !masked);
        format!("{:?} {kind:?} {:?}", line.format, line.trace)
    });
    let traces = report.traces.iter().map(|trace| {
        let attempts: Vec<_> =
            trace.attempts.iter().map(|attempt| (attempt.outcome, attempt.reason)).collect();
        format!("{:?} {:?} {:?} {attempts:?}", trace.kind, trace.outcome, trace.login)
    });
    lines.chain(traces).collect()
}

/// The blocks of a report and the lines that each sentence rests on: all but the words.
fn shape(document: &Document) -> Vec<String> {
    let blocks = document.blocks.iter().map(|block| match block {
        Block::Heading(name) => name.clone(),
        Block::Log(lines) => {
            let kinds: Vec<_> = lines.iter().map(|line| (line.line, line.format.clone())).collect();
            format!("{kinds:?}")
        }
        other => format!("{:?}", std::mem::discriminant(other)),
    });
    let rests = document.sentences().map(|said| format!("{:?} {}", said.lines, said.command.is_some()));
    blocks.chain(rests).collect()
}

/// Fails unless the reports on some traces are the same with stand-ins, and hold no original.
fn told_alike(log: &mut Log, traces: &[u32]) -> Result<(), String> {
    let data = |log: &Log| serde_json::to_string(&log.report_on(traces)).expect("an export is JSON");
    let (files, originals) = told(log, traces, Kind::ALL, |log| [data(log), table::attempts(log, traces)]);
    for file in files {
        let left = originals.proof(&file).left;
        if !left.is_empty() {
            return Err(format!("{left:?} in {file}"));
        }
    }
    for voice in [Voice::Customer, Voice::Engineer] {
        let plain = customer::report(log, traces, voice);
        let (same, _) = told(log, traces, &[], |log| customer::report(log, traces, voice));
        if log.summary().mended == 0 && !log.summary().passwords && plain != same {
            return Err(format!("{}\n{}", plain.text(), same.text()));
        }
        let (report, originals) = told(log, traces, Kind::ALL, |log| customer::report(log, traces, voice));
        if shape(&plain) != shape(&report) && !log.summary().passwords {
            return Err(format!("{:#?}\n{:#?}", shape(&plain), shape(&report)));
        }
        for output in [report.text(), report.markdown(), report.page()] {
            let left = originals.proof(&output).left;
            if !left.is_empty() {
                return Err(format!("{left:?} in {output}"));
            }
        }
    }
    Ok(())
}

fn samples() -> Vec<&'static str> {
    FORMATS.iter().flat_map(|format| format.patterns).flat_map(|pattern| pattern.samples).copied().collect()
}

#[test]
fn every_sample_means_the_same_with_stand_ins_and_holds_no_original() {
    let mut wrong = Vec::new();
    for sample in samples() {
        let log = read(sample);
        let redacted = Redacted::new(&log, Kind::ALL);
        let left: Vec<usize> =
            outputs(&redacted.log).iter().map(|output| redacted.originals.proof(output).left.len()).collect();
        if left.iter().any(|left| *left > 0) || meaning(&log) != meaning(&redacted.log) {
            wrong.push(format!(
                "{left:?}\n  {sample}\n  {}  {:?}\n  {:?}\n  {:?}",
                String::from_utf8_lossy(redacted.log.bytes()),
                redacted.originals.replaced,
                meaning(&log),
                meaning(&redacted.log)
            ));
        }
    }
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), samples().len(), wrong.join("\n"));
}

#[test]
fn every_ticket_of_the_cases_means_the_same_with_stand_ins() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut folders = vec![folder];
    let mut seen = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder of cases").flatten() {
            if entry.path().is_dir() {
                folders.push(entry.path());
                continue;
            }
            let text = std::fs::read_to_string(entry.path()).expect("a case is text");
            for block in text.split("\n```log\n").skip(1).filter_map(|rest| rest.split("\n```").next()) {
                seen += 1;
                let log = read(block);
                let redacted = Redacted::new(&log, Kind::ALL);
                for output in outputs(&redacted.log) {
                    assert!(redacted.originals.proof(&output).left.is_empty(), "{}", entry.path().display());
                }
                assert_eq!(meaning(&log), meaning(&redacted.log), "{}", entry.path().display());
                // What is redacted once more is other stand-ins for the same.
                let again = Redacted::new(&redacted.log, Kind::ALL);
                assert_eq!(meaning(&log), meaning(&again.log), "{}", entry.path().display());
                let (mut log, all) = (read(block), (0..log.traces()).collect::<Vec<u32>>());
                for traces in all.chunks(1).chain([all.as_slice()]) {
                    assert_eq!(told_alike(&mut log, traces), Ok(()), "{}", entry.path().display());
                }
            }
        }
    }
    assert!(seen > 40, "{seen}");
}

#[test]
fn what_is_told_of_some_traces_is_the_same_with_stand_ins() {
    let mut wrong = Vec::new();
    for sample in samples() {
        let mut log = read(sample);
        for trace in 0..log.traces() {
            wrong.extend(told_alike(&mut log, &[trace]).err().map(|why| format!("{sample}\n{why}")));
        }
    }
    // One log of everything: the traces beside those that are told of change nothing.
    let mut log = read(&samples().join("\n"));
    for first in (0..log.traces().saturating_sub(3)).step_by(9) {
        let traces = [first, first + 1, first + 2];
        wrong.extend(told_alike(&mut log, &traces).err().map(|why| format!("{traces:?}\n{why}")));
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n\n"));
}

/// A log about somebody, whose values no other test knows.
fn told_of(user: &str, domain: &str, ip: &str) -> String {
    format!(
        "2023-07-26 14:28:27.917076500 info msg 574692321: bytes 16593 from <{user}@{domain}> qp 5228 uid 108\n\
         2023-07-26 14:28:27.920988500 starting delivery 373: msg 574692321 to remote x.{user}@far.{domain}\n\
         2023-07-26 14:28:28.014981500 delivery 373: failure: {ip}_does_not_like_recipient./Remote_host_said:_550_5.1.1_<x.{user}@far.{domain}>_unknown,_see_http://help.{domain}/{user}/Giving_up_on_{ip}./\n\
         Nov 21 19:06:00 imap-login: Info: Disconnected: Aborted login (auth failed, 1 attempts in 2 secs): user=<{user}@{domain}>, method=PLAIN, rip={ip}, lip=192.0.2.25, session=<kAW0C85gMHHGM2Q2>\n\
         no format reads this: {user}@{domain} came from {ip} to /home/{domain}/{user}/Maildir\n"
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn no_output_holds_what_was_planted(
        user in "[a-z]{3,6}[0-9]{2}",
        domain in "[a-z]{4,8}[0-9]\\.(net|test|co\\.uk)",
        ip in "(1[0-9]|2[0-9])\\.[1-9][0-9]\\.[1-9][0-9]\\.[1-9][0-9]",
    ) {
        let log = read(&told_of(&user, &domain, &ip));
        let redacted = Redacted::new(&log, Kind::ALL);
        prop_assert_eq!(meaning(&log), meaning(&redacted.log));
        for output in outputs(&redacted.log) {
            for planted in [&user, &domain, &ip] {
                prop_assert!(!output.contains(planted.as_str()), "{planted} is left in\n{output}");
            }
            let proof = redacted.originals.proof(&output);
            prop_assert!(proof.left.is_empty() && proof.searched > 5, "{proof:?}");
        }
        // The proof sees what is not redacted.
        for output in outputs(&log) {
            prop_assert!(!redacted.originals.proof(&output).left.is_empty());
        }
    }
}

#[test]
fn equal_values_have_equal_stand_ins_and_different_ones_different() {
    // More than there are addresses for documentation.
    const COUNT: usize = 800;
    let line =
        |n: usize| format!("u{n}q@d{n}q.test from 10.{}.{}.7 and u{n}q@d{n}q.test\n", n / 200, n % 200);
    let redacted = Redacted::new(&read(&(0..COUNT).map(line).collect::<String>()), Kind::ALL);
    let of_names = |of: &&(Kind, String, String)| of.0 != Kind::Name;
    let mut stand_ins: Vec<&str> =
        redacted.originals.replaced.iter().filter(of_names).map(|of| of.2.as_str()).collect();
    stand_ins.sort_unstable();
    stand_ins.dedup();
    assert_eq!(stand_ins.len(), 3 * COUNT);
    for line in String::from_utf8_lossy(redacted.log.bytes()).lines() {
        let words: Vec<&str> = line.split(' ').collect();
        assert_eq!(words[0], words[4]);
        assert!(words[0].ends_with(".example.com"));
    }
}

#[test]
fn a_stand_in_brings_no_name_of_the_log_back() {
    let log = read(
        "2026-11-21 19:08:56 info msg 1: bytes 5 from <ana@host1> qp 1 uid 1\n\
         2026-11-21 19:08:56 info msg 2: bytes 5 from <person1@shop.test> qp 2 uid 1\n",
    );
    let redacted = Redacted::new(&log, Kind::ALL);
    let text = String::from_utf8_lossy(redacted.log.bytes());
    assert_eq!(redacted.originals.proof(&text).left, [""; 0], "{text}");
}

/// Letters that stand for words: what a customer need not know.
fn is_acronym(word: &str) -> bool {
    TERMS.iter().any(|term| !term.stands_for.is_empty() && term.term == word)
        || ["DNS", "IP", "SSL", "TLS", "HELO", "EHLO", "URL", "ID", "OK", "RBL", "DSN"].contains(&word)
}

#[test]
fn the_customer_meets_no_acronym_and_no_jargon() {
    const JARGON: &[&str] =
        &["bounce", "deferral", "envelope", "queue", "postmaster", "relay", "daemon", "header"];
    let plain = |text: &str| {
        let words: Vec<&str> = text.split(|letter: char| !letter.is_alphanumeric()).collect();
        for word in words {
            assert!(!is_acronym(word), "{word} in: {text}");
            assert!(!JARGON.contains(&word.to_lowercase().as_str()), "{word} in: {text}");
        }
    };
    for facts in &REASONS {
        plain(facts.means);
        plain(facts.customer);
    }
    for sample in samples() {
        let log = read(sample);
        let all: Vec<u32> = (0..log.traces()).collect();
        let redacted = Redacted::new(&log, Kind::ALL);
        let text = customer::report(&redacted.log, &all, Voice::Customer).text();
        plain(&text.replace("(UTC)", ""));
    }
}

#[test]
fn every_sentence_of_a_report_rests_on_lines_of_the_paste() {
    for sample in samples() {
        let log = read(sample);
        let all: Vec<u32> = (0..log.traces()).collect();
        for voice in [Voice::Customer, Voice::Engineer] {
            let report = customer::report(&log, &all, voice);
            assert_eq!(report.sentences().count() == 0, all.is_empty());
            for said in report.sentences() {
                assert!(
                    !said.lines.is_empty() && said.lines.iter().all(|line| (1..=log.lines()).contains(line))
                );
                assert!(
                    said.text.ends_with(['.', '?', '”', ')', ':']) || !said.text.contains(". "),
                    "{}",
                    said.text
                );
            }
        }
    }
}
