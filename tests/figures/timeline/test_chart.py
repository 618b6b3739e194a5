from data.queries.timeline import KEY_EVENTS, events
from data.selection import Selection
from figures.timeline import chart, dates, listing

EVERYTHING = Selection()
YEAR = Selection(first_year=2023, last_year=2023)


def test_the_text_equivalent_counts_what_is_drawn(asked, catalog):
    rows = events(catalog, EVERYTHING).rows
    for years, ours in (("all", rows), ("2023", rows[rows["date"].str.startswith("2023")])):
        text = chart.figure(asked(span=years)).text
        for count in (len(ours), *ours["category"].value_counts(), *ours["date_precision"].value_counts()):
            assert str(count) in text
        assert "Ríodoce publishes its article in edition 1078" in text


def test_key_dates_outside_the_filters_are_not_told(asked):
    assert "key dates" not in chart.figure(asked(Selection(first_year=2024))).text


def test_rows_hold_all_that_the_filters_keep_and_the_note_says_what_is_drawn(asked, catalog):
    rows = events(catalog, EVERYTHING).rows
    ours = rows["date"].str.startswith("2023").sum()
    near, whole = chart.figure(asked()), chart.figure(asked(span="all"))
    assert set(near.rows["event_id"]) == set(rows["event_id"]) == set(whole.rows["event_id"])
    assert near.note.startswith(f"Drawn: 2023, {ours} of {len(rows)} events.")
    assert whole.note == chart.figure(asked(YEAR)).note == ""


def test_titles_say_which_years_are_drawn(asked):
    assert chart.figure(asked()).title == "2023, the year HSI released its strategy"
    assert chart.figure(asked(span="2024")).title == "Events of 2024"
    assert chart.figure(asked(span="all")).title == "Events from 2019 to 2026"
    assert chart.figure(asked(Selection(countries=("HTI",)))).title == "The event of 13 February 2024"


def test_dates_in_words_are_never_more_exact_than_the_source(language):
    assert dates.when(language, "2023-05-31", "day") == "31 May 2023 (day known)"
    assert dates.when(language, "2023-05", "month") == "May 2023, day not known"
    assert dates.when(language, "2020", "year") == "2020, month not known"


def test_the_list_holds_one_row_an_event_with_its_ties_in_words(catalog, language):
    narrowed = events(catalog, EVERYTHING)
    figure = listing.figure(catalog, narrowed, language)
    assert list(figure.rows["event_id"]) == list(narrowed.rows["event_id"])
    row = figure.rows.set_index("event_id").loc["ev-20230531-mananera"]
    assert row["countries"] == "Mexico, United States"
    assert row["category_name"] == "Diplomacy"
    assert set(figure.columns) <= set(figure.rows.columns)
    assert str((narrowed.rows["date_precision"] == "day").sum()) in figure.title
    assert "later than May 2026: that is what was found, not what happened" in figure.note


def test_a_list_of_one_event_is_told_as_one(catalog, language):
    alone = listing.figure(catalog, events(catalog, Selection(countries=("HTI",))), language)
    assert len(alone.rows) == 1
    assert alone.text.startswith("The event, of 2024, with its summary")
    assert "oldest" not in alone.text
    assert "the oldest first" in listing.figure(catalog, events(catalog, EVERYTHING), language).text


def test_sources_of_the_key_dates_are_cited_first(asked, catalog):
    links = catalog["event_sources"]
    cited = chart.figure(asked()).source_ids
    of_keys = set(links.loc[links["event_id"].isin(KEY_EVENTS), "source_id"])
    assert set(cited[: len(of_keys)]) == of_keys
    assert len(set(cited)) == len(cited)
