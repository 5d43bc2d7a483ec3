"""What single words tell of where a line ends that is glued into a paragraph: stops, labels, names, first words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsclean.rules.fold import has_case
from newsclean.rules.words import Words

ENDS = re.compile("[.!?…。！？؟۔।:：,;][\"'”’»)」』）]{0,2}$")
# Behind these signs no sentence begins; and these may stand within a headline.
GOES_ON = re.compile("[:,;–—-]$")
_WITHIN = frozenset(":：,;")
# Whoever took a picture has so many names, behind a label. With more capitals the sentence may begin with a name, too.
_CREDITED = range(1, 3)
_LABEL = re.compile("[:：/]$")
# "M." is no stop.
_INITIAL = re.compile(r"(?<![^\W\d_])[^\W\d_a-z]\.$")
# The label of a credit is among so many first words.
_LABEL_WORDS = 4
# In characters: a shorter one may be how a name begins.
_LONG_LABEL = 14


def may_be_first(word: str) -> bool:
    """Whether a sentence may begin with a word, as its first letter tells."""
    return not word[0].islower() and (word[0].isupper() or not word[0].isalpha() or not has_case(word))


def may_begin(word: str, length: int, words: Words) -> bool:
    """Whether a sentence may begin with a word, behind so many characters that may be a label."""
    if length < _LONG_LABEL:
        return word[0].isupper() and words.is_frequent(word)
    return word[0].isupper() or not has_case(word)


def is_credited(words: Sequence[str]) -> bool:
    """Whether all words but the last two are a label and a name, and the last but one is how a sentence begins."""
    label = next((n for n, word in enumerate(words[:_LABEL_WORDS]) if _LABEL.search(word)), None)
    if label is None or len(words) - 3 - label not in _CREDITED:
        return False
    *names, first, after = words[label + 1 :]
    # "Photo: AFP Anna Berg said": a name made of capitals alone is whole, and the next begins the sentence.
    whole = len(names) > 1 and names[0].isalpha() and names[0].isupper()
    return all(_is_name(word) for word in (*names, first)) and after[0].islower() and not whole


def signed(text: str, found: Sequence[re.Match[str]]) -> Iterator[int]:
    """Yield where a label, a name and a stop end, if words are these and others stand behind: "Photo: Anna Berg."."""
    words = [word[0] for word in found]
    label = next((n for n, word in enumerate(words[:_LABEL_WORDS]) if _LABEL.search(word)), None)
    names = [] if label is None else words[label + 1 :]
    is_named = len(names) in range(1, _CREDITED.stop + 1) and all(not word[0].islower() for word in names)
    if is_named and is_stop(names[-1]) and found[-1].end() < len(text):
        yield found[-1].end()


def _is_name(word: str) -> bool:
    return word[0].isupper() and not GOES_ON.search(word)


def is_stop(word: str) -> bool:
    """Whether a sentence ends with a word."""
    return bool(ENDS.search(word)) and word[-1] not in _WITHIN and not _INITIAL.search(word)
