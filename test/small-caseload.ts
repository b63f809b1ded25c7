/** Cases of several teams for tests of lists, search and counts. */
import type { Recording } from '../src/ledger/command.ts'
import { newReference } from '../src/people/establishment.ts'
import { newId } from '../src/platform/identifier.ts'
import { given, on } from './given-case.ts'

export interface ChildOf {
  readonly forenames?: string
  readonly surname: string
  readonly team?: 'east' | 'west'
  readonly restriction?: 'none' | 'restricted' | 'shielded'
  readonly bornOn?: string
  readonly nhsNumber?: string
  readonly postcode?: string
  /** The social worker who is allocated. */
  readonly worker?: 'eastWorker' | 'westWorker'
  /** Kinds with their days, each continuing the one before. */
  readonly facts?: readonly (readonly [kind: string, day: string, data?: Record<string, unknown>])[]
}

/** A server on Tuesday 14 April 2026 with no case yet, and the way to open one. */
export async function smallCaseload(env: Record<string, string> = {}) {
  const here = await given(env)
  const { borough } = here.server
  const child = async (of: ChildOf) => {
    const id = newId()
    const reference = newReference()
    const team = of.team ?? 'east'
    const who = team === 'east' ? 'eastWorker' : 'westWorker'
    const said = (kind: string, day: string, more: Partial<Recording> = {}): Recording => {
      return { act: 'record', caseId: id, kind, happened: on(day), data: {}, narrative: {}, ...more }
    }
    const first = '2026-01-05'
    const acts = [
      said('child-named', first, { narrative: { forenames: of.forenames ?? '', surname: of.surname } }),
      ...(of.bornOn ? [said('child-born', of.bornOn)] : []),
      ...(of.postcode ? [said('address-known', first, { narrative: { postcode: of.postcode } })] : []),
      ...(of.nhsNumber
        ? [said('child-identified', first, { data: { scheme: 'nhs-number' }, narrative: { identifier: of.nhsNumber } })]
        : []),
      ...(of.worker ? [said('case-allocated', first, { data: { worker: [borough.people[of.worker].post] } })] : []),
    ]
    const restriction = of.restriction ?? 'none'
    await here.server.record(who, {
      opens: [{ id, kind: 'child', reference, teamId: borough.teams[team], restriction }],
      acts,
    })
    const fact = async (kind: string, day: string, more?: Partial<Recording>) =>
      (await here.server.record(who, { acts: [said(kind, day, more)] })).ids[0] as string
    let about: string | null = null
    for (const [kind, day, data = {}] of of.facts ?? []) about = await fact(kind, day, { data, about })
    return { id, reference, fact }
  }
  return { ...here, borough, child }
}
