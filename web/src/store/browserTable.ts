/** One table of this browser's own database (IndexedDB): values by key. */
const BASE = 'esteira';
const TABLE = 'histories';

export const readKept = (key: string): Promise<unknown> =>
  ask<unknown>('readonly', (table) => table.get(key));

export async function writeKept(key: string, value: unknown): Promise<void> {
  await ask('readwrite', (table) => table.put(value, key));
}

export async function dropKept(key: string): Promise<void> {
  await ask('readwrite', (table) => table.delete(key));
}

/** The values of all keys that begin so. */
export const readAllKept = (start: string): Promise<readonly unknown[]> =>
  ask<unknown[]>('readonly', (table) => table.getAll(IDBKeyRange.bound(start, `${start}\uFFFF`)));

async function ask<T>(
  mode: IDBTransactionMode,
  question: (table: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const base = await open();
  try {
    return await answer(question(base.transaction(TABLE, mode).objectStore(TABLE)));
  } finally {
    base.close();
  }
}

function open(): Promise<IDBDatabase> {
  const opening = indexedDB.open(BASE, 1);
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore(TABLE));
  return answer(opening);
}

function answer<T>(asking: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    asking.addEventListener('success', () => resolve(asking.result));
    asking.addEventListener('error', () => reject(asking.error ?? new Error('IndexedDB')));
  });
}
