//! Tickets as tests: every Markdown file under `tests/cases/` is prose that a support engineer can read
//! and review, with a log and what must be said about it.
//!
//! A file is read from top to bottom. A `log` block is pasted as it stands; the `expect` block after it
//! holds one expectation a line, `key: value`:
//!
//! | key | is |
//! | --- | --- |
//! | `read` | lines read of lines that are not blank, `9 of 10` |
//! | `trace ID` | the trace that the lines after it are about, by its id; without it the most serious one |
//! | `trace ID#N` | the same for an id that is used again: its N-th life |
//! | `headline`, `outcome`, `login`, `stage`, `party`, `lasts`, `sender`, `user`, `client` | of the trace |
//! | `reason N`, `attempt N` | reason and outcome of its N-th attempt |
//! | `story N` | its N-th sentence, with the lines that it rests on |
//! | `next N`, `missing N`, `link N` | its N-th next step, missing part, link to another trace and whether it is a guess |
//! | `notice N` | the N-th notice about the whole paste |
//! | `says N` | the meaning of line N |
//! | `token N NAME` | the text and meaning of the part NAME of line N |
//!
//! A `customer`, `chat`, `forward` or `engineer` block after it holds the whole report about that trace, in that
//! voice, word for word; `customer de` and `chat de` the same in another language; a `redacted` block the log with
//! placeholders.
//!
//! `cargo test --test cases NAME` runs the files whose path holds NAME. `BLESS=1` before it writes what is said now
//! into them, for review.

mod common;

use libtest_mimic::{Arguments, Failed, Trial};
use maillens::Log;
use maillens::export::{Line, Trace};
use maillens::redact::{Kind, Redacted};
use maillens::report::customer::{self, Manner, Voice};
use maillens::vocabulary::{App, Language};
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

/// A test for every file, by its path: `cargo test --test cases wrong-password` runs one.
fn main() -> ExitCode {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut found = Vec::new();
    common::markdown(&folder, &mut found);
    assert!(!found.is_empty(), "no case was found");
    let tests = found.into_iter().map(|file| {
        let name = file.strip_prefix(&folder).unwrap_or(&file).with_extension("");
        Trial::test(name.to_string_lossy(), move || is_answered(&file).map_err(Failed::from))
    });
    libtest_mimic::run(&Arguments::from_args(), tests.collect()).exit_code()
}

