// `npm run fuzz`: reads thousands of mutated exports (--cases 10000 --seed 1) and kills 50 runs while they write (--kills 50).
import { runBundled } from "./run-bundled.mjs";

process.exitCode = await runBundled("bench/fuzz.ts");
