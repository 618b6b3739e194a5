"""The first page: a composition of what the other rooms know, in as few words as can be read from the back of a room."""
