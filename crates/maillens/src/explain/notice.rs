//! A notice about mail that was not delivered: for whom, why, who must act.

use super::document::{TakenApart, Tried, sentence};
use super::headers::finding::planted;
use super::message::{cause, is_name};
use super::situation::Undelivered;
use super::steps::{self, RemoteWords};
use super::words::{list, put};
use crate::export::{Attempt, Explanation, Sentence, Step};
use crate::format::{Role, server};
use crate::knowledge::named::is_old_entry;
use crate::knowledge::refusal;
use crate::knowledge::situation::By;
use crate::pattern::CATALOGUE;
use crate::vocabulary::{AttemptOutcome, Circumstance, Cited, Lasts, Level, Party, Stage};
use crate::vocabulary::{FormatKind, Reason, Sign, Software};
use std::fmt::Write;

/// What a notice means.
pub(super) fn explain(document: &TakenApart<'_>) -> Explanation {
    let worst = worst(document);
    let (mut headline, mut cites) = headline(document);
    // A new password, or the words of the mail, change nothing about what sends it.
    let planted = planted(document).filter(|_| worst.is_some());
    if let Some(planted) = &planted {
        headline = format!("{headline} {}", planted.headline);
        cites.add(planted.cites.iter().copied());
    }
    Explanation {
        story: story(document),
        stage: stage(worst),
        party: match worst {
            _ if let Some(planted) = &planted => planted.party,
            Some(tried) if finer(document, tried).is_some() => {
                finer(document, tried).map_or(Party::Nobody, |finer| finer.party)
            }
            Some(tried) if !of_this_server(document, tried).is_empty() => Party::OurServer,
            Some(tried) => tried.verdict.map_or(Party::Nobody, |verdict| verdict.party),
            None => Party::Nobody,
        },
        lasts: worst.and_then(|tried| match tried.attempt.outcome {
            AttemptOutcome::Failure => Some(Lasts::Permanent),
            AttemptOutcome::Deferral => Some(Lasts::Temporary),
            AttemptOutcome::Success | AttemptOutcome::Open => None,
        }),
        circumstance: planted
            .as_ref()
            .and_then(|planted| planted.shows)
            .or_else(|| worst.and_then(incomplete).map(|(shows, _)| shows)),
        next: planted.map_or_else(|| next(document, worst), |planted| planted.next),
        missing: missing(document),
        ..Explanation::new(headline, cites)
    }
}

/// The recipient that it is most important to speak of.
fn worst<'a>(document: &'a TakenApart<'_>) -> Option<&'a Tried> {
    document.attempts.iter().min_by_key(|tried| match tried.attempt.outcome {
        AttemptOutcome::Failure => 0,
        AttemptOutcome::Deferral => 1,
        AttemptOutcome::Open => 2,
        AttemptOutcome::Success => 3,
    })
}

fn headline(document: &TakenApart<'_>) -> (String, Cited) {
    let with = |outcome| -> Vec<&Tried> {
        document.attempts.iter().filter(|tried| tried.attempt.outcome == outcome).collect()
    };
    let names = |of: &[&Tried]| list(&of.iter().map(|tried| tried.to()).collect::<Vec<_>>());
    let cited = |of: &[&Tried]| {
        let lines = of.iter().flat_map(|tried| tried.lines.iter().copied());
        Cited::new(of[0].attempt.start_line, lines)
    };
    let why = |of: &[&Tried]| {
        if let Some(finer) = finer(document, of[0]) {
            return format!(" {}", finer.headline);
        }
        let why = of[0].known().map(|verdict| verdict.headline());
        let why =
            why.filter(|why| of.iter().all(|tried| tried.known().is_some_and(|own| own.headline() == *why)));
        why.map_or_else(String::new, |why| format!(" {why}{}", of_this_server(document, of[0])))
    };
    let what = if is_double(document) { "A notice about failed delivery did" } else { "The message did" };
    let failure = with(AttemptOutcome::Failure);
    if !failure.is_empty() {
        return (format!("{what} not reach {}.{}", names(&failure), why(&failure)), cited(&failure));
    }
    let deferral = with(AttemptOutcome::Deferral);
    if !deferral.is_empty() {
        let text =
            format!("{what} not reach {} yet; the server keeps trying.{}", names(&deferral), why(&deferral));
        return (text, cited(&deferral));
    }
    let success = with(AttemptOutcome::Success);
    if !success.is_empty() {
        let text = if success.iter().all(|tried| is_handed_on(document, tried)) {
            format!("The notice confirms that another server accepted the message to {}.", names(&success))
        } else {
            format!("The notice confirms delivery to {}.", names(&success))
        };
        return (text, cited(&success));
    }
    let text = "A notice about an undelivered message; it names no recipient.";
    (text.into(), whole(document))
}

