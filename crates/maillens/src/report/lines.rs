//! Lines of a log, written down for a ticket or a mail: as they were pasted, or with their meanings.
//!
//! Passwords are masked, as everywhere.

use super::document::{Block, Document, Statement};
use crate::export::Line;
use crate::log::Log;
use crate::vocabulary::Cited;

/// The lines as they were pasted.
pub fn pasted(log: &Log, lines: &[u32]) -> String {
    each(log, lines).fold(String::new(), |all, line| all + &line.text + "\n")
}

/// The lines as they were pasted, each with its meaning under it.
pub fn with_meanings(log: &Log, lines: &[u32]) -> String {
    each(log, lines).fold(String::new(), |all, line| match &line.says {
        Some(says) => all + &line.text + "\n    " + says + "\n",
        None => all + &line.text + "\n",
    })
}

/// The lines, numbered, and what each of them says.
pub fn document(log: &Log, lines: &[u32]) -> Document {
    let lines: Vec<Line> = each(log, lines).collect();
    let said = |line: &Line| {
        let says = line.says.as_ref()?;
        Some(Statement::new(format!("Line {}: {says}", line.line), &Cited::new(line.line, [])))
    };
    let said: Vec<Statement> = lines.iter().filter_map(said).collect();
    let mut blocks = vec![Block::Log(lines)];
    if !said.is_empty() {
        blocks.push(Block::List(said));
    }
    Document { blocks, ..Document::default() }
}

fn each(log: &Log, lines: &[u32]) -> impl Iterator<Item = Line> {
    lines.iter().filter_map(|&line| log.line(line))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Settings;

    fn log() -> Log {
        Log::read(b"new msg 7\nhello `there`\nend msg 7\n", Settings::at(0))
    }

    #[test]
    fn lines_are_written_as_pasted_in_the_order_they_are_named() {
        assert_eq!(pasted(&log(), &[3, 2, 99]), "end msg 7\nhello `there`\n");
    }

    #[test]
    fn only_a_line_that_says_something_has_a_meaning_under_it() {
        let text = with_meanings(&log(), &[1, 2]);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!((lines.len(), lines[0], lines[2]), (3, "new msg 7", "hello `there`"), "{text}");
        assert!(lines[1].starts_with("    ") && lines[1].trim().ends_with('.'), "{text}");
    }

    #[test]
    fn markdown_quotes_the_lines_and_tells_each() {
        let text = document(&log(), &[1, 2, 3]).markdown();
        assert!(text.starts_with("```") && text.contains("hello `there`"), "{text}");
        assert_eq!(text.matches("\n- Line ").count(), 2, "{text}");
    }
}
