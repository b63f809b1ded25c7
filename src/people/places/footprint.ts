/**
 * The footprint check over all England on a day: that each authority has its police force and its health body, that no force and no
 * health body is left without an authority, and that an authority that ended has one that follows it. Pure: places in, a list out.
 */
import { type Authority, authorities, successors } from '../authorities.ts'
import { boardLines2022 } from './boards-2022.ts'
import { boardLines2024 } from './boards-2024.ts'
import { forceLines, forceOfAuthorityLines } from './forces.ts'
import { groupLines } from './groups-2021.ts'

/** A police force or a health body, with the authorities that it overlaps: by code, how many small areas they share. */
export interface Body {
  readonly code: string
  readonly name: string
  readonly overlaps: ReadonlyMap<string, number>
}

/** Health bodies as they stood from a day on. */
export interface HealthBodies {
  readonly kind: 'clinical commissioning group' | 'integrated care board'
  /** The first day for which they are used; the earliest ones also stand for all days before. */
  readonly from: string
  readonly bodies: readonly Body[]
}

export interface Places {
  readonly authorities: readonly Authority[]
  /** The codes that follow a code. */
  readonly successors: Readonly<Record<string, readonly string[]>>
  readonly forces: readonly Body[]
  /** In the order of their days. */
  readonly health: readonly HealthBodies[]
}

/** The areas of clinical commissioning groups passed to integrated care boards on 1 July 2022. */
const boardsFrom = '2022-07-01'

/** England, as the look-ups of 2021, 2022 and 2024 have it. */
export const england: Places = {
  authorities,
  successors,
  forces: forcesOf(forceLines, forceOfAuthorityLines),
  health: [
    { kind: 'clinical commissioning group', from: '2021-04-01', bodies: bodiesOf(groupLines) },
    { kind: 'integrated care board', from: boardsFrom, bodies: bodiesOf(boardLines2022) },
    { kind: 'integrated care board', from: '2024-04-01', bodies: bodiesOf(boardLines2024) },
  ],
}

function linesOf(text: string): string[][] {
  return text
    .trim()
    .split('\n')
    .map(line => line.split('|'))
}

function bodiesOf(text: string): Body[] {
  return linesOf(text).map(([code = '', name = '', overlaps = '']) => {
    const pairs = overlaps.split(' ').map(pair => pair.split('='))
    return { code, name, overlaps: new Map(pairs.map(([of = '', number]) => [of, Number(number)])) }
  })
}

function forcesOf(names: string, areas: string): Body[] {
  const codesOf = new Map(linesOf(areas).map(([code = '', codes = '']) => [code, codes.split(' ')]))
  return linesOf(names).map(([code = '', name = '']) => {
    return { code, name, overlaps: new Map((codesOf.get(code) ?? []).map(of => [of, 1])) }
  })
}

/** A body of an authority: which share of the authority it covers, and which share of it lies in the authority. */
export interface Covering {
  readonly body: Body
  readonly shareOfAuthority: number
  readonly shareOfBody: number
  /** Both shares are below the least one: a line on the map, not a part to plan for. */
  readonly isSliver: boolean
}

export interface AuthorityCovered {
  readonly authority: Authority
  readonly forces: readonly Covering[]
  readonly health: readonly Covering[]
}

/** Somebody who is left out: in words, as a whole sentence. */
export interface Gap {
  readonly who: string
  readonly says: string
}

export interface Footprint {
  readonly on: string
  readonly kindOfHealth: HealthBodies['kind']
  /** The look-up is younger than the day: what changed between the two is not seen. */
  readonly isFromLater: boolean
  readonly covered: readonly AuthorityCovered[]
  readonly gaps: readonly Gap[]
}

/** Below this share on both sides an overlap is a sliver: boundaries drawn twice never match to the metre. */
export const leastShare = 0.02

/**
 * Checks that everybody is covered on a day (YYYY-MM-DD).
 * @throws RangeError where no health bodies are given at all
 */
