import { strFromU8, unzipSync } from 'fflate'
import { extractText, getDocumentProxy } from 'unpdf'
import { beforeAll, expect, test } from 'vitest'
import { givenAgencies } from '../../../test/given-agencies.ts'
import { expectAccessible } from '../../../test/given-case.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { disclose } from '../../ledger/disclose.ts'
import { newId } from '../../platform/identifier.ts'

let here: Awaited<ReturnType<typeof givenAgencies>>
let worker: Visitor
let file: Awaited<ReturnType<Awaited<ReturnType<typeof givenAgencies>>['child']>>
beforeAll(async () => {
  here = await givenAgencies()
  worker = await here.signedIn('eastworker')
  file = await here.child()
})

/** What a visitor gets under an address, as bytes. */
async function download(visitor: Visitor, url: string) {
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const answer = await here.server.app.inject({ url, headers: { host: 'localhost', cookie } })
  return { status: answer.statusCode, headers: answer.headers, bytes: new Uint8Array(answer.rawPayload) }
}
async function pdfText(visitor: Visitor, url: string) {
  const { bytes } = await download(visitor, url)
  return (await extractText(await getDocumentProxy(bytes), { mergePages: true })).text.replaceAll(/\s+/g, ' ')
}
async function wordText(visitor: Visitor, url: string) {
  const { bytes } = await download(visitor, url)
  return strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()).replaceAll(/<[^>]*>/g, ' ')
}

test('the chronology has every record with its owner and certainty, the gaps, corrections, who made it, and what it leaves out', async () => {
  const { base, id } = file
  await file.fact('referral-received', '2026-01-05', {
    data: { source: '2A' },
    narrative: { reason: 'Marks on both arms. [third party: Her aunt rang.]' },
  })
  await file.fact('child-seen', '2026-04-01', {
    happened: { from: '2026-04-01', to: '2026-04-30', certainty: 'month', at: null },
  })
  const root = await file.fact('referral-received', '2026-03-02', {
    data: { source: '2A' },
    narrative: { reason: 'x' },
  })
  const { rows } = await here.server.db.owner.query<{ number: number }>(
    'select number from fact where case_id = $1 and id = $2',
    [id, root],
  )
  await here.server.record('manager', {
    acts: [
      { act: 'strike-out', caseId: id, root, seen: rows[0]?.number ?? 0, narrative: { reason: 'Of another child.' } },
    ],
  })
  const text = await pdfText(worker, `${base}/chronology.pdf`)
  for (const words of [
    'Chronology: Aria Fenwick',
    'Made on 14 April 2026 at 10:00 by Amira Osei, Social worker, East team, Harrowmere Council.',
    'What they may not see is not in here',
    '5 January 2026: Referral received',
    'Harrowmere Council · Amira Osei · recorded on 14 April 2026',
    'Marks on both arms. [third party: Her aunt rang.]',
    'Words in square brackets were marked by whoever wrote them',
    '7 weeks with nothing recorded',
    'about April 2026: ',
    '2 March 2026: Referral received (struck out)',
    'Of another child.',
  ])
    expect(text).toContain(words)
  const same = await wordText(worker, `${base}/chronology.docx`)
  for (const words of ['Chronology: Aria Fenwick', 'Marks on both arms.', '7 weeks with nothing recorded'])
    expect(same).toContain(words)
  const { headers } = await download(worker, `${base}/chronology.docx`)
  expect(headers['content-disposition']).toContain('.docx')
  expect(headers['x-content-type-options']).toBe('nosniff')
})

test('the same record at the same moment is the same document, and each making is in the reading log', async () => {
  for (const form of ['pdf', 'docx']) {
    const [one, other] = [
      await download(worker, `${file.base}/chronology.${form}`),
      await download(worker, `${file.base}/chronology.${form}`),
    ]
    expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(true)
  }
  const { rows } = await here.server.db.owner.query<{ route: string }>(
    `select distinct route from reading_log where case_id = $1 and route like '%chronology%' order by route`,
    [file.id],
  )
  expect(rows.map(row => row.route)).toEqual(['/case/:reference/chronology.docx', '/case/:reference/chronology.pdf'])
})

