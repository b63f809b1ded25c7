/** `npm run bench [-- --json] [NAME …]`: every figure that the project promises, measured; nothing here is a test. */
import { benchAppend } from './append.ts'
import { benchDerive } from './derive.ts'
import { doing, reportAsJson } from './report.ts'
import { benchServer } from './server.ts'

const benches = { derive: benchDerive, append: benchAppend }

const args = process.argv.slice(2)
reportAsJson(args.includes('--json'))
const asked = args.filter(arg => !arg.startsWith('--'))
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
