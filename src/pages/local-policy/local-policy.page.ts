/** What an area decides for itself: every limit that rules leave to it, and the days on which its own arrangements began. */
import { roles, rolesSettingPolicy } from '../../access/policy.ts'
import { NotAllowed, NotFound } from '../../access/refusals.ts'
import type { Arrangements } from '../../engine/duty.ts'
import type { Policy } from '../../engine/owed.ts'
import type { CaseKind } from '../../engine/procedure.ts'
import type { Day } from '../../guidance/days.ts'
import {
  type BeganRead,
  decisionOf,
  type LocalPolicyRead,
  nameBegan,
  readBeganHistory,
  readPolicyHistory,
  setLocalPolicy,
} from '../../ledger/area-decisions.ts'
import { type LocalUnit, limitOf, withPolicy } from '../../ledger/local-limits.ts'
import { findTriable, previewDecision } from '../../ledger/preview-decision.ts'
import { type Progress, readProgress } from '../../ledger/rederive.ts'
import {
  type Decided,
  kindOfArrangements,
  type LocalKey,
  localKeys,
  rulesTouched,
} from '../../procedures/decided-locally.ts'
import { type Fields, valueOf } from '../pipeline/fields.ts'
import { framed } from '../pipeline/frame.ts'
import type { Answer, Visit } from '../pipeline/page.ts'
import type { Message } from '../record/read-fact.ts'
import type { Tried } from './changes.tsx'
import { beganView, policyView } from './form.view.tsx'
import { ListView } from './list.view.tsx'
import { dayIn, type Say, wordsIn } from './read-decision.ts'
import { unitsFor } from './words.tsx'

/** `GET /local-policy` */
export async function list(visit: Visit): Promise<Answer> {
  const areaId = areaOf(visit)
  const read = await visit.read(async ({ client }) => ({
    history: await readPolicyHistory(client, areaId),
    began: await readBeganHistory(client, areaId),
    progress: await readProgress(client, areaId),
  }))
  const children = ListView({ visit, keys: localKeys(visit.guidance), set: valueOf(visit.query, 'set'), ...read })
  return { html: framed(visit, { title: 'Local policy', children }) }
}

/** A post acts for one authority: its first area. */
function areaOf({ areaIds }: Visit): string {
  const [areaId] = areaIds
  if (!areaId) throw new NotFound()
  return areaId
}

/** What a form of this page shows besides what was typed. */
export interface Shown {
  readonly messages: readonly Message[]
  readonly tried: Tried | undefined
  /** What was tried, as one text: it must be the same when it is recorded. */
  readonly previewed: string
}

const nothingShown: Shown = { messages: [], tried: undefined, previewed: '' }

/** Derives some files as they are and as they would be. */
export async function tryOut(visit: Visit, decided: Decided, changed: (policy: Policy) => Policy): Promise<Tried> {
  const areaId = areaOf(visit)
  const triable = await visit.read(({ client }) => findTriable(client, visit.ledger, areaId, decided))
  const changes = await previewDecision(visit.ledger, areaId, triable, decided, changed)
  const hasRules = rulesTouched(visit.guidance, decided).length > 0
  return { files: triable.roots.size, isCut: triable.isCut, changes, hasRules }
}

/** Before a form is shown; the ledger asks again. @throws NotAllowed, with who decides it */
function refuseUnlessOf({ post }: Visit, kinds: readonly CaseKind[]): void {
  const who = rolesSettingPolicy(kinds)
  if (who.includes(post.role)) return
  const words = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(who.map(one => roles[one].toLowerCase()))
  throw new NotAllowed(`Your post is ${post.title}. This is decided by ${words}.`, 'Ask one of the area.')
}

export interface OpenKey {
  readonly key: LocalKey
  readonly history: readonly LocalPolicyRead[]
  readonly progress: ReadonlyMap<string, Progress>
}

/** `GET /local-policy/:key` */
export async function page(visit: Visit): Promise<Answer> {
  return { html: policyView(visit, await visit.form(), await openKey(visit), nothingShown) }
}

/** `POST /local-policy/:key` */
export async function submit(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  const opened = await openKey(visit)
  const { key, history } = opened
  const done = `/local-policy?set=${encodeURIComponent(key.key)}`
  if (history.some(({ id }) => id === decisionOf(form.submission))) return { redirect: done }
  const messages: Message[] = []
  const read = readPolicy(form.typed, opened, (field, text) => void messages.push({ field, text }))
  const show = (shown: Partial<Shown>, status: number): Answer => {
    return { html: policyView(visit, form, opened, { ...nothingShown, ...shown }), status }
  }
  if (!read || messages.length > 0) return show({ messages }, 422)
  const { value, fromDay, approvedBy, why } = read
  const previewed = `${fromDay} ${value ? `${value.amount} ${value.unit}` : 'none'}`
  if (valueOf(form.typed, 'previewed') !== previewed) {
    const limit = value && limitOf(value)
    const tried = await tryOut(visit, { of: 'local-policy', key: key.key }, policy => {
      return { ...policy, local: withPolicy(policy.local, key.key, { from: fromDay, limit }) }
    })
    return show({ tried, previewed }, 200)
  }
  await setLocalPolicy(visit.ledger, {
    areaId: areaOf(visit),
    key: key.key,
    fromDay,
    value,
    approvedBy,
    why,
    submissionId: form.submission,
    by: { postId: visit.post.id, agencyId: visit.post.agency.id },
  })
  return { redirect: done }
}

