//! What the lines of a trace name that a letter needs and the trace itself doesn't hold: for whom a refused message
//! was, whether one of our own users sent it, what exactly was refused, and whose server it is about.

use super::domain;
use super::message::Note;
use crate::explain;
use crate::export::Trace;
use crate::format::Role;
use crate::knowledge::Refusal;
use crate::knowledge::classify::{Evidence, classify};
use crate::knowledge::fault::{is_dynamic, is_local};
use crate::knowledge::obstacle::ObstacleKind;
use crate::log::{Log, Parsed};
use crate::text::lossy;
use crate::vocabulary::{Cause, Level, Reason, Sign, TraceType};

/// See the head of this file.
#[derive(Debug, Default)]
#[allow(clippy::struct_excessive_bools, reason = "each is a clue of its own")]
pub(super) struct Gleaned {
    /// Who wrote a message that our server didn't take, where the trace doesn't say it.
    pub from: Option<String>,
    /// For whom it was.
    pub to: Vec<String>,
    /// True where our server first asked the client to come again later.
    pub held: bool,
    /// For whom it was taken, where it was refused for others.
    pub accepted: Vec<String>,
    /// The account that was signed in, where a line names it beside a refusal or a failed sign-in.
    pub account: Option<String>,
    /// The points that a spam filter gave, and from how many on it refuses.
    pub points: Option<(f64, f64)>,
    /// The name of a file that a filter doesn't let through.
    pub attachment: Option<String>,
    /// So many messages an app fetched and deleted from the server: all that there were.
    pub collected: Option<u64>,
    /// True where an app said that our certificate has expired.
    pub expired: bool,
    /// Why our server didn't take it.
    pub reason: Option<Reason>,
    /// The same more exactly.
    pub refusal: Option<Refusal>,
    /// True where it came from a device or an app of our own users, and not from another mail server.
    pub own: bool,
    /// True where it came from a line at home, or from what gave itself no full name.
    pub device: bool,
    /// True where nothing but a number is known of whom it came from.
    pub unnamed: bool,
    /// True where a check of where the message comes from failed for its domain, by more than the sending server.
    pub origin: bool,
    /// True where the sender's address was found to receive no mail itself.
    pub unverified: bool,
    /// The domain whose rule about the origin of messages refused it.
    pub origin_of: Option<String>,
    /// True where an address was checked at its own server, which gave no clear answer.
    pub unanswered: bool,
    /// True where a rule of ours about the content of messages refused it.
    pub content_rule: bool,
    /// The server that a program or a test talked to.
    pub server: Option<String>,
    /// The provider that it belongs to.
    pub provider: Option<&'static str>,
    /// The program that reports a problem, as people call it.
    pub app: Option<&'static str>,
    /// The domain of the site or the mailbox that it was used for.
    pub place: Option<String>,
    /// What a check of a certificate, or the headers of a message, show.
    pub shown: Option<Note>,
    /// True where a filter let a message pass that it couldn't check.
    pub unchecked: bool,
    /// An address that our server blocked after failed sign-ins.
    pub banned: Option<String>,
    /// True where a provider paused the sign-ins of an account.
    pub paused: bool,
    /// What the program and the server of a conversation did not agree on.
    pub at_odds: Option<ObstacleKind>,
    /// True where our own server could not check the password of this user: "wrong" then means nothing.
    pub hindered: bool,
    /// True where our server collects mail from a server of others.
    pub collects: bool,
    /// True where the spam check failed just before the message was passed on.
    pub unscanned: bool,
    /// True where a client knows only old versions of encryption.
    pub old_tls: bool,
    /// True where a check says that our own address is on a block list.
    pub blocklisted: bool,
}

impl Gleaned {
    pub(super) fn of(log: &Log, trace: &Trace) -> Gleaned {
        let facts = match trace.kind {
            TraceType::Dialogue | TraceType::Bounce => Gleaned::of_document(log, trace),
            TraceType::Connection | TraceType::Event | TraceType::Message | TraceType::Scan => {
                Gleaned::at_our_door(log, trace)
            }
            TraceType::Session => Gleaned::of_session(log, trace),
        };
        Gleaned { hindered: hindered(log, trace), unscanned: unscanned(log, trace), ..facts }
    }

