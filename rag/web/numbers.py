"""Counts as the page's readers write them: in lakh and crore; the browser regroups them for readers elsewhere."""

from rag.web.escape import escaped


def grouped(count: int) -> str:
    """Return a count with the commas of lakh and crore.

    >>> grouped(999), grouped(129000), grouped(12345678)
    ('999', '1,29,000', '1,23,45,678')
    """
    digits = str(count)
    head, tail = digits[:-3], digits[-3:]
    pairs = [head[max(0, end - 2) : end] for end in range(len(head), 0, -2)][::-1]
    return ",".join([*pairs, tail])


def count_view(count: int) -> str:
    """Return a count as HTML that the script of the page finds.

    >>> count_view(129000)
    '<data class="kh-count" value="129000">1,29,000</data>'
    """
    return f'<data class="kh-count" value="{count}">{escaped(grouped(count))}</data>'
