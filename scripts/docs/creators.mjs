/** fixtures/creators/home-baker.csv: the export behind the demo, as a file to try the program on. */
export function creators({ demoExport }) {
  return { path: "fixtures/creators/home-baker.csv", text: demoExport(false).text };
}
