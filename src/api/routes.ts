// Every operation of the API, and what is written to the reading log before it answers. Who may see and do what is the one
// policy’s to say: each operation acts in the post of the system that asks.

import { askAgencies, withdrawRequest } from './ask.ts'
import { listCases, listDuties, readDisclosuresOfCase, readDutiesOfCase, readFacts, readHead } from './cases.ts'
import { listAgencies, listBases, listKinds, listPeople } from './lists.ts'
import type { Operation } from './operation.ts'
import { correctFact, disagree, recordFact, strikeOutFact } from './record-fact.ts'
import { tellCouncil } from './refer.ts'
import { tellCouncilOfMany } from './referrals.ts'
import { answerRequest, recallDisclosure, share } from './share.ts'
import { deleteWebhook, listNotices, readNotice, readWebhook, registerWebhook } from './webhooks.ts'

export const apiPrefix = '/api'

/* biome-ignore format: the list is read as a table */
export const operations: readonly Operation[] = [
  { method: 'GET',  url: '/api/v1/kinds',                                             log: 'nothing', does: listKinds },
  { method: 'GET',  url: '/api/v1/agencies',                                          log: 'nothing', does: listAgencies },
  { method: 'GET',  url: '/api/v1/agencies/:agency/people',                            log: 'nothing', does: listPeople },
  { method: 'GET',  url: '/api/v1/bases',                                             log: 'nothing', does: listBases },

  { method: 'GET',  url: '/api/v1/duties',                                            log: 'list',    does: listDuties },
  { method: 'GET',  url: '/api/v1/cases',                                             log: 'search',  does: listCases },
  { method: 'GET',  url: '/api/v1/cases/:reference',                                  log: 'case',    does: readHead },
  { method: 'GET',  url: '/api/v1/cases/:reference/facts',                            log: 'case',    does: readFacts },
  { method: 'GET',  url: '/api/v1/cases/:reference/duties',                           log: 'case',    does: readDutiesOfCase },
  { method: 'GET',  url: '/api/v1/cases/:reference/disclosures',                      log: 'case',    does: readDisclosuresOfCase },

  { method: 'POST', url: '/api/v1/cases',                                             log: 'search',  does: tellCouncil },
  { method: 'POST', url: '/api/v1/referrals',                                         log: 'search',  does: tellCouncilOfMany },
  { method: 'POST', url: '/api/v1/cases/:reference/facts',                            log: 'case',    does: recordFact },
  { method: 'POST', url: '/api/v1/cases/:reference/facts/:fact/corrections',          log: 'case',    does: correctFact },
  { method: 'POST', url: '/api/v1/cases/:reference/facts/:fact/strike-out',           log: 'case',    does: strikeOutFact },
  { method: 'POST', url: '/api/v1/cases/:reference/facts/:fact/disagreements',        log: 'case',    does: disagree },
  { method: 'POST', url: '/api/v1/cases/:reference/requests',                         log: 'case',    does: askAgencies },
  { method: 'POST', url: '/api/v1/cases/:reference/requests/:fact/withdrawal',        log: 'case',    does: withdrawRequest },
  { method: 'POST', url: '/api/v1/cases/:reference/answers',                          log: 'case',    does: answerRequest },
  { method: 'POST', url: '/api/v1/cases/:reference/disclosures',                      log: 'case',    does: share },
  { method: 'POST', url: '/api/v1/cases/:reference/disclosures/:disclosure/recall',   log: 'case',    does: recallDisclosure },

  { method: 'GET',  url: '/api/v1/webhooks',                                          log: 'nothing', does: readWebhook },
  { method: 'POST', url: '/api/v1/webhooks',                                          log: 'nothing', does: registerWebhook },
  { method: 'DELETE', url: '/api/v1/webhooks',                                        log: 'nothing', does: deleteWebhook },
  { method: 'GET',  url: '/api/v1/notices',                                           log: 'nothing', does: listNotices },
  { method: 'GET',  url: '/api/v1/notices/:id',                                       log: 'case',    does: readNotice },
]

/** What is answered without a token: nothing of any case. */
/* biome-ignore format: the list is read as a table */
export const alsoAnswered = [
  { method: 'POST', url: '/api/token',        log: 'nothing' },
  { method: 'GET',  url: '/api/openapi.json', log: 'nothing' },
] as const
