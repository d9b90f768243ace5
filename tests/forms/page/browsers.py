"""Browsers that open a page as a file, each driven by its own protocol."""

import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from tests.conftest import external_tool

WAIT_S = 30


def chromium(downloads: Path) -> Any:
    """Return a driver of Chromium that saves files to a folder.

    Args:
        downloads: the folder.
    """
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1280,900"):
        options.add_argument(argument)
    options.binary_location = str(external_tool("chromium"))
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    options.add_experimental_option("prefs", {"download.default_directory": str(downloads)})
    return webdriver.Chrome(options=options, service=Service(external_tool("chromedriver")))


def firefox(downloads: Path) -> Any:
    """Return a driver of Firefox that saves files to a folder.

    Args:
        downloads: the folder.
    """
    preferences = {
        "browser.download.folderList": 2,
        "browser.download.dir": str(downloads),
        "browser.download.alwaysOpenPanel": False,
    }
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # its driver is made of older modules
        from marionette_driver.marionette import Marionette

        driver = Marionette(
            host="127.0.0.1",
            port=0,
            bin=external_tool("firefox"),
            headless=True,
            prefs=preferences,
            gecko_log=str(downloads.with_name("firefox.log")),
        )
        driver.start_session()
    return driver


class Browser(Protocol):
    """What a test of the page needs of a browser."""

    downloads: Path

    def open(self, address: str) -> None:
        """Open an address."""

    def run(self, script: str, *given: Any) -> Any:
        """Return what a script in the page returns, or what its promise brings."""

    def choose(self, name: str, path: Path) -> None:
        """Choose a file in the field of an id."""

    def quit(self) -> None:
        """End the browser."""


class Chromium:
    """Chromium, through its driver."""

    def __init__(self, downloads: Path) -> None:
        self.downloads = downloads
        self._driver = chromium(downloads)

    def open(self, address: str) -> None:
        self._driver.get(address)

    def run(self, script: str, *given: Any) -> Any:
        return self._driver.execute_script(script, *given)

    def choose(self, name: str, path: Path) -> None:
        self._driver.find_element("id", name).send_keys(str(path))

    def quit(self) -> None:
        self._driver.quit()


class Firefox:
    """Firefox, through its own protocol."""

    def __init__(self, downloads: Path) -> None:
        self.downloads = downloads
        self._driver = firefox(downloads)

    def open(self, address: str) -> None:
        self._driver.navigate(address)

    def run(self, script: str, *given: Any) -> Any:
        # without a sandbox of its own, a script sees what the page's script has made
        return self._driver.execute_script(script, script_args=list(given), sandbox=None)

    def choose(self, name: str, path: Path) -> None:
        self._driver.find_element("id", name).send_keys(str(path))

    def quit(self) -> None:
        self._driver.quit()


def until(given: Callable[[], Any], what: str) -> Any:
    """Return what a function gives, once it is something.

    Args:
        given: the function.
        what: is waited for.
    """
    end = time.monotonic() + WAIT_S
    while time.monotonic() < end:
        if found := given():
            return found
        time.sleep(0.02)
    raise AssertionError(what)
