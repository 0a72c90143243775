"""A province's database keeps a copy of the credit awarded: read_credits.py DATABASE"""
import os
import sqlite3
import sys
from contextlib import closing

from rollcall import Client

with closing(sqlite3.connect(sys.argv[1])) as database, database:
    database.execute("CREATE TABLE IF NOT EXISTS award (id INTEGER PRIMARY KEY, name, project, credits, day, state)")
    with Client(os.environ["ROLLCALL_SERVER"], os.environ["ROLLCALL_SITE"]) as client:
        client.log_in(os.environ["ROLLCALL_USER"], os.environ["ROLLCALL_PASSWORD"])
        for offering in client.offerings(state="approved"):
            for award in client.awards(offering.id):
                row = (award.id, award.name, award.project_number, str(award.credits), str(award.activity_day), award.state)
                database.execute("INSERT OR REPLACE INTO award VALUES (?, ?, ?, ?, ?, ?)", row)
                print(*row)
