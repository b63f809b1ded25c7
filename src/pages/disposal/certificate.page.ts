/** What is left of a record that was disposed of: the certificate, as a page and as a document. */
import { NotAllowed } from '../../access/refusals.ts'
import { makePdf } from '../../exchange/document/pdf.ts'
import { isRetentionCategory } from '../../guidance/retention.ts'
import type { Disposed } from '../../ledger/dispose.ts'
import { readNames } from '../../ledger/read.ts'
import type { Answer, Visit } from '../pipeline/page.ts'
import { certificateView } from './certificate.view.tsx'
import { certificateDocument } from './certificate-document.ts'

/** `GET /case/:reference/certificate` */
export async function page(visit: Visit): Promise<Answer> {
  return { html: certificateView(visit, await open(visit)) }
}

/** `GET /case/:reference/certificate.pdf` */
export async function download(visit: Visit): Promise<Answer> {
  const certificate = await open(visit)
  const file = await makePdf(certificateDocument(certificate))
  return { file, name: `certificate-${certificate.reference}.pdf`, type: 'application/pdf' }
}

export type Certificate = Awaited<ReturnType<typeof open>>

/** @throws NotFound where no record of that reference was disposed of that the visitor could see, NotAllowed where it was another agency’s */
function open(visit: Visit) {
  return visit.read(async ({ client, openDisposed }) => {
    const { head, why } = await openDisposed(visit.params['reference'] ?? '')
    const { rows } = await client.query<{ data: Disposed; on: string; at: number; agency: string; chain: string }>({
      name: 'record that was disposed of',
      text: `select f.data, f.happened_from as "on", f.recorded_at as at, f.agency_id as agency, encode(f.hash, 'hex') as chain
             from fact f where f.area_id = $1 and f.case_id = $2 and f.act = 'dispose'`,
      values: [head.areaId, head.id],
    })
    const [row] = rows
    if (!row || !isRetentionCategory(row.data.category))
      throw new NotAllowed(
        'The agency that closed the record keeps the certificate.',
        'Ask its manager or privacy officer.',
      )
    const { proposedBy, approvedBy } = row.data
    const names = await readNames(client, [row.agency], [proposedBy, approvedBy])
    const person = (post: string) => {
      const found = names.posts.get(post)
      return found ? `${found.name}, ${found.title}` : 'Somebody whose post is no longer listed'
    }
    return {
      ...row,
      why,
      reference: head.reference,
      agency: names.agencies.get(row.agency) ?? 'The agency that closed it',
      proposedBy: person(proposedBy),
      approvedBy: person(approvedBy),
    }
  })
}
