"""A picture of coverage over time: articles per day, month or year as bars, with the same figures as a table."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from index.article import Language
from rag.dates import long_date, long_month
from rag.web.conversation import Turn
from rag.web.escape import escaped
from rag.web.numbers import grouped
from rag.web.strings import say

HEIGHT, WIDTH, FOOT = 64, 320, 2
FEWEST = 3
MOST_DAYS, MOST_MONTHS, MOST_YEARS = 45, 60, 60
_DAY, _MONTH, _YEAR = len("2025-12-04"), len("2025-12"), len("2025")


def answer_coverage(turn: Turn, place: int, language: Language) -> str:
    """Return the picture of the stories behind an answer, the cited ones marked; "" where it would say nothing.

    That is while there are fewer than FEWEST dated articles, or all are of one month.
    """
    if turn.answer is None or turn.answer.abstained:
        return ""
    citations = [source.citation for source in turn.sources]
    cited = {one.article_id: one.published for one in citations}
    copies = {copy.article_id: copy.published for one in citations for copy in one.also_in}
    found = Counter(_days((copies | cited).values()))
    if found.total() < FEWEST or len({day[:_MONTH] for day in found}) < 2:
        return ""
    return coverage_view(found, Counter(_days(cited.values())), f"kh-days-{place}", "coverage_answer", language)


def archive_coverage(counts: Mapping[str, int], language: Language) -> str:
    """Return the picture of a whole archive; "" while there are not two days."""
    found = Counter({day: count for day, count in counts.items() if _is_day(day)})
    return coverage_view(found, Counter(), "kh-days-archive", "coverage_archive", language) if len(found) > 1 else ""


def coverage_view(
    found: Mapping[str, int], cited: Mapping[str, int], identity: str, title: str, language: Language
) -> str:
    """Return a figure of articles by ISO day, the cited ones among them in red; `title` names its string."""
    length = _unit(min(found), max(found))
    total, red = _summed(found, length), _summed(cited, length)
    bins = _bins(min(total), max(total))
    most = max(total[one] for one in bins)
    name, what = escaped(say(title, language)), escaped(_summary(total, red, language))
    scale = escaped(f"{say('coverage_articles', language)}: {grouped(most)}")
    bars = "".join(_bar(place, len(bins), total[one], red[one], most) for place, one in enumerate(bins))
    rows = "".join(
        f'<tr><th scope="row">{escaped(_named(one, language))}</th><td>{grouped(total[one])}</td>'
        f"{f'<td>{grouped(red[one])}</td>' if cited else ''}</tr>"
        for one in sorted(total)
    )
    heads = ["coverage_when", "coverage_articles", *(["coverage_cited"] if cited else [])]
    head = "".join(f'<th scope="col">{escaped(say(one, language))}</th>' for one in heads)
    return (
        f'<figure class="kh-coverage"><figcaption>{name}</figcaption>'
        f'<p class="kh-coverage-scale" aria-hidden="true">{scale}</p>'
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT + FOOT}" preserveAspectRatio="none" role="img"'
        f' aria-labelledby="{identity}-title {identity}-desc"><title id="{identity}-title">{name}</title>'
        f'<desc id="{identity}-desc">{what}</desc>{bars}</svg>'
        f'<p class="kh-coverage-ends"><span>{escaped(_named(bins[0], language))}</span>'
        f"<span>{escaped(_named(bins[-1], language))}</span></p>"
        f"<details><summary>{escaped(say('coverage_table', language))}</summary>"
        f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></details></figure>"
    )


def _days(stamps: Iterable[str | None]) -> list[str]:
    days = [stamp[:_DAY] for stamp in stamps if stamp]
    return [day for day in days if _is_day(day)]


def _is_day(day: str) -> bool:
    try:
        return date.fromisoformat(day).isoformat() == day
    except ValueError:
        return False


def _unit(first: str, last: str) -> int:
    """Return how many characters of an ISO day name a bar: a day, a month or a year."""
    if (date.fromisoformat(last) - date.fromisoformat(first)).days < MOST_DAYS:
        return _DAY
    months = 12 * (int(last[:_YEAR]) - int(first[:_YEAR])) + int(last[5:_MONTH]) - int(first[5:_MONTH])
    return _MONTH if months < MOST_MONTHS else _YEAR


def _summed(days: Mapping[str, int], length: int) -> Counter[str]:
    total: Counter[str] = Counter()
    for day, count in days.items():
        total[day[:length]] += count
    return total


def _bins(first: str, last: str) -> list[str]:
    """Return every day, month or year from one to another; of years no more than the last MOST_YEARS.

    >>> _bins("2025-11", "2026-01"), _bins("2024-02-28", "2024-03-01")
    (['2025-11', '2025-12', '2026-01'], ['2024-02-28', '2024-02-29', '2024-03-01'])
    """
    if len(first) == _YEAR:
        return [f"{year:04}" for year in range(max(int(first), int(last) - MOST_YEARS + 1), int(last) + 1)]
    if len(first) == _DAY:
        start, end = date.fromisoformat(first), date.fromisoformat(last)
        return [(start + timedelta(days=days)).isoformat() for days in range((end - start).days + 1)]
    start_month, end_month = (12 * int(one[:_YEAR]) + int(one[5:]) - 1 for one in (first, last))
    return [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(start_month, end_month + 1)]


def _bar(place: int, bars: int, total: int, cited: int, most: int) -> str:
    """Return one bar, the cited part of it at the foot; at least two units high, so that one article is seen."""
    if not total:
        return ""
    step = WIDTH / bars
    wide = min(step * 0.8, 16)
    left = place * step + (step - wide) / 2

    def piece(count: int, kind: str) -> str:
        high = max(2.0, HEIGHT * count / most)
        box = f'x="{left:.1f}" y="{HEIGHT - high:.1f}" width="{wide:.1f}" height="{high:.1f}"'
        return f'<rect class="{kind}" {box}></rect>'

    return piece(total, "kh-bar") + (piece(cited, "kh-bar-cited") if cited else "")


def _summary(total: Counter[str], cited: Counter[str], language: Language) -> str:
    peak = max(total, key=lambda one: (total[one], one))
    words = say("coverage_summary", language, count=grouped(total.total()), peak=_named(peak, language))
    more = say("coverage_summary_cited", language, count=grouped(cited.total())) if cited else ""
    return f"{words} {more}".strip()


def _named(one: str, language: Language) -> str:
    if len(one) == _YEAR:
        return one
    return long_date(one, language) if len(one) == _DAY else long_month(one, language)
