//! `cargo xtask release`: all that is handed out, in one folder, the same bytes of the same sources.

use crate::step::{Result, Task, cargo, read, root, run, step, write};
use crate::{extension, npm, pack, page, sbom, tools};
use flate2::{Compression, GzBuilder};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What the page's folder on a web server holds.
const PAGE: [&str; 3] = ["maillens.html", "manifest.webmanifest", "sw.js"];

/// Makes the folder; with `--twice`, elsewhere too, with nothing built before, and compares.
pub fn command(args: &[String]) -> Result<Task> {
    match args {
        [] => Ok(Box::new(|| make().map(drop))),
        [twice] if twice == "--twice" => Ok(Box::new(twice_the_same)),
        _ => Err("release takes --twice or nothing.".to_owned()),
    }
}

fn twice_the_same() -> Result {
    let sums = |folder: &Path| read(&folder.join(SUMS));
    let first = sums(&make()?)?;
    let second = sums(&page::elsewhere(&["release"])?.join("dist/release"))?;
    if first == second {
        println!("Both releases have the same bytes.");
        return Ok(());
    }
    let differs = second.lines().filter(|line| !first.lines().any(|other| other == *line));
    Err(format!("the two releases differ:\n{}", differs.collect::<Vec<_>>().join("\n")))
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
    write(&folder.join("maillens.cdx.json"), sbom::of(&products(&host))?)?;

    let sums = sums(&folder, &names(&host))?;
    println!("\ndist/release:\n{sums}");
    write(&folder.join(SUMS), sums)?;
    Ok(folder)
}

/// What others' crates are in.
fn products(host: &str) -> [sbom::Product<'_>; 3] {
    [
        ("page", "maillens-page", tools::WASM),
        ("npm", "maillens-npm", tools::WASM),
        ("terminal", "maillens-terminal", host),
    ]
}

/// The file with the checksums of all others.
const SUMS: &str = "SHA256SUMS";

/// What the folder holds beside the checksums, by name.
fn names(host: &str) -> Vec<String> {
    let version = env!("CARGO_PKG_VERSION");
    let built = [format!("maillens-{version}-{host}.tar.gz"), format!("maillens-engine-{version}.tgz")];
    let fixed =
        PAGE.into_iter().chain(["maillens-chromium.zip", "maillens-firefox.zip", "maillens.cdx.json"]);
    let mut names: Vec<String> = fixed.map(str::to_owned).chain(built).collect();
    names.sort();
    names
}

/// The checksums of a folder's files, as sha256sum writes and checks them. Fails where the files are not these.
fn sums(folder: &Path, names: &[String]) -> Result<String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut found: Vec<String> =
        entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    found.sort();
    if found != names {
        return Err(format!("the release is {}, and should be {}", found.join(", "), names.join(", ")));
    }
    let sum = |name: &String| {
        let bytes = fs::read(folder.join(name)).map_err(|error| format!("{name}: {error}"))?;
        Ok(format!("{}  {name}\n", pack::sha256(&bytes)))
    };
    names.iter().map(sum).collect()
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
    use super::{SUMS, archive, names, products, sums};
    use crate::sbom;
    use crate::step::{read, root};
    use std::fs;
    use std::process::Command;

    #[test]
    fn the_document_names_what_the_folder_holds() {
        let document = read(&root().join("docs/release.md")).expect("the document");
        let cells = document.lines().filter_map(|line| line.strip_prefix("| `")?.split(" | ").next());
        let files = cells.flat_map(|cell| cell.split(['`', ','])).filter(|name| name.contains(['.', 'S']));
        let mut files: Vec<String> =
            files.map(|name| name.replace('\u{2026}', env!("CARGO_PKG_VERSION"))).collect();
        files.sort();
        let mut held = names("x86_64-unknown-linux-gnu");
        held.push(SUMS.to_owned());
        held.sort();
        assert_eq!(files, held);
    }

    #[test]
    fn sha256sum_checks_the_checksums_and_nothing_is_missing_or_left_over() {
        let folder = std::env::temp_dir().join(format!("maillens-release-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let names = ["a.zip".to_owned(), "b.html".to_owned()];
        fs::write(folder.join("a.zip"), "one").unwrap();
        assert!(sums(&folder, &names).is_err(), "b.html is missing");
        fs::write(folder.join("b.html"), "two").unwrap();
        let told = sums(&folder, &names).unwrap();
        assert!(sums(&folder, &names[..1]).is_err(), "b.html is left over");
        fs::write(folder.join(SUMS), &told).unwrap();
        if cfg!(target_os = "linux") {
            let check =
                Command::new("sha256sum").args(["--check", "--strict", SUMS]).current_dir(&folder).output();
            assert!(check.unwrap().status.success(), "{told}");
        }
        fs::remove_dir_all(folder).unwrap();
    }

    /// The bill of the real products: whole, without a folder of this machine, and the same again.
    #[test]
    fn the_bill_of_materials_names_each_part_once_with_its_license() {
        let host = sbom::host().unwrap();
        let text = sbom::of(&products(&host)).unwrap();
        assert_eq!(text, sbom::of(&products(&host)).unwrap());
        assert!(!text.contains(&*root().to_string_lossy()));
        let bill: serde_json::Value = serde_json::from_str(&text).unwrap();
        let list = |value: &serde_json::Value| value.as_array().unwrap().clone();
        let own = list(&bill["metadata"]["component"]["components"]);
        let parts = list(&bill["components"]);
        assert!(own.len() == 3 && parts.len() > 50, "{}", parts.len());
        let reference = |part: &serde_json::Value| part["bom-ref"].as_str().unwrap().to_owned();
        let mut known: Vec<String> = own.iter().chain(&parts).map(reference).collect();
        let all = known.len();
        known.sort();
        known.dedup();
        assert_eq!(known.len(), all, "each once");
        for part in &parts {
            let license = part["licenses"][0]["expression"].as_str().unwrap();
            assert!(!license.is_empty() && !license.contains('/'), "{part}");
            let is_own = reference(part).starts_with("pkg:cargo/maillens");
            assert!(
                is_own || part["hashes"][0]["content"].as_str().is_some_and(|sum| sum.len() == 64),
                "{part}"
            );
        }
        for made in list(&bill["dependencies"]) {
            for part in list(&made["dependsOn"]) {
                assert!(known.iter().any(|known| *known == part), "{part} is in no list");
            }
        }
    }

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
