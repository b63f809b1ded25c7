/** From which day provisions of an Act are in force: what turns with each, who named the day, and naming it. */
import { NotFound } from '../../access/refusals.ts'
import { getEdition, type Provision, provisions } from '../../guidance/editions.ts'
import {
  type CommencementRead,
  commencementOf,
  isProvision,
  nameCommencement,
  readCommencementHistory,
} from '../../ledger/commencement.ts'
import { rulesTouched } from '../../procedures/decided-locally.ts'
import { sayDay } from '../kit/days.ts'
import { tryOut } from '../local-policy/local-policy.page.ts'
import { dayIn, wordsIn } from '../local-policy/read-decision.ts'
import { valueOf } from '../pipeline/fields.ts'
import { framed } from '../pipeline/frame.ts'
import type { Answer, FormState, Visit } from '../pipeline/page.ts'
import type { Message } from '../record/read-fact.ts'
import { ListView, provisionView } from './commencement.view.tsx'

/** `GET /commencement` */
export async function list(visit: Visit): Promise<Answer> {
  const history = await visit.read(({ client }) => readCommencementHistory(client))
  const children = ListView({ visit, history, named: valueOf(visit.query, 'named') })
  return { html: framed(visit, { title: 'Law to come', children }) }
}

/** `GET /commencement/:provision` */
export async function page(visit: Visit): Promise<Answer> {
  return show(visit, await visit.form(), await openProvision(visit), [])
}

/** `POST /commencement/:provision` */
export async function submit(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  const opened = await openProvision(visit)
  const { provision, history } = opened
  if (history[0]?.id === commencementOf(form.submission)) return { redirect: `/commencement?named=${provision}` }
  const { typed } = form
  const messages: Message[] = []
  const say = (field: string, text: string) => void messages.push({ field, text })
  const seen = valueOf(typed, 'seen')
  if (seen !== (history[0]?.id ?? 'none'))
    say('begins', 'Somebody named another day while you were writing. It stands below: look again, then record yours')
  const isTakenBack = valueOf(typed, 'none') === 'yes'
  const missing = 'Enter the day that the regulations name, or tick that it is taken back'
  const beginsOn = isTakenBack ? null : dayIn(typed, 'begins', missing, royalAssent, say)
  const regulations = wordsIn(typed, 'regulations', 'Enter which regulations name the day', say)
  const approvedBy = wordsIn(typed, 'approved-by', 'Enter who approved it', say)
  const why = wordsIn(typed, 'why', 'Enter why you record it', say)
  if (isTakenBack && !history[0]?.beginsOn) say('none', 'No day is named that could be taken back')
  const [areaId] = visit.areaIds
  if (messages.length > 0 || beginsOn === undefined || !areaId) return show(visit, form, opened, messages)
  const previewed = beginsOn ?? 'none'
  const decided = { of: 'commencement', provision } as const
  if (rulesTouched(visit.guidance, decided).length > 0 && valueOf(typed, 'previewed') !== previewed) {
    const tried = await tryOut(visit, decided, ({ commencements = {}, ...policy }) => {
      const others = Object.fromEntries(Object.entries(commencements).filter(([one]) => one !== provision))
      return { ...policy, commencements: beginsOn === null ? others : { ...others, [provision]: beginsOn } }
    })
    return { html: provisionView(visit, form, opened, [], { tried, previewed }) }
  }
  await nameCommencement(visit.ledger, {
    areaId,
    provision,
    beginsOn,
    regulations,
    approvedBy,
    why,
    submissionId: form.submission,
    by: { postId: visit.post.id, agencyId: visit.post.agency.id },
  })
  return { redirect: `/commencement?named=${provision}` }
}

/** No provision of the Act can begin before it was passed. */
const royalAssent = {
  day: getEdition('cwsa2026').from,
  words: `The day must not be before ${sayDay(getEdition('cwsa2026').from)}, when the Act was passed`,
}

function show(visit: Visit, form: FormState, opened: OpenProvision, messages: readonly Message[]): Answer {
  return { html: provisionView(visit, form, opened, messages, {}), status: messages.length > 0 ? 422 : 200 }
}

export interface OpenProvision {
  readonly provision: Provision
  readonly title: string
  readonly history: readonly CommencementRead[]
}

async function openProvision(visit: Visit): Promise<OpenProvision> {
  const provision = visit.params['provision'] ?? ''
  if (!isProvision(provision)) throw new NotFound()
  const history = await visit.read(({ client }) => readCommencementHistory(client))
  return { provision, title: provisions[provision], history: history.filter(one => one.provision === provision) }
}
