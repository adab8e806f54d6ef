//! `cargo xtask test`: every check, in the order in which a failure is cheapest to learn of.

use crate::step::{Result, cargo, root, run, step};
use crate::tools::Browser;
use crate::{browser, page, tidy, tools};
use std::process::Command;

/// Runs the steps and stops at the first that fails.
pub fn command(args: &[String]) -> Result {
    let quick = match args {
        [] => false,
        [arg] if arg == "--quick" => true,
        _ => return Err("test takes --quick or nothing.".to_owned()),
    };
    if !quick {
        tools::wasm_target()?;
    }

    step("formatting", formatting)?;
    step("house rules", tidy::check)?;
    step("lints", || {
        run(&mut cargo(&["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"]))
    })?;
    step("tests", || run(&mut cargo(&["test", "--workspace", "--locked"])))?;
    if quick {
        return Ok(());
    }
    step("lints of the page", || {
        let page = ["--target", "wasm32-unknown-unknown", "--no-default-features", "--features", "page"];
        run(cargo(&["clippy"]).args(page).args(["--locked", "--", "-D", "warnings"]))
    })?;
    let page = page::build()?;
    for browser in Browser::ALL {
        step(&format!("tests in {browser:?}"), || browser::test(&page, browser))?;
    }
    Ok(())
}

/// Cargo's formatter follows `mod`, and the formats are named in a macro: they are checked by their files.
fn formatting() -> Result {
    run(&mut cargo(&["fmt", "--all", "--check"]))?;
    let folder = root().join("src/format");
    let entries = std::fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let files = entries.filter_map(|entry| Some(entry.ok()?.path()));
    run(Command::new("rustfmt").args(["--check", "--edition", "2024"]).args(files).current_dir(root()))
}
