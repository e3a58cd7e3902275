import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";

const ROOT = join(import.meta.dirname, "../..");

/** The program as people run it, bundled into a folder of its own. */
export interface BuiltProgram {
  /** path of bin/tiktok-advisor.js */
  bin: string;
  /** places in packages whose code is bundled into a file of the program, by the file's path */
  bundled: ReadonlyMap<string, readonly string[]>;
  remove(): void;
}

/** Bundles the sources below a root as `npm run build` does, into a folder below node_modules so that packages are found. */
export function buildProgramFiles(root = ROOT): BuiltProgram {
  const cache = join(root, "node_modules", ".cache");
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "tiktok-advisor-"));
  const metafile = join(folder, "metafile.json");
  const build = ["scripts/build.mjs", "--no-types", "--outdir", join(folder, "dist"), "--metafile", metafile];
  execFileSync(process.execPath, build, { cwd: root, stdio: "pipe" });
  for (const part of ["bin", "package.json"])
    cpSync(join(root, part), join(folder, part), { recursive: true });
  const { outputs } = JSON.parse(readFileSync(metafile, "utf8")) as {
    outputs: Record<string, { inputs: Record<string, unknown> }>;
  };
  return {
    bin: join(folder, "bin", "tiktok-advisor.js"),
    bundled: new Map(
      Object.entries(outputs).map(([path, { inputs }]) => [
        realpathSync(resolve(root, path)),
        Object.keys(inputs).filter((input) => input.includes("node_modules/")),
      ]),
    ),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** How a spawned program ended. */
export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

export interface SpawnWorld {
  cwd: string;
  /** the whole environment but for PATH */
  env?: Readonly<Record<string, string>>;
  /** text of stdin; absent = an empty stdin */
  input?: string | Buffer;
  /** called once it runs; may kill it */
  onStart?(pid: number, kill: (signal: NodeJS.Signals) => void): void;
}

/** Runs a program and collects what it wrote. */
export function spawned(command: string, args: readonly string[], world: SpawnWorld): Promise<Ended> {
  const env = { PATH: process.env["PATH"] ?? "", ...world.env };
  const child = spawn(command, [...args], { cwd: world.cwd, env, stdio: "pipe" });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
  child.stdin.on("error", () => {});
  child.stdin.end(world.input ?? "");
  if (child.pid !== undefined) world.onStart?.(child.pid, (signal) => child.kill(signal));
  return new Promise((done, fail) => {
    child.on("error", fail);
    child.on("close", (code, signal) => {
      const text = (chunks: Buffer[]) => Buffer.concat(chunks).toString("utf8");
      done({ code, signal, stdout: text(out), stderr: text(err) });
    });
  });
}
