import { beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, given } from '../../../test/given-case.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { caseKinds } from '../../engine/procedure.ts'
import { kindsOfCase } from '../../procedures/case-kinds.ts'

let here: Awaited<ReturnType<typeof given>>
const people = [
  'eastworker',
  'manager',
  'duty',
  'chair',
  'support',
  'datalead',
  'privacyofficer',
  'teacher',
  'police',
  'designated',
  'partnership',
  'deaths',
] as const
type Name = (typeof people)[number]
const visitors = new Map<Name, Visitor>()
beforeAll(async () => {
  here = await given()
  for (const name of people) visitors.set(name, await here.signedIn(name))
}, 60_000)
const of = (name: Name) => visitors.get(name) as Visitor

// Written by hand from what each is for: who opens it, and who then sees what was recorded there.
const opened: readonly (readonly [kind: string, by: Name, seenBy: readonly Name[]])[] = [
  ['context', 'teacher', ['teacher', 'duty', 'manager', 'chair']],
  ['allegation', 'teacher', ['teacher', 'designated']],
  ['allegation', 'designated', ['designated']],
  ['incident', 'police', ['police', 'manager', 'chair', 'partnership']],
  ['child-death', 'police', ['police', 'deaths']],
  ['assurance', 'partnership', ['partnership']],
  ['arrangements', 'partnership', ['partnership']],
]

describe.each(opened)('%s, opened by %s', (kind, by, seenBy) => {
  test(`is seen by ${seenBy.join(', ')} and nobody else, on its page and in a search`, async () => {
    const surname = `Quillfeather${kind.replaceAll('-', '')}${by}`
    await of(by).get(`/new/${kind}`)
    const reply = await of(by).write(`/new/${kind}`, { name: surname, surname })
    expect(reply.status).toBe(303)
    const [, reference = ''] = reply.to.match(/^\/case\/(GT-\w+)\/record/) ?? []
    const saw: Name[] = []
    const found: Name[] = []
    for (const name of people) {
      const file = await of(name).get(`/case/${reference}`)
      if (file.status === 200 && file.body.includes(surname)) saw.push(name)
      else expect(file.status, name).toBe(404)
      const search = await of(name).get(`/find?q=${surname}`)
      if (search.body.includes(`/case/${reference}"`)) found.push(name)
    }
    const expected = people.filter(name => seenBy.includes(name))
    expect({ saw, found }).toEqual({ saw: expected, found: expected })
  })
})

test('each kind is opened by those whose work it is, and the refusal says whom to ask', async () => {
  const may: Record<string, readonly Name[]> = {
    context: ['eastworker', 'manager', 'duty', 'teacher', 'police', 'partnership'],
    allegation: ['eastworker', 'manager', 'duty', 'chair', 'teacher', 'police', 'designated', 'partnership'],
    incident: ['manager', 'police', 'partnership'],
    'national-review': [],
    'child-death': ['manager', 'teacher', 'police', 'deaths'],
    assurance: ['partnership'],
    arrangements: ['partnership'],
  }
  for (const kind of caseKinds.filter(one => one !== 'child')) {
    const allowed: Name[] = []
    for (const name of people) {
      const page = await of(name).get(`/new/${kind}`)
      if (page.status === 200) {
        allowed.push(name)
        expectAccessible(page.body)
      } else {
        expect(page.status).toBe(403)
        expect(page.body).toContain('Ask ')
      }
      const offered = await of(name).get('/new')
      expect(offered.body.includes(kindsOfCase[kind].opens), `${name} ${kind}`).toBe(page.status === 200)
    }
    expect(allowed, kind).toEqual(may[kind])
  }
})

test('what is no kind of matter is not found, and a child’s file has its own page', async () => {
  for (const kind of ['child', 'nothing', 'toString'])
    expect((await of('manager').get(`/new/${kind}`)).status).toBe(404)
})

test('before anything is typed the page says who will see it; an empty name comes back with what to do', async () => {
  const page = await of('teacher').get('/new/allegation')
  expect(page.body).toContain('Designated officers, Harrowmere Council')
  const empty = await of('teacher').write('/new/allegation', { surname: ' ' })
  expect(empty.status).toBe(422)
  expectAccessible(empty.body)
  expect(empty.body).toContain('There is a problem')
})

test('pressed twice it is one case', async () => {
  await of('partnership').get('/new/arrangements')
  const submission = '0b6f2a54-6a3c-4b53-9d52-3d1f0b1f6a01'
  const press = () => of('partnership').write('/new/arrangements', { name: 'Yearly round' }, submission)
  const [one, two] = [await press(), await press()]
  expect(two.to).toBe(one.to)
})

test('a child’s death is recorded on the child’s file and on its review at once; neither shows the other, and each owes its own', async () => {
  const file = await here.newCase('Quillwort')
  const review = await here.openAny('child-death')
  const opened = await of('manager').get(`${file.address}/child-died`)
  expectAccessible(opened.body)
  expect(opened.body).toContain('The other file, by reference')
  const died = { 'happened-day': '13', 'happened-month': '4', 'happened-year': '2026', 'happened-time': '09:00' }
  const elsewhere = await of('manager').write(`${file.address}/child-died`, {
    ...died,
    'case-seen': '1',
    'also-on-references': (await here.newCase('Somebody')).reference,
  })
  expect(elsewhere.status).toBe(422)
  const reply = await of('manager').write(`${file.address}/child-died`, {
    ...died,
    'case-seen': '1',
    'also-on-references': review.reference,
  })
  expect(reply.status).toBe(303)
  const [onFile, onReview] = [await here.factsOf(file.id), await here.factsOf(review.id)]
  expect(onFile.at(-1)).toMatchObject({ kind: 'child-died', occasion: expect.any(String) })
  expect(onReview.at(-1)).toMatchObject({ kind: 'child-died', occasion: onFile.at(-1)?.occasion })
  const [shownOnFile, shownOnReview] = [
    await of('manager').get(`/case/${file.reference}`),
    await of('manager').get(`/case/${review.reference}`),
  ]
  expect(shownOnReview.body).toContain('Take the four decisions')
  expect(shownOnFile.body).not.toContain('Take the four decisions')
  expect(shownOnFile.body).not.toContain(review.reference)
  expect(shownOnReview.body).not.toContain(file.reference)
  // The review is the office's; the file of the child is not.
  expect((await of('deaths').get(`/case/${review.reference}`)).status).toBe(200)
  expect((await of('deaths').get(`/case/${file.reference}`)).status).toBe(404)
})
