//! When a line was written: TAI64N labels, written stamps, zones, and what had to be assumed.

pub mod ids;
pub mod month;
pub mod tai64n;
pub mod zone;

use crate::vocabulary::Assumed;
use chrono::{DateTime, Datelike, NaiveDate, Timelike};
use std::fmt::{self, Write};
use zone::Zone;

/// A stamp as a line has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// Seconds since 1970: of the instant when `basis` is [`Basis::Exact`], else of the wall-clock time
    /// as if it were UTC. Without a year it counts from the start of the year 0 of the calendar.
    pub seconds: i64,
    /// Nanoseconds; over 999999999 only in a malformed TAI64N label.
    pub nanos: u32,
    /// Digits after the decimal point in the line.
    pub digits: u8,
    /// What the line says about the instant.
    pub basis: Basis,
}

/// What a stamp says about the instant it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// All: a TAI64N label, or a written time with its offset.
    Exact,
    /// A wall-clock time in a zone that is not named.
    Wall,
    /// A wall-clock time without a year, in a zone that is not named.
    WallWithoutYear,
}

impl Basis {
    /// What has to be assumed to know the instant.
    pub fn assumed(self) -> &'static [Assumed] {
        match self {
            Basis::Exact => &[],
            Basis::Wall => &[Assumed::Zone],
            Basis::WallWithoutYear => &[Assumed::Zone, Assumed::Year],
        }
    }
}

/// An instant: nanoseconds since 1970, UTC. Covers the years 1678 to 2261.
pub type Instant = i64;

/// The instant of a line that has none, or none that can be told.
pub const NEVER: Instant = Instant::MIN;

/// Turns stamps into instants, in the order in which the lines stand.
///
/// The one place where a missing zone or year is assumed.
#[derive(Debug, Clone)]
pub struct Clock {
    zone: Zone,
    year: i32,
    month: u32,
    /// The latest instant that rests on an assumed year.
    latest: Instant,
    /// The latest one whose year stands in the line.
    dated: Instant,
}

impl Clock {
    /// A clock for stamps of this zone; `year` is that of the first stamp without one.
    pub fn new(zone: Zone, year: i32) -> Clock {
        Clock { zone, year, month: 0, latest: NEVER, dated: NEVER }
    }

    /// The instant of the next stamp.
    pub fn instant(&mut self, stamp: Stamp) -> Instant {
        let seconds = match stamp.basis {
            Basis::Exact => stamp.seconds,
            Basis::Wall => self.zone.instant_of(stamp.seconds),
            Basis::WallWithoutYear => {
                let wall = self.in_year(stamp.seconds);
                self.zone.instant_of(wall)
            }
        };
        let instant = seconds
            .checked_mul(1_000_000_000)
            .and_then(|nanos| nanos.checked_add(i64::from(stamp.nanos)))
            .unwrap_or(NEVER);
        let latest = if stamp.basis == Basis::WallWithoutYear { &mut self.latest } else { &mut self.dated };
        *latest = (*latest).max(instant);
        instant
    }

    /// The latest instant whose year was assumed; [`NEVER`] when there is none.
    pub fn latest_assumed(&self) -> Instant {
        self.latest
    }

    /// The latest instant whose year was stated; [`NEVER`] when there is none.
    pub fn latest_dated(&self) -> Instant {
        self.dated
    }

    /// Moves a wall-clock time of the year 0 into the year that it must be: the year turns when the
    /// month falls from the end of a year to the start of one, and a line that is late by a moment
    /// belongs to the old year.
    fn in_year(&mut self, seconds: i64) -> i64 {
        let Some(time) = DateTime::from_timestamp(seconds, 0) else { return seconds };
        let month = time.month();
        let mut year = self.year;
        if self.month >= 10 && month <= 3 {
            self.year += 1;
            year = self.year;
            self.month = month;
        } else if self.month != 0 && self.month <= 3 && month >= 10 {
            year -= 1;
        } else {
            self.month = month;
        }
        // 29 February in a year that has none is the first of March.
        let day = NaiveDate::from_ymd_opt(year, month, time.day())
            .or_else(|| NaiveDate::from_ymd_opt(year, 3, 1))
            .unwrap_or_default();
        days(day) * 86_400 + i64::from(time.num_seconds_from_midnight())
    }
}