/// What is told where the reason alone would tell wrongly.
struct Finer {
    headline: String,
    party: Party,
    steps: Vec<Step>,
}

fn finer(document: &TakenApart<'_>, tried: &Tried) -> Option<Finer> {
    incomplete(tried)
        .map(|(_, finer)| finer)
        .or_else(|| particular(tried))
        .or_else(|| own_rule(document, tried))
        .or_else(|| old_entry(tried))
        .or_else(|| not_set_up(tried))
        .or_else(|| wrong_server(document, tried))
        .or_else(|| helped(document))
}

/// What the words of an answer narrow down, where its class would be told with a list of all that may be wrong.
struct Particular {
    /// All of these stand in the answer, in small letters.
    words: &'static [&'static str],
    headline: &'static str,
    party: Party,
    /// With `{ip}`, the address that the answer speaks of, and `{host}`, the server that it's about.
    step: (&'static str, &'static str),
}

static PARTICULARS: &[Particular] = &[
    Particular {
        words: &["spf [] with ip"],
        headline: "The sender's domain could not be verified: the envelope sender was empty (\u{201c}SPF []\u{201d}), as it is with automatic replies and notices. Then SPF checks the name that the sending server greets with (HELO).",
        party: Party::Dns,
        step: (
            "Have the server{? at {ip}} sign such messages, too, with DKIM; or publish an SPF record for the name that it greets with (HELO), which allows that address.",
            "",
        ),
    },
    Particular {
        words: &["<>: sender address rejected"],
        headline: "The other server accepts no email with an empty envelope sender, as automatic replies and notices have it.",
        party: Party::TheirServer,
        step: (
            "Nothing needs to be done for one notice. The other server's administrator must let it accept the empty sender, as every mail server has to.",
            "",
        ),
    },
    Particular {
        words: &["4.4.316", "refused"],
        headline: "The connection failed: Microsoft 365 called the server, and nothing listens there on port 25, or a firewall turns away Microsoft's addresses.",
        party: Party::TheirServer,
        step: (
            "On the server that should receive: see whether the mail server runs and listens on port 25, and let the firewall accept the addresses of Exchange Online. In Microsoft 365, check which host the connector or the MX record names.",
            "",
        ),
    },
    Particular {
        words: &["4.4.316"],
        headline: "The connection failed: Microsoft 365 called the server and got no answer. It's down, or a firewall drops what comes from Microsoft's addresses.",
        party: Party::TheirServer,
        step: (
            "On the server that should receive: let the firewall accept the addresses of Exchange Online on port 25, and see whether the mail server runs. In Microsoft 365, check which host the connector or the MX record names.",
            "",
        ),
    },
    Particular {
        words: &["5.7.708"],
        headline: "The sending service doesn't accept mail from the address that Microsoft 365 gave this organization: it is new, a trial, or not trusted yet.",
        party: Party::Sender,
        step: (
            "Have the organization's administrator ask Microsoft's support to allow its mail (error 5.7.708); new and trial organizations are held back until then. If its mail went out before, look first for an account or an app that sends spam.",
            "",
        ),
    },
    Particular {
        words: &["handshake eof"],
        headline: "An encrypted connection could not be set up: the other server ended it in the middle of the TLS handshake, without saying why.",
        party: Party::TheirServer,
        step: (
            "See whether the other server does so for everybody: if this test ends in the same way, its administrator must look at its certificate, its versions of TLS and a firewall in front of it. Its log says why:",
            "openssl s_client -starttls smtp -connect {host}:25 </dev/null",
        ),
    },
];

