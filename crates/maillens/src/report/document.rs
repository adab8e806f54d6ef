//! A small document: headings, sentences, steps and quoted lines, written as text, Markdown or HTML.
//!
//! One content, three ways to write it. What stands in a log can hold anything, so every way escapes what
//! it means something to, and signs that steer a terminal are never passed on.

use crate::export::Line;
use crate::log::Log;
use crate::text::hidden::named;
use crate::vocabulary::{Cited, Language};
use std::fmt::Write;

/// A report for people.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Document {
    /// Its parts, in order.
    pub blocks: Vec<Block>,
    /// True where the lines that a sentence rests on are written behind it.
    pub cites: bool,
    /// What it's written in.
    pub language: Language,
}

/// One part of a document.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Block {
    /// What a message, or the whole, is called.
    Title(Statement),
    /// The name of a section.
    Heading(String),
    /// Sentences that belong together.
    Paragraph(Vec<Statement>),
    /// Lines that stay lines, such as a signature.
    Lines(Vec<Statement>),
    /// One thing after the other.
    List(Vec<Statement>),
    /// Lines of the log, as pasted.
    Log(Vec<Line>),
}

/// What is said, and the lines that it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Statement {
    /// One or more sentences.
    pub text: String,
    /// The command to copy, where there is one.
    pub command: Option<String>,
    /// The lines that it rests on.
    pub lines: Cited,
}

impl Statement {
    /// What is said on the ground of these lines.
    pub fn new(text: impl Into<String>, lines: &Cited) -> Statement {
        Statement { text: text.into(), command: None, lines: lines.clone() }
    }
}

impl Block {
    /// Calls the lines that are cited as the log does.
    pub(super) fn number(&mut self, log: &Log) {
        if let Block::Title(said) = self {
            said.lines = log.cited(&said.lines);
        }
        if let Block::Paragraph(said) | Block::Lines(said) | Block::List(said) = self {
            for said in said {
                said.lines = log.cited(&said.lines);
            }
        }
    }
}

impl Document {
    /// All that is said, in order.
    pub fn sentences(&self) -> impl Iterator<Item = &Statement> {
        self.blocks.iter().flat_map(|block| match block {
            Block::Title(said) => std::slice::from_ref(said),
            Block::Paragraph(said) | Block::Lines(said) | Block::List(said) => said,
            Block::Heading(_) | Block::Log(_) => &[],
        })
    }

    /// Plain text, for a mail or a terminal.
    pub fn text(&self) -> String {
        let mut out = String::new();
        for block in &self.blocks {
            if !out.is_empty() && !matches!(block, Block::Log(_)) {
                out.push('\n');
            }
            match block {
                Block::Title(said) => {
                    let title = clean(&said.text);
                    let _ = writeln!(out, "{title}\n{}", "=".repeat(title.chars().count()));
                }
                Block::Heading(name) => {
                    let _ = writeln!(out, "{name}");
                }
                Block::Paragraph(said) => {
                    let sentences: Vec<String> = said.iter().map(|said| self.cited(said, clean)).collect();
                    let _ = writeln!(out, "{}", sentences.join(" "));
                }
                Block::Lines(lines) => {
                    for said in lines {
                        let _ = writeln!(out, "{}", clean(&said.text));
                    }
                }
                Block::List(items) => {
                    for said in items {
                        let _ = writeln!(out, "- {}", self.cited(said, clean));
                        if let Some(command) = &said.command {
                            let _ = writeln!(out, "    {}", clean(command));
                        }
                    }
                }
                Block::Log(lines) => {
                    for line in lines {
                        let _ = writeln!(out, "{:>6}  {}", line.line, clean(&line.text));
                    }
                }
            }
        }
        out
    }

