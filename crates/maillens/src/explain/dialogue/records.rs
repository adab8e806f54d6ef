//! What a look-up in DNS shows as a whole: its answers, that there is none, or records of which there may be only one.

use super::super::document::{TakenApart, Told};
use super::super::words::list;
use crate::export::Step;
use crate::format::Role;
use crate::text::prompt;
use crate::vocabulary::{Cited, FormatKind, Party, Sign};

/// What the answers come to.
pub(super) struct Records {
    pub headline: String,
    pub cites: Cited,
    pub party: Party,
    pub next: Vec<Step>,
}

/// What a domain may publish once: how the text begins, its name, and what several of them do (RFC 7208, RFC 7489).
const SINGLE: &[(&str, &str, &str)] = &[
    ("v=spf1", "SPF", "receivers can't use any of them, and SPF gives permerror for all mail of the domain"),
    ("v=DMARC1", "DMARC", "receivers ignore them all, as if there were none"),
];

impl Records {
    /// What the name that was looked up makes of the answers, or of there being none; `None` where nothing special.
    pub(super) fn special(document: &TakenApart<'_>) -> Option<Records> {
        let question = document.lines.first().filter(|told| told.is_of(FormatKind::Lookup))?;
        let answers = answers(document);
        let name = asked(question)
            .filter(|name| name.parse::<std::net::IpAddr>().is_err())
            .or_else(|| document.lines.iter().find_map(|told| told.value(Role::Host)))
            .map(|name| name.trim_end_matches('.').to_owned())?;
        let unknown = document.lines.iter().find(|told| told.is(Sign::NoSuchName));
        if name.ends_with(".in-addr.arpa") || name.ends_with(".ip6.arpa") {
            return reverse(&name, unknown, &answers);
        }
        doubled(document, &name, &answers)
            .or_else(|| listed(&name, unknown, &answers))
            .or_else(|| revoked(&answers))
            .or_else(|| no_exchanger(document, &name, &answers))
    }

    /// `None` where DNS said that something is wrong, which its own line tells, or nothing was looked up.
    pub(super) fn of(document: &TakenApart<'_>) -> Option<Records> {
        let question = document.lines.first().filter(|told| told.is_of(FormatKind::Lookup))?;
        let name = asked(question)?;
        let answers = answers(document);
        let commands = commands(question);
        if commands.len() > 1 {
            return of_each(question.line, &commands, &answers);
        }
        if let Some(several) = several(&name, &answers) {
            return Some(several);
        }
        let short = document.lines.len() == 1 && question.text().contains("+short");
        let headline = match answers[..] {
            [] if short => {
                format!("dig got nothing for {name}: there is no such record, or the look-up failed.")
            }
            [] => return None,
            [only] => only.says(),
            [first, ..] => format!("DNS gives {} answers. {}", answers.len(), first.says()),
        };
        let lines = answers.iter().map(|told| told.line);
        Some(Records {
            headline,
            cites: Cited::new(question.line, lines),
            party: Party::Nobody,
            next: Vec::new(),
        })
    }
}

/// The answers; who is in charge of the zone is none, where nobody asked for that.
fn answers<'a, 'b>(document: &'a TakenApart<'b>) -> Vec<&'a Told<'b>> {
    let is_answer = |told: &&Told<'_>| {
        told.is_any(&[Sign::Record, Sign::RecordMx, Sign::Short, Sign::ShortMx])
            && !told.text().split_whitespace().any(|word| word == "SOA")
    };
    document.lines.iter().filter(is_answer).collect()
}

/// What was typed, command by command.
fn commands(question: &Told<'_>) -> Vec<String> {
    let text = question.text();
    let typed = text.get(prompt::of_command(text.as_bytes())..).unwrap_or_default().replace("&&", ";");
    typed.split(';').map(|command| command.trim().to_owned()).filter(|command| !command.is_empty()).collect()
}

/// What each of several commands in one line shows, where that can be told: each shows one value, or shows none as `ip` does.
fn of_each(line: u32, commands: &[String], answers: &[&Told<'_>]) -> Option<Records> {
    let shows: Vec<&String> = commands.iter().filter(|command| !command.starts_with("ip ")).collect();
    let values: Vec<String> = answers.iter().map(|told| told.text()).collect();
    let headline = match answers.len() {
        0 => return None,
        count if count == shows.len() => {
            let each = shows
                .iter()
                .zip(&values)
                .map(|(command, value)| format!("\u{201c}{command}\u{201d} gives {value}"));
            format!("{}.", each.collect::<Vec<_>>().join("; "))
        }
        _ => format!("The commands give {}.", list(&values.iter().map(String::as_str).collect::<Vec<_>>())),
    };
    let cites = Cited::new(line, answers.iter().map(|told| told.line));
    Some(Records { headline, cites, party: Party::Nobody, next: Vec::new() })
}

/// A record under a name that ends in its domain twice, as where a panel appends the domain to a whole name.
fn doubled(document: &TakenApart<'_>, name: &str, answers: &[&Told<'_>]) -> Option<Records> {
    let labels: Vec<&str> = name.split('.').collect();
    let repeats =
        |count: &usize| labels[labels.len() - count..] == labels[labels.len() - 2 * count..][..*count];
    let count = (2..=labels.len() / 2).rev().find(repeats)?;
    let single = labels[..labels.len() - count].join(".");
    let own = &labels[..labels.len() - 2 * count];
    let short = if own.is_empty() { "@".to_owned() } else { own.join(".") };
    let first = answers.first()?;
    let kind = if first.text().contains("v=DMARC1") { "DMARC record" } else { "record" };
    Some(Records {
        headline: format!(
            "The {kind} is under the wrong name, with the domain twice: {name}. The DNS panel appended the domain to a name that already had it, so nobody who asks for {single} finds the {kind}. Waiting doesn't help."
        ),
        cites: Cited::new(document.lines[0].line, answers.iter().map(|told| told.line)),
        party: Party::Dns,
        next: step(
            &format!(
                "In the DNS panel, enter only {short} as the record's name, since the panel adds the domain, and delete the other record. Then ask again:"
            ),
            format!("dig +short TXT {single}"),
        ),
    })
}

