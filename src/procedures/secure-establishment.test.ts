import { fact } from './given.ts'
import {
  detained,
  detentionPlanMade,
  leftEstablishment,
  safetyChecked,
  supportPlanAgreed,
} from './secure-establishment.ts'
import { table } from './table.ts'

const host = fact(detained, '2026-03-02', { us: 'host', remanded: true })
const home = fact(detained, '2026-03-02', { us: 'home', remanded: true })
const left = fact(leftEstablishment, '2026-04-01')

table('look-into-safety-in-establishment', [
  ['where it stands', [host], '2026-05-01', 'ageing'],
  ['met', [host, fact(safetyChecked, '2026-03-09')], '2026-03-09', 'met'],
  ['ended when the child leaves', [host, left], '2026-04-01', 'lapsed'],
  ['not by the child’s own authority', [home], '2026-05-01', 'none'],
])
table('agree-single-support-plan', [
  ['with all who work with the child', [host], '2026-05-01', 'ageing'],
  ['met', [host, fact(supportPlanAgreed, '2026-03-16')], '2026-03-16', 'met'],
])
table('make-detention-placement-plan', [
  ['of a child looked after by remand', [home], '2026-05-01', 'ageing'],
  ['met', [home, fact(detentionPlanMade, '2026-03-12')], '2026-03-12', 'met'],
  ['not by the authority where it stands', [host], '2026-05-01', 'none'],
  ['not of a child who is not', [fact(detained, '2026-03-02', { us: 'home', remanded: false })], '2026-05-01', 'none'],
])
