#!/usr/bin/env python3
"""Treats a served office badly and checks what it promises.

Usage: serve_trials.py PROGRAM [--rounds N] [--clients N] [--seed N]

- kill: under mixed load the server is killed with -9 at a random moment, --rounds times; nothing acknowledged is lost.
- slow: --clients half-open and slow clients do not stop the others.
- stop: SIGTERM lets a long import and a request that is being answered come to their end, and then nobody is let in.
- form: without JavaScript a unit sends several files of evidence with their own date; a double click counts once.
- link: the first start prints a link that sets one password, once.
- unread: the log goes into a full pipe that nobody reads; people are answered and SIGTERM ends it all the same.
- tls:  certificate files make it HTTPS with a cookie that only HTTPS sees.

Exits 1 at the first broken promise. Writes nothing outside a temporary folder.
"""

import argparse
import csv
import fcntl
import http.client
import io
import json
import os
import random
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
import threading
import time
import urllib.parse

from served import PASSWORD, Broken, Office, Server, file_field

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def kill_trial(office, options, rng):
    """Writers, readers and people signing in; then nothing."""
    reader = office.token("office")
    office.run("setting", "set", "accounts.hashCost", "10", "--reason", "trial", "--as", "security")
    security = office.token("security")
    acknowledged, requests = [], [0]
    for trial in range(options.rounds):
        server = Server(office, "--setup-account", "clerk:Kestrel-47-river", "--log", "error")
        over = threading.Event()

        def write(worker):
            connection = server.connection()
            number = 0
            while not over.is_set():
                name = f"user-{trial}-{worker}-{number}"
                number += 1
                try:
                    status, _, _ = server.ask(
                        "POST", "/api/v1/account/add", {"name": name, "title": name, "roles": ["IN"]}, security,
                        {"Idempotency-Key": name}, connection)
                except (OSError, http.client.HTTPException):
                    return
                requests[0] += 1
                if status == 200:
                    acknowledged.append(name)

        def read(path):
            while not over.is_set():
                try:
                    server.ask("GET", path, token=reader)
                    server.sign_in("clerk")
                except (OSError, http.client.HTTPException):
                    return
                requests[0] += 2

        threads = [threading.Thread(target=write, args=(worker,)) for worker in range(6)]
        threads += [threading.Thread(target=read, args=(path,)) for path in ("/api/v1/ledger/list", "/api/v1/unit/list?format=csv")]
        for thread in threads:
            thread.start()
        time.sleep(rng.uniform(0.2, 1.5))
        server.kill()
        over.set()
        for thread in threads:
            thread.join()
        office.check_audit()
        with sqlite3.connect(f"file:{office.database}?mode=rw", uri=True) as connection:
            names = {row[0] for row in connection.execute("SELECT name FROM accounts_account")}
            broken = connection.execute("PRAGMA integrity_check").fetchone()[0]
        missing = [name for name in acknowledged if name not in names]
        if missing or broken != "ok":
            raise Broken(f"acknowledged accounts are gone: {missing[:5]}; {broken}")
    if not acknowledged:
        raise Broken("nothing was written at all")
    print(f"kill: {options.rounds} kills, {requests[0]} requests, {len(acknowledged)} acknowledged writes, all there")


def half_open(port, kind, token):
    """A client that is no good."""
    client = socket.create_connection(("127.0.0.1", port))
    client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
    authorization = f"Authorization: Bearer {token}\r\n".encode()
    if kind == 1:
        client.sendall(b"GET /api/v1/unit/list HTTP/1.1\r\nHost: x\r\nX-Slow: ")
    elif kind == 2:
        client.sendall(
            b"POST /api/v1/account/add HTTP/1.1\r\nHost: x\r\n" + authorization
            + b"Content-Type: application/json\r\nContent-Length: 100000\r\n\r\n{")
    elif kind == 3:
        # Asks for much and takes nothing of it.
        client.sendall((b"GET /api/openapi.json HTTP/1.1\r\nHost: x\r\n" + authorization + b"\r\n") * 5)
    return client


