// Packs twice (the bytes must agree), installs the tarball in an empty folder, and runs the program and the library from there.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "tiktok-advisor-pack-"));
const run = (command, args, cwd) =>
  execFileSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
const hash = (path) => createHash("sha256").update(readFileSync(path)).digest("hex");

try {
  const pack = (name) => {
    const [{ filename }] = JSON.parse(
      run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], process.cwd()),
    );
    const path = join(folder, name);
    execFileSync(process.execPath, [
      "-e",
      "require('fs').renameSync(process.argv[1], process.argv[2])",
      join(folder, filename),
      path,
    ]);
    return path;
  };
  const first = pack("first.tgz");
  const second = pack("second.tgz");
  if (hash(first) !== hash(second)) throw new Error("packing twice gives different bytes");
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  run("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", first], folder);
  const bin = join(folder, "node_modules/.bin/tiktok-advisor");
  const version = run(bin, ["--version"], folder).trim();
  if (!/^\d+\.\d+\.\d+$/.test(version)) throw new Error(`--version printed ${version}`);
  const report = JSON.parse(run(bin, ["demo", "--json"], folder));
  if (report.schemaVersion === undefined || report.recommendations.length === 0)
    throw new Error("demo gave no report");
  writeFileSync(
    join(folder, "use.mjs"),
    'import { readExports, advise, strategies } from "tiktok-advisor";\nconsole.log(typeof readExports, typeof advise, strategies.length);\n',
  );
  const used = run(process.execPath, ["use.mjs"], folder).trim();
  if (used !== `function function ${report.strategies.length}`)
    throw new Error(`the library exports ${used}`);
  console.log(`tarball ${version}: program and library work from an empty folder`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
