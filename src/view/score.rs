//! The score of a look for spam against the limit, and what the rules that were met are about.

use super::CollectAny;
use super::words;
use leptos::prelude::*;
use maillens::export::Trace;
use maillens::knowledge::spamassassin::{About, rule};

/// The groups of rules: what can be corrected comes first.
const GROUPS: [(&str, &[About]); 5] = [
    ("About the sender\u{2019}s setup", &[About::SetUp, About::Making]),
    ("About the content", &[About::Content]),
    ("A list or rule of this server", &[About::Site]),
    ("In the message\u{2019}s favor", &[About::Welcome]),
    ("Counts neither way", &[About::Neutral]),
];

/// The picture of a scan with a score; other traces have none.
pub fn score(trace: &Trace) -> Option<AnyView> {
    let scan = trace.scan.as_ref()?;
    let (score, required) = (scan.score?, scan.required.filter(|required| required.is_finite())?);
    if !score.is_finite() {
        return None;
    }
    let spam = scan.spam.unwrap_or(score >= required);
    let low = score.min(0.0);
    let high = (required * 1.6).max(score * 1.08).max(1.0);
    let place = |at: f64| 100.0 * (at - low) / (high - low);
    let (zero, limit, end) = (place(0.0), place(required), place(score));
    let (from, to) = (zero.min(end), zero.max(end));
    let tone = if spam { "failed" } else { "delivered" };
    let over = score - required;
    let says = if over >= 0.0 {
        format!(
            "{} points, {} over the limit of {}",
            words::points(score),
            words::points(over),
            words::points(required)
        )
    } else {
        format!(
            "{} points, {} below the limit of {}",
            words::points(score),
            words::points(-over),
            words::points(required)
        )
    };
    let percent = |at: f64| format!("{at:.2}%");
    // What lies beyond the limit is what made it spam.
    let beyond = (over > 0.0).then(|| {
        view! { <span class="score-over" style:left=percent(limit) style:width=percent(end - limit)></span> }
    });
    let groups = scan.rules.as_ref().map(|rules| {
        let known: Vec<_> = rules.iter().map(|name| (name.as_str(), rule(name))).collect();
        let group = |title: &'static str, hits: Vec<(&str, String)>| {
            (!hits.is_empty()).then(|| {
                let chips =
                    hits.into_iter().map(|(name, says)| view! { <li title=says>{name.to_owned()}</li> });
                view! { <div class="rule-group"><h4>{title}</h4><ul>{chips.collect_any()}</ul></div> }
            })
        };
        let of = |abouts: &[About]| -> Vec<(&str, String)> {
            let hits = known
                .iter()
                .filter_map(|(name, rule)| Some((*name, rule.filter(|rule| abouts.contains(&rule.about))?)));
            hits.map(|(name, rule)| (name, rule.says.to_owned())).collect()
        };
        let unknown =
            known.iter().filter(|(_, rule)| rule.is_none()).map(|(name, _)| (*name, String::new())).collect();
        let groups = GROUPS.into_iter().map(|(title, abouts)| group(title, of(abouts)));
        view! { <div class="rule-groups">{groups.collect_any()}{group("Not known here", unknown)}</div> }
    });
    let points_unknown = scan.rules.as_ref().is_some_and(|rules| !rules.is_empty()).then(|| {
        view! { <p class="note">"The log names the rules but not the points of each."</p> }
    });
    Some(
        view! {
            <section class="score" data-outcome=tone aria-labelledby="its-score">
                <h3 id="its-score">{says}</h3>
                <div class="score-scale" aria-hidden="true">
                    <span class="score-line"></span>
                    <span class="score-bar" style:left=percent(from) style:width=percent(to - from)></span>
                    {beyond}
                    <span class="score-zero" style:left=percent(zero)><span>"0"</span></span>
                    <span class="limit" class:left={limit > 60.0} style:left=percent(limit)><span>{format!("spam from {}", words::points(required))}</span></span>
                </div>
                {groups}
                {points_unknown}
            </section>
        }
        .into_any(),
    )
}
