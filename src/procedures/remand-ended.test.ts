import { expect, test } from 'vitest'
import { caseClosed } from './closing.ts'
import { corrected, dutyOn, fact, type How, openOn, struckOut } from './given.ts'
import { childBorn, childDied } from './people.ts'
import { childRemandEnded, childRemanded, supportAfterRemandConsidered } from './remand-ended.ts'
import { table } from './table.ts'

const remanded = (on: string) => fact(childRemanded, on, { to: 'youth-detention' })
const ended = (on: string, how: How = {}) => fact(childRemandEnded, on, { how: 'bailed' }, how)
const considered = (on: string, how: How = {}) => fact(supportAfterRemandConsidered, on, { decision: 'support' }, how)
const remand = remanded('2026-03-02')
const over = ended('2026-04-13')

table('consider-support-after-remand', [
  ['once the remand has ended', [remand, over], '2026-04-13', 'ageing'],
  ['not while it goes on', [remand], '2026-04-12', 'none'],
  ['it ages, and is never overdue', [remand, over], '2026-12-01', 'ageing'],
  ['however it ended', [remand, fact(childRemandEnded, '2026-04-13', { how: 'sentenced' })], '2026-04-20', 'ageing'],
  [
    'also of a child who was acquitted',
    [remand, fact(childRemandEnded, '2026-04-13', { how: 'no-case' })],
    '2026-04-20',
    'ageing',
  ],
  ['also where nobody recorded that it began', [over], '2026-04-20', 'ageing'],
  ['met', [remand, over, considered('2026-04-15')], '2026-04-15', 'met'],
  [
    'met where no support is needed',
    [remand, over, fact(supportAfterRemandConsidered, '2026-04-15', { decision: 'not-needed' })],
    '2026-04-15',
    'met',
  ],
  ['met by what was considered while it went on', [remand, considered('2026-04-01'), over], '2026-04-13', 'met'],
  [
    'not by what was considered about an earlier remand',
    [remand, over, considered('2026-04-15'), remanded('2026-06-01'), ended('2026-07-06')],
    '2026-07-06',
    'met, ageing',
  ],
  [
    'of each remand its own',
    [remand, over, considered('2026-04-15'), remanded('2026-06-01'), considered('2026-06-15'), ended('2026-07-06')],
    '2026-07-06',
    'met, met',
  ],
  [
    'considered in time, recorded late: not before it is on record',
    [remand, over, considered('2026-04-15', { recordedOn: '2026-05-11' })],
    '2026-05-10',
    'ageing',
  ],
  [
    'considered in time, recorded late: met',
    [remand, over, considered('2026-04-15', { recordedOn: '2026-05-11' })],
    '2026-05-11',
    'met',
  ],
  [
    'an end that the youth offending team recorded: once the authority is told',
    [remand, ended('2026-04-13', { agency: 'youth-offending-team' })],
    '2026-04-20',
    'ageing',
    {},
    { reached: new Map([['child-remand-ended', new Map([['authority', Date.parse('2026-04-16T13:00Z')]])]]) },
  ],
  [
    'not of an end of which it knows nothing',
    [remand, ended('2026-04-13', { agency: 'youth-offending-team' })],
    '2026-04-20',
    'none',
  ],
  ['not before the guidance of 2018', [ended('2018-07-03')], '2018-07-20', 'none'],
  ['from the day of that guidance on', [ended('2018-07-04')], '2018-07-20', 'ageing'],
  [
    'corrected: it ended before the guidance of 2018',
    [ended('2018-07-05'), corrected('child-remand-ended', '2018-07-02', { how: 'bailed' }, '2018-07-09')],
    '2018-07-20',
    'none',
  ],
  [
    'corrected: what was considered was about the remand before',
    [
      remand,
      over,
      remanded('2026-06-01'),
      considered('2026-06-15'),
      ended('2026-07-06'),
      corrected('support-after-remand-considered', '2026-05-04', { decision: 'support' }, '2026-07-07'),
    ],
    '2026-07-07',
    'met, ageing',
  ],
  ['the end struck out', [remand, over, struckOut('child-remand-ended', '2026-04-14')], '2026-04-20', 'none'],
  [
    'what was considered struck out',
    [remand, over, considered('2026-04-15'), struckOut('support-after-remand-considered', '2026-04-16')],
    '2026-04-20',
    'ageing',
  ],
  ['ends with a death', [remand, over, fact(childDied, '2026-04-16')], '2026-04-20', 'lapsed'],
  ['not by closing the case', [remand, over, fact(caseClosed, '2026-04-13')], '2026-04-20', 'ageing'],
  [
    'not on the eighteenth birthday, with which a remand may end',
    [fact(childBorn, '2008-04-13'), remand, fact(childRemandEnded, '2026-04-13', { how: 'turned-18' })],
    '2026-04-20',
    'ageing',
  ],
  [
    'met after the eighteenth birthday',
    [
      fact(childBorn, '2008-04-13'),
      remand,
      fact(childRemandEnded, '2026-04-13', { how: 'turned-18' }),
      considered('2026-04-21'),
    ],
    '2026-04-21',
    'met',
  ],
])

test('later editions carry it on from that of 2018', () => {
  const owed = (day: string) => dutyOn(day, 'consider-support-after-remand', [ended(day)])
  expect(owed('2019-01-14')).toMatchObject({ edition: 'wt2018', inherited: false, agency: 'authority' })
  expect(owed('2024-01-15')).toMatchObject({ edition: 'wt2018', inherited: true })
})

test('a remand is open until it has ended and support was considered, whichever came first', () => {
  const open = ['remand-ended']
  expect(openOn([remand])).toEqual(open)
  expect(openOn([remand, considered('2026-04-01')])).toEqual(open)
  expect(openOn([remand, over])).toEqual(open)
  expect(openOn([over])).toEqual(open)
  expect(openOn([remand, over, considered('2026-04-15')])).toEqual([])
  expect(openOn([remand, considered('2026-04-01'), over])).toEqual([])
  expect(openOn([remand, considered('2026-04-01'), over, remanded('2026-06-01')])).toEqual(open)
})
