#!/usr/bin/env bash
# How the device gateway holds up.
#   bench/load.sh --install            fetches the two npm receivers it is compared with
#   bench/load.sh receivers            messages acknowledged a second at 1, 32 and 200 connections, side by side
#   bench/load.sh load --minutes 30    200 chairs at 1 Hz, 50 viewers, a reader and a browser; written to load.txt each minute
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
if [ "${1:-}" = "--install" ]; then
    cd "$here/Receivers" && npm ci --no-audit --no-fund
    exit
fi
dotnet build "$here/Mooring.Bench" -c Release -v q --nologo -clp:ErrorsOnly
exec dotnet "$here/Mooring.Bench/bin/Release/net10.0/Mooring.Bench.dll" "$@"
