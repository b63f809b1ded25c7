import { fact } from './given.ts'
import { scrutinyAnswered, scrutinyArranged, scrutinyReported } from './independent-scrutiny.ts'
import { partnersNamed } from './safeguarding-partners.ts'
import { table } from './table.ts'

const named = fact(partnersNamed, '2018-09-03')
const arranged = fact(scrutinyArranged, '2019-05-06')
const reported = fact(scrutinyReported, '2020-03-02')

table('arrange-independent-scrutiny', [
  ['once there are partners', [named], '2018-10-01', 'ageing'],
  ['met', [named, arranged], '2019-05-06', 'met'],
])

table('answer-scrutiny', [
  [
    'each time it reports',
    [named, arranged, reported, fact(scrutinyReported, '2021-03-01')],
    '2021-03-02',
    'ageing, ageing',
  ],
  ['met by answering', [named, arranged, reported, fact(scrutinyAnswered, '2020-04-06')], '2020-04-06', 'met'],
])
