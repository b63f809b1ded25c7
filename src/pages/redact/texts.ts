/** The texts of one fact from which words can be removed: what it says, and the reasons and views that stand beside it. */
import type { Guidance } from '../../engine/guidance.ts'
import { whyCorrected } from '../../ledger/command.ts'
import { keptIn } from '../../ledger/filed-documents.ts'
import type { ReadCase } from '../../ledger/read.ts'
import type { StoredEntry } from '../../ledger/rows.ts'
import type { WhichWords } from '../../ledger/which-words.ts'
import { sayDay } from '../kit/days.ts'

export interface TextOfFact {
  /** Names it in a form. */
  readonly key: string
  readonly part: WhichWords['part']
  readonly field: string
  readonly label: string
  /** As it reads now; of what it said before, the latest that is not empty. */
  readonly text: string
  /** How many versions have such a text: words are removed from all of them. */
  readonly versions: number
  /** A name or a number: removed whole or not at all. */
  readonly isLine: boolean
}

const extras: Readonly<Record<string, string>> = {
  'strike-out': 'Why it was struck out',
  disagree: 'Disagreement',
  correct: 'Why it was corrected',
}

/** @param history the entries of one fact, oldest first; only those of the agency itself are its to remove */
export function textsOf(
  history: readonly StoredEntry[],
  words: ReadCase['words'],
  guidance: Guidance,
  own: string,
): TextOfFact[] {
  const [first] = history
  if (!first) return []
  const fields = guidance.kinds.get(first.kind)?.fields ?? {}
  const versions = history.filter(one => one.agency === own && (one.act === 'record' || one.act === 'correct'))
  // The name of a file stands for the file: both go, or neither.
  const labelOf = (field: string, label: string) =>
    field === 'file' && keptIn(first) ? 'The file itself, with its name' : label
  const said = Object.entries(fields).flatMap(([field, { label, type }]): TextOfFact[] => {
    const texts = versions.flatMap(one => words.get(one.id)?.[field] || [])
    const text = texts.at(-1)
    if (text === undefined) return []
    return [
      {
        key: `said.${field}`,
        part: 'said',
        field,
        label: labelOf(field, label),
        text,
        versions: texts.length,
        isLine: type === 'words',
      },
    ]
  })
  const beside = history
    .filter(one => one.agency === own && one.act !== 'redact')
    .flatMap(one =>
      Object.entries(words.get(one.id) ?? {}).flatMap(([field, text]): TextOfFact[] => {
        const isSaid = (one.act === 'record' || one.act === 'correct') && field !== whyCorrected
        if (!text || (isSaid && field in fields)) return []
        const label = `${extras[one.act] ?? 'More'}, ${sayDay(one.recordedOn)}`
        return [{ key: `${one.id}.${field}`, part: { entry: one.id }, field, label, text, versions: 1, isLine: false }]
      }),
    )
  return [...said, ...beside]
}
