"""Several processes behind the proxy: when one is killed, its readers are with another, and go on as if nothing had been."""

import os
import re
import signal
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.reader import CONNECTED, Reader
from tests.cluster import Cluster, clustered


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    with clustered(2) as served:
        yield served


LOST = f"""new MutationObserver(() => window.lost ||= !document.querySelector('{CONNECTED}')).observe(
    document.querySelector('.stApp'), {{attributeFilter: ['data-test-connection-state']}})"""
BACK = f"() => window.lost && document.querySelector('{CONNECTED}')"
"""Another process may answer before anybody looks whether the first is gone."""


def test_a_reader_whose_process_is_killed_goes_on_with_another(chromium: Browser, cluster: Cluster) -> None:
    context = chromium.new_context(viewport={"width": 1366, "height": 768}, locale="en-US")
    page = context.new_page()
    reader = Reader(page, cluster.server.address).open("/objectives?objective=3&country=MEX")
    first = cluster.holding()
    page.evaluate(LOST)
    os.kill(cluster.processes[first], signal.SIGKILL)
    page.wait_for_function(BACK)
    reader.choose_objective(4)
    expect(page).to_have_url(re.compile(r"/objectives\?objective=3&objective=4&country=MEX$"))
    expect(reader.what_is_on()).to_contain_text("Objective 3 or 4")
    reader.wait().expect_no_fault()
    assert cluster.holding() != first
    address, number = cluster.restarted()
    assert address == first
    assert number != cluster.processes[first]
    context.close()