/// Days from 1970-01-01.
fn days(date: NaiveDate) -> i64 {
    i64::from(date.num_days_from_ce()) - 719_163
}

/// Seconds since 1970 of a date and time of day, as if in UTC; `None` for a date that does not exist.
/// A leap second (60) counts as the first second of the next minute, as the Unix clock has it.
pub fn civil(year: i32, month: u32, day: u32, hour: u32, minute: u32, second: u32) -> Option<i64> {
    if hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let date = NaiveDate::from_ymd_opt(year, month, day)?;
    Some(days(date) * 86_400 + i64::from(hour * 3600 + minute * 60 + second))
}

/// The year of an instant given in seconds since 1970.
pub fn year_of(unix: i64) -> i32 {
    DateTime::from_timestamp(unix, 0).map_or(1970, |time| time.year())
}

/// `2023-07-26T14:28:27.917076500Z`, with this many digits after the point.
pub fn rfc3339(instant: Instant, digits: u8) -> String {
    let mut text = wall(instant.div_euclid(1_000_000_000), 'T');
    push_fraction(&mut text, (instant.rem_euclid(1_000_000_000)) as u32, digits);
    text.push('Z');
    text
}

/// `2023-07-26 14:28:27.917 BST`-like: the wall-clock time in a zone, with its offset as a name that
/// everybody understands: `UTC`, or `UTC+05:30`.
pub fn in_zone(instant: Instant, digits: u8, zone: &Zone) -> String {
    let unix = instant.div_euclid(1_000_000_000);
    let offset = zone.offset_at(unix);
    let mut text = wall(unix + i64::from(offset), ' ');
    push_fraction(&mut text, (instant.rem_euclid(1_000_000_000)) as u32, digits);
    text.push_str(" UTC");
    if offset != 0 {
        let minutes = offset.abs() / 60;
        let sign = if offset < 0 { '-' } else { '+' };
        write!(text, "{sign}{:02}:{:02}", minutes / 60, minutes % 60).unwrap_or_default();
    }
    text
}

/// A time as a calendar and a clock on the wall have it, for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WallTime {
    /// The year, where it is known.
    pub year: Option<i32>,
    /// The month, from 1.
    pub month: u32,
    /// The day of the month.
    pub day: u32,
    /// The hour, from 0 to 23.
    pub hour: u32,
    /// The minute.
    pub minute: u32,
    /// The name of the zone, where it is known: `UTC`, `Europe/London`.
    pub zone: Option<String>,
}

impl WallTime {
    /// An instant in a zone; `None` for a time that no calendar has.
    pub fn of(instant: Instant, zone: &Zone) -> Option<WallTime> {
        let unix = instant.div_euclid(1_000_000_000);
        let time = DateTime::from_timestamp(unix.checked_add(i64::from(zone.offset_at(unix)))?, 0)?;
        Some(WallTime {
            year: Some(time.year()),
            month: time.month(),
            day: time.day(),
            hour: time.hour(),
            minute: time.minute(),
            // What stands in this folder of the zones is no place.
            zone: Some(zone.name().trim_start_matches("Etc/").to_owned()),
        })
    }

    /// The name of its month, of these twelve.
    pub fn month_of<'a>(&self, months: &[&'a str; 12]) -> &'a str {
        months[(self.month as usize).saturating_sub(1) % months.len()]
    }

    /// True for a time of the same day.
    pub fn is_day_of(&self, other: &WallTime) -> bool {
        (self.year, self.month, self.day) == (other.year, other.month, other.day)
    }

    /// `July 26, 2023`; without the year where it isn't known.
    pub fn day_in_words(&self) -> String {
        let month = self.month_of(&MONTHS);
        let year = self.year.map_or_else(String::new, |year| format!(", {year}"));
        format!("{month} {}{year}", self.day)
    }

    /// `2:28 PM (London time)`; without the zone where it isn't known.
    pub fn clock_in_words(&self) -> String {
        let half = if self.hour < 12 { "AM" } else { "PM" };
        let zone = match (self.city(), &self.zone) {
            (Some(city), _) => format!(" ({city} time)"),
            (None, Some(zone)) => format!(" ({zone})"),
            (None, None) => String::new(),
        };
        format!("{}:{:02} {half}{zone}", (self.hour + 11) % 12 + 1, self.minute)
    }

    /// The city by whose clocks it goes: `London`, of `Europe/London`.
    pub fn city(&self) -> Option<String> {
        Some(self.zone.as_deref()?.rsplit_once('/')?.1.replace('_', " "))
    }
}

