//! What holds for every input: no byte is lost, nothing panics, counts add up, every token stands where
//! it says, every sentence rests on a line, and the same input gives the same report.

mod common;

use maillens::format::{FORMATS, Place};
use maillens::mend::Damage;
use maillens::secrets::masked;
use maillens::text::Span;
use maillens::{Log, Settings, Show, Zone};
use proptest::prelude::*;

fn settings() -> Settings {
    Settings { show: Show::In(Zone::utc()), ..common::settings() }
}

/// Any line that a format knows, behind any frame.
fn known_line() -> impl Strategy<Value = Vec<u8>> {
    let samples: Vec<&'static str> = FORMATS
        .iter()
        .flat_map(|format| format.patterns)
        .flat_map(|pattern| pattern.samples)
        .copied()
        .collect();
    let frames = [
        "",
        "@4000000064c12d0636a8f9c4 ",
        "2023-07-26 14:28:27.917076500 ",
        "Nov 21 19:05:29 mx qmail: ",
        "<22>1 2026-12-31T23:56:34.762890+00:00 mx postfix 156 - - ",
    ];
    (prop::sample::select(frames.to_vec()), prop::sample::select(samples))
        .prop_map(|(frame, sample)| format!("{frame}{sample}\n").into_bytes())
}

/// A log: known lines, any bytes, and known lines with some bytes changed.
fn log() -> impl Strategy<Value = Vec<u8>> {
    let bytes = prop::collection::vec(any::<u8>(), 0..80);
    let changed =
        (known_line(), any::<prop::sample::Index>(), any::<u8>()).prop_map(|(mut line, at, byte)| {
            let at = at.index(line.len());
            line[at] = byte;
            line
        });
    prop::collection::vec(prop_oneof![3 => known_line(), 1 => bytes, 2 => changed], 0..24)
        .prop_map(|lines| lines.concat())
}

/// Damages a line.
type Harm = fn(&str) -> String;

/// What is done to a whole line before it is pasted, by its kind. Nothing of the line is lost in it.
const DAMAGES: [(Damage, Harm); 14] = [
    (Damage::Mark, |line| format!("\u{feff}{line}")),
    (Damage::Coloured, |line| line.replacen(' ', " \u{1b}[01;31m\u{1b}[K", 1) + "\u{1b}[m"),
    (Damage::Spaces, |line| line.replace(' ', "\u{a0}")),
    (Damage::Typography, |line| line.replace('\'', "\u{2019}").replacen(' ', "\u{200b} ", 1)),
    (Damage::Html, |line| {
        line.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;") + "<br>"
    }),
    (Damage::Encoded, |line| line.replace('=', "=3D")),
    (Damage::Indented, |line| format!("    {line}")),
    (Damage::Quoted, |line| format!("> {line}")),
    (Damage::Quoted, |line| format!(">> > {line}")),
    (Damage::Bulleted, |line| format!("* {line}")),
    (Damage::Fenced, |line| format!("`{line}`")),
    (Damage::Grep, |line| format!("/var/log/maillog:12:{line}")),
    (Damage::Numbered, |line| format!("  12\t{line}")),
    (Damage::Columns, |line| format!("\"7\",\"{}\"", line.replace('"', "\"\""))),
];

/// The lines of logs with their stamps, as their programs write them.
fn stamped_lines() -> impl Iterator<Item = String> {
    FORMATS.iter().filter(|format| matches!(format.place, Place::Line | Place::Program)).flat_map(|format| {
        let program = format.programs.first().copied().unwrap_or("qmail");
        let samples = format.patterns.iter().flat_map(|pattern| pattern.samples);
        // What a mend takes for damage may also be the line's own.
        samples
            .filter(|sample| sample.bytes().all(|byte| (b' '..0x7f).contains(&byte)))
            .map(move |sample| format!("Nov 21 19:05:29 mx {program}[7]: {sample}"))
    })
}

