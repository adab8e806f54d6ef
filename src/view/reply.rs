//! The reply: what is told of a trace, or of several, to the customer or to a colleague; what has
//! stand-ins in it; and how it leaves the page: copied, printed, saved.

use super::super::clipboard;
use super::super::protocol::{About, Ask, Form, MOST_TOLD, Reply};
use super::super::state::State;
use super::CollectAny;
use super::{glossary, messages, words};
use leptos::prelude::*;
use maillens::export::Line;
use maillens::redact::{Kind, Proof};
use maillens::report::customer::Voice;
use maillens::report::document::{Block, Document, Statement, clean};
use maillens::vocabulary::{App, Language};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlTextAreaElement;

/// What can have stand-ins.
const KINDS: &[(Kind, &str)] = &[
    (Kind::Address, "Mail addresses"),
    (Kind::Name, "Names of people and users"),
    (Kind::Host, "Names of servers and domains"),
    (Kind::Ip, "IP addresses"),
    (Kind::Subject, "Subjects"),
    (Kind::MessageId, "Message ids"),
    (Kind::Mailbox, "Names of mail folders"),
];

/// Whom a reply can speak to: with its word in the address, its name, and what it says.
pub const VOICES: &[(Voice, &str, &str, &str)] = &[
    (
        Voice::Customer,
        "customer",
        "The customer",
        "An email in plain words: what happened, what it means, what they can do.",
    ),
    (Voice::Chat, "chat", "A chat", "The same in a few sentences, for a chat or the phone."),
    (
        Voice::Engineer,
        "engineer",
        "A colleague",
        "The facts: codes, servers, attempts, commands, the lines themselves.",
    ),
    (
        Voice::Forward,
        "forward",
        "Another postmaster",
        "What the recipient\u{2019}s mail administrator needs to look further.",
    ),
];

/// What customers read, each by its own name.
const LANGUAGES: &[(Language, &str)] = &[
    (Language::English, "English"),
    (Language::German, "Deutsch"),
    (Language::French, "Français"),
    (Language::Spanish, "Español"),
    (Language::Dutch, "Nederlands"),
    (Language::Portuguese, "Português (Brasil)"),
];

/// Email apps, each by its own name.
const APPS: &[(App, &str)] = &[
    (App::Outlook, "Outlook (new, web)"),
    (App::OutlookClassic, "Outlook (classic)"),
    (App::AppleMail, "Apple Mail"),
    (App::Iphone, "iPhone, iPad"),
    (App::Gmail, "Gmail app"),
    (App::Thunderbird, "Thunderbird"),
    (App::Roundcube, "Roundcube"),
];

/// What was done with the reply, for the reader.
type Done = RwSignal<&'static str>;

/// The tab.
pub fn tab(state: State) -> AnyView {
    let done: Done = RwSignal::new("");
    let wanted = Memo::new(move |_| state.wanted_reply());
    // What was changed by hand stays with the message that it was written about.
    let edited = Memo::new(move |_| {
        state.query.track();
        wanted.get().and_then(|wanted| state.edited(&wanted))
    });
    Effect::new(move |_| {
        let _ = (state.times.get(), state.query.get(), state.count.get());
        if let Some(wanted) = wanted.get() {
            done.set("");
            state.ask(Ask::Reply(wanted));
        }
    });
    Effect::new(move |_| {
        if let Some((form, text, proof)) = state.saved.get() {
            state.saved.set(None);
            done.set(save(form, &text, &proof));
        }
    });
    let none = Memo::new(move |_| state.story.with(Option::is_none));
    view! {
        <div id="panel" role="tabpanel" aria-labelledby="tab-reply" class="panes reply">
            {move || if none.get() {
                let nothing = state.count.get() == Some(0) && state.query.with(String::is_empty);
                let why = if nothing { messages::NONE } else { "Choose a message first: a reply is about one message or several." };
                view! { <div class="empty"><p>{why}</p></div> }.into_any()
            } else {
                view! { {choices(state, edited)} {desk(state, edited, done)} }.into_any()
            }}
        </div>
    }
    .into_any()
}

