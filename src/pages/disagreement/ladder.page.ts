/** A disagreement as both sides see it: how the child is safe meanwhile, the ladder, what each side may do now, and what was said. */
import type { Answer, Visit } from '../pipeline/page.ts'
import { ladderView } from './ladder.view.tsx'
import { ladderHref, openLadder } from './open-ladder.ts'

/** `GET /case/:reference/disagreement/:root`; a fact that belongs to a disagreement leads to it. */
export async function page(visit: Visit): Promise<Answer> {
  const opened = await openLadder(visit, 'see')
  const { head, ladder } = opened
  if (visit.params['root'] !== ladder.raised.root) return { redirect: ladderHref(head.reference, ladder.raised.root) }
  return { html: ladderView(visit, opened) }
}