    /// What was refused by our own server, or passed its filters.
    fn at_our_door(log: &Log, trace: &Trace) -> Gleaned {
        let mut facts = Gleaned::default();
        let headers = trace.format == "mail-headers";
        if headers {
            facts.shown = header(&trace.explanation.headline);
            for &line in log.lines_of(trace.trace).iter().take(MOST_LINES) {
                let parsed = log.parse(line - 1);
                let named = |name| of_field(&parsed, name).and_then(|text| address(&text));
                facts.from = facts.from.or_else(|| named("from"));
                facts.to.extend(named("to").filter(|_| facts.to.is_empty()));
            }
            return facts;
        }
        let wrong =
            trace.outcome.is_problem() || trace.explanation.party == crate::vocabulary::Party::OurServer;
        if trace.kind != TraceType::Scan && !(wrong && trace.attempts.is_empty()) {
            facts.from = named_later(log, trace);
            facts.account = account(log, trace);
            return facts;
        }
        let mut name = None;
        let mut accepted: Vec<String> = Vec::new();
        let mut accounts: Vec<String> = Vec::new();
        for &line in log.lines_of(trace.trace).iter().take(MOST_LINES) {
            let parsed = log.parse(line - 1);
            let Some(entry) = parsed.entry else { continue };
            let value = |role| part(&parsed, role);
            let all = value(Role::Recipient).unwrap_or_default();
            let refused = entry.pattern.level >= Level::Temporary;
            for to in all.split(',').filter(|to| is_address(to)) {
                let of = if refused || trace.kind == TraceType::Scan { &mut facts.to } else { &mut accepted };
                if !of.iter().any(|known| known == to) {
                    of.push(to.to_owned());
                }
            }
            facts.from = facts.from.or_else(|| value(Role::Sender).filter(|from| is_address(from)));
            name = name.or_else(|| of_field(&parsed, "helo"));
            let program = lossy(parsed.origin.program);
            let port = of_field(&parsed, "local_port");
            facts.own |= program.contains("submission")
                || program.contains("smtps/")
                || matches!(port.as_deref(), Some("587" | "465"));
            let number = |name| of_field(&parsed, name)?.parse().ok();
            facts.points = facts.points.or_else(|| number("score").zip(number("required")));
            facts.device |=
                ["127.0.0.10", "127.0.0.11", "pbl"].iter().any(|of| lossy(parsed.body()).contains(of));
            facts.unnamed |= ["H=(", "unknown["].iter().any(|of| lossy(parsed.body()).contains(of));
            let words = lossy(parsed.body());
            let mut words = words.split(|of: char| !of.is_ascii_alphanumeric() && !".-".contains(of));
            facts.device |= words.any(|word| is_host(word) && is_dynamic(word));
            let ruled = lossy(parsed.body()).split_once("DMARC policy for ").and_then(|(_, of)| {
                let end = of.find([';', ',', ' ', ')']).unwrap_or(of.len());
                Some(of[..end].trim_end_matches('.')).filter(|of| is_host(of)).map(str::to_owned)
            });
            facts.origin_of = facts.origin_of.or(ruled);
            facts.origin |= parsed.body().windows(5).any(|word| word == b"DMARC");
            let body = lossy(parsed.body());
            let named = |leads: &[&str]| leads.iter().find_map(|lead| named(&body, lead));
            if trace.kind == TraceType::Message && entry.pattern.level >= Level::Temporary {
                // What was looked up in vain.
                let found = address(&body);
                facts.from = facts.from.or_else(|| found.filter(|_| body.contains("sender")));
            }
            if entry.pattern.level >= Level::Temporary {
                facts.from = facts.from.or_else(|| named(&["from=<", "MAIL FROM:<"]));
                let to = named(&["to=<", "RCPT TO:<"]).filter(|to| facts.to.is_empty() && is_address(to));
                facts.to.extend(to);
            }
            facts.old_tls |= is_old_tls(&body);
            facts.content_rule |= entry.pattern.id.starts_with("content-reject");
            facts.unverified |= body.to_ascii_lowercase().contains("sender verify fail");
            facts.unanswered |= body.contains(" address rejected: unverified address");
            if let Some((_, of)) = body.split_once("not owned by user ") {
                accounts.extend(of.split(';').next().filter(|user| is_address(user)).map(str::to_owned));
            }
            if let Some((_, of)) = body.split_once("Blocked BANNED (") {
                // The types come first, and the name of the file last.
                let name = of.split(')').next().and_then(|of| of.rsplit(',').next()).unwrap_or_default();
                let named = name.contains('.') && !name.starts_with('.') && !name.contains('/');
                facts.attachment = named.then(|| name.to_owned());
                facts.own |= of.contains("MYNETS");
            }
            facts.unchecked |= parsed.body().windows(9).any(|word| word == b"UNCHECKED");
            // A filter names both ends.
            if let Some((from, to)) = body.split_once("> -> <").filter(|_| trace.kind == TraceType::Scan) {
                facts.from = facts.from.or_else(|| address(from.rsplit('<').next()?));
                facts.to.extend(address(to).filter(|_| facts.to.is_empty()));
            }
            if entry.is(Sign::Banned) {
                facts.banned = value(Role::Client);
            }
            if entry.pattern.level >= Level::Temporary && facts.reason.is_none() {
                facts.refusal = classify(&Evidence::text(&lossy(parsed.body()))).refusal;
                facts.reason = stated(entry.format.id, entry.pattern.id);
            }
        }
        // Who got a yes beside a no isn't who was refused.
        if facts.to.is_empty() {
            facts.to = accepted;
        } else {
            accepted.retain(|to| !facts.to.contains(to));
            facts.accepted = accepted;
        }
        facts.account = one_of(&accounts).or_else(|| account(log, trace));
        if let (Some(banned), None) = (facts.banned.as_deref(), &facts.account) {
            // Whose password failed there before, and nobody else's.
            let of = |line: u32| {
                let parsed = log.parse(line - 1);
                let own = part(&parsed, Role::Client).is_some_and(|client| client == banned);
                part(&parsed, Role::User).filter(|user| own && is_address(user))
            };
            let mut users: Vec<String> = near(log, trace).filter_map(of).collect();
            users.sort_unstable();
            users.dedup();
            facts.account = one_of(&users);
        }
        // A spam filter checks for whose mailbox it is.
        if trace.kind == TraceType::Scan && facts.to.is_empty() {
            facts.to.extend(account(log, trace));
        }
        let lines = &trace.explanation.cites;
        facts.reason = explain::turned_away(log, lines)
            .or_else(|| explain::turned_away(log, log.lines_of(trace.trace)))
            .or(facts.reason);
        let local = trace.client.as_deref().is_some_and(is_local);
        let device = name.as_deref().is_some_and(|name| name.starts_with('[') || !name.contains('.'));
        facts.device |= device;
        facts.own |= local || trace.user.as_deref().is_some_and(is_address);
        facts
    }

