import { join } from "node:path";
import { install } from "./install.mjs";

/** The oldest Node that package.json promises, and the newest of the lines after it. */
const WANTED = ["20.19.0", "22", "24"];
/** What npm says where there is no such package, or no registry. */
const ABSENT = /\b(E404|ETARGET|E403|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT)\b/;

/**
 * Programs of the Nodes of `WANTED` that this one is not, each installed into a folder of its own. One that the registry does
 * not have is named on stdout and left out.
 */
export function nodes(folder) {
  const others = WANTED.filter((wanted) => !`${process.versions.node}.`.startsWith(`${wanted}.`));
  return others.flatMap((wanted) => nodeOf(wanted, folder));
}

/** The package `node` only fetches one of these in its install script; taken directly, no script has to run. */
function nodeOf(version, folder) {
  const { platform, arch } = process;
  const prefix = platform === "darwin" && arch === "arm64" ? "node-bin" : "node";
  const name = `${prefix}-${platform === "win32" ? "win" : platform}-${arch}`;
  const home = join(folder, `node-${version}`);
  try {
    install(home, `${name}@${version}`);
  } catch (error) {
    const [code] = ABSENT.exec(error.message) ?? [];
    if (code === undefined) throw error;
    console.log(`skipped: Node ${version}: the registry gives no ${name}@${version} (${code})`);
    return [];
  }
  return [join(home, "node_modules", name, "bin", platform === "win32" ? "node.exe" : "node")];
}
