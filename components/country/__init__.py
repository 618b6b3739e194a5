"""One country on a page: a module a section, each of which turns a brief into what is shown."""