export function footprintOn(day: string, places: Places = england, least = leastShare): Footprint {
  const [first] = places.health
  if (!first) throw new RangeError('A footprint needs health bodies')
  const health = places.health.findLast(({ from }) => from <= day) ?? first
  const standing = places.authorities.filter(({ from, to }) => from <= day && (to === null || day <= to))
  const covered = standing.map(authority => ({
    authority,
    forces: coveringOf(authority, places.forces, places, least),
    health: coveringOf(authority, health.bodies, places, least),
  }))
  return {
    on: day,
    kindOfHealth: health.kind,
    isFromLater: health.from > day,
    covered,
    gaps: [
      ...withoutBody(covered, health.kind, least),
      ...withoutAuthority(covered, 'forces', places.forces, 'police force'),
      ...withoutAuthority(covered, 'health', health.bodies, health.kind),
      ...withoutSuccessor(day, standing, places),
    ],
  }
}

/** The codes under which a look-up may have an authority: its own, else those that followed it, else those that it followed. */
function codesIn(code: string, bodies: readonly Body[], { successors: after }: Places): string[] {
  const has = (one: string) => bodies.some(({ overlaps }) => overlaps.has(one))
  if (has(code)) return [code]
  const later = (after[code] ?? []).filter(has)
  if (later.length > 0) return later
  return Object.keys(after).filter(before => after[before]?.includes(code) && has(before))
}

function coveringOf(authority: Authority, bodies: readonly Body[], places: Places, least: number): Covering[] {
  const codes = codesIn(authority.ons, bodies, places)
  const shared = (body: Body) => codes.reduce((sum, code) => sum + (body.overlaps.get(code) ?? 0), 0)
  const whole = bodies.reduce((sum, body) => sum + shared(body), 0)
  return bodies
    .filter(body => shared(body) > 0)
    .map(body => {
      const shareOfAuthority = shared(body) / whole
      const shareOfBody = shared(body) / [...body.overlaps.values()].reduce((sum, number) => sum + number, 0)
      return { body, shareOfAuthority, shareOfBody, isSliver: shareOfAuthority < least && shareOfBody < least }
    })
    .toSorted((a, b) => b.shareOfAuthority - a.shareOfAuthority)
}

function withoutBody(covered: readonly AuthorityCovered[], kind: HealthBodies['kind'], least: number): Gap[] {
  return covered.flatMap(({ authority: { name }, forces, health }) => {
    const gaps: Gap[] = []
    if (forces.length === 0) gaps.push({ who: name, says: `${name} has no police force.` })
    const share = health.filter(one => !one.isSliver).reduce((sum, one) => sum + one.shareOfAuthority, 0)
    if (share === 0) gaps.push({ who: name, says: `${name} has no ${kind}.` })
    else if (share < 1 - 3 * least)
      gaps.push({ who: name, says: `${Math.round((1 - share) * 100)}% of ${name} has no ${kind}.` })
    return gaps
  })
}

function withoutAuthority(
  covered: readonly AuthorityCovered[],
  of: 'forces' | 'health',
  bodies: readonly Body[],
  kind: string,
): Gap[] {
  const held = new Set(covered.flatMap(one => one[of].filter(({ isSliver }) => !isSliver).map(({ body }) => body.code)))
  return bodies
    .filter(({ code }) => !held.has(code))
    .map(({ name }) => ({ who: name, says: `${name} (${kind}) is in no authority’s area.` }))
}

function withoutSuccessor(
  day: string,
  standing: readonly Authority[],
  { authorities: all, successors: after }: Places,
): Gap[] {
  const codes = new Set(standing.map(({ ons }) => ons))
  const follows = (code: string): boolean => codes.has(code) || (after[code] ?? []).some(follows)
  return all
    .filter(({ to, ons }) => to !== null && to < day && !follows(ons))
    .map(({ name, to }) => ({ who: name, says: `${name} ended after ${to}, and no authority follows it.` }))
}
