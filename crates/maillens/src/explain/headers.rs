//! The headers of a mail: the way that it took, with the time spent at each hop, and what was found out
//! about where it comes from.

pub(super) mod finding;

use super::document::{TakenApart, Told, sentence};
use crate::export::{Explanation, Sentence, Step};
use crate::format::Role;
use crate::time::civil;
use crate::vocabulary::{Circumstance, Cited, Level, Party, Sign, Stage};
use finding::{Observation, say};
use std::fmt::Write;

/// From this many seconds on, a hop is slow.
const SLOW: i64 = 300;

/// From this many seconds on, clocks that differ are worth a word.
const CLOCK: i64 = 60;

/// No outbox holds a message for so many seconds, and no time zone is that far off.
const DAYS: i64 = 30 * 86_400;

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

/// Where and when a mail waited longest on its way, for whoever isn't concerned with its hops.
pub(super) struct Stay {
    pub server: String,
    /// In seconds since 1970.
    pub since: i64,
    pub until: i64,
    /// The end as it's written.
    pub stamp: String,
}

/// The longest stay of a mail on one server.
#[derive(Clone, Copy)]
struct Wait<'a> {
    /// How long it stayed, in seconds.
    gap: i64,
    /// The server that had it.
    holder: &'a Hop,
    /// The server that took it then.
    hop: &'a Hop,
}

impl Wait<'_> {
    /// What is said of it, where `last` is the server that stored the mail.
    fn told(&self, document: &TakenApart<'_>, last: Option<&Hop>) -> Observation {
        let by = self.hop.word(" by ").unwrap_or("one server");
        let holder = self.holder.word(" by ").unwrap_or("the server before it");
        let ours = last.and_then(|last| last.word(" by ")).is_some_and(|last| site(last) == site(holder));
        let id = self.holder.word(" id ").map(|id| id.trim_end_matches(';'));
        let id = id.map(|id| format!("the queue id {id}"));
        let named =
            || document.first(Role::MessageId, |_| true).map(|(_, id)| format!("the Message-ID {id}"));
        let id = id.or_else(named).unwrap_or_else(|| "the recipient at that time".into());
        Observation {
            headline: format!(
                "The message waited {} before {by} accepted it; until then {holder} had it.",
                spent(self.gap)
            ),
            cites: Cited::new(self.hop.lines[0], self.hop.lines.iter().chain(&self.holder.lines).copied()),
            party: if ours { Party::OurServer } else { Party::TheirServer },
            shows: Some(Circumstance::HeldUp),
            next: vec![
                say(format!(
                    "Look in the log of {holder} for {id}: each attempt until then stands there, with the reply of {by}. If it's someone else's, send these headers to its administrator."
                )),
                say(format!(
                    "If {by} is ours, look in its log for {holder} at the same time: greylisting or a limit puts a server off, and an overloaded filter accepts late."
                )),
            ],
        }
    }
}

/// Where the mail waited longest, and long enough to be told.
fn slowest(hops: &[Hop]) -> Option<Wait<'_>> {
    let dated: Vec<(i64, &Hop)> = hops.iter().filter_map(|hop| Some((hop.at()?, hop))).collect();
    let waits = dated.windows(2).map(|of| Wait { gap: of[1].0 - of[0].0, holder: of[0].1, hop: of[1].1 });
    waits.filter(|wait| wait.gap >= SLOW).reduce(|most, wait| if wait.gap > most.gap { wait } else { most })
}

/// The same for a letter; nothing where the server isn't named.
pub(super) fn longest_wait(document: &TakenApart<'_>) -> Option<Stay> {
    let hops = hops(document);
    let wait = slowest(&hops)?;
    let (until, stamp) = (wait.hop.at()?, wait.hop.text.rsplit_once(';')?.1.to_owned());
    Some(Stay { server: wait.holder.word(" by ")?.to_owned(), since: until - wait.gap, until, stamp })
}

