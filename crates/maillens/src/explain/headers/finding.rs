//! What the checks in the headers show together: why the mail was held up, why it was called spam, and why its
//! sender isn't trusted.

use super::super::document::{TakenApart, Told};
use super::super::message::is_name;
use super::super::pasted::near;
use super::super::words::list;
use super::{SLOW, spent};
use crate::export::Step;
use crate::knowledge::rspamd;
use crate::knowledge::spamassassin::{self, About, Rule};
use crate::sort;
use crate::text::prose;
use crate::vocabulary::{Circumstance, Cited, FormatKind, Party};
use std::fmt::Write;

/// What is said of it.
pub(in crate::explain) struct Observation {
    pub headline: String,
    pub cites: Cited,
    pub party: Party,
    pub next: Vec<Step>,
    /// What it comes to for whoever waits for the message.
    pub shows: Option<Circumstance>,
}

/// A header with the lines in which it goes on.
struct Header {
    lines: Vec<u32>,
    text: String,
}

impl Header {
    /// What stands behind its name, where this is its name.
    fn named(&self, name: &str) -> Option<&str> {
        let (own, value) = self.text.split_once(':')?;
        own.eq_ignore_ascii_case(name).then(|| value.trim())
    }

    fn cited(&self) -> Cited {
        Cited::new(self.lines[0], self.lines.iter().copied())
    }
}

/// The finding that matters most.
pub(super) fn of(document: &TakenApart<'_>) -> Option<Observation> {
    let headers = unfolded(document);
    spam(&headers)
        .or_else(|| mail_scanner(&headers))
        .or_else(|| rspamd(&headers))
        .or_else(|| broken_by_forward(&headers))
        .or_else(|| forefront(&headers))
        .or_else(|| judged(&headers))
        .or_else(|| script(&headers).filter(|_| is_planted(&headers)))
        .or_else(|| held(&headers))
        .or_else(|| dmarc(&headers))
        .or_else(|| spf(&headers, &records_beside(document)))
        .or_else(|| dkim(&headers))
        .or_else(|| unanswered(&headers))
        .or_else(|| script(&headers))
}

/// A script that was put into a website and sent the mail whose headers these are.
pub(in crate::explain) fn planted(document: &TakenApart<'_>) -> Option<Observation> {
    // Without the mark of a part, the headers stand below the fields of the report.
    let headers = unfolded_of(document, &[FormatKind::Headers, FormatKind::Report]);
    script(&headers).filter(|_| is_planted(&headers))
}

/// What the headers show where nothing is wrong: that a filter found the message clean, that it's of a list, or signed.
pub(super) fn quiet(document: &TakenApart<'_>) -> Option<(String, Cited)> {
    /// A header, what its value holds, and what that says; the most telling first.
    const SHOWN: &[(&str, &str, &str)] = &[
        (
            "ARC-Seal",
            "cv=fail",
            "The ARC chain is broken (cv=fail): a server on the way changed the message after another had sealed it, so receivers don't count what the earlier ones found.",
        ),
        (
            "X-Rspamd-Action",
            "greylist",
            "The filter Rspamd asked for greylisting: the message was deferred once, and the sender's server tried again.",
        ),
        ("X-Spam-Status", "No", "The spam filter of the receiving server found the message clean: not spam."),
        ("X-Rspamd-Action", "no action", "The filter Rspamd found the message clean: not spam (no action)."),
        ("X-Spamd-Result", "False", "The filter Rspamd found the message clean: not spam."),
        (
            "X-Forefront-Antispam-Report",
            "SFV:NSPM",
            "Microsoft 365 found the message clean: not spam (SFV:NSPM).",
        ),
        ("X-Greylist", "not delayed", "Greylisting let the message pass: not delayed."),
        (
            "X-Greylist",
            "whitelist",
            "Greylisting let the message pass: the sender is on its whitelist, so it was not delayed.",
        ),
        (
            "ARC-Seal",
            "cv=pass",
            "The message was forwarded by a server that vouches for what it found before (ARC, cv=pass).",
        ),
        (
            "List-Id",
            "",
            "The message came through a mailing list or is a newsletter; it says how to unsubscribe.",
        ),
        (
            "List-Unsubscribe",
            "",
            "The message came through a mailing list or is a newsletter; it says how to unsubscribe.",
        ),
        (
            "DKIM-Signature",
            "",
            "The message carries a DKIM signature. Whether it's right, the receiving server's checks (Authentication-Results) say.",
        ),
    ];
    let headers = unfolded(document);
    SHOWN.iter().find_map(|(name, holds, says)| {
        let of = |header: &&Header| header.named(name).is_some_and(|value| value.contains(holds));
        headers.iter().find(of).map(|header| ((*says).to_owned(), header.cited()))
    })
}

/// Lists that refused to answer the server whose filter looked at the mail: its rules then count nothing, and what they
/// name is only whom the server asked about.
fn unanswered(headers: &[Header]) -> Option<Observation> {
    const LISTS: &[&str] = &["RCVD_IN_", "URIBL_", "RBL_", "DBL_", "SURBL_", "DWL_", "DNSWL_"];
    let refused = |name: &&str| name.contains("BLOCKED") && LISTS.iter().any(|list| name.starts_with(list));
    let (header, rules) = headers.iter().find_map(|header| {
        let text = header.named("X-Spam-Status").or_else(|| header.named("X-Spamd-Result"))?;
        let words = text.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_');
        let rules: Vec<&str> = words.filter(refused).collect();
        (!rules.is_empty()).then_some((header, rules))
    })?;
    Some(Observation {
        shows: None,
        headline: format!(
            "Block lists refused to answer the DNS queries of the receiving server ({}), so its spam filter counts no points from them. That says nothing about the sender.",
            rules.join(", ")
        ),
        cites: header.cited(),
        party: Party::OurServer,
        next: vec![
            Step {
                text: "Block lists don't answer public resolvers, nor who asks too much. If this is our server, let it ask DNS through a resolver of its own (such as unbound) that forwards to nobody, then see what it asks now:".into(),
                command: Some("cat /etc/resolv.conf; dig +short TXT 2.0.0.127.multi.uribl.com".into()),
            },
            say("Spam like this gets points again once the lists answer; a server with many queries needs a key of its own from the list (Spamhaus: DQS)."),
        ],
    })
}

fn unfolded(document: &TakenApart<'_>) -> Vec<Header> {
    unfolded_of(document, &[FormatKind::Headers])
}

/// The same of lines of these kinds.
fn unfolded_of(document: &TakenApart<'_>, kinds: &[FormatKind]) -> Vec<Header> {
    let mut headers: Vec<Header> = Vec::new();
    let of = |told: &&Told<'_>| kinds.iter().any(|kind| told.is_of(*kind));
    for told in document.lines.iter().filter(of) {
        let goes_on = told.entry.pattern.template.starts_with("{gap}");
        match headers.last_mut().filter(|_| goes_on) {
            Some(header) => {
                header.lines.push(told.line);
                header.text.push(' ');
                header.text.push_str(&told.text());
            }
            None => headers.push(Header { lines: vec![told.line], text: told.text() }),
        }
    }
    joined(headers)
}

