//! The export `maillens/1`: what the terminal tool writes as JSON and what the page draws.
//!
//! Other programs read these names, so they are fixed; fields may be added, none may change its
//! meaning. Lines are counted from 1 as in the pasted text. `None` is "unknown", written `null`.

pub use crate::knowledge::classify::Confidence;
pub use crate::vocabulary::{
    Assumed, AttemptOutcome, Circumstance, Cited, Lasts, Level, Login, Outcome, Party, Stage, TraceType,
};
use crate::vocabulary::{Damage, Reason};

/// The whole report of one paste.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Report {
    /// Always `maillens/1`.
    pub schema: String,
    /// Counts over the whole paste.
    pub summary: Summary,
    /// Every line of the paste, in order.
    pub lines: Vec<Line>,
    /// Every trace, in the order in which they begin; events come last.
    pub traces: Vec<Trace>,
    /// The numbers of the traces in the order in which people see them.
    pub order: Vec<u32>,
}

/// Counts over the whole paste. `read + partly + unread + other + blank = lines`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Summary {
    /// Size of the pasted text in bytes.
    pub bytes: u64,
    /// Lines of the pasted text.
    pub lines: u32,
    /// Records in them: more than lines where pasting put several on one.
    pub records: u32,
    /// Lines that a format claimed.
    pub read: u32,
    /// Lines of a known program whose text is not known.
    pub partly: u32,
    /// Lines that no format claimed.
    pub unread: u32,
    /// Lines that are no log: prose, commands, settings.
    pub other: u32,
    /// Lines that hold nothing but white space.
    pub blank: u32,
    /// Lines that were read only after damage was undone, the pieces of broken lines included.
    pub mended: u32,
    /// How many lines each kind of damage was undone in; kinds that were not met are left out.
    pub damage: Vec<(Damage, u32)>,
    /// Traces by type.
    pub traces: TraceCounts,
    /// Delivery attempts by outcome.
    pub attempts: AttemptCounts,
    /// Messages by outcome.
    pub messages: MessageCounts,
    /// Traces that failed, of whatever type.
    pub failed: u32,
    /// Errors that the server reports outside any message or session.
    pub errors: u32,
    /// What the lines do not say about time and was assumed somewhere in the paste.
    pub assumed: Vec<Assumed>,
    /// True when at least one line holds a password, masked everywhere.
    pub passwords: bool,
    /// How many lines hold a password, a hash, a token or a key; each shows as `********`.
    pub secrets: u32,
    /// What the paste lacks as a whole, and why the order of its lines may not be that of the events.
    pub notices: Vec<Notice>,
}

/// Something to be known about the paste as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Notice {
    /// In plain words.
    pub text: String,
    /// The line, from 1, where it shows first.
    pub line: Option<u32>,
}

/// How many traces there are of each type.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct TraceCounts {
    /// Queue lives of messages.
    pub message: u32,
    /// Log-in or mailbox sessions.
    pub session: u32,
    /// `SpamAssassin` scans.
    pub scan: u32,
    /// Connections without a message.
    pub connection: u32,
    /// SMTP transcripts.
    pub dialogue: u32,
    /// Pasted bounce notices.
    pub bounce: u32,
    /// What a server reports outside any message or session.
    pub event: u32,
}

/// How many delivery attempts ended in each way.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct AttemptCounts {
    /// Delivered, or accepted by the other server.
    pub success: u32,
    /// Put off; it will be tried again.
    pub deferral: u32,
    /// Failed for good.
    pub failure: u32,
    /// No result in the paste.
    pub open: u32,
}

/// How many messages ended in each way.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct MessageCounts {
    /// Every recipient was served.
    pub delivered: u32,
    /// At least one recipient is still waiting and none failed.
    pub deferred: u32,
    /// Every recipient failed.
    pub failed: u32,
    /// Some recipients were served and some failed.
    pub partial: u32,
    /// The paste ends before the message does.
    pub open: u32,
    /// The paste does not tell.
    pub unknown: u32,
}

/// What became of a line.
///
/// A line that holds several records is what the last of their states here says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
pub enum State {
    /// It holds nothing but white space.
    Blank,
    /// It is no log: prose, a command, a setting.
    Other,
    /// A format claimed it.
    Read,
    /// The program is known, the text is not.
    Partly,
    /// No format claimed it.
    Unread,
}

impl Summary {
    /// How many lines are so.
    pub(crate) fn of(&mut self, state: State) -> &mut u32 {
        match state {
            State::Read => &mut self.read,
            State::Partly => &mut self.partly,
            State::Unread => &mut self.unread,
            State::Other => &mut self.other,
            State::Blank => &mut self.blank,
        }
    }
}

