import { safeHtml } from "../safe-html.ts";

declare const markupBrand: unique symbol;

/** HTML that was made by `element`: everything in it is escaped. */
export interface Markup {
  readonly html: string;
  readonly [markupBrand]: true;
}

export type Child = Markup | string | number | null | readonly Child[];
export type Attributes = Readonly<Record<string, string | number | true | null>>;

const VOID = new Set(["meta", "br", "hr"]);
const TIKTOK = /^https:\/\/(?:www\.)?tiktok\.com\//;

function mark(html: string): Markup {
  return { html } as Markup;
}

/** Children as HTML: text is escaped, null is nothing. */
function childrenHtml(children: readonly Child[]): string {
  return children
    .map((child): string => {
      if (child === null) return "";
      if (typeof child === "string" || typeof child === "number") {
        // a number stays on one line with its unit
        return safeHtml(String(child)).replace(/(\d) (?=%|(?:h|s|min)\b)/g, "$1\u00a0");
      }
      return Array.isArray(child) ? childrenHtml(child) : (child as Markup).html;
    })
    .join("");
}

/**
 * An HTML or SVG element. Text and attribute values are escaped; null attributes are left out, `true` stands alone.
 * @throws RangeError for what must never come near data: event handlers, inline styles, addresses but tiktok.com
 */
export function element(name: string, attributes: Attributes, ...children: readonly Child[]): Markup {
  const written = Object.entries(attributes).map(([key, value]) => {
    if (/^(?:on|style$|src$|action$|xlink)/i.test(key))
      throw new RangeError(`attribute ${key} is not allowed`);
    if (key === "href" && !TIKTOK.test(String(value))) throw new RangeError("links go to tiktok.com only");
    if (value === null) return "";
    return value === true ? ` ${key}` : ` ${key}="${safeHtml(String(value))}"`;
  });
  const open = `<${name}${written.join("")}>`;
  return mark(VOID.has(name) ? open : `${open}${childrenHtml(children)}</${name}>`);
}

/** The page's own style sheet; the one text that is not escaped, and no data is in it. */
export function styleElement(css: string): Markup {
  if (/<\//.test(css)) throw new RangeError("a style sheet may not close its element");
  return mark(`<style>${css}</style>`);
}

/** Several children as one. */
export function fragment(...children: readonly Child[]): Markup {
  return mark(childrenHtml(children));
}
