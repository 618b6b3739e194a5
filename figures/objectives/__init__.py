"""Objectives and their initiatives, drawn and said."""
