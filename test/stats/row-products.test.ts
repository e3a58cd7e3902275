import { describe, expect, it } from "vitest";
import { products, rowProducts, rowRoom } from "../../src/stats/row-products.ts";
import { simdKernel } from "../../src/stats/simd-kernel.ts";

describe("rowProducts", () => {
  const stride = 24;
  const room = rowRoom(12 * stride);
  room.forEach((_, k) => {
    room[k] = Math.sin(1.7 * k);
  });
  const plain = room.slice();

  const direct = (i: number, j: number, from: number, to: number) =>
    Array.from({ length: 16 }, (_, k) => {
      let sum = 0;
      for (let c = from; c < to; c++) {
        sum += plain[(i + (k >> 2)) * stride + c]! * plain[(j + (k % 4)) * stride + c]!;
      }
      return sum;
    });

  it.each([
    ["the fast room", room],
    ["an ordinary array", plain],
  ])("multiplies rows in %s", (_, a) => {
    for (const [i, j, from, to] of [
      [0, 0, 0, 24],
      [8, 0, 4, 16],
      [3, 5, 0, 4],
      [1, 8, 3, 22],
      [0, 4, 8, 8],
    ] as const) {
      rowProducts(a, stride, i, j, from, to);
      const wanted = direct(i, j, from, to);
      products.forEach((value, k) => {
        expect(Math.abs(value - wanted[k]!)).toBeLessThan(1e-13);
      });
    }
  });

  it("keeps one room and lets it grow", () => {
    expect(rowRoom(10)).toBe(room);
    const larger = rowRoom(40_000);
    expect(larger.length).toBeGreaterThanOrEqual(40_000);
    larger.fill(1);
    rowProducts(larger, 100, 0, 4, 0, 100);
    expect([...products]).toEqual(new Array(16).fill(100));
  });

  it("has its fast kernel on the machines that tests run on", () => {
    expect(simdKernel()).not.toBeNull();
  });
});
