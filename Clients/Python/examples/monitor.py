"""For a monitoring system: monitor.py BASE tells what needs a person, and ends with 1 if anything does"""
import os
import sys
import time

from rollcall import Client

base, problems = int(sys.argv[1]), []
with Client(os.environ["ROLLCALL_SERVER"], os.environ["ROLLCALL_SITE"], timeout_s=10) as client:
    client.log_in(os.environ["ROLLCALL_USER"], os.environ["ROLLCALL_PASSWORD"])
    for terminal in client.rows("Terminals.ListTerminals", base=base):  # any method that lists
        silent_h = time.time() / 3600 - terminal.last_contact_ms / 3_600_000
        if not terminal.revoked and silent_h > 24:
            problems.append(f"terminal {terminal.name}: no contact for {silent_h:.0f} h")
    lists = [client.waiting(base=base), *(client.waiting(offering=each.id) for each in client.offerings(base, "approved"))]
    for scan in (scan for scans in lists for scan in scans):
        problems.append(f"{scan.terminal_name}: check-in of {scan.number} waits: {scan.reason}")
print(*problems, f"{len(problems)} problems", sep="\n")
sys.exit(1 if problems else 0)
