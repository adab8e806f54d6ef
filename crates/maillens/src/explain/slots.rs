//! Why a message isn't tried although nothing is wrong with it: all deliveries that may run at once already do.

use super::pasted::{is_beside, near};
use super::{adds, datum, is};
use crate::export::{Step, Trace};
use crate::format::Format;
use crate::log::Log;
use crate::text::lossy;
use crate::vocabulary::{AttemptOutcome, Cited, Datum, FormatKind, Level, Outcome, Party, Sign, TraceType};

/// The places for deliveries that are all taken.
struct Taken {
    /// The line that counts them, from 1.
    line: u32,
    local: bool,
    many: u32,
}

/// Says it of a message whose delivery didn't begin.
pub(super) fn add(log: &Log, trace: &mut Trace) {
    let waits = trace.kind == TraceType::Message
        && trace.outcome == Outcome::Open
        && trace.attempts.iter().all(|tried| tried.outcome == AttemptOutcome::Open)
        && trace.attempts.is_empty()
        && super::is_of(log, trace.first_line, FormatKind::QueueLog);
    let Some(taken) = waits.then(|| taken(log, trace)).flatten() else { return };
    let hung = hung(log, trace);
    let (setting, what) = if taken.local {
        ("concurrencylocal", "into mailboxes of this server")
    } else {
        ("concurrencyremote", "to other servers")
    };
    let text = format!(
        "All {} deliveries {what} that may run at once are running ({setting}), so the next one waits until one of them ends.",
        taken.many
    );
    adds(log, trace, Cited::new(taken.line, []), text, Level::Warning);
    let explanation = &mut trace.explanation;
    explanation.party = Party::OurServer;
    let program = hung.as_ref().map(|hung| hung.program.clone());
    if let Some(hung) = hung {
        let text = format!(
            "The list beside it shows what they wait for: {} {} that {} for {} hours or more.",
            hung.lines.len(),
            match hung.lines.len() {
                1 => format!("process of {}", hung.program),
                _ => format!("processes of {}", hung.program),
            },
            if hung.lines.len() == 1 { "runs" } else { "run" },
            hung.hours
        );
        adds(log, trace, Cited::new(hung.lines[0], hung.lines[1..].iter().copied()), text, Level::Warning);
    }
    let first = match program {
        Some(program) => Step {
            text: format!(
                "End the processes of {program} that hang, and mend what they wait for (the service that they ask; give {program} a time limit): the waiting deliveries start at once."
            ),
            command: Some(format!("pkill -x {program}")),
        },
        None => Step {
            text: "See which deliveries run, since when, and what each of them waits for (a filter, a disk, a server that doesn't answer): end those that hang, and mend that.".into(),
            command: Some("ps -eo pid,etime,args | grep -E 'qmail-(local|remote)|spamc|maildrop|procmail'".into()),
        },
    };
    let raise = Step {
        text: format!(
            "If none of them hangs and there's only much mail, allow more at once in control/{setting}, and restart qmail-send:"
        ),
        command: Some("svc -t /service/qmail-send".into()),
    };
    trace.explanation.next.splice(0..0, [first, raise]);
}

/// The last count before the end of a trace, where it says that none is free.
fn taken(log: &Log, trace: &Trace) -> Option<Taken> {
    let counts = |line: &u32| is(log, *line, Sign::SlotsInUse);
    let around = || near(log, trace.first_line, trace.last_line).filter(counts);
    let line = around().filter(|line| *line < trace.first_line).last().or_else(|| around().next())?;
    let parsed = log.parse(line - 1);
    let number = |of| datum(&parsed, of)?.parse::<u32>().ok();
    let full =
        |used: Datum, all: Datum| number(used).zip(number(all)).filter(|(used, all)| used >= all && *all > 0);
    let of = |local: bool| {
        let found = if local {
            full(Datum::LocalInUse, Datum::LocalSlots)
        } else {
            full(Datum::RemoteInUse, Datum::RemoteSlots)
        };
        found.map(|(_, many)| Taken { line, local, many })
    };
    of(true).or_else(|| of(false))
}

/// A program that runs for long below deliveries.
struct Hung {
    program: String,
    hours: u64,
    lines: Vec<u32>,
}

/// What a list of processes beside a trace (`ps -eo pid,etime,args`) shows to hang: the program of several rows that run for
/// an hour or more, other than qmail's own.
fn hung(log: &Log, trace: &Trace) -> Option<Hung> {
    // The programs of the queue itself only wait for what they started.
    let own = Format::named(&trace.format)?.programs;
    let mut found: Vec<Hung> = Vec::new();
    for line in near(log, trace.first_line, trace.last_line).filter(|line| is_beside(log, *line)) {
        let text = lossy(log.pasted(line - 1)).into_owned();
        let words: Vec<&str> = text.split_whitespace().collect();
        let Some((at, hours)) = words.iter().enumerate().find_map(|(at, word)| Some((at, elapsed(word)?)))
        else {
            continue;
        };
        let Some(program) = words.get(at + 1).and_then(|path| path.rsplit('/').next()) else { continue };
        let own = own.iter().any(|of| program.starts_with(&format!("{of}-")));
        let plain = program.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte));
        if hours == 0 || own || !plain {
            continue;
        }
        match found.iter_mut().find(|hung| hung.program == program) {
            Some(hung) => {
                hung.lines.push(line);
                hung.hours = hung.hours.min(hours);
            }
            None => found.push(Hung { program: program.to_owned(), hours, lines: vec![line] }),
        }
    }
    found.into_iter().max_by_key(|hung| hung.lines.len())
}

/// Whole hours of an elapsed time as ps prints it: `06:11:40`, `2-03:04:05`, `17:02`.
fn elapsed(word: &str) -> Option<u64> {
    let (days, clock) =
        word.split_once('-').map_or((Some(0_u64), word), |(days, clock)| (days.parse().ok(), clock));
    let parts: Vec<&str> = clock.split(':').collect();
    let digits = |part: &&str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    if !(2..=3).contains(&parts.len()) || !parts.iter().all(digits) {
        return None;
    }
    let hours: u64 = if parts.len() == 3 { parts[0].parse().ok()? } else { 0 };
    Some(days? * 24 + hours)
}
