/**
 * For the walk of objects: a child’s file on which there is one of each thing that an address can name, the files beside it, and in each
 * passage of them a word that stands nowhere else, so that a page that shows it says which passage it shows.
 */
import type { Recording } from '../src/ledger/command.ts'
import { disposeOf, proposeDisposal } from '../src/ledger/dispose.ts'
import { fileDocument } from '../src/ledger/filed-documents.ts'
import { joinFiles } from '../src/ledger/links.ts'
import { writeNote } from '../src/ledger/meeting-notes.ts'
import { recordMany } from '../src/ledger/record.ts'
import { askRedaction } from '../src/ledger/redact.ts'
import { saveDraft } from '../src/pages/pipeline/draft.ts'
import { newReference } from '../src/people/establishment.ts'
import { newId } from '../src/platform/identifier.ts'
import { addColleague } from './colleague.ts'
import { on } from './given-case.ts'
import type { AgenciesAndPanel } from './panel.ts'
import type { TestServer } from './test-server.ts'
import { sayTelephone } from './walked-case.ts'
import { whatWasSaid } from './what-was-said.ts'

/** What can be read of a file: a passage of a record, a note, a draft. */
export interface Passage {
  readonly word: string
  /** "meeting-report-given: known". */
  readonly where: string
  /** Whose it is. */
  readonly agency: string
  readonly caseId: string
  /** The record whose words they are; nothing where they are of none. */
  readonly root: string | undefined
  /** What a document for the family leaves out, and why. */
  readonly kept: Kept | undefined
}

/** Marked by whoever wrote it, written where the family does not read, or saying from whom something was heard. */
export type Kept = 'marked' | 'held back' | 'heard from'

/** Each word of the walk. */
export const marked = /marked\d{3}word/gi

const keptFields: Readonly<Record<string, Kept>> = {
  'meeting-report-given: heldBack': 'held back',
  'meeting-guest-reported: heldBack': 'held back',
  'meeting-minutes-sent: confidential': 'held back',
  'assessment-finding-written: source': 'heard from',
  'adult-around-child-asked: source': 'heard from',
  'adult-around-child-asked: answer': 'heard from',
}

export type WholeFile = Awaited<ReturnType<typeof openWholeFile>>

