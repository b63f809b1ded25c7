/**
 * Who else is involved, agency by agency: worked out from what the reader may see and from nothing else. What it does not
 * show it does not count.
 */
import { dataOf, type Statement } from '../../engine/fact.ts'
import type { Day } from '../../guidance/days.ts'
import { type DutyRow, type ReadCase, standingOf } from '../../ledger/read.ts'
import type { AgencyOfArea } from '../../people/agencies.ts'
import {
  informationRequestAnswered,
  informationRequested,
  informationRequestWithdrawn,
} from '../../procedures/information-request.ts'
import { people } from '../../procedures/people.ts'
import { referralReceived } from '../../procedures/referral.ts'
import { wordsOf } from '../case-file/child.ts'
import { reasonsFor, sayReason } from '../duty/reasons.ts'
import { count, sayDay, sayDue, sayLate } from '../kit/days.ts'

export type State = 'overdue' | 'involved' | 'held' | 'waiting' | 'not-involved' | 'not-asked' | 'not-connected'

export interface Contact {
  readonly name: string | null
  readonly telephone: string | null
}

/** What is known of one agency. */
export interface AgencyInPicture {
  readonly agency: AgencyOfArea
  readonly state: State
  /** The day of which it is true; nothing where nothing is known. */
  readonly asOf: Day | null
  /** In sentences: how it is known, and what silence means. */
  readonly says: readonly string[]
  readonly contact: Contact
  /** Days on which it recorded something that the reader may see. */
  readonly recorded: readonly Day[]
  /** The day on which the reader’s agency asked last, and the day on which they answered last. */
  readonly asked: Day | null
  readonly answered: Day | null
  /** The number of the answer’s entry, to be read in full. */
  readonly answer: number | null
  /** The request for whose answer the reader’s agency waits. */
  readonly waits: string | null
}

export interface Seen {
  readonly read: Pick<ReadCase, 'known' | 'words' | 'duties' | 'entries'>
  readonly agencies: readonly AgencyOfArea[]
  /** The reader’s own agency: it is not among the others. */
  readonly reader: string
  /** People who recorded something, by the ids of their posts. */
  readonly people: ReadonlyMap<string, { readonly name: string; readonly title: string }>
  readonly today: { readonly day: Day; readonly instant: number }
}

/** What asks for something first, then the more involved first. */
export const order: readonly State[] = [
  'overdue',
  'involved',
  'held',
  'waiting',
  'not-involved',
  'not-asked',
  'not-connected',
]

type Request = Statement<typeof informationRequested.fields>
type Answer = Statement<typeof informationRequestAnswered.fields>

/** Each other agency of the area, what asks for something first. */
export function pictureOf(seen: Seen): AgencyInPicture[] {
  const lines = seen.agencies.filter(one => one.id !== seen.reader).map(agency => lineOf(agency, seen))
  return lines.toSorted(
    (a, b) => order.indexOf(a.state) - order.indexOf(b.state) || (b.asOf ?? '').localeCompare(a.asOf ?? ''),
  )
}

function lineOf(agency: AgencyOfArea, seen: Seen): AgencyInPicture {
  const { known } = seen.read
  const requests = ((known.byKind.get(informationRequested.kind) ?? []) as unknown as Request[]).filter(
    one => one.agency === seen.reader && one.data.asked?.includes(agency.id),
  )
  const answers = ((known.byKind.get(informationRequestAnswered.kind) ?? []) as unknown as Answer[]).filter(
    one => one.agency === agency.id,
  )
  const facts = known.inOrder.filter(one => one.agency === agency.id && one.kind !== informationRequestAnswered.kind)
  const newest = answers.toSorted((a, b) => asOfAnswer(a).localeCompare(asOfAnswer(b)) || a.number - b.number).at(-1)
  const request = requests.findLast(one => !answers.some(answer => answer.about === one.root))
  const isSince = request && (!newest || request.happened.from >= newest.happened.from)
  const open = isSince ? openRequest(request, agency, seen) : undefined
  const told = newest && fromAnswer(newest, facts, seen)
  const base = told ?? (facts.length > 0 ? fromRecords(facts) : undefined)
  const before = open && base ? base.says.map(text => `Before that: ${text}`) : []
  const unasked = told || requests.length > 0 ? [] : ['Not asked what else they know.']
  const shown = open
    ? { ...open, says: [...open.says, ...before] }
    : base
      ? { ...base, says: [...base.says, ...unasked] }
      : unknown(agency, request, seen)
  return {
    agency,
    ...shown,
    contact: contactOf(agency, newest, facts, seen),
    recorded: facts.map(dayOf),
    asked: requests.at(-1)?.happened.from ?? null,
    answered: newest?.happened.from ?? null,
    answer: newest?.number ?? null,
    waits: open && request ? request.root : null,
  }
}

type Known = Pick<AgencyInPicture, 'state' | 'asOf' | 'says'>

