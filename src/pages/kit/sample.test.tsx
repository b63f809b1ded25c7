import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { sampleCase } from './sample.tsx'
import { sampleDue, sampleOverview, sampleRecord } from './sample-pages.tsx'

const pages = { case: sampleCase(), due: sampleDue(), overview: sampleOverview(), record: sampleRecord() }

describe.each(Object.entries(pages))('the sample page: %s', (_, html) => {
  const all = (pattern: RegExp) => [...html.matchAll(pattern)].map(match => match[1] ?? '')

  test('weighs at most 30 KB on the wire', () => {
    expect(gzipSync(html).length).toBeLessThanOrEqual(30_000)
  })

  test('is a whole page in English with one h1, one main and a way past the header', () => {
    expect(html).toMatch(/^<!doctype html><html lang="en"/)
    expect(all(/<(h1)\b/g)).toHaveLength(1)
    expect(all(/<(main)\b/g)).toHaveLength(1)
    expect(html).toContain('href="#main-content"')
    expect(html).toContain('Every person here is invented')
  })

  test('keeps to the content security policy: no style attribute, no script of its own', () => {
    expect(html).not.toMatch(/\sstyle=/)
    expect(html).not.toMatch(/<style/)
    expect(html).not.toMatch(/\son\w+=/)
    expect(all(/<script([^>]*)>/g)).toEqual([' type="module" src="/assets/goldthread.js"'])
    expect(html).toContain('src="/assets/goldthread.js"></script>')
  })

  test('gives no id twice, and every label and description leads somewhere', () => {
    const ids = all(/\sid="([^"]+)"/g)
    expect(new Set(ids).size).toBe(ids.length)
    for (const target of [...all(/<label[^>]*\sfor="([^"]+)"/g), ...all(/aria-labelledby="([^"]+)"/g)])
      expect(ids).toContain(target)
    for (const targets of all(/aria-describedby="([^"]+)"/g))
      for (const target of targets.split(' ')) expect(ids).toContain(target)
    for (const target of all(/href="#([^"]+)"/g)) expect(ids).toContain(target)
  })

  test('has no hole where a word should be', () => {
    expect(html).not.toMatch(/undefined|NaN|\[object/)
  })
})
