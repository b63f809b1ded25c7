/** Drafts about a case as records of the file that is put together: what was typed and not recorded is held about the person too. */
import type { FactDefinition } from '../../engine/fact.ts'
import { isData } from '../../engine/field.ts'
import type { Guidance } from '../../engine/guidance.ts'
import type { DraftOfCase } from '../../ledger/drafts-of-case.ts'
import type { ReadCase } from '../../ledger/read.ts'
import { meetingCalled, meetingMinutesSent } from '../../procedures/meeting-facts.ts'

/** A draft with the stretches of words that somebody wrote in it. */
export interface DraftInFile {
  readonly id: string
  /** What it would have become, and how that is called. */
  readonly kind: string
  readonly label: string
  readonly by: string
  readonly savedAt: number
  readonly texts: readonly { readonly field: string; readonly label: string; readonly text: string }[]
}

/**
 * Only of forms that record something about the child: how a request is answered, or who looked, is no part of the record.
 * @param before the moment of the answer, in milliseconds since 1970, where there was one
 */
export function draftsInFile(
  drafts: readonly DraftOfCase[],
  read: Pick<ReadCase, 'entries'>,
  guidance: Guidance,
  before = Number.POSITIVE_INFINITY,
): DraftInFile[] {
  return drafts.flatMap(({ id, form, typed, by, savedAt }) => {
    const definition = definitionOf(form, read, guidance)
    if (!definition || savedAt > before) return []
    const texts = Object.entries(typed).flatMap(([field, value]) => {
      const known = definition.fields[field]
      if (typeof value !== 'string' || value.trim() === '' || !(known ? !isData(known) : beside.has(field))) return []
      return [{ field, label: known?.label ?? beside.get(field) ?? field, text: value }]
    })
    return texts.length > 0 ? [{ id, kind: definition.kind, label: definition.label, by, savedAt, texts }] : []
  })
}

/** What is typed on forms that change a record, beside its own fields. */
const beside: ReadonlyMap<string, string> = new Map([
  ['correctionReason', 'Why it is corrected'],
  ['reason', 'Why it is struck out'],
  ['words', 'Disagreement'],
  ['note', 'Note at the meeting'],
])

function definitionOf(form: string, read: Pick<ReadCase, 'entries'>, guidance: Guidance): FactDefinition | undefined {
  const [, , , of, what, act] = form.split('?')[0]?.split('/') ?? []
  const kind =
    of === 'record'
      ? what
      : of === 'fact' && ['correct', 'strike-out', 'disagree'].includes(act ?? '')
        ? read.entries.find(entry => entry.root === what)?.kind
        : of === 'meeting'
          ? act === 'minutes'
            ? meetingMinutesSent.kind
            : meetingCalled.kind
          : undefined
  const definition = kind === undefined ? undefined : guidance.kinds.get(kind)
  // Law beside the guidance: requests, looks, holds. They are about the record.
  return definition && guidance.procedureOf.get(definition.kind)?.section !== '0' ? definition : undefined
}
