"""Who was there, and what a person has to decide: read_attendance.py OFFERING"""
import os
import sys

from rollcall import Client

offering = int(sys.argv[1])
with Client(os.environ["ROLLCALL_SERVER"], os.environ["ROLLCALL_SITE"]) as client:
    client.log_in(os.environ["ROLLCALL_USER"], os.environ["ROLLCALL_PASSWORD"])
    for person in client.attendance(offering):
        print(person.number, person.name, "present" if person.present else "absent", f"{person.scans} scans")
    for scan in client.waiting(offering=offering):
        print(scan.number, scan.at, f"waits: {scan.reason}", scan.terminal_name)
