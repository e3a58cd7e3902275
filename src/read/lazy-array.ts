/**
 * A read-only array whose entries are made when they are asked for, so that a million of them need not exist at once.
 * Works with indexing, iteration and the methods of arrays that do not write; `filter` and `map` make real arrays.
 * @param make makes the entry of an index
 */
export function lazyArray<T>(length: number, make: (index: number) => T): readonly T[] {
  const target: T[] = [];
  target.length = length;
  return new Proxy(target, {
    get(array, name, receiver) {
      if (typeof name === "string" && /^\d+$/.test(name)) {
        const index = Number(name);
        return index < length ? make(index) : undefined;
      }
      if (name === Symbol.iterator) return () => entries(length, make);
      return Reflect.get(array, name, receiver);
    },
    has(array, name) {
      if (typeof name === "string" && /^\d+$/.test(name)) return Number(name) < length;
      return Reflect.has(array, name);
    },
  });
}

function* entries<T>(length: number, make: (index: number) => T): Generator<T, void, undefined> {
  for (let index = 0; index < length; index++) yield make(index);
}