/// `July 26, 2023 at 2:28 PM (UTC)`.
impl fmt::Display for WallTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at {}", self.day_in_words(), self.clock_in_words())
    }
}

/// The months by their names.
pub(crate) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// What `tai64nlocal` prints for a label, in a zone: nine digits, never cut, no zone. `None` for a year
/// that no calendar has.
pub fn tai64nlocal(unix: i64, nanos: u32, zone: &Zone) -> Option<String> {
    let wall_seconds = unix.checked_add(i64::from(zone.offset_at(unix)))?;
    DateTime::from_timestamp(wall_seconds, 0)?;
    let mut text = wall(wall_seconds, ' ');
    write!(text, ".{nanos:09}").unwrap_or_default();
    Some(text)
}

fn wall(seconds: i64, between: char) -> String {
    let Some(time) = DateTime::from_timestamp(seconds, 0) else { return String::from("?") };
    format!(
        "{:04}-{:02}-{:02}{between}{:02}:{:02}:{:02}",
        time.year(),
        time.month(),
        time.day(),
        time.hour(),
        time.minute(),
        time.second()
    )
}

fn push_fraction(text: &mut String, nanos: u32, digits: u8) {
    if digits > 0 {
        let all = format!("{nanos:09}");
        text.push('.');
        text.push_str(&all[..usize::from(digits).min(9)]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stamp(seconds: i64, basis: Basis) -> Stamp {
        Stamp { seconds, nanos: 0, digits: 0, basis }
    }

    #[test]
    fn a_log_without_years_crosses_new_year_and_back_by_one_late_line() {
        let mut clock = Clock::new(Zone::utc(), 2026);
        let december = civil(0, 12, 31, 23, 59, 59).unwrap_or_default();
        let january = civil(0, 1, 1, 0, 0, 0).unwrap_or_default();
        let times: Vec<String> = [december, january, december, january]
            .iter()
            .map(|&seconds| rfc3339(clock.instant(stamp(seconds, Basis::WallWithoutYear)), 0))
            .collect();
        assert_eq!(
            times,
            ["2026-12-31T23:59:59Z", "2027-01-01T00:00:00Z", "2026-12-31T23:59:59Z", "2027-01-01T00:00:00Z"]
        );
    }

    #[test]
    fn times_show_the_digits_of_the_line_and_name_their_zone() {
        let instant = 1_690_381_564_917_043_652;
        assert_eq!(rfc3339(instant, 9), "2023-07-26T14:26:04.917043652Z");
        assert_eq!(rfc3339(instant, 0), "2023-07-26T14:26:04Z");
        assert_eq!(in_zone(instant, 3, &Zone::utc()), "2023-07-26 14:26:04.917 UTC");
        let time = WallTime::of(instant, &Zone::utc()).expect("a time of a calendar");
        assert_eq!(time.to_string(), "July 26, 2023 at 2:26 PM (UTC)");
        let bare = WallTime { year: None, zone: None, ..time };
        assert_eq!(bare.to_string(), "July 26 at 2:26 PM");
        let kolkata = Zone::probe("Asia/Kolkata", |_| 19_800);
        assert_eq!(in_zone(instant, 0, &kolkata), "2023-07-26 19:56:04 UTC+05:30");
    }

    #[test]
    fn a_label_beyond_every_calendar_has_no_local_time() {
        assert_eq!(tai64nlocal(i64::MAX, 0, &Zone::utc()), None);
        assert_eq!(tai64nlocal(0, u32::MAX, &Zone::utc()).as_deref(), Some("1970-01-01 00:00:00.4294967295"));
    }
}
