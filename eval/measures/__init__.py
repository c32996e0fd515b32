"""What is measured of one question, and how each measure reads."""

from dataclasses import dataclass

from eval.asked import Asked
from eval.judges import Judge


@dataclass(frozen=True, slots=True)
class Measure:
    """How a measure reads: what it is, and whether more of it is better. All are in 0…1."""

    about: str
    more_is_better: bool = True


MEASURES = {
    "nDCG@10": Measure("discounted gain of the ten best articles"),
    "R@1": Measure("share of the answering articles at first place"),
    "R@5": Measure("share of the answering articles among five"),
    "R@10": Measure("share of the answering articles among ten"),
    "RR": Measure("reciprocal rank of the first answering article; its mean is MRR"),
    "Success@5": Measure("an answering article among five"),
    "dense R@10": Measure("R@10 of the dense channel alone, of the passages kept"),
    "lexical R@10": Measure("R@10 of the lexical channel alone, of the passages kept"),
    "names R@10": Measure("R@10 of the names channel alone, of the passages kept"),
    "sentence hit@1": Measure("the best sentence holds the answer"),
    "sentence hit@3": Measure("one of the three best sentences holds the answer"),
    "quoted": Measure("a sentence that the answer cites holds the answer"),
    "answer string": Measure("a known answer stands in the answer, word for word"),
    "short answer right": Measure("the short answer says a known answer, of who, where, when, how many"),
    "short answer wrong": Measure("the short answer says something else", more_is_better=False),
    "short answer absent": Measure("there is no short answer to who, where, when, how many", more_is_better=False),
    "token F1": Measure("token overlap with the nearest of the known answers and the known sentence"),
    "chrF": Measure("character overlap with the nearest of the known answers and the known sentence"),
    "supported": Measure("share of the statements that verification finds supported by their citations"),
    "citation recall": Measure("share of the statements that their citations bear out"),
    "citation precision": Measure("share of the citations that are needed"),
    "citation exact": Measure("every citation's offsets give its quote"),
    "hallucinated": Measure("answered, though the archive holds no answer", more_is_better=False),
    "wrongly abstained": Measure("abstained, though the archive holds the answer", more_is_better=False),
    "own words in language": Measure("all that Khabar itself says is in the asker's language"),
}


def measure(asked: Asked, judge: Judge) -> dict[str, float]:
    """Return {measure: value} of one question, without those that it does not put to the test."""
    from eval.measures.answers import answers
    from eval.measures.behaviour import behaviour
    from eval.measures.citations import citations
    from eval.measures.retrieval import retrieval
    from eval.measures.short_answers import short_answers

    return {**retrieval(asked), **answers(asked), **short_answers(asked), **citations(asked, judge), **behaviour(asked)}
