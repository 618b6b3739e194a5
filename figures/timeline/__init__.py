"""Events, drawn and said."""
