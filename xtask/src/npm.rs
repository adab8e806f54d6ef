//! `cargo xtask npm`: the engine as an npm package, `@maillens/engine`, in `dist`.
//!
//! One WebAssembly and one glue serve Node and bundlers: `node.js` hands the file over that a bundler fetches.

use crate::page;
use crate::step::{Result, Task, alone, cargo, read, root, run, step, write};
use crate::{pack, tools};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// What Node imports: the same functions, and an `init` that has nothing left to do.
const NODE: &str = "\
import { readFileSync } from \"node:fs\";
import { initSync } from \"./maillens.js\";

initSync({ module: readFileSync(new URL(\"maillens_bg.wasm\", import.meta.url)) });
export * from \"./maillens.js\";
export default async () => {};
";

/// Builds the package.
pub fn command(args: &[String]) -> Result<Task> {
    alone("npm", args, || build().map(drop))
}

/// The package as npm packs it.
pub fn build() -> Result<PathBuf> {
    tools::wasm_target()?;
    let path = tools::ready()?;
    let folder = root().join("target/npm");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    step("build the engine for JavaScript", || {
        let target = tools::WASM;
        let mut build = cargo(&[
            "build",
            "--package",
            "maillens-npm",
            "--profile",
            "page",
            "--target",
            target,
            "--locked",
        ]);
        run(build.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", page::without_paths(&root())?))?;
        let wasm = root().join("target").join(target).join("page/maillens_npm.wasm");
        let mut bindgen = Command::new("wasm-bindgen");
        bindgen.args(["--target", "web", "--out-name", "maillens", "--out-dir"]).arg(&folder).arg(wasm);
        run(bindgen.env("PATH", &path))?;
        let wasm = folder.join("maillens_bg.wasm");
        let mut opt = Command::new("wasm-opt");
        opt.args(page::wasm_opt()?).arg("-o").arg(&wasm).arg(&wasm);
        run(opt.env("PATH", &path))
    })?;
    write(&folder.join("node.js"), NODE)?;
    write(&folder.join("package.json"), manifest())?;
    for file in ["crates/npm/README.md", "LICENSE-APACHE", "LICENSE-MIT"] {
        let from = root().join(file);
        let name = from.file_name().unwrap_or_default();
        write(&folder.join(name), read(&from)?)?;
    }
    let dist = root().join("dist");
    fs::create_dir_all(&dist).map_err(|error| format!("{}: {error}", dist.display()))?;
    step("pack the npm package", || {
        tools::npm(&["pack", "--silent", "--pack-destination", &dist.to_string_lossy()], &folder)
    })?;
    let name = format!("maillens-engine-{}.tgz", env!("CARGO_PKG_VERSION"));
    let tarball = dist.join(&name);
    let bytes = fs::read(&tarball).map_err(|error| format!("{}: {error}", tarball.display()))?;
    println!("dist/{name}: {} bytes, SHA-256 {}", bytes.len(), pack::sha256(&bytes));
    Ok(tarball)
}

fn manifest() -> String {
    format!(
        "{{
  \"name\": \"@maillens/engine\",
  \"version\": \"{}\",
  \"description\": \"Reads mail-server logs and explains what happened, why, and who must act.\",
  \"license\": \"MIT OR Apache-2.0\",
  \"keywords\": [\"mail\", \"log\", \"postfix\", \"dovecot\", \"qmail\", \"exim\"],
  \"type\": \"module\",
  \"engines\": {{ \"node\": \">=20\" }},
  \"sideEffects\": [\"./node.js\"],
  \"exports\": {{
    \".\": {{ \"types\": \"./maillens.d.ts\", \"node\": \"./node.js\", \"default\": \"./maillens.js\" }}
  }},
  \"files\": [\"maillens.js\", \"maillens.d.ts\", \"maillens_bg.wasm\", \"node.js\", \"LICENSE-APACHE\", \"LICENSE-MIT\"]
}}
",
        env!("CARGO_PKG_VERSION")
    )
}