    /// What an app did with a mailbox, or said of our server.
    fn of_session(log: &Log, trace: &Trace) -> Gleaned {
        let mut facts = Gleaned::default();
        for &line in log.lines_of(trace.trace).iter().take(MOST_LINES) {
            let parsed = log.parse(line - 1);
            let count = |name, at: usize| of_field(&parsed, name)?.split('/').nth(at)?.parse::<u64>().ok();
            let all = count("del", 0).filter(|deleted| *deleted > 1 && count("del", 1) == Some(*deleted));
            facts.collected = facts.collected.or_else(|| all.filter(|all| count("retr", 0) == Some(*all)));
            facts.expired |= lossy(parsed.body()).contains("alert certificate expired");
            facts.old_tls |= is_old_tls(&lossy(parsed.body()));
        }
        facts
    }

    /// Whom a program or a person talked to, and what was shown.
    fn of_document(log: &Log, trace: &Trace) -> Gleaned {
        let mut facts = Gleaned::default();
        let mut text = String::new();
        for &line in log.lines_of(trace.trace).iter().take(MOST_LINES) {
            let parsed = log.parse(line - 1);
            let body = lossy(parsed.line);
            if let Some(entry) = parsed.entry {
                let host = [Role::Remote, Role::Host].into_iter().find_map(|role| {
                    let name = lossy(entry.part(role, &parsed.captures)?.of(parsed.body())).into_owned();
                    is_host(&name).then(|| name.trim_end_matches('.').to_owned())
                });
                facts.server = facts.server.or(host);
            }
            if trace.kind == TraceType::Bounce && facts.reason.is_none() {
                let subject =
                    parsed.entry.is_some_and(|entry| entry.part(Role::Subject, &parsed.captures).is_some());
                let verdict = crate::pattern::partly::reply(parsed.line)
                    .filter(|_| !subject)
                    .map(|_| classify(&Evidence::text(&body)))
                    .filter(|verdict| verdict.reason != Reason::Undefined);
                (facts.reason, facts.refusal) =
                    verdict.map_or((None, None), |verdict| (Some(verdict.reason), verdict.refusal));
            }
            if let Some(entry) = parsed.entry.filter(|_| facts.reason.is_none()) {
                facts.reason = looked_up(entry.format.id, entry.pattern.id, &body);
                if (entry.format.id, entry.pattern.id) == ("mail-event", "quarantined") {
                    facts.shown = Some(Note::Quarantined);
                }
            }
            facts.blocklisted |= ["Block List", "block list", "blacklist"].iter().any(|of| body.contains(of));
            text.push_str(&body.to_ascii_lowercase());
            text.push('\n');
        }
        if trace.kind == TraceType::Dialogue {
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let told = |leads: &[&str]| {
                leads.iter().find_map(|lead| address(text.split_once(lead)?.1.split([' ', '>']).next()?))
            };
            // Who is refused as the sender, and who signed in.
            if let Some((of, rest)) = text.split_once("sender address rejected: not owned by user ") {
                facts.from = of.rsplit_once('<').and_then(|(_, from)| address(from.split('>').next()?));
                let user = rest.split(' ').next().unwrap_or_default().trim_end_matches('.');
                facts.account = Some(user.to_owned()).filter(|user| is_address(user));
            }
            facts.from = facts.from.or_else(|| {
                told(&["--from ", "mail from:<", "allowed to send as ", "verification failed for <"])
            });
            facts.to.extend(told(&[
                "--to ",
                "rcpt to:<",
                "the recipient \"",
                "message recipient \"",
                "recipients failed: ",
                "email to ",
            ]));
            facts.app =
                APPS.iter().find(|(_, words)| words.iter().any(|of| text.contains(of))).map(|(app, _)| *app);
            let site = ["https://", "http://"].iter().find_map(|lead| {
                text.split_once(lead)?
                    .1
                    .split(|of: char| !of.is_ascii_alphanumeric() && !".-".contains(of))
                    .next()
            });
            facts.place = site
                .filter(|site| {
                    is_host(site) && !APPS.iter().any(|(_, of)| of.iter().any(|of| site.contains(of)))
                })
                .map(str::to_owned);
            facts.server = facts.server.or_else(|| server(&text));
        }
        facts.provider = provider(&text);
        facts.unverified = facts.provider == Some("Amazon") && text.contains("failed the check in region");
        facts.collects = ["fetchmail", "getmail"].iter().any(|program| text.contains(program));
        if trace.kind == TraceType::Dialogue {
            facts.at_odds = explain::at_odds(log, trace.trace);
        }
        facts.paused = text.contains("too many login attempts") || text.contains("too many failed login");
        facts.shown =
            facts.shown.or_else(|| certificate(&text).filter(|_| trace.kind == TraceType::Dialogue));
        facts
    }
}

