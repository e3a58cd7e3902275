import { writeSync } from "node:fs";
import { Worker } from "node:worker_threads";
import type { Io } from "./io.ts";
import { type Progress, showsProgress, viewOf } from "./terminal.ts";

const FREE = 0;
const WRITING = 1;
const STOPPED = 2;

/** What the thread does: nothing for a second, then a frame every 80 ms, each written while it holds the line. */
const THREAD = `
const { workerData: { fd, text, frames, shared } } = require("node:worker_threads");
const { writeSync } = require("node:fs");
const line = new Int32Array(shared);
let frame = 0;
const draw = () => {
  if (Atomics.compareExchange(line, 0, ${FREE}, ${WRITING}) !== ${FREE}) return;
  try {
    writeSync(fd, "\\r" + frames[frame++ % frames.length] + " " + text);
    Atomics.store(line, 1, 1);
  } catch {}
  Atomics.store(line, 0, ${FREE});
};
setTimeout(() => { draw(); setInterval(draw, 80); }, 1000);
`;

/**
 * A spinner for work that keeps this thread busy, so that no timer of it can fire: another thread draws it on the terminal's
 * stderr once the work takes longer than a second. Does nothing where it would disturb.
 * @param quiet -q
 */
export function startBusyLine(text: string, quiet: boolean, io: Io): Progress {
  const { fd } = io.stderr as { fd?: number };
  if (fd === undefined || !showsProgress(quiet, io)) return { stop() {} };
  const shared = new SharedArrayBuffer(8);
  const line = new Int32Array(shared);
  const frames = viewOf(io.stderr, false, io).unicode ? [..."⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"] : [..."-\\|/"];
  const thread = new Worker(THREAD, { eval: true, workerData: { fd, text, frames, shared } });
  thread.unref();
  thread.on("error", () => {});
  return {
    stop() {
      let held = Atomics.compareExchange(line, 0, FREE, STOPPED);
      while (held === WRITING) held = Atomics.compareExchange(line, 0, FREE, STOPPED);
      if (held === STOPPED) return;
      if (Atomics.load(line, 1) === 1) writeSync(fd, "\r\x1b[K");
      void thread.terminate();
    },
  };
}
