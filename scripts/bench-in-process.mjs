// Runs bench/in-process.ts: the fit, a Cholesky factor and local hours, as JSON.
import { runBundled } from "./run-bundled.mjs";

process.exitCode = await runBundled("bench/in-process.ts");
