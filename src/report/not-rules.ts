import { AdvisorError } from "../errors.ts";

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/**
 * Reads the rules of `plan --not`: weekdays ("sun", "sunday", "sat-mon") and local hours ("13", "0-6", "22-5").
 * Both ends of a range belong to it, so "0-6" keeps free everything from 0:00 to 6:59.
 * @param rules one rule each
 * @returns whether a slot on a weekday (0 = Monday) at an hour (0 to 23) is forbidden
 * @throws AdvisorError USAGE for a rule that is neither
 * @example notRules(["sun", "0-6"])(0, 6) // true
 */
export function notRules(rules: readonly string[]): (weekday: number, hour: number) => boolean {
  const days = new Set<number>();
  const hours = new Set<number>();
  for (const rule of rules) {
    const [from, to = from] = rule
      .toLowerCase()
      .trim()
      .split(/\s*-\s*/);
    const day = [dayOf(from!), dayOf(to!)] as const;
    const hour = [hourOf(from!), hourOf(to!)] as const;
    if (rule.split("-").length <= 2 && day[0] !== null && day[1] !== null) addRing(days, day[0], day[1], 7);
    else if (rule.split("-").length <= 2 && hour[0] !== null && hour[1] !== null) {
      addRing(hours, hour[0] % 24, hour[1] === 24 ? 23 : hour[1], 24);
    } else {
      throw new AdvisorError(
        "USAGE",
        "--not",
        `${JSON.stringify(rule)} is neither a weekday nor local hours`,
        "write for example --not sun,mon,0-6",
      );
    }
  }
  return (weekday, hour) => days.has(weekday) || hours.has(hour);
}

function addRing(set: Set<number>, from: number, to: number, size: number): void {
  for (let i = from; ; i = (i + 1) % size) {
    set.add(i);
    if (i === to) return;
  }
}

function dayOf(text: string): number | null {
  if (!/^[a-z]{3,9}$/.test(text)) return null;
  const full = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
  const found = full.findIndex((name) => name.startsWith(text));
  return found >= 0 && text.startsWith(DAYS[found]!) ? found : null;
}

function hourOf(text: string): number | null {
  const match = /^(\d{1,2})(?::00|h)?$/.exec(text);
  return match && Number(match[1]) <= 24 ? Number(match[1]) : null;
}