/** Opens it, by the ledger’s own commands. @param agencies all that will walk, by what they are called in the small borough */
export async function openWholeFile(server: TestServer, agencies: AgenciesAndPanel) {
  const { borough, ledger, db } = server
  const { area, people } = borough
  let words = 0
  const word = () => `Marked${String(++words).padStart(3, '0')}word`
  const by = (who: keyof typeof people) => ({ postId: people[who].post, agencyId: people[who].agency })
  const sent = (who: keyof typeof people) => ({ areaId: area, submissionId: newId(), by: by(who) })
  const open = async (acts: (caseId: string) => readonly Recording[]) => {
    const [id, reference] = [newId(), newReference()]
    await server.record('eastWorker', {
      opens: [{ id, kind: 'child', reference, teamId: borough.teams.east }],
      acts: acts(id),
    })
    return { id, reference }
  }
  type OfCase = Omit<Recording, 'act' | 'caseId'>
  const named = (caseId: string, more: readonly OfCase[]): Recording[] =>
    [
      { kind: 'child-named', happened: on('2020-03-01'), data: {}, narrative: { forenames: word(), surname: word() } },
      ...more,
    ].map(one => ({ ...one, act: 'record', caseId }))
  const born: OfCase = { kind: 'child-born', happened: on('2018-06-02'), data: {}, narrative: {} }

  await sayTelephone(server)
  const file = await open(id => named(id, [born]))
  const said = whatWasSaid(agencies, people.eastWorker.post, word)
  const roots = new Map<string, string>()
  const rootOf = (name: string) => {
    const root = roots.get(name)
    if (root === undefined) throw new Error(`Nothing on the whole file is called ${name}.`)
    return root
  }
  for (const { agency, facts } of said) {
    const acts = facts.map(({ name, kind, day, about, data, narrative }): Recording => {
      const id = newId()
      if (name) roots.set(name, id)
      const continued = about === undefined ? null : rootOf(about)
      return { act: 'record', id, caseId: file.id, kind, happened: on(day), about: continued, data, narrative }
    })
    await server.record('manager', { by: { postId: null, agencyId: agency }, acts })
  }

  const bytes = word()
  const filed = await fileDocument(ledger, {
    ...sent('eastWorker'),
    caseId: file.id,
    said: {
      happened: on('2026-04-02'),
      data: { what: 'letter' },
      narrative: { author: word(), file: `${word()}.txt`, summary: word() },
    },
    bytes: Buffer.from(`A letter: ${bytes}`),
    type: 'text/plain; charset=utf-8',
  })
  const asked = await askRedaction(ledger, {
    ...sent('eastWorker'),
    caseId: file.id,
    root: rootOf('observed'),
    which: { part: 'said', field: 'seen', passage: null },
    ground: 'somebody-else',
    why: word(),
  })
  const beside = await addColleague(server, 'teacher', { signIn: 'deputy', name: 'Rhys Marlow', title: 'Deputy lead' })
  const notes: Passage[] = []
  const noted = [
    ['open', people.westWorker],
    ['open', beside],
    ['held', people.westWorker],
    ['held', beside],
  ] as const
  for (const [meeting, { post, agency }] of noted) {
    const note = word()
    await writeNote(ledger, {
      areaId: area,
      caseId: file.id,
      meeting: rootOf(meeting),
      by: { postId: post, agencyId: agency },
      words: note,
      seen: 0,
    })
    notes.push({ word: note, where: 'note', agency, caseId: file.id, root: undefined, kept: undefined })
  }
  const draft = word()
  await saveDraft(
    db.door,
    people.westWorker.practitioner,
    {
      submission: newId(),
      version: 0,
      form: `/case/${file.reference}/record/observation-recorded`,
      title: 'A draft',
      typed: { seen: draft },
      areaId: area,
      caseId: file.id,
    },
    ledger.now(),
  )

  const [twin, possible] = [await open(id => named(id, [born])), await open(id => named(id, [born]))]
  for (const { id } of [twin, possible]) await observed(id)
  const link = await joinFiles(ledger, { ...sent('manager'), caseId: file.id, otherCaseId: twin.id, why: word() })
  const over = await disposedFile()
  const cases = [file.id, twin.id, possible.id, over.id]
  const { rows } = await db.owner.query<Omit<Passage, 'word' | 'kept'> & { text: string }>(
    `select n.text, f.kind || ': ' || n.field as where, f.agency_id as agency, n.case_id as "caseId", n.root
     from narrative n join fact f on f.id = n.fact_id where n.case_id = any($1) order by f.number, n.field`,
    [cases],
  )
  const passages = rows.flatMap(({ text, ...of }) =>
    [...text.matchAll(/(?<mark>\[[\w ]+: )?(?<word>Marked\d{3}word)/g)].map(
      ({ groups }): Passage => ({
        ...of,
        word: groups?.['word'] ?? '',
        kept: groups?.['mark'] === undefined ? keptFields[of.where] : 'marked',
      }),
    ),
  )
  passages.push(
    ...notes,
    {
      word: bytes,
      where: 'bytes',
      agency: agencies.authority,
      caseId: file.id,
      root: filed.ids[0],
      kept: undefined,
    },
    { word: draft, where: 'draft', agency: agencies.authority, caseId: file.id, root: undefined, kept: undefined },
  )
  return {
    ...file,
    twin,
    possible,
    over,
    link,
    cases,
    rootOf,
    filed: filed.ids[0] ?? '',
    asked: asked.ids[0] ?? '',
    passages,
  }

  /** Something that each of the other agencies recorded on a file, so that it works on it. */
  async function observed(caseId: string) {
    const { authority: _, ...others } = agencies
    await recordMany(
      ledger,
      Object.values(others).map(agencyId => ({
        areaId: area,
        submissionId: newId(),
        by: { postId: null, agencyId },
        acts: [
          {
            act: 'record',
            caseId,
            kind: 'observation-recorded',
            happened: on('2020-03-03'),
            data: {},
            narrative: { seen: word() },
          },
        ],
      })),
    )
  }

  /** Came to notice and nothing followed; closed, kept for six years, and disposed of. A meeting had been called. */
  async function disposedFile() {
    const meeting = newId()
    const day = on('2020-03-02')
    const closed = await open(caseId =>
      named(caseId, [
        { kind: 'referral-received', happened: day, data: { source: '9' }, narrative: { reason: word() } },
        {
          id: meeting,
          kind: 'meeting-called',
          happened: day,
          data: { meeting: 'child-in-need-meeting', plannedFor: '2020-03-05', invited: [agencies.school] },
          narrative: { place: word(), purpose: word() },
        },
        { kind: 'case-closed', happened: on('2020-03-10'), data: { reason: 'RC7' }, narrative: {} },
      ]),
    )
    await observed(closed.id)
    await proposeDisposal(ledger, { ...sent('manager'), caseId: closed.id })
    await disposeOf(ledger, { ...sent('privacyOfficer'), caseId: closed.id })
    return { ...closed, meeting }
  }
}
