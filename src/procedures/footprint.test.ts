import { footprintAgreed, footprintChecked, footprintRepublished } from './footprint.ts'
import { corrected, fact } from './given.ts'
import { table } from './table.ts'

const agreed = fact(footprintAgreed, '2019-03-04', { form: 'single' })
const checked = (result: 'covered' | 'gap') => fact(footprintChecked, '2019-03-11', { result })

table('cover-every-body', [
  ['whenever an area is agreed', [agreed], '2019-04-01', 'ageing'],
  ['met by a check that finds everybody covered', [agreed, checked('covered')], '2019-03-11', 'met'],
  ['not by one that finds a gap', [agreed, checked('gap')], '2019-03-11', 'ageing'],
])

const change = fact(footprintAgreed, '2023-04-03', { form: 'combined', change: true })
table('publish-change-of-area', [
  ['where it changes what was published', [change], '2023-05-01', 'ageing'],
  ['met', [change, fact(footprintRepublished, '2023-04-20')], '2023-04-20', 'met'],
  ['not where nothing changes', [agreed], '2019-04-01', 'none'],
  [
    'owed once the record says that it does',
    [agreed, corrected('footprint-agreed', '2019-03-04', { form: 'single', change: true }, '2019-05-01')],
    '2019-05-01',
    'ageing',
  ],
])
