//! A log that is read in turns gives what the whole log gives, and keeps only what is open.

use maillens::export::Trace;
use maillens::stream::Closed;
use maillens::vocabulary::{Outcome, TraceType};
use maillens::{Log, Settings, Stream};
use std::collections::BTreeMap;
use std::fmt::Write;

/// 2026-12-01.
const NOW: i64 = 1_796_083_200;

/// So many messages in one queue, three of which are always open, each of which takes 90 seconds; every tenth fails,
/// every seventh is tried again once, and each has its connection.
fn log(messages: u32) -> String {
    let mut lines: Vec<(u32, String)> = Vec::new();
    for n in 0..messages {
        let at = n * 30;
        let id = format!("{:X}", 0x00AB_0000 + n);
        let mut put = |after: u32, text: String| lines.push((at + after, text));
        let smtpd = format!("postfix/smtpd[{}]: ", 2000 + n % 7);
        put(0, format!("{smtpd}connect from c{n}.example[192.0.2.{}]", n % 250));
        put(1, format!("{smtpd}{id}: client=c{n}.example[192.0.2.{}]", n % 250));
        put(2, format!("postfix/cleanup[90]: {id}: message-id=<{n}@shop.example>"));
        put(3, format!("postfix/qmgr[91]: {id}: from=<ana@shop.example>, size=1200, nrcpt=1 (queue active)"));
        put(
            4,
            format!(
                "{smtpd}disconnect from c{n}.example[192.0.2.{}] ehlo=1 mail=1 rcpt=1 data=1 quit=1 commands=5",
                n % 250
            ),
        );
        let to = format!(
            "{id}: to=<user{n}@client.example>, relay=mx.client.example[198.51.100.25]:25, delay=1, delays=0/0/0/1, dsn="
        );
        let put_result = |put: &mut dyn FnMut(u32, String), after, dsn: &str, status: &str, text: &str| {
            put(after, format!("postfix/smtp[95]: {to}{dsn}, status={status} ({text})"));
        };
        if n % 7 == 0 {
            put_result(
                &mut put,
                10,
                "4.2.0",
                "deferred",
                "host mx.client.example[198.51.100.25] said: 451 4.2.0 Greylisted, try again later (in reply to RCPT TO command)",
            );
        }
        if n % 10 == 0 {
            put_result(
                &mut put,
                80,
                "5.1.1",
                "bounced",
                "host mx.client.example[198.51.100.25] said: 550 5.1.1 No such user (in reply to RCPT TO command)",
            );
            put(
                81,
                format!("postfix/bounce[97]: {id}: sender non-delivery notification: {:X}", 0x00BB_0000 + n),
            );
            put(
                81,
                format!(
                    "postfix/qmgr[91]: {:X}: from=<>, size=3000, nrcpt=1 (queue active)",
                    0x00BB_0000 + n
                ),
            );
            put(
                83,
                format!(
                    "postfix/local[98]: {:X}: to=<ana@shop.example>, relay=local, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (delivered to mailbox)",
                    0x00BB_0000 + n
                ),
            );
            put(84, format!("postfix/qmgr[91]: {:X}: removed", 0x00BB_0000 + n));
        } else {
            put_result(&mut put, 80, "2.0.0", "sent", "250 2.0.0 Ok: queued as 4F");
        }
        put(90, format!("postfix/qmgr[91]: {id}: removed"));
    }
    lines.sort_by_key(|(at, _)| *at);
    lines.iter().fold(String::new(), |mut log, (at, text)| {
        let _ = writeln!(
            log,
            "Nov 2{} {:02}:{:02}:{:02} mx {text}",
            at / 86400,
            at / 3600 % 24,
            at / 60 % 60,
            at % 60
        );
        log
    })
}

/// What counts of a trace, by its first line.
fn facts(trace: &Trace) -> (u32, String) {
    let lines: Vec<u32> = trace.explanation.story.iter().flat_map(|said| said.lines.to_vec()).collect();
    let ties: Vec<&str> = trace.links.iter().map(|link| link.how.as_str()).collect();
    let attempts: Vec<_> = trace.attempts.iter().map(|tried| (tried.start_line, tried.end_line)).collect();
    let Trace { id, outcome, last_line, explanation, shown, .. } = trace;
    let told = format!(
        "{id:?} {outcome:?} {last_line} {shown:?} {} {lines:?} {attempts:?} {ties:?}",
        explanation.headline
    );
    (trace.first_line, told)
}

