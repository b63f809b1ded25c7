/** Who holds which post for keeping children safe in an organisation, since when, trained when, and what is covered or vacant. */
import { duty } from '../engine/duty.ts'
import { dataOf, fact } from '../engine/fact.ts'
import { choice, count, day, narrative, optional, words } from '../engine/field.ts'
import { procedure } from '../engine/procedure.ts'
import { promptly } from '../guidance/limits.ts'
import { wt2018 } from '../guidance/sources.ts'
import { assuranceRoundOpened } from './organisation-duty.ts'

const posts = {
  'board-lead': 'Senior lead on the board',
  'school-lead': 'Designated safeguarding lead',
  'school-deputy': 'Deputy designated safeguarding lead',
  'early-years-lead': 'Lead practitioner for safeguarding, early years',
  'designated-doctor': 'Designated doctor',
  'designated-nurse': 'Designated nurse',
  'designated-doctor-care': 'Designated doctor, children in care',
  'designated-nurse-care': 'Designated nurse, children in care',
  'designated-doctor-deaths': 'Designated doctor, unexpected deaths',
  'named-doctor': 'Named doctor',
  'named-nurse': 'Named nurse',
  'named-midwife': 'Named midwife',
  'named-practitioner': 'Named practitioner',
  'named-gp': 'Named GP',
  'surgery-lead': 'Lead in the surgery',
  'surgery-deputy': 'Deputy in the surgery',
  'designated-officer': 'Designated officer for allegations',
} as const

export const postHeld = fact('safeguarding-post-recorded', {
  label: 'Post for keeping children safe recorded',
  happenedOn: 'Day from which it is so',
  about: [assuranceRoundOpened.kind],
  fields: {
    post: choice('Which post', posts),
    state: choice('How it stands', { filled: 'Filled', covered: 'Covered by somebody else', vacant: 'Vacant' }),
    person: words('Who holds or covers it', optional),
    until: day('Until', { ...optional, ahead: true }),
    sessions: count('Sessions a week for it', 'sessions', optional),
    trainedOn: day('Last trained on', optional),
    trainAgainOn: day('To be trained again by', { ...optional, ahead: true }),
    note: narrative('Shared with whom, or what is done about the gap', optional),
  },
})

// Sections 2.4 and 2.6: the posts are to be there, so a gap is covered or filled, and escalated where it is not.
export const fillPost = duty({
  id: 'fill-safeguarding-post',
  who: 'The organisation whose post it is',
  by: 'owner',
  must: 'Fill the vacant post, or have it covered',
  arisesFrom: postHeld,
  when: ({ data }) => data.state === 'vacant',
  dischargedBy: [postHeld],
  dischargedWhen: (later, vacant) => {
    const said = dataOf(postHeld, later)
    return later.root !== vacant.root && said?.post === vacant.data.post && said?.state !== 'vacant'
  },
  onlyOwn: true,
  reach: 'case',
  cites: ['WT18-2.4-04', 'WT18-2.6-04', 'WT18-2.6-06', 'WT18-2.6-07'],
  editions: [
    {
      edition: 'wt2018',
      within: promptly(),
      force: 'should',
      source: wt2018.at("chapter 2, 'Schools, colleges and other educational providers' and 'Health' (J18 pp.58-62)"),
    },
  ],
})

export const safeguardingPosts = procedure({
  id: 'safeguarding-posts',
  label: 'Posts for keeping children safe',
  section: '2.6',
  caseKind: 'assurance',
  leads: 'The organisation',
  takesPart: 'Whoever holds the posts; the partners, who ask',
  opensWith: [],
  closesWith: [],
  facts: [postHeld],
  duties: [fillPost],
  prompts: [],
})
