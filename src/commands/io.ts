import { readFileSync } from "node:fs";
import { availableParallelism, homedir } from "node:os";
import { fileURLToPath } from "node:url";
import { getHeapStatistics } from "node:v8";

/** A stream the program writes to; `isTTY` and `columns` as on process.stdout. */
export interface OutStream extends NodeJS.WritableStream {
  isTTY?: boolean;
  columns?: number;
}

/** A stream the program reads from. */
export interface InStream extends NodeJS.ReadableStream {
  isTTY?: boolean;
}

/** The world, as one value: everything the program may see or touch, so that a test can hand it another one. */
export interface Io {
  env: Readonly<Record<string, string | undefined>>;
  cwd: string;
  stdin: InStream;
  stdout: OutStream;
  stderr: OutStream;
  /** clock, ms UTC; used for meta.generatedAt and nothing else */
  now(): number;
  /** IANA zone of the host, the last resort for hours */
  hostZone: string;
  platform: NodeJS.Platform;
  /** absolute path of Node and of the program, for the commands that `schedule` prints */
  nodePath: string;
  programPath: string;
  homeFolder: string;
  cores: number;
  /** most bytes that Node's heap may grow to */
  heapBytes: number;
  version: string;
}

/** The real world of this process. What costs time to ask for is asked when it is wanted: --help wants almost nothing. */
export function processIo(): Io {
  const epoch = Number(process.env["SOURCE_DATE_EPOCH"]);
  const fixed = process.env["SOURCE_DATE_EPOCH"] && Number.isFinite(epoch) ? epoch * 1000 : null;
  return {
    env: process.env,
    cwd: process.cwd(),
    get stdin() {
      return process.stdin;
    },
    get stdout() {
      return process.stdout;
    },
    get stderr() {
      return process.stderr;
    },
    now: () => fixed ?? Date.now(),
    get hostZone() {
      const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
      // What Intl says of an empty or unknown TZ is no zone that it takes.
      return zone === undefined || zone === "Etc/Unknown" ? "UTC" : zone;
    },
    platform: process.platform,
    nodePath: process.execPath,
    programPath: fileURLToPath(new URL("../bin/tiktok-advisor.js", import.meta.url)),
    get homeFolder() {
      return homeFolder();
    },
    get cores() {
      return availableParallelism();
    },
    get heapBytes() {
      return getHeapStatistics().heap_size_limit;
    },
    get version() {
      const text = readFileSync(new URL("../package.json", import.meta.url), "utf8");
      return (JSON.parse(text) as { version: string }).version;
    },
  };
}

function homeFolder(): string {
  try {
    return homedir();
  } catch {
    return "";
  }
}
