import { keyOf, type PostSource, sortInstant } from "./build-posts.ts";

/** The first rows of all posts sorted by (sortAt, key); posts without date last. In place, in typed arrays throughout. */
export function sortPosts(source: PostSource): Uint32Array {
  const { heads } = source.merged;
  const count = heads.length;
  const instants = new Float64Array(count);
  for (let index = 0; index < count; index++) {
    const at = sortInstant(source, heads[index]!);
    instants[index] = Number.isNaN(at) ? Number.POSITIVE_INFINITY : at;
  }
  const keys = new Map<number, string>();
  const key = (index: number) => {
    let found = keys.get(index);
    if (found === undefined) {
      found = keyOf(source, heads[index]!);
      if (keys.size < 10_000) keys.set(index, found);
    }
    return found;
  };
  const isAfter = (a: number, b: number): boolean => {
    const one = instants[a]!;
    const other = instants[b]!;
    return one === other ? key(a) > key(b) : one > other;
  };
  return mergeSort(count, isAfter).map((index) => heads[index]!);
}

/** Indices 0..count-1 in order; runs that are in order already cost one look. */
function mergeSort(count: number, isAfter: (a: number, b: number) => boolean): Uint32Array {
  let from = new Uint32Array(count);
  let to = new Uint32Array(count);
  const isDescending = looksDescending(count, isAfter);
  for (let index = 0; index < count; index++) from[index] = isDescending ? count - 1 - index : index;
  for (let width = 1; width < count; width *= 2) {
    for (let start = 0; start < count; start += 2 * width) {
      const middle = Math.min(start + width, count);
      const end = Math.min(start + 2 * width, count);
      if (middle >= end || !isAfter(from[middle - 1]!, from[middle]!)) {
        to.set(from.subarray(start, end), start);
        continue;
      }
      let left = start;
      let right = middle;
      for (let at = start; at < end; at++) {
        const takeLeft = right >= end || (left < middle && !isAfter(from[left]!, from[right]!));
        to[at] = takeLeft ? from[left++]! : from[right++]!;
      }
    }
    [from, to] = [to, from];
  }
  return from;
}

/** Exports list the newest post first: then the reverse is nearly in order. */
function looksDescending(count: number, isAfter: (a: number, b: number) => boolean): boolean {
  const step = Math.max(1, Math.floor(count / 64));
  let falls = 0;
  let steps = 0;
  for (let index = step; index < count; index += step) {
    steps++;
    if (isAfter(index - step, index)) falls++;
  }
  return falls > steps / 2;
}
