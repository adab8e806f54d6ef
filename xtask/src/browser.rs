//! The packed page in real browsers: its tests and its pictures, both driven by Node.

use crate::step::{Result, Task, ask, read, root, run, step, write};
use crate::tools::Browser;
use crate::{page, serve, tools};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// How Node runs tests. What a failed test leaves open (a server, a browser) keeps nothing waiting, and a file that hangs
/// fails after ten minutes.
const TESTS: [&str; 4] = ["--test", "--test-reporter=spec", "--test-force-exit", "--test-timeout=600000"];

/// Runs `tests/browser/*.test.js` on the packed page, from its file and served; in `WebKit`, which another protocol drives,
/// those of `tests/browser/webkit`.
pub fn test(page: &Path, browser: Browser) -> Result {
    let mut node = node(page, browser)?;
    node.args(TESTS).arg("--test-concurrency=1").args(tests(browser)?);
    // The harness of the others tries what fails once more by itself.
    if browser == Browser::WebKit { twice(&mut node) } else { run(&mut node) }
}

/// Runs tests that drive a window, and once more where they fail, which it says: on a busy machine a window can be late.
fn twice(tests: &mut Command) -> Result {
    run(tests).or_else(|why| {
        println!("tried once more after: {why}");
        run(tests)
    })
}

/// Runs the tests of the extension that is unpacked in this folder: a person's keys need a window, so they run on a
/// display of their own.
pub fn test_extension(folder: &Path, browser: Browser) -> Result {
    packages(&self::folder())?;
    tools::node()?;
    tools::display()?;
    let mut tests = Command::new("xvfb-run");
    tests.args(["-a", "node"]).args(TESTS).arg("extension/extension.test.js");
    tests.env("MAILLENS_ENGINE", browser.engine()).env("MAILLENS_BROWSER", browser.ready()?);
    twice(tests.env("MAILLENS_EXTENSION", folder).current_dir(self::folder()))
}

/// Runs the example of the npm package in Node, and in Chromium as a bundler makes it.
pub fn test_npm(tarball: &Path) -> Result {
    tools::node()?;
    packages(&folder())?;
    let mut tests = Command::new("node");
    tests.args(TESTS).arg("npm/engine.test.js").current_dir(folder());
    tests.env("MAILLENS_BROWSER", Browser::Chromium.ready()?);
    run(tests.env("MAILLENS_NPM", tarball).env("MAILLENS_ENGINE_README", root().join("crates/npm/README.md")))
}

/// Makes pictures of the page in its main states: for the README, of its own example; of a log that is named
/// in the arguments, in `target/shots`, where they stay private.
pub fn shots(args: &[String]) -> Result<Task> {
    match args {
        [] => Ok(Box::new(|| pictures("docs/screenshots", None))),
        [log] => {
            let log = std::path::absolute(log).map_err(|error| format!("{log}: {error}"))?;
            Ok(Box::new(move || pictures("target/shots", Some(&log))))
        }
        _ => Err("shots takes one log or nothing.".to_owned()),
    }
}

fn pictures(folder: &str, log: Option<&Path>) -> Result {
    let page = page::build()?;
    let mut node = node(&page, Browser::Chromium)?;
    step("pictures", || run(node.arg("shots.js").arg(root().join(folder)).args(log)))
}

/// Measures the page; what `bench.js`, given these arguments, prints.
pub fn bench(page: &Path, args: &[&OsStr]) -> Result<String> {
    let mut node = node(page, Browser::Chromium)?;
    ask(node.arg("bench.js").args(args).stderr(Stdio::inherit()))
        .ok_or_else(|| "the measurement in the browser failed".to_owned())
}

/// Node in the tests' folder, told where page and browser are.
fn node(page: &Path, browser: Browser) -> Result<Command> {
    tools::node()?;
    let folder = folder();
    packages(&folder)?;
    let mut node = Command::new("node");
    node.current_dir(folder);
    node.env("MAILLENS_ENGINE", browser.engine());
    node.env("MAILLENS_BROWSER", browser.ready()?).env("MAILLENS_LEAST", browser.least());
    node.env("MAILLENS_PAGE", page);
    // A site of this origin may frame this copy of the page.
    let desk = format!("http://127.0.0.1:{}", serve::free_port()?);
    let embedded = page::embed(page, std::slice::from_ref(&desk), &root().join("target/embed"))?;
    node.env("MAILLENS_DESK", desk).env("MAILLENS_EMBEDDED", embedded);
    node.env("MAILLENS_URL", serve::in_background(page.parent().unwrap_or(page).to_owned())?);
    Ok(node)
}

/// Installs the packages of the lock file where they are not yet those of the lock file.
fn packages(folder: &Path) -> Result {
    let wanted = read(&folder.join("package-lock.json"))?;
    let installed = folder.join("node_modules/installed.json");
    if read(&installed).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    step("install the browser tests' packages", || tools::npm(&["ci", "--ignore-scripts"], folder))?;
    write(&installed, wanted)
}

fn tests(browser: Browser) -> Result<Vec<PathBuf>> {
    let folder = if browser == Browser::WebKit { folder().join("webkit") } else { folder() };
    let entries = std::fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut tests: Vec<_> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.to_string_lossy().ends_with(".test.js"))
        .collect();
    tests.sort();
    if tests.is_empty() {
        return Err(format!("{} has no test", folder.display()));
    }
    Ok(tests)
}

fn folder() -> PathBuf {
    root().join("tests/browser")
}
