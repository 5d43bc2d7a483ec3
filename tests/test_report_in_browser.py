"""A report of a hostile page, opened in a browser: nothing of it runs."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

import newsclean

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
#: What would run, each changing the title of the page that it stands in.
RUN = "document.title='RAN'"
ATTACKS = (
    f"<script>{RUN}</script>",
    f"</title><script>{RUN}</script>",
    f"</style><script>{RUN}</script>",
    f'"><img src=x onerror="{RUN}">',
    f'\'><svg onload="{RUN}">',
    f'<a href="javascript:{RUN}">a</a>',
    f"<body onload=\"{RUN}\"><iframe srcdoc='&lt;script&gt;parent.{RUN}&lt;/script&gt;'>",
    f"<!--><script>{RUN}</script>-->",
    f"]]><script>{RUN}</script>",
    f"\u2028<script>{RUN}</script>",
)
SENTENCE = "The night train from Graz was held for an hour on Sunday while goat number {n} left the line."


def report() -> str:
    """Return the report of a text that has an attack in every place that a report shows."""
    lines = [f"{attack} {SENTENCE.format(n=n)} {attack}" for n, attack in enumerate(ATTACKS)]
    head = [f"Goats {ATTACKS[0]} hold the train", f"By Ana Ruiz {ATTACKS[3]}", "3 May 2024", f"GRAZ ({ATTACKS[4]}) -"]
    text = "\n\n".join((*head, *lines, f"Read also: {ATTACKS[1]}", f"Advertisement {ATTACKS[5]}"))
    return newsclean.explain(text, url=f"https://example.com/{ATTACKS[3]}").to_html()


def dump(page: Path, profile: Path) -> str:
    """Return the page's tree as the browser has it when its scripts have run."""
    assert CHROMIUM is not None
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
    options += [f"--user-data-dir={profile}", "--virtual-time-budget=2000", "--dump-dom", page.as_uri()]
    done = subprocess.run([CHROMIUM, *options], capture_output=True, text=True, check=True, timeout=60)
    return done.stdout


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here")
def test_nothing_of_a_hostile_page_runs(tmp_path: Path) -> None:
    (tmp_path / "report.html").write_text(report(), "utf-8")
    (tmp_path / "control.html").write_text(f"<title>a</title>{ATTACKS[0]}", "utf-8")
    assert "<title>RAN</title>" in dump(tmp_path / "control.html", tmp_path / "profile")
    assert "<title>RAN</title>" not in dump(tmp_path / "report.html", tmp_path / "profile")


def test_no_element_of_a_hostile_page_is_in_its_report() -> None:
    page = report().lower()
    styles = page.count("<style")
    assert page.count("<script") == page.count("<iframe") == page.count("<svg") == page.count("<img") == 0
    assert page.count("</style") == styles
    assert 'href="javascript:' not in page
    assert "href=javascript:" not in page
