//! One line: every part of it that has a meaning, and the meaning of the whole.

use super::words::{counting, fill, go_on, named, value_in_words};
use super::{partly, seen, shown, utc};
use crate::export::{Line, Token};
use crate::format::{Field, Role, Shape, Word};
use crate::knowledge::{authentication, spamassassin};
use crate::log::{Log, Parsed};
use crate::mend::Mend;
use crate::pattern::{CATALOGUE, Captures, Entry, Segment};
use crate::sort;
use crate::syntax::left_out;
use crate::text::{Span, lossy};
use crate::time::{Basis, Stamp, ids, rfc3339};
use crate::vocabulary::Level;
use std::borrow::Cow;

/// One line with its tokens, by its index from 0.
pub fn line(log: &Log, index: u32) -> Line {
    match log.mend_of(index) {
        Some(mend) => seen::line(mended(log, index, &mend)),
        None => whole(log, index),
    }
}

/// One line as it was before it was damaged, by its index from 0; empty for the piece of a broken line.
pub fn whole(log: &Log, index: u32) -> Line {
    let pasted = log.parse(index);
    // Offsets count in the text as it is shown, so bytes that are not UTF-8 are replaced first.
    let text = lossy(pasted.line);
    let parsed = match &text {
        Cow::Borrowed(_) => pasted,
        Cow::Owned(shown) => log.parse_as(index, shown.as_bytes()),
    };
    let mut tokens = Tokens::default();
    frame_tokens(&mut tokens, log, &parsed, index);
    tokens.place(inside(&parsed), &parsed);
    let masked = tokens.mask(&text);
    seen::line(Line {
        mended: Vec::new(),
        continues: None,
        also: Vec::new(),
        line: index + 1,
        state: log.state_of(index),
        time: utc(log, index),
        shown: shown(log, index),
        assumed: parsed.origin.stamp.map_or_else(Vec::new, |stamp| stamp.basis.assumed().to_vec()),
        format: parsed.entry.map(|entry| entry.format.id.into()),
        kind: parsed.entry.map(|entry| entry.pattern.id.into()),
        level: parsed.entry.map_or(Level::Info, |entry| entry.pattern.level),
        trace: log.trace_of(index),
        says: says_of(&parsed),
        tokens: tokens.finish(&masked),
        text: masked,
    })
}

/// A line that was damaged, or a piece of one: its parts are those of the mended line, shown where they
/// were pasted.
fn mended(log: &Log, index: u32, mend: &Mend<'_>) -> Line {
    let parsed = log.parse(mend.line);
    let pasted = log.pasted(index);
    let mut whole = Tokens::default();
    frame_tokens(&mut whole, log, &parsed, mend.line);
    whole.place(inside(&parsed), &parsed);
    // From the mended line to the paste, and from there to the text as it is shown.
    let place = |at: Span| {
        let here = mend.pasted(at).map(|from| log.place_in(index, from)).filter(|at| !at.is_empty());
        let all = here
            .reduce(|first, last| Span { start: first.start.min(last.start), end: first.end.max(last.end) });
        all.map_or(Span::default(), |at| {
            let shown = |end: u32| lossy(&pasted[..end as usize]).len();
            Span::new(shown(at.start), shown(at.end))
        })
    };
    let mut tokens = Tokens::default();
    for token in whole.found {
        let at = place(Span { start: token.at[0], end: token.at[1] });
        if !at.is_empty() {
            tokens.found.push(Token { at: [at.start, at.end], ..token });
        }
    }
    tokens.passwords = whole.passwords.into_iter().map(place).filter(|at| !at.is_empty()).collect();
    let text = tokens.mask(&lossy(pasted));
    let head = index == mend.line;
    let blank = log.is_blank(index);
    let of_head = |value: Option<String>| value.filter(|_| head);
    let continued = !head && !blank;
    Line {
        line: index + 1,
        state: log.state_of(index),
        time: of_head(utc(log, mend.line)),
        shown: of_head(shown(log, mend.line)),
        assumed: parsed
            .origin
            .stamp
            .filter(|_| head)
            .map_or_else(Vec::new, |stamp| stamp.basis.assumed().to_vec()),
        format: parsed.entry.filter(|_| !blank).map(|entry| entry.format.id.into()),
        kind: match parsed.entry {
            Some(entry) if head => Some(entry.pattern.id.into()),
            _ => continued.then(|| "continued".into()),
        },
        level: parsed.entry.filter(|_| head).map_or(Level::Info, |entry| entry.pattern.level),
        trace: log.trace_of(index),
        says: if continued {
            Some(format!(
                "This is the rest of line {}, which was broken when it was pasted.",
                log.number(mend.line + 1)
            ))
        } else {
            of_head(says_of(&parsed))
        },
        tokens: tokens.finish(&text),
        text,
        mended: if blank { Vec::new() } else { mend.damages.list().collect() },
        continues: continued.then_some(mend.line + 1),
        also: Vec::new(),
    }
}

