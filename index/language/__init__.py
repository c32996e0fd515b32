"""Pure functions over Hindi and English text."""
