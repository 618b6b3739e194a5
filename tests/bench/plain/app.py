"""The content of `/offices` as an app of plain Streamlit: what to measure the briefing's own page against.

Written from the same tables with Streamlit's own means and nothing else: no theme, no routes, no state in the address. Its map
asks for no tiles, which would come from another host; without them it has less to draw than the briefing's.
"""

from pathlib import Path

import pandas as pd
import plotly.express as px
import pydeck as pdk
import streamlit as st

TABLES = Path(__file__).parents[3] / "data" / "tables"
PERIODS = ["undated", "before_2019", "2019_2023", "after_2023"]
COLORS = {"strong": [11, 92, 115], "moderate": [196, 120, 30], "weak": [150, 150, 150]}


@st.cache_data
def table(name: str) -> pd.DataFrame:
    return pd.read_csv(TABLES / f"{name}.csv", keep_default_na=False)


@st.cache_data
def offices() -> pd.DataFrame:
    countries = table("countries")[["iso3", "name", "region"]].rename(columns={"name": "country"})
    shown = table("office_evidence")
    shown = shown[shown["shows"].isin(["office", "post"])].merge(table("offices")[["office_id", "level"]])
    latest = shown.sort_values("date").drop_duplicates("office_id", keep="last")
    latest["evidence_period"] = pd.cut(
        pd.to_numeric(latest["date"].str[:4]).fillna(0), [-1, 1, 2018, 2023, 9999], labels=PERIODS
    ).astype(str)
    rows = table("offices").merge(latest[["office_id", "strength", "evidence_period"]]).merge(countries, on="iso3")
    for axis in ("latitude", "longitude"):
        rows[axis] = pd.to_numeric(rows[axis])
    rows["color"] = rows["strength"].map(COLORS)
    return rows


st.set_page_config(page_title="Offices", layout="wide")

rows = offices()
events, by_objective, by_place = table("events"), table("event_objectives"), table("event_countries")
initiatives = table("initiatives")
objectives = table("objectives").set_index("objective_id")["short_title"].to_dict()
years = events["date"].str[:4].astype(int)

with st.sidebar:
    st.markdown("**Strategy for Combating Illicit Opioids**")
    chosen = st.pills(
        "Objective",
        list(objectives),
        format_func=lambda number: f"{number} {objectives[number]}",
        selection_mode="multi",
        key="objective",
    )
    named = st.multiselect("Country", sorted(rows["country"].unique()), key="country")
    first, last = st.slider("Years of events", int(years.min()), int(years.max()), (int(years.min()), int(years.max())))

shown = rows[rows["country"].isin(named)] if named else rows
kept = events[years.between(first, last)]
if chosen:
    kept = kept[kept["event_id"].isin(by_objective.loc[by_objective["objective_id"].isin(chosen), "event_id"])]
    initiatives = initiatives[initiatives["objective_id"].isin(chosen)]
if named:
    kept = kept[kept["event_id"].isin(by_place.loc[by_place["iso3"].isin(shown["iso3"]), "event_id"])]

st.title(f"91 offices in 54 countries reported; {len(rows)} places named")
with st.container(key="what-is-on"):
    st.markdown(
        f"{len(shown)} of {len(rows)} documented offices · {len(initiatives)} initiatives · {len(kept)} of {len(events)} events"
    )

left, right = st.columns([5, 3])
with left:
    st.header("Where the places are")
    st.pydeck_chart(
        pdk.Deck(
            layers=[
                pdk.Layer(
                    "ScatterplotLayer",
                    data=shown[["city", "country", "longitude", "latitude", "color"]].dropna(),
                    get_position=["longitude", "latitude"],
                    get_fill_color="color",
                    get_radius=6,
                    radius_units="'pixels'",
                    pickable=True,
                )
            ],
            initial_view_state=pdk.ViewState(latitude=20, longitude=0, zoom=0.5),
            map_provider=None,
            tooltip={"text": "{city}, {country}"},
        ),
        height=400,
    )
with right:
    st.header("Countries")
    by_country = shown.groupby(["country", "region"]).size().reset_index(name="places")
    st.dataframe(by_country.sort_values("places", ascending=False), hide_index=True, height=400)

left, right = st.columns([2, 3])
with left:
    st.header("How old the evidence is")
    periods = shown.groupby(["evidence_period", "strength"]).size().reset_index(name="places")
    st.plotly_chart(px.bar(periods, x="places", y="evidence_period", color="strength", orientation="h"))
with right:
    st.header("Published totals")
    totals = table("reported_totals").query("unit_type == 'offices' and date != ''")
    st.plotly_chart(px.scatter(totals, x="date", y="value", hover_data=["counts", "note"]))

st.header("Places by region")
regions = shown.groupby(["region", "strength"]).size().reset_index(name="places")
st.plotly_chart(px.bar(regions, x="places", y="region", color="strength", orientation="h"))
with st.expander("Rows"):
    st.dataframe(shown.drop(columns=["color"]), hide_index=True)
