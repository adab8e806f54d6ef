//! What is said holds no character that hides or turns round what stands after it: all that these modules say
//! passes here. The lines themselves stay as they were pasted.
//!
//! Where a quotation at the end of a sentence ends one of its own, one full stop is enough.

use crate::export::{Attempt, Explanation, Line, Link, Notice, Row, Scan, Sentence, Step, Trace};
use crate::text::hidden::named;
use std::borrow::Cow;

fn text(text: &mut String) {
    if let Cow::Owned(named) = named(text) {
        *text = named;
    }
    for end in [".\u{201d}.", "!\u{201d}.", "?\u{201d}."] {
        if text.contains(end) {
            *text = text.replace(end, &end[..end.len() - 1]);
        }
    }
}

fn texts<'a>(all: impl IntoIterator<Item = &'a mut String>) {
    all.into_iter().for_each(text);
}

/// A trace with its explanation.
pub(super) fn trace(mut trace: Trace) -> Trace {
    let Trace { id, sender, message_id, user, client, scan, attempts, links, explanation, .. } = &mut trace;
    texts([id, sender, message_id, user, client].into_iter().flatten());
    if let Some(Scan { rules, mid, spam: _, score: _, required: _, size: _ }) = scan {
        texts(mid.iter_mut().chain(rules.iter_mut().flatten()));
    }
    attempts.iter_mut().for_each(attempt);
    texts(links.iter_mut().filter_map(|Link { doubt, how: _, trace: _ }| doubt.as_mut()));
    let Explanation {
        headline,
        story,
        next,
        missing,
        cites: _,
        stage: _,
        party: _,
        lasts: _,
        circumstance: _,
        cause: _,
        confidence: _,
        evidence: _,
    } = explanation;
    text(headline);
    texts(story.iter_mut().map(|Sentence { text, shown: _, lines: _, level: _ }| text));
    for Step { text: step, command } in next {
        text(step);
        texts(command);
    }
    texts(missing);
    trace
}

fn attempt(attempt: &mut Attempt) {
    let Attempt {
        delivery,
        recipient,
        original_recipient,
        channel,
        code,
        status,
        remote,
        remote_id,
        text,
        ..
    } = attempt;
    texts(
        [delivery, recipient, original_recipient, channel, code, status, remote, remote_id, text]
            .into_iter()
            .flatten(),
    );
}

/// A row of the list of traces.
pub(super) fn row(mut row: Row) -> Row {
    let Row { from, to, client, why, .. } = &mut row;
    texts([from, to, client, why].into_iter().flatten());
    row
}

/// What a line and its parts say.
pub(super) fn line(mut line: Line) -> Line {
    texts(&mut line.says);
    texts(line.tokens.iter_mut().map(|token| &mut token.says));
    line
}

/// A notice about the whole paste.
pub(super) fn notice(mut notice: Notice) -> Notice {
    text(&mut notice.text);
    notice
}
