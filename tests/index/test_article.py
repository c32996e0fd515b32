import dataclasses

import pytest

from index.article import Article


def test_an_article_cannot_be_changed() -> None:
    article = Article(id="a", body="चंद्रयान-3 चाँद पर उतरा।")
    with pytest.raises(dataclasses.FrozenInstanceError):
        article.body = "x"  # type: ignore[misc]
