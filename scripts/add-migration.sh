#!/usr/bin/env bash
# Writes the migration from the last one to the rows as they are now, for both databases.
#   scripts/add-migration.sh AddAllergySeverity   after changing a row: names what the migration does
#   scripts/add-migration.sh --restart            before the first release only: throws all migrations away and
#                                                 writes one, "Initial", for the model as it is
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
. "$root/scripts/set-up.sh"
name=${1:-}
[ -n "$name" ] || die "say what the migration does: scripts/add-migration.sh AddAllergySeverity, or --restart"
[[ "$name" = --restart || "$name" =~ ^[A-Z][A-Za-z0-9]+$ ]] || die "'$name' is not a name: write it as AddAllergySeverity."
need_dotnet
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
cd "$root"
migrations=src/Mooring.Practice/Migrations
if [ "$name" = --restart ]; then
  # They must be out of the build that the new one is compared with, and come back if it fails.
  old=$(mktemp -d)
  [ ! -d "$migrations" ] || mv "$migrations" "$old/"
  trap '[ -d "$migrations/Postgres" ] || { rm -rf "$migrations"; mv "$old/Migrations" src/Mooring.Practice/ 2>/dev/null || true; }; rm -rf "$old"' EXIT
  name=Initial
fi
dotnet tool restore >/dev/null || die "dotnet-ef could not be installed."
dotnet build tools/Mooring.Design --nologo -v q -clp:ErrorsOnly -p:RunAnalyzers=false || die "the model does not build."
for engine in Sqlite Postgres; do
  dotnet ef migrations add "$name" --no-build --project src/Mooring.Practice --startup-project tools/Mooring.Design \
    --context "${engine}Db" --output-dir "Migrations/$engine"
done
