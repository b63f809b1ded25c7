// After a decision on a referral, or after the referrer was told: the way to let the agency that referred read it.
import { may } from '../../access/policy.ts'
import type { ReadCase } from '../../ledger/read.ts'
import { referralDecided, referralReceived, referrerTold } from '../../procedures/referral.ts'
import type { Visit } from '../pipeline/page.ts'

interface FeedbackProps {
  visit: Visit
  read: ReadCase
  names: { readonly agencies: ReadonlyMap<string, string> }
  /** What was recorded. */
  root: string
}

/** Nothing where the visitor's own agency wrote down the referral: whoever made it has no receipt here. */
export function Feedback({ visit, read: { known, head }, names, root }: FeedbackProps) {
  const recorded = known.byRoot.get(root)
  const own = visit.post.agency.id
  if (recorded?.agency !== own || !may(visit.post.role, 'share', 'granted')) return null
  if (recorded.kind !== referralDecided.kind && recorded.kind !== referrerTold.kind) return null
  const line = known.chains.get(root) ?? []
  const referral = known.byKind.get(referralReceived.kind)?.find(one => line.includes(one.root) && one.agency !== own)
  const agency = referral && names.agencies.get(referral.agency)
  if (!referral || !agency) return null
  const decision = known.byKind.get(referralDecided.kind)?.findLast(one => {
    return one.agency === own && known.chains.get(one.root)?.includes(referral.root)
  })
  const facts = [...new Set([decision?.root ?? root, root])]
  const query = new URLSearchParams([['agency', referral.agency], ...facts.map(fact => ['fact', fact])])
  return (
    <p>
      {agency} reads on its receipt what you share with it.{' '}
      <a class="govuk-notification-banner__link" href={`/case/${head.reference}/share?${query}`}>
        Share it with {agency}
      </a>
    </p>
  )
}
