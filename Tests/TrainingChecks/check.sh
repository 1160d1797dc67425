#!/usr/bin/env bash
# The sample training through the real program, against figures computed from the CSV files by another program, and its calendar
# read by an independent parser (icalendar from PyPI, in an environment of its own).
#
#   Tests/TrainingChecks/check.sh [PROGRAM]     .build/debug/xuncha unless another one is named
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$here/../.."
program="${1:-$root/.build/debug/xuncha}"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" --quiet install 'icalendar==6.3.1'

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

"$work/venv/bin/python" "$here/expected.py" "$root/SampleData" "$work"
