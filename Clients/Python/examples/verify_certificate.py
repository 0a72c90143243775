"""Whether a certificate is genuine: verify_certificate.py NUMBER CODE, without an account"""
import os
import sys

from rollcall import Client, NotFound

with Client(os.environ["ROLLCALL_SERVER"], os.environ["ROLLCALL_SITE"]) as client:
    try:
        found = client.verify_certificate(sys.argv[1], sys.argv[2])
    except NotFound:
        sys.exit("no such certificate, or another code")
    print(found.state, found.name, found.title, f"{found.credits} credits", found.last_day)
