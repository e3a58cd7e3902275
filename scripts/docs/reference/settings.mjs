import { cell, code, table } from "../tables.mjs";

/** Every flag with its value, default, variable, key and commands. */
export function flags({ VERBS, SETTINGS, longName, variableOf, buildProgram }) {
  const own = VERBS.flatMap((verb) => (verb.options ?? []).map((option) => ({ ...option, verb: verb.name })));
  const conditions = SETTINGS.filter(({ choiceMeanings }) => choiceMeanings);
  return [
    "## Flags",
    "",
    "A value follows its flag after a space or `=`. Where a setting is given more than once, the strongest wins: flag, variable, the",
    "[configuration file](#configuration-file) of the folder or of `--config`, that of the user, default.",
    "",
    ...table(
      ["flag", "value", "default", "meaning"],
      SETTINGS.map((setting) => {
        const { about, fallback } = split(setting.about);
        return [code(setting.flags), valueForm(setting), cell(fallback ?? "–"), cell(about)];
      }),
    ),
    "",
    ...conditions.flatMap(({ flags: spelled, choiceMeanings }) => [
      `What ${code(spelled)} takes:`,
      "",
      ...table(
        ["value", "holds when"],
        Object.entries(choiceMeanings).map(([choice, meaning]) => [code(choice), cell(meaning)]),
      ),
      "",
    ]),
    "Flags of one command, or without a variable and a key:",
    "",
    ...table(
      ["flag", "command", "value", "default", "meaning"],
      [
        ...own.map((option) => {
          const { about } = split(option.about);
          const value = option.choices ? option.choices.map(code).join(", ") : "–";
          return [code(option.flags), option.verb, value, option.fallback ?? "–", cell(about)];
        }),
        ...furtherFlags(buildProgram, SETTINGS, own, longName),
      ],
    ),
    "",
    "Where else each can be set, and which commands take it:",
    "",
    ...table(
      ["flag", "variable", "configuration key", "commands"],
      SETTINGS.map((setting) => [
        code(`--${longName(setting.flags)}`),
        code(variableOf(setting)),
        setting.flagOnly ? "–" : code(setting.key),
        setting.commands.length === VERBS.length ? "all" : setting.commands.join(", "),
      ]),
    ),
  ];
}

/** What the command tree has beside the tables, hidden flags too. */
function furtherFlags(buildProgram, SETTINGS, own, longName) {
  const known = new Set([...SETTINGS, ...own].map((option) => `--${longName(option.flags)}`));
  const program = buildProgram(
    async () => {},
    () => {},
  );
  const found = new Map();
  for (const command of program.commands)
    for (const option of command.options)
      if (!known.has(option.long)) {
        const { verbs = [] } = found.get(option.flags) ?? {};
        found.set(option.flags, { option, verbs: [...verbs, command.name()] });
      }
  const rows = [...found.values()].map(({ option, verbs }) => [
    code(option.flags),
    verbs.length === program.commands.length ? "all" : verbs.join(", "),
    "–",
    "–",
    cell(option.description),
  ]);
  return [...rows, [code("-h, --help"), "all", "–", "–", "show the help of the command"]];
}

function valueForm({ flags: spelled, choices, parse }) {
  if (!/[<[]/.test(spelled)) return "–";
  if (choices) return choices.map(code).join(", ");
  return cell(parse.takes ?? /<(.+)>/.exec(spelled)[1]);
}

/** The sentence of a flag and the default that it names. */
function split(about) {
  const found = /^([\s\S]*?) \(default: ([^)]*)\)$/.exec(about);
  return found ? { about: found[1], fallback: found[2] } : { about };
}

/** The variables that are honoured. */
export function environment({ ENVIRONMENT }) {
  return [
    "## Environment",
    "",
    "The variable of a flag (`TIKTOK_ADVISOR_...`, see [Flags](#flags)) holds what the flag would be given. For a flag without a value `0`, `false`,",
    "`no` and `off` leave it off and anything else switches it on; repeatable ones take several values separated by commas. Also honoured:",
    "",
    ...table(
      ["variable", "effect"],
      [...ENVIRONMENT].map(([name, about]) => [code(name), cell(about)]),
    ),
  ];
}

const JSON_OF = {
  text: "text",
  number: "number",
  flag: "true or false",
  list: "list of texts",
  repeat: "list of texts",
  pairs: "object of texts",
};

/** The configuration file: where it is, an example, its keys. */
export function configuration({ SETTINGS, FILE_KEYS, CONFIG_NAME, longName, takesNumber }) {
  return [
    "## Configuration file",
    "",
    `One JSON object in ${code(CONFIG_NAME)} of the current folder, written by ${code("tiktok-advisor init")} or by hand, or in the file that`,
    "`--config` names. Below it stands the user's own: `~/.config/tiktok-advisor/config.json` (Linux; `XDG_CONFIG_HOME` moves it),",
    "`~/Library/Preferences/tiktok-advisor/config.json` (macOS) or `%APPDATA%\\tiktok-advisor\\config.json` (Windows). An unknown key is an",
    "error. `tiktok-advisor config --show` prints what is in force and where it comes from.",
    "",
    "```json",
    JSON.stringify(
      {
        exports: ["exports"],
        goal: "likes",
        tz: "Europe/Paris",
        perWeek: 5,
        labels: ["hook", "mood"],
        map: { views: "Reach" },
        minAge: "72h",
        failOn: ["new-advice"],
        previous: "reports/last.json",
      },
      null,
      2,
    ),
    "```",
    "",
    ...table(
      ["key", "JSON", "meaning"],
      [
        [code("exports"), "list of texts", cell(FILE_KEYS.get("exports"))],
        ...SETTINGS.filter((setting) => !setting.flagOnly).map((setting) => [
          code(setting.key),
          setting.shape === "text" && takesNumber(setting) ? "text or number" : JSON_OF[setting.shape],
          setting.shape === "flag" && longName(setting.flags).startsWith("no-")
            ? `false is ${code(`--${longName(setting.flags)}`)}`
            : `as ${code(`--${longName(setting.flags)}`)}`,
        ]),
        [code("$schema"), "text", cell(FILE_KEYS.get("$schema"))],
      ],
    ),
    "",
    "Paths (`exports`, `trends`, `previous`) are relative to the file.",
  ];
}
