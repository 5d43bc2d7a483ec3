"""Tell a text's language, by a library."""

from __future__ import annotations

# Enough to be certain; more only costs time.
_SAMPLE = 1_000
_LEAST = 20


def detect_language(text: str) -> str | None:
    """Return the BCP 47 code of the language of `text`, or None where it is too short or cannot be told."""
    if sum(map(str.isalpha, text[:_SAMPLE])) < _LEAST:
        return None
    import py3langid

    code = str(py3langid.classify(text[:_SAMPLE])[0])
    return None if code in ("und", "zxx") else code
