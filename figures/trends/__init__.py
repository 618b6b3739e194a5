"""Indicators, drawn and said."""