/// The headers, with the results that one server wrote into several of them (as `OpenDKIM` and `OpenDMARC` do)
/// in one.
fn joined(headers: Vec<Header>) -> Vec<Header> {
    const RESULTS: &str = "Authentication-Results";
    let mut joined: Vec<Header> = Vec::new();
    for header in headers {
        let of_server = |header: &Header| {
            let (server, _) = header.named(RESULTS)?.split_once(';')?;
            (!server.contains('=')).then(|| server.trim().to_owned())
        };
        let own = of_server(&header);
        match joined.last_mut().filter(|last| own.is_some() && of_server(last) == own) {
            Some(last) => {
                last.lines.extend(&header.lines);
                let more = header.text.split_once(';').map_or("", |(_, more)| more);
                last.text.push(';');
                last.text.push_str(more);
            }
            None => joined.push(header),
        }
    }
    joined
}

/// The word behind a key, without what encloses it.
fn word<'a>(text: &'a str, key: &str) -> Option<&'a str> {
    let at = text.match_indices(key).map(|(at, _)| at).find(|&at| {
        let before = text[..at].chars().next_back();
        before.is_none_or(|before| !before.is_ascii_alphanumeric() && before != '.' && before != '-')
    })?;
    let after = &text[at + key.len()..];
    let end = after.find(|letter: char| letter.is_whitespace() || ";,)".contains(letter));
    Some(&after[..end.unwrap_or(after.len())])
}

pub(super) fn say(text: impl Into<String>) -> Step {
    Step { text: text.into(), command: None }
}

/// A mail that `SpamAssassin`, or a filter that writes as it does, called spam.
fn spam(headers: &[Header]) -> Option<Observation> {
    const FILTERS: &[(&str, &str)] =
        &[("X-Spam-Status", "spam filter"), ("X-Barracuda-Spam-Status", "Barracuda gateway")];
    let of = |(name, filter): &(&str, &'static str)| {
        headers.iter().find_map(|header| Some((header, header.named(name)?, *filter)))
    };
    let (header, text, filter) = FILTERS.iter().find_map(of)?;
    let is_spam = text.get(..3).is_some_and(|verdict| verdict.eq_ignore_ascii_case("yes"));
    let first = |keys: &[&str]| keys.iter().find_map(|key| word(text, key));
    let score = first(&["score=", "hits=", "SCORE="]).filter(|_| is_spam)?;
    let required = first(&["required=", "TAG_LEVEL="])?;
    let tests = text.split_once("tests=").map_or("", |(_, tests)| tests.trim_start_matches('['));
    let end = [" autolearn", " version", "]"].iter().filter_map(|end| tests.find(end)).min();
    let known = points(headers);
    let of_report = |name: &str| known.iter().find(|(own, _)| *own == name).map(|(_, points)| *points);
    let learned = headers.iter().find_map(|header| header.named("X-Barracuda-Bayes"));
    let learned = learned.and_then(|text| text.strip_prefix("SPAM ")?.rsplit(' ').next()?.parse().ok());
    let rules: Vec<(&str, Option<f64>)> = tests[..end.unwrap_or(tests.len())]
        .split(',')
        .map(|rule| {
            rule.trim().split_once('=').map_or_else(
                || (rule.trim(), of_report(rule.trim())),
                |(name, points)| (name, points.parse().ok()),
            )
        })
        .chain(learned.map(|points: f64| ("BAYES", Some(points))))
        .filter(|(name, points)| !name.is_empty() && points.is_none_or(|points| points > 0.0))
        .collect();
    // A list that answers nothing names the link that it was asked about, too.
    let lists = rules.iter().any(|(name, _)| name.contains("URIBL") && !name.ends_with("_BLOCKED"));
    let mut finding = marked(header, rules, spamassassin::rule);
    if let Some(link) = listed_link(headers).filter(|_| lists) {
        let _ = write!(finding.headline, " The listed link leads to {link}.");
    }
    finding.headline = format!(
        "The {filter} marked the message as spam: {score} points, with {required} needed.{}",
        finding.headline
    );
    Some(finding)
}

/// The domain of a link that a list has, as a report names it: `[URIs: shop.example]`.
fn listed_link(headers: &[Header]) -> Option<&str> {
    headers.iter().filter(|header| header.named("X-Spam-Report").is_some()).find_map(|header| {
        let (link, _) = header.text.split_once("[URIs: ")?.1.split_once(']')?;
        Some(link).filter(|link| is_name(link))
    })
}

/// The points of each rule, as a report below the verdict lists them: `*  1.7 URIBL_BLACK Contains an URL …`.
fn points(headers: &[Header]) -> Vec<(&str, f64)> {
    let reports = ["X-Spam-Report", "X-Barracuda-Spam-Report"];
    let text = |header: &'_ Header| reports.iter().any(|name| header.named(name).is_some());
    let is_rule = |word: &str| {
        word.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_')
            && word.contains(|letter: char| letter.is_ascii_uppercase())
    };
    let mut points = Vec::new();
    for header in headers.iter().filter(|header| text(header)) {
        let words: Vec<&str> = header.text.split_whitespace().collect();
        points.extend(
            words
                .windows(2)
                .filter(|pair| is_rule(pair[1]))
                .filter_map(|pair| Some((pair[1], pair[0].parse().ok()?)).filter(|_| pair[0].contains('.'))),
        );
    }
    points
}

/// A mail that `MailScanner` called spam; the name of its header begins with that of the organization.
fn mail_scanner(headers: &[Header]) -> Option<Observation> {
    let (header, text) = headers.iter().find_map(|header| {
        let (name, text) = header.text.split_once(':')?;
        name.ends_with("-MailScanner-SpamCheck").then_some((header, text.trim()))
    })?;
    let (verdict, found) = text.split_once('(').unwrap_or((text, ""));
    if !verdict.starts_with("spam") {
        return None;
    }
    let parts: Vec<&str> = found.trim_end_matches(')').split(',').map(str::trim).collect();
    let rules: Vec<(&str, Option<f64>)> = parts
        .iter()
        .filter_map(|part| {
            let (name, points) = part.split_once(' ')?;
            Some((name, Some(points.parse().ok()?))).filter(|_| name != "required")
        })
        .filter(|(_, points)| points.is_some_and(|points: f64| points > 0.0))
        .collect();
    let score = parts.iter().find_map(|part| part.strip_prefix("score="));
    let required = parts.iter().find_map(|part| part.strip_prefix("required "));
    let said = score.zip(required).map_or_else(
        || format!(" ({})", verdict.trim().trim_end_matches(',')),
        |(score, required)| format!(": {score} points, with {required} needed"),
    );
    let mut finding = marked(header, rules, spamassassin::rule);
    finding.headline = format!("MailScanner marked the message as spam{said}.{}", finding.headline);
    Some(finding)
}

