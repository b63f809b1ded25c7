/** The papers of a meeting for one reader, as a document. */
import { NotAllowed, NotFound } from '../../access/refusals.ts'
import { type Block, type Document, heading, line, notice, said } from '../../exchange/document/document.ts'
import { readParties } from '../../people/parties.ts'
import { nameOfChild } from '../case-file/child.ts'
import { type ParentKnown, parentsKnown } from '../case-file/parents.ts'
import { type Maker, sayMade } from '../documents/opened.ts'
import { type Fields, valueOf, valuesOf } from '../pipeline/fields.ts'
import type { Visit } from '../pipeline/page.ts'
import { refuseUnless } from '../record/permission.ts'
import type { GuestSeat } from './guests.ts'
import { openMeeting } from './opened.ts'
import { type Papers, papersFor, type Reader, readers } from './papers.ts'

export type OpenPack = Awaited<ReturnType<typeof openPack>>

/**
 * Opens a meeting to give its papers: that of the address, unless another is named.
 * @throws NotFound, NotAllowed where the post may not record on the case or its agency did not call the meeting
 */
export function openPack(visit: Visit, root?: string) {
  return visit.read(async reading => {
    const opened = await openMeeting(visit, reading, root)
    await refuseUnless(reading.client, visit, opened.head, 'record')
    if (!opened.isOwner)
      throw new NotAllowed('Papers are given by whoever called the meeting.', 'Ask the agency that called it.')
    return { ...opened, parties: await readParties(reading.client, opened.head.areaId, visit.post.agency.id) }
  })
}

/** For whom papers are; somebody without an account by their invitation, one of several parents by name. */
export type Recipient =
  | { readonly reader: Exclude<Reader, 'guest'>; readonly guest?: undefined; readonly parent?: undefined }
  | { readonly reader: 'guest'; readonly guest: GuestSeat; readonly parent?: undefined }
  | {
      readonly reader: 'parents'
      readonly guest?: undefined
      readonly parent: ParentKnown
      /** What they alone are not to read, by the keys of its parts. */
      readonly leftOut: readonly string[]
    }

/**
 * For whom they are, as an address or a form says; for parents where it says nothing that there is. Nothing where they are for somebody
 * without an account who is not invited, or no longer, or for a parent of whom nothing is known.
 */
export function findRecipient(
  { meeting, read }: Pick<OpenPack, 'meeting' | 'read'>,
  fields: Fields,
): Recipient | undefined {
  const asked = valueOf(fields, 'for')
  const reader = isReader(asked) ? asked : 'parents'
  const named = reader === 'parents' ? valueOf(fields, 'parent') : ''
  if (named) {
    const parent = parentsKnown(read).find(({ root }) => root === named)
    return parent && { reader: 'parents', parent, leftOut: valuesOf(fields, 'without').filter(isKeyOfPart) }
  }
  if (reader !== 'guest') return { reader }
  const guest = meeting.guests.find(({ root }) => root === valueOf(fields, 'guest'))
  return guest && { reader, guest }
}

/** @throws NotFound where they are for somebody who is not invited, or no longer */
export function getRecipient(opened: Pick<OpenPack, 'meeting' | 'read'>, fields: Fields): Recipient {
  const found = findRecipient(opened, fields)
  if (!found) throw new NotFound()
  return found
}

/** "Parents or carers"; "Nadia Bryce, Acorn Nursery". */
export function sayRecipient({ reader, guest, parent }: Recipient): string {
  if (parent) return parent.name
  return guest ? `${guest.name}, ${guest.body}` : readers[reader]
}

/** The same within a sentence. */
export function sayForRecipient(recipient: Recipient): string {
  const words = sayRecipient(recipient)
  return recipient.guest || recipient.parent ? words : words.toLowerCase()
}

/** Whether a text names a reader of papers. */
export function isReader(text: string): text is Reader {
  return Object.hasOwn(readers, text)
}

/** Whether a text may name a part of the papers. */
export function isKeyOfPart(text: string): boolean {
  return /^[\da-f-]{36}\.[A-Za-z]+$/.test(text)
}

/** What is in the papers of a recipient. */
export function papersOf(opened: OpenPack, recipient: Recipient): Papers {
  return papersFor(recipient.reader, opened, recipient.parent ? recipient.leftOut : [])
}

/** Puts them together. */
export function packDocument(opened: OpenPack, recipient: Recipient, maker: Maker): Document {
  const { read, meeting, head } = opened
  const { papers, withheld } = papersOf(opened, recipient)
  const title = `${meeting.label}: papers`
  const blocks: Block[] = [
    heading(1, title),
    line(`${nameOfChild(read)}. ${meeting.when}${meeting.where ? `, ${meeting.where}` : ''}.`),
    line(`For: ${sayForRecipient(recipient)}.`),
    ...(withheld.length > 0
      ? [
          // Once for all of them: neither how much it is nor where it stood.
          notice(
            'Not all that was written is in these papers. You can ask the chair why, and whether you can read it.',
          ),
        ]
      : []),
  ]
  for (const { heading: of, parts } of papers) {
    blocks.push(heading(2, of))
    for (const { label, text } of parts)
      if (label) blocks.push(said(label, text))
      else for (const paragraph of text.split('\n').filter(Boolean)) blocks.push(line(paragraph))
  }
  if (papers.length === 0) blocks.push(line('There is nothing to read yet.'))
  blocks.push(
    heading(2, 'If something is not right'),
    line(
      'Tell the chair or the social worker what is wrong, before the meeting if you can. It is written down beside what was said.',
    ),
    line(sayMade(maker), 'quiet'),
  )
  return { title, author: maker.agency, day: maker.day, foot: `${title} · file ${head.reference}`, blocks }
}
