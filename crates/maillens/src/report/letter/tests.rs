use super::found::found;
use super::gleaned::Gleaned;
use super::message::{
    Acts, Effect, Fact, Happened, Message, Note, State, Title, Todo, every, speech, titles,
};
use super::select::{in_order, letters};
use super::settle::{Who, is_open, is_silent, who};
use super::shape::{Letter, LetterPart, Weight};
use super::written::first_sentence;
use crate::explain;
use crate::export::Trace;
use crate::format::{FORMATS, Place};
use crate::knowledge::classify::{Evidence, classify};
use crate::knowledge::defect::{Defect, patterns};
use crate::knowledge::glossary::TERMS;
use crate::knowledge::situation::Case;
use crate::log::Log;
use crate::settings::Settings;
use crate::time::WallTime;
use crate::vocabulary::{Language, Party, Reason, TraceType};
use std::path::Path;

const NAME: &str = "ana@client.example";

fn time() -> WallTime {
    WallTime { year: Some(2031), month: 7, day: 26, hour: 14, minute: 53, zone: Some("UTC".into()) }
}

/// Every message in every language, with what it was made of.
fn all() -> Vec<(Language, String, String)> {
    let mut all = Vec::new();
    for language in Language::ALL {
        for message in every(NAME, &Some(time())) {
            let said = message.say(speech(language));
            // An app may have nothing to set.
            let none = matches!(message, Message::Clicks(..)) && said.is_empty();
            if !none {
                all.push((language, format!("{message:?}"), said));
            }
        }
    }
    all
}

/// Situations whose words name nobody.
fn names_nobody(message: &str) -> bool {
    let forward = |case: &Case| matches!(case, Case::Forward | Case::ForwardUnwanted);
    let none = Case::ALL.iter().filter(|case| !forward(case));
    let mut starts = none.map(|case| [format!("Case({case:?},"), format!("CaseTodo {{ case: {case:?},")]);
    starts.any(|starts| starts.iter().any(|start| message.starts_with(start)))
}

#[test]
fn every_value_that_a_message_names_is_said_in_every_language() {
    let mut times = 0;
    for (language, message, said) in all() {
        times += usize::from(message.contains("minute: 53"));
        let named = !message.contains(NAME) || said.contains(NAME) || names_nobody(&message);
        assert!(named, "{language:?} leaves the name out: {message}\n{said}");
        let told = !message.contains("minute: 53") || said.contains("53") && said.contains("26");
        assert!(told, "{language:?} leaves the time out: {message}\n{said}");
        if message.contains("5.7") {
            assert!(said.contains("5.7") || said.contains("5,7"), "{language:?}: {said}");
        }
        assert!(!said.contains(['{', '}']), "{language:?}: {said}");
    }
    // A time that is spelled another way would be looked for in vain.
    assert!(times > 20 * Language::ALL.len(), "{times}");
}

#[test]
fn what_is_lost_is_never_answered_with_nothing_to_do_alone() {
    for language in Language::ALL {
        let speech = speech(language);
        let nothing = Message::Todo(Todo::Nothing).say(speech);
        for case in Case::ALL.iter().filter(|case| **case != Case::Notice) {
            let said =
                Message::CaseTodo { case: *case, waiting: false, original: NAME, to: NAME }.say(speech);
            assert_ne!(first_sentence(&said), nothing, "{language:?} {case:?}: {said}");
        }
    }
}

#[test]
fn what_is_said_is_whole_sentences_that_a_chat_can_shorten() {
    for (language, message, said) in all() {
        let what = format!("{language:?} {message}\n{said}");
        assert!(said.ends_with('.') || said.ends_with('?'), "{what}");
        assert!(
            said.trim() == said && !said.contains("  ") && !said.contains("..") && !said.contains(" ."),
            "{what}"
        );
        let start = said.trim_start_matches(['"', '\u{201c}', '\u{201e}', '\u{ab}']).chars().next();
        let named = said.starts_with(NAME);
        assert!(named || start.is_some_and(|letter| letter.is_uppercase() || letter.is_numeric()), "{what}");
        assert!((4..=520).contains(&said.chars().count()), "{what}");
        let first = first_sentence(&said);
        let words = first.split(' ').count();
        let state = message.starts_with("State") || message.starts_with("Acts");
        assert!(state || words > 2, "a sentence that ends too early: {what}");
        assert!(first.ends_with(['.', '?']), "{what}");
    }
}

#[test]
fn titles_name_what_they_are_about() {
    for language in Language::ALL {
        for title in titles(NAME) {
            let said = speech(language).title(&title);
            assert!(!said.is_empty() && !said.ends_with('.') && !said.contains("  "), "{language:?}: {said}");
            assert_eq!(format!("{title:?}").contains(NAME), said.contains(NAME), "{language:?}: {said}");
        }
    }
}

#[test]
fn no_customer_needs_a_dictionary() {
    /// What a customer reads and chooses in the settings of an app, under these very names; and the unit of a file.
    const SETTINGS: &[&str] =
        &["SSL", "TLS", "STARTTLS", "IMAP", "POP3", "VPN", "AADSTS", "AM", "PM", "UTC", "MB", "A"];
    for (language, message, said) in all() {
        let words = said.split(|letter: char| !letter.is_alphanumeric());
        for word in words.filter(|word| !SETTINGS.contains(word)) {
            let capitals = word.chars().count() > 1 && word.chars().all(char::is_uppercase);
            let term = TERMS.iter().any(|term| !term.stands_for.is_empty() && term.term == word);
            assert!(!capitals && !term, "{language:?}: {word} in {said} ({message})");
        }
    }
}

