"""Look for inputs that break the promises of `clean()` and `explain()`, with a fuzzer that is led by coverage.

    pip install atheris
    python benchmarks/fuzz.py text --minutes 10
    python benchmarks/fuzz.py html --minutes 10

The corpus begins with the fixtures of the form asked for. An input that raises, fails to be cleaned, has spans that do
not add up, gives other words than its own, or takes longer than ten seconds stops the run and is written to the folder
`--found`.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["newsclean"]):
    import newsclean
    from newsclean.assembling import assemble
    from newsclean.cleaner import default_cleaner

FIXTURES = Path(__file__).parents[1] / "fixtures"
LONGEST = 4_000


def check(raw: str | bytes) -> None:
    """Raise where an input breaks a promise."""
    explanation = newsclean.explain(raw)
    article, document = explanation.article, explanation.document
    failed = [warning for warning in article.warnings if warning.startswith("Cleaning failed")]
    assert not failed, failed
    assert newsclean.clean(raw) == article, "clean() and explain() differ"
    assert "".join(span.text for span in explanation.spans) == document.text, "the spans do not add up"
    assert assemble(document, explanation.marks) == explanation, "the marks do not make the article"
    kept = set("".join(filter(str.isalnum, article.body)))
    assert kept <= set(document.text), "the body has letters that the input has not"


def text(data: bytes) -> None:
    """Check bytes as flattened text."""
    check(data.decode("utf-8", "surrogateescape"))


def html(data: bytes) -> None:
    """Check bytes as they are, behind the beginning of a page."""
    check(b"<html>" + data)


def main() -> None:
    """Fuzz for some minutes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("form", choices=["text", "html"])
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--found", type=Path, default=Path("fuzz-found"))
    args = parser.parse_args()
    args.found.mkdir(parents=True, exist_ok=True)
    default_cleaner()
    suffix = ".html" if args.form == "html" else ".txt"
    with tempfile.TemporaryDirectory() as corpus:
        for path in sorted(FIXTURES.glob(f"*/input*{suffix}")):
            (Path(corpus) / path.parent.name).write_bytes(path.read_bytes()[:LONGEST])
        options = [
            f"-max_total_time={int(args.minutes * 60)}",
            f"-max_len={LONGEST}",
            "-timeout=10",
            "-rss_limit_mb=4096",
            "-print_final_stats=1",
            f"-artifact_prefix={args.found}/",
        ]
        atheris.Setup([sys.argv[0], *options, corpus], text if args.form == "text" else html)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
