//! Log lines with every part marked, and what each part means: pointed at, by keyboard, and as a list.

use super::super::keys;
use super::super::state::{Mark, State};
use super::CollectAny;
use super::{glossary, words};
use leptos::html::Div;
use leptos::prelude::*;
use maillens::export::{Line, Token};
use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, HtmlElement, KeyboardEvent};

/// Parts of four kinds have colours of their own: numbers that tie lines together, who, where, how it went.
const KINDS: &[(&str, &[&str])] = &[
    ("token is-id", &["message", "delivery", "queued", "session", "message-id", "pid"]),
    ("token is-who", &["sender", "recipient", "original-recipient", "address", "user"]),
    ("token is-where", &["host", "remote", "ip", "client", "port"]),
    ("token is-how", &["state", "code", "status", "reply"]),
];

/// How a part looks; all others look alike.
fn class(token: &Token) -> &'static str {
    if token.name == "?" {
        return "token unknown";
    }
    KINDS.iter().find(|(_, roles)| roles.contains(&&*token.role)).map_or("token", |(class, _)| class)
}

/// A line with its tokens marked; with `steps` they can be pointed at and stepped through, without them only
/// those that stand out are elements. `marks` is where the search stands in it.
pub fn marked(line: &Line, marks: &[[u32; 2]], steps: bool) -> AnyView {
    let mut parts: Vec<AnyView> = Vec::with_capacity(line.tokens.len() * 2 + 1);
    let (mut done, mut end) = (0, 0);
    // A part with foreign letters is always one of its own: they must move nothing else.
    let all = steps || !line.text.is_ascii();
    for (i, token) in line.tokens.iter().enumerate() {
        let (from, to) = (token.at[0] as usize, token.at[1] as usize);
        if from < end || line.text.get(from..to).is_none() {
            continue;
        }
        end = to;
        let class = class(token);
        if all || class != "token" {
            parts.push(between(&line.text, done..from, marks));
            parts.push(part(i, token, class, &line.text, marks, steps));
            done = to;
        }
    }
    parts.push(between(&line.text, done..line.text.len(), marks));
    let class = if line.format.is_none() { "text unread" } else { "text" };
    view! { <code class=class>{parts}</code> }.into_any()
}

/// Text between tokens. Like a token it stands for itself: marks of writing from right to left, which a
/// stranger can put into a log, move nothing else.
fn between(line: &str, at: Range<usize>, marks: &[[u32; 2]]) -> AnyView {
    let text = line.get(at.clone()).unwrap_or_default();
    let turned = is_turned(text);
    let plain = text.is_ascii();
    let parts = found(line, at, marks);
    if plain { parts } else { view! { <bdi class:turned=turned>{parts}</bdi> }.into_any() }
}

