//! What the lines of a trace name that a letter needs and the trace itself doesn't hold: for whom a refused message
//! was, whether one of our own users sent it, what exactly was refused, and whose server it is about.

use super::found::found;
use super::is_of;
use super::message::Note;
use super::titles::is_shown;
use crate::explain;
use crate::export::Trace;
use crate::format::Role;
use crate::knowledge::classify::{Evidence, classify};
use crate::knowledge::defect::Defect;
use crate::knowledge::fault::{Found, find, is_dynamic, is_local, shares_no_version};
use crate::knowledge::obstacle::ObstacleKind;
use crate::knowledge::part::asks_for_scan;
use crate::knowledge::quoted::{self, CertificateFault, address, is_address, is_host};
use crate::knowledge::{Named, Refusal, arriving};
use crate::log::{Log, Parsed};
use crate::pattern::Entry;
use crate::text::lossy;
use crate::vocabulary::{Cause, Datum, FormatKind, Level, Party, Reason, Sign, TraceType};

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
    /// Whom a trouble of our server is about: a username without its domain, a mailbox that isn't watched.
    pub named: Option<String>,
    /// The points that a spam filter gave, and from how many on it refuses.
    pub points: Option<(f64, f64)>,
    /// The name of a file that a filter doesn't let through.
    pub attachment: Option<String>,
    /// So many messages an app fetched and deleted from the server: all that there were.
    pub collected: Option<u64>,
    /// So many messages an app fetched and left on the server: all that there were.
    pub fetched: Option<u64>,
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
    /// True where that server answered that it says so later.
    pub put_off: bool,
    /// The client's name was asked for, and whether it has none or the resolver failed is open.
    pub checks_client: bool,
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
    /// True where a filter of ours keeps the message.
    pub kept: bool,
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
        if is_of(trace, FormatKind::Headers) {
            return Gleaned::of_headers(log, trace);
        }
        let mut facts = Gleaned::default();
        let wrong = trace.outcome.is_problem() || trace.explanation.party == Party::OurServer;
        if trace.kind != TraceType::Scan && !(wrong && trace.attempts.is_empty()) {
            facts.from = named_later(log, trace);
            facts.account = account(log, trace);
            return facts;
        }
        let mut door = Door::default();
        for &line in log.lines_of(trace.trace).iter().take(MOST_LINES) {
            let parsed = log.parse(line - 1);
            facts.note(trace, &parsed, &mut door);
        }
        // Who got a yes beside a no isn't who was refused.
        if facts.to.is_empty() {
            facts.to = door.accepted;
        } else {
            door.accepted.retain(|to| !facts.to.contains(to));
            facts.accepted = door.accepted;
        }
        facts.account = one_of(&door.accounts).or_else(|| account(log, trace));
        if let (Some(banned), None) = (facts.banned.as_deref(), &facts.account) {
            // Whose password failed there before, and nobody else's.
            let of = |line: u32| {
                let parsed = log.parse(line - 1);
                let failed = parsed.entry.is_some_and(|entry| entry.pattern.level >= Level::Temporary);
                let own = part(&parsed, Role::Client).is_some_and(|client| client == banned);
                part(&parsed, Role::User).filter(|user| own && failed && is_address(user))
            };
            facts.account = one_of(&near(log, trace).filter_map(of).collect::<Vec<_>>());
        }
        // A spam filter checks for whose mailbox it is.
        if trace.kind == TraceType::Scan && facts.to.is_empty() {
            facts.to.extend(account(log, trace));
        }
        let lines = &trace.explanation.cites;
        facts.reason = explain::turned_away(log, lines)
            .or_else(|| explain::turned_away(log, log.lines_of(trace.trace)))
            .or(facts.reason);
        // A filter's own words for "no" tell nothing of the client's.
        let wordless = |reason: &Reason| matches!(reason, Reason::SyntaxError | Reason::NotCompliantRfc);
        if trace.kind == TraceType::Message && facts.reason.as_ref().is_some_and(wordless) {
            (facts.reason, facts.refusal) = (None, None);
        }
        let local = trace.client.as_deref().is_some_and(is_local);
        let device =
            door.greeting.as_deref().is_some_and(|name| name.starts_with('[') || !name.contains('.'));
        facts.device |= device;
        facts.own |= local || trace.user.as_deref().is_some_and(is_address);
        facts
    }

    /// Notes what one line names of a client or a message that came to our server.
    fn note(&mut self, trace: &Trace, parsed: &Parsed<'_>, door: &mut Door) {
        let Some(entry) = parsed.entry else { return };
        let value = |role| part(parsed, role);
        let held = |of| explain::datum(parsed, of).filter(|value| !value.is_empty());
        let refused = entry.pattern.level >= Level::Temporary;
        let all = value(Role::Recipient).unwrap_or_default();
        for to in all.split(',').filter(|to| is_address(to)) {
            let of = if refused || trace.kind == TraceType::Scan { &mut self.to } else { &mut door.accepted };
            if !of.iter().any(|known| known == to) {
                of.push(to.to_owned());
            }
        }
        self.from = self.from.take().or_else(|| value(Role::Sender).filter(|from| is_address(from)));
        // Over which service it came.
        let program = lossy(parsed.origin.program);
        self.own |= program.contains("submission")
            || program.contains("smtps/")
            || matches!(held(Datum::OwnPort).as_deref(), Some("587" | "465"));
        // Who came.
        let name = held(Datum::ClientName);
        let greeting = held(Datum::Greeting);
        self.unnamed |= value(Role::Client).is_some() && name.as_deref().is_none_or(|name| name == "unknown");
        let lines = [&name, &greeting].into_iter().flatten();
        self.device |= lines.into_iter().any(|host| is_host(host) && is_dynamic(host));
        door.greeting = door.greeting.take().or(greeting);
        // What a filter found.
        let number = |of| held(of)?.parse().ok();
        self.points = self.points.or_else(|| number(Datum::Score).zip(number(Datum::Required)));
        self.unchecked |= held(Datum::Verdict).is_some_and(|verdict| verdict.starts_with("UNCHECKED"));
        self.kept |= refused && held(Datum::Quarantine).is_some();
        let envelope = held(Datum::Envelope);
        if entry.is(Sign::BannedFile) {
            // The types come first, and the name of the file last.
            let files = held(Datum::Files).unwrap_or_default();
            let name = files.rsplit(',').next().unwrap_or_default();
            let named = name.contains('.') && !name.starts_with('.') && !name.contains('/');
            self.attachment = named.then(|| name.to_owned());
            self.own |= envelope.as_deref().is_some_and(|of| of.starts_with("MYNETS"));
        }
        // A filter names both ends.
        if let Some((from, to)) = envelope.as_deref().and_then(|of| of.split_once("> -> <")) {
            let from = from.rsplit('<').next().and_then(address);
            self.from = self.from.take().or(from);
            self.to.extend(address(to).filter(|_| self.to.is_empty()));
        }
        if entry.is(Sign::Banned) {
            self.banned = value(Role::Client);
        }
        if entry.is(Sign::NameWithoutDomain) || entry.is(Sign::WatchesUsedUp) {
            let framed = || lossy(parsed.framed.user.of(parsed.line)).into_owned();
            let user = value(Role::User).unwrap_or_else(framed);
            self.named = Some(user).filter(|user| is_shown(user));
        }
        if refused {
            self.note_refusal(trace, parsed, entry, door);
        }
    }

    /// Notes why a line says no.
    fn note_refusal(&mut self, trace: &Trace, parsed: &Parsed<'_>, entry: &Entry, door: &mut Door) {
        let body = lossy(parsed.body());
        let said = classify(&Evidence::text(&body));
        if self.reason.is_none() {
            self.refusal = said.refusal;
            self.reason = match entry.pattern.sign {
                Some(Sign::NotEncrypted) => Some(Reason::FailedStartTls),
                Some(Sign::SpfRefused) => Some(Reason::AuthFailure),
                _ => entry.stated(Role::Reason).and_then(Reason::named),
            };
        }
        self.device |= arriving::is_of_lines(&body);
        self.content_rule |= entry.is(Sign::ContentRule);
        self.old_tls |= shares_no_version(parsed.body());
        self.unverified |= said.refusal == Some(Refusal::SenderUnverified);
        if said.refusal == Some(Refusal::Dmarc) {
            self.origin = true;
            let domain = Named::of(&body).domain.filter(|of| is_host(of)).map(str::to_owned);
            self.origin_of = self.origin_of.take().or(domain);
        }
        // What was looked up in vain.
        let address = part(parsed, Role::Address).filter(|of| is_address(of));
        if trace.kind == TraceType::Message && said.refusal == Some(Refusal::SenderUnverified) {
            self.from = self.from.take().or(address);
        }
        let Some((reason, text, captures)) = explain::given_reason(parsed) else { return };
        if reason.is(Sign::NotOwner) {
            let user = reason.part(Role::User, &captures).map(|at| lossy(at.of(text)).into_owned());
            door.accounts.extend(user.filter(|user| is_address(user)));
        }
        self.checks_client |= reason.is(Sign::ChecksClient);
        self.put_off |= reason.is(Sign::AddressChecked) && reason.part(Role::Code, &captures).is_some();
        self.unanswered |= reason.is(Sign::AddressChecked)
            && classify(&Evidence::text(&lossy(text))).reason != Reason::UserUnknown;
    }

    /// Whom the headers of a message name, and what they show.
    fn of_headers(log: &Log, trace: &Trace) -> Gleaned {
        let mut facts = Gleaned { shown: found(trace).map(|(note, _)| note), ..Gleaned::default() };
        for &line in log.lines_of(trace.trace).iter().take(MOST_LINES) {
            let parsed = log.parse(line - 1);
            let named = |of| explain::datum(&parsed, of).and_then(|text| address(&text));
            facts.from = facts.from.or_else(|| named(Datum::From));
            facts.to.extend(named(Datum::To).filter(|_| facts.to.is_empty()));
        }
        facts
    }

    /// What an app did with a mailbox, or said of our server.
    fn of_session(log: &Log, trace: &Trace) -> Gleaned {
        let mut facts = Gleaned::default();
        for &line in log.lines_of(trace.trace).iter().take(MOST_LINES) {
            let parsed = log.parse(line - 1);
            let count = |of, at: usize| explain::datum(&parsed, of)?.split('/').nth(at)?.parse::<u64>().ok();
            let all = count(Datum::Deleted, 0)
                .filter(|deleted| *deleted > 1 && count(Datum::Deleted, 1) == Some(*deleted));
            facts.collected =
                facts.collected.or_else(|| all.filter(|all| count(Datum::Fetched, 0) == Some(*all)));
            let left = count(Datum::Deleted, 0) == Some(0);
            let whole = count(Datum::Fetched, 0).filter(|fetched| {
                left && count(Datum::Deleted, 1).is_some_and(|all| *fetched >= all.max(MANY))
            });
            facts.fetched = facts.fetched.or(whole);
            let fault = |found: &Found| found.fault.defect == Defect::OurCertificateExpired;
            facts.expired |= find(parsed.body()).iter().any(fault);
            facts.old_tls |= shares_no_version(parsed.body());
        }
        facts
    }

    /// Whom a program or a person talked to, and what was shown.
    fn of_document(log: &Log, trace: &Trace) -> Gleaned {
        let cites = &trace.explanation.cites;
        let old_tls = cites.iter().any(|line| shares_no_version(log.parse(line - 1).body()));
        let mut facts = Gleaned { old_tls, ..Gleaned::default() };
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
                facts.reason = looked_up(entry, &parsed);
                if entry.is(Sign::Quarantined) {
                    facts.shown = Some(Note::Quarantined);
                }
            }
            text.push_str(&body.to_ascii_lowercase());
            text.push('\n');
        }
        facts.blocklisted = quoted::names_block_list(&text);
        if trace.kind == TraceType::Dialogue {
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            if let Some((from, account)) = quoted::owner(&text) {
                (facts.from, facts.account) = (from, account);
            }
            facts.from = facts.from.or_else(|| quoted::sender(&text));
            facts.to.extend(quoted::recipient(&text));
            facts.app = quoted::app(&text);
            facts.place = quoted::site(&text).map(str::to_owned);
            facts.server = facts.server.or_else(|| quoted::server(&text));
            facts.at_odds = explain::at_odds(log, trace.trace);
            facts.shown = facts.shown.or_else(|| quoted::certificate(&text).map(certificate));
        }
        facts.provider = quoted::provider(&text);
        facts.unverified = facts.provider == Some("Amazon") && quoted::is_unverified(&text);
        facts.collects = quoted::collects(&text);
        facts.paused = quoted::is_paused(&text);
        facts
    }
}

