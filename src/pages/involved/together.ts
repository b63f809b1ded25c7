/** The pictures of several files as one: each agency once, under the state that asks for most, with what each file says of it. */
import type { ReadCase } from '../../ledger/read.ts'
import { grouped } from '../../ledger/rows.ts'
import type { AgencyOfArea } from '../../people/agencies.ts'
import { type AgencyInPicture, order, type State } from './picture.ts'

export interface FileInPicture {
  readonly read: ReadCase
  readonly lines: readonly AgencyInPicture[]
}

export interface AgencyTogether<File extends FileInPicture> {
  readonly agency: AgencyOfArea
  readonly state: State
  /** What each file says of it, in the order of states: only files of whose picture it is a part. */
  readonly on: readonly { readonly file: File; readonly line: AgencyInPicture }[]
}

/** Each agency of the pictures once, what asks for something first, then who was involved last. */
export function unitePictures<File extends FileInPicture>(files: readonly File[]): AgencyTogether<File>[] {
  const all = files.flatMap(file => file.lines.map(line => ({ file, line })))
  const together = [...grouped(all, ({ line }) => line.agency.id).values()].flatMap(of => {
    const on = of.toSorted((a, b) => byState(a.line, b.line))
    const [first] = on
    return first ? [{ agency: first.line.agency, state: first.line.state, on }] : []
  })
  return together.toSorted((a, b) => {
    const [one, other] = [a.on[0]?.line, b.on[0]?.line]
    return one && other ? byState(one, other) : 0
  })
}

function byState(a: AgencyInPicture, b: AgencyInPicture): number {
  return order.indexOf(a.state) - order.indexOf(b.state) || (b.asOf ?? '').localeCompare(a.asOf ?? '')
}

/** The address of the page of that person. */
export function addressTogether({
  name,
  birthDay,
  reference,
  also = [],
}: {
  name: string
  birthDay: string | null
  reference: string
  also?: readonly string[]
}) {
  const query = new URLSearchParams({ with: name, ...(birthDay ? { born: birthDay } : {}), file: reference })
  for (const one of also) query.append('also', one)
  return `/involved?${query}`
}
