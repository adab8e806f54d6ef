//! Which lines belong together, where a comment of the tracer or of the search states a condition and no ticket
//! shows it.

mod common;

use maillens::Log;
use maillens::vocabulary::{Outcome, TraceType};

fn read(text: &str) -> Log {
    Log::read(text.as_bytes(), common::settings())
}

fn story(log: &Log, trace: u32) -> Vec<String> {
    log.trace(trace)
        .map_or_else(Vec::new, |of| of.explanation.story.into_iter().map(|said| said.text).collect())
}

#[test]
fn a_process_that_ended_one_session_serves_another_next() {
    let log = read(
        "Nov 21 19:05:29 mx dovecot: imap-login: Login: user=<ana>, method=PLAIN, rip=192.0.2.7, lip=192.0.2.25, mpid=4242, session=<AAAA>\n\
         Nov 21 19:05:30 mx dovecot: imap(ana)<4242><AAAA>: Logged out in=11 out=22\n\
         Nov 21 19:05:40 mx dovecot: imap(ben)<4242>: Error: Mailbox INBOX: Opening mailbox failed\n",
    );
    assert_ne!(log.trace_of(0), log.trace_of(2));
}

#[test]
fn a_process_number_is_another_process_within_the_hour() {
    let bounced = |later: &str| {
        read(&format!(
            "2023-07-26 14:28:27.9 bounce msg 330 qp 5310\n\
             2023-07-26 {later} info msg 331: bytes 900 from <> qp 5310 uid 108\n"
        ))
    };
    let links = |log: &Log| log.links_of(log.trace_of(0).unwrap_or_default()).count();
    assert_eq!(links(&bounced("14:28:28.0")), 1);
    assert_eq!(links(&bounced("15:48:28.0")), 0);
}

#[test]
fn two_addresses_that_are_forwarded_to_one_fail_and_succeed_apart() {
    let log = read(
        "Nov 21 19:05:29 mx postfix/smtp[7]: 1038A9B85CA: to=<x@shop.example>, orig_to=<ana@shop.example>, relay=mx.shop.example[192.0.2.25]:25, delay=1, delays=0/0/0/1, dsn=5.1.1, status=bounced (host mx.shop.example[192.0.2.25] said: 550 5.1.1 User unknown (in reply to RCPT TO command))\n\
         Nov 21 19:05:30 mx postfix/smtp[7]: 1038A9B85CA: to=<x@shop.example>, orig_to=<ben@shop.example>, relay=mx.shop.example[192.0.2.25]:25, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (250 2.0.0 Ok)\n",
    );
    assert_eq!(log.trace(0).map(|of| of.outcome), Some(Outcome::Partial));
}

#[test]
fn attempts_over_different_ways_are_told_apart() {
    let log = read(
        "2023-07-26 14:28:27.1 info msg 330: bytes 900 from <ana@shop.example> qp 5310 uid 108\n\
         2023-07-26 14:28:27.2 starting delivery 1: msg 330 to local ben@shop.example\n\
         2023-07-26 14:28:27.3 delivery 1: deferral: cannot_do_it/\n\
         2023-07-26 14:38:27.2 starting delivery 2: msg 330 to remote ben@shop.example\n\
         2023-07-26 14:38:27.3 delivery 2: deferral: cannot_do_it/\n",
    );
    let story = story(&log, 0);
    assert_eq!(story.iter().filter(|said| said.contains("deferred")).count(), 2, "{story:#?}");
}

#[test]
fn an_address_is_found_behind_its_tag_and_where_a_longer_one_stands_before_it() {
    let log = read("EHLO [IPv6:2001:db8::7]\nfrom 192.0.2.10 and 192.0.2.1 to x\nfrom 192.0.2.10 only\n");
    let found = |query: &str| log.find_lines(query);
    assert_eq!(found("ip:2001:db8::7"), [1]);
    assert_eq!(found("ip:192.0.2.1"), [2]);
}

#[test]
fn a_session_to_another_server_belongs_to_what_it_delivers() {
    let delivery = |message: &str| {
        format!(
            "Nov 21 19:05:32 mx smtpd[7]: 5df87c9ffd0e785d mta delivery evpid={message}918f7e7b from=<ana@shop.example> to=<ben@client.example> rcpt=<-> source=\"192.0.2.1\" relay=\"192.0.2.25 (mx.client.example)\" delay=2s result=\"Ok\" stat=\"250 Ok\""
        )
    };
    let told = |event: &str| format!("Nov 21 19:05:31 mx smtpd[7]: 5df87c9ffd0e785d mta {event}");
    let other = |event: &str| format!("Nov 21 19:05:31 mx smtpd[7]: 5df87c9ffd0e7ccc mta {event}");
    let lines = [
        told("connecting address=smtp://192.0.2.25:25 host=mx.client.example"),
        other("connecting address=smtp://192.0.2.26:25 host=mx.other.example"),
        told("connected"),
        delivery("aaaaaaaa"),
        delivery("bbbbbbbb"),
        told("error reason=Connection closed unexpectedly"),
        other("error reason=Connection refused"),
        other("disconnected reason=io-error messages=0"),
        told("disconnected reason=io-error messages=2"),
        delivery("bbbbbbbb"),
    ];
    let log = read(&lines.join("\n"));
    let of: Vec<Option<u32>> = (0..log.lines()).map(|line| log.trace_of(line)).collect();
    let (first, second) = (of[3], of[4]);
    assert!(first.is_some() && second.is_some() && first != second, "{of:?}");
    // A session that delivered nothing is told as what went wrong in it.
    let event = of[6];
    assert!(event.is_some_and(|event| log.trace(event).is_some_and(|of| of.kind == TraceType::Event)));
    assert_eq!(of, [first, None, first, first, second, second, event, None, second, second]);
    assert_eq!(log.trace(0).and_then(|trace| trace.id).as_deref(), Some("aaaaaaaa"));
    assert_eq!(
        log.find("msg:5df87c9ffd0e785d").len(),
        2,
        "messages are found by the session that delivered them"
    );
}