def slow_trial(office, options):
    token = office.token("office")
    server = Server(office, "--log", "warning")
    clients = [half_open(server.port, number % 4, token) for number in range(options.clients)]
    over = threading.Event()

    def drip():
        while not over.wait(0.5):
            for number, client in enumerate(clients):
                if number % 4 in (1, 2):
                    try:
                        client.send(b"a")
                    except OSError:
                        pass

    thread = threading.Thread(target=drip)
    thread.start()
    slowest, count = 0, 0
    end = time.monotonic() + 5
    while time.monotonic() < end:
        began = time.monotonic()
        status, _, _ = server.ask("GET", "/api/v1/ledger/list", token=token)
        slowest = max(slowest, time.monotonic() - began)
        count += 1
        if status != 200:
            raise Broken(f"a proper client got {status}")
    over.set()
    thread.join()
    for client in clients:
        client.close()
    server.stop()
    if server.errors():
        raise Broken("\n".join(server.errors()[:5]))
    print(f"slow: {options.clients} bad clients, {count} proper requests meanwhile, the slowest in {slowest * 1000:.0f} ms")


def ledger(rows):
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow("问题编号,被巡察党组织,单位类型,类别,问题,责任人角色,整改措施数,整改期限,状态,完成日期,备注".split(","))
    for number in range(rows):
        table.writerow([
            f"{number + 1:06d}", f"演练单位{number % 40}党组", "区直部门", "组织建设", f"第{number}个问题，党费收缴不及时", "党组书记", 1,
            "2023-04-30", "整改中", "", ""])
    return out.getvalue().encode()


def stop_trial(office):
    office.run(
        "round", "create", "--number", "9", "--title", "第九轮", "--start", "2024-01-01", "--end", "2025-12-31", "--as", "office")
    token = office.token("office")
    server = Server(office, "--log", "warning")
    rows = 20_000
    body = {"file": file_field("ledger.csv", ledger(rows)), "round": "14-9", "createUnits": True}
    answers = {}

    def ask(name, path, body, headers):
        answers[name] = server.ask("POST", path, body, token, headers)[0]

    ask("job", "/api/v1/ledger/import", body, {"Prefer": "respond-async"})
    time.sleep(0.3)
    # A second command waits for the first one: it is being answered when the signal comes.
    thread = threading.Thread(target=ask, args=("answer", "/api/v1/token/create", {"name": "late"}, {}))
    thread.start()
    time.sleep(0.1)
    server.stop()
    thread.join()
    if answers != {"job": 202, "answer": 200}:
        raise Broken(f"answers at the end: {answers}")
    office.check_audit()
    with sqlite3.connect(f"file:{office.database}?mode=rw", uri=True) as connection:
        found = connection.execute("SELECT count(*) FROM rectification_item WHERE no LIKE '14-9-%'").fetchone()[0]
    if found < rows:
        raise Broken(f"the job that was begun left {found} items of {rows}")
    try:
        socket.create_connection(("127.0.0.1", server.port), timeout=2)
        raise Broken("somebody was let in after the end")
    except OSError:
        pass
    print(f"stop: SIGTERM during an import: {found} items there, the waiting request got {answers['answer']}")


def form_trial(office):
    token = office.token("wenlv-principal")
    server = Server(office, "--setup-account", f"wenlv-principal:{PASSWORD}")
    number = json.loads(server.ask("GET", "/api/v1/ledger/list?status=inProgress", token=token)[2])[0]["no"]
    cookie = server.sign_in("wenlv-principal")[1]["Set-Cookie"].split(";")[0]
    page = server.ask("GET", f"/op/item.progress?no={number}", headers={"Cookie": cookie})[2].decode()
    hidden = {name: re.search(f'name="{name}" value="([^"]+)"', page).group(1) for name in ("_csrf", "_once")}
    fields = [*hidden.items(), ("no", number), ("progress", "已印发两项制度"), ("evidenceDate", "2023-03-20")]
    files = [("evidence", "制度一.txt", "一".encode()), ("evidence", "../../制度二.txt", "二".encode())]
    boundary = "x0123456789"
    body = b"".join(
        f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode() for name, value in fields)
    for name, file, content in files:
        body += f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"; filename="{file}"\r\n\r\n'.encode()
        body += content + b"\r\n"
    body += f"--{boundary}--\r\n".encode()
    headers = {"Cookie": cookie, "Content-Type": f"multipart/form-data; boundary={boundary}"}
    statuses = [server.ask("POST", "/op/item.progress", body, headers=headers)[0] for _ in range(2)]
    server.stop()
    with sqlite3.connect(f"file:{office.database}?mode=rw", uri=True) as connection:
        rows = connection.execute(
            "SELECT e.name, e.effectiveOn FROM rectification_evidence e JOIN rectification_item i ON i.id = e.itemId"
            " WHERE i.no = ? AND e.effectiveOn IS NOT NULL ORDER BY e.name", (number,)).fetchall()
        done = connection.execute("SELECT count(*) FROM kernel_audit WHERE action = 'item.progress'").fetchone()[0]
    if max(statuses) >= 400 or rows != [("制度一.txt", "2023-03-20"), ("制度二.txt", "2023-03-20")] or done != 1:
        raise Broken(f"a form with files gives {statuses}, {rows}, done {done} times")
    print("form: two files with their own date, sent twice, kept once")


