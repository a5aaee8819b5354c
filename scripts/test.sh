#!/usr/bin/env bash
# All tests, on a machine that may have nothing yet. The last line is "N passed, N failed".
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
. "$root/scripts/set-up.sh"
need_dotnet
fast=false matrix=false
[ "${1:-}" = --fast ] && fast=true
# Who may read what, of whom: minutes, and so only when asked for.
[ "${1:-}" = --matrix ] && matrix=true

passed=0 failed=0
names=$(mktemp)
# count OUTPUT: adds what one test program printed as its summary.
count() {
  passed=$((passed + $(sed -n 's/^ *succeeded: *\([0-9]*\).*/\1/p' "$1" | tail -1 || echo 0)))
  failed=$((failed + $(sed -n 's/^ *failed: *\([0-9]*\).*/\1/p' "$1" | tail -1 || echo 0)))
}

# step NAME COMMAND...: a check that is one pass or one failure.
step() {
  local name=$1; shift
  local log; log=$(mktemp)
  if "$@" >"$log" 2>&1; then
    echo "ok    $name"; passed=$((passed + 1))
  else
    echo "FAIL  $name"; tail -60 "$log"; echo "$name" >>"$names"; failed=$((failed + 1))
  fi
  rm -f "$log"
}

# suite NAME PROGRAM ARGS...: a test program; its summary is counted, its failures are printed.
suite() {
  local name=$1; shift
  local log; log=$(mktemp)
  local code=0
  "$@" --no-progress >"$log" 2>&1 || code=$?
  if [ "$code" = 0 ]; then
    grep -vE '^(xUnit|  *(total|skipped|duration):|Running tests|$)' "$log" | tail -60 || true
  else
    # Each with what its own servers had to say.
    grep -A 60 '^failed ' "$log" | cut -c -400 | head -1200 || true
    # For the list at the end: each name, and under it how its message begins.
    awk '/^failed /{print substr($0, 8); left = 4; next} left > 0 && /^ / && !/^ *(at|from) /{print "      " substr($0, 1, 300); left--}' "$log" >>"$names"
  fi
  local before=$failed
  count "$log"
  if [ "$code" != 0 ] && [ "$failed" = "$before" ]; then
    echo "FAIL  $name ended with code $code"; tail -60 "$log"; echo "$name" >>"$names"; failed=$((failed + 1))
  fi
  rm -f "$log"
}

finish() {
  # What failed, once more, where nobody has to look for it.
  [ "$failed" = 0 ] || sed '/^ /!s/^/FAIL  /' "$names"
  rm -f "$names"
  echo "$passed passed, $failed failed"
  [ "$failed" = 0 ]
}
trap 'code=$?; [ $code = 0 ] || { echo "$passed passed, $((failed + 1)) failed"; exit 1; }' EXIT

# Test programs live for minutes: what a compiler learns for a server that runs for weeks costs them more than it gives.
export DOTNET_TieredPGO=0 DOTNET_EnableWriteXorExecute=0
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MOORING_CONTENT=$root/content
$fast || { need_chromium; need_postgres; }
need_browser_code
step "restore, build without a warning, formatted" dotnet build "$root/Mooring.slnx" -c Release --nologo -v q
$fast || step "browser code type-checks" npm --prefix "$root/src/Mooring.Web/Client" run --silent check
if $matrix; then
  suite "matrix" "$root/tests/Mooring.SystemTests/bin/Release/net10.0/Mooring.SystemTests" --explicit only --filter-class '*TheMatrix' --output Detailed
  trap - EXIT
  finish
  exit
fi
step "clinical content checks" dotnet "$root/src/Mooring.Cli/bin/Release/net10.0/mooring.dll" check
step "no package with a known fault" dotnet "$root/src/Mooring.Cli/bin/Release/net10.0/mooring.dll" sbom --check --root "$root"
step "no secret in the repository" bash "$root/scripts/secrets.sh" "$root"
suite "fast tests" "$root/tests/Mooring.Tests/bin/Release/net10.0/Mooring.Tests"
if ! $fast; then
  suite "fast tests under de-DE" env LANG=de_DE.UTF-8 LC_ALL=de_DE.UTF-8 TZ=Pacific/Chatham "$root/tests/Mooring.Tests/bin/Release/net10.0/Mooring.Tests"
  suite "system tests" "$root/tests/Mooring.SystemTests/bin/Release/net10.0/Mooring.SystemTests"
fi
trap - EXIT
finish
