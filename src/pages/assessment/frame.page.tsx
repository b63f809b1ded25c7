/** One assessment on one page: where it stands, the child, the frame beside that of the last one, and what is still empty. */
import { may } from '../../access/policy.ts'
import { framed } from '../pipeline/frame.ts'
import type { Answer, Visit } from '../pipeline/page.ts'
import { FrameView } from './frame.view.tsx'
import { openAssessment } from './opened.ts'

/** `GET /case/:reference/assessment/:root` @throws NotFound where there is no such assessment that the visitor may see */
export async function page(visit: Visit): Promise<Answer> {
  const opened = await openAssessment(visit)
  const mayWrite = may(visit.post.role, 'record', 'granted')
  return {
    html: framed(visit, {
      title: `${opened.assessment.label}: ${opened.name}`,
      back: { href: opened.base, text: opened.name },
      why: <p>{opened.why}</p>,
      keys: { record: `${opened.base}/record` },
      children: <FrameView visit={visit} opened={opened} mayWrite={mayWrite} />,
    }),
  }
}
