"""What axe-core, fetched from npm for these tests alone, finds wrong with each view: nothing serious."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.browser.acts import ask, cite, close_article
from tests.browser.looks import LOOKS, Look
from tests.browser.newsroom import DATED, FOLLOW_UP, OPENING
from tests.browser.test_adding import BROKEN, LAKE, hand_over

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # gradio counts its events with pandas
]

AXE = "axe-core@4"
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


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_no_view_has_a_serious_fault(page: Any, look: Look, axe: str) -> None:
    page.evaluate(axe)
    faults = {"welcome": page.evaluate(SERIOUS)}
    ask(page, OPENING[look.language])
    ask(page, FOLLOW_UP["hi"] if look.language == "hi" else DATED["en"])
    faults["answer"] = page.evaluate(SERIOUS)
    page.click(".kh-turn:last-child .kh-thumb[data-thumb=up] summary")
    faults["opinion"] = page.evaluate(SERIOUS)
    page.keyboard.press("Escape")
    cite(page)
    faults["article"] = page.evaluate(SERIOUS)
    close_article(page)
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
