#!/usr/bin/env python3
"""Kills the program at random moments and checks that nothing acknowledged is lost and nothing half is left.

Usage: kill_nine.py PROGRAM [--rounds N] [--rows N] [--seed N]

Two trials, each repeated --rounds times:
- import: `ledger import` of --rows rows is killed at a random moment; afterwards the file holds all rows or none.
- writes: `account add` runs in a loop until one run is killed; afterwards every acknowledged account is there.
After every kill `audit verify` must pass. Exits 1 at the first broken promise.
"""

import argparse
import csv
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time


class Trial:
    def __init__(self, program, folder):
        self.program = os.path.abspath(program)
        self.folder = folder
        self.base = os.path.join(folder, "base.sqlite")

    def run(self, database, *words):
        return subprocess.run(
            [self.program, *words, "--database", database], capture_output=True, text=True, timeout=600)

    def must(self, database, *words):
        result = self.run(database, *words)
        if result.returncode != 0:
            sys.exit(f"{' '.join(words)} ended with {result.returncode}: {result.stderr}")
        return result.stdout

    def prepare(self):
        self.must(self.base, "init", "--jurisdiction", "演练区")
        self.must(
            self.base, "term", "open", "--number", "14", "--name", "第十四届", "--start", "2022-01-01",
            "--satisfaction-threshold", "90.00")
        self.must(
            self.base, "round", "create", "--number", "3", "--title", "第三轮", "--start", "2022-09-16", "--end",
            "2023-12-31")

    def copy(self):
        path = os.path.join(self.folder, "trial.sqlite")
        for suffix in ("", "-wal", "-shm"):
            if os.path.exists(path + suffix):
                os.remove(path + suffix)
        shutil.copy(self.base, path)
        return path

    def start(self, database, *words):
        return subprocess.Popen(
            [self.program, *words, "--database", database], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def check_audit(self, database):
        result = self.run(database, "audit", "verify")
        if result.returncode != 0:
            sys.exit(f"audit verify ended with {result.returncode}: {result.stderr}")


def ledger(path, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow("问题编号,被巡察党组织,单位类型,类别,问题,责任人角色,整改措施数,整改期限,状态,完成日期,备注".split(","))
        for number in range(rows):
            out.writerow([
                f"{number + 1:06d}", f"演练单位{number % 40}党组", "区直部门", "组织建设", f"第{number}个问题，党费收缴不及时", "党组书记",
                1, "2023-04-30", "已完成" if number % 4 else "整改中", "2023-03-01" if number % 4 else "", ""])


def count(database, table):
    with sqlite3.connect(f"file:{database}?mode=rw", uri=True) as connection:
        return connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]


def wait(process, seconds):
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
    return process.returncode


def import_trial(trial, rounds, rows, rng):
    path = os.path.join(trial.folder, "ledger.csv")
    ledger(path, rows)
    words = ("ledger", "import", path, "--round", "14-3", "--create-units")
    database = trial.copy()
    began = time.monotonic()
    trial.must(database, *words)
    whole = time.monotonic() - began
    killed = done = 0
    for _ in range(rounds):
        database = trial.copy()
        acknowledged = wait(trial.start(database, *words), rng.uniform(0, whole * 1.1)) == 0
        trial.check_audit(database)
        found = (count(database, "inspection_finding"), count(database, "rectification_item"))
        if acknowledged and found != (rows, rows):
            sys.exit(f"an acknowledged import lost rows: {found}")
        if found not in ((0, 0), (rows, rows)):
            sys.exit(f"half an import was left: {found}")
        killed += not acknowledged
        done += acknowledged
    print(f"import: {rounds} runs of {rows} rows ({whole:.1f} s each), {killed} killed, {done} finished; all or nothing")


def writes_trial(trial, rounds, rng):
    database = trial.copy()
    began = time.monotonic()
    trial.must(database, "account", "add", "first", "--title", "首个", "--roles", "IN")
    one = time.monotonic() - began
    acknowledged = ["first"]
    kills = 0
    while kills < rounds:
        for _ in range(rng.randrange(0, 4)):
            name = f"user{len(acknowledged)}-{kills}"
            trial.must(database, "account", "add", name, "--title", name, "--roles", "IN")
            acknowledged.append(name)
        name = f"killed{kills}"
        process = trial.start(database, "account", "add", name, "--title", name, "--roles", "IN")
        if wait(process, rng.uniform(0, one * 1.2)) == 0:
            acknowledged.append(name)
        kills += 1
        trial.check_audit(database)
        with sqlite3.connect(f"file:{database}?mode=rw", uri=True) as connection:
            names = {row[0] for row in connection.execute("SELECT name FROM accounts_account")}
        missing = [name for name in acknowledged if name not in names]
        if missing:
            sys.exit(f"acknowledged accounts are gone: {missing}")
    print(f"writes: {kills} kills, {len(acknowledged)} acknowledged writes, all there")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--rounds", type=int, default=50)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    options = parser.parse_args()
    print(f"seed {options.seed}")
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(options.program, folder)
        trial.prepare()
        writes_trial(trial, options.rounds, random.Random(options.seed))
        import_trial(trial, options.rounds, options.rows, random.Random(options.seed + 1))


main()
