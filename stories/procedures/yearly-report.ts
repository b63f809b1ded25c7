/** The first yearly report comes out a week late, and is sent in time. */
import { arrangementsStarted } from '../../src/procedures/arrangements-publication.ts'
import { fact } from '../../src/procedures/given.ts'
import {
  yearlyReportDrafted,
  yearlyReportPublished,
  yearlyReportScrutinised,
  yearlyReportSent,
} from '../../src/procedures/yearly-report.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  steps: [
    [
      'On 2 March 2026 the arrangements start.',
      fact(arrangementsStarted, '2026-03-02'),
      { 'publish-yearly-report': 'due 2027-03-02' },
    ],
    [
      'The report is drafted on 11 January 2027.',
      fact(yearlyReportDrafted, '2027-01-11'),
      { 'scrutinise-yearly-report': 'ageing' },
    ],
    [
      'It is scrutinised on 8 February 2027.',
      fact(yearlyReportScrutinised, '2027-02-08'),
      { 'scrutinise-yearly-report': 'met' },
    ],
    [
      'It is published on 9 March 2027, a week late.',
      fact(yearlyReportPublished, '2027-03-09', { has: ['impact'] }),
      { 'publish-yearly-report': 'met-late 2027-03-02', 'send-yearly-report': 'due 2027-03-16' },
    ],
    [
      'Panel and Centre get it on 15 March 2027.',
      fact(yearlyReportSent, '2027-03-15', { to: ['panel', 'centre'] }),
      { 'send-yearly-report': 'met 2027-03-16' },
    ],
  ],
}
