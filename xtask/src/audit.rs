//! `cargo xtask audit`: what others wrote that the project is made of. Apart from the tests, because its tool
//! takes minutes to build.

use crate::step::{Result, Task, cargo, root, run, step};
use crate::tools;

/// Checks licences and sources by `deny.toml`; with `--advisories`, which asks GitHub and the npm registry,
/// whether a fault is known of any crate or package.
pub fn command(args: &[String]) -> Result<Task> {
    match args {
        [] => Ok(Box::new(|| audit(false))),
        [arg] if arg == "--advisories" => Ok(Box::new(|| audit(true))),
        _ => Err("audit takes --advisories or nothing.".to_owned()),
    }
}

fn audit(advisories: bool) -> Result {
    let path = tools::auditor()?;
    let deny = |checks: &[&str]| {
        run(cargo(&["deny", "--locked", "--workspace", "check"]).args(checks).env("PATH", &path))
    };
    step("licences, versions and sources of crates", || deny(&["licenses", "bans", "sources"]))?;
    if advisories {
        step("known faults of crates", || deny(&["advisories"]))?;
        let folder = root().join("tests/browser");
        step("known faults of the browser tests' packages", || tools::npm(&["audit"], &folder))?;
    }
    Ok(())
}