/// True for text with marks that turn the direction of writing round. An isolate that such a text opens
/// would take the end of its element for its own, so the element must be a box.
fn is_turned(text: &str) -> bool {
    text.contains(|letter| matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
}

/// A stretch of a line in which what the search found stands out.
fn found(text: &str, at: Range<usize>, marks: &[[u32; 2]]) -> AnyView {
    let part = |at: Range<usize>| text.get(at).unwrap_or_default().to_owned();
    let inside = |&[from, to]: &[u32; 2]| {
        let (from, to) = ((from as usize).max(at.start), (to as usize).min(at.end));
        (from < to).then_some(from..to)
    };
    let mut marks = marks.iter().filter_map(inside).peekable();
    if marks.peek().is_none() {
        return part(at.clone()).into_any();
    }
    let mut parts: Vec<AnyView> = Vec::new();
    let mut done = at.start;
    for mark in marks {
        parts.push(part(done..mark.start).into_any());
        done = mark.end;
        parts.push(view! { <mark>{part(mark)}</mark> }.into_any());
    }
    parts.push(part(done..at.end).into_any());
    parts.into_any()
}

fn part(
    i: usize,
    token: &Token,
    class: &'static str,
    line: &str,
    marks: &[[u32; 2]],
    steps: bool,
) -> AnyView {
    let at = token.at[0] as usize..token.at[1] as usize;
    let text = line.get(at.clone()).unwrap_or_default();
    let class = if is_turned(text) { format!("{class} turned").into() } else { Cow::Borrowed(class) };
    let found = found(line, at, marks);
    if steps {
        let label = format!("{text}: {}", token.says);
        view! { <span class=class role="button" tabindex="-1" data-token=i.to_string() aria-label=label>{found}</span> }
            .into_any()
    } else {
        view! { <span class=class>{found}</span> }.into_any()
    }
}

/// A box around marked lines in which their parts can be pointed at, with the list of meanings beside.
pub fn reader(state: State, lines: AnyView, held: Vec<Arc<Line>>) -> AnyView {
    let node = NodeRef::<Div>::new();
    let tip = RwSignal::new(None::<(f64, f64, String)>);
    let held = StoredValue::new(held);
    let line =
        move |number: u32| held.with_value(|held| held.iter().find(|line| line.line == number).cloned());

    Effect::new(move |_| {
        let mark = state.mark.get();
        if let Some(root) = node.get() {
            tip.set(show(&root, mark, line(mark.line)));
            // The entry is marked a moment later, by its own signal.
            request_animation_frame(move || follow(&root));
        }
    });
    let point = move |target: Option<EventTarget>| {
        if let Some(mark) = target.as_ref().and_then(mark_of)
            && mark != state.mark.get_untracked()
        {
            state.mark.set(mark);
        }
    };
    let away = move || state.mark.update(|mark| mark.token = None);
    let press = move |target: Option<EventTarget>| {
        if let Some(part) = target.as_ref().filter(|part| mark_of(part).is_some()) {
            // Where the meanings come up from below, what was tapped stays above them.
            keys::into_view(part.unchecked_ref());
            point(target);
        } else {
            away();
        }
    };
    let over = move |event: web_sys::PointerEvent| {
        // A finger that scrolls the page points at nothing.
        if event.pointer_type() == "touch" {
            return;
        }
        let target = event.target();
        let on_tip = target
            .as_ref()
            .and_then(|t| t.dyn_ref::<Element>())
            .and_then(|e| e.closest(".tip").ok())
            .flatten()
            .is_some();
        if target.as_ref().and_then(mark_of).is_some() {
            point(target);
        } else if !on_tip && state.mark.get_untracked().token.is_some() {
            away();
        }
    };
    let keys = move |event: KeyboardEvent| {
        let Some(root) = node.get_untracked() else { return };
        if event.key() == "Escape" {
            away();
        } else if let Some(next) = step(&root, &event) {
            event.prevent_default();
            let _ = next.focus();
        }
    };
    let meanings = Memo::new(move |_| state.mark.get().line);
    view! {
        <div class="reader">
            <div
                class="reader-lines" node_ref=node
                on:pointerover=over on:pointerleave=move |_| away()
                on:focusin=move |event| press(event.target()) on:click=move |event| press(event.target())
                on:keydown=keys
            >
                {lines}
                {move || tip.get().map(|(x, y, says)| view! {
                    <div class="tip" aria-hidden="true" style:left=format!("{x}px") style:top=format!("{y}px")>{says}</div>
                })}
            </div>
            <div class="meanings" aria-label="What each part means" role="region" tabindex="0">
                {move || line(meanings.get()).map(|line| list(state, &line))}
            </div>
        </div>
    }
    .into_any()
}

/// The parts of a line and their meanings.
fn list(state: State, line: &Arc<Line>) -> AnyView {
    let number = line.line;
    let mut seen = glossary::Seen::default();
    let entries = line.tokens.iter().enumerate().map(|(i, token)| {
        let on = move || state.mark.get() == Mark { line: number, token: Some(i) };
        view! {
            <div
                class:on=on
                on:pointerenter=move |_| state.mark.set(Mark { line: number, token: Some(i) })
                on:pointerleave=move |_| state.mark.set(Mark { line: number, token: None })
            >
                <dt>{token.text.clone()}</dt>
                <dd>{glossary::words(state, &token.says, &mut seen)}</dd>
            </div>
        }
    });
    let says = line.says.clone().unwrap_or_else(|| {
        if line.format.is_none() { "This line wasn\u{2019}t understood.".into() } else { String::new() }
    });
    view! {
        <h3>
            {format!("Line {}", words::number(number))}
            {line.format.as_ref().map(|format| view! { <span class="format">{words::format(format)}</span> })}
        </h3>
        <p>{says}</p>
        {mended(state, line)}
        <dl>{entries.collect_any()}</dl>
    }
    .into_any()
}

/// What was undone in a line before it was read.
fn mended(state: State, line: &Line) -> Option<AnyView> {
    if line.mended.is_empty() {
        return None;
    }
    let undone = line.mended.iter().map(|&damage| words::undone(damage)).collect::<Vec<_>>().join("; ");
    let head = line.continues.map(|head| {
        let text = format!("Show line {}", words::number(head));
        view! { <button type="button" class="link" on:click=move |_| state.show_line(head)>{text}</button> }
    });
    Some(view! { <p class="mended">{format!("Undone to read it: {undone}. ")}{head}</p> }.into_any())
}

/// Shows the mark in the lines below `root` and says where its meaning is to stand.
///
/// It works on the elements themselves: a signal for each of thousands of parts would cost more than
/// finding the two that change.
fn show(root: &HtmlElement, mark: Mark, line: Option<Arc<Line>>) -> Option<(f64, f64, String)> {
    each(root, ".token.on", |old| drop(old.class_list().remove_1("on")));
    each(root, ".dim", |old| drop(old.class_list().remove_1("dim")));
    each(root, ".token[tabindex='0']", |old| drop(old.set_attribute("tabindex", "-1")));
    let line_part = root.query_selector(&format!("[data-line='{}']", mark.line)).ok().flatten();
    let within = line_part.as_ref().unwrap_or(root);
    let place = mark.token.unwrap_or(0);
    let part = within
        .query_selector(&format!("[data-token='{place}']"))
        .ok()
        .flatten()
        .or_else(|| root.query_selector("[data-token]").ok().flatten())?;
    // One stop for the Tab key in all the lines; the arrow keys do the rest.
    let _ = part.set_attribute("tabindex", "0");
    mark.token?;
    let _ = part.class_list().add_1("on");
    if let Some(line_part) = line_part {
        let _ = line_part.class_list().add_1("dim");
    }
    let (part, root) = (part.get_bounding_client_rect(), root.get_bounding_client_rect());
    let says = line?.tokens.get(place)?.says.clone();
    let widest = (root.width() - 320.0).max(0.0);
    Some(((part.left() - root.left()).clamp(0.0, widest), part.bottom() - root.top(), says))
}

/// Scrolls the list of meanings, and nothing else, to the entry that is marked.
fn follow(root: &HtmlElement) {
    let list = root.next_element_sibling().and_then(|list| list.dyn_into::<HtmlElement>().ok());
    let entry = list.as_ref().and_then(|list| list.query_selector(".on").ok().flatten());
    if let (Some(list), Some(entry)) = (list, entry) {
        let (outer, inner) = (list.get_bounding_client_rect(), entry.get_bounding_client_rect());
        if inner.top() < outer.top() || inner.bottom() > outer.bottom() {
            list.set_scroll_top(
                list.scroll_top() + (inner.top() - outer.top() - outer.height() / 3.0) as i32,
            );
        }
    }
}

fn each(root: &HtmlElement, selector: &str, act: impl Fn(&Element)) {
    if let Ok(found) = root.query_selector_all(selector) {
        for i in 0..found.length() {
            if let Some(element) = found.item(i).and_then(|node| node.dyn_into::<Element>().ok()) {
                act(&element);
            }
        }
    }
}

/// The token that an event happened on.
fn mark_of(target: &EventTarget) -> Option<Mark> {
    let part = target.dyn_ref::<Element>()?.closest("[data-token]").ok()??;
    let line = part.closest("[data-line]").ok()??;
    let number =
        |element: &Element, name: &str| element.get_attribute(name).and_then(|value| value.parse().ok());
    Some(Mark {
        line: number(&line, "data-line")?,
        token: number(&part, "data-token").map(|n: u32| n as usize),
    })
}

/// Where an arrow key leads from the part that has the focus.
fn step(root: &HtmlElement, event: &KeyboardEvent) -> Option<HtmlElement> {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return None;
    }
    let here: Element = event.target()?.dyn_into().ok()?;
    let from = here.closest("[data-token]").ok()??;
    let line = from.closest("[data-line]").ok()??;
    let of = |within: &Element| -> Vec<Element> {
        let Ok(found) = within.query_selector_all("[data-token]") else { return Vec::new() };
        (0..found.length()).filter_map(|i| found.item(i)).filter_map(|node| node.dyn_into().ok()).collect()
    };
    let parts = match event.key().as_str() {
        "Home" | "End" => of(&line),
        _ => of(root),
    };
    let place = parts.iter().position(|part| *part == from)?;
    let line_of = |part: &Element| part.closest("[data-line]").ok().flatten();
    let to = match event.key().as_str() {
        "ArrowRight" => place + 1,
        "ArrowLeft" => place.checked_sub(1)?,
        "Home" => 0,
        "End" => parts.len() - 1,
        "ArrowDown" => (place..parts.len()).find(|&i| line_of(&parts[i]).as_ref() != Some(&line))?,
        "ArrowUp" => {
            let last = (0..place).rev().find(|&i| line_of(&parts[i]).as_ref() != Some(&line))?;
            let above = line_of(&parts[last]);
            (0..=last).find(|&i| line_of(&parts[i]) == above)?
        }
        _ => return None,
    };
    parts.get(to)?.clone().dyn_into().ok()
}

/// Brings the line with this number into view; false when it is not among the lines shown.
pub fn reveal(line: u32) -> bool {
    let Ok(Some(element)) = document().query_selector(&format!(".log-line[data-line='{line}']")) else {
        return false;
    };
    keys::into_view(&element);
    true
}
