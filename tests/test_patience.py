"""A file that its reader would never come back from is given up, and said so."""

import subprocess
import sys
from pathlib import Path

import pytest

LEVELS = 60


def numbered(objects: list[bytes]) -> bytes:
    """A PDF of these objects, the first of them its catalogue."""
    body = b"%PDF-1.4\n"
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%b\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    trailer = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(body))
    return body + b"xref\n0 %d\n0000000000 65535 f \n%b%b" % (size, table, trailer)


def stream(head: bytes, content: bytes) -> bytes:
    return b"<< %b /Length %d >>\nstream\n%b\nendstream" % (head, len(content), content)


def drawn_without_end() -> bytes:
    """A page that draws a form that draws the next one twice, and so on: as good as for ever."""
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 600 800]"
    forms = [
        stream(b"%b /Resources << /XObject << /F %d 0 R >> >>" % (form, 6 + level), b"/F Do /F Do")
        for level in range(LEVELS)
    ]
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R"
    return numbered(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            page + b" /Resources << /XObject << /F 5 0 R >> >> >>",
            stream(b"", b"/F Do"),
            *forms,
            stream(form, b"0 0 m 9 9 l S"),
        ]
    )


@pytest.mark.parametrize("others", [0, 5])
def test_a_document_without_end_is_given_up(tmp_path: Path, others: int) -> None:
    (tmp_path / "endless.pdf").write_bytes(drawn_without_end())
    for number in range(others):
        (tmp_path / f"good-{number}.md").write_text("# Report\n\nNothing happened.\n", encoding="utf-8")
    command = [sys.executable, "-m", "pamcheck", "check", ".", "--patience", "3", "--output-format", "concise"]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith("./endless.pdf: it was given up after 3 seconds\n")
