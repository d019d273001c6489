"""Runs ViewDefinitions on Apache Spark with Pathling, over a folder of NDJSON: the same files and the same views.

spark_views.py FETCH            starts once, so that what it needs is fetched (Pathling's own library, from Maven Central)
spark_views.py FROM TO PARTS VIEW...
                                reads the NDJSON in FROM, writes each view as Parquet below TO; both may be any address
                                that this Spark reads and writes (file, s3a, abfss, gs ...). With more than one of PARTS
                                each view that is about patients is written in so many folders (patient_part=0 ...), a
                                patient's rows of every view in folders of the same number: what is asked of few people, or
                                joined by them, reads few files

One line of JSON a view on standard output: name, and rows or why it was not run.
"""

import json
import sys

from pathling import PathlingContext
from pyspark.sql import functions


def say(**facts):
    print("chartside " + json.dumps(facts), flush=True)


def patient_of(view):
    """The column that says whose row it is."""
    names = [column["name"] for part in view["select"] for column in part.get("column", [])]
    if "patient_id" in names:
        return "patient_id"
    return "id" if view["resource"] == "Patient" and "id" in names else None


def written(frame, whose, parts):
    # Of a view without rows no folder would be written, and nothing say which columns it has.
    if parts < 2 or whose is None or frame.isEmpty():
        return frame.write
    number = functions.pmod(functions.xxhash64(functions.col(whose)), functions.lit(parts))
    # One file a folder, not one from each part that was at work on it.
    return frame.withColumn("patient_part", number).repartition("patient_part").write.partitionBy("patient_part")


def run(data, types, view, target, parts):
    name = view["name"]
    if view["resource"] not in types:
        return say(name=name, absent=True)
    try:
        frame = data.view(json=json.dumps(view))
        written(frame, patient_of(view), parts).mode("overwrite").parquet(f"{target}/{name}")
        return say(name=name, rows=frame.sparkSession.read.parquet(f"{target}/{name}").count())
    except Exception as error:  # one view that fails does not stop the others
        # Of what Spark says, no more than its first words: what follows may quote records.
        if "DataFormatException" in str(error):
            return say(name=name, failed="Pathling's parser refuses a record of this type: a code or a narrative that is none")
        return say(name=name, failed=type(error).__name__ + ": " + str(error).splitlines()[0][:160])


def main():
    # Extensions are left out otherwise, and race and ethnicity with them.
    context = PathlingContext.create(enable_extensions=True)
    # Spark 4.3 with Pathling 9.4: with these, a view may end in an error, or silently in no rows.
    context.spark.conf.set("spark.sql.optimizer.nestedSchemaPruning.enabled", "false")
    context.spark.conf.set("spark.sql.optimizer.expression.nestedPruning.enabled", "false")
    if sys.argv[1:] == ["FETCH"]:
        return say(ready=True)
    source, target, parts, *views = sys.argv[1:]
    data = context.read.ndjson(source)
    types = set(data.resource_types())
    for path in views:
        with open(path, encoding="utf-8") as file:
            run(data, types, json.load(file), target, int(parts))


main()
