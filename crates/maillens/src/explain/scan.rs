//! A look for spam: why was this mail marked as spam, is the mark right, and what can the sender correct?
//!
//! The log names the rules that a mail met but not the points of each, so the rules are told by what they
//! are about: the sender's set-up and the making of the mail can be corrected, the content is judged.

use super::line::says;
use super::message::MessageFacts;
use super::words::{count, list};
use super::{datum, shown};
use crate::export::{Explanation, Scan, Sentence, Step};
use crate::format::Role;
use crate::knowledge::spamassassin::{self, About, Rule};
use crate::log::Log;
use crate::sort;
use crate::text::lossy;
use crate::vocabulary::{Cited, Datum, Lasts, Level, Outcome, Party, Sign, Stage};

/// The verdict that the lines of a trace give.
pub(super) fn read(log: &Log, lines: &[u32]) -> Scan {
    let mut scan = Scan { spam: None, score: None, required: None, rules: None, mid: None, size: None };
    for &line in lines {
        let parsed = log.parse(line - 1);
        let Some(entry) = parsed.entry else { continue };
        if entry.is(Sign::Spam) || entry.is(Sign::Clean) {
            scan.spam = Some(entry.is(Sign::Spam));
        }
        let number = |of| datum(&parsed, of)?.trim().parse::<f64>().ok();
        let part = |role| Some(lossy(entry.part(role, &parsed.captures)?.of(parsed.body())).into_owned());
        // The line that comes first has the exact points; the result line cuts them.
        scan.score = scan.score.or_else(|| number(Datum::Score));
        scan.required = scan.required.or_else(|| number(Datum::Required));
        if let Some(rules) = datum(&parsed, Datum::Rules) {
            scan.rules =
                Some(spamassassin::names(rules.as_bytes()).map(|(_, name)| name.to_owned()).collect());
        }
        scan.mid = part(Role::MessageId).or(scan.mid);
        scan.size = part(Role::Bytes).and_then(|size| size.parse().ok()).or(scan.size);
    }
    scan
}

