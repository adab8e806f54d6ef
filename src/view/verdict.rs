//! The answer first: how it came out, why, who must act, and the first step. The same block for a message, a
//! sign-in, an event, a line alone, and for what nobody knows.

use super::super::protocol::Ask;
use super::super::state::{State, Story};
use super::CollectAny;
use super::{glossary, glyph, story, tokens, words};
use leptos::prelude::*;
use maillens::explain::gist;
use maillens::export::{self, Lasts, Level, Line, Login, Outcome, Party, Step, Trace, TraceType};
use std::sync::Arc;

/// What the block says.
#[derive(Clone)]
pub struct Verdict {
    outcome: Outcome,
    state: &'static str,
    /// Whom or what it is about, and when it began.
    about: Vec<String>,
    headline: String,
    /// What the headline leaves out.
    rest: String,
    who: &'static str,
    lasts: Option<&'static str>,
    step: Option<Step>,
    /// Lines that the headline rests on.
    cites: Vec<u32>,
}

impl Verdict {
    /// Of a message, a session, an event.
    pub fn of(trace: &Trace) -> Verdict {
        let told = &trace.explanation;
        let (headline, rest) = gist(&told.headline);
        let times =
            trace.count.filter(|count| *count > 1).map(|count| format!("{} times", words::number(count)));
        let when = trace.shown.as_deref().map(words::brief);
        let lasts = told
            .lasts
            .filter(|_| told.party != Party::Nobody || told.lasts == Some(Lasts::Temporary))
            // Only mail is tried again by a server.
            .filter(|lasts| *lasts != Lasts::Temporary || trace.kind == TraceType::Message)
            .map(|lasts| match (lasts, told.party) {
                (Lasts::Temporary, Party::Nobody | Party::TheirServer) => {
                    "Waiting may be enough: the server retries automatically."
                }
                (Lasts::Temporary, _) => "The server retries automatically, but someone must act first.",
                (Lasts::Permanent, _) => {
                    "Waiting doesn\u{2019}t help: it stays like this until someone acts."
                }
            });
        Verdict {
            outcome: trace.outcome,
            state: match trace.login {
                Some(Login::Failed) => "Sign-in failed",
                _ => words::state(trace.kind, trace.outcome),
            },
            about: [subject(trace), times, when].into_iter().flatten().collect(),
            headline,
            rest,
            who: words::acts(trace.kind, told.party),
            lasts,
            step: told.next.first().cloned(),
            cites: told.cites.to_vec(),
        }
    }

    /// Of a line that belongs to nothing.
    pub fn of_line(line: &Line) -> Verdict {
        let (outcome, state) = match (line.state, line.level) {
            (export::State::Unread, _) => (Outcome::Unknown, "Not read"),
            (export::State::Other, _) => (Outcome::Unknown, "No log line"),
            (export::State::Blank, _) => (Outcome::Unknown, "Empty"),
            (_, Level::Permanent | Level::Alert) => (Outcome::Failed, "Error"),
            (_, Level::Temporary | Level::Warning) => (Outcome::Deferred, "Warning"),
            (_, Level::Success) => (Outcome::Delivered, "Worked"),
            (_, Level::Info) => (Outcome::Unknown, "For information"),
        };
        let said = match line.state {
            export::State::Unread => "maillens doesn\u{2019}t know this line yet.",
            export::State::Other => "This is text around the log, not a line of it.",
            export::State::Blank => "Nothing is written here.",
            _ => line.says.as_deref().unwrap_or("This line belongs to no message and no sign-in."),
        };
        let (headline, rest) = gist(said);
        let at = line.shown.as_deref().map(words::brief);
        let number = format!("line {}", words::number(line.line));
        Verdict {
            outcome,
            state,
            about: [Some(number), at].into_iter().flatten().collect(),
            headline,
            rest,
            who: if line.state == export::State::Unread {
                NOT_CLEAR
            } else {
                "Nobody, as far as this line shows"
            },
            lasts: None,
            step: (line.state == export::State::Unread).then(|| step_alone(NEIGHBORS)),
            cites: Vec::new(),
        }
    }

