import { childSeen } from './assessment.ts'
import { caseClosed } from './closing.ts'
import { corrected, fact, struckOut } from './given.ts'
import { childBorn, childDied } from './people.ts'
import { planAtHomeMade, returnAssessed, returnedHome, returnPlanned, safetyAtHomeConsidered } from './return-home.ts'
import { table } from './table.ts'

const planned = fact(returnPlanned, '2026-03-02', { plannedFor: '2026-05-01' })
const assessed = (on: string, improved = true) => fact(returnAssessed, on, { suitable: 'yes', improved })
table('assess-planned-return', [
  ['before the child goes', [planned], '2026-03-03', 'due 2026-05-01'],
  [
    'the day may move',
    [planned, fact(returnPlanned, '2026-04-01', { plannedFor: '2026-06-01' })],
    '2026-04-02',
    'due 2026-06-01',
  ],
  ['met', [planned, assessed('2026-04-20')], '2026-04-20', 'met 2026-05-01'],
  ['overdue once the child has gone', [planned], '2026-05-02', 'overdue 2026-05-01'],
  ['not where nothing was planned', [fact(returnedHome, '2026-05-04', { how: 'unplanned' })], '2026-05-05', 'none'],
  ['without a day where none is set yet', [fact(returnPlanned, '2026-03-02')], '2026-12-01', 'ageing'],
  ['met late, after the child went', [planned, assessed('2026-05-06')], '2026-05-06', 'met-late 2026-05-01'],
  [
    'assessed in time and recorded late: overdue until then',
    [planned, fact(returnAssessed, '2026-04-20', { suitable: 'yes' }, { recordedOn: '2026-05-11' })],
    '2026-05-10',
    'overdue 2026-05-01',
  ],
  [
    'assessed in time and recorded late: met',
    [planned, fact(returnAssessed, '2026-04-20', { suitable: 'yes' }, { recordedOn: '2026-05-11' })],
    '2026-05-11',
    'met 2026-05-01',
  ],
  [
    'corrected: it is planned for another day',
    [planned, corrected('return-home-planned', '2026-03-02', { plannedFor: '2026-05-15' }, '2026-03-04')],
    '2026-05-02',
    'due 2026-05-15',
  ],
  [
    'corrected: it was assessed after the child went',
    [
      planned,
      assessed('2026-04-20'),
      corrected('return-home-assessed', '2026-05-05', { suitable: 'yes' }, '2026-05-06'),
    ],
    '2026-05-06',
    'met-late 2026-05-01',
  ],
  [
    'what was assessed struck out',
    [planned, assessed('2026-04-20'), struckOut('return-home-assessed', '2026-04-22')],
    '2026-05-02',
    'overdue 2026-05-01',
  ],
  ['the plan struck out', [planned, struckOut('return-home-planned', '2026-03-05')], '2026-05-02', 'none'],
  ['ends with the case', [planned, fact(caseClosed, '2026-04-10')], '2026-05-02', 'lapsed 2026-05-01'],
  ['ends on the eighteenth birthday', [fact(childBorn, '2008-04-10'), planned], '2026-05-02', 'lapsed 2026-05-01'],
])

const unplanned = fact(returnedHome, '2026-05-04', { how: 'unplanned', status: 'accommodated' })
const ordered = fact(returnedHome, '2026-05-01', { how: 'planned', status: 'care-order' })
table('consider-safety-after-unplanned-return', [
  ['at once', [unplanned], '2026-05-20', 'ageing'],
  ['met', [unplanned, fact(safetyAtHomeConsidered, '2026-05-04')], '2026-05-04', 'met'],
  ['not where it was planned', [ordered], '2026-05-20', 'none'],
  [
    'considered on the day, recorded a week later',
    [unplanned, fact(safetyAtHomeConsidered, '2026-05-04', { decision: 'no-concern' }, { recordedOn: '2026-05-11' })],
    '2026-05-11',
    'met',
  ],
  [
    'not by what was considered before',
    [fact(safetyAtHomeConsidered, '2026-05-01'), unplanned],
    '2026-05-20',
    'ageing',
  ],
  [
    'corrected: it was planned after all',
    [unplanned, corrected('child-returned-home', '2026-05-04', { how: 'planned' }, '2026-05-06')],
    '2026-05-20',
    'none',
  ],
  [
    'corrected: it was not planned, and is owed since it was known',
    [ordered, corrected('child-returned-home', '2026-05-01', { how: 'unplanned' }, '2026-05-06')],
    '2026-05-20',
    'ageing',
  ],
  ['struck out', [unplanned, struckOut('child-returned-home', '2026-05-06')], '2026-05-20', 'none'],
  [
    'what was considered struck out',
    [unplanned, fact(safetyAtHomeConsidered, '2026-05-04'), struckOut('safety-at-home-considered', '2026-05-06')],
    '2026-05-20',
    'ageing',
  ],
  ['ends with a death', [unplanned, fact(childDied, '2026-05-10')], '2026-05-20', 'lapsed'],
])

