import { Chalk, type ChalkInstance } from "chalk";
import type { View } from "../../types.ts";

/** How a piece of a line looks. Colour only supports: every meaning is also in the words and signs. */
export type Style =
  | "plain"
  | "strong"
  | "quiet"
  | "title"
  | "accent"
  | "gain"
  | "loss"
  | "heat-up-2"
  | "heat-up-1"
  | "heat-0"
  | "heat-down-1"
  | "heat-down-2"
  | "heat-none";

type Paint = (text: string) => string;

/** The brushes of a colour level. Blue against orange: told apart with every common colour blindness. */
export function paletteOf(colour: View["colour"]): (style: Style, text: string) => string {
  const chalk: ChalkInstance = new Chalk({ level: colour });
  const brushes: Record<Style, Paint> = {
    plain: (text) => text,
    strong: chalk.bold,
    quiet: chalk.dim,
    title: colour > 1 ? chalk.bold.hex("#3a86d4") : chalk.bold.cyan,
    accent: colour > 1 ? chalk.hex("#3a86d4") : chalk.cyan,
    gain: colour > 1 ? chalk.hex("#3a86d4") : chalk.cyan,
    loss: colour > 1 ? chalk.hex("#d9822b") : chalk.yellow,
    "heat-up-2": colour > 1 ? chalk.bgHex("#1f5fa8").hex("#ffffff") : chalk.bgBlue.white,
    "heat-up-1": colour > 1 ? chalk.bgHex("#9cc3ee").hex("#10243a") : chalk.bgCyan.black,
    "heat-0": colour > 1 ? chalk.bgHex("#e4e4e0").hex("#55554f") : chalk.bgWhite.black,
    "heat-down-1": colour > 1 ? chalk.bgHex("#f2c48d").hex("#3b2306") : chalk.bgYellow.black,
    "heat-down-2": colour > 1 ? chalk.bgHex("#b8590b").hex("#ffffff") : chalk.bgRed.white,
    "heat-none": chalk.dim,
  };
  return (style, text) => brushes[style](text);
}
