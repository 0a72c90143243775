"""`python -m tests`: all of them, a module a process, beside each other, with a closing line that counts."""
import io
import sys
import unittest
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path


def run(module: str) -> tuple[int, int, int, str]:
    """Tests of one module that passed, failed and were skipped, and what was said."""
    said = io.StringIO()
    result = unittest.TextTestRunner(said).run(unittest.defaultTestLoader.loadTestsFromName(f"tests.{module}"))
    # Sub-tests are reported one by one; what is counted are whole tests.
    failed = len({getattr(test, "test_case", test).id() for test, _ in result.failures + result.errors})
    skipped = len(result.skipped)
    if result.testsRun == 0 and skipped == 0:
        failed = 1  # tests that are not found are no success
    return max(0, result.testsRun - failed - skipped), failed, skipped, said.getvalue()


if __name__ == "__main__":
    # Those with a server first: they take longest.
    first = ("test_examples", "test_device", "test_live")
    names = sorted((path.stem for path in Path(__file__).parent.glob("test_*.py")), key=lambda name: (name not in first, name))
    with ProcessPoolExecutor() as pool:
        done = list(pool.map(run, names))
    for _, failed, _, said in done:
        if failed:
            print(said, file=sys.stderr)
    passed, failed, skipped = (sum(each[place] for each in done) for place in range(3))
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    sys.exit(1 if failed else 0)
