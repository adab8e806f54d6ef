//! Building the page: Trunk compiles and stages it, and calls the packer on what it staged.

use crate::step::{Result, Task, ask, cargo, read, root, run, step, write};
use crate::{pack, tools};
use std::env;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::SystemTime;

/// What the page is made of; the packed file is newer than all of it or is built again.
const SOURCES: [&str; 10] = [
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "crates",
    "index.html",
    "install",
    "rust-toolchain.toml",
    "src",
    "style",
    "xtask",
];

/// `cargo xtask build`: with `--embed-from`, makes a copy that these origins may frame and talk to; with `--twice`, builds the page a second time elsewhere and compares the bytes.
pub fn command(args: &[String]) -> Result<Task> {
    match args {
        [] => Ok(Box::new(|| build().map(drop))),
        [twice] if twice == "--twice" => Ok(Box::new(twice_the_same)),
        [option, origins @ ..] if option == "--embed-from" && !origins.is_empty() => {
            let origins = origins.to_vec();
            Ok(Box::new(move || {
                let folder = root().join("dist/embed");
                let page = embed(&build()?, &origins, &folder)?;
                println!(
                    "dist/embed/maillens.html, for frames of {}: SHA-256 {}",
                    origins.join(", "),
                    sha256(&page)?
                );
                Ok(())
            }))
        }
        _ => Err("build takes --twice, --embed-from ORIGIN…, or nothing.".to_owned()),
    }
}

/// The packed page, built if a source changed since.
pub fn build() -> Result<PathBuf> {
    let page = root().join("dist/maillens.html");
    let built = fs::metadata(&page).and_then(|page| page.modified());
    if let Ok(built) = built
        && SOURCES.iter().all(|source| newest(&root().join(source)).is_some_and(|changed| changed < built))
    {
        println!("The page is up to date: dist/maillens.html");
    } else {
        let start = SystemTime::now();
        build_in(&root())?;
        // A source that changed while the page was built is newer than the page.
        let dated = File::options().append(true).open(&page).and_then(|file| file.set_modified(start));
        dated.map_err(|error| format!("{}: {error}", page.display()))?;
    }
    println!("SHA-256 {}", sha256(&page)?);
    Ok(page)
}

/// Builds what is in this folder.
fn build_in(folder: &Path) -> Result {
    tools::wasm_target()?;
    step("fetch crates", || run(cargo(&["fetch", "--quiet", "--locked"]).current_dir(folder)))?;
    let flags = without_paths(folder)?;
    // The page's own program is compiled on one core, tools on both: beside each other they take the time of the tools.
    let mut ahead = if tools::missing()? { Some(compile_ahead(folder, &flags)?) } else { None };
    let path = tools::ready()?;
    step("build the page", || {
        // What failed here fails below again, where its reason is the last thing on screen.
        ahead.as_mut().map(Child::wait);
        let mut trunk = Command::new("trunk");
        trunk
            .args(["build", "--release", "--offline"])
            .current_dir(folder)
            // Trunk takes NO_COLOR for one of its own options and stops at `NO_COLOR=1`.
            .env_remove("NO_COLOR")
            .env("RUST_BACKTRACE", "0")
            .env(FLAGS, flags)
            .env("PATH", &path);
        run(&mut trunk)
    })
}

/// Where Cargo finds flags that it adds to those of `.cargo/config.toml`.
const FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// Begins to compile the page's program as Trunk will ask for it, so that Trunk finds it done.
fn compile_ahead(folder: &Path, flags: &str) -> Result<Child> {
    println!("\nThe page's program is compiled beside what follows.");
    let profile = program_is(folder, "data-cargo-profile")?;
    let program = program_is(folder, "data-bin")?;
    let target = ["--target", tools::WASM, "--profile", &profile, "--bin", &program];
    cargo(&["build", "--quiet", "--locked", "--offline"])
        .args(target)
        .current_dir(folder)
        .env(FLAGS, flags)
        .spawn()
        .map_err(|error| format!("cannot start cargo: {error}"))
}