/// A log as a ticket shows it: quoted, numbered, escaped, coloured, broken at a column.
fn damaged() -> impl Strategy<Value = Vec<u8>> {
    (log(), 0..10_u8, 20..130_usize).prop_map(|(bytes, kind, width)| {
        let mut out = Vec::new();
        for (number, line) in (1..).zip(bytes.split(|&byte| byte == b'\n')) {
            let text = String::from_utf8_lossy(line).into_owned();
            let line = match kind {
                0 => format!("> {text}"),
                1 => format!("maillog:{number}:{text}"),
                2 => text.replace('<', "&lt;").replace('>', "&gt;"),
                3 => text.replace(' ', "\u{a0}"),
                4 => text.replace("msg", "\u{1b}[01;31m\u{1b}[Kmsg\u{1b}[m\u{1b}[K"),
                5 => format!("- `{text}`"),
                6 => text.replace('=', "=3D"),
                _ => text,
            };
            for piece in line.as_bytes().chunks(if kind > 5 { width } else { usize::MAX }) {
                out.extend_from_slice(piece);
                out.extend_from_slice(if kind == 6 { b"=\n" } else { b"\n" });
            }
        }
        out
    })
}

/// Lines in the order in which the log holds them: one whose newest lines come first is read from its end.
fn turned(log: &Log, pasted: Vec<u8>) -> Vec<u8> {
    if !log.is_turned() {
        return pasted;
    }
    let lines: Vec<&[u8]> = pasted.split_inclusive(|&byte| byte == b'\n').collect();
    let mut numbers: Vec<u32> = (1..=log.lines()).map(|line| log.number(line)).collect();
    numbers.dedup();
    let mut sorted = numbers.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, (1..=lines.len() as u32).collect::<Vec<_>>(), "each line once");
    let mut bytes = Vec::new();
    for number in numbers {
        let line = lines[number as usize - 1];
        bytes.extend_from_slice(line);
        if !line.ends_with(b"\n") {
            bytes.push(b'\n');
        }
    }
    bytes
}

