"""`python -m tests`: the same as `python -m unittest`, with a closing line that counts."""
import sys
import unittest
from pathlib import Path

here = Path(__file__).parent
suite = unittest.defaultTestLoader.discover(str(here), top_level_dir=str(here.parent))
result = unittest.TextTestRunner(verbosity=1).run(suite)
# Sub-tests are reported one by one; what is counted are whole tests.
failed = len({getattr(test, "test_case", test).id() for test, _ in result.failures + result.errors})
skipped = len(result.skipped)
passed = max(0, result.testsRun - failed - skipped)
if result.testsRun == 0:
    failed = 1  # tests that are not found are no success
print(f"{passed} passed, {failed} failed, {skipped} skipped")
sys.exit(1 if failed else 0)
