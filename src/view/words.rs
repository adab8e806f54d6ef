//! Numbers, names and outcomes in words.

use maillens::export::{AttemptOutcome, Line, Outcome, Party, Stage, TraceType};
use maillens::mend::Damage;

pub use maillens::explain::words::size as bytes;

/// `1,204`.
pub fn number(n: impl Into<u64>) -> String {
    maillens::explain::words::grouped(n.into())
}

/// What a format reads, by its id: `the Sendmail mail server, taking a message`.
pub fn format(id: &str) -> String {
    let known = maillens::format::FORMATS.iter().find(|format| format.id == id);
    known.map_or(id, |format| format.title).to_owned()
}

/// `1 line`, `1,204 lines`: the plural is made with an `s`.
pub fn count(n: u32, one: &str) -> String {
    format!("{} {one}{}", number(n), if n == 1 { "" } else { "s" })
}

/// Points without needless zeros.
pub fn points(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

/// A stretch of time, in its two largest units.
pub fn duration(seconds: f64) -> String {
    const UNITS: [(i64, &str); 4] = [(86_400, "day"), (3_600, "hour"), (60, "minute"), (1, "second")];
    if seconds < 9.95 && seconds.fract() > 0.04 {
        return format!("{seconds:.1} seconds");
    }
    let mut rest = seconds.round() as i64;
    let first = UNITS.iter().position(|(size, _)| rest >= *size).unwrap_or(3);
    let mut parts = Vec::new();
    for (size, name) in UNITS.iter().skip(first).take(2) {
        let n = rest / size;
        rest %= size;
        if n > 0 || parts.is_empty() {
            parts.push(count(n as u32, name));
        }
    }
    parts.join(" ")
}

/// A time without the parts of its second; day, time and offset stand apart.
pub fn brief(shown: &str) -> String {
    let brief = match shown.split_once('.') {
        Some((head, tail)) => format!("{head}{}", tail.trim_start_matches(|c: char| c.is_ascii_digit())),
        None => shown.to_owned(),
    };
    match brief.split_once('T') {
        Some((day, time)) if is_day(day) => match time.split_at_checked("14:28:26".len()) {
            Some((time, offset)) => format!("{day} {time} {offset}").trim_end().to_owned(),
            None => format!("{day} {time}"),
        },
        _ => brief,
    }
}

/// `2023-07-26`
fn is_day(day: &str) -> bool {
    day.len() == "2023-07-26".len() && day.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
}

/// The time alone, where `shown` is of the day that was told last; so a day and its zone are said once in a story.
pub fn same_day(shown: &str, before: Option<&str>) -> String {
    let (now, before) = (brief(shown), before.map(brief).unwrap_or_default());
    match (now.split_once(' '), before.split_once(' ')) {
        (Some((day, time)), Some((told, then))) if day == told && is_day(day) => {
            let zone = |time: &str| time.split_once(' ').map(|(_, zone)| zone.to_owned());
            match time.split_once(' ') {
                Some((clock, _)) if zone(time) == zone(then) => clock.to_owned(),
                _ => time.to_owned(),
            }
        }
        _ => now,
    }
}

/// `26 Jul 14:28`, for lists; as it is where it is no date.
pub fn short(shown: &str) -> String {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let parts = || {
        let (date, time) = shown.split_once([' ', 'T']).filter(|(date, _)| is_day(date))?;
        let mut date = date.split('-').skip(1);
        let month = MONTHS.get(date.next()?.parse::<usize>().ok()?.checked_sub(1)?)?;
        Some(format!("{} {month} {}", date.next()?.trim_start_matches('0'), time.get(..5)?))
    };
    parts().unwrap_or_else(|| brief(shown))
}

/// Line numbers with those that follow each other taken together: the first of each, and its text.
pub fn ranges(lines: &[u32]) -> Vec<(u32, String)> {
    let runs = lines.chunk_by(|a, b| a + 1 == *b);
    let text = |run: &[u32]| match run {
        [first, .., last] if run.len() > 2 => {
            vec![(*first, format!("{}\u{2013}{}", number(*first), number(*last)))]
        }
        few => few.iter().map(|&line| (line, number(line))).collect(),
    };
    runs.flat_map(text).collect()
}

/// How a trace came out.
pub fn outcome(kind: TraceType, outcome: Outcome) -> &'static str {
    match (kind, outcome) {
        (TraceType::Event, Outcome::Failed) => "error of the server",
        (TraceType::Event, _) => "note of the server",
        (_, Outcome::Failed) => "failed",
        (_, Outcome::Partial) => "partly delivered",
        (_, Outcome::Deferred) => "still trying",
        (TraceType::Message, Outcome::Delivered) => "delivered",
        (_, Outcome::Delivered) => "worked",
        (_, Outcome::Open) => "end not in this log",
        (_, Outcome::Unknown) => "not known",
    }
}

