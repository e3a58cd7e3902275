import { AdvisorError } from "../errors.ts";

/** Why a place cannot be written, as an error for people. */
export function unwritable(place: string, error: NodeJS.ErrnoException): AdvisorError {
  const sentences: Record<string, string> = {
    ENOENT: "the folder does not exist",
    EACCES: "permission denied",
    EPERM: "permission denied",
    EROFS: "the file system is read-only",
    EISDIR: "this is a folder",
    ENOTDIR: "a part of the path is not a folder",
    ENOSPC: "no space is left",
    EDQUOT: "the quota is used up",
    ELOOP: "the links lead in a circle",
    ENAMETOOLONG: "the name is too long",
  };
  return new AdvisorError(
    "OUTPUT_UNWRITABLE",
    place,
    sentences[error.code ?? ""] ?? `cannot be written (${error.code})`,
  );
}
