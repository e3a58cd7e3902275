// Runs bench/calibrate.ts: simulated accounts with planted truth: npm run calibrate -- --help.
import { runBundled } from "./run-bundled.mjs";

process.exitCode = await runBundled("bench/calibrate.ts");
