"""HTML pages become blocks: what stands apart, what runs on, what is no text, and where each block stood."""

from __future__ import annotations

import pytest

from newsclean.document import Block, BlockKind
from newsclean.segment.html import HtmlPage, parse, segment_html


def page(html: str) -> HtmlPage:
    parsed = parse(html)
    assert parsed is not None
    return segment_html(parsed[0])


def blocks(html: str) -> tuple[Block, ...]:
    return page(html).document.blocks


def texts(html: str) -> list[str]:
    return [block.text for block in blocks(html)]


@pytest.mark.parametrize("html", ["", " \n", "<!-- nothing -->"])
def test_no_element_no_page(html: str) -> None:
    assert parse(html) is None


def test_an_xml_declaration_is_no_trouble() -> None:
    assert texts('<?xml version="1.0" encoding="iso-8859-1"?><html><body><p>Fähre</p></body></html>') == ["Fähre"]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>It <b>rai</b>ned<sup>2</sup>.</p>", ["It rained2."]),
        ("<p>a</p><div>b<div>c</div>d</div>e", ["a", "b", "c", "d", "e"]),
        ("<p>It\n  rained\t<i> a lot</i> </p>", ["It rained a lot"]),
        ("<p>one<br>line</p>", ["one line"]),
        ("<p>one<br><br>two<br> <br/>three</p>", ["one", "two", "three"]),
        ("<p>one<br><b>two</b><br>three</p>", ["one two three"]),
        ("<p>long<wbr>word and hy&shy;phen</p>", ["longword and hyphen"]),
        ("<new-tag>a</new-tag><new-tag>b</new-tag>", ["a", "b"]),
        ("<a href='/'>a</a><a href='/'>b</a> <a href='/'>c</a>", ["ab c"]),
        ("<p>a &amp; b &lt; c&nbsp;d</p>", ["a & b < c d"]),
        ("<p> </p><div>\u200b</div><p>a</p>", ["a"]),
        ("<p>unclosed <p>paragraphs", ["unclosed", "paragraphs"]),
        ("<table><tr><td>a</td><td><b>b</b></td></tr><tr><td>c</td></tr></table>", ["a | b", "c"]),
    ],
)
def test_what_stands_apart_and_what_runs_on(html: str, expected: list[str]) -> None:
    assert texts(html) == expected


@pytest.mark.parametrize(
    "silent",
    [
        "<script>x</script>",
        "<style>x</style>",
        "<template>x</template>",
        "<svg><text>x</text></svg>",
        "<iframe>x</iframe>",
        "<select><option>x</option></select>",
        "<textarea>x</textarea>",
        "<!-- x -->",
        "<?x x?>",
    ],
)
def test_what_is_no_text_of_the_page_is_left_out_and_what_follows_it_stays(silent: str) -> None:
    assert texts(f"<p>a{silent}b</p>") == ["ab"]


def test_the_title_is_no_block() -> None:
    assert texts("<html><head><title>T</title></head><body><p>a</p></body></html>") == ["a"]


@pytest.mark.parametrize(
    ("html", "kind"),
    [
        ("<p>a</p>", BlockKind.PARAGRAPH),
        ("<section>a</section>", BlockKind.PARAGRAPH),
        ("<ul><li>a</li></ul>", BlockKind.LIST_ITEM),
        ("<ul><li><div><p>a</p></div></li></ul>", BlockKind.LIST_ITEM),
        ("<ul><li><section><p>a</p></section></li></ul>", BlockKind.PARAGRAPH),
        ("<blockquote><p>a</p></blockquote>", BlockKind.QUOTE),
        ("<figure><figcaption>a</figcaption></figure>", BlockKind.CAPTION),
        ("<table><tr><td>a</td></tr></table>", BlockKind.TABLE_ROW),
        ("<pre>a</pre>", BlockKind.PREFORMATTED),
    ],
)
def test_kinds(html: str, kind: BlockKind) -> None:
    assert [block.kind for block in blocks(html)] == [kind]


def test_headings_have_levels() -> None:
    found = blocks("".join(f"<h{level}>a</h{level}>" for level in range(1, 7)) + "<p>b</p>")
    assert [(block.kind is BlockKind.HEADING, block.level) for block in found[:6]] == [(True, n) for n in range(1, 7)]
    assert found[6].level == 0


def test_link_density_is_the_share_of_linked_characters() -> None:
    found = blocks("<p>abcd</p><p><a href='/'>abcd</a></p><p>ab<a href='/'>c<b>d</b></a></p>")
    assert [block.link_density for block in found] == [0.0, 1.0, 0.5]


@pytest.mark.parametrize(
    "html",
    [
        "<p hidden>a</p>",
        "<div hidden><section><p>a</p></section></div>",
        "<p aria-hidden='true'>a</p>",
        "<p style='color: red; DISPLAY : none'>a</p>",
        "<p style='visibility:hidden'>a</p>",
        "<noscript><p>a</p></noscript>",
        "<p><span hidden>a</span></p>",
    ],
)
def test_hidden_text_is_a_block_and_said_to_be_hidden(html: str) -> None:
    assert [(block.text, block.hidden) for block in blocks(html + "<p>b</p>")] == [("a", True), ("b", False)]


def test_the_trail_names_the_ancestors() -> None:
    (block,) = blocks('<body id="top" class=" a  b "><div class="story"><p>a</p></div></body>')
    assert block.trail == ("html", "body#top.a.b", "div.story", "p")


def test_xpath_leads_back_to_the_element() -> None:
    found = page("<html><body><div><p>a</p><p>b <i>c</i></p></div><ul><li>d</li><li>e</li></ul></body></html>")
    for block, element in zip(found.document.blocks, found.elements, strict=True):
        assert block.xpath is not None
        assert found.tree.xpath(block.xpath) == [element]


def test_lines_are_those_of_the_source() -> None:
    assert [block.line for block in blocks("<html>\n<body>\n<p>a</p>\n\n<p>b</p></body></html>")] == [3, 5]


def test_each_block_has_the_element_its_text_stood_in() -> None:
    found = page("<p>a</p><ul><li>b</li></ul>")
    assert [element.tag for element in found.elements] == ["p", "li"]


def test_the_document_is_its_blocks_a_line_each() -> None:
    document = page("<h1>a b</h1><p>c</p><p>d</p>").document
    assert document.text == "a b\nc\nd"
    assert document.form == "html"
    assert [document.text[block.start : block.end] for block in document.blocks] == ["a b", "c", "d"]
    assert [block.source_offset(0) for block in document.blocks] == [0, 4, 6]


def test_what_the_caller_knows_goes_before_what_the_page_says() -> None:
    tree = page(
        '<html lang="de"><head><link rel="canonical" href="https://example.org/p"></head><body>a</body></html>'
    ).tree
    said, given = segment_html(tree), segment_html(tree, url="https://example.com/", language="fr", warnings=("Odd.",))
    assert (said.document.url, said.document.language) == ("https://example.org/p", "de")
    assert (given.document.url, given.document.language) == ("https://example.com/", "fr")
    assert given.document.warnings == ("Odd.",)


def test_what_is_lost_in_too_deep_a_page_is_told() -> None:
    parsed = parse("<div>" * 5000 + "<p>deep</p>")
    assert parsed is not None
    assert parsed.lost is not None
    assert "depth" in parsed.lost


def test_a_thousand_nested_elements_lose_nothing() -> None:
    assert texts("<div>" * 1000 + "<p>deep</p>" + "</div>" * 1000 + "<p>after</p>") == ["deep", "after"]
