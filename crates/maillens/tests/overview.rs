//! The numbers of the overview on small logs, each of which can be counted by hand.

use maillens::export::{Level, Party};
use maillens::overview::{Survey, Tally};
use maillens::{Log, Overview, Settings};

fn settings() -> Settings {
    Settings { year: Some(2026), ..Settings::at(0) }
}

fn overview(text: &str) -> Overview {
    Overview::of(&Log::read(text.as_bytes(), settings()))
}

/// Three messages: one delivered after 30 s, one refused, one put off and then refused.
const QMAIL: &str = "\
2026-07-26 14:20:00.000000 status: local 0/10 remote 0/20
2026-07-26 14:20:00.100000 new msg 11
2026-07-26 14:20:00.200000 info msg 11: bytes 500 from <ana@shop.example> qp 100 uid 108
2026-07-26 14:20:00.300000 starting delivery 1: msg 11 to remote ben@good.example
2026-07-26 14:20:00.400000 status: local 0/10 remote 1/20
2026-07-26 14:20:30.100000 delivery 1: success: 192.0.2.1_accepted_message./Remote_host_said:_250_ok/
2026-07-26 14:20:30.200000 status: local 0/10 remote 0/20
2026-07-26 14:20:30.300000 end msg 11
2026-07-26 14:21:00.100000 new msg 12
2026-07-26 14:21:00.200000 info msg 12: bytes 500 from <ana@shop.example> qp 101 uid 108
2026-07-26 14:21:00.300000 starting delivery 2: msg 12 to remote cleo@BAD.example
2026-07-26 14:21:00.350000 starting delivery 3: msg 12 to remote dan@bad.example
2026-07-26 14:21:00.400000 status: local 0/10 remote 20/20
2026-07-26 14:21:02.000000 delivery 2: failure: 192.0.2.2_does_not_like_recipient./Remote_host_said:_550_5.1.1_<cleo@bad.example>:_User_unknown/Giving_up_on_192.0.2.2./
2026-07-26 14:21:02.100000 delivery 3: deferral: 192.0.2.2_does_not_like_recipient./Remote_host_said:_452_4.2.2_<dan@bad.example>:_Mailbox_full/Giving_up_on_192.0.2.2./
2026-07-26 14:21:02.200000 status: local 0/10 remote 0/20
2026-07-26 14:23:00.000000 this line is none of qmail
";

fn tally(failed: u32, deferred: u32, open: u32, delivered: u32) -> Tally {
    Tally { delivered, deferred, failed, open }
}

#[test]
fn a_queue_is_counted_by_time_reason_domain_and_slots() {
    let of = overview(QMAIL);
    assert_eq!((of.width, of.buckets.len()), (2, 91), "three minutes in steps of two seconds");
    let at = |shown: &str| of.buckets.iter().find(|bucket| bucket.shown == shown);
    let first = at("2026-07-26 14:20:00 UTC").expect("it is the first second of the log");
    assert_eq!((first.traces, first.attempts), (tally(0, 0, 0, 1), Tally::default()));
    assert_eq!(at("2026-07-26 14:20:30 UTC").map(|of| of.attempts), Some(tally(0, 0, 0, 1)));
    assert_eq!(at("2026-07-26 14:21:00 UTC").map(|of| of.traces), Some(tally(1, 0, 0, 0)), "partly failed");
    assert_eq!(at("2026-07-26 14:21:00 UTC").and_then(|of| of.remote), Some(20));
    assert_eq!(at("2026-07-26 14:21:02 UTC").map(|of| of.attempts), Some(tally(1, 1, 0, 0)));

    let reasons: Vec<_> =
        of.reasons.iter().map(|of| (of.reason.name(), of.attempts, of.messages, of.party)).collect();
    assert_eq!(reasons, [("mailboxfull", 1, 1, Party::Recipient), ("userunknown", 1, 1, Party::Sender)]);
    assert_eq!(of.reasons[1].lines[..], [14]);

    let domains: Vec<_> = of.domains.rows.iter().map(|of| (of.domain.as_str(), of.attempts)).collect();
    assert_eq!(domains, [("bad.example", tally(1, 1, 0, 0)), ("good.example", tally(0, 0, 0, 1))]);
    assert_eq!((of.domains.rows[0].mean, of.domains.rows[1].mean), (None, Some(30.0)));

    let slots = of.slots.expect("the log has status lines");
    assert_eq!(
        (slots.local, slots.local_limit, slots.remote, slots.remote_limit, slots.line),
        (0, 10, 20, 20, 13)
    );
    assert_eq!(of.senders.rows[0].messages, tally(1, 0, 0, 1));
    assert_eq!(of.map.len(), 17, "a short paste has a stretch for each line");
    assert_eq!((of.map[13].level, of.map[13].worst, of.map[16].unread), (Level::Permanent, 14, 1));
    assert_eq!((of.map[13].problems, of.map[16].problems), (1, 0));
}

