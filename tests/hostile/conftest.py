"""How much hostile input is tried: the same few hundred each time, or, with HYPOTHESIS_PROFILE=long, as much as there is time for."""

import os

from hypothesis import HealthCheck, settings

COMMON = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]}

settings.register_profile("short", derandomize=True, database=None, max_examples=60, **COMMON)
settings.register_profile("long", max_examples=3000, **COMMON)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "short"))
