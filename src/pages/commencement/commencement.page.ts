/** From which day provisions of an Act are in force: what turns with each, who named the day, and naming it. */
import { NotFound } from '../../access/refusals.ts'
import { type Day, isDay } from '../../guidance/days.ts'
import { getEdition, type Provision, provisions } from '../../guidance/editions.ts'
import {
  type CommencementRead,
  commencementOf,
  isProvision,
  nameCommencement,
  readCommencementHistory,
} from '../../ledger/commencement.ts'
import { sayDay } from '../kit/days.ts'
import { type Fields, valueOf } from '../pipeline/fields.ts'
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
  const beginsOn = isTakenBack ? null : readDay(typed, say)
  const regulations = wordsIn(typed, 'regulations', 'Enter which regulations name the day', say)
  const approvedBy = wordsIn(typed, 'approved-by', 'Enter who approved it', say)
  const why = wordsIn(typed, 'why', 'Enter why you record it', say)
  if (isTakenBack && !history[0]?.beginsOn) say('none', 'No day is named that could be taken back')
  const [areaId] = visit.areaIds
  if (messages.length > 0 || beginsOn === undefined || !areaId) return show(visit, form, opened, messages)
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
const royalAssent = getEdition('cwsa2026').from

const longest = 500

function wordsIn(typed: Fields, name: string, missing: string, say: (field: string, text: string) => void): string {
  const text = valueOf(typed, name)
  if (!text) say(name, missing)
  if (text.length > longest) say(name, `This must be ${longest} characters or fewer`)
  return text
}

function readDay(typed: Fields, say: (field: string, text: string) => void): Day | undefined {
  const [day, month, year] = ['day', 'month', 'year'].map(part => valueOf(typed, `begins-${part}`))
  const text = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
  if (isDay(text) && text >= royalAssent) return text
  say(
    'begins',
    !day && !month && !year
      ? 'Enter the day that the regulations name, or tick that it is taken back'
      : isDay(text)
        ? `The day must not be before ${sayDay(royalAssent)}, when the Act was passed`
        : 'The day must be a real date',
  )
  return undefined
}

function show(visit: Visit, form: FormState, opened: OpenProvision, messages: readonly Message[]): Answer {
  return { html: provisionView(visit, form, opened, messages), status: messages.length > 0 ? 422 : 200 }
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
