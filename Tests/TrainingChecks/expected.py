"""Computes from the CSV files what the program should say, in another way, and compares.

Usage: expected.py SAMPLE_DATA WORK; WORK holds what the program said (see check.sh).
"""

import collections
import csv
import itertools
import json
import pathlib
import sys
from datetime import datetime, timedelta, timezone

import icalendar

SHANGHAI = timezone(timedelta(hours=8))
faults = []


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def check(what, found, expected):
    if found == expected:
        print(f"ok    {what}")
    else:
        faults.append(what)
        print(f"FAULT {what}\n      found    {found}\n      expected {expected}")


def expected_conflicts(sessions, enrolments):
    """Every pair of sessions compared by brute force."""
    people = collections.defaultdict(set)
    for row in enrolments:
        people[row["场次编号"]].add((row["姓名"], row["手机号后四位"]))
    found = set()
    for one, other in itertools.combinations(sessions, 2):
        if not (one["开始时间"] < other["结束时间"] and other["开始时间"] < one["结束时间"]):
            continue
        codes = tuple(sorted([one["场次编号"], other["场次编号"]]))
        if one["地点"] == other["地点"]:
            found.add(("room", *codes))
        if one["讲师"] == other["讲师"]:
            found.add(("teacher", *codes))
        if people[codes[0]] & people[codes[1]]:
            found.add(("learner", *codes))
    for session in sessions:
        if len(people[session["场次编号"]]) > int(session["容量"]):
            found.add(("capacity", session["场次编号"]))
    return found


def expected_hours(courses, sessions, enrolments):
    """Each course once for each person, in the order of the sessions."""
    hours = collections.Counter()
    seen = set()
    by_code = {row["场次编号"]: row for row in sessions}
    catalogue = {row["课程编号"]: row for row in courses}
    for row in enrolments:
        course = by_code[row["场次编号"]]["课程编号"]
        person = (row["姓名"], row["手机号后四位"])
        if row["签到"] == "已签到" and float(row["成绩"]) >= 60 and (person, course) not in seen:
            seen.add((person, course))
            hours[person] += int(catalogue[course]["学时"])
    return hours


def calendar(path):
    text = path.read_bytes()
    check(f"{path.name}: lines end in CRLF and are at most 75 bytes", max(map(len, text.split(b"\r\n"))) <= 75 and b"\n" not in text.replace(b"\r\n", b""), True)
    parsed = icalendar.Calendar.from_ical(text)
    check(f"{path.name}: the parser has nothing to complain of", parsed.errors, [])
    return [event for event in parsed.walk("VEVENT")]


def main(sample, work):
    courses = read(sample / "training/courses.csv")
    sessions = read(sample / "training/sessions.csv")
    enrolments = read(sample / "training/enrolments.csv")

    said = json.loads((work / "conflicts.json").read_text())
    found = {(row["kind"], *sorted(filter(None, [row["session"], row["otherSession"]]))) for row in said}
    check("clashes", sorted(found), sorted(expected_conflicts(sessions, enrolments)))
    check("no clash is listed twice", len(said), len(found))
    named = {("room", "S011", "S059"), ("teacher", "S011", "S059"), ("teacher", "S021", "S060"), ("room", "S001", "S057"), ("room", "S045", "S051"),
             ("teacher", "S004", "S045"), ("teacher", "S005", "S035"), ("capacity", "S058")}
    check("rooms, teachers and places are those the data names", sorted(row for row in found if row[0] != "learner"), sorted(named))

    line = json.loads((work / "S058.json").read_text())
    wanted = [row["姓名"] for row in enrolments if row["场次编号"] == "S058"]
    check("S058 in order of enrolment", [row["cadre"] for row in line], wanted)
    check("S058: five places, the rest wait in order", [row["waitingPlace"] for row in line], [None] * 5 + list(range(1, len(wanted) - 4)))

    hours = expected_hours(courses, sessions, enrolments)
    levels = json.loads((work / "levels.json").read_text())
    check("hours of everybody together", sum(row["totalHours"] for row in levels), sum(hours.values()))
    by_name = collections.Counter()
    for (name, _), count in hours.items():
        by_name[name] += count
    said_by_name = collections.Counter()
    for row in levels:
        said_by_name[row["cadre"]] += row["totalHours"]
    check("hours by name", {k: v for k, v in said_by_name.items() if v}, dict(by_name))

    events = calendar(work / "training.ics")
    titles = {row["课程编号"]: row["课程名称"] for row in courses}
    wanted_events = sorted((titles[row["课程编号"]], row["地点"], row["开始时间"], row["结束时间"]) for row in sessions)
    local = lambda value: value.dt.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M")
    found_events = sorted((str(event["SUMMARY"]), str(event["LOCATION"]), local(event["DTSTART"]), local(event["DTEND"])) for event in events)
    check("every session is an event with its place and time", found_events, wanted_events)
    check("UIDs tell events apart", len({str(event["UID"]) for event in events}), len(sessions))
    check("every event is stamped", all(isinstance(event["DTSTAMP"].dt, datetime) for event in events), True)
    check("one room", len(calendar(work / "room.ics")), sum(row["地点"] == "巡察办培训室" for row in sessions))

    if faults:
        sys.exit(f"{len(faults)} faults: {'; '.join(faults)}")
    print("all as expected")


main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
