"""Recovery: the engines that are derived from the catalog, brought up to it after a change, a kill or damage."""

import logging
from pathlib import Path

from index import dense, lexical_store, stories
from index.catalog import Catalog, Model
from index.files import sweep
from index.lexical_store import LexicalStore

log = logging.getLogger(__name__)
# In the catalog while the engines may still hold something of articles that were erased.
ERASING = "erasing"
ERASED_FROM_ENGINES = "from engines"  # what remains is the catalog's file and log


def is_caught_up(folder: Path, catalog: Catalog) -> bool:
    """Tell whether the lexical index is at the catalog's number and nothing is left to erase; opens no engine."""
    return lexical_store.last_seq(lexical_store.folder_of(folder)) == catalog.seq and not catalog.meta(ERASING)


def is_whole(folder: Path, catalog: Catalog, model: Model) -> bool:
    """Tell whether both engines can be opened, and the dense one needs no compaction."""
    state = dense.load(folder, catalog, model)
    return lexical_store.is_whole(lexical_store.folder_of(folder)) and not dense.needs_compaction(
        state, catalog.living()
    )


def recover(folder: Path, catalog: Catalog, model: Model) -> None:
    """Bring both engines up to the catalog, rebuilding what is missing or damaged; call with the lock held."""
    sweep(folder)
    if catalog.meta(ERASING):
        _forget_erased(folder, catalog, model)
    _replay(folder, catalog, model)


def rebuild(folder: Path, catalog: Catalog, model: Model) -> None:
    """Make both engines again from the catalog, without embedding anything; call with the lock held."""
    lexical_store.remove(lexical_store.folder_of(folder))
    dense.compact(folder, catalog, model)
    _replay(folder, catalog, model)


def _forget_erased(folder: Path, catalog: Catalog, model: Model) -> None:
    """Make engines and log anew, so that nothing erased is left in them; done again until it succeeds."""
    if catalog.meta(ERASING) != ERASED_FROM_ENGINES:
        rebuild(folder, catalog, model)
        catalog.set_meta(ERASING, ERASED_FROM_ENGINES)
    if catalog.purge():
        catalog.set_meta(ERASING, "")
    else:
        log.warning("%s: a reader still holds erased text; it goes at the next question", folder)


def _replay(folder: Path, catalog: Catalog, model: Model) -> None:
    stories.catch_up(catalog)
    lexical = lexical_store.folder_of(folder)
    if not lexical_store.is_whole(lexical) or LexicalStore(lexical).seq > catalog.seq:
        lexical_store.create(lexical)
    LexicalStore(lexical).replay(catalog)
    if dense.needs_compaction(dense.load(folder, catalog, model), catalog.living()):
        dense.compact(folder, catalog, model)
