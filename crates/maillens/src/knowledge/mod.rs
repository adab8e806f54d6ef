//! Facts that no single log format owns. One file here is one body of knowledge: what a reply
//! code means, what an enhanced status code means, why mail fails, when qmail tries again, what a
//! word means, what goes wrong below an email app, which
//! programs there are. Each is a table with a few functions that look things up in it; nothing here knows
//! about lines or traces.

pub mod arriving;
pub mod authentication;
pub mod cause;
pub mod classify;
pub mod defect;
pub mod fault;
pub mod flow;
mod fold;
pub mod glossary;
pub(crate) mod inspector;
pub mod misspelled;
pub mod named;
pub mod obstacle;
pub mod part;
mod phrase;
pub mod program;
mod providers;
pub mod question;
pub mod quoted;
pub mod reason;
pub mod refusal;
pub mod retry;
pub mod rspamd;
pub mod situation;
pub mod spamassassin;
pub(crate) mod survey;
mod texts;
pub mod tool;

pub use classify::{Evidence, Phase, Verdict, classify, reason_line};
pub use named::Named;
pub use reason::Reason;
pub use refusal::Refusal;
