import { fact } from './given.ts'
import { table } from './table.ts'
import { youngCarerAssessed, youngCarerSeen } from './young-carer.ts'

const seen = fact(youngCarerSeen, '2026-03-02', { how: 'child-asked' })
const assessed = (wholeFamily: boolean) => fact(youngCarerAssessed, '2026-03-30', { caring: 'excessive', wholeFamily })
table('assess-young-carer', [
  ['seen, or asked for', [seen], '2026-05-01', 'ageing'],
  ['met', [seen, assessed(false)], '2026-03-30', 'met'],
])
table('look-at-whole-family-of-young-carer', [
  ['as well', [seen], '2026-05-01', 'ageing'],
  ['met by an assessment that does', [seen, assessed(true)], '2026-03-30', 'met'],
  ['not by one that does not', [seen, assessed(false)], '2026-03-30', 'ageing'],
])
