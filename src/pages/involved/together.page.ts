/** Who else is involved with an adult who stands on several files: each is opened, and their pictures are put into one. */
import { NotFound } from '../../access/refusals.ts'
import { type Alike, findAlike } from '../../ledger/alike-adults.ts'
import { type FileOfUnited, findFilesOf, type United } from '../../ledger/same-person.ts'
import { readBirthDay } from '../../people/search-query.ts'
import { valueOf, valuesOf } from '../pipeline/fields.ts'
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

/** `GET /involved?with=…&born=…&file=…&also=…`: the person of that name on that file; `also` names files that the reader puts beside. */
export async function page(visit: Visit): Promise<Answer> {
  const name = valueOf(visit.query, 'with')
  const reference = valueOf(visit.query, 'file')
  const birthDay = readBirthDay(valueOf(visit.query, 'born'), Number(visit.today.day.slice(0, 4)))?.day ?? null
  const opened = await visit.read(async reading => {
    await reading.logSearch()
    const found = await findFilesOf(reading.client, visit.areaIds, { name, birthDay, reference })
    if (!found) return undefined
    const without = found.files.map(({ caseId }) => caseId)
    const alike = await findAlike(reading.client, visit.areaIds, found.first, without)
    if (found.files.length + alike.length < 2) return undefined
    const also = new Set(valuesOf(visit.query, 'also'))
    const person = withOthers(
      found,
      alike.filter(one => also.has(one.found.reference)),
    )
    const offered = alike.filter(one => !also.has(one.found.reference))
    return { person, offered, files: await openFiles(visit, reading, person) }
  })
  if (!opened) throw new NotFound()
  const { person, offered, files } = opened
  return { html: togetherView(visit, { person, offered, files, lines: unitePictures(files) }) }
}

/** The person with the files that the reader put beside, for as long as they look. */
function withOthers(person: United, others: readonly Alike[]): United {
  const files = others.map(({ found: { caseId, reference, role } }): FileOfUnited => {
    return { caseId, reference, roles: [role], by: 'person' }
  })
  const names = [...new Set([...person.names, ...others.map(({ found }) => found.name)])]
  return { ...person, names, files: [...person.files, ...files] }
}

async function openFiles(visit: Visit, reading: OpenReading, { files }: United): Promise<OpenedFile[]> {
  const opened: OpenedFile[] = []
  for (const on of files.slice(0, mostOpened)) {
    const found = await reading.openCase(on.reference)
    opened.push({ ...found, ...(await readPicture(visit, reading, found)), on })
  }
  return opened
}
