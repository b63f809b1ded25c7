/** How one child's case is told: acts in the order in which they were recorded, and what was shared with whom. Pure: it knows no clock. */
import type { FactDefinition, Happened } from '../engine/fact.ts'
import { divide } from '../engine/schema.ts'
import { addDays, type Day } from '../guidance/days.ts'
import { londonDay, londonInstant } from '../guidance/london.ts'
import { isWorkingDay } from '../guidance/working-days.ts'
import type { Author, Disposal, LedgerAct, NewCase, Redaction } from '../ledger/command.ts'
import {
  type AgencyKey,
  type AreaKey,
  agencies,
  areas,
  type HolderKey,
  holders,
  type PersonKey,
  postOf,
  practitioners,
} from './cast.ts'
import type { OpeningOfLife } from './openings.ts'
import { between, type Chance, chanceOf, idOf, pick, referenceOf } from './random.ts'
import { workdaysAfter } from './workdays.ts'

/** Today, and the instant within it: nothing in a story happened later. */
export interface Today {
  readonly day: Day
  readonly instant: number
}

/** What is done to the record itself is done after it was told. */
type ToldAct = Exclude<LedgerAct, Redaction | Disposal>

export interface ActOfLife {
  readonly act: ToldAct
  readonly by: Author
  readonly recordedAt: number
  readonly occasion?: string
}

/** What an agency let another one know, and why. */
export interface Sharing {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly by: string
  readonly roots: readonly string[]
  readonly basis: string
  readonly necessity: string
  readonly familyTold: 'yes' | 'no' | 'later'
  readonly notToldWhy?: string
  readonly reachedAt: number
}

/** A case from its opening on. The first act opens it. */
export interface Lifeline {
  readonly areaId: string
  readonly opens: NewCase
  readonly acts: readonly ActOfLife[]
  readonly sharings: readonly Sharing[]
  readonly openings: readonly OpeningOfLife[]
}

export interface Plot {
  /** Names the case, and with it everything on it. */
  readonly key: string
  readonly today: Today
  readonly area?: AreaKey
  /** What the case is about: a child's file unless said. */
  readonly kind?: string
  readonly team: HolderKey
  readonly worker: PersonKey
  readonly manager: PersonKey
  readonly restriction?: NewCase['restriction']
  /** Brothers and sisters whose meetings are the same ones. */
  readonly family?: string
  /** The day from which nothing more was recorded; today unless said. */
  readonly until?: Day
}

/** A day, or as much as is known of it. */
export type When = Day | Omit<Happened, 'at'>

export interface How {
  readonly by?: PersonKey
  /** Time of day, HH:MM. */
  readonly at?: string
  /** Days between the event and its recording. */
  readonly late?: number
  readonly occasion?: string
  /** The fact that it continues, where that must be said. */
  readonly about?: string
  /** Recorded at the very time of day at which it happened. */
  readonly atOnce?: true
  /** Whether a partner's record is shared with the authority at once: it is, unless said. */
  readonly shared?: boolean
}

export interface Told {
  readonly definition: FactDefinition
  readonly happened: Happened
  readonly values: Readonly<Record<string, unknown>>
  readonly by: PersonKey
}

interface Draft {
  readonly act: ToldAct
  readonly by: PersonKey
  readonly recordedAt: number
  readonly place: number
  readonly occasion: string | undefined
}

/** Tells one case, one thing after another. What would lie after its last day is left out, so that a story stops in the middle of things. */
export class Life {
  readonly plot: Plot
  readonly caseId: string
  readonly chance: Chance
  readonly today: Day
  readonly until: Day
  /** What the sentences of this case are filled with. */
  readonly slots: Record<string, string> = {}
  /** What is true of this child, as far as sentences ask for it. */
  readonly traits = new Set<string>()
  readonly told = new Map<string, Told>()
  readonly openings: OpeningOfLife[] = []
  private readonly drafts: Draft[] = []
  private readonly sharings: Sharing[] = []
  private readonly used = new Set<string>()
  private readonly clocks = new Map<Day, { minute: number; by: PersonKey }>()

  constructor(plot: Plot) {
    this.plot = plot
    this.caseId = idOf('case', plot.key)
    this.chance = chanceOf(`case ${plot.key}`)
    this.today = plot.today.day
    this.until = plot.until && plot.until < this.today ? plot.until : this.today
  }

  /** The authority of the area. */
  get authority(): AgencyKey {
    return this.plot.area === 'eastholt' ? 'eastholt' : this.plot.area === 'england' ? 'panel' : 'council'
  }

  /** Who chairs and writes down conferences: not let into a restricted case by default, where the manager does it. */
  get chair(): PersonKey {
    return this.plot.restriction === 'restricted' || this.plot.area === 'eastholt' ? this.plot.manager : 'edwin'
  }

