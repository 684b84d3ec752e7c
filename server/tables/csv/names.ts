/** Names of the columns: present, different whatever the case, and never those of hidden columns. */
import { ORDER, PART, ROW } from '#nodes/sdk/plan/types.ts';

export interface Naming {
  readonly names: readonly string[];
  /** Names that stood more than once, as they were. */
  readonly repeated: readonly string[];
  /** What columns without a name are called now. */
  readonly given: readonly string[];
  /** Names that are Esteira's own. */
  readonly reserved: readonly string[];
}

const RESERVED = new Set([ROW, PART, ORDER]);
/** The schema's limit (table-schema), less room for a number. */
const LONGEST = 900;

/** `raw` has one text per column; empty where there is no name. */
export function nameColumns(raw: readonly string[]): Naming {
  const clean = raw.map((text) =>
    text.trim().replace(/\s+/g, ' ').replaceAll('\0', '').slice(0, LONGEST).toWellFormed(),
  );
  const wanted = new Set(clean.map(fold));
  const taken = new Set<string>();
  const repeated = new Set<string>();
  const given: string[] = [];
  const reserved: string[] = [];
  const names = clean.map((name, i) => {
    let chosen = name;
    if (name === '') {
      chosen = free(`column_${i + 1}`, taken, wanted);
      given.push(chosen);
    } else if (RESERVED.has(fold(name))) {
      chosen = free(name.slice(1), taken, wanted);
      reserved.push(name);
    } else if (taken.has(fold(name))) {
      repeated.add(name);
      chosen = free(`${name}_2`, taken, wanted, name, 2);
    }
    taken.add(fold(chosen));
    return chosen;
  });
  return { names, repeated: [...repeated], given, reserved };
}

/** `start`, or the first numbered form of it that no column has or will have. */
function free(
  start: string,
  taken: ReadonlySet<string>,
  wanted: ReadonlySet<string>,
  stem = start,
  from = 1,
): string {
  let name = start;
  for (let n = from + 1; taken.has(fold(name)) || wanted.has(fold(name)); n++)
    name = `${stem}_${n}`;
  return name;
}

/** As DuckDB compares identifiers. */
function fold(name: string): string {
  return name.toLowerCase();
}
