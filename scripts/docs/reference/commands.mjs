import { cell, code, table } from "../tables.mjs";

/** Every command with its arguments, flags, formats and example. */
export function commands({ VERBS, ARGUMENTS, SETTINGS, longName, formatsOf }) {
  const everywhere = SETTINGS.filter((setting) => setting.commands.length === VERBS.length);
  const name = ({ flags }) => code(`--${longName(flags)}`);
  const sections = VERBS.flatMap((verb) => {
    const own = SETTINGS.filter(
      (setting) => setting.commands.includes(verb.name) && !everywhere.includes(setting),
    );
    const taken = [...(verb.options ?? []), ...own].map(name);
    const formats = formatsOf(verb.name);
    return [
      `### ${verb.name}`,
      "",
      `${sentence(verb.about)}`,
      "",
      "```sh",
      ["tiktok-advisor", verb.name, verb.args, "[options]"].filter((word) => word !== "").join(" "),
      verb.example,
      "```",
      "",
      ...(taken.length > 0 ? [`Flags: ${[...new Set(taken)].join(", ")}.`, ""] : []),
      ...(formats.length > 0 ? [`Formats: ${formats.join(", ")}.`, ""] : []),
    ];
  });
  return [
    "## Commands",
    "",
    ...table(
      ["command", "does"],
      [
        ...VERBS.map((verb) => [
          `[${code([verb.name, verb.args].join(" ").trim())}](#${verb.name})`,
          cell(verb.about),
        ]),
        [code("help [command]"), "show the help of a command"],
      ],
    ),
    "",
    ...table(
      ["argument", "is"],
      [...ARGUMENTS].map(([argument, about]) => [code(argument), cell(about)]),
    ),
    "",
    `Every command also takes ${everywhere.map(name).join(", ")}, ${code("--help")} and ${code("--version")}.`,
    "",
    ...sections,
  ].slice(0, -1);
}

function sentence(about) {
  return cell(`${about[0].toUpperCase()}${about.slice(1)}.`);
}
