"""The pages as a browser shows them: filters, keyboard, contrast, hostile text."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import connote

Open = Callable[..., Page]
ROOT = Path(__file__).parents[2]
ARTICLE = (ROOT / "examples/sample_article.txt").read_text(encoding="utf-8")
CONTRAST = (Path(__file__).parent / "contrast.js").read_text(encoding="utf-8")
CALM = ["The council met on Monday.", "The council voted on the plan.", "“We agree,” the mayor said."] * 4
LOUD = ["The regime crushed them.", "Cronies looted the city again.", "“This is a disaster,” they cried."] * 3
HOSTILE = [
    "<script>alert(1)</script> the regime fell",
    "<img src=x onerror=alert(1)> regime <svg onload=alert(2)>",
    "“</span></article></style><script>alert(3)</script>,” the regime said",
    'regime" onfocus="alert(4)" tabindex="0\' onmouseover=\'alert(5)',
    "&lt;b&gt; &#60;script&#62;alert(6) {{ 7 * 7 }} regime \u202e😡 javascript:alert(7)",
    "regime <!-- <a href='https://example.org/x'>a</a> <link rel=stylesheet href=//example.org> @import 'x';",
]


@pytest.fixture(scope="module")
def report() -> connote.Report:
    return connote.analyze(ARTICLE)


@pytest.fixture(scope="module")
def comparison() -> connote.Comparison:
    return connote.compare(CALM, LOUD, resamples=200)


def squeezed(text: str) -> str:
    return " ".join(text.split())


def shown(page: Page) -> str:
    """The article as it reads, without what the page says beside it."""
    script = """article => {
        const copy = article.cloneNode(true);
        copy.querySelectorAll('.tip, .margin').forEach(beside => beside.remove());
        return [...copy.children].map(block => block.textContent).join('\\n');
    }"""
    return squeezed(page.locator("article").evaluate(script))


def test_the_article_is_there_word_for_word(open_page: Open, report: connote.Report) -> None:
    page = open_page(report.to_html(), java_script_enabled=False)
    assert page.locator("script").count() == 0
    assert shown(page) == squeezed(ARTICLE)
    loaded = report.loaded
    assert loaded is not None
    assert page.locator("mark[tabindex]").count() == len(loaded.hits)
    expect(page.locator(".tip:visible")).to_have_count(0)
    assert page.locator("html").get_attribute("lang") == page.locator("article").get_attribute("lang") == "en"
    levels = [int(level[1]) for level in page.locator("h1, h2, h3").evaluate_all("all => all.map(h => h.tagName)")]
    assert levels[0] == 1 and all(later - earlier <= 1 for earlier, later in zip(levels, levels[1:], strict=False))
    assert page.locator(".margin li").count() == report.counts.sentences
    ids = page.locator("[id]").evaluate_all("all => all.map(one => one.id)")
    assert len(ids) == len(set(ids))
    for source in report.sources:
        assert source.name is None or page.locator("aside h3", has_text=source.name).count() == 1


def test_another_language_is_marked(open_page: Open) -> None:
    text = "Der Rat tagte am Montag. „Wir sind uns einig“, sagte die Bürgermeisterin."
    page = open_page(connote.Analyzer(language="de").analyze(text).to_html())
    assert (page.locator("html").get_attribute("lang"), page.locator("article").get_attribute("lang")) == ("en", "de")
    assert shown(page) == text


def test_filters_take_marks_away_and_leave_the_text(open_page: Open, report: connote.Report) -> None:
    page = open_page(report.to_html())
    mark = page.locator("mark.c-emotive").first
    word = mark.locator("> span").first
    tint = "mark => getComputedStyle(mark).backgroundColor"
    before = mark.evaluate(tint)
    for box in ["c-emotive", "v-own", "s2"]:
        mark = page.locator("mark.c-emotive.v-own.s2").first
        page.locator(f"#f-{box}").uncheck()
        assert mark.evaluate(tint) == "rgba(0, 0, 0, 0)"
        assert mark.evaluate("mark => getComputedStyle(mark, '::after').display") == "none"
        expect(word).to_be_visible()
        page.locator(f"#f-{box}").check()
        assert mark.evaluate(tint) not in ("rgba(0, 0, 0, 0)", "")
    assert page.locator("mark.c-emotive").first.evaluate(tint) == before
    page.locator("#labels").uncheck()
    assert page.locator("article mark.s3").first.evaluate("mark => getComputedStyle(mark, '::after').display") == "none"
    page.locator("#f-reported").uncheck()
    assert page.locator("mark.reported").first.evaluate(tint) == "rgba(0, 0, 0, 0)"
    assert shown(page) == squeezed(ARTICLE)


def test_the_keyboard_shows_why(open_page: Open, report: connote.Report) -> None:
    page = open_page(report.to_html())
    loaded = report.loaded
    assert loaded is not None
    hits = iter(loaded.hits)
    page.locator("#article").evaluate("article => { article.tabIndex = -1; article.focus(); }")
    seen = 0
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.tagName") != "MARK":
            continue
        hit = next(hits)
        tip = page.locator("mark:focus > .tip")
        expect(tip).to_be_visible()
        said = tip.inner_text()
        for part in [hit.category.replace("_", " "), f"strength {hit.strength} of 3", "why: ", hit.note, hit.neutral]:
            assert part is None or part in said, (part, said)
        assert page.locator("mark:focus").evaluate("mark => getComputedStyle(mark).outlineStyle") == "solid"
        seen += 1
    assert seen > 5


def test_the_keyboard_passes_over_what_is_filtered(open_page: Open, report: connote.Report) -> None:
    page = open_page(report.to_html())
    for box in ["v-own", "v-headline", "v-scare_quote"]:
        page.locator(f"#f-{box}").uncheck()
    page.locator("#article").evaluate("article => { article.tabIndex = -1; article.focus(); }")
    voices = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        classes = page.evaluate("document.activeElement.tagName == 'MARK' ? document.activeElement.className : ''")
        voices |= set(re.findall(r"v-(\w+)", classes))
    assert voices == {"direct_quote"}


def test_the_margin_leads_to_its_sentence(open_page: Open, report: connote.Report) -> None:
    page = open_page(report.to_html())
    page.locator(".margin a", has_text="10").click()
    target = page.locator(".sentence:target")
    assert "This agreement keeps the boats running" in target.inner_text()
    assert target.evaluate("sentence => getComputedStyle(sentence).backgroundColor") != "rgba(0, 0, 0, 0)"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_is_enough(
    open_page: Open, report: connote.Report, comparison: connote.Comparison, scheme: str
) -> None:
    for html in [report.to_html(), comparison.to_html("Calm", "Loud"), f"<body>{report._repr_html_()}"]:
        assert open_page(html, color_scheme=scheme).evaluate(CONTRAST) == []


def test_contrast_is_measured(open_page: Open) -> None:
    """White on white, and grey that is just too light, are found."""
    page = open_page("<p style='color:#fff'>white</p><p style='color:#777'>grey</p><p style='color:#767676'>fine</p>")
    assert [line.split()[-1] for line in page.evaluate(CONTRAST)] == ["white", "grey"]


@pytest.mark.parametrize("theme", ["data-jp-theme-light='false'", "class='vscode-dark'"])
def test_fragments_follow_the_notebook(open_page: Open, report: connote.Report, theme: str) -> None:
    page = open_page(f"<!DOCTYPE html><body {theme}>{report._repr_html_()}</body>")
    red, *_ = map(
        int, re.findall(r"\d+", page.locator(".connote").evaluate("one => getComputedStyle(one).backgroundColor"))
    )
    assert red < 64
    box = page.locator(".connote").bounding_box()
    assert box is not None and box["height"] < 700


def test_nothing_runs_over_the_edge(open_page: Open, report: connote.Report, comparison: connote.Comparison) -> None:
    for html in [report.to_html(), comparison.to_html("Calm", "A name that is long " * 5)]:
        page = open_page(html, viewport={"width": 360, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_print_leaves_the_controls_out(open_page: Open, report: connote.Report) -> None:
    page = open_page(report.to_html(), color_scheme="dark")
    page.emulate_media(media="print")
    expect(page.locator("#labels")).to_be_hidden()
    expect(page.locator("#h-heard")).to_be_visible()
    assert page.locator("article").evaluate("article => getComputedStyle(article).color") == "rgb(28, 28, 30)"
    assert page.pdf(format="A4").startswith(b"%PDF")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(open_page: Open, text: str) -> None:
    report = connote.analyze(f"{text}\n\n{text}. “{text},” said {text}.")
    page = open_page(report.to_html())
    assert shown(page) == squeezed(report.text)
    assert page.locator("script, img, svg:not(.arc), link, iframe, article a:not(.margin a)").count() == 0
    assert page.evaluate(
        "[...document.querySelectorAll('*')].every(one => ![...one.attributes].some(a => /^on/.test(a.name)))"
    )
    page.locator("mark[tabindex]").first.focus()
    compared = connote.compare([text], [text, "The council met."], resamples=10).to_html(text, text)
    page = open_page(compared)
    assert squeezed(text)[:20] in page.locator("h1").inner_text()
    assert page.locator("script, img, link, iframe, a").count() == 0


def test_two_corpora_are_side_by_side(open_page: Open, comparison: connote.Comparison) -> None:
    page = open_page(comparison.to_html("Calm", "Loud"), java_script_enabled=False)
    assert page.locator("h1").inner_text() == "Calm and Loud"
    row = page.locator(".rates tr", has_text="all loaded words").first
    measure = next(row for row in comparison.measures if row.name == "loaded_own")
    assert measure.second is not None and f"{measure.second:.2f}" in row.inner_text()
    points = [point.bounding_box() for point in row.locator(".point").all()]
    assert points[0] and points[1] and points[0]["x"] < points[1]["x"]
    assert page.locator(".sentences mark").count() > 0
    assert page.locator(".shape").count() == len(comparison.distributions)


def test_a_long_article_stays_light() -> None:
    text = "\n\n".join(ARTICLE.replace("Calder", f"Calder{at}") for at in range(23))
    report = connote.analyze(text)
    assert report.counts.words > 10_000
    assert len(report.to_html().encode()) < 20 * len(text.encode())