    /// Of a log in which nothing belongs together.
    fn of_rest(state: State) -> Verdict {
        let lines = state.summary.with(|summary| summary.as_ref().map_or(0, |of| of.lines - of.blank));
        let (mark, headline, who, step) = match state.best() {
            Some(export::State::Unread) => (
                "Not read",
                if lines == 1 {
                    "maillens doesn\u{2019}t know this line yet.".to_owned()
                } else {
                    format!("maillens doesn\u{2019}t know any of these {} lines yet.", words::number(lines))
                },
                NOT_CLEAR,
                NEIGHBORS,
            ),
            Some(export::State::Other) | None => (
                "No log",
                "This text contains no lines of a mail log.".to_owned(),
                NOT_CLEAR,
                "Paste the lines of the mail log from around the time of the problem, as they are in the file.",
            ),
            Some(_) => (
                "For information",
                "None of these lines is about a message or a problem.".to_owned(),
                "Nobody, as far as these lines show",
                "Paste more lines from around the time of the problem: search the log for the address it is about.",
            ),
        };
        Verdict {
            outcome: Outcome::Unknown,
            state: mark,
            about: vec![words::count(lines, "line")],
            headline,
            rest: String::new(),
            who,
            lasts: None,
            step: Some(step_alone(step)),
            cites: Vec::new(),
        }
    }

    /// In one breath, for those who do not see it.
    pub fn spoken(&self) -> String {
        let about = self.about.first().map(|about| format!(", {about}")).unwrap_or_default();
        format!("{}{about}: {} Who must act: {}.", self.state, self.headline, self.who)
    }

    /// The block. `first` is the answer of the whole room, and its heading.
    pub fn view(self, state: State, first: bool, seen: &mut glossary::Seen, tools: AnyView) -> AnyView {
        let Verdict { outcome, state: mark, about, headline, rest, who, lasts, step, cites: _ } = self;
        let about = about.into_iter().map(|part| view! { " \u{b7} " <span>{part}</span> }).collect_any();
        let headline = if first {
            view! { <h1 id="verdict" tabindex="-1">{headline}</h1> }.into_any()
        } else {
            view! { <h2>{headline}</h2> }.into_any()
        };
        let rest =
            (!rest.is_empty()).then(|| view! { <p class="rest">{glossary::words(state, &rest, seen)}</p> });
        let named = if who == words::party(Party::Nobody) { "Worth doing" } else { "First step" };
        let step = step.map(|step| {
            view! { <div class="first-step"><dt>{named}</dt><dd>{story::said(state, &step, seen)}</dd></div> }
        });
        view! {
            <header class="headline" data-outcome=glyph::name(outcome)>
                <p class="state">{glyph::glyph(outcome)}<b>{mark}</b>{about}</p>
                {headline}
                {rest}
                <dl class="answer-facts">
                    <div><dt>"Who must act"</dt><dd><b class="party">{who}</b>{lasts.map(|lasts| view! { <span class="lasts">{lasts}</span> })}</dd></div>
                    {step}
                </dl>
                {tools}
            </header>
        }
        .into_any()
    }

    /// Leads to the lines that the headline rests on.
    pub fn why(&self, state: State) -> Option<AnyView> {
        let line = *self.cites.first()?;
        let label = match self.cites.len() {
            1 => format!("Why? Line {}", words::number(line)),
            many => format!("Why? Line {} and {} more", words::number(line), many - 1),
        };
        let cites = self.cites.clone();
        let go = move |_| {
            if !story::light(state, line, cites.clone()) {
                state.show_line(line);
            }
        };
        Some(view! { <button type="button" class="link why" on:click=go>{label}</button> }.into_any())
    }
}

const NOT_CLEAR: &str = "Not clear from this text";
const NEIGHBORS: &str =
    "Paste the lines around these, too: a neighbor with the same number or process often says what happened.";