/// A server that took the mail before the one that it has it from: one of the two clocks is wrong.
fn clocks(before: &Hop, hop: &Hop, behind: i64, last: Option<&Hop>) -> Option<Observation> {
    let (by, from) = (hop.word(" by ")?, before.word(" by ")?);
    let ours = last.and_then(|last| last.word(" by ")).is_some_and(|last| site(last) == site(from));
    let hours = (behind + 1800) / 3600;
    let zone = hours > 0 && (behind - hours * 3600).abs() < SLOW;
    let (time, why) = if zone {
        (spent_hours(hours), " A whole hour is usually a wrong time zone or daylight saving time.")
    } else {
        (spent(behind), "")
    };
    Some(Observation {
        headline: format!(
            "The clocks differ: by its time stamp, {by} accepted the message {time} before {from} did, from which it came. So the clock of one of the two is wrong, and the stamps don't show how long the message took.{why}"
        ),
        cites: Cited::new(hop.lines[0], hop.lines.iter().chain(&before.lines).copied()),
        party: if ours { Party::OurServer } else { Party::TheirServer },
        shows: None,
        next: vec![Step {
            text: format!(
                "Check the time and the time zone of the server that is yours (on Windows: w32tm /query /status). If it's right, the administrator of the other one ({by} or {from}) must set its clock:"
            ),
            command: Some("timedatectl".into()),
        }],
    })
}

/// Whole hours, for people.
fn spent_hours(hours: i64) -> String {
    if hours == 1 { "1 hour".into() } else { format!("{hours} hours") }
}

/// A mail that was written long before the first server had it.
fn written(document: &TakenApart<'_>, first: Option<&Hop>) -> Option<Observation> {
    let told = document.lines.iter().find(|told| told.is(Sign::Written))?;
    let hop = first.filter(|hop| !hop.text.contains("(qmail "))?;
    let gap = hop.at()? - date(told.text().split_once(':')?.1)?;
    if !(-DAYS..=DAYS).contains(&gap) {
        let by = hop.word(" by ").unwrap_or("the first server");
        let (when, place) = if gap < 0 { ("after", "top") } else { ("before", "bottom") };
        return Some(Observation {
            headline: format!(
                "The message has a date {} {when} {by} accepted it: the clock of the device that sent it is wrong. A list sorted by that date shows the message at the {place}.",
                spent(gap.abs())
            ),
            cites: Cited::new(told.line, hop.lines.iter().copied()),
            party: Party::Sender,
            shows: Some(Circumstance::WrongClock),
            next: vec![
                say(
                    "Set date, time and time zone of the device that sent it, best by a time server (NTP): after a power failure, some begin in 2000 or 1970.",
                ),
                say(
                    "To find the message in the mailbox, sort the list by when messages were received, or search for the sender.",
                ),
            ],
        });
    }
    (gap >= SLOW).then(|| Observation {
        headline: format!(
            "The message has a date {} before {} accepted it: it probably waited in the sender's app, or the clock of that device is slow.",
            spent(gap),
            hop.word(" by ").unwrap_or("the first server")
        ),
        cites: Cited::new(told.line, hop.lines.iter().copied()),
        party: Party::Sender,
        shows: Some(Circumstance::HeldUp),
        next: vec![say(
            "Let the sender check the clock and the time zone of the device, and whether the message lay in the outbox: offline, or scheduled for later.",
        )],
    })
}

