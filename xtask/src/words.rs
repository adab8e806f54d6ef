//! The house style as a check: phrases that a person never reads here, each with what to write instead. It looks at
//! sentences (string literals of the programs, lines of the documents), not at log text.

use crate::step::{Result, ask, root};
use std::path::Path;
use std::process::Command;

/// A phrase, and what to write instead.
const PHRASES: &[(&str, &str)] = &[
    ("need not", "don't need to"),
    ("is told", "is notified"),
    ("are told", "are notified"),
    ("put off", "deferred; for customers: delayed"),
    ("puts off", "defers; for customers: delays"),
    ("hand over", "deliver"),
    ("handed over", "delivered"),
    ("hands over", "delivers"),
    ("takes mail", "accepts email"),
    ("mostly", "usually"),
    ("by itself", "automatically"),
    ("anew", "again"),
    ("above all", "especially"),
    ("typing error", "typo"),
    ("in another way", "another way"),
    ("the other side", "the recipient's mail server"),
    ("not built by the rules", "malformed"),
    ("unwanted advertising", "spam"),
    ("fitting name", "matching reverse DNS (PTR)"),
    ("file rights", "file permissions"),
    ("stand-in", "placeholder"),
    ("stand-ins", "placeholders"),
    ("mail program", "email app"),
    ("mail app", "email app"),
    ("waits for callers", "is listening"),
    ("goes round in a loop", "is in a mail loop"),
    ("typing mistake", "typo"),
    ("log-in", "login; for customers: sign-in"),
    ("log-ins", "logins; for customers: sign-ins"),
    ("look-up", "lookup"),
    ("user name", "username"),
    ("mail address", "email address"),
    ("thrown away", "discarded"),
    ("threw away", "discarded"),
    ("come back later", "try again later"),
    ("takes no mail", "accepts no email"),
    ("failed for good", "failed permanently"),
];

/// Fails with every place where a phrase stands.
pub fn check() -> Result {
    let list = ["ls-files", "--cached", "--others", "--exclude-standard"];
    let files = ask(Command::new("git").args(list).current_dir(root())).ok_or("git ls-files failed")?;
    let mut found = Vec::new();
    for path in files.lines().filter(|path| is_read(path)) {
        let Ok(text) = std::fs::read_to_string(root().join(path)) else { continue };
        for (line, (phrase, instead)) in offenses(path, &text) {
            found.push(format!("\n  {path}:{line}: \u{201c}{phrase}\u{201d}; write: {instead}"));
        }
    }
    if !found.is_empty() {
        return Err(format!("these phrases are not ours:{}", found.concat()));
    }
    println!("{} phrases stand nowhere", PHRASES.len());
    Ok(())
}

/// True for a file whose sentences people read.
fn is_read(path: &str) -> bool {
    let program = is_program(path) && path.contains("src/") && !path.starts_with("xtask/");
    let document = Path::new(path).extension().is_some_and(|of| of == "md")
        && !path.contains("tests/")
        && path != "CHANGELOG.md";
    program || document
}

fn is_program(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|of| of == "rs")
}

/// The lines, counted from 1, on which a phrase stands in a sentence.
fn offenses(path: &str, text: &str) -> Vec<(usize, (&'static str, &'static str))> {
    let mut all = Vec::new();
    for (line, number) in text.lines().zip(1..) {
        let sentences: Vec<&str> = if is_program(path) {
            // What stands between two quotes; an escaped quote ends no sentence that matters here.
            line.split('"').skip(1).step_by(2).filter(|text| is_sentence(text)).collect()
        } else {
            vec![line]
        };
        for sentence in sentences {
            let lower = sentence.to_lowercase();
            all.extend(PHRASES.iter().filter(|row| holds(&lower, row.0)).map(|row| (number, *row)));
        }
    }
    all
}

/// True for words that somebody reads: log text rarely begins like a sentence and ends like one.
fn is_sentence(text: &str) -> bool {
    let begins = text.chars().next().is_some_and(char::is_uppercase);
    text.split(' ').count() > 3 && begins && text.ends_with(['.', '?', '!', ' '])
}

/// True when the phrase stands in the text as words of its own.
fn holds(text: &str, phrase: &str) -> bool {
    let letter = |of: Option<char>| of.is_some_and(|of| of.is_alphanumeric() || of == '-');
    text.match_indices(phrase).any(|(at, _)| {
        !letter(text[..at].chars().next_back()) && !letter(text[at + phrase.len()..].chars().next())
    })
}

#[cfg(test)]
mod tests {
    use super::{PHRASES, offenses};

    #[test]
    fn every_phrase_is_found_in_a_sentence_and_not_in_a_log_line() {
        for (phrase, instead) in PHRASES {
            let sentence = format!("let x = \"The message is {phrase} today.\";");
            assert!(offenses("src/a.rs", &sentence).contains(&(1, (*phrase, *instead))), "{phrase}");
            assert!(
                offenses("src/a.rs", &format!("samples(&[\"mx1: {phrase} today\"])")).is_empty(),
                "{phrase}"
            );
            assert!(offenses("README.md", &format!("x{phrase}y {instead}")).is_empty(), "{phrase}");
        }
    }
}
