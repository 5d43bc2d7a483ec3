"""Nothing that a page says makes newsclean open a connection, or a file that is not its own."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = r"""
import sys, newsclean
newsclean.clean("<html><p>warm</p></html>"); newsclean.clean("warm " * 300)
SENTENCE = "<p>Sentence {n} says that goat {n} has left the line near the harbour of Graz at last.</p>"
STORY = "".join(SENTENCE.replace("{n}", str(n)) for n in range(9))
AWAY = "http://192.0.2.1/"
PAGES = [
    '<!DOCTYPE html SYSTEM "AWAY" [<!ENTITY x SYSTEM "file:///etc/hostname">]><html><body>&x;',
    '<?xml-stylesheet href="AWAY"?><html xmlns:xi="http://www.w3.org/2001/XInclude"><body>'
    '<xi:include href="file:///etc/hostname" parse="text"/>',
    '<html><head><base href="AWAY"><link rel="canonical" href="AWAYa">'
    '<meta http-equiv="refresh" content="0;url=AWAY"><script type="application/ld+json">'
    '{"@context": "AWAY", "@type": "NewsArticle", "url": "AWAYb"}</script></head><body>'
    '<img src="AWAYc.png"><iframe src="file:///etc/hostname"></iframe>',
]
PAGES = [page.replace("AWAY", AWAY) + STORY for page in PAGES]
seen = []
def hook(event, args):
    if event.startswith("socket.") or (event == "open" and "/etc/" in str(args[0])):
        seen.append((event, str(args[0])))
sys.addaudithook(hook)
for page in PAGES:
    for raw in (page, page.encode()):
        explanation = newsclean.explain(raw, url="http://192.0.2.1/story")
        assert "goat 3 has left" in explanation.article.body, explanation.article
        explanation.to_html()
with open("/etc/hostname") as file:
    name = file.read().strip()
assert name and name not in explanation.document.text
print(seen)
"""


def test_no_connection_is_opened_and_no_file_read() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    # The last one is the test's own, which shows that it would be seen.
    assert done.stdout.strip() == "[('open', '/etc/hostname')]"
