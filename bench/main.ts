/** `npm run bench [-- --json] [NAME …]`: every figure that the project promises, measured; nothing here is a test. */
import { benchAppend } from './append.ts'
import { benchDerive } from './derive.ts'
import { benchDocument } from './document.ts'
import { benchDue } from './due.ts'
import { benchImport } from './import.ts'
import { benchLog } from './log.ts'
import { benchMatch } from './match.ts'
import { benchRebuild } from './million.ts'
import { benchPages } from './pages.ts'
import { showPlans } from './plans.ts'
import { doing, reportAsJson } from './report.ts'
import { benchSearch } from './search.ts'
import { benchServer } from './server.ts'
import { benchSharing } from './sharing.ts'
import { benchStory } from './story.ts'
import { benchTriage } from './triage.ts'

const benches = {
  derive: benchDerive,
  append: benchAppend,
  story: benchStory,
  import: benchImport,
  match: benchMatch,
  document: benchDocument,
  search: benchSearch,
  log: benchLog,
  rebuild: benchRebuild,
  due: benchDue,
  pages: benchPages,
  triage: benchTriage,
  // Last: it fills the million facts' database with what is shared.
  sharing: benchSharing,
}

/** Runs the benches that are named, or all. */
export async function main(args: readonly string[]): Promise<void> {
  reportAsJson(args.includes('--json'))
  showPlans(args.includes('--plans'))
  const asked = args.filter(arg => !arg.startsWith('--'))
  const unknown = asked.find(name => !Object.hasOwn(benches, name))
  if (unknown) throw new Error(`There is no bench "${unknown}". There are: ${Object.keys(benches).join(', ')}.`)
  const server = await benchServer()
  try {
    for (const [name, bench] of Object.entries(benches)) {
      if (asked.length > 0 && !asked.includes(name)) continue
      const started = Date.now()
      await bench(server)
      doing(`(${name}: ${((Date.now() - started) / 1000).toFixed(0)} s)`)
    }
  } finally {
    await server.stop()
  }
}
