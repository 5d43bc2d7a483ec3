"""Who published a page: the outlet of its domain, or the name that it gives itself."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.document import PageMetadata
from newsclean.fields.publisher import _known, known_publisher, stated_publisher


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.nytimes.com/2031/03/12/world/ferry.html", "The New York Times"),
        ("https://apnews.com/article/ferry", "Associated Press News"),
        ("http://www.yomiuri.co.jp/a", "Yomiuri Shimbun"),
        ("https://YOMIURI.co.jp/a", "Yomiuri Shimbun"),
        ("https://quayside-courier.example/a", None),
        ("https://co.jp/a", None),
        ("https://notnytimes.com/a", None),
        ("https://[::1", None),
        ("", None),
    ],
)
def test_the_outlet_of_a_domain(url: str, name: str | None) -> None:
    assert known_publisher(url) == name


@pytest.mark.parametrize(
    ("publisher", "site", "url", "name"),
    [
        ("The Courier", "courier.example", None, "The Courier"),
        (None, "The Courier", None, "The Courier"),
        # The company behind an outlet is not what it is called.
        ("Courier Verlag und Druck GmbH & Co. KG", "Der Kurier", None, "Der Kurier"),
        ("Ediciones El Correo S.L.", "El Correo", None, "El Correo"),
        ("Courier GmbH", None, None, "Courier GmbH"),
        # A platform is none.
        ("Blogger", "The Quay Blog", None, "The Quay Blog"),
        ("WordPress", None, None, None),
        ("Kurier.example", None, "https://www.kurier.example/a", "Kurier"),
        ("Kurier.example", None, "https://other.example/a", "Kurier.example"),
        ("St. Mary News", None, "https://st.example/", "St. Mary News"),
        # What else it is called stands behind its name.
        (None, "Quay Courier – News from the harbour", "https://quaycourier.example/a", "Quay Courier"),
        (None, "News from the harbour | Quay Courier", "https://www.quay-courier.example/a", "Quay Courier"),
        (None, "Quay – Courier", "https://other.example/a", "Quay – Courier"),
        (None, None, None, None),
    ],
)
def test_the_name_that_a_page_gives_itself(
    publisher: str | None, site: str | None, url: str | None, name: str | None
) -> None:
    assert stated_publisher(PageMetadata(publisher=publisher, site_name=site), url) == name


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://facts.qcn.example/a", "QCN Facts"),
        ("https://other.qcn.example/a", "Facts"),
        ("https://facts.example/a", "Facts"),
        ("https://facts.co.za/a", "Facts"),
    ],
)
def test_a_part_of_an_outlet_is_named_with_it(url: str, name: str) -> None:
    assert stated_publisher(PageMetadata(site_name="Facts"), url, "Facts\nGoats loose.\nCopyright QCN") == name


def test_every_domain_has_a_name_and_is_under_another_one_only_if_it_is_another_outlet() -> None:
    known = _known()
    assert len(known) > 2_500
    assert all(
        domain == domain.lower() and "." in domain and name.strip() == name != "" for domain, name in known.items()
    )


def test_the_domain_speaks_before_the_page() -> None:
    page = (
        '<html><head><meta property="og:site_name" content="NYT"></head><body><p>It rained all day.</p></body></html>'
    )
    assert newsclean.clean(page, url="https://www.nytimes.com/a").source.publisher == "The New York Times"
    assert newsclean.clean(page, url="https://quay.example/a").source.publisher == "NYT"
