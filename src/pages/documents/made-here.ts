/** Documents that can be made beside requests, each with how it is put together: the same at the same moment, as long as the reader may see the same. */
import type { Document } from '../../exchange/document/document.ts'
import type { Visit } from '../pipeline/page.ts'
import { chronologyDocument } from './chronology.ts'
import { type OpenedForDocument, openForDocument } from './opened.ts'
import { findPlan, planDocument } from './plan.ts'

interface ToMake {
  /** "Chronology" */
  readonly label: string
  /** @param at the moment on the document; now, unless it is put together again */
  readonly describe: (
    visit: Visit,
    at?: number,
  ) => Promise<OpenedForDocument & { readonly document: Document | undefined }>
}

type WhatToMake = 'chronology' | 'plan'

export const documentsToMake: Readonly<Record<WhatToMake, ToMake>> = {
  chronology: {
    label: 'Chronology',
    describe: async (visit, at) => {
      const opened = await openForDocument(visit, at)
      return { ...opened, document: chronologyDocument(opened) }
    },
  },
  plan: {
    label: 'Child protection plan',
    describe: async (visit, at) => {
      const opened = await openForDocument(visit, at)
      const plan = findPlan(opened.read)
      return { ...opened, document: plan && planDocument(plan, opened) }
    },
  },
}

/** Whether a text names one of them. */
export function isToMake(text: string): text is WhatToMake {
  return Object.hasOwn(documentsToMake, text)
}

/** From so many parts on a document is made beside requests: some thirty pages, half a second of work. */
export const mostAtOnce = 700
