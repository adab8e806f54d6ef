//! `cargo xtask extension`: the page as an extension of Chromium and of Firefox, one zip for each.
//!
//! An extension's policy allows no script by its hash, only files of its own. So what the packed page holds stands in
//! files here: the same program, the same styles, the same boot script. It is taken from the packed page itself.

use crate::pack::{self, Unpacked};
use crate::page;
use crate::step::{Result, Task, alone, read, root, step, write};
use crate::zip;
use std::fs;
use std::path::{Path, PathBuf};

/// What one kind of browser wants to be told otherwise.
struct Kind {
    name: &'static str,
    /// How the manifest names the background script, and what else is for this browser only.
    background: &'static str,
}

const KINDS: [Kind; 2] = [
    Kind {
        name: "chromium",
        background: "{ \"service_worker\": \"background.js\" },\n  \"minimum_chrome_version\": \"116\"",
    },
    Kind {
        name: "firefox",
        background: "{ \"scripts\": [\"background.js\"] },\n  \"browser_specific_settings\": {\n    \"gecko\": {\n      \
            \"id\": \"maillens@maillens.example\",\n      \"strict_min_version\": \"128.0\",\n      \
            \"data_collection_permissions\": { \"required\": [\"none\"] }\n    }\n  }",
    },
];

/// Builds both zips.
pub fn command(args: &[String]) -> Result<Task> {
    alone("extension", args, || build(&page::build()?).map(drop))
}

/// The folders of both, beside their zips: for Chromium, then for Firefox.
pub fn build(page: &Path) -> Result<Vec<PathBuf>> {
    let dist = page.parent().unwrap_or(page);
    let unpacked = pack::unpacked(&pack::page(page)?)?;
    step("build the extension", || KINDS.iter().map(|kind| kind.build(&unpacked, dist)).collect())
}

impl Kind {
    /// Writes the zip, and the folder that it holds, for tests and for "load unpacked".
    fn build(&self, page: &Unpacked, dist: &Path) -> Result<PathBuf> {
        let files = self.files(page)?;
        let folder = dist.join(format!("maillens-{}", self.name));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        for (name, content) in &files {
            write(&folder.join(name), content)?;
        }
        let bytes = zip::of(&files);
        println!("dist/maillens-{}.zip: {} bytes, SHA-256 {}", self.name, bytes.len(), pack::sha256(&bytes));
        write(&dist.join(format!("maillens-{}.zip", self.name)), bytes)?;
        Ok(folder)
    }

    /// What it is made of, by name.
    fn files(&self, page: &Unpacked) -> Result<Vec<(&'static str, Vec<u8>)>> {
        let own = |name: &str| read(&root().join("extension").join(name));
        let icon = |name: &str| {
            let path = root().join("install").join(name);
            fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))
        };
        let manifest = pack::put(&own("manifest.json")?, "<version>", env!("CARGO_PKG_VERSION"))?;
        let manifest = pack::put(&manifest, "\"<background>\"", self.background)?;
        let mut files = vec![
            ("manifest.json", manifest.into_bytes()),
            ("background.js", own("background.js")?.into_bytes()),
            ("take.js", own("take.js")?.into_bytes()),
            ("icon-192.png", icon("icon-192.png")?),
            ("icon-512.png", icon("icon-512.png")?),
        ];
        files.extend(page.files.iter().map(|(name, content)| (*name, content.clone().into_bytes())));
        Ok(files)
    }
}
