//! Logs that were made to do harm: what is longer, deeper, more or other than any program writes. All of
//! it is kept and counted, none of it is obeyed, and the work grows with the size of the log and no faster:
//! each size here is one at which faster growth would never end.

mod common;

use maillens::frame::frame;
use maillens::mend::LONGEST;
use maillens::redact::{Kind, Redacted};
use maillens::report::customer::{self, Voice};
use maillens::report::table;
use maillens::{Log, Settings, Show, Zone};
use std::fmt::Write;

fn read(bytes: impl AsRef<[u8]>) -> Log {
    let settings = Settings { show: Show::In(Zone::utc()), ..common::settings() };
    Log::read(bytes.as_ref(), settings)
}

const KNOWN: &str = "@4000000064c12d0636a8f9c4 new msg 574692330\n";

/// The text of the first token of a role in a line.
fn part(log: &Log, line: u32, role: &str) -> String {
    let line = log.line(line).expect("the line is there");
    let token = line.tokens.iter().find(|token| token.role == role);
    token.unwrap_or_else(|| panic!("no {role} in {:?}", line.tokens)).text.clone()
}

#[test]
fn a_line_longer_than_any_program_writes_is_kept_and_no_format_tries_it() {
    const SIZE: usize = 8 << 20;
    let unit = [
        "a",
        ">",
        "> ",
        "a@",
        "1.",
        "::",
        "\u{1b}]",
        "&lt;",
        "<p ",
        "\"a\",",
        "=3D",
        "\u{202e}",
        "a-1 | ",
        "2026-11-21T19:05:30Z stdout F ",
        "Nov 21 19:05:29 mx postfix/smtp[7]: ",
        "{\"log\":\"",
        "/Remote_host_said:_550_no",
        ">, rip=192.0.2.1, user=<admin",
        "message repeated 2 times: [ ",
    ];
    for unit in unit {
        let harm = unit.repeat(SIZE / unit.len());
        let bytes = format!("{KNOWN}{harm}\n{KNOWN}");
        let log = read(&bytes);
        let summary = log.summary();
        assert_eq!((summary.lines, summary.read, summary.unread), (3, 2, 1), "{unit}");
        assert_eq!(log.bytes(), bytes.as_bytes());
        let line = log.line(2).expect("the line is shown");
        assert!(line.text == harm && line.format.is_none(), "{unit}");
    }
}

#[test]
fn the_longest_line_that_is_read_is_read() {
    let text = "x".repeat(LONGEST - 40);
    let log = read(format!("@4000000064c13b1e14a2f05c delivery 381: failure: {text}/\n"));
    assert_eq!(log.summary().read, 1);
}

#[test]
fn bytes_that_are_no_text_stay_and_are_counted() {
    for (unit, blank) in
        [(&b"\0"[..], true), (b" ", true), (b"\xff", false), (b"\xc3", false), (b"\0\xff", false)]
    {
        let bytes = unit.repeat((8 << 20) / unit.len());
        let log = read(&bytes);
        assert_eq!((log.summary().blank, log.summary().unread), (u32::from(blank), u32::from(!blank)));
        assert_eq!(log.bytes(), bytes);
    }
}

#[test]
fn lines_without_end_are_counted() {
    let log = read("\n".repeat(1_000_000));
    assert_eq!((log.summary().lines, log.summary().blank), (1_000_000, 1_000_000));
    let log = read("\r\n".repeat(100_000) + "x");
    assert_eq!((log.summary().blank, log.summary().unread), (100_000, 1));
}

#[test]
fn tiny_messages_are_all_told() {
    const COUNT: u32 = 100_000;
    let mut log = String::new();
    for id in 0..COUNT {
        let stamp = "@4000000064c12d0636a8f9c4";
        let _ = writeln!(log, "{stamp} new msg {id}\n{stamp} end msg {id}");
    }
    let log = read(log);
    assert_eq!(log.summary().traces.message, COUNT);
    assert_eq!(log.lines_of(COUNT - 1), [2 * COUNT - 1, 2 * COUNT]);
    // One number that is used again and again.
    let log =
        read(format!("{KNOWN}@4000000064c12d0736a8f9c4 end msg 574692330\n").repeat(COUNT as usize / 4));
    assert_eq!(log.summary().traces.message, COUNT / 4);
}

