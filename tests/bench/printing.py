"""How the bench prints: a figure a line, and how much of its aim it is."""


def line(name: str, value: float, aim: float, unit: str, scale: float) -> None:
    """Print a figure in a unit, which `scale` of the figure's own make up, beside what is aimed at."""
    print(
        f"{name:<52} {value / scale:8.2f} {unit}   {value / aim:5.2f} of the aim ({aim / scale:g} {unit})", flush=True
    )
