"""Which writers readers may choose from, and the writer that somebody chose."""

import threading
from collections import OrderedDict

from rag.choice import OPERATORS, Choice, Offer, WriterName
from rag.settings import Settings
from rag.writers import Writer, open_writer
from rag.writers.endpoint import EndpointWriter
from rag.writers.forgiving import ForgivingWriter

# Writers kept open beside the operator's own; a local model holds gigabytes, so of these there is only one.
MOST_OPEN = 8


class Writers:
    """Opens what readers choose.

    `free` lets those at this machine name any model on it and any address. All others choose among what the operator
    has set up; models and addresses that they name are ignored. The operator's own writer is never opened again.
    """

    def __init__(self, settings: Settings, own: Writer, *, free: bool) -> None:
        self.settings = settings
        self.free = free
        self._own = ForgivingWriter(own.name, lambda: own)
        self._open: OrderedDict[Choice, Writer] = OrderedDict()
        self._opening = threading.Lock()

    def offers(self, *, here: bool) -> tuple[Offer, ...]:
        """Return what may be chosen, the quote writer first; `here` is whether it is chosen at this machine."""
        settings, free = self.settings, self.free and here
        local = Offer("local", settings.local_model)
        endpoint = Offer("endpoint", settings.endpoint_model)
        named = settings.writer == "local" or "local_model" in settings.model_fields_set
        return (
            Offer("quote", ""),
            *((local,) if free or named else ()),
            *((endpoint,) if free or (settings.endpoint_url and settings.endpoint_model) else ()),
        )

    def allowed(self, choice: Choice, *, here: bool) -> Choice:
        """Return a choice without what may not be chosen, and without what the operator has set anyway."""
        settings, free = self.settings, self.free and here
        writer = choice.writer or settings.writer
        if writer not in {offer.writer for offer in self.offers(here=here)}:
            return OPERATORS
        own = {"local": settings.local_model, "endpoint": settings.endpoint_model}.get(writer, "")
        model = choice.model if free and writer != "quote" and choice.model != own else ""
        url = choice.url if free and writer == "endpoint" and choice.url != settings.endpoint_url else ""
        return Choice(None if writer == settings.writer else writer, model, url)

    def open(self, choice: Choice) -> Writer:
        """Return the writer of a choice; one that is set up wrongly says so when it is to write, by a WriterError."""
        choice = self.allowed(choice, here=True)
        if choice == OPERATORS:
            return self._own
        with self._opening:
            writer = self._open.pop(choice, None) or self._opened(choice)
            self._open[choice] = writer
            self._let_go(choice)
        return writer

    def _let_go(self, newest: Choice) -> None:
        """Forget the longest unused writers, and every local model but the newest that was chosen."""
        if self._name(newest) == "local":
            for choice in [one for one in self._open if one != newest and self._name(one) == "local"]:
                del self._open[choice]
        while len(self._open) > MOST_OPEN:
            self._open.popitem(last=False)

    def _name(self, choice: Choice) -> WriterName:
        return choice.writer or self.settings.writer

    def _opened(self, choice: Choice) -> Writer:
        name = self._name(choice)
        given: dict[str, str] = {"writer": name}
        if choice.model:
            given[f"{name}_model"] = choice.model
        if choice.url:
            given["endpoint_url"] = choice.url
        settings = self.settings.model_copy(update=given)
        if name == "endpoint":
            # The operator's key goes to the operator's address alone.
            return ForgivingWriter(name, lambda: EndpointWriter(settings, with_key=not choice.url))
        return ForgivingWriter(name, lambda: open_writer(settings), "missing" if name == "local" else "unready")
