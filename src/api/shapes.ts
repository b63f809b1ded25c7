/** The shapes of answers, and how rows of the record become them. Instants are ISO texts in UTC, days YYYY-MM-DD. */
import { z } from 'zod'
import type { Guidance } from '../engine/guidance.ts'
import type { Standing, Today } from '../engine/standing.ts'
import { lift } from '../engine/statements.ts'
import { describeSource } from '../guidance/sources.ts'
import type { CaseHead, DutyRow, Names, ReadCase } from '../ledger/read.ts'
import { standingOf } from '../ledger/read.ts'
import type { StoredEntry } from '../ledger/rows.ts'

const named = z.object({ id: z.uuid(), name: z.string() })
const instant = z.iso.datetime()
const day = z.iso.date()
const next = z.string().nullable().meta({ description: 'Send it as "after" to read on; null at the end' })

export const caseShape = z.object({
  reference: z.string(),
  kind: z.string(),
  restriction: z.enum(['none', 'restricted', 'shielded']),
  area: z.uuid(),
  team: z.string().nullable(),
  worker: z.string().nullable(),
})
export const casesShape = z.object({ cases: z.array(caseShape), next })
export const caseHeadShape = caseShape.extend({
  why: z.string().meta({ description: 'Why this system can see the case' }),
  lastNumber: z.int().meta({ description: 'The number of the last entry that this system can see: send it as "seen"' }),
})

export const happenedShape = z.object({
  certainty: z.enum(['day', 'month', 'year', 'about']),
  from: day,
  to: day,
  at: instant.nullable(),
})
export const entryShape = z.object({
  id: z.uuid(),
  fact: z.uuid().meta({ description: 'The fact, through all its corrections: the id of its first entry' }),
  number: z
    .int()
    .meta({ description: 'Its place in the record of the case. Entries that this system may not see are gaps' }),
  act: z.enum(['record', 'correct', 'strike-out', 'disagree', 'redact', 'dispose']),
  kind: z.string(),
  owner: named,
  happened: happenedShape,
  recordedAt: instant,
  recordedBy: z.string().nullable(),
  knownSince: instant,
  about: z.uuid().nullable(),
  answers: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
  narrative: z.record(z.string(), z.string().nullable()).meta({ description: 'Words that were taken away are null' }),
})
export const entriesShape = z.object({ facts: z.array(entryShape), next })

export const dutyShape = z.object({
  id: z.string(),
  case: z.string(),
  rule: z.string(),
  must: z.string(),
  force: z.enum(['must', 'should']),
  source: z.string(),
  owner: z.uuid().meta({ description: 'The agency that owes it' }),
  standing: z.enum([
    'met',
    'met-late',
    'may-be-met-late',
    'lapsed',
    'not-known',
    'overdue',
    'may-be-overdue',
    'due',
    'ageing',
  ]),
  arisesFrom: z.uuid().nullable().meta({ description: 'The fact; null where this system may not see it' }),
  knownSince: instant,
  from: day,
  due: z.object({ earliest: day, latest: day, at: instant.nullable() }).nullable(),
  met: z.object({ from: day, to: day, late: z.enum(['no', 'maybe', 'yes']) }).nullable(),
  lapsedOn: day.nullable(),
  remark: z.string().nullable(),
})
export const dutiesShape = z.object({ duties: z.array(dutyShape), next })
export const dutiesOfCaseShape = z.object({ duties: z.array(dutyShape) })

export const disclosureShape = z.object({
  id: z.uuid(),
  direction: z.enum(['given', 'received']),
  from: named,
  to: named,
  posts: z
    .array(named.extend({ title: z.string() }))
    .nullable()
    .meta({
      description: 'Only these people of the agency were told, by their posts; null where the whole agency was',
    }),
  basis: z.string(),
  conditions: z.array(z.string()),
  necessity: z.string(),
  familyTold: z.enum(['yes', 'no', 'later', 'not-said']).meta({
    description: '"not-said" where it was shared through a meeting: whoever called that says what the family was told',
  }),
  notToldWhy: z.string().nullable(),
  reachedAt: instant,
  until: instant.nullable(),
  recalled: z.object({ at: instant, why: z.string().nullable() }).nullable(),
  facts: z.array(z.uuid()),
  kinds: z.array(z.string()),
})
export const disclosuresShape = z.object({ disclosures: z.array(disclosureShape) })

/** What was recorded: the same when it is sent again. */
export const recordedShape = z.object({
  id: z.uuid().meta({ description: 'The entry' }),
  fact: z.uuid(),
  number: z.int(),
  recordedAt: instant,
})

export const iso = (at: number) => new Date(at).toISOString()
const isoOrNull = (at: number | null) => (at === null ? null : iso(at))

/** A case as it stands in a list. */
export function sayCase({ reference, kind, restriction, areaId, teamName, workerName }: CaseHead) {
  return { reference, kind, restriction, area: areaId, team: teamName, worker: workerName }
}

/** A redaction says which words of which entry are gone: whoever keeps a copy takes them out of it. */
const saysMore: ReadonlySet<string> = new Set(['disagree', 'redact'])

/** One entry. */
export function sayEntry(entry: StoredEntry, words: ReadCase['words'], names: Names, { kinds }: Guidance) {
  const by = entry.recordedBy === null ? undefined : names.posts.get(entry.recordedBy)
  const { happened } = entry
  const isOfKind = entry.act === 'record' || entry.act === 'correct'
  return {
    id: entry.id,
    fact: entry.root,
    number: entry.number,
    act: entry.act,
    kind: entry.kind,
    owner: { id: entry.agency, name: names.agencies.get(entry.agency) ?? '' },
    happened: { certainty: happened.certainty, from: happened.from, to: happened.to, at: isoOrNull(happened.at) },
    recordedAt: iso(entry.recordedAt),
    recordedBy: by ? `${by.name}, ${by.title}` : null,
    knownSince: iso(entry.knownSince ?? entry.recordedAt),
    about: entry.about,
    answers: entry.answers,
    data: isOfKind ? lift(entry, kinds.get(entry.kind)) : saysMore.has(entry.act) ? entry.data : {},
    narrative: words.get(entry.id) ?? {},
  }
}

/** One duty. @param isVisible whether the reader may see the fact it arises from */
export function sayDuty(row: DutyRow, reference: string, { rules }: Guidance, today: Today, isVisible: boolean) {
  const rule = rules.get(row.rule)
  const edition = rule?.editions.find(one => one.edition === row.edition) ?? rule?.editions.at(-1)
  const standing: Standing = standingOf(row, today)
  const { due_earliest: earliest, due_latest: latest, met_from: from, met_to: to } = row
  return {
    id: row.id,
    case: reference,
    rule: row.rule,
    must: rule?.must ?? row.rule,
    force: edition?.force ?? 'must',
    source: edition ? describeSource(edition.source) : '',
    owner: row.agency_id,
    standing,
    arisesFrom: isVisible ? row.trigger_root : null,
    knownSince: iso(row.known_since),
    from: row.from_day,
    due: earliest && latest ? { earliest, latest, at: isoOrNull(row.due_latest_at) } : null,
    met: from && to ? { from, to, late: row.late ?? 'no' } : null,
    lapsedOn: row.lapsed_on,
    remark: row.remark,
  }
}
