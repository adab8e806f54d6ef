//! What is told of chosen traces: a sentence may rest on the lines of others, but holds nothing of them.

use crate::export::Trace;
use crate::format::Role;
use crate::log::Log;
use crate::sort;
use crate::text::lossy;
use crate::vocabulary::{Cited, TraceType};
use rustc_hash::FxHashSet;
use std::ops::Range;

/// So many lines of a trace are looked at for whom they name.
const LOOKED: usize = 200;

/// What stands where another customer was named.
const ANOTHER: &str = "another customer";

/// Takes from what is told of a trace what belongs to messages and logins of others: of traces that are not chosen and
/// name somebody whom this one does not.
pub(super) fn keep(log: &Log, told: &mut Trace, is_chosen: impl Fn(u32) -> bool) {
    let trace = told.trace;
    let explanation = &told.explanation;
    let cited = explanation.story.iter().map(|told| &told.lines).chain([&explanation.cites]);
    let of = |line: u32| log.trace_of(line - 1);
    let mut foreign: Vec<u32> = cited
        .flat_map(|lines| lines.iter().copied())
        .filter(|line| of(*line).is_none_or(|of| of != trace && !is_chosen(of)))
        .collect();
    crate::sort::up(&mut foreign);
    foreign.dedup();
    if foreign.is_empty() {
        return;
    }
    let own = persons(log, log.lines_of(trace), true);
    let mut others = FxHashSet::default();
    foreign.retain(|line| {
        // A report of the server names its own users, too.
        let whole = of(*line).and_then(|of| log.indexed(of)).filter(|of| of.kind != TraceType::Event);
        let mut named = persons(log, &[*line], whole.is_some());
        named.retain(|name| !own.contains(name));
        let users = whole.map(|of| of.user).zip(log.indexed(trace).map(|own| own.user));
        let is_other =
            !named.is_empty() || users.is_some_and(|(other, own)| other != 0 && own != 0 && other != own);
        others.extend(named);
        is_other
    });
    let mut others: Vec<String> = others.into_iter().collect();
    // An address holds the name of its user.
    sort::by_key(&mut others, |name| std::cmp::Reverse(name.len()));
    let first = told.first_line;
    let cut = |cited: &mut Cited| {
        let mut left = cited.iter().copied().filter(|line| foreign.binary_search(line).is_err());
        *cited = match left.next() {
            Some(first) => Cited::new(first, left),
            None => Cited::new(first, []),
        };
    };
    let explanation = &mut told.explanation;
    explanation.story.iter_mut().map(|told| &mut told.lines).chain([&mut explanation.cites]).for_each(cut);
    explanation
        .next
        .retain(|step| step.command.as_ref().is_none_or(|command| unnamed(command, &others).is_none()));
    let texts = explanation.story.iter_mut().map(|told| &mut told.text);
    let texts = texts.chain(explanation.next.iter_mut().map(|step| &mut step.text));
    let texts = texts.chain(&mut explanation.missing).chain([&mut explanation.headline]);
    for text in texts {
        if let Some(unnamed) = unnamed(text, &others) {
            *text = unnamed;
        }
    }
}

/// Whom lines name: addresses and, where `users` are wanted, senders, recipients and users without one; in lower case.
fn persons(log: &Log, lines: &[u32], users: bool) -> FxHashSet<String> {
    let mut named = FxHashSet::default();
    for &line in lines.iter().take(LOOKED) {
        let parsed = log.parse(line - 1);
        let fields = parsed.entry.filter(|_| users).into_iter().flat_map(|entry| {
            let of_person = |role: Role| {
                matches!(role, Role::Sender | Role::Recipient | Role::OriginalRecipient | Role::User)
            };
            let captures =
                parsed.captures.iter().filter(move |capture| of_person(entry.field(**capture).role));
            captures.map(|capture| lossy(capture.at.of(parsed.body())).into_owned())
        });
        let text = lossy(parsed.line);
        let inside = |sign: char| sign.is_alphanumeric() || "@.-_+".contains(sign);
        let addresses = text.split(|sign| !inside(sign)).filter(|word| word.contains('@')).map(str::to_owned);
        for name in fields.chain(addresses) {
            let name = name.trim_matches(|sign: char| !sign.is_alphanumeric()).to_lowercase();
            if name.chars().count() > 2 {
                named.insert(name);
            }
        }
    }
    named
}

/// A text without these names; nothing where it has none of them.
fn unnamed(text: &str, names: &[String]) -> Option<String> {
    let lower = text.to_lowercase();
    // A letter that is longer in lower case moves all behind it.
    let lower = if lower.len() == text.len() { lower } else { text.to_owned() };
    let inside = |sign: char| sign.is_alphanumeric() || "@-_".contains(sign);
    let mut places: Vec<Range<usize>> = Vec::new();
    for name in names {
        for (at, _) in lower.match_indices(name.as_str()) {
            let at = at..at + name.len();
            let alone = !lower[..at.start].ends_with(inside) && !lower[at.end..].starts_with(inside);
            if alone && places.iter().all(|place| at.end <= place.start || place.end <= at.start) {
                places.push(at);
            }
        }
    }
    sort::by_key(&mut places, |place| place.start);
    let mut without = text.to_owned();
    for place in places.iter().rev() {
        without.replace_range(place.clone(), ANOTHER);
    }
    (!places.is_empty()).then_some(without)
}

#[cfg(test)]
mod tests {
    use super::unnamed;

    #[test]
    fn a_name_is_one_only_where_it_stands_alone() {
        let names = ["paula@shop.example", "paula"].map(str::to_owned);
        let told = |text: &str| unnamed(text, &names);
        assert_eq!(
            told("About Paula@shop.example and paula.").as_deref(),
            Some("About another customer and another customer.")
        );
        assert_eq!(told("About paula@far.example and paulas."), None);
    }
}