    /// Markdown, `CommonMark`.
    pub fn markdown(&self) -> String {
        let mut out = String::new();
        for block in &self.blocks {
            if !out.is_empty() {
                out.push('\n');
            }
            match block {
                Block::Title(said) => {
                    let _ = writeln!(out, "## {}", escaped(&said.text));
                }
                Block::Heading(name) => {
                    let _ = writeln!(out, "### {name}");
                }
                Block::Paragraph(said) => {
                    let sentences: Vec<String> = said.iter().map(|said| self.cited(said, escaped)).collect();
                    let _ = writeln!(out, "{}", sentences.join(" "));
                }
                Block::Lines(lines) => {
                    let lines: Vec<String> = lines.iter().map(|said| escaped(&said.text)).collect();
                    let _ = writeln!(out, "{}", lines.join("\\\n"));
                }
                Block::List(items) => {
                    for said in items {
                        let _ = writeln!(out, "- {}", self.cited(said, escaped));
                        if let Some(command) = &said.command {
                            let _ = writeln!(out, "\n  {}", fenced(&[clean(command)], "  "));
                        }
                    }
                }
                Block::Log(lines) => {
                    let lines: Vec<String> =
                        lines.iter().map(|line| format!("{:>6}  {}", line.line, clean(&line.text))).collect();
                    let _ = writeln!(out, "{}", fenced(&lines, ""));
                }
            }
        }
        out
    }

    /// HTML without styles: a fragment, as the clipboard takes it. The parts of a quoted line carry their
    /// meaning as a title.
    pub fn html(&self) -> String {
        let mut out = String::new();
        for block in &self.blocks {
            match block {
                Block::Title(said) => {
                    let _ = writeln!(out, "<h2>{}</h2>", marked(&said.text));
                }
                Block::Heading(name) => {
                    let _ = writeln!(out, "<h3>{}</h3>", marked(name));
                }
                Block::Paragraph(said) => {
                    let sentences: Vec<String> = said.iter().map(|said| self.cited(said, marked)).collect();
                    let _ = writeln!(out, "<p>{}</p>", sentences.join(" "));
                }
                Block::Lines(lines) => {
                    let lines: Vec<String> = lines.iter().map(|said| marked(&said.text)).collect();
                    let _ = writeln!(out, "<p>{}</p>", lines.join("<br>"));
                }
                Block::List(items) => {
                    out.push_str("<ul>\n");
                    for said in items {
                        let _ = write!(out, "<li>{}", self.cited(said, marked));
                        if let Some(command) = &said.command {
                            let _ = write!(out, "<pre><code>{}</code></pre>", marked(command));
                        }
                        out.push_str("</li>\n");
                    }
                    out.push_str("</ul>\n");
                }
                Block::Log(lines) => {
                    out.push_str("<pre>");
                    for line in lines {
                        let _ = writeln!(out, "{:>6}  {}", line.line, annotated(line));
                    }
                    out.push_str("</pre>\n");
                }
            }
        }
        out
    }

    /// A web page of its own, without styles, scripts or anything from elsewhere.
    pub fn page(&self) -> String {
        [self.head(), self.html(), FOOT.to_owned()].concat()
    }

    /// What stands in front of such a page.
    fn head(&self) -> String {
        let title = self.sentences().next().map_or_else(String::new, |said| marked(&said.text));
        format!(
            "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n</head>\n<body>\n",
            language = self.language.name(),
        )
    }

    /// What is said, with the lines that it rests on.
    fn cited(&self, said: &Statement, written: fn(&str) -> String) -> String {
        let (mut text, cites) = (written(&said.text), self.cites(said));
        if !cites.is_empty() {
            text.push(' ');
            text.push_str(&cites);
        }
        text
    }

    /// The lines that something rests on, `(lines 1, 3)`; empty where they are not wanted.
    pub fn cites(&self, said: &Statement) -> String {
        if !self.cites || said.command.is_some() {
            return String::new();
        }
        let lines: Vec<String> = said.lines.iter().map(u32::to_string).collect();
        format!("({} {})", if lines.len() == 1 { "line" } else { "lines" }, lines.join(", "))
    }
}

/// What stands below such a page.
const FOOT: &str = "</body>\n</html>\n";

/// How a document is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// [`Document::text`].
    Text,
    /// [`Document::markdown`].
    Markdown,
    /// [`Document::page`].
    Page,
}

/// Documents as one, written piece by piece as they are made.
pub fn pieces(parts: impl Iterator<Item = Document>, way: Way) -> impl Iterator<Item = String> {
    let mut parts = parts.peekable();
    let head =
        (way == Way::Page).then(|| parts.peek().map_or_else(|| Document::default().head(), Document::head));
    let foot = (way == Way::Page).then(|| FOOT.to_owned());
    let told = parts.enumerate().map(move |(nth, part)| {
        let between = if nth > 0 { "\n" } else { "" };
        match way {
            Way::Text => between.to_owned() + &part.text(),
            Way::Markdown => between.to_owned() + &part.markdown(),
            Way::Page => part.html(),
        }
    });
    head.into_iter().chain(told).chain(foot)
}