#[test]
fn what_is_broken_is_stated_by_patterns_that_there_are() {
    for (format, id) in patterns() {
        let of = FORMATS.iter().find(|of| of.id == format);
        let fits = |name: &str| id.strip_suffix('*').map_or(name == id, |start| name.starts_with(start));
        let found = of.is_some_and(|of| of.patterns.iter().any(|pattern| fits(pattern.id)));
        assert!(found, "{format} {id}");
    }
}

#[test]
fn nobody_is_asked_what_the_log_shows() {
    for (language, message, said) in all().into_iter().filter(|of| of.0 == Language::English) {
        assert!(!said.contains("Did you"), "{language:?} {message}: {said}");
        let jargon = ["bounce", "deferral", "envelope", "queue", "postmaster", "relay", "daemon", "header"];
        let lower = said.to_lowercase();
        let word = |of: &str| lower.split(|letter: char| !letter.is_alphanumeric()).any(|word| word == of);
        assert!(!jargon.iter().any(|of| word(of)), "{said}");
    }
}

/// The logs of the cases, and every sample of every format as its own log.
fn logs() -> Vec<(String, Log)> {
    let read = |text: &str| Log::read(text.as_bytes(), Settings::at(1_795_219_200));
    let mut logs = Vec::new();
    for format in FORMATS.iter().filter(|format| format.place != Place::Result) {
        let head = format
            .programs
            .first()
            .map_or(String::new(), |program| format!("Nov 21 19:05:29 mx {program}[7]: "));
        for pattern in format.patterns {
            for sample in pattern.samples {
                logs.push((format!("{} {}", format.id, pattern.id), read(&format!("{head}{sample}\n"))));
            }
        }
    }
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")];
    while let Some(folder) = folders.pop() {
        for path in std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap_or_default();
            for block in text.split("```log\n").skip(1) {
                let log = block.split("\n```").next().unwrap_or_default();
                logs.push((path.file_name().unwrap_or_default().to_string_lossy().into_owned(), read(log)));
            }
        }
    }
    assert!(logs.len() > 2000, "{}", logs.len());
    logs
}

/// Holds a law over the letter about each trace of all these logs.
fn hold(law: impl Fn(&Letter<'_>, &Trace, &Gleaned) -> Option<String>) {
    let mut wrong = Vec::new();
    for (name, log) in logs() {
        for trace in (0..log.traces()).filter_map(|number| log.trace(number)) {
            let facts = Gleaned::of(&log, &trace);
            let letter = Letter::of(&log, &trace, &facts);
            let why = law(&letter, &trace, &facts);
            wrong.extend(why.map(|why| format!("{name}: {why} [{}]", trace.explanation.headline)));
        }
    }
    wrong.sort();
    wrong.dedup();
    assert!(wrong.is_empty(), "{} times:\n{}", wrong.len(), wrong[..wrong.len().min(60)].join("\n"));
}

fn said<'b, 'a>(letter: &'b Letter<'a>) -> impl Iterator<Item = &'b Message<'a>> {
    letter
        .parts
        .iter()
        .flat_map(|part| part.happened.iter().map(|(said, _)| said).chain(&part.means).chain(&part.todo))
}

#[test]
fn nothing_is_called_unknown_that_the_finding_knows() {
    hold(|letter, trace, facts| {
        let silent = said(letter).find(|said| is_silent(said))?;
        let reason = trace.attempts.iter().filter_map(|of| of.reason).any(|of| of != Reason::Undefined);
        let knows = trace.explanation.party != Party::Nobody && !is_open(trace)
            || facts.reason.is_some()
            || facts.shown.is_some() && trace.explanation.party != Party::Nobody
            || reason && trace.outcome.is_problem();
        knows.then(|| format!("{silent:?}"))
    });
}

#[test]
fn who_acts_in_the_first_line_acts_in_the_last_paragraph() {
    hold(|letter, trace, _| {
        let all: Vec<Who> = said(letter).filter_map(who).collect();
        let acts = letter.state.iter().find_map(|said| match said {
            Message::Acts(acts) => Some(*acts),
            _ => None,
        });
        let has = |who| all.contains(&who);
        match acts {
            Some(Acts::Us) if !has(Who::We) => Some("we act, and nothing says what we do".into()),
            Some(Acts::Us) if has(Who::You) => Some("we act, and the reader is asked to".into()),
            Some(Acts::You | Acts::Sender | Acts::Owner) if !has(Who::You) => {
                Some("somebody can fix it, and nothing says how".into())
            }
            Some(acts) if acts != Acts::Us && has(Who::We) => Some(format!("{acts:?} and we act")),
            None if trace.explanation.party == Party::OurServer
                && trace.outcome.is_problem()
                && has(Who::You)
                && !has(Who::We) =>
            {
                Some("it's ours, and only the reader is asked to act".into())
            }
            _ => None,
        }
    });
}

#[test]
fn a_letter_gives_the_cause_that_the_finding_gives() {
    hold(|letter, trace, facts| {
        let all: Vec<&Message<'_>> = said(letter).collect();
        if let Some(kind) = facts.at_odds {
            let found = found(trace).is_some_and(|(note, _)| letter.notes(note));
            return (!found && !all.contains(&&Message::Obstacle(kind)))
                .then(|| format!("{kind:?} isn't said"));
        }
        let ours = trace.explanation.party == Party::OurServer;
        let theirs = |said: &&&Message<'_>| {
            let judged = [
                Reason::NetworkError,
                Reason::SpamDetected,
                Reason::VirusDetected,
                Reason::PolicyViolation,
                Reason::Loop,
            ];
            matches!(said, Message::Reason(of) if judged.contains(of))
        };
        // The servers of others aren't named where our own is the cause.
        let named = all.iter().find(theirs).filter(|_| ours && trace.kind == TraceType::Message);
        if let Some(said) = named {
            return Some(format!("{said:?} though it's ours"));
        }
        let broken = |said: &&&Message<'_>| {
            matches!(said, Message::Happened(Happened::Broken { defect: Defect::Filter, .. }))
        };
        let kept = trace.explanation.headline.contains("in the quarantine");
        all.iter().find(broken).filter(|_| kept).map(|said| format!("{said:?} though it worked"))
    });
}

