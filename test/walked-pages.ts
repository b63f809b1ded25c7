/** For the walks of pages: what each page of a case asks for, its address for somebody who walks, and what its answer says. */
import type { Role } from '../src/access/policy.ts'
import { newId } from '../src/platform/identifier.ts'
import { date } from './given-case.ts'
import type { Reply } from './visitor.ts'
import type { Asks, Walked } from './walked-case.ts'

/** Who walks a child’s file, by their names at the door. */
export const walkers = {
  eastworker: ['eastWorker', 'social-worker'],
  manager: ['manager', 'team-manager'],
  duty: ['duty', 'front-door'],
  chair: ['chair', 'conference-chair'],
  support: ['support', 'business-support'],
  datalead: ['dataLead', 'data-lead'],
  privacyofficer: ['privacyOfficer', 'privacy-officer'],
  teacher: ['teacher', 'safeguarding-lead'],
  police: ['police', 'partner-manager'],
} as const satisfies Record<string, readonly [string, Role]>

/**
 * What each page of a case asks for. Where it says that there is nothing, the case of that walk has no such thing: there it is nothing to
 * everybody, and `walk-of-objects.test.ts` asks for it where there is one.
 */
export const asked: Readonly<Record<string, Asks>> = {
  '/case/:reference': { act: 'see' },
  '/case/:reference/as-known': { act: 'see' },
  '/case/:reference/duty': { act: 'see' },
  '/case/:reference/readers': { act: 'see-log' },
  '/case/:reference/census': { act: 'see-census-hints' },
  '/case/:reference/documents': { act: 'see' },
  '/case/:reference/chronology.pdf': { act: 'see' },
  '/case/:reference/chronology.docx': { act: 'see' },
  '/case/:reference/file': { act: 'record' },
  '/case/:reference/plan.pdf': { act: 'see', isNothing: true },
  '/case/:reference/plan.docx': { act: 'see', isNothing: true },
  '/case/:reference/fact/:root/letter.pdf': { act: 'record', isNothing: true },
  '/case/:reference/fact/:root/letter.docx': { act: 'record', isNothing: true },
  '/case/:reference/meeting': { act: 'share' },
  '/case/:reference/meeting/:root': { act: 'see', isNothing: true },
  '/case/:reference/meeting/:root/invitation.ics': { act: 'see', isNothing: true },
  '/case/:reference/meeting/:root/note': { act: 'record', isNothing: true },
  '/case/:reference/meeting/:root/close': { act: 'share', isNothing: true },
  '/case/:reference/meeting/:root/minutes': { act: 'share', isNothing: true },
  '/case/:reference/meeting/:root/withdraw': { act: 'share', isNothing: true },
  '/case/:reference/meeting/:root/guest': { act: 'share', isNothing: true },
  '/case/:reference/meeting/:root/guest-said': { act: 'share', isNothing: true },
  '/case/:reference/meeting/:root/pack': { act: 'record', isNothing: true },
  '/case/:reference/meeting/:root/papers.pdf': { act: 'record', isNothing: true },
  '/case/:reference/meeting/:root/papers.docx': { act: 'record', isNothing: true },
  '/case/:reference/early-help/:root': { act: 'see', isNothing: true },
  '/case/:reference/fact/:root/file': { act: 'see', isNothing: true },
  '/case/:reference/made/:id': { act: 'see', isNothing: true },
  '/case/:reference/assessment/:root': { act: 'see', isNothing: true },
  '/case/:reference/assessment/:root/report.pdf': { act: 'see', isNothing: true },
  '/case/:reference/assessment/:root/report.docx': { act: 'see', isNothing: true },
  '/case/:reference/assessment/:root/adults': { act: 'record', isNothing: true },
  '/case/:reference/assessment/:root/:domain': { act: 'record', isNothing: true },
  '/case/:reference/refer': { act: 'record' },
  '/case/:reference/receipt': { act: 'see', isNothing: true },
  '/case/:reference/take-in': { act: 'take-in' },
  '/case/:reference/restrict': { act: 'restrict' },
  '/case/:reference/join': { act: 'join-files' },
  '/case/:reference/joined/:link': { act: 'join-files', isNothing: true },
  '/case/:reference/same-child/:other': { act: 'join-files', isNothing: true },
  '/case/:reference/involved': { act: 'see' },
  '/case/:reference/why': { act: 'see' },
  '/case/:reference/told': { act: 'see' },
  '/case/:reference/told/:disclosure/recall': { act: 'share', isOwn: true },
  '/case/:reference/share': { act: 'share' },
  '/case/:reference/ask': { act: 'ask' },
  '/case/:reference/withdraw': { act: 'ask' },
  '/case/:reference/answer': { act: 'ask', isAsked: true },
  '/case/:reference/disagreement': { act: 'share' },
  '/case/:reference/disagreement/:root': { act: 'see', isNothing: true },
  '/case/:reference/disagreement/:root/:step': { act: 'record', isNothing: true },
  // Who answers requests for the record takes them in as well.
  '/case/:reference/record': { act: 'record', or: 'answer-access-request' },
  '/case/:reference/access-request': { act: 'answer-access-request' },
  '/case/:reference/access-request/:root': { act: 'answer-access-request', isNothing: true },
  '/case/:reference/access-request/:root/record.pdf': { act: 'answer-access-request', isNothing: true },
  '/case/:reference/retention': { act: 'hold-disposal', or: 'dispose' },
  '/case/:reference/disposal': { act: 'dispose' },
  '/case/:reference/certificate': { act: 'see', isNothing: true },
  '/case/:reference/certificate.pdf': { act: 'see', isNothing: true },
  '/case/:reference/fact/:root/redact': { act: 'ask-redaction' },
  // Whoever sees that it was asked reads what was decided; who decides, the walk of objects says.
  '/case/:reference/redaction/:root': { act: 'see', isNothing: true },
  '/case/:reference/record/:kind': { act: 'record' },
  '/case/:reference/fact/:root/correct': { act: 'correct-others' },
  '/case/:reference/fact/:root/strike-out': { act: 'strike-out' },
  '/case/:reference/fact/:root/move': { act: 'strike-out' },
  '/case/:reference/fact/:root/disagree': { act: 'record' },
}

