/** Expressions of one SELECT, each written once however often it is asked for. */
export class Asked {
  readonly #prefix: string;
  readonly #names = new Map<string, string>();

  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  /** The column's name. */
  ask(sql: string): string {
    const known = this.#names.get(sql);
    if (known !== undefined) return known;
    const name = `${this.#prefix}${this.#names.size}`;
    this.#names.set(sql, name);
    return name;
  }

  get list(): readonly string[] {
    return [...this.#names].map(([sql, name]) => `${sql} AS ${name}`);
  }

  get empty(): boolean {
    return this.#names.size === 0;
  }
}
