// `npm run picture`: docs/report.png, the first screen of the demo's HTML report, taken in Debian's chromium.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { hasChromium, openChromium } from "../test/support/chromium.ts";

if (!hasChromium) throw new Error("no chromium on this machine: apt-get install chromium");
const folder = mkdtempSync(join(tmpdir(), "tiktok-advisor-picture-"));
const page = join(folder, "report.html");
execFileSync(process.execPath, ["bin/tiktok-advisor.js", "demo", "-q", "-o", page]);
const browser = await openChromium();
const context = await browser.newContext({ viewport: { width: 1280, height: 1600 }, colorScheme: "light" });
const tab = await context.newPage();
await tab.goto(pathToFileURL(page).href);
await tab.screenshot({ path: "docs/report.png" });
await browser.close();
rmSync(folder, { recursive: true, force: true });
console.log("wrote docs/report.png");