/// Who may act in a letter where the finding says who must; a letter may always leave it to its last paragraph.
fn may_act(party: Party, acts: Acts) -> bool {
    match party {
        Party::OurServer => acts == Acts::Us,
        // Only the writer of a letter looks into the records of others.
        Party::Sender => matches!(acts, Acts::You | Acts::Sender | Acts::Retries),
        Party::Recipient => matches!(acts, Acts::You | Acts::Recipient | Acts::Owner | Acts::Retries),
        Party::TheirServer => matches!(acts, Acts::Provider | Acts::Retries),
        Party::Dns => matches!(acts, Acts::You | Acts::Retries),
        Party::Nobody => matches!(acts, Acts::Retries),
    }
}

#[test]
fn who_acts_in_a_letter_is_whom_the_finding_names() {
    hold(|letter, trace, facts| {
        // What a filter or a password check of ours didn't do beside it, the finding of another trace says.
        // What our filter holds by its rules, whoever sent it can send another way.
        // And why the rules of a mailbox don't run, their own log says.
        let beside = facts.hindered
            || facts.unscanned
            || facts.banned.is_some()
            || facts.kept
            || letter.notes(Note::RulesOff);
        if letter.weight <= Weight::Quiet || beside {
            return None;
        }
        let acts = letter.state.iter().find_map(|said| match said {
            Message::Acts(acts) => Some(*acts),
            _ => None,
        })?;
        let party = trace.explanation.party;
        (!may_act(party, acts)).then(|| format!("{acts:?} acts, and {party:?} must"))
    });
}

#[test]
fn a_letter_gives_no_other_reason_than_the_finding() {
    hold(|letter, trace, facts| {
        let mut known: Vec<Reason> = trace.attempts.iter().filter_map(|of| of.reason).collect();
        known.extend(explain::cause(trace.attempts.iter()));
        let texts = trace.attempts.iter().filter_map(|of| of.text.as_deref());
        let said = texts.filter_map(|text| classify(&Evidence::text(text)).refusal);
        known.extend(said.map(|refusal| refusal.facts().0));
        known.extend(facts.reason);
        known.extend(facts.refusal.map(|refusal| refusal.facts().0));
        known.retain(|reason| *reason != Reason::Undefined);
        let told = letter.reason().filter(|reason| *reason != Reason::Undefined);
        let told = told.filter(|_| letter.weight > Weight::Quiet && !known.is_empty())?;
        (!known.contains(&told)).then(|| format!("{told:?}, and the finding has {known:?}"))
    });
}

#[test]
fn what_was_found_beside_a_trace_is_what_its_letter_says() {
    hold(|letter, trace, _| {
        let (note, _) = found(trace)?;
        // Who sends with a customer's password has a letter of its own, and what arrived may have none.
        let other = note == Note::StolenPassword || letter.weight <= Weight::Quiet;
        // Which of our own things is wrong says more than that one is.
        let broken = Happened::Broken { defect: Defect::Settings, at: None };
        let named = note == Note::CauseOurs && letter.means(&Message::Happened(broken));
        // Where and how long a message waited says more than that it did.
        let stayed =
            note == Note::Waited && said(letter).any(|of| matches!(of, Message::Fact(Fact::HeldUp { .. })));
        (!other && !named && !stayed && !letter.notes(note)).then(|| format!("{note:?} isn't said"))
    });
}

#[test]
fn nobody_is_blamed_for_a_password_that_our_server_could_not_check() {
    hold(|letter, _, facts| {
        let blamed = letter.parts.iter().any(LetterPart::blames_password);
        (facts.hindered && blamed).then(|| "a wrong password beside a fault of ours".into())
    });
}

#[test]
fn nothing_is_fine_beside_a_fault_of_ours() {
    hold(|letter, trace, facts| {
        let fine = |said: &&Message<'_>| **said == Message::State(State::Delivered);
        let ours = trace.explanation.party == Party::OurServer || facts.unscanned;
        letter.state.iter().find(fine).filter(|_| ours).map(|found| format!("{found:?}"))
    });
}

