//! The beginning of a format for lines that were not read: a file to finish, with the lines as samples.
//!
//! The samples are redacted, so that the file can be shown to others.

use super::redact::{Kind, Redacted};
use crate::Log;
use crate::text::lossy;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::net::IpAddr;

/// So many lines are looked at, and so many shapes of them written.
const LINES: usize = 2_000;
const SHAPES: usize = 40;

/// What the format of a part of a line is called, with its role, as the file writes it.
const NUMBER: (&str, &str) = ("number", "Count");
const ADDRESS: (&str, &str) = ("address", "Address");
const IP: (&str, &str) = ("ip", "Ip");

/// The text of a file for `src/format/`, made of these lines.
pub fn stub(log: &Log, lines: &[u32]) -> String {
    let mut text = Vec::new();
    for line in lines.iter().take(LINES).filter(|&&line| (1..=log.lines()).contains(&line)) {
        text.extend_from_slice(log.pasted(line - 1));
        text.push(b'\n');
    }
    let log = Redacted::new(&Log::read(&text, log.settings().clone()), Kind::ALL).log;

    let mut program = String::new();
    let mut shapes: BTreeMap<String, String> = BTreeMap::new();
    let mut most: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for index in 0..log.lines() {
        let parsed = log.parse(index);
        let body = lossy(parsed.body()).trim_end().to_owned();
        if body.is_empty() {
            continue;
        }
        if program.is_empty() {
            program = lossy(parsed.origin.program).into_owned();
        }
        let (template, counts) = template(&body);
        if shapes.len() < SHAPES && !shapes.contains_key(&template) {
            shapes.insert(template, body);
            for (of, count) in counts {
                let most = most.entry(of).or_default();
                *most = (*most).max(count);
            }
        }
    }

    let name = if program.is_empty() { "your-format" } else { &program };
    let programs =
        if program.is_empty() { String::new() } else { format!("\n    programs: &[{program:?}],") };
    let mut out = format!(
        "//! {name}: say here what writes these lines, and what to know about it.

use super::{{Field, Format, Pattern, Role, field, line}};

/// What {name} writes.
pub static FORMAT: Format = Format {{
    id: {name:?},
    title: \"in a few plain words\",
    found_in: &[\"/var/log/\"],
    sources: &[\"the program's version and source file\"],{programs}
    realm: {name:?},
    fields: FIELDS,
    patterns: PATTERNS,
    ..Format::BASE
}};

const FIELDS: &[Field] = &[
"
    );
    for ((of, role), count) in most {
        for n in 1..=count {
            let _ = writeln!(out, "    field(\"{of}{n}\", Role::{role}, \"Say what it is.\"),");
        }
    }
    out.push_str("];\n\nconst PATTERNS: &[Pattern] = &[\n");
    for (at, (template, sample)) in shapes.iter().enumerate() {
        let _ = writeln!(
            out,
            "    line(\"shape-{}\", {template:?})\n        .says(\"Say what the line says.\")\n        .samples(&[{sample:?}]),",
            at + 1
        );
    }
    out.push_str("];\n");
    out
}

/// A body with numbers and addresses as fields, and how many of each there are.
fn template(body: &str) -> (String, BTreeMap<(&'static str, &'static str), usize>) {
    let mut out = String::new();
    let mut counts = BTreeMap::new();
    let is_inside = |letter: char| letter.is_alphanumeric() || "@.:-_+".contains(letter);
    let mut rest = body;
    while let Some(first) = rest.chars().next() {
        let end = rest.find(|letter| !is_inside(letter)).unwrap_or(rest.len());
        if end == 0 {
            out.push(first);
            if first == '{' {
                out.push('{');
            }
            rest = &rest[first.len_utf8()..];
            continue;
        }
        let (word, after) = rest.split_at(end);
        // A full stop or a colon behind a word belongs to the sentence.
        let value = word.trim_end_matches(['.', ':', '-']);
        let of = if value.parse::<IpAddr>().is_ok() {
            Some(IP)
        } else if value.contains('@') {
            Some(ADDRESS)
        } else if !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()) {
            Some(NUMBER)
        } else {
            None
        };
        match of {
            Some(of) => {
                let count = counts.entry(of).or_insert(0);
                *count += 1;
                let _ = write!(out, "{{{}{count}}}{}", of.0, &word[value.len()..]);
            }
            None => out.push_str(word),
        }
        rest = after;
    }
    (out, counts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Settings;
    use crate::format::{Field, Format, Role, field, line};
    use crate::pattern::compile_error;

    fn read(text: &str) -> Log {
        Log::read(text.as_bytes(), Settings { year: Some(2026), ..Settings::at(0) })
    }

    #[test]
    fn lines_of_one_shape_are_one_pattern_and_nothing_of_anybody_is_left() {
        let log = read(
            "Nov 21 19:09:33 mail frobd[5448]: frob 17 of ana@client.example from 198.18.0.7: {odd}\n\
             Nov 21 19:09:34 mail frobd[5448]: frob 18 of ben@client.example from 198.18.0.8: {odd}\n",
        );
        let stub = stub(&log, &log.unread());
        assert_eq!(stub.matches("    line(").count(), 1, "{stub}");
        assert!(
            stub.contains("frob {number1} of {address1} from {ip1}: {{odd}") && stub.contains("\"frobd\""),
            "{stub}"
        );
        for original in ["ana@", "client.example", "198.18.0"] {
            assert!(!stub.contains(original), "{original}: {stub}");
        }
    }

    #[test]
    fn every_template_compiles() {
        const FIELDS: &[Field] = &[
            field("number1", Role::Count, ""),
            field("number2", Role::Count, ""),
            field("ip1", Role::Ip, ""),
            field("address1", Role::Address, ""),
        ];
        const FORMAT: Format = Format { id: "x", fields: FIELDS, ..Format::BASE };
        for (body, want) in [
            ("a 1.", "a {number1}."),
            ("{x} 12-34 5", "{{x} 12-34 {number1}"),
            ("to <a@b.example>: 2001:db8::1 7/8", "to <{address1}>: {ip1} {number1}/{number2}"),
            ("", ""),
        ] {
            let (template, _) = template(body);
            assert_eq!(template, want);
            let error = compile_error(&FORMAT, &line("x", Box::leak(template.into_boxed_str())));
            assert!(error.is_none() || body.is_empty(), "{body}: {error:?}");
        }
    }
}