/// The address that a name turned round stands for, with the rest of the name.
fn turned(name: &str) -> Option<(std::net::Ipv4Addr, &str)> {
    let mut parts = name.splitn(5, '.');
    let mut octet = || parts.next()?.parse::<u8>().ok();
    let (d, c, b, a) = (octet()?, octet()?, octet()?, octet()?);
    Some((std::net::Ipv4Addr::new(a, b, c, d), parts.next()?))
}

fn step(text: &str, command: String) -> Vec<Step> {
    vec![Step { text: text.into(), command: Some(command).filter(|command| !command.is_empty()) }]
}

/// An address without a name of its own, or with one that its provider gave to all of its addresses.
fn reverse(name: &str, unknown: Option<&Told<'_>>, answers: &[&Told<'_>]) -> Option<Records> {
    /// What such names hold.
    const GENERIC: &[&str] =
        &["dynamic", "dyn.", "dsl", "dhcp", "pool", "dialup", "dip0.", "static.", "customer"];
    let ip = turned(name).map(|(ip, _)| ip.to_string());
    let own = ip.clone().unwrap_or_else(|| name.to_owned());
    let told = match (unknown, answers) {
        (Some(told), []) => told,
        (_, [only]) => only,
        _ => return None,
    };
    let target = told.text().split_whitespace().next_back()?.trim_end_matches('.').to_ascii_lowercase();
    let numbers = ip.map_or(0, |ip| {
        let words: Vec<&str> = target.split(|letter: char| !letter.is_ascii_digit()).collect();
        ip.split('.').filter(|octet| words.contains(octet)).count()
    });
    let headline = if unknown.is_some() {
        format!(
            "The address has no reverse name (PTR) in DNS: {own}. Many servers accept no mail from such an address."
        )
    } else if numbers > 2 || GENERIC.iter().any(|word| target.contains(word)) {
        format!(
            "The reverse name is a generic one of the provider, not the mail server's own: {own} is {target}. Many servers accept no mail from such an address."
        )
    } else {
        return None;
    };
    Some(Records {
        headline,
        cites: Cited::new(told.line, []),
        party: Party::OurServer,
        next: step(
            "If the address sends mail, have its provider set the reverse name to the server's full name, which must lead back to the address. On a line without a fixed address, send through a relay instead.",
            String::new(),
        ),
    })
}

/// What a block list answers about an address (RFC 5782); 127.255.255.x says that the question was refused.
fn listed(name: &str, unknown: Option<&Told<'_>>, answers: &[&Told<'_>]) -> Option<Records> {
    let (ip, zone) = turned(name)?;
    let address = |told: &Told<'_>| told.value(Role::Remote).filter(|value| value.starts_with("127."));
    let (headline, party, next, line) = match (
        answers.iter().find_map(|told| Some((told, address(told)?))),
        unknown,
    ) {
        (Some((told, code)), _) if code.starts_with("127.255.255.") => (
            format!(
                "The block list refused the question ({code}), as it does to public or shared DNS servers and to who asks too much: that is no listing of {ip}."
            ),
            Party::OurServer,
            step(
                "Ask through a resolver of your own (unbound on the server), not a public one; filters that ask the same way must do so, too:",
                format!("dig +short {name}; cat /etc/resolv.conf"),
            ),
            told.line,
        ),
        (Some((told, code)), _) => (
            format!("The block list has the address {ip} on it: {zone} answers {code}."),
            Party::OurServer,
            step(
                "Look the address up at the list's website, stop the cause (a hacked account, a script, an infected device), then ask for removal there. What the list says of it:",
                format!("dig +short TXT {name}"),
            ),
            told.line,
        ),
        (None, Some(told)) => (
            format!("The block list doesn't have the address {ip} on it ({zone})."),
            Party::Nobody,
            Vec::new(),
            told.line,
        ),
        (None, None) => return None,
    };
    Some(Records { headline, cites: Cited::new(line, []), party, next })
}

