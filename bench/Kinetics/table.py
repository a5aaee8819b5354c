"""The middle of the rounds, and each tool's ratio to compiled deSolve of the same run."""
import os
import statistics
import sys

rounds, refresh = {}, []
for line in open(sys.argv[1]):
    name, threads, figure, *rest = line.split()
    if name == "mooring-refresh":
        refresh.append(float(figure))
    else:
        rounds.setdefault((name, threads), []).append((float(figure), *rest))

desolve = [one[0] for one in rounds[("desolve-compiled", "1")]]
print(f"\n{os.cpu_count()} processors. Individuals a second, middle of {len(desolve)} rounds; ratio to compiled deSolve on one thread, lowest to highest.\n")
print("| tool | threads | individuals/s | ratio | bytes/individual | Cp at 40 min | norketamine at 240 min |")
print("|---|---|---|---|---|---|---|")
for (name, threads), found in rounds.items():
    ratios = [one[0] / base for one, base in zip(found, desolve)]
    print(f"| {name} | {threads} | {statistics.median(one[0] for one in found):,.0f} | {min(ratios):.2f} to {max(ratios):.2f} | {found[0][1]} | {found[0][2]} | {found[0][3]} |")
print(f"\n1,000 virtual patients, 2 branches, 241 minutes, with percentiles: {min(refresh):.0f} to {max(refresh):.0f} ms.")