/// What is told, to whom, and what has stand-ins.
fn choices(state: State, edited: Memo<Option<String>>) -> AnyView {
    let told = move || state.reply.with(|reply| reply.as_ref().map_or(1, |reply| reply.tied));
    let kind = move || {
        state.story.with(|story| story.as_ref().map_or("message", |story| words::kind(story.trace.kind)))
    };
    let about = move |of: About, label: Signal<String>| {
        let chosen = move || {
            state.about.get() == of || of == About::One && state.about.get() == About::Tied && told() < 2
        };
        view! {
            <label>
                <input type="radio" name="about" prop:checked=chosen on:change=move |_| state.about.set(of)/>
                <span>{label}</span>
            </label>
        }
    };
    let tied = Signal::derive(move || match told() {
        2 => "This and the one that belongs to it".to_owned(),
        all => format!("This and the {} that belong to it", all - 1),
    });
    let found = Signal::derive(move || {
        let (count, searching) =
            (state.count.get().unwrap_or(0), state.query.with(|query| !query.is_empty()));
        let of = if searching { "that the search finds" } else { "in this log" };
        match count {
            count if count as usize > MOST_TOLD => {
                format!("The {MOST_TOLD} most serious of the {} {of}", words::number(count))
            }
            2 => format!("Both {of}"),
            count => format!("All {} {of}", words::number(count)),
        }
    });
    let several = Memo::new(move |_| told() > 1);
    let many = Memo::new(move |_| state.count.get() > Some(1));
    let voice = move |of: Voice, name: &'static str| {
        view! {
            <label class="segment">
                <input type="radio" name="voice" prop:checked=move || state.voice.get() == of on:change=move |_| state.voice.set(of)/>
                <span>{name}</span>
            </label>
        }
    };
    let hint = move || VOICES.iter().find(|(of, ..)| *of == state.voice.get()).map(|(.., says)| *says);
    let hide = move |(of, name): (Kind, &'static str)| {
        let change = move |event: web_sys::Event| {
            let on = event_target_checked(&event);
            state.hide.update(|hide| {
                hide.retain(|kind| *kind != of);
                if on {
                    hide.push(of);
                }
            });
        };
        view! {
            <label>
                <input type="checkbox" prop:checked=move || state.hide.with(|hide| hide.contains(&of)) on:change=change/>
                {name}
            </label>
        }
    };
    let words = Memo::new(move |_| {
        let kept = state.reply.with(|reply| reply.as_ref().map(|reply| reply.undecided.clone()));
        let hides = state.hide.with(|hide| !hide.is_empty());
        let mut words = [state.also.get(), kept.unwrap_or_default()].concat();
        // A word has its place, ticked or not.
        words.sort_by_key(|word| word.to_lowercase());
        words.dedup_by_key(|word| word.to_lowercase());
        words.retain(|_| hides);
        words
    });
    let all = move || state.hide.with(|hide| hide.len() == KINDS.len());
    let toggle = move |_| {
        state.hide.set(if all() { Vec::new() } else { Kind::ALL.to_vec() });
    };
    view! {
        <form class="choices" aria-label="What the reply says" on:submit=|event| event.prevent_default()>
            <fieldset disabled=move || edited.with(Option::is_some)>
                <legend>"For"</legend>
                <div class="segments">
                    {VOICES.iter().map(|(of, _, name, _)| voice(*of, name)).collect_any()}
                </div>
                <p class="hint">{hint}</p>
                {move || matches!(state.voice.get(), Voice::Customer | Voice::Chat).then(|| language(state))}
                {move || (state.voice.get() == Voice::Customer).then(|| around(state))}
            </fieldset>
            <fieldset disabled=move || edited.with(Option::is_some)>
                <legend>"About"</legend>
                {about(About::One, Signal::derive(move || format!("This {}", kind())))}
                {move || several.get().then(|| about(About::Tied, tied))}
                {move || many.get().then(|| about(About::Found, found))}
            </fieldset>
            <fieldset disabled=move || edited.with(Option::is_some)>
                <legend>"Replace with placeholders"</legend>
                {KINDS.iter().copied().map(hide).collect_any()}
                <button type="button" class="plain" on:click=toggle>{move || if all() { "Replace nothing" } else { "Replace all of these" }}</button>
                {move || undecided(state, words.get())}
                <p class="hint">"Equal values get equal placeholders, so the reply still makes sense. Passwords are always masked."</p>
            </fieldset>
        </form>
    }
    .into_any()
}

