"""The rules that found something, explained as their pages do, for a reader who has no terminal."""

from collections.abc import Iterable, Mapping

from markdown_it import MarkdownIt
from markupsafe import Markup

from pamcheck.reporters.html.views import Explained
from pamcheck.result import RuleText

# A page of the user's own may hold links and pictures; this page fetches nothing and leads nowhere else.
_PLAIN = ("link", "image", "autolink", "html_inline", "html_block")


def explained(rules: Iterable[RuleText], wanted: Iterable[str]) -> Mapping[str, Explained]:
    """Why each of the wanted rules of a run matters and how to fix what it finds; one without words is left out."""
    ids = set(wanted)
    markdown = MarkdownIt("commonmark", {"html": False}).disable(list(_PLAIN))
    return {
        rule.id: Explained(rule.title, _html(markdown, rule.why), _html(markdown, rule.fix))
        for rule in rules
        if rule.id in ids and rule.why
    }


def _html(markdown: MarkdownIt, text: str) -> Markup:
    return Markup(markdown.render(text))
