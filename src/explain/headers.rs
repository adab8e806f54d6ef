//! The headers of a mail: the way that it took, with the time spent at each hop, and what was found out
//! about where it comes from.

use super::document::{Document, Told, sentence};
use crate::format::Role;
use crate::report::export::{Cited, Explanation, Level, Party, Sentence, Stage};
use crate::time::civil;
use std::fmt::Write;

/// From this many seconds on, a hop is slow.
const SLOW: i64 = 300;

/// One server that took the mail.
struct Hop {
    lines: Vec<u32>,
    text: String,
}

impl Hop {
    /// The word after ` by ` or `from `.
    fn word(&self, before: &str) -> Option<&str> {
        let text = self.text.strip_prefix("Received: ").unwrap_or(&self.text);
        let after = match text.strip_prefix(before.trim_start()) {
            Some(after) => after,
            None => text.split_once(before)?.1,
        };
        after.split_whitespace().next()
    }

    /// When it took the mail, in seconds since 1970.
    fn at(&self) -> Option<i64> {
        date(self.text.rsplit_once(';')?.1)
    }

    fn cited(&self) -> Cited {
        Cited::new(self.lines[0], self.lines.iter().copied())
    }
}

/// A date as mails have it, `Sat, 21 Nov 2026 19:10:56 +0000 (UTC)`, in seconds since 1970.
fn date(text: &str) -> Option<i64> {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let text = text.split_once(',').map_or(text, |(_, rest)| rest);
    let mut words = text.split_whitespace();
    let day = words.next()?.parse().ok()?;
    let name = words.next()?;
    let month = MONTHS.iter().position(|month| name.eq_ignore_ascii_case(month))? as u32 + 1;
    let year = words.next()?.parse().ok()?;
    let mut clock = words.next()?.split(':').map(|part| part.parse::<u32>().ok());
    let (hour, minute) = (clock.next()??, clock.next()??);
    let second = clock.next().flatten().unwrap_or(0);
    let zone = words.next().unwrap_or("+0000");
    let offset = match zone.get(1..5).and_then(|digits| digits.parse::<i64>().ok()) {
        Some(digits) => {
            let seconds = digits / 100 * 3600 + digits % 100 * 60;
            if zone.starts_with('-') { -seconds } else { seconds }
        }
        None => 0,
    };
    Some(civil(year, month, day, hour, minute, second)? - offset)
}

/// The hops, the first server first.
fn hops(document: &Document<'_>) -> Vec<Hop> {
    let mut hops: Vec<Hop> = Vec::new();
    let mut open = false;
    for told in &document.lines {
        if told.id().starts_with("received") && told.text().to_ascii_lowercase().starts_with("received:") {
            hops.push(Hop { lines: vec![told.line], text: told.text() });
            open = true;
        } else if open && is_more(told) {
            if let Some(hop) = hops.last_mut() {
                hop.lines.push(told.line);
                hop.text.push(' ');
                hop.text.push_str(&told.text());
            }
        } else {
            open = false;
        }
    }
    hops.reverse();
    hops
}

/// True for a line that goes on with the header before it.
fn is_more(told: &Told<'_>) -> bool {
    told.id() == "goes-on" || told.id().starts_with("received-")
}

/// A length of time in words.
fn spent(seconds: i64) -> String {
    let one =
        |number: i64, unit: &str| if number == 1 { format!("1 {unit}") } else { format!("{number} {unit}s") };
    match seconds {
        0..=119 => one(seconds, "second"),
        120..=7199 => one(seconds / 60, "minute"),
        7200..=172_799 => one(seconds / 3600, "hour"),
        _ => one(seconds / 86_400, "day"),
    }
}

/// What the headers mean.
pub(super) fn explain(document: &Document<'_>) -> Explanation {
    let hops = hops(document);
    let mut story: Vec<Sentence> = Vec::new();
    let mut slowest: Option<(i64, &Hop)> = None;
    let mut before: Option<i64> = None;
    for hop in &hops {
        let by = hop.word(" by ").unwrap_or("a server");
        let from = hop.word("from ").map_or_else(String::new, |from| format!(" from {from}"));
        let mut text = format!("The server {by} took the mail{from}.");
        let mut level = Level::Info;
        if hop.text.contains("(qmail ") {
            text = "The server's qmail put the mail into its queue.".into();
        }
        if let (Some(before), Some(now)) = (before, hop.at()) {
            let gap = now - before;
            if gap < -1 {
                let _ = write!(
                    text,
                    " By its clock that was {} before the hop before: the clocks of the two servers differ.",
                    spent(-gap)
                );
                level = Level::Warning;
            } else {
                let _ = write!(text, " That was {} after the hop before.", spent(gap.max(0)));
                if gap >= SLOW {
                    level = Level::Warning;
                }
                if slowest.is_none_or(|(most, _)| gap > most) {
                    slowest = Some((gap, hop));
                }
            }
        }
        before = hop.at().or(before);
        story.push(sentence(text, hop.cited(), level));
    }
    let checks = ["authentication", "spf", "spam-status", "spam-flag", "panel-", "return-path", "automatic"];
    for told in &document.lines {
        if checks.iter().any(|check| told.id().starts_with(check)) {
            story.push(sentence(told.says(), Cited::new(told.line, []), Level::Info));
        }
    }
    let total = hops.first().and_then(Hop::at).zip(hops.last().and_then(Hop::at)).map(|(from, to)| to - from);
    let first = document.lines.first().map_or(1, |told| told.line);
    let (headline, cites) = match (slowest.filter(|(gap, _)| *gap >= SLOW), total) {
        (Some((gap, hop)), _) => {
            let by = hop.word(" by ").unwrap_or("one server");
            (format!("The mail waited {} before {by} took it.", spent(gap)), hop.cited())
        }
        (None, Some(total)) if hops.len() > 1 => {
            let text = format!("The mail passed {} stations in {}.", hops.len(), spent(total.max(0)));
            (text, Cited::new(first, hops.iter().flat_map(|hop| hop.lines.iter().copied())))
        }
        _ => ("The headers of a mail.".into(), Cited::new(first, [])),
    };
    let mut missing = Vec::new();
    if hops.is_empty() {
        missing.push("The Received lines: they show the way that the mail took.".into());
    }
    if document.first(Role::MessageId, |_| true).is_none() {
        missing.push("The Message-ID, which would lead to the lines of a log.".into());
    }
    Explanation {
        headline,
        cites,
        story,
        stage: Stage::Mailbox,
        party: Party::Nobody,
        lasts: None,
        next: Vec::new(),
        missing,
    }
}

#[cfg(test)]
mod tests {
    use super::{date, spent};

    #[test]
    fn dates_of_mails_are_read_with_their_zones() {
        for (text, want) in [
            (" Sat, 21 Nov 2026 19:10:56 +0000", Some(1_795_288_256)),
            ("Sat, 21 Nov 2026 20:10:56 +0100 (CET)", Some(1_795_288_256)),
            ("21 Nov 2026 19:10:56 -0000", Some(1_795_288_256)),
            ("Sat, 21 Nov 2026 14:10:56 -0500", Some(1_795_288_256)),
            ("Sat, 21 Nov 2026 19:10:56 GMT", Some(1_795_288_256)),
            ("soon", None),
            ("", None),
        ] {
            assert_eq!(date(text), want, "{text}");
        }
    }

    #[test]
    fn lengths_of_time_are_for_people() {
        assert_eq!(
            [spent(1), spent(59), spent(300), spent(90_000)].join(", "),
            "1 second, 59 seconds, 5 minutes, 25 hours"
        );
    }
}
