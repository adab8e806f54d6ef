//! What the page and its worker say to each other: two small enums of plain data.
//!
//! The page asks, the worker tells. Answers come in the order of the questions, so nothing needs a
//! number: whatever was asked before new times is answered before them, and dropped with the rest of
//! what they replace. A search takes its time, and a newer one ends it; what is answered meanwhile is
//! about what was found before, and is replaced with it. A log and its worker live and die together, so
//! an answer can never belong to an older log.

use super::folds::Head;
use js_sys::Uint8Array;
use maillens::Overview;
use maillens::explain::Forecast;
use maillens::export::{Line, Outcome, Row, Summary, Trace};
use maillens::redact::{Kind, Proof};
use maillens::report::customer::Manner;
use maillens::report::document::Document;
use maillens::search::WordList;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::collections::BTreeMap;

/// How many rows or lines are asked for at once.
pub const BLOCK: u32 = 64;

/// How many lines of a trace come with it; the rest is asked for.
pub const TRACE_LINES: usize = 200;

/// What the worker says first, before it takes anything.
pub const READY: &str = "ready";

/// A question of the page.
#[derive(Debug, Serialize, Deserialize)]
pub enum Ask {
    /// Read the blobs that come with this message as one log, in the order of their times, and search it.
    Read {
        /// How its times are read and shown.
        times: Times,
        /// What the blobs are called.
        names: Vec<String>,
        /// In the search language of the engine.
        query: String,
        /// The trace that is to be shown.
        keep: Option<u32>,
    },
    /// The slice that was asked for by [`Tell::Slice`]; its bytes come with this message.
    Slice,
    /// Show only these sources of the log from now on: one switch each.
    Sources(Vec<bool>),
    /// Show times another way from now on.
    Times(Times),
    /// Search, and show a trace that was found: `keep`, or else the first.
    Find {
        /// In the search language of the engine.
        query: String,
        /// A trace.
        keep: Option<u32>,
    },
    /// Rows `block * BLOCK ..` of what was found.
    Rows(u32),
    /// Opens or closes the group of a trace, or does what was not done last.
    Turn(u32, Option<bool>),
    /// Choose which lines are listed from now on.
    List(Listing),
    /// Lines `block * BLOCK ..` of those listed.
    Lines(u32),
    /// Opens or closes the folded lines of a row, by its place, or does what was not done last.
    Fold(u32, Option<bool>),
    /// One trace with its lines.
    Trace(Pick),
    /// The lines of a trace from this one on, counted from 0.
    More {
        /// The trace.
        trace: u32,
        /// How many of its lines the page has.
        from: u32,
    },
    /// One whole line.
    Line(Pick),
    /// The lines of a lesson.
    Lesson(Subject),
    /// The first traces that somebody who types this may mean.
    Guess(String),
    /// Write something down.
    Export {
        /// What.
        what: What,
        /// How.
        form: Form,
        /// Where it goes.
        to: To,
    },
    /// Write the log and what is shown of it to a file that is opened again.
    View {
        /// What is shown, by the words of the address.
        shown: BTreeMap<String, String>,
        /// With placeholders for what belongs to people.
        redact: bool,
        /// Words that the reader says are names, with placeholders, too.
        also: Vec<String>,
    },
    /// The reply that is wanted.
    Reply(Wanted),
    /// Search a reply that was changed by hand for the originals of the last one.
    Prove(String),
    /// What is told, as a file.
    Save(Wanted, Form),
    /// The whole log at a glance; asked again, it begins again.
    Overview,
    /// The values that the log has for the keys of the search.
    Words,
}

/// What a lesson is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Subject {
    /// A log that the page has for it, by its place among the lessons.
    Own(u32),
    /// The log: the first line of each kind.
    Log,
}

/// Which reply is wanted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wanted {
    /// The chosen trace.
    pub trace: u32,
    /// What else it tells of.
    pub about: About,
    /// Whom it speaks to, and how.
    pub manner: Manner,
    /// What has stand-ins in it.
    pub hide: Vec<Kind>,
    /// Words that have one, too.
    pub also: Vec<String>,
}

