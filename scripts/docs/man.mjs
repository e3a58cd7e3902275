/** man/tiktok-advisor.1: the manual page, from the command tree. */
export function man({ buildProgram, manPage, version }) {
  const program = buildProgram(
    async () => {},
    () => {},
  );
  return { path: "man/tiktok-advisor.1", text: manPage(program, version) };
}
