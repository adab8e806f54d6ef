//! The rooms of the engine stand in one order, and each knows only those before it: so there is no circle, and
//! the order in which a log is read can be seen in the list of folders.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Every room, each after all that it uses.
const ORDER: &[&str] = &[
    "vocabulary",
    "text",
    "time",
    "settings",
    "syntax",
    "knowledge",
    "frame",
    "secrets",
    "mend",
    "format",
    "pattern",
    "trace",
    "export",
    "log",
    "explain",
    "stream",
    "search",
    "overview",
    "report",
    "redact",
    "view",
];

/// Arrows to the right that stay, and why.
const EXCEPTIONS: &[(&str, &str, &str)] = &[
    (
        "syntax",
        "knowledge",
        "the table of status codes names the refusal that each stands for, until it is a word",
    ),
    ("frame", "format", "a head is known by the programs that formats are about, which are data"),
];

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of the engine").flatten() {
        let path = entry.path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
}

/// The files of the engine by their path in `src`, without comments and without their tests.
fn sources() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    files(&folder, &mut found);
    found.sort();
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).expect("a source");
        let text = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
        let code = text.lines().map(|line| line.split("//").next().unwrap_or_default());
        let name =
            path.strip_prefix(&folder).expect("a file of the folder").to_string_lossy().replace('\\', "/");
        (name, code.collect::<Vec<_>>().join("\n"))
    };
    found
        .into_iter()
        .map(read)
        .filter(|(name, _)| !name.ends_with("tests.rs") && !name.ends_with("laws.rs"))
        .collect()
}

fn room(file: &str) -> &str {
    file.split(['/', '.']).next().unwrap_or_default()
}

/// The names that begin behind a text.
fn behind<'a>(code: &'a str, start: &str) -> impl Iterator<Item = &'a str> {
    let is_name = |letter: char| letter.is_alphanumeric() || letter == '_';
    code.match_indices(start).filter_map(move |(at, _)| {
        let rest = &code[at + start.len()..];
        let end = rest.find(|letter| !is_name(letter)).unwrap_or(rest.len());
        Some(&rest[..end]).filter(|name| !name.is_empty())
    })
}

#[test]
fn every_room_knows_only_those_before_it() {
    let place = |room: &str| ORDER.iter().position(|known| *known == room);
    let mut wrong = Vec::new();
    let mut arrows = BTreeSet::new();
    for (file, code) in sources().iter().filter(|(file, _)| file != "lib.rs") {
        let own = room(file);
        assert!(place(own).is_some(), "{own} has no place in the order");
        if code.contains("use crate::{") {
            wrong.push(format!("{file}: name each room in a line of its own"));
        }
        for used in behind(code, "crate::").filter(|used| *used != own) {
            arrows.insert((own.to_owned(), used.to_owned()));
            let known = EXCEPTIONS.iter().any(|(from, to, _)| (*from, *to) == (own, used));
            if place(used).is_none_or(|used| Some(used) > place(own)) && !known {
                wrong.push(format!("{file}: {own} comes before {used}"));
            }
        }
    }
    assert!(arrows.len() > ORDER.len(), "the arrows were not seen");
    for (from, to, _) in EXCEPTIONS {
        let is_used = arrows.contains(&((*from).to_owned(), (*to).to_owned()));
        assert!(is_used, "no exception is needed for {from} and {to}");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_name_is_one_type() {
    let mut types: BTreeMap<String, Vec<String>> = BTreeMap::new();
    // What is exported bears the name of what it is a copy of.
    for (file, code) in sources().into_iter().filter(|(file, _)| file != "export.rs") {
        for keyword in ["struct ", "enum "] {
            let starts = code.lines().filter_map(|line| {
                let line = line.trim_start();
                let line = ["pub(crate) ", "pub(super) ", "pub "]
                    .iter()
                    .find_map(|mark| line.strip_prefix(mark))
                    .unwrap_or(line);
                line.strip_prefix(keyword)
            });
            for rest in starts {
                let name = rest.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
                types.entry(name.to_owned()).or_default().push(file.clone());
            }
        }
    }
    assert!(types.len() > 50, "the types were not seen");
    let doubles: Vec<_> = types.iter().filter(|(name, files)| !name.is_empty() && files.len() > 1).collect();
    assert!(doubles.is_empty(), "{doubles:#?}");
}