proptest! {
    #[test]
    fn a_report_keeps_the_laws(bytes in prop_oneof![log(), damaged()]) {
        let log = Log::read(&bytes, settings());
        let report = log.report();
        let summary = &report.summary;
        prop_assert_eq!(summary.bytes, bytes.len() as u64);
        let states = [summary.read, summary.partly, summary.unread, summary.other, summary.blank];
        prop_assert_eq!(states.iter().sum::<u32>(), summary.lines);
        prop_assert_eq!(report.lines.len() as u32, summary.lines);

        // A secret is masked before its line is kept.
        let kept = turned(&log, masked(&bytes));
        let mut pasted = kept.split(|&byte| byte == b'\n');
        let mut rest = None;
        for line in &report.lines {
            let own = rest.take().unwrap_or_else(|| pasted.next().unwrap_or_default());
            let own = own.strip_suffix(b"\r").unwrap_or(own);
            // Several records that stand on one line are lines of their own.
            let long = |at: &usize| String::from_utf8_lossy(&own[..*at]).len() == line.text.len();
            let whole = long(&own.len());
            let end = if whole { own.len() } else { (0..own.len()).find(long).unwrap_or(own.len()) };
            rest = (end < own.len()).then_some(&own[end..]);
            let shown = String::from_utf8_lossy(&own[..end]);
            prop_assert_eq!(line.text.len(), shown.len());
            // Nothing is shown another way than it was pasted, but for passwords.
            prop_assert!(line.text.bytes().zip(shown.bytes()).all(|(text, own)| text == own || text == b'*'));
            if let Some(head) = line.continues {
                prop_assert!(head < line.line && !line.mended.is_empty());
                // Of several records on one line, the last one goes on.
                let head = &report.lines[head as usize - 1];
                let last = head.also.last().map_or(head.trace, |record| record.trace);
                prop_assert_eq!(line.trace, last);
            }
            let mut end = 0;
            for token in &line.tokens {
                let [from, to] = token.at.map(|at| at as usize);
                prop_assert!(from >= end && from < to);
                prop_assert_eq!(line.text.get(from..to), Some(token.text.as_str()));
                prop_assert!(!token.says.is_empty());
                end = to;
            }
        }
        for trace in &report.traces {
            let lines = 1..=summary.lines;
            prop_assert!(lines.contains(&trace.first_line) && lines.contains(&trace.last_line));
            for sentence in &trace.explanation.story {
                prop_assert!(!sentence.lines.is_empty() && sentence.lines.iter().all(|line| lines.contains(line)));
            }
            for link in &trace.links {
                prop_assert!((link.trace as usize) < report.traces.len());
            }
        }
    }

    #[test]
    fn the_same_input_gives_the_same_report_however_it_comes(bytes in prop_oneof![log(), damaged()], cut in any::<prop::sample::Index>()) {
        let whole = Log::read(&bytes, settings()).report();
        let cut = cut.index(bytes.len() + 1);
        let mut reader = maillens::Reader::new(settings());
        prop_assert!(reader.push(&bytes[..cut]).is_ok() && reader.push(&bytes[cut..]).is_ok());
        prop_assert_eq!(reader.finish().report(), whole);
    }

    #[test]
    fn a_search_never_finds_what_is_not_there(bytes in log(), query in ".{0,20}") {
        let log = Log::read(&bytes, settings());
        let found = log.find(&query);
        prop_assert!(found.len() as u32 <= log.traces());
        prop_assert!(found.iter().all(|&trace| log.trace(trace).is_some()));
        prop_assert!(log.find_lines(&query).iter().all(|line| (1..=log.lines()).contains(line)));
    }

    #[test]
    fn a_search_finds_all_that_is_there(
        bytes in prop_oneof![log(), damaged()],
        place in any::<prop::sample::Index>(),
        length in 1..12_usize,
    ) {
        let log = Log::read(&bytes, settings());
        let texts: Vec<String> = (0..log.lines())
            .map(|line| String::from_utf8_lossy(log.pasted(line)).into_owned())
            .collect();
        let whole = texts.concat();
        let start = place.index(whole.chars().count().max(1));
        let word: String = whole.chars().skip(start).take(length).collect();
        // What has another meaning in a query, and what is not shown as it was pasted.
        let odd = |letter: char| matches!(letter, '"' | '\u{fffd}') || letter.is_control();
        prop_assume!(!word.trim().is_empty() && !word.contains(odd));
        let has = |line: u32| {
            let holds = |text: &str| text.to_ascii_lowercase().contains(&word.to_ascii_lowercase());
            let mended = log.mend_of(line).filter(|mend| mend.line == line);
            holds(&texts[line as usize])
                || mended.is_some_and(|mend| holds(&String::from_utf8_lossy(mend.text)))
        };
        let lines: Vec<u32> = (1..=log.lines()).filter(|line| has(line - 1)).collect();
        prop_assert_eq!(log.find_lines(&format!("\"{word}\"")), lines);
        let mut traces = log.find(&format!("\"{word}\""));
        traces.sort_unstable();
        let with: Vec<u32> = (0..log.traces())
            .filter(|&trace| log.lines_of(trace).iter().any(|line| has(line - 1)))
            .collect();
        prop_assert_eq!(&traces, &with);
        let without = log.find(&format!("-\"{word}\""));
        prop_assert_eq!(without.len() + with.len(), log.traces() as usize);
    }

    #[test]
    fn why_a_trace_failed_is_what_its_explanation_says(bytes in prop_oneof![log(), damaged()]) {
        let log = Log::read(&bytes, settings());
        for number in 0..log.traces() {
            let (why, trace) = (log.why(number), log.trace(number));
            prop_assert_eq!(Some(why.party), trace.as_ref().map(|trace| trace.explanation.party));
            for facts in &maillens::knowledge::reason::REASONS {
                let mut attempts = trace.iter().flat_map(|trace| &trace.attempts);
                let says = attempts.any(|attempt| attempt.reason == Some(facts.reason));
                prop_assert_eq!(why.has(facts.reason), says, "{}", facts.name);
            }
        }
    }

    #[test]
    fn stamps_change_nothing_but_labels(bytes in log()) {
        let written = maillens::report::stamps(&bytes, &Zone::utc());
        let own: Vec<&[u8]> = bytes.split(|&byte| byte == b'\n').collect();
        let new: Vec<&[u8]> = written.split(|&byte| byte == b'\n').collect();
        prop_assert_eq!(own.len(), new.len());
        for (own, new) in own.iter().zip(new) {
            prop_assert!(*own == new || (own[0] == b'@' && new.ends_with(&own[25..])));
        }
    }

    #[test]
    fn a_mend_tells_where_each_of_its_bytes_was_pasted(bytes in damaged()) {
        let log = Log::read(&bytes, settings());
        let kept = turned(&log, masked(&bytes));
        prop_assert_eq!(log.bytes(), &kept[..]);
        let replaces = [Damage::Spaces, Damage::Typography, Damage::Html, Damage::Encoded, Damage::Wrapped];
        for mend in (0..log.lines()).filter_map(|index| log.mend_of(index)) {
            let [first, last] = [mend.line, mend.last].map(|line| {
                log.pasted(line).as_ptr() as usize - bytes_of(&log)
            });
            let end = last + log.pasted(mend.last).len();
            let mut before = 0;
            for at in 0..mend.text.len() as u32 {
                for from in mend.pasted(Span { start: at, end: at + 1 }) {
                    let [start, until] = [from.start as usize, from.end as usize];
                    prop_assert!(first <= start && start <= until && until <= end);
                    prop_assert!(before <= start, "in the order of the paste");
                    before = start;
                    let whole = !replaces.iter().any(|damage| mend.damages.has(*damage));
                    if whole && until - start == 1 {
                        prop_assert_eq!(mend.text[at as usize], kept[start]);
                    }
                }
            }
        }
    }
}