/// The tokens of a body.
fn inside(parsed: &Parsed<'_>) -> Tokens {
    let mut tokens = Tokens::default();
    match parsed.entry {
        Some(entry) if entry.partly => {
            for part in partly::parts(parsed.body()) {
                tokens.add(part.at, &part.name, part.role, part.says.into());
            }
        }
        Some(entry) => body_tokens(&mut tokens, entry, parsed.body(), &parsed.captures, 0),
        None => {}
    }
    tokens
}

/// What a line says as a whole; `None` where nothing is known of it.
pub(super) fn says_of(parsed: &Parsed<'_>) -> Option<String> {
    let known =
        || Some(says_to(parsed.entry?, parsed.body(), &parsed.captures, for_users(parsed.origin.program)));
    partly::says_of(parsed).or_else(known)
}

/// What a line says whose text is known.
pub(super) fn says(entry: &Entry, body: &[u8], captures: &Captures) -> String {
    says_to(entry, body, captures, false)
}

/// The same where the service may be one for `users` who log in.
fn says_to(entry: &Entry, body: &[u8], captures: &Captures, users: bool) -> String {
    let mut says = fill(entry, body, captures, entry.pattern.says);
    for result in results(entry, body, captures, users) {
        says.push(' ');
        says.push_str(&result);
    }
    says
}

/// What the parts of a line that are read by other formats or tables say, one text for each that is known:
/// delivery results, reasons, results of checks.
fn results(entry: &Entry, body: &[u8], captures: &Captures, users: bool) -> Vec<String> {
    let mut says = Vec::new();
    for capture in captures {
        let text = capture.at.of(body);
        match entry.field(*capture).shape {
            Shape::Result => {
                let segments = CATALOGUE.result(text);
                says.extend(segments.iter().filter_map(|segment| segment_says(segment, text)));
            }
            Shape::Reason => {
                let known = reason_says(text, users);
                says.extend(given(entry, body, captures).filter(|_| known.is_empty()));
                says.extend(known);
            }
            Shape::Verdict(method) => says.extend(authentication::says(method, &lossy(text)).map(Into::into)),
            Shape::Methods => {
                let found = authentication::results(text);
                says.extend(found.filter_map(|result| Some(result.says()?.to_owned())));
            }
            _ => {}
        }
    }
    says
}

/// True for a line that only follows from what another reports: by itself, or by the reason that it gives.
pub(super) fn follows(entry: &Entry, body: &[u8], captures: &Captures) -> bool {
    entry.pattern.follows || reason(entry, body, captures).is_some_and(|(entry, ..)| entry.pattern.follows)
}

/// The reason that a line gives: its pattern, its text and the fields in that.
pub(super) fn reason<'a>(
    entry: &Entry,
    body: &'a [u8],
    captures: &Captures,
) -> Option<(&'static Entry, &'a [u8], Captures)> {
    let text = captures.iter().find(|capture| entry.field(**capture).shape == Shape::Reason)?.at.of(body);
    let mut captures = Captures::new();
    let number = CATALOGUE.reason(text, &mut captures)?;
    Some((CATALOGUE.entry(number), text, captures))
}

/// True for the reason that a line gives where it says that the client didn't log in.
pub(super) fn asks_for_login(parsed: &Parsed<'_>) -> bool {
    let reason = parsed.entry.and_then(|entry| reason(entry, parsed.body(), &parsed.captures));
    for_users(parsed.origin.program) && reason.is_some_and(|(entry, ..)| !entry.pattern.for_users.is_empty())
}

/// True for the name of a service for users who log in.
fn for_users(program: &[u8]) -> bool {
    ["submission", "smtps"].iter().any(|name| memchr::memmem::find(program, name.as_bytes()).is_some())
}

