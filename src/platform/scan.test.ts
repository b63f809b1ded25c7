import { expect, test } from 'vitest'
import { scannerOf } from './scan.ts'

const node = process.execPath

test('a scanner says by how it ends whether a file is clean; whatever else happens counts as not scanned', async () => {
  const file = new Uint8Array(1_000_000)
  expect(await scannerOf('cat')(file)).toBe('clean')
  expect(await scannerOf('false')(file)).toBe('found')
  expect(await scannerOf(`${node} --eval process.exit(2)`)(file)).toBe('not-scanned')
  expect(await scannerOf('no-such-program --at-all')(file)).toBe('not-scanned')
})

test('the file arrives whole on its standard input', async () => {
  const counts =
    `${node} --eval let(n=0);process.stdin.on('data',c=>n+=c.length).on('end',()=>process.exit(n===300000?0:1))`.replace(
      'let(n=0)',
      'n=0',
    )
  expect(await scannerOf(counts)(new Uint8Array(300_000))).toBe('clean')
  expect(await scannerOf(counts)(new Uint8Array(3))).toBe('found')
})
