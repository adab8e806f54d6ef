//! Whose server answers in a conversation. Most are the other side's; some show that they are ours.

use super::super::document::TakenApart;
use super::Exchange;
use crate::format::{Place, Role};
use crate::knowledge::classify::Phase;
use crate::knowledge::fault::is_local;
use crate::log::Log;
use crate::text::lossy;
use crate::vocabulary::{Datum, FormatKind};

/// So many lines are looked through: who pastes a conversation adds a few lines of the log.
const LINES: u32 = 300;

/// Whose server it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Owner {
    /// Nothing shows it.
    Unknown,
    /// The server itself wrote the conversation down.
    Writer,
    /// It was called, or is named, as only a machine of the same network is.
    Near,
    /// Its own log stands beside the conversation: a line of it, from 1.
    Logged(u32),
}

/// What a server writes in front of what it got, where programs write both sides down.
const GOT: &[&str] = &["RECEIVED:", ",<,", "<--"];

impl Owner {
    pub(super) fn of(document: &TakenApart<'_>, all: &[Exchange]) -> Owner {
        let commands = all.iter().filter(|exchange| exchange.typed && exchange.at.is_some());
        let got = |line: &u32| {
            let text = document.pasted(*line);
            GOT.iter().any(|mark| text.contains(mark))
        };
        if commands.filter_map(|exchange| exchange.lines.first()).any(got) {
            return Owner::Writer;
        }
        let to = |role| document.first(role, |told| told.is_of(FormatKind::Telnet));
        let called = [Role::Ip, Role::Remote].into_iter().filter_map(to).any(|(_, ip)| is_near(&ip));
        let greeted = |exchange: &Exchange| {
            let text = exchange.text.join(" ");
            match exchange.at {
                // `220 EX01.firm.local ESMTP`
                Some(Phase::Greet) => text.split_whitespace().next().is_some_and(is_inside),
                // `250-EX01 Hello [192.168.1.25]`: the server sees the client by an address of their network.
                Some(Phase::Helo) => text.split(['[', ']', '(', ')', ' ']).any(is_near),
                _ => false,
            }
        };
        if called || all.iter().any(greeted) {
            return Owner::Near;
        }
        let names = all.iter().filter(|exchange| exchange.at == Some(Phase::Greet));
        let names: Vec<String> = names
            .filter_map(|of| of.text.first()?.split_whitespace().next().map(str::to_lowercase))
            .collect();
        let mut whole = names.iter().filter(|name| name.contains('.'));
        let logged = whole.find_map(|name| logged_at(document.log, name));
        logged.map_or(Owner::Unknown, Owner::Logged)
    }
}

/// True for an address of the machine itself or of its network.
fn is_near(text: &str) -> bool {
    text.parse::<std::net::IpAddr>().is_ok() && is_local(text)
}

/// True for a whole name that exists in no public DNS.
fn is_inside(name: &str) -> bool {
    name.contains('.') && name.parse::<std::net::IpAddr>().is_err() && is_local(name)
}

/// The line, from 1, that a machine of this name wrote, or that tells of a call to it there.
fn logged_at(log: &Log, name: &str) -> Option<u32> {
    let first = name.split('.').next().unwrap_or_default();
    (1..=log.lines().min(LINES)).find(|line| {
        let parsed = log.parse(line - 1);
        let Some(entry) = parsed.entry.filter(|entry| !matches!(entry.format.place, Place::Document(_)))
        else {
            return false;
        };
        let host = lossy(parsed.origin.host).to_lowercase();
        let called = entry.datum(Datum::OwnName, &parsed.captures).map(|at| lossy(at.of(parsed.body())));
        host == name
            || first.len() > 2 && host == first
            || called.is_some_and(|called| called.eq_ignore_ascii_case(name))
    })
}
