"""The label of the event that is chosen, on a drawing that stands: no mark moves when a reader picks one."""

from collections.abc import Sequence
from dataclasses import replace

from figures.ink.placing import overlap
from figures.timeline.placement import Lane, Words, beside


def named(lanes: Sequence[Lane], event_id: str, written: Sequence[Words], edges: tuple[float, float]) -> list[Lane]:
    """Return the lanes with a label for one more event, beside its mark where that lies: no mark moves for it.

    Labels that it would cover give way. Where it would cover a mark or a line from above, or leave its lane, the event stays without one.
    """
    return [_named(lane, event_id, written, edges) for lane in lanes]


def _named(lane: Lane, event_id: str, written: Sequence[Words], edges: tuple[float, float]) -> Lane:
    at = next((at for at, mark in enumerate(lane.marks) if mark.event_id == event_id), None)
    if at is None or lane.marks[at].label:
        return lane
    others = [mark for number, mark in enumerate(lane.marks) if number != at]
    fits = [
        (sum(1 for other in others if other.label and overlap(label.box, other.label.box)), label)
        for words in written
        for label in beside(lane.marks[at], words)
        if edges[0] <= label.box[0]
        and label.box[2] <= edges[1]
        and label.box[1] >= 0
        and label.box[3] <= lane.height
        and not any(overlap(label.box, other.around) for other in others)
        and not any(overlap(label.box, stem) for stem in lane.stems)
    ]
    if not fits:
        return lane
    label = min(fits, key=lambda fit: fit[0])[1]
    marks = [
        replace(mark, label=label)
        if mark.event_id == event_id
        else replace(mark, label=None)
        if mark.label and overlap(label.box, mark.label.box)
        else mark
        for mark in lane.marks
    ]
    return replace(lane, marks=marks)
