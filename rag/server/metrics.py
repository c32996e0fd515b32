"""Counters, gauges and histograms in the text format that Prometheus reads (exposition format 0.0.4)."""

import threading
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 120.0)
Labels = tuple[str, ...]


class Counter:
    """Counts up, by labels."""

    kind = "counter"

    def __init__(self, name: str, told: str, labels: Sequence[str] = ()) -> None:
        self.name, self.told, self.labels = name, told, tuple(labels)
        self._values: defaultdict[Labels, float] = defaultdict(float)
        self._lock = threading.Lock()

    def add(self, *labels: str, by: float = 1) -> None:
        """Count one more, or `by` more."""
        with self._lock:
            self._values[labels] += by

    def lines(self) -> Iterator[str]:
        """Yield the samples."""
        with self._lock:
            values = sorted(self._values.items())
        for labels, value in values:
            yield f"{self.name}{_braced(self.labels, labels)} {_number(value)}"


class Histogram:
    """Seconds, sorted into buckets, by labels."""

    kind = "histogram"

    def __init__(self, name: str, told: str, labels: Sequence[str] = (), bounds: Sequence[float] = SECONDS) -> None:
        self.name, self.told, self.labels, self.bounds = name, told, tuple(labels), tuple(bounds)
        self._counts: dict[Labels, list[int]] = {}
        self._sums: defaultdict[Labels, float] = defaultdict(float)
        self._lock = threading.Lock()

    def observe(self, seconds: float, *labels: str) -> None:
        """Note a time."""
        with self._lock:
            counts = self._counts.setdefault(labels, [0] * (len(self.bounds) + 1))
            counts[bisect_left(self.bounds, seconds)] += 1
            self._sums[labels] += seconds

    def lines(self) -> Iterator[str]:
        """Yield the samples: cumulative counts up to each bound, sum and count."""
        with self._lock:
            held = sorted((labels, list(counts), self._sums[labels]) for labels, counts in self._counts.items())
        names = (*self.labels, "le")
        for labels, counts, total in held:
            so_far = 0
            for bound, count in zip((*map(_number, self.bounds), "+Inf"), counts, strict=True):
                so_far += count
                yield f"{self.name}_bucket{_braced(names, (*labels, bound))} {so_far}"
            yield f"{self.name}_sum{_braced(self.labels, labels)} {_number(total)}"
            yield f"{self.name}_count{_braced(self.labels, labels)} {so_far}"


class Gauge:
    """A value that is read when it is asked for."""

    kind = "gauge"

    def __init__(self, name: str, told: str, read: Callable[[], float]) -> None:
        self.name, self.told, self._read = name, told, read

    def lines(self) -> Iterator[str]:
        """Yield the sample."""
        yield f"{self.name} {_number(self._read())}"


class Metrics:
    """What is measured of a server. No label bears anything that a client wrote."""

    def __init__(self) -> None:
        self.requests = Counter(
            "khabar_requests_total", "Requests by route, method and status.", ("route", "method", "status")
        )
        self.seconds = Histogram("khabar_request_seconds", "Time from request to last byte.", ("route",))
        self.answers = Counter(
            "khabar_answers_total", "Answers by outcome and question language.", ("outcome", "language")
        )
        self.stages = Histogram("khabar_stage_seconds", "Time that a stage of answering took.", ("stage",))
        self.refused = Counter("khabar_refused_total", "Requests turned away, by reason.", ("reason",))
        self.feedback = Counter("khabar_feedback_total", "Opinions given.", ("thumb",))
        self.gauges: list[Gauge] = []

    def text(self) -> str:
        """Return everything as Prometheus reads it."""
        lines: list[str] = []
        every: tuple[Counter | Histogram | Gauge, ...]
        every = (self.requests, self.seconds, self.answers, self.stages, self.refused, self.feedback, *self.gauges)
        for one in every:
            lines += [f"# HELP {one.name} {one.told}", f"# TYPE {one.name} {one.kind}", *one.lines()]
        return "\n".join(lines) + "\n"


def _number(value: float) -> str:
    return str(int(value)) if float(value).is_integer() else repr(float(value))


def _braced(names: Sequence[str], values: Sequence[str]) -> str:
    if not names:
        return ""
    return "{" + ",".join(f'{name}="{_escaped(value)}"' for name, value in zip(names, values, strict=True)) + "}"


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
