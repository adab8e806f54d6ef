//! What is written to standard output: rows with colors and links, broken to the width, where it is a terminal; else plain.

use anstyle::{AnsiColor, Style};
use maillens::report::rows::{Look, ReportRow};
use maillens::vocabulary::{Level, Outcome};
use std::fmt::Write as _;
use std::io::{self, IsTerminal, Write};
use textwrap::{Options, WordSplitter};

/// Rows are written when there are so many bytes of them: a line at a time would be slow.
const ENOUGH: usize = 1 << 16;

/// Standard output.
pub struct Screen {
    out: anstream::AutoStream<io::Stdout>,
    /// Rows that are not written yet, with colors and links; what takes none gets none.
    rows: String,
    /// Letters in a line, where it is a terminal.
    width: Option<usize>,
    /// True where a link can be clicked.
    links: bool,
    /// True when the reader has seen enough and went away, which is no error.
    pub closed: bool,
}

impl Screen {
    /// Looks at what standard output is.
    pub fn new() -> Screen {
        let width = io::stdout().is_terminal().then(terminal_size::terminal_size).flatten();
        Screen {
            out: anstream::AutoStream::auto(io::stdout()),
            rows: String::new(),
            width: width.map(|(width, _)| usize::from(width.0)),
            links: supports_hyperlinks::on(supports_hyperlinks::Stream::Stdout),
            closed: false,
        }
    }

    /// Writes one row.
    pub fn row(&mut self, row: &ReportRow) -> io::Result<()> {
        let (lead, style) = (label(row.look), style(row.look));
        let mut text = format!("{style}{}{style:#}", row.text);
        if self.links {
            text = linked(&text);
        }
        if let Some(width) = self.width.filter(|_| row.look != Look::Command) {
            text = broken(&row.lead, &text, width);
        }
        let before = if row.begins() { "\n" } else { "" };
        let _ = writeln!(self.rows, "{before}{lead}{}{lead:#}{text}", row.lead);
        if self.rows.len() < ENOUGH { Ok(()) } else { self.write_rows() }
    }

    fn write_rows(&mut self) -> io::Result<()> {
        let rows = std::mem::take(&mut self.rows);
        self.see(|out| out.write_all(rows.as_bytes()))
    }

    fn see(
        &mut self,
        write: impl FnOnce(&mut anstream::AutoStream<io::Stdout>) -> io::Result<()>,
    ) -> io::Result<()> {
        if self.closed {
            return Ok(());
        }
        match write(&mut self.out) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                self.closed = true;
                Ok(())
            }
            done => done,
        }
    }
}

/// What is no row is written as it is.
impl Write for Screen {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_rows()?;
        self.see(|_| io::stdout().write_all(bytes)).map(|()| bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.write_rows()?;
        self.see(|_| io::stdout().flush())
    }
}

/// How the text of a row looks.
fn style(look: Look) -> Style {
    let color = |color: AnsiColor| color.on_default();
    match look {
        Look::Headline(Outcome::Failed | Outcome::Partial) => color(AnsiColor::Red).bold(),
        Look::Headline(Outcome::Deferred) => color(AnsiColor::Yellow).bold(),
        Look::Headline(Outcome::Delivered) => color(AnsiColor::Green).bold(),
        Look::Headline(Outcome::Open | Outcome::Unknown) | Look::Acts => Style::new().bold(),
        Look::Sentence(Level::Permanent | Level::Alert) => color(AnsiColor::Red),
        Look::Sentence(Level::Temporary | Level::Warning) => color(AnsiColor::Yellow),
        Look::Sentence(Level::Success) => color(AnsiColor::Green),
        Look::Command => color(AnsiColor::Cyan),
        Look::Unread => Style::new().dimmed(),
        Look::Note | Look::Sentence(_) | Look::Missing | Look::Next => Style::new(),
    }
}

/// How what stands in front of the text looks.
fn label(look: Look) -> Style {
    match look {
        Look::Sentence(_) | Look::Missing => Style::new().dimmed(),
        Look::Acts | Look::Next => Style::new().bold(),
        _ => Style::new(),
    }
}

/// The text in lines that fit, each but the first below the beginning of the text; where that leaves too little room,
/// further left.
fn broken(lead: &str, text: &str, width: usize) -> String {
    /// So many letters a line has at least.
    const ROOM: usize = 24;
    let lead_width = textwrap::core::display_width(lead);
    let indent = " ".repeat(if lead_width + ROOM > width { 4 } else { lead_width });
    let first = " ".repeat(lead_width);
    let options = Options::new(width.max(ROOM))
        .initial_indent(&first)
        .subsequent_indent(&indent)
        .word_splitter(WordSplitter::NoHyphenation)
        // An address or an id that is cut in two can't be copied.
        .break_words(false);
    let lines = textwrap::wrap(text, options);
    let all = lines.join("\n");
    all.strip_prefix(first.as_str()).map_or(all.clone(), str::to_owned)
}

/// The text with each web address as a link that a terminal opens (OSC 8).
fn linked(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = [rest.find("https://"), rest.find("http://")].into_iter().flatten().min() {
        let is_end =
            |letter: char| letter.is_whitespace() || letter.is_control() || "\"<>`”’)".contains(letter);
        let end = rest[at..].find(is_end).map_or(rest.len(), |end| at + end);
        let url = rest[at..end].trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', ']']);
        let _ = write!(out, "{}\x1b]8;;{url}\x1b\\{url}\x1b]8;;\x1b\\", &rest[..at]);
        rest = &rest[at + url.len()..];
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::{broken, linked};

    #[test]
    fn a_text_is_broken_below_its_beginning_and_words_stay_whole() {
        assert_eq!(
            broken("  Next: ", "Ask the recipient for an address.", 32),
            "Ask the recipient for an\n        address."
        );
        let long = "a-very-long-address-that-no-line-can-hold@client.example";
        assert_eq!(broken("  ", &format!("to {long} at once"), 30), format!("to\n  {long}\n  at once"));
        assert_eq!(broken(&" ".repeat(33), "one two three four five", 40), "one two\n    three four five");
        assert_eq!(broken("", "fits", 80), "fits");
    }

    #[test]
    fn colors_and_links_take_no_room() {
        let colored = "\x1b[31mone two three\x1b[0m";
        assert_eq!(broken("", colored, 30), colored);
        let link = linked("see https://www.spamhaus.org/query/ip/203.0.113.9.");
        let url = "https://www.spamhaus.org/query/ip/203.0.113.9";
        assert_eq!(link, format!("see \x1b]8;;{url}\x1b\\{url}\x1b]8;;\x1b\\."));
        assert_eq!(broken("", &link, 60), link);
        assert_eq!(linked("no link"), "no link");
    }
}
