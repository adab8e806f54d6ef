//! What an answer may claim, held over every sample of every format and over the logs of all cases: it says no more
//! than a line shows, its parts do not deny each other, and its steps are few and fit the software.

mod common;

use maillens::Log;
use maillens::export::{Attempt, Step, Trace};
use maillens::format::{FORMATS, Place};
use maillens::report::customer::{Voice, report};
use maillens::vocabulary::{AttemptOutcome, Circumstance, Lasts, Outcome, Party, Reason, Stage, TraceType};
use std::fs;
use std::path::{Path, PathBuf};

fn read(text: &str) -> Log {
    Log::read(text.as_bytes(), common::settings())
}

/// The logs of the cases, and every sample as its own log.
fn logs() -> Vec<(String, Log)> {
    let mut logs = Vec::new();
    for format in FORMATS.iter().filter(|format| format.place != Place::Result) {
        for pattern in format.patterns {
            for sample in pattern.samples {
                let head = format
                    .programs
                    .first()
                    .map_or(String::new(), |program| format!("Nov 21 19:05:29 mx {program}[7]: "));
                logs.push((format!("{}: {}", format.id, pattern.id), read(&format!("{head}{sample}\n"))));
            }
        }
    }
    let mut files = Vec::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases"), &mut files);
    for file in files {
        let text = fs::read_to_string(&file).expect("a case is text");
        for block in text.split("```log\n").skip(1) {
            let log = block.split("\n```").next().unwrap_or_default();
            logs.push((file.display().to_string(), read(log)));
        }
    }
    logs
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the folder of the cases").flatten() {
        let path = entry.path();
        if path.is_dir() { collect(&path, found) } else { found.push(path) }
    }
}

/// What breaks a law, over all traces of all logs.
fn broken(law: impl Fn(&Log, &Trace) -> Option<String>) {
    let mut wrong = Vec::new();
    for (name, log) in logs() {
        for number in 0..log.traces() {
            let Some(trace) = log.trace(number) else { continue };
            wrong.extend(
                law(&log, &trace).map(|why| format!("{name}: {why} [{}]", trace.explanation.headline)),
            );
        }
    }
    wrong.sort();
    wrong.dedup();
    assert!(wrong.is_empty(), "{} times:\n{}", wrong.len(), wrong[..wrong.len().min(40)].join("\n"));
}

/// True for a notice, which nobody sent and nobody misses, and for forged mail that came back.
fn is_notice(trace: &Trace) -> bool {
    if trace.explanation.circumstance == Some(Circumstance::Forged) {
        return true;
    }
    matches!(trace.sender.as_deref(), Some("" | "<>" | "#@[]" | "MAILER-DAEMON"))
}

#[test]
fn nobody_must_act_is_never_said_of_what_stays_broken() {
    broken(|_, trace| {
        let nobody = trace.explanation.party == Party::Nobody;
        let lost = matches!(trace.kind, TraceType::Message | TraceType::Bounce | TraceType::Dialogue);
        // What a stranger had tried to send through the server isn't lost: every answer says that it isn't for strangers.
        let of_strangers =
            |of: &Attempt| matches!(of.reason, Some(Reason::NoRelaying | Reason::SecurityError));
        let tried = trace.explanation.circumstance == Some(Circumstance::Survey)
            && trace.kind == TraceType::Dialogue
            && !trace.attempts.is_empty()
            && trace.attempts.iter().all(of_strangers);
        let failed = lost && trace.outcome == Outcome::Failed && !is_notice(trace) && !tried;
        (nobody && (failed || trace.explanation.lasts == Some(Lasts::Permanent)))
            .then(|| "nobody must act, and yet it failed".into())
    });
}

#[test]
fn steps_are_three_at_most() {
    broken(|_, trace| {
        (trace.explanation.next.len() > 3).then(|| format!("{} steps", trace.explanation.next.len()))
    });
}

