/** The remainder with the sign of the divisor: never below zero for a positive one. */
export function modulo(value: number, divisor: number): number {
  return value - Math.floor(value / divisor) * divisor;
}
