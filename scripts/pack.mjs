// `npm run check`, last step: packs the project, installs the tarball in an empty folder, and uses program and library from
// there on every Node that is promised; all of them must say the same, byte by byte.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { install, installed } from "./pack/install.mjs";
import { compileUser } from "./pack/library.mjs";
import { nodes } from "./pack/nodes.mjs";
import { run, runAlone } from "./pack/run.mjs";
import { sayings } from "./pack/sayings.mjs";
import { tarball } from "./pack/tarball.mjs";

const MOST_PACKAGES = 70;

const folder = mkdtempSync(join(tmpdir(), "tiktok-advisor-pack-"));
try {
  const packed = tarball(folder);
  run("npm", ["run", "--silent", "attw", "--", packed]);
  console.log("types resolve from Node and from bundlers");

  const home = join(folder, "user");
  install(home, packed);
  console.log(`${packagesOf(home)} packages installed, none with an install script`);
  compileUser(home);
  console.log("a strict user of the library compiles");

  const first = sayings(process.execPath, home);
  const command = runAlone(join(home, "node_modules/.bin/tiktok-advisor"), ["--version"], home);
  if (command !== first["--version"]) throw new Error(`the installed command printed ${command}`);
  const versions = [process.versions.node];
  for (const node of nodes(folder)) {
    const version = runAlone(node, ["-p", "process.versions.node"], folder).trim();
    for (const [what, text] of Object.entries(sayings(node, home)))
      if (text !== first[what]) throw new Error(`${what}: Node ${version} and ${versions[0]} differ`);
    versions.push(version);
  }
  console.log(
    `tarball ${command.trim()}: program and library give the same bytes on Node ${versions.join(", ")}`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** How many packages a user gets. Throws when they are too many or one of them runs a script. */
function packagesOf(home) {
  const packages = Object.entries(installed(home));
  if (packages.length > MOST_PACKAGES) throw new Error(`${packages.length} packages are installed`);
  const scripted = packages.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path);
  if (scripted.length > 0) throw new Error(`install scripts: ${scripted.join(", ")}`);
  return packages.length;
}
