"""Sources and tables, drawn and said."""
