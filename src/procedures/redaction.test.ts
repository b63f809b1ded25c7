import { caseClosed } from './closing.ts'
import { fact } from './given.ts'
import { childBorn, childDied } from './people.ts'
import { redactionApproved, redactionAsked, redactionRefused } from './redaction.ts'
import { table } from './table.ts'

// Asked for on Thursday 2 April 2026: five working days on, over Easter (3 and 6 April), is Monday 13 April.
const asked = fact(redactionAsked, '2026-04-02', { ground: 'somebody-else' })
const approved = (day: string, about = 'redaction-asked') => fact(redactionApproved, day, {}, { about })
const refused = (day: string) => fact(redactionRefused, day, {}, { about: 'redaction-asked' })

table('decide-on-redaction', [
  ['five working days, unless the area says otherwise', [asked], '2026-04-13', 'due 2026-04-13'],
  ['overdue after them', [asked], '2026-04-14', 'overdue 2026-04-13'],
  [
    'the area sets its own',
    [asked],
    '2026-04-13',
    'overdue 2026-04-12',
    { 'decide-on-redaction': { kind: 'calendar-days', count: 10 } },
  ],
  ['met by approving', [asked, approved('2026-04-08')], '2026-04-20', 'met 2026-04-13'],
  ['met by refusing', [asked, refused('2026-04-13')], '2026-04-20', 'met 2026-04-13'],
  ['met late', [asked, approved('2026-04-14')], '2026-04-20', 'met-late 2026-04-13'],
  [
    'each request has an answer of its own',
    [asked, fact(redactionAsked, '2026-04-02', { ground: 'court-order' }), approved('2026-04-08', 'redaction-asked 2')],
    '2026-04-14',
    'overdue 2026-04-13, met 2026-04-13',
  ],
  [
    'it outlives the case, the childhood and the child',
    [
      fact(childBorn, '2008-04-04'),
      asked,
      fact(caseClosed, '2026-04-03', { reason: 'RC1' }),
      fact(childDied, '2026-04-05'),
    ],
    '2026-04-14',
    'overdue 2026-04-13',
  ],
])
