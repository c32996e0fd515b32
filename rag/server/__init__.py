"""The HTTP API over a desk: routes, limits, who may ask, metrics; `khabar serve` runs it."""
