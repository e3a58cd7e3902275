import { analyzeWords, type Job, RUN_AT } from "./job.ts";
import { powershellWord } from "./quote.ts";

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

/**
 * PowerShell that registers a scheduled task. The task's own command stands in a literal here-string and travels in base64, so
 * that no second layer of quotes is needed.
 */
export function windows(job: Job): string {
  const { weekday, hour, minute } = RUN_AT;
  const words = [...analyzeWords(job), ...job.options].map(nativeWord).join(" ");
  const at = `${hour}:${String(minute).padStart(2, "0")}`;
  return `# Paste this into a PowerShell window: it registers a task that runs every Monday at ${at}.
# For JSON write .json instead of .html. What goes wrong is kept in tiktok-advisor.log beside the reports.
# To remove it: Unregister-ScheduledTask -TaskName 'tiktok-advisor'
$command = @'
$reports = ${powershellWord(job.reports)}
[void][IO.Directory]::CreateDirectory($reports)
$day = [DateTime]::Now.ToString('yyyy-MM-dd', [Globalization.CultureInfo]::InvariantCulture)
$report = [IO.Path]::Combine($reports, $day + '.html')
$log = [IO.Path]::Combine($reports, 'tiktok-advisor.log')
& ${words} -o $report --quiet 2>&1 | ForEach-Object { "$_" } | Out-File -Append -Encoding utf8 -LiteralPath $log
exit $LASTEXITCODE
'@
$encoded = [Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes($command))
$action = New-ScheduledTaskAction -Execute 'powershell.exe' -Argument "-NoProfile -NonInteractive -WindowStyle Hidden -EncodedCommand $encoded"
$trigger = New-ScheduledTaskTrigger -Weekly -DaysOfWeek ${WEEKDAYS[weekday - 1]} -At '${at}'
$settings = New-ScheduledTaskSettingsSet -StartWhenAvailable -MultipleInstances IgnoreNew
Register-ScheduledTask -TaskName 'tiktok-advisor' -Action $action -Trigger $trigger -Settings $settings -Force
`;
}

/** A literal that Windows PowerShell 5.1, which adds quotes but escapes none, hands to a program unchanged. */
function nativeWord(text: string): string {
  const quoted = text.replace(/(\\*)"/g, '$1$1\\"');
  return powershellWord(/\s/.test(text) ? quoted.replace(/\\+$/, "$&$&") : quoted);
}
