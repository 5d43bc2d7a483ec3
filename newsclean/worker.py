"""What a worker process runs: it cleans what comes on its standard input until that ends."""

from __future__ import annotations

import contextlib
import pickle
import sys

from newsclean.bounded import read_frame, write_frame
from newsclean.cleaner import Cleaner


def serve() -> None:
    """Answer each request of `newsclean.bounded.Workers` with an explanation.

    The first message is the arguments of the cleaner. Everything is unpickled: both ends are the same program's.
    """
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    # What anything else prints must not come between the answers.
    sys.stdout = sys.stderr
    cleaner = Cleaner(**pickle.loads(read_frame(requests)))
    cleaner.clean("")
    write_frame(answers, pickle.dumps(None))
    with contextlib.suppress(EOFError):
        while True:
            arguments = pickle.loads(read_frame(requests))
            write_frame(answers, pickle.dumps(cleaner.run(**arguments)))
