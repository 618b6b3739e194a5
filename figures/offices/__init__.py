"""Offices abroad, drawn and said."""
