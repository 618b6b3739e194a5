"""Tools of charts: how every Plotly chart looks, and its picture."""