/// All that a stream gives of a text, of each trace what was given last.
fn streamed(text: &str, lines: usize) -> (BTreeMap<u32, String>, Vec<Closed>) {
    let mut stream = Stream::new(Settings::at(NOW));
    let (mut given, mut why) = (BTreeMap::new(), Vec::new());
    let mut take = |turn: maillens::stream::Turn| {
        for &(trace, closed) in &turn.closed {
            given.extend([facts(&turn.trace(trace).expect("a trace of the turn"))]);
            why.push(closed);
        }
    };
    let all: Vec<&str> = text.split_inclusive('\n').collect();
    for piece in all.chunks(lines) {
        stream.push(piece.concat().as_bytes()).expect("memory");
        take(stream.turn());
    }
    take(stream.finish());
    (given, why)
}

fn whole(text: &str) -> BTreeMap<u32, String> {
    let log = Log::read(text.as_bytes(), Settings::at(NOW));
    (0..log.traces()).map(|trace| facts(&log.trace(trace).expect("a trace"))).collect()
}

#[test]
fn turns_tell_what_the_whole_tells() {
    let text = log(150);
    let whole = whole(&text);
    assert!(whole.len() > 300, "{}", whole.len());
    for lines in [1 << 20, 97, 10] {
        let (given, _) = streamed(&text, lines);
        // The links of a trace that was given before the other end came stand at the other end.
        let without = |all: &BTreeMap<u32, String>| -> BTreeMap<u32, String> {
            all.iter()
                .map(|(line, told)| (*line, told.rsplit_once(" [").expect("links").0.to_owned()))
                .collect()
        };
        assert_eq!(without(&given), without(&whole), "{lines} lines a turn");
        assert!(given.values().any(|told| told.contains("original")), "a bounce knows its message");
    }
}

#[test]
fn what_is_kept_is_what_is_open() {
    let text = log(1200);
    let mut stream = Stream::new(Settings::at(NOW));
    let mut most = 0;
    let all: Vec<&str> = text.split_inclusive('\n').collect();
    for piece in all.chunks(500) {
        stream.push(piece.concat().as_bytes()).expect("memory");
        most = most.max(stream.turn().log.lines());
    }
    // Ten minutes are some 200 lines here, and 256 stay in any case with the rest of their traces.
    assert!(all.len() > 9_000 && most < 1200, "{most} of {}", all.len());
}

#[test]
fn a_trace_closes_by_its_end_by_silence_or_with_the_input() {
    let text = "\
Nov 20 01:00:00 mx postfix/qmgr[91]: AA00001: from=<ana@shop.example>, size=1200, nrcpt=1 (queue active)
Nov 20 02:00:00 mx postfix/qmgr[91]: AA00002: from=<ben@shop.example>, size=1200, nrcpt=1 (queue active)
Nov 20 02:00:01 mx postfix/qmgr[91]: AA00002: removed
Nov 20 09:30:00 mx postfix/qmgr[91]: AA00003: from=<eva@shop.example>, size=1200, nrcpt=1 (queue active)
";
    let (given, why) = streamed(text, 1);
    assert_eq!(given.len(), 3, "{given:#?}");
    assert_eq!(why, [Closed::End, Closed::Idle, Closed::Input]);
}

#[test]
fn a_line_may_come_in_pieces_and_in_another_alphabet() {
    let text = log(3);
    let units: Vec<u8> =
        std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let mut stream = Stream::new(Settings::at(NOW));
    for piece in units.chunks(7) {
        stream.push(piece).expect("memory");
    }
    let turn = stream.finish();
    assert_eq!(turn.closed.len(), whole(&text).len());
}

#[test]
fn an_event_is_given_at_once_and_again_only_when_it_comes_again() {
    let mut stream = Stream::new(Settings::at(NOW));
    let line = |minute: u32| {
        format!(
            "Nov 20 01:{minute:02}:00 mx postfix/master[80]: fatal: bind 0.0.0.0 port 25: Address already in use\n"
        )
    };
    let mut given = |text: &str| {
        stream.push(text.as_bytes()).expect("memory");
        let turn = stream.turn();
        let traces = turn.closed.iter().filter_map(|(trace, _)| turn.trace(*trace));
        traces.map(|trace| (trace.trace, trace.kind, trace.outcome, trace.last_line)).collect::<Vec<_>>()
    };
    let failed = |line| vec![(0, TraceType::Event, Outcome::Failed, line)];
    assert_eq!(given(&line(0)), failed(1));
    assert_eq!(given("Nov 20 01:01:00 mx postfix/master[80]: daemon started -- version 3.7.11\n"), []);
    assert_eq!(given(&line(2)), failed(3));
}
