// For whoever watches over the server: is it alive, and can it serve?

import type { FastifyInstance } from 'fastify'
import type { Pool } from 'pg'
import type { Database } from '../../platform/database.ts'
import { findPendingMigrations } from '../../platform/migrate.ts'

/** Adds `GET /health` and `GET /ready`. */
export function useHealth(app: FastifyInstance, db: Database): void {
  app.get('/health', async () => ({ status: 'alive' }))
  let isCurrent = false
  app.get('/ready', async (_, reply) => {
    try {
      // Migrations only go forward: once this program's are applied, they stay applied.
      isCurrent ||= (await findPendingMigrations(db.owner)).length === 0
      await Promise.all([db.reader, db.recorder, db.door].map(isReachable))
    } catch {
      return reply.code(503).send({ status: 'not ready', why: 'The database cannot be reached.' })
    }
    return isCurrent
      ? { status: 'ready' }
      : reply.code(503).send({ status: 'not ready', why: 'Migrations are pending.' })
  })
}

async function isReachable(pool: Pool): Promise<void> {
  await pool.query('select')
}
