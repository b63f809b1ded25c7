/**
 * The walk of what an address names besides a file: a meeting, a plan, an assessment, a document. One file has one of each, and every
 * kind of post asks for all of it in every relation to the file: the answer is the matrix’s and the page’s own rule, a post that may
 * not changes nothing, and nobody is shown a passage that was not told to them. A route that this walk does not know fails it.
 */
import { isDeepStrictEqual } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import { given } from '../../test/given-case.ts'
import { inTurn } from '../../test/in-turn.ts'
import { type AgenciesAndPanel, addPanel } from '../../test/panel.ts'
import { readingOf } from '../../test/reading-of-whole-file.ts'
import type { Visitor } from '../../test/visitor.ts'
import { relationIn, saysWhomToAsk, standIn, type Way } from '../../test/walked-case.ts'
import { addressOfThing, dueOf, type Thing, thingsOf, type Walker } from '../../test/walked-objects.ts'
import { addressOf, asked, walkers as ofChildren, said } from '../../test/walked-pages.ts'
import { openWholeFile, type WholeFile } from '../../test/whole-file.ts'
import { type Relation, type Role, roles } from '../access/policy.ts'
import { makeNext } from '../jobs/make-documents.ts'
import { breakGlass } from '../ledger/break-glass.ts'
import { deleteNotes } from '../ledger/meeting-notes.ts'
import { transaction } from '../platform/database.ts'
import { newId } from '../platform/identifier.ts'
import { createLog } from '../platform/log.ts'
import { routes } from './routes.ts'

const people = {
  ...ofChildren,
  designated: ['designated', 'designated-officer'],
  partnership: ['partnership', 'partnership-officer'],
  deaths: ['deaths', 'child-death-officer'],
  panel: ['panel', 'panel-officer'],
} as const satisfies Record<string, readonly [string, Role]>
type Name = keyof typeof people
const names = Object.keys(people) as Name[]

let here: Awaited<ReturnType<typeof given>>
let agencies: AgenciesAndPanel
let whole: WholeFile
let things: ReturnType<typeof thingsOf>
let reading: ReturnType<typeof readingOf>
const agencyOf = {} as Record<Name, string>
const postOf = {} as Record<Name, string>
const visitors = {} as Record<Name, Visitor>

beforeAll(async () => {
  here = await given()
  const panel = await addPanel(here.server)
  const { borough } = here.server
  agencies = { ...borough.agencies, panel: panel.agency }
  whole = await openWholeFile(here.server, agencies)
  things = thingsOf(whole, agencies)
  reading = readingOf(whole, agencies)
  for (const name of names) {
    const [who] = people[name]
    const { agency, post } = who === 'panel' ? panel : borough.people[who]
    agencyOf[name] = agency
    postOf[name] = post
    visitors[name] = await here.signedIn(name)
  }
}, 60_000)

const withObject = routes.filter(({ url }) => asked[url]?.isNothing)

test('the walk knows of every route with an object what it asks for, and every role of the matrix walks', () => {
  const urls = [...new Set(withObject.map(({ url }) => url))]
  expect(Object.keys(things).toSorted()).toEqual(urls.toSorted())
  expect(
    Object.values(people)
      .map(([, role]) => role)
      .toSorted(),
  ).toEqual(Object.keys(roles).toSorted())
})

/** Lets everybody stand to the file and to those beside it, or to some of them, in that way. */
async function stand(way: Way, files: readonly string[] = whole.cases): Promise<void> {
  const server = { ...here.server, borough: { ...here.server.borough, agencies } }
  for (const id of files) await standIn(server, way, id, agency => [...reading.toldTo(agency)])
}

