//! The tools that the page needs, each at one version, in a folder of their own: nothing is installed
//! system-wide but the browsers, and those only with Debian's apt.

use crate::pack::sha256;
use crate::step::{Result, ask, cargo, read, root, run, step};
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where a tool comes from.
enum From {
    /// A crate that `cargo install` builds.
    Crates(&'static [&'static str]),
    /// A package of the npm registry.
    Npm,
}

struct Tool {
    /// The package's name in its registry.
    package: &'static str,
    /// The version; that of the crate of this name in `Cargo.lock` where the two must be equal.
    version: Version,
    /// What it brings, in the folder where it is installed.
    file: &'static str,
    from: From,
}

enum Version {
    Is(&'static str),
    Locked(&'static str),
}

/// Every tool and its version. The packages of the browser tests are in `tests/browser/package.json`.
const TOOLS: [Tool; 3] = [
    Tool {
        package: "trunk",
        version: Version::Is("0.21.14"),
        file: "bin/trunk",
        from: From::Crates(&["--no-default-features", "--features", "rustls"]),
    },
    Tool {
        package: "wasm-bindgen-cli",
        version: Version::Locked("wasm-bindgen"),
        file: "bin/wasm-bindgen",
        from: From::Crates(&[]),
    },
    Tool {
        package: "binaryen",
        version: Version::Is("132.0.0"),
        file: "node_modules/.bin/wasm-opt",
        from: From::Npm,
    },
];

/// What reads `deny.toml`; only `cargo xtask audit` needs it.
const AUDITOR: Tool = Tool {
    package: "cargo-deny",
    version: Version::Is("0.20.2"),
    file: "bin/cargo-deny",
    from: From::Crates(&[]),
};

/// What unpacks the page in the browser. It is a part of the page, so it is known to the byte.
const UNPACKER: Tool = Tool {
    package: "xz-decompress",
    version: Version::Is("0.2.3"),
    file: "node_modules/xz-decompress/dist/package/xz-decompress.min.js",
    from: From::Npm,
};
const UNPACKER_SHA256: &str = "d83649874b6198df07340a88377613ccd2267aebb9f18b3be26c6904a81bac52";

/// The page's target.
pub const WASM: &str = "wasm32-unknown-unknown";

/// The least version of Node, by its first two numbers: the first whose tests end whatever they leave open.
const NODE: (u32, u32) = (20, 14);

/// Installs what is missing and gives the search path on which all of it is found.
pub fn ready() -> Result<std::ffi::OsString> {
    node()?;
    UNPACKER.ready()?;
    search_path(&TOOLS)
}

/// Installs `cargo deny` where it is missing and gives the search path on which it is found.
pub fn auditor() -> Result<std::ffi::OsString> {
    search_path(&[AUDITOR])
}

/// Whether a tool that the page needs must be built first.
pub fn missing() -> Result<bool> {
    TOOLS.iter().try_fold(false, |missing, tool| Ok(missing || !program(&tool.home()?.1, tool.file).exists()))
}

fn search_path(tools: &[Tool]) -> Result<std::ffi::OsString> {
    let mut path = Vec::new();
    for tool in tools {
        path.extend(tool.ready()?.parent().map(Path::to_owned));
    }
    path.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
    env::join_paths(path).map_err(|error| error.to_string())
}

/// The script that unpacks the page.
pub fn unpacker() -> Result<String> {
    let script = read(&UNPACKER.ready()?)?;
    if sha256(script.as_bytes()) != UNPACKER_SHA256 {
        return Err(format!("{} is not what it was when it was chosen", UNPACKER.file));
    }
    Ok(script)
}

/// The name, version and SHA-256 of that script, which is the package's.
pub fn unpacker_is() -> (&'static str, &'static str, &'static str) {
    let Version::Is(version) = UNPACKER.version else { unreachable!("it has a version of its own") };
    (UNPACKER.package, version, UNPACKER_SHA256)
}

impl Tool {
    /// Installs the tool where it is missing; gives its file.
    fn ready(&self) -> Result<PathBuf> {
        let (version, home) = self.home()?;
        if !program(&home, self.file).exists() {
            step(&format!("install {} {version}", self.package), || match self.from {
                From::Crates(args) => self.cargo_install(&version, &home, args),
                From::Npm => npm(&["install", "--no-save", &format!("{}@{version}", self.package)], &home),
            })?;
        }
        Ok(program(&home, self.file))
    }

    /// Its version, and the folder where that is installed.
    fn home(&self) -> Result<(String, PathBuf)> {
        let version = match self.version {
            Version::Is(version) => version.to_owned(),
            Version::Locked(name) => locked(name)?,
        };
        let home = folder()?.join(format!("{}-{version}", self.package));
        Ok((version, home))
    }

    fn cargo_install(&self, version: &str, home: &Path, args: &[&str]) -> Result {
        println!("This is done once and takes some minutes.");
        let install = |locked: &[&str]| {
            // They run for seconds a day: a quick build is worth more than a quick program.
            run(cargo(&["install", self.package, "--version", version, "--root"])
                .arg(home)
                .args(args)
                .args(locked)
                .env("CARGO_PROFILE_RELEASE_LTO", "false")
                .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
                .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "256")
                .env("CARGO_PROFILE_RELEASE_DEBUG", "false"))
        };
        // A lock file may name a crate that was withdrawn since.
        install(&["--locked"]).or_else(|_| {
            println!("Its own lock file cannot be followed; trying without it.");
            install(&[])
        })
    }
}

/// `npm` in a folder, which is made where it is missing.
pub fn npm(args: &[&str], folder: &Path) -> Result {
    std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    run(Command::new(npm).args(args).args(["--no-audit", "--no-fund"]).current_dir(folder))
}

/// The folder of a package of Python's index, installed where it is missing.
pub fn python(package: &str, version: &str) -> Result<PathBuf> {
    let home = folder()?.join(format!("{package}-{version}"));
    if !home.exists() {
        let which = format!("{package}=={version}");
        step(&format!("install {package} {version}"), || {
            let mut pip = Command::new("python3");
            pip.args(["-m", "pip", "install", "--quiet", "--no-deps", "--target"]).arg(&home).arg(&which);
            run(&mut pip)
        })
        .map_err(|why| {
            // What is half there would be taken for all of it.
            let _ = std::fs::remove_dir_all(&home);
            format!("Python 3 with pip is needed for {package}, and {why}")
        })?;
    }
    Ok(home)
}

/// Fails with what to do if there is no Node, or an old one.
pub fn node() -> Result {
    let version = ask(Command::new("node").arg("--version"));
    let found = version.as_deref().and_then(|version| {
        let mut numbers = version.trim_start_matches('v').split('.').map(str::parse::<u32>);
        Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
    });
    let (major, minor) = NODE;
    found.is_some_and(|found| found >= NODE).then_some(()).ok_or_else(|| {
        format!("Node {major}.{minor} or newer, with npm, is needed to shrink and test the page: install it.")
    })
}

/// Adds the page's target to the pinned toolchain where it is missing.
pub fn wasm_target() -> Result {
    let print = ["--print", "target-libdir", "--target", WASM];
    let libraries = ask(Command::new("rustc").args(print).current_dir(root()));
    if libraries.is_some_and(|folder| Path::new(&folder).exists()) {
        return Ok(());
    }
    step(&format!("install the {WASM} target"), || {
        run(Command::new("rustup").args(["target", "add", WASM]).current_dir(root()))
    })
    .map_err(|why| format!("the Rust toolchain has no {WASM} target, and {why}"))
}

/// Installs packages with Debian's apt where that may be done.
fn apt(packages: &[&str]) -> Result {
    let root_user = ask(Command::new("id").arg("-u")).as_deref() == Some("0");
    if !root_user || ask(Command::new("apt-get").arg("--version")).is_none() {
        return Ok(());
    }
    step(&format!("install {}", packages.join(", ")), || {
        let apt =
            |args: &[&str]| run(Command::new("apt-get").args(args).env("DEBIAN_FRONTEND", "noninteractive"));
        apt(&["update", "-qq"])?;
        apt(&[&["install", "-qq", "-y", "--no-install-recommends"], packages].concat())
    })
}

/// A display without a screen, and a keyboard without a hand.
pub fn display() -> Result {
    let needs = "the extension's tests need Xvfb and xdotool";
    programs(&["xvfb-run", "xauth", "xdotool"], &["xvfb", "xauth", "xdotool"], needs)
}

/// What Spark runs on.
pub fn java() -> Result {
    programs(&["java"], &["default-jre-headless"], "Spark needs Java 17 or newer")
}

/// Installs these packages with Debian's apt where a program is missing and that may be done.
fn programs(names: &[&str], packages: &[&str], needs: &str) -> Result {
    let are_there = || names.iter().all(|name| in_path(name).is_some());
    if !are_there() {
        apt(packages)?;
    }
    if are_there() {
        return Ok(());
    }
    Err(format!("{needs}. Install what is missing (on Debian: `apt install {}`).", packages.join(" ")))
}

/// The program of this name on the search path.
fn in_path(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path).map(|folder| folder.join(name)).find(|program| program.is_file())
}

