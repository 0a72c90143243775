"""The messages and methods of the protocol, as the .proto files in Protocol describe them.

Nothing here knows a single method: number, types and permission are options in the .proto files. What protoc makes of
those is `messages.pb` in this package (see setup.py); it is read into a pool of its own, so that files of the same
names elsewhere in a program do not disturb it.
"""
import os
import time
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from google.protobuf import descriptor_pb2, descriptor_pool, message_factory
from google.protobuf.internal.enum_type_wrapper import EnumTypeWrapper

_described = files(__package__).joinpath("messages.pb").read_bytes()
_pool: Any = descriptor_pool.DescriptorPool()
for _file in descriptor_pb2.FileDescriptorSet.FromString(_described).file:
    _pool.AddSerializedFile(_file.SerializeToString())


def _kind(name: str) -> Any:
    return message_factory.GetMessageClass(_pool.FindMessageTypeByName(name))


# Read once more by the pool's own class, which knows the options that options.proto adds.
_files: list[Any] = [
    file for file in _kind("google.protobuf.FileDescriptorSet").FromString(_described).file if file.package == "rollcall"
]
_rule: Any = _pool.FindExtensionByName("rollcall.rule")
_error: Any = _pool.FindExtensionByName("rollcall.error")

# Message classes are made at run time, so a type checker sees them as Any.
TYPES: dict[str, Any] = {each.name: _kind(f"rollcall.{each.name}") for file in _files for each in file.message_type}


def _enumeration(name: str) -> Any:
    return EnumTypeWrapper(_pool.FindEnumTypeByName(f"rollcall.{name}"))


ErrorCode: Any = _enumeration("ErrorCode")
Verdict: Any = _enumeration("Verdict")
Role: Any = _enumeration("Role")
ItemKind: Any = _enumeration("ItemKind")
MUTATES = 1

# The rows of a list: the first repeated field of a reply.
REPEATED = 3
LISTS = {
    each.name: next(field.name for field in each.field if field.label == REPEATED)
    for file in _files for each in file.message_type if any(field.label == REPEATED for field in each.field)
}


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
        return bool(self.rule.effect == MUTATES)

    @property
    def plain(self) -> bool:
        """Its messages are never deflated."""
        return bool(self.rule.plain)


def _method(area: str, service: str, rpc: Any) -> Method:
    rule = rpc.options.Extensions[_rule]
    request, reply = (TYPES[name.removeprefix(".rollcall.")] for name in (rpc.input_type, rpc.output_type))
    return Method(
        area, f"{service}.{rpc.name}", rule.number, request, reply, rpc.server_streaming,
        TYPES[rule.item] if rule.item else None, rule)


METHODS = {
    method.name: method
    for file in _files
    for service in file.service
    for method in (_method(file.name.removesuffix(".proto"), service.name, rpc) for rpc in service.method)
}
# What the table of errors says of a number: retryable, en, zh.
ERRORS: dict[int, Any] = {
    value.number: value.options.Extensions[_error]
    for file in _files for enumeration in file.enum_type if enumeration.name == "ErrorCode"
    for value in enumeration.value
}


def error_name(code: int) -> str:
    """A number that this version does not know yet is `error_` and the number."""
    return ErrorCode.Name(code).removeprefix("ERROR_CODE_").lower() if code in ERRORS else f"error_{code}"


def error_text(code: int) -> str:
    return str(ERRORS[code].en) if code in ERRORS else "a later version of the protocol knows it"


def word(owner: Any, field: str) -> str:
    """The value of an enumeration in small letters, without its type; its number where this version has no name."""
    number, kind = getattr(owner, field), owner.DESCRIPTOR.fields_by_name[field].enum_type
    known = kind.values_by_number.get(number)
    if known is None:
        return str(number)
    return str(known.name.removeprefix(kind.values_by_number[0].name.removesuffix("UNSPECIFIED")).lower())


def new_key(now_ms: int | None = None) -> bytes:
    """An idempotency key: UUIDv7, 48 bits of time and the rest random."""
    now_ms = time.time_ns() // 1_000_000 if now_ms is None else now_ms
    number = now_ms << 80 | 7 << 76 | 0b10 << 62 | int.from_bytes(os.urandom(10), "big") & ~(0xF << 76) & ~(0b11 << 62)
    return number.to_bytes(16, "big")