/// A mail that Rspamd found bad.
fn rspamd(headers: &[Header]) -> Option<Observation> {
    let named = |name| headers.iter().find_map(|header| Some((header, header.named(name)?)));
    let (header, text) = named("X-Spamd-Result")?;
    let (points, tests) = text.split_once('[')?.1.split_once(']')?;
    let (score, required) = points.split_once(" / ")?;
    let action = named("X-Rspamd-Action").map(|(_, action)| action).filter(|action| *action != "no action");
    let is_spam = action.is_some_and(|action| action != "greylist")
        || named("X-Spam").is_some_and(|(_, verdict)| verdict.eq_ignore_ascii_case("yes"))
        || score.parse::<f64>().ok()? >= required.parse().ok()?;
    let rules = tests.split(';').filter_map(|test| {
        let (name, points) = test.trim().split_once('(')?;
        Some((name, points.split_once(')')?.0.parse().ok()))
            .filter(|(_, points)| points.is_some_and(|points| points > 0.0))
    });
    let mut finding = is_spam.then(|| marked(header, rules.collect(), rspamd::rule))?;
    let action =
        action.map_or_else(String::new, |action| format!(", and its action was \u{201c}{action}\u{201d}"));
    finding.headline = format!(
        "The spam filter Rspamd gave the message {score} points, with {required} needed to reject it{action}.{}",
        finding.headline
    );
    Some(finding)
}

/// What the rules that a mail met say together; the headline lacks the verdict.
fn marked(
    header: &Header,
    mut rules: Vec<(&str, Option<f64>)>,
    rule: fn(&str) -> Option<&'static Rule>,
) -> Observation {
    sort::by(&mut rules, |a, b| b.1.unwrap_or_default().total_cmp(&a.1.unwrap_or_default()));
    let about = |name: &str| rule(name).map(|rule| rule.about);
    rules.retain(|(name, points)| {
        points.is_some() || !matches!(about(name), Some(About::Neutral | About::Check | About::Welcome))
    });
    let most: Vec<String> = rules
        .iter()
        .take(4)
        .map(|(name, points)| {
            points.map_or_else(|| (*name).to_owned(), |points| format!("{name} ({points})"))
        })
        .collect();
    let mut headline = String::new();
    if !most.is_empty() {
        let which = if rules[0].1.is_some() { "Most points came from" } else { "It met the rules" };
        let most: Vec<&str> = most.iter().map(String::as_str).collect();
        let _ = write!(headline, " {which} {}.", list(&most));
        if let Some(rule) = rule(rules[0].0) {
            let first = rule.says.split_once(". ").map_or(rule.says, |(first, _)| first);
            let _ = write!(headline, " {}.", first.trim_end_matches('.'));
        }
    }
    let mut fixes: Vec<(&str, String)> = Vec::new();
    for (name, _) in &rules {
        let Some(fix) = rule(name).map(|rule| rule.fix).filter(|fix| !fix.is_empty()) else {
            continue;
        };
        match fixes.iter_mut().find(|(known, _)| *known == fix) {
            Some((_, names)) => {
                names.push_str(", ");
                names.push_str(name);
            }
            None => fixes.push((fix, (*name).into())),
        }
    }
    let mut next: Vec<Step> =
        fixes.iter().take(3).map(|(fix, names)| say(format!("{fix} ({names})"))).collect();
    if rules.iter().any(|(name, _)| name.starts_with("BAYES")) {
        next.push(say("If the message is wanted, whoever runs the filter lets it learn so (SpamAssassin: sa-learn --ham; elsewhere: mark it as not spam) or allows the sender (BAYES)."));
    }
    if next.is_empty() {
        next.push(say("Ask whoever runs the filter about the rules with the most points. If it's ours, look them up in its settings."));
    }
    let party = if fixes.is_empty() { Party::OurServer } else { Party::Sender };
    Observation { headline, cites: header.cited(), party, next, shows: Some(Circumstance::MarkedAsSpam) }
}

/// What Microsoft 365 found, by the words of its header, the most telling first: how it goes on after "Microsoft 365",
/// who acts, and what to do.
const FOREFRONT: &[(&str, &str, Party, &str)] = &[
    (
        "SFV:BLK",
        "put the message into Junk: its sender is on the recipient's own list of blocked senders",
        Party::Recipient,
        "The recipient removes the sender from that list: Outlook on the web, Settings > Mail > Junk email.",
    ),
    (
        "SFV:SKB",
        "took the message as spam: its sender is on a list of blocked senders in an anti-spam policy",
        Party::Recipient,
        "The recipient's administrator removes the sender from the policy: Defender portal, Policies & rules > Anti-spam policies.",
    ),
    (
        "SFV:SKS",
        "took the message as spam because a mail flow rule said so",
        Party::Recipient,
        "The recipient's administrator looks for the rule that sets the SCL: Exchange admin center, Mail flow > Rules.",
    ),
    (
        "CAT:MALW",
        "found malware in the message",
        Party::Sender,
        "The sender scans the file, or sends a link to it instead.",
    ),
    (
        "CAT:AMP",
        "found malware in the message",
        Party::Sender,
        "The sender scans the file, or sends a link to it instead.",
    ),
    (
        "CAT:SAP",
        "found a dangerous attachment in the message",
        Party::Sender,
        "The sender scans the file, or sends a link to it instead.",
    ),
    (
        "CAT:FTBP",
        "doesn't accept attachments of that type",
        Party::Sender,
        "The sender sends a link to the file instead.",
    ),
    (
        "CAT:HPH",
        "took the message as phishing",
        Party::Sender,
        "If it's genuine, the recipient's administrator releases it from quarantine and reports it to Microsoft; the sender checks SPF, DKIM, DMARC and the links in it.",
    ),
    (
        "CAT:DIMP",
        "took the sender's domain as an imitation of one that is protected",
        Party::Recipient,
        "If it's genuine, the recipient's administrator adds the sender to the trusted senders of the anti-phishing policy.",
    ),
    (
        "CAT:UIMP",
        "took the sender's name as an imitation of a person who is protected",
        Party::Recipient,
        "If it's genuine, the recipient's administrator adds the sender to the trusted senders of the anti-phishing policy.",
    ),
    (
        "CAT:GIMP",
        "took the sender as an imitation of somebody whom the recipient knows",
        Party::Recipient,
        "If it's genuine, the recipient's administrator adds the sender to the trusted senders of the anti-phishing policy.",
    ),
    (
        "CAT:BIMP",
        "took the message as an imitation of a brand",
        Party::Recipient,
        "If it's genuine, the recipient's administrator adds the sender to the trusted senders of the anti-phishing policy.",
    ),
    (
        "IPV:CBL",
        "took the message as spam: the sending address is on the list of blocked addresses of the organization",
        Party::Recipient,
        "The recipient's administrator removes the address: Defender portal, Anti-spam policies > Connection filter policy.",
    ),
    (
        "CAT:PHSH",
        "took the message as phishing",
        Party::Sender,
        "If it's genuine, the recipient's administrator releases it from quarantine and reports it to Microsoft; the sender checks SPF, DKIM, DMARC and the links in it.",
    ),
    (
        "CAT:SPOOF",
        "took the sender's address as forged",
        Party::Sender,
        "If the sender is genuine, it must authenticate its mail: an SPF record with the sending server, and a DKIM signature of the domain in From. Until then the recipient's administrator can allow the pair in the Tenant Allow/Block List.",
    ),
    (
        "CAT:INTOS",
        "took the message as forged in the name of the recipient's own organization",
        Party::OurServer,
        "Let the system that sends it authenticate: SPF and DKIM for that domain, or a connector for its address.",
    ),
    (
        "IMP;",
        "took the sender as an imitation of a person or brand that is protected",
        Party::Recipient,
        "If it's genuine, the recipient's administrator adds the sender to the trusted senders of the anti-phishing policy.",
    ),
    (
        "CAT:OSPM",
        "took the message as spam that an account of the organization sends",
        Party::OurServer,
        "Reset the sender's password and look at what it sent; then release it: Defender portal, Restricted entities.",
    ),
    (
        "CAT:BULK",
        "took the message as bulk mail",
        Party::Sender,
        "The sender cleans up the list, asks for consent and offers one-click unsubscribe; the recipient can mark it as not junk.",
    ),
    (
        "SRV:BULK",
        "took the message as bulk mail",
        Party::Sender,
        "The sender cleans up the list, asks for consent and offers one-click unsubscribe; the recipient can mark it as not junk.",
    ),
    (
        "CAT:HSPM",
        "took the message as spam, with high confidence",
        Party::Sender,
        "The sender checks SPF, DKIM, DMARC, links and wording. The recipient marks it as not junk, or the administrator reports it to Microsoft.",
    ),
    (
        "SFV:SPM",
        "took the message as spam",
        Party::Sender,
        "The sender checks SPF, DKIM, DMARC, links and wording. The recipient marks it as not junk, or the administrator reports it to Microsoft.",
    ),
];