#[test]
fn the_look_up_in_dns_is_named_only_where_a_text_names_it() {
    broken(|log, trace| {
        // What asks DNS itself need not name it.
        if trace.format == "dns-lookup" {
            return None;
        }
        let said: String = (trace.first_line..=trace.last_line)
            .filter_map(|line| log.line(line))
            .map(|line| line.text.to_ascii_lowercase().replace('_', " "))
            .collect();
        let named = [
            "dns",
            "lookup",
            "look up",
            "resol",
            "name service",
            "name server",
            "host",
            "domain",
            "mx",
            "nxdomain",
            "exchanger",
            "not known",
        ];
        let silent = trace.explanation.stage == Stage::Dns && !named.iter().any(|word| said.contains(word));
        (silent || trace.explanation.stage == Stage::Dns && said.contains("connection refused"))
            .then(|| "DNS is named by no text".into())
    });
}

#[test]
fn the_mailbox_is_named_only_where_a_delivery_reached_it() {
    broken(|log, trace| {
        let said = report(log, &[trace.trace], Voice::Customer).text();
        let reached = trace.attempts.iter().any(|tried| tried.outcome == AttemptOutcome::Success);
        (said.contains("is in the mailbox") && !reached).then(|| said.clone())
    });
}

#[test]
fn what_is_lost_is_never_answered_with_nothing_to_do_alone() {
    broken(|log, trace| {
        let lost = trace.attempts.iter().any(|tried| tried.outcome == AttemptOutcome::Failure);
        let said = report(log, &[trace.trace], Voice::Customer).text();
        let todo = said.split("What you can do").nth(1).unwrap_or_default().replace('\n', " ");
        let nothing = [
            "You don't need to do anything.",
            "You don't need to do anything.",
            "You don't need to do anything for now.",
        ];
        (lost && !is_notice(trace) && nothing.contains(&todo.trim())).then(|| todo.clone())
    });
}

#[test]
fn no_software_is_told_to_use_another_ones_tools() {
    let own: &[(&str, &[&str])] = &[
        ("postfix-", &["exim", "exiq", "exigrep", "qmail", "rcpthosts", ".qmail"]),
        ("exim-", &["postqueue", "postconf", "qmail", "rcpthosts", "/var/log/maillog"]),
        ("qmail-", &["postqueue", "postconf", "exigrep", "exim "]),
        ("sendmail-", &["postqueue", "postconf", "qmail", "exigrep"]),
    ];
    broken(|_, trace| {
        let (_, others) = own.iter().find(|(format, _)| trace.format.starts_with(format))?;
        let said: Vec<String> = (trace.explanation.next.iter())
            .map(|step| format!(" {} {}", step.text, step.command.as_deref().unwrap_or_default()))
            .collect();
        let said = said.concat().replace(" exist", " ").replace("existing", "");
        // What the log itself names as the cause, such as who has a port, is dealt with by its own name.
        let strange = |other: &&&str| said.contains(**other) && !trace.explanation.headline.contains(**other);
        others.iter().find(strange).map(|other| format!("{other} in:{said}"))
    });
}

#[test]
fn what_is_normal_or_not_lost_is_said_by_a_line() {
    broken(|log, trace| {
        let said = report(log, &[trace.trace], Voice::Engineer).text()
            + &report(log, &[trace.trace], Voice::Customer).text();
        let failed = matches!(trace.outcome, Outcome::Failed | Outcome::Deferred);
        let claims = ["Nothing is lost", "nothing is lost", "is in the inbox", "puts mail into the inbox"];
        claims.iter().find(|claim| failed && said.contains(**claim)).map(|claim| (*claim).into())
    });
}

#[test]
fn a_next_hop_of_our_own_is_never_looked_for_in_dns() {
    let hops =
        ["127.0.0.1[127.0.0.1]:10024", "mx.shop.example[private/dovecot-lmtp]", "10.0.0.7[10.0.0.7]:24"];
    for hop in hops {
        let log = read(&format!(
            "Nov 21 19:05:29 mx postfix/smtp[7]: 4ABC1234567: to=<ana@shop.example>, relay={hop}, delay=1, delays=0/0/1/0, dsn=4.4.1, status=deferred (connect to {hop}: Connection refused)\n"
        ));
        let trace = log.trace(0).expect("a message");
        assert_eq!(trace.explanation.party, Party::OurServer, "{hop}");
        let asks = |step: &Step| step.command.as_deref().is_some_and(|of| of.contains("dig "));
        assert!(!trace.explanation.next.iter().any(asks), "{hop}: {:?}", trace.explanation.next);
    }
}

