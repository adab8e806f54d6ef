//! The laws over whole logs: those that are committed, or all that are in the folder `MAILLENS_LAWS`
//! (`cargo xtask laws FOLDER`).

mod common;
#[path = "common/laws.rs"]
mod laws;

use libtest_mimic::{Arguments, Trial};
use maillens::{Log, Settings, Show, Zone};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn main() -> ExitCode {
    let own = || Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/damage");
    let folder = std::env::var_os("MAILLENS_LAWS").map_or_else(own, PathBuf::from);
    let mut files = Vec::new();
    collect(&folder, &mut files);
    files.sort();
    assert!(!files.is_empty(), "{} holds no file", folder.display());
    let tests = files.into_iter().map(|file| {
        let name = file.strip_prefix(&folder).unwrap_or(&file).to_string_lossy().into_owned();
        Trial::test(name, move || {
            let settings = Settings { show: Show::In(Zone::utc()), ..common::settings() };
            laws::hold(&Log::read(&std::fs::read(&file)?, settings));
            Ok(())
        })
    });
    libtest_mimic::run(&Arguments::from_args(), tests.collect()).exit_code()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.path().is_dir() {
            collect(&entry.path(), files);
        } else {
            files.push(entry.path());
        }
    }
}