/// The account that all lines of a trace name, where they name one.
fn account(log: &Log, trace: &Trace) -> Option<String> {
    let lines = log.lines_of(trace.trace).iter().take(MOST_LINES);
    one_of(&lines.filter_map(|line| part(&log.parse(line - 1), Role::User)).collect::<Vec<_>>())
}

/// The only one of these.
fn one_of(all: &[String]) -> Option<String> {
    let first = all.first()?.clone();
    (is_address(&first) && all.iter().all(|other| *other == first)).then_some(first)
}

/// The address of a sender that first had only the name of an account.
fn named_later(log: &Log, trace: &Trace) -> Option<String> {
    trace.sender.as_deref().filter(|from| !from.is_empty() && !from.contains('@'))?;
    let lines = log.lines_of(trace.trace).iter().take(MOST_LINES);
    lines.filter_map(|line| part(&log.parse(line - 1), Role::Sender)).find(|from| is_address(from))
}

/// What a line has in a role.
fn part(parsed: &Parsed<'_>, role: Role) -> Option<String> {
    let found = parsed.entry?.part(role, &parsed.captures)?;
    Some(lossy(found.of(parsed.body())).trim_matches(['<', '>']).to_owned())
}

/// So many lines of a trace are looked at.
const MOST_LINES: usize = 200;

