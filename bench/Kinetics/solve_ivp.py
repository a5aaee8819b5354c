"""scipy on the same model: solve_ivp, and its matrix exponential with products."""
import time
import numpy as np
from scipy.integrate import solve_ivp
from scipy.linalg import expm

V1, V2, V3, CL, Q2, Q3 = 25, 56, 157, 84 / 60, 161 / 60, 79 / 60
VN, CLN, VNP, QN, KE0 = 98.638, 57.72 / 60, 160.04, 42.778 / 60, np.log(2) / 8.3


def matrix(scale):
    cl = CL * scale
    a = np.zeros((6, 6))
    a[0, :3] = -(cl + Q2 + Q3) / V1, Q2 / V2, Q3 / V3
    a[1, :2] = Q2 / V1, -Q2 / V2
    a[2, 0], a[2, 2] = Q3 / V1, -Q3 / V3
    a[3, 0], a[3, 3] = KE0 / V1, -KE0
    a[4, 0], a[4, 4], a[4, 5] = cl / V1, -(CLN + QN) / VN, QN / VNP
    a[5, 4], a[5, 5] = QN / VN, -QN / VNP
    return a


def ivp(scale, method):
    a, u = matrix(scale), np.array([0.875, 0, 0, 0, 0, 0])
    one = solve_ivp(lambda t, y: a @ y + u, (0, 40), np.zeros(6), method, np.arange(0, 41), rtol=1e-6, atol=1e-8)
    two = solve_ivp(lambda t, y: a @ y, (40, 240), one.y[:, -1], method, np.arange(40, 241), rtol=1e-6, atol=1e-8)
    return np.hstack((one.y, two.y[:, 1:]))


def exponentials(scale):
    fed = np.zeros((7, 7))
    fed[:6, :6], fed[0, 6] = matrix(scale), 0.875
    on, off = expm(fed), expm(matrix(scale))
    x, out = np.zeros(7), np.zeros((6, 241))
    x[6] = 1
    for i in range(1, 41):
        x = on @ x
        out[:, i] = x[:6]
    y = x[:6]
    for i in range(41, 241):
        y = off @ y
        out[:, i] = y
    return out


for name, solve in (("scipy-dop853", lambda s: ivp(s, "DOP853")), ("scipy-lsoda", lambda s: ivp(s, "LSODA")), ("scipy-expm", exponentials)):
    check, n = solve(1), 0
    start = time.perf_counter()
    while (took := time.perf_counter() - start) < 2:
        solve(1 + (n % 1000) * 1e-4)
        n += 1
    print(f"{name} 1 {n / took:.0f} - {1000 * check[0, 40] / V1:.5f} {1000 * check[4, 240] / VN:.5f}", flush=True)
