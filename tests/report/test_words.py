"""Text, Markdown and HTML of one passage say the same, whatever an id looks like; and in one language."""

import re
import subprocess
import sys
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from helpers.languages import right_language
from helpers.samples import samples
from helpers.town import PLAN, TOWN
from nastavnik import TARGET_MODEL
from nastavnik.basics.texts import LANGUAGES, Language
from nastavnik.report import Line, Passage, in_words

HOSTILE = (
    "<b>x</b>",
    "*a*",
    "[x](y)",
    "a_b_c",
    "&amp;",
    "# 1",
    "1. x",
    "|",
    "<script>alert(1)</script>",
    "- x",
    "+ x",
    "12) x",
    "> x",
    "`x`",
    "~~x~~",
    "\\*x",
    "![x](y)",
    "<https://example.invalid>",
    "---",
    "===",
    "$x$",
    "{mentor}",
    "&#60;",
    '" onclick="x',
)


class Blocks(HTMLParser):
    """Collects the text of each paragraph and each item, and every tag with what it carries."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[str] = []
        self.tags: set[str] = set()
        self.attributes: list[object] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block, or note a list."""
        self.tags.add(tag)
        self.attributes += attrs
        if tag in {"p", "li"}:
            self.blocks.append("")

    def handle_data(self, data: str) -> None:
        """Add to the block that was begun last."""
        if self.blocks:
            self.blocks[-1] += data


def blocks_of(html: str) -> Blocks:
    """Read HTML as a browser would."""
    found = Blocks()
    found.feed(html)
    found.close()
    found.blocks = [block.strip() for block in found.blocks]
    return found


def check_renderings(passage: Passage) -> None:
    """Check that all three forms say the same lines, and that HTML has nothing but paragraphs and lists."""
    said = [line.strip() for line in passage.lines]
    html = blocks_of(passage.html())
    assert html.blocks == said
    assert html.tags <= {"p", "ul", "li"}
    assert html.attributes == []
    assert passage.text().splitlines() == list(passage.lines)
    lenient = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    assert blocks_of(lenient.render(passage.markdown())).blocks == said
    assert str(passage) == passage.text()


@pytest.mark.parametrize("hostile", HOSTILE)
def test_what_looks_like_markup_shows_as_typed(hostile: str) -> None:
    """In every kind of value, as an id and as a fact, at the start of a line and within one."""
    for value, empty in samples(hostile, f"{hostile} 2", f"{hostile} 3", fact=f"{hostile} 4"):
        for language in LANGUAGES:
            passage = in_words(value, TARGET_MODEL, language, empty=empty)
            check_renderings(passage)
    seen = Passage([Line(hostile, [Line(hostile, [Line(hostile)]), Line(f"x {hostile} x")])])
    check_renderings(seen)
    assert blocks_of(seen.html()).blocks[:3] == [hostile] * 3


def test_nothing_can_forge_a_line() -> None:
    """Line breaks and hidden characters of a fact are written out, odd spaces are plain ones."""
    passage = Passage([Line("a\nb\u202ec\u00a0d\t\x1b[0m  ")])
    assert passage.lines == (r"a\nb\u202ec d\t\x1b[0m",)
    check_renderings(passage)


def test_lists_keep_their_order_and_depth() -> None:
    """A paragraph for each line of the first level, nested lists below."""
    passage = Passage([Line("one", [Line("two", [Line("three")]), Line("four")]), Line("five")])
    assert passage.markdown() == "one\n\n- two\n  - three\n- four\n\nfive"
    html = re.sub(r"\s", "", passage.html())
    assert html == (
        "<p>one</p><ul><li>two<ul><li>three</li></ul></li><li>four</li></ul><p>five</p>"
    )


def test_a_line_can_stand_in_a_table() -> None:
    """A bar in an id ends no cell."""
    assert Passage([Line("a|b")]).markdown() == r"a\|b"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_has_every_form(language: Language) -> None:
    """Both languages and three forms, no placeholder left, and the values equal and hashable."""
    name = "п" if language == "ru" else "p"
    for value, empty in samples(f"{name}1", f"{name}2", f"{name}3"):
        passage = in_words(value, TARGET_MODEL, language, empty=empty)
        assert passage.lines
        assert not re.search(r"[{}]", passage.text() + passage.markdown() + passage.html())
        assert "Never Shown" not in passage.text()
        check_renderings(passage)
        again = in_words(value, TARGET_MODEL, language, empty=empty)
        assert (again, hash(again)) == (passage, hash(passage))


KEPT = re.compile(r"\bat_least\b|\b[pqstuvw]\d\d\b|school-\w+|lantern-works|college|old-enough")


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_language_at_a_time(language: Language) -> None:
    """English without Cyrillic, Russian without Latin words but ids and names of parameters."""
    name = "п" if language == "ru" else "p"
    for value, empty in samples(f"{name}1", f"{name}2", f"{name}3"):
        text = in_words(value, TARGET_MODEL, language, empty=empty).text()
        assert right_language(text, language), text
        assert language == "en" or not re.search("[A-Za-z]{2}", KEPT.sub("", text)), text


def test_the_town_in_russian() -> None:
    """All people with all mentors of a school: facts, titles and values too."""
    for mentee in TOWN.mentees:
        values = [PLAN.explain(mentee.id, "q01"), PLAN.explain(mentee.id, "w07")]
        values += [PLAN.explain(mentee.id), PLAN.explain(mentee.id, "u01")]
        for value in values:
            text = in_words(value, TARGET_MODEL, "ru").text()
            assert not re.search("[A-Za-z]{2}", KEPT.sub("", text)), text


HIDE = """
import sys
sys.modules["babel"] = sys.modules["markdown_it"] = None
"""


def run(code: str) -> str:
    """Run some code in another process and return what it printed."""
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, timeout=120
    )
    return done.stdout


def test_matching_needs_neither_library() -> None:
    """Without the extra a round is matched and explained; nobody loads what nobody asked for."""
    code = """
import sys, nastavnik
from nastavnik.programme.round import invented_town
plan = nastavnik.match(invented_town())
plan.explain("p01"), plan.explain("p01", audience="participant")
print(plan.matched, *[m for m in ("babel", "markdown_it") if sys.modules.get(m)])
"""
    assert run(code).split() == ["52"]
    assert run(HIDE + code).split() == ["52"]


def test_a_missing_library_is_named() -> None:
    """Sentences without Babel and HTML without markdown-it-py name the extra to install."""
    code = """
from nastavnik import TARGET_MODEL
from nastavnik.programme.evidence import FreePlaces
from nastavnik.report import Line, Passage, in_words
free = FreePlaces(mentor="m", places=1, free=1, admissible=1, hindrances=())
for say in (lambda: in_words(free, TARGET_MODEL, "en"), lambda: Passage([Line("x")]).html()):
    try:
        say()
    except ModuleNotFoundError as error:
        print(error.name, "pip install nastavnik[report]" in str(error))
"""
    assert run(HIDE + code).split() == ["babel", "True", "markdown_it", "True"]
