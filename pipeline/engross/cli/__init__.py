"""The command line: arguments and printing, nothing else.

Standard output holds the product alone; findings, failures and progress go to standard error. Exit codes are
those of `engross.model.failure.ExitCode`.
"""

from __future__ import annotations

import os
import sys
import warnings
from contextlib import suppress


def main() -> None:
    """Runs the command line and ends the process with its exit code."""
    from engross.model.failure import ExitCode

    if not sys.warnoptions:
        warnings.simplefilter("ignore")  # of libraries, for their authors
    try:
        code = _run()
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader of our output has seen enough (`engross parse x | head`); nothing is wrong.
        _discard_output()
        code = ExitCode.OK
    except KeyboardInterrupt:
        _say("interrupted")
        code = ExitCode.INTERRUPTED
    except OSError as error:
        _discard_output()
        _say(f"standard output cannot be written: {error.strerror or error}")
        code = ExitCode.OUTPUT
    with suppress(OSError):
        sys.stderr.flush()
    sys.exit(int(code))


def _run() -> int:
    """The exit code of the command that the process was called with."""
    from engross.cli.printing import print_failure
    from engross.model.failure import ExitCode, Failure

    try:
        return _command()
    except Failure as failure:
        print_failure(failure)
        return failure.exit_code
    except (BrokenPipeError, KeyboardInterrupt):
        raise
    except Exception as error:
        if isinstance(error, OSError) and error.filename is None:
            raise
        from engross.batch.perform import refusal_for
        from engross.cli.printing import print_refusal

        print_refusal(refusal_for(error, "engross"))
        return ExitCode.INTERNAL


def _command() -> int:
    import click

    from engross.cli import batch, collection, drafts, versions  # noqa: F401 — they add their commands
    from engross.cli.commands import engross

    if "_ENGROSS_COMPLETE" in os.environ:  # a shell asks how to complete a word
        engross.main(prog_name="engross")
    try:
        # Not `engross.main`: it turns a closed pipe into exit code 1.
        with engross.make_context("engross", sys.argv[1:]) as context:
            return engross.invoke(context) or 0
    except click.Abort:
        raise KeyboardInterrupt from None
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.ClickException as error:
        error.show(sys.stderr)
        return error.exit_code


def _say(text: str) -> None:
    with suppress(OSError):
        print(f"engross: {text}", file=sys.stderr)


def _discard_output() -> None:
    """Points standard output to nowhere, so that the interpreter's own flush at the end cannot fail."""
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.close(nowhere)
