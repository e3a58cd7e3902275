import { AdvisorError, EXIT } from "../errors.ts";
import { nearest } from "../nearest.ts";
import type { Command } from "./command.ts";
import { bash } from "./complete/bash.ts";
import { fish } from "./complete/fish.ts";
import { powershell } from "./complete/powershell.ts";
import { commandTree, type TreeVerb } from "./complete/tree.ts";
import { zsh } from "./complete/zsh.ts";
import { oneLine } from "./error-lines.ts";
import { writeOutput } from "./output.ts";
import { writeStream } from "./write-stream.ts";

/** Every shell that `complete` knows. */
export const SHELLS: ReadonlyMap<string, (tree: readonly TreeVerb[]) => string> = new Map([
  ["bash", bash],
  ["zsh", zsh],
  ["fish", fish],
  ["powershell", powershell],
]);

/** Prints the completion script for a shell, made from the command tree. */
export const complete: Command = async ({ args, settings, io, program }) => {
  const shell = args[0] ?? "";
  const render = SHELLS.get(shell);
  if (!render) throw unknownShell(shell);
  const { strategies } = await import("../index.ts");
  const words = new Map([
    ["shell", [...SHELLS.keys()]],
    ["document", ["report", "inspect", "plan", "compare"]],
    ["id", strategies.map((strategy) => strategy.meta.id)],
    ["command", program.commands.map((command) => command.name())],
  ]);
  const written = await writeOutput(
    settings.get<string>("output") ?? null,
    render(commandTree(program, words)),
    io,
  );
  if (written !== null && !settings.get<boolean>("quiet"))
    await writeStream(io.stderr, `wrote ${oneLine(written)}\n`);
  return EXIT.done;
};

function unknownShell(shell: string): AdvisorError {
  const known = [...SHELLS.keys()];
  const close = nearest(shell, known);
  const hint = close ? `did you mean ${close}?` : `choose one of ${known.join(", ")}`;
  return new AdvisorError(
    "USAGE",
    "complete",
    `${JSON.stringify(shell)} is not one of ${known.join(", ")}`,
    hint,
  );
}