/// The browsers in which the page is tested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    /// Chromium or Chrome; also for pictures and measurements.
    Chromium,
    Firefox,
    /// The engine of Safari, by the driver of `WebKitGTK`, which only Linux has.
    WebKit,
}

/// The first two numbers of a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Release(u32, u32);

impl Release {
    /// The version that a program tells: `Mozilla Firefox 144.0.2`.
    fn in_text(text: &str) -> Option<Release> {
        let is_version =
            |word: &&str| word.starts_with(|first: char| first.is_ascii_digit()) && word.contains('.');
        let mut words = text.split(|sign: char| sign.is_whitespace() || "()".contains(sign));
        let mut numbers = words.find(is_version)?.split('.').map(str::parse);
        Some(Release(numbers.next()?.ok()?, numbers.next()?.unwrap_or(0)))
    }
}

impl std::fmt::Display for Release {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Release(major, minor) = self;
        if *minor == 0 { write!(out, "{major}") } else { write!(out, "{major}.{minor}") }
    }
}

/// How a browser is found and installed.
struct Found {
    /// What the tests' driver calls this kind of browser.
    engine: &'static str,
    /// The least version that the tests can drive.
    least: Release,
    /// Debian's packages.
    packages: &'static [&'static str],
    /// The variable that names another program.
    variable: &'static str,
    /// The names of its program.
    names: &'static [&'static str],
    /// Where it is where programs have no search path.
    places: &'static [&'static str],
}

