"""Reads the golden examples in Protocol/Vectors. A folder that is gone or empty is a failure, not a pass."""
from dataclasses import dataclass
from pathlib import Path

PROTOCOL = Path(__file__).parents[3] / "Protocol"
VECTORS = PROTOCOL / "Vectors"


def files(folder: str) -> list[Path]:
    found = sorted((VECTORS / folder).glob("*.txt"))
    if not found:
        raise AssertionError(f"no vectors in {folder}")
    return found


@dataclass(frozen=True)
class Vector:
    """Lines of `key: value`; a line that begins with two blanks goes on with the one before."""
    name: str
    lines: list[tuple[str, str]]

    @staticmethod
    def read(path: Path) -> "Vector":
        lines: list[tuple[str, str]] = []
        for line in path.read_text().splitlines():
            if line.startswith("  "):
                key, value = lines.pop()
                lines.append((key, value + line[2:]))
            elif line and not line.startswith("#"):
                key, _, value = line.partition(":")
                lines.append((key, value.removeprefix(" ")))
        return Vector(path.stem, lines)

    def all(self, key: str) -> list[str]:
        return [value for each, value in self.lines if each == key]

    def text(self, key: str) -> str:
        value, = self.all(key)
        return value

    def data(self, key: str) -> bytes:
        return bytes.fromhex(self.text(key))

    def number(self, key: str) -> int:
        return int(self.text(key))

    def optional(self, key: str) -> int | None:
        return self.number(key) if self.all(key) else None


def fields(line: str) -> list[tuple[str, str]]:
    """`key=value key=value` of a line; a key may repeat."""
    return [(key, value) for key, _, value in (field.partition("=") for field in line.split())]
