#!/usr/bin/env bash
# The sample training through the real program, against figures computed from the CSV files by another program, and its calendar
# read by an independent parser (icalendar from PyPI, in an environment of its own that is kept under .build-checks).
#
#   Tests/TrainingChecks/check.sh [PROGRAM]     .build/debug/xuncha unless another one is named
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$(cd "$here/../.." && pwd)"
program="${1:-$root/.build/debug/xuncha}"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

environment="$root/.build-checks/environment"
[ -x "$environment/bin/pip" ] || python3 -m venv "$environment"
"$environment/bin/pip" install --quiet --disable-pip-version-check -r "$here/requirements.txt"

export XUNCHA_DATABASE="$work/office.sqlite" XUNCHA_LANG=zh-Hans
"$program" init --jurisdiction 杭州市西湖区 >/dev/null
"$program" unit import "$root/SampleData/units/hangzhou-xihu.csv" >/dev/null
"$program" cadre import "$root/SampleData/cadres/pool-sample.csv" >/dev/null
"$program" course import "$root/SampleData/training/courses.csv"
"$program" session import "$root/SampleData/training/sessions.csv" | tail -1
"$program" enrolment import "$root/SampleData/training/enrolments.csv" | tail -1
"$program" session conflicts --format json >"$work/conflicts.json"
"$program" enrolment list --session S058 --format json >"$work/S058.json"
"$program" level list --limit 1000 --format json >"$work/levels.json"
"$program" training calendar --out "$work/training.ics"
"$program" training calendar --room 巡察办培训室 --out "$work/room.ics"

"$environment/bin/python" "$here/expected.py" "$root/SampleData" "$work"