fn particular(tried: &Tried) -> Option<Finer> {
    let said = tried.attempt.text.as_deref()?;
    // The status may stand apart from the words.
    let status = tried.attempt.status.as_deref().unwrap_or_default();
    let text = format!("{status} {said}").to_ascii_lowercase();
    let fits = |row: &&Particular| row.words.iter().all(|word| text.contains(word));
    let row = PARTICULARS.iter().find(fits)?;
    let ip = || Some(text.split_once("with ip: [")?.1.split_once(']')?.0.to_owned());
    let quoted = || Some(said.split_once("from '")?.1.split_once('\'')?.0.to_owned());
    let host = || tried.attempt.remote.clone().or_else(quoted).filter(|host| is_name(host));
    let value = |name: &str| match name {
        "ip" => ip(),
        "host" => host(),
        _ => None,
    };
    Some(Finer {
        headline: row.headline.into(),
        party: row.party,
        steps: vec![steps::step(put(row.step.0, value)?, row.step.1, value)],
    })
}

/// A rule of the organization whose tracking log this is: its own administrator can see and change it.
fn own_rule(document: &TakenApart<'_>, tried: &Tried) -> Option<Finer> {
    tried.attempt.text.as_deref().filter(|text| text.contains("TRANSPORT.RULES"))?;
    document.lines.iter().find(|told| told.text().starts_with("Directionality"))?;
    Some(Finer {
        headline: "A rule of this organization (a mail flow rule of Exchange) rejected the message: the tracking log is of its own server.".into(),
        party: Party::OurServer,
        steps: vec![Step {
            text: "Find the rule that rejects it, by its conditions and its reason; then correct it, or except this sender:".into(),
            command: Some("Get-TransportRule | Format-List Name,State,Priority,RejectMessage*,From*,SubjectOrBody*".into()),
        }],
    })
}

/// A mailbox's internal address, which Outlook keeps in its suggestions when the mailbox moves.
fn old_entry(tried: &Tried) -> Option<Finer> {
    let old = tried.attempt.recipient.as_deref().is_some_and(is_old_entry);
    let words = refusal::own("Exchange", Reason::UserUnknown)?;
    (old && tried.reason() == Some(Reason::UserUnknown)).then(|| Finer {
        headline: words.headline.into(),
        party: Party::Sender,
        steps: vec![Step { text: words.agent.into(), command: None }],
    })
}

/// A domain whose mail server, by DNS, is the very one that wrote the notice, and that isn't set up there: its status is
/// that of a loop, and a notice wraps the words of which the log makes one line.
fn not_set_up(tried: &Tried) -> Option<Finer> {
    let domain = tried.attempt.recipient.as_deref()?.rsplit_once('@')?.1;
    tried.attempt.text.as_deref().filter(|text| text.contains("best-preference MX"))?;
    let help = CATALOGUE.entries().iter().find(|entry| entry.is(Sign::DomainNotSetUp))?.pattern.help;
    let value = |name: &str| (name == "recipient-domain" && is_name(domain)).then(|| domain.to_owned());
    let step = |(text, command): &(&str, &str)| Some(steps::step(put(text, value)?, command, value));
    Some(Finer {
        headline: format!(
            "DNS names the server that wrote the notice as the mail server of {domain}, but the domain isn't set up there."
        ),
        party: help.party?,
        steps: help.steps.iter().filter_map(step).collect(),
    })
}

/// A line of the notice that says by itself what helps; the last one is the most exact.
fn helped(document: &TakenApart<'_>) -> Option<Finer> {
    document.lines.iter().rev().filter(|told| !told.quoted).find_map(|told| {
        let helps = told.helps(document.log)?;
        Some(Finer { headline: told.says(), party: helps.party?, steps: helps.steps })
    })
}

/// A server that doesn't handle the domain to which the notice's writer sent the mail. A server finds the next one by DNS
/// and logs in nowhere, so it's a matter of that domain. Outlook's own notices are of a program that should log in.
fn wrong_server(document: &TakenApart<'_>, tried: &Tried) -> Option<Finer> {
    let why = tried.known().filter(|why| why.reason == Reason::NoRelaying && why.party == Party::Sender)?;
    let by_program = document.lines.iter().any(|told| told.is(Sign::OfOutlook));
    let attempt = Attempt { channel: Some("remote".into()), ..tried.attempt.clone() };
    let known = Undelivered {
        server: None,
        id: None,
        sender: None,
        client: None,
        attempt: &attempt,
        reason: why.reason,
        party: why.party,
        why: why.headline(),
        refusal: why.refusal,
        waiting: attempt.outcome == AttemptOutcome::Deferral,
    };
    let told = known.situation().by == By::Them && !by_program;
    told.then(|| Finer {
        headline: known.headline(),
        party: known.who(),
        steps: known.steps().unwrap_or_default(),
    })
}

