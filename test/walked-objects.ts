/** For the walk of objects: the things that addresses name besides a file, who has each of them, and what is sent to it. */
import { type ActOfAccess, isPartner, may, type Relation, type Role } from '../src/access/policy.ts'
import { newId } from '../src/platform/identifier.ts'
import { date } from './given-case.ts'
import type { TestServer } from './test-server.ts'
import type { Outcome } from './walked-case.ts'
import { asked } from './walked-pages.ts'
import type { Kept, WholeFile } from './whole-file.ts'

/** Somebody who walks, and how they stand to the file. */
export interface Walker {
  readonly name: string
  readonly role: Role
  readonly agency: string
  readonly relation: Relation
  /** The documents that were made beside requests, by the name of whoever they were made for. */
  readonly made: Readonly<Record<string, string>>
}

type Fields = Readonly<Record<string, string | string[]>>

/** One thing that has an address. What looking at it asks of the matrix stands in `walked-pages.ts`, by the address. */
export interface Thing {
  /** What the address names besides the file, and what follows a question mark. */
  readonly at: (walker: Walker) => Readonly<Record<string, string>>
  readonly query?: string
  /** What sending its form asks, where that is more. */
  readonly sending?: ActOfAccess
  /** Whose records make it, where they are not the council’s alone. */
  readonly recordedBy?: string
  /** Who has such a thing; for everybody else there is nothing. */
  readonly has?: (walker: Walker) => boolean
  /** Who alone may of those who see it; everybody else is told whom to ask. */
  readonly alone?: (walker: Walker, method: string) => boolean
  /** A form that would be carried out; and one that is not, for whoever may. */
  readonly form?: Fields
  readonly unfinished?: Fields
  /** It is for the family too: what it leaves out, whoever makes it. */
  readonly leavesOut?: readonly Kept[]
  /** It is of the file that was disposed of. */
  readonly isOver?: true
}

const today = date('2026-04-14')

