"""What the page says beforehand: where the server is, and which scripts it comes to need."""

import base64
import hashlib

from api import boot, scripts
from api.security import content_security_policy


def test_the_policy_lets_our_script_run() -> None:
    digest = base64.b64encode(hashlib.sha256(boot.SCRIPT.encode()).digest()).decode()
    assert f"<script>{boot.SCRIPT}</script>" in boot.head()
    assert f"'sha256-{digest}'" in content_security_policy()


def test_no_script_is_asked_for_twice() -> None:
    asked = [*scripts.entry(), *scripts.everywhere(), *scripts.for_figures()]
    assert len(asked) == len({*asked})


def test_scripts_of_figures_are_not_asked_for_before_there_is_a_heading() -> None:
    for name in (*scripts.for_figures(), *scripts.entry()):
        assert name not in boot.head()


def test_a_script_comes_with_all_that_it_imports() -> None:
    asked = {*scripts.entry(), *scripts.everywhere()}
    for name in asked:
        assert {*scripts.IMPORTED.findall((scripts.SCRIPTS / name).read_text("utf-8"))} <= asked