/// What a reply tells of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum About {
    /// The chosen trace.
    #[default]
    One,
    /// The chosen trace and all that are tied to it.
    Tied,
    /// All that the search finds.
    Found,
}

/// The most traces that one reply tells of.
pub const MOST_TOLD: usize = 50;

/// A reply.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reply {
    /// What was asked for.
    pub wanted: Wanted,
    /// How many traces it tells of.
    pub told: u32,
    /// How many are tied together with the chosen one, itself included.
    pub tied: u32,
    /// What it says.
    pub document: Document,
    /// As plain text.
    pub text: String,
    /// As Markdown.
    pub markdown: String,
    /// As HTML.
    pub html: String,
    /// The search for the originals in these three; `None` when nothing was replaced.
    pub proof: Option<Proof>,
    /// Words of its lines that may be names; only the reader can tell.
    pub undecided: Vec<String>,
}

/// Which lines are listed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listing {
    /// Only lines that no format claimed.
    pub unread: bool,
    /// In the search language of the engine; the lines that match are marked.
    pub query: String,
    /// Only the lines that match.
    pub matching: bool,
    /// Where all are listed, several in a row that tell of no problem, or that were not read, are one row.
    pub fold: bool,
}

/// What is written down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum What {
    /// Lines by their places in the list, from and to.
    Lines(Vec<(u32, u32)>),
    /// One trace.
    Trace(u32),
    /// Every trace that was found.
    Found,
}

/// How it is written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Form {
    /// Plain text: lines as they were pasted, a trace as its story.
    Text,
    /// Lines, and under each its meaning.
    Meanings,
    /// Markdown.
    Markdown,
    /// The export `maillens/1`.
    Json,
    /// A web page.
    Html,
    /// A table of delivery attempts.
    Csv,
    /// Lines to be shown to a stranger, with placeholders for what belongs to people.
    Sample,
}

/// Where what is written down goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum To {
    /// The clipboard.
    Clipboard,
    /// A file of this name.
    File(String),
    /// The screen.
    Screen,
}

impl Form {
    /// The end of a file's name, and the type of its content.
    pub fn file(self) -> (&'static str, &'static str) {
        match self {
            Form::Text | Form::Meanings | Form::Sample => ("txt", "text/plain"),
            Form::Markdown => ("md", "text/markdown"),
            Form::Html => ("html", "text/html"),
            Form::Json => ("json", "application/json"),
            Form::Csv => ("csv", "text/csv"),
        }
    }
}

/// How a trace or a line is chosen.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub enum Pick {
    /// The one at this place of the list, from 0.
    At(u32),
    /// The one with this number.
    Number(u32),
    /// The nearest line that matches the search, after (or before) this place of the list.
    Match {
        /// A place of the list; `None` before the first.
        from: Option<u32>,
        /// Search backwards.
        back: bool,
    },
    /// The nearest problem after (or before) this place of the list; the search wraps round.
    Problem {
        /// A place of the list; `None` before the first.
        from: Option<u32>,
        /// Search backwards.
        back: bool,
    },
}

