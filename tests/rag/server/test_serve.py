"""`khabar serve` as a process: it says where it listens, ends well at SIGTERM, and says why it cannot begin."""

import re
import signal
import socket
import subprocess
import sys

import httpx

from index.archive import Archive

SERVE = "import sys; from rag.cli import main; main(sys.argv[1:])"


def _command(*arguments: str) -> list[str]:
    return [sys.executable, "-c", SERVE, "serve", *arguments]


def test_it_serves_and_ends_with_0_at_sigterm(filled: Archive) -> None:
    command = _command("--archive", str(filled.folder), "--port", "0")
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        found = None
        while not found:
            line = process.stderr.readline()
            assert line, "it ended before it served"
            found = re.search(r"serving .* on (http://127\.0\.0\.1:\d+)", line)
        response = httpx.get(f"{found[1]}/ask", params={"question": "आयात का आंकड़ा"}, timeout=30, trust_env=False)
        assert response.status_code == 200
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 0
        assert "आयात" not in process.stderr.read()


def test_a_port_that_is_taken_is_one_line(filled: Archive) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        command = _command("--archive", str(filled.folder), "--port", str(taken.getsockname()[1]))
        result = subprocess.run(command, capture_output=True, text=True)
    assert result.returncode == 2
    assert "cannot be listened on" in result.stderr.splitlines()[-1]
    assert "Traceback" not in result.stderr
