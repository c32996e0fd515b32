"""Questions with known answers become a report."""