/// When the first line was written, where, by which program, and what it is.
fn told(log: &Log) -> String {
    let parsed = log.parse(0);
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let entry = parsed.entry.map(|entry| (entry.format.id, entry.pattern.id));
    format!("{} {} {} {entry:?}", log.instant(0), text(parsed.origin.host), text(parsed.origin.program))
}

#[test]
fn what_is_mended_is_what_was_damaged() {
    let mut wrong = Vec::new();
    let mut mended = 0;
    for line in stamped_lines() {
        let whole = Log::read(line.as_bytes(), settings());
        // A line can be one that some mend takes for a damaged one; what is masked of a secret is tested by itself.
        if whole.mend_of(0).is_some() || whole.parse(0).entry.is_none() || *whole.bytes() != *line.as_bytes()
        {
            continue;
        }
        for (damage, harm) in DAMAGES {
            let pasted = harm(&line);
            let log = Log::read(pasted.as_bytes(), settings());
            assert_eq!(log.bytes(), &masked(pasted.as_bytes())[..]);
            if *log.bytes() != *pasted.as_bytes() {
                continue;
            }
            let text = log.mend_of(0).map(|mend| String::from_utf8_lossy(mend.text).into_owned());
            mended += usize::from(text.is_some());
            if told(&log) != told(&whole) || text.as_ref().is_some_and(|text| *text != line) {
                wrong.push(format!("{damage:?}: {pasted}\n  {}\n  {}\n  {text:?}", told(&whole), told(&log)));
            }
        }
    }
    assert!(mended > 1000, "{mended} mends");
    assert!(wrong.is_empty(), "{} of {mended}:\n{}", wrong.len(), wrong.join("\n"));
}

/// Where the text of a log lies.
fn bytes_of(log: &Log) -> usize {
    log.bytes().as_ptr() as usize
}
