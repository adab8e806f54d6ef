//! The rooms of the engine stand in one order, and each knows only those before it: so there is no circle, and
//! the order in which a log is read can be seen in the list of folders.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Every room, each after all that it uses.
const ORDER: &[&str] = &[
    "vocabulary",
    "sort",
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

/// Where `explain/` has the name of a format, a pattern or a field in hand, and why: it's written down, or compared with
/// what a format itself says.
const IN_HAND: &[(&str, &str)] = &[
    ("format.id.into()", "the export says the format of a line"),
    ("format.id).into()", "the export says the format of a trace"),
    ("pattern.id.into()", "the export says the kind of a line"),
    ("entry.pattern.id, Role::Text", "a token of the text between fields bears the name of its line"),
    ("field.name, field.role", "a token bears the name of its field"),
    ("format!(\"{{{}}}\", entry.field(*capture).name)", "a meaning names fields of its own line"),
    ("entry.field(**capture).name == name", "meanings and steps name fields of their own line"),
    ("field.name == name && field.datum", "steps name fields of their own line"),
    ("of_pattern(entry.format.id, entry.pattern.id)", "the table of defects is in `knowledge`"),
    ("other.format.realm == entry.format.realm", "two lines of one software"),
    ("let own = entry.format.realm;", "the realm is what the service is called"),
];

/// The same where `report/` has one in hand.
const IN_HAND_OF_REPORT: &[(&str, &str)] = &[
    ("|entry| entry.format.id)]", "the parts of a server are told by names in `knowledge`"),
    (
        "OPEN.iter().any(|words| trace.explanation.headline.contains(words))",
        "what a finding leaves open, it says",
    ),
];

/// Words that `report/` asks no headline for: it can quote anybody.
const ASKS_HEADLINES: &[&str] = &["headline.contains(", "headline.starts_with(", "headline.ends_with("];

/// Literals of `explain/` that are spelled like the name of a format or a pattern and are something else.
const SPELLED_ALIKE: &[(&str, &str)] = &[
    ("recipient-domain", "a value, as steps name it"),
    ("telnet", "the tool, as it was typed"),
    ("ssmtp", "a port, as /etc/services names it"),
    ("message-id", "a key, as programs write it in front of a value"),
    ("connection-refused", "a fault of `knowledge`"),
    ("disk-full", "a fault of `knowledge`"),
    ("permission-denied", "a fault of `knowledge`"),
];

/// The string literals of a code, but for those with escapes.
fn literals(code: &str) -> impl Iterator<Item = &str> {
    // A quote that stands for itself would turn inside and outside round.
    code.lines().flat_map(|line| {
        let is_plain = !line.contains("\\\"") && !line.contains("'\"'");
        line.split('"').skip(1).step_by(2).filter(move |_| is_plain)
    })
}

/// The names of formats, and of patterns that are no everyday word.
fn names(sources: &[(String, String)]) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for (_, code) in sources.iter().filter(|(file, _)| file.starts_with("format/")) {
        names.extend(behind_quote(code, "    id: \"").map(str::to_owned));
        // The first argument of what makes a pattern.
        let joined = code.split_whitespace().collect::<Vec<_>>().join(" ").replace("( \"", "(\"");
        names.extend(behind_quote(&joined, "(\"").filter(|name| name.contains('-')).map(str::to_owned));
    }
    names
}

/// The names in quotes behind a text: small letters, digits and hyphens.
fn behind_quote<'a>(code: &'a str, start: &str) -> impl Iterator<Item = &'a str> {
    let is_name = |text: &&str| {
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        !text.is_empty() && text.bytes().all(plain)
    };
    code.match_indices(start)
        .filter_map(move |(at, _)| code[at + start.len()..].split('"').next())
        .filter(is_name)
}