async function openKey(visit: Visit): Promise<OpenKey> {
  const key = localKeys(visit.guidance).find(one => one.key === visit.params['key'])
  if (!key) throw new NotFound()
  refuseUnlessOf(visit, key.kinds)
  const areaId = areaOf(visit)
  const history = await visit.read(({ client }) => readPolicyHistory(client, areaId))
  const progress = await visit.read(({ client }) => readProgress(client, areaId))
  return { key, progress, history: history.filter(one => one.key === key.key) }
}

interface ReadPolicy {
  readonly value: { readonly amount: number; readonly unit: LocalUnit } | null
  readonly fromDay: Day
  readonly approvedBy: string
  readonly why: string
}

const most = 1200
const firstDay = { day: '2018-01-01', words: 'The day must not be before 1 January 2018' }

function readPolicy(typed: Fields, { key, history }: OpenKey, say: Say): ReadPolicy | undefined {
  if (valueOf(typed, 'seen') !== (history[0]?.id ?? 'none'))
    say('amount', 'Somebody set another value while you were writing. It stands below: look again, then record yours')
  const value = valueOf(typed, 'none') === 'yes' ? null : readValue(typed, key, say)
  const fromDay = dayIn(typed, 'from', 'Enter the day from which it holds', firstDay, say)
  const approvedBy = wordsIn(typed, 'approved-by', 'Enter who approved it', say)
  const why = wordsIn(typed, 'why', 'Enter why', say)
  if (value === undefined || fromDay === undefined) return undefined
  return { value, fromDay, approvedBy, why }
}

function readValue(typed: Fields, key: LocalKey, say: Say): ReadPolicy['value'] | undefined {
  const amount = Number(valueOf(typed, 'amount'))
  const units = unitsFor(key)
  const unit = units.length === 1 ? units[0] : units.find(one => one === valueOf(typed, 'unit'))
  const isNumber = /^\d{1,4}$/.test(valueOf(typed, 'amount')) && amount >= 1 && amount <= most
  if (!isNumber) say('amount', `Enter a whole number from 1 to ${most}, or tick that the area sets none`)
  if (!unit) say('unit', 'Select what is counted')
  return isNumber && unit ? { amount, unit } : undefined
}

export interface OpenBegan {
  readonly of: Arrangements
  readonly history: readonly BeganRead[]
  readonly progress: ReadonlyMap<string, Progress>
}

/** `GET /arrangements-began/:of` */
export async function beganPage(visit: Visit): Promise<Answer> {
  return { html: beganView(visit, await visit.form(), await openBegan(visit), nothingShown) }
}

/** No area could begin before the law of 2017 was in force; on 29 September 2019 every area had. */
const partnersFrom = { day: '2018-06-29', words: 'The day must not be before 29 June 2018, when the law began' }
const everywhereFrom = '2019-09-29'

/** `POST /arrangements-began/:of` */
export async function submitBegan(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  const opened = await openBegan(visit)
  const { of, history } = opened
  const done = `/local-policy?set=${of}`
  if (history.some(({ id }) => id === decisionOf(form.submission))) return { redirect: done }
  const { typed } = form
  const messages: Message[] = []
  const say: Say = (field, text) => void messages.push({ field, text })
  if (valueOf(typed, 'seen') !== (history[0]?.id ?? 'none'))
    say('began', 'Somebody named another day while you were writing. It stands below: look again, then record yours')
  const isTakenBack = valueOf(typed, 'none') === 'yes'
  const missing = 'Enter the day on which they began'
  const beganOn = isTakenBack ? null : dayIn(typed, 'began', missing, partnersFrom, say)
  if (beganOn && beganOn > everywhereFrom)
    say('began', 'The day must not be after 29 September 2019, when every area had begun')
  if (isTakenBack && !history[0]?.beganOn) say('none', 'No day is named that could be taken back')
  const approvedBy = wordsIn(typed, 'approved-by', 'Enter who approved it', say)
  const why = wordsIn(typed, 'why', 'Enter why', say)
  const show = (shown: Partial<Shown>, status: number): Answer => {
    return { html: beganView(visit, form, opened, { ...nothingShown, ...shown }), status }
  }
  if (messages.length > 0 || beganOn === undefined) return show({ messages }, 422)
  const previewed = beganOn ?? 'none'
  if (valueOf(typed, 'previewed') !== previewed) {
    const tried = await tryOut(visit, { of: 'arrangements-began', arrangements: of }, ({ began = {}, ...policy }) => {
      const others = Object.fromEntries(Object.entries(began).filter(([one]) => one !== of))
      return { ...policy, began: beganOn === null ? others : { ...others, [of]: beganOn } }
    })
    return show({ tried, previewed }, 200)
  }
  await nameBegan(visit.ledger, {
    areaId: areaOf(visit),
    of,
    beganOn,
    approvedBy,
    why,
    submissionId: form.submission,
    by: { postId: visit.post.id, agencyId: visit.post.agency.id },
  })
  return { redirect: done }
}

async function openBegan(visit: Visit): Promise<OpenBegan> {
  const of = visit.params['of']
  if (of !== 'safeguarding' && of !== 'child-death') throw new NotFound()
  refuseUnlessOf(visit, [kindOfArrangements[of]])
  const areaId = areaOf(visit)
  const history = await visit.read(({ client }) => readBeganHistory(client, areaId))
  const progress = await visit.read(({ client }) => readProgress(client, areaId))
  return { of, progress, history: history.filter(one => one.of === of) }
}