/// The reason of a refusal as it was given, where the meaning of the line doesn't hold it already.
pub(super) fn given(entry: &Entry, body: &[u8], captures: &Captures) -> Option<String> {
    let capture = captures.iter().find(|capture| entry.field(**capture).shape == Shape::Reason)?;
    let text = lossy(capture.at.of(body));
    let told = entry.pattern.says.contains(&format!("{{{}}}", entry.field(*capture).name));
    let says = !told && !text.is_empty() && entry.pattern.level >= Level::Temporary;
    says.then(|| format!("The reason given: \u{201c}{}\u{201d}.", text.trim_end_matches('.')))
}

/// What a reason says, with what the reasons in it say.
fn reason_says(text: &[u8], users: bool) -> Vec<String> {
    let mut captures = Captures::new();
    let Some(number) = CATALOGUE.reason(text, &mut captures) else { return Vec::new() };
    let entry = CATALOGUE.entry(number);
    let pattern = entry.pattern;
    let said = if users && !pattern.for_users.is_empty() { pattern.for_users } else { pattern.says };
    let mut says = vec![fill(entry, text, &captures, said)];
    says.extend(results(entry, text, &captures, users));
    says
}

/// What one part of a delivery result says.
pub(super) fn segment_says(segment: &Segment, result: &[u8]) -> Option<String> {
    let entry = CATALOGUE.entry(segment.entry?);
    Some(fill(entry, segment.at.of(result), &segment.captures, entry.pattern.says))
}

/// Tokens of one line as they are found.
#[derive(Default)]
struct Tokens {
    found: Vec<Token>,
    passwords: Vec<Span>,
}

impl Tokens {
    fn add(&mut self, at: Span, name: &str, role: Role, says: String) {
        if !at.is_empty() {
            if role == Role::Password {
                self.passwords.push(at);
            }
            let role = role.name().to_owned();
            self.found.push(Token {
                at: [at.start, at.end],
                name: name.into(),
                role,
                text: String::new(),
                says,
            });
        }
    }

    /// Takes the tokens of the body, which may be written another way in the line.
    fn place(&mut self, inside: Tokens, parsed: &Parsed<'_>) {
        let place = |at: u32| parsed.framed.place(parsed.line, at);
        self.found.extend(inside.found.into_iter().map(|mut token| {
            token.at = token.at.map(place);
            token
        }));
        let moved =
            inside.passwords.into_iter().map(|at| Span { start: place(at.start), end: place(at.end) });
        self.passwords.extend(moved);
    }

    /// The text with every password covered.
    fn mask(&self, text: &str) -> String {
        let mut masked = text.to_owned();
        for span in &self.passwords {
            let (start, end) = (span.start as usize, span.end as usize);
            if masked.is_char_boundary(start) && masked.is_char_boundary(end) {
                masked.replace_range(start..end, &"*".repeat(end - start));
            }
        }
        masked
    }

    /// In order, without overlaps, with the text that may be shown.
    fn finish(mut self, text: &str) -> Vec<Token> {
        sort::by_key(&mut self.found, |token| token.at);
        let mut end = 0;
        self.found.retain_mut(|token| {
            let [from, to] = token.at;
            let part = text.get(from as usize..to as usize);
            let fits = from >= end && part.is_some();
            if fits {
                end = to;
                token.text = part.unwrap_or_default().into();
            }
            fits
        });
        self.found
    }
}

