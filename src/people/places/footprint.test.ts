import { expect, test } from 'vitest'
import { authorities } from '../authorities.ts'
import { england, type Footprint, footprintOn, type Places } from './footprint.ts'

const sayings = ({ gaps }: Footprint) => gaps.map(({ says }) => says)
const of = (footprint: Footprint, name: string) => footprint.covered.find(({ authority }) => authority.name === name)
const bodies = (footprint: Footprint, name: string) =>
  of(footprint, name)
    ?.health.filter(({ isSliver }) => !isSliver)
    .map(({ body }) => body.name)

test('all England is covered on days before and after every change: 153 authorities, 39 forces', () => {
  for (const day of [
    '2018-07-04',
    '2019-03-31',
    '2019-04-01',
    '2021-04-01',
    '2022-06-30',
    '2022-07-01',
    '2023-04-01',
    '2024-04-01',
    '2025-05-01',
    '2026-11-22',
  ])
    expect([day, sayings(footprintOn(day))]).toEqual([day, []])
  const now = footprintOn('2026-11-22')
  expect(now.covered).toHaveLength(153)
  expect(england.forces).toHaveLength(39)
  expect(now.covered.every(({ forces }) => forces.length === 1)).toBe(true)
})

test('clinical commissioning groups hand over to integrated care boards on 1 July 2022', () => {
  const [before, after] = [footprintOn('2022-06-30'), footprintOn('2022-07-01')]
  expect([before.kindOfHealth, after.kindOfHealth]).toEqual(['clinical commissioning group', 'integrated care board'])
  expect(bodies(before, 'Barnsley')).toEqual(['Barnsley CCG'])
  expect(bodies(after, 'Barnsley')).toEqual(['South Yorkshire'])
  expect([footprintOn('2020-01-01').isFromLater, before.isFromLater]).toEqual([true, false])
})

test('an authority has the force and the board of those that followed it, or that it followed', () => {
  const cumbria = of(footprintOn('2022-08-01'), 'Cumbria')
  expect(cumbria?.forces.map(({ body }) => body.name)).toEqual(['Cumbria'])
  // Of what became Westmorland and Furness, the south belongs to the board of Lancashire.
  expect(bodies(footprintOn('2022-08-01'), 'Cumbria')).toHaveLength(2)
  expect(of(footprintOn('2023-04-01'), 'Cumbria')).toBeUndefined()
  expect(bodies(footprintOn('2019-01-01'), 'Bournemouth')).toEqual(['Dorset CCG'])
})

test('Barnsley and Sheffield keep their force and board under the codes of May 2025', () => {
  for (const name of ['Barnsley', 'Sheffield']) {
    const [before, after] = [of(footprintOn('2025-04-30'), name), of(footprintOn('2025-05-01'), name)]
    expect(before?.authority.ons).not.toBe(after?.authority.ons)
    expect(after?.forces.map(({ body }) => body.name)).toEqual(['South Yorkshire'])
    expect(after?.health.map(({ body }) => body.name)).toEqual(before?.health.map(({ body }) => body.name))
  }
})

const without = (places: Partial<Places>): Places => ({ ...england, ...places })

test('a gap that is made on purpose is found: a force, a board, an authority, a successor', () => {
  const noKent = england.forces.map(force => (force.name === 'Kent' ? { ...force, overlaps: new Map() } : force))
  expect(sayings(footprintOn('2026-01-01', without({ forces: noKent })))).toEqual([
    'Medway has no police force.',
    'Kent has no police force.',
    'Kent (police force) is in no authority’s area.',
  ])
  const health = england.health.map(one => ({
    ...one,
    bodies: one.bodies.filter(({ name }) => !name.startsWith('Gloucestershire')),
  }))
  expect(sayings(footprintOn('2026-01-01', without({ health })))).toContain(
    'Gloucestershire has no integrated care board.',
  )
  const noDevon = authorities.filter(({ name }) => !['Cornwall', 'Isles of Scilly'].includes(name))
  expect(sayings(footprintOn('2026-01-01', without({ authorities: noDevon })))).toEqual([
    'Cornwall and the Isles of Scilly (integrated care board) is in no authority’s area.',
  ])
  expect(sayings(footprintOn('2026-01-01', without({ successors: { ...england.successors, E10000027: [] } })))).toEqual(
    ['Somerset ended after 2023-03-31, and no authority follows it.'],
  )
})

test('a part of an authority that no board covers is found with its share', () => {
  const health = england.health.map(one => ({
    ...one,
    bodies: one.bodies.filter(({ name }) => name !== 'Lancashire and South Cumbria'),
  }))
  expect(sayings(footprintOn('2026-01-01', without({ health })))).toContain('Lancashire has no integrated care board.')
})

test('a sliver is told apart by both shares: a small body wholly inside a large authority is none', () => {
  const now = footprintOn('2022-06-30')
  const slivers = now.covered.flatMap(({ health }) => health.filter(({ isSliver }) => isSliver))
  expect(slivers.length).toBeGreaterThan(0)
  for (const { shareOfAuthority, shareOfBody } of slivers) {
    expect(shareOfAuthority).toBeLessThan(0.02)
    expect(shareOfBody).toBeLessThan(0.02)
  }
  // A small place wholly within a group: all of itself, and hardly anything of the other.
  const scilly = of(footprintOn('2026-01-01'), 'Isles of Scilly')?.health[0]
  expect([scilly?.shareOfAuthority, scilly?.isSliver]).toEqual([1, false])
})
