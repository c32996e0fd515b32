from types import SimpleNamespace

import pytest

from rag.web.here import is_here


def request(address: str | None, **headers: str) -> SimpleNamespace:
    client = SimpleNamespace(host=address) if address else None
    return SimpleNamespace(client=client, headers={name.replace("_", "-"): value for name, value in headers.items()})


@pytest.mark.parametrize(
    ("address", "host"), [("127.0.0.1", "127.0.0.1:7860"), ("127.0.0.1", "localhost:7860"), ("::1", "[::1]:7860")]
)
def test_whoever_sits_at_this_machine_is_here(address: str, host: str) -> None:
    assert is_here(request(address, Host=host))


@pytest.mark.parametrize(
    ("address", "headers"),
    [
        ("192.168.1.7", {"host": "localhost:7860"}),
        (None, {"host": "localhost:7860"}),
        ("127.0.0.1", {"host": "news.example"}),
        ("127.0.0.1", {"host": "evil.example:7860"}),
        ("127.0.0.1", {"host": "[::"}),
        ("127.0.0.1", {}),
        ("127.0.0.1", {"host": "localhost", "x_forwarded_for": "203.0.113.9"}),
        ("127.0.0.1", {"host": "localhost", "Forwarded": "for=203.0.113.9"}),
        ("127.0.0.1", {"host": "localhost:7860", "origin": "https://evil.example"}),
        ("127.0.0.1", {"host": "localhost:7860", "origin": "http://[x"}),
    ],
)
def test_all_others_are_elsewhere(address: str | None, headers: dict[str, str]) -> None:
    assert not is_here(request(address, **headers))
