//! Building the page: Trunk compiles and stages it, and calls the packer on what it staged.

use crate::step::{Result, cargo, root, run, step};
use crate::tools;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

/// What the page is made of; the packed file is newer than all of it or is built again.
const SOURCES: [&str; 8] =
    ["Cargo.lock", "Cargo.toml", "Trunk.toml", "index.html", "rust-toolchain.toml", "src", "style", "xtask"];

/// The packed page, built if a source changed since.
pub fn build() -> Result<PathBuf> {
    let page = root().join("dist/maillens.html");
    let built = fs::metadata(&page).and_then(|page| page.modified());
    if let Ok(built) = built
        && SOURCES.iter().all(|source| newest(&root().join(source)).is_some_and(|changed| changed < built))
    {
        println!("The page is up to date: dist/maillens.html");
        return Ok(page);
    }
    tools::wasm_target()?;
    let path = tools::ready()?;
    let start = SystemTime::now();
    step("fetch crates", || run(&mut cargo(&["fetch", "--quiet", "--locked"])))?;
    step("build the page", || {
        let mut trunk = Command::new("trunk");
        // Trunk takes NO_COLOR for one of its own options and stops at `NO_COLOR=1`.
        trunk
            .args(["build", "--release", "--offline"])
            .current_dir(root())
            .env_remove("NO_COLOR")
            .env("RUST_BACKTRACE", "0");
        trunk.env("PATH", &path);
        run(&mut trunk)
    })?;
    // A source that changed while the page was built is newer than the page.
    let dated = File::options().append(true).open(&page).and_then(|file| file.set_modified(start));
    dated.map_err(|error| format!("{}: {error}", page.display()))?;
    Ok(page)
}

/// When the file, or anything in the folder, last changed.
fn newest(path: &Path) -> Option<SystemTime> {
    let own = fs::metadata(path).ok()?.modified().ok()?;
    let inside = fs::read_dir(path).into_iter().flatten();
    inside.filter_map(|entry| newest(&entry.ok()?.path())).chain([own]).max()
}