/// What is noted of the lines at our door until all are read.
#[derive(Default)]
struct Door {
    /// The name that the client gave itself.
    greeting: Option<String>,
    /// For whom the message was taken.
    accepted: Vec<String>,
    /// The accounts that were signed in and didn't own the sender's address.
    accounts: Vec<String>,
}

/// The account that all lines of a trace name, where they name one, or those that explain it.
fn account(log: &Log, trace: &Trace) -> Option<String> {
    let lines = log.lines_of(trace.trace).iter().take(MOST_LINES);
    let beside = trace.explanation.cites.iter().filter(|_| trace.kind == TraceType::Connection);
    let lines = lines.chain(beside);
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
pub(super) fn part(parsed: &Parsed<'_>, role: Role) -> Option<String> {
    let found = parsed.entry?.part(role, &parsed.captures)?;
    Some(lossy(found.of(parsed.body())).trim_matches(['<', '>']).to_owned())
}

/// So many messages that an app fetches again are noticed.
const MANY: u64 = 20;

/// So many lines of a trace are looked at.
const MOST_LINES: usize = 200;

/// So many lines before and after a trace may tell of the same sign-in.
const NEAR: u32 = 60;

/// The lines near a trace, from 1.
pub(super) fn near(log: &Log, trace: &Trace) -> std::ops::RangeInclusive<u32> {
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
        let checks = entry.format.kind == FormatKind::Users
            || matches!(entry.pattern.cause, Some(Cause::AuthService | Cause::Backend));
        let text = lossy(parsed.line);
        checks && users.iter().any(|user| !user.is_empty() && text.contains(user.as_str()))
    };
    !users.is_empty() && near(log, trace).any(told)
}

