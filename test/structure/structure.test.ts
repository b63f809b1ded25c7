/** The map of style §2, enforced: imports go down only, files stay readable, names say something. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

const source = path.resolve(import.meta.dirname, '../../src')

/** Each folder with the folders it may import from. */
const may: Readonly<Record<string, readonly string[]>> = {
  guidance: [],
  platform: [],
  engine: ['guidance'],
  procedures: ['engine', 'guidance'],
  people: ['platform'],
  access: ['platform', 'people'],
  ledger: ['platform', 'people', 'access', 'guidance', 'engine', 'procedures'],
  returns: ['guidance', 'engine', 'procedures'],
  exchange: ['platform', 'people', 'access', 'guidance', 'engine', 'procedures', 'ledger', 'returns'],
  story: ['platform', 'people', 'access', 'guidance', 'engine', 'procedures', 'ledger', 'returns'],
}
const below = Object.keys(may)
const top = ['pages', 'api', 'jobs', 'commands']

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap(name => {
    const full = path.join(folder, name)
    return statSync(full).isDirectory() ? filesIn(full) : [full]
  })
}

const files = filesIn(source).filter(file => /\.tsx?$/.test(file))
const product = files.filter(file => !/\.test\.tsx?$/.test(file))

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  return [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(match =>
    path.resolve(path.dirname(file), match[1] ?? ''),
  )
}

function folderOf(file: string): string {
  return path.relative(source, file).split(path.sep)[0] ?? ''
}

/** A command starts a part of the program that stands beside the folders: the server, the benches. */
function isEntryPoint(file: string, target: string): boolean {
  return file.startsWith('commands/') && (target === 'server.ts' || target === '../bench/main.ts')
}

describe('imports go down only', () => {
  for (const folder of [...below, ...top]) {
    const allowed = new Set([folder, ...(may[folder] ?? below)])
    test(folder, () => {
      const wrong = product
        .filter(file => folderOf(file) === folder)
        .flatMap(file => importsOf(file).map(target => [path.relative(source, file), target] as const))
        .filter(
          ([file, target]) => !allowed.has(folderOf(target)) && !isEntryPoint(file, path.relative(source, target)),
        )
        .map(([file, target]) => `${file} imports ${path.relative(source, target)}`)
      expect(wrong).toEqual([])
    })
  }
})

test('no hand-written file is longer than 400 lines', () => {
  const long = files
    .filter(file => !readFileSync(file, 'utf8').startsWith('// Generated'))
    .map(file => [path.relative(source, file), readFileSync(file, 'utf8').split('\n').length - 1] as const)
    .filter(([, lines]) => lines > 400)
  expect(long).toEqual([])
})

test('each statement that a connection prepares has a name of its own', () => {
  const named = files.flatMap(file =>
    [...readFileSync(file, 'utf8').matchAll(/name: '([^']+)',\s+text:/g)].map(([, name]) => name ?? ''),
  )
  expect(named.length).toBeGreaterThan(50)
  expect(named.filter((name, at) => named.indexOf(name) !== at)).toEqual([])
})

test('no folder is called by a name that says nothing', () => {
  const names = new Set(files.flatMap(file => path.relative(source, path.dirname(file)).split(path.sep)))
  for (const name of ['utils', 'util', 'helpers', 'common', 'types', 'shared', 'misc', 'lib'])
    expect(names).not.toContain(name)
})

test('guidance, engine and procedures know no clock, no network and no database', () => {
  const pure = product.filter(file => ['guidance', 'engine', 'procedures'].includes(folderOf(file)))
  const impure = pure.filter(file =>
    /Date\.now|new Date\(\)|from 'pg'|from 'node:(net|http|fs)'|process\.env/.test(readFileSync(file, 'utf8')),
  )
  expect(impure.map(file => path.relative(source, file))).toEqual([])
})
