//! A time zone as data.
//!
//! The engine keeps no zone database. Whoever uses it hands one zone over as a table of offsets: the
//! terminal tool makes it from chrono-tz, the page from the browser's own `Intl`.

/// A zone: its name and from when on which offset holds.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Zone {
    name: String,
    /// Offset in seconds east of UTC before the first change.
    first: i32,
    /// Seconds since 1970 (UTC) of each change, ascending, and the offset in seconds from then on.
    changes: Vec<(i64, i32)>,
}

impl Zone {
    /// Coordinated universal time.
    pub fn utc() -> Zone {
        Zone { name: "UTC".into(), first: 0, changes: Vec::new() }
    }

    /// A zone from any function that tells the offset (seconds east of UTC) at an instant (seconds
    /// since 1970). The years 1900 to 2100 are probed; two changes closer than 12 days would be missed,
    /// and no zone has any.
    pub fn probe(name: impl Into<String>, offset_at: impl Fn(i64) -> i32) -> Zone {
        const STEP: i64 = 12 * 86_400;
        const FROM: i64 = -2_208_988_800;
        const TO: i64 = 4_133_980_800;
        let first = offset_at(FROM);
        let mut changes = Vec::new();
        let (mut at, mut offset) = (FROM, first);
        while at < TO {
            let next = at + STEP;
            let after = offset_at(next);
            if after != offset {
                let (mut low, mut high) = (at, next);
                while high - low > 1 {
                    let middle = low.midpoint(high);
                    if offset_at(middle) == offset { low = middle } else { high = middle }
                }
                changes.push((high, after));
                offset = after;
            }
            at = next;
        }
        Zone { name: name.into(), first, changes }
    }

    /// The IANA name, or `UTC`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Seconds east of UTC at an instant in seconds since 1970.
    pub fn offset_at(&self, unix: i64) -> i32 {
        let after = self.changes.partition_point(|&(from, _)| from <= unix);
        if after == 0 { self.first } else { self.changes[after - 1].1 }
    }

    /// The instant, in seconds since 1970, of a wall-clock time given as if it were UTC.
    ///
    /// A wall-clock time that happens twice is taken as its first time, one that is skipped is
    /// moved forward by the gap, as `mktime` does.
    pub fn instant_of(&self, wall: i64) -> i64 {
        let early = wall - i64::from(self.offset_at(wall - 86_400));
        if early + i64::from(self.offset_at(early)) == wall {
            return early;
        }
        let late = wall - i64::from(self.offset_at(wall + 86_400));
        if late + i64::from(self.offset_at(late)) == wall { late } else { early }
    }
}
