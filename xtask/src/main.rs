//! The project's own commands, `cargo xtask …`: each says what it does and how long that took.

mod audit;
mod bench;
mod browser;
mod extension;
mod fleet;
mod fuzz;
mod genlog;
mod npm;
mod pack;
mod page;
mod release;
mod sbom;
mod serve;
mod step;
mod tests;
mod tidy;
mod tools;
mod words;
mod zip;

use std::process::ExitCode;
use step::Task;

const USAGE: &str = "\
cargo xtask COMMAND

  serve [--port N] [--no-open]   build the page, serve it on 127.0.0.1 and open it
  build [--twice]                build the page: dist/maillens.html; --twice: elsewhere too, and compare
  build --embed-from ORIGIN...   a page that these sites may frame and talk to: dist/embed/
  extension                      the page as an extension: dist/maillens-chromium.zip and dist/maillens-firefox.zip
  npm                            the engine as an npm package: dist/maillens-engine-….tgz
  release [--twice]              all that is handed out, in dist/release; --twice: elsewhere too, and compare
  test [--quick]                 every check that needs no screen; --quick leaves the page and the browser out
  test windows                   the page in WebKit and the extension in both browsers, on a screen of their own
  test fleet                     the tables of many servers, by DuckDB and Spark
  tidy                           the house rules alone
  bench [--native] [P1 …]        speed, as ratios to other programs in the same run; all goals or these
  audit [--advisories]           licences and sources of all crates; --advisories: known faults, from the network
  laws FOLDER                    the laws that hold for every log, over all files of a folder
  fuzz [SECONDS] [TARGET...]     tries changed samples on every target, 60 seconds each
  shots [LOG]                    pictures of the page in docs/screenshots, or of this log in target/shots
  pack                           make one file of what Trunk staged (Trunk calls this)

MAILLENS_TOOLS       folder for the tools that are installed (default: your cache folder)
MAILLENS_CHROMIUM    Chromium or Chrome for tests and pictures (default: the one that is found)
MAILLENS_FIREFOX     Firefox for tests (default: the one that is found)
MAILLENS_WEBKIT      WebKitWebDriver for tests (default: the one that is found)";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let Some(task) = understood(&args) else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    match task.and_then(|task| task()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("\n✕ {why}");
            ExitCode::FAILURE
        }
    }
}

/// What these arguments ask for, not yet done; `None` where no command is called so.
fn understood(args: &[String]) -> Option<step::Result<Task>> {
    let (command, args) = args.split_first()?;
    Some(match command.as_str() {
        "serve" => serve::command(args),
        "build" => page::command(args),
        "extension" => extension::command(args),
        "npm" => npm::command(args),
        "release" => release::command(args),
        "test" => tests::command(args),
        "tidy" => tidy::command(args),
        "audit" => audit::command(args),
        "bench" => bench::command(args),
        "laws" => tests::laws(args),
        "fuzz" => fuzz::command(args),
        "shots" => browser::shots(args),
        "pack" => step::alone("pack", args, pack::command),
        _ => return None,
    })
}

#[cfg(test)]
mod commands {
    //! Every command of this program that a document shows is one that it takes; what takes no time runs.

    use super::understood;
    use crate::step::{read, root};

    /// What is quick enough to run here.
    const QUICK: &str = "tidy";

    /// The commands in the documents: of shell blocks, one a line, and between backquotes.
    fn shown() -> Vec<Vec<String>> {
        let docs = std::fs::read_dir(root().join("docs")).expect("the documents").flatten();
        let docs =
            docs.map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|of| of == "md"));
        let all = ["README.md", "CONTRIBUTING.md", "crates/npm/README.md"].map(|name| root().join(name));
        let mut found = Vec::new();
        for file in all.into_iter().chain(docs) {
            let text = read(&file).expect("a document");
            for (at, lead) in text.match_indices("cargo xtask") {
                // Between backquotes a command can go on in the next line.
                let end: &[char] = if text[..at].ends_with('`') { &['`'] } else { &['`', '#', '\n'] };
                let line = text[at + lead.len()..].split(end).next().unwrap_or_default();
                let sample = |word: &str| match word {
                    "FOLDER" => root().join("tests/fleet/logs").display().to_string(),
                    _ => word.to_owned(),
                };
                found.push(line.split_whitespace().map(sample).collect());
            }
        }
        found
    }

    #[test]
    fn every_command_that_a_document_shows_is_taken() {
        let mut quick = None;
        let shown = shown();
        assert!(shown.len() > 25, "{shown:#?}");
        for args in &shown {
            match understood(args) {
                None => panic!("no command is called {args:?}"),
                Some(Err(why)) => panic!("{args:?}: {why}"),
                Some(Ok(task)) if *args == [QUICK] => quick = Some(task),
                Some(Ok(_)) => {}
            }
        }
        quick.expect("a quick one is shown")().expect("a quick one");
        // The test can fail.
        for args in [&["build", "--thrice"][..], &["fuzz", "1", "nothing"], &["laws"], &["bench", "P99"]] {
            let args: Vec<String> = args.iter().map(|arg| (*arg).to_owned()).collect();
            assert!(understood(&args).is_some_and(|task| task.is_err()), "{args:?}");
        }
        assert!(understood(&["bild".to_owned()]).is_none());
    }

    #[test]
    fn what_the_help_names_is_a_command() {
        for line in super::USAGE.lines().skip(2).take_while(|line| !line.is_empty()) {
            let name = line.split_whitespace().next().unwrap_or_default().to_owned();
            assert!(understood(std::slice::from_ref(&name)).is_some(), "{name}");
        }
    }
}
