import { fact } from './given.ts'
import { fundingAgreed } from './partnership-funding.ts'
import { partnersNamed } from './safeguarding-partners.ts'
import { table } from './table.ts'

const named = fact(partnersNamed, '2018-09-03')
table('agree-funding', [
  ['once there are partners', [named], '2018-10-01', 'ageing'],
  ['met', [named, fact(fundingAgreed, '2019-02-04')], '2019-02-04', 'met'],
  ['nobody owes it before', [], '2018-10-01', 'none'],
])