#[test]
fn many_hosts_and_connections_cost_no_more_than_their_lines() {
    const COUNT: u32 = 200_000;
    const TRIED: u32 = COUNT / 4;
    let mut hosts = String::new();
    for host in 0..COUNT {
        let _ = writeln!(hosts, "Nov 21 19:05:29 mx{host} postfix/qmgr[77]: D570D9B84C2: removed");
    }
    assert_eq!(read(hosts).summary().traces.message, COUNT);
    // All of one client are open at once, and end in the order in which they began.
    let mut calls = String::new();
    for pid in 0..COUNT {
        let _ = writeln!(calls, "@4000000064c12d0636a8f9c4 tcpserver: pid {pid} from 192.0.2.1");
    }
    for pid in 0..COUNT {
        let _ = writeln!(calls, "@4000000064c12d0736a8f9c4 tcpserver: end {pid} status 0");
    }
    assert_eq!(read(calls).summary().traces.connection, COUNT);
    // All of one user, without an id of their own, and all that one client tried.
    let (mut sessions, mut tries) = (String::new(), String::new());
    let of = "rip=192.0.2.7, lip=198.51.100.1";
    for pid in 0..TRIED {
        let _ = writeln!(
            sessions,
            "Nov 21 19:05:29 mx dovecot: imap-login: Login: user=<ana@shop.example>, method=PLAIN, {of}, mpid={pid}, TLS"
        );
        let _ = writeln!(
            tries,
            "Nov 21 19:05:29 mx dovecot: imap-login: Disconnected (auth failed, 1 attempts in 2 secs): user=<u{pid}@shop.example>, method=PLAIN, {of}, TLS"
        );
    }
    for pid in 0..TRIED {
        let _ = writeln!(
            sessions,
            "Nov 21 19:06:29 mx dovecot: imap(ana@shop.example)<{pid}><>: Logged out in=1 out=2"
        );
    }
    assert!(read(sessions).summary().traces.session >= TRIED);
    let tries = read(tries);
    assert_eq!(tries.crowd(0).map(|crowd| (crowd.failed, crowd.users)), Some((TRIED, TRIED)));
}

#[test]
fn a_message_to_a_town_is_one_message() {
    const COUNT: usize = 20_000;
    let mut text = format!(
        "{KNOWN}@4000000064c12d0636a8f9c5 info msg 574692330: bytes 9 from <a@b.example> qp 1 uid 1\n"
    );
    for id in 0..COUNT {
        let stamp = "@4000000064c12d0636a8f9c6";
        let _ = writeln!(text, "{stamp} starting delivery {id}: msg 574692330 to remote {id}@b.example");
        let _ = writeln!(text, "{stamp} delivery {id}: success: did_0+0+1/");
    }
    let log = read(text);
    let trace = log.trace(0).expect("the message");
    assert_eq!(trace.attempts.len(), COUNT);
    assert_eq!(trace.explanation.story.len(), COUNT + 1);
    assert_eq!(log.row(0).map(|row| row.more as usize), Some(COUNT - 1));
    for voice in [Voice::Engineer, Voice::Customer, Voice::Chat] {
        assert!(!customer::report(&log, &[0], voice).text().is_empty());
    }
}

#[test]
fn containers_in_containers_end_somewhere() {
    let known = KNOWN.trim_end();
    assert_eq!(read(format!("{}{known}", "a-1 | ".repeat(4))).summary().read, 1);
    let deep = "a-1 | ".repeat(200_000) + known;
    assert!(frame(deep.as_bytes()).body < 100);
    assert_eq!(read(deep).summary().unread, 1);
}

#[test]
fn an_entry_of_the_journal_with_messages_without_end_is_read_once() {
    const COUNT: usize = 100_000;
    let mut text =
        "__CURSOR=s=1\n__REALTIME_TIMESTAMP=1795219200000000\nSYSLOG_IDENTIFIER=postfix/qmgr\n".to_owned();
    text += &"MESSAGE=A1B2C3D4E5: removed\n".repeat(COUNT);
    let log = read(text);
    assert_eq!(log.summary().lines as usize, COUNT + 3);
    assert_eq!(part(&log, 4, "message"), "A1B2C3D4E5");
}

