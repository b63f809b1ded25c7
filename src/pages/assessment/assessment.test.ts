import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { asking, givenAgencies, involvedAnswer } from '../../../test/given-agencies.ts'
import { date, expectAccessible, on } from '../../../test/given-case.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { newId } from '../../platform/identifier.ts'

let here: Awaited<ReturnType<typeof givenAgencies>>
let worker: Visitor
let manager: Visitor
let child: Awaited<ReturnType<typeof here.child>>
let root: string
let address: string

beforeAll(async () => {
  here = await givenAgencies()
  worker = await here.signedIn('eastworker')
  manager = await here.signedIn('manager')
})
beforeEach(async () => {
  child = await here.child()
  await child.fact('referral-received', '2026-03-02', { data: { source: '2A' } })
  root = await child.fact('assessment-started', '2026-03-04')
  address = `${child.base}/assessment/${root}`
})

type Fields = Record<string, string | string[]>

/** The form of a domain as a browser has it: what stands in it, with what is typed over it. */
async function write(who: Visitor, domain: string, typed: Fields, submission = newId()) {
  return who.write(`${address}/${domain}`, { ...(await standing(who, domain)), ...typed }, submission)
}
async function standing(who: Visitor, domain: string): Promise<Fields> {
  const { body } = await who.get(`${address}/${domain}`)
  const hidden = [...body.matchAll(/<input type="hidden" name="([\w-]+-seen)" value="(\d*)"/g)]
  const areas = [...body.matchAll(/<textarea[^>]*name="([\w-]+)"[^>]*>([^<]*)<\/textarea>/g)]
  const inputs = [...body.matchAll(/<input[^>]*name="([\w-]+-source)"[^>]*value="([^"]*)"/g)]
  const ticked = [...body.matchAll(/name="([\w-]+-meaning)" type="checkbox" value="([\w-]+)" checked/g)]
  const one = [...hidden, ...areas, ...inputs].map(([, name = '', value = '']) => [name, value] as const)
  const meaning: Record<string, string[]> = {}
  for (const [, name = '', value = ''] of ticked) (meaning[name] ??= []).push(value)
  return { ...Object.fromEntries(one), ...meaning, ...date('2026-04-14') }
}
const health = { 'health-found': 'She has lost weight.', 'health-meaning': ['risk'], 'health-source': 'Health visitor' }
const findings = async () => (await here.factsOf(child.id)).filter(({ kind }) => kind === 'assessment-finding-written')

