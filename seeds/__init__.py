"""Sample articles and the questions asked of them, written for this project."""

from pathlib import Path

ARTICLES = Path(__file__).parent / "articles"
QUESTIONS = Path(__file__).parent / "questions.jsonl"
