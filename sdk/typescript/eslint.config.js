// The strictest sets of typescript-eslint, with types; what they say holds for the harness too.
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

export default defineConfig(
  { ignores: ["build/", "dist/", "docs/", "gen/", "src/gen/", "node_modules/"] },
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { project: ["tsconfig.build.json", "tsconfig.json"] } },
    rules: {
      "@typescript-eslint/explicit-module-boundary-types": "error",
      // `test` of node:test gives a promise that the runner awaits.
      "@typescript-eslint/no-floating-promises": ["error", { allowForKnownSafeCalls: [{ from: "package", name: "test", package: "node:test" }] }],
    },
  },
  { files: ["**/*.js"], extends: [tseslint.configs.strict, tseslint.configs.stylistic] },
);