/// A DKIM key that was taken back: a record without a key (RFC 6376, section 3.6.1).
fn revoked(answers: &[&Told<'_>]) -> Option<Records> {
    let is_revoked = |told: &&&Told<'_>| {
        let text = content(&told.text());
        text.contains("DKIM1") && text.split(';').any(|tag| tag.trim() == "p=")
    };
    let told = answers.iter().find(is_revoked)?;
    Some(Records {
        headline: "The DKIM key is revoked: the record in DNS holds no key (p= is empty), so signatures with this selector count as wrong.".into(),
        cites: Cited::new(told.line, []),
        party: Party::Dns,
        next: step("If the server still signs with this selector, publish its public key there, or let it sign with a newer selector.", String::new()),
    })
}

/// A domain that exists and has no MX record.
fn no_exchanger(document: &TakenApart<'_>, name: &str, answers: &[&Told<'_>]) -> Option<Records> {
    let asks = |told: &Told<'_>| {
        let text = told.text().to_ascii_lowercase();
        let mut words = text.split(|letter: char| letter.is_whitespace() || letter == '=');
        told.is(Sign::Question) && words.any(|word| word == "mx")
    };
    let none = document.lines.iter().find(|told| {
        told.is(Sign::NoSuchRecord) || told.is(Sign::Remark) && told.text().contains("ANSWER: 0,")
    })?;
    let exists = none.is(Sign::NoSuchRecord)
        || document.lines.iter().any(|told| told.is(Sign::AnswerState) && told.text().contains("NOERROR"));
    (answers.is_empty() && exists && document.lines.iter().any(asks)).then(|| Records {
        headline: format!("{name} exists in DNS, but has no MX record."),
        cites: Cited::new(none.line, []),
        party: Party::Dns,
        next: step("If mail for the domain should arrive, its DNS needs an MX record that names the mail server, and that server an A record. Without one, senders try the domain's own address.", String::new()),
    })
}

/// The name that was looked up.
fn asked(question: &Told<'_>) -> Option<String> {
    let arguments = question.value(Role::Text)?;
    // What dig calls itself stands before what it was asked.
    let typed = arguments.rsplit("<<>>").next()?;
    let mut words = typed.split_whitespace();
    let is_name = |word: &&str| word.contains('.') && !word.starts_with(['@', '+', '-']);
    words.find(is_name).map(|name| name.trim_end_matches('.').to_owned())
}

/// Several records where there may be only one.
fn several(name: &str, answers: &[&Told<'_>]) -> Option<Records> {
    SINGLE.iter().find_map(|&(begins, what, does)| {
        let is_one = |told: &&Told<'_>| told.text().contains(&format!("\"{begins}"));
        let found: Vec<&Told<'_>> = answers.iter().copied().filter(is_one).collect();
        if found.len() < 2 {
            return None;
        }
        let texts: Vec<String> = found.iter().map(|told| content(&told.text())).collect();
        let next = if what == "SPF" {
            Step {
                text: format!("Replace them by one TXT record of {name} that names all senders; check that each is still needed:"),
                command: Some(merged(&texts)),
            }
        } else {
            Step { text: format!("Keep one {what} record of {name} and delete the others."), command: None }
        };
        Some(Records {
            headline: format!("{name} publishes {} {what} records, and only one is allowed: {does}.", found.len()),
            cites: Cited::new(found[0].line, found.iter().map(|told| told.line)),
            party: Party::Dns,
            next: vec![next],
        })
    })
}

/// What stands in the quotation marks of a text record, joined.
fn content(line: &str) -> String {
    line.split('"').skip(1).step_by(2).collect()
}

/// One SPF record that allows what several allow; it ends as the mildest of them.
fn merged(texts: &[String]) -> String {
    let mut terms: Vec<String> = Vec::new();
    let is_end =
        |term: &&str| term.ends_with("all") && term.trim_start_matches(['-', '~', '?', '+']) == "all";
    for term in texts.iter().flat_map(|text| text.split_whitespace().skip(1)) {
        // A record with an end of its own leads nowhere else.
        let term = term.replace("redirect=", "include:");
        if !is_end(&&*term) && !terms.contains(&term) {
            terms.push(term);
        }
    }
    let mild = texts.iter().any(|text| !text.ends_with("-all"));
    terms.push(if mild { "~all" } else { "-all" }.into());
    format!("\"v=spf1 {}\"", terms.join(" "))
}

#[cfg(test)]
mod tests {
    use super::merged;

    #[test]
    fn several_records_make_one_that_allows_what_they_allow() {
        let texts = [
            "v=spf1 mx include:_spf.a.example ~all",
            "v=spf1 mx ip4:192.0.2.7 -all",
            "v=spf1 redirect=_spf.b.example",
        ];
        let merged =
            |texts: &[&str]| merged(&texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>());
        assert_eq!(
            merged(&texts),
            "\"v=spf1 mx include:_spf.a.example ip4:192.0.2.7 include:_spf.b.example ~all\""
        );
        assert_eq!(merged(&["v=spf1 a -all", "v=spf1 mx -all"]), "\"v=spf1 a mx -all\"");
    }
}
