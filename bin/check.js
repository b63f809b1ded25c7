#!/usr/bin/env node
// Checks everything that needs no database: format, lint, types, and the unit suites, side by side.

import { spawn } from 'node:child_process'
import path from 'node:path'
import { chooseNode, install, root } from './install.js'

const program = name => path.join(root, 'node_modules/.bin', name)
const vitest = path.join(root, 'node_modules/vitest/vitest.mjs')

const steps = {
  format: [program('biome'), ['ci', '--colors=off', '--linter-enabled=false']],
  lint: [program('oxlint'), ['--type-aware', '--deny-warnings']],
  types: [program('tsc'), ['--noEmit', '--pretty', 'false']],
  'unit tests': [chooseNode(), [vitest, 'run', '--project', 'unit', '--passWithNoTests', '--reporter', 'dot']],
}

install()
const outcomes = await Promise.all(Object.entries(steps).map(([name, [file, args]]) => take(name, file, args)))
process.exitCode = outcomes.every(Boolean) ? 0 : 1

/** Runs one step and prints its time, and what it said when it failed. */
function take(name, file, args) {
  const began = performance.now()
  const child = spawn(file, args, {
    cwd: root,
    shell: process.platform === 'win32',
    env: { ...process.env, NO_COLOR: '1' },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', text => (said += text))
  return new Promise(resolve => {
    const end = passed => {
      const seconds = ((performance.now() - began) / 1000).toFixed(1)
      process.stdout.write(`${passed ? 'passed' : 'FAILED'}  ${name.padEnd(10)} ${seconds} s\n${passed ? '' : said}`)
      resolve(passed)
    }
    child.once('error', error => {
      said += error.message
      end(false)
    })
    child.once('close', code => end(code === 0))
  })
}
