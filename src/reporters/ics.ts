import ical, { ICalAlarmType, ICalCalendarMethod } from "ical-generator";
import type { PlanDocument } from "../types.ts";
import { safeLine, safeTerminal } from "./safe-terminal.ts";

const SLOT_MINUTES = 30;

/**
 * The plan as a calendar (RFC 5545, https://www.rfc-editor.org/rfc/rfc5545): one event per slot in UTC. An event is known by its
 * account and instant, and stamped with as-of, so importing the same plan twice changes nothing and a newer plan updates.
 * Text is freed of controls here and escaped and folded at 75 octets by ical-generator.
 * @param plan what to write
 * @param alarmMinutes minutes before each slot for a reminder; null = none
 * @returns the file, lines end in CRLF
 */
export function ics(plan: PlanDocument, alarmMinutes: number | null): string {
  const calendar = ical({
    // ical-generator does not escape the name: only what handles are made of
    name: `Posting plan ${(plan.account ?? "").replace(/[^\p{L}\p{N}@._-]/gu, "")}`.trim(),
    prodId: { company: plan.tool.name, product: plan.tool.name, language: "EN" },
    method: ICalCalendarMethod.PUBLISH,
  });
  const stamp = new Date(plan.settings.asOf ?? 0);
  for (const slot of plan.slots) {
    const start = Date.parse(slot.startsAt);
    const event = calendar.createEvent({
      id: `${slot.startsAt.replace(/[-:]/g, "")}-${uidPart(plan.account)}@tiktok-advisor`,
      stamp,
      start: new Date(start),
      end: new Date(start + SLOT_MINUTES * 60_000),
      summary: safeLine(slot.arm === null ? "Post on TikTok" : `Post on TikTok (test: ${slot.arm})`),
      description: safeTerminal(description(slot, plan.reminders)),
    });
    if (alarmMinutes !== null) {
      event.createAlarm({
        type: ICalAlarmType.display,
        triggerBefore: Math.round(alarmMinutes * 60),
        description: "Post on TikTok",
      });
    }
  }
  return `${calendar.toString().replace(/(\r\n)*$/, "")}\r\n`;
}

function description(slot: PlanDocument["slots"][number], reminders: PlanDocument["reminders"]): string {
  const lines = [`${slot.local.slice(11, 16)} local time. ${slot.why}`];
  if (reminders.length > 0) lines.push("", "Keep in mind:", ...reminders.map(({ text }) => `- ${text}`));
  return lines.join("\n");
}

/** An account as part of a UID: letters, digits and a few signs stay, others become their code point. */
function uidPart(account: string | null): string {
  if (account === null) return "account";
  return [...account.replace(/^@/, "")]
    .map((sign) => (/[\w.]/.test(sign) ? sign : `_${sign.codePointAt(0)!.toString(16)}`))
    .join("");
}
