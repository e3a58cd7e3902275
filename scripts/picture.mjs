// `npm run picture`: docs/report.png, the first screen of the demo's HTML report, taken in Debian's chromium.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
  existsSync,
);
if (!executablePath) {
  console.error("no chromium on this machine: apt-get install chromium");
  process.exit(1);
}
const folder = mkdtempSync(join(tmpdir(), "tiktok-advisor-picture-"));
const page = join(folder, "report.html");
execFileSync(process.execPath, ["bin/tiktok-advisor.js", "demo", "-q", "-o", page]);
const browser = await chromium.launch({
  executablePath,
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
const context = await browser.newContext({ viewport: { width: 1280, height: 1600 }, colorScheme: "light" });
const tab = await context.newPage();
await tab.goto(pathToFileURL(page).href);
await tab.screenshot({ path: "docs/report.png" });
await browser.close();
rmSync(folder, { recursive: true, force: true });
console.log("wrote docs/report.png");
