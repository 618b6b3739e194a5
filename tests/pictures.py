"""Take pictures of every page into docs/pictures: two widths, in English in two themes and in Spanish in one. `make pictures`."""

from pathlib import Path

from playwright.sync_api import sync_playwright

from components.navigation import ENTRIES
from tests.browser.reader import Reader
from tests.chromium import launch
from tests.server import serving

PICTURES = Path(__file__).parent.parent / "docs" / "pictures"
DEVICES = {
    "laptop": {"viewport": {"width": 1366, "height": 768}},
    "phone": {
        "viewport": {"width": 390, "height": 844},
        "user_agent": "Mozilla/5.0 (Linux; Android 15; Pixel) AppleWebKit/537.36 (KHTML, like Gecko) Chrome Mobile Safari/537.36",
        "is_mobile": True,
        "has_touch": True,
    },
}
LOOKS = (("en", "light", ""), ("en", "dark", ""), ("es", "light", "-es"))
"""Language, theme, and what the name of the picture ends with."""

VIEWS = {
    "offices": "country=MEX",
    "objectives": "objective=3",
    "timeline": "timeline_event=ev-20230531-mananera",
    "country": "country=MEX",
    "record": "id=office:deu-frankfurt",
}


def main() -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    with serving() as server, sync_playwright() as playwright:
        browser = launch(playwright)
        for size, device in DEVICES.items():
            for language, theme, ending in LOOKS:
                for entry in ENTRIES:
                    page = browser.new_page(**device, color_scheme=theme)
                    reader = Reader(page, server.address)
                    stated = "&".join(filter(None, [VIEWS.get(entry.name), f"lang={language}"]))
                    reader.open(f"/{entry.path}?{stated}")
                    page.wait_for_load_state("networkidle")
                    page.screenshot(path=PICTURES / f"{entry.name}-{size}-{theme}{ending}.png")
                    page.close()
        browser.close()


main()
