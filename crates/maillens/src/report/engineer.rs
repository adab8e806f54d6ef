//! What a colleague is told: codes, hosts, the numbers of the lines, and the lines themselves.

use super::document::{Block, Statement};
use crate::explain;
use crate::export::{Attempt, Trace};
use crate::log::Log;
use crate::vocabulary::{AttemptOutcome, Cited, Lasts, Level, Party, Reason, Stage, TraceType};
use std::fmt::Write;

/// From how many cited lines on the rest is left out of a report.
const MOST_LINES: usize = 200;

/// What a colleague is told of one trace.
pub(super) fn engineer(blocks: &mut Vec<Block>, log: &Log, trace: &Trace) {
    let explanation = &trace.explanation;
    let cites = &explanation.cites;
    blocks.push(Block::Title(Statement::new(&explanation.headline, cites)));
    blocks.push(Block::Paragraph(vec![Statement::new(identity(log, trace), cites)]));
    if !explanation.story.is_empty() {
        blocks.push(Block::Heading("What happened".into()));
        let told = explanation.story.iter().map(|sentence| {
            let time = sentence.shown.as_deref().map_or_else(String::new, |shown| format!("{shown}: "));
            let mark = match sentence.level {
                Level::Permanent | Level::Alert => "Failed. ",
                Level::Warning => "Note. ",
                _ => "",
            };
            Statement::new(format!("{time}{mark}{}", sentence.text), &sentence.lines)
        });
        blocks.push(Block::List(told.collect()));
    }
    if !trace.attempts.is_empty() {
        blocks.push(Block::Heading("Attempts".into()));
        blocks.push(Block::List(attempts(trace)));
    }
    blocks.push(Block::Heading("Who must act".into()));
    blocks.push(Block::Paragraph(vec![Statement::new(responsible(trace), cites)]));
    let mut next: Vec<Statement> = explanation
        .next
        .iter()
        .map(|step| Statement { command: step.command.clone(), ..Statement::new(&step.text, cites) })
        .collect();
    next.extend(
        explanation.missing.iter().map(|missing| Statement::new(format!("Not in the log: {missing}"), cites)),
    );
    if !next.is_empty() {
        blocks.push(Block::Heading("Next steps".into()));
        blocks.push(Block::List(next));
    }
    let mut lines: Vec<u32> =
        explanation.story.iter().flat_map(|told| told.lines.iter()).chain(cites.iter()).copied().collect();
    lines.sort_unstable();
    lines.dedup();
    blocks.push(Block::Heading("The lines".into()));
    if lines.len() > MOST_LINES {
        let text = format!("The first {MOST_LINES} of {} lines that this rests on.", lines.len());
        blocks.push(Block::Paragraph(vec![Statement::new(text, cites)]));
    }
    blocks.push(Block::Log(log.pasted_lines(lines.into_iter().take(MOST_LINES)).collect()));
}

/// What identifies a trace, in one sentence.
fn identity(log: &Log, trace: &Trace) -> String {
    let mut parts = vec![format!("Format {}", trace.format)];
    let known = [
        ("id", trace.id.clone()),
        ("sender", trace.sender.clone().map(|sender| format!("<{sender}>"))),
        ("size", trace.bytes.map(|bytes| format!("{bytes} bytes"))),
        ("Message-ID", trace.message_id.clone()),
        ("user", trace.user.clone()),
        ("client", trace.client.clone()),
        ("began", explain::when(log, trace.first_line).map(|at| at.to_string())),
    ];
    parts.extend(
        known
            .into_iter()
            .filter_map(|(name, value)| Some(format!("{name} {}", value.filter(|value| !value.is_empty())?))),
    );
    parts.push(format!("lines {} to {}", trace.first_line, trace.last_line));
    parts.join("; ") + "."
}

/// The attempts; those in a row that came out alike are told as one.
fn attempts(trace: &Trace) -> Vec<Statement> {
    let alike =
        |a: &Attempt, b: &Attempt| (&a.recipient, a.outcome, &a.text) == (&b.recipient, b.outcome, &b.text);
    let mut told = Vec::new();
    for run in trace.attempts.chunk_by(alike) {
        let attempt = &run[run.len() - 1];
        let outcome = match attempt.outcome {
            AttemptOutcome::Success => "success",
            AttemptOutcome::Deferral => "deferred",
            AttemptOutcome::Failure => "failed",
            AttemptOutcome::Open => "no result in the log",
        };
        let mut text =
            format!("{}: {outcome}", attempt.recipient.as_deref().unwrap_or("(no recipient named)"));
        if run.len() > 1 {
            let _ = write!(text, ", {} times", run.len());
        }
        for (name, value) in [
            ("delivery", attempt.delivery.as_deref()),
            ("way", attempt.channel.as_deref()),
            ("server", attempt.remote.as_deref()),
            ("reason", attempt.reason.map(Reason::name)),
            ("code", attempt.code.as_deref()),
            ("status", attempt.status.as_deref()),
            ("at", attempt.shown.as_deref()),
        ] {
            if let Some(value) = value.filter(|value| !value.is_empty()) {
                let _ = write!(text, "; {name} {value}");
            }
        }
        if let Some(said) = attempt.text.as_deref().filter(|said| !said.is_empty()) {
            let _ = write!(text, "; “{said}”");
        }
        let lines = run.iter().flat_map(|tried| [Some(tried.start_line), tried.end_line]).flatten();
        told.push(Statement::new(text, &Cited::new(run[0].start_line, lines)));
    }
    told
}

/// Who must act, where it happened, and whether waiting helps.
fn responsible(trace: &Trace) -> String {
    let party = match trace.explanation.party {
        Party::Sender => "The sender.",
        Party::Recipient => "The recipient, or the owner of the mailbox.",
        Party::OurServer => "We, on our server.",
        Party::TheirServer => "The other server's administrator.",
        Party::Dns => "The domain's DNS administrator.",
        Party::Nobody => "Nobody.",
    };
    let lasts = match trace.explanation.lasts {
        Some(Lasts::Temporary) => " It is temporary: it is tried again, or can be tried again.",
        Some(Lasts::Permanent) => " It is permanent: it stays until somebody acts.",
        None => "",
    };
    let stage = match trace.explanation.stage {
        Stage::Sender => "the sender",
        Stage::OurServer => "our server",
        Stage::Queue => "our queue",
        Stage::Dns => "the lookup in DNS",
        Stage::TheirServer => "their server",
        Stage::Mailbox => "the mailbox",
    };
    // What a server or a tool reports of itself is on no way.
    match trace.kind {
        TraceType::Event => format!("{party}{lasts}"),
        TraceType::Dialogue if trace.explanation.stage == Stage::OurServer => format!("{party}{lasts}"),
        _ => format!("{party}{lasts} Got as far as: {stage}."),
    }
}