/// What is wrong with a code, as far as it knows formats, patterns and fields by their names; `in_hand` is what it may.
fn named_by_string(code: &str, names: &BTreeSet<String>, in_hand: &[(&str, &str)]) -> Vec<String> {
    const MARKS: &[&str] = &[
        "format.id",
        "pattern.id",
        ".realm",
        "field.name",
        "capture).name",
        "at).name",
        "stated(Role::State",
        "of.name ==",
    ];
    let mut rest = joined(code);
    for (fragment, _) in in_hand {
        rest = rest.replace(fragment, "");
    }
    let held = MARKS.iter().filter(|mark| rest.contains(**mark)).map(|mark| format!("asks for {mark}"));
    let known = |literal: &&str| SPELLED_ALIKE.iter().any(|(own, _)| own == literal);
    let is_name = |literal: &&str| {
        let stem = literal.len() > 1 && literal.ends_with('-');
        names.contains(*literal) || stem && names.iter().any(|name| name.starts_with(literal))
    };
    let spelled = literals(code).filter(is_name).filter(|literal| !known(literal));
    held.chain(spelled.map(|literal| format!("names \"{literal}\""))).collect()
}

/// A code as one line, so that a chain of calls is one text however it's broken.
fn joined(code: &str) -> String {
    code.split_whitespace().collect::<Vec<_>>().join(" ").replace(" .", ".")
}

/// What an answer turns on, a format says itself: by `Sign`, `Datum`, `FormatKind` and `Software`.
#[test]
fn no_explanation_knows_a_format_a_pattern_or_a_field_by_its_name() {
    let sources = sources();
    let names = names(&sources);
    assert!(names.len() > 1000 && names.contains("postfix-qmgr") && names.contains("both-lists"));
    let explain: Vec<_> = sources.iter().filter(|(file, _)| file.starts_with("explain/")).collect();
    assert!(explain.len() > 30, "the room was not seen");
    let wrong: Vec<String> = explain
        .iter()
        .flat_map(|(file, code)| {
            named_by_string(code, &names, IN_HAND).into_iter().map(move |of| format!("{file}: {of}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    // Each exception is needed.
    let all: String = explain.iter().map(|(_, code)| joined(code)).collect();
    for (fragment, _) in IN_HAND {
        assert!(all.contains(fragment), "nothing has {fragment} in hand");
    }
    for (literal, _) in SPELLED_ALIKE {
        let used = explain.iter().any(|(_, code)| literals(code).any(|own| own == *literal));
        assert!(used && names.contains(*literal), "\"{literal}\" needs no exception");
    }
    // The law can fail.
    for code in [
        "entry.format.id == \"postfix-qmgr\"",
        "told.is_of(\"smtp-dialogue\")",
        "document.pattern(\"qmail-double\")",
        "place.format.starts_with(\"postfix-\")",
        "log.fits(line, |pattern| pattern.id == NAME)",
        "entry\n    .field(*capture)\n    .name == NAME",
        "entry.stated(Role::State) == Some(NAME)",
        "entry.format.realm == NAME",
    ] {
        assert!(!named_by_string(code, &names, IN_HAND).is_empty(), "{code}");
    }
    assert!(named_by_string("told.is(Sign::Hello)", &names, IN_HAND).is_empty());
}

/// The same holds for what is told to customers; and a letter rests on what was found, never on the words of a headline.
#[test]
fn no_letter_knows_a_format_by_its_name_or_reads_a_headline() {
    let sources = sources();
    let names = names(&sources);
    let report: Vec<_> = sources.iter().filter(|(file, _)| file.starts_with("report/")).collect();
    assert!(report.len() > 30, "the room was not seen");
    let of = |file: &str, code: &str| {
        let mut rest = joined(code);
        for (fragment, _) in IN_HAND_OF_REPORT {
            rest = rest.replace(fragment, "");
        }
        // What is listed for engineers leaves out what a headline says already.
        let asks = ASKS_HEADLINES.iter().filter(|_| file.starts_with("report/letter/"));
        let read: Vec<String> =
            asks.filter(|asks| rest.contains(**asks)).map(|asks| (*asks).into()).collect();
        [named_by_string(code, &names, IN_HAND_OF_REPORT), read].concat()
    };
    let wrong: Vec<String> = report
        .iter()
        .flat_map(|(file, code)| of(file, code).into_iter().map(move |of| format!("{file}: {of}")))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let all: String = report.iter().map(|(_, code)| joined(code)).collect();
    for (fragment, _) in IN_HAND_OF_REPORT {
        assert!(all.contains(fragment), "nothing has {fragment} in hand");
    }
    for code in
        ["trace.format == \"dns-lookup\"", "entry.pattern.id == NAME", "told\n.headline\n.contains(NAME)"]
    {
        assert!(!of("report/letter/mod.rs", code).is_empty(), "{code}");
    }
}
