/** One duty: which paragraph, which edition, counted from what, which days were skipped, what changed it, when and why. */
import { NotFound } from '../../access/refusals.ts'
import { explainDuty } from '../../ledger/read-whole.ts'
import { openFile } from '../case-file/case.page.tsx'
import { nameOfChild } from '../case-file/child.ts'
import { sayDuty } from '../case-file/duties.ts'
import { framed } from '../pipeline/frame.ts'
import type { Answer, Visit } from '../pipeline/page.ts'
import { DutyView } from './duty.view.tsx'

/** `GET /case/:reference/duty?id=…` */
export async function page(visit: Visit): Promise<Answer> {
  const { head, why, read, names } = await openFile(visit)
  const row = read.duties.find(duty => duty.id === visit.query['id'])
  const explained = row && (await explainDuty(visit.ledger, head.areaId, head.id, row.id))
  if (!row || !explained) throw new NotFound()
  const name = nameOfChild(read)
  const said = sayDuty(row, explained.rule, names, visit.today, read.known)
  const visible = new Map(read.entries.map(entry => [entry.id, entry]))
  return {
    html: framed(visit, {
      title: `${explained.rule.must}, ${name}`,
      why,
      back: { href: `/case/${head.reference}`, text: name },
      children: (
        <DutyView
          {...{ visit, row, explained, ...said, visible, names, name, read }}
          base={`/case/${head.reference}`}
        />
      ),
    }),
  }
}
