//! maillens in a terminal.
fn main() {}
