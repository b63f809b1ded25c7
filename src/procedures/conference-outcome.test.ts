import { corrected, fact, struckOut } from './given.ts'
import { conferenceOutcomeTold, conferencePlanned } from './initial-conference.ts'
import { initialConferenceHeld, reviewConferenceHeld } from './plan-facts.ts'
import { strategyDiscussionHeld } from './strategy-discussion.ts'
import { table } from './table.ts'

const discussion = fact(strategyDiscussionHeld, '2026-03-25', { outcome: 'section-47' })
const held = fact(initialConferenceHeld, '2026-04-17', { decision: 'child-protection-plan' })
const adjourned = fact(initialConferenceHeld, '2026-04-16', { decision: 'adjourned' })

table('tell-conference-outcome', [
  ['arises from the conference', [discussion, held], '2026-06-01', 'ageing'],
  ['not from an adjournment', [discussion, adjourned], '2026-06-01', 'none'],
  [
    'met by telling the family',
    [discussion, held, fact(conferenceOutcomeTold, '2026-04-20', { told: ['family'] })],
    '2026-06-01',
    'met',
  ],
  [
    'not by telling another authority alone',
    [discussion, held, fact(conferenceOutcomeTold, '2026-04-20', { told: ['other-authority'] })],
    '2026-06-01',
    'ageing',
  ],
])

const invitedThree = fact(initialConferenceHeld, '2026-04-16', {
  decision: 'child-protection-plan',
  invited: ['school', 'police'],
})
const plannedForThree = fact(conferencePlanned, '2026-04-01', {
  plannedFor: '2026-04-16',
  invited: ['surgery', 'school'],
})
const saidTo = (...agencies: string[]) => fact(conferenceOutcomeTold, '2026-04-20', { agencies })
table('tell-agency-conference-outcome', [
  ['nobody was invited', [discussion, held], '2026-06-01', 'none'],
  [
    'each agency, also one that only the plan of the meeting names',
    [discussion, plannedForThree, invitedThree],
    '2026-06-01',
    'ageing, ageing, ageing',
  ],
  [
    'those told are told',
    [discussion, plannedForThree, invitedThree, saidTo('school', 'police')],
    '2026-06-01',
    'met, met, ageing',
  ],
  [
    'all are',
    [discussion, plannedForThree, invitedThree, saidTo('school'), saidTo('surgery', 'police')],
    '2026-06-01',
    'met, met, met',
  ],
  [
    'telling the family tells no agency',
    [discussion, invitedThree, fact(conferenceOutcomeTold, '2026-04-20', { told: ['family'] })],
    '2026-06-01',
    'ageing, ageing',
  ],
  [
    'what is told after a review is told of the review',
    [
      discussion,
      invitedThree,
      fact(reviewConferenceHeld, '2026-06-30', { decision: 'continues' }),
      fact(conferenceOutcomeTold, '2026-07-01', { agencies: ['school', 'police'] }),
    ],
    '2026-07-02',
    'ageing, ageing',
  ],
  [
    'corrected: the police were not invited',
    [
      discussion,
      invitedThree,
      corrected(
        'initial-conference-held',
        '2026-04-16',
        { decision: 'child-protection-plan', invited: ['school'] },
        '2026-04-17',
      ),
    ],
    '2026-06-01',
    'ageing',
  ],
  ['struck out', [discussion, invitedThree, struckOut('initial-conference-held', '2026-04-17')], '2026-06-01', 'none'],
])
