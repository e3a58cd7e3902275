import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import type { InStream, Io, OutStream } from "../../src/commands/io.ts";

/** What a test may know of the world it made: the Io, and what was written to its streams. */
export interface FakeWorld {
  io: Io;
  stdout(): string;
  stderr(): string;
}

/** Parts of the world that a test sets itself; the rest is an empty folder, no terminal, no environment. */
export interface FakeWorldOptions extends Partial<Omit<Io, "stdin" | "stdout" | "stderr">> {
  stdin?: string | Buffer;
  /** true = that stream is a terminal */
  stdinIsTTY?: boolean;
  stdoutIsTTY?: boolean;
  stderrIsTTY?: boolean;
  columns?: number;
}

/** A world in memory, but for its files: `cwd` is a fresh temporary folder. */
export function fakeIo(options: FakeWorldOptions = {}): FakeWorld {
  const { stdin, stdinIsTTY, stdoutIsTTY, stderrIsTTY, columns, ...rest } = options;
  const out = memoryStream(stdoutIsTTY, columns);
  const err = memoryStream(stderrIsTTY, columns);
  const input: InStream = Readable.from(stdin === undefined ? [] : [Buffer.from(stdin)]);
  if (stdinIsTTY) input.isTTY = true;
  const cwd = rest.cwd ?? temporaryFolder();
  const io: Io = {
    env: {},
    stdin: input,
    stdout: out.stream,
    stderr: err.stream,
    now: () => Date.UTC(2026, 5, 1, 12),
    hostZone: "Australia/Lord_Howe",
    platform: "linux",
    nodePath: process.execPath,
    programPath: "/opt/tiktok-advisor/bin/tiktok-advisor.js",
    homeFolder: join(cwd, "home"),
    cores: 2,
    heapBytes: 4_294_967_296,
    version: "0.1.0",
    ...rest,
    cwd,
  };
  return { io, stdout: out.text, stderr: err.text };
}

/** A fresh empty folder outside the project. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), "tiktok-advisor-"));
}

function memoryStream(isTTY: boolean | undefined, columns: number | undefined) {
  const chunks: Buffer[] = [];
  const stream: OutStream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(Buffer.from(chunk));
      done();
    },
  });
  if (isTTY) {
    const moves = (text: string) => () => stream.write(text);
    Object.assign(stream, {
      isTTY: true,
      columns: columns ?? 80,
      cursorTo: moves("\x1b[1G"),
      moveCursor: moves("\x1b[1A"),
      clearLine: moves("\x1b[K"),
    });
  }
  return { stream, text: () => Buffer.concat(chunks).toString("utf8") };
}
