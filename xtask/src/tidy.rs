//! House rules that no compiler knows, checked on the text of the files that git knows or would take.

use crate::step::{Result, Task, alone, ask, root};
use crate::words;
use std::process::Command;

/// A text that must not stand where the rule applies.
struct Rule {
    /// The text, in two halves: this file, too, is checked.
    never: (&'static str, &'static str),
    /// Whether the rule is for the file with this path.
    applies: fn(&str) -> bool,
    why: &'static str,
}

const RULES: [Rule; 10] = [
    Rule { never: ("inner", "_html"), applies: page, why: "pasted text is never markup" },
    Rule { never: ("inner", "HTML"), applies: page, why: "pasted text is never markup" },
    Rule { never: ("outer", "HTML"), applies: page, why: "pasted text is never markup" },
    Rule { never: ("insertAdjacent", "HTML"), applies: page, why: "pasted text is never markup" },
    Rule { never: ("document.wr", "ite"), applies: page, why: "pasted text is never markup" },
    Rule { never: ("style", "=\""), applies: page, why: "the policy refuses it: use a class or style:name" },
    Rule { never: ("/wo", "rk/"), applies: |_| true, why: "a path of one machine" },
    Rule { never: ("/ro", "ot/"), applies: |_| true, why: "a path of one machine" },
    Rule { never: ("\"resol", "ved\""), applies: npm, why: "the lock file must name no registry's host" },
    Rule { never: ("regis", "try.npm"), applies: |_| true, why: "a registry's host" },
];

/// Checks the rules alone.
pub fn command(args: &[String]) -> Result<Task> {
    alone("tidy", args, || check().and_then(|()| words::check()))
}

/// Fails with every place that breaks a rule.
pub fn check() -> Result {
    let list = ["ls-files", "--cached", "--others", "--exclude-standard"];
    let files = ask(Command::new("git").args(list).current_dir(root())).ok_or("git ls-files failed")?;
    let mut broken = Vec::new();
    let mut seen = 0;
    for path in files.lines() {
        // What is no text, or was removed, has nothing to check.
        let Ok(text) = std::fs::read_to_string(root().join(path)) else { continue };
        seen += 1;
        for (line, why) in breaches(path, &text) {
            broken.push(format!("\n  {path}:{line}: {why}"));
        }
    }
    if !broken.is_empty() {
        return Err(format!("these places break a house rule:{}", broken.concat()));
    }
    println!("{seen} files, {} rules", RULES.len());
    Ok(())
}

/// The lines, counted from 1, that break a rule, and why.
fn breaches(path: &str, text: &str) -> Vec<(usize, &'static str)> {
    let rules: Vec<_> = RULES.iter().filter(|rule| (rule.applies)(path)).collect();
    let lines = text.lines().zip(1..);
    lines
        .flat_map(|(line, number)| {
            let broken = rules.iter().filter(|rule| line.contains(&[rule.never.0, rule.never.1].concat()));
            broken.map(move |rule| (number, rule.why))
        })
        .collect()
}

fn page(path: &str) -> bool {
    path.starts_with("src/")
        || path.starts_with("extension/")
        || ["index.html", "xtask/src/boot.js", "xtask/src/install.js"].contains(&path)
}

fn npm(path: &str) -> bool {
    path.ends_with("package-lock.json")
}

#[cfg(test)]
mod tests {
    use super::{RULES, breaches};

    #[test]
    fn every_rule_finds_its_text_where_it_applies_and_only_there() {
        for rule in &RULES {
            let text = format!("fine\nnot {}{} fine", rule.never.0, rule.never.1);
            let path =
                ["src/view/list.rs", "a/package-lock.json"].into_iter().find(|path| (rule.applies)(path));
            assert!(breaches(path.unwrap(), &text).contains(&(2, rule.why)));
            assert!((rule.applies)("README.md") || breaches("README.md", &text).is_empty());
        }
    }
}
