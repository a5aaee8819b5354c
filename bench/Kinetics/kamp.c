/* Three compartments, effect site, norketamine in two: the model that Mooring runs, for deSolve. Minutes, liters, mg. */
#include <R.h>
static double parms[2]; /* times clearance, infusion mg/min for 40 min */
void initmod(void (*odeparms)(int *, double *)) { int n = 2; odeparms(&n, parms); }
void derivs(int *neq, double *t, double *y, double *dy, double *out, int *ip) {
  const double V1 = 25, V2 = 56, V3 = 157, CL = parms[0] * 84 / 60.0, Q2 = 161 / 60.0, Q3 = 79 / 60.0;
  const double VN = 98.638, CLN = 57.72 / 60, VNP = 160.04, QN = 42.778 / 60, ke0 = 0.69314718055994531 / 8.3;
  const double in = *t < 40 ? parms[1] : 0;
  dy[0] = in - (CL + Q2 + Q3) / V1 * y[0] + Q2 / V2 * y[1] + Q3 / V3 * y[2];
  dy[1] = Q2 / V1 * y[0] - Q2 / V2 * y[1];
  dy[2] = Q3 / V1 * y[0] - Q3 / V3 * y[2];
  dy[3] = ke0 * (y[0] / V1 - y[3]);
  dy[4] = CL / V1 * y[0] - (CLN + QN) / VN * y[4] + QN / VNP * y[5];
  dy[5] = QN / VN * y[4] - QN / VNP * y[5];
}
