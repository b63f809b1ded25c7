/** For the walk of objects: what of the whole file each agency is told, who may then read which passage, and what an answer shows. */
import { may } from '../src/access/policy.ts'
import type { AgenciesAndPanel } from './panel.ts'
import type { Reply } from './visitor.ts'
import type { Walker } from './walked-objects.ts'
import { marked, type Passage, type WholeFile } from './whole-file.ts'
import { wordsOfAnswer } from './words-of-answer.ts'

/** What makes a thing what it is: whoever sees the file sees that there is one. */
const ofThings = [
  'noticed',
  'referral',
  'decided',
  'planned',
  'assessment',
  'conference',
  'raised',
  'taken',
  'closed',
  'end of closed',
  'held',
  'end of held',
  'open',
  'guest',
  'guest of closed',
]

/** How the file is read by those who stand to it as the walk lets them. */
export function readingOf(whole: WholeFile, agencies: AgenciesAndPanel) {
  const all = Object.values(agencies)
  const objects = new Set([...ofThings, ...all.map(agency => `request of ${agency}`)].map(whole.rootOf))
  objects.add(whole.filed).add(whole.asked)
  for (const { where, root } of whole.passages) if (root && where.startsWith('child-named')) objects.add(root)
  const details = [...new Set(whole.passages.flatMap(({ root }) => (root && !objects.has(root) ? root : [])))]
  const halves = [0, 1].map(half => new Set([...objects, ...details.filter((_, at) => at % 2 === half)]))

  /** What an agency is told: that there is each thing, and one half of all else, of which the next agency has the other. */
  const toldTo = (agency: string): ReadonlySet<string> => halves[all.indexOf(agency) % 2] ?? objects

  /** Whether somebody may read a passage. */
  function mayRead({ root, where, agency: whose, caseId }: Passage, { agency, relation, role }: Walker): boolean {
    if (caseId === whole.over.id || relation === 'none' || relation === 'restricted') return false
    // Notes are for those who sit at the meeting, drafts for whoever answers for what their agency holds.
    if (where === 'note') return [agencies.authority, agencies.school, agencies.police].includes(agency)
    if (where === 'draft') return agency === whose && may(role, 'answer-access-request', relation)
    if (agency === whose && (relation === 'granted' || relation === 'opened')) return true
    return relation !== 'opened' && root !== undefined && toldTo(agency).has(root)
  }

  /** The passages that an answer shows. */
  async function shownIn(reply: Reply): Promise<Passage[]> {
    const found = new Set([...(await wordsOfAnswer(reply)).matchAll(marked)].map(([word]) => word.toLowerCase()))
    return found.size === 0 ? [] : whole.passages.filter(({ word }) => found.has(word.toLowerCase()))
  }

  return { toldTo, mayRead, shownIn }
}
