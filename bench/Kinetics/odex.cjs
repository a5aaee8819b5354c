// odex on the same model, dense output on the minute, in two stretches because the infusion ends at 40.
const { Solver } = require(process.argv[2]);
const V1 = 25, V2 = 56, V3 = 157, Q2 = 161 / 60, Q3 = 79 / 60;
const VN = 98.638, CLN = 57.72 / 60, VNP = 160.04, QN = 42.778 / 60, KE0 = Math.log(2) / 8.3;

function solve(scale) {
  const CL = scale * 84 / 60;
  const out = new Float64Array(241 * 6);
  const slope = input => (t, y) => [
    input - (CL + Q2 + Q3) / V1 * y[0] + Q2 / V2 * y[1] + Q3 / V3 * y[2],
    Q2 / V1 * y[0] - Q2 / V2 * y[1],
    Q3 / V1 * y[0] - Q3 / V3 * y[2],
    KE0 * (y[0] / V1 - y[3]),
    CL / V1 * y[0] - (CLN + QN) / VN * y[4] + QN / VNP * y[5],
    QN / VN * y[4] - QN / VNP * y[5]];
  let y = [0, 0, 0, 0, 0, 0];
  for (const [from, until, input] of [[0, 40, 0.875], [40, 240, 0]]) {
    const s = new Solver(6);
    s.relativeTolerance = 1e-6; s.absoluteTolerance = 1e-8; s.denseOutput = true;
    y = s.solve(slope(input), from, y, until, s.grid(1, (t, at) => { for (let i = 0; i < 6; i++) out[Math.round(t) * 6 + i] = at[i]; })).y;
  }
  return out;
}

const check = solve(1);
for (let i = 0; i < 300; i++) solve(1 + i * 1e-4);
let n = 0; const start = performance.now();
while (performance.now() - start < 3000) solve(1 + (n++ % 1000) * 1e-4);
console.log(`odex 1 ${(n / (performance.now() - start) * 1000).toFixed(0)} - ${(1000 * check[40 * 6] / V1).toFixed(5)} ${(1000 * check[240 * 6 + 4] / VN).toFixed(5)}`);
