//! A view: a log together with what its reader chose, as one file that the page writes and that page and terminal open
//! again.

use crate::log::{Log, Source};
use crate::redact::{Kind, Originals, Redacted};
use crate::report::lines;
use std::collections::BTreeMap;

/// What a view says first. A later version must still read this one.
const SCHEMA: &str = "maillens-view/1";

/// What was chosen and names people: a view with placeholders leaves it out.
const OF_PEOPLE: &[&str] = &["find", "greeting", "signature"];

/// A log and what is shown of it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct View {
    /// Always `maillens-view/1`. It stands first: a file is known by it.
    schema: String,
    /// What was chosen, by the words that the address of the page has for it.
    pub shown: BTreeMap<String, String>,
    /// The log, in the parts that it was given in.
    pub sources: Vec<Pasted>,
}

/// A file or a paste.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Pasted {
    /// What it is called.
    pub name: String,
    /// Its lines. Passwords are masked, as they are on screen.
    pub text: String,
}

impl View {
    /// The view of a log.
    #[must_use]
    pub fn of(log: &Log, mut shown: BTreeMap<String, String>) -> View {
        // Next year, a stamp without a year must not be of that year.
        if let Some(year) = log.first_year() {
            shown.entry("year".into()).or_insert_with(|| year.to_string());
        }
        let whole = [Source { name: "Log 1".into(), first: 1 }];
        let sources = if log.sources().is_empty() { &whole } else { log.sources() };
        let ends = sources.iter().skip(1).map(|next| next.first).chain([log.lines() + 1]);
        let part = |(source, end): (&Source, u32)| Pasted {
            name: source.name.clone(),
            text: lines::pasted(log, &(source.first..end).collect::<Vec<_>>()),
        };
        View { schema: SCHEMA.into(), shown, sources: sources.iter().zip(ends).map(part).collect() }
    }

    /// The same with placeholders for what belongs to people, and for these words. Whoever writes it searches it for the
    /// originals.
    #[must_use]
    pub fn redacted(log: &Log, mut shown: BTreeMap<String, String>, also: &[String]) -> (View, Originals) {
        shown.retain(|word, _| !OF_PEOPLE.contains(&word.as_str()));
        let Redacted { log: told, originals } = Redacted::new(log, Kind::ALL, also);
        (View::of(&told, shown), originals)
    }

    /// The log, whole.
    #[must_use]
    pub fn text(&self) -> String {
        self.sources.iter().map(|part| part.text.as_str()).collect()
    }

    /// True for what begins like a view, by its first bytes; 64 are enough.
    #[must_use]
    pub fn is_one(head: &[u8]) -> bool {
        let mut left = head.iter().filter(|byte| !byte.is_ascii_whitespace());
        b"{\"schema\":\"maillens-view/".iter().all(|byte| left.next() == Some(byte))
    }
}

#[cfg(test)]
mod tests {
    use super::View;
    use crate::settings::Settings;
    use crate::{Log, Reader};
    use std::collections::BTreeMap;

    const FIRST: &[u8] = b"Dec 31 23:30:00 mx1 postfix/qmgr[1]: 4F0A21: removed\n";
    const SECOND: &[u8] = b"Jan  1 00:10:00 mx1 postfix/smtp[2]: 5B1C32: to=<ana@shop.example>, relay=none, delay=1, \
        delays=1/0/0/0, dsn=4.4.1, status=deferred (connect to shop.example[192.0.2.7]:25: Connection timed out)\n";

    /// At noon of 2026-06-01, in a zone where the year ends later.
    fn log() -> Log {
        let settings = Settings {
            source_zone: crate::Zone::probe("America/New_York", |_| -5 * 3600),
            ..Settings::at(1_780_315_200)
        };
        let mut reader = Reader::new(settings);
        for (name, text) in [("ana.log", FIRST), ("ben.log", SECOND)] {
            reader.source(name);
            reader.push(text).unwrap();
        }
        reader.finish()
    }

    fn shown() -> BTreeMap<String, String> {
        [("trace", "1"), ("find", "ana@shop.example"), ("greeting", "Hello Ana,")]
            .into_iter()
            .map(|(word, value)| (word.to_owned(), value.to_owned()))
            .collect()
    }

    #[test]
    fn a_view_holds_the_log_in_its_parts_and_the_year_that_it_was_read_in() {
        let view = View::of(&log(), shown());
        let parts: Vec<_> =
            view.sources.iter().map(|part| (part.name.as_str(), part.text.as_bytes())).collect();
        assert_eq!(parts, [("ana.log", FIRST), ("ben.log", SECOND)]);
        assert_eq!(view.text().as_bytes(), [FIRST, SECOND].concat());
        assert_eq!(view.shown["year"], "2025", "the first stamp is of the year before");
        let json = serde_json::to_string_pretty(&view).unwrap();
        assert!(View::is_one(&json.as_bytes()[..64]) && !View::is_one(b"{\"schema\":\"maillens/1\""));
        assert_eq!(serde_json::from_str::<View>(&json).unwrap(), view);
    }

    #[test]
    fn placeholders_leave_nobody_in_it() {
        let (view, originals) = View::redacted(&log(), shown(), &["queue".into()]);
        let json = serde_json::to_string(&view).unwrap();
        assert!(!json.contains("queue"), "what the reader says is a name: {json}");
        assert!(!json.contains("ana") && !json.contains("ben.log"), "{json}");
        assert_eq!(originals.proof(&json).left, Vec::<String>::new());
        assert_eq!((view.sources.len(), view.shown["trace"].as_str()), (2, "1"));
    }

    #[test]
    fn stamps_with_a_year_need_none() {
        let log = Log::read(b"@4000000064c13b1d36a8d2f4 end msg 330\n", Settings::at(0));
        assert_eq!(View::of(&log, BTreeMap::new()).shown.get("year"), None);
    }
}
