/** Finding a child, or somebody around a child, among those that the visitor may see. */
import { type Alike, alikeAmong } from '../../ledger/alike-adults.ts'
import { findByReceipt } from '../../ledger/public-referral.ts'
import { uniteFound } from '../../ledger/same-person.ts'
import { type Found, findPeople } from '../../people/search.ts'
import { plain } from '../../people/search-keys.ts'
import {
  emptyQuery,
  isEmpty,
  type PeopleQuery,
  readBirthDay,
  readBirthMonth,
  readQuery,
} from '../../people/search-query.ts'
import { type Fields, valueOf } from '../pipeline/fields.ts'
import { framed } from '../pipeline/frame.ts'
import type { Answer, Visit } from '../pipeline/page.ts'
import { type Authority, FindView } from './find.view.tsx'

const mostShown = 30
const none: ReadonlyMap<Found, readonly Alike[]> = new Map()

/** `GET /find?q=…` */
export async function page(visit: Visit): Promise<Answer> {
  const asked = readAsked(visit.query, Number(visit.today.day.slice(0, 4)))
  const isInvolved = valueOf(visit.query, 'for') === 'involved'
  const { found, united, alike, quoted } = await visit.read(async ({ client }) => {
    if (isEmpty(asked.query)) return { found: undefined, united: [], alike: none }
    const quoted = await findByReceipt(client, visit.areaIds, valueOf(visit.query, 'q'))
    if (quoted) return { found: undefined, united: [], alike: none, quoted }
    const found = await findPeople(client, visit.areaIds, asked.query, mostShown + 1)
    if (!isInvolved) return { found, united: [], alike: none }
    const alike = await alikeAmong(client, visit.areaIds, found)
    return { found, united: await uniteFound(client, visit.areaIds, found), alike }
  })
  if (quoted) return { redirect: `/case/${quoted}` }
  const authority = isInvolved && found?.length === 0 ? await authorityOf(visit) : undefined
  const { reference } = asked.query
  const restricted = reference && found?.length === 0 ? await visit.findRestricted(reference) : undefined
  const view = (
    <FindView
      restricted={restricted?.reference}
      visit={visit}
      found={found?.slice(0, mostShown)}
      isMore={(found?.length ?? 0) > mostShown}
      birthDayUnread={asked.birthDayUnread}
      isInvolved={isInvolved}
      united={united}
      alike={alike}
      authority={authority}
    />
  )
  return { html: framed(visit, { title: titleOf(isInvolved, found !== undefined), children: view }) }
}

function titleOf(isInvolved: boolean, isFound: boolean): string {
  const title = isInvolved ? 'Who else is involved?' : 'Find'
  return isFound ? `${title} Results`.replace('Find R', 'Find: r') : title
}

/** Whom to ring where nobody is known: the council of the area. */
function authorityOf(visit: Visit): Promise<Authority | undefined> {
  return visit.read(async ({ client }) => {
    const { rows } = await client.query<Authority>({
      name: 'authority to ring',
      text: `select a.name, a.telephone from area_agency e join agency a on a.id = e.agency_id
             where e.area_id = any($1) and e.is_authority order by a.name limit 1`,
      values: [visit.areaIds],
    })
    return rows[0]
  })
}

interface Asked {
  readonly query: PeopleQuery
  /** A date was given that is none: it is said, and the rest is looked for. */
  readonly birthDayUnread: boolean
}

/** What the one box and the separate fields ask for together. */
export function readAsked(fields: Fields, thisYear: number): Asked {
  const inBox = readQuery(valueOf(fields, 'q'), thisYear)
  const identifiers = ['nhs-number', 'upn', 'number']
    .map(name => plain(valueOf(fields, name)))
    .filter(one => one !== '')
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map(part => valueOf(fields, `born-${part}`))
  const typed = [day, month, year].filter(Boolean).join('/')
  const read = day === '' ? readBirthMonth(typed, thisYear) : readBirthDay(typed, thisYear)
  const reference = readQuery(valueOf(fields, 'reference'), thisYear).reference
  return {
    query: {
      ...emptyQuery,
      ...inBox,
      forenames: valueOf(fields, 'forenames'),
      surname: valueOf(fields, 'surname'),
      birthDay: read?.day ?? inBox.birthDay,
      postcode: valueOf(fields, 'postcode') || inBox.postcode,
      identifiers: [...inBox.identifiers, ...identifiers],
      reference: reference ?? inBox.reference,
    },
    birthDayUnread: typed !== '' && read === null,
  }
}
