// The unit suites need nothing but Node; all others share one throwaway PostgreSQL server. Single pages are a project of their
// own, so that they can be tested on another server than the rest.

import { defineConfig } from 'vitest/config'

const unit = [
  'src/guidance/**/*.test.ts',
  'src/engine/**/*.test.ts',
  'src/procedures/**/*.test.ts',
  'src/people/matching/**/*.test.ts',
  'stories/every-procedure.test.ts',
]
const structure = ['test/structure/**/*.test.ts']

const onePage = ['src/pages/**/*.test.{ts,tsx}']
const manyPages = ['src/pages/**/walk*.test.ts', 'src/pages/**/browser.test.ts', 'src/pages/kit/**/*.test.{ts,tsx}']

const onServer = { globalSetup: ['test/database.ts'], setupFiles: ['test/close-opened.ts'], testTimeout: 30_000, hookTimeout: 60_000 }

export default defineConfig({
  test: {
    maxWorkers: 2,
    // What was compiled for one round is there for the next.
    experimental: { fsModuleCache: true },
    // Files share the modules of their worker: no module keeps a state that a test changes.
    isolate: false,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: [...unit, ...structure], testTimeout: 30_000 },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['src/!(pages)/**/*.test.{ts,tsx}', 'stories/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: [...unit, ...structure],
          ...onServer,
        },
      },
      {
        extends: true,
        test: { name: 'pages', include: onePage, exclude: manyPages, ...onServer },
      },
      {
        extends: true,
        test: { name: 'walks', include: manyPages, ...onServer },
      },
    ],
  },
})
