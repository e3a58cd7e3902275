// `npm run check`: everything that must hold before a change lands, in order; stops at nothing, so that one run shows all.
import { spawnSync } from "node:child_process";

const steps = [
  ["lint", "npm", ["run", "--silent", "lint"]],
  ["types", "npm", ["run", "--silent", "types"]],
  ["build", "npm", ["run", "--silent", "build"]],
  ["tests with coverage", "npx", ["vitest", "run", "--coverage"]],
  ["kernel current", "npm", ["run", "--silent", "kernel", "--", "--check"]],
  ["docs current", "npm", ["run", "--silent", "docs", "--", "--check"]],
  ["knip", "npm", ["run", "--silent", "knip"]],
  ["publint", "npx", ["publint", "--strict"]],
  ["packed tarball", process.execPath, ["scripts/pack.mjs"]],
];

const failed = [];
for (const [name, command, args] of steps) {
  console.log(`\n== ${name}`);
  const { status } = spawnSync(command, args, { stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) failed.push(name);
}
if (failed.length > 0) console.log(`\nfailed: ${failed.join(", ")}`);
console.log(`\n${steps.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length > 0 ? 1 : 0;
