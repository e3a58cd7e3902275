import { describe, expect, it } from "vitest";
import { endsWithin, UNHURRIED } from "./ends-within.ts";

describe("endsWithin", { timeout: UNHURRIED }, () => {
  it("ends a loop and an expression that would go on for ever", async () => {
    expect(await endsWithin(1, "for (;;);")).toBe(false);
    expect(await endsWithin(1, '/^(a|a)*$/.test("a".repeat(60) + "b");')).toBe(false);
  });

  it("lets code end that imports of the project, and tells what it throws", async () => {
    expect(await endsWithin(10, 'import { median } from "./src/stats/quantile.ts"; median([1]);')).toBe(true);
    await expect(
      endsWithin(10, 'import { median } from "./src/stats/quantile.ts"; median([]);'),
    ).rejects.toThrow("at least one value");
  });
});
