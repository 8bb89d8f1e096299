"""The page in a real browser: filters, keyboard, sums, paper, darkness, and what a screen reader needs."""

import io
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from msgspec import Struct
from playwright.sync_api import Browser, Locator, Page, sync_playwright
from pypdfium2 import PdfDocument

from pamcheck.engine import check
from pamcheck.reporters.html import write

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
EXAMPLES = Path(__file__).parent.parent / "examples"
WIDE, NARROW = 1280, 400

BRIGHTNESS = """() => getComputedStyle(document.body).backgroundColor
    .match(/\\d+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0)"""
WHOLE = """each => {
    const at = each.getBoundingClientRect();
    const inside = at.left >= 0 && at.right <= innerWidth && at.bottom <= innerHeight;
    return inside && each.contains(document.elementFromPoint(at.left + 9, at.top + 9));
}"""
# A note and the paragraph that it is about.
PAIR = (
    "const [at, text] = [each, each.parentNode.querySelector('p.paragraph')].map(one => one.getBoundingClientRect());"
)
BESIDE = f"each => {{ {PAIR} return at.left >= text.right && Math.abs(at.top - text.top) < 400; }}"
BELOW = f"each => {{ {PAIR} return at.top >= text.bottom; }}"


class Opened(Struct, frozen=True):
    """A page with all that it asked for and all that it complained of since it was opened."""

    page: Page
    requests: list[str]
    complaints: list[str]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        pytest.skip(f"no Chromium on this machine (looked for {', '.join(NAMES)})")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        yield started
        started.close()


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    # A path without a space is longer than a narrow screen is wide.
    folder = tmp_path_factory.mktemp("drafts-of-the-public-assurance-meeting")
    draft = shutil.copy(EXAMPLES / "road-safety-2026.docx", folder)
    result = check(draft, plan=EXAMPLES / "plan.toml", keep=True)
    out = io.StringIO()
    write(result, out, quiet=False)
    path = tmp_path_factory.mktemp("page") / "page.html"
    path.write_text(out.getvalue(), encoding="utf-8")
    return path


@pytest.fixture
def opened(browser: Browser, file: Path) -> Iterator[Opened]:
    yield from opening(browser, file)


