//! `cargo xtask test`: every check, in the order in which a failure is cheapest to learn of.

use crate::step::{Result, Task, cargo, root, run, step};
use crate::tools::Browser;
use crate::{browser, extension, fleet, npm, page, tidy, tools, words};
use std::path::PathBuf;
use std::process::Command;

/// The browsers of most people, in the order of the extension's kinds.
const BROWSERS: [Browser; 2] = [Browser::Chromium, Browser::Firefox];

/// Runs the steps and stops at the first that fails.
pub fn command(args: &[String]) -> Result<Task> {
    match args {
        [] => Ok(Box::new(|| all(false))),
        [arg] if arg == "--quick" => Ok(Box::new(|| all(true))),
        [arg] if arg == "windows" => Ok(Box::new(windows)),
        [arg] if arg == "fleet" => Ok(Box::new(fleet::test)),
        _ => Err("test takes --quick, windows, fleet or nothing.".to_owned()),
    }
}

fn all(quick: bool) -> Result {
    if !quick {
        tools::wasm_target()?;
        // A browser that is missing or too old is told before the first test, not behind the last.
        for browser in BROWSERS {
            browser.ready()?;
        }
    }

    step("formatting", formatting)?;
    step("house rules", tidy::check)?;
    step("house style", words::check)?;
    step("lints", || {
        run(&mut cargo(&["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"]))
    })?;
    step("tests", || run(&mut cargo(&["test", "--workspace", "--locked"])))?;
    step("documentation and package of the library", library)?;
    step("installation", || {
        let install = [
            "install",
            "--path",
            "crates/terminal",
            "--locked",
            "--debug",
            "--force",
            "--root",
            "target/install",
        ];
        run(&mut cargo(&install))?;
        run(Command::new(root().join("target/install/bin/maillens")).arg("--version"))
    })?;
    if quick {
        return Ok(());
    }
    // Alone, without what other crates switch on in it.
    step("lints of the engine for the web", || {
        let engine = ["--package", "maillens", "--target", tools::WASM];
        run(cargo(&["clippy"]).args(engine).args(["--locked", "--", "-D", "warnings"]))
    })?;
    step("lints of the page", || {
        let page = ["--package", "maillens-page", "--package", "maillens-npm", "--target", tools::WASM];
        run(cargo(&["clippy"]).args(page).args(["--locked", "--", "-D", "warnings"]))
    })?;
    let tarball = npm::build()?;
    step("the npm package in Node and in a bundle", || browser::test_npm(&tarball))?;
    let page = page::build()?;
    for browser in BROWSERS {
        step(&format!("tests in {browser:?}"), || browser::test(&page, browser))?;
    }
    Ok(())
}

/// What needs a screen, for which it makes one of its own: the page in `WebKit`, and the extension, to which only a real
/// keyboard speaks. It is apart because a window on a busy machine is late more often than a page is.
fn windows() -> Result {
    tools::wasm_target()?;
    for browser in BROWSERS.into_iter().chain([Browser::WebKit]) {
        browser.ready()?;
    }
    tools::display()?;
    let page = page::build()?;
    step("tests in WebKit", || browser::test(&page, Browser::WebKit))?;
    for (folder, browser) in extension::build(&page)?.iter().zip(BROWSERS) {
        step(&format!("the extension in {browser:?}"), || browser::test_extension(folder, browser))?;
    }
    Ok(())
}

/// The engine as it would be published: its pages without a fault, and a package that builds from what is in it.
fn library() -> Result {
    let doc = ["doc", "--package", "maillens", "--no-deps", "--locked"];
    run(cargo(&doc).env("RUSTDOCFLAGS", "-D warnings"))?;
    run(&mut cargo(&["package", "--package", "maillens", "--allow-dirty", "--locked", "--quiet"]))
}

/// Holds every log of a folder to what holds for all.
pub fn laws(args: &[String]) -> Result<Task> {
    let [folder] = args else { return Err("laws takes a folder of logs.".to_owned()) };
    let folder = std::fs::canonicalize(folder).map_err(|error| format!("{folder}: {error}"))?;
    Ok(Box::new(move || {
        let test = ["test", "--release", "--package", "maillens", "--test", "laws", "--locked"];
        step("laws", || run(cargo(&test).env("MAILLENS_LAWS", &folder)))
    }))
}

/// Cargo's formatter follows `mod`, and the formats are named in a macro: they are checked by their files.
fn formatting() -> Result {
    run(&mut cargo(&["fmt", "--all", "--check"]))?;
    let entries = |folder: PathBuf| {
        let entries = std::fs::read_dir(folder).into_iter().flatten();
        entries.filter_map(|entry| Some(entry.ok()?.path()))
    };
    let files: Vec<PathBuf> = entries(root().join("crates/maillens/src/format")).flat_map(entries).collect();
    assert!(!files.is_empty(), "the formats have moved");
    run(Command::new("rustfmt").args(["--check", "--edition", "2024"]).args(files).current_dir(root()))
}
