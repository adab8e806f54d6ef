//! Every command that the documents show runs as it is shown.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The documents with commands of this program, and of Cargo.
const DOCUMENTS: [&str; 6] =
    ["README.md", "CONTRIBUTING.md", "docs/terminal.md", "docs/fleet.md", "docs/app.md", "docs/release.md"];

/// The lines of shell blocks, and what stands in backquotes and is a command.
fn commands() -> Vec<String> {
    let mut found = Vec::new();
    for file in DOCUMENTS {
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
    assert!(found.len() > 25, "{found:#?}");
    found
}

/// What a command is run on in place of what it names.
const SAMPLES: [(&str, &str); 4] = [
    ("cargo run --release --", "maillens"),
    ("tail -F /var/log/maillog", "cat current"),
    ("/var/log/send/current", "current"),
    // A form of all commands is none.
    ("[OPTIONS] [FILE…]", "current"),
];

/// A folder with what the samples name.
fn folder() -> PathBuf {
    let folder = std::env::temp_dir().join(format!("maillens-readme-{}", std::process::id()));
    fs::create_dir_all(folder.join("logs/mx1")).unwrap();
    let log = "@4000000064c13b1d36a8d2f4 info msg 330: bytes 2418 from <ana@shop.example> qp 5301 uid 108\n";
    fs::write(folder.join("current"), log).unwrap();
    fs::write(folder.join("logs/mx1/current"), log).unwrap();
    let text = log.trim_end();
    let view = format!(
        "{{\"schema\":\"maillens-view/1\",\"shown\":{{\"tab\":\"lines\"}},\"sources\":[{{\"name\":\"current\",\"text\":\"{text}\\n\"}}]}}"
    );
    fs::write(folder.join("maillens-view.json"), view).unwrap();
    folder
}

#[test]
fn every_command_that_is_shown_runs() {
    let folder = folder();
    let programs = Path::new(env!("CARGO_BIN_EXE_maillens")).parent().unwrap();
    let path = std::env::join_paths(
        [programs.to_owned()].into_iter().chain(std::env::split_paths(&std::env::var_os("PATH").unwrap())),
    );
    let path = path.unwrap();
    let mut ran = 0;
    for line in commands() {
        let command = SAMPLES.iter().fold(line.clone(), |command, (name, of)| command.replace(name, of));
        if command.split(" | ").any(|part| part.starts_with("maillens ")) {
            ran += 1;
            let mut shell = Command::new("sh");
            // In its place, so that it can be ended.
            let own = if command.starts_with("maillens --follow") { "exec " } else { "" };
            shell.args(["-c", &format!("{own}{command}")]).current_dir(&folder).env("PATH", &path);
            shell.stdin(Stdio::null());
            if own.is_empty() {
                let told = shell.output().unwrap();
                assert!(told.status.success(), "{line}: {}", String::from_utf8_lossy(&told.stderr));
            } else {
                // A log that is followed has no end.
                let mut following = shell.stdout(Stdio::null()).spawn().unwrap();
                std::thread::sleep(Duration::from_secs(1));
                assert!(following.try_wait().unwrap().is_none(), "{line}: it doesn't follow");
                following.kill().and_then(|()| following.wait()).unwrap();
            }
            continue;
        }
        let words: Vec<&str> = line.split(' ').skip_while(|word| word.contains('=')).collect();
        match words[..] {
            // That it takes them is its own to test.
            ["cargo", "xtask", ..] => {}
            ["cargo", "test", "--test", target, ..] => {
                let file = format!("crates/maillens/tests/{target}.rs");
                assert!(root().join(&file).is_file(), "{line}: no {file}");
            }
            ["cargo", "test" | "fmt"] => {}
            // `cargo xtask test` does it.
            ["cargo", "install", "--path", path, ..] => {
                assert!(root().join(path).join("Cargo.toml").is_file());
            }
            ["rustfmt", "--edition", "2024", files] => {
                let check = format!("rustfmt --check --edition 2024 {files}");
                let told = Command::new("sh").args(["-c", &check]).current_dir(root()).output().unwrap();
                assert!(told.status.success(), "{line}: {}", String::from_utf8_lossy(&told.stdout));
            }
            // `cargo xtask test fleet` does it.
            ["spark-submit", ..] => {}
            _ => panic!("no test knows how to run: {line}"),
        }
    }
    assert!(ran > 15, "{ran}");
    fs::remove_dir_all(folder).unwrap();
}

/// What log pipelines are told to start writes what they are told to read.
#[test]
fn the_commands_of_log_pipelines_write_a_trace_a_line() {
    for file in ["vector.yaml", "fluent-bit.yaml"] {
        let text = fs::read_to_string(root().join("docs/fleet").join(file)).unwrap();
        let command = text.lines().find_map(|line| line.trim().strip_prefix("command: ")).unwrap();
        let command = command.trim_matches(['[', ']']).replace(", ", " ");
        let args =
            command.strip_prefix("maillens --follow ").unwrap().strip_suffix(" /var/log/maillog").unwrap();
        let logs = root().join("tests/fleet/logs/mx1/maillog");
        let program = env!("CARGO_BIN_EXE_maillens");
        let told = Command::new(program).args(args.split(' ')).arg(logs).output().unwrap();
        assert!(told.status.success(), "{file}: {}", String::from_utf8_lossy(&told.stderr));
        let lines: Vec<serde_json::Value> = String::from_utf8(told.stdout)
            .unwrap()
            .lines()
            .map(|line| serde_json::from_str(line).expect("each line is JSON"))
            .collect();
        assert!(!lines.is_empty());
        for trace in lines {
            let outcome = trace["outcome"].as_str().unwrap();
            assert!(["failed", "partial", "deferred"].contains(&outcome), "{file}: {trace}");
            assert!(["type", "id", "started"].iter().all(|key| trace[key].is_string()), "{file}: {trace}");
        }
    }
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
