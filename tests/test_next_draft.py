"""Acceptances from one draft of the example report to the next, in Markdown and in Word."""

import json
import shutil
from pathlib import Path

import pytest
from commands import Run
from drafts import CALM, DRAFT, EXAMPLES, PLAN, blocks, renumbered, saved

from pamcheck.acceptance_file import NAME, load_acceptances

OPTIONS = ("--plan", str(PLAN), "--fail-on", "note")
# One mistake is repaired, the figure of one is changed, one is new; paragraphs are put in, and all are numbered anew.
NEXT = renumbered(
    blocks(
        DRAFT.replace("on the the road", "on the road")
        .replace("a 32.1% increase", "a 32.6% increase")
        .replace("of whom 48 (75%)", "of whom 48 (57%)")
        .replace("\n\n2.1 ", f"\n\n2.1 {CALM}\n\n2.1 ")
    ),
    first=2,
)


def word(markdown: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A draft in Word, made as the example is."""
    monkeypatch.syspath_prepend(EXAMPLES)
    from builders import source
    from builders import word as builder

    shutil.copytree(EXAMPLES / "charts", folder / "charts", dirs_exist_ok=True)
    path = folder / "draft.docx"
    path.write_bytes(builder.document("Safer Roads", "Draft", source.pieces(markdown), folder))
    return path


def test_acceptances_hold_in_the_next_draft_in_both_formats(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    saved(Path(), DRAFT)
    assert run("accept", "draft.md", "--all", "--plan", str(PLAN), "--reason", "Seen in June").code == 0
    first = load_acceptances(Path(NAME))
    assert run("check", "draft.md", *OPTIONS).code == 0
    assert run("check", str(word(DRAFT, Path(), monkeypatch)), *OPTIONS).code == 0

    saved(Path(), NEXT)
    word(NEXT, Path(), monkeypatch)
    said = []
    for name in ("draft.md", "draft.docx"):
        ran = run("check", name, *OPTIONS, "-o", "json")
        shape = json.loads(ran.out)
        assert ran.code == 1
        assert [each["printed"] for each in shape["findings"]] == ["57%", "32.6%"]
        assert len(shape["accepted"]) == len(first) - 2
        assert {each["rule"] for each in shape["unused_acceptances"]} == {"doubled-word", "wrong-percentage-change"}
        assert {each["unused"] for each in shape["unused_acceptances"]} == {"nothing that it accepts is found any more"}
        said.append([each["fingerprint"] for each in shape["findings"]])
    assert said[0] == said[1]

    assert run("accept", "draft.docx", *said[0], "--plan", str(PLAN), "--reason", "Seen in July").code == 0
    assert [run("check", name, *OPTIONS).code for name in ("draft.md", "draft.docx")] == [0, 0]
    assert len(load_acceptances(Path(NAME))) == len(first) + 2