  /** For a meeting about several children of one family: what it decided, and on which day, is the same on each one’s case. */
  meeting(what: string, day: Day): Chance | undefined {
    return this.plot.family === undefined ? undefined : chanceOf(`${this.plot.family} ${what} ${day}`)
  }

  /** How many acts were told so far. */
  get size(): number {
    return this.drafts.length
  }

  /** Records a fact. @returns its id; of what lies beyond the story's last day too, though it is not told */
  record(
    definition: FactDefinition,
    when: When,
    values: Readonly<Record<string, unknown>> = {},
    how: How = {},
  ): string {
    const id = idOf(this.plot.key, definition.kind, this.drafts.length)
    const days = typeof when === 'string' ? ({ from: when, to: when, certainty: 'day' } as const) : when
    if (days.from > this.until) return id
    const by = how.by ?? this.plot.worker
    const happened = { ...days, at: how.at === undefined ? null : this.timeOn(days.from, how.at) }
    const recordedAt = this.recordingOf(days.to, by, how)
    const told = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''))
    const { data, narrative } = divide(definition, told)
    const act = {
      act: 'record',
      id,
      caseId: this.caseId,
      kind: definition.kind,
      happened,
      data,
      narrative,
      about: how.about ?? null,
    } as const
    this.told.set(id, { definition, happened, values: told, by })
    this.drafts.push({ act, by, recordedAt, place: this.drafts.length, occasion: how.occasion })
    const { agency } = practitioners[by]
    // What is shared reaches the whole agency: on a file that few may see, a partner’s record stays where it is.
    // What is about a matter is known to those who work on it together, and to nobody else unless it is said.
    const isShared = this.plot.kind === undefined ? how.shared !== false : how.shared === true
    if (agency !== this.authority && isShared && !this.plot.restriction)
      this.share(agency, this.authority, [id], recordedAt, {
        by,
        necessity: 'The lead social worker needs it to keep the picture of this child whole.',
      })
    return id
  }

  /** Puts a fact right, by whoever recorded it unless said. */
  correct(
    id: string,
    on: Day,
    change: { day?: Day; values?: Readonly<Record<string, unknown>>; why: string; by?: PersonKey },
  ): void {
    const before = this.told.get(id)
    if (!before || on > this.until) return
    const values = { ...before.values, ...change.values }
    const happened: Happened = change.day
      ? { from: change.day, to: change.day, certainty: 'day', at: null }
      : before.happened
    const { data, narrative } = divide(before.definition, values)
    this.told.set(id, { ...before, happened, values })
    this.later(on, change.by ?? before.by, {
      act: 'correct',
      caseId: this.caseId,
      root: id,
      seen: 0,
      happened,
      data,
      narrative: { ...narrative, correctionReason: change.why },
    })
  }

  /** Takes a fact off this case; it stays readable as struck out. */
  strikeOut(id: string, on: Day, reason: string, by: PersonKey = this.plot.manager): void {
    if (!this.told.has(id) || on > this.until) return
    this.later(on, by, { act: 'strike-out', caseId: this.caseId, root: id, seen: 0, narrative: { reason } })
  }

  /** Sets a view beside a fact: of the family, or of another agency. */
  contest(
    id: string,
    on: Day,
    whose: 'child' | 'parent' | 'family' | 'agency',
    words: string,
    by: PersonKey = this.plot.worker,
  ): void {
    if (!this.told.has(id) || on > this.until) return
    this.later(on, by, { act: 'disagree', caseId: this.caseId, root: id, data: { whose }, narrative: { words } })
  }

  /** Lets another agency know facts. Those that the story left out are left out here too. */
  share(
    from: AgencyKey,
    to: AgencyKey,
    ids: readonly string[],
    when: Day | number,
    why: { by: PersonKey; necessity: string; basis?: string; told?: Sharing['familyTold']; notToldWhy?: string },
  ): void {
    const roots = ids.filter(id => this.told.has(id))
    const reachedAt = typeof when === 'number' ? when : this.noLaterThanNow(londonInstant(when, 16, 30))
    if (roots.length === 0 || (typeof when === 'string' && when > this.until)) return
    const { basis = 'ca2004-s11', told = 'yes', necessity, notToldWhy, by } = why
    const id = idOf(this.plot.key, 'sharing', this.sharings.length)
    const who = { id, from: agencies[from].id, to: agencies[to].id, by: postOf(by) }
    this.sharings.push({
      ...who,
      roots,
      basis,
      necessity,
      familyTold: told,
      ...(notToldWhy ? { notToldWhy } : {}),
      reachedAt,
    })
  }

  /**
   * A sentence of a list with its slots filled; none twice on one case while there are others. Words in square brackets
   * before a sentence say for whom it is: `[violence|hurt][school]` for a child at school with one of these themes.
   * @param chance for a meeting about several children, which says the same on each one’s case
   */
  say(list: readonly string[], more: Readonly<Record<string, string>> = {}, chance?: Chance): string {
    const fitting = list.filter(one => this.fits(one))
    if (fitting.length === 0) throw new Error(`No sentence fits this case (${[...this.traits].join(', ')}): ${list[0]}`)
    const fresh = chance ? fitting : fitting.filter(one => !this.used.has(one))
    const template = pick(chance ?? this.chance, fresh.length > 0 ? fresh : fitting)
    this.used.add(template)
    return this.fill(template.replace(/^(\[[^\]]+\])+ /, ''), more)
  }

  private fits(template: string): boolean {
    return wantedTraits(template).every(group => group.some(trait => this.traits.has(trait)))
  }

  /** Fills the slots of a sentence; a slot that nothing is known for is a mistake of the story. */
  fill(template: string, more: Readonly<Record<string, string>> = {}): string {
    return template.replace(/\{(\w+)\}/g, (_, slot: string, at: number) => {
      const value = more[slot] ?? this.slots[slot]
      if (value === undefined) throw new Error(`The story has nothing for {${slot}} in: ${template}`)
      return /(^|[.?!]”? )$/.test(template.slice(0, at)) ? `${value.charAt(0).toUpperCase()}${value.slice(1)}` : value
    })
  }

  /** The case as the ledger is told it. */
  end(): Lifeline {
    const { key, area = 'harrowmere', team, worker, restriction } = this.plot
    const acts: ActOfLife[] = []
    const latest = new Map<string, number>()
    const sorted = [...this.drafts].toSorted((a, b) => a.recordedAt - b.recordedAt || a.place - b.place)
    for (const [at, { act, by, recordedAt, occasion }] of sorted.entries()) {
      const root = act.act === 'record' ? (act.id as string) : act.root
      const seen = latest.get(root) ?? 0
      acts.push({
        act: act.act === 'correct' || act.act === 'strike-out' ? { ...act, seen } : act,
        by: { postId: postOf(by), agencyId: agencies[practitioners[by].agency].id },
        recordedAt,
        ...(occasion ? { occasion } : {}),
      })
      if (act.act !== 'disagree') latest.set(root, at + 1)
    }
    const opens: NewCase = {
      id: this.caseId,
      kind: this.plot.kind ?? 'child',
      reference: referenceOf(key),
      teamId: holders[team].id,
      workerPostId: postOf(worker),
      ...(restriction ? { restriction } : {}),
    }
    return { areaId: areas[area].id, opens, acts, sharings: this.sharings, openings: this.openings }
  }

  private later(on: Day, by: PersonKey, act: ToldAct): void {
    this.drafts.push({
      act,
      by,
      recordedAt: this.recordingOf(on, by, {}),
      place: this.drafts.length,
      occasion: undefined,
    })
  }

  private timeOn(day: Day, text: string): number {
    const [hour = 0, minute = 0] = text.split(':').map(Number)
    return this.noLaterThanNow(londonInstant(day, hour, minute))
  }

  /** Practitioners write things down on working days, one after another; the emergency duty team at any time. */
  private recordingOf(happened: Day, by: PersonKey, { late = 0, at, atOnce }: How): number {
    if (at !== undefined && atOnce) return this.timeOn(happened, at)
    let day = addDays(happened, late)
    if (by !== 'mina' && by !== 'lucas' && by !== 'noor' && !isWorkingDay(day)) day = workdaysAfter(day, 1)
    const opened = this.drafts[0] && londonDay(this.drafts[0].recordedAt)
    // What was known before there was a file came to it once there was one.
    if (opened && day <= opened && happened < opened) day = workdaysAfter(opened, 1)
    if (day > this.today) day = this.today
    const clock = this.clocks.get(day)
    const minute =
      clock === undefined
        ? between(this.chance, 535, 650)
        : clock.minute + (clock.by === by ? 0 : between(this.chance, 5, 35))
    const spoken = at === undefined || day !== happened ? 0 : minutesOf(at) + between(this.chance, 10, 45)
    const from = Math.min(Math.max(minute, spoken), 23 * 60 + 50)
    this.clocks.set(day, { minute: from, by })
    return this.noLaterThanNow(londonInstant(day, Math.floor(from / 60), from % 60))
  }

  private noLaterThanNow(instant: number): number {
    return Math.min(instant, this.plot.today.instant)
  }
}

const read = new Map<string, readonly (readonly string[])[]>()

/** The traits that a sentence asks for: one of each group. */
function wantedTraits(template: string): readonly (readonly string[])[] {
  const known = read.get(template)
  if (known) return known
  const groups = /^((?:\[[^\]]+\])+) /.exec(template)?.[1]?.slice(1, -1).split('][') ?? []
  const wanted = groups.map(group => group.split('|'))
  read.set(template, wanted)
  return wanted
}

function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour * 60 + minute
}
