//! `cargo xtask release`: all that is handed out, in one folder, the same bytes of the same sources.

use crate::step::{Result, cargo, read, root, run, step, write};
use crate::{extension, npm, pack, page, sbom, tools};
use flate2::{Compression, GzBuilder};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What the page's folder on a web server holds.
const PAGE: [&str; 3] = ["maillens.html", "manifest.webmanifest", "sw.js"];

/// Makes the folder; with `--twice`, elsewhere too, with nothing built before, and compares.
pub fn command(args: &[String]) -> Result {
    match args {
        [] => make().map(drop),
        [twice] if twice == "--twice" => {
            let sums = |folder: &Path| read(&folder.join("SHA256SUMS"));
            let first = sums(&make()?)?;
            let second = sums(&page::elsewhere(&["release"])?.join("dist/release"))?;
            if first == second {
                println!("Both releases have the same bytes.");
                return Ok(());
            }
            let differs = second.lines().filter(|line| !first.lines().any(|other| other == *line));
            Err(format!("the two releases differ:\n{}", differs.collect::<Vec<_>>().join("\n")))
        }
        _ => Err("release takes --twice or nothing.".to_owned()),
    }
}

/// The folder with all of it.
fn make() -> Result<PathBuf> {
    // Building the page empties the folder that all of this is in.
    let page = page::build()?;
    let folder = root().join("dist/release");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let take = |from: PathBuf| {
        let to = folder.join(from.file_name().unwrap_or_default());
        fs::copy(&from, to).map(drop).map_err(|error| format!("{}: {error}", from.display()))
    };

    PAGE.into_iter().try_for_each(|name| take(page.with_file_name(name)))?;
    for built in extension::build(&page)? {
        take(built.with_extension("zip"))?;
    }
    take(npm::build()?)?;
    let host = sbom::host()?;
    let name = format!("maillens-{}-{host}", env!("CARGO_PKG_VERSION"));
    write(&folder.join(format!("{name}.tar.gz")), terminal(&name, &host)?)?;
    let products = [
        ("page", "maillens-page", tools::WASM),
        ("npm", "maillens-npm", tools::WASM),
        ("terminal", "maillens-terminal", &host),
    ];
    write(&folder.join("maillens.cdx.json"), sbom::of(&products)?)?;

    let mut sums = Vec::new();
    for entry in fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?.flatten() {
        let bytes = fs::read(entry.path()).map_err(|error| format!("{}: {error}", entry.path().display()))?;
        // As sha256sum writes and checks it.
        sums.push((entry.file_name().to_string_lossy().into_owned(), pack::sha256(&bytes)));
    }
    sums.sort();
    let sums = sums.iter().map(|(name, sum)| format!("{sum}  {name}")).collect::<Vec<_>>().join("\n") + "\n";
    println!("\ndist/release:\n{sums}");
    write(&folder.join("SHA256SUMS"), sums)?;
    Ok(folder)
}

/// The terminal program for this kind of machine, with its manual page and what shells want, in an archive.
fn terminal(name: &str, host: &str) -> Result<Vec<u8>> {
    step("build the terminal program", || {
        let build = ["build", "--release", "--package", "maillens-terminal", "--locked", "--target", host];
        let flags = format!("CARGO_TARGET_{}_RUSTFLAGS", host.replace('-', "_").to_uppercase());
        run(cargo(&build).env(flags, page::without_paths(&root())?))
    })?;
    let program = root()
        .join("target")
        .join(host)
        .join("release/maillens")
        .with_extension(std::env::consts::EXE_EXTENSION);
    let says = |args: &[&str]| {
        let output = Command::new(&program).args(args).output();
        let output = output.ok().filter(|output| output.status.success());
        output.map(|output| output.stdout).ok_or_else(|| format!("{} does not run.", program.display()))
    };
    let bytes = fs::read(&program).map_err(|error| format!("{}: {error}", program.display()))?;
    let file = program.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let text = |name: &str| read(&root().join(name)).map(String::into_bytes);
    let files = [
        (file.as_str(), 0o755, bytes),
        ("maillens.1", 0o644, says(&["man"])?),
        ("completions/maillens.bash", 0o644, says(&["completions", "bash"])?),
        ("completions/_maillens", 0o644, says(&["completions", "zsh"])?),
        ("completions/maillens.fish", 0o644, says(&["completions", "fish"])?),
        ("LICENSE-APACHE", 0o644, text("LICENSE-APACHE")?),
        ("LICENSE-MIT", 0o644, text("LICENSE-MIT")?),
    ];
    archive(name, &files).map_err(|error| format!("{name}: {error}"))
}

/// A tar of these files (name, mode, bytes) in a folder of this name, packed. No file has a time or an owner, so the same
/// files make the same bytes.
fn archive(name: &str, files: &[(&str, u32, Vec<u8>)]) -> std::io::Result<Vec<u8>> {
    let packed = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    let mut tar = tar::Builder::new(packed);
    for (file, mode, bytes) in files {
        let mut head = tar::Header::new_gnu();
        head.set_mode(*mode);
        head.set_size(bytes.len() as u64);
        head.set_uid(0);
        head.set_gid(0);
        head.set_mtime(0);
        tar.append_data(&mut head, format!("{name}/{file}"), bytes.as_slice())?;
    }
    tar.into_inner()?.finish()
}

#[cfg(test)]
mod tests {
    use super::archive;

    #[test]
    fn an_archive_holds_what_runs_and_no_time() {
        let files = [("maillens", 0o755, vec![7; 3000]), ("man/maillens.1", 0o644, b"manual".to_vec())];
        let packed = archive("maillens-1", &files).unwrap();
        assert_eq!(packed, archive("maillens-1", &files).unwrap());
        let mut tar = tar::Archive::new(flate2::read::GzDecoder::new(packed.as_slice()));
        let told: Vec<_> = tar
            .entries()
            .unwrap()
            .map(|entry| {
                let entry = entry.unwrap();
                let head = entry.header();
                let path = entry.path().unwrap().display().to_string();
                (path, head.mode().unwrap(), head.mtime().unwrap(), head.uid().unwrap(), head.size().unwrap())
            })
            .collect();
        let wanted = [("maillens-1/maillens", 0o755, 3000), ("maillens-1/man/maillens.1", 0o644, 6)];
        assert_eq!(told, wanted.map(|(path, mode, size)| (path.to_owned(), mode, 0, 0, size)));
    }
}
