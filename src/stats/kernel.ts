import { KERNEL } from "./kernel-bytes.ts";
import { openPlainKernel } from "./kernel-plain.ts";

/** The functions of assembly/, which says what they do. Addresses, and strides of `products`, are in bytes. */
export interface KernelFunctions {
  products(p: number, q: number, stride: number, count: number): void;
  cholesky(a: number, stride: number, size: number): number;
  forwardRows(a: number, stride: number, size: number, rowFrom: number, rowTo: number, start: number): void;
  tridiagonalize(a: number, n: number, vector: number, diagonal: number, off: number, scratch: number): void;
  placeRows(
    rows: number,
    elements: number,
    markStart: number,
    marks: number,
    firstNumber: number,
    numbersPerRow: number,
    numbers: number,
    slots: number,
    firstTrend: number,
    trendIndex: number,
    trendFraction: number,
    firstDur: number,
    durIndex: number,
    durFraction: number,
  ): void;
  multiplyRows(values: number, slots: number, out: number): void;
  rowSums(v: number, sums: number, slotSums: number): void;
  sumProducts(
    sums: number,
    weekday: number,
    wave: number,
    slotWeekdays: number,
    slotWaves: number,
    ids: number,
    factors: number,
  ): void;
  spreadProducts(
    sums: number,
    size: number,
    termStart: number,
    termColumns: number,
    termFactors: number,
    half: number,
    gram: number,
  ): void;
}

/** The first bytes of a kernel's memory hold the 16 results of `products`; from here on it is free. */
export const FREE = 128;

/** The kernel with a memory of its own. */
export interface Kernel extends KernelFunctions {
  /** Gives at least so many bytes; views on an older buffer may be empty afterwards. */
  reserve(bytes: number): ArrayBuffer;
}

/** The few WebAssembly names that are used; the language's own typings know none without the browser's. */
interface WasmNamespace {
  Memory: new (limits: { initial: number }) => { readonly buffer: ArrayBuffer; grow(pages: number): number };
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: { env: { memory: object } }) => { exports: KernelFunctions };
}

const PAGE = 65_536;

let compiled: object | null = null;

/**
 * Opens the numeric kernel: WebAssembly with vectors of two numbers, compiled ahead from assembly/. It is two to three times as
 * fast as the same loops in JavaScript, and fast from the first call on, where JavaScript has to be watched and compiled first.
 * Where there is no WebAssembly, or not the address space that its memory takes, JavaScript stands in.
 */
export function openKernel(): Kernel {
  try {
    return openCompiledKernel();
  } catch {
    return openPlainKernel();
  }
}

/**
 * The compiled kernel, and nothing in its place.
 * @throws where WebAssembly, its vectors or the room for a memory are not available
 */
export function openCompiledKernel(): Kernel {
  const { Memory, Module, Instance } = (globalThis as unknown as { WebAssembly: WasmNamespace }).WebAssembly;
  compiled ??= new Module(Uint8Array.from(atob(KERNEL), (letter) => letter.charCodeAt(0)));
  const memory = new Memory({ initial: 1 });
  const { exports } = new Instance(compiled, { env: { memory } });
  return {
    ...exports,
    reserve(bytes) {
      const missing = bytes - memory.buffer.byteLength;
      if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
      return memory.buffer;
    },
  };
}
