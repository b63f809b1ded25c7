import { caseClosed } from './closing.ts'
import { corrected, fact, struckOut } from './given.ts'
import { childBorn, childDied } from './people.ts'
import {
  subjectAccessClarified,
  subjectAccessExtended,
  subjectAccessExtensionTold,
  subjectAccessIdentityConfirmed,
  subjectAccessRefused,
  subjectAccessReleased,
  subjectAccessRequested,
} from './subject-access-request.ts'
import { table } from './table.ts'

const request = 'subject-access-requested'
const asked = (day: string, identity: 'known' | 'asked' = 'known', how = {}) =>
  fact(subjectAccessRequested, day, { requester: 'person', identity }, how)
const proved = (day: string, how = {}) => fact(subjectAccessIdentityConfirmed, day, {}, { about: request, ...how })
const released = (day: string, how = {}) =>
  fact(subjectAccessReleased, day, { extent: 'whole' }, { about: request, ...how })
const refused = (day: string) => fact(subjectAccessRefused, day, { ground: 'unfounded' }, { about: request })
const extended = (day: string, how = {}) =>
  fact(subjectAccessExtended, day, { ground: 'complex' }, { about: request, ...how })
const told = (day: string, how = {}) =>
  fact(subjectAccessExtensionTold, day, {}, { about: 'subject-access-extended', ...how })

// Monday 2 February 2026; a month on is Monday 2 March.
const monday = asked('2026-02-02')

table('answer-subject-access-request', [
  ['one month, to the corresponding day', [monday], '2026-03-02', 'due 2026-03-02'],
  ['overdue after it', [monday], '2026-03-03', 'overdue 2026-03-02'],
  ['a month that ends on Good Friday ends on the Tuesday', [asked('2026-03-03')], '2026-03-10', 'due 2026-04-07'],
  ['the 31st of January, on a short month and a Saturday', [asked('2026-01-31')], '2026-02-03', 'due 2026-03-02'],
  ['no time runs while proof of who asks is awaited', [asked('2026-02-02', 'asked')], '2026-06-01', 'ageing'],
  ['it runs from the proof', [asked('2026-02-02', 'asked'), proved('2026-02-10')], '2026-03-02', 'due 2026-03-10'],
  ['proof that nobody asked for moves nothing', [monday, proved('2026-02-10')], '2026-03-02', 'due 2026-03-02'],
  [
    'proof for another request moves nothing',
    [
      asked('2026-02-02', 'asked'),
      asked('2026-02-03', 'known', { id: 'other' }),
      proved('2026-02-10', { about: 'other' }),
    ],
    '2026-02-20',
    'ageing, due 2026-03-03',
  ],
  [
    'making it clearer does not stop the time',
    [monday, fact(subjectAccessClarified, '2026-02-20', {}, { about: request })],
    '2026-03-02',
    'due 2026-03-02',
  ],
  ['met by giving the record', [monday, released('2026-03-02')], '2026-03-03', 'met 2026-03-02'],
  ['met by refusing with reasons', [monday, refused('2026-02-05')], '2026-03-03', 'met 2026-03-02'],
  ['met late', [monday, released('2026-03-05')], '2026-03-06', 'met-late 2026-03-02'],
  [
    'what another agency gives meets nothing',
    [monday, released('2026-02-20', { agency: 'school' })],
    '2026-03-03',
    'overdue 2026-03-02',
  ],
  [
    'each request is answered for itself',
    [monday, asked('2026-02-09', 'known', { id: 'second' }), released('2026-02-20', { about: 'second' })],
    '2026-03-03',
    'overdue 2026-03-02, met 2026-03-09',
  ],
  [
    'recorded late, it was due all the same',
    [asked('2026-02-02', 'known', { recordedOn: '2026-04-01' })],
    '2026-04-01',
    'overdue 2026-03-02',
  ],
  [
    'a corrected day moves it',
    [monday, corrected(request, '2026-02-04', { requester: 'person', identity: 'known' }, '2026-02-05')],
    '2026-02-06',
    'due 2026-03-04',
  ],
  ['struck out, nothing is owed', [monday, struckOut(request, '2026-02-05')], '2026-03-03', 'none'],
  [
    'told in time that it takes longer, another day holds',
    [monday, extended('2026-02-20'), told('2026-03-02')],
    '2026-03-03',
    'none',
  ],
  ['decided and not told, the month stands', [monday, extended('2026-02-20')], '2026-03-03', 'overdue 2026-03-02'],
  [
    'told too late, the month stands',
    [monday, extended('2026-02-20'), told('2026-03-03')],
    '2026-03-04',
    'overdue 2026-03-02',
  ],
  [
    'told of another request, the month stands',
    [
      monday,
      asked('2026-02-02', 'known', { id: 'other' }),
      extended('2026-02-20', { about: 'other' }),
      told('2026-02-21'),
    ],
    '2026-03-03',
    'overdue 2026-03-02',
  ],
  [
    'the case may be closed and the child grown up',
    [fact(childBorn, '2008-02-10'), monday, fact(caseClosed, '2026-02-03', { reason: 'RC1' })],
    '2026-03-03',
    'overdue 2026-03-02',
  ],
  ['the law protects the living', [monday, fact(childDied, '2026-02-10')], '2026-03-03', 'lapsed 2026-03-02'],
])

// Three months on is Saturday 2 May, and Monday 4 May is the early May bank holiday.
table('answer-extended-subject-access-request', [
  [
    'three months from the request',
    [monday, extended('2026-02-20'), told('2026-03-02')],
    '2026-03-03',
    'due 2026-05-05',
  ],
  [
    'three months from the proof of who asks, where that was awaited',
    [asked('2026-02-02', 'asked'), proved('2026-02-10'), extended('2026-02-20'), told('2026-03-10')],
    '2026-03-11',
    'due 2026-05-11',
  ],
  ['only where they were told in time', [monday, extended('2026-02-20'), told('2026-03-03')], '2026-03-04', 'none'],
  [
    'the last day to tell moves over a weekend',
    [asked('2026-01-31'), extended('2026-02-20'), told('2026-03-02')],
    '2026-03-03',
    'due 2026-04-30',
  ],
  ['not without an extension', [monday], '2026-03-03', 'none'],
  ['overdue after them', [monday, extended('2026-02-20'), told('2026-03-02')], '2026-05-06', 'overdue 2026-05-05'],
  ['met', [monday, extended('2026-02-20'), told('2026-03-02'), released('2026-05-05')], '2026-05-06', 'met 2026-05-05'],
])

table('tell-of-extension', [
  ['within the first month of the request', [monday, extended('2026-02-20')], '2026-02-21', 'due 2026-03-02'],
  ['overdue after it', [monday, extended('2026-02-20')], '2026-03-03', 'overdue 2026-03-02'],
  [
    'counted from the proof of who asks',
    [asked('2026-02-02', 'asked'), proved('2026-02-10'), extended('2026-02-20')],
    '2026-02-21',
    'due 2026-03-10',
  ],
  ['met', [monday, extended('2026-02-20'), told('2026-02-23')], '2026-03-03', 'met 2026-03-02'],
  ['met late', [monday, extended('2026-02-20'), told('2026-03-04')], '2026-03-05', 'met-late 2026-03-02'],
  ['nothing is told where no more time is taken', [monday], '2026-03-03', 'none'],
  [
    'the case may be closed',
    [monday, extended('2026-02-20'), fact(caseClosed, '2026-02-21', { reason: 'RC1' })],
    '2026-03-03',
    'overdue 2026-03-02',
  ],
])
