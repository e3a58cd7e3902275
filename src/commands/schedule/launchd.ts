import { analyzeWords, type Job, RUN_AT } from "./job.ts";
import { xmlText } from "./quote.ts";

/** Makes the folder of reports ($0), runs the rest of its arguments with the dated output, and keeps what goes wrong in a log. */
const SCRIPT = 'mkdir -p "$0" && exec "$@" -o "$0/$(date +%F).html" --quiet 2>>"$0/tiktok-advisor.log"';

/** A launch agent as property list. Its comments may hold no two hyphens in a row: XML forbids them. */
export function launchd(job: Job): string {
  const { weekday, hour, minute } = RUN_AT;
  const words = ["/bin/sh", "-c", SCRIPT, job.reports, ...analyzeWords(job), ...job.options];
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<!-- Save as ~/Library/LaunchAgents/local.tiktok-advisor.plist, then:
     launchctl bootstrap gui/$(id -u) ~/Library/LaunchAgents/local.tiktok-advisor.plist
     For JSON write .json instead of .html. What goes wrong is kept in tiktok-advisor.log beside the reports. -->
<plist version="1.0">
<dict>
  <key>Label</key>
  <string>local.tiktok-advisor</string>
  <key>ProgramArguments</key>
  <array>
${words.map((word) => `    <string>${xmlText(word)}</string>`).join("\n")}
  </array>
  <key>StartCalendarInterval</key>
  <dict>
    <key>Weekday</key>
    <integer>${weekday}</integer>
    <key>Hour</key>
    <integer>${hour}</integer>
    <key>Minute</key>
    <integer>${minute}</integer>
  </dict>
</dict>
</plist>
`;
}
