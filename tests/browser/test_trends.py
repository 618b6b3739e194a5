"""The page of trends before a reader: picking by keyboard, Back, and charts that fit."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.reader import Reader


def test_an_indicator_is_picked_by_keyboard_and_back_lets_it_go(reader: Reader) -> None:
    reader.open("/trends")
    box = reader.page.locator(".st-key-trends_indicator").get_by_role("combobox")
    box.focus()
    box.press_sequentially("army and navy")
    expect(reader.page.get_by_role("option")).to_have_count(1)
    box.press("ArrowDown")
    box.press("Enter")
    box.press("Escape")  # the open list hides the rest of the page from screen readers
    reader.expect_query(trends_indicator=["mexico-army-navy-fentanyl-seized-cy"])
    expect(
        reader.page.get_by_role("heading", name="Fentanyl seized by Mexico's army and navy: up").first
    ).to_be_visible()
    reader.page.go_back()
    expect(reader.page.get_by_role("heading", name="Fentanyl seized by HSI: 20,981 lb")).to_be_visible()


def test_events_over_trends_survive_a_reload(reader: Reader) -> None:
    reader.open("/trends?trends_indicator=cbp-fentanyl-seized-fy")
    reader.page.get_by_role("radio", name="With events").click()
    reader.expect_query(trends_indicator=["cbp-fentanyl-seized-fy"], trends_events=["1"])
    reader.page.reload()
    reader.wait()
    told = reader.page.locator(".trend-key li")
    expect(told).to_have_count(4)
    expect(told.filter(has_text="HSI releases the Strategy")).to_be_visible()


def test_what_is_picked_on_trends_fits_a_phone(watched: Callable[..., Page], address: str) -> None:
    reader = Reader(watched(address, width=390, height=844, theme="light"), address)
    reader.open(
        "/trends?trends_indicator=nflis-fentanyl-reports-cy&trends_indicator=cbp-fentanyl-seized-ytd&trends_events=1"
    )
    main = reader.page.get_by_test_id("stMain")
    assert main.evaluate("element => element.scrollWidth <= element.clientWidth")


@pytest.mark.parametrize("width", [1024, 1366])
def test_plots_of_a_row_align_under_headings_of_two_lines(
    watched: Callable[..., Page], address: str, width: int
) -> None:
    reader = Reader(watched(address, width=width, height=768, theme="light"), address)
    reader.open("/trends")
    plots = reader.page.locator(".st-key-trend-row-0 .js-plotly-plot")
    expect(plots).to_have_count(2)
    tops = {round(plot.bounding_box()["y"]) for plot in plots.all()}
    assert len(tops) == 1
    assert max(tops) < 400, "the first plots stand high on the first screen"
    for heading in reader.page.locator('[class*="st-key-trend-row-"] h2').all():
        tall, line = heading.evaluate(
            "h => { const all = document.createRange(); all.selectNodeContents(h);"
            " return [all.getBoundingClientRect().height, parseFloat(getComputedStyle(h).lineHeight)] }"
        )
        assert tall <= line * 2.2, heading.inner_text()
    expect(reader.page.locator(".modebar-btn")).to_have_count(0)


def test_no_choice_is_cut_in_a_small_window(watched: Callable[..., Page], address: str) -> None:
    reader = Reader(watched(address, width=1024, height=768, theme="light"), address)
    reader.open("/trends")
    cut = reader.page.locator(".st-key-trend-picker").evaluate(
        "box => [...box.querySelectorAll('*')].filter(e => e.children.length === 0 && e.scrollWidth > e.clientWidth + 1"
        " && getComputedStyle(e).textOverflow === 'ellipsis').map(e => e.textContent)"
    )
    assert cut == []


PICKED = "/trends?trends_indicator=cbp-fentanyl-seized-ytd"


@pytest.mark.parametrize(("width", "height", "path"), [(1366, 768, PICKED), (2560, 1440, PICKED), (390, 844, PICKED), (390, 844, "/trends")])  # fmt: skip
def test_what_is_picked_takes_one_row(
    watched: Callable[..., Page], address: str, width: int, height: int, path: str
) -> None:
    reader = Reader(watched(address, width=width, height=height, theme="light"), address)
    reader.open(path)
    row = reader.page.locator(".st-key-trend-picker")
    line = row.evaluate("box => parseFloat(getComputedStyle(document.documentElement).fontSize)")
    assert row.bounding_box()["height"] < 4 * line, "no line stands empty"
    events = row.get_by_role("radio", name="With events")
    box = row.bounding_box()
    assert events.locator("xpath=..").bounding_box()["x"] < box["x"] + box["width"]


def test_an_indicator_is_picked_on_a_phone(watched: Callable[..., Page], address: str) -> None:
    reader = Reader(watched(address, width=390, height=844, theme="light"), address)
    reader.open(PICKED)
    reader.page.get_by_role("button", name="Pick series").click()
    reader.page.get_by_role("button", name="Remove CBP: fentanyl · Fentanyl seized by CBP · Part of a year").click()
    reader.expect_query()
    box = reader.page.locator(".st-key-trends_indicator").get_by_role("combobox")
    box.press_sequentially("army and navy")
    expect(reader.page.get_by_role("option")).to_have_count(1)
    box.press("ArrowDown")
    box.press("Enter")
    reader.expect_query(trends_indicator=["mexico-army-navy-fentanyl-seized-cy"])


def test_a_chart_that_the_heading_tells_of_repeats_it_to_the_ear_alone(reader: Reader) -> None:
    reader.open("/trends")
    first, third = (
        reader.page.get_by_role("heading", name=name).last for name in ("down 55%", "Fentanyl seized by HSI")
    )
    expect(first).to_be_attached()
    hidden = first.locator("xpath=ancestor::*[@data-testid='stElementContainer']").first
    assert hidden.bounding_box()["height"] <= 1
    assert third.bounding_box()["height"] > 20


def test_a_swipe_over_a_chart_scrolls_the_page(chromium: Browser, address: str) -> None:
    context = chromium.new_context(viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True)
    page = context.new_page()
    Reader(page, address).open("/trends?trends_indicator=cbp-fentanyl-seized-month")
    plot = page.locator(".js-plotly-plot").first
    plot.scroll_into_view_if_needed()
    box = plot.bounding_box()
    before = page.get_by_test_id("stMain").evaluate("main => main.scrollTop")
    finger = context.new_cdp_session(page)
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] * 0.7
    finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for step in range(1, 16):
        point = {"x": x, "y": y - 12 * step}
        finger.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [point]})
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.wait_for_function(
        "before => document.querySelector('[data-testid=stMain]').scrollTop > before + 100", arg=before
    )
    context.close()


def test_a_month_is_picked_and_read_with_its_part_in_three_steps(reader: Reader) -> None:
    reader.open("/trends")
    box = reader.page.locator(".st-key-trends_indicator").get_by_role("combobox")
    box.fill("cbp fentanyl month")
    reader.page.get_by_role("option").first.click()
    box.press("Escape")
    expect(reader.page.get_by_role("heading", name="(Southwest Border, OFO only)").first).to_be_visible()
    figure = reader.page.locator(".st-key-figure-trend-cbp-fentanyl-seized-month")
    figure.locator("summary", has_text="Table and downloads").click()
    expect(figure.get_by_role("button", name="CSV", exact=True)).to_be_visible()
    expect(figure.locator("th, td", has_text="All parts of the month, added here").first).to_be_attached()
