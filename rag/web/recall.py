"""What a conversation shows of articles that were withdrawn meanwhile: that they were, and none of their words."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from index.standing import Standing
from rag.answer import Answer, AnswerSentence
from rag.web.conversation import Conversation, Source, Turn
from rag.web.escape import script_language
from rag.web.strings import say

StandingOf = Callable[[str], Standing | None]
Standings = Mapping[str, Standing | None]


def recalled(turns: Conversation, standing_of: StandingOf) -> Conversation:
    """Return the conversation with what rests on withdrawn articles taken back; each article is looked up once."""
    cited = {one.citation.article_id for turn in turns for one in turn.sources if not one.withdrawn}
    near = {one.article_id for turn in turns if turn.answer for one in turn.answer.nearest}
    standings = {article_id: standing_of(article_id) for article_id in cited | near}
    if not any(standing and standing.withdrawn for standing in standings.values()):
        return turns
    return tuple(_recalled(turn, standings) for turn in turns)


def _recalled(turn: Turn, standings: Standings) -> Turn:
    answer = turn.answer and _without_nearest(turn.answer, standings)
    sources = tuple(_blank(one) if _is_withdrawn(one, standings) else one for one in turn.sources)
    if sources == turn.sources:
        return replace(turn, answer=answer)
    lost = {one.citation.n for one in sources if one.withdrawn}
    sentences = tuple(_taken_back(one) if lost & set(one.citations) else one for one in turn.sentences)
    # Notices name outlets and figures, and which of them are of a withdrawn article cannot be told.
    answer = answer and replace(answer, notices=(), short_answer=None)
    return replace(turn, sources=sources, sentences=sentences, short=None, answer=answer)


def _is_withdrawn(source: Source, standings: Standings) -> bool:
    standing = standings.get(source.citation.article_id)
    return standing is not None and standing.is_withdrawn(source.citation.version)


def _without_nearest(answer: Answer, standings: Standings) -> Answer:
    """Leave out articles of which any version was withdrawn: a headline does not tell of which it is."""
    kept = tuple(one for one in answer.nearest if not ((known := standings[one.article_id]) and known.withdrawn))
    return answer if kept == answer.nearest else replace(answer, nearest=kept)


def _blank(source: Source) -> Source:
    citation = replace(source.citation, quote="", headline="", source="", url="", also_in=(), relevance=None)
    return Source(citation, "", "", withdrawn=True)


def _taken_back(sentence: AnswerSentence) -> AnswerSentence:
    return replace(sentence, text=say("taken_back", script_language(sentence.text)), support="supported")
