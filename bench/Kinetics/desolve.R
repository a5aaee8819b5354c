# deSolve with the compiled model: individuals a second, each with a clearance of its own.
library(deSolve)
dll <- commandArgs(TRUE)[1]
dyn.load(dll)
times <- 0:240
solve <- function(scale) lsoda(rep(0, 6), times, "derivs", c(scale, 0.875), dllname = "kamp", initfunc = "initmod", rtol = 1e-6, atol = 1e-8)
check <- solve(1)
for (i in 1:50) solve(1 + i * 1e-4)
n <- 0; start <- proc.time()[["elapsed"]]
while ((took <- proc.time()[["elapsed"]] - start) < 3) for (i in 1:50) { solve(1 + (n %% 1000) * 1e-4); n <- n + 1 }
cat(sprintf("desolve-compiled 1 %.0f - %.5f %.5f\n", n / took, 1000 * check[41, 2] / 25, 1000 * check[241, 6] / 98.638))