/// One line of the paste with its meaning.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Line {
    /// Line number, from 1.
    pub line: u32,
    /// The time as UTC, RFC 3339, with as many digits as the line has.
    pub time: Option<String>,
    /// The time as the settings show it: as written, or in the zone that was asked for.
    pub shown: Option<String>,
    /// What `time` rests on that the line does not say.
    pub assumed: Vec<Assumed>,
    /// What became of it.
    pub state: State,
    /// The format that claimed the line.
    pub format: Option<String>,
    /// The pattern of the format that claimed the line.
    pub kind: Option<String>,
    /// How much the line matters to somebody who looks for a problem.
    pub level: Level,
    /// The trace that the line belongs to.
    pub trace: Option<u32>,
    /// The line in plain English.
    pub says: Option<String>,
    /// The line as pasted, without its line end. Bytes that are not UTF-8 show as U+FFFD, passwords as `*`.
    pub text: String,
    /// The parts of the line that have a meaning, in order, without overlaps.
    pub tokens: Vec<Token>,
    /// What was undone before the line was read. The text and the tokens are those of the line as pasted.
    pub mended: Vec<Damage>,
    /// For a piece of a broken line: the line, from 1, that it continues.
    pub continues: Option<u32>,
    /// What else stands on the line, where pasting put several records on one.
    pub also: Vec<Record>,
}

/// A further record of a line.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Record {
    /// The time as UTC, RFC 3339, with as many digits as the record has.
    pub time: Option<String>,
    /// What became of it.
    pub state: State,
    /// The format that claimed it.
    pub format: Option<String>,
    /// The pattern of the format that claimed it.
    pub kind: Option<String>,
    /// The trace that it belongs to.
    pub trace: Option<u32>,
    /// The record in plain English.
    pub says: Option<String>,
    /// Its parts that have a meaning; their offsets count in the line's text.
    pub tokens: Vec<Token>,
}

impl Line {
    /// Adds the record behind it.
    pub(crate) fn add(&mut self, record: Line) {
        let Line { time, state, format, kind, trace, says, mut tokens, text, mended, .. } = record;
        let before = self.text.len() as u32;
        for token in &mut tokens {
            token.at = token.at.map(|at| at + before);
        }
        self.text += &text;
        self.state = self.state.max(state);
        self.mended
            .extend(mended.into_iter().filter(|damage| !self.mended.contains(damage)).collect::<Vec<_>>());
        self.also.push(Record { time, state, format, kind, trace, says, tokens });
    }
}

/// One part of a line and its meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Token {
    /// UTF-8 byte offsets in the line's text, end exclusive.
    pub at: [u32; 2],
    /// The field's name in its format; `?` for a part that was not understood.
    pub name: String,
    /// What kind of thing it is; see [`crate::format::Role`].
    pub role: String,
    /// The text itself; a password shows as `*`.
    pub text: String,
    /// The meaning in plain English.
    pub says: String,
}

/// Lines that belong together: one message's life in one queue, one session, one scan, one dialogue.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Trace {
    /// The number of the trace in this report, from 0.
    pub trace: u32,
    /// What it is the story of.
    #[cfg_attr(feature = "serde", serde(rename = "type"))]
    pub kind: TraceType,
    /// The format of its first line.
    pub format: String,
    /// The queue number, queue id, session id or process number that holds it together.
    pub id: Option<String>,
    /// The envelope sender, without angle brackets; empty for a bounce.
    pub sender: Option<String>,
    /// The size in bytes that the log gives.
    pub bytes: Option<u64>,
    /// The `Message-ID` with its angle brackets.
    pub message_id: Option<String>,
    /// The user who logged in, or for whom a scan ran.
    pub user: Option<String>,
    /// The IP address of the client.
    pub client: Option<String>,
    /// The result of the log-in, for a session.
    pub login: Option<Login>,
    /// The verdict, for a scan.
    pub scan: Option<Scan>,
    /// Time of the first line, UTC, RFC 3339.
    pub started: Option<String>,
    /// Time of the last line, UTC, RFC 3339.
    pub ended: Option<String>,
    /// Time of the first line as the settings show it.
    pub shown: Option<String>,
    /// First line, from 1.
    pub first_line: u32,
    /// Last line, from 1.
    pub last_line: u32,
    /// How often an event was reported; `None` for other traces.
    pub count: Option<u32>,
    /// How it came out.
    pub outcome: Outcome,
    /// The delivery attempts, in the order in which they began.
    pub attempts: Vec<Attempt>,
    /// Other traces that belong to the same story.
    pub links: Vec<Link>,
    /// What happened, why, who must act and what to do next.
    pub explanation: Explanation,
}

