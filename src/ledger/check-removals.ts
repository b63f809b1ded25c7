/** Redactions and disposals against the case as it stands. That two people did it, `redact.ts` and `dispose.ts` see to. */
import { Conflict, NotAllowed, NotFound } from '../access/refusals.ts'
import type { Guidance } from '../engine/guidance.ts'
import { recordDisposedOf } from '../procedures/disposal.ts'
import type { CheckedAct } from './check-acts.ts'
import type { Command, Disposal, Redaction } from './command.ts'
import type { LockedCase } from './lock.ts'
import { redactedBy } from './removed-words.ts'
import type { StoredEntry } from './rows.ts'

const common = { id: undefined, answers: null, moved: null, source: undefined, strikesDuty: false, ofColleague: false }

/** @throws NotFound for a forged entry, NotAllowed where another agency owns it, Conflict where its words were removed meanwhile */
export function checkRedaction(
  { root, data, narrative }: Redaction,
  { by }: Command,
  caseFile: LockedCase,
  entries: readonly StoredEntry[],
  guidance: Guidance,
): CheckedAct {
  const entry = entries.find(one => one.id === data.entry && one.root === root)
  const first = entries.find(one => one.root === root)
  if (!entry || !first || guidance.kinds.get(first.kind)?.apart) throw new NotFound()
  if (entry.agency !== by.agencyId)
    throw new NotAllowed('Only the agency that wrote these words may remove them.', 'Ask that agency.')
  const before = redactedBy(entries, data)
  if (before)
    throw new Conflict('Words of this record were removed meanwhile. Ask again about what is left.', [before.id])
  const sensitivity = sensitivityIn(caseFile, entry.compartmentId)
  return {
    ...common,
    caseFile,
    act: 'redact',
    root,
    kind: first.kind,
    shape: entry.shape,
    agencyId: entry.agency,
    sensitivity,
    happened: entry.happened,
    about: entry.about,
    data: { ...data },
    narrative,
  }
}

/** The last entry of a case, under the authority's own name. */
export function checkDisposal({ happened, data }: Disposal, { by }: Command, caseFile: LockedCase): CheckedAct {
  return {
    ...common,
    caseFile,
    act: 'dispose',
    root: undefined,
    kind: recordDisposedOf.kind,
    shape: recordDisposedOf.shape,
    agencyId: by.agencyId,
    sensitivity: 'ordinary',
    happened,
    about: null,
    data,
    narrative: {},
  }
}

function sensitivityIn({ compartments }: LockedCase, compartmentId: string): string {
  for (const [key, id] of compartments) if (id === compartmentId) return key.slice(key.indexOf('/') + 1)
  throw new NotFound()
}
