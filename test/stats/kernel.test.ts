import { afterEach, describe, expect, it, vi } from "vitest";
import { FREE, openCompiledKernel, openKernel } from "../../src/stats/kernel.ts";
import { openPlainKernel } from "../../src/stats/kernel-plain.ts";
import { DEFAULT_SETTINGS, simulatedDataset } from "../support/simulated-dataset.ts";
import { simulateAccount } from "../support/simulator.ts";

afterEach(() => {
  vi.doUnmock("../../src/stats/kernel.ts");
  vi.resetModules();
  vi.unstubAllGlobals();
});

/** The report of a simulated account when every kernel is opened in one way. */
async function reportBy(openKernel: typeof openCompiledKernel, posts: number) {
  vi.resetModules();
  vi.doMock("../../src/stats/kernel.ts", () => ({ FREE, openKernel }));
  const { fitModel } = await import("../../src/model/index.ts");
  const input = simulatedDataset(simulateAccount({ posts, scenario: "strong", seed: 3 }));
  const fits = fitModel(input, { ...DEFAULT_SETTINGS, goal: "likes" });
  return {
    outcomes: fits.outcomes,
    cells: fits.windows.cells,
    hashtags: fits.hashtags,
    length: fits.duration,
  };
}

/** Every number in a value, by its place. */
function numbersOf(value: unknown, place = ""): [string, number][] {
  if (typeof value === "number") return [[place, value]];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, part]) => numbersOf(part, `${place}/${key}`));
}

describe("the kernel", () => {
  it("is compiled on the machines that tests run on", () => {
    expect(() => openCompiledKernel()).not.toThrow();
  });

  it("has memories of their own", () => {
    const [one, other] = [openKernel(), openKernel()];
    new Float64Array(one.reserve(200_000)).fill(1);
    expect(one.reserve(10).byteLength).toBeGreaterThanOrEqual(200_000);
    expect(new Float64Array(other.reserve(200_000)).some((value) => value !== 0)).toBe(false);
  });

  it("keeps what stands in its memory when that grows", () => {
    for (const kernel of [openCompiledKernel(), openPlainKernel()]) {
      new Float64Array(kernel.reserve(1000))[7] = 5;
      expect(new Float64Array(kernel.reserve(1_000_000))[7]).toBe(5);
    }
  });

  it("in JavaScript says the same as compiled", async () => {
    const compiled = numbersOf(await reportBy(openCompiledKernel, 150));
    const plain = numbersOf(await reportBy(openPlainKernel, 150));
    expect(compiled.length).toBeGreaterThan(1000);
    expect(plain.map(([place]) => place)).toEqual(compiled.map(([place]) => place));
    const far = compiled.filter(
      ([, value], k) => Math.abs(value - plain[k]![1]) > 1e-8 * (1 + Math.abs(value)),
    );
    expect(far).toEqual([]);
  });

  it.each([
    ["no WebAssembly", undefined],
    [
      "no room for its memory",
      {
        ...(globalThis as unknown as { WebAssembly: object }).WebAssembly,
        Memory: class {
          constructor() {
            throw new RangeError("could not allocate memory");
          }
        },
      },
    ],
  ])("is JavaScript where there is %s", (_what, wasm) => {
    vi.stubGlobal("WebAssembly", wasm);
    const kernel = openKernel();
    const memory = new Float64Array(kernel.reserve(FREE + 32 * 8));
    memory.set(
      Array.from({ length: 32 }, (_, k) => k),
      FREE / 8,
    );
    kernel.products(FREE, FREE + 16 * 8, 32, 4);
    expect(memory[0]).toBe(0 * 16 + 1 * 17 + 2 * 18 + 3 * 19);
  });
});
