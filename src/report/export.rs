//! The export `maillens/1`: what the terminal tool writes as JSON and what the page draws.
//!
//! Other programs read these names, so they are fixed; fields may be added, none may change its
//! meaning. Lines are counted from 1 as in the pasted text. `None` is "unknown", written `null`.

use crate::knowledge::reason::Reason;
use crate::text::mend::Damage;
use serde::{Deserialize, Serialize};

/// The whole report of one paste.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// Always `maillens/1`.
    pub schema: String,
    /// Counts over the whole paste.
    pub summary: Summary,
    /// Every line of the paste, in order.
    pub lines: Vec<Line>,
    /// Every trace, in the order in which they begin.
    pub traces: Vec<Trace>,
}

/// Counts over the whole paste. `read + unread + blank = lines`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Size of the pasted text in bytes.
    pub bytes: u64,
    /// Lines of the pasted text.
    pub lines: u32,
    /// Lines that a format claimed.
    pub read: u32,
    /// Lines that no format claimed.
    pub unread: u32,
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
    /// What the lines do not say about time and was assumed somewhere in the paste.
    pub assumed: Vec<Assumed>,
    /// True when at least one line holds a password, masked everywhere.
    pub passwords: bool,
    /// What the paste lacks as a whole, and why the order of its lines may not be that of the events.
    pub notices: Vec<Notice>,
}

/// Something to be known about the paste as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// In plain words.
    pub text: String,
    /// The line, from 1, where it shows first.
    pub line: Option<u32>,
}

/// How many traces there are of each type.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
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
}

/// How many delivery attempts ended in each way.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
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

/// Something about a time that the line itself does not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Assumed {
    /// The stamp names no time zone; the source zone of the settings was taken.
    Zone,
    /// The stamp names no year.
    Year,
}

/// One line of the paste with its meaning.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// Line number, from 1.
    pub line: u32,
    /// The time as UTC, RFC 3339, with as many digits as the line has.
    pub time: Option<String>,
    /// The time as the settings show it: as written, or in the zone that was asked for.
    pub shown: Option<String>,
    /// What `time` rests on that the line does not say.
    pub assumed: Vec<Assumed>,
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
}

/// One part of a line and its meaning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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

/// How much a line or trace matters to somebody who looks for a problem.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Neutral progress.
    #[default]
    Info,
    /// Something worked.
    Success,
    /// It will be tried again.
    Temporary,
    /// Something is off; the software carries on.
    Warning,
    /// It failed for good.
    Permanent,
    /// The operator of the server must act.
    Alert,
}

/// What a trace is the story of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TraceType {
    /// One life of a message in one queue.
    Message,
    /// A log-in or mailbox session.
    Session,
    /// A `SpamAssassin` scan.
    Scan,
    /// A connection that carried no message that we know of.
    Connection,
    /// A pasted SMTP transcript.
    Dialogue,
    /// A pasted bounce notice.
    Bounce,
}

/// How a message or another trace came out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// Every recipient failed, or the thing that was tried was refused.
    Failed,
    /// Some recipients were served and some failed.
    Partial,
    /// Still being tried.
    Deferred,
    /// The paste ends before the trace does.
    Open,
    /// The paste does not tell.
    #[default]
    Unknown,
    /// It worked.
    Delivered,
}

impl Outcome {
    /// True where somebody may have to act: it failed, in full or in part, or is still being tried.
    pub fn is_problem(self) -> bool {
        matches!(self, Outcome::Failed | Outcome::Partial | Outcome::Deferred)
    }
}

/// How one delivery attempt ended.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AttemptOutcome {
    /// Delivered, or accepted by the other server.
    Success,
    /// Put off; it will be tried again.
    Deferral,
    /// Failed for good.
    Failure,
    /// No result in the paste.
    #[default]
    Open,
}

/// The result of a log-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Login {
    /// It worked.
    Ok,
    /// It was refused.
    Failed,
    /// None was tried.
    None,
}

/// Lines that belong together: one message's life in one queue, one session, one scan, one dialogue.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Trace {
    /// The number of the trace in this report, from 0.
    pub trace: u32,
    /// What it is the story of.
    #[serde(rename = "type")]
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
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
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
    /// The result in the log's own words, decoded.
    pub text: Option<String>,
}

/// The verdict of one spam scan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// The other trace.
    pub trace: u32,
    /// What the other trace is to this one: `bounce`, `original`, `forward`, `forwarded-from`, …
    pub how: String,
    /// How sure the tie is, in words; `None` when the log states it.
    pub doubt: Option<String>,
}

/// What happened, why, who must act and what to do next.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
}

/// One sentence of an explanation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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

/// The lines that a sentence rests on, from 1: never none, so a sentence without a citation cannot be built.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<u32>", into = "Vec<u32>")]
pub struct Cited(Vec<u32>);

impl Cited {
    /// One line, and as many more as there are.
    pub fn new(first: u32, more: impl IntoIterator<Item = u32>) -> Cited {
        let mut lines: Vec<u32> = std::iter::once(first).chain(more).collect();
        lines.sort_unstable();
        lines.dedup();
        Cited(lines)
    }
}

impl std::ops::Deref for Cited {
    type Target = [u32];

    fn deref(&self) -> &[u32] {
        &self.0
    }
}

impl From<Cited> for Vec<u32> {
    fn from(cited: Cited) -> Vec<u32> {
        cited.0
    }
}

impl TryFrom<Vec<u32>> for Cited {
    type Error = &'static str;

    fn try_from(lines: Vec<u32>) -> Result<Cited, Self::Error> {
        if lines.is_empty() { Err("a sentence rests on at least one line") } else { Ok(Cited(lines)) }
    }
}

/// A station of the mail flow, in the order that mail takes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// The person or program that sends.
    #[default]
    Sender,
    /// The SMTP service of our server.
    OurServer,
    /// The queue of our server.
    Queue,
    /// The look-up of the receiving server.
    Dns,
    /// The receiving server.
    TheirServer,
    /// The mailbox.
    Mailbox,
}

/// Who must act.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Party {
    /// The person who sends.
    Sender,
    /// The person who should get the mail.
    Recipient,
    /// The people who run the server of this log.
    OurServer,
    /// The people who run the server at the other end.
    TheirServer,
    /// Whoever keeps the domain's DNS records.
    Dns,
    /// Nobody.
    #[default]
    Nobody,
}

/// Whether waiting helps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lasts {
    /// It is tried again by itself.
    Temporary,
    /// It stays until somebody acts.
    Permanent,
}

/// One next step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// What to do and why.
    pub text: String,
    /// The command to copy, where there is one.
    pub command: Option<String>,
}

/// One row of the list of traces: what is needed to recognise it, and no more.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// The trace.
    pub trace: u32,
    /// What it is the story of.
    #[serde(rename = "type")]
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
    /// Time of the first line as the settings show it.
    pub shown: Option<String>,
    /// Delivery attempts.
    pub attempts: u32,
}
