"""Runs every query of docs/fleet.md on the tables of the example logs, and compares what stands behind it.

`cargo xtask test fleet` names the terminal program (MAILLENS_TERMINAL) and makes the package `duckdb` importable. With BLESS=1
the results are written into the document instead.
"""

import os
import pathlib
import re
import subprocess
import tempfile
import unittest

import duckdb

HERE = pathlib.Path(__file__).resolve().parent
DOCUMENT = HERE.parent.parent / "docs/fleet.md"
PROGRAM = os.environ["MAILLENS_TERMINAL"]
BLOCK = re.compile(r"```sql\n(?P<query>.*?)```\n\n```text\n(?P<result>.*?)```", re.S)


def tables(log, out, *options):
    arguments = ["--format", "parquet", "--source-zone", "Europe/Berlin", "--year", "2026", "--out", out, *options, log]
    subprocess.run([PROGRAM, *map(str, arguments)], check=True)


def shown(rows):
    """Rows as the document has them: the values of a row between bars."""
    names = [column[0] for column in rows.description]
    return "".join(" | ".join(value or "NULL" for value in row) + "\n" for row in [names, *rows.fetchall()])


class Fleet(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.base = duckdb.connect()
        self.base.execute("SET TimeZone = 'UTC'")

    def ask(self, query):
        query = query.strip().rstrip(";").replace("'tables/", f"'{self.folder}/tables/")
        # As text, so that times need no other package.
        return self.base.execute(f"SELECT COLUMNS(*)::VARCHAR FROM ({query})")

    def test_the_queries_of_the_document(self):
        for server in sorted((HERE / "logs").iterdir()):
            tables(server, self.folder / "tables" / server.name)
        document = DOCUMENT.read_text()
        found = list(BLOCK.finditer(document))
        self.assertEqual(len(found), document.count("```sql"))
        for block in reversed(found):
            result = shown(self.ask(block["query"]))
            if os.environ.get("BLESS"):
                document = document[: block.start("result")] + result + document[block.end("result") :]
            else:
                self.assertEqual(result, block["result"])
        if os.environ.get("BLESS"):
            DOCUMENT.write_text(document)

    def test_the_columns_stand_in_the_document(self):
        tables(HERE / "logs/mx1", self.folder / "tables/mx1")
        document = DOCUMENT.read_text()
        for name in ["attempts", "traces", "events"]:
            rows = self.ask(f"SELECT * FROM 'tables/mx1/{name}.parquet'")
            for column in rows.description:
                self.assertIn(f"`{column[0]}`", document)

    def test_a_server_is_named_and_nobody_else(self):
        tables(HERE / "logs", self.folder / "tables/all", "--redact", "--host", "fleet")
        hosts = self.ask("SELECT DISTINCT host, source FROM 'tables/*/traces.parquet' ORDER BY source").fetchall()
        self.assertEqual(hosts, [("fleet", f"Log {n}") for n in (1, 2, 3)])
        seen = str(self.ask("SELECT * FROM 'tables/*/attempts.parquet'").fetchall())
        for name in ["kofi", "client.example", "192.0.2.25"]:
            self.assertNotIn(name, seen)


if __name__ == "__main__":
    unittest.main()
