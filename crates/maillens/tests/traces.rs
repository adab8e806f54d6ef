//! Which lines belong together, where a comment of the tracer or of the search states a condition and no ticket
//! shows it.

mod common;

use maillens::export::{Confidence, Summary};
use maillens::report::customer::{Voice, report};
use maillens::vocabulary::{Outcome, Party, TraceType};
use maillens::{Log, Settings};

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

#[test]
fn records_that_share_a_line_share_its_number() {
    let text = "Apr 14 12:45:08 mx dovecot: imap(anna@firma.example): Disconnected: Logged out in=1 out=2 Apr 14 12:45:09 mx postfix/qmgr[7]: 9C9123022D5: removed\n\
        Apr 14 12:45:10 mx postfix/smtp[8]: 9C9123022D6: to=<ben@post.example>, relay=mx.post.example[192.0.2.7]:25, delay=1, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 4F3D21)\n";
    let log = Log::read(text.as_bytes(), Settings::at(1_800_000_000));
    let whole = log.report();
    let Summary { lines, records, read, .. } = whole.summary;
    assert_eq!((lines, records, read, whole.lines.len()), (2, 3, 2, 2));
    let [first, second] = whole.lines.as_slice() else { panic!("two lines") };
    assert_eq!((first.line, second.line), (1, 2));
    assert!(text.starts_with(&first.text) && text.contains(&second.text), "{first:?}");
    let [also] = first.also.as_slice() else { panic!("one record behind the first: {first:?}") };
    let parts = also.tokens.iter().map(|token| &first.text[token.at[0] as usize..token.at[1] as usize]);
    assert!(parts.eq(also.tokens.iter().map(|token| &*token.text)), "{also:?}");
    assert_ne!((&first.format, first.trace), (&also.format, also.trace));

    let delivered = whole.traces.iter().find(|trace| trace.id.as_deref() == Some("9C9123022D6")).unwrap();
    assert_eq!((delivered.first_line, delivered.explanation.story[0].lines[0]), (2, 2));
    assert_eq!(delivered.attempts[0].remote_id.as_deref(), Some("4F3D21"));
    let told = maillens::report::text(&log, &log.order());
    assert!(told.contains("[2]") && !told.contains("[3]"), "{told}");
    let ticket = report(&log, &log.order(), Voice::Engineer).markdown();
    assert!(ticket.contains("(line 2)") && !ticket.contains("(line 3)"), "{ticket}");
}

#[test]
fn an_answer_names_its_cause_and_the_lines_of_others_that_it_rests_on() {
    let log = Log::read(
        b"Mar  9 10:00:00 mx postfix/smtpd[5]: warning: SASL: Connect to private/auth failed: Connection refused\n\
        Mar  9 10:00:00 mx postfix/smtpd[5]: fatal: no SASL authentication mechanisms\n\
        Mar  9 10:00:01 mx postfix/smtp[8]: 9C9123022D6: to=<ben@post.example>, relay=mx.post.example[192.0.2.7]:25, delay=1, dsn=5.1.1, status=bounced (host mx.post.example[192.0.2.7] said: 550 5.1.1 <ben@post.example>: Recipient address rejected: User unknown (in reply to RCPT TO command))\n",
        Settings::at(1_800_000_000),
    );
    let whole = log.report();
    for trace in whole.traces.iter().filter(|trace| trace.explanation.party != Party::Nobody) {
        let told = &trace.explanation;
        assert!(told.cause.is_some() && told.confidence >= Some(Confidence::Medium), "{trace:?}");
        let own = log.lines_of(trace.trace);
        let mut of_others = told.evidence.iter().flat_map(|of| of.lines.iter());
        assert!(of_others.all(|line| !own.contains(line)), "{trace:?}");
    }
}

#[test]
fn a_server_that_is_named_as_ours_is_ours_to_mend() {
    let text = "Mar  9 10:00:01 mx postfix/smtp[8]: 9C9123022D7: to=<ben@post.example>, relay=none, delay=1, dsn=4.4.1, status=deferred (connect to gate.firma.example[192.0.2.7]:25: Connection refused)\n";
    let mut log = read(text);
    let party = |log: &Log| log.trace(0).unwrap().explanation.party;
    assert_eq!((party(&log), log.why(0).party), (Party::TheirServer, Party::TheirServer));
    for name in ["firma.example", "gate.firma.example", "192.0.2.7"] {
        log.set(Settings { ours: vec![name.into()], ..common::settings() });
        assert_eq!((party(&log), log.why(0).party), (Party::OurServer, Party::OurServer), "{name}");
    }
    log.set(Settings { ours: vec!["irma.example".into()], ..common::settings() });
    assert_eq!(party(&log), Party::TheirServer);
}
