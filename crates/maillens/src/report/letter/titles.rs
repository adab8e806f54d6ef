//! What a letter is called: whose message, sign-in or connection it's about, by the names that may be shown.

use super::about::{is_fault, is_list};
use super::gleaned::Gleaned;
use super::message::{Effect, Title};
use super::{domain, is_of};
use crate::explain;
use crate::explain::situation::{is_notice, original};
use crate::export::Trace;
use crate::knowledge::named::is_old_entry;
use crate::log::Log;
use crate::vocabulary::{Cause, FormatKind, Login, Reason, Sign, TraceType};
use rustc_hash::FxHashSet;

/// What a trace is called.
pub(super) fn title<'a>(log: &Log, trace: &'a Trace, facts: &'a Gleaned) -> Title<'a> {
    // Somebody waits for a message that was refused, not for a connection.
    let refused =
        matches!(trace.kind, TraceType::Connection | TraceType::Event | TraceType::Message | TraceType::Scan)
            && trace.attempts.is_empty()
            && (trace.outcome.is_problem() || trace.kind == TraceType::Scan)
            && !is_of(trace, FormatKind::Headers)
            && !(is_fault(trace) && facts.to.is_empty());
    let named =
        trace.kind != TraceType::Message && sender(trace, facts).is_some_and(|from| from.contains('@'));
    if refused && (!facts.to.is_empty() || named) {
        let to = facts.to.iter().map(String::as_str).collect();
        let from = sender(trace, facts);
        return match from {
            None if is_notice(trace.sender.as_deref()) => Title::Notice { to },
            from => Title::Message { from: from.filter(|from| !is_rewritten(from)), to },
        };
    }
    // Nobody wrote to the address behind a forward.
    let written = trace.attempts.iter().filter_map(|attempt| {
        original(attempt).filter(|of| of.contains('@')).or(attempt.recipient.as_deref())
    });
    let mut seen = FxHashSet::default();
    let mut to: Vec<&str> = written.filter(|to| is_shown(to) && seen.insert(*to)).collect();
    // A bare account of this server says less than the address that a line names.
    let from = trace.sender.as_deref().filter(|from| from.is_empty() || is_shown(from));
    let from = from.filter(|from| from.contains('@') || facts.from.is_none());
    // Headers and lines of our own server may name what the trace doesn't.
    let from = from.or(facts.from.as_deref().filter(|_| trace.kind == TraceType::Message));
    if to.is_empty() && trace.kind == TraceType::Message {
        to.extend(facts.to.iter().map(String::as_str));
    }
    match trace.kind {
        TraceType::Event if let Some(address) = facts.banned.as_deref() => Title::Blocked { address },
        TraceType::Session if trace.login != Some(Login::Failed) && trace.outcome.is_problem() => {
            user(trace).map_or_else(|| from_where(trace), |user| Title::Mailbox { user })
        }
        TraceType::Session
            if trace.login == Some(Login::Ok)
                && (facts.collected.or(facts.fetched).is_some()
                    || explain::decided(log, trace.trace) == Some(Cause::Idle)) =>
        {
            user(trace).map_or_else(|| from_where(trace), |user| Title::Mailbox { user })
        }
        TraceType::Session => match user(trace) {
            Some(user) => Title::SignIn { user },
            None if trace.login == Some(Login::Failed) => Title::Trouble(Effect::SignIn),
            None => from_where(trace),
        },
        TraceType::Event
            if let Some(user) = facts.account.as_deref().filter(|_| {
                explain::turned_away(log, &trace.explanation.cites) == Some(Reason::SecurityError)
            }) =>
        {
            Title::SignInToSend { user }
        }
        TraceType::Event if let Some(user) = facts.named.as_deref() => Title::SignIn { user },
        TraceType::Event => Title::Problem,
        TraceType::Connection if is_list(trace) => Title::Problem,
        TraceType::Connection if is_fault(trace) => Title::Problem,
        TraceType::Connection if let Some(user) = user(trace).filter(|_| trace.outcome.is_problem()) => {
            from.map_or(Title::SignInToSend { user }, |_| Title::SentBy { user })
        }
        TraceType::Connection => from_where(trace),
        TraceType::Scan => Title::Scan,
        TraceType::Dialogue if !to.is_empty() => {
            Title::Message { from: from.filter(|from| !from.is_empty() && !is_rewritten(from)), to }
        }
        TraceType::Dialogue if facts.from.is_some() || !facts.to.is_empty() => {
            Title::Message { from: facts.from.as_deref(), to: facts.to.iter().map(String::as_str).collect() }
        }
        TraceType::Dialogue
            if let Some(app) =
                facts.app.filter(|_| is_of(trace, FormatKind::App) && facts.provider.is_none()) =>
        {
            Title::App { app, of: facts.place.as_deref() }
        }
        TraceType::Dialogue
            if let Some(domain) = facts.server.as_deref().filter(|_| {
                log.lines_of(trace.trace).iter().any(|line| explain::is(log, *line, Sign::DomainReport))
            }) =>
        {
            Title::Domain { domain }
        }
        TraceType::Dialogue if let Some(server) = facts.provider.or(facts.server.as_deref()) => {
            if facts.shown.is_some() { Title::Certificate { server } } else { Title::Server { server } }
        }
        TraceType::Dialogue
            if let Some(domain) = facts.place.as_deref().filter(|_| is_of(trace, FormatKind::App)) =>
        {
            Title::Domain { domain }
        }
        TraceType::Dialogue
            if [FormatKind::App, FormatKind::Library].iter().any(|kind| is_of(trace, *kind)) =>
        {
            Title::AppError
        }
        TraceType::Dialogue if trace.first_line == trace.last_line => Title::Reply,
        TraceType::Dialogue => Title::Conversation,
        TraceType::Message | TraceType::Bounce => {
            if is_notice(from) || trace.kind == TraceType::Bounce && from.is_none() && to.is_empty() {
                return Title::Notice { to };
            }
            if let (TraceType::Message, Some(user), true) = (trace.kind, user(trace), to.is_empty()) {
                to.push(user);
            }
            // A name without a domain is a program's: nobody knows the message by it.
            Title::Message { from: from.filter(|from| from.contains('@') && !is_rewritten(from)), to }
        }
    }
}

