//! Somebody who tries whether a server passes mail on for everybody: one sender after the other, and each refused in other
//! words because this server does so only for those whom it knows.

use super::Exchange;
use super::records::Records;
use crate::export::Step;
use crate::knowledge::classify::Phase;
use crate::vocabulary::{Cited, Party, Reason};
use std::collections::BTreeSet;

/// What such a conversation means, whoever tested the server so.
pub(super) fn of(all: &[Exchange]) -> Option<Records> {
    let at = |phase| all.iter().filter(move |exchange| exchange.at == Some(phase));
    let tried: Vec<&Exchange> = at(Phase::Rcpt).collect();
    let is_denied = |exchange: &&Exchange| {
        exchange.code.is_some_and(|code| code >= 500)
            && matches!(exchange.verdict().reason, Reason::NoRelaying | Reason::SecurityError)
    };
    if tried.len() < 2
        || !tried.iter().all(is_denied)
        || at(Phase::Auth).next().is_some()
        || at(Phase::Data).next().is_some()
    {
        return None;
    }
    // An app that tries again is told the same again; other senders bring other answers.
    let codes: BTreeSet<Option<u16>> = tried.iter().map(|exchange| exchange.code).collect();
    if at(Phase::Mail).count() < 2 || codes.len() < 2 {
        return None;
    }
    let lines: Vec<u32> = tried.iter().flat_map(|exchange| exchange.lines.iter().copied()).collect();
    Some(Records {
        headline: "The server refused each try and took no mail. Probably somebody tested whether it passes on mail for everybody (open relay).".into(),
        cites: Cited::new(*lines.first()?, lines.iter().skip(1).copied()),
        party: Party::Nobody,
        next: vec![Step {
            text: "Nothing needs to be done: every server on the internet is tested like this. Whoever comes back often can be blocked (a ban list, fail2ban).".into(),
            command: None,
        }],
    })
}