/// The compiler's flags that keep this machine's folders out of the program, so that the same sources give
/// the same bytes everywhere.
pub fn without_paths(folder: &Path) -> Result<String> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(env::home_dir()?.join(".cargo"))).ok_or("no home: set CARGO_HOME.")?;
    let toolchain = ask(Command::new("rustc").args(["--print", "sysroot"]).current_dir(folder));
    // A registry's folder has a name of its own on every machine that has its own mirror.
    let registries = fs::read_dir(home.join("registry/src")).into_iter().flatten().flatten();
    let mut folders: Vec<_> = registries.map(|registry| (registry.path(), "crates")).collect();
    folders.push((folder.to_owned(), "maillens"));
    folders.push((toolchain.ok_or("rustc does not run.")?.into(), "rust"));
    let flag = |(folder, name): (PathBuf, &str)| format!("--remap-path-prefix={}={name}", folder.display());
    Ok(folders.into_iter().map(flag).collect::<Vec<_>>().join(" "))
}

/// Makes a copy of the page that sites of these origins may talk to, with what installs it, in a folder.
pub fn embed(page: &Path, origins: &[String], folder: &Path) -> Result<PathBuf> {
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let embedded = pack::file(&pack::embedded(&pack::page(page)?, origins)?);
    write(&folder.join("sw.js"), pack::service_worker(&embedded)?)?;
    let manifest = "manifest.webmanifest";
    write(&folder.join(manifest), read(&page.with_file_name(manifest))?)?;
    let page = folder.join("maillens.html");
    write(&page, embedded)?;
    Ok(page)
}

/// What Trunk tells `wasm-opt`, for others that make a program smaller.
pub fn wasm_opt() -> Result<Vec<String>> {
    let level = program_is(&root(), "data-wasm-opt")?;
    let features = program_is(&root(), "data-wasm-opt-params")?;
    Ok([format!("-O{level}")].into_iter().chain(features.split(' ').map(str::to_owned)).collect())
}

/// What `index.html` tells Trunk of the page's program, by the name of the attribute.
fn program_is(folder: &Path, name: &str) -> Result<String> {
    let shell = read(&folder.join("index.html"))?;
    let of = |shell: &str| Some(shell.split_once(&format!("{name}=\""))?.1.split_once('"')?.0.to_owned());
    of(&shell).ok_or_else(|| format!("index.html has no {name}."))
}

/// Builds the page elsewhere, too, and compares.
fn twice_the_same() -> Result {
    let first = sha256(&build()?)?;
    let second = sha256(&elsewhere(&["build"])?.join("dist/maillens.html"))?;
    if first == second { Ok(()) } else { Err("the two builds differ.".to_owned()) }
}

/// Runs a command of this program in a copy of the sources in another folder, with nothing built before; gives the folder.
pub fn elsewhere(command: &[&str]) -> Result<PathBuf> {
    // Not below this folder, whose `.cargo/config.toml` would count a second time.
    let copy = env::temp_dir().join("maillens-twice");
    copy_sources(&copy)?;
    run(cargo(&["xtask"]).args(command).current_dir(&copy))?;
    Ok(copy)
}

/// Puts the project's sources into a folder, with nothing built.
pub fn copy_sources(copy: &Path) -> Result {
    step("copy the sources", || {
        let _ = fs::remove_dir_all(copy);
        let files = ask(Command::new("git")
            .args(["ls-files", "--cached", "--others", "--exclude-standard"])
            .current_dir(root()))
        .ok_or("git does not list the files of the project.")?;
        for file in files.lines().filter(|file| root().join(file).is_file()) {
            let to = copy.join(file);
            let folder = to.parent().unwrap_or(copy);
            fs::create_dir_all(folder)
                .and_then(|()| fs::copy(root().join(file), &to))
                .map_err(|error| format!("{file}: {error}"))?;
        }
        Ok(())
    })
}

/// The file's SHA-256, as `sha256sum` writes it.
fn sha256(file: &Path) -> Result<String> {
    let bytes = fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(pack::sha256(&bytes))
}

/// When the file, or anything in the folder, last changed.
fn newest(path: &Path) -> Option<SystemTime> {
    let own = fs::metadata(path).ok()?.modified().ok()?;
    let inside = fs::read_dir(path).into_iter().flatten();
    inside.filter_map(|entry| newest(&entry.ok()?.path())).chain([own]).max()
}