/** Lets each of them ask for a document that is made beside requests, and makes it. @returns their ids, by whose they are */
async function made(of: readonly Name[]): Promise<Record<string, string>> {
  const ids: Record<string, string> = {}
  for (const name of of) {
    const { to } = await visitors[name].write(`/case/${whole.reference}/documents`, { what: 'plan', form: 'docx' })
    ids[name] = to.split('/').at(-1) ?? ''
  }
  const log = createLog('silent', { write: () => undefined })
  while (await makeNext(here.server.ledger, log));
  return ids
}

/** Of two agencies that are told different halves. */
const ofTwoHalves: readonly Name[] = ['manager', 'teacher']

const walkerOf = (name: Name, relation: Relation, documents: Walker['made'] = {}): Walker => {
  return { name, role: people[name][1], agency: agencyOf[name], relation, made: documents }
}

/** All that could be changed, of the files and beside them, but for one’s own notes. */
async function state(post: string | null = null): Promise<unknown> {
  const count = (from: string) => `(select count(*) from ${from} and case_id = any($1))`
  const { rows } = await here.server.ledger.recorder.query(
    `select ${count('fact where true')} as facts, ${count('narrative where text is not null')} as passages,
       ${count('disclosure where recalled_at is null')} as disclosures, ${count('disclosed_fact where until_at is null')} as told,
       ${count('access_decision where true')} as decisions, ${count('person_link where undone_at is null')} as links,
       (select count(*) from different_children where case_id = any($1) or other_case_id = any($1)) as different,
       (select json_agg(words order by post_id) from meeting_note where case_id = any($1) and post_id is distinct from $2) as notes`,
    [whole.cases, post],
  )
  return rows[0]
}

type Route = (typeof withObject)[number]
const asks = () => withObject.flatMap(route => (things[route.url] ?? []).map(thing => ({ route, thing })))
const send = (name: Name, { method }: Route, address: string, form: Thing['form'] = {}) =>
  method === 'GET' ? visitors[name].get(address) : visitors[name].write(address, form)

/**
 * A PDF holds what the Word document holds, of which it is another form: both are asked of those who are given them in one post of two
 * agencies that are told different halves, and of the others each Word document in every third post.
 */
const isMadeForOthers = (url: string, name: Name, due: string) => {
  if (due !== 'yes' || ofTwoHalves.includes(name)) return false
  if (url.endsWith('.pdf')) return things[url.replace(/pdf$/, 'docx')] !== undefined
  return url.endsWith('.docx') && !inTurn([true, false, false], Object.keys(things).indexOf(url), names.indexOf(name))
}

/** What is answered otherwise than it is due, and what is shown that may not be. */
async function walk(walker: Walker): Promise<string[]> {
  const name = walker.name as Name
  const wrong: string[] = []
  const nothing = walker.relation === 'none' ? (await visitors[name].get('/case/GT-0000000')).body : ''
  const notes = asks().find(({ route }) => route.url.endsWith('/note'))
  const writes = notes && dueOf(notes.route.url, notes.thing, 'POST', walker) === 'yes' ? postOf[name] : null
  const before = await state(writes)
  for (const { route, thing } of asks()) {
    const due = dueOf(route.url, thing, route.method, walker)
    if (isMadeForOthers(route.url, name, due)) continue
    const address = addressOfThing(route.url, thing, walker, whole)
    const reply = await send(name, route, address, due === 'yes' ? thing.unfinished : thing.form)
    const is = said(reply)
    const say = (what: string) => wrong.push(`${route.method} ${route.url}: ${what}`)
    if (is !== due) say(`${is}, not ${due}`)
    if (is === 'not allowed' && !saysWhomToAsk(reply.body)) say('does not say whom to ask')
    if (nothing && route.method === 'GET' && reply.body !== nothing) say('is not as if there were nothing')
    for (const passage of await reading.shownIn(reply)) {
      const { word, where, kept } = passage
      if (!reading.mayRead(passage, walker)) say(`shows ${where} (${word})`)
      else if (kept && thing.leavesOut?.includes(kept) && is === 'yes')
        say(`holds what was ${kept}: ${where} (${word})`)
    }
  }
  expect(await state(writes)).toEqual(before)
  return wrong
}

