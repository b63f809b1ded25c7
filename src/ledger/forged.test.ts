/** What somebody may not see is no more there for what they write than for what they read: a forged identifier is one of nothing. */
import { beforeAll, describe, expect, test } from 'vitest'
import { on } from '../../test/given-case.ts'
import { type Blind, unseenFact } from '../../test/unseen-fact.ts'
import { newId } from '../platform/identifier.ts'
import { decideAccess } from './access-decisions.ts'
import type { LedgerAct, Telling } from './command.ts'
import { disclose, recall } from './disclose.ts'
import { record } from './record.ts'

let here: Awaited<ReturnType<typeof unseenFact>>
let toCase: Awaited<ReturnType<typeof here.newCase>>

beforeAll(async () => {
  here = await unseenFact()
  toCase = await here.newCase('Orme')
})

const why = { basis: 'ca1989-s47', necessity: 'test', familyTold: 'yes' } as const

/** Each way of naming a fact of the case, as one who writes names `root`. */
const ways: Readonly<Record<string, (blind: Blind, root: string) => Promise<unknown>>> = {
  'a record that continues it': ({ who }, root) => acts(who, { ...said('child-seen'), about: root }),
  'its correction': ({ who }, root) => acts(who, { ...said(''), act: 'correct', root, seen: 3 }),
  'its correction, with another number': ({ who }, root) => acts(who, { ...said(''), act: 'correct', root, seen: 1 }),
  'that it is struck out': ({ who }, root) => acts(who, { ...struck, act: 'strike-out', root, seen: 3 }),
  'that it is about another child': ({ who }, root) =>
    acts(who, { ...struck, act: 'move', root, seen: 3, toCaseId: toCase.id }),
  'a disagreement with it': ({ who }, root) => acts(who, { ...said(''), act: 'disagree', root }),
  'a correction of what is seen, to continue it': ({ who, own, ownNumber }, root) =>
    acts(who, { ...said(''), act: 'correct', root: own, seen: ownNumber, about: root }),
  'that it is shared': ({ who }, root) => share(who, root),
  'that it is told with what is recorded': ({ who }, root) => {
    const tell: Telling = { ...why, caseId: here.child.id, toAgencyIds: [agencyToTell(who)], roots: [root] }
    return acts(who, said('child-seen'), [tell])
  },
}

const said = (kind: string) =>
  ({ act: 'record', kind, caseId: here.child.id, happened: on('2026-04-12'), data: {}, narrative: {} }) as const
const struck = { narrative: { reason: 'x' } }

type Writer = Blind['who'] | 'privacyOfficer' | 'eastWorker'

function author(who: Writer) {
  const { post, agency } = here.server.borough.people[who]
  return { postId: post, agencyId: agency }
}

const agencyToTell = (who: Blind['who']) => here.server.borough.agencies[who === 'duty' ? 'school' : 'police']

function acts(who: Writer, act: object, tells?: readonly Telling[]) {
  const one = { caseId: here.child.id, ...act } as LedgerAct
  const { area } = here.server.borough
  const command = { areaId: area, submissionId: newId(), by: author(who), acts: [one] }
  return record(here.server.ledger, tells ? { ...command, tells } : command)
}

function share(who: Blind['who'], root: string) {
  const what = { areaId: here.server.borough.area, caseId: here.child.id, submissionId: newId() }
  return disclose(here.server.ledger, {
    ...what,
    ...why,
    by: author(who),
    toAgencyIds: [agencyToTell(who)],
    roots: [root],
  })
}

/** The kind of a refusal and its words; that it was done, where it was. */
async function answerTo(work: () => Promise<unknown>): Promise<string> {
  try {
    await work()
    return 'done'
  } catch (error) {
    return `${(error as Error).constructor.name}: ${(error as Error).message}`
  }
}

const everything = async () =>
  (
    await here.server.db.owner.query(
      `select (select count(*) from fact) as facts, (select count(*) from disclosure) as shared`,
    )
  ).rows

describe.each(Object.entries(ways))('%s', (_, way) => {
  test.each(['duty', 'teacher'] as const)('by the %s', async who => {
    const blind = here.blind.find(one => one.who === who) as Blind
    const before = await everything()
    const ofNothing = await answerTo(() => way(blind, newId()))
    expect(ofNothing).toMatch(/^NotFound: /)
    for (const root of blind.hidden) expect(await answerTo(() => way(blind, root))).toBe(ofNothing)
    expect(await everything()).toEqual(before)
  })
})

test('what may be seen can be named', async () => {
  for (const blind of here.blind) {
    const { who, own, seen } = blind
    expect(
      await answerTo(() => acts(who, { ...said(''), act: 'disagree', root: seen, data: { whose: 'agency' } })),
    ).toBe('done')
    expect(await answerTo(() => acts(who, { ...said('child-seen'), about: own }))).toBe('done')
    expect(await answerTo(() => share(who, own))).toBe('done')
  }
})

test('a duty of which neither the trigger nor that it is one’s own can be seen is not answered', async () => {
  const answering = (who: Writer, answers: string) => acts(who, { ...said('referral-decided'), answers })
  const duty = here.blind[1]?.hiddenDuty ?? ''
  expect(duty).not.toBe('')
  const ofNothing = await answerTo(() => answering('teacher', duty.replace(here.referral, newId())))
  expect(ofNothing).toMatch(/^NotFound: /)
  expect(await answerTo(() => answering('teacher', duty))).toBe(ofNothing)
  expect(await answerTo(() => answering('duty', duty))).toBe(ofNothing)
  expect(await answerTo(() => answering('eastWorker', duty))).toBe('done')
})

test('decisions on a request for the record name only words that may be seen', async () => {
  const { area } = here.server.borough
  const { ids } = await record(here.server.ledger, {
    areaId: area,
    submissionId: newId(),
    by: author('privacyOfficer'),
    acts: [{ ...said('subject-access-requested'), data: { requester: 'person', identity: 'known' } }],
  })
  const decide = (requestRoot: string, factId: string) =>
    answerTo(() =>
      decideAccess(here.server.ledger, {
        areaId: area,
        caseId: here.child.id,
        requestRoot,
        by: author('privacyOfficer'),
        decisions: [{ factId, field: '', from: 0, to: 0, decision: 'withhold', ground: 'third-party' }],
      }),
    )
  const request = ids[0] ?? ''
  const ofNothing = await decide(request, newId())
  expect(ofNothing).toMatch(/^NotFound: /)
  for (const factId of here.blind[0]?.hidden ?? []) expect(await decide(request, factId)).toBe(ofNothing)
  expect(await decide(here.blind[0]?.hidden[0] ?? '', here.blind[0]?.seen ?? '')).toBe(ofNothing)
  expect(await decide(request, here.blind[0]?.seen ?? '')).toBe('done')
})

test('a disclosure is recalled only by who sees it', async () => {
  const { ledger, borough, db } = here.server
  const attempt = (who: Blind['who'], disclosureId: string) =>
    answerTo(() => recall(ledger, { areaId: borough.area, disclosureId, by: author(who), why: 'x' }))
  const ofNothing = await attempt('duty', newId())
  expect(await attempt('duty', here.toldPolice)).toBe(ofNothing)
  // Without a grant of their own, the school's lead was only told of the case.
  await db.owner.query(
    `update compartment_grant set ends_at = now() where holder_id in (select holder_id from post_holder where post_id = $1)`,
    [borough.people.teacher.post],
  )
  expect(await attempt('teacher', here.toldPolice)).toBe(ofNothing)
})
