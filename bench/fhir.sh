#!/usr/bin/env bash
# What reading a FHIR bundle of 700 entries costs with this checkout, beside the last reader that was written by hand.
#   bench/fhir.sh          needs git; runs each three times, in turns, and prints the medians and their ratio
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
. "$root/scripts/set-up.sh"
need_dotnet
before=$(git -C "$root" log -1 --format=%H --diff-filter=D -- src/Mooring.Fhir/Mapping/JsonWalk.cs)^
old=$(mktemp -d)
trap 'git -C "$root" worktree remove --force "$old/checkout" 2>/dev/null; rm -rf "$old"' EXIT
git -C "$root" worktree add --quiet --detach "$old/checkout" "$before"
mkdir -p "$old/checkout/bench" && cp -r "$root/bench/Fhir" "$old/checkout/bench/"
rm -rf "$old/checkout/bench/Fhir/bin" "$old/checkout/bench/Fhir/obj"
dotnet build "$root/bench/Fhir" -c Release --nologo -v q -clp:ErrorsOnly -p:RunAnalyzers=false
dotnet build "$old/checkout/bench/Fhir" -c Release --nologo -v q -clp:ErrorsOnly -p:RunAnalyzers=false -p:ByHand=true
for turn in 1 2 3; do
  dotnet "$old/checkout/bench/Fhir/bin/Release/net10.0/Mooring.Bench.Fhir.dll" >> "$old/hand"
  dotnet "$root/bench/Fhir/bin/Release/net10.0/Mooring.Bench.Fhir.dll" >> "$old/firely"
done
median() { for column in 1 2 3 4; do cut -d' ' -f$column "$1" | sort -n | sed -n 2p; done; }
paste <(printf '%s\n' 'first bundle of a process, ms of processor' 'each after it, ms of processor' 'allocated for one, MB' 'most memory held, MB') \
  <(median "$old/hand") <(median "$old/firely") | awk -F'\t' 'BEGIN { printf "%-45s %10s %10s %7s\n", "700 entries", "by hand", "Firely", "ratio" } { printf "%-45s %10s %10s %7.1f\n", $1, $2, $3, $3 / $2 }'
