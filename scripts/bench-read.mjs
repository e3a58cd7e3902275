// Runs bench/read-memory.ts: reading 1e5 and 1e6 rows, time and memory.
import { runBundled } from "./run-bundled.mjs";

process.exitCode = await runBundled("bench/read-memory.ts");
