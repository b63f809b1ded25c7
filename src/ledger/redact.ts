/**
 * Taking words away: one person asks, a second one of the same agency decides. What is recorded comes first: from then on nobody
 * reads the words, and the redactor, who alone can, takes their text and salt away (`removals.ts`).
 */
import type { PoolClient } from 'pg'
import { Conflict, NotAllowed, NotFound } from '../access/refusals.ts'
import { dayInWords } from '../guidance/days.ts'
import { type RedactionGroundCode, redactionGrounds } from '../guidance/redaction.ts'
import { transaction } from '../platform/transaction.ts'
import { redactionApproved, redactionAsked, redactionRefused } from '../procedures/redaction.ts'
import type { Author, Command, Recorded, Redaction } from './command.ts'
import type { Ledger } from './ledger.ts'
import { refuseUnlessMay } from './may-act.ts'
import { findSubmission, record, recordWithin } from './record.ts'
import { deleteRepeating, waitForRemoval } from './removals.ts'
import { readEntries, type StoredEntry } from './rows.ts'
import { findPlaces, type Place, readRawWords, type WhichWords } from './which-words.ts'

/** Who acts: always somebody in a post. */
type Person = Author & { readonly postId: string }

export interface AskingRedaction {
  readonly areaId: string
  readonly caseId: string
  readonly submissionId: string
  readonly by: Person
  /** The fact whose words are meant. */
  readonly root: string
  readonly which: WhichWords
  readonly ground: RedactionGroundCode
  readonly why: string
}

/**
 * Asks for words to be removed.
 * @throws NotFound where there are no such words, NotAllowed where another agency wrote them or the post may not ask
 */
export async function askRedaction(ledger: Ledger, asking: AskingRedaction): Promise<Recorded> {
  const { areaId, caseId, root, by, which, ground, why, submissionId } = asking
  const before = await findSubmission(ledger, asking)
  if (before) return before
  const { places, first } = await transaction(ledger.recorder, async client => {
    await refuseUnlessMay(client, areaId, caseId, by, 'ask-redaction')
    const entries = await entriesOf(client, ledger, areaId, caseId)
    const first = entries.find(one => one.root === root)
    if (!first || ledger.guidance.kinds.get(first.kind)?.apart) throw new NotFound()
    if (first.agency !== by.agencyId && which.part === 'said')
      throw new NotAllowed('Only the agency that wrote these words may remove them.', 'Ask that agency.')
    const own = entries.filter(one => one.root === root && one.agency === by.agencyId)
    return { first, places: findPlaces(which, own, await readRawWords(client, areaId, caseId, own)) }
  })
  if (places.length === 0) throw new NotFound('There are no such words on this record.')
  const sensitivity = await sensitivityOf(ledger, areaId, first.compartmentId)
  const day = ledger.dayOf(ledger.now())
  return record(ledger, {
    areaId,
    submissionId,
    by,
    acts: [
      {
        act: 'record',
        caseId,
        kind: redactionAsked.kind,
        about: root,
        sensitivity: first.agency === by.agencyId ? sensitivity : 'ordinary',
        happened: { from: day, to: day, certainty: 'day', at: null },
        data: { ground, places },
        narrative: { why },
      },
    ],
  })
}

export interface DecidingRedaction {
  readonly areaId: string
  readonly caseId: string
  readonly submissionId: string
  readonly by: Person
  /** The fact that asked. */
  readonly asked: string
}

/**
 * Approves a removal: records it, and one redaction for each text that loses words. From here on nobody reads them.
 * @throws NotFound where nobody asked, NotAllowed for whoever asked and for posts that may not decide, Conflict where it was decided
 * or where the words were removed meanwhile
 */
export function approveRedaction(ledger: Ledger, deciding: DecidingRedaction): Promise<Recorded> {
  return decide(ledger, deciding, async (client, request) => {
    const { areaId, caseId, submissionId, by } = deciding
    const { asked, entries, names } = request
    const { ground, places } = asked.data as { ground: RedactionGroundCode; places: readonly Place[] }
    const raw = await readRawWords(client, areaId, caseId, entries)
    const day = ledger.dayOf(ledger.now())
    const who = names.length > 0 ? ` by ${names.join(' and ')}` : ''
    const says = `[Words removed on ${dayInWords(day)}${who}, because ${redactionGrounds[ground].because}]`
    const isLine = (entry: StoredEntry, field: string) =>
      ledger.guidance.kinds.get(entry.kind)?.fields[field]?.type === 'words' && entry.act !== 'disagree'
    const redactions: Redaction[] = []
    const removed: string[] = []
    for (const { entry: id, field, cuts } of byText(places)) {
      const entry = entries.find(one => one.id === id)
      const text = raw.get(id)?.[field]
      if (!entry) throw new NotFound()
      if (text === null || text === undefined)
        throw new Conflict('Words of this record were removed meanwhile. Ask again about what is left.', [])
      removed.push(...cuts.map(({ from, to }) => text.slice(from, to)))
      redactions.push({
        act: 'redact',
        caseId,
        root: entry.root,
        data: { entry: id, field, ground, asked: asked.root },
        // A name or a number has no room for a sentence.
        narrative: isLine(entry, field) ? {} : { [field]: without(text, cuts, says) },
      })
    }
    const command: Command = {
      areaId,
      submissionId,
      by,
      acts: [answer(redactionApproved.kind, request, day, { ground }), ...redactions],
    }
    const [recorded] = await recordWithin(client, ledger, [command])
    await waitForRemoval(client, areaId, caseId, 'redact', submissionId)
    await deleteRepeating(client, areaId, caseId, request.reference, removed, says)
    return recorded as Recorded
  })
}

