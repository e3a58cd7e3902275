import { analyzeWords, type Job, RUN_AT } from "./job.ts";
import { systemdWord } from "./quote.ts";

/** Makes the folder of reports ($0) and runs the rest of its arguments, adding the dated output. */
const SCRIPT = 'mkdir -p "$0" && exec "$@" -o "$0/$(date +%F).html" --quiet';

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;

/** A service and a timer for the user's own systemd, one after the other, each under a comment with its file name. */
export function systemd(job: Job): string {
  const two = (n: number) => String(n).padStart(2, "0");
  const { weekday, hour, minute } = RUN_AT;
  const words = [SCRIPT, job.reports, ...analyzeWords(job), ...job.options].map(systemdWord).join(" ");
  return `# ~/.config/systemd/user/tiktok-advisor.service
# For JSON write .json instead of .html; add "--fail-on" "new-advice" "--previous" and the last JSON report after the
# exports to see the service fail (exit 3) when the advice changes.
[Unit]
Description=TikTok report by tiktok-advisor

[Service]
Type=oneshot
ExecStart=/bin/sh -c ${words}

# ~/.config/systemd/user/tiktok-advisor.timer
# Then: systemctl --user daemon-reload && systemctl --user enable --now tiktok-advisor.timer
# To run while logged out: loginctl enable-linger
[Unit]
Description=TikTok report by tiktok-advisor, weekly

[Timer]
OnCalendar=${WEEKDAYS[weekday - 1]} *-*-* ${two(hour)}:${two(minute)}:00
Persistent=true
Unit=tiktok-advisor.service

[Install]
WantedBy=timers.target
`;
}
