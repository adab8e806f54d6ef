//! The page in a frame of another site: it takes a log by a message and sends what it answers back by one.
//!
//! Only a build that names the sites does so (`cargo xtask build --embed-from`), only in a frame, and only at `#embed`.
//! Messages of others are not looked at, and answers go to nobody else.

use super::protocol::Ask;
use super::state::State;
use js_sys::{JSON, Object, Reflect};
use leptos::prelude::*;
use serde_json::json;
use web_sys::MessageEvent;

/// The element of such a build: its content is the origins, with a space between two.
const ORIGINS: &str = "meta[name=maillens-embed-from]";

/// Serves the site that frames the page, where one may.
pub fn serve(state: State) {
    let origins =
        document().query_selector(ORIGINS).ok().flatten().and_then(|meta| meta.get_attribute("content"));
    let (Some(origins), Ok(Some(site))) = (origins, window().parent()) else { return };
    let hash = window().location().hash().unwrap_or_default();
    if Object::is(&site, &window()) || hash != "#embed" {
        return;
    }
    // Who asked last, which is one of these origins.
    let asker = StoredValue::new(None::<String>);
    let send = {
        let site = StoredValue::new_local(site.clone());
        move |message: &serde_json::Value| {
            if let (Some(to), Ok(message)) = (asker.get_value(), JSON::parse(&message.to_string())) {
                let _ = site.with_value(|site| site.post_message(&message, &to));
            }
        }
    };
    let heard = window_event_listener(leptos::ev::message, {
        let site = site.clone();
        move |event: MessageEvent| {
            let from = event.origin();
            let is_site = event.source().is_some_and(|source| Object::is(&source, &site));
            let word = |name: &str| Reflect::get(&event.data(), &name.into()).ok()?.as_string();
            if !is_site || !origins.split(' ').any(|origin| origin == from) {
                return;
            }
            if let ("read", Some(log)) = (word("maillens").unwrap_or_default().as_str(), word("log")) {
                asker.set_value(Some(from));
                state.read_text(&log.into(), &word("name").unwrap_or_else(|| "The ticket".into()));
            }
        }
    });
    on_cleanup(move || heard.remove());
    // The reply is written for whatever message is chosen.
    let wanted = Memo::new(move |_| state.wanted_reply());
    Effect::new(move |_| {
        state.reading_number.track();
        if let Some(wanted) = wanted.get() {
            state.ask(Ask::Reply(wanted));
        }
    });
    Effect::new(move |_| {
        let (Some(story), Some(reply)) = (state.story.get(), state.reply.get()) else { return };
        // One of another message, or of another log, is on its way out.
        if reply.wanted.trace != story.trace.trace {
            return;
        }
        let of = &story.trace.explanation;
        send(&json!({
            "maillens": "answer",
            "headline": of.headline,
            "outcome": story.trace.outcome,
            "who": of.party,
            "next": of.next,
            "reply": reply.text,
        }));
    });
    // What can't be explained is answered too, with why.
    Effect::new(move |_| {
        let nothing = state.outcomes.with(|all| all.iter().all(|(_, traces)| *traces == 0));
        let read = state.summary.with(Option::is_some) && nothing;
        let why = state.trouble.get().or_else(|| read.then(|| "There is no log in this text.".into()));
        if let Some(why) = why {
            send(&json!({ "maillens": "trouble", "why": why }));
        }
    });
    // It holds nothing, so whoever frames the page may hear it.
    if let Ok(ready) = JSON::parse("{\"maillens\":\"ready\"}") {
        let _ = site.post_message(&ready, "*");
    }
}