/// The domain of an address without its ending, or the mail server of a domain named by a bare word.
fn incomplete(tried: &Tried) -> Option<(Circumstance, Finer)> {
    let domain = tried.attempt.recipient.as_deref()?.rsplit_once('@')?.1;
    if tried.reason() != Some(Reason::HostUnknown) {
        return None;
    }
    if !domain.contains('.') {
        let text = "Correct the address: the part after the @ has no ending, such as .com.";
        let finer = Finer {
            headline: format!("The address ends in “{domain}”, which isn't a complete domain."),
            party: Party::Sender,
            steps: vec![Step { text: text.into(), command: None }],
        };
        return Some((Circumstance::AddressIncomplete, finer));
    }
    let asked = tried.attempt.text.as_deref()?.split_once("for name=")?.1.split_whitespace().next()?;
    let finer = || Finer {
        headline: format!(
            "The MX record of {domain} probably names “{asked}”, a name without a domain that can't be found."
        ),
        party: Party::Dns,
        steps: vec![Step {
            text: format!(
                "Look at the MX record of {domain}: the domain's DNS administrator must enter the mail server's full name there."
            ),
            command: is_name(domain).then(|| format!("dig +short MX {domain}")),
        }],
    };
    (!asked.contains('.')).then(|| (Circumstance::RecordIncomplete, finer()))
}

