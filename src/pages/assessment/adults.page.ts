/** Writing down, for each adult around the child, whether it was asked, what the answer was and who gave it; and whether there is somebody else. */
import type { Recording } from '../../ledger/command.ts'
import { adultAskedAbout } from '../../procedures/assessment-frame.ts'
import { type Fields, valueOf } from '../pipeline/fields.ts'
import type { Answer, Visit } from '../pipeline/page.ts'
import { refuseUnless } from '../record/permission.ts'
import { type Message, readFact } from '../record/read-fact.ts'
import { adultsView, fieldOfAdult, whichElse } from './adults.view.tsx'
import { type Adult, adultsOf } from './around.ts'
import { type OpenAssessment, openAssessment } from './opened.ts'

/** `GET /case/:reference/assessment/:root/adults` */
export async function page(visit: Visit): Promise<Answer> {
  const { opened, adults } = await openAdults(visit)
  const form = await visit.form()
  const [year = '', month = '', day = ''] = visit.today.day.split('-')
  const today = { 'happened-day': String(Number(day)), 'happened-month': String(Number(month)), 'happened-year': year }
  const typed = Object.keys(form.typed).length > 0 ? form.typed : today
  return { html: adultsView(visit, { ...form, typed }, { opened, adults, messages: [] }) }
}

/** `POST /case/:reference/assessment/:root/adults` */
export async function submit(visit: Visit): Promise<Answer> {
  const { opened, adults } = await openAdults(visit)
  const form = await visit.form()
  const { acts, messages } = readAdults(visit, opened, adults, form.typed)
  if (messages.length > 0) return { html: adultsView(visit, form, { opened, adults, messages }), status: 422 }
  if (acts.length > 0) await visit.record({ areaId: opened.head.areaId, submissionId: form.submission, acts })
  return { redirect: `${opened.address}?recorded=${acts.length}#adults` }
}

/** What was answered for each; an adult of whom nothing was answered is left as it was. */
function readAdults(visit: Visit, { head, assessment }: OpenAssessment, adults: readonly Adult[], typed: Fields) {
  const acts: Recording[] = []
  const messages: Message[] = []
  const rows = [...adults.map(({ name }, at) => [at, name] as const), ...whichElse.map(which => [which, ''] as const)]
  for (const [which, name] of rows) {
    const of = (field: string) => valueOf(typed, fieldOfAdult(which, field))
    const questions = ['asked', 'near', 'source', 'answer', ...(which === 'else' ? ['who'] : [])]
    if (questions.every(field => of(field) === '')) continue
    const words = of('answer')
    const form = {
      ...Object.fromEntries(
        ['day', 'month', 'year'].map(part => [`happened-${part}`, valueOf(typed, `happened-${part}`)]),
      ),
      // The name as it was shown: the list may have grown meanwhile.
      who: of('who') || name,
      asked: of('asked'),
      near: of('near'),
      source: of('source'),
      ...(of('asked') === 'not-asked' ? { whyNot: words } : { answer: words }),
    }
    const read = readFact(adultAskedAbout, form, { today: visit.today })
    if ('messages' in read) messages.push(...read.messages.map(one => ({ ...one, field: placeOf(which, one.field) })))
    else
      acts.push({
        act: 'record',
        caseId: head.id,
        kind: adultAskedAbout.kind,
        about: assessment.began.root,
        ...read.fact,
      })
  }
  const isFirst = (one: Message, at: number) => messages.findIndex(({ field }) => field === one.field) === at
  return { acts, messages: messages.filter(isFirst) }
}

function placeOf(which: number | 'else', field: string): string {
  return field === 'happened' ? field : fieldOfAdult(which, field === 'whyNot' ? 'answer' : field)
}

/** @throws NotFound where there is no such assessment, NotAllowed where the post does not record */
async function openAdults(visit: Visit) {
  const opened = await openAssessment(visit)
  await visit.read(({ client }) => refuseUnless(client, visit, opened.head, 'record'))
  return { opened, adults: adultsOf(opened.read, opened.assessment, visit.today.day) }
}