/** Of a form about one fact the ledger decides when it arrives, so that somebody who was overtaken sees by what: it must be whole. */
export const whole: Readonly<Record<string, Record<string, string>>> = {
  '/case/:reference/fact/:root/correct': { ...date('2026-04-09'), address: 'Elsewhere', correctionReason: 'Misheard.' },
  '/case/:reference/fact/:root/strike-out': { reason: 'It is not so.' },
  '/case/:reference/fact/:root/disagree': { whose: 'agency', words: 'We see it otherwise.' },
}

/** The address of a page of the case, with what the walker has there. */
export function addressOf(url: string, walked: Walked, name: string, agency: string): string {
  const path = url
    .replace(':reference', walked.reference)
    .replace(':root', walked.roots[name] ?? newId())
    .replace(':disclosure', walked.disclosures[agency] ?? newId())
    .replace(':link', newId())
    .replace(':other', 'GT-0000000')
    .replace(':kind', 'child-seen')
    .replace(':step', 'answer')
    .replace(':domain', 'development')
  if (url.endsWith('/duty')) return `${path}?id=${encodeURIComponent(walked.dutyId)}`
  return url.endsWith('/as-known') ? `${path}?on=2026-04-10` : path
}

/** "yes", "not allowed" or "nothing there". */
export function said({ status, to }: Reply): string {
  if (status === 403) return 'not allowed'
  if (status === 404) return 'nothing there'
  // An empty form comes back, or what cannot be done here leads on.
  return [200, 422].includes(status) || (status === 303 && !to.startsWith('/sign-in')) ? 'yes' : `status ${status}`
}