impl Browser {
    const fn found(self) -> Found {
        match self {
            Browser::Chromium => Found {
                engine: "chrome",
                // It loads an extension for a driver.
                least: Release(126, 0),
                packages: &["chromium"],
                variable: "MAILLENS_CHROMIUM",
                names: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
                places: &[
                    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                    "/Applications/Chromium.app/Contents/MacOS/Chromium",
                    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
                ],
            },
            Browser::Firefox => Found {
                engine: "firefox",
                // The size of a window sets its orientation, too (`emulation.setScreenOrientationOverride`).
                least: Release(144, 0),
                packages: &["firefox-esr"],
                variable: "MAILLENS_FIREFOX",
                names: &["firefox-esr", "firefox"],
                places: &[
                    "/Applications/Firefox.app/Contents/MacOS/firefox",
                    r"C:\Program Files\Mozilla Firefox\firefox.exe",
                ],
            },
            Browser::WebKit => Found {
                engine: "webkit",
                // The page's program has SIMD.
                least: Release(2, 40),
                packages: &["webkit2gtk-driver", "libgl1-mesa-dri", "xvfb", "xauth"],
                variable: "MAILLENS_WEBKIT",
                names: &["WebKitWebDriver"],
                places: &[],
            },
        }
    }

    /// What the tests' driver calls this kind of browser.
    pub const fn engine(self) -> &'static str {
        self.found().engine
    }

    /// The least version of it that the tests can drive.
    pub fn least(self) -> String {
        self.found().least.to_string()
    }

    /// The browser's program, installed with Debian's apt where that may be done. One that is too old for the tests would
    /// fail each of them in a way that doesn't say so.
    pub fn ready(self) -> Result<PathBuf> {
        let Found { packages, variable, least, .. } = self.found();
        let named = env::var_os(variable).map(PathBuf::from);
        let program = if let Some(program) = named.or_else(|| self.find()) {
            program
        } else {
            apt(packages)?;
            self.find().ok_or_else(|| {
                format!(
                    "the browser tests need {self:?} {least} or newer. Install it (on Debian: `apt install {}`), \
                     or name one in {variable}.",
                    packages.join(" ")
                )
            })?
        };
        self.checked(program)
    }

    /// The same program where it is new enough; what doesn't say its version is tried.
    fn checked(self, program: PathBuf) -> Result<PathBuf> {
        let Found { variable, least, .. } = self.found();
        match ask(Command::new(&program).arg("--version")).as_deref().and_then(Release::in_text) {
            Some(own) if own < least => Err(format!(
                "the browser tests need {self:?} {least} or newer, and {} is {own}: update it, or name another in {variable}.",
                program.display()
            )),
            _ => Ok(program),
        }
    }

    fn find(self) -> Option<PathBuf> {
        let Found { names, places, .. } = self.found();
        let place = || places.iter().map(PathBuf::from).find(|candidate| candidate.is_file());
        names.iter().find_map(|name| in_path(name)).or_else(place)
    }
}

