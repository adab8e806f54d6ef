//! The mail flow as a strip of stations: which were passed, where it stands or stopped.

use super::CollectAny;
use super::{glyph, words};
use leptos::prelude::*;
use maillens::export::{Attempt, AttemptOutcome, Outcome, Stage, Trace, TraceType};
use std::cmp::Ordering;

const STATIONS: [Stage; 6] =
    [Stage::Sender, Stage::OurServer, Stage::Queue, Stage::Dns, Stage::TheirServer, Stage::Mailbox];

/// The strip of a message; other traces have none.
pub fn strip(trace: &Trace) -> Option<AnyView> {
    if trace.kind != TraceType::Message {
        return None;
    }
    let reached = trace.explanation.stage;
    // Mail for a mailbox here never looks for another server.
    let stayed = |attempt: &Attempt| {
        attempt.channel.as_deref() == Some("local")
            || attempt.remote.is_none() && attempt.outcome == AttemptOutcome::Success
    };
    let local =
        trace.attempts.iter().all(stayed) && (!trace.attempts.is_empty() || reached == Stage::Mailbox);
    let stations =
        STATIONS.into_iter().filter(|stage| !local || !matches!(stage, Stage::Dns | Stage::TheirServer));
    let station = |stage: Stage| {
        let (state, said) = match stage.cmp(&reached) {
            Ordering::Less => ("passed", "passed"),
            Ordering::Greater => ("ahead", "not reached, as far as this log says"),
            Ordering::Equal => match trace.outcome {
                Outcome::Delivered => ("passed", "reached"),
                Outcome::Failed => ("here", "stopped here"),
                Outcome::Partial => ("here", "partly stopped here"),
                Outcome::Deferred => ("here", "waiting here"),
                Outcome::Open | Outcome::Unknown => ("here", "last seen here"),
            },
        };
        let mark = (state == "here").then(|| glyph::glyph(trace.outcome));
        view! {
            <li data-state=state>
                <span class="stop" aria-hidden="true">{mark}</span>
                <span class="station">{words::stage(stage)}</span>
                <span class="visually-hidden">{format!(": {said}")}</span>
            </li>
        }
    };
    Some(
        view! { <ol class="strip" aria-label="How far it came" data-outcome=glyph::name(trace.outcome)>{stations.map(station).collect_any()}</ol> }
            .into_any(),
    )
}