/** Refuses a removal: the words stay. @throws as `approveRedaction` */
export function refuseRedaction(ledger: Ledger, deciding: DecidingRedaction, why: string): Promise<Recorded> {
  return decide(ledger, deciding, async (client, request) => {
    const { areaId, submissionId, by } = deciding
    const act = answer(redactionRefused.kind, request, ledger.dayOf(ledger.now()), {}, why ? { why } : {})
    const [recorded] = await recordWithin(client, ledger, [{ areaId, submissionId, by, acts: [act] }])
    return recorded as Recorded
  })
}

interface Request {
  readonly caseId: string
  readonly asked: StoredEntry
  readonly entries: readonly StoredEntry[]
  readonly reference: string
  readonly sensitivity: string
  /** Who asked and who decides. */
  readonly names: readonly string[]
}

function answer(
  kind: string,
  { caseId, asked, sensitivity }: Request,
  day: string,
  data: Readonly<Record<string, unknown>>,
  narrative: Readonly<Record<string, string>> = {},
) {
  const happened = { from: day, to: day, certainty: 'day', at: null } as const
  const { root: about } = asked
  return { act: 'record', caseId, kind, about, sensitivity, happened, data, narrative } as const
}

async function decide(
  ledger: Ledger,
  deciding: DecidingRedaction,
  work: (client: PoolClient, request: Request) => Promise<Recorded>,
): Promise<Recorded> {
  const before = await findSubmission(ledger, deciding)
  if (before) return before
  return transaction(ledger.recorder, async client => {
    const { areaId, caseId, asked: root, by } = deciding
    await refuseUnlessMay(client, areaId, caseId, by, 'approve-redaction')
    // Locked as for recording: nobody decides while somebody else does.
    const { rows: files } = await client.query<{ reference: string }>(
      'select reference from case_file where area_id = $1 and id = $2 for update',
      [areaId, caseId],
    )
    const entries = await entriesOf(client, ledger, areaId, caseId)
    const asked = entries.find(one => one.root === root && one.kind === redactionAsked.kind)
    if (!files[0] || !asked || asked.agency !== by.agencyId) throw new NotFound()
    const answers: readonly string[] = [redactionApproved.kind, redactionRefused.kind]
    const decided = entries.filter(one => one.about === root && answers.includes(one.kind))
    if (decided.length > 0)
      throw new Conflict(
        'Somebody decided on this already.',
        decided.map(one => one.id),
      )
    const names = await refuseSame(client, asked.recordedBy, by.postId)
    const sensitivity = await sensitivityOf(ledger, areaId, asked.compartmentId)
    return work(client, { caseId, asked, entries, reference: files[0].reference, sensitivity, names })
  })
}

/** @throws NotAllowed where both posts are one person's @returns their names */
export async function refuseSame(client: PoolClient, first: string | null, second: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string; practitioner: string; name: string }>(
    `select p.id, w.id as practitioner, w.name from post p join practitioner w on w.id = p.practitioner_id
     where p.id = any($1) order by p.id = $2`,
    [[first, second].filter(one => one !== null), second],
  )
  const people = new Set(rows.map(row => row.practitioner))
  if (first === null || first === second || people.size !== 2)
    throw new NotAllowed(
      'This takes two people, and you asked for it yourself.',
      'Ask a manager or the privacy officer who is not you.',
    )
  return rows.map(row => row.name)
}

async function entriesOf(client: PoolClient, ledger: Ledger, areaId: string, caseId: string): Promise<StoredEntry[]> {
  return (await readEntries(client, areaId, [caseId], ledger.dayOf)).get(caseId) ?? []
}

async function sensitivityOf({ recorder }: Ledger, areaId: string, compartmentId: string): Promise<string> {
  const { rows } = await recorder.query<{ sensitivity: string }>(
    'select sensitivity from compartment where area_id = $1 and id = $2',
    [areaId, compartmentId],
  )
  return rows[0]?.sensitivity ?? 'ordinary'
}

function byText(places: readonly Place[]) {
  const texts = new Map<string, { entry: string; field: string; cuts: Place[] }>()
  for (const place of places) {
    const { entry, field } = place
    const key = `${entry} ${field}`
    const text = texts.get(key) ?? { entry, field, cuts: [] }
    text.cuts.push(place)
    texts.set(key, text)
  }
  return [...texts.values()]
}

function without(text: string, cuts: readonly Place[], says: string): string {
  let left = ''
  let at = 0
  for (const { from, to } of [...cuts].toSorted((a, b) => a.from - b.from)) {
    left += text.slice(at, from) + says
    at = to
  }
  return left + text.slice(at)
}
