"""An article as an IPTC ninjs 3.2 item."""

from __future__ import annotations

import datetime as dt
import hashlib
import uuid
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from newsclean.export.word_count import word_count

if TYPE_CHECKING:
    from newsclean.article import Article

_STANDARD = {"name": "ninjs", "version": "3.2", "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.2.json#"}
_PARTY_ROLE = "http://cv.iptc.org/newscodes/contentprodpartyrole/"
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, _STANDARD["schema"])
_URI_SAFE = "/:?#[]@!$&'()*+,;=%~"


def to_ninjs(article: Article) -> dict[str, object]:
    """Return the article as a ninjs 3.2 item of type `text`, only with the properties it has values for.

    Schema: http://www.iptc.org/std/ninjs/ninjs-schema_3.2.json. The one required property is `uri`: the page's address,
    or else a `urn:uuid:` made from headline and body, the same for the same article. The body has its dateline, as
    agency copy does; `located` and `places` say it again as data. ninjs has no property for a credit line: it is a
    description whose role is `creditLine`. Roles of parties are IPTC Content Production Party Role NewsCodes.

    ninjs knows only full date-times. A date without time of day or zone is completed to UTC, and `edNote` says so.
    The item holds only types that `json.dumps` knows.
    """
    dateline = article.dateline
    places = dateline.places if dateline else ()
    stated: dict[str, object] = {
        "uri": _uri(article),
        "type": "text",
        "standard": dict(_STANDARD),
        "language": article.language,
        "firstCreated": _date_time(article.published),
        "versionCreated": _date_time(article.modified or article.published),
        "contentCreated": _date_time(dateline.date if dateline else None),
        "edNote": _completed_dates(article),
        "headlines": _texts(main=article.headline, subheadline=article.subheadline),
        "by": article.byline or ", ".join(article.authors),
        "located": "/".join(places),
        "places": [{"name": place, "rel": "located"} for place in places],
        "infoSources": _info_sources(article),
        "descriptions": _texts(creditLine=article.source.credit),
        "bodies": _bodies(article),
    }
    return {key: value for key, value in stated.items() if value}


def _uri(article: Article) -> str:
    address = article.url or article.source.url or ""
    try:
        parts = urlsplit(address)
        absolute = parts.scheme in {"http", "https"} and bool(parts.netloc)
    except ValueError:
        absolute = False
    if absolute:
        return quote(address.strip(), safe=_URI_SAFE, errors="replace")
    content = f"{article.headline or ''}\n{article.body}".encode("utf-8", "surrogatepass")
    return uuid.uuid5(_NAMESPACE, hashlib.sha256(content).hexdigest()).urn


def _date_time(when: dt.datetime | dt.date | None) -> str | None:
    if when is None:
        return None
    if not isinstance(when, dt.datetime):
        when = dt.datetime.combine(when, dt.time())
    if when.tzinfo is None:
        when = when.replace(tzinfo=dt.UTC)
    return when.isoformat().replace("+00:00", "Z")


def _completed_dates(article: Article) -> str:
    filed = article.dateline.date if article.dateline else None
    stated = {
        "firstCreated": article.published,
        "versionCreated": article.modified or article.published,
        "contentCreated": filed,
    }
    notes = []
    for key, when in stated.items():
        if when is not None and not isinstance(when, dt.datetime):
            notes.append(f"{key}: the source states the day only.")
        elif isinstance(when, dt.datetime) and when.tzinfo is None:
            notes.append(f"{key}: the source states no time zone.")
    return " ".join(notes)


def _texts(**by_role: str | None) -> list[dict[str, str]]:
    return [{"role": role, "contentType": "text/plain", "value": value} for role, value in by_role.items() if value]


def _info_sources(article: Article) -> list[dict[str, str]]:
    source = article.source
    parties = [(name, "author") for name in article.authors]
    parties += [(name, "contentSource") for name in source.agencies]
    parties += [(name, "distributor") for name in (source.publisher, source.aggregator) if name]
    return [{"name": name, "role": _PARTY_ROLE + role} for name, role in parties]


def _bodies(article: Article) -> list[dict[str, object]]:
    value = article.body_with_dateline or article.body
    if not value:
        return []
    captions = [paragraph.text for paragraph in article.paragraphs if paragraph.kind == "caption"]
    body: dict[str, object] = {"role": "main", "contentType": "text/plain"}
    # The schema counts a body without its figure captions.
    body["charCount"] = len(value) - sum(map(len, captions))
    words = word_count(value)
    if words is not None:
        body["wordCount"] = words - sum(len(caption.split()) for caption in captions)
    body["value"] = value
    return [body]
