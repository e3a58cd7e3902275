import { oneLine } from "../error-lines.ts";
import type { Io } from "../io.ts";

/** Thrown when the person leaves the questions (Ctrl-C, Ctrl-D) or the terminal goes away. */
export class Left extends Error {}

export interface Choice<Value> {
  name: string;
  value: Value;
}

/** The questions a wizard may ask, on stderr; each resolves to the answer or throws Left. */
export interface Asker {
  select<Value>(message: string, choices: readonly Choice<Value>[]): Promise<Value>;
  checkbox<Value>(message: string, choices: readonly Choice<Value>[]): Promise<Value[]>;
  /** `check` returns a sentence about what is wrong, or null */
  input(message: string, preset: string, check: (text: string) => string | null): Promise<string>;
  confirm(message: string, preset: boolean): Promise<boolean>;
}

/** Questions on the terminal of this world; inquirer is loaded only here. */
export async function openAsker(io: Io): Promise<Asker> {
  const { createPromptModule } = await import("inquirer");
  const prompt = createPromptModule({
    input: io.stdin as NodeJS.ReadStream,
    output: io.stderr as NodeJS.WriteStream,
  });
  const ask = <Value>(question: Readonly<Record<string, unknown>>): Promise<Value> =>
    new Promise((done, fail) => {
      // Ctrl-D and a terminal that goes away only close inquirer's reader: its promise would stay open and the process end with 0.
      const gone = () => setTimeout(() => fail(new Left()), 50);
      io.stdin.once("pause", gone);
      io.stdin.once("end", gone);
      prompt([{ ...question, name: "answer" }] as never)
        .then(
          (answers) => done((answers as { answer: Value }).answer),
          (error: Error) => fail(/^(Exit|Abort|Cancel)PromptError$/.test(error.name) ? new Left() : error),
        )
        .finally(() => {
          io.stdin.removeListener("pause", gone);
          io.stdin.removeListener("end", gone);
        });
    });
  return {
    select: (message, choices) => ask({ type: "select", message, choices: choices.map(onOneLine) }),
    checkbox: (message, choices) => ask({ type: "checkbox", message, choices: choices.map(onOneLine) }),
    input: (message, preset, check) =>
      ask<string>({
        type: "input",
        message,
        default: preset,
        validate: (text: string) => check(text.trim()) ?? true,
      }).then((text) => text.trim()),
    confirm: (message, preset) => ask({ type: "confirm", message, default: preset }),
  };
}

/** A choice whose name, which may come from a file, cannot harm the terminal. */
function onOneLine<Value>({ name, value }: Choice<Value>): Choice<Value> {
  return { name: oneLine(name), value };
}
