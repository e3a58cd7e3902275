import { parentPort, workerData } from "node:worker_threads";
import { runJob, type TravellingDataset, type Work } from "./job.ts";

// The entry of a worker thread: analyses one account per message and answers with its outcome.
const work = workerData as Work;
parentPort!.on("message", (dataset: TravellingDataset) => parentPort!.postMessage(runJob(dataset, work)));
