/** Who else is involved with an adult who stands on several files: each is opened, and their pictures are put into one. */
import { NotFound } from '../../access/refusals.ts'
import { type FileOfUnited, findFilesOf, type United } from '../../ledger/same-person.ts'
import { readBirthDay } from '../../people/search-query.ts'
import { valueOf } from '../pipeline/fields.ts'
import type { Answer, OpenedCase, OpenReading, Visit } from '../pipeline/page.ts'
import { readPicture } from './involved.page.ts'
import { type FileInPicture, unitePictures } from './together.ts'
import { togetherView } from './together.view.tsx'

/** So many files are opened and read for one page. */
const mostOpened = 10

/** One of the files, opened. */
export interface OpenedFile extends OpenedCase, FileInPicture {
  readonly on: FileOfUnited
}

/** `GET /involved?with=…&born=…&file=…`: the person of that name on that file. */
export async function page(visit: Visit): Promise<Answer> {
  const name = valueOf(visit.query, 'with')
  const reference = valueOf(visit.query, 'file')
  const birthDay = readBirthDay(valueOf(visit.query, 'born'), Number(visit.today.day.slice(0, 4)))?.day ?? null
  const opened = await visit.read(async reading => {
    await reading.logSearch()
    const person = await findFilesOf(reading.client, visit.areaIds, { name, birthDay, reference })
    return person && { person, files: await openFiles(visit, reading, person) }
  })
  if (!opened) throw new NotFound()
  const { person, files } = opened
  return { html: togetherView(visit, { person, files, lines: unitePictures(files) }) }
}

async function openFiles(visit: Visit, reading: OpenReading, { files }: United): Promise<OpenedFile[]> {
  const opened: OpenedFile[] = []
  for (const on of files.slice(0, mostOpened)) {
    const found = await reading.openCase(on.reference)
    opened.push({ ...found, ...(await readPicture(visit, reading, found)), on })
  }
  return opened
}

/** The address of the page of that person. */
export function addressTogether({
  name,
  birthDay,
  reference,
}: {
  name: string
  birthDay: string | null
  reference: string
}) {
  return `/involved?${new URLSearchParams({ with: name, ...(birthDay ? { born: birthDay } : {}), file: reference })}`
}