/// A connection of somebody who gave no name, by its address.
fn from_where(trace: &Trace) -> Title<'_> {
    let address = trace.client.as_deref().filter(|client| is_shown(client));
    address.map_or(Title::Connection, |address| Title::From { address })
}

/// Who wrote a message.
pub(super) fn sender<'a>(trace: &'a Trace, facts: &'a Gleaned) -> Option<&'a str> {
    let own = trace.sender.as_deref().filter(|from| !from.is_empty());
    own.or(facts.from.as_deref()).filter(|from| is_shown(from))
}

/// Who is signed in, or wants to be.
pub(super) fn user(trace: &Trace) -> Option<&str> {
    trace.user.as_deref().filter(|user| is_shown(user))
}

/// True for a name that whoever pasted it left as it is.
pub(super) fn is_shown(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    !name.is_empty()
        && !is_old_entry(name)
        && !name.contains(['*', '(', ')', '[', ']', '<', '>', ' ', '\u{2026}'])
        && !["redacted", "hidden", "protected"].iter().any(|word| lower.contains(word))
        // Of an address of which some letters are covered, the rest still says whose it is.
        && !domain(&lower).unwrap_or(&lower).contains("xxx")
}

/// True for an address that a forwarder or a mailing list made up for one message (SRS, BATV, VERP): nobody knows it.
pub(super) fn is_rewritten(address: &str) -> bool {
    let (local, _) = address.rsplit_once('@').unwrap_or((address, ""));
    let lower = local.to_ascii_lowercase();
    ["srs0", "srs1", "prvs=", "btv1=="].iter().any(|lead| lower.starts_with(lead))
        || lower.contains('=') && lower.contains(['+', '-'])
        || local.len() > 30 && local.bytes().filter(u8::is_ascii_digit).count() > 9
}