def link_trial(program):
    office = Office(program, ROOT)
    office.run("init", "--jurisdiction", "示范区")
    server = Server(office)
    link = re.search(r"(/set-up\?token=\S+)", server.process.stdout.readline())
    if not link:
        raise Broken("the first start prints no link")
    token = urllib.parse.parse_qs(urllib.parse.urlparse(link.group(1)).query)["token"][0]
    form = urllib.parse.urlencode({"token": token, "password": "Heron-88-lake", "repeat": "Heron-88-lake"}).encode()
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    first = server.ask("POST", "/set-up", form, headers=headers)
    again = server.ask("POST", "/set-up", form, headers=headers)
    if (first[0], again[0]) != (303, 404):
        raise Broken(f"the link answers {first[0]}, then {again[0]}")
    if server.sign_in("office", "Heron-88-lake")[0] != 303:
        raise Broken("the password of the link does not let in")
    server.stop()
    office.close()
    print("link: sets one password, once")


def unread_log_trial(office):
    """The log goes into a pipe that is full and that nobody reads."""
    reading, writing = os.pipe()
    fcntl.fcntl(writing, fcntl.F_SETPIPE_SZ, 4096)
    server = Server(office, log=os.fdopen(writing, "w"))
    try:
        for number in range(300):
            status = server.ask("GET", "/sign-in", connection=server.connection(timeout=20))[0]
            if status != 200:
                raise Broken(f"with a log that nobody reads, request {number} is answered {status}")
        token = office.token("office")
        status = server.ask(
            "POST", "/api/v1/view/save", {"name": "v", "operation": "unit.list", "query": "level=organ"}, token,
            connection=server.connection(timeout=20))[0]
        if status != 200:
            raise Broken(f"with a log that nobody reads, a command is answered {status}")
        server.stop(seconds=40)
    except (TimeoutError, subprocess.TimeoutExpired):
        server.kill()
        raise Broken("a log that nobody reads stops the work")
    finally:
        os.close(reading)
    print("unread log: 300 requests and a command, and an end in good order, with the log's pipe full")


def tls_trial(office):
    if not shutil.which("openssl"):
        print("tls: no openssl here, left out")
        return
    certificate, key = (os.path.join(office.folder.name, name) for name in ("certificate.pem", "key.pem"))
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", certificate, "-days", "2", "-subj",
         "/CN=localhost"], check=True, capture_output=True)
    server = Server(
        office, "--certificate", certificate, "--key", key, "--setup-account", "clerk:Kestrel-47-river", tls=True)
    status, headers, _ = server.sign_in("clerk")
    cookie = headers.get("Set-Cookie", "")
    if status != 303 or not cookie.startswith("__Host-") or "Secure" not in cookie:
        raise Broken(f"over HTTPS signing in gives {status} and {cookie}")
    if "max-age" not in server.ask("GET", "/health")[1].get("Strict-Transport-Security", ""):
        raise Broken("no Strict-Transport-Security over HTTPS")
    server.stop()
    print("tls: HTTPS with a cookie bound to it")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--clients", type=int, default=200)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    options = parser.parse_args()
    print(f"seed {options.seed}")
    office = Office(options.program, ROOT)
    try:
        office.make()
        form_trial(office)
        kill_trial(office, options, random.Random(options.seed))
        slow_trial(office, options)
        stop_trial(office)
        unread_log_trial(office)
        tls_trial(office)
        link_trial(options.program)
    except Broken as broken:
        sys.exit(f"broken promise: {broken}")
    finally:
        office.close()


main()