/// So many lines before and after a trace may tell of the same sign-in.
const NEAR: u32 = 60;

/// The lines near a trace, from 1.
fn near(log: &Log, trace: &Trace) -> std::ops::RangeInclusive<u32> {
    trace.first_line.saturating_sub(NEAR).max(1)..=trace.last_line.saturating_add(NEAR).min(log.lines())
}

/// True where a line of our own server names this user and says that the check of the password could not work.
fn hindered(log: &Log, trace: &Trace) -> bool {
    let signs_in = matches!(
        trace.kind,
        TraceType::Session | TraceType::Connection | TraceType::Event | TraceType::Dialogue
    );
    if !signs_in || !trace.outcome.is_problem() {
        return false;
    }
    let mut users: Vec<String> = trace.user.iter().cloned().collect();
    if users.is_empty() && trace.kind == TraceType::Dialogue {
        let lines = log.lines_of(trace.trace).iter().take(MOST_LINES);
        let words = lines.flat_map(|line| {
            let text = lossy(log.parse(line - 1).line).into_owned();
            text.split([' ', '<', '>', ',', ';']).map(str::to_owned).collect::<Vec<_>>()
        });
        users.extend(words.filter(|word| is_address(word)));
    }
    let told = |line: u32| {
        let parsed = log.parse(line - 1);
        let Some(entry) = parsed.entry.filter(|entry| entry.pattern.level == Level::Alert) else {
            return false;
        };
        let checks = ["dovecot-auth", "dovecot-lookup", "dovecot-connection"].contains(&entry.format.id)
            || matches!(entry.pattern.cause, Some(Cause::AuthService | Cause::Backend));
        let text = lossy(parsed.line);
        checks && users.iter().any(|user| !user.is_empty() && text.contains(user.as_str()))
    };
    !users.is_empty() && near(log, trace).any(told)
}

/// True where the client of the spam check gave up just before the message was passed on.
fn unscanned(log: &Log, trace: &Trace) -> bool {
    let scanner = |text: &str| text.contains("spamassassin") || text.contains("spamc");
    let through = trace.kind == TraceType::Message
        && trace
            .attempts
            .iter()
            .any(|of| [&of.channel, &of.text].into_iter().flatten().any(|said| scanner(said)));
    let failed = |line: u32| {
        log.parse(line - 1)
            .entry
            .is_some_and(|entry| entry.format.id == "spamd" && entry.pattern.level == Level::Alert)
    };
    through && (*near(log, trace).start()..trace.last_line).any(failed)
}

/// True for OpenSSL's words for a client that knows only old versions.
fn is_old_tls(text: &str) -> bool {
    ["unsupported protocol", "version too low", "inappropriate fallback"].iter().any(|of| text.contains(of))
}

/// The folder that a line says a message was put into.
pub(super) fn folder(log: &Log, trace: &Trace) -> Option<String> {
    let lines = log.lines_of(trace.trace).iter().take(MOST_LINES);
    lines.filter_map(|line| of_field(&log.parse(line - 1), "box")).last()
}