/// Why Microsoft 365 did not filter a message, and how that is undone if the message should have been.
const UNFILTERED: &[(&str, &str, &str)] = &[
    (
        "SFV:SKA",
        "its sender or domain is on the list of allowed senders in an anti-spam policy",
        "If the message was unwanted, the recipient's administrator removes the sender from the allowed senders and domains: Defender portal, Policies & rules > Anti-spam policies.",
    ),
    (
        "SFV:SFE",
        "its sender is on the recipient's own list of safe senders",
        "If the message was unwanted, the recipient removes the sender from the safe senders: Outlook on the web, Settings > Mail > Junk email.",
    ),
    (
        "IPV:CAL",
        "the sending address is on the allow list of the connection filter",
        "If the message was unwanted, the recipient's administrator removes the address from the allow list: Defender portal, Anti-spam policies > Connection filter policy.",
    ),
    (
        "SFV:SKN",
        "a mail flow rule or a connector let it pass as safe",
        "If the message was unwanted, the recipient's administrator looks for the allow entry: the rule that sets the SCL to -1, in the Exchange admin center, Mail flow > Rules.",
    ),
    (
        "SFV:SKQ",
        "it was released from quarantine, so it is allowed to pass",
        "If the message was unwanted, see in the audit log who released it.",
    ),
];

/// A mail that Microsoft 365 judged.
fn forefront(headers: &[Header]) -> Option<Observation> {
    let named = |name| headers.iter().find_map(|header| Some((header, header.named(name)?)));
    let Some((header, report)) = named("X-Forefront-Antispam-Report") else { return exchange(headers) };
    let has = |key: &str| report.contains(key);
    // What went out was judged at the sender's side.
    if has("DIR:OUT") && !has("CAT:OSPM") {
        return None;
    }
    let level = word(report, "SCL:").filter(|level| !level.is_empty());
    let level = level.map_or_else(String::new, |level| format!(" (spam confidence level {level})"));
    let forged = || dmarc(headers).or_else(|| unproven(headers)).or_else(|| spf(headers, &[]));
    if let Some((_, why, step)) = UNFILTERED.iter().find(|row| has(row.0)) {
        let forged = forged();
        let told = forged.as_ref().map_or_else(String::new, |forged| format!(" {}", forged.headline));
        let mut next = vec![say(*step)];
        if forged.is_some() {
            next.push(say("Until the sender proves to be genuine, don't trust what the message asks for."));
        }
        return Some(Observation {
            shows: forged.is_some().then_some(Circumstance::OriginDoubted),
            headline: format!("Microsoft 365 let the message in without filtering it{level}: {why}.{told}"),
            cites: header.cited(),
            party: if forged.is_some() { Party::Recipient } else { Party::Nobody },
            next,
        });
    }
    if has("SCL:-1") {
        return None;
    }
    let Some((_, found, party, step)) = FOREFRONT.iter().find(|row| has(row.0)) else {
        return into_junk(headers).or_else(|| exchange(headers));
    };
    let complaints = named("X-Microsoft-Antispam").and_then(|(_, bulk)| word(bulk, "BCL:"));
    let complaints = complaints.filter(|_| has(":BULK"));
    let complaints =
        complaints.map_or_else(String::new, |level| format!(" with the bulk complaint level {level} of 9"));
    let mut finding = Observation {
        shows: Some(Circumstance::MarkedAsSpam),
        headline: format!("Microsoft 365 {found}{complaints}{level}."),
        cites: header.cited(),
        party: *party,
        next: vec![say(*step)],
    };
    if let Some(why) = dmarc(headers).or_else(|| unproven(headers)).filter(|_| *party == Party::Sender) {
        let _ = write!(finding.headline, " {}", why.headline);
        finding.next.extend(why.next);
    }
    Some(finding)
}

/// A mail that the filter let pass and the mailbox itself put into Junk.
fn into_junk(headers: &[Header]) -> Option<Observation> {
    let (header, text) = headers
        .iter()
        .find_map(|header| Some((header, header.named("X-Microsoft-Antispam-Mailbox-Delivery")?)))?;
    text.contains("dest:J").then(|| Observation {
        shows: Some(Circumstance::MarkedAsSpam),
        headline: "Microsoft 365 didn't call the message spam, but the mailbox put it into Junk, by its own junk email settings.".into(),
        cites: header.cited(),
        party: Party::Recipient,
        next: vec![say("The recipient looks at the blocked senders and at \u{201c}Only trust email from safe senders\u{201d}: Outlook on the web, Settings > Mail > Junk email.")],
    })
}

