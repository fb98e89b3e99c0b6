"""Writes the pictures of ``start.ru.md`` from the tables of ``examples/start``, as a spreadsheet and a browser show them.

python docs/make_pictures.py       write the pictures; needs the browser chromium

The pictures are kept in the repository, since most who build the project have no browser on the command line.
"""

import csv
import html
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from python_calamine import CalamineWorkbook

from nastavnik.cli import run

DOCS = Path(__file__).parent
START = DOCS.parent / "examples/start"

BROWSER = (
    "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip

STYLE = """
body{margin:12px;font:13px/1.35 'DejaVu Sans',sans-serif;background:#fff}
table{border-collapse:collapse}
td,th{border:1px solid #c8c8c8;padding:4px 6px;max-width:190px;vertical-align:top;text-align:left}
th.at{background:#eee;color:#555;font-weight:normal;text-align:center}
"""


def sheet(rows: Sequence[Sequence[object]], columns: int) -> str:
    """Return rows as a page that looks like a spreadsheet."""
    letters = "".join(f"<th class=at>{chr(65 + number)}</th>" for number in range(columns))
    lines = [f"<tr><th class=at></th>{letters}</tr>"]
    for number, row in enumerate(rows, 1):
        cells = [*row, *[""] * columns][:columns]
        shown = "".join(
            f"<td>{html.escape(str(cell)).replace(chr(10), '<br>')}</td>" for cell in cells
        )
        lines.append(f"<tr><th class=at>{number}</th>{shown}</tr>")
    return f"<meta charset=utf-8><style>{STYLE}</style><table>{''.join(lines)}</table>"


def picture(page: Path, name: str, size: tuple[int, int]) -> None:
    """Write what a browser shows of a page."""
    target = DOCS / "pictures" / f"{name}.png"
    window = f"--window-size={size[0]},{size[1]}"
    with tempfile.TemporaryDirectory() as own:
        words = [
            *BROWSER,
            f"--user-data-dir={own}",
            window,
            f"--screenshot={target}",
            page.as_uri(),
        ]
        subprocess.run(words, check=True, capture_output=True, timeout=120)  # noqa: S603 - words of our own


def called(*words: str | Path) -> None:
    """Run the command line."""
    try:
        run([str(word) for word in words])
    except SystemExit as ended:
        if ended.code:
            sys.exit(f"{words[0]} ended with {ended.code}")


def main() -> None:
    """Write all of them."""
    with tempfile.TemporaryDirectory() as there:
        folder = Path(there)
        mended = [START / "mended" / f"{name}.csv" for name in ("наставляемые", "наставники")]
        called("template", folder / "template", "--lang", "ru")
        called("match", *mended, "--out", folder / "plan", "--lang", "ru")
        head = ("--school", "Школа № 5", "--contact", "Иванова Мария Петровна, 8 900 000-00-00")
        names = [word for path in mended for word in ("--names", path)]
        called(
            "letters", folder / "plan", "--out", folder / "letters", *names, *head, "--lang", "ru"
        )
        of_pairs = CalamineWorkbook.from_path(folder / "plan/plan.xlsx").get_sheet_by_name("Пары")
        empty = CalamineWorkbook.from_path(folder / "template/наставляемые.xlsx")
        written = START / "наставляемые.csv"
        shown = {
            "template": (empty.get_sheet_by_index(0).to_python()[:2], 8, (1320, 330)),
            "mentees": (
                list(csv.reader(written.open(encoding="utf-8"), delimiter=";")),
                13,
                (1700, 330),
            ),
        }
        for name, (rows, columns, size) in shown.items():
            page = folder / f"{name}.html"
            page.write_text(sheet(rows, columns), encoding="utf-8")
            picture(page, name, size)
        page = folder / "pairs.html"
        found = of_pairs.to_python()
        page.write_text(sheet(found, max(map(len, found))), encoding="utf-8")
        picture(page, "pairs", (1320, 420))
        letter = next(
            path for path in sorted((folder / "letters").glob("*.html")) if "6" in path.name
        )
        picture(letter, "letter", (760, 620))


if __name__ == "__main__":
    main()
