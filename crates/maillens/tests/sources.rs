//! Several files read as one log: each keeps its lines, and what belongs together is found across them.

use maillens::export::Outcome;
use maillens::{Log, Reader, Settings};

fn settings(mend: bool) -> Settings {
    Settings { year: Some(2026), mend, ..Settings::at(0) }
}

fn read(sources: &[(&str, &[u8])]) -> Log {
    let mut reader = Reader::new(settings(true));
    for (name, bytes) in sources {
        reader.source(*name);
        reader.push(bytes).expect("small");
    }
    reader.finish()
}

fn firsts(log: &Log) -> Vec<(&str, u32)> {
    log.sources().iter().map(|source| (source.name.as_str(), source.first)).collect()
}

const HEAD: &[u8] = b"@4000000064c13b1d36a8b3b4 new msg 7\n\
    @4000000064c13b1d36a8d2f4 info msg 7: bytes 2418 from <ana@shop.example> qp 5301 uid 108\n\
    @4000000064c13b1d3745cd1c starting delivery 1: msg 7 to remote ben@client.example";
const TAIL: &[u8] = b"@4000000064c13b1e14a2f05c delivery 1: success: 192.0.2.25_accepted_message./\n\
    @4000000064c13b1e1541812c end msg 7\n";

#[test]
fn a_line_without_an_end_is_not_joined_with_the_next_file() {
    let log = read(&[("current.s", HEAD), ("current", TAIL)]);
    assert_eq!(firsts(&log), [("current.s", 1), ("current", 4)]);
    assert_eq!((log.lines(), log.summary().unread), (5, 0));
    assert_eq!(log.bytes(), [HEAD, TAIL].concat(), "not a byte more");
}

#[test]
fn a_message_goes_on_in_the_next_file() {
    let log = read(&[("current.s", HEAD), ("current", TAIL)]);
    assert_eq!((log.traces(), log.lines_of(0)), (1, &[1, 2, 3, 4, 5][..]));
    assert_eq!(log.row(0).map(|row| row.outcome), Some(Outcome::Delivered));
}

#[test]
fn reading_again_keeps_the_files_apart() {
    let mut log = read(&[("one", HEAD), ("none", b""), ("two", TAIL)]);
    let before = (firsts(&log).len(), log.summary());
    log.set(settings(false));
    log.set(settings(true));
    assert_eq!(firsts(&log), [("one", 1), ("none", 4), ("two", 4)]);
    assert_eq!((firsts(&log).len(), log.summary()), before);
}

#[test]
fn every_file_has_an_encoding_of_its_own() {
    let wide: Vec<u8> = [0xff, 0xfe].into_iter().chain(TAIL.iter().flat_map(|&byte| [byte, 0])).collect();
    let log = read(&[("plain", HEAD), ("wide", &wide)]);
    assert_eq!((log.lines(), log.summary().unread), (5, 0));
}

#[test]
fn the_end_of_a_file_is_never_mended_with_the_start_of_the_next() {
    let (start, rest) = HEAD.split_at(HEAD.len() - 10);
    let log = read(&[("one", start), ("two", rest)]);
    assert_eq!(log.summary().mended, 0);
    assert_eq!(log.lines(), 4);
}
