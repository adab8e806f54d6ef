//! The first room: one large field to paste into, and everything that can be said about it in two lines.

use super::super::examples::EXAMPLES;
use super::super::state::State;
use super::CollectAny;
use super::bar::opener;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::SecurityPolicyViolationEvent;

/// Where "prove it" tries to go.
const ELSEWHERE: &str = "https://example.com/";

/// The paste room.
pub fn room(state: State) -> AnyView {
    let field = NodeRef::<leptos::html::Textarea>::new();
    let typed = RwSignal::new(false);
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            let _ = field.focus();
        }
    });
    let read = move || {
        if let Some(field) = field.get_untracked() {
            let text = field.value();
            if !text.trim().is_empty() {
                state.read_text(&text.into(), "Typed text");
            }
        }
    };
    // Pasting is taken by the window before it gets here: a large text would block the field for seconds.
    let input =
        move |_| typed.set(field.get_untracked().is_some_and(|field| !field.value().trim().is_empty()));
    let enter = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
            event.prevent_default();
            read();
        }
    };
    let examples = EXAMPLES.iter().map(|example| {
        view! {
            <li>
                <button type="button" class="example" data-example on:click=move |_| state.read_text(&example.text.into(), example.title)>
                    <strong>{example.title}</strong>
                    <span>{example.note}</span>
                </button>
            </li>
        }
    });
    view! {
        <main class="room paste">
            <h1>"What happened to this mail?"</h1>
            {move || state.last.get().map(|name| view! {
                <p class="cleared" role="status">
                    {format!("\u{201c}{name}\u{201d} was cleared. ")}
                    <button type="button" class="link" id="undo" on:click=move |_| state.bring_back()>"Undo"</button>
                </p>
            })}
            <div class="field">
                <label class="visually-hidden" for="paste">"Mail server log"</label>
                <textarea
                    id="paste" node_ref=field spellcheck="false" autocomplete="off" autocapitalize="off"
                    placeholder="Paste log lines here: one line, one message or the whole file." aria-describedby="reads"
                    on:input=input on:keydown=enter
                ></textarea>
                <div class="field-foot">
                    <p id="reads">"You can also drop files anywhere on this page, .gz too. Reads the logs of qmail, Postfix, Exim, Sendmail, Dovecot and SpamAssassin, bounces, and SMTP sessions."</p>
                    {move || typed.get().then(|| view! { <button type="button" class="strong" on:click=move |_| read()>"Explain"</button> })}
                    {opener(state)}
                </div>
            </div>
            {promise()}
            <section aria-labelledby="examples">
                <h2 id="examples">"Or try one of these"</h2>
                <ul class="examples">{examples.collect_any()}</ul>
            </section>
            <p class="learn">
                "New to mail logs? "
                <button type="button" class="link" on:click=move |_| state.lesson.set(true)>"Learn to read them, line by line"</button>
            </p>
        </main>
    }
    .into_any()
}

/// "Nothing leaves", and the proof: the page tries, and the browser refuses.
fn promise() -> AnyView {
    let proof = RwSignal::new(None::<String>);
    let prove = move |_| {
        proof.set(Some("Trying to send a request to example.com\u{2026}".into()));
        spawn_local(async move {
            let refused = RwSignal::new(None::<String>);
            let listener = window_event_listener_untyped("securitypolicyviolation", move |event| {
                let event: SecurityPolicyViolationEvent = event.unchecked_into();
                refused.set(Some(event.effective_directive()));
            });
            let sent = JsFuture::from(window().fetch_with_str(ELSEWHERE)).await.is_ok();
            // The browser reports the refusal a moment after the request has failed.
            let later = js_sys::Promise::new(&mut |resolve, _| {
                let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, 50);
            });
            let _ = JsFuture::from(later).await;
            listener.remove();
            proof.set(Some(match (sent, refused.get_untracked()) {
                (true, _) => "A request to example.com went through. This copy of the page was changed: don\u{2019}t use it.".into(),
                (false, Some(rule)) => format!("The page tried to send a request to example.com. Your browser refused it, by the rule \u{201c}{rule} 'none'\u{201d} that this page carries. No request can leave."),
                (false, None) => "A request to example.com failed, but not because of the page\u{2019}s own rule. This copy does not carry it, or an extension was first.".into(),
            }));
        });
    };
    view! {
        <div class="promise">
            <p>
                "Nothing leaves this computer: the page is forbidden to connect to anything. "
                <button type="button" class="link" on:click=prove>"Prove it"</button>
            </p>
            <p class="proof" aria-live="polite">{move || proof.get()}</p>
        </div>
    }
    .into_any()
}