#[test]
fn a_message_is_named_by_whom_it_is_from_and_for() {
    hold(|letter, trace, facts| {
        let to = trace.attempts.iter().any(|of| of.recipient.as_deref().is_some_and(|to| to.contains('@')));
        let general = matches!(
            letter.title,
            Title::Connection | Title::Problem | Title::AppError | Title::Reply | Title::Conversation
        );
        let known = to || !facts.to.is_empty() || facts.server.is_some();
        (general && known && trace.outcome.is_problem()).then(|| format!("{:?}", letter.title))
    });
}

/// Holds a law over the letters about all of each of these logs.
fn hold_together(law: impl Fn(&[Letter<'_>]) -> Option<String>) {
    let mut wrong = Vec::new();
    for (name, log) in logs() {
        let all: Vec<u32> = (0..log.traces()).collect();
        let told = in_order(&log, &all);
        wrong.extend(law(&letters(&log, &told)).map(|why| format!("{name}: {why}")));
    }
    wrong.sort();
    wrong.dedup();
    assert!(wrong.is_empty(), "{} times:\n{}", wrong.len(), wrong[..wrong.len().min(60)].join("\n"));
}

/// What a letter says in English, sentence by sentence, from its state on.
fn sentences(letter: &Letter<'_>) -> Vec<String> {
    let speech = speech(Language::English);
    let all = letter.state.iter().chain(said(letter)).map(|of| of.say(speech));
    all.flat_map(|text| text.split_inclusive(". ").map(|of| of.trim().to_owned()).collect::<Vec<_>>())
        .collect()
}

/// No sentence comes twice, and what we work on is said once and is not over.
fn says_each_thing_once(letter: &Letter<'_>) -> Option<String> {
    let told = if letter.weight > Weight::Quiet { sentences(letter) } else { Vec::new() };
    let ours = ["working on it", "looking into it", "correcting"];
    let works = told.iter().filter(|of| ours.iter().any(|words| of.contains(words)));
    if works.count() > 1 {
        return Some(format!("our work twice: {told:?}"));
    }
    let us = letter.state.contains(&Message::Acts(Acts::Us));
    let over = told.iter().find(|of| of.contains("still doesn't work") || of.contains("wasn't working"));
    if let Some(over) = over.filter(|_| us) {
        return Some(format!("over, and not over: {over}"));
    }
    let mut sorted = told.clone();
    sorted.sort();
    sorted.windows(2).find(|two| two[0] == two[1]).map(|two| two[0].clone())
}

/// A heading is general only where the log names nobody and nothing.
fn names_what_the_log_names(letter: &Letter<'_>, trace: &Trace, facts: &Gleaned) -> Option<String> {
    if letter.weight <= Weight::Quiet {
        return None;
    }
    let title = &letter.title;
    let person = facts.from.is_some() || !facts.to.is_empty();
    let missed = match title {
        Title::Connection => trace.client.as_deref().is_some_and(super::titles::is_shown),
        Title::AppError => facts.app.is_some() || facts.place.is_some() || person,
        Title::Scan | Title::Reply | Title::Conversation => person,
        Title::Message { from: None, to } if to.is_empty() => {
            let from = trace.sender.as_deref().filter(|from| from.contains('@'));
            person
                || from
                    .is_some_and(|from| super::titles::is_shown(from) && !super::titles::is_rewritten(from))
        }
        Title::Problem => {
            let trouble = letter.parts.first().and_then(LetterPart::trouble);
            trouble.is_some_and(|of| of != Effect::Unclear)
        }
        _ => false,
    };
    missed.then(|| format!("{title:?}"))
}

/// Whoever waits for a message didn't send it.
fn speaks_to_the_right_one(letter: &Letter<'_>, trace: &Trace) -> Option<String> {
    let theirs = trace.kind != TraceType::Message || letter.sent_here;
    sentences(letter).into_iter().find(|of| !theirs && of.contains("your message"))
}

#[test]
fn a_letter_can_be_sent_as_it_is() {
    hold(|letter, trace, facts| {
        let said = says_each_thing_once(letter).or_else(|| names_what_the_log_names(letter, trace, facts));
        said.or_else(|| speaks_to_the_right_one(letter, trace))
    });
}

/// What went well, and what has no name, has no letter beside what failed.
fn has_one_for_each_trouble(all: &[Letter<'_>]) -> Option<String> {
    let trouble = all.iter().any(|letter| !letter.is_success());
    if let Some(letter) = all.iter().find(|letter| trouble && letter.is_success()) {
        return Some(format!("{:?} went well beside what failed", letter.title));
    }
    let alone = |letter: &&Letter<'_>| matches!(letter.title, Title::Connection | Title::From { .. });
    let named = |letter: &Letter<'_>| matches!(letter.title, Title::Message { .. });
    let nameless = all.iter().find(alone).filter(|of| of.weight == Weight::Wrong);
    if let Some(letter) = nameless.filter(|_| all.iter().any(named)) {
        return Some(format!("{:?} beside a message", letter.title));
    }
    let of = |letter: &Letter<'_>| format!("{:?} {:?}", letter.title, sentences(letter));
    let mut told: Vec<String> = all.iter().map(of).collect();
    told.sort();
    told.windows(2).find(|two| two[0] == two[1]).map(|two| format!("twice: {}", two[0]))
}

/// Every letter says what happened or what it means, and what comes of it.
fn has_none_that_is_empty(all: &[Letter<'_>]) -> Option<String> {
    let nothing = Message::Effect(Effect::Nothing);
    let empty = |letter: &&Letter<'_>| {
        letter
            .parts
            .iter()
            .all(|part| part.means.is_empty() && part.happened.is_empty() || part.todo.is_empty())
            || said(letter).any(|said| *said == nothing)
    };
    all.iter().find(empty).map(|letter| format!("{:?} says nothing", letter.title))
}

/// Cases by their files, with what the letters about the whole paste say and what they don't.
const WHOLE: &[(&str, &str, &str)] = &[
    ("a-reply-that-was-sent-before.md", "already got a reply", "in the folder INBOX"),
    ("a-search-that-fails.md", "Searching in the mailbox", "index"),
    ("a-username-without-its-domain.md", "whole email address", "Nothing to send"),
    ("downloads-that-break-off.md", "one more time", "Nothing to send"),
    ("new-mail-shows-late.md", "a few minutes late", "Sign-in"),
    ("one-message-for-an-alias.md", "out-of-office", "office@homes.example"),
    ("only-who-failed-is-named.md", "pia@optic.example", "uwe@"),
    ("rules-that-ask-for-too-much.md", "editheader", "A mailbox's filter rules"),
    ("rules-with-a-mistake.md", "Line 3 of the rules", "A mailbox's filter rules"),
    ("told-first-decides.md", "no room left", "Nothing to send"),
    ("what-exim-remembers.md", "still remembered", "The connection to"),
];

#[test]
fn of_a_whole_paste_the_letters_tell_what_the_finding_told_first_tells() {
    let logs = logs();
    for (file, has, lacks) in WHOLE {
        let log = &logs.iter().find(|of| of.0 == *file).unwrap_or_else(|| panic!("{file}")).1;
        let all: Vec<u32> = (0..log.traces()).collect();
        let text =
            crate::report::customer::report(log, &all, crate::report::customer::Voice::Customer).text();
        assert!(text.contains(has) && !text.contains(lacks), "{file}: {text}");
    }
}

/// Why the first letter may ask others than whom the finding told first names.
fn may_part(letter: &Letter<'_>, facts: &Gleaned) -> bool {
    let all: Vec<&Message<'_>> = said(letter).collect();
    let has = |of: Todo| all.contains(&&Message::Todo(of));
    // Who is shut out corrects the password that did it, and we let them in again.
    has(Todo::LiftBlock)
        // Only its owner can change a password that somebody else knows, wherever we stop what is sent with it.
        || has(Todo::ChangeStolen)
        // What our filter holds or refuses by its rules is in order, and so is a rule about spam.
        || facts.kept
        || all.iter().any(|said| {
            matches!(
                said,
                Message::Here(Reason::SpamDetected | Reason::VirusDetected) | Message::Fact(Fact::Attachment { .. })
            )
        })
        // Both look at their side.
        || has(Todo::OursToo)
        // Only whoever misses something, or wants it, knows that.
        || has(Todo::Release)
        || has(Todo::AskTheirs)
        || has(Todo::TellIfWanted)
}

#[test]
fn the_first_letter_asks_whom_the_finding_told_first_names() {
    let mut wrong = Vec::new();
    for (name, log) in logs() {
        let all: Vec<u32> = (0..log.traces()).collect();
        let told = in_order(&log, &all);
        let Some((trace, facts)) = told.iter().find(|of| of.0.explanation.party != Party::Nobody) else {
            continue;
        };
        let letters = letters(&log, &told);
        let Some(letter) = letters.first().filter(|letter| !may_part(letter, facts)) else { continue };
        let all: Vec<Who> = said(letter).filter_map(who).collect();
        let ours = letter.state.contains(&Message::Acts(Acts::Us)) || all.contains(&Who::We);
        let yours = !ours && all.contains(&Who::You);
        let party = trace.explanation.party;
        let differs = match party {
            Party::OurServer => yours,
            Party::Sender | Party::Recipient | Party::TheirServer => {
                letter.state.contains(&Message::Acts(Acts::Us))
            }
            Party::Dns | Party::Nobody => false,
        };
        if differs {
            wrong
                .push(format!("{name}: {party:?} must, {:?} [{}]", letter.title, trace.explanation.headline));
        }
    }
    wrong.sort();
    wrong.dedup();
    assert!(wrong.is_empty(), "{} times:\n{}", wrong.len(), wrong[..wrong.len().min(60)].join("\n"));
}

#[test]
fn there_is_one_letter_for_one_trouble_and_none_for_nothing() {
    hold_together(|all| has_one_for_each_trouble(all).or_else(|| has_none_that_is_empty(all)));
}

#[test]
fn no_customer_reads_of_our_programs() {
    const OURS: &[&str] = &[
        "postfix",
        "dovecot",
        "exim",
        "qmail",
        "sendmail",
        "courier",
        "amavis",
        "rspamd",
        "spamassassin",
        "clamav",
        "systemd",
        "opendkim",
        "smtpd",
        "excerpt",
    ];
    for (language, message, said) in all() {
        let lower = said.to_lowercase();
        let found = OURS.iter().find(|of| lower.contains(*of));
        // A word of theirs may hold a name: "proximité", "eximia".
        let whole =
            found.filter(|of| lower.split(|letter: char| !letter.is_alphanumeric()).any(|word| word == **of));
        assert!(whole.is_none(), "{language:?} {message}: {whole:?} in {said}");
    }
}

/// The text of the whole email about all of a log.
fn email(log: &str) -> String {
    let log = Log::read(log.as_bytes(), Settings::at(1_795_219_200));
    let all: Vec<u32> = (0..log.traces()).collect();
    crate::report::customer::report(&log, &all, crate::report::customer::Voice::Customer).text()
}

/// A message of ours that another server refused.
fn refused(id: &str, from: &str, to: &str) -> String {
    let head = "Nov 21 19:05:29 mx postfix/";
    let said = "550 5.1.1 no such user (in reply to RCPT TO command)";
    format!(
        "{head}qmgr[1]: {id}: from=<{from}>, size=9, nrcpt=1 (queue active)\n{head}smtp[2]: {id}: to=<{to}>, \
         relay=mx.client.example[192.0.2.9]:25, delay=1, delays=1/0/0/0, dsn=5.1.1, status=bounced (host \
         mx.client.example[192.0.2.9] said: {said})\n"
    )
}

#[test]
fn letters_to_several_people_are_kept_apart_and_many_name_nobody() {
    let two = [
        refused("4A1B2C3D4E", "ana@shop.example", "x@client.example"),
        refused("4A1B2C3D4F", "ben@firm.example", "y@client.example"),
    ];
    let text = email(&two.concat());
    assert_eq!(text.matches("The message from ").count(), 2, "{text}");
    let names = ["ana", "ben", "eva", "ida", "jan", "kim"];
    let line =
        "Nov 21 19:05:29 mx dovecot: imap-login: Disconnected (auth failed, 1 attempts in 2 secs): user=<";
    let mut many = String::new();
    for name in names {
        let rest = "method=PLAIN, rip=192.0.2.7, lip=192.0.2.1, TLS, session=<";
        many += &[line, name, "@shop.example>, ", rest, name, ">\n"].concat();
    }
    let text = email(&many);
    let said = names.iter().filter(|name| text.contains(&format!("{name}@"))).count();
    assert!(said == 0 || text.matches("Sign-in to the mailbox").count() == names.len(), "{text}");
}

#[test]
fn what_nobody_waits_for_gets_no_letter() {
    let nothing = "Nothing to send";
    assert!(email(&refused("4A1B2C3D4E", "", "forged@client.example")).contains(nothing));
    assert!(!email(&refused("4A1B2C3D4E", "ana@shop.example", "x@client.example")).contains(nothing));
}

#[test]
fn who_sends_from_many_places_at_once_is_not_asked_to_send_again() {
    let head = "Nov 21 19:05:29 mx postfix/smtpd[9]: ";
    let spam: String = (1..=3)
        .map(|n| {
            let id = format!("4A1B2C3D4{n}");
            format!(
                "{head}{id}: client=unknown[192.0.2.{n}], sasl_method=LOGIN, sasl_username=ana@shop.example\n"
            ) + &refused(&id, "ana@shop.example", &format!("x{n}@client.example"))
        })
        .collect();
    let text = email(&spam);
    assert!(text.contains("new password") && !text.contains("send the message again"), "{text}");
}

/// So many letters that the log is told in, by their headings.
fn headings(text: &str) -> usize {
    text.lines().filter(|line| line.starts_with("===")).count()
}

#[test]
fn one_message_has_one_letter_whoever_tells_of_it() {
    let head = "Nov 20 07:01:10 mx ";
    let to = "ben@plumber.example";
    let full = "Quota exceeded (mailbox for user is full)";
    let text = email(&format!(
        "{head}dovecot: lmtp({to})<33><Gq>: Error: sieve: msgid=<a@b.example>: failed to store into mailbox 'INBOX': \
         {full}\n{head}postfix/lmtp[3]: 7D90B60331: to=<{to}>, relay=mx.shop.example[private/dovecot-lmtp], delay=0.3, \
         delays=0.1/0/0/0.2, dsn=4.2.2, status=deferred (host mx.shop.example[private/dovecot-lmtp] said: 452 4.2.2 \
         <{to}> {full} (in reply to end of DATA command))\n"
    ));
    assert!(headings(&text) == 1 && text.contains("Delayed.") && !text.contains("again"), "{text}");
    let head = "2024-11-20 12:11:40 H=app3.tool.example [192.0.2.210]:33012 ";
    let from = "noreply@rooms.hotel.example";
    let text = email(&format!(
        "{head}sender verify fail for <{from}>: all relevant MX records point to non-existent hosts\n\
         {head}F=<{from}> rejected RCPT <desk@hotel.example>: Sender verify failed\n"
    ));
    assert!(headings(&text) == 1 && text.contains("to desk@hotel.example"), "{text}");
}

#[test]
fn a_reply_that_somebody_quotes_has_no_letter_beside_the_refusal_itself() {
    let text = email(
        "Our supplier gets this: \"550 5.7.23 rejected due to SPF fail\" - is it our fault?\nNov 20 10:10:01 mx \
         postfix/smtpd[3]: NOQUEUE: reject: RCPT from out.crm.example[203.0.113.190]: 550 5.7.23 \
         <buyer@machines.example>: Recipient address rejected: Message rejected due to: SPF fail - not authorized; \
         from=<order@screws.example> to=<buyer@machines.example> proto=ESMTP helo=<out.crm.example>\n",
    );
    let told = text.contains("tell them that the records of their domain");
    assert!(headings(&text) == 1 && told && !text.contains("outgoing server"), "{text}");
}

#[test]
fn what_a_panel_reports_beside_the_log_of_the_same_has_no_letter_of_its_own() {
    let failed = "SMTP error from remote mail server after RCPT TO:<ben@client.example>: 550 5.1.1 nobody by that name";
    let text = email(&format!(
        "Event:\tfailure\nUser:\tshop\nDomain:\tshop.example\nFrom Address:\tana@shop.example\nSender:\tshop\n\
         Sent Time:\tNov 21, 2026, 2:28:27 PM\nRecipient:\tben@client.example\nRouter:\tdkim_lookuphost\n\
         Transport:\tdkim_remote_smtp\nResult:\t{failed}\n\n\
         2026-11-21 14:28:25 1vMTT3-0001Bc-2D <= ana@shop.example U=shop P=local S=1204 T=\"Offer\" for ben@client.example\n\
         2026-11-21 14:28:27 1vMTT3-0001Bc-2D ** ben@client.example R=dkim_lookuphost T=dkim_remote_smtp \
         H=mx.client.example [192.0.2.25]: {failed}\n"
    ));
    assert!(headings(&text) == 1 && text.contains("2:28 PM"), "{text}");
}

#[test]
fn what_hides_mail_that_came_makes_the_letter() {
    let text = email(
        "Our boss says her mail is gone from the phone after some minutes.\n\
         Nov 21 14:20:11 mx dovecot: lmtp(ana@client.example)<22><b7>: msgid=<31c@shop.example>: saved mail to INBOX\n\
         Nov 21 14:28:00 mx dovecot: pop3-login: Login: user=<ana@client.example>, method=PLAIN, rip=192.0.2.25, \
         lip=192.0.2.10, mpid=2214, TLS, session=<c3>\nNov 21 14:28:03 mx dovecot: \
         pop3(ana@client.example)<2214><c3>: Disconnected: Logged out top=0/0, retr=9/803312, del=9/9, size=803299\n",
    );
    assert!(headings(&text) == 1 && text.contains("leave a copy"), "{text}");
}

#[test]
fn rules_that_our_server_cannot_run_are_a_matter_of_one_mailbox() {
    let head = "Nov 21 14:28:27 mx dovecot: lmtp(ben@shop.example)<118><wEe>: sieve: ";
    let text = email(&format!(
        "{head}Failed to compile script '/srv/vmail/ben/.dovecot.sieve' (view user logfile \
         '/srv/vmail/ben/.dovecot.sieve.log' for more information)\n{head}msgid=<20a@client.example>: stored mail into \
         mailbox 'INBOX'\n\nmain_script: line 1: error: require command: unknown Sieve capability `imapflags'.\n\
         main_script: line 7: error: unknown command 'setflag' (only reported once at first occurrence).\n\
         main_script: error: validation failed.\n"
    ));
    let told = text.contains("filter rules for the mailbox ben@shop.example");
    assert!(headings(&text) == 1 && told && !text.contains("receiving"), "{text}");
}

#[test]
fn recipients_of_unknown_senders_are_not_listed_together() {
    let line = |id: &str, to: &str| {
        format!(
            "2026-03-06 15:00:01.000100500 starting delivery 70{id}: msg 550{id} to remote {to}\n\
             2026-03-06 15:00:21.000200500 delivery 70{id}: deferral: CNAME_lookup_failed_temporarily._(#4.4.3)/\n"
        )
    };
    let text = email(&[line("11", "box-office@theater.example"), line("12", "info@town.example")].concat());
    assert!(headings(&text) == 1 && !text.contains('@'), "{text}");
}

#[test]
fn why_a_message_came_late_or_a_connection_ended_is_said_to_who_asks() {
    let head = "Nov 20 09:5";
    let text = email(&format!(
        "{head}0:11 mx postfix/cleanup[4]: 5E1AA3F: milter-reject: END-OF-MESSAGE from mx.tax.example[192.0.2.88]: 4.7.1 \
         Try again later; from=<m@tax.example> to=<office@lawyer.example> proto=ESMTP helo=<mx.tax.example>\n\
         {head}7:31 mx postfix/qmgr[7]: 6B02B11: from=<m@tax.example>, size=9300, nrcpt=1 (queue active)\n\
         {head}7:31 mx postfix/lmtp[4]: 6B02B11: to=<office@lawyer.example>, relay=mx.shop.example[private/dovecot-lmtp], \
         delay=0.4, delays=0.3/0/0.02/0.08, dsn=2.0.0, status=sent (250 2.0.0 <office@lawyer.example> aa Saved)\n"
    ));
    assert!(text.contains("first asked the sender's server to try again later"), "{text}");
    let idle = "Nov 20 11:02:10 mx dovecot: imap-login: Login: user=<eva@notary.example>, method=PLAIN, \
                rip=198.51.100.12, lip=203.0.113.9, mpid=5511, TLS, session=<nF1>\nNov 20 11:34:10 mx dovecot: \
                imap(eva@notary.example)<5511><nF1>: Disconnected: Inactivity - no input for 1800 secs in=412 out=8830 \
                deleted=0 expunged=0 trashed=0 hdr_count=3 hdr_bytes=1200 body_count=0 body_bytes=0\n";
    assert!(email(idle).contains("Nothing to send"));
    let text = email(&format!(
        "The email app keeps saying that the connection was lost, is something broken?\n{idle}"
    ));
    assert!(headings(&text) == 1 && text.contains("This is normal"), "{text}");
}

#[test]
fn nobody_hears_of_passwords_that_strangers_guess() {
    let head = "Nov 20 03:11:02 mx postfix/submission/smtpd[";
    let tries = ["admin", "test", "scanner", "till", "info"].iter().zip(10..).map(|(user, pid)| {
        format!(
            "{head}{pid}]: connect from unknown[203.0.113.77]\n{head}{pid}]: warning: unknown[203.0.113.77]: SASL LOGIN \
             authentication failed: authentication failure, sasl_username={user}\n{head}{pid}]: disconnect from \
             unknown[203.0.113.77] ehlo=1 auth=0/1 quit=1 commands=2/3\n"
        )
    });
    let text = email(&tries.collect::<String>());
    assert!(text.contains("Nothing to send: someone guessed passwords"), "{text}");
}

#[test]
fn a_letter_needs_somebody_who_is_hit_or_asks() {
    let busy = "Jan  7 02:31:15 mx sm-mta[7]: rejecting connections on daemon MTA-v4: load average: 41\n";
    assert!(email(busy).contains("Nothing to send"));
    assert!(email(&format!("$ tail -1 /var/log/mail.log\n{busy}")).contains("Nothing to send"));
    let text = email(&format!("The customer asks us why nobody could send anything at night.\n\n{busy}"));
    assert!(headings(&text) == 1 && text.contains("too much to do"), "{text}");
}

#[test]
fn strangers_and_second_lines_have_no_letter_of_their_own() {
    // Nobody waits at an address that doesn't exist.
    let text = email(
        "2026-02-12 10:21:18.604110500 CHKUSER rejected sender: from <orders@new-shop.example::> remote \
         <vps5.new-shop.example:unknown:198.51.100.5> rcpt <> : invalid sender MX domain\n\
         2026-02-12 10:22:41.511230500 CHKUSER rejected rcpt: from <lucky@stranger.example::> remote \
         <host90:unknown:203.0.113.90> rcpt <nonono@shop.example> : not existing recipient\n",
    );
    assert!(headings(&text) == 1 && text.contains("orders@new-shop.example"), "{text}");
    // One sign-in, told by the part that looks the mailbox up and by the one that refuses.
    let text = email(
        "2026-02-23T17:01:12.343330+01:00 p12 plesk_saslauthd[9024]: No such user 'office@shop.example' in mail \
         authorization database\n2026-02-23T17:01:12.343398+01:00 p12 plesk_saslauthd[9024]: failed mail authentication \
         attempt for user 'office@shop.example' (password len=14)\n",
    );
    assert!(headings(&text) == 1 && text.contains("doesn't know this username"), "{text}");
    assert!(!text.contains("happened one more time"), "{text}");
}

#[test]
fn what_is_dead_for_all_has_a_notice_though_nobody_is_named() {
    let head = "Dec 28 04:06:33 mx postfix/smtpd[16]: ";
    let down = format!("{head}warning: connect to Milter service inet:127.0.0.1:9900: Connection refused\n");
    // A filter that can't be asked may let everything through.
    assert!(email(&down).contains("Nothing to send"));
    let refused = format!(
        "{down}{head}connect from mx.far.example[192.0.2.11]\n{head}NOQUEUE: milter-reject: CONNECT from \
         mx.far.example[192.0.2.11]: 451 4.7.1 Service unavailable - try again later; proto=SMTP\n{head}disconnect from \
         mx.far.example[192.0.2.11] quit=1 commands=1\n"
    );
    let text = email(&refused);
    assert!(headings(&text) == 1 && text.contains("Sending through our server"), "{text}");
}

#[test]
fn a_server_that_does_not_run_promises_no_attempt() {
    let text = email(
        "# postqueue -p\npostqueue: warning: Mail system is down -- accessing queue directly\n-Queue ID-  --Size-- \
         ----Arrival Time---- -Sender/Recipient-------\nA5D87C017F5      596 Sat Feb 25 14:26:57  ana@shop.example\n\
         (connect to mx.far.example[192.0.2.9]:25: Connection timed out)\n                                         \
         ben@far.example\n",
    );
    assert!(text.contains("Nothing is lost") && !text.contains("keep trying"), "{text}");
}

#[test]
fn whose_name_strangers_tried_is_not_asked_about_a_password() {
    let tries = ["admin", "info", "office", "sales", "test", "web"]
        .map(|user| {
            let number = user.len();
            format!(
                "2022-06-13 14:57:50.08850450{number} qmail-smtpd[9{number}]: AUTH failed [192.0.2.77] {user}@shop.example\n"
            )
        })
        .concat();
    let later =
        "2022-06-21 20:49:46.647854500 qmail-smtpd[77]: AUTH failed [198.51.100.9] info@shop.example\n";
    assert!(email(later).contains("info@shop.example"));
    let text = email(&(tries + later));
    assert!(text.contains("Nothing to send"), "{text}");
}
