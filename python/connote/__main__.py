"""The command line, `connote` or `python -m connote`: the same as that of the Rust crate."""

import signal
import sys

from connote._connote import run


def main() -> int:
    """Runs the command line with the arguments of the process and returns its exit code."""
    # The work happens outside the interpreter: let Ctrl-C end the process, as it ends any other program.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return run(sys.argv)


if __name__ == "__main__":
    sys.exit(main())
