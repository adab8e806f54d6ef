//! Where Postfix looks in DNS for this very server, since its own name isn't among the domains that it counts as its own.

use super::message::is_name;
use super::situation::asked;
use crate::export::{Step, Trace};
use crate::log::Log;
use crate::text::lossy;
use crate::vocabulary::{AttemptOutcome, Outcome, Party, Software, TraceType};

/// Adds that, where the name that was looked up in vain is the one of the host that logged.
pub(super) fn add(log: &Log, trace: &mut Trace) -> bool {
    let failed = trace.attempts.iter().rfind(|tried| tried.outcome != AttemptOutcome::Success);
    let Some(tried) = failed.filter(|_| trace.kind == TraceType::Message) else { return false };
    let line = tried.end_line.unwrap_or(tried.start_line);
    let parsed = log.parse(line - 1);
    let host = lossy(parsed.origin.host).to_ascii_lowercase();
    let name = tried.recipient.as_deref().and_then(|to| to.rsplit_once('@')).map(|(_, of)| of.to_lowercase());
    let Some(name) = name.filter(|name| is_name(name)) else { return false };
    let looked_up = asked(tried).is_some_and(|asked| asked.eq_ignore_ascii_case(&name));
    // The log of most servers has the first part of the name alone, which domains of two parts share by chance.
    let own = host == name
        || !host.is_empty() && name.split('.').count() > 2 && name.split('.').next() == Some(&*host);
    // Who wrote from here, or to a bare name, got the server's own name added.
    let added = |address: Option<&str>| {
        address.is_some_and(|of| !of.contains('@') || of.to_lowercase().ends_with(&format!("@{name}")))
    };
    let local = added(trace.sender.as_deref()) || added(tried.original_recipient.as_deref());
    let postfix = parsed.entry.is_some_and(|entry| entry.format.software() == Some(Software::Postfix));
    if !(looked_up && own && local && postfix) {
        return false;
    }
    let waits = trace.outcome == Outcome::Deferred;
    let id = trace.id.clone().filter(|id| waits && is_name(id));
    let explanation = &mut trace.explanation;
    explanation.because(&format!(
        "{name} is this server's own name, but Postfix doesn't count it among its own domains (mydestination), so it looked for it in DNS and didn't find it."
    ));
    explanation.cites.add([line]);
    explanation.party = Party::OurServer;
    explanation.next = vec![Step {
        text: "Add the name to mydestination and load the settings; or set myorigin to a domain whose mail arrives somewhere, where local mail should go there:".into(),
        command: Some(format!(
            "postconf -e \"mydestination = {name}, $(postconf -h mydestination)\" && postfix reload"
        )),
    }];
    explanation.next.extend(id.map(|id| Step {
        text: "Then try the message again right away:".into(),
        command: Some(format!("postqueue -i {id}")),
    }));
    true
}
