"""A question set in one of the known formats becomes a data-set folder."""

from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from eval.adapters import beir, belebele, indicqa, miracl, squad, trec
from eval.adapters.dataset import Counts, replacing_dataset, write_articles, write_questions
from eval.adapters.romanise import romanise as romanised
from eval.adapters.rows import Inputs, QuestionRow, Reader
from index.errors import UnreadableError, UsageError

QUESTION_LANGUAGES = ("hi", "en", "hi-Latn")


@dataclass(frozen=True, slots=True)
class Format:
    """How a format is read; `judged` formats keep questions and judgements in files of their own."""

    read: Reader
    about: str
    judged: bool = False


FORMATS = {
    "squad": Format(squad.read, "SQuAD, XQuAD and MLQA: JSON of paragraphs with questions"),
    "indicqa": Format(indicqa.read, "IndicQA: like SQuAD, with questions that have no answer"),
    "belebele": Format(belebele.read, "Belebele: JSON lines of a passage, a question and four choices"),
    "miracl": Format(miracl.read, "MIRACL and NoMIRACL: topics, qrels and passages", judged=True),
    "beir": Format(beir.read, "BEIR: a folder with corpus.jsonl, queries.jsonl and qrels/test.tsv", judged=True),
    "trec": Format(trec.read, "TREC and FIRE: topics, qrels and documents", judged=True),
}


def convert(
    format: str,
    *,
    articles: Path,
    questions: Path | None = None,
    judgements: Path | None = None,
    language: str | None = None,
    output: Path,
    limit: int | None = None,
    romanise: bool = False,
) -> Counts:
    """Write the data set OUTPUT from a file, or a folder of files, for each of articles, questions and judgements.

    `language` is that of the questions, told from each where it is left out. `limit` keeps the first questions and all
    articles. With `romanise`, Hindi questions are written in Roman letters, by rule. Of a BEIR folder, queries.jsonl
    and qrels/test.tsv need not be named.
    """
    if format == "beir" and articles.is_dir():
        questions = questions or articles / "queries.jsonl"
        judgements = judgements or articles / "qrels" / "test.tsv"
        articles = articles / "corpus.jsonl"
    inputs = Inputs(_files(articles), _files(questions), _files(judgements))
    return convert_inputs(format, inputs, language=language, output=output, limit=limit, romanise=romanise)


def convert_inputs(
    name: str,
    inputs: Inputs,
    *,
    output: Path,
    language: str | None = None,
    limit: int | None = None,
    rights: str = "",
    romanise: bool = False,
) -> Counts:
    """Write the data set OUTPUT from the files of a set."""
    chosen = _checked(name, inputs, language, limit)
    with replacing_dataset(output) as folder:
        articles, questions = chosen.read(inputs)
        if romanise:
            questions, language = map(_romanised, questions), "hi-Latn"
        ids, articles_left_out = write_articles(articles, folder, rights)
        asked, questions_left_out = write_questions(questions, folder, ids, language, limit)
        if not ids or not asked:
            raise UnreadableError(
                f"{(inputs.questions or inputs.articles)[0]}: no question in it is about an article of "
                f"{inputs.articles[0]}: check that these files belong together"
            )
    return Counts(len(ids), asked, articles_left_out, questions_left_out)


def _checked(name: str, inputs: Inputs, language: str | None, limit: int | None) -> Format:
    if name not in FORMATS:
        raise UsageError(f"{name}: not a format: name one of {', '.join(FORMATS)}")
    if language is not None and language not in QUESTION_LANGUAGES:
        raise UsageError(f"{language}: not a language of questions: name one of {', '.join(QUESTION_LANGUAGES)}")
    if limit is not None and limit < 1:
        raise UsageError(f"{limit}: not a number of questions: name 1 or more")
    chosen = FORMATS[name]
    if chosen.judged and not (inputs.questions and inputs.judgements):
        raise UsageError(f"{name}: needs files of questions and of judgements: name both")
    if not chosen.judged and inputs.judgements:
        raise UsageError(f"{name}: has no judgements: leave that file out")
    for path in chain(inputs.articles, inputs.questions, inputs.judgements):
        if not path.is_file():
            raise UnreadableError(f"{path}: no file there: check the path")
    return chosen


def _romanised(row: QuestionRow) -> QuestionRow:
    return replace(row, question=romanised(row.question))


def _files(path: Path | None) -> tuple[Path, ...]:
    """Return a file, or all files below a folder but hidden ones, in order."""
    if path is None:
        return ()
    if not path.is_dir():
        return (path,)
    found = (one for one in sorted(path.rglob("*")) if one.is_file())
    files = tuple(one for one in found if not any(part.startswith(".") for part in one.relative_to(path).parts))
    if not files:
        raise UnreadableError(f"{path}: an empty folder: put the files of the set there")
    return files
