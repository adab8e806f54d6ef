//! What the recipient's provider needs, to be sent on as it is: the exact reply, the server, the time with its seconds
//! and zone, and the ids under which both sides have the message. In English, and without a word about our insides.

use super::document::{Block, Statement};
use crate::explain;
use crate::export::{Attempt, Trace};
use crate::log::Log;
use crate::time::{in_zone, zone::Zone};
use crate::vocabulary::{AttemptOutcome, Cited, Party, TraceType};

/// What is sent on about one trace; nothing where no other server was asked. What was accepted is asked about where all
/// went `well`: beside trouble, nobody says that it's missing.
pub(super) fn forward(log: &Log, blocks: &mut Vec<Block>, trace: &Trace, well: bool) {
    // What is ours to mend is no matter of theirs.
    if trace.kind != TraceType::Message || trace.explanation.party == Party::OurServer {
        return;
    }
    let theirs = |tried: &&Attempt| explain::is_remote(tried) && tried.outcome != AttemptOutcome::Open;
    let mut last: Vec<&Attempt> = Vec::new();
    let mut asked: Vec<&Attempt> = Vec::new();
    for tried in trace.attempts.iter().filter(theirs) {
        let Some(at) = last.iter().position(|other| other.recipient == tried.recipient) else {
            last.push(tried);
            asked.push(tried);
            continue;
        };
        last[at] = tried;
        // What came to no server after one that did says only that it wasn't asked again.
        if tried.remote.is_some() || asked[at].remote.is_none() {
            asked[at] = tried;
        }
    }
    for (fate, tried) in last.into_iter().zip(asked) {
        let cites = Cited::new(tried.start_line, tried.end_line);
        let to = tried.recipient.as_deref().unwrap_or("one of your users");
        // Who gave no answer refused nothing.
        let gave_up = match fate.outcome {
            AttemptOutcome::Deferral => super::has_left(log, trace),
            AttemptOutcome::Failure => fate.code.is_none(),
            _ => false,
        };
        let (title, ask) = match fate.outcome {
            AttemptOutcome::Success if !well => continue,
            AttemptOutcome::Success => (
                format!("A message to {to} that your server accepted"),
                "The recipient can't find this message. Could you check what happened to it after your server accepted it?",
            ),
            _ if gave_up => (
                format!("Mail to {to} didn't arrive"),
                "Our server couldn't deliver this message to yours and gave up. Could you check why?",
            ),
            AttemptOutcome::Deferral => (
                format!("Mail to {to} is delayed"),
                "Our server can't deliver this message to yours at the moment and keeps trying. Could you check why?",
            ),
            _ => (
                format!("Mail to {to} was refused"),
                "Our server couldn't deliver this message to yours. Could you check why, and tell us if we need to change something?",
            ),
        };
        blocks.push(Block::Title(Statement::new(title, &cites)));
        blocks.push(Block::Paragraph(vec![Statement::new(ask, &cites)]));
        let known = [
            ("Sender", trace.sender.clone().filter(|sender| !sender.is_empty())),
            ("Recipient", tried.recipient.clone()),
            ("Message-ID", trace.message_id.clone()),
            ("Our queue ID", trace.id.clone()),
            ("Your server", tried.remote.clone()),
            ("Time", time(tried)),
            ("Reply", tried.text.as_deref().map(|text| format!("\u{201c}{}\u{201d}", text.trim()))),
            ("Your queue ID", tried.remote_id.clone()),
        ];
        let facts = known.into_iter().filter_map(|(name, value)| {
            let value = value.filter(|value| !value.is_empty())?;
            Some(Statement::new(format!("{name}: {value}"), &cites))
        });
        blocks.push(Block::List(facts.collect()));
    }
}

/// When it was, as the log has it; a time in bare seconds as a calendar has it.
fn time(tried: &Attempt) -> Option<String> {
    let shown = tried.shown.clone().filter(|shown| shown.contains(':'));
    shown.or_else(|| Some(in_zone(tried.at?.checked_mul(1_000_000_000)?, 0, &Zone::utc())))
}
