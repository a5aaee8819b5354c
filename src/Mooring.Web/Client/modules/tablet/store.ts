/**
 * What this tablet holds, in IndexedDB. Names and values only ever lie in it sealed (sealing.ts).
 *
 *   tablet   id, keys, clock, leaving, pin:PERSON, under their names
 *   pages    sealed copies, by address
 *   entries  sealed entries that wait, in the order they were made
 */
export type Shelf = "tablet" | "pages" | "entries";

let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open("mooring-tablet", 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore("tablet");
      asked.result.createObjectStore("pages", { keyPath: "address" });
      asked.result.createObjectStore("entries", { keyPath: "seq", autoIncrement: true });
    };
    asked.onsuccess = () => {
      asked.result.onclose = asked.result.onversionchange = () => { asked.result.close(); opened = undefined; };
      resolve(asked.result);
    };
    asked.onerror = () => { opened = undefined; reject(asked.error ?? new Error("IndexedDB does not open.")); };
  });
  return opened;
}

/** One step; it is done only when the whole of it is kept. */
async function step<T>(shelf: Shelf, mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const transaction = (await open()).transaction(shelf, mode, { durability: "strict" });
  const asked = ask(transaction.objectStore(shelf));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(asked.result);
    transaction.onabort = () => reject(transaction.error ?? new Error("Not kept."));
  });
}

export const get = <T>(shelf: Shelf, key: IDBValidKey) => step<T | undefined>(shelf, "readonly", store => store.get(key) as IDBRequest<T | undefined>);
export const all = <T>(shelf: Shelf) => step<T[]>(shelf, "readonly", store => store.getAll() as IDBRequest<T[]>);
export const put = (shelf: Shelf, value: unknown, key?: IDBValidKey) => step(shelf, "readwrite", store => store.put(value, key));
export const remove = (shelf: Shelf, key: IDBValidKey) => step(shelf, "readwrite", store => store.delete(key));
export const clear = (shelf: Shelf) => step(shelf, "readwrite", store => store.clear());