/// Words that may be names: what is ticked is replaced, too.
fn undecided(state: State, words: Vec<String>) -> Option<AnyView> {
    let word = move |word: String| {
        let (of, name) = (word.clone(), word.clone());
        let change = move |event: web_sys::Event| {
            let on = event_target_checked(&event);
            state.also.update(|also| {
                also.retain(|known| *known != of);
                if on {
                    also.push(of.clone());
                }
            });
        };
        view! {
            <label>
                <input type="checkbox" prop:checked=move || state.also.with(|also| also.contains(&word)) on:change=change/>
                {name}
            </label>
        }
    };
    (!words.is_empty()).then(|| {
        view! {
            <p class="hint" id="undecided">"Only you can tell whether these are names. Tick those to replace."</p>
            <div class="words" role="group" aria-labelledby="undecided">{words.into_iter().map(word).collect_any()}</div>
        }
        .into_any()
    })
}

/// What language the customer reads.
fn language(state: State) -> AnyView {
    let choose = move |event: web_sys::Event| {
        let value = event_target_value(&event);
        state.language.set(Language::named(&value).unwrap_or_default());
    };
    let options = LANGUAGES.iter().map(|(of, name)| {
        let of = *of;
        view! { <option value=of.name() lang=of.name() prop:selected=move || state.language.get() == of>{*name}</option> }
    });
    view! {
        <label class="stacked">
            "Language"
            <select id="language" on:change=choose>{options.collect_any()}</select>
        </label>
    }
    .into_any()
}

/// What the writer puts around an email.
fn around(state: State) -> AnyView {
    let keep = move |event: web_sys::Event| state.keep.set(event_target_checked(&event));
    let greet = move |event: web_sys::Event| state.greeting.set(event_target_value(&event));
    let sign = move |event: web_sys::Event| state.signature.set(event_target_value(&event));
    let own = move |event: web_sys::Event| {
        state.times.update(|times| times.ours = event_target_value(&event));
    };
    let choose = move |event: web_sys::Event| {
        let value = event_target_value(&event);
        state.app.set(App::named(&value));
    };
    let apps = APPS.iter().map(|(of, name)| {
        let of = *of;
        view! { <option value=of.name() prop:selected=move || state.app.get() == Some(of)>{*name}</option> }
    });
    view! {
        <label class="stacked">
            "Customer\u{2019}s app"
            <select id="app" on:change=choose>
                <option value="" prop:selected=move || state.app.get().is_none()>"Not known"</option>
                {apps.collect_any()}
            </select>
        </label>
        <label class="stacked">
            "Greeting"
            <input id="greeting" type="text" autocomplete="off" placeholder="Hello …," prop:value=state.greeting on:change=greet/>
        </label>
        <label class="stacked">
            "Signature"
            <textarea id="signature" rows="2" prop:value=state.signature on:change=sign></textarea>
        </label>
        <label class="stacked">
            "Our servers and domains"
            <input
                id="ours" type="text" autocomplete="off" spellcheck="false" placeholder="firma.example, 192.0.2.25"
                prop:value=move || state.times.with(|times| times.ours.clone()) on:change=own
            />
        </label>
        <label>
            <input type="checkbox" prop:checked=state.keep on:change=keep/>
            "Keep these three in the address of this page"
        </label>
    }
    .into_any()
}