/// The address behind a lead, up to its closing bracket.
fn named(text: &str, lead: &str) -> Option<String> {
    let (address, _) = text.split_once(lead)?.1.split_once('>')?;
    is_address(address).then(|| address.to_owned())
}

fn is_address(text: &str) -> bool {
    domain(text).is_some_and(|domain| !domain.is_empty()) && !text.contains(['*', ' ', '(', ')'])
}

/// True for the full name of a host.
fn is_host(name: &str) -> bool {
    let name = name.trim_end_matches('.');
    name.contains('.')
        && name.bytes().any(|byte| byte.is_ascii_alphabetic())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_".contains(&byte))
        && !matches!(name.rsplit('.').next(), Some("php" | "js" | "py"))
}

/// The first address in a text.
fn address(text: &str) -> Option<String> {
    let mut words = text.split(|of: char| of.is_whitespace() || "<>\"'(),;:=[]".contains(of));
    words.find(|word| word.contains('@') && is_address(word)).map(str::to_owned)
}

/// Programs that people name when something doesn't work, with the words that show them.
const APPS: &[(&str, &[&str])] = &[
    ("Thunderbird", &["thunderbird"]),
    ("Outlook", &["outlook"]),
    ("WordPress", &["wordpress", "wp_mail", "wp-json", "wp-content", "wp mail smtp"]),
    ("Apple Mail", &["apple mail", "mail.app"]),
    ("iPhone", &["iphone", "ipad"]),
    ("Jenkins", &["jenkins", "hudson."]),
    ("Nextcloud", &["nextcloud"]),
    ("GitLab", &["gitlab"]),
    ("Joomla", &["joomla"]),
    ("TYPO3", &["typo3"]),
    ("Magento", &["magento"]),
    ("Shopware", &["shopware"]),
    ("PrestaShop", &["prestashop"]),
    ("Drupal", &["drupal"]),
    ("Moodle", &["moodle"]),
    ("Laravel", &["laravel", "illuminate\\mail"]),
    ("Django", &["django"]),
    ("Roundcube", &["roundcube"]),
    ("K-9 Mail", &["k-9"]),
    ("PHPMailer", &["phpmailer"]),
    ("Nodemailer", &["nodemailer"]),
    ("PowerShell", &["send-mailmessage"]),
];

/// The value of a field by its name.
fn of_field(parsed: &Parsed<'_>, name: &str) -> Option<String> {
    let entry = parsed.entry?;
    let found = parsed.captures.iter().find(|capture| entry.field(**capture).name == name)?;
    let value = lossy(found.at.of(parsed.body())).into_owned();
    (!value.is_empty()).then_some(value)
}

/// Why a line says no whose format doesn't state it as a reason.
fn stated(format: &str, pattern: &str) -> Option<Reason> {
    Some(match (format, pattern) {
        ("rblsmtpd", "refused" | "refused-for-now" | "listed") => Reason::Blocked,
        ("chkuser", "relay-refused") => Reason::NoRelaying,
        ("postfix-smtpd", "tls-failed") => Reason::FailedStartTls,
        ("policyd-spf", "refused") => Reason::AuthFailure,
        ("simscan", "spam-refused" | "spam-dropped") => Reason::SpamDetected,
        ("simscan", "virus" | "clam-refused" | "virus-refused") => Reason::VirusDetected,
        _ => return None,
    })
}

/// What a look-up in DNS, or a provider's note, means for a message.
fn looked_up(format: &str, pattern: &str, line: &str) -> Option<Reason> {
    Some(match (format, pattern) {
        ("dns-lookup", of) if of.starts_with("null-mx") => Reason::NotAccept,
        ("dns-lookup", of) if of.contains("unknown") || of.contains("without") && line.contains("MX") => {
            Reason::HostUnknown
        }
        ("dns-lookup", of) if ["broken", "refused", "no-server"].iter().any(|end| of.contains(end)) => {
            Reason::NetworkError
        }
        ("mail-event", "complained") => Reason::Feedback,
        _ => return None,
    })
}