describe('the frame', () => {
  test('is honestly empty at first, and says what is empty without stopping anybody', async () => {
    const { body } = await worker.get(address)
    expectAccessible(body)
    for (const said of [
      'Under way',
      '29 of 45 working days used.',
      'Not seen in 43 days since 2 March 2026',
      'Nothing is recorded in the child’s own words yet.',
      'Nothing is written of: health, education,',
      'There is no earlier assessment of this kind on the file',
      'The child was not seen.',
      'No adult around the child is recorded or asked about.',
      'No manager looked at it while it went on.',
      'This list stops nobody',
    ])
      expect(body).toContain(said)
  })

  test('the file and the duty of concluding it lead to it', async () => {
    const { body } = await worker.get(child.base)
    expect(body).toContain(`href="${address}"`)
    expect(body).toContain('Open the assessment: Section 17 assessment, begun on 4 March 2026')
    const duty = [...body.matchAll(/href="([^"]+duty\?id=conclude-assessment[^"]+)"/g)][0]?.[1] ?? ''
    expect((await worker.get(duty.replaceAll('&amp;', '&'))).body).toContain(`href="${address}"`)
  })

  test('visits stand with the days between, an agency’s answer by reference, the child’s words as they were said', async () => {
    await child.fact('child-seen', '2026-03-09', { data: { alone: true, where: 'school' } })
    await child.fact('child-seen', '2026-04-02', { data: { alone: false, where: 'home' } })
    await child.fact('childs-own-words-heard', '2026-03-09', {
      about: root,
      data: { how: 'drawing' },
      narrative: { ownWords: 'This is me. I am under the bed.', done: 'Told the manager.' },
    })
    await child.fact('assessment-reviewed', '2026-03-18', {
      about: root,
      narrative: { challenge: 'Who else is there?' },
    })
    await worker.write(`${child.base}/ask`, {
      ...asking,
      asked: [here.agencies.school, here.agencies.surgery],
      'goes-with-it': child.name,
    })
    const teacher = await here.signedIn('teacher')
    await teacher.write(`${child.base}/answer`, involvedAnswer)
    const { body } = await worker.get(address)
    expectAccessible(body)
    expect(body).toMatch(/after 7 days: [\s\S]*Seen alone[\s\S]*9 March 2026, at school or nursery/)
    expect(body).toMatch(/after 24 days: [\s\S]*2 April 2026, at home, not alone/)
    expect(body).toContain('12 days since then')
    expect(body).toMatch(/This is me\. I am under the bed\.[\s\S]*by drawing[\s\S]*Told the manager\./)
    expect(body).toMatch(/18 March 2026[\s\S]*Who else is there\?/)
    expect(body).toMatch(/#fact-\d+">Linden Primary School, 14 April 2026<\/a>: We are involved/)
    expect(body).toContain('<b>Bridge Surgery</b>: Asked, and has not answered, since 14 April 2026')
    expect(body).not.toContain('She had a new coat')
  })

  test('a child of another area is not there, nor is an assessment that is none', async () => {
    const west = await here.signedIn('westworker')
    for (const page of ['', '/development', '/adults', '/report.pdf'])
      expect((await west.get(`${address}${page}`)).status).toBe(404)
    expect((await west.write(`${address}/development`, health)).status).toBe(404)
    expect((await worker.get(`${child.base}/assessment/${child.birth}`)).status).toBe(404)
    expect((await worker.get(`${child.base}/assessment/nothing`)).status).toBe(404)
    expect((await worker.get(`${address}/no-domain`)).status).toBe(404)
  })
})

describe('writing', () => {
  test('what was changed is recorded in one command, and nothing else', async () => {
    const form = (await worker.get(`${address}/development`)).body
    expectAccessible(form)
    const submission = newId()
    const first = await write(worker, 'development', { ...health, 'education-found': 'She likes school.' }, submission)
    expect([first.status, first.to]).toEqual([303, `${address}?recorded=2#development`])
    const again = await write(worker, 'development', { 'education-found': 'She loves school.' })
    expect(again.to).toBe(`${address}?recorded=1#development`)
    expect((await findings()).map(({ act, data }) => [act, data['dimension']])).toEqual([
      ['record', 'health'],
      ['record', 'education'],
      ['correct', 'education'],
    ])
    const { body } = await worker.get(again.to)
    expectAccessible(body)
    expect(body).toContain('Recorded: 1 change. The rest stands as it was.')
    expect(body).toContain('She loves school.')
    expect(body).not.toContain('She likes school.')
    expect(body).toContain('from Health visitor · Amira Osei, Harrowmere Council')
    expect(body).toContain('Nothing is written of: emotional and behavioural development,')
  })

  test('the same form sent twice is recorded once, and an unchanged one not at all', async () => {
    const form = { ...(await standing(worker, 'development')), ...health }
    const submission = newId()
    const post = () => worker.write(`${address}/development`, form, submission)
    expect((await Promise.all([post(), post()])).map(({ status }) => status)).toEqual([303, 303])
    expect((await post()).to).toBe(`${address}?recorded=0#development`)
    expect(await findings()).toHaveLength(1)
    expect((await write(worker, 'development', {})).to).toBe(`${address}?recorded=0#development`)
  })

  test('what was begun is kept as a draft, and stands in the form again', async () => {
    const url = `${address}/development`
    const submission = newId()
    const begun = { ...(await standing(worker, 'development')), 'health-found': 'She has lost' }
    const draft = { _submission: submission, _version: '0', _form: url, _title: 'A form', _case: child.reference }
    await worker.post('/draft', { ...draft, ...begun })
    const { body } = await worker.get(`${url}?submission=${submission}`)
    expect(body).toMatch(/<textarea[^>]*name="health-found"[^>]*>She has lost</)
  })

  test('of two who write of the same dimension at once the second sees what the first wrote, and loses nothing', async () => {
    const open = await standing(manager, 'development')
    await write(worker, 'development', health)
    const late = { ...open, 'health-found': 'She is small for her age.' }
    const reply = await manager.write(`${address}/development`, late)
    expect(reply.status).toBe(409)
    expectAccessible(reply.body)
    expect(reply.body).toContain('Somebody wrote of “Health” while you were writing')
    expect(reply.body).toContain('She has lost weight.')
    expect(reply.body).toContain('She is small for her age.')
    const seen = /name="health-seen" value="(\d+)"/.exec(reply.body)?.[1] ?? ''
    expect((await manager.write(`${address}/development`, { ...late, 'health-seen': seen })).status).toBe(303)
    expect((await findings()).map(({ act }) => act)).toEqual(['record', 'record'])
    expect((await worker.get(address)).body).toMatch(
      /She is small for her age\.[\s\S]*Said before: 1[\s\S]*She has lost weight\./,
    )
  })

  test('who writes of another dimension meanwhile stands in nobody’s way', async () => {
    const open = await standing(manager, 'development')
    await write(worker, 'development', health)
    expect(
      (await manager.write(`${address}/development`, { ...open, 'identity-found': 'Proud of her name.' })).status,
    ).toBe(303)
    expect(await findings()).toHaveLength(2)
  })

  test('what another agency found is shown, and is not written over', async () => {
    const why = { basis: 'ca1989-s17', necessity: 'For the assessment.', familyTold: 'yes' } as const
    const { id: caseId } = child
    const toAgencyIds = [here.agencies.school]
    await here.server.record('eastWorker', {
      acts: [
        { act: 'record', caseId, kind: 'child-seen', happened: on('2026-04-01'), data: { alone: true }, narrative: {} },
      ],
      tells: [{ caseId, toAgencyIds, roots: [root, child.name], ...why }],
    })
    const teacher = await here.signedIn('teacher')
    expect((await teacher.get(address)).status).toBe(200)
    expect((await write(teacher, 'development', { 'health-found': 'She is cold in the mornings.' })).status).toBe(303)
    const own = await here.server.db.owner.query<{ root: string }>(
      `select root from fact where case_id = $1 and kind = 'assessment-finding-written'`,
      [caseId],
    )
    expect((await worker.get(address)).body).not.toContain('cold in the mornings')
    await here.server.record('teacher', {
      acts: [
        { act: 'record', caseId, kind: 'child-seen', happened: on('2026-04-02'), data: { alone: true }, narrative: {} },
      ],
      tells: [{ caseId, toAgencyIds: [here.agencies.authority], roots: own.rows.map(row => row.root), ...why }],
    })
    expect((await worker.get(`${address}/development`)).body).toMatch(
      /She is cold in the mornings\.[\s\S]*Gwen Abara, Linden Primary School[\s\S]*<textarea/,
    )
    expect((await write(worker, 'development', health)).status).toBe(303)
    expect((await findings()).map(({ act }) => act)).toEqual(['record', 'record'])
    expect((await worker.get(address)).body).toMatch(/cold in the mornings\.[\s\S]*lost weight\./)
  })

  test('a text that is too long, an emptied one and no day say what to do, and nothing is lost', async () => {
    const long = await write(worker, 'development', { ...health, 'health-found': 'x'.repeat(100_001) })
    expect(long.status).toBe(422)
    expect(long.body).toMatch(/100,?000 characters or fewer/)
    await write(worker, 'development', health)
    const emptied = await write(worker, 'development', { 'health-found': '' })
    expect(emptied.status).toBe(422)
    expectAccessible(emptied.body)
    expect(emptied.body).toContain('Words are not emptied here.')
    const undated = await write(worker, 'development', { 'identity-found': 'Proud of her name.', 'happened-day': '' })
    expect(undated.status).toBe(422)
    expect(undated.body).toContain('Proud of her name.')
    expect(await findings()).toHaveLength(1)
  })

  test('a day before the birth belongs under “Before birth”', async () => {
    const early = date('2021-01-10')
    const reply = await write(worker, 'development', { ...health, ...early })
    expect(reply.status).toBe(422)
    expect(reply.body).toContain('The child was born on 2 June 2021.')
    const before = await write(worker, 'analysis', { 'before-birth-found': 'No antenatal care until May.', ...early })
    expect(before.status).toBe(303)
  })

  test('after it was concluded it can still be corrected, and says so', async () => {
    await write(worker, 'development', health)
    await child.fact('assessment-authorised', '2026-04-13', { about: root, data: { outcome: 'child-in-need-plan' } })
    const form = await worker.get(`${address}/development`)
    expect(form.body).toContain('This assessment was concluded on 13 April 2026. It can still be corrected')
    expect((await write(worker, 'development', { 'health-found': 'She has lost weight since May.' })).status).toBe(303)
    const { body } = await worker.get(address)
    expect(body).toContain('written after it was concluded')
    expect(body).toContain('Child in need plan')
    expect(body).toContain('What was left empty')
  })

  test('the document leaves out what is marked, who said it and who came up by asking, and says so', async () => {
    await write(worker, 'development', { ...health, 'health-found': 'She is thin. [risk: He weighs her food.]' })
    await child.fact('adult-around-child-asked', '2026-04-01', {
      about: root,
      data: { asked: 'asked' },
      narrative: { who: 'Daz', answer: 'He stays over.', source: 'Aria' },
    })
    const text = await wordText(`${address}/report.docx`)
    for (const words of [
      'Section 17 assessment: Aria Fenwick',
      'She is thin.',
      '[left out]',
      '2 passages are left out',
    ])
      expect(text).toContain(words)
    for (const words of ['weighs', 'Health visitor', 'Daz', 'He stays over']) expect(text).not.toContain(words)
    expect((await worker.get(`${address}/report.pdf`)).headers['content-type']).toContain('pdf')
  })
})

async function wordText(url: string) {
  const cookie = [...worker.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const { rawPayload } = await here.server.app.inject({ url, headers: { host: 'localhost', cookie } })
  return strFromU8(unzipSync(new Uint8Array(rawPayload))['word/document.xml'] ?? new Uint8Array()).replaceAll(
    /<[^>]*>/g,
    ' ',
  )
}

describe('a re-assessment', () => {
  test('stands beside the last one, whose words are taken over only as found again', async () => {
    await write(worker, 'development', health)
    await child.fact('child-seen', '2026-03-09', { data: { alone: true } })
    await child.fact('childs-own-words-heard', '2026-03-09', {
      about: root,
      data: { how: 'speech' },
      narrative: { ownWords: 'I like it here.' },
    })
    await child.fact('assessment-authorised', '2026-04-10', {
      about: root,
      narrative: { development: 'Behind where she could be.' },
    })
    const second = await child.fact('assessment-started', '2026-04-13')
    address = `${child.base}/assessment/${second}`
    expect((await findings())[0]?.about).toBe(root)
    const form = await worker.get(`${address}/development`)
    expectAccessible(form.body)
    expect(form.body).toContain('It was found again: take these words over, with the day below')
    expect((await write(worker, 'development', { 'health-again': 'yes', 'health-found': 'Other.' })).status).toBe(422)
    expect((await write(worker, 'development', { 'health-again': 'yes' })).status).toBe(303)
    expect((await findings()).at(-1)).toMatchObject({
      about: second,
      data: { dimension: 'health', meaning: ['risk'], again: true },
    })
    const { body } = await worker.get(address)
    expectAccessible(body)
    expect(body).toMatch(
      /Now<\/p>[\s\S]*She has lost weight\.[\s\S]*14 April 2026 · found again[\s\S]*Last, 4 March 2026/,
    )
    expect(body).toContain('Behind where she could be.')
    expect(body).toContain('Not seen in 1 day since 13 April 2026')
    expect(body).not.toContain('I like it here.')
    expect((await worker.get(`${child.base}/assessment/${root}`)).body).toContain('I like it here.')
    expect(body).toContain('Section 17 assessment, begun on 4 March 2026')
  })
})

describe('the adults', () => {
  test('each is asked about or not, and somebody else may come up', async () => {
    await child.fact('person-connected', '2026-03-01', {
      data: { relationship: 'mother', livesWith: true },
      narrative: { forenames: 'Nell', surname: 'Fenwick' },
    })
    const form = await worker.get(`${address}/adults`)
    expectAccessible(form.body)
    expect(form.body).toContain('Nell Fenwick, mother')
    const half = await worker.write(`${address}/adults`, {
      'adult-0-who': 'Nell Fenwick',
      'adult-0-asked': 'asked',
      ...date('2026-04-14'),
    })
    expect([half.status, half.body.includes('what the answer was')]).toEqual([422, true])
    const reply = await worker.write(`${address}/adults`, {
      'adult-0-who': 'Nell Fenwick',
      'adult-else-who': 'Mother’s new partner, called Daz',
      'adult-else-asked': 'asked',
      'adult-else-answer': 'He stays three nights a week.',
      'adult-else-source': 'Aria, at school',
      'adult-else-near': 'stays',
      ...date('2026-04-14'),
    })
    expect(reply.to).toBe(`${address}?recorded=1#adults`)
    const { body } = await worker.get(address)
    expectAccessible(body)
    expect(body).toMatch(/Nell Fenwick<\/b>, mother, lives with the child[\s\S]*Not asked yet/)
    expect(body).toMatch(
      /called Daz<\/b>[\s\S]*Asked[\s\S]*He stays three nights a week\.[\s\S]*stays over · from Aria, at school/,
    )
    expect(body).toContain('Stands nowhere else on this file.')
    expect(body).toContain('Nobody asked about Nell Fenwick, or it is not written down.')
    const refused = { 'adult-0-who': 'Nell Fenwick', 'adult-0-asked': 'not-asked', ...date('2026-04-14') }
    expect((await worker.write(`${address}/adults`, refused)).status).toBe(422)
    await worker.write(`${address}/adults`, { ...refused, 'adult-0-answer': 'He was in the room.' })
    expect((await worker.get(address)).body).toContain('Not asked, with a reason: Nell Fenwick.')
  })
})

describe('other assessments', () => {
  test.each([
    ['disabled-child-assessment-started', {}, 'Assessment of a disabled child'],
    ['parent-carer-assessment-called-for', { whose: 'parent-carer' }, 'Assessment of a parent or carer'],
    ['young-carer-seen', { how: 'seen' }, 'Assessment of a young carer'],
    ['child-in-secure-establishment', { us: 'home' }, 'Assessment in a secure establishment'],
    ['risk-outside-home-seen', { contexts: ['online'] }, 'Assessment of risk outside the home'],
  ] as const)('%s stands on the same frame, as a part with its own state', async (kind, data, label) => {
    const special = await child.fact(kind, '2026-03-10', { data })
    const main = (await worker.get(address)).body
    expect(main).toContain(`${label}, begun on 10 March 2026`)
    const main17 = address
    address = `${child.base}/assessment/${special}`
    expect((await write(worker, 'environment', { 'housing-found': 'No lift.' })).status).toBe(303)
    const { body } = await worker.get(address)
    expectAccessible(body)
    expect(body).toContain('No lift.')
    expect(body).toMatch(new RegExp(`/record/[\\w-]+\\?continues-fact=${special}">Record: `))
    expect(body).toContain(`href="${main17}"`)
    expect((await worker.get(main17)).body).not.toContain('No lift.')
  })

  test('before birth nobody is missed who cannot be seen yet', async () => {
    const opened = await here.newCase('Unborn')
    await opened.fact('birth-expected', '2026-03-01', { data: { expectedOn: '2026-06-20' } })
    const began = await opened.fact('assessment-started', '2026-03-04')
    address = `/case/${opened.reference}/assessment/${began}`
    expect((await write(worker, 'analysis', { 'before-birth-found': 'She keeps every appointment.' })).status).toBe(303)
    const { body } = await worker.get(address)
    expect(body).toContain('Not born yet, expected on 20 June 2026')
    expect(body).toContain('She keeps every appointment.')
    expect(body).not.toContain('The child was not seen.')
  })
})
