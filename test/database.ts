// Boots one throwaway PostgreSQL server for a test run and makes the database that every fresh one is copied from.

import type { TestProject } from 'vitest/node'
import { openPool } from '../src/platform/database.ts'
import { startEmbedded } from '../src/platform/embedded.ts'
import { preparePlatform } from '../src/platform/logins.ts'
import { migrate } from '../src/platform/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A superuser's URL, and the owner's URL of the database with all migrations. */
    server: { readonly superuserUrl: string; readonly templateUrl: string }
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startEmbedded({ throwaway: true })
  const owner = openPool(server.url, 1)
  try {
    await preparePlatform(owner)
    await migrate(owner)
  } catch (error) {
    await owner.end()
    await server.stop()
    throw error
  }
  await owner.end()
  project.provide('server', { superuserUrl: server.superuserUrl, templateUrl: server.url })
  return () => server.stop()
}