/// Providers whose own sign-in and rules an account has, by what their servers are called.
const PROVIDERS: &[(&str, &[&str])] = &[
    (
        "Google",
        &[
            "gsmtp",
            "smtp.gmail.com",
            "smtp-relay.gmail.com",
            "imap.gmail.com",
            "support.google.com/mail",
            "username and password not accepted",
        ],
    ),
    (
        "Microsoft 365",
        &[
            "smtp.office365.com",
            "outlook.office365.com",
            "prod.outlook.com",
            "smtpclientauthentication",
            "smtp-mail.outlook.com",
            "sendasdenied",
        ],
    ),
    ("Yahoo", &["mail.yahoo.com", "smtp.mail.yahoo"]),
    ("Apple", &["mail.me.com", "icloud.com/"]),
    ("Amazon", &["amazonaws.com", "amazonses", "botocore."]),
];

/// Whose server speaks in a text in small letters.
pub(super) fn provider(text: &str) -> Option<&'static str> {
    PROVIDERS.iter().find(|(_, names)| names.iter().any(|name| text.contains(name))).map(|(name, _)| *name)
}

/// A server that a text in small letters names: the owner of a certificate, or what is called as mail servers are.
fn server(text: &str) -> Option<String> {
    let host = |text: &str| {
        let end =
            text.find(|of: char| !of.is_ascii_alphanumeric() && of != '.' && of != '-').unwrap_or(text.len());
        Some(text[..end].trim_end_matches('.')).filter(|name| is_host(name)).map(str::to_owned)
    };
    let owner = ["cn = ", "cn="].iter().find_map(|lead| host(text.split_once(lead)?.1));
    owner.or_else(|| {
        let starts = ["smtp.", "smtps.", "mail.", "imap.", "pop.", "pop3.", "mx.", "smtp-"];
        let words = text.split(|of: char| !of.is_ascii_alphanumeric() && !".-@".contains(of));
        words.filter(|word| starts.iter().any(|start| word.starts_with(start))).find_map(host)
    })
}

/// What is wrong with a certificate that a tool shows.
fn certificate(text: &str) -> Option<Note> {
    let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
    if !says(&["verify error", "verification error", "verify return code"]) {
        return None;
    }
    Some(if says(&["certificate has expired"]) {
        Note::CertificateOld
    } else if says(&["hostname mismatch", "host name mismatch"]) {
        Note::CertificateOther
    } else if says(&["self signed certificate", "self-signed certificate"]) {
        Note::CertificateUntrusted
    } else if says(&["unable to get local issuer", "unable to verify the first", "unable to get issuer"]) {
        Note::ChainIncomplete
    } else {
        return None;
    })
}

/// What the headers of a message show, by the names of the checks in what is said of them.
fn header(headline: &str) -> Option<Note> {
    let says = |words: &[&str]| words.iter().any(|word| headline.contains(word));
    Some(if says(&["DMARC passed nevertheless"]) {
        Note::ChangedAfterSigning
    } else if says(&["spam", "Spam", "junk", "Junk"]) {
        Note::MarkedOnArrival
    } else if says(&["DMARC failed", "breaks what DMARC"]) {
        Note::OriginDoubted
    } else if says(&["DKIM"]) {
        Note::SignatureBroken
    } else if says(&["SPF"]) {
        Note::OriginDoubted
    } else if says(&["waited", "delayed", "date "]) {
        Note::Waited
    } else {
        return None;
    })
}

#[cfg(test)]
mod tests {
    use super::{is_host, provider};

    #[test]
    fn a_host_has_a_name_and_no_number() {
        assert!(is_host("mail.client.example.") && !is_host("192.0.2.1") && !is_host("localhost"));
    }

    #[test]
    fn a_provider_is_named_by_its_own_words() {
        assert_eq!(provider("535 5.7.8 bad credentials a7-20 - gsmtp"), Some("Google"));
        assert_eq!(provider("550 no such user ben@gmail.com"), None);
    }
}
