//! The steps where our own server refused something that arrived, with what its line names.

use super::message::is_name;
use super::situation::domains;
use super::words::put;
use crate::export::Step;
use crate::knowledge::Reason;
use crate::knowledge::arriving::{Arriving, arriving};
use crate::knowledge::classify::{Evidence, classify};
use crate::knowledge::named::Named;
use crate::log::{Log, Parsed};
use crate::text::lossy;
use crate::vocabulary::Role;

/// What is known of a refusal of this line for this reason.
fn row(parsed: &Parsed<'_>, reason: Reason) -> Option<&'static Arriving> {
    arriving(reason, classify(&Evidence::text(&lossy(parsed.body()))).refusal)
}

/// Why our server refused what this line tells of, in one sentence.
pub(super) fn why(parsed: &Parsed<'_>, reason: Reason) -> Option<&'static str> {
    row(parsed, reason).map(|row| row.why)
}

/// What to do about a refusal for this reason; `line` is the one that states it, from 1.
pub(super) fn steps(log: &Log, line: u32, reason: Reason) -> Vec<Step> {
    let parsed = log.parse(line - 1);
    let Some(row) = row(&parsed, reason) else { return Vec::new() };
    let Some(entry) = parsed.entry else { return Vec::new() };
    let part = |role| {
        let text = lossy(entry.part(role, &parsed.captures)?.of(parsed.body())).into_owned();
        Some(text.trim_matches(['<', '>']).to_owned()).filter(|text| !text.is_empty())
    };
    let domain = |role| Some(part(role)?.rsplit_once('@')?.1.to_owned());
    let said = lossy(parsed.body());
    let named = || Named::of(&said).domain.map(str::to_owned);
    let value = |name: &str| match name {
        "client" => part(Role::Client),
        "to" => part(Role::Recipient),
        "to-domain" => domain(Role::Recipient),
        "from-domain" => domain(Role::Sender),
        "author-domain" => named().or_else(|| domain(Role::Sender)),
        _ => None,
    };
    let unnamed = |name: &str| {
        Some(match name {
            "client" => "this address",
            "to" => "the recipient's address",
            "to-domain" => "the recipient's domain",
            "from-domain" => "the sender's domain",
            "author-domain" => "the domain in the From line",
            _ => return None,
        })
    };
    let domains = || domains(entry.format.id).map(str::to_owned);
    let step = |(text, command): &(&str, &str)| {
        let text = put(text, |name| value(name).or_else(|| unnamed(name).map(str::to_owned)))?;
        let safe = |name: &str| match name {
            "domains" => domains(),
            "client" => value(name).filter(|ip| ip.parse::<std::net::IpAddr>().is_ok()),
            _ => value(name).filter(|name| is_name(name)),
        };
        let leads = text.ends_with(':') && !text.contains(". ");
        Some(super::steps::step(text, command, safe)).filter(|step| step.command.is_some() || !leads)
    };
    row.steps.iter().filter_map(step).collect()
}
