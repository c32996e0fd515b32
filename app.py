"""The chat web app: layout and event wiring only."""