/// The part of a host name that its owner registered, roughly: the last two labels, or three where the second is short.
fn site(host: &str) -> &str {
    let host = host.trim_end_matches('.');
    let mut dots = host.rmatch_indices('.').map(|(at, _)| at);
    let (Some(last), Some(second)) = (dots.next(), dots.next()) else { return host };
    // A placeholder is a name below `example.com`.
    let longer = last - second <= 4 && host.len() - last <= 3 || host.ends_with(".example.com");
    let begin = if longer { dots.next() } else { Some(second) };
    begin.map_or(host, |begin| &host[begin + 1..])
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
fn hops(document: &TakenApart<'_>) -> Vec<Hop> {
    let mut hops: Vec<Hop> = Vec::new();
    let mut open = false;
    for told in &document.lines {
        if told.is(Sign::Received) {
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
    told.is(Sign::HeaderGoesOn)
}

/// A length of time in words.
fn spent(seconds: i64) -> String {
    let one =
        |number: i64, unit: &str| if number == 1 { format!("1 {unit}") } else { format!("{number} {unit}s") };
    match seconds {
        0..=119 => one(seconds, "second"),
        120..=7199 => one((seconds + 30) / 60, "minute"),
        7200..=172_799 => {
            let minutes = seconds % 3600 / 60;
            let rest = if minutes == 0 { String::new() } else { format!(" {}", one(minutes, "minute")) };
            format!("{}{rest}", one(seconds / 3600, "hour"))
        }
        _ => one(seconds / 86_400, "day"),
    }
}

/// What the headers mean.
pub(super) fn explain(document: &TakenApart<'_>) -> Explanation {
    let hops = hops(document);
    let mut story: Vec<Sentence> = Vec::new();
    let mut before: Option<(i64, &Hop)> = None;
    let mut wrong: Option<(i64, &Hop, &Hop)> = None;
    for hop in &hops {
        let by = hop.word(" by ").unwrap_or("a server");
        let from = hop.word("from ").map_or_else(String::new, |from| format!(" from {from}"));
        let mut text = format!("The server {by} accepted the message{from}.");
        let mut level = Level::Info;
        if hop.text.contains("(qmail ") {
            text = "qmail on that server put the message in its queue.".into();
        }
        if let (Some((before, holder)), Some(now)) = (before, hop.at()) {
            let gap = now - before;
            if gap < -1 {
                let _ = write!(
                    text,
                    " By its clock that was {} before the previous hop: the clocks of the two servers differ.",
                    spent(-gap)
                );
                level = Level::Warning;
                if -gap > wrong.map_or(CLOCK, |(most, ..)| most) {
                    wrong = Some((-gap, holder, hop));
                }
            } else {
                let _ = write!(text, " That was {} after the previous hop.", spent(gap.max(0)));
                if gap >= SLOW {
                    level = Level::Warning;
                }
            }
        }
        before = hop.at().map(|at| (at, hop)).or(before);
        story.push(sentence(text, hop.cited(), level));
    }
    for told in &document.lines {
        if told.is(Sign::Checked) {
            story.push(sentence(told.says(), Cited::new(told.line, []), Level::Info));
        }
    }
    let total = hops.first().and_then(Hop::at).zip(hops.last().and_then(Hop::at)).map(|(from, to)| to - from);
    let first = document.lines.first().map_or(1, |told| told.line);
    let slow = slowest(&hops);
    let clock = wrong.and_then(|(behind, from, hop)| clocks(from, hop, behind, hops.last()));
    let late = slow
        .map(|slow| slow.told(document, hops.last()))
        .or(clock)
        .or_else(|| written(document, hops.first()));
    let passed = total.filter(|total| hops.len() > 1 && *total >= 0).map(|total| {
        let text = format!("The message passed {} stations in {}.", hops.len(), spent(total));
        (text, Cited::new(first, hops.iter().flat_map(|hop| hop.lines.iter().copied())))
    });
    let found = finding::of(document);
    let (headline, cites) = match (&found, &late) {
        (Some(found), Some(late)) if slow.is_some() => {
            (format!("{} {}", found.headline, late.headline), found.cites.clone())
        }
        (Some(told), _) | (None, Some(told)) => (told.headline.clone(), told.cites.clone()),
        (None, None) => passed
            .or_else(|| finding::quiet(document))
            .unwrap_or_else(|| (bare(document, &hops), Cited::new(first, []))),
    };
    let found = found.or(late);
    let mut missing = Vec::new();
    if hops.is_empty() {
        missing.push("The Received lines: they show which servers the message passed.".into());
    }
    if document.first(Role::MessageId, |_| true).is_none() {
        missing.push("The Message-ID, which would lead to the lines in a log.".into());
    }
    Explanation {
        story,
        stage: Stage::Mailbox,
        party: found.as_ref().map_or(Party::Nobody, |found| found.party),
        circumstance: found.as_ref().and_then(|found| found.shows),
        next: found.map_or_else(Vec::new, |found| found.next),
        missing,
        ..Explanation::new(headline, cites)
    }
}

/// What is there where nothing is found: a few lines alone may be the top of something else.
fn bare(document: &TakenApart<'_>, hops: &[Hop]) -> String {
    const FEW: usize = 3;
    match document.lines.len() {
        0..FEW if hops.is_empty() => "A line such as the headers of a message have.".into(),
        _ => "The headers of a message.".into(),
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
