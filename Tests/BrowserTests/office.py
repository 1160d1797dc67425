"""An office of its own for each group of tests: a new file, a server on a free port, and people who sign in with a browser."""

import json
import os
import re
import shutil
import socket
import subprocess
import time
import urllib.request
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("XUNCHA", str(REPOSITORY / ".build/debug/xuncha"))
SHOTS = Path(os.environ.get("XUNCHA_SHOTS", REPOSITORY / ".build-browser/shots"))
PASSWORD = "Kestrel-47-river"
SAMPLE = REPOSITORY / "Tests/Data"


def chromium():
    """The system's Chromium: a browser of our own would be a download of 150 MB."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if path := shutil.which(name):
            return path
    raise RuntimeError("There is no Chromium; run Tools/setup --browser.")


class Office:
    """A file with the district's units, accounts for every role, and a server that is stopped at the end."""

    ACCOUNTS = [
        ("committee", "区委书记专题会", "DC"),
        ("leading-group", "巡察工作领导小组", "LG"),
        ("organisation", "区委组织部", "OD"),
        ("reviewer", "巡察办审核人", "IO"),
        ("auditor", "审计员", "SA"),
    ]
    TOWN = "330106110"

    def __init__(self, folder):
        self.database = str(Path(folder) / "office.sqlite")
        self.run("init", "--jurisdiction", "杭州市西湖区")
        self.run("term", "open", "--number", "14", "--name", "第十四届", "--start", "2022-01-01", "--satisfaction-threshold", "90.00")
        self.run("unit", "import", str(SAMPLE / "units/hangzhou-xihu.csv"))
        for name, title, roles in self.ACCOUNTS:
            self.run("account", "add", name, "--title", title, "--roles", roles)
        for name, title, roles in [("town-principal", "双浦镇党委书记", "US"), ("town-liaison", "双浦镇联络员", "UL")]:
            self.run("account", "add", name, "--title", title, "--roles", roles, "--unit", self.TOWN)
        self.serve()

    # Who keeps the accounts: the office itself until a security manager is named.
    keeper = "office"

    def run(self, *words):
        """Runs a command of the program; its answer as data where it has one."""
        call = [PROGRAM, *words, "--database", self.database]
        done = subprocess.run(call, capture_output=True, text=True)
        assert done.returncode == 0, f"{' '.join(words)}: {done.stderr}{done.stdout}"
        return done.stdout

    def ask(self, *words):
        return json.loads(self.run(*words, "--format", "json"))

    def serve(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        log = Path(self.database).with_suffix(".log")
        self.server = subprocess.Popen(
            [PROGRAM, "serve", "--database", self.database, "--port", str(self.port), "--setup-account", f"office:{PASSWORD}"],
            stdout=subprocess.DEVNULL,
            stderr=log.open("w"),
        )
        until = time.monotonic() + 30
        while time.monotonic() < until:
            try:
                urllib.request.urlopen(f"{self.address}/ready", timeout=5)
                return
            except OSError:
                assert self.server.poll() is None, log.read_text()
                time.sleep(0.05)
        raise AssertionError(log.read_text())

    def stop(self):
        self.server.terminate()
        self.server.wait(timeout=30)

    def invite(self, account):
        """The path of a link with which an account chooses its password."""
        return re.search(r"/set-up\?token=[\w-]+", self.run("account", "invite", account, "--format", "json", "--as", self.keeper)).group(0)


class Person:
    """Somebody with a browser of their own."""

    def __init__(self, browser, office, account, **look):
        self.office = office
        self.account = account
        look = {"viewport": {"width": 1366, "height": 768}, "locale": "zh-CN"} | look
        self.context = browser.new_context(base_url=office.address, **look)
        self.page = self.context.new_page()
        self.faults = []
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("console", lambda line: self.faults.append(line.text) if "Content Security Policy" in line.text else None)

    def sign_in(self):
        """Signs in; the first time, by the link that lets an account choose its password."""
        if self.account == "office" or self.account in self.office.__dict__.setdefault("known", set()):
            self.page.goto("/sign-in")
            self.fill(account=self.account, password=PASSWORD)
        else:
            self.page.goto(self.office.invite(self.account))
            self.fill(password=PASSWORD, repeat=PASSWORD)
            self.office.known.add(self.account)
        self.page.locator("form button.main").click()
        assert self.page.locator("nav.areas").is_visible(), self.page.inner_text("main")
        return self

    def go(self, path, status=200):
        answer = self.page.goto(path)
        assert answer.status == status, f"{self.account} {path}: {answer.status}"
        return self

    def fill(self, **fields):
        """Fills in a form by the names of its fields, as their kinds need it."""
        for name, value in fields.items():
            controls = self.page.locator(f'form [name="{name}"]:not([type=hidden])')
            kind = controls.first.evaluate("e => e.type")
            if kind in ("radio", "checkbox"):
                for one in value if isinstance(value, list) else [value]:
                    self.page.locator(f'form [name="{name}"][value="{one}"]:not([type=hidden])').check()
            elif kind == "select-one":
                controls.first.select_option(value)
            elif kind == "file":
                controls.first.set_input_files(value)
            else:
                controls.first.fill(value)
        return self

    def send(self, **fields):
        """Fills in the form of the page and sends it; the page after it must be no refusal."""
        self.fill(**fields)
        self.page.locator("main form.form button.main").click()
        faults = self.page.locator(".faults")
        assert not faults.count(), f"{self.account} {self.page.url}: {faults.inner_text()}"
        return self

    def press(self, name, **fields):
        """Presses the button or link of a name in the page, and sends the form it leads to."""
        self.page.locator("main").get_by_role("link", name=name, exact=True).first.click()
        return self.send(**fields)

    def says(self, text):
        """The sentence that is shown after something was done."""
        flash = self.page.locator(".flash").inner_text()
        assert text in flash, f"{text} is not in: {flash}"
        return self

    def shot(self, name):
        """Keeps a picture of the page for people to look at."""
        SHOTS.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=SHOTS / f"{name}.png", full_page=True)
        return self

    def close(self):
        assert self.faults == [], f"{self.account}: {self.faults}"
        self.context.close()
