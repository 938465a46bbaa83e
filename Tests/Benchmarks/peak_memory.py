#!/usr/bin/env python3
"""Runs a command on a file as its standard input and prints the most memory it held, in bytes.

    peak_memory.py INPUT COMMAND…

What the command writes is thrown away; its exit status is passed on.
"""

import resource
import subprocess
import sys


def main(path: str, *command: str) -> int:
    with open(path, "rb") as file:
        run = subprocess.run(command, stdin=file, stdout=subprocess.DEVNULL, check=False)
    print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024)
    return run.returncode


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
