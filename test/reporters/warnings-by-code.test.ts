import { describe, expect, it } from "vitest";
import { warningsByCode } from "../../src/reporters/story/your-data.ts";
import type { Warning } from "../../src/types.ts";

const warning = (code: string, message: string, count: number, file: string): Warning => ({
  code,
  severity: "info",
  message,
  count,
  at: [{ file, line: null, column: null, value: null }],
});

describe("warnings of several files", () => {
  it("say how many more the other files hold, so that sentence and count agree", () => {
    const [scheduled, zone] = warningsByCode([
      warning("SCHEDULED_POSTS", "1 scheduled post was published later (a.csv, line 3).", 1, "a.csv"),
      warning("SCHEDULED_POSTS", "2 scheduled posts were published later (b.csv).", 2, "b.csv"),
      warning("SCHEDULED_POSTS", "1 scheduled post was published later (c.csv).", 1, "c.csv"),
      warning("TIME_ZONE_ASSUMED", "The time zone is unknown; UTC was assumed (a.csv).", 1, "a.csv"),
      warning("TIME_ZONE_ASSUMED", "The time zone is unknown; UTC was assumed (b.csv).", 1, "b.csv"),
    ]);
    expect(scheduled).toEqual({
      code: "SCHEDULED_POSTS",
      severity: "info",
      message: "1 scheduled post was published later (a.csv, line 3); 3 more in 2 other files.",
      count: 4,
    });
    expect(zone!.message).toBe(
      "The time zone is unknown; UTC was assumed (a.csv); the same in 1 other file.",
    );
  });
  it("of one file stay as they are", () => {
    const one = warning("FEW_POSTS", "Only 3 posts.", 3, "");
    expect(warningsByCode([one])[0]).toMatchObject({ message: "Only 3 posts.", count: 3 });
  });
});
