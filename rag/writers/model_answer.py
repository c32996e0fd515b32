"""What a chat model writes, piece by piece, becomes drafts: each sentence with the evidence it cites."""

from collections.abc import Generator, Iterator, Sequence
from contextlib import closing

import regex

from rag.citation_stream import CitationStream, CitedSentence
from rag.evidence import Evidence
from rag.writers import Draft, WriterError
from rag.writers.visible import visible

Pieces = Generator[str, None, None]

_NOT_FOUND = regex.compile(r"NOT[\W_]?IN[\W_]?EVIDENCE")
# Some models think aloud first, between these.
THOUGHT, _THOUGHT_END = "<think>", "</think>"


def shown_to_model(evidence: Sequence[Evidence], most: int) -> list[Evidence]:
    """Return the best sentences, those of an article together and in its order; the best article first."""
    chosen = evidence[:most]
    order = {article_id: place for place, article_id in enumerate(dict.fromkeys(one.key[0] for one in chosen))}
    return sorted(chosen, key=lambda one: (order[one.key[0]], one.sentence.start))


def drafts(pieces: Pieces, evidence: Sequence[Evidence]) -> Iterator[Draft]:
    """Yield the sentences of a model's answer as they are complete; numbers that no evidence has are dropped.

    When the model fails midway, what it had completed is yielded before the WriterError. An answer that says that the
    evidence lacks it yields nothing. Raises WriterError where the model says nothing at all.
    """
    stream, said = CitationStream(), False
    with closing(pieces), closing(without_thoughts(pieces)) as spoken:
        try:
            for piece in spoken:
                said = said or not piece.isspace()
                for sentence in stream.feed(visible(piece)):
                    if _NOT_FOUND.search(sentence.text):
                        return
                    yield _draft(sentence, evidence)
        except WriterError:
            yield from (_draft(one, evidence) for one in _rest(stream) if one.whole)
            raise
    if not said:
        raise WriterError("silent", "the model wrote nothing")
    yield from (_draft(one, evidence) for one in _rest(stream))


def without_thoughts(pieces: Pieces) -> Pieces:
    """Yield what a model says after its thoughts, where it begins with some."""
    held = ""
    for piece in pieces:
        held += piece
        begun = held.lstrip()
        if begun.startswith(THOUGHT):
            end = held.find(_THOUGHT_END)
            if end < 0:
                continue
            held = held[end + len(_THOUGHT_END) :]
        elif THOUGHT.startswith(begun):
            continue
        yield held
        yield from pieces
        return
    if held.strip() and not held.lstrip().startswith(THOUGHT):
        yield held


def _rest(stream: CitationStream) -> Iterator[CitedSentence]:
    return (one for one in stream.finish() if not _NOT_FOUND.search(one.text))


def _draft(sentence: CitedSentence, evidence: Sequence[Evidence]) -> Draft:
    cited = tuple(evidence[n - 1] for n in sentence.ids if 0 < n <= len(evidence))
    return Draft(sentence.text, cited, composed=True)


def rewriting(pieces: Pieces, longest: int) -> str:
    """Return the line that a model writes, without its thoughts; what is longer than `longest` characters is cut off.

    Raises WriterError where the model fails.
    """
    said = ""
    with closing(pieces), closing(without_thoughts(pieces)) as spoken:
        for piece in spoken:
            said += visible(piece)
            if len(said) > longest:
                break
    return said.strip().strip('"“”').strip()
