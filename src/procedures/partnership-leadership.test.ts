import { expect, test } from 'vitest'
import { saysIn } from '../engine/editions-compared.ts'
import { isOffered } from '../engine/field.ts'
import { corrected, dutiesOn, fact, struckOut } from './given.ts'
import { guidance } from './index.ts'
import { partnershipLeadership, revisionBegun, revisionInPlace, roleNamed } from './partnership-leadership.ts'
import { partnersNamed } from './safeguarding-partners.ts'
import { table } from './table.ts'

const old = fact(partnersNamed, '2018-10-01')
const begun = fact(revisionBegun, '2024-02-05', { edition: 'wt2023' })
const since = fact(partnersNamed, '2024-04-01')
type Partner = 'authority' | 'health' | 'police'
const named = (role: 'lead' | 'delegated' | 'chair', partner: Partner, on = '2024-06-03') =>
  fact(roleNamed, on, { role, partner })
const allThree = (role: 'lead' | 'delegated') => [
  named(role, 'authority'),
  named(role, 'health'),
  named(role, 'police'),
]

table('name-lead-safeguarding-partners', [
  ['one of each partner that is named under the guidance of 2023', [since], '2024-06-03', 'ageing, ageing, ageing'],
  ['each for itself', [since, named('lead', 'health')], '2024-06-03', 'ageing, met, ageing'],
  ['and then all', [since, ...allThree('lead')], '2024-06-03', 'met, met, met'],
  ['not met by a delegate', [since, named('delegated', 'health')], '2024-06-03', 'ageing, ageing, ageing'],
  ['not of partners named before it', [fact(partnersNamed, '2023-12-14')], '2024-06-03', 'none'],
  [
    'no more once the naming is struck out',
    [since, struckOut('safeguarding-partners-named', '2024-05-01')],
    '2024-06-03',
    'none',
  ],
])

table('name-lead-safeguarding-partners-in-revision', [
  ['where partners revise what they had', [old, begun], '2024-03-04', 'ageing, ageing, ageing'],
  ['met', [old, begun, ...allThree('lead')], '2024-06-03', 'met, met, met'],
  [
    'not where they were named under it',
    [since, fact(revisionBegun, '2024-05-06', { edition: 'wt2023' })],
    '2024-06-03',
    'none',
  ],
  [
    'not for the edition after it',
    [old, fact(revisionBegun, '2026-04-06', { edition: 'wt2026' })],
    '2026-05-04',
    'none',
  ],
])

table('name-delegated-safeguarding-partners', [
  ['one of each partner', [since], '2024-06-03', 'ageing, ageing, ageing'],
  ['met', [since, ...allThree('delegated')], '2024-06-03', 'met, met, met'],
])

table('name-delegated-safeguarding-partners-in-revision', [
  ['one of each partner', [old, begun], '2024-06-03', 'ageing, ageing, ageing'],
  ['not met by a lead', [old, begun, ...allThree('lead')], '2024-06-03', 'ageing, ageing, ageing'],
  ['met', [old, begun, ...allThree('delegated')], '2024-06-03', 'met, met, met'],
])

table('name-partnership-chair', [
  ['one for all', [since], '2024-06-03', 'ageing'],
  ['met', [since, named('chair', 'police')], '2024-06-03', 'met'],
  ['not before the guidance of 2023', [old], '2024-06-03', 'none'],
])

table('name-partnership-chair-in-revision', [
  ['one for all', [old, begun], '2024-06-03', 'ageing'],
  ['met', [old, begun, named('chair', 'police')], '2024-06-03', 'met'],
])

const inPlace = (...has: ('lead' | 'delegated' | 'chair' | 'education')[]) =>
  fact(revisionInPlace, '2024-11-25', { has })
table('bring-revised-arrangements-into-place', [
  ['in the course of 2024: sources give a month and no day, so it ages', [old, begun], '2025-06-02', 'ageing'],
  [
    'met when all four are there',
    [old, begun, inPlace('lead', 'delegated', 'chair', 'education')],
    '2024-11-25',
    'met',
  ],
  ['not while education is missing', [old, begun, inPlace('lead', 'delegated', 'chair')], '2024-11-25', 'ageing'],
  [
    'owed once the record says which edition it was for',
    [
      old,
      fact(revisionBegun, '2026-04-06', { edition: 'wt2026' }),
      corrected('arrangements-revision-begun', '2024-04-08', { edition: 'wt2023' }, '2026-04-20'),
    ],
    '2026-04-20',
    'ageing',
  ],
])

test('lead representatives are named until the guidance of 2023, lead safeguarding partners from then on', () => {
  const rule = (id: string) => guidance.rules.get(id)
  const says = (id: string) => (['wt2018', 'wt2023', 'wt2026'] as const).map(code => saysIn(rule(id)!, code).how)
  expect(says('name-lead-representatives')).toEqual(['written', 'ended', 'ended'])
  expect(says('name-lead-safeguarding-partners')).toEqual(['silent', 'written', 'inherited'])
  expect(dutiesOn('2024-06-03', 'name-lead-representatives', [since])).toEqual([])
})

test('the words of a role hold from its edition on', () => {
  const offered = (day: string) =>
    Object.values(roleNamed.fields.role.options).filter(one => isOffered(one, day)).length
  expect([offered('2023-12-14'), offered('2023-12-15')]).toEqual([0, 3])
})

test('what is known of the guidance of 2026 stands as unconfirmed notes of that edition', () => {
  const of2026 = partnershipLeadership.prompts.filter(({ source }) => source.edition === 'wt2026')
  expect(of2026.map(({ id }) => id)).toEqual(['x1', 'x2', 'x3', 'x4', 'x5', 'x6'].map(row => `wt2026-${row}`))
  expect(of2026.every(({ source, force }) => !source.confirmed && force === 'note')).toBe(true)
})
