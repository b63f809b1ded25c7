/**
 * What is done to records once they are told: words that somebody wants removed, and that were; records that are proposed for
 * disposal, and one that was disposed of. Each is done once, however often the story is loaded.
 */
import { disposeOf, proposeDisposal } from '../ledger/dispose.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { approveRedaction, askRedaction } from '../ledger/redact.ts'
import { agencies, areas, type PersonKey, postOf, practitioners } from './cast.ts'
import { longAgo } from './families/closed-long-ago.ts'
import { anotherStubley, wrongNumber } from './families/endings.ts'
import { idOf } from './random.ts'

const areaId = areas.harrowmere.id
const by = (key: PersonKey) => ({ postId: postOf(key), agencyId: agencies[practitioners[key].agency].id })
const submission = (...words: readonly string[]) => idOf('afterwards', ...words)

/** Does what is not done yet, on the cases that are there. */
export async function afterwards(ledger: Ledger): Promise<void> {
  await askFor(
    ledger,
    'wetherden Callum',
    anotherStubley,
    'leila',
    'It is another Mrs Stubley. She does not know Callum.',
  )
  const asked = await askFor(ledger, 'campbelle Jerome', wrongNumber, 'chidi', 'I had rung a number that was wrong.')
  if (asked)
    await approveRedaction(ledger, {
      areaId,
      caseId: asked.caseId,
      submissionId: submission('approve', asked.caseId),
      by: by('samuel'),
      asked: asked.root,
    })
  await propose(ledger, longAgo.proposed.key, 'samuel')
  const gone = await propose(ledger, longAgo.gone.key, 'ruth')
  if (gone) await disposeOf(ledger, { areaId, caseId: gone, submissionId: submission('dispose', gone), by: by('colm') })
}

/** @returns the case and the fact that asks; nothing where there are no such words */
async function askFor(ledger: Ledger, key: string, passage: string, who: PersonKey, why: string) {
  const caseId = idOf('case', key)
  const before = submission('ask', caseId)
  const { rows } = await ledger.recorder.query<{ root: string; field: string }>(
    `select n.root, n.field from narrative n where n.area_id = $1 and n.case_id = $2 and position($3 in n.text) > 0
     union all select f.about, '' from fact f where f.area_id = $1 and f.submission_id = $4 limit 1`,
    [areaId, caseId, passage, before],
  )
  const [found] = rows
  if (!found) return undefined
  const { ids } = await askRedaction(ledger, {
    areaId,
    caseId,
    submissionId: before,
    by: by(who),
    root: found.root,
    which: { part: 'said', field: found.field, passage },
    ground: 'somebody-else',
    why,
  })
  return { caseId, root: ids[0] as string }
}

/** @returns the case; nothing where it is not there */
async function propose(ledger: Ledger, key: string, who: PersonKey): Promise<string | undefined> {
  const caseId = idOf('case', key)
  const { rowCount } = await ledger.recorder.query('select 1 from case_file where area_id = $1 and id = $2', [
    areaId,
    caseId,
  ])
  if (!rowCount) return undefined
  await proposeDisposal(ledger, { areaId, caseId, submissionId: submission('propose', caseId), by: by(who) })
  return caseId
}
