"""Chromium, in which the briefing is read, measured and pictured without a screen."""

import os
import shutil

from playwright.sync_api import Browser, Playwright

FLAGS = [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-gpu-rasterization",
    "--disable-gpu-compositing",
]

PROGRAMS = ("chromium-headless-shell", "chromium")
"""Debian's, the first that is installed. The shell is Chromium without the frame of a window: it draws no tool bar for each page."""


def launch(playwright: Playwright) -> Browser:
    """Start a Chromium; the environment's `CHROMIUM` names another program than Debian's."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, PROGRAMS)), None)
    assert found, "No Chromium: `make test` installs Debian's, or set CHROMIUM"
    return playwright.chromium.launch(executable_path=found, args=FLAGS)