/// A text in one line; characters that nobody sees are named.
pub fn clean(text: &str) -> String {
    named(text).replace(['\n', '\t'], " ")
}

/// A text as Markdown takes it for itself.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for letter in clean(text).chars() {
        // A list, a quotation or a heading can only begin at the start.
        let starts = out.is_empty() && matches!(letter, '-' | '+' | '=');
        if starts || "\\`*_[]<>&|~#$".contains(letter) {
            out.push('\\');
        }
        out.push(letter);
    }
    let digits = out.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 && out[digits..].starts_with(['.', ')']) {
        out.insert(digits, '\\');
    }
    out
}

/// Lines as a block of code whose fence no line holds.
fn fenced(lines: &[String], indent: &str) -> String {
    let longest = lines
        .iter()
        .flat_map(|line| line.split(|letter| letter != '`'))
        .map(str::len)
        .max()
        .unwrap_or_default();
    let fence = "`".repeat((longest + 1).max(3));
    let lines: Vec<String> = lines.iter().map(|line| format!("{indent}{line}\n")).collect();
    format!("{fence}\n{}{indent}{fence}", lines.concat())
}

/// A text as HTML takes it for itself.
fn marked(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for letter in clean(text).chars() {
        match letter {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            letter => out.push(letter),
        }
    }
    out
}

/// A line whose parts carry their meaning.
fn annotated(line: &Line) -> String {
    let mut out = String::new();
    let mut end = 0;
    for token in &line.tokens {
        let [from, to] = token.at.map(|at| at as usize);
        let between = line.text.get(end..from).unwrap_or_default();
        let _ = write!(
            out,
            "{}<span title=\"{}\">{}</span>",
            marked(between),
            marked(&token.says),
            marked(&token.text)
        );
        end = to;
    }
    out.push_str(&marked(line.text.get(end..).unwrap_or_default()));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Document {
        let said = Statement::new(text, &Cited::new(3, [1]));
        Document {
            blocks: vec![Block::Title(said.clone()), Block::List(vec![said])],
            cites: true,
            ..Document::default()
        }
    }

    #[test]
    fn what_a_log_holds_stays_text_in_every_way_of_writing() {
        let document = of("<b>a_b*</b>\u{1b}[2J `x` & \"y\"\n# z");
        assert_eq!(
            document.html(),
            "<h2>&lt;b&gt;a_b*&lt;/b&gt;\u{27E8}U+001B\u{27E9}[2J `x` &amp; &quot;y&quot; # z</h2>\n<ul>\n<li>&lt;b&gt;a_b*&lt;/b&gt;\u{27E8}U+001B\u{27E9}[2J `x` &amp; &quot;y&quot; # z (lines 1, 3)</li>\n</ul>\n"
        );
        assert_eq!(
            document.markdown(),
            "## \\<b\\>a\\_b\\*\\</b\\>\u{27E8}U+001B\u{27E9}\\[2J \\`x\\` \\& \"y\" \\# z\n\n- \\<b\\>a\\_b\\*\\</b\\>\u{27E8}U+001B\u{27E9}\\[2J \\`x\\` \\& \"y\" \\# z (lines 1, 3)\n"
        );
        assert!(!document.text().contains('\u{1b}'));
    }

    #[test]
    fn what_is_written_piece_by_piece_is_one_document() {
        let parts = [of("a"), of("b")];
        let whole = Document { blocks: parts.clone().map(|part| part.blocks).concat(), ..of("a") };
        let written = |way| pieces(parts.iter().cloned(), way).collect::<String>();
        assert_eq!(written(Way::Text), whole.text());
        assert_eq!(written(Way::Markdown), whole.markdown());
        assert_eq!(written(Way::Page), whole.page());
        assert_eq!(pieces(std::iter::empty(), Way::Page).collect::<String>(), Document::default().page());
    }

    #[test]
    fn what_looks_like_a_list_is_none() {
        for (text, want) in [("1. x", "1\\. x"), ("- x", "\\- x"), ("+ x", "\\+ x"), ("1 x", "1 x")] {
            assert_eq!(escaped(text), want);
        }
    }

    #[test]
    fn a_fence_is_longer_than_any_in_the_lines() {
        assert_eq!(fenced(&["a ```` b".into()], ""), "`````\na ```` b\n`````");
        assert_eq!(fenced(&["a".into()], "  "), "```\n  a\n  ```");
    }
}
