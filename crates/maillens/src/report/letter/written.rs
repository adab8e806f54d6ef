//! How a letter is written, as an email or in a chat: what stands in which paragraph, and what a chat has room for.

use super::message::{Fix, Message, Todo, speech};
use super::settle;
use super::settle::Who;
use super::shape::Letter;
use crate::knowledge::obstacle::ObstacleKind;
use crate::knowledge::situation::Case;
use crate::report::document::{Block, Statement};
use crate::vocabulary::{App, Cause, Cited, Language};

/// Advice that is no longer, in characters, stands whole in a chat.
const CHAT: usize = 200;

/// What something means is no longer, in characters, where it stands whole in a chat.
const MEANS: usize = 140;

/// So many things that happened alike are told; the others are counted.
const MOST_ALIKE: usize = 5;

/// What advice sets right in an email app.
fn fix(advice: &Message<'_>) -> Option<Fix> {
    Some(match advice {
        Message::Todo(Todo::Password | Todo::EnterPassword | Todo::NewPassword)
        | Message::CauseTodo(
            Cause::WrongPassword
            | Cause::Either
            | Cause::WrongLogin
            | Cause::Refused
            | Cause::Expired
            | Cause::NoPassword,
        )
        | Message::ObstacleTodo(
            ObstacleKind::Login
            | ObstacleKind::Expired
            | ObstacleKind::NoCredentials
            | ObstacleKind::AppPassword,
        ) => Fix::Password,
        Message::Todo(
            Todo::Authenticate
            | Todo::OtherPort
            | Todo::ProgramAuthenticates
            | Todo::TurnOnEncryption
            | Todo::MatchPorts,
        )
        | Message::CauseTodo(Cause::Plaintext | Cause::Method)
        | Message::ObstacleTodo(
            ObstacleKind::PlainPort
            | ObstacleKind::NoStarttls
            | ObstacleKind::WantsEncryption
            | ObstacleKind::Method
            | ObstacleKind::NeedsLogin
            | ObstacleKind::Silent
            | ObstacleKind::TurnedAway
            | ObstacleKind::HungUp,
        ) => Fix::Outgoing,
        Message::Todo(Todo::CheckAddress) => Fix::Autocomplete,
        _ => return None,
    })
}

/// Advice about one message as it's given about several.
pub(super) fn in_plural(todo: &mut [Message<'_>]) {
    let waits = |said: &Message<'_>| {
        *said == Message::Todo(Todo::GoesOutLater)
            || matches!(
                said,
                Message::CaseTodo {
                    case: Case::Service | Case::RelayLogin | Case::RelayRefuses | Case::RelayUnreachable,
                    waiting: true,
                    ..
                }
            )
    };
    todo.iter_mut().filter(|said| waits(said)).for_each(|said| *said = Message::Todo(Todo::AllGoOutLater));
}

/// The first sentence of a text.
pub(super) fn first_sentence(text: &str) -> &str {
    text.split_inclusive(". ").next().unwrap_or_default().trim_end()
}

impl Letter<'_> {
    pub(super) fn blocks(self, language: Language, app: Option<App>) -> Vec<Block> {
        let speech = speech(language);
        let mut blocks = vec![Block::Title(Statement::new(speech.title(&self.title), &self.lines))];
        if !self.state.is_empty() {
            let state: Vec<String> = self.state.iter().map(|of| of.say(speech)).collect();
            blocks.push(Block::Heading(state.join(" ")));
        }
        let several = self.parts.len() > 1;
        for part in self.parts {
            let say = |of: &Message<'_>| Statement::new(of.say(speech), &part.lines);
            let mut told: Vec<&(Message<'_>, Cited)> = Vec::new();
            for said in &part.happened {
                if told.len() < MOST_ALIKE && told.iter().all(|other| !other.0.is_again(&said.0)) {
                    told.push(said);
                }
            }
            let more = part.happened.len() - told.len();
            let mut first: Vec<Statement> =
                told.iter().map(|(of, lines)| Statement::new(of.say(speech), lines)).collect();
            let mut advised = part.todo.clone();
            if first.len() > 1 {
                blocks.push(Block::List(std::mem::take(&mut first)));
                in_plural(&mut advised);
            }
            first.extend((more > 0).then(|| say(&Message::More(more))));
            first.extend(part.means.iter().map(say));
            let mut todo: Vec<Statement> = advised.iter().map(say).collect();
            // The clicks stand behind the advice that they are for.
            let at = part.todo.iter().position(|advice| fix(advice).is_some());
            if let (Some(app), Some(at)) = (app, at)
                && let Some(fix) = fix(&part.todo[at])
                && let clicks = say(&Message::Clicks(app, fix))
                && !clicks.text.is_empty()
            {
                todo.insert(at + 1, clicks);
            }
            // With several recipients, what to do for one of them stands beside what happened to it.
            let paragraphs = if several { [[first, todo].concat(), Vec::new()] } else { [first, todo] };
            let paragraphs = paragraphs.into_iter().filter(|said| !said.is_empty());
            blocks.extend(paragraphs.map(Block::Paragraph));
        }
        blocks
    }

    /// The same in a few sentences.
    pub(super) fn chat(self, language: Language) -> Option<Block> {
        let speech = speech(language);
        let part = self.parts.into_iter().next()?;
        let say = |of: &Message<'_>| Statement::new(of.say(speech), &part.lines);
        // Of what it means, a chat has room for the first sentence, or for all where that isn't long.
        let first = |of: &[Message<'_>]| {
            of.first().map(|of| {
                let text = of.say(speech);
                let short = if text.chars().count() <= MEANS { text.as_str() } else { first_sentence(&text) };
                Statement::new(short, &part.lines)
            })
        };
        let happened = part.happened.first().map(|(of, _)| say(of));
        // Of what to do, what somebody does says most; it's said whole where that isn't long.
        let does = |said: &&Message<'_>| {
            matches!(settle::who(said), Some(Who::We | Who::You | Who::Them))
                && !matches!(said, Message::Advice(_))
        };
        let todo = part.todo.iter().find(does).or(part.todo.first()).map(|of| {
            let text = of.say(speech);
            let whole = does(&of) && text.chars().count() <= CHAT;
            let short = if whole { text.as_str() } else { first_sentence(&text) };
            Statement::new(short, &part.lines)
        });
        // What was lost is sent again in the end.
        let again = part.todo.iter().skip(1).find(|said| **said == Message::Todo(Todo::SendAgain)).map(say);
        let said =
            (self.state.iter().map(say)).chain(happened).chain(first(&part.means)).chain(todo).chain(again);
        Some(Block::Paragraph(said.collect()))
    }
}