/** Forms that begin with what is known already, each with the record that it continues. */
const beginning: Readonly<Record<string, string>> = {
  'referral-received': '',
  'referral-decided': 'referral',
  'early-help-need-noticed': '',
  'early-help-plan-started': 'noticed',
  'assessment-authorised': 'assessment',
  'plan-detailed': 'conference',
  'core-group-held': 'conference',
  'meeting-report-given': 'open',
  'meeting-view-given': 'held',
  'meeting-minutes-answered': 'minutes',
  'information-request-answered': 'question',
}

/** Each page of the file itself, and forms that begin with what was recorded before. */
function pagesOfFile(name: Name): string[] {
  const roots = { [name]: whole.rootOf(`request of ${agencyOf[name]}`) }
  const file = { ...whole, surname: '', nhsNumber: '', roots, disclosures: {}, dutyId: 'x' }
  const pages = routes.flatMap(({ method, url }) =>
    method === 'GET' && asked[url] && !asked[url].isNothing ? addressOf(url, file, name, agencyOf[name]) : [],
  )
  const forms = Object.entries(beginning).map(
    ([kind, about]) =>
      `/case/${whole.reference}/record/${kind}${about ? `?continues-fact=${whole.rootOf(about)}` : ''}`,
  )
  return [...pages, ...forms]
}

describe.each(['granted', 'disclosed'] as const)('everybody, to whom the file is %s', way => {
  let documents: Record<string, string>
  beforeAll(async () => {
    await stand(way)
    documents = await made(names)
  })
  test.each(names)('%s', async name => {
    expect(await walk(walkerOf(name, way, documents))).toEqual([])
  })
  test.each(way === 'granted' ? ofTwoHalves.slice(1) : ofTwoHalves)(
    '%s, on the pages of the file beside them',
    async name => {
      const walker = walkerOf(name, way)
      const wrong: string[] = []
      for (const address of pagesOfFile(name))
        for (const passage of await reading.shownIn(await visitors[name].get(address)))
          if (!reading.mayRead(passage, walker)) wrong.push(`${address} shows ${passage.where} (${passage.word})`)
      expect(wrong).toEqual([])
    },
  )
})

/**
 * Where a file is not there for somebody, every page looks for it before it asks anything of a post, and `walk.test.ts` asks every post:
 * here one of the council that may do most, one of a partner agency, and one that works on no child’s file. By name and restricted, those
 * who are let in or may know, beside others.
 */
describe.each([
  ['none', ['manager', 'teacher', 'deaths']],
  ['shielded', ['manager']],
  ['recalled', ['manager', 'teacher']],
  ['conflict', ['manager']],
  ['named', ['duty', 'teacher', 'partnership']],
  ['colleague', ['duty', 'teacher']],
  ['restricted', ['eastworker', 'teacher']],
] as const)('those to whom the file is %s', (way, of) => {
  let documents: Record<string, string>
  beforeAll(async () => {
    // What was made while they saw the file is there no longer when they do not.
    await stand(way === 'named' ? way : 'granted')
    documents = await made(of)
    await stand(way)
  })
  test.each(of)('%s', async name => {
    expect(await walk(walkerOf(name, relationIn(way, people[name][1]), documents))).toEqual([])
  })
})

test('opened in an emergency: what the matrix lets be done then, of what the council recorded', async () => {
  await stand('restricted')
  await breakGlass(
    { ...here.server.ledger, now: () => Date.now() },
    {
      areaId: here.server.borough.area,
      reference: whole.reference,
      submissionId: newId(),
      by: { postId: postOf.eastworker, agencyId: agencyOf.eastworker },
      scope: 'whole',
      minutes: 60,
      reason: 'At the hospital',
      toldPostId: postOf.manager,
    },
  )
  expect(await walk(walkerOf('eastworker', 'opened', await made(['eastworker'])))).toEqual([])
})

