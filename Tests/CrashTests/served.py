"""A served office for the trials of this folder: makes a file, serves it, asks it, and looks into it afterwards."""

import base64
import http.client
import json
import os
import re
import signal
import ssl
import subprocess
import tempfile
import time
import urllib.parse

PASSWORD = "Kestrel-47-river"


class Broken(Exception):
    """A promise was not kept."""


class Office:
    """One file with the sample district in it."""

    def __init__(self, program, root):
        self.program = os.path.abspath(program)
        self.root = root
        self.folder = tempfile.TemporaryDirectory()
        self.database = os.path.join(self.folder.name, "office.sqlite")

    def make(self):
        self.run("demo", "--data", os.path.join(self.root, "SampleData"))
        # The trials ask far more often than any real program.
        self.run("setting", "set", "accounts.tokenRequests", "1000000", "--reason", "trial", "--as", "security")

    def run(self, *words, check=True):
        result = subprocess.run(
            [self.program, *words, "--database", self.database, "--lang", "en"], capture_output=True, text=True, timeout=600)
        if check and result.returncode != 0:
            raise Broken(f"{' '.join(words)} ended with {result.returncode}: {result.stderr}")
        return result

    def token(self, account, name="trial"):
        return json.loads(self.run("token", "create", name, "--as", account, "--format", "json").stdout)["token"]

    def check_audit(self):
        self.run("audit", "verify")

    def close(self):
        self.folder.cleanup()


class Server:
    """A running `serve`."""

    def __init__(self, office, *words, tls=False, log=None):
        """`log` is a file for the log instead of the one beside the office's."""
        self.office = office
        self.log = log or open(os.path.join(office.folder.name, "serve.log"), "a+", encoding="utf-8")
        began = time.monotonic()
        self.process = subprocess.Popen(
            [office.program, "serve", "--port", "0", "--database", office.database, "--lang", "en", *words],
            stdout=subprocess.PIPE, stderr=self.log, text=True)
        self.said = []
        while True:
            line = self.process.stdout.readline()
            if not line:
                raise Broken(f"the server ended with {self.process.wait()}")
            self.said.append(line.strip())
            found = re.search(r"https?://127\.0\.0\.1:(\d+)", line)
            if found:
                self.port = int(found.group(1))
                break
        self.seconds_to_start = time.monotonic() - began
        self.tls = tls

    def connection(self, timeout=60):
        if self.tls:
            context = ssl.create_default_context()
            context.check_hostname = False
            context.verify_mode = ssl.CERT_NONE
            return http.client.HTTPSConnection("127.0.0.1", self.port, timeout=timeout, context=context)
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)

    def ask(self, method, path, body=None, token=None, headers=None, connection=None):
        """Status, headers and body of one request; JSON bodies are encoded, forms are given as `bytes`."""
        own = connection or self.connection()
        headers = dict(headers or {})
        if token:
            headers["Authorization"] = f"Bearer {token}"
        if isinstance(body, dict):
            body = json.dumps(body).encode()
            headers.setdefault("Content-Type", "application/json")
        own.request(method, path, body=body, headers=headers)
        response = own.getresponse()
        content = response.read()
        if connection is None:
            own.close()
        return response.status, response.headers, content

    def sign_in(self, account, password=PASSWORD):
        form = urllib.parse.urlencode({"account": account, "password": password}).encode()
        return self.ask("POST", "/sign-in", form, headers={"Content-Type": "application/x-www-form-urlencoded"})

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.log.close()

    def stop(self, seconds=60):
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(timeout=seconds)
        self.said += [line.strip() for line in self.process.stdout]
        self.log.close()
        if code != 0:
            raise Broken(f"the server ended with {code}")

    def errors(self):
        with open(os.path.join(self.office.folder.name, "serve.log"), encoding="utf-8") as log:
            return [line.strip() for line in log if '"level":"error"' in line]


def file_field(name, content):
    """A file in a JSON body."""
    return {"name": name, "data": base64.b64encode(content).decode()}
