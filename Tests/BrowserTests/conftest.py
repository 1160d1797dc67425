"""One browser for all tests; one office for each file of tests."""

import pytest
from office import Office, Person, chromium
from playwright.sync_api import sync_playwright


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    office = Office(tmp_path_factory.mktemp("office"))
    yield office
    office.stop()


@pytest.fixture(scope="module")
def people(browser, office):
    """Calls people in by their accounts; each signs in once."""
    known = {}

    def call(account):
        if account not in known:
            known[account] = Person(browser, office, account).sign_in()
        return known[account]

    yield call
    for person in known.values():
        person.close()
