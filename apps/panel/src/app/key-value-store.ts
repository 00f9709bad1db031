import { createStore, del, entries, get, set } from 'idb-keyval';

/** What survives a reload on this machine. Values are plain data that nobody changes in place. */
export interface KeyValueStore<V> {
  get(key: string): Promise<V | undefined>;
  set(key: string, value: V): Promise<void>;
  remove(key: string): Promise<void>;
  all(): Promise<[string, V][]>;
}

export function memoryStore<V>(): KeyValueStore<V> {
  const kept = new Map<string, V>();
  return {
    get: (key) => Promise.resolve(kept.get(key)),
    set: (key, value) => {
      kept.set(key, value);
      return Promise.resolve();
    },
    remove: (key) => {
      kept.delete(key);
      return Promise.resolve();
    },
    all: () => Promise.resolve([...kept]),
  };
}

/** IndexedDB, or memory where the browser has none to give (private windows). */
export function durableStore<V>(name: string): KeyValueStore<V> {
  if (typeof indexedDB === 'undefined') return memoryStore();
  const store = createStore(`hilo-${name}`, name);
  return {
    get: (key) => get<V>(key, store),
    set: (key, value) => set(key, value, store),
    remove: (key) => del(key, store),
    all: () => entries<string, V>(store),
  };
}
