import { Worker } from "node:worker_threads";
import { type Outcome, packError, type TravellingDataset, type Work } from "./job.ts";

/** Threads that analyse accounts side by side. */
export interface Pool {
  /** resolves when a thread has done it; never rejects */
  run(dataset: TravellingDataset): Promise<Outcome>;
  close(): Promise<void>;
}

interface Waiting {
  dataset: TravellingDataset;
  done(outcome: Outcome): void;
}

/**
 * Starts threads as they are needed, `size` at most.
 * @param file the bundled `worker.ts`
 */
export function openPool(file: string, size: number, work: Work): Pool {
  const waiting: Waiting[] = [];
  const idle: Worker[] = [];
  const busy = new Map<Worker, Waiting>();

  const settle = (worker: Worker, outcome: Outcome) => {
    const job = busy.get(worker);
    busy.delete(worker);
    job?.done(outcome);
  };
  const next = () => {
    while (waiting.length > 0) {
      const worker = idle.pop() ?? (busy.size < size ? start() : null);
      if (worker === null) return;
      const job = waiting.shift()!;
      busy.set(worker, job);
      worker.ref();
      worker.postMessage(job.dataset);
    }
  };
  const start = (): Worker => {
    const worker = new Worker(file, { workerData: work });
    worker.on("message", (outcome: Outcome) => {
      idle.push(worker);
      worker.unref();
      settle(worker, outcome);
      next();
    });
    // a thread that dies, for want of memory say, costs its account only
    const bury = (error: unknown) => {
      const at = idle.indexOf(worker);
      if (at >= 0) idle.splice(at, 1);
      settle(worker, { error: packError(error) });
      next();
    };
    worker.on("error", bury);
    worker.on("exit", (code) => bury(new Error(`a thread ended by itself (${code})`)));
    return worker;
  };
  return {
    run: (dataset) =>
      new Promise((done) => {
        waiting.push({ dataset, done });
        next();
      }),
    close: async () => {
      await Promise.all([...idle, ...busy.keys()].map((worker) => worker.terminate()));
    },
  };
}
