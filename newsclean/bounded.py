"""Cleaning within a time: in a worker process, which is killed where it takes longer."""

from __future__ import annotations

import contextlib
import os
import pickle
import struct
import subprocess
import sys
import threading
import weakref
from collections.abc import Mapping
from typing import IO, Any

from newsclean.explanation import Explanation

_LENGTH = struct.Struct("<Q")


class OutOfTimeError(Exception):
    """The worker took longer than it may."""


class Workers:
    """Processes that clean one input each at a time; as many as there are callers at the same moment.

    Not a signal, which only a main thread may set and no extension in C looks at: a process can always be killed. The
    workers begin with the interpreter and not with a fork, which is not safe in a process with threads.

    Args:
        options: arguments of the `Cleaner` in each of them.
        timeout: seconds.

    Raises:
        TypeError: an option cannot be given to another process.
    """

    def __init__(self, options: Mapping[str, Any], timeout: float) -> None:
        try:
            self._options = pickle.dumps(dict(options))
        except (pickle.PicklingError, AttributeError, TypeError) as error:
            raise TypeError(f"with a timeout, rules must be importable by a worker process: {error}") from error
        self._timeout = timeout
        self._idle: list[_Worker] = []
        self._lock = threading.Lock()
        # At the end of the program, or when nobody holds the cleaner any more.
        weakref.finalize(self, _stop, self._idle)

    def explain(self, arguments: Mapping[str, Any]) -> Explanation:
        """Return the explanation that `Cleaner.explain` (or, without reasons, `clean`) makes in a worker.

        Raises:
            OutOfTimeError: it takes longer than the timeout; the worker has been killed.
            RuntimeError: the worker has died of the input.
        """
        with self._lock:
            worker = self._idle.pop() if self._idle else None
        worker = worker or _Worker(self._options)
        try:
            answer: Explanation = worker.ask(pickle.dumps(dict(arguments)), self._timeout)
        except BaseException:
            worker.kill()
            raise
        with self._lock:
            self._idle.append(worker)
        return answer

    def close(self) -> None:
        """Stop the workers that are idle."""
        with self._lock:
            _stop(self._idle)


def _stop(workers: list[_Worker]) -> None:
    while workers:
        workers.pop().kill()


class _Worker:
    def __init__(self, options: bytes) -> None:
        command = [sys.executable, "-c", "from newsclean.worker import serve; serve()"]
        # The worker imports what the parent can import.
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment)
        self._send(options)
        # The time counts from when it is ready: it first compiles the rules.
        self._receive()

    @property
    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        return self._process.stdin, self._process.stdout

    def ask(self, request: bytes, timeout: float) -> Any:  # noqa: ANN401 - it is unpickled
        out_of_time = threading.Event()

        def stop() -> None:
            out_of_time.set()
            self._process.kill()

        timer = threading.Timer(timeout, stop)
        timer.start()
        try:
            self._send(request)
            return self._receive()
        except (OSError, EOFError) as error:
            if out_of_time.is_set():
                raise OutOfTimeError from error
            raise RuntimeError("the worker has died") from error
        finally:
            timer.cancel()

    def kill(self) -> None:
        self._process.kill()
        for pipe in self._pipes:
            with contextlib.suppress(OSError):
                pipe.close()
        self._process.wait()

    def _send(self, data: bytes) -> None:
        write_frame(self._pipes[0], data)

    def _receive(self) -> Any:  # noqa: ANN401
        return pickle.loads(read_frame(self._pipes[1]))


def write_frame(pipe: IO[bytes], data: bytes) -> None:
    """Write bytes behind their length."""
    pipe.write(_LENGTH.pack(len(data)))
    pipe.write(data)
    pipe.flush()


def read_frame(pipe: IO[bytes]) -> bytes:
    """Read bytes that `write_frame` wrote.

    Raises:
        EOFError: there are none, or not as many.
    """
    head = pipe.read(_LENGTH.size)
    length = _LENGTH.unpack(head)[0] if len(head) == _LENGTH.size else None
    data = pipe.read(length) if length is not None else b""
    if len(data) != length:
        raise EOFError
    return data
