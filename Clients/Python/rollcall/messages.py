"""The messages and methods of the protocol, as protoc makes them from Protocol/*.proto (see `make python-venv`).

Nothing here knows a single method: number, types and permission are options in the .proto files.
"""
import importlib
import sys
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import Any

GENERATED = Path(__file__).parent.parent / "generated"
sys.path.append(str(GENERATED))

AREAS = sorted(path.name.removesuffix("_pb2.py") for path in GENERATED.glob("*_pb2.py"))
_modules = {area: importlib.import_module(f"{area}_pb2") for area in AREAS}
_options: Any = _modules["options"]
_connection: Any = _modules["connection"]

# Message classes are made at run time, so a type checker sees them as Any.
TYPES: dict[str, Any] = {
    name: getattr(module, name) for module in _modules.values() for name in module.DESCRIPTOR.message_types_by_name
}
ErrorCode: Any = getattr(_modules["errors"], "ErrorCode")
Verdict: Any = getattr(_modules["sync"], "Verdict")
Role: Any = _options.Role


def message(name: str, /, **fields: Any) -> Any:
    """A new message by its name in the .proto files."""
    return TYPES[name](**fields)


@dataclass(frozen=True)
class Method:
    area: str
    name: str  # "Accounts.Login"
    number: int
    request: Any
    reply: Any
    streams: bool  # answers with items
    item: Any  # the message of the items the caller sends, or None
    rule: Any

    @property
    def needs_key(self) -> bool:
        return bool(self.rule.effect == _options.EFFECT_MUTATES)


def _method(area: str, service: str, rpc: Any) -> Method:
    rule = rpc.GetOptions().Extensions[_options.rule]
    return Method(
        area, f"{service}.{rpc.name}", rule.number, TYPES[rpc.input_type.name], TYPES[rpc.output_type.name],
        rpc.server_streaming, TYPES[rule.item] if rule.item else None, rule)


METHODS = {
    method.name: method
    for area, module in _modules.items()
    for service, descriptor in module.DESCRIPTOR.services_by_name.items()
    for method in [_method(area, service, rpc) for rpc in descriptor.methods]
}


def error_rule(code: int) -> Any:
    """What the table of errors says of a number: retryable, en, zh."""
    return ErrorCode.DESCRIPTOR.values_by_number[code].GetOptions().Extensions[_options.error]


def error_name(code: int) -> str:
    return str(ErrorCode.Name(code).removeprefix("ERROR_CODE_").lower())


def new_key(now_ms: int) -> bytes:
    """An idempotency key: UUIDv7, 48 bits of time and the rest random."""
    return (now_ms << 16 | 0x7000 | uuid.uuid4().int & 0xFFF).to_bytes(8, "big") + uuid.uuid4().bytes[8:]
