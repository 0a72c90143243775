"""A vendor's terminal at a door: door.py FOLDER OFFERING, a number or pass a line on standard input"""
import os
import sys

from rollcall import Closed, Terminal

folder, offering = sys.argv[1], int(sys.argv[2])

with Terminal(folder) as terminal:
    if not terminal.is_enrolled:
        print("enrolled as", terminal.enrol(os.environ["ROLLCALL_SERVER"], os.environ["ROLLCALL_CARD"]))
        terminal.sync()  # the rosters, so that it knows people by name
    for line in sys.stdin:
        try:
            person = terminal.check_in(line, offering)  # on disk from here on
        except ValueError as error:
            print("refused:", error)
        else:
            print("welcome,", person.name or person.number if person else "whoever you are")
    try:
        terminal.sync()
    except Closed as error:
        print(f"offline ({error}); {terminal.pending} wait for the next time")
