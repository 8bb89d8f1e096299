"""The main content of a web page: menus, banners, footers, cookie notices and hidden parts taken out."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

UNSEEN = frozenset(("script", "style", "noscript", "template", "head", "map", "s", "del", "strike"))
CONTROLS = frozenset(("select", "option", "textarea", "input", "audio", "video", "iframe", "object", "embed"))
ASIDES = frozenset(("nav", "aside", "dialog"))
DROPPED = UNSEEN | CONTROLS | ASIDES
DROPPED_ROLES = frozenset(
    (
        "navigation",
        "banner",
        "contentinfo",
        "search",
        "complementary",
        "dialog",
        "alertdialog",
        "menu",
        "menubar",
    )
)
FURNITURE = re.compile(
    r"""
    (?:^|[\s_-])
    (?:cookies?|consent|gdpr|breadcrumbs?|skip-?(?:link|to|nav)\w*|share|sharing|social|pagination|pager|navbar
      |sidebar|site-(?:header|footer|nav)|screen-reader-text|visually-?hidden|sr-only|back-to-top)
    (?:$|[\s_-])
    """,
    re.VERBOSE | re.IGNORECASE,
)
UNFOLDS = re.compile(r"accordion|collaps|expand|toggle|tab-?(?:panel|content|pane)|panel", re.IGNORECASE)
INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
PAGE_FRAME = frozenset(("header", "footer"))
CONTENT = frozenset(("main", "article", "section"))


def main_content(page: HtmlElement) -> HtmlElement:
    """The element that holds the report, with the furniture in it taken out; the page given is changed."""
    content = _content(page)
    for element in list(_furniture(content)):
        if element is not content and element.getparent() is not None:
            element.drop_tree()
    return content


def _content(page: HtmlElement) -> HtmlElement:
    """The one main element, or the one article that holds most of the words, or all."""
    marked = page.xpath("//main | //*[@role='main']")
    if marked and _words(marked[0]):
        return marked[0]
    articles = page.xpath("//article")
    if len(articles) == 1 and 2 * _words(articles[0]) > _words(page):
        return articles[0]
    bodies = page.xpath("//body")
    return bodies[0] if bodies else page


def _words(element: HtmlElement) -> int:
    return len(element.text_content().split())


def _furniture(content: HtmlElement) -> Iterator[HtmlElement]:
    for element in content.iterdescendants():
        if isinstance(element.tag, str) and _is_furniture(element):
            yield element


def _is_furniture(element: HtmlElement) -> bool:
    if element.tag in DROPPED or element.get("role") in DROPPED_ROLES or _is_hidden(element):
        return True
    if element.tag in PAGE_FRAME:
        return not any(ancestor.tag in CONTENT for ancestor in element.iterancestors())
    if element.tag == "button":
        return not any(ancestor.tag in ("h1", "h2", "h3", "h4", "h5", "h6") for ancestor in element.iterancestors())
    return bool(FURNITURE.search(_names(element)))


def _is_hidden(element: HtmlElement) -> bool:
    """Hidden from every reader; the folded part of an accordion is content that waits to be unfolded."""
    hidden = (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or bool(INVISIBLE.search(element.get("style") or ""))
    )
    folded = element.get("role") == "tabpanel" or UNFOLDS.search(_names(element))
    return hidden and not folded


def _names(element: HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"