/// True where the client of the spam check gave up just before the message was passed on.
fn unscanned(log: &Log, trace: &Trace) -> bool {
    let through = trace.kind == TraceType::Message
        && trace
            .attempts
            .iter()
            .any(|of| [&of.channel, &of.text].into_iter().flatten().any(|said| asks_for_scan(said)));
    let failed = |line: u32| {
        log.parse(line - 1).entry.is_some_and(|entry| {
            entry.format.kind == FormatKind::Scanner && entry.pattern.level == Level::Alert
        })
    };
    through && (*near(log, trace).start()..trace.last_line).any(failed)
}

/// The folder that a line says a message was put into.
pub(super) fn folder(log: &Log, trace: &Trace) -> Option<String> {
    let lines = log.lines_of(trace.trace).iter().take(MOST_LINES);
    lines.filter_map(|line| explain::datum(&log.parse(line - 1), Datum::Folder)).last()
}

/// What a look-up in DNS, or a provider's note, means for a message.
fn looked_up(entry: &Entry, parsed: &Parsed<'_>) -> Option<Reason> {
    let lookup = entry.format.kind == FormatKind::Lookup;
    Some(match entry.pattern.sign? {
        Sign::NullMx => Reason::NotAccept,
        Sign::NoSuchName if lookup => Reason::HostUnknown,
        Sign::NoRecordOfKind if part(parsed, Role::Keyword).as_deref() == Some("MX") => Reason::HostUnknown,
        Sign::LookupFailed | Sign::NoResolver => Reason::NetworkError,
        Sign::Refused if lookup => Reason::NetworkError,
        Sign::Complained => Reason::Feedback,
        _ => return None,
    })
}

/// What is wrong with a certificate that a tool shows.
fn certificate(fault: CertificateFault) -> Note {
    match fault {
        CertificateFault::Expired => Note::CertificateOld,
        CertificateFault::OtherName => Note::CertificateOther,
        CertificateFault::Untrusted => Note::CertificateUntrusted,
        CertificateFault::ChainIncomplete => Note::ChainIncomplete,
    }
}
