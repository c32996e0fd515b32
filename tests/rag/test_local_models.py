"""Models of transformers on this machine: what cannot be a folder is none, and said to be none."""

import pytest

from index.errors import UsageError
from rag import local_models


@pytest.mark.parametrize("name", ["~no-such-user-here/model", "a" * 300, "./nowhere"])
def test_what_can_be_no_folder_is_said_to_be_none(name: str) -> None:
    with pytest.raises(UsageError):
        local_models.find(name, "KHABAR_LOCAL_MODEL", "chat model")
