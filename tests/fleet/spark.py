"""Runs the job of docs/fleet.md, docs/fleet/tables.py, by Spark on this machine, and kills a task in the middle.

`cargo xtask test fleet` names the terminal program (MAILLENS_TERMINAL) and makes the packages `pyspark` and `duckdb` importable.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

import duckdb
import pyspark

HERE = pathlib.Path(__file__).resolve().parent
JOB = HERE.parent.parent / "docs/fleet/tables.py"
PROGRAM = os.environ["MAILLENS_TERMINAL"]
OPTIONS = ["--source-zone", "Europe/Berlin", "--year", "2026"]

# Stands in for the program: once, it leaves half a table and kills the task that called it.
KILLER = """#!/bin/sh
case "$*" in *" mx2 "*)
  if mkdir "{marker}" 2>/dev/null; then
    while [ "$1" != --out ]; do shift; done
    mkdir -p "$2" && echo half > "$2/attempts.parquet"
    kill -9 $PPID
    sleep 60
  fi
esac
exec "{program}" "$@"
"""


class Spark(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def test_a_killed_task_and_the_same_tables_as_one_machine(self):
        logs = self.folder / "logs"
        shutil.copytree(HERE / "logs", logs)
        for twin, of in [("mx3", "mx1"), ("mx4", "mx2"), ("box2", "box1")]:
            shutil.copytree(logs / of, logs / twin)
        marker, program = self.folder / "killed", self.folder / "bin/maillens"
        program.parent.mkdir()
        program.write_text(KILLER.format(marker=marker, program=PROGRAM))
        program.chmod(0o755)

        # Four at a time, and a task that fails is tried once more.
        submit = [pathlib.Path(pyspark.__file__).parent / "bin/spark-submit", "--master", "local[4,2]", JOB]
        (self.folder / "spark").mkdir()
        job = subprocess.run(
            [*submit, logs, self.folder / "spark", *OPTIONS],
            env={**os.environ, "PATH": f"{program.parent}:{os.environ['PATH']}", "PYSPARK_PYTHON": sys.executable},
            capture_output=True,
            text=True,
        )
        self.assertEqual(job.returncode, 0, job.stderr[-4000:])
        self.assertTrue(marker.exists())
        self.assertIn("Lost task", job.stderr)
        self.assertIn("|client.example|blocked", job.stdout)

        servers = sorted(server.name for server in logs.iterdir())
        self.assertEqual(sorted(os.listdir(self.folder / "spark")), servers)
        for server in servers:
            one = self.folder / "one" / server
            subprocess.run([PROGRAM, "--format", "parquet", "--host", server, "--out", one, *OPTIONS, logs / server], check=True)
            for table in sorted(one.iterdir()):
                self.assertEqual((self.folder / "spark" / server / table.name).read_bytes(), table.read_bytes())
        rows = duckdb.sql(f"SELECT count(DISTINCT host) FROM '{self.folder}/spark/*/traces.parquet'").fetchall()
        self.assertEqual(rows, [(len(servers),)])


if __name__ == "__main__":
    unittest.main()