#[test]
fn a_clock_that_goes_round_and_round_is_dated() {
    let log = read("Dec 31 23:59:59 mx postfix/qmgr[7]: A1B2C3D4E5: removed\nJan  1 00:00:00 mx postfix/qmgr[7]: A1B2C3D4E5: removed\n".repeat(2_000));
    assert_eq!(log.summary().read, 4_000);
}

#[test]
fn quoting_without_end_is_left_alone() {
    let known = KNOWN.trim_end();
    let log = read(format!("{}{known}\n", "> ".repeat(8)));
    assert_eq!(log.summary().read, 1);
    let log = read(format!("{}{known}\n", "> ".repeat(3_000)).repeat(20));
    assert_eq!((log.summary().unread, log.summary().lines), (20, 20));
}

#[test]
fn pieces_without_end_are_not_put_together() {
    let head = "Nov 21 19:05:29 mx postfix/smtp[7]: A1B2C3D4E5: to=<\n";
    let log = read((head.to_owned() + &"x y\n".repeat(300)).repeat(20));
    assert_eq!(log.summary().lines, 20 * 301);
}

/// What a stranger can choose, such as a name or a sender, says nothing about the fields after it.
#[test]
fn forged_fields_are_text() {
    let log = read(
        "Nov 21 19:05:29 mx dovecot: imap-login: Login: user=<x>, rip=192.0.2.66, user=<admin>, method=PLAIN, \
         rip=198.51.100.7, lip=203.0.113.1, mpid=7, TLS, session=<aaaaaaaaaaa>\n",
    );
    assert_eq!(part(&log, 1, "user"), "x>, rip=192.0.2.66, user=<admin");
    assert_eq!(part(&log, 1, "client"), "198.51.100.7");
    let log =
        read("@4000000064c12d0636a8f9c5 info msg 1: bytes 9 from <a@b.example> qp 6 uid 0> qp 1 uid 108\n");
    assert_eq!(part(&log, 1, "sender"), "a@b.example> qp 6 uid 0");
    assert_eq!(part(&log, 1, "uid"), "108");
    let log = read(
        "Nov 21 19:05:29 mx postfix/qmgr[7]: A1B2C3D4E5: from=<\"a>, size=1, nrcpt=9 (queue active)\"@b.example>, \
         size=2418, nrcpt=1 (queue active)\n",
    );
    assert_eq!(part(&log, 1, "bytes"), "2418");
}

/// A message whose every part is an attack.
fn attack() -> Log {
    let who = "<script>alert(1)</script><img/src=x/onerror=alert(2)>\u{202e}\u{200b}@b.example";
    read(format!(
        "@4000000064c12d0636a8f9c4 new msg 1\n\
         @4000000064c12d0636a8f9c5 info msg 1: bytes 9 from <{who}> qp 1 uid 1\n\
         @4000000064c12d0636a8f9c6 starting delivery 1: msg 1 to remote =HYPERLINK(\"https://b.example\")@b.example\n\
         @4000000064c12d0636a8f9c7 delivery 1: failure: =cmd|'/c_calc'!A1<script>alert(3)</script>/\n\
         @4000000064c12d0636a8f9c8 end msg 1\n\
         <svg onload=alert(4)>\n"
    ))
}

#[test]
fn a_report_is_text_whatever_the_log_is() {
    let log = attack();
    for voice in [Voice::Customer, Voice::Engineer] {
        let report = customer::report(&log, &[0], voice);
        for page in [report.page(), report.html()] {
            for tag in ["<script", "<img", "<svg"] {
                assert!(!page.contains(tag), "{page}");
            }
        }
        assert!(!report.markdown().contains("\n<"));
    }
    assert!(log.line(2).is_some_and(|line| line.text.contains("<script>alert(1)</script><img")));
}

#[test]
fn no_cell_of_a_table_is_a_formula() {
    let table = table::attempts(&attack(), &[0]);
    let row = table.lines().nth(1).expect("a row");
    assert!(row.contains("'=HYPERLINK") && row.contains("'=cmd|"), "{row}");
    for cell in row.split(',').map(|cell| cell.trim_start_matches('"')) {
        assert!(!cell.starts_with(['=', '+', '-', '@']), "{row}");
    }
}

