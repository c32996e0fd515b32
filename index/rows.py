"""How articles and vectors lie in the rows of the catalog: JSON, digests, blobs."""

import hashlib
import json
from dataclasses import asdict
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.archive_faults import ArchiveFault
from index.article import Article
from index.errors import ArchiveError
from index.reasons import because
from index.token_vectors import TokenVectors


def record_of(article: Article) -> str:
    """Return an article as JSON without body and version."""
    record = asdict(article)
    del record["body"], record["version"]
    return json.dumps(record, ensure_ascii=False, sort_keys=True)


def article_of(record: str, body: str, version: int) -> Article:
    """Return the article of a row's record, body and version."""
    values: dict[str, Any] = json.loads(record)
    return Article(**values, body=body, version=version)


def hash_of(article: Article) -> bytes:
    """Return a digest of everything an article says: another digest is another version."""
    return hashlib.sha256(f"{record_of(article)}\0{article.body}".encode()).digest()


def as_vectors(blob: bytes, dimensions: int) -> NDArray[np.float16]:
    """Return the (n, d) rows of a blob."""
    if len(blob) % (2 * dimensions):
        raise ArchiveError.of(because(ArchiveFault.BAD_VECTORS, dimensions=dimensions))
    return np.frombuffer(blob, dtype="<f2").reshape(-1, dimensions)


def as_token_vectors(blob: bytes | None, sentences: int) -> TokenVectors | None:
    """Return the token vectors of a blob, those of the context and of so many sentences; None where there are none."""
    try:
        return None if blob is None else TokenVectors.from_bytes(blob, sentences + 1)
    except ValueError as error:
        raise ArchiveError.of(because(ArchiveFault.BAD_TOKENS)) from error


def body_hash_of(article: Article) -> bytes:
    """Return a digest of the words of a body: articles that share it are exact copies, whatever their white space."""
    return hashlib.sha256(" ".join(article.body.split()).encode()).digest()
