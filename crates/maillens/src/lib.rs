#![doc = include_str!("../README.md")]
//! # How it works
//!
//! ```text
//! bytes ─ text ─► line ─ frame ─► stamp + host + program + body ─ pattern ─► entry + captures ─ trace ─► Trace
//!                   ▲                                                ▲                            │        │
//!                   └─ mend: where no pattern claims it as it stands └─ the part of an open document ┘     │
//!                                                                                                          │
//!            page, terminal ◄─ report, export ◄─ explain (only what is asked for) ◄─ log ◄─────────────────┘
//! ```
//!
//! Each arrow is one pure, total function: it never panics and never fails. The engine has no web dependency,
//! no clock, no input or output and no global state: the same text and settings give the same report. Each
//! room uses only those before it in the order of `tests/layers.rs`.
//!
//! [`Reader`] takes bytes as they come; [`Log`] answers questions about what was read. [`Stream`] gives what closed and
//! keeps only what is open. With the feature `serde`, what `export` holds, settings and answers can be written and read.

#![forbid(unsafe_code)]

pub mod explain;
pub mod export;
pub mod format;
pub mod frame;
pub mod knowledge;
pub mod log;
pub mod mend;
pub mod overview;
pub mod pattern;
pub mod redact;
pub mod report;
pub mod search;
pub mod secrets;
pub mod settings;
mod sort;
pub mod stream;
pub mod syntax;
pub mod text;
pub mod time;
pub mod trace;
pub mod view;
pub mod vocabulary;

pub use log::{Log, Reader, TooLarge};
pub use overview::Overview;
pub use settings::{Settings, Show};
pub use stream::Stream;
pub use time::zone::Zone;
pub use view::View;
