"""The classes that an account may see: list_offerings.py"""
import os

from rollcall import Client

with Client(os.environ["ROLLCALL_SERVER"], os.environ["ROLLCALL_SITE"]) as client:
    client.log_in(os.environ["ROLLCALL_USER"], os.environ["ROLLCALL_PASSWORD"])
    for offering in client.offerings(state="approved"):
        print(offering.id, offering.title, *offering.days, f"{offering.roster_size} people")
