"""Where a report says that its figures are revised, restated or provisional."""

from pamcheck.document import Spot
from pamcheck.extract.days.times import days_of, times_in
from pamcheck.extract.matching.series import Series
from pamcheck.extract.model import Extract
from pamcheck.extract.numbers.labels import stems
from pamcheck.extract.numbers.patterns import compiled
from pamcheck.extract.prose.sentences import Sentence
from pamcheck.period import Period

FURTHEST_BELOW = 4
FURTHEST_ABOVE = 2
_FIGURES = (
    r"\b(?:figures?|data|numbers?|totals?|counts?|statistics|rates?|values?|amounts?|offences|records?|tables?)\b"
)
_REVISED = (
    r"\b(?:revis(?:ed|ions?)|re-?stat(?:ed|ements?)|re-?classifi(?:ed|cations?)|re-?calculat(?:ed|ions?)|re-?based|amended"
    r"|corrected|provisional(?:ly)?|(?:not|yet\s+to)\s+(?:yet\s+)?(?:been\s+|be\s+)?(?:validated|finalised|confirmed|audited)"
    r"|subject\s+to\s+(?:\w+\s+)?(?:change|revision|validation)|updated\s+since|since\s+(?:been\s+)?updated"
    r"|differs?\s+from\s+(?:those|that|the\s+\w+|what\s+was)\s+(?:previously\s+)?(?:published|reported|printed|given))\b"
)
_AS_PUBLISHED = r"\b(?:previous(?:ly)?|last\s+year|earlier|published)\b"
_OF_ALL = (
    r"\b(?:some|all|several|many|these|the|earlier|previous)\s+(?:of\s+the\s+)?(?:figures|data|numbers)\b"
    r"(?!\s+(?:for|on|of|from)\s)"
)
_IN_A_LABEL = r"\b(?:revised|restated|provisional)\b|\((?:r|p|rev|prov)\)"


def revision_said(extract: Extract, series: Series, period: Period) -> Spot | None:
    """Where a report says that the figures of a measure are revised or provisional: beside its table, or of them all.

    None where it says nothing of the kind, or says it of another period.
    """
    grid = series.grid
    if compiled(_IN_A_LABEL).search(" ".join((grid.title, series.text, *(line.label for line in grid.columns)))):
        return Spot(grid.item)
    found = (one for one in extract.sentences if _speaks(extract, series, one, period))
    return next((Spot(one.item, start=one.start, end=one.start + len(one.text)) for one in found), None)


def _speaks(extract: Extract, series: Series, sentence: Sentence, period: Period) -> bool:
    text = sentence.text
    if not compiled(_REVISED).search(text) or not compiled(_FIGURES).search(text):
        return False
    told, days = times_in(text), days_of(period)
    if told and all(time.days.before(days) or days.before(time.days) for time in told):
        return False
    if _is_beside(extract, series.grid.item, sentence.item):
        return True
    named = len(series.words) > 0 and series.words <= stems(text)
    return bool(compiled(_AS_PUBLISHED).search(text)) and (named or bool(compiled(_OF_ALL).search(text)))


def _is_beside(extract: Extract, table: int, item: int) -> bool:
    """Does a block stand near a table and in its section?"""
    near = -FURTHEST_ABOVE <= item - table <= FURTHEST_BELOW
    return near and extract.places[item].section == extract.places[table].section