/// Says so where the server that wrote the notice judged the mail itself: no other server has seen it.
fn of_this_server(document: &TakenApart<'_>, tried: &Tried) -> &'static str {
    let local = document.lines.iter().any(|told| {
        told.is(Sign::Diagnostic)
            && tried.lines.contains(&told.line)
            && told.text().to_ascii_lowercase().starts_with("diagnostic-code: x-postfix")
    });
    let judged = matches!(
        tried.reason(),
        Some(Reason::SpamDetected | Reason::VirusDetected | Reason::PolicyViolation)
    );
    if local && judged && tried.attempt.remote.is_none() {
        " The server that wrote the notice rejected it with its own filter: the message never left that server."
    } else {
        ""
    }
}

/// The first line stands for the whole.
fn whole(document: &TakenApart<'_>) -> Cited {
    Cited::new(document.lines.first().map_or(1, |told| told.line), [])
}

/// True for a notice about a notice.
fn is_double(document: &TakenApart<'_>) -> bool {
    document.lines.iter().any(|told| told.is_any(&[Sign::DoubleBounce, Sign::PostmasterNotice]))
}

fn story(document: &TakenApart<'_>) -> Vec<Sentence> {
    let mut story = Vec::new();
    let server = document.sign(Sign::Reporter).or_else(|| document.sign(Sign::Generator));
    for told in document.sign(Sign::Opening).into_iter().chain(server) {
        story.push(sentence(told.says(), Cited::new(told.line, []), Level::Info));
    }
    if let Some(told) = document.sign(Sign::DoubleBounce) {
        story.push(sentence(told.says(), Cited::new(told.line, []), Level::Permanent));
    }
    for tried in &document.attempts {
        story.push(of_recipient(document, tried));
    }
    let until = document.sign(Sign::TriedUntil).or_else(|| document.sign(Sign::KeepsTrying));
    for told in document.sign(Sign::Waited).into_iter().chain(until) {
        story.push(sentence(told.says(), Cited::new(told.line, []), told.entry.pattern.level));
    }
    story.extend(original(document));
    story
}

/// True where the next server took the message, and nothing says that it's in a mailbox.
fn is_handed_on(document: &TakenApart<'_>, tried: &Tried) -> bool {
    let relayed = |line: &u32| super::is(document.log, *line, Sign::HandedOn);
    tried.lines.iter().chain([&tried.attempt.start_line]).any(relayed)
        || tried.attempt.remote.is_some() && tried.attempt.code.is_some()
}

fn of_recipient(document: &TakenApart<'_>, tried: &Tried) -> Sentence {
    let to = tried.to();
    let (mut text, level) = match tried.attempt.outcome {
        AttemptOutcome::Failure => (format!("Delivery to {to} failed permanently."), Level::Permanent),
        AttemptOutcome::Deferral => {
            (format!("Delivery to {to} has not worked yet and will be retried."), Level::Temporary)
        }
        AttemptOutcome::Success if is_handed_on(document, tried) => {
            (format!("Another server accepted the message to {to}."), Level::Success)
        }
        AttemptOutcome::Success => (format!("The message was delivered to {to}."), Level::Success),
        AttemptOutcome::Open => {
            (format!("The notice doesn't say what became of the message to {to}."), Level::Info)
        }
    };
    if let Some(original) = tried.attempt.original_recipient.as_deref()
        && Some(original) != tried.attempt.recipient.as_deref()
    {
        let _ =
            write!(text, " The message had been sent to {original}; an alias or a forward is in between.");
    }
    if let Some(said) = tried.attempt.text.as_deref() {
        let (said, theirs) = their_words(said.trim_end_matches('.'));
        let _ = match (&tried.attempt.remote, &tried.attempt.code) {
            (Some(remote), Some(_)) if theirs => write!(text, " The server {remote} said: “{said}”."),
            _ => write!(text, " The reason in the notice: “{said}”."),
        };
    }
    sentence(text, tried.cited(), level)
}

/// What the other server said, of a text in which qmail quotes it, and whether it's that server's own words.
fn their_words(text: &str) -> (&str, bool) {
    match text.split_once("Remote host said: ") {
        Some((_, quoted)) => {
            let said = quoted.split("Giving up on ").next().unwrap_or(quoted);
            (said.trim_end_matches([' ', '/']), true)
        }
        None => (text, !text.contains("Giving up on ")),
    }
}

/// What the notice shows of the mail that it is about.
fn original(document: &TakenApart<'_>) -> Option<Sentence> {
    let of_copy = |role| document.first(role, |told| told.quoted);
    let subject = of_copy(Role::Subject)
        .or_else(|| document.first(Role::Subject, |told| told.is(Sign::SubjectOfOriginal)));
    let sender = of_copy(Role::Sender);
    let id = of_copy(Role::MessageId);
    let parts = [
        subject.as_ref().map(|(line, subject)| (*line, format!("has the subject “{subject}”"))),
        sender.as_ref().map(|(line, sender)| {
            let is =
                if sender.is_empty() { "is a notice itself".into() } else { format!("is from {sender}") };
            (*line, is)
        }),
        id.as_ref().map(|(line, id)| (*line, format!("has the Message-ID {id}"))),
    ];
    let parts: Vec<(u32, String)> = parts.into_iter().flatten().collect();
    let first = parts.first()?.0;
    let says: Vec<&str> = parts.iter().map(|(_, says)| says.as_str()).collect();
    let says = match says.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => return None,
    };
    let lines = Cited::new(first, parts.iter().map(|(line, _)| *line));
    Some(sentence(format!("The message that it's about {says}."), lines, Level::Info))
}

/// The station of the mail flow at which it went wrong.
fn stage(worst: Option<&Tried>) -> Stage {
    let Some(tried) = worst else { return Stage::Queue };
    match tried.reason().map(|reason| reason.facts().stage) {
        Some(Stage::Dns) => Stage::Dns,
        _ if tried.attempt.remote.is_some() && tried.attempt.code.is_some() => Stage::TheirServer,
        Some(stage) => stage,
        None => Stage::Queue,
    }
}

/// What follows from a notice of a success.
const CONFIRMED: &[&str] = &[
    "Nothing is wrong: the app or program that sent the message asked for this confirmation. Who doesn't want it turns off the request for delivery receipts there.",
    "If the recipient misses the message, have them search all folders, spam first; their provider can trace it by the time and the answer.",
];

