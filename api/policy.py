"""What a browser may do on our pages: as little as Streamlit's page and our figures can do without.

Each allowance beyond our own files says what needs it. `docs/security.md` says how each was tried: taken away alone, with every page
open in Chromium.
"""

import base64
import hashlib
from functools import cache
from importlib.resources import files

from api import boot, contract

CLOSED = (
    "accelerometer", "aria-notify", "attribution-reporting", "autoplay", "bluetooth", "browsing-topics", "camera",
    "captured-surface-control", "compute-pressure", "cross-origin-isolated", "deferred-fetch", "deferred-fetch-minimal",
    "digital-credentials-create", "digital-credentials-get", "display-capture", "encrypted-media", "fullscreen", "gamepad",
    "geolocation", "gyroscope", "hid", "identity-credentials-get", "idle-detection", "interest-cohort", "keyboard-map",
    "language-detector", "language-model", "local-fonts", "local-network", "local-network-access", "loopback-network",
    "magnetometer", "media-playback-while-not-visible", "microphone", "midi", "on-device-speech-recognition", "otp-credentials",
    "payment", "picture-in-picture", "private-state-token-issuance", "private-state-token-redemption",
    "publickey-credentials-create", "publickey-credentials-get", "screen-wake-lock", "serial", "speaker-selection",
    "storage-access", "summarizer", "sync-xhr", "translator", "unload", "usb", "window-management", "xr-spatial-tracking",
)  # fmt: skip
"""What no page of ours asks of a browser; every feature that Chromium 156 knows, and some of other browsers."""

OURS = ("clipboard-read", "clipboard-write")
"""What a page of ours may ask for, and no frame in it: links are copied, and what was copied into a grid is read there."""


@cache
def permissions_policy() -> str:
    """Return the policy of the browser's features."""
    return ", ".join([*(f"{name}=()" for name in CLOSED), *(f"{name}=(self)" for name in OURS)])


@cache
def content_security_policy() -> str:
    """Return the policy of a page. Streamlit's page has an inline script, whose hash is that of the installed version; we add one."""
    page = (files("streamlit") / "static" / "index.html").read_text("utf-8")
    hashes = " ".join(f"'sha256-{_sha256(script)}'" for script in (*contract.INLINE_SCRIPT.findall(page), boot.SCRIPT))
    return "; ".join(
        [
            "default-src 'none'",  # neither frames, plug-ins, workers, sounds nor a manifest
            # WebAssembly: Streamlit's messages (protobuf) and maps (deck.gl) compute in it. Texts are still run by nobody (`eval`).
            f"script-src 'self' 'wasm-unsafe-eval' {hashes}",
            # Streamlit's parts (emotion, styled-components, Plotly, the grid) write their style into the page as it runs, and our
            # drawings and tables have `style` of their own. A hash or a nonce would have to be known to Streamlit's scripts.
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",  # drawings come as such, and Streamlit's icons
            "font-src 'self' data:",  # a face for formulas that Streamlit's style sheet holds
            "connect-src 'self'",  # the connection of the page, map shapes, files to take away
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",  # figures to embed have a page, and a policy, of their own (api/embedding.py)
        ]
    )


def _sha256(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