table('assess-return-under-care-order', [
  ['before the child goes', [ordered], '2026-05-01', 'due 2026-05-01'],
  ['met by what was assessed before', [planned, assessed('2026-04-20'), ordered], '2026-05-02', 'met 2026-05-01'],
  [
    'not by one that found no improvement',
    [planned, assessed('2026-04-20', false), ordered],
    '2026-05-02',
    'overdue 2026-05-01',
  ],
  ['not for a child accommodated by agreement', [unplanned], '2026-05-20', 'none'],
  ['met late, after the child went', [ordered, assessed('2026-05-06')], '2026-05-06', 'met-late 2026-05-01'],
  [
    'assessed before, recorded after: met',
    [
      planned,
      fact(returnAssessed, '2026-04-20', { suitable: 'yes', improved: true }, { recordedOn: '2026-05-11' }),
      ordered,
    ],
    '2026-05-11',
    'met 2026-05-01',
  ],
  [
    'corrected: nothing had improved',
    [
      planned,
      assessed('2026-04-20'),
      ordered,
      corrected('return-home-assessed', '2026-04-20', { suitable: 'yes', improved: false }, '2026-05-03'),
    ],
    '2026-05-03',
    'overdue 2026-05-01',
  ],
  [
    'corrected: there was no order',
    [ordered, corrected('child-returned-home', '2026-05-01', { how: 'planned', status: 'accommodated' }, '2026-05-03')],
    '2026-05-03',
    'none',
  ],
  [
    'what was assessed struck out',
    [planned, assessed('2026-04-20'), ordered, struckOut('return-home-assessed', '2026-05-03')],
    '2026-05-03',
    'overdue 2026-05-01',
  ],
  ['the return struck out', [ordered, struckOut('child-returned-home', '2026-05-03')], '2026-05-03', 'none'],
])

table('make-plan-after-return', [
  ['however the child went', [unplanned], '2026-06-01', 'ageing'],
  ['met', [unplanned, fact(planAtHomeMade, '2026-05-15')], '2026-05-15', 'met'],
  [
    'met by one made before the child went',
    [planned, fact(planAtHomeMade, '2026-04-28'), ordered],
    '2026-05-02',
    'met',
  ],
  ['not before the child has gone', [planned], '2026-06-01', 'none'],
  [
    'made in time, recorded late',
    [unplanned, fact(planAtHomeMade, '2026-05-15', {}, { recordedOn: '2026-06-10' })],
    '2026-06-10',
    'met',
  ],
  [
    'corrected: a day later, met all the same',
    [
      unplanned,
      fact(planAtHomeMade, '2026-05-15'),
      corrected('plan-after-return-made', '2026-05-16', {}, '2026-05-18'),
    ],
    '2026-06-01',
    'met',
  ],
  [
    'the plan struck out',
    [unplanned, fact(planAtHomeMade, '2026-05-15'), struckOut('plan-after-return-made', '2026-05-18')],
    '2026-06-01',
    'ageing',
  ],
  ['the return struck out', [unplanned, struckOut('child-returned-home', '2026-05-06')], '2026-06-01', 'none'],
  ['ends with the case', [unplanned, fact(caseClosed, '2026-05-20')], '2026-06-01', 'lapsed'],
  ['ends on the eighteenth birthday', [fact(childBorn, '2008-05-20'), unplanned], '2026-06-01', 'lapsed'],
])

table('see-child-after-return', [
  ['at home', [unplanned], '2026-06-01', 'ageing'],
  ['met', [unplanned, fact(childSeen, '2026-05-06', { where: 'home', alone: true })], '2026-05-06', 'met'],
  ['not before the child has gone', [planned], '2026-06-01', 'none'],
  ['not by a visit in care before', [fact(childSeen, '2026-04-20'), unplanned], '2026-06-01', 'ageing'],
  [
    'not by another agency that saw the child',
    [unplanned, fact(childSeen, '2026-05-06', {}, { agency: 'school' })],
    '2026-06-01',
    'ageing',
    {},
    { reached: new Map([['child-seen', new Map([['authority', Date.parse('2026-05-06T13:00Z')]])]]) },
  ],
  [
    'seen at once, recorded late',
    [unplanned, fact(childSeen, '2026-05-06', {}, { recordedOn: '2026-05-28' })],
    '2026-06-01',
    'met',
  ],
  [
    'corrected: seen before the return',
    [unplanned, fact(childSeen, '2026-05-06'), corrected('child-seen', '2026-05-02', {}, '2026-05-08')],
    '2026-06-01',
    'ageing',
  ],
  [
    'the visit struck out',
    [unplanned, fact(childSeen, '2026-05-06'), struckOut('child-seen', '2026-05-08')],
    '2026-06-01',
    'ageing',
  ],
  ['ends with a death', [unplanned, fact(childDied, '2026-05-10')], '2026-06-01', 'lapsed'],
])
