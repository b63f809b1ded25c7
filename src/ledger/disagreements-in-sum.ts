/**
 * The disagreements of an area in sum, for those who answer for it: how many are open at each stage, what they are about, how they ended.
 * Counted over the whole area, whoever looks, so that no two readers can learn from their difference. Files that are restricted or
 * shielded, or joined with one that is, are in no number. What is small is said as small, and all else to the nearest five, so that
 * taking one number from another names no child.
 */
import type { Entry } from '../engine/fact.ts'
import { knownAt } from '../engine/statements.ts'
import { type Day, toNumber } from '../guidance/days.ts'
import { transaction } from '../platform/transaction.ts'
import { disagreementRaised, disagreementSettled, stages } from '../procedures/disagreement-facts.ts'
import { type Ladder, laddersOf } from '../procedures/disagreement-ladder.ts'
import type { Ledger } from './ledger.ts'
import { grouped } from './rows.ts'

/** How many: none, fewer than five, or about so many. */
export type Amount = number | 'few'

/** One code of a list with how many there are of it. */
export interface Share {
  readonly label: string
  readonly amount: Amount
}

export interface DisagreementsInSum {
  /** Open now, by the stage that each has reached. */
  readonly open: readonly Share[]
  /** Half of those that are open have been open for so many days or longer; nothing where they are few. */
  readonly openFor: number | undefined
  /** Raised in the period, by what they are about. */
  readonly about: readonly Share[]
  /** Ended in the period, by how. */
  readonly ended: readonly Share[]
  /** Half of those that ended took so many days or longer; nothing where they are few. */
  readonly took: number | undefined
}

export interface Counting {
  readonly areaIds: readonly string[]
  readonly from: Day
  readonly today: Day
}

/** From so many on a number is said. */
const fewest = 5

/** Counts them. */
export async function countDisagreements(
  ledger: Ledger,
  { areaIds, from, today }: Counting,
): Promise<DisagreementsInSum> {
  const ladders = await readLadders(ledger, areaIds)
  const open = ladders.filter(({ ended }) => !ended)
  const raised = ladders.filter(ladder => ladder.raised.happened.from >= from)
  const ended = ladders.filter(ladder => (ladder.ended?.by.happened.from ?? '') >= from)
  const { decision } = disagreementRaised.fields
  const { resolution } = disagreementSettled.fields
  return {
    open: sharesOf(open, ladder => ladder.present.stage, Object.entries(stages)),
    openFor: middleOf(open.map(ladder => daysOf(ladder, today))),
    about: sharesOf(raised, ladder => ladder.raised.data.decision, labelled(decision.options)),
    ended: sharesOf(ended, howEnded, [...labelled(resolution.options), ['withdrawn', 'Withdrawn']]),
    took: middleOf(ended.map(ladder => daysOf(ladder, today))),
  }
}

function labelled(options: Readonly<Record<string, { readonly label: string }>>): [string, string][] {
  return Object.entries(options).map(([code, { label }]) => [code, label])
}

function howEnded({ ended }: Ladder): string | undefined {
  return ended?.how === 'settled' ? ended.by.data.resolution : ended?.how
}

/** From the day on which it was raised to that on which it ended, or to today. */
function daysOf({ raised, ended }: Ladder, today: Day): number {
  return Math.max(0, toNumber(ended?.by.happened.from ?? today) - toNumber(raised.happened.from))
}

function sharesOf(
  ladders: readonly Ladder[],
  codeOf: (ladder: Ladder) => string | undefined,
  labels: readonly (readonly [code: string, label: string])[],
): Share[] {
  return labels.map(([code, label]) => ({
    label,
    amount: amountOf(ladders.filter(ladder => codeOf(ladder) === code).length),
  }))
}

/** As it may be said of so many. */
export function amountOf(number: number): Amount {
  if (number === 0) return 0
  return number < fewest ? 'few' : Math.round(number / fewest) * fewest
}

/** The one in the middle, where there are enough. */
function middleOf(days: readonly number[]): number | undefined {
  if (days.length < fewest) return undefined
  return days.toSorted((a, b) => a - b)[Math.floor(days.length / 2)]
}

interface Row extends Pick<Entry, 'id' | 'number' | 'act' | 'root' | 'kind' | 'shape' | 'about' | 'data'> {
  readonly case_id: string
  readonly from: Day
  readonly to: Day
  readonly certainty: Entry['happened']['certainty']
  readonly at: number | null
  readonly recorded_at: number
  readonly agency_id: string
}

async function readLadders(ledger: Ledger, areaIds: readonly string[]): Promise<Ladder[]> {
  const { rows } = await transaction(ledger.recorder, client =>
    client.query<Row>({
      name: 'disagreements of areas',
      text: `
        select f.case_id, f.id, f.number, f.act, f.root, f.kind, f.shape, f.about, f.data, f.agency_id, f.recorded_at,
          f.happened_from as from, f.happened_to as to, f.certainty, f.happened_at as at
        from fact f join case_file c on c.area_id = f.area_id and c.id = f.case_id
        where f.area_id = any($1) and c.restriction = 'none' and c.disposed_at is null
          and f.kind in ('disagreement-raised', 'disagreement-answered', 'disagreement-taken-higher', 'disagreement-settled', 'disagreement-withdrawn')
          and not exists (select from person_link l join case_file j on j.restriction <> 'none'
              and ((j.area_id = l.area_id and j.id = l.case_id) or (j.area_id = l.other_area_id and j.id = l.other_case_id))
            where l.undone_at is null and ((l.area_id = f.area_id and l.case_id = f.case_id)
              or (l.other_area_id = f.area_id and l.other_case_id = f.case_id)))
        order by f.case_id, f.number`,
      values: [areaIds],
    }),
  )
  const cases = grouped(rows, row => row.case_id).values()
  return [...cases].flatMap(ofCase =>
    laddersOf(
      knownAt(
        ofCase.map(row => entryOf(row, ledger)),
        Number.MAX_SAFE_INTEGER,
        ledger.guidance.kinds,
      ),
    ),
  )
}

function entryOf({ from, to, certainty, at, recorded_at: recordedAt, ...row }: Row, { dayOf }: Ledger): Entry {
  const { id, number, act, root, kind, shape, about, data, agency_id: agency } = row
  const happened = { from, to, certainty, at }
  const rest = { answers: null, occasion: null, source: null, knownSince: null }
  return {
    id,
    number,
    act,
    root,
    kind,
    shape,
    about,
    data,
    agency,
    happened,
    recordedAt,
    recordedOn: dayOf(recordedAt),
    ...rest,
  }
}
