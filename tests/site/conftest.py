"""What several tests of the built site need."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.site.audit import DESK


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A tab in which nothing may fail, be blocked or be asked of others."""
    context = chromium.new_context(viewport=DESK, reduced_motion="reduce")
    tab = context.new_page()
    complaints: list[str] = []
    tab.on("console", lambda message: complaints.append(message.text))
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.on("request", lambda one: complaints.extend([one.url] * ("file:" not in one.url)))
    yield tab
    assert complaints == []
    context.close()
