// Starts Goldthread: database, migrations, the story on first start, then the pages. Runs until it is told to stop.

import { type Config, config } from '../platform/config.ts'
import { type Database, openDatabase } from '../platform/database.ts'
import { createLog } from '../platform/log.ts'
import { migrate } from '../platform/migrate.ts'
import { storyPassword, storyPeople } from '../story/provider.ts'
import { ledgerOf } from './open.ts'

/** `goldthread start` */
export async function run(): Promise<number> {
  const settings = config()
  const stop = untilToldToStop()
  try {
    return await serve(settings, stop.told)
  } finally {
    stop.forget()
  }
}

async function serve(settings: Config, told: Promise<void>): Promise<number> {
  const isProduction = settings.mode === 'production'
  // The pages are read while the database starts.
  const pages = import('../server.ts')
  const db = await openDatabase(settings)
  try {
    await migrate(db.owner)
    const ledger = ledgerOf(db)
    if (settings.story) await (await import('../story/load.ts')).loadStory(db, ledger)
    const { buildServer } = await pages
    const app = await buildServer({ config: settings, db, ledger, log: createLog(settings.logLevel) })
    try {
      await app
        .listen({ port: settings.port, host: isProduction ? '0.0.0.0' : 'localhost' })
        .catch(sayTaken(settings.port))
      process.stdout.write(`Goldthread is ready: ${settings.publicUrl}\n`)
      if (!settings.signIn) process.stdout.write(await whoCanSignIn(db))
      await told
    } finally {
      // Answers what was asked already, and takes no more.
      await app.close()
    }
  } finally {
    await db.close()
  }
  return 0
}

/** A table of sign-in names, one for each kind of post. */
async function whoCanSignIn({ door }: Database): Promise<string> {
  const people = await storyPeople(door)
  if (people.length === 0) return 'Nobody can sign in yet: there are no practitioners.\n'
  const rows = [
    ['Sign-in name', 'Password', 'Name', 'Post'],
    ...people.map(({ name, title, agency, signIn }) => [signIn, storyPassword, name, `${title}, ${agency}`]),
  ]
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0))) ?? []
  const lines = rows.map(
    row =>
      `  ${row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd()}`,
  )
  return `\nEverybody in this story is invented. You can sign in as:\n\n${lines.join('\n')}\n\n`
}

function sayTaken(port: number) {
  return (error: unknown): never => {
    if ((error as { code?: string }).code !== 'EADDRINUSE') throw error
    throw new Error(`Port ${port} is taken by another program. Stop it, or choose another port with PORT.`)
  }
}

/** `told` resolves at the first signal; later ones are ignored so that stopping is not cut short. Until `forget` it keeps the process awake. */
function untilToldToStop(): { readonly told: Promise<void>; readonly forget: () => void } {
  const stayAwake = setInterval(() => undefined, 60_000)
  const told = new Promise<void>(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve())
  })
  return { told, forget: () => clearInterval(stayAwake) }
}
