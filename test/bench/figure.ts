export interface Figure {
  /** group.name */
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** As a person reads it, such as "≤ 20". */
  readonly goal: string;
  readonly met: boolean;
}

/** Four digits; more would pretend to a precision that a busy machine does not have. */
export function figureFrom({ name, value, unit, goal, met }: Figure): Figure {
  if (!Number.isFinite(value)) throw new Error(`${name} is ${value}.`);
  return { name, value: Number(value.toPrecision(4)), unit, goal, met };
}

export function table(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, value, unit, goal, met }) => [
    met ? '✓' : '✗',
    name,
    `${value} ${unit}`,
    goal,
  ]);
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(0, ...rows.map((row) => row[column]!.length)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
