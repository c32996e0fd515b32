"""What a conversation shows of articles that were withdrawn meanwhile: that they were, and none of their words."""

from collections.abc import Callable
from dataclasses import replace

from index.standing import Standing
from rag.answer import AnswerSentence
from rag.web.conversation import Conversation, Source, Turn
from rag.web.escape import script_language
from rag.web.strings import say

StandingOf = Callable[[str], Standing | None]


def recalled(turns: Conversation, standing_of: StandingOf) -> Conversation:
    """Return the conversation with what rests on withdrawn articles taken back; each article is looked up once."""
    cited = {_key(source) for turn in turns for source in turn.sources if not source.withdrawn}
    standings = {article_id: standing_of(article_id) for article_id, _ in cited}
    withdrawn = {
        (article_id, version)
        for article_id, version in cited
        if (standing := standings[article_id]) is not None and standing.is_withdrawn(version)
    }
    return tuple(_recalled(turn, withdrawn) for turn in turns) if withdrawn else turns


def _recalled(turn: Turn, withdrawn: set[tuple[str, int]]) -> Turn:
    sources = tuple(_blank(one) if _key(one) in withdrawn else one for one in turn.sources)
    if sources == turn.sources:
        return turn
    lost = {one.citation.n for one in sources if one.withdrawn}
    sentences = tuple(_taken_back(one) if lost & set(one.citations) else one for one in turn.sentences)
    return replace(turn, sources=sources, sentences=sentences, short=None if lost else turn.short)


def _key(source: Source) -> tuple[str, int]:
    return source.citation.article_id, source.citation.version


def _blank(source: Source) -> Source:
    citation = replace(source.citation, quote="", headline="", source="", url="", also_in=(), relevance=None)
    return Source(citation, "", "", withdrawn=True)


def _taken_back(sentence: AnswerSentence) -> AnswerSentence:
    return replace(sentence, text=say("taken_back", script_language(sentence.text)), support="supported")
