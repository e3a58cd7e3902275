import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { html } from "../../src/reporters/html.ts";
import { hasChromium, openChromium } from "../support/chromium.ts";
import { SAMPLE_REPORTS } from "../support/sample-reports.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const folder = mkdtempSync(join(tmpdir(), "tiktok-advisor-html-"));
let browser: Browser;

beforeAll(async () => {
  if (hasChromium) browser = await openChromium();
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

/** Opens a page from disk and notes everything that it says or asks for. */
async function open(
  path: string,
  options: { width?: number; scheme?: "light" | "dark"; script?: boolean } = {},
): Promise<{ page: Page; said: string[]; asked: string[] }> {
  const { width = 1280, scheme = "light", script = true } = options;
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: scheme,
    javaScriptEnabled: script,
  });
  const page = await context.newPage();
  const [said, asked]: [string[], string[]] = [[], []];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(error.message));
  page.on("request", (request) => asked.push(request.url()));
  page.on("dialog", (dialog) => said.push(dialog.message()));
  await page.goto(pathToFileURL(path).href);
  return { page, said, asked };
}

describe.skipIf(!hasChromium).each(SAMPLE_REPORTS)("HTML report %s in Chromium", (name, make) => {
  const path = join(folder, `${name}.html`);
  beforeAll(() => {
    writeFileSync(path, html.render(make(), { width: 80, colour: 0, unicode: true }));
  });

  it("opens from disk, asks for nothing but itself and logs nothing", async () => {
    const { page, said, asked } = await open(path);
    await page.waitForTimeout(50);
    expect(asked).toEqual([pathToFileURL(path).href]);
    expect(said).toEqual([]);
    expect(await page.locator("h1").count()).toBe(1);
    expect(await page.locator("script, link, img, iframe").count()).toBe(0);
    await page.context().close();
  });

  it.each(["light", "dark"] as const)("has no axe violation, %s", async (scheme) => {
    const { page } = await open(path, { scheme });
    await page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true");
    await page.evaluate(AXE);
    const result = (await page.evaluate("axe.run(document)")) as {
      violations: { id: string; nodes: { html: string }[] }[];
      passes: unknown[];
    };
    const found = result.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
    expect(found).toEqual([]);
    expect(result.passes.length).toBeGreaterThan(15);
    await page.context().close();
  });

  it.each([390, 768, 1280])("fits a screen of %i pixels", async (width) => {
    const { page } = await open(path, { width });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
    await page.context().close();
  });
});

describe.skipIf(!hasChromium)("HTML report in Chromium", () => {
  const path = join(folder, "whole.html");
  beforeAll(() => {
    writeFileSync(path, html.render(SAMPLE_REPORTS[0]![1](), { width: 80, colour: 0, unicode: true }));
  });

  it("shows all of its text with script disabled", async () => {
    const { page } = await open(path, { script: false });
    for (const title of ["Do this", "What works for you", "When", "Hashtags", "Consistency", "Your data"]) {
      expect(await page.getByRole("heading", { name: title, exact: true }).isVisible()).toBe(true);
    }
    await page.getByText("Weeks as a table").click();
    expect(await page.getByRole("region", { name: "Table: Weeks as a table" }).isVisible()).toBe(true);
    await page.context().close();
  });

  it("applies its style under its own policy, and no other style", async () => {
    const { page, said } = await open(path);
    expect(await page.evaluate("getComputedStyle(document.querySelector('.card')).display")).toBe("grid");
    await page.evaluate(
      "document.body.insertAdjacentHTML('beforeend', '<style>h1 { display: none }</style>')",
    );
    expect(await page.locator("h1").isVisible()).toBe(true);
    expect(said.join()).toContain("Content Security Policy");
    await page.context().close();
  });

  it("shows an hour's interval on hover and on focus", async () => {
    const { page } = await open(path);
    const cell = page.locator(".week-lying .cell").first();
    const tip = cell.locator(".tip");
    expect(await tip.isVisible()).toBe(false);
    await cell.locator("rect").hover();
    expect(await tip.isVisible()).toBe(true);
    await page.mouse.move(0, 0);
    expect(await tip.isVisible()).toBe(false);
    await cell.focus();
    expect(await tip.isVisible()).toBe(true);
    expect(await tip.textContent()).toMatch(/^Mon 7–8\sh: −\d+\s% likes \(−\d+ to \+\d+\s%\), \d+ posts?$/);
    await page.context().close();
  });

  it("stands the week on end on a phone", async () => {
    const { page } = await open(path, { width: 390 });
    expect(await page.locator(".week-lying").isVisible()).toBe(false);
    expect(await page.locator(".week-standing").isVisible()).toBe(true);
    await page.context().close();
  });

  it("prints to a sensible number of pages, in light colours", async () => {
    const { page } = await open(path, { scheme: "dark" });
    const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
    const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    expect(pages).toBeGreaterThanOrEqual(4);
    expect(pages).toBeLessThanOrEqual(10);
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).toBe("rgb(255, 255, 255)");
    await page.context().close();
  });
});
