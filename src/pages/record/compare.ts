/** What others recorded and what was typed, both in words, for the page of a conflict. */
import type { FactDefinition, Happened } from '../../engine/fact.ts'
import type { ReadCase } from '../../ledger/read.ts'
import { readNames } from '../../people/parties.ts'
import type { Visit } from '../pipeline/page.ts'
import type { Recorded } from './conflict.view.tsx'
import { answersOf, partiesIn, sayHappened } from './fact-words.ts'

type Mine = {
  readonly happened: Happened | undefined
  readonly data: Readonly<Record<string, unknown>>
  readonly narrative: Readonly<Record<string, string>>
}

/** Entries of a case that the visitor may see, and what the visitor typed. */
export async function inWords(
  visit: Visit,
  definition: FactDefinition,
  read: ReadCase,
  entries: ReadCase['entries'],
  mine?: Mine,
): Promise<{ theirs: Recorded[]; yours: Pick<Recorded, 'happened' | 'answers'> }> {
  const ids = [
    ...entries.flatMap(entry => [entry.agency, entry.recordedBy ?? '', ...partiesIn(definition, entry.data)]),
    ...partiesIn(definition, mine?.data ?? {}),
  ].filter(id => id !== '')
  const names = await visit.read(({ client }) => readNames(client, ids))
  const theirs = entries.map(entry => ({
    by: [names.get(entry.recordedBy ?? ''), names.get(entry.agency)].filter(Boolean).join(', '),
    at: entry.recordedAt,
    happened: sayHappened(entry.happened),
    answers: answersOf(definition, entry.data, read.words.get(entry.id) ?? {}, names),
  }))
  const yours = {
    happened: mine?.happened ? sayHappened(mine.happened) : '',
    answers: mine ? answersOf(definition, mine.data, mine.narrative, names) : [],
  }
  return { theirs, yours }
}
