#!/usr/bin/env bash
# Individuals a second of Mooring's kinetics beside deSolve (compiled model), scipy and odex, in one run: same model (three
# compartments, effect site, norketamine in two), same 241 minutes, relative tolerance 1e-6. Read the ratios.
#   bench/kinetics.sh            three rounds
#   bench/kinetics.sh --install  installs deSolve, scipy, a C compiler and odex first (Debian and npm)
set -euo pipefail
cd "$(dirname "$0")/Kinetics"
tools="${MOORING_BENCH_TOOLS:-$PWD/obj/tools}"
mkdir -p "$tools"
if [ "${1:-}" = "--install" ]; then
    apt-get install -y --no-install-recommends r-cran-desolve python3-scipy gcc libc6-dev make
    npm install --prefix "$tools" --no-save odex@2.0.4
fi
cp kamp.c "$tools/" && (cd "$tools" && R CMD SHLIB kamp.c > /dev/null)
dotnet build -c Release -v q --nologo -clp:ErrorsOnly
results="$tools/results.txt"
: > "$results"
for round in 1 2 3; do
    dotnet bin/Release/net10.0/Mooring.Bench.Kinetics.dll | tee -a "$results"
    Rscript desolve.R "$tools/kamp.so" | tee -a "$results"
    /usr/bin/python3 solve_ivp.py | tee -a "$results"
    node odex.cjs "$tools/node_modules/odex" | tee -a "$results"
done
/usr/bin/python3 table.py "$results"
