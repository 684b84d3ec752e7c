/** The values that were used last, up to a number. */
export class Recent<K, V> {
  readonly #limit: number;
  /** A Map keeps the order of insertion: the first entry is the one that was not used for longest. */
  readonly #values = new Map<K, V>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  get(key: K): V | undefined {
    const value = this.#values.get(key);
    if (value !== undefined) this.set(key, value);
    return value;
  }

  set(key: K, value: V): void {
    this.#values.delete(key);
    this.#values.set(key, value);
    if (this.#values.size > this.#limit) this.#values.delete(this.#values.keys().next().value!);
  }

  delete(key: K): void {
    this.#values.delete(key);
  }
}
