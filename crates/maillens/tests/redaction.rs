//! Redaction and the reports: nothing that belongs to somebody is left, what lines mean stays, and the
//! customer's voice speaks plainly.

mod common;
#[path = "common/laws.rs"]
mod laws;
mod planted;

use laws::meaning;
use maillens::format::FORMATS;
use maillens::knowledge::glossary::TERMS;
use maillens::redact::{Kind, Redacted, told};
use maillens::report::customer::{self, Manner, Voice};
use maillens::report::document::{Block, Document};
use maillens::report::{self, table};
use maillens::vocabulary::Language;
use maillens::{Log, Settings, Show, Zone};
use proptest::prelude::*;

fn read(text: &str) -> Log {
    let settings = Settings { show: Show::In(Zone::utc()), ..common::settings() };
    Log::read(text.as_bytes(), settings)
}

/// Everything that can be made of a log.
fn outputs(log: &Log) -> Vec<String> {
    let all: Vec<u32> = (0..log.traces()).collect();
    // Each language has its turn: what it says must not be taken for an original.
    let language = Language::ALL[log.bytes().len() % Language::ALL.len()];
    let manners = [Manner { language, ..Manner::default() }, Voice::Engineer.into()];
    let reports = manners.map(|manner| customer::report(log, &all, manner));
    let mut outputs = vec![
        serde_json::to_string(&log.report()).expect("an export is JSON"),
        report::text(log, &all),
        table::attempts(log, &all),
        String::from_utf8_lossy(log.bytes()).into_owned(),
    ];
    outputs.extend(reports.iter().flat_map(|report| [report.text(), report.markdown(), report.page()]));
    outputs
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
    let (files, originals) =
        told(log, traces, Kind::ALL, &[], |log| [data(log), table::attempts(log, traces)]);
    for file in files {
        let left = originals.proof(&file).left;
        if !left.is_empty() {
            return Err(format!("{left:?} in {file}"));
        }
    }
    for voice in [Voice::Customer, Voice::Engineer] {
        let plain = customer::report(log, traces, voice);
        let (same, _) = told(log, traces, &[], &[], |log| customer::report(log, traces, voice));
        if log.summary().mended == 0 && !log.summary().passwords && plain != same {
            let apart = plain.sentences().zip(same.sentences()).find(|(a, b)| a != b);
            return Err(format!("{}\n{}\n{apart:?}", plain.text(), same.text()));
        }
        let (report, originals) =
            told(log, traces, Kind::ALL, &[], |log| customer::report(log, traces, voice));
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
        let redacted = Redacted::new(&log, Kind::ALL, &[]);
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

/// The logs of all cases, with the file of each.
fn tickets() -> Vec<(String, std::path::PathBuf)> {
    let (mut folders, mut found) =
        (vec![std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder of cases").flatten() {
            if entry.path().is_dir() {
                folders.push(entry.path());
                continue;
            }
            let text = std::fs::read_to_string(entry.path()).expect("a case is text");
            let blocks = text.split("\n```log\n").skip(1).filter_map(|rest| rest.split("\n```").next());
            found.extend(blocks.map(|block| (block.to_owned(), entry.path())));
        }
    }
    assert!(found.len() > 40, "{}", found.len());
    found
}

#[test]
fn every_ticket_of_the_cases_means_the_same_with_stand_ins() {
    let mut wrong = Vec::new();
    for (block, path) in tickets() {
        let mut log = read(&block);
        let redacted = Redacted::new(&log, Kind::ALL, &[]);
        if meaning(&log) != meaning(&redacted.log) {
            wrong.push(format!("{}\n{:#?}\n{:#?}", path.display(), meaning(&log), meaning(&redacted.log)));
        }
        for output in outputs(&redacted.log) {
            let left = redacted.originals.proof(&output).left;
            wrong.extend((!left.is_empty()).then(|| format!("{}: {left:?} in {output}", path.display())));
        }
        // What is redacted once more is other stand-ins for the same.
        let again = Redacted::new(&redacted.log, Kind::ALL, &[]);
        if meaning(&log) != meaning(&again.log) {
            wrong.push(format!("{}: not twice", path.display()));
        }
        let all: Vec<u32> = (0..log.traces()).collect();
        for traces in all.chunks(1).chain([all.as_slice()]) {
            wrong.extend(told_alike(&mut log, traces).err().map(|why| format!("{}\n{why}", path.display())));
        }
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n\n"));
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
    #![proptest_config(ProptestConfig { cases: 6, ..ProptestConfig::default() })]

    #[test]
    fn no_place_of_people_shows_them(seed: u64) {
        for (line, planted) in planted::places(seed) {
            let redacted = Redacted::new(&read(&line), Kind::ALL, &[]);
            let all: Vec<u32> = (0..redacted.log.traces()).collect();
            let told = [String::from_utf8_lossy(redacted.log.bytes()).into_owned(), report::text(&redacted.log, &all)];
            for text in told {
                let lower = text.to_lowercase();
                let left: Vec<_> = planted.iter().filter(|name| lower.contains(name.as_str())).collect();
                prop_assert!(left.is_empty(), "{left:?}\n{line}\n{text}");
                prop_assert_eq!(redacted.originals.proof(&text).left, [""; 0], "{}", line);
            }
        }
    }
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
        let redacted = Redacted::new(&log, Kind::ALL, &[]);
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
fn what_only_the_reader_can_tell_is_offered_and_replaced_where_it_is_chosen() {
    let log = read(
        "Info: the form of kontakt zwettler is closed\n\
         Nov 21 19:05:29 mx dovecot: imap-login: Login: user=<info>, method=PLAIN, rip=10.2.3.4, lip=10.2.3.5, mpid=4\n\
         Info: the mailbox of OBERHUBER is full\n",
    );
    let redacted = Redacted::new(&log, Kind::ALL, &[]);
    let text = String::from_utf8_lossy(redacted.log.bytes()).into_owned();
    let undecided = redacted.originals.undecided();
    assert_eq!(undecided, ["OBERHUBER", "zwettler"], "{text}");
    assert_eq!(redacted.originals.proof(&text).words, ["info"]);
    let also = ["Zwettler", "oberhuber", "info"].map(str::to_owned);
    let redacted = Redacted::new(&log, Kind::ALL, &also);
    for output in outputs(&redacted.log) {
        for word in &also[..2] {
            assert!(!output.to_lowercase().contains(&word.to_lowercase()), "{word} is left in\n{output}");
        }
        assert_eq!(redacted.originals.proof(&output).left, [""; 0], "{output}");
    }
    let text = String::from_utf8_lossy(redacted.log.bytes()).into_owned();
    assert!(text.contains("kontakt person") && !text.to_lowercase().contains("info"), "{text}");
    assert_eq!(redacted.originals.undecided(), [""; 0]);
    // What comes back is told.
    assert_eq!(redacted.originals.proof("from zwettler to info").left, ["zwettler"]);
}

#[test]
fn equal_values_have_equal_stand_ins_and_different_ones_different() {
    // More than there are addresses for documentation.
    const COUNT: usize = 800;
    let line =
        |n: usize| format!("u{n}q@d{n}q.test from 10.{}.{}.7 and u{n}q@d{n}q.test\n", n / 200, n % 200);
    let redacted = Redacted::new(&read(&(0..COUNT).map(line).collect::<String>()), Kind::ALL, &[]);
    let of_names = |of: &&(Kind, String, String)| of.0 != Kind::Name && of.1.contains('.');
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
    let redacted = Redacted::new(&log, Kind::ALL, &[]);
    let text = String::from_utf8_lossy(redacted.log.bytes());
    assert_eq!(redacted.originals.proof(&text).left, [""; 0], "{text}");
    // A stand-in for the second would begin as the first.
    let log = read(
        "2026-11-21 19:08:56 starting delivery 1: msg 1 to remote u2@host2.example\n\
         2026-11-21 19:08:57 starting delivery 2: msg 2 to remote u3@host20.example\n",
    );
    let redacted = Redacted::new(&log, Kind::ALL, &[]);
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
    // What a customer reads and chooses in the settings of an app, under these very names.
    const SETTINGS: &[&str] = &["SSL", "TLS", "STARTTLS", "VPN"];
    let plain = |text: &str| {
        let words: Vec<&str> = text.split(|letter: char| !letter.is_alphanumeric()).collect();
        for word in words {
            assert!(!is_acronym(word) || SETTINGS.contains(&word), "{word} in: {text}");
            assert!(!JARGON.contains(&word.to_lowercase().as_str()), "{word} in: {text}");
        }
    };
    for sample in samples() {
        let log = read(sample);
        let all: Vec<u32> = (0..log.traces()).collect();
        let redacted = Redacted::new(&log, Kind::ALL, &[]);
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

#[test]
fn the_proof_reads_every_spelling_of_an_output() {
    let log = read("Subject: Fish & chips\nFrom: <jane.roe@shop.test>\n");
    let originals = Redacted::new(&log, Kind::ALL, &[]).originals;
    for (output, left) in [
        ("<p>Fish &amp; chips</p>", "fish & chips"),
        ("{\"subject\":\"Fish \\u0026 chips\"}", "fish & chips"),
        ("?s=fish%20%26%20chips", "fish & chips"),
        ("<a>jane.roe&#64;shop.test</a>", "jane.roe@shop.test"),
        ("?to=jane.roe%40shop.test", "jane.roe@shop.test"),
        ("to=jane.roe=40shop.test", "jane.roe@shop.test"),
    ] {
        assert!(originals.proof(output).left.iter().any(|of| of == left), "{output}");
    }
    assert_eq!(originals.proof("<p>Fish and chips &amp; peas</p>").left, [""; 0]);
}

#[test]
fn a_log_that_holds_placeholders_gets_others() {
    let text = "x person1@host1.example.com y host2.example.com z 192.0.2.1 real@kundefirma.de\n";
    let redacted = Redacted::new(&read(text), Kind::ALL, &[]);
    let now = String::from_utf8_lossy(redacted.log.bytes()).into_owned();
    assert!(!now.contains("kundefirma"), "{now}");
    assert_eq!(redacted.originals.proof(&now).left, Vec::<String>::new(), "{now}");
}

/// Whatever letter an id begins or ends with, the lines of its session belong together.
#[test]
fn sessions_stay_together_whatever_their_ids_begin_with() {
    for id in [
        "+aoHDM5gPVjGM2Q0",
        "/F+uF85gvuTLAHEt",
        "kAW0C85gMHHGM2Q/",
        "+AW0C85gMHHGM2Q+",
        "+MTqCs5gfuQgAQ24AAQAAAAAAAAAAAAR",
    ] {
        let text = format!(
            "Nov 21 19:05:41 mx dovecot: auth: passwd-file(ben@shop.test,198.51.100.52,<{id}>): unknown user\n\
             Nov 21 19:05:43 mx dovecot: imap-login: Disconnected: Connection closed (auth failed, 1 attempts in 2 secs): user=<ben@shop.test>, method=PLAIN, rip=198.51.100.52, lip=192.0.2.1, session=<{id}>\n\
             Nov 21 19:06:43 mx dovecot: imap(eva@shop.test)<12><{id}>: Disconnected: Logged out in=7 out=9\n\
             no format reads this: {id}\n"
        );
        let log = read(&text);
        let redacted = Redacted::new(&log, Kind::ALL, &[]);
        assert_eq!(meaning(&log), meaning(&redacted.log), "{id}");
        for output in outputs(&redacted.log) {
            assert!(!output.contains(id), "{output}");
        }
        assert!(!redacted.originals.proof(&text).left.is_empty());
        // The proof knows the id alone, too.
        assert!(
            redacted
                .originals
                .proof(&format!("it was {id}."))
                .left
                .iter()
                .any(|left| *left == id.to_lowercase())
        );
    }
}

/// Addresses of documentation are placeholders and originals at once, and columns of a file of logins only look like one.
#[test]
fn what_looks_like_an_address_of_documentation_never_makes_it_refuse() {
    for (text, holds) in [
        ("Nov 21 19:00:03 mx postfix/smtpd[1]: connect from unknown[2001:db8::]\n", ""),
        ("ip6:2001:db8::/32 and 2001:db8:1::7\n", "/32 and "),
        ("mynetworks = [2001:db8::]/32 [2001:db8::5]/128\n", "]/32 ["),
        ("mynetworks = 192.0.2.0/24 [2001:db8:0:1::]/64 [2001:db8::1]/128 [::1]/128\n", "[::1]/128"),
        ("ben:abJnggxhB/yWI:1001:1001::/home/ben:/bin/sh\n", ":1001:1001::/home/"),
        ("ben:x:1001:1001::0:0:Ben Zwettler:/home/ben:/bin/sh\n", ":1001:1001::0:0:"),
        ("user 1001:1001::/home/x\n", "1001:1001::/home/"),
    ] {
        let redacted = Redacted::new(&read(text), Kind::ALL, &[]);
        for output in outputs(&redacted.log) {
            assert_eq!(redacted.originals.proof(&output).left, [""; 0], "{text}{output}");
        }
        let now = String::from_utf8_lossy(redacted.log.bytes()).into_owned();
        assert!(now.contains(holds), "{now}");
    }
}

/// `[203.0.113.xx]` names no host, so it stays what it is, and the line is read as before.
#[test]
fn what_is_left_of_an_address_is_no_host() {
    for address in ["xx.xxx.xxx.44", "203.0.113.XX", "x.x.x.x"] {
        let text = format!(
            "Nov 21 09:14:02 mx postfix/smtpd[101]: 4XkQ1n2m3Zz9: client=mail.shop.test[{address}]\n"
        );
        let log = read(&text);
        let redacted = Redacted::new(&log, Kind::ALL, &[]);
        let told = String::from_utf8_lossy(redacted.log.bytes()).into_owned();
        assert!(told.contains(address) && !told.contains("shop.test"), "{told}");
        let kind = |log: &Log| log.line(1).and_then(|line| line.kind);
        assert_eq!(kind(&redacted.log), kind(&log), "{told}");
    }
}

/// A registry's field is somebody's, an error that ends in the same word is not; and a bank's number holds a check.
#[test]
fn fields_of_a_registry_and_numbers_of_accounts_are_found() {
    let text = "Registrant Organization: Blumen Trust\n   Tech Street: Hafenweg 12\nBad address: missing domain part\n\
                Please pay to DE89 3704 0044 0532 0130 00.\nKey AB12 3704 0044 0532 0130 00\n";
    let redacted = Redacted::new(&read(text), Kind::ALL, &[]);
    let told = String::from_utf8_lossy(redacted.log.bytes()).into_owned();
    for gone in ["Blumen", "Hafenweg", "DE89 3704"] {
        assert!(!told.contains(gone), "{told}");
    }
    for kept in ["Registrant Organization:", "Tech Street:", "Bad address: missing domain part", "AB12 3704"]
    {
        assert!(told.contains(kept), "{told}");
    }
}
