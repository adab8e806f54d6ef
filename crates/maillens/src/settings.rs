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
    /// Servers and domains, by name or address, that are ours though nothing in the log says so.
    pub ours: Vec<String>,
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
        Settings {
            show: Show::Written,
            source_zone: Zone::utc(),
            year: None,
            now,
            mend: true,
            ours: Vec::new(),
        }
    }

    /// The names in a text that has commas or blanks between them.
    #[must_use]
    pub fn names(text: &str) -> Vec<String> {
        text.split([',', ' ']).filter(|name| !name.is_empty()).map(str::to_owned).collect()
    }

    /// True for a host or an address that was named as ours, or stands under a domain that was.
    #[must_use]
    pub fn is_ours(&self, host: &str) -> bool {
        let host = host.trim_end_matches('.');
        self.ours.iter().any(|ours| {
            let under = host.len().checked_sub(ours.len()).and_then(|at| host.get(at..).zip(host.get(..at)));
            under.is_some_and(|(end, before)| {
                end.eq_ignore_ascii_case(ours) && (before.is_empty() || before.ends_with('.'))
            })
        })
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

#[cfg(test)]
mod tests {
    use super::Settings;

    #[test]
    fn what_stands_under_a_domain_of_ours_is_ours() {
        let named = ["firma.example", "192.0.2.25"].map(str::to_owned).to_vec();
        let settings = Settings { ours: named, ..Settings::at(0) };
        let ours = |host| settings.is_ours(host);
        assert!(ours("firma.example") && ours("relay.Firma.example.") && ours("192.0.2.25"));
        assert!(!ours("firma.example.org") && !ours("notfirma.example") && !ours("1192.0.2.25") && !ours(""));
    }
}
