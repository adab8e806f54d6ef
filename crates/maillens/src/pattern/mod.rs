//! The templates that formats are written in, and the reader that finds the one that fits a line.
//!
//! A template is the literal text of a line with four constructs:
//!
//! | construct | is |
//! | --- | --- |
//! | `{name}` | the field of that name |
//! | `{?…}` | an optional part |
//! | `{*}` | a list of `key=value` pairs whose keys are fields of the format; an unknown key is let be. A value is one word, or in quotes or angle brackets; a field that has parts says itself where its value ends |
//! | `{{` | a brace |
//!
//! A template fits when it takes the whole body; white space at the end of a line is let be, as tickets
//! trim it. All templates are compiled once, into a switch over their leading text, so a line meets only
//! the few that begin as it does: the most literal first, the loose ones last.

pub mod partly;
mod read;
mod switch;
mod template;

pub use read::{CATALOGUE, Catalogue, Entry, Segment};
pub use template::{Capture, Captures, addresses};

use crate::format::{Format, Pattern};

/// What is wrong with a template; `None` when nothing is.
pub fn compile_error(format: &Format, pattern: &Pattern) -> Option<String> {
    template::compile(format, pattern.template).err()
}
