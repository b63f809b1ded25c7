/** How an area begins and ends its letters: from which day, approved by whom. The facts in between come from the record. */
import { roles, rolesSettingPolicy } from '../../access/policy.ts'
import { NotAllowed, NotFound } from '../../access/refusals.ts'
import { decisionOf } from '../../ledger/area-decisions.ts'
import { type LetterWordsRead, readLetterWords, setLetterWords, wordsOn } from '../../ledger/letter-words.ts'
import { isLetter, type LetterCode, letterKinds } from '../documents/letter-kinds.ts'
import { dayIn, type Say, wordsIn } from '../local-policy/read-decision.ts'
import { type Fields, valueOf } from '../pipeline/fields.ts'
import { framed } from '../pipeline/frame.ts'
import type { Answer, Visit } from '../pipeline/page.ts'
import type { Message } from '../record/read-fact.ts'
import { ListView, letterWordsView } from './letter-words.view.tsx'

/** `GET /letter-words` */
export async function list(visit: Visit): Promise<Answer> {
  const { history } = await open(visit)
  const children = (
    <ListView
      visit={visit}
      history={history}
      mayChange={deciders.includes(visit.post.role)}
      set={valueOf(visit.query, 'set')}
    />
  )
  const back = { href: '/local-policy', text: 'Local policy' }
  return { html: framed(visit, { title: 'Letters', back, children }) }
}

/** `GET /letter-words/:letter` */
export async function page(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  const opened = await openLetter(visit)
  const { code, holds } = opened
  const isNew = Object.keys(form.typed).length === 0
  const { opening, closing, sender } = holds ?? { ...letterKinds[code].unlessSet, sender: '' }
  const typed = isNew ? { opening, closing, sender } : form.typed
  return { html: letterWordsView(visit, { ...form, typed }, opened, []) }
}

/** `POST /letter-words/:letter` */
export async function submit(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  const opened = await openLetter(visit)
  const done = `/letter-words?set=${opened.code}`
  if (opened.history.some(({ id }) => id === decisionOf(form.submission))) return { redirect: done }
  const messages: Message[] = []
  const read = readWords(form.typed, opened, (field, text) => void messages.push({ field, text }))
  if (!read || messages.length > 0) return { html: letterWordsView(visit, form, opened, messages), status: 422 }
  await setLetterWords(visit.ledger, {
    ...read,
    areaId: opened.areaId,
    letter: opened.code,
    submissionId: form.submission,
    by: { postId: visit.post.id, agencyId: visit.post.agency.id },
  })
  return { redirect: done }
}

async function open(visit: Visit) {
  const [areaId] = visit.areaIds
  if (!areaId) throw new NotFound()
  return { areaId, history: await visit.read(({ client }) => readLetterWords(client, areaId)) }
}

const deciders = rolesSettingPolicy(['child'])

export interface OpenLetter {
  readonly code: LetterCode
  readonly areaId: string
  /** Of this letter, the newest first. */
  readonly history: readonly LetterWordsRead[]
  readonly holds: LetterWordsRead | undefined
}

/** @throws NotFound for what is no letter, NotAllowed, with who decides it: the ledger asks again */
async function openLetter(visit: Visit): Promise<OpenLetter> {
  const code = visit.params['letter'] ?? ''
  if (!isLetter(code)) throw new NotFound()
  if (!deciders.includes(visit.post.role)) {
    const who = deciders.map(one => roles[one].toLowerCase())
    const words = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(who)
    throw new NotAllowed(`Your post is ${visit.post.title}. This is decided by ${words}.`, 'Ask one of the area.')
  }
  const { areaId, history } = await open(visit)
  const own = history.filter(one => one.letter === code)
  return { code, areaId, history: own, holds: wordsOn(own, code, visit.today.day) }
}

const longest = 4000
const firstDay = { day: '2018-01-01', words: 'The day must not be before 1 January 2018' }

function readWords(typed: Fields, { history }: OpenLetter, say: Say) {
  if (valueOf(typed, 'seen') !== (history[0]?.id ?? 'none'))
    say('opening', 'Somebody set other words while you were writing. They stand below: look again, then record yours')
  const [sender, opening, closing] = (['sender', 'opening', 'closing'] as const).map(field => {
    const text = valueOf(typed, field).replaceAll('\r\n', '\n')
    if (text.length > longest) say(field, `This must be ${longest.toLocaleString('en-GB')} characters or fewer`)
    return text
  })
  if (!opening) say('opening', 'Enter how the letter begins')
  if (!closing) say('closing', 'Enter how the letter ends')
  const fromDay = dayIn(typed, 'from', 'Enter the day from which it holds', firstDay, say)
  const approvedBy = wordsIn(typed, 'approved-by', 'Enter who approved it', say)
  const why = wordsIn(typed, 'why', 'Enter why', say)
  if (fromDay === undefined || !opening || !closing) return undefined
  return { sender: sender ?? '', opening, closing, fromDay, approvedBy, why }
}
