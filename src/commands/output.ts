import { openAtomicFile } from "./atomic-file.ts";
import type { Io } from "./io.ts";
import { writeStream } from "./write-stream.ts";

/**
 * Writes a result where it is asked for: stdout (null or "-"), or a file, whole or not at all, through symlinks and keeping the
 * mode of an old file. Devices and pipes are written to as they are. Creates no folder.
 * @returns the path written, null for stdout
 */
export async function writeOutput(
  output: string | null,
  text: string | Buffer,
  io: Io,
): Promise<string | null> {
  if (output === null || output === "-") {
    await writeStream(io.stdout, String(text));
    return null;
  }
  const file = await openAtomicFile(output, io);
  await file.write(text);
  await file.commit();
  return output;
}
