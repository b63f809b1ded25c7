// Two projects: the unit suites need nothing but Node; all others share one throwaway PostgreSQL server.

import { defineConfig } from 'vitest/config'

const unit = [
  'src/guidance/**/*.test.ts',
  'src/engine/**/*.test.ts',
  'src/procedures/**/*.test.ts',
  'src/people/matching/**/*.test.ts',
  'stories/every-procedure.test.ts',
]
const structure = ['test/structure/**/*.test.ts']

export default defineConfig({
  test: {
    maxWorkers: 2,
    // Files share the modules of their worker: no module keeps a state that a test changes.
    isolate: false,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: [...unit, ...structure] },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['src/**/*.test.{ts,tsx}', 'stories/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: [...unit, ...structure],
          globalSetup: ['test/database.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
