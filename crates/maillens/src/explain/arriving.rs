//! The steps where our own server refused something that arrived, with what its line names.

use super::message::is_name;
use super::situation::begin;
use super::words::put;
use crate::export::Step;
use crate::knowledge::arriving::{Arriving, arriving};
use crate::knowledge::classify::{Evidence, classify};
use crate::knowledge::named::Named;
use crate::knowledge::{Reason, misspelled};
use crate::log::{Log, Parsed};
use crate::text::lossy;
use crate::vocabulary::{Datum, Role};

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
    let domains = || {
        let domains = entry.format.server().map(|server| server.domains)?;
        Some(domains.to_owned()).filter(|command| !command.is_empty())
    };
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
    // Nobody's own server takes mail for the large mailbox providers.
    let theirs = domain(Role::Recipient).is_some_and(|domain| misspelled::is_provider(&domain));
    // A great provider signs what it sends: something on the way changed it.
    let signs = value("author-domain").is_some_and(|domain| misspelled::is_provider(&domain));
    let fits = |own: &(&'static str, &'static str)| match own.1 {
        "{domains}" if theirs => *OWN_DEVICE,
        "dig +short TXT _dmarc.{author-domain}" if signs => *CHANGED,
        _ => *own,
    };
    // What calls itself by the domain that it writes for is the server of that domain.
    let datum = |of| Some(lossy(entry.datum(of, &parsed.captures)?.of(parsed.body())).to_lowercase());
    let of_domain = |name: String| {
        let domain = domain(Role::Sender).unwrap_or_default().to_lowercase();
        !domain.is_empty() && name.strip_suffix(&domain).is_some_and(|rest| rest.ends_with('.'))
    };
    let by_server = [Datum::Greeting, Datum::ClientName].into_iter().filter_map(datum).any(of_domain);
    let by = |own: &(&'static str, &'static str)| match own.0.strip_prefix(BY_SERVER) {
        Some(rest) if by_server => Some((rest, own.1)),
        None if by_server && own.0.starts_with(BY_USER) => None,
        _ => Some(*own),
    };
    row.steps
        .iter()
        .map(fits)
        .filter_map(|own| by(&own))
        .filter_map(|own| step(&own))
        .map(|own| Step { text: begin(&own.text), ..own })
        .collect()
}

/// How a step begins that is only for who logs in here, and one for a server that brings mail.
const BY_USER: &str = "If a user of this server sent it";
const BY_SERVER: &str = "If another server sent it: ";

/// What stands in place of a mistake of a great provider's.
const CHANGED: &(&str, &str) = &(
    "{author-domain} signs its mail, so something on the way changed it, usually a mailing list or a forward, or it's forged. Have whoever runs the list let it rewrite From (Mailman: dmarc_moderation_action), or exempt {client} from the check, if you trust it.",
    "",
);

/// What stands in place of a domain of our own that isn't one.
const OWN_DEVICE: &(&str, &str) = &(
    "If {client} is a device or server of your own, allow its address to send through this server (Postfix: mynetworks; Sendmail: Connect:{client} RELAY in /etc/mail/access). If it's a stranger's, the refusal is right.",
    "",
);
