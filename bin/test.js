#!/usr/bin/env node
// Runs all tests on the embedded database. Where this machine has a PostgreSQL server too, the tests of ledger, access and
// people run again on it, and the tests of single pages run there instead: the stories and the long walks open the same pages
// on the embedded one. Ends with "N passed, N failed" on a line of its own.

import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { chooseNode, install, relay, root } from './install.js'

const onEveryServer = ['src/ledger', 'src/access', 'src/people', 'src/pages']

install()
const node = chooseNode()
const { PGBIN, ...environment } = process.env
const total = { passed: 0, failed: 0, skipped: 0 }
const asked = process.argv.slice(2)

console.log(`Tests run on Node ${spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim()}.`)
const server = asked.length === 0 && process.env.TEST_ROUNDS !== 'embedded' ? findServer() : undefined
const beside = server ? ['unit', 'database', 'walks'] : []
await runRound('embedded database', [...projects(beside), ...asked], environment)
if (server) {
  const args = [...projects(['database', 'pages']), ...onEveryServer]
  await runRound(server.name, args, { ...environment, PGBIN: server.folder })
} else if (asked.length === 0)
  console.log('No second round: no other PostgreSQL server (version 15 or later) was started here.')

const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`)
process.exitCode = total.failed > 0 ? 1 : 0

function projects(names) {
  return names.flatMap(name => ['--project', name])
}

/** Runs Vitest once and adds up its counts. A file or a run that broke down counts as one failure. */
async function runRound(name, args, env) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'goldthread-tests-'))
  const report = path.join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs')
  console.log(`\nRound: ${name}`)
  const code = await relay(node, [vitest, 'run', ...reporters, ...args], { cwd: root, env, stdio: 'inherit' })
  const counts = readCounts(report)
  if (code !== 0 && counts.failed === 0) counts.failed = 1
  for (const kind of Object.keys(total)) total[kind] += counts[kind]
  fs.rmSync(folder, { recursive: true })
}

function readCounts(report) {
  if (!fs.existsSync(report)) return { passed: 0, failed: 1, skipped: 0 }
  const { testResults, ...all } = JSON.parse(fs.readFileSync(report, 'utf8'))
  const broken = testResults.filter(
    file => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  )
  return {
    passed: all.numPassedTests,
    failed: all.numFailedTests + broken.length,
    skipped: all.numPendingTests + all.numTodoTests,
  }
}

/** The newest PostgreSQL server of this machine that this system supports: PGBIN, or where Linux systems put it. */
function findServer() {
  const installed = '/usr/lib/postgresql'
  const versions = fs.existsSync(installed) ? fs.readdirSync(installed).toSorted((a, b) => Number(b) - Number(a)) : []
  const folders = PGBIN ? [PGBIN] : versions.map(version => path.join(installed, version, 'bin'))
  for (const folder of folders) {
    if (!fs.existsSync(path.join(folder, 'initdb'))) continue
    const { stdout } = spawnSync(path.join(folder, 'postgres'), ['--version'], { encoding: 'utf8' })
    const version = / (\d+)[.\d]*/.exec(stdout ?? '')
    if (version && Number(version[1]) >= 15) return { folder, name: `PostgreSQL${version[0]} of this machine` }
  }
  return undefined
}
