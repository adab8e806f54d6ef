//! Shapes that were written down by people who had not read the patterns: every Markdown file under `tests/shapes/`
//! holds what one kind of software prints or sends, one shape under each `##`, the paste in a fence.
//!
//! Before the fence stands what a right answer must hold:
//!
//! | key | is |
//! | --- | --- |
//! | `who` | who may act: any of these parties |
//! | `says` | a pattern that the headline or the story holds |
//! | `left` | what isn't answered yet, so that the shape is known to fail; mended, the line has to go |
//!
//! A shape is answered where no line is unread and one of the three traces that are shown first says it.
//!
//! `cargo test --test shapes NAME` runs the files whose path holds NAME. `BLESS=1` before it writes the lines `left`
//! anew, for review.

mod common;

use libtest_mimic::{Arguments, Failed, Trial};
use maillens::Log;
use maillens::export::Party;
use regex::RegexBuilder;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn main() -> ExitCode {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/shapes");
    let mut found = Vec::new();
    common::markdown(&folder, &mut found);
    assert!(!found.is_empty(), "no shape was found");
    let tests = found.into_iter().map(|file| {
        let name = file.strip_prefix(&folder).unwrap_or(&file).with_extension("");
        Trial::test(name.to_string_lossy(), move || are_answered(&file).map_err(Failed::from))
    });
    libtest_mimic::run(&Arguments::from_args(), tests.collect()).exit_code()
}

/// One shape of a file, as it is read from top to bottom.
#[derive(Default)]
struct Shape {
    title: String,
    who: Vec<String>,
    says: String,
    left: Option<String>,
    paste: String,
}

fn are_answered(file: &PathBuf) -> Result<(), String> {
    let text = fs::read_to_string(file).map_err(|error| error.to_string())?;
    let (mut now, mut wrong, mut shapes) = (String::new(), Vec::new(), 0);
    let mut shape = Shape::default();
    let mut fenced = false;
    for line in text.lines() {
        match (fenced, line) {
            (false, "```") => fenced = true,
            (true, "```") => {
                fenced = false;
                shapes += 1;
                let lacks = lacks(&shape);
                match (&lacks, &shape.left) {
                    (Some(lacks), None) => wrong.push(format!("{}: {lacks}", shape.title)),
                    (None, Some(left)) => {
                        wrong.push(format!("{}: answered, so take out “left: {left}”", shape.title));
                    }
                    _ => {}
                }
                if let Some(lacks) = lacks {
                    let _ = writeln!(now, "left: {lacks}");
                }
                let _ = writeln!(now, "```\n{}```", shape.paste);
                shape = Shape::default();
                continue;
            }
            (true, _) => {
                let _ = writeln!(shape.paste, "{line}");
            }
            (false, _) => {
                if let Some(title) = line.strip_prefix("## ") {
                    title.clone_into(&mut shape.title);
                } else if let Some(who) = line.strip_prefix("who: ") {
                    shape.who = who.split(", ").map(str::to_owned).collect();
                } else if let Some(says) = line.strip_prefix("says: ") {
                    says.clone_into(&mut shape.says);
                } else if let Some(left) = line.strip_prefix("left: ") {
                    shape.left = Some(left.to_owned());
                    continue;
                }
            }
        }
        if !fenced {
            let _ = writeln!(now, "{line}");
        }
    }
    if shapes == 0 || fenced {
        wrong.push("a file of shapes holds at least one, each in a fence that is closed".to_owned());
    }
    if std::env::var_os("BLESS").is_some() && now != text {
        fs::write(file, now).map_err(|error| error.to_string())?;
    }
    if wrong.is_empty() { Ok(()) } else { Err(format!("{}\n{}", file.display(), wrong.join("\n"))) }
}

/// What the answer to a shape lacks, if anything.
fn lacks(shape: &Shape) -> Option<String> {
    let says = RegexBuilder::new(&shape.says).case_insensitive(true).dot_matches_new_line(true).build();
    let says = says.unwrap_or_else(|error| panic!("{}: {error}", shape.title));
    let who: Vec<Party> = shape.who.iter().map(|who| party(who, &shape.title)).collect();
    assert!(!who.is_empty() && !shape.says.is_empty(), "{}: “who” and “says” are stated", shape.title);

    let log = Log::read(shape.paste.as_bytes(), common::settings());
    let unread = log.summary().unread;
    if unread > 0 {
        return Some(format!("{unread} unread"));
    }
    let first: Vec<_> = log.order().into_iter().take(3).filter_map(|trace| log.trace(trace)).collect();
    let told = |trace: &maillens::export::Trace| {
        let story = trace.explanation.story.iter().map(|sentence| sentence.text.as_str());
        let said: Vec<&str> = std::iter::once(trace.explanation.headline.as_str()).chain(story).collect();
        says.is_match(&said.join(" "))
    };
    if first.is_empty() {
        Some("nothing is told".to_owned())
    } else if !first.iter().any(told) {
        Some(format!("says “{}”", first[0].explanation.headline))
    } else if !first.iter().any(|trace| told(trace) && who.contains(&trace.explanation.party)) {
        let trace = first.iter().find(|trace| told(trace))?;
        Some(format!("who must act is {}", plain(trace.explanation.party)))
    } else {
        None
    }
}

fn party(name: &str, title: &str) -> Party {
    let all =
        [Party::Sender, Party::Recipient, Party::OurServer, Party::TheirServer, Party::Dns, Party::Nobody];
    let found = all.into_iter().find(|&party| plain(party) == name);
    found.unwrap_or_else(|| panic!("{title}: nobody who acts is called “{name}”"))
}

fn plain(party: Party) -> String {
    serde_json::to_value(party).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}
