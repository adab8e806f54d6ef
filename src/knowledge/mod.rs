//! Facts that no single log format owns. One file here is one body of knowledge: what a reply
//! code means, what an enhanced status code means, why mail fails, when qmail tries again, what a
//! word means. Each is a table with a few functions that look things up in it; nothing here knows
//! about lines or traces.

pub mod authentication;
pub mod classify;
pub mod enhanced;
pub mod flow;
mod fold;
pub mod glossary;
mod phrase;
pub mod reason;
pub mod reply;
pub mod retry;
pub mod session_id;
pub mod spamassassin;
mod texts;

pub use classify::{Evidence, Phase, Verdict, classify, reason_line};
pub use reason::Reason;