fn next(document: &TakenApart<'_>, worst: Option<&Tried>) -> Vec<Step> {
    let mut next = Vec::new();
    let cause = worst.and_then(|tried| cause([&tried.attempt].into_iter()));
    if let Some(finer) = worst.and_then(|tried| finer(document, tried)) {
        next.extend(finer.steps);
    } else if worst.is_some_and(|tried| !of_this_server(document, tried).is_empty()) {
        let text = "Look in the log of the server that wrote the notice for the filter's line about this message, with its score and rules.";
        next.push(Step { text: text.into(), command: None });
    } else if let Some(reason) = cause.filter(|reason| *reason != Reason::Undefined) {
        let own = worst.and_then(Tried::known).filter(|verdict| verdict.reason == reason);
        let text = own.map_or(reason.facts().agent, |verdict| verdict.agent());
        let sender = document.first(Role::Sender, |told| told.quoted).map(|(_, sender)| sender);
        let attempt = &worst.map(|tried| tried.attempt.clone()).unwrap_or_default();
        let said = RemoteWords::of((reason, own.and_then(|of| of.refusal)), attempt, sender.as_deref());
        next.extend(steps::of_reply(text, &said));
    } else if let Some(text) = unknown(worst) {
        next.push(Step { text, command: None });
    } else if worst.is_some_and(|tried| tried.attempt.outcome == AttemptOutcome::Success) {
        for text in CONFIRMED {
            next.push(Step { text: (*text).into(), command: None });
        }
    }
    let host = document.sign(Sign::Reporter).and_then(|told| told.value(Role::Host));
    let on = host.filter(|host| is_name(host)).map_or_else(String::new, |host| format!(" on {host}"));
    let look = |(sign, software): &(Sign, Software)| {
        let id = document.sign(*sign)?.value(Role::Message).filter(|id| is_name(id))?;
        Some(server(*software).lines.replace("{id}", &id))
    };
    if let Some(command) = NUMBERED.iter().find_map(look) {
        let text = format!("To see all lines of the message{on}:");
        next.push(Step { text, command: Some(command) });
    } else if let Some((_, id)) = document.first(Role::MessageId, |told| told.quoted) {
        next.push(Step {
            text: format!("To find the message in the log{on}, search for its Message-ID: {id}"),
            command: None,
        });
    }
    next
}

/// Lines that name the message as the log of a server does.
const NUMBERED: &[(Sign, Software)] = &[
    (Sign::IdOfExim, Software::Exim),
    (Sign::IdOfPostfix, Software::Postfix),
    (Sign::IdOfSendmail, Software::Sendmail),
];

/// What to do where no reason is known.
fn unknown(worst: Option<&Tried>) -> Option<String> {
    let failed = |tried: &&Tried| tried.attempt.outcome != AttemptOutcome::Success;
    let Some(tried) = worst else {
        return Some("Ask for the whole notice: the lines that name the recipient and the reason are below what is here.".into());
    };
    let said = Some(tried).filter(failed)?.attempt.text.is_some();
    Some(if said {
        format!(
            "Only the server that answered knows what its words mean: send its postmaster the answer with {} and the time.",
            tried
                .attempt
                .recipient
                .as_deref()
                .filter(|to| !to.is_empty())
                .unwrap_or("the recipient's address")
        )
    } else {
        "Ask for the rest of the notice: the reason stands below the recipient's address, or behind Diagnostic-Code in the attached report.".into()
    })
}

fn missing(document: &TakenApart<'_>) -> Vec<String> {
    let mut missing = Vec::new();
    let silent = document.attempts.iter().all(|tried| tried.attempt.text.is_none());
    // A reply can name whom it refuses.
    let has_address = |text: &str| {
        text.split('<').skip(1).any(|part| part.split('>').next().is_some_and(|of| of.contains('@')))
    };
    let named = document.attempts.iter().any(|tried| {
        tried.attempt.recipient.is_some() || tried.attempt.text.as_deref().is_some_and(has_address)
    });
    let lines = match (named, silent) {
        (true, true) => "The reason: what the server said about the recipient.",
        (false, false) => "The line that names the recipient.",
        (false, true) => "The lines that name the recipient and the reason.",
        (true, false) => "",
    };
    missing.extend(Some(lines).filter(|lines| !lines.is_empty()).map(str::to_owned));
    if document.first(Role::MessageId, |told| told.quoted).is_none() {
        let headers = document.lines.iter().any(|told| told.quoted && told.is_of(FormatKind::Headers));
        missing.push(
            if headers {
                "The Message-ID of the original message: it would lead to the lines in the log."
            } else {
                "The headers of the original message, usually below the notice: its Message-ID would lead to the lines in the log."
            }
            .into(),
        );
    }
    missing
}
