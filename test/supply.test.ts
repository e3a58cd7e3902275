import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "..");
const read = (path: string) => readFileSync(join(ROOT, path), "utf8");

interface LockEntry {
  integrity?: string;
  resolved?: string;
  dev?: boolean;
  devOptional?: boolean;
  optional?: boolean;
  hasInstallScript?: boolean;
}

const lock = JSON.parse(read("package-lock.json")) as {
  lockfileVersion: number;
  packages: Record<string, LockEntry>;
};
const locked = Object.entries(lock.packages).filter(([path]) => path !== "");
const production = locked.filter(([, { dev, devOptional }]) => !dev && !devOptional);
const manifest = JSON.parse(read("package.json"));

describe("the lockfile", () => {
  it("holds an integrity for every entry and no address", () => {
    expect(locked.length).toBeGreaterThan(100);
    expect(
      locked.filter(([, { integrity }]) => !/^sha512-[\w+/]+=*$/.test(integrity ?? "")).map(([path]) => path),
    ).toEqual([]);
    expect(locked.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
  });

  it("holds at most 70 packages for production, none with an install script", () => {
    expect(production.length).toBeGreaterThan(10);
    expect(production.length).toBeLessThanOrEqual(70);
    expect(production.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path)).toEqual(
      [],
    );
  });

  it("knows every dependency of package.json", () => {
    for (const name of Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }))
      expect(lock.packages[`node_modules/${name}`], name).toBeDefined();
  });
});

describe("the package", () => {
  it("runs no script when it is installed", () => {
    for (const name of ["preinstall", "install", "postinstall"])
      expect(manifest.scripts[name], name).toBeUndefined();
  });

  it("lists what it ships", () => {
    expect(manifest.files).toEqual(["bin", "dist", "man", "docs/report.schema.json"]);
  });
});

describe("the workflows", () => {
  const text = read(".github/workflows/ci.yml");

  it("use actions by hash", () => {
    const uses = [...text.matchAll(/^\s*(?:- )?uses: (\S+)/gm)].map((match) => match[1]!);
    expect(uses.length).toBeGreaterThan(0);
    expect(uses.filter((action) => !/^[\w-]+\/[\w/-]+@[0-9a-f]{40}$/.test(action))).toEqual([]);
  });

  it("may read and nothing else", () => {
    expect(text).toMatch(/^permissions:\n {2}contents: read\n(?! )/m);
    expect(text).not.toMatch(/: write\b|pull_request_target|secrets\./);
  });
});
