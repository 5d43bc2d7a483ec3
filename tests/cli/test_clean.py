"""`newsclean clean`: formats, several files, bad files, standard input, and the command as a process."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from newsclean import Article, __version__
from newsclean.cli.app import app
from newsclean.export import to_markdown, to_ninjs, to_schema_org, to_text

SENTENCES = (
    "The ferry to the outer islands stopped on Monday after crews found a crack in its main shaft, the operator said.",
    "About 3,000 people live on the four islands and depend on the boat for fuel, post and medicine all year round.",
    "Repairs will take a week, the chief engineer told reporters on the quay, and a cargo boat will sail until then.",
)
STORY = "Ferry to the outer islands stops for a week\n\n" + "\n\n".join(SENTENCES) + "\n"
COMMAND = [sys.executable, "-c", "from newsclean.cli import main; main()"]


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def run(*arguments: str | Path, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(app, ["clean", *map(str, arguments)], input=stdin, prog_name="newsclean")


def article_in(text: str) -> Article:
    return Article.model_validate_json(text)


def test_json_is_the_default_and_indented(story: Path) -> None:
    result = run(story)
    assert result.exit_code == 0
    assert result.stderr == ""
    assert result.stdout.startswith('{\n  "headline": ')
    article = article_in(result.stdout)
    assert all(sentence in article.body for sentence in SENTENCES)


@pytest.mark.parametrize("form", ["text", "markdown", "schema-org", "ninjs"])
def test_each_format_is_the_article_in_that_shape(form: str, story: Path) -> None:
    article = article_in(run(story).stdout)
    written = run(story, "--format", form).stdout
    match form:
        case "text":
            assert written == to_text(article) + "\n"
        case "markdown":
            assert written == to_markdown(article)
        case "schema-org":
            assert json.loads(written) == to_schema_org(article)
        case "ninjs":
            assert json.loads(written) == to_ninjs(article)


def test_an_unknown_format_is_a_usage_error(story: Path) -> None:
    assert run(story, "--format", "yaml").exit_code == 2


def test_several_files_give_a_line_each_in_order(tmp_path: Path) -> None:
    names = ("first", "second", "third")
    for name in names:
        (tmp_path / name).write_text(
            f"{STORY}\nThe {name} boat of the fleet sails again on Friday.\n", encoding="utf-8"
        )
    result = run(*(tmp_path / name for name in names))
    articles = [article_in(line) for line in result.stdout.splitlines()]
    assert [f"The {name} boat" in article.body for name, article in zip(names, articles, strict=True)] == [True] * 3
    assert len(run("-f", "ninjs", *(tmp_path / name for name in names)).stdout.splitlines()) == 3


def test_several_texts_are_parted_by_a_line(story: Path) -> None:
    one = run("--format", "text", story).stdout
    assert run("--format", "text", story, story).stdout == f"{one}\n---\n\n{one}"


def test_standard_input(story: Path) -> None:
    assert run("-", stdin=STORY.encode()).stdout == run(story).stdout


def test_bytes_in_another_encoding(tmp_path: Path) -> None:
    sentences = (
        "Die Fähre zu den äußeren Inseln fährt seit Montag nicht mehr, weil eine Welle gerissen ist, hieß es am Hafen.",
        "Rund 3000 Menschen leben auf den vier Inseln und hängen für Öl, Post und Arznei das ganze Jahr an dem Schiff.",
        "Die Reparatur dauert wohl eine Woche, sagte die Ingenieurin, und bis dahin fährt sonntags ein Frachtschiff.",
    )
    paragraphs = "".join(f"<p>{sentence}</p>" for sentence in sentences)
    page = (
        "<html><head><meta charset='iso-8859-1'><title>Fähre steht</title></head>"
        f"<body><article><h1>Fähre steht eine Woche lang still</h1>{paragraphs}</article></body></html>"
    )
    path = tmp_path / "page.html"
    path.write_bytes(page.encode("latin-1"))
    article = article_in(run(path).stdout)
    assert article.headline == "Fähre steht eine Woche lang still"
    assert all(sentence in article.body for sentence in sentences)


def test_address_and_language_are_handed_on(story: Path) -> None:
    article = article_in(run(story, "--url", "https://gazette.example/ferry", "--language", "en-GB").stdout)
    assert article.url == "https://gazette.example/ferry"
    assert article.language == "en-GB"


def test_one_address_for_several_pages_is_a_usage_error(story: Path) -> None:
    result = run(story, story, "--url", "https://gazette.example/ferry")
    assert result.exit_code == 2
    assert result.stdout == ""


def test_an_unreadable_file_is_one_line_and_the_others_are_done(story: Path, tmp_path: Path) -> None:
    missing = tmp_path / "no-such.txt"
    result = run(missing, story, tmp_path)
    assert result.exit_code == 1
    assert result.stderr == (
        f"newsclean: {missing}: No such file or directory\nnewsclean: {tmp_path}: Is a directory\n"
    )
    assert len(result.stdout.splitlines()) == 1
    assert SENTENCES[0] in article_in(result.stdout).body


def test_a_name_no_file_can_have_is_one_line(story: Path) -> None:
    result = run("a\0b", story)
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1


def test_a_bad_rule_file_is_told_with_its_place(story: Path, tmp_path: Path) -> None:
    rules = tmp_path / "mine.toml"
    rules.write_text('chrom = "related"\n', encoding="utf-8")
    result = run(story, "--rules", rules)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith(f"{rules}:1: ")


def test_a_missing_rule_file_is_told(story: Path, tmp_path: Path) -> None:
    result = run(story, "--rules", tmp_path / "none.toml")
    assert result.exit_code == 2
    assert "none.toml" in result.stderr
    assert "Traceback" not in result.stderr


class _Warning:
    """A cleaner whose every article has a warning."""

    def clean(self, raw: bytes, *, url: str | None, language: str | None, retrieved: object) -> Article:  # noqa: ARG002
        return Article(
            body=raw.decode(), body_with_dateline=raw.decode(), url=url, language=language, warnings=("Odd.",)
        )


@pytest.mark.parametrize(("form", "told"), [("text", True), ("markdown", True), ("json", False), ("ninjs", False)])
def test_warnings_go_to_standard_error_where_the_format_has_no_place_for_them(
    form: str, told: bool, story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsclean.cli.clean.cleaner_for", lambda rules, disable: _Warning())  # noqa: ARG005
    assert run(story, "--format", form).stderr == (f"newsclean: {story}: Odd.\n" if told else "")


def test_rules_and_prefixes_are_handed_on(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def note(rules: object, disable: object) -> _Warning:
        asked.extend((rules, disable))
        return _Warning()

    monkeypatch.setattr("newsclean.cli.clean.cleaner_for", note)
    run(story, "--rules", "a.toml", "--rules", "b", "--disable", "en.related", "--disable", "fr")
    assert asked == [[Path("a.toml"), Path("b")], ["en.related", "fr"]]


def test_help_shows_examples() -> None:
    result = run("--help")
    assert result.exit_code == 0
    assert "newsclean clean page.html" in result.stdout


def test_version_is_quick() -> None:
    program = (
        "import sys\nfrom newsclean.cli import main\nsys.argv = ['newsclean', '--version']\n"
        "try:\n    main()\n"
        "finally:\n    print(sorted({'trafilatura', 'lxml', 'rich', 'py3langid', 'dateutil'} & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == f"newsclean {__version__}\n[]\n"


def test_output_is_utf_8_in_any_locale(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text(STORY.replace("ferry", "fährë"), encoding="utf-8")
    environment = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONPATH": ":".join(sys.path)}
    done = subprocess.run([*COMMAND, "clean", str(path)], capture_output=True, check=True, env=environment)
    assert "fährë" in done.stdout.decode()


def test_a_reader_that_goes_away_ends_it_quietly(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("Ferry stops\n\n" + "\n\n".join(SENTENCES * 40), encoding="utf-8")
    process = subprocess.Popen([*COMMAND, "clean", *[str(path)] * 30], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    with process.stderr:
        assert process.stderr.read() == b""
    assert process.wait(timeout=120) != 0
