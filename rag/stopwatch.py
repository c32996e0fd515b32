"""Times the stages of an answer."""

import time


class Stopwatch:
    """Milliseconds from lap to lap, and in total."""

    def __init__(self) -> None:
        self._start = self._last = time.perf_counter()
        self._laps: dict[str, float] = {}

    def lap(self, stage: str) -> None:
        """End a stage, or one more part of it."""
        now = time.perf_counter()
        self._laps[stage] = round(self._laps.get(stage, 0.0) + (now - self._last) * 1000, 2)
        self._last = now

    def laps(self) -> dict[str, float]:
        """Return the stages' times and the total, in milliseconds."""
        return {**self._laps, "total": round((time.perf_counter() - self._start) * 1000, 2)}
