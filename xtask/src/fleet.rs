//! What is said of many servers: the tables of the terminal program, asked by `DuckDB` and made by Spark.

use crate::step::{Result, cargo, root, run, step};
use crate::tools;
use std::process::Command;

/// Runs the queries and the job of `docs/fleet.md` on example logs.
pub fn test() -> Result {
    tools::java()?;
    let packages = [("duckdb", "1.4.1"), ("py4j", "0.10.9.9"), ("pyspark", "4.0.1")];
    let packages = packages.iter().map(|(package, version)| tools::python(package, version));
    let path =
        std::env::join_paths(packages.collect::<Result<Vec<_>>>()?).map_err(|error| error.to_string())?;
    step("the terminal program", || {
        run(&mut cargo(&["build", "--package", "maillens-terminal", "--locked"]))
    })?;
    for (name, test) in [("queries", "tests/fleet/queries.py"), ("job", "tests/fleet/spark.py")] {
        step(&format!("{name} of docs/fleet.md"), || {
            let mut python = Command::new("python3");
            python.arg(test).current_dir(root()).env("PYTHONPATH", &path);
            run(python.env("MAILLENS_TERMINAL", root().join("target/debug/maillens")))
        })?;
    }
    Ok(())
}
