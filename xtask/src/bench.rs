//! `cargo xtask bench`: what is measured, and against what.

use crate::step::{Result, cargo, run, step};

/// Runs the benchmarks; arguments go to them.
pub fn command(args: &[String]) -> Result {
    step("native benchmarks", || run(cargo(&["bench", "--locked", "--"]).args(args)))
}
