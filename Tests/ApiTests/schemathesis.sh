#!/bin/sh
# Runs a property-based tester over the API of a served office: no server errors, no undocumented status, no answer that does not
# fit its description. Signed in with a token of the office's account, and again without any.
#
#   Tests/ApiTests/schemathesis.sh [PROGRAM] [EXAMPLES]
#
# PROGRAM is the xuncha program (default: the debug build), EXAMPLES how many requests are made up for each operation (default 20).
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
program=${1:-$root/.build/debug/xuncha}
examples=${2:-20}
work=$(mktemp -d)
server=""

finish() {
    status=$?
    if [ -n "$server" ]; then
        kill -TERM "$server" 2>/dev/null || true
        wait "$server" 2>/dev/null || true
    fi
    rm -rf "$work"
    exit $status
}
trap finish EXIT INT TERM

venv=${XUNCHA_VENV:-$root/.build-venv}
if [ ! -x "$venv/bin/schemathesis" ]; then
    # Debian keeps what this needs in the package python3-venv.
    python3 -m venv "$venv"
    "$venv/bin/pip" install --quiet --disable-pip-version-check schemathesis==4.32.5
fi

export XUNCHA_DATABASE="$work/office.sqlite" XUNCHA_LANG=en
"$program" demo --data "$root/SampleData" >/dev/null
# The tester asks far more often than any real program.
"$program" setting set accounts.tokenRequests 1000000 --reason "made-up requests" --as security >/dev/null
token=$("$program" token create schemathesis --format json 2>/dev/null |
    python3 -c 'import json, sys; print(json.load(sys.stdin)["token"])')

"$program" serve --port 0 --setup-account tester:Kestrel-47-river --log warning >"$work/out" 2>"$work/log" &
server=$!
address=""
for _ in $(seq 100); do
    address=$(sed -n 's/.*\(http:\/\/[0-9.:]*\).*/\1/p' "$work/out" | head -n 1)
    [ -n "$address" ] && break
    sleep 0.1
done
if [ -z "$address" ]; then
    echo "The server did not start:" >&2
    cat "$work/log" >&2
    exit 1
fi

# The tester keeps notes in the folder it runs in.
cd "$work"
checks=not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance
failed=0
run() {
    "$venv/bin/schemathesis" run "$address/api/openapi.json" --checks "$checks" --max-examples "$examples" \
        --phases coverage,fuzzing --suppress-health-check all --request-timeout 30 --exclude-operation-id account.session.end "$@" || failed=1
}

echo "== signed in"
run --header "Authorization: Bearer $token"
echo "== not signed in"
run

if grep -q '"level":"error"' "$work/log"; then
    echo "The server logged errors:" >&2
    grep '"level":"error"' "$work/log" | sort | uniq -c | sort -rn | head -n 20 >&2
    failed=1
fi
exit $failed
