"""`khabar mcp`: the archive as tools for assistants, over standard input and output."""

from rag.commands import DEFAULT_ARCHIVE, ArchiveOption, quieten


def mcp(archive: ArchiveOption = DEFAULT_ARCHIVE) -> None:
    """Let an assistant search and cite the archive: an MCP server on stdin and stdout (the extra `mcp`)."""
    quieten()
    from rag.desk import NewsDesk
    from rag.mcp_server import build

    build(NewsDesk.open(archive)).run(transport="stdio")
