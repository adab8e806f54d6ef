//! What is said of many servers: the tables of the terminal program, asked by DuckDB.

use crate::step::{Result, cargo, root, run, step};
use crate::tools;
use std::process::Command;

/// Runs the queries of `docs/fleet.md` on example logs.
pub fn test() -> Result {
    let packages = tools::python("duckdb", "1.4.1")?;
    step("the terminal program", || {
        run(&mut cargo(&["build", "--package", "maillens-terminal", "--locked"]))
    })?;
    step("queries of docs/fleet.md", || {
        let mut python = Command::new("python3");
        python.arg("tests/fleet/queries.py").current_dir(root()).env("PYTHONPATH", packages);
        run(python.env("MAILLENS_TERMINAL", root().join("target/debug/maillens")))
    })
}
