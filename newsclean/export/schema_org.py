"""An article as a schema.org NewsArticle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.export.word_count import word_count

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsclean.article import Article, Dateline, Source

_DATELINE_CLOSERS = " \t\n\u00a0-\u2010\u2011\u2012\u2013\u2014\u2015\u2212:\uff1a"


def to_schema_org(article: Article) -> dict[str, object]:
    """Return the article as a JSON-LD object of type NewsArticle, only with the keys it has values for.

    Vocabulary: https://schema.org/NewsArticle. `articleBody` is without the dateline, which has a property of its own;
    `sourceOrganization` are the agencies, `provider` the aggregator the copy was found on. Dates are ISO 8601 strings.
    The object holds only types that `json.dumps` knows.
    """
    stated: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "url": article.url,
        "inLanguage": article.language,
        "headline": article.headline,
        "alternativeHeadline": article.subheadline,
        "author": _things("Person", article.authors),
        "datePublished": article.published and article.published.isoformat(),
        "dateModified": article.modified and article.modified.isoformat(),
        **_filed(article.dateline),
        **_parties(article.source),
        "articleBody": article.body,
        "wordCount": word_count(article.body),
    }
    return {key: value for key, value in stated.items() if value}


def _filed(dateline: Dateline | None) -> dict[str, object]:
    if dateline is None:
        return {}
    return {
        "dateline": dateline.text.rstrip(_DATELINE_CLOSERS),
        "dateCreated": dateline.date and dateline.date.isoformat(),
        "locationCreated": _things("Place", dateline.places),
    }


def _parties(source: Source) -> dict[str, object]:
    named = {"publisher": source.publisher, "provider": source.aggregator}
    return {
        **{key: {"@type": "NewsMediaOrganization", "name": name} for key, name in named.items() if name},
        "sourceOrganization": _things("NewsMediaOrganization", source.agencies),
        "creditText": source.credit,
    }


def _things(kind: str, names: Iterable[str]) -> list[dict[str, str]]:
    return [{"@type": kind, "name": name} for name in names]