/// The reply itself, with what can be done with it.
fn desk(state: State, edited: Memo<Option<String>>, done: Done) -> AnyView {
    let changed = Memo::new(move |_| edited.with(Option::is_some));
    let left = Memo::new(move |_| {
        state.reply.with(|reply| {
            let proof = reply.as_ref().and_then(|reply| reply.proof.as_ref());
            proof.is_some_and(|proof| !proof.left.is_empty())
        })
    });
    // What was changed by hand is the writer's own word: it is warned of, and never held back.
    let held = Memo::new(move |_| left.get() && !changed.get());
    let copy = move |pick: fn(&Reply) -> (String, Option<String>), said: &'static str| {
        move |_| {
            let Some(reply) = state.reply.get_untracked() else { return };
            let (text, html) = match edited.get_untracked() {
                Some(text) => (text, None),
                None => pick(&reply),
            };
            done.set("");
            spawn_local(async move {
                let copied = clipboard::copy(&text, html.as_deref()).await;
                done.set(if copied {
                    said
                } else {
                    "The browser did not allow it. Select the text and copy it by hand."
                });
            });
        }
    };
    let edit = move |_| {
        done.set("");
        state
            .proved
            .set(state.reply.with_untracked(|reply| reply.as_ref().and_then(|reply| reply.proof.clone())));
        if let Some(reply) = state.reply.get_untracked() {
            state.edit(reply.wanted.clone(), Some(reply.text.clone()));
        }
        // A greeting comes first: the cursor stands before the text.
        request_animation_frame(|| {
            super::super::keys::focus("reply-text");
            let field = document().get_element_by_id("reply-text");
            if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok()) {
                let _ = field.set_selection_range(0, 0);
                field.set_scroll_top(0);
            }
        });
    };
    let undo = move |_| {
        if let Some(wanted) = untrack(|| state.wanted_reply()) {
            state.edit(wanted, None);
        }
        done.set("Your changes are undone.");
    };
    let save = move |form: Form| {
        move |_| {
            if let Some(wanted) = state.wanted_reply() {
                done.set("");
                state.ask(Ask::Save(wanted, form));
            }
        }
    };
    let rich = copy(
        |reply| (reply.text.clone(), Some(reply.html.clone())),
        "Copied. Where you paste it, it keeps its headings and lists.",
    );
    let text = copy(|reply| (reply.text.clone(), None), "Copied as plain text.");
    let markdown = copy(|reply| (reply.markdown.clone(), None), "Copied as Markdown.");
    let as_edited = copy(|reply| (reply.text.clone(), None), "Copied with your changes, as plain text.");
    let ways = move || {
        if changed.get() {
            view! {
                <button type="button" id="copy-reply" class="strong" on:click=as_edited>"Copy"</button>
                <button type="button" class="plain" on:click=undo>"Undo my changes"</button>
            }
            .into_any()
        } else {
            view! {
                <button type="button" id="copy-reply" class="strong" disabled=held on:click=rich>"Copy"</button>
                <button type="button" class="plain" disabled=held on:click=text>"Copy plain text"</button>
                <button type="button" class="plain" disabled=held on:click=markdown>"Copy Markdown"</button>
                <button type="button" class="plain" disabled=held on:click=edit>"Edit"</button>
            }
            .into_any()
        }
    };
    let print = move |_| {
        let _ = window().print();
    };
    view! {
        <section class="desk" aria-label="The reply" tabindex="0">
            <div class="ways">
                {ways}
                <p class="done" role="status">{done}</p>
            </div>
            {move || proof_line(state, changed.get())}
            {move || {
                state.story.track();
                if changed.get() { text_field(state, edited) } else { letter(state) }
            }}
            <div class="ways more">
                <button type="button" class="plain" disabled=held on:click=print>"Print"</button>
                <span>"Save as"</span>
                <button type="button" class="plain" disabled=move || held.get() || changed.get() on:click=save(Form::Html)>"Web page"</button>
                <button type="button" class="plain" on:click=save(Form::Csv)>"Table of attempts (CSV)"</button>
                <button type="button" class="plain" on:click=save(Form::Json)>"Data (JSON)"</button>
            </div>
        </section>
    }
    .into_any()
}

/// What the search for the originals found.
fn proof_line(state: State, changed: bool) -> Option<AnyView> {
    let hide = state.hide.with(|hide| !hide.is_empty());
    let reply = state.reply.get()?;
    let proof = if changed { state.proved.get() } else { reply.proof.clone() }.filter(|_| hide)?;
    let bad = !proof.left.is_empty();
    let count = |n: usize| words::count(n as u32, "original");
    let named = || proof.left.join(", ");
    let mut said = match (bad, proof.searched + proof.words.len()) {
        (true, _) if changed => format!("Your text contains {} again: {}.", count(proof.left.len()), named()),
        (true, _) => format!(
            "{} of {} are left: {}. This must not leave the page, so copying is switched off.",
            proof.left.len(),
            count(proof.searched),
            named()
        ),
        (false, 0) => "There was nothing of this kind to replace.".to_owned(),
        (false, _) => format!("Searched the text for {}: none is left.", count(proof.searched)),
    };
    if let [first, ..] = &proof.words[..] {
        let more = match &proof.words[..] {
            [_] => format!(
                " One more is an ordinary word: {first}. It was replaced where it stands for somebody."
            ),
            [..] => format!(
                " {} more are ordinary words: {}. They were replaced where they stand for somebody.",
                words::number(proof.words.len() as u32),
                proof.words.join(", ")
            ),
        };
        said.push_str(&more);
    }
    Some(
        view! { <p class="proved" class:bad=bad role=if bad { "alert" } else { "status" }>{said}</p> }
            .into_any(),
    )
}

