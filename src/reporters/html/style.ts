import { STYLE_CHARTS } from "./style-charts.ts";
import { STYLE_PAGE } from "./style-page.ts";

/** The whole style sheet: constant, so that the page's policy can name it by its hash. */
export const STYLE = STYLE_PAGE + STYLE_CHARTS;

/** sha256 of STYLE in base64: the only style that the page's policy lets in. A test compares it. */
export const STYLE_SHA256 = "zDVUFSDHOxhgCXfXZg4ZgSSaBUw6pRsPiYbBaVVTt7w=";
