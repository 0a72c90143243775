"""The gateway of an attendance clock: clock_gateway.py FOLDER OFFERING < attlog.dat

The first run enrols it, with the card of `rollcall-admin terminals code` in ROLLCALL_CARD. The same file may be given again.
"""
import os
import sys
from datetime import datetime
from zoneinfo import ZoneInfo

from rollcall import Terminal

folder, offering, zone = sys.argv[1], int(sys.argv[2]), ZoneInfo("Asia/Shanghai")
lines = [line.split("\t") for line in sys.stdin]

with Terminal(folder) as terminal:
    if not terminal.is_enrolled:
        terminal.enrol(os.environ["ROLLCALL_SERVER"], os.environ["ROLLCALL_CARD"])
    punches = ((number, datetime.fromisoformat(at).replace(tzinfo=zone)) for number, at, *_ in lines)
    print(f"{terminal.add_punches(punches, offering)} new")
    synced = terminal.sync()
    print(f"{synced.sent} sent, {synced.pending} pending")
    for each in synced.quarantined:
        print(f"{each.number} does not count now: {each.reason}")
