import { cell, code, table } from "../tables.mjs";

/** Every exit code. */
export function exitCodes({ EXIT_STATUS }) {
  return [
    "## Exit codes",
    "",
    ...table(
      ["code", "means"],
      EXIT_STATUS.map(([status, meaning]) => [status, cell(meaning)]),
    ),
  ];
}

/** Every warning of reading. */
export function warnings({ WARNINGS, FILE_WARNINGS }) {
  const rows = (chosen) =>
    Object.entries(WARNINGS)
      .filter(([name]) => chosen(name))
      .map(([name, { severity, about, hint }]) => [code(name), severity, cell(about), cell(hint)]);
  const header = ["code", "severity", "means", "what to do"];
  return [
    "## Warnings",
    "",
    "Reading goes on. Each is one line on stderr and one entry of `data.warnings` with a count and places; those of severity `info` are printed only",
    "with `-v`, none with `-q`.",
    "",
    "About files, lines and columns:",
    "",
    ...table(
      header,
      rows((name) => name in FILE_WARNINGS),
    ),
    "",
    "About numbers, dates, ids and posts:",
    "",
    ...table(
      header,
      rows((name) => !(name in FILE_WARNINGS)),
    ),
  ];
}

/** Every error that a user can act on. */
export function errors({ ERRORS }) {
  return [
    "## Errors",
    "",
    "Printed on stderr as `error[CODE]: place: sentence`, with a hint in the next line. `--debug` adds the stack.",
    "",
    ...table(
      ["code", "exit", "means", "what to do"],
      Object.entries(ERRORS).map(([name, { exit, about, hint }]) => [
        code(name),
        String(exit),
        cell(about),
        cell(hint),
      ]),
    ),
  ];
}
