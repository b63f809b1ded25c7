/**
 * What is known already when a child steps up to social care or down from it: the form begins with it, and says from whom it is.
 * Nothing is typed twice, and nothing is recorded until somebody has read it and sends the form.
 */
import type { PoolClient } from 'pg'
import type { Statement } from '../../engine/fact.ts'
import { type ReadCase, readNames } from '../../ledger/read.ts'
import { sourceOfEarlyHelp } from '../../ledger/refer.ts'
import { readAgencies } from '../../people/agencies.ts'
import { assessmentAuthorised } from '../../procedures/assessment.ts'
import { childInNeedPlanEnded, childInNeedPlanStarted } from '../../procedures/child-in-need-plan.ts'
import { earlyHelpPlanStarted, needNoticed } from '../../procedures/early-help.ts'
import { referralReceived } from '../../procedures/referral.ts'
import { sayDay } from '../kit/days.ts'
import { sayHappened } from '../record/fact-words.ts'
import { type Help, helpsOf, wordsIn } from './help-of.ts'

export interface TakenOver {
  /** "Early help since 2 March 2026, as Marsh Primary School recorded it". */
  readonly source: string
  readonly typed: Readonly<Record<string, string>>
  /** The records from which it is, by their roots. */
  readonly roots: readonly string[]
}

/** What the form of a kind begins with on this file; nothing on most forms. Only what the reader may see is taken over. */
export async function takenOver(client: PoolClient, kind: string, read: ReadCase): Promise<TakenOver | undefined> {
  if (kind === referralReceived.kind) return steppingUp(client, read)
  if (kind === needNoticed.kind || kind === earlyHelpPlanStarted.kind) return steppingDown(client, kind, read)
  return undefined
}

/** Early help that goes on, or that ended because of the step: unless a referral took over what was recorded last. */
async function steppingUp(client: PoolClient, read: ReadCase): Promise<TakenOver | undefined> {
  const help = helpsOf(read).findLast(({ ended }) => !ended || ended.data.how === 'stepped-up')
  if (!help) return undefined
  const referrals = read.known.byKind.get(referralReceived.kind) ?? []
  if (referrals.some(({ number }) => number > help.lastNumber)) return undefined
  const source = `Early help since ${sayHappened(help.since)}, as ${await recordedBy(client, help.agencies)} recorded it`
  const history = [`${source}.`, ...linesOf(read, help)].join('\n')
  return {
    source,
    typed: { ...(await referrerOf(client, read, help)), reason: reasonOf(read, help), history },
    roots: read.known.inOrder.flatMap(({ root }) => (read.known.chains.get(root)?.includes(help.root) ? [root] : [])),
  }
}

/** The agency that led the help and its lead practitioner: it is they who refer. */
async function referrerOf(
  client: PoolClient,
  read: ReadCase,
  { assessed, noticed }: Help,
): Promise<Record<string, string>> {
  const led = assessed ?? noticed
  const agency = led && (await readAgencies(client, read.head.areaId)).find(({ id }) => id === led.agency)
  const referrer = wordsIn(read, assessed)['lead'] ?? ''
  return agency ? { source: sourceOfEarlyHelp(agency), agency: agency.name, referrer } : {}
}

/** What was found last, as it was written: whoever refers adds what they make of it. */
function reasonOf(read: ReadCase, help: Help): string {
  const last = help.reviews.at(-1)
  const texts = [
    wordsIn(read, last)['note'],
    wordsIn(read, help.judged)['reasons'],
    wordsIn(read, help.assessed)['needs'],
    wordsIn(read, help.noticed)['seen'],
  ]
  return texts.find(Boolean) ?? ''
}

function linesOf(read: ReadCase, help: Help): string[] {
  const { noticed, assessed, plan, reviews, judged, aims } = help
  const line = (title: string, text: string | undefined) => (text ? [`${title}: ${text}`] : [])
  return [
    ...line('What was noticed', wordsIn(read, noticed)['seen']),
    ...line('Lead practitioner', wordsIn(read, assessed)['lead']),
    ...line('Needs', wordsIn(read, assessed)['needs']),
    ...line('What the child wants and feels', wordsIn(read, assessed)['wishes']),
    ...line('The plan', wordsIn(read, plan)['aims']),
    ...aims.flatMap(({ aim, scores }) =>
      line('Aim', `${aim} (${scores.map(({ day, score }) => `${score} of 10 on ${sayDay(day)}`).join('; ')})`),
    ),
    ...reviews.flatMap(one => line(`Review, ${sayHappened(one.happened)}`, wordsIn(read, one)['note'])),
    ...line('Help was refused, and judged', wordsIn(read, judged)['reasons']),
  ]
}

type Ended = Statement<typeof childInNeedPlanEnded.fields>
type Authorised = Statement<typeof assessmentAuthorised.fields>

/** A child in need plan or an assessment of social care that ended in early help, which has not begun since. */
async function steppingDown(client: PoolClient, kind: string, read: ReadCase): Promise<TakenOver | undefined> {
  const all = (of: string) => read.known.byKind.get(of) ?? []
  const ended = all(childInNeedPlanEnded.kind).findLast(one => (one as unknown as Ended).data.because === 'early-help')
  const assessed = all(assessmentAuthorised.kind).findLast(
    one => (one as unknown as Authorised).data.outcome === 'early-help',
  )
  const from = ended ?? assessed
  if (!from || all(kind).some(one => one.happened.from >= from.happened.from)) return undefined
  const plan = all(childInNeedPlanStarted.kind).findLast(one => read.known.chains.get(from.root)?.includes(one.root))
  const what = ended ? 'The child in need plan ended' : 'The assessment of social care ended'
  const source = `${what} on ${sayHappened(from.happened)}, as ${await recordedBy(client, [from.agency])} recorded it`
  const texts = [
    wordsIn(read, from)['reasons'],
    wordsIn(read, from)['analysis'],
    wordsIn(read, plan)['outcomes'],
    wordsIn(read, plan)['actions'],
  ].filter(Boolean)
  const text = [`${source}.`, ...texts].join('\n')
  return {
    source,
    typed: kind === needNoticed.kind ? { seen: text } : { aims: text },
    roots: [from.root, ...(plan ? [plan.root] : [])],
  }
}

async function recordedBy(client: PoolClient, ids: readonly string[]): Promise<string> {
  const { agencies } = await readNames(client, ids, [])
  const names = ids.map(id => agencies.get(id) ?? 'an agency that is no longer listed')
  return new Intl.ListFormat('en-GB').format(names)
}
