//! Every command that README and CONTRIBUTING show runs as it is shown.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The lines of shell blocks, and what stands in backquotes and is a command.
fn commands() -> Vec<String> {
    let mut found = Vec::new();
    for file in ["README.md", "CONTRIBUTING.md"] {
        let text = fs::read_to_string(root().join(file)).unwrap();
        for (nth, block) in text.split("```").enumerate() {
            let shell = (nth % 2 == 1).then(|| block.strip_prefix("sh\n")).flatten();
            let lines = shell.into_iter().flat_map(str::lines).map(str::to_owned);
            let inline = block.split('`').skip(1).step_by(2).filter(|_| nth % 2 == 0);
            let is_command = |text: &&str| {
                ["cargo ", "maillens ", "rustfmt ", "BLESS="].iter().any(|begins| text.starts_with(begins))
            };
            found.extend(lines.chain(inline.filter(is_command).map(|text| text.replace('\n', " "))));
        }
    }
    let mut found: Vec<String> = found
        .into_iter()
        .map(|line| line.split(" # ").next().unwrap_or_default().trim().to_owned())
        .collect();
    found.retain(|line| !line.is_empty());
    assert!(found.len() > 12, "{found:#?}");
    found
}

#[test]
fn every_command_that_is_shown_runs() {
    let folder = std::env::temp_dir().join(format!("maillens-readme-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let log = "@4000000064c13b1d36a8d2f4 info msg 330: bytes 2418 from <ana@shop.example> qp 5301 uid 108\n";
    fs::write(folder.join("current"), log).unwrap();
    let xtask = fs::read_to_string(root().join("xtask/src/main.rs")).unwrap();
    for line in commands() {
        let program = line.strip_prefix("cargo run --release -- ").or_else(|| line.strip_prefix("maillens "));
        if let Some(args) = program {
            let args = args.replace("/var/log/send/current", "current");
            let command = format!("{} {args}", env!("CARGO_BIN_EXE_maillens"));
            let ran = Command::new("sh").args(["-c", &command]).current_dir(&folder).output().unwrap();
            assert!(ran.status.success(), "{line}: {}", String::from_utf8_lossy(&ran.stderr));
            continue;
        }
        let words: Vec<&str> = line.split(' ').skip_while(|word| word.contains('=')).collect();
        match words[..] {
            // What each does, and that its options are these, is its own to test.
            ["cargo", "xtask", command, ..] => {
                assert!(xtask.contains(&format!("\"{command}\" =>")), "xtask has no {command}: {line}");
                for option in words.iter().filter(|word| word.starts_with("--")) {
                    assert!(xtask.contains(option), "{line}: xtask's help names no {option}");
                }
            }
            ["cargo", "test", "--test", target, ..] => {
                let file = format!("crates/maillens/tests/{target}.rs");
                assert!(root().join(&file).is_file(), "{line}: no {file}");
            }
            ["cargo", "test" | "fmt"] => {}
            ["cargo", "install", "--path", path] => assert!(root().join(path).join("Cargo.toml").is_file()),
            ["rustfmt", "--edition", "2024", files] => {
                let list = format!("ls {files}");
                let ran = Command::new("sh").args(["-c", &list]).current_dir(root()).output().unwrap();
                assert!(ran.status.success() && ran.stdout.len() > 1000, "{line}");
            }
            _ => panic!("no test knows how to run: {line}"),
        }
    }
    fs::remove_dir_all(folder).unwrap();
}

/// `cargo run` at the root has one program to run, and it is this one.
#[test]
fn a_fresh_clone_runs_this_program() {
    let ran = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--locked", "--", "--version"])
        .current_dir(root())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&ran.stdout);
    assert!(said.starts_with("maillens "), "{said}{}", String::from_utf8_lossy(&ran.stderr));
}