/// The tools folder.
fn folder() -> Result<PathBuf> {
    let absolute = |name: &str| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    absolute("MAILLENS_TOOLS")
        .or_else(|| Some(absolute("XDG_CACHE_HOME")?.join("maillens-tools")))
        .or_else(|| Some(absolute("LOCALAPPDATA")?.join("maillens-tools")))
        .or_else(|| Some(absolute("HOME")?.join(".cache/maillens-tools")))
        .ok_or_else(|| "no folder for tools: set MAILLENS_TOOLS to an absolute path.".to_owned())
}

fn program(home: &Path, name: &str) -> PathBuf {
    // npm's own starters have no `.exe`, Cargo's have one on Windows.
    let plain = home.join(name);
    if plain.exists() { plain } else { home.join(format!("{name}{}", env::consts::EXE_SUFFIX)) }
}

/// The version of a crate in `Cargo.lock`.
fn locked(name: &str) -> Result<String> {
    version_in(&read(&root().join("Cargo.lock"))?, name).ok_or_else(|| format!("Cargo.lock has no {name}"))
}

fn version_in(lock: &str, name: &str) -> Option<String> {
    let mut lines = lock.lines().skip_while(|line| *line != format!("name = \"{name}\""));
    let version = lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')?;
    Some(version.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Browser, Release, version_in};

    #[test]
    fn finds_the_version_of_exactly_this_crate() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1.0.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(version_in(lock, "wasm"), None);
    }

    #[test]
    fn a_browser_that_is_too_old_is_known() {
        let is =
            |browser: Browser, told: &str| Release::in_text(told).map(|own| own >= browser.found().least);
        assert_eq!(is(Browser::Firefox, "Mozilla Firefox 140.4.0esr"), Some(false));
        assert_eq!(is(Browser::Firefox, "Mozilla Firefox 144.0"), Some(true));
        assert_eq!(
            is(Browser::Chromium, "Chromium 156.0.8078.114 built on Debian GNU/Linux 12 (bookworm)"),
            Some(true)
        );
        assert_eq!(is(Browser::Chromium, "Google Chrome 99.0.1.2"), Some(false));
        // Only its first session tells: see `tests/browser/webkit/driver.js`.
        assert_eq!(is(Browser::WebKit, "Usage: WebKitWebDriver options"), None);
        assert_eq!((Release(144, 0).to_string(), Release(2, 40).to_string()), ("144".into(), "2.40".into()));
    }

    #[cfg(unix)]
    #[test]
    fn it_is_named_with_the_least_version_in_one_sentence() {
        use std::os::unix::fs::PermissionsExt;
        let program = std::env::temp_dir().join(format!("maillens-old-{}", std::process::id()));
        std::fs::write(&program, "#!/bin/sh\necho Mozilla Firefox 140.4.0esr\n").expect("a program");
        std::fs::set_permissions(&program, PermissionsExt::from_mode(0o755)).expect("that runs");
        let told = Browser::Firefox.checked(program.clone()).expect_err("it's too old");
        std::fs::remove_file(&program).expect("it's there");
        assert_eq!(
            told,
            format!(
                "the browser tests need Firefox 144 or newer, and {} is 140.4: update it, or name another in MAILLENS_FIREFOX.",
                program.display()
            )
        );
    }
}
