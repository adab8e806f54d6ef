//! What the reader of a log chooses.

use crate::time::zone::Zone;

/// What the reader of a log chooses.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Settings {
    /// How times are shown.
    pub show: Show,
    /// The zone of stamps that name none.
    pub source_zone: Zone,
    /// The year of the first stamp that names none; `None`: so that no line lies after `now`.
    pub year: Option<i32>,
    /// Seconds since 1970 at which the log is read; the engine has no clock of its own.
    pub now: i64,
    /// Whether what tickets do to logs is undone before a line is read.
    pub mend: bool,
}

impl Settings {
    /// The plain choice at `now` (seconds since 1970): times as they are written, UTC where a stamp names no
    /// zone, no year named, damage undone. What else is chosen is written over it:
    ///
    /// ```
    /// use maillens::Settings;
    /// let settings = Settings { year: Some(2026), ..Settings::at(0) };
    /// # assert!(settings.mend);
    /// ```
    #[must_use]
    pub fn at(now: i64) -> Settings {
        Settings { show: Show::Written, source_zone: Zone::utc(), year: None, now, mend: true }
    }
}

/// How times are shown.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Show {
    /// As the line has them; TAI64N labels in the source zone.
    Written,
    /// In this zone.
    In(Zone),
}
