//! What a look-up in DNS shows as a whole: its answers, that there is none, or records of which there may be only one.

use super::super::document::{TakenApart, Told};
use crate::export::Step;
use crate::format::Role;
use crate::vocabulary::{Cited, Party};

/// What the answers come to.
pub(super) struct Records {
    pub headline: String,
    pub cites: Cited,
    pub party: Party,
    pub next: Vec<Step>,
}

/// What a domain may publish once: how the text begins, its name, and what several of them do (RFC 7208, RFC 7489).
const SINGLE: &[(&str, &str, &str)] = &[
    ("v=spf1", "SPF", "receivers can't use any of them, and SPF gives permerror for all mail of the domain"),
    ("v=DMARC1", "DMARC", "receivers ignore them all, as if there were none"),
];

impl Records {
    /// `None` where DNS said that something is wrong, which its own line tells, or nothing was looked up.
    pub(super) fn of(document: &TakenApart<'_>) -> Option<Records> {
        let question = document.lines.first().filter(|told| told.is_of("dns-lookup"))?;
        let name = asked(question)?;
        let answers: Vec<&Told<'_>> = document
            .lines
            .iter()
            .filter(|told| ["record-", "short-"].iter().any(|of| told.id().starts_with(of)))
            .collect();
        if let Some(several) = several(&name, &answers) {
            return Some(several);
        }
        let short = document.lines.len() == 1 && question.text().contains("+short");
        let headline = match answers[..] {
            [] if short => {
                format!("dig got nothing for {name}: there is no such record, or the look-up failed.")
            }
            [] => return None,
            [only] => only.says(),
            [first, ..] => format!("{} Answers in all: {}.", first.says(), answers.len()),
        };
        let lines = answers.iter().map(|told| told.line);
        Some(Records {
            headline,
            cites: Cited::new(question.line, lines),
            party: Party::Nobody,
            next: Vec::new(),
        })
    }
}

/// The name that was looked up.
fn asked(question: &Told<'_>) -> Option<String> {
    let arguments = question.value(Role::Text)?;
    let mut words = arguments.split_whitespace();
    let is_name = |word: &&str| word.contains('.') && !word.starts_with(['@', '+', '-']);
    words.find(is_name).map(|name| name.trim_end_matches('.').to_owned())
}

/// Several records where there may be only one.
fn several(name: &str, answers: &[&Told<'_>]) -> Option<Records> {
    SINGLE.iter().find_map(|&(begins, what, does)| {
        let is_one = |told: &&Told<'_>| told.text().contains(&format!("\"{begins}"));
        let found: Vec<&Told<'_>> = answers.iter().copied().filter(is_one).collect();
        if found.len() < 2 {
            return None;
        }
        let texts: Vec<String> = found.iter().map(|told| content(&told.text())).collect();
        let next = if what == "SPF" {
            Step {
                text: format!("Replace them by one TXT record of {name} that names all senders; check that each is still needed:"),
                command: Some(merged(&texts)),
            }
        } else {
            Step { text: format!("Keep one {what} record of {name} and delete the others."), command: None }
        };
        Some(Records {
            headline: format!("{name} publishes {} {what} records, and only one is allowed: {does}.", found.len()),
            cites: Cited::new(found[0].line, found.iter().map(|told| told.line)),
            party: Party::Dns,
            next: vec![next],
        })
    })
}

/// What stands in the quotation marks of a text record, joined.
fn content(line: &str) -> String {
    line.split('"').skip(1).step_by(2).collect()
}

/// One SPF record that allows what several allow; it ends as the mildest of them.
fn merged(texts: &[String]) -> String {
    let mut terms: Vec<String> = Vec::new();
    let is_end =
        |term: &&str| term.ends_with("all") && term.trim_start_matches(['-', '~', '?', '+']) == "all";
    for term in texts.iter().flat_map(|text| text.split_whitespace().skip(1)) {
        // A record with an end of its own leads nowhere else.
        let term = term.replace("redirect=", "include:");
        if !is_end(&&*term) && !terms.contains(&term) {
            terms.push(term);
        }
    }
    let mild = texts.iter().any(|text| !text.ends_with("-all"));
    terms.push(if mild { "~all" } else { "-all" }.into());
    format!("\"v=spf1 {}\"", terms.join(" "))
}

#[cfg(test)]
mod tests {
    use super::merged;

    #[test]
    fn several_records_make_one_that_allows_what_they_allow() {
        let texts = [
            "v=spf1 mx include:_spf.a.example ~all",
            "v=spf1 mx ip4:192.0.2.7 -all",
            "v=spf1 redirect=_spf.b.example",
        ];
        let merged =
            |texts: &[&str]| merged(&texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>());
        assert_eq!(
            merged(&texts),
            "\"v=spf1 mx include:_spf.a.example ip4:192.0.2.7 include:_spf.b.example ~all\""
        );
        assert_eq!(merged(&["v=spf1 a -all", "v=spf1 mx -all"]), "\"v=spf1 a mx -all\"");
    }
}
