from types import SimpleNamespace

import pytest

from rag.web.adding.policy import Mode, Policy
from rag.web.here import Caller

HERE = Caller("127.0.0.1", {"host": "127.0.0.1:7860", "origin": "http://127.0.0.1:7860"})


def with_headers(address: str = "127.0.0.1", **headers: str) -> Caller:
    return Caller(
        address, {"host": "127.0.0.1:7860", **{name.replace("_", "-"): value for name, value in headers.items()}}
    )


@pytest.mark.parametrize(
    ("mode", "host", "allowed"),
    [
        ("auto", "127.0.0.1", True),
        ("auto", "localhost", True),
        ("auto", "::1", True),
        ("auto", "0.0.0.0", False),  # noqa: S104
        ("auto", "192.168.1.5", False),
        ("auto", "news.example", False),
        ("on", "0.0.0.0", True),  # noqa: S104
        ("off", "127.0.0.1", False),
    ],
)
def test_the_default_lets_add_only_where_the_page_is_served_to_this_machine(
    mode: Mode, host: str, allowed: bool
) -> None:
    policy = Policy(mode, host)
    assert policy.allows(HERE) is allowed
    assert policy.is_closed is not allowed


@pytest.mark.parametrize(
    "caller",
    [
        with_headers("192.168.1.9"),
        with_headers("::ffff:192.168.1.9"),
        with_headers(""),
        with_headers(x_forwarded_for="203.0.113.7"),
        with_headers(forwarded="for=203.0.113.7"),
        with_headers(via="1.1 proxy"),
        with_headers(host="news.example"),  # another name that has been led here (DNS rebinding)
        with_headers(host="[:::1"),
        Caller("127.0.0.1", {}),
    ],
)
def test_whoever_is_elsewhere_may_not_add_by_default_and_reaches_no_private_network(caller: Caller) -> None:
    assert not Policy("auto").allows(caller)
    assert Policy("auto").is_public_only(caller)
    assert Policy("on").is_public_only(caller)


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:9999", "http://localhost:7860"])
@pytest.mark.parametrize("mode", ["auto", "on"])
def test_a_page_of_another_site_may_not_add(mode: Mode, origin: str) -> None:
    assert not Policy(mode).allows(with_headers(origin=origin))


def test_private_addresses_are_for_this_machine_alone() -> None:
    assert not Policy("auto").is_public_only(HERE)
    assert not Policy("on").is_public_only(HERE)
    assert Policy("on", "0.0.0.0").is_public_only(HERE)  # noqa: S104


def test_who_asks_is_read_from_the_connection() -> None:
    request = SimpleNamespace(headers={"Host": "localhost:1", "X-Forwarded-For": "8.8.8.8"}, client=None)
    assert Caller.of(request) == Caller("", {"host": "localhost:1", "x-forwarded-for": "8.8.8.8"})
