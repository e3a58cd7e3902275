import { describe, expect, it } from "vitest";
import { choleskyInPlace, rowProducts, rowRoom } from "../../src/stats/row-room.ts";

describe("rowRoom", () => {
  const stride = 24;

  function filled(): Float64Array {
    const room = rowRoom(12 * stride);
    room.forEach((_, k) => {
      room[k] = Math.sin(1.7 * k);
    });
    return room;
  }

  it.each([
    [0, 0, 0, 24],
    [8, 0, 4, 16],
    [3, 5, 0, 4],
    [1, 8, 3, 23],
    [0, 4, 8, 8],
  ])("multiplies the rows from %i with those from %i over the columns %i to %i", (i, j, from, to) => {
    const room = filled();
    const found = rowProducts(room, stride, i, j, from, to);
    for (let k = 0; k < 16; k++) {
      let sum = 0;
      for (let c = from; c < to; c++)
        sum += room[(i + (k >> 2)) * stride + c]! * room[(j + (k % 4)) * stride + c]!;
      expect(Math.abs(found[k]! - sum)).toBeLessThan(1e-13);
    }
  });

  it("is one room, and grows", () => {
    const room = filled();
    expect(rowRoom(10)).toBe(room);
    const larger = rowRoom(40_000);
    expect(larger.length).toBeGreaterThanOrEqual(40_000);
    larger.fill(1);
    expect([...rowProducts(larger, 100, 0, 4, 0, 100)]).toEqual(new Array(16).fill(100));
  });

  it("refuses rows that stand elsewhere, or did before it grew", () => {
    const before = rowRoom(16);
    rowRoom(before.length + 1);
    for (const rows of [before, new Float64Array(16)]) {
      expect(() => choleskyInPlace(rows, 4, 4)).toThrow(RangeError);
      expect(() => rowProducts(rows, 4, 0, 0, 0, 4)).toThrow(RangeError);
    }
  });
});