test('another agency’s document holds what was shared with it and nothing else; whoever may see nothing is told nothing', async () => {
  const shared = await file.fact('child-seen', '2026-02-02', { narrative: { notes: 'Shared words.' } })
  const teacher = await here.signedIn('teacher')
  expect((await teacher.get(`${file.base}/chronology.pdf`)).status).toBe(404)
  expect((await teacher.get(`${file.base}/documents`)).body).toBe(
    (await teacher.get('/case/GT-0000000/documents')).body,
  )
  const { area, agencies, people } = here.server.borough
  await disclose(here.server.ledger, {
    areaId: area,
    caseId: file.id,
    submissionId: newId(),
    by: { postId: people.eastWorker.post, agencyId: agencies.authority },
    toAgencyIds: [agencies.school],
    roots: [shared],
    basis: 'ca1989-s47',
    necessity: 'To keep her safe.',
    familyTold: 'yes',
  })
  const text = await pdfText(teacher, `${file.base}/chronology.pdf`)
  expect(text).toContain('2 February 2026')
  expect(text).toContain('1 record.')
  expect(text).not.toContain('Marks on both arms')
  expect(text).not.toContain('Fenwick')
})

test('the plan is put together from conference, core group and details; marked words are left out, and it says so', async () => {
  const { agencies, people } = here.server.borough
  const aria = await here.child('Plansome')
  expect((await download(worker, `${aria.base}/plan.pdf`)).status).toBe(404)
  await aria.fact('initial-conference-held', '2026-03-10', {
    data: {
      decision: 'child-protection-plan',
      categories: ['NEG'],
      leadSocialWorker: [people.eastWorker.post],
      coreGroup: [agencies.school, agencies.police],
      reviewOn: '2026-06-09',
      coreGroupOn: '2026-03-20',
    },
    narrative: { chair: 'Edwin Marsh', outlinePlan: 'Meals every day by May. [risk: He must not learn where.]' },
  })
  const outline = await pdfText(worker, `${aria.base}/plan.pdf`)
  for (const words of [
    'Child protection plan: Aria Plansome',
    'Category of harm: Neglect',
    'led by Edwin Marsh',
    'Lead social worker: Amira Osei, Social worker, East team',
    'Linden Primary School',
    'Meals every day by May. [left out]',
    'One passage is left out',
    'The plan is not worked out in detail yet.',
    'First core group, as planned 20 March 2026',
    'First review, as planned 9 June 2026',
  ])
    expect(outline).toContain(words)
  expect(outline).not.toContain('He must not learn where')
  await aria.fact('plan-detailed', '2026-03-25', { narrative: { actions: 'Nursery from May: the school.' } })
  await aria.fact('plan-category-changed', '2026-03-30', { data: { categories: ['EMO'] } })
  await aria.fact('core-group-held', '2026-03-20', { data: { nextOn: '2026-04-30' } })
  const detailed = await wordText(worker, `${aria.base}/plan.docx`)
  for (const words of ['Emotional abuse', 'Nursery from May: the school.', 'Latest core group', '30 April 2026'])
    expect(detailed).toContain(words)
  expect(detailed).not.toContain('not worked out in detail')
  await aria.fact('review-conference-held', '2026-04-10', {
    data: { decision: 'ends', stillLikely: false, approvedBy: [people.manager.post] },
    narrative: { reasons: 'Safe now.' },
  })
  expect(await pdfText(worker, `${aria.base}/plan.pdf`)).toContain('This plan ended on 10 April 2026.')
})

