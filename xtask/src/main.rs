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

const USAGE: &str = "\
cargo xtask COMMAND

  serve [--port N] [--no-open]   build the page, serve it on 127.0.0.1 and open it
  build [--twice]                build the page: dist/maillens.html; --twice: elsewhere too, and compare
  build --embed-from ORIGIN...   a page that these sites may frame and talk to: dist/embed/
  extension                      the page as an extension: dist/maillens-chromium.zip and dist/maillens-firefox.zip
  npm                            the engine as an npm package: dist/maillens-engine-….tgz
  release [--twice]              all that is handed out, in dist/release; --twice: elsewhere too, and compare
  test [--quick]                 every check; --quick leaves the page and the browser out
  tidy                           the house rules alone
  bench [--native] [P1 …]        speed, as ratios to other programs in the same run; all goals or these
  audit [--advisories]           licences and sources of all crates; --advisories: known faults, from the network
  laws FOLDER                    the laws that hold for every log, over all files of a folder
  fuzz [SECONDS] [TARGET...]     tries changed samples on every target, 60 seconds each
  shots [LOG]                    pictures of the page in docs/screenshots, or of this log in target/shots
  pack                           make one file of what Trunk staged (Trunk calls this)

MAILLENS_TOOLS       folder for the tools that are installed (default: your cache folder)
MAILLENS_CHROMIUM    Chromium or Chrome for tests and pictures (default: the one that is found)
MAILLENS_FIREFOX     Firefox for tests (default: the one that is found)";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let (command, args) = args.split_first().map_or(("", &[][..]), |(first, rest)| (first, rest));
    let done = match command {
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
        "pack" => pack::command(),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("\n✕ {why}");
            ExitCode::FAILURE
        }
    }
}
