import re
import unittest

from rollcall import crypto, facts
from rollcall.messages import METHODS

from .vectors import PROTOCOL

README = PROTOCOL / "README.md"


class Specification(unittest.TestCase):
    def test_numbers_of_methods_are_used_once(self) -> None:
        numbers = [method.number for method in METHODS.values()]
        self.assertEqual(len(numbers), len(set(numbers)))
        self.assertTrue(all(0 < number < 1 << 16 for number in numbers))

    def test_it_names_every_context_that_this_client_uses(self) -> None:
        text = README.read_text()
        for value in vars(crypto).values():
            if isinstance(value, bytes):
                self.assertIn(f'"{value[:-1].decode()}"', text)

    def test_it_lists_every_column_that_this_client_knows(self) -> None:
        listed = {int(number) for number in re.findall(r"^\| (\d+) \| [a-z ]+ \|", README.read_text(), re.MULTILINE)}
        self.assertLessEqual(set(facts.KNOWN), listed)