/// A mail to which Exchange gave a spam confidence level, or that met an advanced filter of the organization.
fn exchange(headers: &[Header]) -> Option<Observation> {
    let named = |name| headers.iter().find_map(|header| Some((header, header.named(name)?)));
    if let Some((header, option)) = named("X-CustomSpam") {
        return Some(Observation {
            shows: Some(Circumstance::MarkedAsSpam),
            headline: format!(
                "Microsoft 365 took the message as spam: the recipient's organization turned on a filter option that it meets (\u{201c}{option}\u{201d})."
            ),
            cites: header.cited(),
            party: Party::Recipient,
            next: vec![say(
                "The recipient's administrator turns the option off: Defender portal, Anti-spam policies > Spam properties. It can't be reported as a false positive.",
            )],
        });
    }
    let (header, level) = named("X-MS-Exchange-Organization-SCL")?;
    (level.parse::<i8>().ok()? >= 5).then(|| Observation {
        shows: Some(Circumstance::MarkedAsSpam),
        headline: format!("Exchange called the message spam (spam confidence level {level}; 5 and more are spam)."),
        cites: header.cited(),
        party: Party::Recipient,
        next: vec![say("X-Forefront-Antispam-Report in the same headers says why. Without it a filter in front of Exchange or a mail flow rule set the level: the recipient's administrator looks there.")],
    })
}

/// What other filters write when they call a message spam: the header, how its value begins, whose filter it is.
const VERDICTS: &[(&str, &[&str], &str)] = &[
    ("X-UI-Filterresults", &["junk"], "GMX, WEB.DE or IONOS"),
    ("X-VR-SPAMSTATE", &["SPAM", "PHISHING", "SCAM"], "the recipient's provider (Vade)"),
    ("X-SES-Spam-Verdict", &["FAIL"], "Amazon SES"),
    ("X-SES-Virus-Verdict", &["FAIL"], "Amazon SES (it found a virus)"),
    ("X-antispameurope-Spamstatus", &["SPAM"], "Hornetsecurity"),
    ("X-NAI-Spam-Flag", &["YES"], "McAfee"),
    ("X-Barracuda-Spam-Flag", &["YES"], "Barracuda"),
    ("X-Mras", &["SPAM", "PROBABLE_SPAM"], "Mail.ru"),
    ("X-KLMS-AntiSpam-Status", &["spam", "probable_spam"], "Kaspersky"),
    ("X-TM-AS-Result", &["Yes"], "Trend Micro"),
    ("X-Pm-Spam-Action", &["spam"], "Proton Mail"),
    (
        "X-Proofpoint-Spam-Details",
        &[
            "rule=spam",
            "rule=suspect",
            "rule=phish",
            "rule=bulk",
            "rule=malware",
            "rule=adultspam",
            "rule=impostor",
        ],
        "Proofpoint",
    ),
    ("X-YahooFilteredBulk", &[""], "Yahoo"),
    ("X-Spam-Flag", &["YES"], "the receiving server"),
];

/// A mail that one of those filters called spam.
fn judged(headers: &[Header]) -> Option<Observation> {
    let (header, filter, value) = VERDICTS.iter().find_map(|(name, begins, filter)| {
        let header = headers.iter().find(|header| {
            header.named(name).is_some_and(|value| begins.iter().any(|begin| value.starts_with(begin)))
        })?;
        Some((header, *filter, header.text.as_str()))
    })?;
    let value: String = value.chars().take_while(|letter| *letter != ';').take(60).collect();
    let mut finding = Observation {
        shows: Some(Circumstance::MarkedAsSpam),
        headline: format!("The filter of {filter} called the message spam (\u{201c}{value}\u{201d})."),
        cites: header.cited(),
        party: Party::Recipient,
        next: vec![say(
            "If the message is wanted, the recipient marks it as not spam or allows the sender there; only the operator of the filter sees which of its rules it met.",
        )],
    };
    if let Some(why) = dmarc(headers).or_else(|| unproven(headers)).or_else(|| spf(headers, &[])) {
        let _ = write!(finding.headline, " {}", why.headline);
        finding.party = why.party;
        finding.next.splice(0..0, why.next);
    }
    Some(finding)
}

/// True where the script that sent a mail stands where only intruders put scripts, or is a known tool of theirs.
fn is_planted(headers: &[Header]) -> bool {
    is_hidden_code(headers) || lies_apart(headers)
}

/// True where the script that sent a mail made the code that did so at that moment, as what intruders plant does.
fn is_hidden_code(headers: &[Header]) -> bool {
    let names = ["X-PHP-Originating-Script", "X-PHP-Script"];
    let script = |header: &Header| names.iter().find_map(|name| header.named(name)).map(str::to_owned);
    headers.iter().filter_map(script).any(|text| text.contains("eval()'d code"))
}

/// True where the script stands where no script of a website belongs, or is a known tool.
fn lies_apart(headers: &[Header]) -> bool {
    let names = ["X-PHP-Script", "X-Source-Dir", "X-Mailer"];
    headers.iter().any(|header| {
        let value = names.iter().find_map(|name| header.named(name));
        value.is_some_and(|text| is_no_place_for_scripts(text) || text.contains("Leaf PHPMailer"))
    })
}

/// True for a path at which no script of a website belongs.
pub(in crate::explain) fn is_no_place_for_scripts(path: &str) -> bool {
    const PLACES: &[&str] = &["/uploads/", "/cache/", "/.cache/", "/tmp/", "/images/", "/wp-includes/"];
    PLACES.iter().any(|place| path.contains(place) || path.ends_with(place.trim_end_matches('/')))
}

/// A mail that a script of a website sent.
fn script(headers: &[Header]) -> Option<Observation> {
    let named = |name| headers.iter().find_map(|header| Some((header, header.named(name)?)));
    let url = named("X-PHP-Script").map(|(header, text)| match text.split_once(" for ") {
        Some((url, visitor)) => (header, url, Some(visitor)),
        None => (header, text, None),
    });
    let own = || {
        // The number of the system user stands in front.
        let named = named("X-PHP-Originating-Script");
        named.map(|(header, text)| (header, text.split_once(':').map_or(text, |(_, path)| path), None))
    };
    let (header, path, visitor) = url.or_else(own)?;
    let folder = named("X-Source-Dir").map(|(_, folder)| format!(" ({folder})")).unwrap_or_default();
    let visitor = visitor.map(|ip| format!(", called from {ip}")).unwrap_or_default();
    let planted = is_planted(headers);
    let means = if is_hidden_code(headers) {
        " Its code was made while it ran (eval), as planted programs hide it: the website was probably broken into."
    } else if planted {
        " It stands where uploads and other files lie or is a known tool of spammers: the website was probably broken into."
    } else {
        ""
    };
    let next = if planted {
        vec![
            say(format!(
                "Take the script {path} out of the way, and look at what else was changed at the same time."
            )),
            say(
                "Stop the website's mail until it's clean: update the site and its plugins, change its passwords (panel, FTP, database, administrators), and delete what still waits in the queue.",
            ),
        ]
    } else {
        vec![say(format!(
            "If nobody knows the script {path} or what it sent, the website was broken into: take it out of the way, update the site and change its passwords. If it's a contact form that sends spam, protect it (captcha) or turn it off."
        ))]
    };
    Some(Observation {
        shows: planted.then_some(Circumstance::Planted),
        headline: format!(
            "The script {path}{folder} of a website on the server sent the message{visitor}.{means}"
        ),
        cites: header.cited(),
        party: if planted { Party::OurServer } else { Party::Nobody },
        next,
    })
}

