import { FILE_WARNINGS } from "./file-warnings.ts";
import { POST_WARNINGS } from "./post-warnings.ts";

/** Every warning of reading, in order of its table. The one place for codes, severities, sentences and hints. */
export const WARNINGS = { ...FILE_WARNINGS, ...POST_WARNINGS };

export type WarningCode = keyof typeof WARNINGS;
