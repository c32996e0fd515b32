"""What adding looks like: the panel with its form, and the report of a run."""

from index.article import Language
from index.errors import BusyError, KhabarError
from index.readers import Failure
from index.readers.sniff import FORMATS
from rag.web.adding.run import Result, Run
from rag.web.adding.uploads import LARGEST_FILE, LARGEST_TOGETHER, MOST_FILES
from rag.web.escape import escaped, script_language
from rag.web.numbers import grouped
from rag.web.reasons import detail_view, error_words, reason_words
from rag.web.strings import say

LONGEST_ADDRESS, LONGEST_SOURCE = 2000, 200
SHOWN_REASONS = 3
_OUTCOMES = ("added", "updated", "unchanged", "duplicate")
_MEGABYTE = 1024 * 1024
# What the script of the page says, with blanks that it fills.
_SAID_BY_SCRIPT = (
    *("sending", "waiting", "not_sent", "too_many", "too_large", "too_large_together", "folder", "nothing", "stopped"),
)


def panel_view(language: Language) -> str:
    """Return the panel, shut, with an empty form; the page's script puts the report into it."""
    names = ("articles", "how", "zone", "unchoose", "text_how", "send", "stop")
    words = {name: escaped(say(f"add_{name}", language)) for name in names}
    close = escaped(say("close_dialog", language))
    limits = say("add_limits", language, formats=FORMATS, files=MOST_FILES, size=LARGEST_FILE // _MEGABYTE)
    return (
        f'<div class="kh" lang="{language}"><dialog id="kh-add" class="kh-dialog" aria-labelledby="kh-add-title"'
        f"{_for_script(language)}>"
        f'<header><h2 id="kh-add-title">{words["articles"]}</h2>'
        f'<button type="button" class="kh-tool" data-close>{close}</button></header>'
        f'<div class="kh-add-scroll"><form class="kh-add-form" novalidate><p>{words["how"]}</p>'
        f'<label class="kh-add-zone"><input type="file" name="files" multiple accept="{_accepted()}">'
        f"<span>{words['zone']}</span><small>{escaped(limits)}</small></label>"
        f'<div class="kh-add-chosen" hidden><ul></ul>'
        f'<button type="button" class="kh-tool" data-unchoose>{words["unchoose"]}</button></div>'
        f'<p class="kh-hint">{words["text_how"]}</p>'
        f"{_field('address', LONGEST_ADDRESS, language)}{_field('outlet', LONGEST_SOURCE, language)}"
        f'<p class="kh-problem" role="alert" hidden></p>'
        f'<div class="kh-add-act"><button type="submit" class="kh-send">{words["send"]}</button>'
        f'<button type="button" class="kh-tool" data-stop hidden>{words["stop"]}</button>'
        f'<span class="kh-add-sending"></span></div></form>'
        f'<div class="kh-add-report"></div></div></dialog></div>'
    )


def report_view(run: Run, language: Language) -> str:
    """Return how far a run is, or how it ended, and what has become of each file and address so far."""
    status = _ending(run, language) if run.done else _progress(run, language)
    rows = "".join(_row(result, language) for result in run.results)
    table = ""
    if rows:
        heads = "".join(
            f'<th scope="col">{escaped(say(f"add_{name}", language))}</th>' for name in ("target", "outcome")
        )
        table = (
            f'<table class="kh-add-table"><caption>{escaped(say("add_results", language))}</caption>'
            f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
        )
    return f'<section class="kh-report" data-done="{str(run.done).lower()}">{status}{table}</section>'


def refusal_view(problem: str, language: Language) -> str:
    """Return the report of a run that did not begin; `problem` names a word."""
    words = escaped(say(problem, language, files=MOST_FILES, size=LARGEST_TOGETHER // _MEGABYTE))
    return f'<section class="kh-report" data-done="true"><p class="kh-problem kh-add-status">{words}</p></section>'


def _for_script(language: Language) -> str:
    """Return what the script needs: its words, and the bounds that the server keeps to."""
    sizes = {"add_too_large": LARGEST_FILE, "add_too_large_together": LARGEST_TOGETHER}
    bounds = {"most": MOST_FILES, "largest": LARGEST_FILE, "together": LARGEST_TOGETHER}
    said = []
    for name in _SAID_BY_SCRIPT:
        blanks = {blank: f"{{{blank}}}" for blank in ("file", "n", "count")}
        size = sizes.get(f"add_{name}", 0) // _MEGABYTE
        words = say(f"add_{name}", language, files=MOST_FILES, size=size, **blanks)
        said.append(f' data-{name.replace("_", "-")}="{escaped(words)}"')
    return "".join([*said, *(f' data-{name}="{value}"' for name, value in bounds.items())])


def _accepted() -> str:
    return ",".join((*FORMATS.split(), ".text", ".xhtml", ".ndjson"))


def _field(name: str, longest: int, language: Language) -> str:
    label = escaped(say(f"add_{name}", language))
    kind = (
        'inputmode="url" placeholder="https://…" autocapitalize="off" spellcheck="false"' if name == "address" else ""
    )
    return (
        f'<label class="kh-field"><span>{label}</span>'
        f'<input type="text" name="{name}" maxlength="{longest}" autocomplete="off" {kind}></label>'
    )


def _progress(run: Run, language: Language) -> str:
    place, count = len(run.results), len(run.names)
    name = run.names[place] if place < count else run.names[-1]
    words = say("add_reading", language, n=min(place + 1, count), count=count, file=name)
    many = f" · {say('add_so_far', language, articles=grouped(run.articles))}" if run.articles > 1 else ""
    return (
        f'<p class="kh-add-status" data-step="{place}"><span>{escaped(words)}</span>{escaped(many)}</p>'
        f'<progress max="{count}" value="{place}" aria-label="{escaped(words)}"></progress>'
    )


def _ending(run: Run, language: Language) -> str:
    """Return the line that says how a run ended: what stopped it, else how many articles came of it."""
    if run.problem is not None:
        detail = ""
        word = "add_busy" if isinstance(run.problem, BusyError) else "add_failed"
        if isinstance(run.problem, KhabarError) and word != "add_busy":
            detail = f" {detail_view(*error_words(run.problem, language))}"
        return f'<p class="kh-problem kh-add-status">{escaped(say(word, language))}{detail}</p>'
    new = sum(result.summary.added + result.summary.updated for result in run.results)
    words = say("add_done", language, articles=grouped(new)) if new else say("add_done_none", language)
    return f'<p class="kh-note kh-add-status">{escaped(words)}</p>'


def _row(result: Result, language: Language) -> str:
    kind = "kh-add-failed" if result.summary.failed else "kh-add-fine"
    name = f'<th scope="row" lang="{script_language(result.name)}">{escaped(result.name)}</th>'
    return f'<tr class="{kind}">{name}<td>{_outcome(result, language)}{_reasons(result, language)}</td></tr>'


def _outcome(result: Result, language: Language) -> str:
    """Return the outcome in a word where there is but one article, else how many had which."""
    counts = {name: getattr(result.summary, name) for name in _OUTCOMES} | {"failed": len(result.summary.failed)}
    told = {say(f"outcome_{name}", language): count for name, count in counts.items() if count}
    alone = sum(counts.values()) == 1
    words = [word if alone else f"{word}: {grouped(count)}" for word, count in told.items()]
    return f"<strong>{escaped(' · '.join(words) or say('outcome_nothing', language))}</strong>"


def _reasons(result: Result, language: Language) -> str:
    failed = result.summary.failed
    lines = [_reason(one, result.name, language) for one in failed[:SHOWN_REASONS]]
    if len(failed) > SHOWN_REASONS:
        lines.append(detail_view(say("and_more", language, count=grouped(len(failed) - SHOWN_REASONS)), language))
    return "".join(lines)


def _reason(failure: Failure, name: str, language: Language) -> str:
    """Return why, with the line or item in a file of many."""
    place = failure.path.removeprefix(name).lstrip(":")
    words, spoken = reason_words(failure.reason, language)
    return detail_view(f"{place}: {words}" if place else words, spoken)
