"""How the briefing is served to more rooms than one: a container, a proxy over several processes, and a cluster on this machine."""