def opening(
    browser: Browser, file: Path, width: int = WIDE, scheme: str = "light", js: bool = True
) -> Iterator[Opened]:
    """A page opened and, after use, closed."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        java_script_enabled=js,
    )
    page = context.new_page()
    one = Opened(page, [], [])
    page.on("request", lambda request: one.requests.append(request.url))
    page.on("console", lambda message: one.complaints.append(message.text))
    page.on("pageerror", lambda error: one.complaints.append(str(error)))
    page.goto(file.as_uri())
    yield one
    context.close()


def shown(page: Page, selector: str) -> list[Locator]:
    return [each for each in page.locator(selector).all() if each.is_visible()]


def focused(page: Page, of: str) -> str | None:
    """The id of what has the focus, or of what of a kind it stands in."""
    return page.evaluate("of => document.activeElement.closest(of)?.id", of)


def test_it_asks_for_nothing_and_complains_of_nothing(opened: Opened, file: Path) -> None:
    opened.page.locator("summary").first.click()
    opened.page.locator("mark").first.hover()
    assert opened.requests == [file.as_uri()]
    assert opened.complaints == []


def test_filtering_by_severity_hides_findings_notes_and_numbers(opened: Opened) -> None:
    page = opened.page
    everything = page.locator(".finding").count()
    errors = page.locator(".finding.error").count()
    assert 0 < errors < everything
    assert len(shown(page, ".remark")) == everything
    page.get_by_label("Warnings").uncheck()
    page.get_by_label("Notes").uncheck()
    for selector in (".finding", ".remark"):
        assert len(shown(page, selector)) == len(shown(page, f"{selector}.error")) == errors
    assert len(shown(page, ".ref")) == len(shown(page, ".ref.error"))
    assert page.locator("output").inner_text() == f"{errors} of {everything} findings shown"
    page.get_by_role("button", name="Show all").click()
    page.wait_for_function("document.querySelectorAll('.finding[hidden]').length === 0")
    assert len(shown(page, ".finding")) == everything


@pytest.mark.parametrize("name", ["rule", "section"])
def test_filtering_by_rule_and_by_section(opened: Opened, name: str) -> None:
    page = opened.page
    wanted = page.locator(".finding").nth(3).get_attribute(f"data-{name}")
    page.select_option(f"select[name={name}]", wanted)
    found = shown(page, ".finding")
    assert 0 < len(found) < page.locator(".finding").count()
    assert {each.get_attribute(f"data-{name}") for each in found} == {wanted}
    assert len(shown(page, ".section")) == len(shown(page, ".group:has(.finding:not([hidden]))"))
    assert len(shown(page, ".section")) < page.locator(".section").count()


def test_a_kind_of_mark_can_be_put_away(opened: Opened) -> None:
    page = opened.page
    content = "mark => getComputedStyle(mark, '::after').content"
    verified, wrong = page.locator(".figure.verified mark").first, page.locator(".figure.wrong mark").first
    assert "✓" in verified.evaluate(content)
    page.get_by_label("Verified").uncheck()
    assert "✓" not in verified.evaluate(content)
    assert "✗" in wrong.evaluate(content)
    page.evaluate("for (const each of document.querySelectorAll('.figures details')) each.open = true")
    assert not shown(page, ".figures tr.verified")
    assert shown(page, ".figures tr.wrong")


def test_from_a_finding_to_its_place_and_back(opened: Opened) -> None:
    page = opened.page
    finding = page.locator(".finding").nth(6)
    key = finding.get_attribute("id")
    finding.locator("a.number").click()
    assert page.url.endswith(f"#{key}-here")
    remark = page.locator(f"#{key}-here")
    assert remark.evaluate(
        "each => { const at = each.getBoundingClientRect(); return at.top >= 0 && at.top < innerHeight }"
    )
    remark.locator("a").click()
    assert page.url.endswith(f"#{key}")
    assert finding.evaluate("each => Math.abs(each.getBoundingClientRect().top) < innerHeight")


def test_the_keyboard_goes_from_finding_to_finding(opened: Opened) -> None:
    page = opened.page
    page.get_by_role("button", name="Next finding").click()
    assert focused(page, ".finding") == "d1-f1"
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert focused(page, ".finding") == "d1-f3"
    page.keyboard.press("k")
    assert focused(page, ".finding") == "d1-f2"
    # A letter means something on a finding and nowhere else.
    page.get_by_label("Warnings").focus()
    page.keyboard.press("j")
    assert focused(page, "form") == "filters"


def test_the_first_tab_skips_to_the_findings(opened: Opened) -> None:
    page = opened.page
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    assert skip.evaluate("each => each === document.activeElement && each.getBoundingClientRect().left >= 0")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert focused(page, ".finding") == "d1-f1"


def test_the_sum_shows_on_hover_and_on_focus_and_escape_puts_it_away(opened: Opened) -> None:
    page = opened.page
    wrong = page.locator(".figure.wrong").first
    total = wrong.locator(".sum")
    assert not total.is_visible()
    wrong.locator("mark").hover()
    assert total.is_visible()
    assert "=" in total.inner_text()
    total.hover()
    assert total.is_visible()
    page.mouse.move(0, 0)
    assert not total.is_visible()
    wrong.locator("mark").focus()
    assert total.is_visible()
    page.keyboard.press("Escape")
    assert not total.is_visible()


def test_the_arrows_go_from_figure_to_figure(opened: Opened) -> None:
    page = opened.page
    page.locator("mark[tabindex='0']").first.focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    assert focused(page, "mark") == "d1-t3"
    assert page.locator("#d1-t3s").is_visible()


def test_a_sum_in_a_table_is_shown_whole(opened: Opened) -> None:
    mark = opened.page.locator(".grid .figure.verified mark").last
    mark.scroll_into_view_if_needed()
    mark.hover()
    assert opened.page.locator(".sum:visible").evaluate(WHOLE)


def test_all_is_there_without_scripts(browser: Browser, file: Path) -> None:
    for one in opening(browser, file, js=False):
        page = one.page
        assert len(shown(page, ".finding")) == len(shown(page, ".remark")) == page.locator(".finding").count() > 0
        assert not page.locator("#filters").is_visible()
        mark = page.locator(".figure.wrong mark").first
        mark.hover()
        assert page.locator(".sum:visible").count() == 1
        page.locator("details.rule summary").first.click()
        assert page.get_by_text("How to fix it", exact=True).first.is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_it_can_be_read_by_everyone(browser: Browser, file: Path, width: int, scheme: str) -> None:
    for one in opening(browser, file, width, scheme):
        one.page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
        one.page.locator(".figure.wrong mark").first.focus()
        said = Axe().run(one.page).response
        assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in said["violations"]] == []
        assert {"color-contrast", "heading-order", "region"} <= {each["id"] for each in said["passes"]}


@pytest.mark.parametrize("width", [WIDE, NARROW, 320])
def test_it_never_scrolls_sideways(browser: Browser, file: Path, width: int) -> None:
    for one in opening(browser, file, width):
        assert one.page.evaluate("document.documentElement.scrollWidth") <= width


def test_notes_stand_beside_the_text_where_there_is_room_and_below_it_where_not(browser: Browser, file: Path) -> None:
    for width, stands in ((WIDE, BESIDE), (NARROW, BELOW)):
        for one in opening(browser, file, width):
            assert one.page.locator(".block:has(> p.paragraph) > .notes").first.evaluate(stands)


def test_it_is_dark_where_the_reader_likes_it_dark_and_never_on_paper(browser: Browser, file: Path) -> None:
    for one in opening(browser, file, scheme="dark"):
        assert one.page.evaluate(BRIGHTNESS) < 3 * 64
        one.page.emulate_media(media="print", color_scheme="dark")
        assert one.page.evaluate(BRIGHTNESS) == 3 * 255


def test_on_paper_the_findings_come_first_and_the_filter_not_at_all(opened: Opened) -> None:
    finding = opened.page.locator(".finding .said").first.inner_text()
    printed = PdfDocument(opened.page.pdf(prefer_css_page_size=True))
    pages = [" ".join(page.get_textpage().get_text_range().split()) for page in printed]
    width, height = printed[0].get_size()
    assert (round(width), round(height)) in {(595, 842), (594, 842), (595, 841), (594, 841)}
    report = next(number for number, text in enumerate(pages) if "The report, marked" in text)
    assert any(finding[:40] in text for text in pages[:report])
    assert len(pages) > report + 3
    whole = " ".join(pages)
    for screen_only in ("Show all", "Skip to the findings", "Why it matters", "Every figure"):
        assert screen_only not in whole
    for number in range(1, opened.page.locator(".finding").count() + 1):
        assert str(number) in whole
