"""The tables of methods and errors in Protocol/README.md, made from the .proto files.

`python -m tests.specification` writes them; a test fails while what stands there is anything else.
"""
from rollcall.messages import ERRORS, METHODS, ErrorCode, Method, Role, error_name

from .vectors import PROTOCOL

README = PROTOCOL / "README.md"
BEGIN, END = "<!-- tables: begin -->\n", "<!-- tables: end -->\n"
EFFECTS = ("reads", "mutates", "merges")
ERROR_AREAS = {0: "the connection", 1: "the call", 2: "the request", 3: "accounts", 4: "terminals and sync",
               5: "quarantined facts", 6: "attendance", 7: "recruitment, leave, notices"}


def method_row(method: Method) -> str:
    roles = [Role.Name(role).removeprefix("ROLE_").lower().replace("_", " ") for role in method.rule.allows]
    takes = f"`{method.request.DESCRIPTOR.name}`"
    if method.item is not None:
        takes += f", then items `{method.item.DESCRIPTOR.name}`"
    gives = ("items " if method.streams else "") + f"`{method.reply.DESCRIPTOR.name}`"
    audited = "yes" if method.rule.audited else ""
    effect = EFFECTS[method.rule.effect]
    return f"| {method.number:#06x} | {method.name} | {takes} | {gives} | {effect} | {audited} | {', '.join(roles)} |"


def tables() -> str:
    lines = []
    ordered = sorted(METHODS.values(), key=lambda method: method.number)
    for area in dict.fromkeys(method.area for method in ordered):
        lines += [f"**`{area}.proto`**", ""]
        lines += ["| number | method | takes | gives | effect | audited | who may call |", "|---|---|---|---|---|---|---|"]
        lines += [method_row(method) for method in ordered if method.area == area]
        lines.append("")
    lines += ["**Errors** (`errors.proto`)", ""]
    lines += ["| number | name | about | retry | meaning |", "|---|---|---|---|---|"]
    for code in ErrorCode.values()[1:]:
        rule = ERRORS[code]
        retry = "yes" if rule.retryable else ""
        lines.append(f"| {code} | {error_name(code)} | {ERROR_AREAS[code // 100]} | {retry} | {rule.en} · {rule.zh} |")
    return "\n".join(lines) + "\n"


def written() -> tuple[str, str, str]:
    """What stands before the tables, in their place, and behind them."""
    before, begin, rest = README.read_text().partition(BEGIN)
    between, end, after = rest.partition(END)
    if not begin or not end:
        raise AssertionError(f"{README} has no place for the tables")
    return before + begin, between, end + after


if __name__ == "__main__":
    before, _, after = written()
    README.write_text(before + tables() + after)