/// An answer of the worker.
#[derive(Debug, Serialize, Deserialize)]
pub enum Tell {
    /// So much was read, in bytes; a `total` of 0 is unknown.
    Progress {
        /// Bytes read.
        done: u64,
        /// Bytes to read.
        total: u64,
    },
    /// A slice of a blob that the worker is not allowed to read itself: the page reads it.
    Slice {
        /// The blob, by its place among those that came with [`Ask::Read`].
        blob: u32,
        /// Its first byte.
        from: f64,
        /// The byte behind its last.
        to: f64,
    },
    /// What was told of an example, for the page to rehearse with.
    Example(Vec<Tell>),
    /// The log was read, or is shown with other times now.
    Read(Box<Summary>, Vec<Part>, Outcomes),
    /// The search is done; a trace comes behind it, where one was found.
    Found {
        /// How many traces match.
        count: u32,
        /// In how many rows they stand.
        rows: u32,
        /// The place of the trace that was to be kept.
        at: Option<u32>,
        /// Where nothing was found, the first term that nothing has.
        missing: Option<String>,
    },
    /// The lines are listed.
    Listed {
        /// How many are listed.
        count: u32,
        /// How many match the search.
        found: u32,
        /// The place of the line that was chosen last.
        at: Option<u32>,
    },
    /// A block of rows.
    Rows(u32, Vec<Listed>),
    /// A block of lines, each cut to what a list shows: where its parts are, not what they mean.
    Lines(u32, Vec<Shown>),
    /// One trace, its place among what was found, and its first lines.
    Trace {
        /// The place of the trace; `None` when the search hides it.
        at: Option<u32>,
        /// The trace.
        trace: Box<Trace>,
        /// Its first lines.
        lines: Vec<Line>,
        /// How many lines it has.
        of: u32,
        /// How many say the same, itself among them, and whether they are listed.
        alike: (u32, bool),
        /// What is planned for those of its recipients that still wait.
        forecasts: Vec<Forecast>,
        /// The rows of the first traces that it is tied to.
        tied: Vec<Row>,
    },
    /// More lines of a trace.
    More(u32, Vec<Line>),
    /// One whole line and its place in the list.
    Line(Option<u32>, Box<Line>),
    /// A reply.
    Reply(Box<Reply>),
    /// The originals that a changed reply holds.
    Proved(Proof),
    /// A file; none is made that would hold an original.
    Saved(Form, String, Proof),
    /// So much of the log was counted, from 0 to 1.
    Counted(f64),
    /// The whole log at a glance.
    Overview(Box<Overview>),
    /// The values that the log has for the keys of the search.
    Words(WordList),
    /// The lines of a lesson, each of another kind.
    Lesson(Subject, Vec<Line>),
    /// What may be meant by what was typed.
    Guessed(Vec<Row>),
    /// It is written down.
    Exported {
        /// The text.
        text: String,
        /// What it is, for people: `3 lines`.
        what: String,
        /// How it is written.
        form: Form,
        /// Where it goes.
        to: To,
    },
    /// It cannot be done; why, for the reader. The log stays.
    Refused(String),
    /// The log cannot be read, or not any longer; why, for the reader.
    Failed(String),
}

/// How many traces there are of each outcome.
pub type Outcomes = Vec<(Outcome, u32)>;

/// A row of the list of traces.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Listed {
    /// The trace; of a group its first.
    pub row: Row,
    /// How many say the same, itself among them.
    pub alike: u32,
    /// How many traces of the same message stand below it: its connection, its check.
    pub parts: u32,
    /// They are all of the same user or client.
    pub same: bool,
    /// They are listed below.
    pub open: bool,
    /// It stands below the first of its group.
    pub nested: bool,
}

/// A file or a paste that the log was read from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// What it is called.
    pub name: String,
    /// Its first line, from 1.
    pub first: u32,
    /// How many lines it has.
    pub lines: u32,
}

/// A line of a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Shown {
    /// The line.
    pub line: Line,
    /// Where the search stands in its text: byte offsets, end exclusive, in order.
    pub marks: Vec<[u32; 2]>,
    /// The row stands for lines of which this is the first.
    pub head: Option<Head>,
    /// It is listed below such a row.
    pub nested: bool,
}

/// How lines are read and times are shown, by the names of zones; the worker turns names into zones.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Times {
    /// The zone to show times in; `None`: as written.
    pub show: Option<String>,
    /// The zone of stamps that name none.
    pub source: String,
    /// The year of the first stamp that names none.
    pub year: Option<i32>,
    /// Undo what tickets do to logs.
    pub mend: bool,
    /// Servers and domains that are ours, with commas or blanks between them.
    pub ours: String,
}

impl Default for Times {
    fn default() -> Times {
        Times { show: None, source: "UTC".into(), year: None, mend: true, ours: String::new() }
    }
}

/// A message as bytes that can be handed over without a copy.
pub fn encode(message: &impl Serialize) -> Uint8Array {
    Uint8Array::from(postcard::to_allocvec(message).unwrap_or_default().as_slice())
}

/// The message in these bytes; `None` when they are none, which only another version could send.
pub fn decode<T: DeserializeOwned>(bytes: &Uint8Array) -> Option<T> {
    postcard::from_bytes(&bytes.to_vec()).ok()
}