/// Fails where a ticket is not answered as its file says.
fn is_answered(file: &Path) -> Result<(), String> {
    let mut wrong = Vec::new();
    let text = fs::read_to_string(file).map_err(|error| error.to_string())?;
    let (now, checked) = answered(&text, &mut wrong, file);
    if checked == 0 {
        wrong.push(format!("{}: expects nothing", file.display()));
    }
    if std::env::var_os("BLESS").is_some() && now != text {
        fs::write(file, now).map_err(|error| error.to_string())?;
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n")) }
}

/// The text with what is said now in its `expect` blocks, and how many expectations it holds.
fn answered(text: &str, wrong: &mut Vec<String>, file: &Path) -> (String, usize) {
    let mut out = String::new();
    let mut block = "";
    let mut pasted = String::new();
    let mut log = read("");
    let mut about = None;
    let mut checked = 0;
    let mut told = String::new();
    for line in text.lines() {
        match (block, line.trim_end()) {
            ("", fence) if fence.strip_prefix("```").is_some_and(is_whole) => block = &line.trim_end()[3..],
            (of, "```") if is_whole(of) => {
                checked += 1;
                let now = whole(&log, about, block);
                if now != told {
                    wrong.push(format!("{}\n{block}:\n{told}\nbut it is\n{now}", file.display()));
                }
                out.push_str(&now);
                told.clear();
                block = "";
            }
            (of, _) if is_whole(of) => {
                told.push_str(line);
                told.push('\n');
                continue;
            }
            ("", "```log") => {
                block = "log";
                pasted.clear();
            }
            ("", "```expect") => block = "expect",
            ("log", "```") => {
                log = read(&pasted);
                about = log.find("").first().copied();
                block = "";
            }
            (_, "```") => block = "",
            ("log", _) => {
                pasted.push_str(line);
                pasted.push('\n');
            }
            ("expect", expectation) if !expectation.is_empty() => {
                checked += 1;
                if let Some(id) = expectation.strip_prefix("trace ") {
                    let (id, life) = id.split_once('#').unwrap_or((id, "1"));
                    let life: usize = life.parse().expect("the number of a life");
                    about = (0..log.traces())
                        .filter(|&trace| log.trace(trace).and_then(|of| of.id).as_deref() == Some(id))
                        .nth(life - 1);
                    if about.is_none() {
                        wrong.push(format!("{}: no trace has the id {id}", file.display()));
                    }
                } else {
                    let (key, want) =
                        expectation.split_once(": ").unwrap_or((expectation.trim_end_matches(':'), ""));
                    let said = said(&log, about, key).trim_end().to_owned();
                    if said != want {
                        wrong.push(format!(
                            "{}\n  {key}: {want}\n  but it is\n  {key}: {said}",
                            file.display()
                        ));
                    }
                    let _ = writeln!(out, "{key}: {said}");
                    continue;
                }
            }
            _ => {}
        }
        out.push_str(line);
        out.push('\n');
    }
    (out, checked)
}

fn read(text: &str) -> Log {
    Log::read(text.as_bytes(), common::settings())
}

/// A text of several lines about a trace.
fn whole(log: &Log, about: Option<u32>, block: &str) -> String {
    let traces: Vec<u32> = about.into_iter().collect();
    match block {
        "redacted" => {
            let redacted = Redacted::new(log, Kind::ALL, &[]);
            String::from_utf8_lossy(redacted.log.bytes()).into_owned()
        }
        _ => customer::report(log, &traces, manner(block).expect("a voice")).text(),
    }
}

/// True for the name of a block that holds a text of several lines.
fn is_whole(block: &str) -> bool {
    block == "redacted" || manner(block).is_some()
}

/// To whom a block speaks, in what language, and about which app: `chat`, `customer de`, `customer de thunderbird`.
fn manner(block: &str) -> Option<Manner> {
    let (voice, rest) = block.split_once(' ').unwrap_or((block, "en"));
    let (language, app) = rest.split_once(' ').unwrap_or((rest, ""));
    let app = if app.is_empty() { None } else { Some(App::named(app)?) };
    let voice = match voice {
        "customer" => Voice::Customer,
        "chat" => Voice::Chat,
        "forward" => Voice::Forward,
        "engineer" => Voice::Engineer,
        _ => return None,
    };
    let language = Language::named(language)?;
    Some(Manner { voice, language, app, ..Manner::default() })
}

/// A value of the export as its JSON has it, without quotes.
fn plain(value: impl serde::Serialize) -> String {
    match serde_json::to_value(value).expect("an export is JSON") {
        serde_json::Value::String(text) => text,
        serde_json::Value::Null => "none".into(),
        other => other.to_string(),
    }
}

/// What is said for a key.
fn said(log: &Log, about: Option<u32>, key: &str) -> String {
    let mut words = key.split(' ');
    let name = words.next().unwrap_or_default();
    let number: usize = words.next().and_then(|word| word.parse().ok()).unwrap_or(1);
    let line = || log.line(number as u32);
    match name {
        "read" => {
            let summary = log.summary();
            return format!("{} of {}", summary.read, summary.read + summary.partly + summary.unread);
        }
        "notice" => {
            let notices = log.summary().notices;
            let notice = notices.into_iter().nth(number.wrapping_sub(1));
            return notice.map_or_else(|| "nothing".into(), |notice| notice.text);
        }
        "says" => return line().and_then(|line| line.says).unwrap_or_else(|| "nothing".into()),
        "token" => return token(line(), words.next().unwrap_or_default()),
        _ => {}
    }
    about
        .and_then(|trace| log.trace(trace))
        .map_or_else(|| "no trace".into(), |trace| of_trace(log, &log.numbered(trace), name, number))
}

fn token(line: Option<Line>, name: &str) -> String {
    let tokens = line.map(|line| line.tokens).unwrap_or_default();
    let found = tokens.iter().find(|token| token.name == name || token.text == name);
    found.map_or_else(|| "no such part".into(), |token| format!("{} = {}", token.text, token.says))
}

fn of_trace(log: &Log, trace: &Trace, name: &str, number: usize) -> String {
    let at = number.wrapping_sub(1);
    let explanation = &trace.explanation;
    let nothing = || "nothing".to_owned();
    match name {
        "headline" => explanation.headline.clone(),
        "outcome" => plain(trace.outcome),
        "login" => plain(trace.login),
        "stage" => plain(explanation.stage),
        "party" => plain(explanation.party),
        "lasts" => plain(explanation.lasts),
        "sender" => plain(&trace.sender),
        "user" => plain(&trace.user),
        "client" => plain(&trace.client),
        "reason" => trace.attempts.get(at).map_or_else(nothing, |attempt| plain(attempt.reason)),
        "attempt" => trace.attempts.get(at).map_or_else(nothing, |attempt| plain(attempt.outcome)),
        "story" => explanation
            .story
            .get(at)
            .map_or_else(nothing, |sentence| format!("{} {:?}", sentence.text, &sentence.lines[..])),
        "next" => explanation.next.get(at).map_or_else(nothing, |step| {
            format!("{} {}", step.text, step.command.as_deref().unwrap_or_default()).trim_end().to_owned()
        }),
        "missing" => explanation.missing.get(at).cloned().unwrap_or_else(nothing),
        "link" => trace.links.get(at).map_or_else(nothing, |link| {
            let other = log.trace(link.trace).and_then(|other| other.id).unwrap_or_default();
            format!("{} {other}{}", link.how, if link.doubt.is_some() { ", a guess" } else { "" })
        }),
        _ => format!("no key is called {name}"),
    }
}
