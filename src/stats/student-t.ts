import { logGamma } from "./log-gamma.ts";

/**
 * Log density of Student's t distribution with `nu` degrees of freedom, scale 1.
 * @param x any number
 * @param nu degrees of freedom, positive
 * @throws RangeError for nu <= 0
 * @example Math.abs(studentTLogDensity(0, 1) + Math.log(Math.PI)) < 1e-14 // true
 */
export function studentTLogDensity(x: number, nu: number): number {
  return studentTLogConstant(nu) - ((nu + 1) / 2) * Math.log1p((x * x) / nu);
}

/**
 * The part of the log density of Student's t that does not depend on x.
 * @param nu degrees of freedom, positive
 * @throws RangeError for nu <= 0
 */
export function studentTLogConstant(nu: number): number {
  if (!(nu > 0)) throw new RangeError("studentTLogConstant requires positive degrees of freedom");
  return logGamma((nu + 1) / 2) - logGamma(nu / 2) - 0.5 * Math.log(nu * Math.PI);
}
