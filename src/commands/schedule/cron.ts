import { analyzeWords, inReports, type Job, RUN_AT } from "./job.ts";
import { cronWord } from "./quote.ts";

/** Longest command that the crons in use accept in one line. */
const LONGEST_COMMAND = 998;

/**
 * One crontab line, and as comments what it can be varied to. Runs as printed in a bare environment: every path is absolute.
 */
export function cron(job: Job): string {
  const { weekday, hour, minute } = RUN_AT;
  const when = (minutes: number) => `${minutes} ${hour} * * ${weekday}`;
  const makeFolder = `mkdir -p ${cronWord(job.reports)}`;
  const words = [...analyzeWords(job), ...job.options].map(cronWord).join(" ");
  const dated = (ending: string) => `${cronWord(job.reports)}/$(date +\\%F).${ending}`;
  const analyze = (ending: string) => `${makeFolder} && ${words} -o ${dated(ending)} --quiet`;
  const last = cronWord(inReports(job, "last.json"));
  const next = cronWord(inReports(job, "next.json"));
  const told = [
    `${makeFolder} && { test -f ${last} || ${words} -o ${last} --quiet; }`,
    `{ ${words} -o ${next} --quiet --fail-on new-advice --previous ${last} || { test $? -eq 3 && echo New advice: ${last}; }; }`,
    `mv -f ${next} ${last}`,
  ].join(" && ");
  const lines = [
    "# tiktok-advisor: a report every Monday at 7:00 (minute, hour, day, month, weekday).",
    "# Add the line with: crontab -e",
    `${when(minute)} ${analyze("html")}`,
    "# The same as JSON, for scripts:",
    `# ${when(minute + 5)} ${analyze("json")}`,
    "# Prints, and so mails, something only when the advice changes:",
    `# ${when(minute + 10)} ${told}`,
  ];
  if (Buffer.byteLength(analyze("html")) > LONGEST_COMMAND)
    lines.push(
      `# This line is longer than the ${LONGEST_COMMAND} bytes that some crons take: name the exports in a configuration file.`,
    );
  return `${lines.join("\n")}\n`;
}
