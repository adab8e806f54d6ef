//! What the tests share.

use maillens::Settings;
use std::fs;
use std::path::{Path, PathBuf};

/// The plain settings at 2026-11-21 00:00:00 UTC, so that a log without years is read alike for ever.
pub fn settings() -> Settings {
    Settings::at(1_795_219_200)
}

/// Adds the Markdown files of a folder and of the folders in it, in the order of their names.
#[allow(dead_code, reason = "not every test reads files")]
pub fn markdown(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).expect("a folder of files").flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            markdown(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "md") {
            found.push(path);
        }
    }
}
