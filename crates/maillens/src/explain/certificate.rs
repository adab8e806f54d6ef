//! A server that still shows the certificate that it began with, while its file holds a newer one: it shows by what openssl and
//! certbot print beside each other.

use super::is;
use crate::log::Log;
use crate::text::lossy;
use crate::time::MONTHS;
use crate::vocabulary::Sign;
use std::fmt;

/// A command stands no more lines above what it printed.
const FAR: u32 = 100;

/// The last day of a certificate: its year, its month from 0, its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct LastDay(u32, usize, u32);

/// `November 15, 2026`
impl fmt::Display for LastDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}, {}", MONTHS[self.1], self.2, self.0)
    }
}

impl LastDay {
    /// As openssl and certbot write it: `May 30 08:00:00 2026 GMT`, `2026-08-29 04:11:09+00:00`.
    fn of(text: &str) -> Option<LastDay> {
        let end = ["NotAfter: ", "notAfter=", "Expiry Date: "]
            .iter()
            .find_map(|of| Some(text.split_once(of)?.1))?;
        let words: Vec<&str> = end.split_whitespace().collect();
        if let Some(month) = MONTHS.iter().position(|month| month.get(..3) == words.first().copied()) {
            return Some(LastDay(words.get(3)?.parse().ok()?, month, words.get(1)?.parse().ok()?));
        }
        let mut date = words.first()?.split('-');
        let (year, month, day) = (date.next()?, date.next()?, date.next()?);
        let month = month.parse::<usize>().ok().filter(|month| (1..=12).contains(month))?;
        Some(LastDay(year.parse().ok()?, month - 1, day.parse().ok()?))
    }
}

/// The two certificates, by the lines, from 1, that show them.
pub(super) struct NotLoaded {
    pub shown: u32,
    pub ended: LastDay,
    pub in_file: u32,
    pub until: LastDay,
    /// The commands that printed it.
    pub commands: Vec<u32>,
}

/// What lines from `first` to `last`, and those around them, show of it.
pub(super) fn not_loaded(log: &Log, first: u32, last: u32) -> Option<NotLoaded> {
    let body = |line: u32| lossy(log.parse(line - 1).body()).into_owned();
    let near = first.saturating_sub(FAR).max(1)..=last.saturating_add(FAR).min(log.lines());
    let ends = near.filter(|line| is(log, *line, Sign::CertificateEnd));
    let ends = ends.filter_map(|line| Some((line, LastDay::of(&body(line))?)));
    // What a call of the server shows stands below that call, with no other command between.
    let command = |line: u32| {
        let before = (1..line).rev().take(FAR as usize).map(|line| (line, body(line)));
        before.into_iter().find(|(_, text)| ["openssl ", "certbot "].iter().any(|of| text.contains(of)))
    };
    let served = |line: u32| command(line).is_some_and(|(_, text)| text.contains("s_client"));
    let (shown, in_file): (Vec<_>, Vec<_>) = ends.partition(|end| served(end.0));
    let ((shown, ended), (in_file, until)) = (*shown.first()?, *in_file.first()?);
    let commands = [shown, in_file].into_iter().filter_map(|line| Some(command(line)?.0)).collect();
    (ended < until).then_some(NotLoaded { shown, ended, in_file, until, commands })
}