/// What a stand-in is made of holds nothing of the original, also where an address ends in no host name.
#[test]
fn what_follows_an_address_is_no_part_of_its_stand_in() {
    let log = read(
        "<22>1 2026-11-21T19:05:29+00:00 mx postfix 314 - -  28FF89B847E: client=unknown[192.0.2.7], \
         sasl_method=PLAIN, sasl_username=noreply@ral/bin/pipe_slow.sh\")\n\
         <22>1 2026-11-21T19:05:29+00:00 mx postfix 314 - -  28FF89B847F: client=unknown[192.0.2.7], \
         sasl_method=PLAIN, sasl_username=noreply@ral\n",
    );
    let redacted = Redacted::new(&log, Kind::ALL, &[]);
    let text = String::from_utf8_lossy(redacted.log.bytes()).into_owned();
    assert!(redacted.originals.proof(&text).left.is_empty(), "{text}");
    assert!(!text.contains("noreply") && !text.contains("ral/"), "{text}");
}

/// A date behind an `@` is no host name, and the stamps of the log stay.
#[test]
fn a_date_that_looks_like_a_host_stays_a_date() {
    let log = read(
        "2026-11-21 14:09:03.707147500 mail from attac2070@2026-11-21\n\
         2026-11-21 14:09:03.707548500 tcpserver: end 4226 status 0\n",
    );
    let redacted = Redacted::new(&log, Kind::ALL, &[]);
    let text = String::from_utf8_lossy(redacted.log.bytes()).into_owned();
    assert!(text.lines().all(|line| line.starts_with("2026-11-21 ")) && !text.contains("attac"), "{text}");
    assert!(redacted.originals.proof(&text).left.is_empty(), "{text}");
}

/// `220 ` greets only where a word begins.
#[test]
fn a_number_that_ends_as_a_greeting_begins_stays() {
    let log =
        read("Jul 26 12:07:21 mx dovecot: imap(jane)<1><x>: Disconnected: Logged out in=1220 out=539666\n");
    let redacted = Redacted::new(&log, Kind::ALL, &[]);
    assert!(redacted.log.bytes().ends_with(b"in=1220 out=539666\n"));
}

#[test]
fn redaction_ends_however_long_a_line_is_and_however_many_names_there_are() {
    const SIZE: usize = 1 << 17;
    for unit in [
        "1.",
        "a.",
        "a1b2 ",
        "a-",
        "::",
        ":a",
        "a:",
        "[::1 ",
        "Zabo Kivu ",
        "Zabo_",
        "' \"",
        "=?a?b?",
        "%41",
        "jane@shop.test,",
        "a=b@",
        "user=<jane ",
        "subject=",
        "/home/jane",
        "1(",
        "192.0.2.7 - ",
        " [192.0.2.7] ",
        "box=a/",
    ] {
        let log = read(unit.repeat(SIZE / unit.len()));
        assert_eq!(Redacted::new(&log, Kind::ALL, &[]).log.lines(), 1, "{unit}");
    }
    let names = (0..SIZE / 64).fold(String::new(), |mut log, n| {
        let _ = writeln!(log, "Zabo{n} u{n}x@d{n}x.test from 10.{}.{}.7 on h{n}x", n >> 8 & 255, n & 255);
        log
    });
    let redacted = Redacted::new(&read(names), Kind::ALL, &[]);
    let text = String::from_utf8_lossy(redacted.log.bytes());
    assert!(redacted.originals.proof(&text).left.is_empty());
}

#[test]
fn a_query_that_would_try_everything_ends() {
    let log =
        read(format!("{KNOWN}@4000000064c13b1e14a2f05c delivery 381: failure: {}/\n", "a".repeat(60_000)));
    for query in [
        "(a+)+$",
        "/(a+)+$/",
        "/(a|aa)*b/",
        "((((((((((",
        "/[/",
        "\\",
        "is:",
        "-",
        "from:/(.*)*x/",
        "\"",
        "a\u{0}b",
    ] {
        assert!(log.find(query).len() <= log.traces() as usize, "{query}");
    }
}