/// One delivery attempt for one recipient.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Attempt {
    /// The delivery number, where the log has one.
    pub delivery: Option<String>,
    /// The address that was tried, without a virtual-domain prefix.
    pub recipient: Option<String>,
    /// The address before aliases and forwards, where the log has it.
    pub original_recipient: Option<String>,
    /// `local`, `remote`, or the server's own name for the way out.
    pub channel: Option<String>,
    /// The line that begins it, from 1.
    pub start_line: u32,
    /// The line with its result.
    pub end_line: Option<u32>,
    /// Time of the start as the settings show it.
    pub shown: Option<String>,
    /// Seconds since 1970 of the start, for timelines.
    pub at: Option<i64>,
    /// How it ended.
    pub outcome: AttemptOutcome,
    /// Why, as a name of the closed list of reasons.
    pub reason: Option<Reason>,
    /// The SMTP reply code.
    pub code: Option<String>,
    /// The enhanced status code.
    pub status: Option<String>,
    /// The server at the other end: host, address or both.
    pub remote: Option<String>,
    /// The id under which the other server queued it, where its reply names one.
    pub remote_id: Option<String>,
    /// The result in the log's own words, decoded.
    pub text: Option<String>,
    /// True where the other server was named as ours; a part of the engine, not of the export.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub ours: bool,
}

/// The verdict of one spam scan.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Scan {
    /// True when the message was called spam; `None` where the verdict is missing.
    pub spam: Option<bool>,
    /// Points it was given.
    pub score: Option<f64>,
    /// Points from which a message counts as spam.
    pub required: Option<f64>,
    /// The rules that hit; `null` where the result line is missing.
    pub rules: Option<Vec<String>>,
    /// The `Message-ID` as spamd writes it.
    pub mid: Option<String>,
    /// The size in bytes.
    pub size: Option<u64>,
}

/// A tie between two traces.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Link {
    /// The other trace.
    pub trace: u32,
    /// What the other trace is to this one: `bounce`, `original`, `forward`, `forwarded-from`, …
    pub how: String,
    /// How sure the tie is, in words; `None` when the log states it.
    pub doubt: Option<String>,
}

/// What happened, why, who must act and what to do next.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Explanation {
    /// One line that says what happened.
    pub headline: String,
    /// The lines that the headline rests on.
    pub cites: Cited,
    /// The story in order; every sentence names the lines it rests on.
    pub story: Vec<Sentence>,
    /// The station of the mail flow that was reached.
    pub stage: Stage,
    /// Who must act.
    pub party: Party,
    /// `temporary` or `permanent`, for a problem.
    pub lasts: Option<Lasts>,
    /// What to do next.
    pub next: Vec<Step>,
    /// What the paste lacks.
    pub missing: Vec<String>,
    /// What other lines show beyond its own; a part of the engine, not of the export.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub circumstance: Option<Circumstance>,
    /// The engine's own name of what decided, richer than a reason; for a problem.
    pub cause: Option<String>,
    /// How surely that is so, for a problem.
    pub confidence: Option<Confidence>,
    /// The lines of others that headline and story rest on.
    pub evidence: Vec<Evidence>,
}

impl Explanation {
    /// One that says this, on these lines, and nothing else so far.
    pub(crate) fn new(headline: String, cites: Cited) -> Explanation {
        Explanation {
            headline,
            cites,
            story: Vec::new(),
            stage: Stage::OurServer,
            party: Party::Nobody,
            lasts: None,
            next: Vec::new(),
            missing: Vec::new(),
            circumstance: None,
            cause: None,
            confidence: None,
            evidence: Vec::new(),
        }
    }

    /// Gives another reason for what became of it, which is said first.
    pub(crate) fn because(&mut self, why: &str) {
        let ends = [". ", ": "].iter().filter_map(|mark| self.headline.find(mark)).min();
        let state = &self.headline[..ends.unwrap_or(self.headline.len())];
        self.headline = format!("{}. {why}", state.trim_end_matches('.'));
    }
}

/// Lines of others that an explanation rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Evidence {
    /// The lines.
    pub lines: Cited,
    /// What ties them to the trace: a link's `how`; `pasted` for what no program logged, `beside` for what is only near.
    pub tie: String,
    /// True where that it belongs to the trace is a guess.
    pub guess: bool,
}

/// One sentence of an explanation.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Sentence {
    /// The time that it tells of, as the settings show it.
    pub shown: Option<String>,
    /// The sentence.
    pub text: String,
    /// The lines that it rests on.
    pub lines: Cited,
    /// How it should look.
    pub level: Level,
}

/// One next step.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Step {
    /// What to do and why.
    pub text: String,
    /// The command to copy, where there is one.
    pub command: Option<String>,
}

/// One row of the list of traces: what is needed to recognise it, and no more.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Row {
    /// The trace.
    pub trace: u32,
    /// What it is the story of.
    #[cfg_attr(feature = "serde", serde(rename = "type"))]
    pub kind: TraceType,
    /// The format of its first line.
    pub format: String,
    /// How it came out.
    pub outcome: Outcome,
    /// Who it is from: the envelope sender of a message, the user of a session.
    pub from: Option<String>,
    /// The first recipient of a message.
    pub to: Option<String>,
    /// How many recipients there are beside `to`.
    pub more: u32,
    /// The IP address of the client.
    pub client: Option<String>,
    /// What went wrong, in one short sentence.
    pub why: Option<String>,
    /// Time of the first line as the settings show it.
    pub shown: Option<String>,
    /// Delivery attempts.
    pub attempts: u32,
}
