#!/usr/bin/env node
// Old syntax on purpose: an old Node must get as far as the sentence that tells what to do.
var version = process.versions.node.split(".").map(Number);
if (version[0] < 20 || (version[0] === 20 && version[1] < 19)) {
  console.error("error[USAGE]: Node " + process.versions.node + ": tiktok-advisor needs Node 20.19 or newer");
  console.error("  hint: install a current Node from https://nodejs.org");
  process.exit(2);
}

function leave(code) {
  return () => {
    process.exit(code);
  };
}
process.once("SIGINT", leave(130));
process.once("SIGTERM", leave(143));
process.once("unhandledRejection", (reason) => {
  console.error("error[INTERNAL]: " + String((reason && reason.message) || reason).split("\n")[0]);
  console.error("  hint: this is a bug: please report it with the output of --debug");
  process.exit(1);
});
// A reader that has gone away (| head) is no error; everything else about the stream is told by whoever writes.
process.stdout.on("error", (error) => {
  if (error.code === "EPIPE") process.exit(0);
});

import("../dist/cli.js").then((cli) =>
  cli.run(process.argv.slice(2), cli.processIo()).then((code) => {
    process.exitCode = code;
  }),
);
