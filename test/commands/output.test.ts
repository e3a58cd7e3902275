import { pbkdf2 } from "node:crypto";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { Writable } from "node:stream";
import { setTimeout as wait, setImmediate as whatIsWaiting } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { writeOutput } from "../../src/commands/output.ts";
import { PipeClosed, writeStream } from "../../src/commands/write-stream.ts";
import { fakeIo } from "../support/fake-io.ts";

describe("writeOutput", () => {
  it("writes to stdout for no name and for -", async () => {
    const { io, stdout } = fakeIo();
    expect(await writeOutput(null, "a", io)).toBeNull();
    expect(await writeOutput("-", "b", io)).toBeNull();
    expect(stdout()).toBe("ab");
    expect(readdirSync(io.cwd)).toEqual([]);
  });

  it("writes a file whole and leaves nothing else behind", async () => {
    const { io, stdout } = fakeIo();
    expect(await writeOutput("r.html", "new é", io)).toBe("r.html");
    expect(readFileSync(join(io.cwd, "r.html"), "utf8")).toBe("new é");
    expect(readdirSync(io.cwd)).toEqual(["r.html"]);
    expect(stdout()).toBe("");
  });

  it("makes no file from another thread: it might come after a signal's handler has tidied up", async () => {
    const { io } = fakeIo();
    const busy = Array.from(
      { length: 8 },
      () => new Promise((done) => pbkdf2("a", "b", 100_000, 32, "sha512", done)),
    );
    const writing = writeOutput("r.json", "new", io);
    await whatIsWaiting();
    expect(readdirSync(io.cwd)).toEqual([`r.json.${process.pid}`]);
    await Promise.all([...busy, writing]);
    expect(readdirSync(io.cwd)).toEqual(["r.json"]);
  });

  it("keeps the mode of the old file", async () => {
    const { io } = fakeIo();
    const path = join(io.cwd, "r.json");
    writeFileSync(path, "old");
    chmodSync(path, 0o640);
    await writeOutput("r.json", "new", io);
    expect(statSync(path).mode & 0o777).toBe(0o640);
    expect(readFileSync(path, "utf8")).toBe("new");
  });

  it("writes under a umask that leaves its owner no rights", async () => {
    const { io } = fakeIo();
    const umask = process.umask(0o777);
    try {
      await writeOutput("r.json", "new", io);
    } finally {
      process.umask(umask);
    }
    expect(statSync(join(io.cwd, "r.json")).mode & 0o777).toBe(0);
    expect(statSync(join(io.cwd, "r.json")).size).toBe(3);
  });

  it("gives a new file the mode that any program's file has", async () => {
    const { io } = fakeIo();
    await writeOutput("r.json", "new", io);
    writeFileSync(join(io.cwd, "other"), "");
    expect(statSync(join(io.cwd, "r.json")).mode).toBe(statSync(join(io.cwd, "other")).mode);
  });

  it("writes through symbolic links, which stay links", async () => {
    const { io } = fakeIo();
    mkdirSync(join(io.cwd, "real"));
    writeFileSync(join(io.cwd, "real", "r.html"), "old");
    symlinkSync("real/r.html", join(io.cwd, "one"));
    symlinkSync("one", join(io.cwd, "two"));
    await writeOutput("two", "new", io);
    expect(lstatSync(join(io.cwd, "two")).isSymbolicLink()).toBe(true);
    expect(lstatSync(join(io.cwd, "one")).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(io.cwd, "real", "r.html"), "utf8")).toBe("new");
    expect(readdirSync(join(io.cwd, "real"))).toEqual(["r.html"]);
  });

  it("writes through a link to a file that does not exist yet", async () => {
    const { io } = fakeIo();
    mkdirSync(join(io.cwd, "real"));
    symlinkSync("real/r.html", join(io.cwd, "link"));
    await writeOutput("link", "new", io);
    expect(lstatSync(join(io.cwd, "link")).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(io.cwd, "real", "r.html"), "utf8")).toBe("new");
  });

  it.each([
    ["a folder that does not exist", "none/r.html", "the folder does not exist"],
    ["a folder", "folder", "this is a folder"],
    ["a file used as folder", "file/r.html", "a part of the path is not a folder"],
    ["a name too long", "x".repeat(300), "the name is too long"],
    ["links in a circle", "circle", "the links lead in a circle"],
  ])("refuses %s", async (_what, output, sentence) => {
    const { io } = fakeIo();
    mkdirSync(join(io.cwd, "folder"));
    writeFileSync(join(io.cwd, "file"), "");
    symlinkSync("circle", join(io.cwd, "circle"));
    await expect(writeOutput(output, "x", io)).rejects.toMatchObject({
      ...{ code: "OUTPUT_UNWRITABLE", exitCode: 1, place: output, message: sentence },
    });
    expect(readdirSync(io.cwd).sort()).toEqual(["circle", "file", "folder"]);
  });

  it.skipIf(process.getuid?.() === 0)("refuses a folder without permission", async () => {
    const { io } = fakeIo();
    mkdirSync(join(io.cwd, "closed"), { mode: 0o500 });
    await expect(writeOutput("closed/r.html", "x", io)).rejects.toMatchObject({
      message: "permission denied",
    });
  });

  it.skipIf(!existsSync("/dev/full"))("says that /dev/full is full", async () => {
    const { io } = fakeIo();
    await expect(writeOutput("/dev/full", "x", io)).rejects.toMatchObject({
      ...{ code: "OUTPUT_UNWRITABLE", message: "no space is left" },
    });
  });

  it.skipIf(!existsSync("/dev/null"))("writes to a device as it is", async () => {
    const { io } = fakeIo();
    await writeOutput("/dev/null", "x", io);
    expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
  });
});

describe("writeStream", () => {
  const failing = (code: string) =>
    new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })),
    });

  it("waits for a slow reader", async () => {
    let taken = 0;
    const slow = new Writable({
      highWaterMark: 16,
      write(chunk: Buffer, _encoding, done) {
        setTimeout(() => {
          taken += chunk.length;
          done();
        }, 20);
      },
    });
    await writeStream(slow, "x".repeat(100_000));
    expect(taken).toBe(100_000);
  });

  it("says that the reader has gone away", async () => {
    await expect(writeStream(failing("EPIPE"), "x")).rejects.toBeInstanceOf(PipeClosed);
    const closed = failing("EPIPE");
    closed.destroy();
    await wait(1);
    await expect(writeStream(closed, "x")).rejects.toBeInstanceOf(PipeClosed);
  });

  it("names what else went wrong", async () => {
    await expect(writeStream(failing("ENOSPC"), "x")).rejects.toMatchObject({
      ...{ code: "OUTPUT_UNWRITABLE", place: "stdout", message: "no space is left" },
    });
  });

  it("leaves no listener behind", async () => {
    const { io } = fakeIo();
    for (let i = 0; i < 20; i++) await writeStream(io.stdout, "x");
    expect(io.stdout.listenerCount("error")).toBe(0);
  });
});
