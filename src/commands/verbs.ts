import type { Command } from "./command.ts";
import type { Verb } from "./settings.ts";

/** One verb as --help shows it; `load` brings its code in only when it is called. */
export interface VerbEntry {
  name: Verb;
  /** positional arguments in commander's notation */
  args: string;
  about: string;
  options?: readonly { flags: string; about: string; choices?: readonly string[]; fallback?: string }[];
  example: string;
  load(): Promise<Command>;
}

/** What the positional arguments are, by the name that `args` gives them. */
export const ARGUMENTS: ReadonlyMap<string, string> = new Map([
  [
    "exports",
    "files (CSV, TSV, XLSX, JSON, JSONL, ZIP), folders, or - for stdin (default: those of the configuration file)",
  ],
  ["older", "the side to start from: an export, a folder of exports, or a JSON report"],
  ["newer", "the side to arrive at: an export, a folder of exports, or a JSON report"],
  ["id", "a strategy, a warning or error code, a term, or with --report an id of that report"],
  ["document", "report, inspect, plan or compare (default: report)"],
  ["shell", "bash, zsh, fish or powershell"],
]);

/** Every verb, in the order of --help. */
export const VERBS: readonly VerbEntry[] = [
  {
    name: "analyze",
    args: "[exports...]",
    about: "read one or more exports of one account and print the report",
    example: "tiktok-advisor analyze exports/ -o report.html",
    load: async () => (await import("./analyze.ts")).analyze,
  },
  {
    name: "inspect",
    args: "[exports...]",
    about: "print what was read: files, columns, rows, warnings, and what is missing",
    example: "tiktok-advisor inspect Content.csv --json | jq .data.rows",
    load: async () => (await import("./inspect.ts")).inspect,
  },
  {
    name: "plan",
    args: "[exports...]",
    about: "turn the report into a posting calendar",
    example: "tiktok-advisor plan exports/ --weeks 4 -o posts.ics",
    load: async () => (await import("./plan.ts")).plan,
  },
  {
    name: "compare",
    args: "<older> <newer>",
    about: "what changed between two exports or reports, and whether the advice paid",
    example: "tiktok-advisor compare last.json exports/",
    load: async () => (await import("./compare.ts")).compare,
  },
  {
    name: "explain",
    args: "<id>",
    about: "explain a strategy, a finding of a report, a warning code or a term",
    example: "tiktok-advisor explain hashtags/#booktok --report report.json",
    load: async () => (await import("./explain.ts")).explain,
  },
  {
    name: "strategies",
    args: "",
    about: "list every documented strategy, how it is judged, and its sources",
    example: "tiktok-advisor strategies --format markdown",
    load: async () => (await import("./strategies.ts")).strategies,
  },
  {
    name: "init",
    args: "[exports...]",
    about: "ask a few questions and write tiktok-advisor.config.json",
    example: "tiktok-advisor init",
    load: async () => (await import("./init.ts")).init,
  },
  {
    name: "schedule",
    args: "[exports...]",
    about: "print what a scheduler needs to write reports by itself (installs nothing)",
    options: [
      {
        flags: "--target <scheduler>",
        about: "cron, systemd, launchd, windows or github",
        choices: ["cron", "systemd", "launchd", "windows", "github"],
        fallback: "cron",
      },
    ],
    example: "tiktok-advisor schedule exports/ --target cron",
    load: async () => (await import("./schedule.ts")).schedule,
  },
  {
    name: "demo",
    args: "",
    about: "show a full report on synthetic data",
    options: [{ flags: "--dull", about: "the creator on whose posts nothing makes a difference" }],
    example: "tiktok-advisor demo -o demo.html",
    load: async () => (await import("./demo.ts")).demo,
  },
  {
    name: "config",
    args: "",
    about: "show every setting in force and where it comes from",
    options: [
      { flags: "--show", about: "print the settings in force (the default)" },
      { flags: "--json", about: "as JSON" },
    ],
    example: "tiktok-advisor config --show",
    load: async () => (await import("./config.ts")).config,
  },
  {
    name: "schema",
    args: "[document]",
    about: "print the JSON Schema of report, inspect, plan or compare",
    example: "tiktok-advisor schema plan",
    load: async () => (await import("./schema.ts")).schema,
  },
  {
    name: "complete",
    args: "<shell>",
    about: "print the completion script for bash, zsh, fish or powershell",
    example: 'eval "$(tiktok-advisor complete bash)"',
    load: async () => (await import("./complete.ts")).complete,
  },
];
