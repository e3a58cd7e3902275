/** Variables that the program honours beside its own TIKTOK_ADVISOR_...: name and what it does. */
export const ENVIRONMENT: ReadonlyMap<string, string> = new Map([
  ["NO_COLOR", "any value: no colour"],
  [
    "FORCE_COLOR",
    "1, 2 or 3: colour also where the stream is no terminal, with 16, 256 or all colours; 0: none",
  ],
  [
    "TERM",
    "dumb: no colour, no progress, plain letters; linux: plain letters; with 256 in its name: 256 colours",
  ],
  ["COLORTERM", "truecolor or 24bit: all colours"],
  ["COLUMNS", "width of the text in columns, 20 to 120 (default: that of the terminal, else 80)"],
  ["LC_ALL", "a locale without UTF-8: plain letters; before LC_CTYPE, before LANG"],
  ["LC_CTYPE", "see LC_ALL"],
  ["LANG", "see LC_ALL"],
  ["CI", "any value: no progress line"],
  [
    "SOURCE_DATE_EPOCH",
    "seconds since 1970 that stand for the clock, so that runs can be compared byte by byte",
  ],
  ["XDG_CONFIG_HOME", "folder of the user's configuration (default: ~/.config)"],
  ["APPDATA", "the same on Windows"],
]);
