import type { OutStream } from "./io.ts";
import { unwritable } from "./unwritable.ts";

/** Thrown when the reader of stdout has gone away (`| head`): the program ends quietly. */
export class PipeClosed extends Error {}

/**
 * Writes text to a stream and waits until it is handed over.
 * @throws PipeClosed when the other end is closed; AdvisorError OUTPUT_UNWRITABLE for a full disk and the like
 */
export function writeStream(stream: OutStream, text: string): Promise<void> {
  return new Promise((done, fail) => {
    const onError = (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE" || error.code === "ERR_STREAM_DESTROYED") fail(new PipeClosed());
      else fail(unwritable("stdout", error));
    };
    stream.once("error", onError);
    stream.write(text, (error) => {
      if (error) onError(error as NodeJS.ErrnoException);
      else {
        stream.removeListener("error", onError);
        done();
      }
    });
  });
}
