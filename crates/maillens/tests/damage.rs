//! What tickets do to logs, and that it is undone: pieces of the logs of five programs, put through every kind of
//! damage, keep their traces with their outcomes; and where a damage loses nothing, the text comes back.

mod common;

use maillens::Log;
use std::fmt::Write;

/// Each piece on its own: a ticket holds the log of one program.
const PIECES: [(&str, &str); 5] = [
    ("qmail", include_str!("damage/qmail.log")),
    ("dovecot", include_str!("damage/dovecot.log")),
    ("postfix", include_str!("damage/postfix.log")),
    ("spamd", include_str!("damage/spamd.log")),
    ("exim", include_str!("damage/exim.log")),
];

/// The widths at which email apps and ticket systems break lines, in characters.
const WIDTHS: [usize; 6] = [60, 72, 76, 80, 100, 120];

fn read(bytes: &[u8]) -> Log {
    Log::read(bytes, common::settings())
}

/// What is known of every trace: what it is, whose it is, how it came out.
fn traces(log: &Log) -> Vec<String> {
    let mut traces: Vec<String> = (0..log.traces())
        .filter_map(|number| log.trace(number))
        .map(|trace| {
            let mut attempts: Vec<_> = trace.attempts.iter().map(|attempt| attempt.outcome).collect();
            attempts.sort_unstable();
            format!("{} {:?} {:?} {:?} {attempts:?}", trace.format, trace.id, trace.outcome, trace.login)
        })
        .collect();
    traces.sort_unstable();
    traces
}

/// The lines of the log as they are read, without what stands around them.
fn texts(log: &Log) -> Vec<String> {
    (0..log.lines())
        .map(|index| log.parse(index))
        .filter(|parsed| parsed.entry.is_none_or(|entry| entry.format.id != "ticket"))
        .map(|parsed| String::from_utf8_lossy(parsed.line).trim_end().to_owned())
        .filter(|line| !line.is_empty())
        .collect()
}

/// A kind of damage: its name, whether all of the text is still there, and how it is done.
type Kind = (String, bool, Box<dyn Fn(&[&str]) -> Vec<u8>>);

/// A damage that is done to every line by itself.
fn each(name: &str, lossless: bool, how: impl Fn(usize, &str) -> String + 'static) -> Kind {
    let all = move |lines: &[&str]| {
        let mut text = String::new();
        for (number, line) in (1..).zip(lines) {
            let _ = writeln!(text, "{}", how(number, line));
        }
        text.into_bytes()
    };
    (name.into(), lossless, Box::new(all))
}

/// A damage that is done to the pieces of broken lines.
fn each_piece(
    name: &str,
    cut: impl Fn(&str) -> Vec<String> + 'static,
    how: impl Fn(&str) -> String + 'static,
) -> Kind {
    each(name, false, move |_, line| cut(line).iter().map(|piece| how(piece)).collect::<Vec<_>>().join("\n"))
}

/// Cut at the column, wherever that is.
fn hard(line: &str, width: usize) -> Vec<String> {
    let letters: Vec<char> = line.chars().collect();
    letters.chunks(width).map(|piece| piece.iter().collect()).collect()
}