fn frame_tokens(tokens: &mut Tokens, log: &Log, parsed: &Parsed<'_>, index: u32) {
    let framed = &parsed.framed;
    if let Some(stamp) = framed.stamp {
        tokens.add(framed.stamp_at, "time", Role::Time, stamp_says(log, parsed, stamp, index));
    }
    tokens.add(framed.host, "host", Role::Host, "The server that wrote the line.".into());
    let title = parsed.entry.map(|entry| entry.format.title);
    let program = title.map_or_else(
        || "The program that wrote the line.".into(),
        |title| format!("The program that wrote the line: {title}."),
    );
    tokens.add(framed.program, "program", Role::Program, program);
    let pid = "The process id (pid) of the program that wrote the line. Lines of one process share it; the system reuses it later.";
    tokens.add(framed.pid, "pid", Role::Pid, pid.into());
    let severity = match framed.severity.of(parsed.line) {
        b"Debug" => "A debug line.",
        b"Info" => "Information; not an error.",
        b"Warning" => "Something may be wrong; the program continues.",
        b"Error" => "Something failed; the program continues.",
        b"Fatal" => "The process couldn't continue and exited.",
        _ => "A bug in the program: the process ended.",
    };
    for (at, name, role, says) in [
        (framed.user, "user", Role::User, "The user that the process serves or that the line is about."),
        (
            framed.session,
            "session",
            Role::Session,
            "The session's id: it ties all lines of one connection, or of one delivery, together.",
        ),
        (framed.client, "client", Role::Client, "The IP address of the client."),
        (framed.severity, "level", Role::State, severity),
        (framed.source, "source", Role::State, "The database that was asked for the user or the password."),
        (framed.folder, "folder", Role::Path, "The mail folder that the line is about."),
    ] {
        tokens.add(at, name, role, says.into());
    }
}

fn stamp_says(log: &Log, parsed: &Parsed<'_>, stamp: Stamp, index: u32) -> String {
    let when = utc(log, index).map_or_else(String::new, |time| {
        let (date, clock) = time.split_once('T').unwrap_or((&time, ""));
        format!(" In UTC it is {date} {}.", clock.trim_end_matches('Z'))
    });
    let zone = log.settings().source_zone.name();
    if parsed.line.first() == Some(&b'@') {
        return format!(
            "When the line was written: a TAI64N label, a count of seconds and nanoseconds in hexadecimal, exact to a nanosecond.{when}"
        );
    }
    match stamp.basis {
        Basis::Exact => format!("When the line was written, with its time zone.{when}"),
        Basis::Wall => {
            format!(
                "When the line was written, by the server's own clock. The log doesn't name its time zone; {zone} is assumed.{when}"
            )
        }
        Basis::WallWithoutYear => {
            format!(
                "When the line was written, by the server's own clock. The log names neither year nor time zone; {zone} is assumed.{when}"
            )
        }
    }
}

/// Tokens of a body, or of a part of a delivery result, that begins at `offset` of the line.
fn body_tokens(tokens: &mut Tokens, entry: &Entry, body: &[u8], captures: &Captures, offset: u32) {
    let mut end = 0;
    let mut gaps = Vec::new();
    for capture in captures {
        let field = entry.field(*capture);
        gaps.push(Span { start: end, end: capture.at.start.max(end) });
        end = capture.at.end;
        let text = capture.at.of(body);
        let start = capture.at.start + offset;
        match field.shape {
            Shape::Space => {}
            Shape::Result => result_tokens(tokens, field, text, start),
            Shape::Reason => reason_tokens(tokens, field, text, start),
            Shape::Rules => rule_tokens(tokens, field, text, start),
            Shape::Methods => method_tokens(tokens, field, text, start),
            Shape::Verdict(method) => {
                let value = lossy(text);
                let says =
                    authentication::says(method, &value).map_or_else(|| meaning(field, &value), Into::into);
                tokens.add(capture.at.shifted(offset), field.name, field.role, says);
            }
            _ => tokens.add(capture.at.shifted(offset), field.name, field.role, meaning(field, &lossy(text))),
        }
    }
    gaps.push(Span::new(end as usize, body.len()));
    for gap in gaps {
        for word in words_in(gap.of(body), entry.format.words) {
            tokens.add(word.0.shifted(gap.start + offset), "keyword", Role::Keyword, word.1.says.into());
        }
    }
}

