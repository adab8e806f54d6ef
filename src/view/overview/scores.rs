//! How the scores of the looks for spam lie around the limit, and which rules pushed mail over it.

use super::super::super::state::State;
use super::super::CollectAny;
use super::super::words;
use super::bars::{self, Bar};
use leptos::prelude::*;
use maillens::overview::{Scans, Table};

/// The section in words.
pub fn says(scans: &Scans) -> String {
    format!(
        "{} of {} were called spam; {} points are enough.",
        words::number(scans.spam),
        words::count(scans.total, "mail"),
        words::points(scans.required)
    )
}

/// The columns with the limit, and the rules.
pub fn picture(state: State, scans: &Scans) -> AnyView {
    let count = scans.scores.len().max(1) as f64;
    let most = scans.scores.iter().map(|of| of.spam + of.wanted).max().unwrap_or(1).max(1);
    let height = |number: u32| 60.0 * f64::from(number) / f64::from(most);
    let columns = scans.scores.iter().enumerate().map(|(i, of)| {
        let (spam, wanted) = (height(of.spam), height(of.wanted));
        let column = |outcome: &'static str, top: f64, tall: f64| {
            view! { <rect data-outcome=outcome class="map-bar" x=format!("{:.2}", i as f64 + 0.06) width="0.88" y=format!("{top:.2}") height=format!("{tall:.2}")></rect> }
        };
        view! { {column("failed", 60.0 - spam, spam)} {column("delivered", 60.0 - spam - wanted, wanted)} }
    });
    let first = scans.scores.first().map_or(0, |of| of.from);
    let last = scans.scores.last().map_or(0, |of| of.from + 1);
    let place = |score: f64| 100.0 * (score - f64::from(first)) / count;
    let limit = place(scans.required);
    let mark = (0.0..=100.0).contains(&limit).then(|| {
        view! { <span class="limit" class:left={limit > 60.0} style:left=format!("{limit:.2}%")><span>{format!("spam from {}", words::points(scans.required))}</span></span> }
    });
    let rows = scans.scores.iter().filter(|of| of.spam + of.wanted > 0).map(|of| {
        view! { <tr><th scope="row">{format!("{} to {}", of.from, of.from + 1)}</th><td>{of.spam}</td><td>{of.wanted}</td></tr> }
    });
    let rule = |of: &maillens::overview::RuleCount| Bar {
        name: of.rule.clone(),
        query: super::value(&of.rule),
        parts: vec![("failed", of.spam), ("delivered", of.wanted)],
        numbers: match of.wanted {
            0 => format!("in {} spam", words::number(of.spam)),
            wanted => format!("in {} spam, {} other", words::number(of.spam), words::number(wanted)),
        },
        note: of
            .says
            .as_ref()
            .map(|says| if of.set_up { format!("Sender\u{2019}s setup: {says}") } else { says.clone() }),
        ..Bar::default()
    };
    let rules = Table { rows: scans.rules.rows.iter().map(rule).collect(), more: scans.rules.more };
    let rules = (!rules.rows.is_empty())
        .then(|| view! { <h3>"Rules that spam met"</h3> {bars::bars(state, &rules)} });
    view! {
        <figure class="scores">
            <div class="columns-box">
                <svg viewBox=format!("0 0 {} 60", scans.scores.len().max(1)) preserveAspectRatio="none" aria-hidden="true">{columns.collect_any()}</svg>
                {mark}
            </div>
            <figcaption class="ends"><span>{format!("{first} points")}</span><span>{format!("{last} points")}</span></figcaption>
        </figure>
        <details>
            <summary>"Scores as a table"</summary>
            <table><thead><tr><th scope="col">"Points"</th><th scope="col">"Spam"</th><th scope="col">"Other"</th></tr></thead><tbody>{rows.collect_any()}</tbody></table>
        </details>
        {rules}
    }
    .into_any()
}
