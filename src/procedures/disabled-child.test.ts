import { carerAssessed, carerAssessmentDue, disabilityAssessed, supportDecided } from './disabled-child.ts'
import { fact } from './given.ts'
import { table } from './table.ts'

const started = fact(disabilityAssessed, '2026-03-02')
table('decide-on-support-for-disabled-child', [
  ['whenever a disabled child is assessed', [started], '2026-05-01', 'ageing'],
  ['met by deciding', [started, fact(supportDecided, '2026-03-30')], '2026-03-30', 'met'],
])

const asked = (whose: 'parent-carer' | 'carer') => fact(carerAssessmentDue, '2026-03-02', { whose })
const assessed = fact(carerAssessed, '2026-03-30')
table('assess-parent-carer', [
  ['if they ask or seem to need it', [asked('parent-carer')], '2026-05-01', 'ageing'],
  ['met', [asked('parent-carer'), assessed], '2026-03-30', 'met'],
  ['not for another carer', [asked('carer')], '2026-05-01', 'none'],
])
table('assess-carer-of-disabled-child', [
  ['another carer who asks', [asked('carer')], '2026-05-01', 'ageing'],
  ['met', [asked('carer'), assessed], '2026-03-30', 'met'],
  ['not for a parent carer', [asked('parent-carer')], '2026-05-01', 'none'],
])
