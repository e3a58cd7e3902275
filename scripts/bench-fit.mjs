// Runs bench/fit.ts: the model by phase (posts as arguments).
import { runBundled } from "./run-bundled.mjs";

process.exitCode = await runBundled("bench/fit.ts");
