/** What is owed on a file: in groups by how soon it is due, with how many each holds, on a page that stays small. */
import { gzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { expectAccessible, given } from '../../../test/given-case.ts'
import type { Visitor } from '../../../test/visitor.ts'

let here: Awaited<ReturnType<typeof given>>
let worker: Visitor
beforeAll(async () => {
  here = await given()
  worker = await here.signedIn('eastworker')
})

/** The headings of what is owed, and what stands under each. */
function groupsIn(html: string): Map<string, string[]> {
  const [, owed = ''] = /<section class="gt-columns__owed".*?<\/h2>(.*?)<\/section>/s.exec(html) ?? []
  const [open = ''] = owed.split('<details')
  return new Map(
    open
      .split('<h3 class="gt-duties__day">')
      .slice(1)
      .map(part => [
        (/^[^<]*/.exec(part)?.[0] ?? '').trim(),
        [...part.matchAll(/<p class="gt-duty__who"><a [^>]*>([^<]*)/g)].map(match => match[1] ?? ''),
      ]),
  )
}

test('what is owed stands in groups by how soon it is due, each with its number', async () => {
  const aria = await here.newCase()
  // Today is 14 April 2026. The first core group was due on the 8th, the review is due on 23 June.
  await aria.fact('initial-conference-held', '2026-03-23', { data: { decision: 'child-protection-plan' } })
  await aria.fact('strategy-discussion-held', '2026-04-13', { data: { outcome: 'section-47' } })
  const { body } = await worker.get(`/case/${aria.reference}`)
  expectAccessible(body)
  const groups = groupsIn(body)
  const kinds = [...groups.keys()].map(heading => heading.replace(/ \(\d+\)$/, ''))
  expect(kinds).toEqual(['Overdue', 'Due later', 'No day is set'])
  for (const [heading, duties] of groups) expect(heading).toMatch(new RegExp(`\\(${duties.length}\\)$`))
  expect(groups.get('Overdue (1)')).toEqual(['Hold the first core group'])
  expect([...groups.entries()].find(([heading]) => heading.startsWith('Due later'))?.[1]).toContain(
    'Hold the first review conference',
  )
})

test('what is due within a week stands by itself', async () => {
  const aria = await here.newCase()
  await aria.fact('referral-received', '2026-04-14', { narrative: { reason: 'Marks on both arms' } })
  const { body } = await worker.get(`/case/${aria.reference}`)
  expect([...groupsIn(body).keys()].some(heading => heading.startsWith('Due in the next 7 days ('))).toBe(true)
})

test('a long file stays under 30 KB: all that is overdue, and of what is not due soon the first with the rest by a link', async () => {
  const aria = await here.newCase()
  const days = Array.from(
    { length: 60 },
    (_, at) => `2026-0${1 + Math.floor(at / 28)}-${String(1 + (at % 28)).padStart(2, '0')}`,
  )
  for (const day of days)
    for (const kind of ['referral-received', 'strategy-discussion-held'])
      await aria.fact(kind, day, {
        data: kind === 'referral-received' ? {} : { outcome: 'section-47' },
        narrative: kind === 'referral-received' ? { reason: `Marks on both arms, seen on ${day} at school` } : {},
      })
  const { body } = await worker.get(`/case/${aria.reference}`)
  const groups = groupsIn(body)
  const size = (title: string) =>
    [...groups].filter(([heading]) => heading.startsWith(title)).map(([heading, { length }]) => [heading, length])
  const [[heading, length] = []] = size('Overdue')
  expect(heading).toBe(`Overdue (${length})`)
  expect(length).toBeGreaterThan(100)
  expect(size('No day is set')[0]?.[1]).toBe(20)
  expect(body).toMatch(/Show all \d+<span class="govuk-visually-hidden">: No day is set/)
  expect(gzipSync(body).length).toBeLessThan(20_000)
  expect(body).toMatch(/aria-label="\d+ duties overdue, due [^"]*January 2026: /)
  const all = groupsIn((await worker.get(`/case/${aria.reference}?duties=all`)).body)
  for (const [heading, duties] of all) expect(heading).toMatch(new RegExp(`\\(${duties.length}\\)$`))
})
