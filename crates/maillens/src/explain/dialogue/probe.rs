//! A stranger who tries whether a server passes mail on for everybody: one sender after the other, always for the same
//! recipient elsewhere, and all refused.

use super::super::document::TakenApart;
use super::Exchange;
use super::owner::Owner;
use super::records::Records;
use crate::export::Step;
use crate::format::Role;
use crate::knowledge::classify::Phase;
use crate::vocabulary::{Cited, Party};
use std::collections::BTreeSet;

/// What such a conversation means; only a server's own record of it counts, as whoever tests a server by hand does the same.
pub(super) fn of(document: &TakenApart<'_>, all: &[Exchange], owner: Owner) -> Option<Records> {
    let at = |phase| all.iter().filter(move |exchange| exchange.at == Some(phase));
    let tried: Vec<&Exchange> = at(Phase::Rcpt).collect();
    let refused =
        tried.len() > 1 && tried.iter().all(|exchange| exchange.code.is_some_and(|code| code >= 500));
    if owner != Owner::Writer
        || !refused
        || at(Phase::Auth).next().is_some()
        || at(Phase::Data).next().is_some()
    {
        return None;
    }
    let named = |role| {
        let values = document.lines.iter().filter_map(move |told| told.value(role));
        values.map(|value| value.to_ascii_lowercase()).collect::<BTreeSet<_>>()
    };
    let (from, to) = (named(Role::Sender), named(Role::Recipient));
    if from.len() < 2 || to.len() != 1 {
        return None;
    }
    let lines: Vec<u32> = tried.iter().flat_map(|exchange| exchange.lines.iter().copied()).collect();
    Some(Records {
        headline: "A stranger tried whether this server passes on mail for everybody (open relay): it refused each try and took no mail.".into(),
        cites: Cited::new(*lines.first()?, lines.iter().skip(1).copied()),
        party: Party::Nobody,
        next: vec![Step {
            text: "Nothing needs to be done: every server on the internet is tested like this. Whoever comes back often can be blocked (a ban list, fail2ban).".into(),
            command: None,
        }],
    })
}