fn step_alone(text: &str) -> Step {
    Step { text: text.into(), command: None }
}

/// Whom or what a trace is about: the recipient, the user, the client.
pub fn subject(trace: &Trace) -> Option<String> {
    let named = |name: &Option<String>| name.clone().filter(|name| !name.is_empty());
    let user = || named(&trace.user);
    let client = || named(&trace.client);
    match trace.kind {
        TraceType::Session => user().or_else(client),
        TraceType::Connection => client().or_else(user),
        TraceType::Event => None,
        _ => {
            let mut to: Vec<&str> =
                trace.attempts.iter().filter_map(|attempt| attempt.recipient.as_deref()).collect();
            to.dedup();
            let mut others = to.clone();
            others.sort_unstable();
            others.dedup();
            let first = (*to.first()?).to_owned();
            Some(if others.len() > 1 { format!("{first} and {} more", others.len() - 1) } else { first })
        }
    }
}

/// What a key led to, in one breath.
pub fn spoken(state: State) -> String {
    let place = match (state.at.get_untracked(), state.row_count.get_untracked()) {
        (Some(at), of) if of > 1 => format!(" {} of {}.", words::number(at + 1), words::number(of)),
        _ => String::new(),
    };
    state.story.with_untracked(|story| {
        story.as_ref().map(|story| Verdict::of(&story.trace).spoken() + &place).unwrap_or_default()
    })
}

/// What the window is called beside the page's own name: the answer.
pub fn title(state: State) -> Option<String> {
    let headline =
        |story: &Option<Arc<Story>>| story.as_ref().map(|story| gist(&story.trace.explanation.headline).0);
    let nothing = || {
        (state.summary.with(Option::is_some) && state.count.get() == Some(0))
            .then(|| Verdict::of_rest(state).headline)
    };
    let answer = state.story.with(headline).or_else(nothing)?;
    Some(answer.trim_end_matches('.').to_owned())
}

/// The room of a log in which nothing belongs together: its verdict, and its lines.
pub fn rest(state: State) -> AnyView {
    Effect::new(move |_| {
        for block in state.lines.lacking(0, 1) {
            state.ask(Ask::Lines(block));
        }
    });
    let mut seen = glossary::Seen::default();
    let tools = view! {
        <div class="headline-tools">
            {sample_button(state)}
            <button type="button" class="plain" on:click=move |_| state.tab.set(super::super::state::Tab::Lines)>"See every line"</button>
        </div>
    };
    let head = Verdict::of_rest(state).view(state, true, &mut seen, tools.into_any());
    let lines = move || {
        let shown = (0..super::super::protocol::BLOCK).map_while(|at| state.lines.get(at).1);
        let item = |shown: Arc<super::super::protocol::Shown>| {
            let line = &shown.line;
            view! {
                <li class="log-line" data-level=story::level(line.level)>
                    <span class="gutter"><span class="visually-hidden">"Line "</span>{words::number(line.line)}</span>
                    <div class="log-text">
                        {tokens::marked(line, &shown.marks, false)}
                        {line.says.as_ref().map(|says| view! { <p class="says">{says.clone()}</p> })}
                    </div>
                </li>
            }
        };
        shown.map(item).collect_any()
    };
    view! {
        <article class="story" tabindex="0" aria-label="The answer">
            {head}
            <section class="lines" aria-labelledby="all-lines">
                <div class="section-head"><h2 id="all-lines">"The lines"</h2></div>
                <ol class="log">{lines}</ol>
            </section>
        </article>
    }
    .into_any()
}

/// Opens the sample that can be shown to a stranger; only where a line was not read.
pub fn sample_button(state: State) -> Option<AnyView> {
    let unread = state.summary.with(|summary| summary.as_ref().is_some_and(|of| of.unread > 0));
    unread.then(|| {
        view! { <button type="button" class="plain" on:click=move |_| state.make_sample()>"Copy a redacted sample\u{2026}"</button> }
            .into_any()
    })
}
