"""Takes the pictures of the documentation anew, after a change of the pages: `make pictures`. Look at them before a commit."""

import json
import shutil
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

import connote

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


def pages() -> dict[str, str]:
    report = connote.analyze((ROOT / "examples/sample_article.txt").read_text(encoding="utf-8"))
    rows = [json.loads(line) for line in (HERE.parent / "data/papers.jsonl").read_text(encoding="utf-8").splitlines()]
    texts = [[row["text"] for row in rows if row["paper"] == paper] for paper in ("Ledger", "Beacon")]
    comparison = connote.compare(*texts, seed=1)
    return {"article": report.to_html(), "comparison": comparison.to_html("Ledger", "Beacon")}


def main() -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium") or shutil.which("google-chrome"))
        for name, html in pages().items():
            page = browser.new_page(viewport={"width": 1180, "height": 1400})
            page.set_content(html)
            # 128 colours are enough for flat ones, and keep the files small.
            picture = Image.open(BytesIO(page.screenshot())).convert("RGB").quantize(128, dither=Image.Dither.NONE)
            picture.save(HERE / f"{name}.png", optimize=True)
        browser.close()


if __name__ == "__main__":
    main()
