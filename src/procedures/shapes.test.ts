/** A sample of every shape that the facts of chapters 3 to 5 ever had: what was recorded once can be read for ever. */
import { expect, test } from 'vitest'
import type { FactDefinition, Json } from '../engine/fact.ts'
import { schemaOf } from '../engine/schema.ts'
import { lift } from '../engine/statements.ts'
import { fact, given } from './given.ts'
import { guidance } from './index.ts'

/** Kind, shape, what was recorded in it, and the words that go with it. */
const samples: readonly (readonly [kind: string, shape: number, data: Json, words?: Json])[] = [
  ['action-called-for-after-death', 1, {}, { whom: 'The water company', what: 'Fence the weir.' }],
  ['arrangements-published', 1, { points: ['P1', 'P2', 'P3'] }],
  ['early-help-assessed', 1, { decision: 'plan' }, { lead: 'Sam Hill, health visitor', needs: 'Sleep.' }],
  ['early-help-refusal-judged', 1, { judgement: 'can-wait' }, { reasons: 'An aunt helps.' }],
  [
    'immediate-decisions-taken',
    1,
    { response: ['sudden'], cause: 'coroner', care: true, place: 'At home' },
    { reasons: 'Nobody came.' },
  ],
  [
    'disagreement-raised',
    1,
    { decision: 'referral', stage: 'managers', replyBy: '2026-03-09' },
    { reasons: 'He is hungry.' },
  ],
  ['disagreement-settled', 1, { resolution: 'changed' }, { effect: 'It is to be assessed.' }],
  ['incident-known', 1, { abuse: 'neither', harm: 'died', status: ['looked-after'] }],
  ['information-requested', 1, { asked: ['3f0c1c1e-9c53-4d9a-8a0f-6a2f3a0d7a11'], purpose: 'section-16h' }],
  ['overview-panel-reviewed-death', 1, { category: '10', inPhysical: '2', quorate: true }],
  ['publication-planned', 1, { plannedFor: '2026-09-17', what: 'full' }, { effect: 'Names are changed.' }],
  ['rapid-review-finished', 1, { localReview: 'local-review', nationalReview: 'no', signedBy: ['police'] }],
  ['review-published', 1, { what: 'full' }, { place: 'The partnership’s page' }],
]

test.each(samples.map(([kind, shape, data, words = {}]) => ({ kind, shape, data, words })))(
  '$kind of shape $shape is read as the present one',
  ({ kind, shape, data, words }) => {
    const definition = guidance.kinds.get(kind) as FactDefinition
    const [entry] = given([fact(definition, '2026-03-02', data)])
    const lifted = entry && lift({ ...entry, shape }, definition)
    expect(schemaOf(definition).safeParse({ ...lifted, ...words }).error).toBeUndefined()
  },
)

test('every kind that was raised has a sample of each shape before the present one', () => {
  const raised = [...guidance.kinds.values()].flatMap(({ kind, shape }) =>
    Array.from({ length: shape - 1 }, (_, at) => `${kind} ${at + 1}`),
  )
  expect(samples.map(([kind, shape]) => `${kind} ${shape}`)).toEqual(expect.arrayContaining(raised))
})