test('a document is gone where it holds more than its reader may see by now', async () => {
  await stand('granted')
  const { manager } = await made(['manager'])
  await stand('disclosed')
  const reply = await visitors.manager.get(`/case/${whole.reference}/made/${manager}`)
  expect([reply.status, await reading.shownIn(reply)]).toEqual([410, []])
})

test('two files are shown beside each other to nobody who does not see both', async () => {
  await stand('granted')
  await stand('none', [whole.twin.id, whole.possible.id])
  for (const page of [`joined/${whole.link}`, `same-child/${whole.possible.reference}`]) {
    const address = `/case/${whole.reference}/${page}`
    const replies = [
      await visitors.manager.get(address),
      await visitors.manager.write(address, { why: 'They are two.' }),
    ]
    for (const reply of replies) expect([page, reply.status, await reading.shownIn(reply)]).toEqual([page, 404, []])
  }
})

test('of a file that was disposed of there is the certificate, and nothing else can be had or done', async () => {
  await stand('granted')
  const before = await state()
  const wrong: string[] = []
  for (const name of ['manager', 'teacher'] as const)
    for (const { route, thing } of asks()) {
      if (thing.isOver) continue
      const walker = walkerOf(name, 'granted')
      const over = { ...whole, reference: whole.over.reference, rootOf: () => whole.over.meeting }
      const at = addressOfThing(
        route.url,
        { ...thing, at: () => ({ ...thing.at(walker), root: whole.over.meeting }) },
        walker,
        over,
      )
      const { status } = await send(name, route, at, thing.form)
      if (status !== 410) wrong.push(`${name}, ${route.method} ${route.url}: ${status}`)
    }
  expect(wrong).toEqual([])
  expect(await state()).toEqual(before)
})

/** What shows nothing of the record but whom it is about. */
const ofNothingElse = [
  '/case/:reference/joined/:link',
  '/case/:reference/meeting/:root/guest',
  '/case/:reference/meeting/:root/withdraw',
  // Whether others wrote more of their notes.
  '/case/:reference/meeting/:root/note',
  '/case/:reference/certificate',
  '/case/:reference/certificate.pdf',
]

test('each thing shows something that is not for everybody', async () => {
  const all = whole.passages.flatMap(({ root }) => root ?? [])
  const server = { ...here.server, borough: { ...here.server.borough, agencies } }
  for (const id of whole.cases) await standIn(server, 'granted', id, () => all)
  const documents = await made(['manager', 'teacher'])
  const bare: string[] = []
  for (const { route, thing } of asks()) {
    const name = route.url.endsWith('/receipt') ? 'teacher' : 'manager'
    const walker = walkerOf(name, 'granted', documents)
    if (route.method !== 'GET' || dueOf(route.url, thing, 'GET', walker) !== 'yes') continue
    const shown = await reading.shownIn(await send(name, route, addressOfThing(route.url, thing, walker, whole)))
    if (shown.every(({ where }) => where.startsWith('child-named'))) bare.push(route.url)
  }
  expect(bare.toSorted()).toEqual([...ofNothingElse].toSorted())
})

test('each form that others were refused is carried out for whoever may', async () => {
  await stand('granted')
  await transaction(here.server.db.recorder, client => deleteNotes(client, here.server.borough.area, whole.id))
  const wrong: string[] = []
  // The last first: a meeting is closed after an invitation to it was withdrawn.
  for (const { route, thing } of asks().toReversed()) {
    const walker = walkerOf('manager', 'granted')
    if (route.method !== 'POST' || dueOf(route.url, thing, 'POST', walker) !== 'yes') continue
    const before = await state()
    const { status } = await send('manager', route, addressOfThing(route.url, thing, walker, whole), thing.form)
    if (isDeepStrictEqual(await state(), before)) wrong.push(`${route.url}: ${status}`)
  }
  expect(wrong).toEqual([])
})
