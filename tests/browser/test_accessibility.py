"""What axe-core, fetched from npm for these tests alone, finds wrong with each view: nothing serious."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.browser.test_adding import BROKEN, LAKE, hand_over
from tests.browser.test_chat import ENGLISH, HINDI, ask
from tests.browser.test_tools import DATED, FOLLOW_UP

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # gradio counts its events with pandas
]

AXE = "axe-core@4"
OpenPage = Callable[..., Any]
SERIOUS = """async () => {
    const { violations } = await axe.run(document, { resultTypes: ["violations"] });
    return violations
        .filter(({ impact }) => ["serious", "critical"].includes(impact))
        .map(({ id, help, nodes }) => `${id} (${help}): ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}"""


@pytest.fixture(scope="session")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The source of axe-core. Without npm the tests are skipped, and fail where CI is set."""
    stop = pytest.fail if os.environ.get("CI") else pytest.skip
    npm = shutil.which("npm")
    if npm is None:
        stop("no npm here: install Node.js to check the pages with axe-core")
    folder = tmp_path_factory.mktemp("axe")
    command = [str(npm), "install", "--no-save", "--no-audit", "--no-fund", "--prefix", str(folder), AXE]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode:
        stop(f"npm cannot fetch {AXE}: {run.stderr.strip()[-300:]}")
    return Path(folder / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("locale", "width", "height", "scheme"),
    [
        ("hi-IN", 1280, 800, "light"),
        ("en-IN", 1280, 800, "dark"),
        ("hi-IN", 390, 844, "dark"),
        ("en-IN", 390, 844, "light"),
    ],
)
def test_no_view_has_a_serious_fault(
    open_page: OpenPage, axe: str, locale: str, width: int, height: int, scheme: str
) -> None:
    page = open_page(locale, width=width, height=height, scheme=scheme)
    page.evaluate(axe)
    hindi = locale == "hi-IN"
    faults = {"welcome": page.evaluate(SERIOUS)}
    ask(page, HINDI if hindi else ENGLISH)
    ask(page, FOLLOW_UP if hindi else DATED)
    faults["answer"] = page.evaluate(SERIOUS)
    page.click(".kh-turn:last-child .kh-thumb[data-thumb=up] summary")
    faults["opinion"] = page.evaluate(SERIOUS)
    page.keyboard.press("Escape")
    page.click(".kh-turn:last-child .kh-mark >> nth=0")
    page.wait_for_selector(".kh-open mark")
    faults["article"] = page.evaluate(SERIOUS)
    page.keyboard.press("Escape")
    page.wait_for_selector(".kh-empty", state="attached")
    page.click(".kh-filters summary")
    page.check("[name=latest]")
    page.wait_for_selector(".kh-chosen")
    faults["filters"] = page.evaluate(SERIOUS)
    page.click("#kh-settings [data-open]")
    page.check("#kh-settings-dialog [value=endpoint]")
    faults["settings"] = page.evaluate(SERIOUS)
    page.keyboard.press("Escape")
    page.click("[data-open=kh-past]")
    faults["past questions"] = page.evaluate(SERIOUS)
    page.keyboard.press("Escape")
    page.click("[data-adds]")
    hand_over(page, ("झील.txt", LAKE.encode()), ("टूटी.pdf", BROKEN))
    faults["adding"] = page.evaluate(SERIOUS)
    assert {view: found for view, found in faults.items() if found} == {}
