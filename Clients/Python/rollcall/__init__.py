"""A small client of the Rollcall protocol, written from Protocol/README.md alone.

    from rollcall.connection import Connection, TlsTransport

    with Connection(TlsTransport("rollcall.example", 7700), pin=fingerprint) as server:
        login = server.login("anna", "correct horse")
        offerings = server.call("Projects.ListOfferings")
"""
