//! What the command line says. `--help` is made of the comments here.

use crate::zones;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand, ValueEnum};
use maillens::report::customer::{Manner, Voice};
use maillens::search::{KEYS, Query};
use maillens::vocabulary::{App, Language};
use maillens::{Settings, Show, View, Zone};
use std::path::PathBuf;

/// Reads mail-server logs and says what happened, why, who must act, and what to do next.
#[derive(Parser)]
#[command(name = "maillens", version, after_long_help = terms(), args_conflicts_with_subcommands = true)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of its own")]
pub struct Args {
    #[command(subcommand)]
    pub command: Option<Command>,

    /// How the answer is written.
    #[arg(long, value_name = "F", value_enum)]
    pub format: Option<Format>,

    /// Whom Markdown and HTML speak to; without a format, all but `engineer` write text to send.
    #[arg(long, value_name = "V", value_enum)]
    pub voice: Option<Listener>,

    /// The language of `--voice customer` and `--voice chat` (en if not given).
    #[arg(long, value_name = "L", value_parser = languages())]
    pub language: Option<Language>,

    /// The customer's email app, for the clicks that `--voice customer` names.
    #[arg(long, value_name = "A", value_parser = apps())]
    pub app: Option<App>,

    /// Show times in this zone: an IANA name, UTC, or local.
    #[arg(long, value_name = "Z", value_parser = zones::named)]
    pub zone: Option<Zone>,

    /// The zone of stamps that name none (UTC if not given).
    #[arg(long, value_name = "Z", value_parser = zones::named)]
    pub source_zone: Option<Zone>,

    /// The year of the first stamp that names none.
    #[arg(long, value_name = "Y")]
    pub year: Option<i32>,

    /// Read every line as it is: leave quoting, prefixes and hard wraps alone.
    #[arg(long)]
    pub no_mend: bool,

    /// Only what matches; the terms are listed by --help.
    #[arg(long, value_name = "Q", value_parser = query)]
    pub search: Option<String>,

    /// Only the trace with this number or id.
    #[arg(long, value_name = "ID")]
    pub trace: Option<String>,

    /// Placeholders for addresses, names, hosts, IPs, subjects, message ids and folders; the output is searched for
    /// each before it is written. Passwords are masked with or without it.
    #[arg(long)]
    pub redact: bool,

    /// A placeholder for this word, too, wherever it stands; may be given more than once. With --redact.
    #[arg(long, value_name = "WORD", requires = "redact")]
    pub also: Vec<String>,

    /// Go on with what is added to the file, or comes on standard input: each message, session or event is told when it
    /// closes, as text or with `--format jsonl`.
    #[arg(long)]
    pub follow: bool,

    /// The folder for the tables of `--format parquet`; it is made where it is missing.
    #[cfg(feature = "parquet")]
    #[arg(long, value_name = "FOLDER", required_if_eq("format", "parquet"))]
    pub out: Option<PathBuf>,

    /// The server that the log is of, for `--format parquet`; where it's not given, the one that each line names.
    #[cfg(feature = "parquet")]
    #[arg(long, value_name = "NAME")]
    pub host: Option<String>,

    /// A server or a domain, by name or address, that is ours though the log doesn't say so; may be given more than once.
    #[arg(long, value_name = "NAME")]
    pub ours: Vec<String>,

    /// Exit with 1 when somebody must act.
    #[arg(long)]
    pub check: bool,

    /// Logs, in any order, plain or compressed (gzip, zstd, xz, bzip2); a folder for the logs in it; a view that the page
    /// saved; `-` or none for standard input.
    pub files: Vec<PathBuf>,

    /// The trace that a view shows.
    #[arg(skip)]
    pub chosen: Option<u32>,
}

#[derive(Subcommand)]
pub enum Command {
    /// Print what completes the options in a shell.
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
    /// Print the manual page.
    Man,
}

/// How the answer is written.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Explanations, for reading.
    Text,
    /// Everything, as the export maillens/1.
    Json,
    /// One trace a line, as JSON, written when it closes; what is open is all that is kept in memory.
    Jsonl,
    /// The counts alone, as one JSON object.
    Summary,
    /// Outcomes over time, reasons, domains, logins, spam scores, as JSON.
    Overview,
    /// The input, with each TAI64N label written as a time.
    Stamps,
    /// Each input line is one remote reply; one JSON object a line says what it means.
    Reason,
    /// The report, as Markdown.
    Markdown,
    /// The report, as a web page.
    Html,
    /// A table of the delivery attempts.
    Csv,
    /// Tables of attempts, traces and events, as Parquet files in the folder that `--out` names.
    #[cfg(feature = "parquet")]
    Parquet,
}

/// Whom a report speaks to.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Listener {
    /// Facts, codes, line numbers, commands.
    Engineer,
    /// The customer, in an email: plain words.
    Customer,
    /// The customer, in a chat: a few sentences.
    Chat,
    /// The recipient's provider: the exact reply, with times and ids.
    Forward,
}

