//! The report about chosen traces, for whom it speaks to.

use super::document::{Block, Document, Statement};
use super::engineer::engineer;
use super::forward::forward;
use super::letter;
use crate::log::Log;
use crate::vocabulary::{App, Cited, Language};

/// Who is spoken to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Voice {
    /// The customer, in an email: plain words.
    #[default]
    Customer,
    /// The customer, in a chat: a few sentences.
    Chat,
    /// Those who run the recipient's mail server: what they need to look further.
    Forward,
    /// A colleague: the facts, with their evidence.
    Engineer,
}

/// To whom a report speaks, and how. The language is that of customers; all others read English.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Manner {
    /// Who is spoken to.
    pub voice: Voice,
    /// The customer's language.
    pub language: Language,
    /// The customer's email app, for the clicks that an email names.
    pub app: Option<App>,
    /// How an email begins, such as "Hello Ana,"; may be empty.
    pub greeting: String,
    /// How it ends: names, lines; may be empty.
    pub signature: String,
}

impl From<Voice> for Manner {
    fn from(voice: Voice) -> Manner {
        Manner { voice, ..Manner::default() }
    }
}

impl From<&Manner> for Manner {
    fn from(manner: &Manner) -> Manner {
        manner.clone()
    }
}

/// The report about these traces: for a colleague in the order in which they are named, for a customer the most
/// serious first.
pub fn report(log: &Log, traces: &[u32], manner: impl Into<Manner>) -> Document {
    let manner: Manner = manner.into();
    let mut document =
        Document { blocks: Vec::new(), cites: manner.voice == Voice::Engineer, ..Document::default() };
    match manner.voice {
        Voice::Customer => {
            document.language = manner.language;
            document.blocks = email(&letter::email(log, traces, manner.language, manner.app), &manner);
            document.blocks.extend(nothing(log, traces, &document.blocks));
        }
        Voice::Chat => {
            document.language = manner.language;
            document.blocks = letter::chat(log, traces, manner.language);
            document.blocks.extend(nothing(log, traces, &document.blocks));
        }
        Voice::Forward => {
            let wrong = |trace: &u32| log.indexed(*trace).is_some_and(|of| of.outcome.is_problem());
            let well = !traces.iter().any(wrong);
            for trace in traces.iter().filter_map(|&trace| log.trace_among(trace, traces)) {
                forward(log, &mut document.blocks, &trace, well);
            }
            if document.blocks.is_empty() {
                document
                    .blocks
                    .push(Block::Heading("Nothing here is for another mail server to look into.".into()));
            }
        }
        Voice::Engineer => document.blocks = of_engineer(log, traces).flatten().collect(),
    }
    document
}

/// The same in parts, made one after the other where none depends on another: what a colleague is told of each trace.
pub fn parts<'a>(
    log: &'a Log,
    traces: &'a [u32],
    manner: impl Into<Manner>,
) -> Box<dyn Iterator<Item = Document> + 'a> {
    let manner: Manner = manner.into();
    if manner.voice != Voice::Engineer {
        return Box::new(std::iter::once(report(log, traces, manner)));
    }
    let part = |blocks| Document { blocks, cites: true, ..Document::default() };
    Box::new(of_engineer(log, traces).map(part))
}

fn of_engineer(log: &Log, traces: &[u32]) -> impl Iterator<Item = Vec<Block>> {
    traces.iter().filter_map(|&trace| log.trace_among(trace, traces)).map(|trace| {
        let mut blocks = Vec::new();
        engineer(&mut blocks, log, &trace);
        for block in &mut blocks {
            block.number(log);
        }
        blocks
    })
}

/// What whoever writes to customers is told where there is nothing to write, and why.
fn nothing(log: &Log, traces: &[u32], blocks: &[Block]) -> Option<Block> {
    if !blocks.is_empty() || traces.is_empty() {
        return None;
    }
    let (why, lines) = letter::silence(log, traces);
    let lines = lines.unwrap_or_else(|| Cited::new(1, []));
    let unread = match log.unread().len() {
        0 => String::new(),
        1 => " But 1 line wasn't read.".into(),
        more => format!(" But {more} lines weren't read."),
    };
    Some(Block::Paragraph(vec![Statement::new(format!("Nothing to send: {why}{unread}"), &lines)]))
}

/// Letters with what the writer puts around them: the title of a single one is the subject, and comes first.
fn email(letters: &[Vec<Block>], manner: &Manner) -> Vec<Block> {
    let subject = usize::from(letters.len() == 1);
    let mut blocks = letters.concat();
    let lines = blocks.iter().find_map(|block| match block {
        Block::Title(said) => Some(said.lines.clone()),
        _ => None,
    });
    let lines = lines.unwrap_or_else(|| Cited::new(1, []));
    let around = |text: &str| {
        let written: Vec<Statement> =
            text.trim().lines().map(|line| Statement::new(line.trim(), &lines)).collect();
        (!written.is_empty()).then_some(Block::Lines(written))
    };
    if !blocks.is_empty() {
        blocks.splice(subject..subject, around(&manner.greeting));
        blocks.extend(around(&manner.signature));
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::{Manner, report};
    use crate::log::Log;
    use crate::report::document::Block;
    use crate::settings::Settings;
    use crate::vocabulary::Language;

    #[test]
    fn what_the_writer_puts_around_an_email_stays_as_it_is() {
        let line = "Ana asks us since this morning why nothing can be sent.\n\nNov 21 19:05:29 mx \
                    postfix/cleanup[811]: fatal: write queue file: No space left on device";
        let log = Log::read(line.as_bytes(), Settings::at(1_800_000_000));
        let manner = Manner {
            language: Language::German,
            greeting: "Hallo Ana,".into(),
            signature: "Viele Gr\u{fc}\u{df}e\nBen".into(),
            ..Manner::default()
        };
        let document = report(&log, &[0], &manner);
        assert!(matches!(document.blocks.first(), Some(Block::Title(_))), "the subject comes first");
        assert!(matches!(document.blocks.get(1), Some(Block::Lines(_))));
        assert!(document.text().ends_with("\n\nViele Gr\u{fc}\u{df}e\nBen\n"), "{}", document.text());
        assert!(document.markdown().contains("Gr\u{fc}\u{df}e\\\nBen"), "{}", document.markdown());
        assert!(document.page().contains("<html lang=\"de\">"));
        assert!(document.page().contains("Gr\u{fc}\u{df}e<br>Ben</p>"));
    }
}
