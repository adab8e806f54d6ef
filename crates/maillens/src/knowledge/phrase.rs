//! Phrases: patterns of words over folded text, found all at once.
//!
//! A phrase is written as the words that it looks for, in order:
//!
//! - `mailbox full`: these words, one after the other
//! - `suspend*`, `*postfach`: a word that begins or ends so
//! - `full|voll|quota_exceeded`: one of these; `_` joins words inside an alternative
//! - `{box}`: one of the words of a named list
//! - `?is|was`: may be missing
//! - `..`: up to a few other words
//!
//! Accents are written as they are spelled and match however they were written: `empfänger` finds
//! Empfänger, Empfaenger and Empf?nger.

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use rustc_hash::FxHashMap;

use super::fold::plain;

/// The most bytes that `..` passes over: about eight words.
const GAP: usize = 50;

/// A named list of words.
pub(super) type Class = (&'static str, &'static [&'static str]);

/// Where a phrase was found in the folded text, end exclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct PhraseMatch {
    /// The phrase: its place in the list it was compiled from.
    pub phrase: usize,
    pub start: usize,
    pub end: usize,
}

/// Many phrases, compiled.
pub(super) struct Phrases {
    words: AhoCorasick,
    /// For each literal of `words`, its open ends.
    literals: Vec<Literal>,
    /// For each literal, the steps that begin with it.
    heads: Vec<Vec<usize>>,
    /// For each word of each phrase, the literals that will do, ascending.
    choices: Vec<Vec<usize>>,
    /// A phrase with an optional word is two rows.
    rows: Vec<(usize, Vec<PhraseStep>)>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Literal {
    text: String,
    open_start: bool,
    open_end: bool,
}

#[derive(Debug, Clone, Copy)]
struct PhraseStep {
    /// Whether other words may stand before it.
    gap: bool,
    /// The place of its literals in [`Phrases::choices`].
    choice: usize,
}

#[derive(Debug, Clone, Copy)]
struct Hit {
    literal: usize,
    start: usize,
    end: usize,
}

impl Phrases {
    /// Compiles phrases; `classes` are the lists that they may name.
    pub fn new<'a>(phrases: impl Iterator<Item = &'a str>, classes: &[Class]) -> Phrases {
        let mut compiler = Compiler::default();
        for &(name, words) in classes {
            let mut any = Vec::new();
            for word in words {
                compiler.literal(word, &mut any);
            }
            compiler.classes.insert(name, any);
        }
        let mut rows = Vec::new();
        for (phrase, text) in phrases.enumerate() {
            rows.extend(compiler.rows(text).into_iter().map(|row| (phrase, row)));
        }
        let Compiler { literals, choices, .. } = compiler;
        let mut heads = vec![Vec::new(); literals.len()];
        for (row, (_, steps)) in rows.iter().enumerate() {
            for &literal in steps.first().map_or(&[][..], |step| &choices[step.choice]) {
                heads[literal].push(row);
            }
        }
        // The kinds that search faster are made of this one; replies are short, and the first of them waits.
        let words = AhoCorasick::builder()
            .kind(Some(AhoCorasickKind::NoncontiguousNFA))
            .build(literals.iter().map(|literal| &literal.text))
            .expect("a few thousand short words are within every limit");
        Phrases { words, literals, heads, choices, rows }
    }

    /// The first phrase of the list that is anywhere in the text, at its first place, of those that may be.
    /// `text` is folded.
    pub fn first(&self, text: &str, may_be: impl Fn(usize) -> bool) -> Option<PhraseMatch> {
        let hits = self.hits(text);
        let mut best: Option<(usize, PhraseMatch)> = None;
        for (i, hit) in hits.iter().enumerate() {
            for &row in &self.heads[hit.literal] {
                if best.is_some_and(|(least, _)| row >= least) {
                    break;
                }
                let (phrase, steps) = &self.rows[row];
                if !may_be(*phrase) {
                    continue;
                }
                if let Some(end) = self.rest(&steps[1..], &hits[i..], hit.end) {
                    best = Some((row, PhraseMatch { phrase: *phrase, start: hit.start, end }));
                }
            }
        }
        best.map(|(_, found)| found)
    }

    fn hits(&self, text: &str) -> Vec<Hit> {
        let bytes = text.as_bytes();
        let mut hits: Vec<Hit> = (self.words.find_overlapping_iter(text))
            .filter_map(|m| {
                let literal = &self.literals[m.pattern().as_usize()];
                let starts = literal.open_start || m.start() == 0 || bytes[m.start() - 1] == b' ';
                let ends = literal.open_end || bytes.get(m.end()).is_none_or(|&c| c == b' ');
                (starts && ends).then(|| {
                    let start = bytes[..m.start()].iter().rposition(|&c| c == b' ').map_or(0, |at| at + 1);
                    let rest = bytes[m.end()..].iter().position(|&c| c == b' ');
                    let end = m.end() + rest.unwrap_or(bytes.len() - m.end());
                    Hit { literal: m.pattern().as_usize(), start, end }
                })
            })
            .collect();
        crate::sort::by_key(&mut hits, |hit| (hit.start, hit.end));
        hits
    }

    /// Finds the remaining steps of a row behind `end`, as near as they come; gives the last end.
    fn rest(&self, steps: &[PhraseStep], hits: &[Hit], end: usize) -> Option<usize> {
        let Some((step, later)) = steps.split_first() else {
            return Some(end);
        };
        let any = &self.choices[step.choice];
        let reach = if step.gap { end + 1 + GAP } else { end + 1 };
        let behind = &hits[hits.partition_point(|hit| hit.start <= end)..];
        (behind.iter().enumerate())
            .take_while(|(_, hit)| hit.start <= reach)
            .filter(|(_, hit)| any.binary_search(&hit.literal).is_ok())
            .find_map(|(i, hit)| self.rest(later, &behind[i..], hit.end))
    }
}

/// What is gathered while phrases are read.
#[derive(Default)]
struct Compiler {
    literals: Vec<Literal>,
    ids: FxHashMap<Literal, usize>,
    classes: FxHashMap<&'static str, Vec<usize>>,
    choices: Vec<Vec<usize>>,
}

impl Compiler {
    /// The rows of a phrase, with and without each optional word.
    fn rows(&mut self, phrase: &str) -> Vec<Vec<PhraseStep>> {
        // With each row, whether its next word may stand off.
        let mut rows = vec![(Vec::new(), false)];
        for term in phrase.split(' ') {
            if term == ".." {
                for (_, gap) in &mut rows {
                    *gap = true;
                }
                continue;
            }
            let optional = term.strip_prefix('?');
            let choice = self.choice(optional.unwrap_or(term));
            let without = optional.map(|_| rows.clone());
            for (row, gap) in &mut rows {
                row.push(PhraseStep { gap: std::mem::take(gap), choice });
            }
            rows.extend(without.into_iter().flatten());
        }
        rows.into_iter().map(|(row, _)| row).collect()
    }

    fn choice(&mut self, term: &str) -> usize {
        let mut any = Vec::new();
        for word in term.split('|') {
            match word.strip_prefix('{').and_then(|name| name.strip_suffix('}')) {
                Some(name) => any.extend(&self.classes[name]),
                None => self.literal(word, &mut any),
            }
        }
        crate::sort::up(&mut any);
        any.dedup();
        self.choices.push(any);
        self.choices.len() - 1
    }

    fn literal(&mut self, word: &str, any: &mut Vec<usize>) {
        let open_start = word.starts_with('*');
        let open_end = word.ends_with('*');
        for text in spellings(&word.trim_matches('*').replace('_', " ")) {
            let literal = Literal { text, open_start, open_end };
            let id = *self.ids.entry(literal).or_insert_with_key(|literal| {
                self.literals.push(literal.clone());
                self.literals.len() - 1
            });
            any.push(id);
        }
    }
}

/// The ways in which folded text may spell a word: `ä` as `a`, as `ae` or lost.
fn spellings(word: &str) -> Vec<String> {
    if word.is_ascii() {
        return vec![word.to_owned()];
    }
    let mut all = vec![String::new()];
    for c in word.chars() {
        let ways: &[&str] = match (c, plain(c)) {
            ('ä', _) => &["a", "ae", ""],
            ('ö', _) => &["o", "oe", ""],
            ('ü', _) => &["u", "ue", ""],
            (_, Some(letter)) => &[letter, ""],
            (_, None) => {
                for word in &mut all {
                    word.push(c);
                }
                continue;
            }
        };
        all = ways.iter().flat_map(|way| all.iter().map(move |word| format!("{word}{way}"))).collect();
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(phrase: &str, text: &str, expected: Option<&str>) {
        let phrases = Phrases::new([phrase].into_iter(), &[("box", &["mailbox", "inbox", "*postfach"])]);
        let text = format!(" {text} ");
        let found = phrases.first(&text, |_| true);
        assert_eq!(found.map(|f| &text[f.start..f.end]), expected, "{phrase} in {text}");
    }

    #[test]
    fn plain_words_are_whole_and_adjacent() {
        check("mailbox full", "the mailbox full now", Some("mailbox full"));
        check("mailbox full", "the mailbox is full", None);
        check("mailbox full", "submailbox full", None);
        check("mailbox full", "mailbox fuller", None);
    }

    #[test]
    fn stars_open_a_word() {
        check("suspend*", "was suspended", Some("suspended"));
        check("*postfach voll", "emailpostfach voll", Some("emailpostfach voll"));
        check("exceed* quota", "exceeds quota", Some("exceeds quota"));
    }

    #[test]
    fn choices_lists_and_gaps() {
        check("{box} ?is|was full|voll", "inbox full", Some("inbox full"));
        check("{box} ?is|was full|voll", "mailbox was full", Some("mailbox was full"));
        check("{box} ?is|was full|voll", "ihrpostfach voll", Some("ihrpostfach voll"));
        check("{box} .. full", "mailbox for this user is full", Some("mailbox for this user is full"));
        check("{box} .. full", &format!("mailbox {} full", "x ".repeat(30)), None);
        check("over_limit|size big", "size big", Some("size big"));
    }

    #[test]
    fn accents_match_however_they_are_written() {
        for text in ["empfanger voll", "empfaenger voll", "empfnger voll"] {
            check("empfänger voll", text, Some(text));
        }
    }

    #[test]
    fn the_next_word_is_looked_for_behind_every_start() {
        check(
            "mailbox .. over quota",
            "mailbox over the mailbox over quota",
            Some("mailbox over the mailbox over quota"),
        );
    }
}