/** Every address with an object in it, as the site map writes it, and the things that are asked for there. */
export function thingsOf(
  whole: WholeFile,
  { authority, school, police, partnership }: TestServer['borough']['agencies'],
): Readonly<Record<string, readonly Thing[]>> {
  const root = (name: string) => () => ({ root: whole.rootOf(name) })
  const isOf =
    (...agencies: readonly string[]) =>
    ({ agency }: Walker) =>
      agencies.includes(agency)
  const isGranted = ({ relation }: Walker) => relation === 'granted'
  const leavesOut = ['marked', 'held back', 'heard from'] as const

  const plan: Thing = { at: () => ({}), leavesOut }
  // A letter is written by the agency whose record it is drawn from.
  const planned: Thing = { at: root('planned'), has: isOf(authority), leavesOut }
  const decided: Thing = { ...planned, at: root('decided'), recordedBy: school }
  // Whoever called a meeting closes it, writes its minutes, withdraws invitations and gives papers.
  const alone = isOf(authority)
  const [closed, open] = [root('closed'), root('open')]
  const [guest, guestOfClosed] = [whole.rootOf('guest'), whole.rootOf('guest of closed')]
  const papers: Thing = { at: closed, query: 'for=parents', alone, leavesOut }
  const papersOfAgency: Thing = { at: closed, query: 'for=agency', alone }
  const report: Thing = { at: root('assessment'), leavesOut }
  const disagreement: Thing = {
    at: root('raised'),
    recordedBy: school,
    has: isOf(school, authority, police, partnership),
  }
  // Each agency answers those who asked it, for itself alone.
  const request: Thing = { at: ({ agency }) => ({ root: whole.rootOf(`request of ${agency}`) }) }
  const requestOfOthers: Thing = {
    at: ({ agency }) => ({ root: whole.rootOf(`request of ${agency === school ? police : school}`) }),
    has: () => false,
  }
  const certificate: Thing = {
    at: () => ({}),
    isOver: true,
    // The record of the disposal stands where the agency that closed the file keeps its own.
    alone: walker => isGranted(walker) && walker.agency === authority,
  }
  return {
    '/case/:reference/plan.pdf': [plan],
    '/case/:reference/plan.docx': [plan],
    '/case/:reference/fact/:root/letter.pdf': [planned, { ...planned, at: root('guest') }],
    '/case/:reference/fact/:root/letter.docx': [planned, decided],
    '/case/:reference/meeting/:root': [{ at: closed }, { at: open }],
    '/case/:reference/meeting/:root/invitation.ics': [{ at: open }],
    '/case/:reference/meeting/:root/note': [
      { at: open, has: isOf(authority, school, police), form: { words: 'Added.', _version: '0' } },
    ],
    '/case/:reference/meeting/:root/close': [
      { at: open, alone, form: { ...today, 'meeting-how': 'not-held', 'meeting-why': 'Nobody came.' } },
    ],
    '/case/:reference/meeting/:root/minutes': [
      { at: root('held'), alone, form: { ...today, minutes: 'We met.', sentTo: [school] } },
    ],
    '/case/:reference/meeting/:root/withdraw': [
      {
        at: open,
        query: `agency=${police}`,
        alone,
        form: { agency: police, reasons: 'A wrong address.' },
        unfinished: { agency: police },
      },
      {
        at: open,
        query: `guest=${guest}`,
        alone,
        form: { guest, reasons: 'A wrong address.' },
        unfinished: { guest },
      },
    ],
    '/case/:reference/meeting/:root/guest': [
      {
        at: open,
        alone,
        form: {
          body: 'Acorn Nursery',
          standsFor: 'early-years',
          who: 'Nadia Bryce',
          reachedBy: 'letter',
          reachedAt: 'x',
        },
      },
    ],
    '/case/:reference/meeting/:root/guest-said': [
      {
        at: open,
        query: `guest=${guest}&what=answer`,
        alone,
        form: { ...today, guest, what: 'answer', answer: 'comes' },
        unfinished: { guest, what: 'answer' },
      },
      {
        at: closed,
        query: `guest=${guestOfClosed}&what=report`,
        alone,
        form: { ...today, guest: guestOfClosed, what: 'report', known: 'On paper.' },
        unfinished: { guest: guestOfClosed, what: 'report' },
      },
    ],
    '/case/:reference/meeting/:root/pack': [{ at: closed, alone, form: { ...today, for: 'parents', how: 'read' } }],
    '/case/:reference/meeting/:root/papers.pdf': [papers],
    '/case/:reference/meeting/:root/papers.docx': [papers, papersOfAgency],
    '/case/:reference/early-help/:root': [{ at: root('noticed'), recordedBy: school }],
    '/case/:reference/fact/:root/file': [{ at: () => ({ root: whole.filed }) }],
    // Whoever asked for a document has it, and nobody else.
    '/case/:reference/made/:id': [
      { at: ({ made, name }) => ({ id: made[name] ?? newId() }) },
      { at: ({ made, name }) => ({ id: made[name === 'manager' ? 'chair' : 'manager'] ?? newId() }), has: () => false },
    ],
    '/case/:reference/assessment/:root': [{ at: root('assessment') }],
    '/case/:reference/assessment/:root/report.pdf': [report],
    '/case/:reference/assessment/:root/report.docx': [report],
    '/case/:reference/assessment/:root/adults': [
      {
        at: root('assessment'),
        form: {
          ...today,
          'adult-else-who': 'An uncle',
          'adult-else-asked': 'not-asked',
          'adult-else-answer': 'Away.',
        },
      },
    ],
    '/case/:reference/assessment/:root/:domain': [
      {
        at: () => ({ ...root('assessment')(), domain: 'development' }),
        form: { ...today, 'identity-found': 'Proud of her name.', 'identity-source': 'Her teacher' },
      },
    ],
    // Of whoever told the council, in a post of an agency that works with it.
    '/case/:reference/receipt': [{ at: () => ({}), has: ({ role, agency }) => agency === school && isPartner(role) }],
    // A link stands beside two files for those who are granted both.
    '/case/:reference/joined/:link': [
      { at: () => ({ link: whole.link }), has: isGranted, form: { why: 'They are two.' } },
    ],
    '/case/:reference/same-child/:other': [
      { at: () => ({ other: whole.possible.reference }), form: { why: 'They are two.' } },
    ],
    '/case/:reference/disagreement/:root': [disagreement],
    '/case/:reference/disagreement/:root/:step': [
      {
        ...disagreement,
        // The partners have it: they and whoever raised it may settle it, and the side that decided answers how the child is safe.
        at: walker => ({
          ...root('raised')(),
          step: [school, partnership].includes(walker.agency) ? 'settle' : 'safety',
        }),
        form: {
          ...today,
          resolution: 'upheld',
          agreedBy: 'Both',
          effect: 'None.',
          safety: 'safe',
          how: 'A worker looks in.',
          safetyBy: 'Joss Pemberton',
        },
      },
    ],
    '/case/:reference/access-request/:root': [{ ...request, form: { _do: 'all' } }, requestOfOthers],
    '/case/:reference/access-request/:root/record.pdf': [{ ...request, leavesOut: ['marked', 'held back'] }],
    '/case/:reference/certificate': [certificate],
    '/case/:reference/certificate.pdf': [certificate],
    '/case/:reference/redaction/:root': [
      {
        at: () => ({ root: whole.asked }),
        sending: 'approve-redaction',
        // Whoever sees that it was asked reads what was decided; the agency that wrote the words decides.
        alone: (walker, method) => method === 'GET' || alone(walker),
        form: { _do: 'approve' },
      },
    ],
  }
}

/** What the matrix and the rule of the page say. */
export function dueOf(url: string, thing: Thing, method: string, walker: Walker): Outcome {
  const { role, relation } = walker
  if (relation === 'none') return 'nothing there'
  // What was disposed of is not opened in an emergency; and what was opened so is what the council recorded.
  if (relation === 'opened' && (thing.isOver || thing.recordedBy)) return 'nothing there'
  if (relation === 'restricted') return thing.isOver ? 'nothing there' : 'not allowed'
  if (thing.has && !thing.has(walker)) return 'nothing there'
  const looking = asked[url]?.act
  const act = method === 'GET' ? looking : (thing.sending ?? looking)
  return act && may(role, act, relation) && (thing.alone?.(walker, method) ?? true) ? 'yes' : 'not allowed'
}

/** Its address for somebody who walks. */
export function addressOfThing(url: string, thing: Thing, walker: Walker, whole: WholeFile): string {
  const reference = (thing.isOver ? whole.over : whole).reference
  const named: Readonly<Record<string, string>> = { reference, ...thing.at(walker) }
  const path = url.replaceAll(/:(\w+)/g, (_, name: string) => named[name] ?? 'nothing')
  return thing.query ? `${path}?${thing.query}` : path
}