#[test]
fn a_password_that_could_not_be_checked_is_not_called_wrong() {
    let log = read(concat!(
        "Nov 21 19:05:28 mx dovecot: auth: Error: sql(anna@shop.example,203.0.113.7): Password query failed: Unknown column\n",
        "Nov 21 19:05:29 mx dovecot: imap-login: Disconnected (auth failed, 1 attempts in 2 secs): user=<anna@shop.example>, method=PLAIN, rip=203.0.113.7, lip=192.0.2.25, TLS, session=<WRSyLs5gpGPLAHEH>\n",
    ));
    for number in 0..log.traces() {
        let said = report(&log, &[number], Voice::Customer).text();
        assert!(!said.contains("enter the password again"), "{said}");
    }
}

#[test]
fn what_keeps_a_mailbox_closed_is_told_to_the_customer_as_it_is() {
    for (line, wanted) in [
        ("vchkpw-pop3: pop access denied ana@shop.example:203.0.113.7", "disabled"),
        ("vchkpw-pop3: user has no password ana@shop.example:203.0.113.7", "password has been set"),
        ("imapd: ALERT: Maximum connection limit reached for ::ffff:203.0.113.7", "connections"),
    ] {
        let (program, body) = line.split_once(": ").unwrap_or_default();
        let body = if program.starts_with("vchkpw") { line } else { body };
        let program = if program.starts_with("vchkpw") { "vpopmail" } else { program };
        let asked = "The customer asks us since this morning why the mailbox can't be opened.";
        let log = read(&format!("{asked}\n\nNov 21 19:05:29 mx {program}[7]: {body}\n"));
        let said = report(&log, &[0], Voice::Customer).text();
        assert!(said.contains(wanted), "{line}: {said}");
    }
}

/// Words that stand for a value: a command that holds one can't be pasted.
const STAND_INS: &[&str] = &[
    "ADDRESS",
    "CERT",
    "DOMAIN",
    "FILE",
    "FILESERVER",
    "FOLDER",
    "HOST",
    "JAIL",
    "KEY",
    "KEYFILE",
    "KILOBYTES",
    "MAILBOX",
    "MAILSERVER",
    "NAME",
    "OWNER",
    "PASSWORD",
    "PATH",
    "PORT",
    "QUEUE",
    "RECIPIENT",
    "SELECTOR",
    "SENDER",
    "SERVER",
    "TABLE",
    "TYPE",
    "UNIT",
    "USER",
];

#[test]
fn a_step_names_the_values_of_the_log_and_nothing_in_their_place() {
    broken(|_, trace| {
        trace.explanation.next.iter().find_map(|step| {
            let said = format!("{} {}", step.text, step.command.as_deref().unwrap_or_default());
            // A word that a search of the log or of a file looks for stands for itself.
            let words =
                said.split(|letter: char| !(letter.is_ascii_alphanumeric() || "_-|^=".contains(letter)));
            let stand_in = words.into_iter().find(|word| STAND_INS.contains(word));
            let masked = step.command.as_deref().is_some_and(|command| command.contains("x.x.x.x"));
            stand_in
                .map(str::to_owned)
                .or_else(|| masked.then(|| "x.x.x.x".into()))
                .map(|word| format!("{word} in: {said}"))
        })
    });
}

#[test]
fn a_step_that_leads_to_a_command_has_it() {
    broken(|_, trace| {
        let next = &trace.explanation.next;
        let bare =
            |step: &&Step| step.command.is_none() && (step.text.ends_with(':') || step.text.contains(" ()"));
        next.iter().find(bare).map(|step| step.text.clone())
    });
}

#[test]
fn what_this_server_must_do_is_more_than_an_order() {
    broken(|_, trace| {
        let next = &trace.explanation.next;
        let bare = |step: &Step| step.command.is_none() && step.text.len() < 55;
        let ours = trace.explanation.party == Party::OurServer && !next.is_empty();
        (ours && next.iter().all(bare)).then(|| next[0].text.clone())
    });
}
