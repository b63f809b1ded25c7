/** Documents that can be made beside requests, each with how it is put together: the same at the same moment, as long as the reader may see the same. */
import type { Document } from '../../exchange/document/document.ts'
import type { CaseHead } from '../../ledger/read.ts'
import { isId } from '../../platform/identifier.ts'
import {
  getRecipient,
  isKeyOfPart,
  isReader,
  openPack,
  packDocument,
  type Recipient,
} from '../meeting/pack-document.ts'
import { readers } from '../meeting/papers.ts'
import type { Visit } from '../pipeline/page.ts'
import { chronologyDocument } from './chronology.ts'
import { makerOf, openForDocument } from './opened.ts'
import { findPlan, planDocument } from './plan.ts'

interface Described {
  readonly head: CaseHead
  readonly document: Document | undefined
}

interface ToMake {
  /** "Chronology" */
  readonly label: string
  /** @param at the moment on the document; now, unless it is put together again */
  readonly describe: (visit: Visit, at?: number) => Promise<Described>
}

const chronology: ToMake = {
  label: 'Chronology',
  describe: async (visit, at) => {
    const opened = await openForDocument(visit, at)
    return { head: opened.head, document: chronologyDocument(opened) }
  },
}

const plan: ToMake = {
  label: 'Child protection plan',
  describe: async (visit, at) => {
    const opened = await openForDocument(visit, at)
    const found = findPlan(opened.read)
    return { head: opened.head, document: found && planDocument(found, opened) }
  },
}

/** What the papers of a meeting for one reader are called among what is to be made. */
export function papersToMake(root: string, recipient: Recipient): string {
  const { reader, guest, parent } = recipient
  const whom = guest ? [guest.root] : parent ? [parent.root, ...recipient.leftOut] : []
  return ['papers', root, reader, ...whom].join(' ')
}

/** What is to be made under that name; nothing where there is no such document. */
export function findToMake(what: string): ToMake | undefined {
  if (what === 'chronology') return chronology
  if (what === 'plan') return plan
  const [papers, root = '', reader = '', whom = '', ...without] = what.split(' ')
  if (papers !== 'papers' || !isId(root) || !isReader(reader)) return undefined
  const isOfOne = reader === 'guest' || (reader === 'parents' && whom !== '')
  if (isOfOne ? !isId(whom) : whom !== '') return undefined
  if (without.length > 0 && !(reader === 'parents' && without.every(isKeyOfPart))) return undefined
  return {
    label: `Papers of a meeting, for ${readers[reader].toLowerCase()}`,
    describe: async (visit, at) => {
      const opened = await openPack(visit, root)
      const recipient = getRecipient(opened, {
        for: reader,
        ...(reader === 'guest' ? { guest: whom } : { parent: whom, without }),
      })
      return { head: opened.head, document: packDocument(opened, recipient, makerOf(visit, at)) }
    },
  }
}

/** From so many parts on a document is made beside requests: some thirty pages, half a second of work. */
export const mostAtOnce = 700