/// The reply as plain text that can be changed.
fn text_field(state: State, edited: Memo<Option<String>>) -> AnyView {
    let typed = move |event: web_sys::Event| {
        let text = event_target_value(&event);
        if state.hide.with_untracked(|hide| !hide.is_empty()) {
            state.ask(Ask::Prove(text.clone()));
        }
        if let Some(wanted) = untrack(|| state.wanted_reply()) {
            state.edit(wanted, Some(text));
        }
    };
    let start = edited.get_untracked().unwrap_or_default();
    let rows = start.lines().count() + 3;
    view! {
        <textarea id="reply-text" class="letter" aria-label="The reply as plain text" spellcheck="true" rows=rows.to_string() prop:value=start on:input=typed></textarea>
        <pre class="letter printed" aria-hidden="true">{move || edited.get()}</pre>
    }
    .into_any()
}

/// The reply as it is copied.
fn letter(state: State) -> AnyView {
    let written = move || {
        state.reply.get().map(|reply| {
            let explain = reply.wanted.manner.voice == Voice::Engineer;
            let mut seen = glossary::Seen::default();
            let document = &reply.document;
            document
                .blocks
                .iter()
                .map(|block| written(state, document, block, explain.then_some(&mut seen)))
                .collect_any()
        })
    };
    let language =
        move || state.reply.with(|reply| reply.as_ref().map(|reply| reply.document.language.name()));
    view! { <article class="letter" lang=language aria-label="Preview">{written}</article> }.into_any()
}

fn written(
    state: State,
    document: &Document,
    block: &Block,
    mut seen: Option<&mut glossary::Seen>,
) -> AnyView {
    let mut say = |said: &Statement| {
        let text = clean(&said.text);
        let text = match seen.as_deref_mut() {
            Some(seen) => glossary::words(state, &text, seen),
            None => text.into_any(),
        };
        let cited = document.cites(said);
        view! { {text} {(!cited.is_empty()).then(|| view! { " " <small>{cited}</small> })} }.into_any()
    };
    match block {
        Block::Title(said) => view! { <h2>{say(said)}</h2> }.into_any(),
        Block::Heading(name) => view! { <h3>{name.clone()}</h3> }.into_any(),
        Block::Paragraph(said) => {
            let said = said.iter().map(|said| view! { {say(said)} " " }).collect_any();
            view! { <p>{said}</p> }.into_any()
        }
        Block::Lines(said) => {
            let lines = said.iter().map(|said| view! { {say(said)} <br/> }).collect_any();
            view! { <p>{lines}</p> }.into_any()
        }
        Block::List(said) => {
            let items = said.iter().map(|said| {
                let command =
                    said.command.as_ref().map(|command| view! { <pre><code>{clean(command)}</code></pre> });
                view! { <li>{say(said)} {command}</li> }
            });
            view! { <ul>{items.collect_any()}</ul> }.into_any()
        }
        Block::Log(lines) => {
            let line = |line: &Line| view! { <li><span>{words::number(line.line)}</span><code>{clean(&line.text)}</code></li> };
            view! { <ol>{lines.iter().map(line).collect_any()}</ol> }.into_any()
        }
    }
}

/// Hands a file to the browser, if it may leave; what was done.
fn save(form: Form, text: &str, proof: &Proof) -> &'static str {
    if !proof.left.is_empty() {
        return "The file would contain originals, so it wasn\u{2019}t saved.";
    }
    let (name, kind, said) = match form {
        Form::Html => ("maillens-reply.html", "text/html", "Saved as a web page."),
        Form::Csv => ("maillens-attempts.csv", "text/csv", "The attempts were saved as a table."),
        _ => ("maillens.json", "application/json", "Saved as data."),
    };
    clipboard::save(name, kind, text);
    said
}
