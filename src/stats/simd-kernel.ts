/**
 * The kernel of `rowProducts` with two numbers per instruction: a WebAssembly function of some 400 bytes, written out here
 * instruction by instruction (the binary format is https://webassembly.github.io/spec/core/binary/). It is two to three
 * times as fast as the same loop in JavaScript, and half of all computing time is spent in it; where WebAssembly or its
 * vectors are not available, the loop in JavaScript stands in.
 */

/** The few WebAssembly names that are used; the language's own typings know none without the browser's. */
interface WasmNamespace {
  Memory: new (limits: { initial: number }) => WasmMemory;
  Module: new (bytes: Uint8Array) => object;
  Instance: new (
    module: object,
    imports: { host: { memory: WasmMemory } },
  ) => { exports: { products: ProductsFunction } };
}

interface WasmMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

/**
 * Dot products of four rows with four rows, written as 16 numbers to address 0.
 * @param p,q byte addresses of the first numbers; `stride` bytes between rows; `count` numbers, a positive multiple of 4
 */
type ProductsFunction = (p: number, q: number, stride: number, count: number) => void;

const PAGE = 65_536;

const I32 = 0x7f;
const V128 = 0x7b;

// Locals: the four parameters, six row addresses, the counter, eight sums, two loaded vectors.
const [P, Q, STRIDE, COUNT] = [0, 1, 2, 3] as const;
const ROWS = [4, 5, 6, 7] as const;
const OTHERS = [8, 9] as const;
const LEFT = 10;
const SUMS = 11;
const Y = [19, 20] as const;

const get = (local: number) => [0x20, local];
const set = (local: number) => [0x21, local];
const i32 = (value: number) => [0x41, ...signed(value)];
const ADD_I32 = [0x6a];
const SUB_I32 = [0x6b];
const load = (offset: number) => [0xfd, 0x00, 3, ...unsigned(offset)];
const ZERO = [0xfd, 0x0c, ...new Array<number>(16).fill(0)];
const ADD = [0xfd, 0xf0, 0x01];
const MULTIPLY = [0xfd, 0xf2, 0x01];
const lane = (which: number) => [0xfd, 0x21, which];
const ADD_F64 = [0xa0];
const storeF64 = (offset: number) => [0x39, 3, ...unsigned(offset)];

function unsigned(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)];
}

function signed(value: number): number[] {
  return value >= -64 && value < 64 ? [value & 127] : [(value & 127) | 128, ...signed(value >> 7)];
}

/** Sums of two neighbouring numbers (`offset` bytes on) of four rows times two others. */
function step(offset: number): number[] {
  return [
    ...OTHERS.flatMap((other, c) => [...get(other), ...load(offset), ...set(Y[c]!)]),
    ...ROWS.flatMap((row, r) =>
      OTHERS.flatMap((_, c) => {
        const sum = SUMS + 2 * r + c;
        return [...get(sum), ...get(row), ...load(offset), ...get(Y[c]!), ...MULTIPLY, ...ADD, ...set(sum)];
      }),
    ),
  ];
}

/** Products of the four rows with the rows `half` and `half` + 1 of the others. */
function halfOfTile(half: 0 | 2): number[] {
  const start = (first: number, local: number, rows: number) => [
    ...get(first),
    ...Array.from({ length: rows }, () => [...get(STRIDE), ...ADD_I32]).flat(),
    ...set(local),
  ];
  const advance = (local: number) => [...get(local), ...i32(32), ...ADD_I32, ...set(local)];
  return [
    ...ROWS.flatMap((local, r) => start(P, local, r)),
    ...OTHERS.flatMap((local, c) => start(Q, local, half + c)),
    ...get(COUNT),
    ...set(LEFT),
    ...Array.from({ length: 8 }, (_, k) => [...ZERO, ...set(SUMS + k)]).flat(),
    ...[0x03, 0x40], // loop
    ...step(0),
    ...step(16),
    ...[...ROWS, ...OTHERS].flatMap(advance),
    ...get(LEFT),
    ...i32(4),
    ...SUB_I32,
    ...[0x22, LEFT], // keep it and test it
    ...[0x0d, 0x00], // again unless it is 0
    0x0b,
    ...ROWS.flatMap((_, r) =>
      OTHERS.flatMap((_, c) => {
        const sum = SUMS + 2 * r + c;
        return [
          ...i32(0),
          ...get(sum),
          ...lane(0),
          ...get(sum),
          ...lane(1),
          ...ADD_F64,
          ...storeF64(8 * (4 * r + half + c)),
        ];
      }),
    ),
  ];
}

function moduleBytes(): Uint8Array {
  const section = (id: number, content: readonly number[]) => [id, ...unsigned(content.length), ...content];
  const text = (name: string) => [name.length, ...[...name].map((letter) => letter.charCodeAt(0))];
  const body = [
    ...[3, 7, I32, 8, V128, 2, V128], // locals beyond the parameters
    ...halfOfTile(0),
    ...halfOfTile(2),
    0x0b,
  ];
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 4, I32, I32, I32, I32, 0]),
    ...section(2, [1, ...text("host"), ...text("memory"), 2, 0, 1]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...text("products"), 0, 0]),
    ...section(10, [1, ...unsigned(body.length), ...body]),
  ]);
}

/** The kernel with the memory it works on. */
export interface SimdKernel {
  products: ProductsFunction;
  /** Gives at least so many bytes; an older buffer may be empty afterwards. */
  reserve(bytes: number): ArrayBuffer;
}

/** @returns null where WebAssembly or its vectors are not available */
export function simdKernel(): SimdKernel | null {
  const wasm = (globalThis as { WebAssembly?: WasmNamespace }).WebAssembly;
  if (!wasm) return null;
  try {
    const memory = new wasm.Memory({ initial: 1 });
    const { exports } = new wasm.Instance(new wasm.Module(moduleBytes()), { host: { memory } });
    return {
      products: exports.products,
      reserve(bytes) {
        const missing = bytes - memory.buffer.byteLength;
        if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
        return memory.buffer;
      },
    };
  } catch {
    return null;
  }
}
