"""Counts checks and prints each as it ends."""


class Outcome:
    def __init__(self) -> None:
        self.passed = self.failed = self.skipped = 0

    def report(self, check: str, problems: list[str]) -> None:
        """A check that ran: failed when there are problems; the first ten are shown."""
        if problems:
            self.failed += 1
            print(f"FAILED  {check}")
            for problem in problems[:10]:
                print(f"        {problem}")
            if len(problems) > 10:
                print(f"        and {len(problems) - 10} more")
        else:
            self.passed += 1
            print(f"ok      {check}")

    def skip(self, check: str, reason: str) -> None:
        self.skipped += 1
        print(f"SKIPPED {check}: {reason}")

    def closing_line(self) -> str:
        return f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped"
