//! A stretch of time in buckets of a round width.

use crate::time::zone::Zone;
use crate::time::{Instant, NEVER};

/// At most so many buckets, so that each can be seen and pointed at.
const MOST: i64 = 120;

/// Widths that people count in, in seconds: 1 s to 30 s, 1 to 30 minutes, 1 to 12 hours, days and more.
const WIDTHS: [i64; 22] = [
    1,
    2,
    5,
    10,
    15,
    30,
    60,
    120,
    300,
    600,
    900,
    1_800,
    3_600,
    7_200,
    10_800,
    21_600,
    43_200,
    86_400,
    604_800,
    2_592_000,
    31_536_000,
    315_360_000,
];

/// Buckets over a stretch of time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Scale {
    /// The first second of the first bucket, since 1970 UTC.
    pub start: i64,
    /// The width of a bucket in seconds; 0 where there is none.
    pub width: i64,
    /// How many there are.
    pub count: i64,
}

impl Scale {
    /// Buckets that hold both instants. They begin where a clock in this zone shows a round time.
    pub fn over(from: Instant, to: Instant, zone: &Zone) -> Scale {
        let (from, to) = (from.div_euclid(1_000_000_000), to.div_euclid(1_000_000_000));
        let offset = i64::from(zone.offset_at(from));
        let of = |width: i64| {
            let start = (from + offset).div_euclid(width) * width - offset;
            Scale { start, width, count: (to - start) / width + 1 }
        };
        // The years of an instant, 1678 to 2261, fit into 120 buckets of the greatest width.
        let fits = WIDTHS.into_iter().map(of).find(|scale| scale.count <= MOST);
        fits.unwrap_or_else(|| of(WIDTHS[WIDTHS.len() - 1]))
    }

    /// The bucket that an instant is in.
    pub fn place(self, at: Instant) -> Option<usize> {
        if at == NEVER || self.width == 0 {
            return None;
        }
        let place = (at.div_euclid(1_000_000_000) - self.start).div_euclid(self.width);
        usize::try_from(place).ok().filter(|_| place < self.count)
    }

    /// The first second of every bucket.
    pub fn starts(self) -> impl Iterator<Item = i64> {
        (0..self.count).map(move |place| self.start + place * self.width)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: i64 = 1_000_000_000;

    #[test]
    fn a_moment_is_one_bucket_of_a_second() {
        let scale = Scale::over(7 * SECOND, 7 * SECOND + 5, &Zone::utc());
        assert_eq!(scale, Scale { start: 7, width: 1, count: 1 });
        assert_eq!(scale.place(7 * SECOND + 999), Some(0));
        assert_eq!(scale.place(8 * SECOND), None);
        assert_eq!(scale.place(NEVER), None);
    }

    #[test]
    fn the_width_is_the_least_round_one_that_fits() {
        for (span, width, count) in [(119, 1, 120), (120, 2, 61), (3_600, 60, 61), (86_400, 900, 97)] {
            let scale = Scale::over(0, span * SECOND, &Zone::utc());
            assert_eq!((scale.width, scale.count), (width, count), "{span} s");
            assert_eq!(scale.place(span * SECOND), usize::try_from(count - 1).ok());
        }
        let all = Scale::over(NEVER + 1, Instant::MAX, &Zone::utc());
        assert!(all.count <= MOST, "{all:?}");
    }

    #[test]
    fn days_begin_at_midnight_of_the_zone() {
        let kolkata = Zone::probe("Asia/Kolkata", |_| 19_800);
        let scale = Scale::over(40 * 86_400 * SECOND, 140 * 86_400 * SECOND, &kolkata);
        assert_eq!((scale.width, (scale.start + 19_800) % 86_400), (86_400, 0));
    }
}
