import { expect, test } from 'vitest'
import { londonMidnight } from '../guidance/london.ts'
import { corrected, dutiesOn, fact, struckOut } from './given.ts'
import { guidance } from './index.ts'
import { informationRequestAnswered, informationRequested, informationRequestWithdrawn } from './information-request.ts'
import { childBorn } from './people.ts'
import { table } from './table.ts'

// Tuesday 3 March 2026; an answer by Friday the 6th.
type Purpose = 'section-47' | 'section-16h' | 'section-47-9' | 'section-27'
const asked = (purpose: Purpose, more: { answerBy?: string; asked?: string[] } = {}) =>
  fact(informationRequested, '2026-03-03', { asked: ['authority'], purpose, answerBy: '2026-03-06', ...more })
const answered = (day: string, how = {}) => fact(informationRequestAnswered, day, { answer: 'nothing-held' }, how)

const ofEach = (purpose: Purpose) =>
  [
    ['runs to the end of the day that the request names', [asked(purpose)], '2026-03-06', 'due 2026-03-06'],
    ['silence is overdue', [asked(purpose)], '2026-03-07', 'overdue 2026-03-06'],
    ['met by “nothing held”', [asked(purpose), answered('2026-03-06')], '2026-03-09', 'met 2026-03-06'],
    ['met late', [asked(purpose), answered('2026-03-07')], '2026-03-09', 'met-late 2026-03-06'],
    ['ages where no day is named', [asked(purpose, { answerBy: undefined as never })], '2026-12-01', 'ageing'],
    [
      'a day put right moves it',
      [
        asked(purpose),
        corrected(
          'information-requested',
          '2026-03-03',
          { asked: ['authority'], purpose, answerBy: '2026-03-10' },
          '2026-03-04',
        ),
      ],
      '2026-03-09',
      'due 2026-03-10',
    ],
    [
      'struck out, nothing is owed',
      [asked(purpose), struckOut('information-requested', '2026-03-04')],
      '2026-03-09',
      'none',
    ],
    [
      'an answer to the first is none to the second',
      [
        asked(purpose),
        fact(
          informationRequested,
          '2026-03-04',
          { asked: ['authority'], purpose, answerBy: '2026-03-13' },
          { id: 'second' },
        ),
        answered('2026-03-05', { about: 'information-requested' }),
      ],
      '2026-03-16',
      'met 2026-03-06, overdue 2026-03-13',
    ],
    [
      'a second answer changes nothing of the first',
      [asked(purpose), answered('2026-03-05'), answered('2026-03-20')],
      '2026-03-23',
      'met 2026-03-06',
    ],
    [
      'withdrawn by whoever asked, no answer is owed',
      [asked(purpose), fact(informationRequestWithdrawn, '2026-03-05')],
      '2026-03-09',
      'lapsed 2026-03-06',
    ],
    [
      'withdrawn late, it was overdue until then',
      [asked(purpose), fact(informationRequestWithdrawn, '2026-03-10')],
      '2026-03-09',
      'overdue 2026-03-06',
    ],
    [
      'somebody else’s “withdrawn” ends nothing',
      [asked(purpose), fact(informationRequestWithdrawn, '2026-03-05', {}, { agency: 'police' })],
      '2026-03-09',
      'overdue 2026-03-06',
    ],
    [
      'an answer before it was withdrawn meets it',
      [asked(purpose), answered('2026-03-04'), fact(informationRequestWithdrawn, '2026-03-05')],
      '2026-03-09',
      'met 2026-03-06',
    ],
    ['ends with childhood', [fact(childBorn, '2008-03-05'), asked(purpose)], '2026-03-09', 'lapsed 2026-03-06'],
  ] as const

table('answer-information-request', [
  ...ofEach('section-47'),
  ['a request under section 16H is another duty', [asked('section-16h')], '2026-03-09', 'none'],
  ['so is one under section 47(9)', [asked('section-47-9')], '2026-03-09', 'none'],
  ['and one under section 27', [asked('section-27')], '2026-03-09', 'none'],
])
table('answer-section-16h-request', [
  ...ofEach('section-16h'),
  ['only under section 16H', [asked('section-47')], '2026-03-09', 'none'],
])
table('help-with-section-47-enquiry', [
  ...ofEach('section-47-9'),
  ['not where no law makes the body answer', [asked('section-47')], '2026-03-09', 'none'],
])
table('help-under-section-27', [
  ...ofEach('section-27'),
  ['only under section 27', [asked('section-47-9')], '2026-03-09', 'none'],
])

test('what the law asks for is a must, and what the guidance asks for is not', () => {
  const forceOf = (rule: string) => guidance.rules.get(rule)?.editions.map(one => one.force)
  expect(['help-with-section-47-enquiry', 'help-under-section-27'].map(forceOf)).toEqual([['must'], ['must']])
  expect(forceOf('answer-information-request')).toEqual(['should'])
})

const noonOf = (day: string) => londonMidnight(day) + 12 * 3_600_000
const reached = (agencies: Record<string, string>) => ({
  reached: new Map([
    ['information-requested', new Map(Object.entries(agencies).map(([agency, day]) => [agency, noonOf(day)]))],
  ]),
})
const three = asked('section-47', { asked: ['school', 'police', 'housing'] })

test('each agency that the request reached owes an answer of its own; one that it did not reach owes nothing', () => {
  const said = reached({ school: '2026-03-03', police: '2026-03-03' })
  const drafts = [three, answered('2026-03-04', { agency: 'police' })]
  const duties = dutiesOn('2026-03-09', 'answer-information-request', drafts, said)
  expect(duties.map(one => [one.agency, one.met !== null])).toEqual([
    ['school', false],
    ['police', true],
  ])
})

test('an agency that was reached after the day named has that day', () => {
  const [duty] = dutiesOn('2026-03-20', 'answer-information-request', [three], reached({ school: '2026-03-12' }))
  expect(duty?.due?.latest).toBe('2026-03-12')
})

test('what another agency says, even in its name, is not its answer', () => {
  const said = reached({ school: '2026-03-03' })
  const id = 'answer-information-request/information-requested/school'
  const drafts = [three, answered('2026-03-04', { agency: 'authority', answers: id })]
  expect(dutiesOn('2026-03-09', 'answer-information-request', drafts, said).map(one => one.met)).toEqual([null])
})
