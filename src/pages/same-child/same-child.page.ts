/** Files that may be of one child: the list of those that the visitor may see, and two of them beside each other, to decide. */
import { NotFound } from '../../access/refusals.ts'
import { readImportedApart } from '../../exchange/store.ts'
import { readDifferent, readPossible, sayDifferent } from '../../ledger/different-children.ts'
import { readLinks } from '../../ledger/links.ts'
import { type ReadCase, readCase } from '../../ledger/read.ts'
import { childrenOfArea } from '../../people/children-of-area.ts'
import { type ChildSaid, comparingChild } from '../../people/matching/one-child.ts'
import { childrenOf } from '../../people/search.ts'
import { addressKnown, childBorn, childIdentified, childNamed } from '../../procedures/people.ts'
import { nameOfChild, wordsOf } from '../case-file/child.ts'
import { readReason } from '../holding/read-reason.ts'
import { valueOf } from '../pipeline/fields.ts'
import { framed } from '../pipeline/frame.ts'
import type { Answer, FormState, Visit } from '../pipeline/page.ts'
import { refuseUnless } from '../record/permission.ts'
import type { Message } from '../record/read-fact.ts'
import { compareView } from './compare.view.tsx'
import { PossibleView } from './possible.view.tsx'

const mostShown = 50

/** Why a line of the reading log is there. Stored: never worded anew. */
const shownApart = 'Was shown that a file that was imported speaks of the child'

/** `GET /same-child` */
export async function list(visit: Visit): Promise<Answer> {
  const { pairs, apart } = await visit.read(async ({ client, noteShown }) => {
    const apart = await readImportedApart(visit.ledger.recorder, visit.post.id, visit.areaIds)
    // Not of the file beside it: whoever imported it sees who looked at it.
    await noteShown(apart, shownApart)
    const found = await readPossible(client, visit.areaIds, mostShown + 1)
    const ids = found.flatMap(one => [one.caseId, one.otherCaseId])
    const names = await childrenOf(client, visit.areaIds, ids)
    const pairs = found.map(one => ({
      ...one,
      name: names.get(one.caseId) || `Child ${one.reference}`,
      otherName: names.get(one.otherCaseId) || `Child ${one.otherReference}`,
    }))
    return { pairs, apart }
  })
  const isSaid = valueOf(visit.query, 'said') === 'different'
  const children = PossibleView({ pairs: pairs.slice(0, mostShown), isMore: pairs.length > mostShown, isSaid, apart })
  return { html: framed(visit, { title: 'Possibly one child', children }) }
}

/** `GET /case/:reference/same-child/:other` */
export async function page(visit: Visit): Promise<Answer> {
  return show(visit, await visit.form(), await openPair(visit), [])
}

/** `POST /case/:reference/same-child/:other`: they are two children. */
export async function submit(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  const opened = await openPair(visit)
  const [one, other] = opened.files
  const messages: Message[] = []
  const why = readReason(form.typed, messages, 'Say how you know that they are two children')
  if (messages.length > 0) return show(visit, form, opened, messages)
  await sayDifferent(visit.ledger, {
    areaId: one.read.head.areaId,
    caseId: one.read.head.id,
    otherCaseId: other.read.head.id,
    why,
    submissionId: form.submission,
    by: { postId: visit.post.id, agencyId: visit.post.agency.id },
  })
  return { redirect: '/same-child?said=different' }
}

function show(visit: Visit, form: FormState, opened: OpenPair, messages: readonly Message[]): Answer {
  return { html: compareView(visit, form, opened, messages), status: messages.length > 0 ? 422 : 200 }
}

/** @throws NotFound where one of the two is not there for the visitor, NotAllowed where the post may not join files */
function openPair(visit: Visit) {
  return visit.read(async reading => {
    const { client } = reading
    const first = await reading.openCase(visit.params['reference'] ?? '')
    if (visit.params['other'] === first.head.reference) throw new NotFound()
    const second = await reading.openCase(visit.params['other'] ?? '')
    for (const { head } of [first, second]) {
      if (head.kind !== 'child') throw new NotFound()
      await refuseUnless(client, visit, head, 'join-files')
    }
    const read = await readCase(client, first.head, visit.guidance, visit.ledger.dayOf)
    const there = await readCase(client, second.head, visit.guidance, visit.ledger.dayOf)
    const files = [fileOf(read), fileOf(there)] as const
    const { areaId, id } = first.head
    const area = await childrenOfArea(client, areaId, [files[0].said])
    const isOther = ({ caseId }: { caseId: string }) => caseId === second.head.id
    return {
      why: first.why,
      files,
      compared: comparingChild(files[0].said, area)(files[1].said),
      link: (await readLinks(client, areaId, id)).find(one => isOther(one) && one.undone === null),
      different: (await readDifferent(client, areaId, id)).find(isOther),
    }
  })
}

export type OpenPair = Awaited<ReturnType<typeof openPair>>

export interface FileOfPair {
  readonly read: ReadCase
  readonly name: string
  readonly said: ChildSaid
}

function fileOf(read: ReadCase): FileOfPair {
  const last = (kind: string) => read.known.byKind.get(kind)?.at(-1)
  const { forenames = '', surname = '' } = wordsOf(read, last(childNamed.kind))
  const born = last(childBorn.kind)
  const numbers = (read.known.byKind.get(childIdentified.kind) ?? []).filter(
    one => (one.data as { scheme?: string }).scheme === 'nhs-number',
  )
  const said = {
    forenames,
    surname,
    birthDay: born?.happened.certainty === 'day' ? born.happened.from : null,
    postcode: wordsOf(read, last(addressKnown.kind))['postcode'] || null,
    nhsNumber: wordsOf(read, numbers.at(-1))['identifier'] || null,
  }
  return { read, name: nameOfChild(read), said }
}
