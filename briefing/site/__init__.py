"""The static site: every page, record, country and feed as plain files, in every language, for any host that serves files."""

from briefing.site.taken import NotMadeError
from briefing.site.writing import files, write

__all__ = ["NotMadeError", "files", "write"]
