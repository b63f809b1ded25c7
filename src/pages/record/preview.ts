/** What recording something would start and meet: a derivation over what the visitor may see, of which nothing is kept. */
import { type Derived, type Duty, derive, type Policy } from '../../engine/derive.ts'
import type { Entry, FactDefinition, Happened } from '../../engine/fact.ts'
import type { Guidance } from '../../engine/guidance.ts'
import type { Day } from '../../guidance/days.ts'
import { newId } from '../../platform/identifier.ts'

export interface Preview {
  /** Duties that begin with it. */
  readonly starts: readonly Duty[]
  /** Duties that were open and are met by it. */
  readonly meets: readonly Duty[]
  /** Duties that were met or had ended and are open again. */
  readonly reopens: readonly Duty[]
  /** Duties that are no longer owed. */
  readonly ends: readonly Duty[]
  /** Duties whose day changes, with the day that it was. */
  readonly moves: readonly { readonly duty: Duty; readonly was: string | null }[]
}

type Tried = {
  readonly happened: Happened
  readonly data: Readonly<Record<string, unknown>>
  readonly about?: string | null
  readonly answers?: string | null
}

/** An entry as the ledger would write it, for trying only. */
export function entryToTry(
  definition: FactDefinition,
  tried: Tried,
  entries: readonly Entry[],
  agency: string,
  recorded?: { at: number; on: string },
): Entry {
  const id = newId()
  return {
    id,
    number: Math.max(0, ...entries.map(entry => entry.number)) + 1,
    act: 'record',
    root: id,
    kind: definition.kind,
    shape: definition.shape,
    happened: tried.happened,
    recordedAt: recorded?.at ?? 0,
    recordedOn: recorded?.on ?? tried.happened.to,
    agency,
    about: tried.about ?? null,
    answers: tried.answers ?? null,
    occasion: null,
    source: null,
    knownSince: null,
    data: tried.data,
  }
}

/** What changes among the duties when an entry is added. */
export function previewOf(
  entries: readonly Entry[],
  added: Entry,
  policy: Policy,
  guidance: Guidance,
  today: Day,
): Preview {
  const known = (of: readonly Entry[]) => derive(of, Number.MAX_SAFE_INTEGER, policy, guidance)
  return compare(known(entries), known([...entries, added]), today)
}

function compare(before: Derived, after: Derived, today: Day): Preview {
  const isEnded = (duty: Duty) => duty.lapsed !== null && duty.lapsed.on <= today
  const was = new Map(before.duties.map(duty => [duty.id, duty]))
  const is = new Map(after.duties.map(duty => [duty.id, duty]))
  const isOpen = (duty: Duty) => !duty.met && !isEnded(duty)
  const starts = after.duties.filter(duty => !was.has(duty.id) && !isEnded(duty))
  const both = after.duties.flatMap(duty => {
    const earlier = was.get(duty.id)
    return earlier ? [{ duty, earlier }] : []
  })
  return {
    starts,
    meets: both.filter(({ duty, earlier }) => duty.met && !earlier.met).map(({ duty }) => duty),
    reopens: both.filter(({ duty, earlier }) => isOpen(duty) && !isOpen(earlier)).map(({ duty }) => duty),
    ends: before.duties.filter(duty => {
      const now = is.get(duty.id)
      return isOpen(duty) && (!now || (!now.met && isEnded(now)))
    }),
    moves: both
      .filter(({ duty, earlier }) => isOpen(duty) && isOpen(earlier) && duty.due?.latest !== earlier.due?.latest)
      .map(({ duty, earlier }) => ({ duty, was: earlier.due?.latest ?? null })),
  }
}

/** Whether there is anything to say. */
export function isQuiet(preview: Preview): boolean {
  return [preview.starts, preview.meets, preview.reopens, preview.ends, preview.moves].every(list => list.length === 0)
}