#[test]
fn slices_of_any_size_count_the_same() {
    let log = Log::read(QMAIL.as_bytes(), settings());
    let mut survey = Survey::new(&log);
    let mut steps = 0;
    while survey.advance(&log, 1) < 1.0 {
        steps += 1;
    }
    assert!(steps > 10, "{steps} steps");
    assert_eq!(survey.finish(&log), Overview::of(&log));
}

/// A log of log-ins: who, from where, whether it worked.
fn log_ins(tries: &[(&str, &str, bool)]) -> Overview {
    let line = |(at, (user, client, ok)): (usize, &(&str, &str, bool))| {
        let head = format!("Nov 21 10:{:02}:{:02} imap-login: Info:", at / 60, at % 60);
        let tail = format!(
            "user=<{user}>, method=PLAIN, rip={client}, lip=192.0.2.25, TLS, session=<s{at}AAAAAAAA>"
        );
        if *ok {
            format!("{head} Login: {tail}\n")
        } else {
            format!("{head} Disconnected: Connection closed (auth failed, 1 attempts in 2 secs): {tail}\n")
        }
    };
    overview(&tries.iter().enumerate().map(line).collect::<String>())
}

fn verdict<'a>(rows: &'a [maillens::overview::LogIns], name: &str) -> (u32, u32, &'a str) {
    let row = rows.iter().find(|row| row.name == name).expect("it logged in");
    (row.ok, row.failed, row.verdict.as_ref().map_or("", |verdict| verdict.text.as_str()))
}

#[test]
fn one_address_and_many_names_is_spraying() {
    let names = ["a@x.example", "b@x.example", "c@x.example", "d@x.example", "e@x.example"];
    let of = log_ins(&names.map(|name| (name, "203.0.113.9", false)));
    let (ok, failed, said) = verdict(&of.clients.rows, "203.0.113.9");
    assert_eq!((ok, failed), (0, 5));
    assert!(said.contains("many users") && said.contains("None worked"), "{said}");
    assert_eq!(of.clients.rows[0].others, 5);
    assert_eq!(of.clients.rows[0].last_ok, None);
    assert_eq!(verdict(&of.users.rows, "a@x.example"), (0, 1, ""), "one failure of a user is nothing");
}

#[test]
fn many_addresses_and_one_name_is_an_attack_on_the_mailbox() {
    let mut tries: Vec<(&str, &str, bool)> = ["203.0.113.1", "203.0.113.2", "203.0.113.3"]
        .iter()
        .flat_map(|ip| [("ana@x.example", *ip, false); 2])
        .collect();
    tries.push(("ana@x.example", "198.51.100.7", true));
    let of = log_ins(&tries);
    let (ok, failed, said) = verdict(&of.users.rows, "ana@x.example");
    assert_eq!((ok, failed), (1, 6));
    assert!(said.contains("6 failed logins from 3 addresses") && said.contains("other addresses"), "{said}");
}

#[test]
fn failures_and_successes_from_one_address_are_an_old_password() {
    let ana = |ok| ("ana@x.example", "198.51.100.7", ok);
    let of = log_ins(&[
        ana(true),
        ana(false),
        ana(false),
        ana(false),
        ana(true),
        ("ben@x.example", "198.51.100.8", true),
    ]);
    let (ok, failed, said) = verdict(&of.users.rows, "ana@x.example");
    assert_eq!((ok, failed), (2, 3));
    assert!(said.contains("old password") && said.contains("198.51.100.7"), "{said}");
    assert_eq!(verdict(&of.users.rows, "ben@x.example"), (1, 0, ""));
    assert_eq!(of.users.rows[0].services, ["imap"]);
    assert_eq!(of.users.rows[0].lines[..], [2, 4, 5], "first and last failure, last success");
}

#[test]
fn a_log_without_times_or_anything_else_is_empty() {
    assert_eq!(overview(""), Overview::default());
    let of = overview("nothing of interest\n");
    assert!(of.buckets.is_empty() && of.reasons.is_empty() && of.slots.is_none() && of.scans.is_none());
    assert_eq!((of.map.len(), of.map[0].unread), (1, 1));
}