/// Why a mail was marked as spam or not.
pub(super) fn explain(log: &Log, facts: &MessageFacts) -> Explanation {
    let mut story: Vec<Sentence> = facts.lines().iter().filter_map(|&line| told(log, line)).collect();
    let scan = read(log, facts.lines());
    let (first, last) = log.span_of(facts.number());
    let worst =
        story.iter().max_by_key(|told| told.level).map(|told| (told.text.clone(), told.lines.clone()));
    let mut next = Vec::new();
    let (Some(spam), Some(score), Some(required)) = (scan.spam, scan.score, scan.required) else {
        let (headline, cites) = worst.unwrap_or_else(|| {
            ("A spam check; its result isn't in the log you pasted.".into(), Cited::new(first, []))
        });
        let party = if facts.outcome() == Outcome::Failed { Party::OurServer } else { Party::Nobody };
        return Explanation {
            story,
            stage: Stage::OurServer,
            party,
            next,
            ..Explanation::new(headline, cites)
        };
    };
    story.extend(log.trace_of(first - 1).filter(|_| spam).and_then(|scan| filed(log, scan)));
    let rules: Vec<(&str, Option<&'static Rule>)> =
        scan.rules.iter().flatten().map(|name| (name.as_str(), spamassassin::rule(name))).collect();
    let of = |about: About| -> Vec<(&str, &'static Rule)> {
        let is = |rule: &&'static Rule| rule.about == about;
        let hits = rules.iter().filter_map(|(name, rule)| Some((*name, rule.filter(is)?)));
        let mut hits: Vec<(&str, &'static Rule)> = hits.collect();
        sort::by_key(&mut hits, |(_, rule)| rule.says);
        hits
    };
    for (about, title) in GROUPS {
        // Rules that mean the same are told as one.
        for same in of(*about).chunk_by(|a, b| a.1.says == b.1.says) {
            let names: Vec<&str> = same.iter().map(|(name, _)| *name).collect();
            story.push(Sentence {
                shown: None,
                text: format!("{title}: {}. {}", names.join(", "), same[0].1.says),
                lines: Cited::new(last, []),
                level: if *about == About::Welcome { Level::Success } else { Level::Info },
            });
        }
    }
    let unknown: Vec<&str> = rules.iter().filter(|(_, rule)| rule.is_none()).map(|(name, _)| *name).collect();
    if !unknown.is_empty() {
        story.push(Sentence {
            shown: None,
            text: format!("Local or unknown rules, so ask this server's administrator: {}.", list(&unknown)),
            lines: Cited::new(last, []),
            level: Level::Info,
        });
    }
    if spam {
        story.push(Sentence {
            shown: None,
            text: judged(score - required, &rules),
            lines: Cited::new(last, []),
            level: Level::Warning,
        });
    }
    let learned = spam && score - spamassassin::learned(rules.iter().map(|(name, _)| *name)) < required;
    if learned {
        next.push(Step {
            text: "What the filter has learned decided, by SpamAssassin's usual points. If the message was wanted, let it learn that: save the message as a file and run sa-learn --ham on it, as the user whose mail it is.".into(),
            command: None,
        });
    }
    let mut fixes: Vec<(&'static Rule, Vec<&str>)> = Vec::new();
    let all = of(About::Check).into_iter().chain(of(About::SetUp)).chain(of(About::Making));
    for (name, rule) in all.filter(|(_, rule)| !rule.fix.is_empty()) {
        match fixes.iter_mut().find(|(other, _)| other.fix == rule.fix) {
            Some((_, names)) => names.push(name),
            None => fixes.push((rule, vec![name])),
        }
    }
    next.extend(fixes.iter().map(|(rule, names)| {
        let whose = if rule.about == About::Check { "On this server" } else { "For the sender" };
        Step { text: format!("{whose}: {} ({})", rule.fix, names.join(", ")), command: None }
    }));
    let sender_can = fixes.iter().any(|(rule, _)| rule.about != About::Check);
    let symbols =
        facts.lines().iter().find_map(|&line| Some((line, datum(&log.parse(line - 1), Datum::Symbols)?)));
    let most = symbols.as_ref().map(|(_, symbols)| heaviest(symbols)).unwrap_or_default();
    if let (Some((line, _)), true) = (&symbols, spam && !most.is_empty()) {
        story.push(Sentence {
            shown: None,
            text: format!(
                "What gave most of the points: {}.",
                list(&most.iter().map(String::as_str).collect::<Vec<_>>())
            ),
            lines: Cited::new(*line, []),
            level: Level::Info,
        });
        let fails = |check: &&str| most.iter().any(|rule| rule.contains(*check));
        if ["SPF_FAIL", "VIOLATED_DIRECT_SPF", "DMARC_POLICY"].into_iter().filter(fails).count() > 1 {
            next.push(Step {
                text: "The sender's domain doesn't send from this address. If the mail was forwarded, exempt the forwarding server from the checks of SPF and DMARC by its IP address (not the sender, whom anybody can forge), or have the mail fetched there or sent to the new address. What lasts is that the sender signs with DKIM; SRS alone mends only SPF. If it's the domain's own server or website, its address belongs in the SPF record.".into(),
                command: None,
            });
        }
        next.push(Step {
            text: format!("If it's a false alarm, lower the weight of the rule that's wrong, or let the sender through; a domain or address that a list names must be taken off by its owner. Most points: {}.", most.join(", ")),
            command: None,
        });
    } else if spam {
        next.push(Step {
            text: "To see the points of each rule, look at the X-Spam-Status or X-Spam-Report header of the message itself.".into(),
            command: None,
        });
    }
    // What the filter had the mail server do says more than its mark.
    let refused = story.iter().any(|told| told.text.ends_with("The filter asks for: reject."));
    let marked = story.iter().any(|told| told.text.contains("enough to mark it"));
    let headline = if marked {
        format!("Marked as spam: {} points, with {} needed to refuse it.", points(score), points(required))
    } else if spam && refused {
        format!("Refused as spam: {} points, with {} needed to refuse it.", points(score), points(required))
    } else if spam {
        format!("Marked as spam: {} points, with {} needed.", points(score), points(required))
    } else if story.iter().any(|told| told.text.ends_with("The filter asks for: soft reject.")) {
        "The filter deferred the message (soft reject), not because it's spam.".into()
    } else {
        format!("Not spam: {} points, with {} needed to mark it.", points(score), points(required))
    };
    let cites = worst.map_or_else(|| Cited::new(last, []), |(_, lines)| lines);
    let (party, lasts) = match (spam, learned || !sender_can) {
        (true, false) => (Party::Sender, Some(Lasts::Permanent)),
        (true, true) => (Party::OurServer, Some(Lasts::Permanent)),
        (false, _) => (Party::Nobody, None),
    };
    // Rspamd has its rules in the same line.
    let has_rules = scan.rules.is_some()
        || facts.lines().iter().any(|line| datum(&log.parse(line - 1), Datum::Symbols).is_some());
    let missing =
        if has_rules { Vec::new() } else { vec!["The result line with the rules that matched.".into()] };
    Explanation {
        story,
        stage: Stage::OurServer,
        party,
        lasts,
        next,
        missing,
        ..Explanation::new(headline, cites)
    }
}

/// The rules of Rspamd that gave most points, up to three, with these and the domain that each found:
/// `DBL_SPAM(6.50){bad.example:url;}`.
fn heaviest(symbols: &str) -> Vec<String> {
    let mut all: Vec<(f64, String)> = symbols
        .split("},")
        .filter_map(|rule| {
            let (name, rest) = rule.split_once('(')?;
            let (points, found) = rest.split_once(')')?;
            let number: f64 = points.parse().ok().filter(|number| *number > 0.0)?;
            let found = found.trim_matches(['{', '}', ';']).split([':', ';', ',']).next().unwrap_or_default();
            let about = if found.contains('.') { format!(", {found}") } else { String::new() };
            Some((number, format!("{name} ({points}{about})")))
        })
        .collect();
    sort::by(&mut all, |a, b| b.0.total_cmp(&a.0));
    all.into_iter().take(3).map(|(_, rule)| rule).collect()
}

/// The groups of rules in the order in which they are told.
const GROUPS: &[(About, &str)] = &[
    (About::SetUp, "The sender's set-up"),
    (About::Making, "How the message is formatted"),
    (About::Content, "What the message says"),
    (About::Site, "A list or rule of this server"),
    (About::Check, "This server's own checks"),
    (About::Welcome, "In the message's favor"),
];

/// Where the mail was filed, as the line of its delivery says.
fn filed(log: &Log, scan: u32) -> Option<Sentence> {
    let others = log.links_of(scan).map(|link| if link.from == scan { link.to } else { link.from });
    let mut lines = others.flat_map(|trace| log.lines_of(trace));
    lines.find_map(|&line| datum(&log.parse(line - 1), Datum::Folder).and_then(|_| told(log, line)))
}

fn told(log: &Log, line: u32) -> Option<Sentence> {
    let parsed = log.parse(line - 1);
    let entry = parsed.entry?;
    Some(Sentence {
        shown: shown(log, line - 1),
        text: says(entry, parsed.body(), &parsed.captures),
        lines: Cited::new(line, []),
        level: entry.pattern.level,
    })
}

/// Whether the mark is likely to be right, from what the rules are about.
fn judged(over: f64, rules: &[(&str, Option<&'static Rule>)]) -> String {
    let number =
        |about: About| rules.iter().filter(|(_, rule)| rule.is_some_and(|rule| rule.about == about)).count();
    let has = |wanted: &str| rules.iter().any(|(name, _)| *name == wanted);
    let (set_up, content) = (number(About::SetUp) + number(About::Making), number(About::Content));
    let close =
        if over < 1.0 { format!(" It was over the limit by only {}.", points(over)) } else { String::new() };
    let text = if has("GTUBE") {
        "Marked correctly, and only a test: the message contains the standard test text for spam filters (GTUBE).".into()
    } else if number(About::Site) > 0 {
        "A list or rule of this server or user decided. Check that entry if the message was wanted.".into()
    } else if content == 0 && set_up > 0 {
        format!(
            "Possibly marked by mistake: {} about the sender's server or how the message is formatted, none about what it says. The sender can correct that.",
            fit(set_up)
        )
    } else if content > set_up {
        format!(
            "Probably marked correctly: {} about what the message says. If it was wanted, train the filter with it as wanted (ham).",
            fit(content)
        )
    } else if content > 0 {
        format!(
            "Look at the message to judge the mark: {} about what it says, and {} about the sender's server or how it's formatted.",
            fit(content),
            fit(set_up)
        )
    } else {
        "The known rules don't show whether the mark is right. Look at the message itself.".into()
    };
    text + &close
}

/// `1 rule is`, `3 rules are`, as the beginning of "… about something".
fn fit(number: usize) -> String {
    format!("{} {}", count(number, "rule"), if number == 1 { "is" } else { "are" })
}

/// Points without needless zeros.
fn points(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}