/// Cut before the word that does not fit; a word longer than a line is cut inside where `inside`. The space at
/// the cut stays at the end of the line where it is `kept`.
fn soft(line: &str, width: usize, inside: bool, kept: bool) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut piece = String::new();
    for word in line.split_inclusive(' ') {
        let mut word = word.to_owned();
        let long = word.trim_end().len() > width;
        if !(piece.len() + word.trim_end().len() <= width || piece.is_empty() || long && inside) {
            pieces.push(std::mem::take(&mut piece));
        }
        while long && inside && piece.len() + word.trim_end().len() > width {
            let rest = word.split_off((width - piece.len()).min(word.len()));
            pieces.push(std::mem::take(&mut piece) + &word);
            word = rest;
        }
        piece.push_str(&word);
    }
    pieces.push(piece);
    if !kept {
        for piece in &mut pieces {
            piece.truncate(piece.trim_end().len());
        }
    }
    pieces
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn json(line: &str) -> String {
    let log = line.replace('\\', r"\\").replace('"', "\\\"");
    format!(r#"{{"log":"{log}\n","stream":"stdout","time":"2026-11-21T19:05:29.6Z"}}"#)
}

/// Quoted-printable, with its own breaks.
fn encoded(line: &str) -> String {
    let mut out = String::new();
    let mut column = 0;
    for byte in line.bytes() {
        let code = match byte {
            b'=' | 127.. => format!("={byte:02X}"),
            byte => char::from(byte).to_string(),
        };
        if column + code.len() > 75 {
            out.push_str("=\n");
            column = 0;
        }
        column += code.len();
        out.push_str(&code);
    }
    out
}

#[expect(clippy::too_many_lines, reason = "a list")]
fn kinds() -> Vec<Kind> {
    let mut kinds = vec![
        each("nothing", true, |_, line| line.into()),
        each("quoted", true, |_, line| format!("> {line}")),
        each("quoted twice", true, |_, line| format!(">> {line}")),
        each("quoted by three", true, |_, line| format!("> > > {line}")),
        each("blank lines between", true, |_, line| format!("{line}\n")),
        each("line ends of Windows", true, |_, line| format!("{line}\r")),
        each("indented", true, |_, line| format!("    {line}")),
        each("bullets", true, |_, line| format!("- {line}")),
        each("bullets and backticks", true, |_, line| format!("* `{line}`")),
        each("numbered list", true, |number, line| format!("{number}. {line}")),
        each("no-break spaces", true, |_, line| line.replace(' ', "\u{a0}")),
        each("smart quotes and dashes", false, |_, line| {
            line.replace('\'', "\u{2019}").replace(" - ", " \u{2013} ").replace("--", "\u{2014}")
        }),
        each("HTML entities", true, |_, line| escaped(line)),
        each("HTML line breaks", true, |_, line| escaped(line) + "<br>"),
        each("HTML paragraphs", true, |_, line| format!("<p>{}</p>", escaped(line))),
        each("quoted-printable", true, |_, line| encoded(line)),
        each("quoted-printable in a quote", true, |_, line| {
            format!("> {}", encoded(line).replace('\n', "\n> "))
        }),
        each("ANSI colours", true, |_, line| line.replace("er", "\u{1b}[01;31m\u{1b}[Ker\u{1b}[m\u{1b}[K")),
        each("prompts", true, |_, line| format!("root@mx:~# {line}")),
        each("commands between", true, |_, line| format!("$ grep -F x /var/log/maillog\n{line}")),
        each("grep", true, |_, line| format!("/var/log/maillog:{line}")),
        each("grep -n", true, |number, line| format!("{number}:{line}")),
        each("grep -n of files", true, |number, line| format!("/var/log/maillog.1:{number}:{line}")),
        each(
            "grep -C",
            true,
            |number, line| if number % 3 == 0 { format!("{line}\n--") } else { line.into() },
        ),
        each("zgrep", true, |_, line| format!("maillog.1.gz:{line}")),
        each("tail", true, |number, line| match number % 9 {
            1 => format!("\n==> /var/log/maillog.{number} <==\n{line}"),
            _ => line.into(),
        }),
        each("less -N", true, |number, line| format!("{number:7} {line}")),
        each("cat -n", true, |number, line| format!("{number:6}\t{line}")),
        each("editor", true, |number, line| format!("{number:4} | {line}")),
        each("tab-separated", true, |number, line| format!("row{number}\t{line}")),
        each("CSV", true, |number, line| format!("\"{number}\",\"{}\"", line.replace('"', "\"\""))),
        each("JSON lines", true, |_, line| json(line)),
        each("stamps of a collector", true, |_, line| format!("2026-11-21T19:05:29.6Z mx1 {line}")),
        (
            "a code fence".into(),
            true,
            Box::new(|lines| format!("```log\n{}\n```\n", lines.join("\n")).into_bytes()),
        ),
        (
            "a byte-order mark".into(),
            true,
            Box::new(|lines| format!("\u{feff}{}", lines.join("\n")).into_bytes()),
        ),
        (
            "UTF-16".into(),
            true,
            Box::new(|lines| {
                let units = lines.join("\n").encode_utf16().collect::<Vec<_>>();
                [0xff, 0xfe].into_iter().chain(units.into_iter().flat_map(u16::to_le_bytes)).collect()
            }),
        ),
        each_piece("broken, then quoted", |line| soft(line, 74, true, false), |piece| format!("> {piece}")),
        each_piece(
            "broken, then quoted twice",
            |line| soft(line, 72, true, false),
            |piece| format!(">> {piece}"),
        ),
        each_piece("quoted, then broken", |line| soft(&format!("> {line}"), 76, true, false), str::to_owned),
        each_piece("broken, then HTML", |line| soft(line, 76, true, false), escaped),
        each_piece(
            "broken, then HTML paragraphs",
            |line| soft(line, 76, true, false),
            |piece| format!("<div>{}</div>", escaped(piece).replace(' ', "&nbsp;")),
        ),
        each_piece("HTML, then broken", |line| soft(&escaped(line), 76, true, false), str::to_owned),
        each_piece("broken, then quoted-printable", |line| soft(line, 60, true, false), encoded),
        each_piece(
            "broken, with no-break spaces",
            |line| soft(line, 76, true, false),
            |piece| piece.replace(' ', "\u{a0}"),
        ),
        each_piece(
            "broken, with blank lines between",
            |line| soft(line, 76, true, false),
            |piece| format!("{piece}\n"),
        ),
        each_piece(
            "broken, with line ends of Windows",
            |line| soft(line, 76, true, false),
            |piece| format!("{piece}\r"),
        ),
        each_piece(
            "broken, then indented",
            |line| soft(line, 76, true, false),
            |piece| format!("    {piece}"),
        ),
        each_piece(
            "quoted, then broken, then quoted",
            |line| soft(&format!("> {line}"), 74, true, false),
            |piece| format!("> {piece}"),
        ),
        each_piece(
            "broken, then quoted-printable in a quote",
            |line| soft(line, 60, true, false),
            |piece| format!("> {}", encoded(piece).replace('\n', "\n> ")),
        ),
        each_piece("JSON lines, then broken", |line| soft(&json(line), 100, true, false), str::to_owned),
        each("JSON lines in a quote", true, |_, line| format!("> {}", json(line))),
        each("HTML entities in JSON lines", true, |_, line| escaped(&json(line))),
        each("CSV with a stamp, in a quote", true, |number, line| {
            let line = line.replace('"', "\"\"");
            format!("> \"2026-11-21T19:05:{:02}.1Z\",\"mx1\",\"{line}\"", number % 60)
        }),
        each("colours behind prompts", true, |_, line| {
            format!("root@mx:~# {}", line.replace("er", "\u{1b}[01;31m\u{1b}[Ker\u{1b}[m\u{1b}[K"))
        }),
        each("tail of grep", true, |number, line| match number % 9 {
            1 => format!("==> /var/log/maillog.{number} <==\n{number}:{line}"),
            _ => format!("{number}:{line}"),
        }),
        each("less -N, then cut", true, |number, line| hard(&format!("{number:7} {line}"), 80).join("\n")),
        each("HTML, then cut", true, |_, line| hard(&escaped(line), 100).join("\n")),
    ];
    for width in WIDTHS {
        let kind = |name: &str| format!("{name} at {width}");
        let grep = |number: usize, line: &str| format!("/var/log/maillog:{number}:{line}");
        kinds.push(each(&kind("grep, then cut"), true, move |number, line| {
            hard(&grep(number, line), width).join("\n")
        }));
        kinds.push(each(&kind("grep, then cut, then quoted"), true, move |number, line| {
            format!("> {}", hard(&grep(number, line), width).join("\n> "))
        }));
        kinds.push(each(&kind("grep, then broken"), false, move |number, line| {
            soft(&grep(number, line), width, true, false).join("\r\n")
        }));
    }
    for width in WIDTHS {
        let kind = |name: &str| format!("{name} at {width}");
        kinds.push(each(&kind("cut"), true, move |_, line| hard(line, width).join("\n")));
        kinds.push(each_piece(
            &kind("cut and trimmed"),
            move |line| hard(line, width),
            |piece| piece.trim_end().to_owned(),
        ));
        kinds.push(each(&kind("broken"), true, move |_, line| soft(line, width, true, true).join("\n")));
        kinds.push(each_piece(
            &kind("broken and trimmed"),
            move |line| soft(line, width, true, false),
            str::to_owned,
        ));
        kinds.push(each_piece(
            &kind("broken but for long words"),
            move |line| soft(line, width, false, false),
            str::to_owned,
        ));
    }
    kinds
}

#[test]
fn the_pieces_are_whole() {
    for (name, piece) in PIECES {
        let log = read(piece.as_bytes());
        let summary = log.summary();
        assert_eq!((summary.unread, summary.mended), (0, 0), "{name}");
        assert!(log.traces() >= 10, "{name}: {} traces", log.traces());
    }
}

#[test]
fn every_kind_of_damage_is_undone() {
    let mut wrong = String::new();
    let pieces = PIECES.map(|(piece, text)| {
        let lines: Vec<&str> = text.lines().collect();
        (piece, lines, traces(&read(text.as_bytes())))
    });
    for (name, lossless, damage) in kinds() {
        let (mut kept, mut all) = (0, 0);
        for (piece, lines, whole) in &pieces {
            let log = read(&damage(lines));
            let mut got = traces(&log);
            all += whole.len();
            for trace in whole {
                match got.iter().position(|got| got == trace) {
                    Some(at) => {
                        got.swap_remove(at);
                        kept += 1;
                    }
                    None => {
                        let _ = writeln!(wrong, "  {name}: {piece}: {trace}");
                    }
                }
            }
            if lossless {
                let back = texts(&log);
                let whole: Vec<&str> = lines.iter().map(|line| line.trim_end()).collect();
                if let Some((got, want)) = back.iter().zip(&whole).find(|(got, want)| got != want) {
                    let _ = writeln!(wrong, "{name}: {piece}: the text is\n{got}\ninstead of\n{want}");
                } else if back.len() != whole.len() {
                    let _ =
                        writeln!(wrong, "{name}: {piece}: {} lines instead of {}", back.len(), whole.len());
                }
            }
        }
        if kept * 100 < all * 99 {
            let _ = writeln!(wrong, "{name}: only {kept} of {all} traces are kept");
        }
    }
    let failed = wrong.lines().any(|line| !line.starts_with("  "));
    assert!(!failed, "\n{wrong}");
}

#[test]
fn the_empty_line_of_a_quote_is_no_piece_of_a_broken_line() {
    let line = ">>  > @400000006b01ecac399032cc delivery 179: deferral: Connected_to_127.0.20.12_but_greeting_failed./Remote_host_said:_421_4.7.0_Messages_from_127.0.10.1_temporarily_deferred/";
    let pieces: Vec<&str> = [&line[..86], &line[86..172], &line[172..], ">>  > ", ""].to_vec();
    let report = Log::read(pieces.join("\n").as_bytes(), common::settings()).report();
    let continues: Vec<Option<u32>> = report.lines.iter().map(|line| line.continues).collect();
    assert_eq!(continues, [None, Some(1), Some(1), None]);
}

#[test]
fn what_was_broken_at_other_columns_goes_as_far_as_the_most_telling_pattern() {
    let text = "\
        > Mar  4 17:20:11 gate postfix/smtpd[2954]: NOQUEUE: reject: RCPT from\n\
        > o3.news.club.example[203.0.113.59]: 554 5.7.1 Service unavailable; Client\n\
        > host [203.0.113.59] blocked using zen.rbl.example; Error: open resolver;\n\
        > https://www.rbl.example/returnc/pub/192.0.2.1/; from=<bounce-17@news.club.example>\n\
        > to=<han@dock.example> proto=ESMTP helo=<o3.news.club.example>\n\
        > Mar  4 17:21:40 gate postfix/smtpd[2961]: NOQUEUE: reject: RCPT from\n\
        > mail.bank.example[198.51.100.9]: 554 5.7.1 Service unavailable; Client host\n\
        > [198.51.100.9] blocked using zen.rbl.example; Error: open resolver;\n\
        > https://www.rbl.example/returnc/pub/192.0.2.1/; from=<service@bank.example>\n\
        > to=<han@dock.example> proto=ESMTP helo=<mail.bank.example>\n";
    let log = read(text.as_bytes());
    assert_eq!((log.summary().read, log.traces()), (10, 2));
    for trace in 0..2 {
        let headline = log.trace(trace).expect("a trace").explanation.headline;
        assert!(headline.contains("refuses to answer this server's DNS resolver"), "{headline}");
    }
}
