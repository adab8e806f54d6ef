//! Events: what a server, a service or a configuration reports outside any message or session. Equal reports are one
//! event; one that explains what happened to a message or a session near it is tied to that.

use super::{Level, Link, Trace, TraceType};
use crate::format::{Led, Role, Shape};
use crate::pattern::{CATALOGUE, Captures, Entry};
use crate::time::{Instant, NEVER};
use crate::vocabulary::{Login, Outcome};
use rustc_hash::FxHasher;
use std::hash::Hasher;

/// How long before a failure, in nanoseconds, what explains it can have been reported, and how long after it.
const BEFORE: i64 = 10_000_000_000;
const AFTER: i64 = 2_000_000_000;
/// How many lines before it, where lines have no times.
const LINES: u32 = 20;

/// A line that reports an event.
#[derive(Debug)]
pub struct EventReport {
    /// The line, from 0.
    pub line: u32,
    /// The event.
    pub event: u32,
    /// When.
    pub at: Instant,
    /// The host that reports it; empty where the line names none.
    pub host: Vec<u8>,
    /// Which server software, by its realm, and the program.
    pub realm: &'static str,
    /// True for a part of the server that checks passwords.
    pub checks: bool,
    /// True for what only follows from another report.
    pub follows: bool,
    /// How serious it is.
    pub level: Level,
}

/// What a line reports, as a number: equal for equal reports, in whatever log they stand.
pub fn key(entry: &Entry, program: &[u8], body: &[u8]) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(program);
    hasher.write(entry.format.id.as_bytes());
    hasher.write(entry.pattern.id.as_bytes());
    if entry.partly {
        fold(body, &mut hasher);
    }
    // What a program says in words of its own tells two reports of one shape apart.
    let fields = if entry.partly { Captures::new() } else { CATALOGUE.fields(entry, body) };
    for capture in &fields {
        let field = entry.field(*capture);
        if matches!(field.role, Role::Text | Role::State | Role::Reply) || field.shape == Shape::Reason {
            fold(capture.at.of(body), &mut hasher);
        }
    }
    hasher.finish()
}

/// Writes a text without what differs between two reports of one thing: words with digits, addresses, paths.
fn fold(body: &[u8], hasher: &mut FxHasher) {
    for word in body.split(|byte| byte.is_ascii_whitespace() || b"()<>[]{}=,;:'\"".contains(byte)) {
        let varies = word.iter().any(|byte| byte.is_ascii_digit() || b"@/*".contains(byte));
        hasher.write(if varies { b"#" } else { word });
        hasher.write_u8(b' ');
    }
}

/// The event that what only follows belongs to: the nearest report before it, of the same software and host, that is as
/// serious and follows from nothing itself.
pub fn root(reports: &[EventReport], realm: &str, host: &[u8], at: Instant, level: Level) -> Option<u32> {
    /// So many reports are looked back at.
    const NEAR: usize = 16;
    let mut near = reports.iter().rev().take(NEAR).filter(|report| {
        let timely =
            at == NEVER || report.at == NEVER || (0..=BEFORE).contains(&at.saturating_sub(report.at));
        timely && report.realm == realm && report.host == host && report.level >= level
    });
    near.find(|report| !report.follows).map(|report| report.event)
}

/// True for the program of a service that checks passwords.
pub fn checks_passwords(program: &[u8]) -> bool {
    const NAMES: &[&[u8]] =
        &[b"auth", b"auth-worker", b"dict", b"dict-async", b"saslauthd", b"authdaemond", b"vchkpw", b"anvil"];
    NAMES.contains(&program)
}

/// True where somebody asks why a trace came out as it did.
pub fn is_problem(trace: &Trace) -> bool {
    match trace.kind {
        TraceType::Session => trace.login == Some(Login::Failed) || trace.outcome == Outcome::Failed,
        TraceType::Message | TraceType::Connection => trace.outcome.is_problem(),
        _ => false,
    }
}

/// True where a report of this kind can explain what happened to a trace of another: the services of a mailbox explain
/// sessions and deliveries into mailboxes, those of a mail server its messages and connections, what checks
/// passwords explains whatever logs in.
fn can_explain(report: &EventReport, trace: &Trace, realm: &str) -> bool {
    match trace.kind {
        TraceType::Session => report.checks || report.realm == realm,
        _ => report.realm == realm || report.realm == "dovecot" && !report.checks,
    }
}

/// The events that explain what happened to problem traces: those reported nearest, on the same host. `of` gives the
/// last line, the host and the realm of a trace. The reports are in the order of their times; those without one, in that
/// of their lines, explain what stands below them without a time.
pub fn explain<'a>(
    traces: &[Trace],
    (reports, undated): (&[EventReport], &[EventReport]),
    times: &[Instant],
    of: impl Fn(u32) -> (&'a [u8], &'static str),
) -> Vec<Link> {
    /// Of so many reports near a failure one is looked for.
    const NEAR: usize = 16;
    let mut links = Vec::new();
    if reports.is_empty() && undated.is_empty() {
        return links;
    }
    for (number, trace) in (0..).zip(traces).filter(|(_, trace)| is_problem(trace)) {
        let at = times[trace.last as usize];
        let (all, end) = if at == NEVER {
            (undated, undated.partition_point(|report| report.line < trace.last))
        } else {
            (reports, reports.partition_point(|report| report.at <= at.saturating_add(AFTER)))
        };
        let near = all[..end].iter().rev().take(NEAR).take_while(|report| {
            let since = if at == NEVER {
                i64::from(trace.last.saturating_sub(LINES))
            } else {
                at.saturating_sub(BEFORE)
            };
            since <= if at == NEVER { i64::from(report.line) } else { report.at }
        });
        let (host, realm) = of(number);
        let same_host =
            |report: &&EventReport| report.host.is_empty() || host.is_empty() || report.host == host;
        // The most serious one says most, and of equals the nearest.
        let serious = |report: &EventReport| traces[report.event as usize].levels;
        // A trace whose own line says that this server failed is explained by what another part of it reported before.
        let own = trace.levels & super::bit(Level::Alert) != 0;
        let session = trace.kind == TraceType::Session;
        let behind = |report: &&EventReport| !own || report.at <= at && (session || report.realm != realm);
        let found = near
            .filter(|report| !report.follows)
            .filter(same_host)
            .filter(behind)
            .filter(|report| can_explain(report, trace, realm))
            .reduce(|best, other| if serious(other) > serious(best) { other } else { best });
        links.extend(found.map(|report| Link {
            from: report.event,
            to: number,
            led: Led::Cause,
            line: report.line,
            guess: true,
        }));
    }
    links
}

/// How an event counts among other traces.
pub fn outcome(level: Level) -> Outcome {
    match level {
        Level::Permanent | Level::Alert => Outcome::Failed,
        Level::Temporary => Outcome::Deferred,
        Level::Success => Outcome::Delivered,
        Level::Info | Level::Warning => Outcome::Unknown,
    }
}
