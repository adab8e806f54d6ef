//! maillens reads mail-server logs, groups their lines and says in plain English what happened.

#![forbid(unsafe_code)]

pub mod explain;
pub mod format;
pub mod frame;
pub mod knowledge;
pub mod pattern;
pub mod report;
pub mod text;
pub mod time;
pub mod trace;

use report::export::{Line, Row, Summary, Trace};
use serde::{Deserialize, Serialize};
pub use time::zone::Zone;

/// What the reader of a log chooses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// How times are shown.
    pub show: Show,
    /// The zone of stamps that name none.
    pub source_zone: Zone,
    /// The year of the first stamp that names none; `None`: so that no line lies after `now`.
    pub year: Option<i32>,
    /// Seconds since 1970 at which the log is read; the engine has no clock of its own.
    pub now: i64,
}

/// How times are shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Show {
    /// As the line has them; TAI64N labels in the source zone.
    Written,
    /// In this zone.
    In(Zone),
}

/// Takes the bytes of a log piece by piece and indexes them as they come.
#[derive(Debug)]
pub struct Reader(());

impl Reader {
    /// An empty log.
    pub fn new(_settings: Settings) -> Reader {
        Reader(())
    }
    /// Makes room for this many more bytes at once.
    pub fn reserve(&mut self, _bytes: usize) {}
    /// Adds the next bytes; they may end anywhere.
    pub fn push(&mut self, _bytes: &[u8]) {}
    /// Ends the log and ties its traces together.
    pub fn finish(self) -> Log {
        todo!()
    }
}

/// A log that was read: answers questions about any line or trace.
#[derive(Debug)]
pub struct Log(());

impl Log {
    /// Counts over the whole log.
    pub fn summary(&self) -> Summary {
        todo!()
    }
    /// Shows times in another way from now on; reads the log again where the zone or year of its stamps changed.
    pub fn set(&mut self, _settings: Settings) {}
    /// The traces that match a query, most serious first; an empty query matches all.
    pub fn find(&self, _query: &str) -> Vec<u32> {
        todo!()
    }
    /// What the list of traces shows of one; `None` past the last trace.
    pub fn row(&self, _trace: u32) -> Option<Row> {
        todo!()
    }
    /// One trace with its explanation.
    pub fn trace(&self, _trace: u32) -> Option<Trace> {
        todo!()
    }
    /// The lines of one trace, from 1, ascending.
    pub fn lines_of(&self, _trace: u32) -> &[u32] {
        todo!()
    }
    /// One line, counted from 1.
    pub fn line(&self, _line: u32) -> Option<Line> {
        todo!()
    }
    /// The lines that no format claimed, from 1, ascending.
    pub fn unread(&self) -> Vec<u32> {
        todo!()
    }
}
