"""A hospital's staff database sends who takes part: push_roster.py OFFERING < people.tsv (number, name, phone)"""
import csv
import io
import os
import sys

from rollcall import Client

file = io.StringIO()
rows = csv.writer(file)
rows.writerow(["number", "name", "phone"])
rows.writerows(line.rstrip("\n").split("\t") for line in sys.stdin)

with Client(os.environ["ROLLCALL_SERVER"], os.environ["ROLLCALL_SITE"]) as client:
    client.log_in(os.environ["ROLLCALL_USER"], os.environ["ROLLCALL_PASSWORD"])
    job = client.upload("roster", file.getvalue().encode(), target=int(sys.argv[1]))
    print(f"{job.added} added, {job.changed} changed, {job.unchanged} as they were, {job.bad_count} bad")
    for bad in job.bad:
        print(f"line {bad.line}, {bad.column}: {bad.value!r}: {bad.reason}", file=sys.stderr)
    sys.exit(6 if job.bad_count else 0)
