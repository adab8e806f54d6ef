//! `cargo xtask test`: every check, in the order in which a failure is cheapest to learn of.

use crate::step::{Result, cargo, run, step};
use crate::{browser, page, tidy, tools};

/// Runs the steps and stops at the first that fails.
pub fn command(args: &[String]) -> Result {
    let quick = match args {
        [] => false,
        [arg] if arg == "--quick" => true,
        _ => return Err("test takes --quick or nothing.".to_owned()),
    };
    let rustc = if quick { None } else { tools::wasm_rustc()? };

    step("formatting", || run(&mut cargo(&["fmt", "--all", "--check"])))?;
    step("house rules", tidy::check)?;
    step("lints", || {
        run(&mut cargo(&["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"]))
    })?;
    step("tests", || run(&mut cargo(&["test", "--workspace", "--locked"])))?;
    if quick {
        return Ok(());
    }
    step("lints of the page", || run(&mut tools::page_clippy(rustc.as_deref())))?;
    let page = page::build()?;
    step("browser tests", || browser::test(page))
}
