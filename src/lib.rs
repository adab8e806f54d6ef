//! maillens reads mail-server logs, groups their lines and says in plain English what happened.

#![forbid(unsafe_code)]

pub mod explain;
pub mod format;
pub mod frame;
pub mod knowledge;
pub mod report;
pub mod text;
pub mod time;
pub mod trace;
