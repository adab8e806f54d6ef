//! The words for a customer: somebody who knows nothing of mail servers. One letter for each thing that happened,
//! as one would write it: the state and who acts, what happened and why, what to do. No acronym, no blame, no guess,
//! and nothing that nobody asked: where something is wrong, what went well beside it is left out.
//!
//! What is said is decided here, in whole messages (`message.rs`) and advice (`advice.rs`); each language says them.
//! `about.rs` chooses what kind of letter a trace gets, one file makes each kind (`delivery.rs`, `session.rs`,
//! `filed.rs`, `refused.rs`, `dialogue.rs`, `other.rs`, `fault.rs`), `select.rs` leaves one letter for each trouble of
//! the whole paste, and `written.rs` writes it.

mod about;
mod advice;
mod delivery;
mod dialogue;
mod dutch;
mod english;
mod fault;
mod filed;
mod found;
mod french;
mod german;
mod gleaned;
mod group;
mod join;
mod message;
mod other;
mod portuguese;
mod refused;
mod select;
mod session;
mod settle;
mod shape;
mod spanish;
mod titles;
mod undelivered;
mod written;

use super::document::Block;
use crate::explain::situation::is_notice;
use crate::export::Trace;
use crate::format::Format;
use crate::log::Log;
use crate::vocabulary::{App, Cause, Cited, FormatKind, Language, Outcome, Party, TraceType};
use about::{is_nobodys, noise};
use gleaned::Gleaned;
use message::speech;
use select::{in_order, letters};
use titles::user;

/// What a customer is told of these traces, in an email.
pub(super) fn email(log: &Log, traces: &[u32], language: Language, app: Option<App>) -> Vec<Vec<Block>> {
    let told = in_order(log, traces);
    letters(log, &told).into_iter().map(|letter| letter.blocks(language, app)).collect()
}

/// The same in a chat: a few sentences for each.
pub(super) fn chat(log: &Log, traces: &[u32], language: Language) -> Vec<Block> {
    let told = in_order(log, traces);
    letters(log, &told).into_iter().filter_map(|letter| letter.chat(language)).collect()
}

/// Why there is nothing to write to a customer, by what weighs most; with its lines.
pub(super) fn silence(log: &Log, traces: &[u32]) -> (&'static str, Option<Cited>) {
    let told = in_order(log, traces);
    let acts = |(trace, _): &&(Trace, Gleaned)| {
        trace.explanation.party != Party::Nobody || trace.outcome.is_problem()
    };
    let Some((trace, _)) = told.iter().find(acts).or(told.first()) else {
        return ("no line here tells of email.", None);
    };
    let why = match trace.kind {
        _ if let Some(why) = noise(trace) => why,
        _ if is_nobodys(trace) && trace.outcome == Outcome::Delivered => {
            "the message was delivered, and nobody is shown to miss it."
        }
        _ if is_nobodys(trace) && is_notice(trace.sender.as_deref()) => {
            "it's an automatic notice, and nothing here shows which customer it concerns."
        }
        _ if is_nobodys(trace) => {
            "it's an automatic notice or a program's own message, and nobody waits for it."
        }
        TraceType::Dialogue | TraceType::Bounce
            if trace.explanation.party == Party::Nobody || settle::is_open(trace) =>
        {
            "what was pasted doesn't say why it failed."
        }
        _ if trace.explanation.party == Party::OurServer && trace.kind != TraceType::Message => {
            if (0..log.lines()).any(|line| log.is_of_people(line)) {
                return ("nothing here shows whom this concerns.", Some(trace.explanation.cites.clone()));
            }
            // Whose session it was, whoever pasted it left out.
            if trace.kind == TraceType::Session && trace.user.is_some() && user(trace).is_none() {
                return ("nothing here shows whose mailbox this is.", Some(trace.explanation.cites.clone()));
            }
            "nothing here shows that customers notice this."
        }
        _ if is_of(trace, FormatKind::Headers) && trace.explanation.party == Party::OurServer => {
            "the message arrived, and what was noted on its way kept nobody from it."
        }
        TraceType::Message
            if trace.explanation.party == Party::OurServer
                && !trace.outcome.is_problem()
                && (trace.sender.is_some() || user(trace).is_some()) =>
        {
            "nothing here shows that a message was lost or held up."
        }
        TraceType::Session
            if trace.explanation.party == Party::Nobody
                && crate::explain::decided(log, trace.trace) == Some(Cause::Network) =>
        {
            "a connection breaks off now and then, and nothing here shows that a message is missing."
        }
        _ if trace.explanation.party == Party::Nobody && !trace.outcome.is_problem() => {
            "what was read shows nothing that went wrong for a customer."
        }
        _ => "nothing here shows whose message or sign-in this is about.",
    };
    (why, Some(trace.explanation.cites.clone()))
}

/// All that a customer can be told in a language, without any names: its words are no one's.
pub(crate) fn every_text(language: Language) -> Vec<String> {
    let speech = speech(language);
    let said = message::every("", &None).into_iter().map(|of| of.say(speech));
    said.chain(message::titles("").iter().map(|of| speech.title(of))).collect()
}

/// True for a trace of a format of this kind.
fn is_of(trace: &Trace, kind: FormatKind) -> bool {
    Format::named(&trace.format).is_some_and(|format| format.kind == kind)
}

/// The part of an address after the `@`.
fn domain(address: &str) -> Option<&str> {
    address.rsplit_once('@').map(|(_, domain)| domain)
}

/// A number without needless zeros.
fn plain(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

#[cfg(test)]
mod tests;
