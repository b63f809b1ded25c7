/** Why somebody can see a case: through which post, which team or group, which disclosure, since when; and who else can. */
import { readHoldings } from '../../ledger/holding.ts'
import { otherHolders } from '../../ledger/who-sees.ts'
import { childrenOf } from '../../people/search.ts'
import { framed } from '../pipeline/frame.ts'
import type { Answer, Visit } from '../pipeline/page.ts'
import { readDisclosed, readOwnGrants, readWhomToAsk } from './sources.ts'
import { WhyView } from './why.view.tsx'

/** `GET /case/:reference/why` */
export async function page(visit: Visit): Promise<Answer> {
  const { opened, ...shown } = await visit.read(async ({ client, openCase }) => {
    const opened = await openCase(visit.params['reference'] ?? '')
    const { head } = opened
    const grants = await readOwnGrants(client, head)
    const disclosed = await readDisclosed(client, head)
    const ask = await readWhomToAsk(client, head)
    const holdings = await readHoldings(client, head.areaId, head.id)
    const children = await childrenOf(client, [head.areaId], [head.id])
    return { opened, grants, disclosed, ask, holdings, name: children.get(head.id) || `Child ${head.reference}` }
  })
  const { head, why } = opened
  const seen = [...new Set(shown.grants.map(one => one.compartmentId))]
  // A file that was imported is seen by fewer where the child has a record that is kept apart: whoever imports must not tell them apart.
  const others =
    visit.post.role === 'data-lead'
      ? undefined
      : await otherHolders(visit.ledger.recorder, head.areaId, seen, visit.post.id)
  return {
    html: framed(visit, {
      title: `Why can I see this? ${shown.name}`,
      why,
      back: { href: `/case/${head.reference}`, text: shown.name },
      children: <WhyView {...shown} visit={visit} head={head} others={others} />,
    }),
  }
}
