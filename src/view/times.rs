//! In which zone times are shown, what was assumed where the log does not say, and what was mended.

use super::super::keys::has_mends;
use super::super::state::State;
use super::CollectAny;
use super::words;
use leptos::prelude::*;
use maillens::export::Assumed;

/// Chooses the zone in which times are shown.
pub fn shown(state: State) -> AnyView {
    let here = maillens_zones::here();
    let mut first = vec![(String::new(), "as written".to_owned()), ("UTC".into(), "UTC".into())];
    if here != "UTC" {
        first.push((here.clone(), format!("here: {}", place(&here))));
    }
    let now = move || state.times.with(|times| times.show.clone().unwrap_or_default());
    let pick = move |name: String| {
        state.times.update(|times| times.show = Some(name).filter(|name| !name.is_empty()));
    };
    view! { <label class="times"><span>"Times"</span> {select(first, now, pick)}</label> }.into_any()
}

/// What the lines do not say about time and was assumed: said, and open to change.
pub fn assumed(state: State) -> AnyView {
    let lacks = move |what: Assumed| {
        Memo::new(move |_| state.summary.with(|s| s.as_ref().is_some_and(|s| s.assumed.contains(&what))))
    };
    let (zone, year) = (lacks(Assumed::Zone), lacks(Assumed::Year));
    let mends = Memo::new(move |_| has_mends(state));
    (move || {
        (zone.get() || year.get() || mends.get()).then(|| {
            view! {
                <div class="assumed">
                    {zone.get().then(|| source_zone(state))}
                    {year.get().then(|| source_year(state))}
                    {mends.get().then(|| mended(state))}
                </div>
            }
        })
    })
    .into_any()
}

fn source_zone(state: State) -> AnyView {
    let here = maillens_zones::here();
    let mut first = vec![("UTC".to_owned(), "UTC".to_owned())];
    if here != "UTC" {
        first.push((here.clone(), place(&here)));
    }
    let now = move || state.times.with(|times| times.source.clone());
    let pick = move |name: String| state.times.update(|times| times.source = name);
    view! { <label>"The times name no zone. They are taken as " {select(first, now, pick)}</label> }
        .into_any()
}

fn source_year(state: State) -> AnyView {
    let now = move || state.times.with(|times| times.year.map(|year| year.to_string()).unwrap_or_default());
    let pick = move |event: web_sys::Event| {
        let year = event_target_value(&event).parse().ok();
        state.times.update(|times| times.year = year);
    };
    view! {
        <label>
            "They name no year. Year of the first: "
            <input type="number" min="1990" max="2100" placeholder="last possible" prop:value=now on:change=pick/>
        </label>
    }
    .into_any()
}

/// How many lines were mended and of what, and the switch that leaves them as they were pasted.
fn mended(state: State) -> AnyView {
    let told = move || {
        state.summary.with(|summary| {
            let summary = summary.as_ref().filter(|_| state.times.with(|times| times.mend))?;
            let were = if summary.mended == 1 { "was" } else { "were" };
            let kinds: Vec<String> = summary
                .damage
                .iter()
                .map(|&(damage, lines)| format!("{} in {}", words::undone(damage), words::number(lines)))
                .collect();
            Some(view! {
                <details class="more">
                    <summary>{format!("{} {were} repaired", words::count(summary.mended, "line"))}</summary>
                    <ul>{kinds.into_iter().map(|kind| view! { <li>{kind}</li> }).collect_any()}</ul>
                </details>
            })
        })
    };
    view! {
        <div class="mends">
            {told}
            <label>
                <input
                    type="checkbox" id="mend" prop:checked=move || state.times.with(|times| times.mend)
                    on:change=move |event| state.times.update(|times| times.mend = event_target_checked(&event))
                />
                "Undo what the ticket system did to the log"
            </label>
        </div>
    }
    .into_any()
}

/// A select of zones. The 400 that are not `first` are listed when somebody is about to choose.
fn select(
    first: Vec<(String, String)>,
    now: impl Fn() -> String + Send + Sync + 'static,
    pick: impl Fn(String) + 'static,
) -> AnyView {
    let opened = RwSignal::new(false);
    // Commands and the address choose as well, so what is chosen is not only what was picked here.
    let chosen = Memo::new(move |_| now());
    let option = move |name: String, label: String| {
        let selected = {
            let name = name.clone();
            move || chosen.with(|chosen| *chosen == name)
        };
        view! { <option value=name prop:selected=selected>{label}</option> }
    };
    let known: Vec<String> = first.iter().map(|(name, _)| name.clone()).collect();
    let first = first.into_iter().map(move |(name, label)| option(name, label));
    let rest = move || {
        let names = if opened.get() { maillens_zones::names() } else { vec![chosen.get()] };
        let names: Vec<String> = names.into_iter().filter(|name| !known.contains(name)).collect();
        let groups = names.chunk_by(|a, b| continent(a) == continent(b)).map(|group| {
            let options = group.iter().map(|name| option(name.clone(), place(name)));
            view! { <optgroup label=continent(&group[0]).to_owned()>{options.collect_any()}</optgroup> }
        });
        groups.collect_any()
    };
    view! {
        <select
            on:pointerdown=move |_| opened.set(true) on:focus=move |_| opened.set(true)
            on:change=move |event| pick(event_target_value(&event))
        >
            {first.collect_any()}
            {rest}
        </select>
    }
    .into_any()
}

fn continent(zone: &str) -> &str {
    zone.split('/').next().unwrap_or(zone)
}

fn place(zone: &str) -> String {
    zone.replace('_', " ")
}