/// A mail that the receiving server's greylisting held up. Postgrey and `SQLgrey` write
/// `delayed 4462 seconds by postgrey-1.34 at HOST; DATE`, milter-greylist
/// `Delayed for 01:14:22 by milter-greylist-4.6.2 (HOST [IP]); DATE`.
fn held(headers: &[Header]) -> Option<Observation> {
    let (header, text) = headers.iter().find_map(|header| Some((header, header.named("X-Greylist")?)))?;
    let words: Vec<&str> = text.split([' ', ';']).collect();
    let after = |known: &str| {
        words.iter().position(|word| word.eq_ignore_ascii_case(known)).and_then(|at| words.get(at + 1))
    };
    let clock =
        |time: &str| time.split(':').try_fold(0_i64, |sum, part| Some(sum * 60 + part.parse::<i64>().ok()?));
    let seconds = match after("delayed").copied()? {
        "for" => clock(after("for")?)?,
        seconds => seconds.parse().ok()?,
    };
    let on = after("at").copied().or_else(|| words.iter().find_map(|word| word.strip_prefix('(')));
    let on = on.filter(|on| is_name(on)).unwrap_or("the receiving server");
    (seconds >= SLOW).then(|| Observation {
        shows: Some(Circumstance::HeldHere),
        headline: format!("Greylisting on {on} delayed the message by {}: the server accepts mail from a sender it doesn't know only at a later attempt.", spent(seconds)),
        cites: header.cited(),
        party: Party::OurServer,
        next: vec![say("If it's our server and mail from there matters, put the sending servers on the greylisting allowlist (for Postgrey, whitelist_clients; for milter-greylist, a racl whitelist in greylist.conf). Large providers retry from changing addresses, so allow their domain, not one address.")],
    })
}

/// What a server found out about where the mail comes from.
struct Checked<'a> {
    header: &'a Header,
    /// Who found it out.
    server: &'a str,
    text: &'a str,
}

impl<'a> Checked<'a> {
    fn result(&self, key: &str) -> Option<&'a str> {
        word(self.text, key)
    }

    /// The domain behind a key, without what stands before its `@`.
    fn domain(&self, key: &str) -> Option<&'a str> {
        let domain = self.result(key)?;
        let domain = domain.rsplit_once('@').map_or(domain, |(_, domain)| domain);
        Some(domain.trim_end_matches('>')).filter(|domain| !domain.is_empty())
    }

    /// What stands in round brackets or as a reason behind a result.
    fn why(&self, key: &str) -> Option<&'a str> {
        let after = &self.text[self.text.find(key)? + key.len()..];
        let after = after.trim_start_matches(|letter: char| letter.is_ascii_alphanumeric() || letter == ' ');
        let own = after.strip_prefix('(').and_then(|own| own.split_once(')'));
        own.or_else(|| after.strip_prefix("reason=\"")?.split_once('"')).map(|(why, _)| why)
    }
}

/// The checks, the last one first.
fn checks(headers: &[Header]) -> Vec<Checked<'_>> {
    let own = checked(headers, "Authentication-Results");
    if own.is_empty() { sealed(headers) } else { own }
}

/// What servers found and sealed before they sent the mail on.
fn sealed(headers: &[Header]) -> Vec<Checked<'_>> {
    checked(headers, "ARC-Authentication-Results")
}

fn checked<'a>(headers: &'a [Header], name: &'static str) -> Vec<Checked<'a>> {
    let of = |name: &'static str| {
        headers.iter().filter_map(move |header| {
            let text = header.named(name)?;
            // A seal has its number in front of the server.
            let text =
                text.strip_prefix("i=").and_then(|text| text.split_once(';')).map_or(text, |(_, text)| text);
            // Microsoft names no server.
            let server = text.split(';').next()?.trim();
            let server = if server.contains('=') { "the receiving server" } else { server };
            Some(Checked { header, server, text })
        })
    };
    of(name).collect()
}

/// The domain that the mail says it is from.
fn from_of<'a>(headers: &'a [Header], checked: &Checked<'a>) -> Option<&'a str> {
    checked.domain("header.from=").or_else(|| {
        let from = headers.iter().find_map(|header| header.named("From"))?;
        from.rsplit_once('@').map(|(_, domain)| domain.trim_end_matches('>'))
    })
}

/// Whom the mail was for at first, and where it was forwarded to.
fn forwarded(headers: &[Header]) -> Option<(&str, &str)> {
    let names = ["Delivered-To", "X-Original-To", "Envelope-To", "X-Forwarded-For", "X-Forwarded-To"];
    let to: Vec<&str> = headers
        .iter()
        .filter_map(|header| names.iter().find_map(|name| header.named(name)))
        .filter(|to| to.contains('@'))
        .collect();
    let domain = |to: &str| to.rsplit_once('@').map(|(_, domain)| domain.to_ascii_lowercase());
    let (last, first) = (*to.first()?, *to.last()?);
    (domain(first) != domain(last)).then_some((first, last))
}

/// What helps where a forward breaks the checks.
const FORWARDS: &str = "Let the recipient's provider fetch the mailbox (POP3 or IMAP) in place of the forward, or let the forwarding server rewrite the envelope sender (SRS) and seal what it checked (ARC). A DKIM signature of the sender's domain survives a forward; SPF never does.";

/// A mail of a domain that publishes nothing by which a receiver could tell it from a forgery.
fn unproven(headers: &[Header]) -> Option<Observation> {
    let results = checks(headers);
    let nothing = |checked: &&Checked<'_>| {
        ["spf=", "dkim="].iter().all(|key| checked.result(key).is_some_and(|result| result == "none"))
    };
    let checked = results.iter().find(nothing)?;
    let domain = from_of(headers, checked).or_else(|| checked.domain("smtp.mailfrom="));
    let domain = domain.unwrap_or("the sender's domain");
    Some(Observation {
        shows: Some(Circumstance::OriginDoubted),
        headline: format!(
            "Nothing proves that it came from {domain}: the domain has no SPF record, and the message no DKIM signature."
        ),
        cites: checked.header.cited(),
        party: Party::Dns,
        next: vec![say(format!(
            "Publish an SPF record for {domain} that names the sending server, sign with DKIM, then add a DMARC record."
        ))],
    })
}

