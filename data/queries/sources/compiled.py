"""Which sources only compile what others said: nothing is known more lately because they were made late."""

COMPILED = frozenset({"str-cnx-policytable"})
"""Tables that cite an original for each of their entries, as their note says, and add nothing that is later."""
