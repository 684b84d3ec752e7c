/**
 * Rounds to `digits` decimal places, halves away from zero, on the binary value scaled by a power of ten, as DuckDB's
 * round does: 2.675 has no exact binary form and lies just below the half, so two places give 2.67.
 */
export function roundHalfAway(digits: number): (value: number) => number {
  const scale = Number(`1e${digits}`);
  return (value) => {
    const scaled = Math.abs(value) * scale;
    // Too large to be scaled means too large to have decimals.
    if (scaled === Infinity) return value;
    const rounded = Math.round(scaled) / scale;
    return value < 0 ? -rounded : rounded;
  };
}
