import { describe, expect, it } from "vitest";
import { AdvisorError } from "../../src/errors.ts";
import { readAccounts, readExports } from "../../src/read/index.ts";
import type { Dataset } from "../../src/types.ts";
import { csvExport, idAt } from "../support/csv-export.ts";

const HEADER = ["id", "title", "username", "views", "likes"];
const NEWEST = 1_780_000_000;

function posts(name: string, accounts: readonly string[], from = 0) {
  return csvExport(
    name,
    HEADER,
    accounts.map((account, index) => [
      idAt(NEWEST - (from + index) * 86_400),
      `Loaf ${from + index}`,
      account,
      "100",
      "10",
    ]),
  );
}

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "no refusal",
    (error: unknown) => (error instanceof AdvisorError ? `${error.code} ${error.message}` : String(error)),
  );
const codes = ({ warnings }: Dataset) => warnings.map(({ code }) => code);

describe("several accounts", () => {
  const input = () => [posts("a.csv", ["mia", "Bob", "@mia", "bob", "bob"])];

  it("are named by inspect and refused by analyze", async () => {
    const dataset = await readExports(input());
    expect([dataset.accounts, dataset.account]).toEqual([["@bob", "@mia"], null]);
    expect(dataset.warnings.find(({ code }) => code === "MULTIPLE_ACCOUNTS")?.message).toContain(
      "@bob, @mia",
    );
    expect(await codeOf(readExports(input(), { mode: "analyze" }))).toContain(
      "MULTIPLE_ACCOUNTS 2 accounts: @bob, @mia",
    );
  });

  it("are cut down to one by --account: rows of others are `other`", async () => {
    const dataset = await readExports(input(), { account: "@MIA", mode: "analyze" });
    expect([dataset.account, dataset.posts.length]).toEqual(["@mia", 2]);
    expect(dataset.rows).toEqual({ read: 5, used: 2, merged: 0, dropped: 0, other: 3 });
    expect(codes(dataset)).not.toContain("MULTIPLE_ACCOUNTS");
    expect(await codeOf(readExports(input(), { account: "nobody" }))).toContain("ACCOUNT_NOT_FOUND");
  });

  it("share the dropped rows that name nobody, and keep the others' to themselves", async () => {
    const rows = [
      ["mia", "100"],
      ["bob", "100"],
      ["bob", ""],
      ["", ""],
      ["mia", ""],
      ["mia", ""],
    ].map(([account, views], index) => [idAt(NEWEST - index), `Loaf ${index}`, account!, views!, ""]);
    const file = () => [csvExport("a.csv", HEADER, rows)];
    expect((await readExports(file())).rows).toEqual({ read: 6, used: 2, merged: 0, dropped: 4, other: 0 });
    expect((await readExports(file(), { account: "mia" })).rows).toEqual({
      read: 6,
      used: 1,
      merged: 0,
      dropped: 3,
      other: 2,
    });
  });

  it("come one by one, each as --account gives it alone", async () => {
    const each: (string | null)[] = [];
    for await (const { account, dataset } of readAccounts(input(), { mode: "analyze" })) {
      each.push(account);
      const alone = await readExports(input(), { account, mode: "analyze" });
      expect({ ...dataset, zone: dataset.zone.name }).toEqual({ ...alone, zone: alone.zone.name });
    }
    expect(each).toEqual(["@bob", "@mia"]);
  });
});

describe("posts that name no account", () => {
  it("join the only account named", async () => {
    const dataset = await readExports([posts("a.csv", ["mia", ""]), posts("b.csv", ["", ""], 2)]);
    expect([dataset.account, new Set(dataset.posts.map(({ account }) => account))]).toEqual([
      "@mia",
      new Set(["@mia"]),
    ]);
  });

  it("leave the account null where none is named", async () => {
    const dataset = await readExports([posts("a.csv", ["", ""])], { mode: "analyze" });
    expect([dataset.account, dataset.accounts]).toEqual([null, []]);
  });

  it("are an account without name beside several, seen only with --each", async () => {
    const input = () => [posts("a.csv", ["mia", "bob", ""])];
    const dataset = await readExports(input());
    expect(dataset.accounts).toEqual(["@bob", "@mia"]);
    expect(dataset.warnings.find(({ code }) => code === "MULTIPLE_ACCOUNTS")?.count).toBe(3);
    const each: [string | null, number][] = [];
    for await (const { account, dataset: one } of readAccounts(input()))
      each.push([account, one.posts.length]);
    expect(each).toEqual([
      ["@bob", 1],
      ["@mia", 1],
      [null, 1],
    ]);
  });

  it("are those of the handle in the file's name, as a last resort", async () => {
    const named = { ...posts("a.csv", ["", ""]), name: "Content_mia.bakes.csv" };
    expect((await readExports([named])).account).toBe("@mia.bakes");
  });
});

describe("an account that was renamed", () => {
  it("is one account as long as its newest snapshot names it so", async () => {
    const header = ["id", "title", "username", "views", "likes", "report date"];
    const file = (name: string, account: string, day: string) =>
      csvExport(name, header, [[idAt(NEWEST), "Loaf", account, "100", "10", day]]);
    const dataset = await readExports([
      file("a.csv", "old", "2026-06-10"),
      file("b.csv", "new", "2026-06-20"),
    ]);
    expect(dataset.accounts).toEqual(["@new"]);
  });
});
