//! A message of our own that went out without a signature, because the filter that signs took its client for a stranger.
//! Of mail that comes in the same lines say what is normal.

use super::is;
use crate::export::{Sentence, Step, Trace};
use crate::knowledge::fault::is_local;
use crate::log::Log;
use crate::sort;
use crate::text::lossy;
use crate::vocabulary::{Cited, Level, Party, Role, Sign, TraceType};

/// Adds it to the message.
pub(super) fn add(log: &Log, trace: &mut Trace) {
    if trace.kind != TraceType::Message || !trace.attempts.iter().any(super::is_remote) {
        return;
    }
    let lines = log.lines_of(trace.trace);
    // Whoever brought it may have signed it.
    if lines.iter().any(|line| is(log, *line, Sign::SignatureRight)) {
        return;
    }
    let Some(line) = lines.iter().copied().find(|line| is(log, *line, Sign::NotInternal)) else { return };
    let parsed = log.parse(line - 1);
    let named = parsed.entry.and_then(|entry| entry.part(Role::Ip, &parsed.captures));
    let named = named.map(|at| lossy(at.of(parsed.body())).into_owned());
    let Some(client) = named.filter(|client| is_local(client)) else { return };
    let more = lines.iter().copied().filter(|line| is(log, *line, Sign::NotAuthenticated));
    let explanation = &mut trace.explanation;
    explanation.headline.push_str(" OpenDKIM didn't sign it.");
    explanation.story.push(Sentence {
        shown: super::shown(log, line - 1),
        text: format!(
            "OpenDKIM didn't sign the message: it takes {client} for an outside client (InternalHosts doesn't have it), and the client didn't log in."
        ),
        lines: Cited::new(line, more),
        level: Level::Warning,
    });
    sort::by_key(&mut explanation.story, |told| told.lines[0]);
    if explanation.party == Party::Nobody {
        explanation.party = Party::OurServer;
    }
    explanation.next.insert(
        0,
        Step {
            text: format!("Add {client} or its network to InternalHosts of OpenDKIM (often the file TrustedHosts) and restart it, or have the client log in to send:"),
            command: Some("grep -E '^(InternalHosts|ExternalIgnoreList)' /etc/opendkim.conf; systemctl restart opendkim".into()),
        },
    );
}
