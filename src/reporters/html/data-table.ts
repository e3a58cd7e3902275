import { type Child, element, type Markup } from "./markup.ts";

/** A column of a table: its name and whether it holds numbers. */
export interface TableColumn {
  name: string;
  numeric?: true;
}

/**
 * A table whose first column names its rows, in a frame that scrolls where the screen is too narrow.
 * @param stacks true = on a narrow screen every row becomes a small block instead
 */
export function dataTable(
  label: string,
  columns: readonly TableColumn[],
  rows: readonly (readonly Child[])[],
  stacks = false,
): Markup {
  return element(
    "div",
    {
      class: stacks ? "table-frame stacks" : "table-frame",
      role: "region",
      tabindex: 0,
      "aria-label": `Table: ${label}`,
    },
    element(
      "table",
      {},
      element(
        "thead",
        {},
        element(
          "tr",
          {},
          columns.map((column) =>
            element("th", { scope: "col", class: column.numeric ? "number" : null }, column.name),
          ),
        ),
      ),
      element(
        "tbody",
        {},
        rows.map((cells) =>
          element(
            "tr",
            {},
            cells.map((cell, index) =>
              index === 0
                ? element("th", { scope: "row" }, cell)
                : element(
                    "td",
                    {
                      class: columns[index]?.numeric ? "number" : null,
                      "data-name": stacks ? (columns[index]?.name ?? null) : null,
                    },
                    cell,
                  ),
            ),
          ),
        ),
      ),
    ),
  );
}

/** The text table of a chart, folded away. */
export function chartTable(
  label: string,
  columns: readonly TableColumn[],
  rows: readonly (readonly Child[])[],
): Markup {
  return element(
    "details",
    { class: "chart-table" },
    element("summary", {}, label),
    dataTable(label, columns, rows),
  );
}

/** A section of the page with its heading. */
export function section(id: string, title: string, ...children: readonly Child[]): Markup {
  return element(
    "section",
    { id, "aria-labelledby": `${id}-title` },
    element("h2", { id: `${id}-title` }, title),
    children,
  );
}
