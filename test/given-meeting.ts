/** For tests of meetings: a case with agencies around it, and what people fill in to call, answer and close a meeting. */
import { expect } from 'vitest'
import { newId } from '../src/platform/identifier.ts'
import { givenAgencies } from './given-agencies.ts'
import type { Visitor } from './visitor.ts'

export type Fields = Record<string, string | string[]>

/** A day as a form asks for it. */
export const dated = (name: string, day: string): Fields => {
  const [year = '', month = '', date = ''] = day.split('-')
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year }
}

/** Why a meeting is told of: the family does not know. */
export const why = {
  'why-necessary': 'So that those who know her decide together.',
  'family-told': 'no',
  'family-not-told-why': 'It could put her at risk.',
}

export const rootIn = (address: string) => address.split('/').at(-1) ?? ''

/** The council's worker, police, a GP and a teacher, signed in; and what they do. */
export async function givenMeetings() {
  const here = await givenAgencies()
  const [worker, police, gp, teacher] = [
    await here.signedIn('eastworker'),
    await here.signedIn('police'),
    await here.signedIn('gp'),
    await here.signedIn('teacher'),
  ]
  const today = () => new Date(here.server.clock.instant).toISOString().slice(0, 10)

  /** A strategy discussion for today, to which police and surgery are invited. @returns its address */
  async function call(child: Awaited<ReturnType<typeof here.child>>, fields: Fields = {}): Promise<string> {
    const reply = await worker.write(`${child.base}/meeting`, {
      meeting: 'strategy-discussion',
      ...dated('plannedFor', today()),
      startsAt: '14:00',
      place: 'By video',
      invited: [here.agencies.police, here.agencies.surgery],
      'goes-with-it': child.name,
      ...why,
      ...fields,
    })
    expect([reply.status, reply.headers['location']]).toEqual([303, expect.stringContaining('/meeting/')])
    return (reply.headers['location'] ?? '').split('?')[0] ?? ''
  }
  const record = (who: Visitor, base: string, kind: string, about: string, fields: Fields, submission = newId()) =>
    who.write(
      `${base}/record/${kind}`,
      { ...dated('happened', today()), 'continues-fact': about, ...fields },
      submission,
    )
  const closing = (fields: Fields = {}): Fields => ({
    'meeting-how': 'held',
    ...dated('happened', today()),
    'happened-time': '08:30',
    [`came-${here.agencies.police}`]: 'came',
    [`came-${here.agencies.surgery}`]: 'came',
    outcome: 'section-47',
    enquiry: 'joint',
    reasons: 'A fracture that nobody explains.',
    ...fields,
  })
  const factsOf = async (id: string, kind: string) =>
    (
      await here.server.db.owner.query<{ root: string; data: Record<string, unknown>; agency: string; number: number }>(
        'select root, data, agency_id as agency, number from fact where case_id = $1 and kind = $2 order by number',
        [id, kind],
      )
    ).rows
  return { here, worker, police, gp, teacher, today, call, record, closing, factsOf }
}