/// A check of DMARC that failed, although it passed at a server that sealed what it found (ARC) and sent the mail on.
fn broken_by_forward(headers: &[Header]) -> Option<Observation> {
    let results = checks(headers);
    // A seal that doesn't hold may be anybody's.
    let failed = results
        .iter()
        .find(|checked| checked.result("dmarc=") == Some("fail") && checked.result("arc=") != Some("fail"))?;
    let from = from_of(headers, failed)?;
    let sealed = sealed(headers);
    let passed = sealed.iter().find(|sealed| {
        let same = sealed.domain("header.from=").is_none_or(|own| own.eq_ignore_ascii_case(from));
        sealed.result("dmarc=") == Some("pass") && same && sealed.server != failed.server
    })?;
    let by = passed.server;
    let changed = failed.result("dkim=") == Some("fail");
    let why = match (failed.result("spf="), changed) {
        (Some("fail" | "softfail"), true) => {
            "the envelope sender stayed, so SPF fails, and its text or subject was changed, so the DKIM signature doesn't hold"
        }
        (_, true) => "its text or subject was changed, so the DKIM signature doesn't hold",
        _ => "the envelope sender stayed, so SPF fails",
    };
    let lines = failed.header.lines.iter().chain(&passed.header.lines).copied();
    Some(Observation {
        shows: Some(Circumstance::BrokenByForward),
        headline: format!(
            "The message is probably genuine: by what {by} sealed (ARC), it was from {from}, and DMARC passed there. {by} forwarded it, and that broke the check of the next server: {why}."
        ),
        cites: Cited::new(failed.header.lines[0], lines),
        party: Party::OurServer,
        next: vec![
            say(format!(
                "Let {by} forward mail unchanged: no line below the text, no mark in the subject. Then the DKIM signature of {from} holds, and DMARC with it. Rewrite the envelope sender, too (SRS)."
            )),
            say(format!(
                "Meanwhile the recipient's administrator can trust what {by} sealed (Microsoft 365: trusted ARC sealers), or the recipient's provider fetches the mailbox in place of the forward."
            )),
        ],
    })
}

/// A check of DMARC that failed.
fn dmarc(headers: &[Header]) -> Option<Observation> {
    let results = checks(headers);
    let checked = results.iter().find(|checked| checked.result("dmarc=") == Some("fail"))?;
    let (header, server, text) = (checked.header, checked.server, checked.text);
    let from = from_of(headers, checked)?;
    // Headers are added on top, so one that stands above was written later.
    let later = results.iter().find(|other| {
        other.result("dmarc=") == Some("pass")
            && other.server != server
            && other.header.lines[0] < header.lines[0]
    });
    if let Some(Checked { header: other, server: by, .. }) = later {
        let lines = header.lines.iter().chain(&other.lines).copied();
        return Some(Observation {
            shows: Some(Circumstance::OriginDoubted),
            headline: format!(
                "{server} noted that DMARC failed for {from}, but {by}, which accepted the mail later, found that it passed: the failure does no harm there."
            ),
            cites: Cited::new(header.lines[0], lines),
            party: Party::OurServer,
            next: vec![say(format!(
                "No action is needed for delivery. {server} probably checked its own outgoing mail before it was signed: let its filter skip mail of logged-in senders and its own networks (OpenDMARC: IgnoreAuthenticatedClients, IgnoreHosts)."
            ))],
        });
    }
    if let Some((first, last)) = forwarded(headers) {
        return Some(Observation {
            shows: Some(Circumstance::OriginDoubted),
            headline: format!(
                "The message to {first} was forwarded to {last}, and the forward breaks what DMARC asks for: the forwarding server isn't in the SPF record of {from}, and no DKIM signature of {from} came through."
            ),
            cites: header.cited(),
            party: Party::OurServer,
            next: vec![say(FORWARDS), say(format!("Ask the sender to sign mail with DKIM for {from}."))],
        });
    }
    let mut other = None;
    for (result, keys) in [("dkim=pass", ["header.d=", "header.i="]), ("", ["smtp.mailfrom=", "smtp.from="])]
    {
        let domain = keys.iter().filter(|_| text.contains(result)).find_map(|key| checked.domain(key));
        other = other.or(domain.filter(|domain| !is_of(domain, from)).map(|domain| (domain, result)));
    }
    let why = match other {
        Some((domain, "dkim=pass")) => format!("the mail is signed by another domain, {domain}"),
        Some((domain, _)) => format!("the envelope sender is of another domain, {domain}"),
        None => {
            let spf = checked.result("spf=").filter(|spf| *spf != "pass");
            let spf = spf.map_or_else(
                || "no SPF record counts for it".into(),
                |spf| {
                    let why = checked.why("spf=").filter(|_| spf.ends_with("error"));
                    why.map_or_else(|| format!("SPF gave {spf}"), |why| format!("SPF gave {spf} ({why})"))
                },
            );
            match checked.result("dkim=") {
                None | Some("none") => format!("{spf} and there's no DKIM signature"),
                Some(dkim) => format!("{spf} and DKIM gave {dkim}"),
            }
        }
    };
    let wrong = spf(headers, &[]).filter(|_| checked.result("spf=") == Some("permerror"));
    // Who knows the domain's servers best gets the mail: the domain is the recipient's own.
    let to = headers.iter().find_map(|of| {
        ["Delivered-To", "X-Original-To", "Envelope-To", "To"].iter().find_map(|name| of.named(name))
    });
    let to = to.and_then(|to| to.rsplit_once('@'));
    let to = to.map(|(_, domain)| domain.trim_end_matches(['>', ' ', ')', ';']).to_ascii_lowercase());
    let own = to.is_some_and(|to| is_of(&to, from)) && matches!(other, Some((_, "dkim=pass")));
    let mut next = vec![
        say(format!(
            "If the message is genuine, its sender must sign it with DKIM for {from}, or send it with an envelope sender of {from} from a server in the domain's SPF record."
        )),
        say(format!("If nobody knows that {from} sends this way, treat the message as spam or phishing.")),
    ];
    if own {
        next[1] = say(format!(
            "Treat the message as phishing unless somebody at {from} knows that it sends this way: it comes from outside in the name of the recipient's own domain. Don't answer it, and don't open its links."
        ));
        next.swap(0, 1);
    }
    // A newsletter that can be cancelled, signed by whoever sends it for others.
    let service = other.filter(|(_, by)| *by == "dkim=pass" && !own).map(|(domain, _)| domain);
    let service = service.filter(|_| headers.iter().any(|of| of.named("List-Unsubscribe").is_some()));
    if service.is_some() {
        next[0] = say(format!(
            "If {from} sends by this service, set the domain up there (the service calls it domain authentication or a verified sender) and enter the DKIM records that it names in the DNS of {from}."
        ));
    }
    let filed = checked.result("dis=").or(checked.result("action="));
    let filed = match filed.map(str::to_ascii_lowercase).as_deref() {
        Some("quarantine") => {
            format!(
                " As the DMARC record of {from} asks for, the server that checked it sent it to the spam folder."
            )
        }
        // What has headers came all the same.
        Some("reject" | "oreject") => format!(" The DMARC record of {from} asks that such mail be rejected."),
        _ => String::new(),
    };
    let doubt = match service {
        Some(_) => format!(
            "It looks like a newsletter, and {from} probably isn't set up at the service that sent it."
        ),
        None => format!("The sender's address {} forged.", if own { "is probably" } else { "may be" }),
    };
    Some(Observation {
        shows: Some(if service.is_some() {
            Circumstance::ServiceUnconfirmed
        } else {
            Circumstance::OriginDoubted
        }),
        headline: format!("DMARC failed: the message says that it's from {from}, but {why}. {doubt}{filed}"),
        cites: header.cited(),
        party: match (&wrong, own) {
            (Some(_), _) => Party::Dns,
            (None, true) => Party::Recipient,
            (None, false) => Party::Sender,
        },
        next: wrong.map_or_else(Vec::new, |wrong| wrong.next).into_iter().chain(next).collect(),
    })
}

