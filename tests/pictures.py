"""Take pictures of every page into docs/pictures: two widths, two themes. `make pictures`."""

import os
import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

from components.navigation import ENTRIES
from tests.browser.conftest import FLAGS, served
from tests.browser.reader import Reader

PICTURES = Path(__file__).parent.parent / "docs" / "pictures"
SIZES = {"laptop": (1366, 768), "phone": (390, 844)}
THEMES = ("light", "dark")
VIEWS = {"offices": "country=MEX", "objectives": "objective=3", "timeline": "timeline_event=ev-20230531-mananera"}


def main() -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with served() as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        for size, (width, height) in SIZES.items():
            for theme in THEMES:
                for entry in ENTRIES:
                    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=theme)
                    reader = Reader(page, base)
                    view = f"/{entry.path}?{VIEWS.get(entry.name, '')}"
                    if entry.name == "offices":
                        reader.open_map(view)
                        page.get_by_test_id("stMain").evaluate("main => main.scrollTo(0, 0)")
                    else:
                        reader.open(view)
                        page.wait_for_load_state("networkidle")
                    page.screenshot(path=PICTURES / f"{entry.name}-{size}-{theme}.png")
                    page.close()
        browser.close()


main()
