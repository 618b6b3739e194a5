"""The sections of the page Sources and data: tables, their dictionary, the whole package, sources, terms."""
