//! Notices that come back for mail that nobody here sent: somebody writes to strangers with an address of ours as the sender,
//! and their servers return what they can't deliver.

use super::evidence::{around, value_of};
use super::{is_list, message, situation, steps};
use crate::export::{Step, Trace};
use crate::format::{Format, Role};
use crate::log::Log;
use crate::vocabulary::{Circumstance, Cited, Outcome, Party, TraceType};
use rustc_hash::FxHashMap;

/// From so many servers at least: whoever mistypes addresses gets a notice or two.
const SERVERS: usize = 3;

/// Says it of each such notice; true where it's one.
pub(super) fn add(log: &Log, trace: &mut Trace) -> bool {
    let is_notice = trace.kind == TraceType::Message
        && situation::is_notice(trace.sender.as_deref())
        && trace.client.is_some()
        && trace.outcome != Outcome::Failed;
    if !is_notice {
        return false;
    }
    let Some(to) = log.lines_of(trace.trace).iter().find_map(|line| recipient(log, *line)) else {
        return false;
    };
    // What a list or a newsletter sent under an address for its bounces comes back there.
    if is_list(&to) || to.split('@').next().is_some_and(|local| local.contains("bounce")) {
        return false;
    }
    // Each server that brought one, with the line of its first.
    let mut servers: FxHashMap<String, u32> = FxHashMap::default();
    let mut sent = false;
    for line in around(log, trace) {
        let Some(other) = log.trace_of(line - 1) else { continue };
        let Some(of) = log.indexed(other).filter(|of| of.kind == TraceType::Message) else { continue };
        if of.first != line - 1 {
            continue;
        }
        let (sender, client) = message::came_from(log, other);
        sent |= sender.as_ref().is_some_and(|sender| sender.eq_ignore_ascii_case(&to));
        let mine = || log.lines_of(other).iter().any(|line| recipient(log, *line).as_ref() == Some(&to));
        if let Some(client) = client.filter(|_| situation::is_notice(sender.as_deref()) && mine()) {
            servers.entry(client).or_insert(line);
        }
    }
    if sent || servers.len() < SERVERS {
        return false;
    }
    let mut lines: Vec<u32> = servers.into_values().collect();
    crate::sort::up(&mut lines);
    let (first, number) = (trace.explanation.cites[0], lines.len());
    let text = format!(
        "Notices for {to} came from {number} servers, and nothing here shows that {to} sent anything: probably somebody else sends mail with this address as the sender (backscatter), which needs no login here; or its own mail went out elsewhere, such as by a newsletter service."
    );
    let explanation = &mut trace.explanation;
    explanation.headline = text;
    explanation.cites = Cited::new(first, lines.into_iter().filter(|line| *line != first));
    explanation.party = Party::Nobody;
    explanation.circumstance = Some(Circumstance::NameMisused);
    let domain = to.rsplit_once('@').map_or("", |(_, domain)| domain);
    explanation.next = vec![
        steps::see_logins(
            "A new password doesn't stop it. To be sure that nobody uses the mailbox, see whether its login sent anything:",
            &to,
            Format::named(&trace.format).and_then(Format::software),
        ),
        Step {
            text: format!(
                "So that other servers refuse such mail at once, publish an SPF record that ends in -all, DKIM and a DMARC policy for {domain}. Such waves end by themselves after some days; until then a filter can put the notices aside."
            ),
            command: Some(format!("dig +short TXT {domain}; dig +short TXT _dmarc.{domain}"))
                .filter(|_| message::is_name(domain)),
        },
    ];
    true
}

/// The one recipient that a line names.
fn recipient(log: &Log, line: u32) -> Option<String> {
    let to = value_of(log, line, |field| matches!(field.role, Role::Recipient | Role::Address))?;
    Some(to).filter(|to| to.matches('@').count() == 1 && !to.contains([' ', ',']))
}