/// How a trace came out, where nothing else names its kind.
pub fn state(kind: TraceType, outcome: Outcome) -> &'static str {
    match (kind, outcome) {
        (TraceType::Event, Outcome::Failed) => "Server error",
        (TraceType::Event, Outcome::Deferred) => "Server warning",
        (TraceType::Event, _) => "Server report",
        (TraceType::Message | TraceType::Bounce, Outcome::Failed) => "Not delivered",
        (TraceType::Session, Outcome::Failed) => "Session failed",
        (TraceType::Connection, Outcome::Failed) => "Connection refused or failed",
        (_, Outcome::Failed) => "Failed",
        (_, Outcome::Partial) => "Partly delivered",
        (TraceType::Message | TraceType::Bounce, Outcome::Deferred) => "Still trying",
        (_, Outcome::Deferred) => "Deferred",
        (TraceType::Message, Outcome::Delivered) => "Delivered",
        (_, Outcome::Delivered) => "Worked",
        (_, Outcome::Open) => "End not in this log",
        (_, Outcome::Unknown) => "For information",
    }
}

/// How an attempt ended.
pub fn attempt(outcome: AttemptOutcome) -> &'static str {
    match outcome {
        AttemptOutcome::Success => "success",
        AttemptOutcome::Deferral => "deferred",
        AttemptOutcome::Failure => "failed",
        AttemptOutcome::Open => "no result here",
    }
}

/// The outcome of a trace that looks like this outcome of an attempt.
pub fn looks(outcome: AttemptOutcome) -> Outcome {
    match outcome {
        AttemptOutcome::Success => Outcome::Delivered,
        AttemptOutcome::Deferral => Outcome::Deferred,
        AttemptOutcome::Failure => Outcome::Failed,
        AttemptOutcome::Open => Outcome::Open,
    }
}

/// Who must act about a trace.
pub fn acts(kind: TraceType, of: Party) -> &'static str {
    match of {
        // Who logs in receives nothing.
        Party::Recipient if kind == TraceType::Session => "The mailbox\u{2019}s user",
        of => party(of),
    }
}

/// Who must act.
pub fn party(party: Party) -> &'static str {
    match party {
        Party::Sender => "The sender",
        Party::Recipient => "The recipient",
        Party::OurServer => "You, on this server",
        Party::TheirServer => "The other server\u{2019}s administrator",
        Party::Dns => "The domain\u{2019}s DNS administrator",
        Party::Nobody => "Nobody",
    }
}

/// A station of the mail flow.
pub fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Sender => "Sender",
        Stage::OurServer => "Our server",
        Stage::Queue => "Queue",
        Stage::Dns => "DNS",
        Stage::TheirServer => "Their server",
        Stage::Mailbox => "Mailbox",
    }
}

/// What a trace is called.
pub fn kind(kind: TraceType) -> &'static str {
    match kind {
        TraceType::Message => "message",
        TraceType::Session => "session",
        TraceType::Scan => "spam scan",
        TraceType::Connection => "connection",
        TraceType::Dialogue => "conversation",
        TraceType::Bounce => "bounce notice",
        TraceType::Event => "report",
    }
}

/// What was undone in a line.
pub fn undone(damage: Damage) -> &'static str {
    match damage {
        Damage::Mark => "a byte-order mark removed",
        Damage::Coloured => "colours of a terminal removed",
        Damage::Spaces => "odd spaces and invisible characters made plain",
        Damage::Typography => "curly quotes and long dashes made plain",
        Damage::Html => "HTML turned back into text",
        Damage::Encoded => "quoted-printable decoded",
        Damage::Indented => "indentation removed",
        Damage::Quoted => "\u{201c}>\u{201d} of a quote removed",
        Damage::Bulleted => "a bullet or list number removed",
        Damage::Fenced => "backticks removed",
        Damage::Grep => "grep\u{2019}s file name or number removed",
        Damage::Numbered => "a line number removed",
        Damage::Prompted => "a prompt in front removed",
        Damage::Collected => "a collector\u{2019}s own time stamp removed",
        Damage::Columns => "taken out of a table",
        Damage::Linked => "mark-up of links removed",
        Damage::Emphasized => "mark-up of a forum removed",
        Damage::Padded => "blanks inside a word removed",
        Damage::Spoken => "a program\u{2019}s marks for client and server removed",
        Damage::Wrapped => "a broken line joined",
    }
}

/// What was undone in a line, in short; nothing for a piece, which says itself what it is.
pub fn mended(line: &Line) -> Option<String> {
    let undone: Vec<&str> = line.mended.iter().map(|&damage| undone(damage)).collect();
    (!undone.is_empty() && line.continues.is_none()).then(|| format!("Repaired: {}.", undone.join("; ")))
}

/// What another trace is to this one.
pub fn link(how: &str) -> String {
    match how {
        "bounce" => "The bounce that it caused".into(),
        "original" => "The message that this bounce is about".into(),
        "forward" => "The message that it was forwarded as".into(),
        "cause" => "What the server reported".into(),
        "consequence" => "What it explains".into(),
        "forwarded-from" => "The message that it was forwarded from".into(),
        other => {
            let mut words = other.replace('-', " ");
            if let Some(first) = words.get_mut(..1) {
                first.make_ascii_uppercase();
            }
            words
        }
    }
}
