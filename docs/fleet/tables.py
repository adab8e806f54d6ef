"""Makes the tables of many servers at once, and says which domains refuse the most.

    spark-submit docs/fleet/tables.py LOGS TABLES [OPTION of maillens]...

LOGS holds a folder for each server, under the server's name. Every executor must see LOGS and TABLES (a file system that
they share) and have the program maillens on its search path.
"""

import os
import shutil
import subprocess
import sys

from pyspark import TaskContext
from pyspark.sql import SparkSession

logs, tables, *options = sys.argv[1:]


def read(server):
    """Writes a server's tables. They appear whole, so a task that dies and is tried again, or runs twice, does no harm."""
    part = os.path.join(tables, f".{server}-{TaskContext.get().taskAttemptId()}")
    read = ["maillens", "--format", "parquet", "--host", server, "--out", part]
    subprocess.run([*read, *options, os.path.join(logs, server)], check=True)
    os.makedirs(os.path.join(tables, server), exist_ok=True)
    for table in os.listdir(part):
        os.replace(os.path.join(part, table), os.path.join(tables, server, table))
    os.rmdir(part)


spark = SparkSession.builder.appName("maillens").getOrCreate()
servers = sorted(os.listdir(logs))
spark.sparkContext.parallelize(servers, len(servers)).foreach(read)
for part in filter(lambda name: name.startswith("."), os.listdir(tables)):
    shutil.rmtree(os.path.join(tables, part))  # of a task that died

spark.read.parquet(os.path.join(tables, "*", "attempts.parquet")).createOrReplaceTempView("attempts")
refused = "SELECT domain, reason, count(*) AS refused FROM attempts WHERE outcome = 'failure' GROUP BY ALL"
spark.sql(f"{refused} ORDER BY refused DESC, domain, reason LIMIT 20").show(truncate=False)
