"""The build step that pyproject.toml cannot say: messages.pb, which protoc makes of the .proto files, and the version.

An sdist holds both, so what is built from one needs no folder Protocol beside it.
"""
from pathlib import Path

from setuptools import setup

here = Path(__file__).resolve().parent
protocol, package = here.parent.parent / "Protocol", here / "rollcall"
if (protocol / "VERSION").exists():
    import grpc_tools
    from grpc_tools import protoc

    well_known = Path(grpc_tools.__file__).parent / "_proto"
    made = protoc.main([
        "protoc", f"-I{protocol}", f"-I{well_known}", "--include_imports", f"--descriptor_set_out={package}/messages.pb",
        *map(str, sorted(protocol.glob("*.proto")))])
    if made != 0:
        raise SystemExit("protoc does not accept the files in Protocol")
    (package / "VERSION").write_text((protocol / "VERSION").read_text().partition("\n")[0] + "\n")
setup(version=(package / "VERSION").read_text().strip())
