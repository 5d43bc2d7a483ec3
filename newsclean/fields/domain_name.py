"""The name of a page's domain, as the page writes it: "Harbour Bell" where the address is harbourbell.example."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from urllib.parse import urlsplit

# The name of a company stands left of these two labels in a host's name: bbc.co.uk.
_SECOND_LEVEL = frozenset(["ac", "co", "com", "edu", "go", "gov", "ne", "net", "or", "org"])
#: Under the addresses of platforms stand pages of many, which are not theirs.
PLATFORMS = frozenset(
    [
        *("archive", "blogger", "blogspot", "facebook", "github", "google", "linkedin", "livejournal", "medium"),
        *("squarespace", "substack", "tumblr", "typepad", "weebly", "wix", "wixsite", "wordpress", "youtube"),
    ]
)
_SHORTEST, _LONGEST = 3, 40
# A name of so few letters may be a word or an abbreviation: it is written in capitals.
_SHORT = 4
# So much of a page is looked through, in characters.
_MOST_READ = 200_000
# What may stand between two letters of a name that the domain writes as one word.
_BETWEEN = r"[^\w\n]{0,3}_?"


@lru_cache(maxsize=64)
def host_of(url: str) -> str:
    """Return the host of an address; nothing where it is none ("http://[")."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def letters_of(name: str) -> str:
    """Return the letters and digits of a name, in lower case: what is left of it in a domain."""
    return "".join(filter(str.isalnum, name.casefold()))


def domain_letters(url: str) -> str:
    """Return the letters of the registered name in an address; nothing where it has none, or belongs to a platform."""
    labels = host_of(url).split(".")[:-1]
    if len(labels) > 1 and labels[-1] in _SECOND_LEVEL:
        labels.pop()
    name = letters_of(labels[-1]) if labels else ""
    return "" if name in PLATFORMS else name


def name_of_domain(url: str, text: str) -> str | None:
    """Return how a page writes the name of its domain; None where it does not, or writes a common word so.

    Args:
        url: of the page, with its scheme.
        text: all that the page says.
    """
    letters = domain_letters(url)
    if not _SHORTEST <= len(letters) <= _LONGEST:
        return None
    # In the page's address, and in those for mail, it is no name.
    name = re.compile(rf"(?<![\w@./-]){_BETWEEN.join(map(re.escape, letters))}(?![\w@-]|\.\w)", re.IGNORECASE)
    counts = Counter(found[0] for found in name.finditer(text[:_MOST_READ]))
    names = [form for form, _ in counts.most_common() if _is_name(form, counts)]
    return next(iter(names), None)


def _is_name(form: str, counts: Counter[str]) -> bool:
    """Whether a name is no words of the language, which stand in small letters or apart, too: "Meeting notes"."""
    if form.isupper():
        return True
    if len(form) < _SHORT or not form[0].isalnum():
        return False
    small = form.lower()
    if form != small:
        return small not in counts
    return small.isalnum() and all(other == small or other.isupper() for other in counts)