test('the plan gives the review as planned last, and says that it was ended, whatever else the record says', async () => {
  const { people } = here.server.borough
  const aria = await here.child('Planmoved')
  const about = await aria.fact('initial-conference-held', '2026-01-10', {
    data: { decision: 'child-protection-plan', categories: ['NEG'], reviewOn: '2026-04-09' },
  })
  await aria.fact('review-conference-planned', '2026-03-02', { about, data: { plannedFor: '2026-04-20' } })
  await aria.fact('review-conference-planned', '2026-03-20', { about, data: { plannedFor: '2026-04-16' } })
  const moved = await pdfText(worker, `${aria.base}/plan.pdf`)
  expect(moved).toContain('First review, as planned 16 April 2026')
  expect(moved).not.toMatch(/9 April 2026|ended/)
  await aria.fact('review-conference-held', '2026-04-01', {
    about,
    data: { decision: 'continues', nextOn: '2026-09-30' },
  })
  expect(await pdfText(worker, `${aria.base}/plan.pdf`)).toContain('Next review, as planned 30 September 2026')
  await aria.fact('review-conference-planned', '2026-04-02', { about, data: { plannedFor: '2026-08-03' } })
  expect(await pdfText(worker, `${aria.base}/plan.pdf`)).toContain('Next review, as planned 3 August 2026')
  await aria.fact('plan-ended', '2026-04-13', {
    about,
    data: { ground: 'not-likely-significant-harm', approvedBy: [people.manager.post] },
    narrative: { reasons: 'Home is calm.' },
  })
  expect(await pdfText(worker, `${aria.base}/plan.pdf`)).toContain(
    'This plan was recorded as ended on 13 April 2026. A review found significant harm no longer likely.',
  )
})

test('the plan is of the conference that its start names, whatever other conferences there were', async () => {
  const aria = await here.child('Plannamed')
  const about = await aria.fact('initial-conference-held', '2026-01-12', { narrative: { chair: 'Edwin Marsh' } })
  await aria.fact('child-protection-plan-started', '2026-01-14', { about, data: { categories: ['NEG'] } })
  await aria.fact('initial-conference-held', '2026-03-16', {
    data: { decision: 'other-support' },
    narrative: { chair: 'Olive Tan' },
  })
  const plan = await pdfText(worker, `${aria.base}/plan.pdf`)
  expect(plan).toContain('led by Edwin Marsh')
  expect(plan).toContain('Initial conference 12 January 2026')
  expect(plan).not.toContain('Olive Tan')
})

test('a letter to the referrer says what was decided and what was written for them, and no marked word', async () => {
  const aria = await here.child()
  const referral = await aria.fact('referral-received', '2026-04-01', {
    data: { source: '2A' },
    narrative: { reason: 'Marks.', referrer: 'Gwen Abara, teacher', agency: 'Linden Primary School' },
  })
  const decided = await aria.fact('referral-decided', '2026-04-02', {
    about: referral,
    data: { outcome: 'early-help' },
    narrative: { reasons: 'Below section 17.', threshold: 'Right help, right time, version 4' },
  })
  await aria.fact('referrer-told', '2026-04-02', {
    about: decided,
    narrative: { explained: 'The family centre will ring. [third party: His brother agreed.]' },
  })
  const text = await pdfText(worker, `${aria.base}/fact/${decided}/letter.pdf`)
  for (const words of [
    'Gwen Abara, teacher Linden Primary School',
    'Your referral of 1 April 2026 about Aria',
    'What we decided: Early help or another service',
    'Right help, right time, version 4',
    'The family centre will ring.',
    'Thank you for telling us',
    'you can ask us to look at the decision again',
    'Amira Osei Social worker, East team',
  ])
    expect(text).toContain(words)
  for (const words of ['His brother', 'Below section 17', 'Fenwick']) expect(text).not.toContain(words)
  expect((await download(worker, `${aria.base}/fact/${referral}/letter.pdf`)).status).toBe(404)
  const data = await here.signedIn('datalead')
  expect((await data.get(`${aria.base}/fact/${decided}/letter.pdf`)).status).toBe(403)
})