impl Args {
    /// Takes what a view shows for what is not given.
    pub fn take(&mut self, view: &View) -> Result<(), String> {
        let word = |word: &str| view.shown.get(word).map(String::as_str);
        let zone = |name: &str| zones::named(if name == "here" { "local" } else { name });
        let of = |given: &Option<Zone>, name: Option<&str>| match (given, name) {
            (None, Some(name)) => zone(name).map(Some),
            (given, _) => Ok(given.clone()),
        };
        self.zone = of(&self.zone, word("times"))?;
        self.source_zone = of(&self.source_zone, word("from"))?;
        self.year = self.year.or_else(|| word("year")?.parse().ok());
        self.no_mend |= word("mend") == Some("off");
        if self.ours.is_empty() {
            self.ours = Settings::names(word("ours").unwrap_or_default());
        }
        self.language = self.language.or_else(|| Language::named(word("language")?));
        self.app = self.app.or_else(|| App::named(word("app")?));
        self.chosen = word("trace").and_then(|trace| trace.parse().ok());
        if self.search.is_none() && self.trace.is_none() {
            self.search = word("find").map(str::to_owned);
        }
        Ok(())
    }

    /// How the log is read, at this time (seconds since 1970).
    pub fn settings(&self, now: i64) -> Settings {
        let mut settings =
            Settings { year: self.year, mend: !self.no_mend, ours: self.ours.clone(), ..Settings::at(now) };
        if let Some(zone) = &self.zone {
            settings.show = Show::In(zone.clone());
        }
        if let Some(zone) = &self.source_zone {
            settings.source_zone = zone.clone();
        }
        settings
    }

    /// True where the explanations are written for reading.
    pub fn is_text(&self) -> bool {
        match self.format {
            None => matches!(self.voice, None | Some(Listener::Engineer)),
            Some(format) => format == Format::Text,
        }
    }

    /// Says which options cannot be together.
    pub fn refuse(&self) -> Result<(), String> {
        let why = if self.format == Some(Format::Reason) && self.selects() {
            "--format reason answers each line by itself; leave --trace and --search out"
        } else if self.follow && !self.is_text() && self.format != Some(Format::Jsonl) {
            "--follow writes text or --format jsonl"
        } else if self.follow && self.redact {
            "--redact has to know the whole log, which --follow never does"
        } else {
            return Ok(());
        };
        Err(why.to_owned())
    }

    /// True where only some traces are wanted.
    pub fn selects(&self) -> bool {
        self.trace.is_some() || !self.search().trim().is_empty()
    }

    /// What is searched for; empty for everything.
    pub fn search(&self) -> &str {
        self.search.as_deref().unwrap_or_default()
    }

    /// Whom a report speaks to, and how.
    pub fn manner(&self) -> Manner {
        let voice = match self.voice {
            Some(Listener::Customer) => Voice::Customer,
            Some(Listener::Chat) => Voice::Chat,
            Some(Listener::Forward) => Voice::Forward,
            Some(Listener::Engineer) | None => Voice::Engineer,
        };
        Manner { voice, language: self.language.unwrap_or_default(), app: self.app, ..Manner::default() }
    }
}

/// The languages, by their names.
fn languages() -> impl TypedValueParser<Value = Language> {
    let of = |name: String| Language::named(&name).ok_or("no such language");
    PossibleValuesParser::new(Language::ALL.map(Language::name)).try_map(of)
}

/// The email apps, by their names.
fn apps() -> impl TypedValueParser<Value = App> {
    let of = |name: String| App::named(&name).ok_or("no such app");
    PossibleValuesParser::new(App::ALL.map(App::name)).try_map(of)
}

/// A search that can be read.
fn query(text: &str) -> Result<String, String> {
    match Query::new(text).problem() {
        Some(problem) => Err(problem.to_owned()),
        None => Ok(text.to_owned()),
    }
}

/// The language of `--search`.
fn terms() -> String {
    use std::fmt::Write as _;
    let mut help = "Terms of --search; all of them must match:\n\n".to_owned();
    for key in KEYS {
        let mut width = 0;
        let _ = write!(help, "  {:<25}", key.example);
        for word in key.says.split(' ') {
            if width + word.len() > 70 {
                let _ = write!(help, "\n{:27}", "");
                width = 0;
            }
            help.push_str(word);
            help.push(' ');
            width += word.len() + 1;
        }
        help.truncate(help.trim_end().len());
        help.push('\n');
    }
    help.push_str(
        "\nExit status:\n\n  \
         0  it ran\n  \
         1  with --check: somebody must act\n  \
         2  an option is wrong, or an input can't be read; standard error says which and why",
    );
    help
}

#[cfg(test)]
mod tests {
    use super::Args;
    use clap::CommandFactory;

    #[test]
    fn the_options_fit_together() {
        Args::command().debug_assert();
    }
}
