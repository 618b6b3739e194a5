"""Reported flows, drawn and said."""
