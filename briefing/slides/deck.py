"""The deck: a slide for each chapter of the story, or more where a list is long, and the references at its end."""

from io import BytesIO

from briefing import citing
from briefing.slides import finish, references
from briefing.slides.chapters import Maker
from briefing.slides.master import base
from briefing.story import gathered
from figures.palette import palette
from figures.view import View


def pptx(view: View, address: str = "") -> bytes:
    """Return the story of a view as a PowerPoint file, in its language and theme.

    Args:
        address: the full link to the view, which the file and the notes of its last slides state.
    """
    made, chapters = base(view, palette(view.theme)), gathered(view)
    maker = Maker(made, view)
    for chapter in chapters:
        maker.show(chapter)
    numbers, listed = references.numbered(view, [(shown.named, citing.least(shown.chapter)) for shown in maker.shown])
    maker.finish(numbers)
    maker.references(listed, references.title(view), references.sentence(view), address)
    finish.finish(made.presentation, view, address)
    file = BytesIO()
    made.presentation.save(file)
    return file.getvalue()
