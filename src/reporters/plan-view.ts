import type { PlanDocument } from "../types.ts";
import { plural } from "../wording.ts";
import { type Block, bulletBlocks, headingBlock, paragraphBlock, tableBlocks } from "./blocks.ts";
import { dayWords, weekdayWords } from "./calendar-words.ts";
import { documentView } from "./document-view.ts";

/** What `plan` prints: the slots in order of time, and what to keep in mind. */
export const planView = documentView((plan: PlanDocument) => [
  headingBlock(1, plan.account === null ? "Posting plan" : `Posting plan of ${plan.account}`),
  paragraphBlock(
    `${plural(plan.slots.length, "slot")}${perWeekWords(plan)}, local time in ${plan.settings.timeZone.name}. A new import of the calendar updates it.`,
  ),
  ...slotBlocks(plan),
  ...reminderBlocks(plan),
]);

function perWeekWords({ settings }: PlanDocument): string {
  return settings.perWeek === null ? "" : `, ${settings.perWeek} a week`;
}

function slotBlocks({ slots }: PlanDocument): Block[] {
  if (slots.length === 0) return [paragraphBlock("There is no slot to plan: no post has a date.")];
  return [
    headingBlock(2, "When to post"),
    ...tableBlocks(
      [{ name: "day" }, { name: "time" }, { name: "what" }, { name: "why" }],
      slots.map((slot) => [
        `${weekdayWords(slot.weekday)} ${dayWords(slot.local.slice(0, 10), false)}`,
        slot.local.slice(11, 16),
        slot.kind === "test" ? `test: ${slot.arm ?? ""}` : "use",
        slot.why,
      ]),
    ),
  ];
}

function reminderBlocks({ reminders }: PlanDocument): Block[] {
  if (reminders.length === 0) return [];
  return [headingBlock(2, "Keep in mind"), ...bulletBlocks(reminders.map(({ text }) => [text]))];
}