/// A check of SPF that failed, where nothing makes up for it; `records` are the lines of the domain's records, where a
/// lookup beside the headers shows them.
fn spf(headers: &[Header], records: &[u32]) -> Option<Observation> {
    let results = checks(headers);
    let known = |key: &str, good: &str| results.iter().any(|checked| checked.result(key) == Some(good));
    if known("dmarc=", "pass") || known("dkim=", "pass") {
        return None;
    }
    let of_check =
        results.iter().find_map(|checked| Some((checked.header, checked.text, checked.result("spf=")?)));
    let of_header = || {
        headers.iter().find_map(|header| {
            let text = header.named("Received-SPF")?;
            Some((header, text, text.split_whitespace().next()?))
        })
    };
    let (header, text, result) = of_check.or_else(of_header)?;
    let result = result.to_ascii_lowercase();
    let domain = ["smtp.mailfrom=", "envelope-from=", "domain of "].iter().find_map(|key| word(text, key));
    let domain = domain.map(|domain| domain.trim_matches(['"', '<', '>', ',']));
    let domain = domain
        .map_or("the sender's domain", |domain| domain.rsplit_once('@').map_or(domain, |(_, domain)| domain));
    let (headline, step) = match result.as_str() {
        "fail" | "hardfail" | "softfail" => (
            format!(
                "SPF failed ({result}): the server that sent the message isn't among those that {domain} lists."
            ),
            format!(
                "If that server sends for {domain}, add it to the SPF record of {domain}; better still, sign with DKIM, too. If not, the sender should use the outgoing server of the domain."
            ),
        ),
        "permerror" if records.len() > 1 => (
            format!(
                "{domain} has {} SPF records, as the lookup beside it shows, and only one is allowed: none counts (permerror).",
                records.len()
            ),
            "Merge them into one TXT record that names all senders, with one “all” at its end, and delete the others.".into(),
        ),
        "permerror" => (
            format!("The SPF record of {domain} has a mistake, so nothing it says counts (permerror)."),
            format!(
                "Correct the SPF record of {domain}: only one record, at most 10 DNS lookups, no unknown word (dig +short TXT {domain})."
            ),
        ),
        "temperror" => (
            format!("The SPF record of {domain} could not be looked up at that moment (temperror)."),
            format!(
                "See whether the name servers of {domain} answer: dig +trace TXT {domain}. If it lasts, its DNS administrator must act."
            ),
        ),
        _ => return None,
    };
    let (headline, party, next) = match forwarded(headers) {
        Some((first, last)) => {
            let text = format!(
                "The message to {first} was forwarded to {last}. {headline} A forward does that to SPF."
            );
            (text, Party::OurServer, vec![say(FORWARDS)])
        }
        None => (headline, Party::Dns, vec![say(step)]),
    };
    let shown = records.iter().copied().filter(|_| result == "permerror");
    let cites = Cited::new(header.cited()[0], header.cited().iter().skip(1).copied().chain(shown));
    Some(Observation { shows: Some(Circumstance::OriginDoubted), headline, cites, party, next })
}

/// The SPF records that a lookup beside the headers shows: of several lookups, those of the one that shows most.
fn records_beside(document: &TakenApart<'_>) -> Vec<u32> {
    let (Some(first), Some(last)) = (document.lines.first(), document.lines.last()) else {
        return Vec::new();
    };
    let lines: Vec<(u32, String)> =
        near(document.log, first.line, last.line).map(|line| (line, document.pasted(line))).collect();
    let lookups = lines.split(|(_, text)| prose::command(text).is_some()).map(|shown| {
        let records = shown.iter().filter(|(_, text)| text.contains("\"v=spf1 "));
        records.map(|(line, _)| *line).collect::<Vec<_>>()
    });
    lookups.max_by_key(Vec::len).unwrap_or_default()
}

/// A signature that does not fit the mail any more, although the mail was trusted.
fn dkim(headers: &[Header]) -> Option<Observation> {
    const BAD: &[&str] = &["fail", "permerror", "temperror", "neutral", "policy", "invalid"];
    let results = checks(headers);
    // The first server that noted it is nearest to the cause.
    let bad = |checked: &&Checked<'_>| checked.result("dkim=").is_some_and(|dkim| BAD.contains(&dkim));
    let checked = results.iter().rfind(bad)?;
    let result = checked.result("dkim=")?;
    let why = results.iter().rev().filter(bad).find_map(|checked| checked.why("dkim="));
    let (server, header) = (checked.server, checked.header);
    let domain = checked.domain("header.d=").or_else(|| checked.domain("header.i="));
    let domain = domain
        .map_or_else(|| "the sender's domain".to_owned(), |domain| domain.trim_start_matches('@').to_owned());
    let passed = results.iter().any(|checked| checked.result("dmarc=") == Some("pass"));
    let harm = if passed { " DMARC passed nevertheless, so delivery isn't harmed by it." } else { "" };
    let said = why.map_or_else(|| result.to_owned(), |why| format!("{result}: {why}"));
    let why = why.unwrap_or_default().to_ascii_lowercase();
    let selector = checked.result("header.s=").map(|selector| selector.trim_end_matches(';'));
    let key = selector.filter(|selector| is_name(selector) && is_name(&domain)).map(|selector| Step {
        text: "Ask DNS for the key that was looked for:".into(),
        command: Some(format!("dig +short TXT {selector}._domainkey.{domain}")),
    });
    let (means, party, step) = if result == "temperror" && !why.contains("no key") {
        (
            "the key could not be looked up at that moment",
            Party::Dns,
            format!("See whether the name servers of {domain} answer."),
        )
    } else if why.contains("no key")
        || why.contains("key not found")
        || why.contains("key syntax")
        || why.contains("revoked")
    {
        (
            "DNS has no usable key for it",
            Party::Dns,
            format!(
                "Publish the public key of the selector that signs (s= in DKIM-Signature) in the DNS of {domain}, and compare it with the one that signs."
            ),
        )
    } else {
        (
            "the text or headers were changed after it was signed, or the key is another one",
            Party::Sender,
            "Let the last server that touches the message sign it: after a disclaimer, footer, list or filter. Or leave the message alone after it was signed.".into(),
        )
    };
    Some(Observation {
        shows: Some(if passed { Circumstance::ChangedAfterSigning } else { Circumstance::SignatureBroken }),
        headline: format!("The DKIM signature of {domain} doesn't hold at {server} ({said}): {means}.{harm}"),
        cites: header.cited(),
        party,
        next: std::iter::once(say(step)).chain(key.filter(|_| party == Party::Dns)).collect(),
    })
}

/// True for one domain and another that contains it.
fn is_of(a: &str, b: &str) -> bool {
    let (a, b) = (a.to_ascii_lowercase(), b.to_ascii_lowercase());
    let inside =
        |a: &str, b: &str| a.strip_suffix(b).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    inside(&a, &b) || inside(&b, &a)
}
