import { spawn } from "node:child_process";
import { hasProgram } from "./has-program.ts";

/** A program that runs on a terminal of its own. */
export interface PseudoTerminal {
  /** everything it has written so far, escape sequences included */
  output(): string;
  /** types text; Enter is "\r", Ctrl-C "\x03" */
  type(text: string): void;
  /** resolves when the output after the last `waitFor` matches; fails with that output after the time limit */
  waitFor(pattern: RegExp, limitMs?: number): Promise<string>;
  /** exit code, 128 + n for signal n */
  ended: Promise<number>;
  kill(): void;
}

/** Bridges its own pipes to a pseudo-terminal and ends with the exit code of what ran there. */
const BRIDGE = `
import fcntl, os, pty, select, struct, sys, termios
child, master = pty.fork()
if child == 0:
    os.execvp(sys.argv[1], sys.argv[1:])
fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", 40, int(os.environ.get("BRIDGE_COLUMNS", "100")), 0, 0))
sources = [0, master]
while True:
    ready, _, _ = select.select(sources, [], [])
    if 0 in ready:
        typed = os.read(0, 4096)
        if typed: os.write(master, typed)
        else: sources.remove(0)
    if master in ready:
        try: shown = os.read(master, 65536)
        except OSError: break
        if not shown: break
        os.write(1, shown)
_, status = os.waitpid(child, 0)
sys.exit(os.WEXITSTATUS(status) if os.WIFEXITED(status) else 128 + os.WTERMSIG(status))
`;

/** What opens pseudo-terminals on this machine; null = nothing, and tests that need one skip by name. */
export const TERMINAL_MAKER: "python3" | "script" | null = hasProgram("python3", ["-c", "import pty"])
  ? "python3"
  : hasProgram("script")
    ? "script"
    : null;

/** Starts a program on a pseudo-terminal of its own. */
export function openTerminal(
  command: readonly string[],
  { cwd, env }: { cwd: string; env: Readonly<Record<string, string>> },
): PseudoTerminal {
  const [maker, args] =
    TERMINAL_MAKER === "python3"
      ? ["python3", ["-c", BRIDGE, ...command]]
      : [
          "script",
          ["-qec", command.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(" "), "/dev/null"],
        ];
  const child = spawn(maker, args, { cwd, env: { ...env }, stdio: ["pipe", "pipe", "inherit"] });
  let seen = "";
  let from = 0;
  let wake = () => {};
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    seen += text;
    wake();
  });
  const ended = new Promise<number>((done) => {
    child.on("close", (code) => {
      wake();
      done(code ?? -1);
    });
  });
  child.stdin.on("error", () => {});
  return {
    output: () => seen,
    type: (text) => child.stdin.write(text),
    waitFor: (pattern, limitMs = 120_000) =>
      new Promise((done, fail) => {
        const check = () => {
          const match = pattern.exec(seen.slice(from));
          if (match) {
            from += match.index + match[0].length;
            clearTimeout(timer);
            wake = () => {};
            done(match[0]);
          }
        };
        const timer = setTimeout(
          () =>
            fail(
              new Error(
                `${pattern} did not appear; the terminal showed:\n${JSON.stringify(seen.slice(from))}`,
              ),
            ),
          limitMs,
        );
        wake = check;
        check();
      }),
    ended,
    kill: () => child.kill("SIGKILL"),
  };
}
