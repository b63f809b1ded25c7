/** A case opened to make a document of it, with who makes it and when: each document says so. */
import { openFile } from '../case-file/case.page.tsx'
import { nameOfChild } from '../case-file/child.ts'
import { sayDay, sayTime } from '../kit/days.ts'
import type { Visit } from '../pipeline/page.ts'

/** Who makes a document, and when. */
export interface Maker {
  readonly name: string
  readonly title: string
  readonly agency: string
  /** YYYY-MM-DD, and the instant in milliseconds since 1970. */
  readonly day: string
  readonly instant: number
}

export type OpenedForDocument = Awaited<ReturnType<typeof openForDocument>>

/**
 * Reads all of the case that the visitor may see.
 * @param at when the document is made; now, unless it is put together again
 */
export async function openForDocument(visit: Visit, at: number = visit.today.instant) {
  const opened = await openFile(visit)
  return { ...opened, guidance: visit.guidance, maker: makerOf(visit, at), name: nameOfChild(opened.read) }
}

/**
 * The visitor as the maker of a document.
 * @param at when it is made; now, unless it is put together again
 */
export function makerOf({ practitioner, post, ledger, today }: Visit, at: number = today.instant): Maker {
  const { title, agency } = post
  return { name: practitioner.name, title, agency: agency.name, day: ledger.dayOf(at), instant: at }
}

/** "Made on 14 April 2026 at 10:00 by Amira Osei, Social worker, East team, Harrowmere Council." */
export function sayMade({ name, title, agency, day, instant }: Maker): string {
  return `Made on ${sayDay(day)} at ${sayTime(instant)} by ${name}, ${title}, ${agency}.`
}
