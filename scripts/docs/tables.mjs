/** A table of Markdown; the cells are Markdown already. */
export function table(header, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(header), `|${header.map(() => "---").join("|")}|`, ...rows.map(line)];
}

/** Plain text as a cell: paragraphs on one line, nothing but `code` taken for syntax. */
export function cell(text) {
  const parts = text.replace(/\s*\n\s*/g, " ").split(/`([^`]*)`/);
  return parts
    .map((part, index) => (index % 2 === 1 ? code(part) : part.replace(/[\\|<*`[\]]/g, "\\$&")))
    .join("");
}

/** Text as code within a cell. */
export function code(text) {
  return `\`${text.replaceAll("|", "\\|")}\``;
}

/** What a source file exports with a docstring: its name and the first sentence, else what it returns. */
export function documented(source) {
  const found = source.matchAll(
    /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\nexport (?:async )?(?:function|const) (\w+)/g,
  );
  return [...found].map(([, comment, name]) => {
    const [text, ...tags] = comment.replace(/^\s*\*? ?/gm, "").split(/^@/m);
    const told = text.trim() === "" ? (tags.find((tag) => tag.startsWith("returns ")) ?? "") : text;
    const line = told.replace(/\s+/g, " ").trim();
    const about = /^.*?[.;](?= [A-Z]|$)/.exec(line)?.[0] ?? line;
    return { name, about: about.replace(/;$/, ".") };
  });
}