/** A request that nobody has answered: waited for, overdue, or ended with the work on the case. */
function openRequest(request: Request, agency: AgencyOfArea, { read, today }: Seen): Known | undefined {
  const duty = read.duties.find(
    (row: DutyRow) => row.trigger_root === request.root && row.agency_id === agency.id && row.met_by === null,
  )
  const on = sayDay(request.happened.from)
  if (!duty) return undefined
  const due = duty.due_latest
  const standing = standingOf(duty, today)
  if (standing === 'lapsed') return undefined
  if (standing === 'overdue' && due) {
    const late = sayLate(due, today.day)
    const reasons = reasonsFor(read, duty.id).map(fact =>
      [sayReason(fact.data.reason), wordsOf(read, fact as unknown as Statement)['words']].filter(Boolean).join(': '),
    )
    const says = [`Asked on ${on}. The answer was wanted by ${sayDay(due)}: ${late}.`, ...reasons]
    return { state: 'overdue', asOf: null, says }
  }
  const by = due ? `An answer is wanted: ${sayDue(due, today.day)}.` : 'No day was set for the answer.'
  return { state: 'waiting', asOf: null, says: [`Asked on ${on}. ${by}`] }
}

const asOfAnswer = (answer: Answer): Day => answer.data.asOf ?? answer.happened.to

/** What the agency said last; what it recorded after that says more. */
function fromAnswer(answer: Answer, facts: readonly Statement[], seen: Seen): Known {
  const asOf = asOfAnswer(answer)
  const said = wordsOf(seen.read, answer as unknown as Statement)
  const on = sayDay(asOf)
  const since = facts.filter(one => dayOf(one) > asOf)
  switch (answer.data.answer) {
    case 'involved':
      return {
        state: 'involved',
        asOf: latestDay(since) ?? asOf,
        says: [said['shared'] ?? `Said on ${on} that they are involved.`],
      }
    case 'held-not-shared':
      return {
        state: 'held',
        asOf,
        says: [`They hold something and do not share it: ${said['whyNot'] ?? 'no reason is given'}`],
      }
    default:
      if (since.length > 0) return fromRecords(since)
      return answer.data.answer === 'not-involved'
        ? {
            state: 'not-involved',
            asOf,
            says: [said['shared'] ?? `They know the family and were not involved on ${on}.`],
          }
        : {
            state: 'not-involved',
            asOf,
            says: [
              'They looked and hold nothing. That is what their records say, not that nobody there knows the child.',
            ],
          }
  }
}

function fromRecords(facts: readonly Statement[]): Known {
  const days = facts.map(dayOf).toSorted()
  const times = days.length === 1 ? 'once' : `${count(days.length, 'time')}, first on ${sayDay(days[0] ?? '')}`
  return { state: 'involved', asOf: days.at(-1) ?? null, says: [`Recorded something here ${times}.`] }
}

/** The day that says when an agency had to do with the child: of a birth or a name it is the day on which it was recorded. */
function dayOf(fact: Statement): Day {
  const isWho = people.facts.some(({ kind }) => kind === fact.kind)
  return isWho ? (fact.versions[0]?.recordedOn ?? fact.happened.to) : fact.happened.to
}

function latestDay(facts: readonly Statement[]): Day | undefined {
  return facts.map(dayOf).toSorted().at(-1)
}

function unknown(agency: AgencyOfArea, request: Request | undefined, { read }: Seen): Known {
  if (!agency.isConnected)
    return {
      state: 'not-connected',
      asOf: null,
      says: ['Nobody there signs in to Goldthread: that nothing is here means nothing. Ring them.'],
    }
  if (!request)
    return { state: 'not-asked', asOf: null, says: ['Your agency has not asked them. Nothing is known either way.'] }
  const withdrawn = read.known.byKind.get(informationRequestWithdrawn.kind)?.find(one => one.about === request.root)
  const how = withdrawn
    ? `Your agency withdrew the request on ${sayDay(withdrawn.happened.from)}`
    : 'not answered before the work ended'
  const asked = `Asked on ${sayDay(request.happened.from)}`
  const says = `${withdrawn ? `${asked}. ${how}` : `${asked} and ${how}`}. Nothing is known either way.`
  return { state: 'not-asked', asOf: null, says: [says] }
}

/** A number at the end of a name: "PC Imran Vale, 01632 960401". */
const numberAtEnd = /,\s*(\+?[\d ()-]{7,})$/

/** Who told the council of the child for that agency, where they did not ask not to be named. */
function referrerOf(facts: readonly Statement[], read: Seen['read']): Contact | undefined {
  const last = facts.findLast(fact => fact.kind === referralReceived.kind && !dataOf(referralReceived, fact)?.unnamed)
  const said = wordsOf(read, last)['referrer']
  if (!said) return undefined
  const [whole = '', telephone] = numberAtEnd.exec(said) ?? []
  return { name: said.slice(0, said.length - whole.length), telephone: telephone ?? null }
}

/** Whom to ring: named in the answer, else who told the council of the child, else who recorded last, else the agency. */
function contactOf(
  agency: AgencyOfArea,
  answer: Answer | undefined,
  facts: readonly Statement[],
  { read, people: recorders }: Seen,
): Contact {
  const said = answer ? wordsOf(read, answer as unknown as Statement) : {}
  const last = facts.at(-1)?.root
  const post = read.entries.find(entry => entry.id === last)?.recordedBy
  const recorder = post ? recorders.get(post) : undefined
  const referrer = said['contact'] ? undefined : referrerOf(facts, read)
  return {
    name: said['contact'] ?? referrer?.name ?? (recorder ? `${recorder.name}, ${recorder.title}` : null),
    telephone: said['telephone'] ?? referrer?.telephone ?? agency.telephone,
  }
}
