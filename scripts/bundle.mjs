/** How sources become one file that runs beside the packages it needs. */
export const BUNDLE = {
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  packages: "external",
  logLevel: "warning",
};