test('a referral without a name has no letter', async () => {
  const aria = await here.child()
  const referral = await aria.fact('referral-received', '2026-04-01', {
    data: { source: '9' },
    narrative: { reason: 'x' },
  })
  const decided = await aria.fact('referral-decided', '2026-04-02', {
    about: referral,
    data: { outcome: 'no-further-action' },
    narrative: { reasons: 'y' },
  })
  expect((await download(worker, `${aria.base}/fact/${decided}/letter.pdf`)).status).toBe(404)
})

test('invitations go to the parents at home together, to each other parent without the address, and to each agency', async () => {
  const aria = await here.child()
  await aria.fact('address-known', '2026-03-02', { narrative: { address: '4 Mill Lane', postcode: 'ZZ99 1AA' } })
  for (const [forenames, relationship, livesWith] of [
    ['Jo', 'mother', true],
    ['Sam', 'step-parent', true],
    ['Lee', 'father', false],
    ['Nan', 'grandparent', true],
  ] as const)
    await aria.fact('person-connected', '2026-03-01', {
      data: { relationship, livesWith },
      narrative: { forenames, surname: 'Fenwick' },
    })
  const { agencies } = here.server.borough
  const planned = await aria.fact('conference-planned', '2026-04-10', {
    data: { plannedFor: '2026-04-30', invited: [agencies.authority, agencies.school, agencies.police] },
    narrative: { notes: 'Words for us alone.' },
  })
  await aria.fact('meeting-called', '2026-04-10', {
    data: { meeting: 'initial-conference', plannedFor: '2026-04-30', invited: [agencies.school] },
    narrative: { startsAt: '10:30', place: 'Civic Centre [risk: by the back door]' },
  })
  const letter = `${aria.base}/fact/${planned}/letter.pdf`
  const home = await pdfText(worker, `${letter}?to=family-1`)
  expect(home).toContain('Jo Fenwick and Sam Fenwick 4 Mill Lane ZZ99 1AA')
  expect(home).toContain('Child protection conference on 30 April 2026')
  expect(home).toMatch(/Time: 10:30[\s\S]*Where: Civic Centre/)
  expect(home).not.toContain('back door')
  const father = await pdfText(worker, `${letter}?to=family-2`)
  expect(father).toContain('Lee Fenwick')
  for (const tells of ['Mill Lane', 'Linden Primary School']) {
    expect(home).toContain(tells)
    expect(father).not.toContain(tells)
  }
  const { owner } = here.server.db
  await owner.query(`update case_file set restriction = 'shielded' where id = $1`, [aria.id])
  expect((await download(worker, `${letter}?to=family-2`)).status).toBe(404)
  await owner.query(`update case_file set restriction = 'none' where id = $1`, [aria.id])
  const school = await pdfText(worker, `${letter}?to=${agencies.school}`)
  expect(school).toContain('Child: Aria Fenwick, file')
  expect(school).toContain('Also invited: Harrowmere Police')
  expect(school).not.toContain('Mill Lane')
  const all = await pdfText(worker, letter)
  expect(all.match(/page \d of 4/g)).toHaveLength(4)
  expect(all).not.toContain('Nan Fenwick')
  expect(all).not.toContain('Words for us alone')
  expect((await download(worker, `${letter}?to=nobody`)).status).toBe(404)
  const again = await aria.fact('conference-planned', '2026-04-13', {
    data: { plannedFor: '2026-05-05', invited: [agencies.police] },
  })
  expect((await download(worker, letter)).status).toBe(404)
  const { body } = await worker.get(`${aria.base}/documents`)
  expect(body).toContain(`${again}/letter.docx`)
  expectAccessible(body)
  expect(body).toContain(`letter.docx?to=${agencies.police}`)
  expect(body).toContain('To Jo Fenwick and Sam Fenwick')
})

test('the file leads to its documents beside the chronology', async () => {
  const { body } = await worker.get(file.base)
  expectAccessible(body)
  for (const to of ['chronology.pdf', 'chronology.docx', 'documents'])
    expect(body).toContain(`href="${file.base}/${to}"`)
})
