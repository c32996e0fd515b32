"""The settings: a button that says what is chosen, and the dialog behind it, filled from what the session holds."""

from index.article import Language
from index.errors import UsageError
from rag.choice import OPERATORS, Choice, Offer
from rag.web.escape import escaped
from rag.web.manner import DEFAULT, MOST_QUOTES, Manner
from rag.web.protocol import Writing
from rag.web.strings import say

_LANGUAGES = ("auto", "hi", "en")


def settings_view(writing: Writing | None, manner: Manner, language: Language, *, here: bool) -> str:
    """Return the button and the dialog; without a choice of writers it is about the language alone.

    `here` is whether the reader sits at this machine.
    """
    words = {name: escaped(say(f"settings_{name}", language)) for name in ("how", "done", "default", "close")}
    title = escaped(say("settings", language))
    body = _languages(manner, language)
    if writing is not None:
        body += _writers(writing, manner, language, here=here) + _quotes(writing, manner, language)
    return (
        f'<div class="kh kh-settings" lang="{language}">'
        f'<button type="button" class="kh-tool" data-open="kh-settings-dialog" aria-haspopup="dialog">'
        f"{escaped(_summary(writing, manner, language))}</button>"
        f'<dialog id="kh-settings-dialog" class="kh-dialog" aria-labelledby="kh-settings-title"><form method="dialog">'
        f'<header><h2 id="kh-settings-title">{title}</h2>'
        f'<button type="button" class="kh-tool" data-close>{words["close"]}</button></header>'
        f'<div class="kh-form" tabindex="-1"><p class="kh-hint">{words["how"]}</p>{body}</div>'
        f'<footer><button type="button" class="kh-tool" data-default>{words["default"]}</button>'
        f'<button type="submit" class="kh-send">{words["done"]}</button></footer></form></dialog></div>'
    )


def wrong_with(choice: Choice, writing: Writing, language: Language, *, here: bool) -> str:
    """Return what a reader's choice lacks, before anything is asked of it; "" where nothing is plainly wrong."""
    from rag.writers.endpoint import chat_url

    if choice.writer != "endpoint" or not (writing.free and here):
        return ""
    url = choice.url or writing.url
    try:
        chat_url(url)
    except UsageError:
        return say("bad_address", language, url=url)
    known = choice.model or any(offer.model for offer in writing.offers(here=here) if offer.writer == "endpoint")
    return "" if known else say("no_endpoint_model", language)


def _summary(writing: Writing | None, manner: Manner, language: Language) -> str:
    """Return the words of the button: what is not as it was at first."""
    chosen = []
    if manner.answer_language != DEFAULT.answer_language:
        chosen.append(say(f"answers_in_{manner.answer_language}", language))
    if writing is not None:
        writer = manner.choice.writer or writing.writer
        if manner.choice.writer is not None or manner.choice.model:
            model = manner.choice.model
            chosen.append(say("model_chosen", language, model=model) if model else say(f"chosen_{writer}", language))
        if manner.quotes is not None:
            chosen.append(say("quote_chosen" if manner.quotes == 1 else "quotes_chosen", language, count=manner.quotes))
    return say("settings_as", language, chosen=" · ".join(chosen)) if chosen else say("settings", language)


def _language_name(code: str, language: Language) -> str:
    return {"hi": "हिंदी", "en": "English"}.get(code) or say("answer_auto", language)


def _languages(manner: Manner, language: Language) -> str:
    options = "".join(
        _radio("answer_language", code, _language_name(code, language), code == manner.answer_language, code)
        for code in _LANGUAGES
    )
    return _group("answer_in", f'<div class="kh-radios">{options}</div>{_hint("answer_in_how", language)}', language)


def _writers(writing: Writing, manner: Manner, language: Language, *, here: bool) -> str:
    chosen, offers, free = manner.choice.writer or writing.writer, writing.offers(here=here), writing.free and here
    options = "".join(
        _writer(offer, manner, language, chosen=offer.writer == chosen, url=writing.url if free else None)
        for offer in offers
    )
    note = _hint("writer_fails", language) if len(offers) > 1 else ""
    return _group("writer", options + note, language)


def _writer(offer: Offer, manner: Manner, language: Language, *, chosen: bool, url: str | None) -> str:
    """Return a writer with what is to be said and filled in; with an address, "" or not, the choice is free."""
    name = offer.writer
    label = say(f"writer_{name}", language)
    told = _hint(f"writer_{name}_how", language)
    if name != "quote" and url is not None:
        own = manner.choice if chosen else OPERATORS
        if name == "endpoint":
            told += _text(
                "endpoint_url", own.url or url, "http://localhost:11434/v1", language, kind="url", needed=True
            )
        told += _text(f"{name}_model", own.model or offer.model, "", language, needed=name == "endpoint")
    elif offer.model:
        told += f'<p class="kh-hint">{escaped(say("model_set", language, model=offer.model))}</p>'
    return f'<div class="kh-choice">{_radio("writer", name, label, chosen)}<div class="kh-more">{told}</div></div>'


def _quotes(writing: Writing, manner: Manner, language: Language) -> str:
    chosen = manner.quotes or writing.quotes
    options = "".join(
        f'<option value="{count if count != writing.quotes else ""}"{" selected" if count == chosen else ""}>'
        f"{count}</option>"
        for count in range(1, MOST_QUOTES + 1)
    )
    label = escaped(say("source_count", language))
    field = f'<select name="quotes" aria-label="{label}">{options}</select>'
    return _group("source_count", field + _hint("source_count_how", language), language)


def _group(name: str, fields: str, language: Language) -> str:
    return f"<fieldset><legend>{escaped(say(name, language))}</legend>{fields}</fieldset>"


def _hint(name: str, language: Language) -> str:
    return f'<p class="kh-hint">{escaped(say(name, language))}</p>'


def _radio(name: str, value: str, label: str, chosen: bool, spoken: str = "") -> str:
    lang = f' lang="{spoken}"' if spoken in ("hi", "en") else ""
    return (
        f'<label class="kh-radio"><input type="radio" name="{name}" value="{value}"{" checked" if chosen else ""}>'
        f"<span{lang}>{escaped(label)}</span></label>"
    )


def _text(name: str, value: str, example: str, language: Language, *, kind: str = "text", needed: bool = False) -> str:
    shown = f' placeholder="{escaped(example)}"' if example else ""
    if needed:
        shown += f' data-needed="{escaped(say(f"needed_{name}", language))}"'
    return (
        f'<label class="kh-field"><span>{escaped(say(name, language))}</span>'
        f'<input type="text" inputmode="{kind}" name="{name}" value="{escaped(value)}"{shown}'
        f' autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="300"></label>'
    )
