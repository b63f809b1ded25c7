/** A case of which the front door and a school see a part: for tests that what they may not see is to them as nothing. */
import { disclose } from '../src/ledger/disclose.ts'
import { newId } from '../src/platform/identifier.ts'
import { given, on } from './given-case.ts'

/** Who writes, and which facts and duty of the case they may not see. */
export interface Blind {
  readonly who: 'duty' | 'teacher'
  readonly hidden: readonly string[]
  readonly hiddenDuty: string
  /** What they may see: a fact of their own agency, and the case's name. */
  readonly own: string
  readonly ownNumber: number
  readonly seen: string
}

/**
 * The council named the child and, set apart from what its front door sees, took a referral in; a school observed something, was
 * told the name, and the council was not told what it observed. The front door works with what the council has in common.
 */
export async function unseenFact() {
  const here = await given()
  const { server } = here
  const { area, agencies } = server.borough
  const child = await here.newCase()
  const by = (agencyId: string) => ({ postId: null, agencyId })
  const said = (kind: string, more = {}) => {
    return {
      act: 'record',
      kind,
      caseId: child.id,
      happened: on('2026-04-10'),
      data: {},
      narrative: {},
      ...more,
    } as const
  }
  const record = async (agencyId: string, act: ReturnType<typeof said>) =>
    (await server.record('eastWorker', { by: by(agencyId), acts: [act] })).ids[0] ?? ''
  const address = await record(agencies.authority, said('address-known', { narrative: { address: '1 Quay Street' } }))
  const apart = { sensitivity: 'police' }
  const referral = await record(agencies.authority, said('referral-received', { ...apart, data: { source: '1A' } }))
  const aside = await record(
    agencies.authority,
    said('observation-recorded', { ...apart, narrative: { seen: 'Aside.' } }),
  )
  const observed = await record(agencies.school, said('observation-recorded', { narrative: { seen: 'At school.' } }))
  const policed = await record(agencies.police, said('observation-recorded', { narrative: { seen: 'At night.' } }))
  const { rows } = await server.db.owner.query<{ root: string }>(
    `select root from fact where case_id = $1 and kind = 'child-named'`,
    [child.id],
  )
  const seen = rows[0]?.root ?? ''
  const share = async (from: string, to: string, roots: readonly string[]) => {
    const why = { basis: 'ca1989-s47', necessity: 'test', familyTold: 'yes' } as const
    const what = { areaId: area, caseId: child.id, submissionId: newId(), toAgencyIds: [to], roots }
    return (await disclose(server.ledger, { ...what, ...why, by: by(from) }))[0] ?? ''
  }
  const toldSchool = await share(agencies.authority, agencies.school, [seen])
  const toldPolice = await share(agencies.school, agencies.police, [observed])
  const duty = await server.db.owner.query<{ id: string }>(
    `select id from duty where case_id = $1 and trigger_root = $2 order by id`,
    [child.id, referral],
  )
  const hiddenDuty = duty.rows[0]?.id ?? ''
  const blind: readonly Blind[] = [
    { who: 'duty', hidden: [aside, observed, policed], hiddenDuty, own: address, ownNumber: 2, seen },
    { who: 'teacher', hidden: [referral, aside, policed], hiddenDuty, own: observed, ownNumber: 5, seen },
  ]
  return { ...here, child, blind, referral, toldSchool, toldPolice }
}
