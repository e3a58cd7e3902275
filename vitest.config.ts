import { defineConfig } from "vitest/config";

// A zone with half hours in its past, daylight saving and the southern hemisphere: code that leans on the host's zone shows.
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    env: { TZ: "Australia/Lord_Howe" },
    // Limits for what hangs, not for what is slow: a browser's first start on a busy machine takes its time.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    coverage: { provider: "v8", include: ["src/**"], reporter: ["text-summary"] },
  },
});