/// The words with a meaning in a stretch of literal text.
fn words_in<'a>(
    literal: &'a [u8],
    words: &'static [Word],
) -> impl Iterator<Item = (Span, &'static Word)> + 'a {
    words.iter().filter_map(move |word| {
        let mut pattern = word.text.as_bytes().to_vec();
        let found = memchr::memmem::find(literal, &pattern).or_else(|| {
            for byte in &mut pattern {
                if *byte == b' ' {
                    *byte = b'_';
                }
            }
            memchr::memmem::find(literal, &pattern)
        })?;
        let before = found.checked_sub(1).and_then(|at| literal.get(at));
        let after = literal.get(found + pattern.len());
        let apart = |byte: Option<&u8>| byte.is_none_or(|byte| !byte.is_ascii_alphanumeric());
        (apart(before) && apart(after)).then(|| (Span::new(found, found + pattern.len()), word))
    })
}

/// Tokens of a delivery result: each part that is known with its fields, the rest as what it is.
fn result_tokens(tokens: &mut Tokens, field: &Field, result: &[u8], offset: u32) {
    for segment in CATALOGUE.result(result) {
        let at = segment.at.shifted(offset);
        let Some(number) = segment.entry else {
            tokens.add(at, field.name, field.role, field.says.into());
            continue;
        };
        let entry = CATALOGUE.entry(number);
        let text = segment.at.of(result);
        body_tokens(tokens, entry, text, &segment.captures, at.start);
        let longest = longest_gap(&segment.captures, text.len());
        let says = fill(entry, text, &segment.captures, entry.pattern.says);
        tokens.add(longest.shifted(at.start), entry.pattern.id, Role::Text, says);
    }
}

/// Tokens of a reason: its fields, and the reason itself for what is between them.
fn reason_tokens(tokens: &mut Tokens, field: &Field, text: &[u8], offset: u32) {
    let mut captures = Captures::new();
    let Some(number) = CATALOGUE.reason(text, &mut captures) else {
        tokens.add(Span::new(0, text.len()).shifted(offset), field.name, field.role, field.says.into());
        return;
    };
    let entry = CATALOGUE.entry(number);
    body_tokens(tokens, entry, text, &captures, offset);
    let says = fill(entry, text, &captures, entry.pattern.says);
    let longest = longest_gap(&captures, text.len());
    tokens.add(longest.shifted(offset), entry.pattern.id, Role::Text, says);
}

/// The longest stretch between the fields: it stands for what the whole says.
fn longest_gap(captures: &Captures, length: usize) -> Span {
    let mut end = 0;
    let mut longest = Span::default();
    let ends = captures.iter().map(|capture| (capture.at.start, capture.at.end));
    for (from, to) in ends.chain([(length as u32, 0)]) {
        if from.saturating_sub(end) > longest.end - longest.start {
            longest = Span { start: end, end: from };
        }
        end = to;
    }
    longest
}

/// A token for every rule of a list.
fn rule_tokens(tokens: &mut Tokens, field: &Field, text: &[u8], offset: u32) {
    for (at, name) in spamassassin::names(text) {
        let says = spamassassin::rule(name).map_or_else(|| field.says.into(), |rule| rule.says.to_owned());
        tokens.add(at.shifted(offset), field.name, field.role, says);
    }
}

/// A token for every result of a check.
fn method_tokens(tokens: &mut Tokens, field: &Field, text: &[u8], offset: u32) {
    for result in authentication::results(text) {
        let says = result.says().unwrap_or(field.says).to_owned();
        tokens.add(result.at.shifted(offset), field.name, field.role, says);
    }
}

/// What a value is that people blanked out.
const LEFT_OUT: &str = "Left out by whoever pasted this.";

/// The meaning of a field with a value: `{}` stands for it, `{ byte}` for it and what it counts.
fn with(says: &str, value: &str) -> String {
    let place = says.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?)));
    let Some((before, (place, after))) = place else { return says.to_owned() };
    let said = before.to_owned() + &counting(value, named(place).1);
    [&said, go_on(&said, after)].concat()
}

/// The meaning of a field for a value.
fn meaning(field: &Field, value: &str) -> String {
    if value.is_empty() {
        return with(field.says, "none");
    }
    if field.shape == Shape::Ip && left_out::ip(value.as_bytes()) == value.len() {
        return format!("{LEFT_OUT} {}", field.says.replace(" {}", "").replace("{}", ""));
    }
    let mut says = with(field.says, &value_in_words(field.role, value));
    let received = if field.shape == Shape::EximId { ids::exim(value.as_bytes()) } else { None };
    if let Some(seconds) = received {
        let time = rfc3339(seconds.saturating_mul(1_000_000_000), 0);
        let (date, clock) = time.split_once('T').unwrap_or((&time, ""));
        let clock = clock.trim_end_matches('Z');
        says.push_str(" The id itself holds the time at which the message came in: ");
        says.push_str(&[date, " ", clock, " UTC."].concat());
    }
    if let Some(of_value) = field.value(value) {
        says.push(' ');
        says.push_str(of_value);
    }
    says
}
