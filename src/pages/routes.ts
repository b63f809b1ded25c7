// The site map: every address, who may visit it, and what is written to the reading log before it is shown.

import * as accessRequest from './access-request/access-request.page.ts'
import * as answer from './answer/answer.page.ts'
import * as ask from './ask/ask.page.ts'
import * as withdraw from './ask/withdraw.page.ts'
import * as assessmentAdults from './assessment/adults.page.ts'
import * as assessment from './assessment/frame.page.tsx'
import * as assessmentReport from './assessment/report.page.ts'
import * as writeAssessment from './assessment/write.page.ts'
import * as openRestricted from './break-glass/open.page.ts'
import * as review from './break-glass/review.page.ts'
import * as toldOf from './break-glass/told.tsx'
import * as caseFile from './case-file/case.page.tsx'
import * as census from './census/census.page.ts'
import * as commencement from './commencement/commencement.page.ts'
import * as conflicts from './conflicts/conflicts.page.ts'
import * as correct from './correct/correct.page.ts'
import * as disagree from './correct/disagree.page.ts'
import * as move from './correct/move.page.ts'
import * as strikeOut from './correct/strike-out.page.ts'
import * as ladder from './disagreement/ladder.page.ts'
import * as raise from './disagreement/raise.page.ts'
import * as stepOf from './disagreement/step.page.ts'
import * as certificate from './disposal/certificate.page.ts'
import * as disposal from './disposal/disposal.page.ts'
import * as retention from './disposal/retention.page.ts'
import * as documents from './documents/documents.page.tsx'
import * as making from './documents/making.page.tsx'
import * as due from './due/due.page.tsx'
import * as duty from './duty/duty.page.tsx'
import * as earlyHelp from './early-help/early-help.page.ts'
import * as fileDocument from './file-document/file-document.page.ts'
import * as find from './find/find.page.tsx'
import * as footprint from './footprint/footprint.page.tsx'
import * as guidance from './guidance/guidance.page.ts'
import * as join from './holding/join.page.ts'
import * as restrict from './holding/restrict.page.ts'
import * as takeIn from './holding/take-in.page.ts'
import * as importFile from './import/import.page.tsx'
import * as involved from './involved/involved.page.ts'
import * as together from './involved/together.page.ts'
import * as letterWords from './letter-words/letter-words.page.tsx'
import * as localPolicy from './local-policy/local-policy.page.ts'
import * as log from './log/log.page.tsx'
import * as callMeeting from './meeting/call.page.ts'
import * as closeMeeting from './meeting/close.page.ts'
import * as meetingGuest from './meeting/guest.page.tsx'
import * as guestSaid from './meeting/guest-said.page.tsx'
import * as minutes from './meeting/minutes.page.tsx'
import * as meetingNote from './meeting/note.page.ts'
import * as meetingPack from './meeting/pack.page.tsx'
import * as meeting from './meeting/room.page.tsx'
import * as withdrawInvitation from './meeting/withdraw.page.tsx'
import * as newChild from './new-child/new-child.page.ts'
import * as newMatter from './new-matter/new-matter.page.ts'
import * as overview from './overview/overview.page.tsx'
import * as drafts from './pipeline/drafts.page.tsx'
import type { Route } from './pipeline/page.ts'
import * as readers from './readers/readers.page.tsx'
import * as chooseKind from './record/choose.page.ts'
import * as record from './record/record.page.ts'
import * as decideRedaction from './redact/decide.page.ts'
import * as redact from './redact/redact.page.ts'
import * as receipt from './refer/receipt.page.tsx'
import * as refer from './refer/refer.page.ts'
import * as sent from './refer/sent.page.tsx'
import * as sameChild from './same-child/same-child.page.ts'
import * as share from './share/share.page.ts'
import * as post from './sign-in/post.page.tsx'
import * as signIn from './sign-in/sign-in.page.ts'
import * as story from './sign-in/story.page.tsx'
import * as told from './told/told.page.tsx'
import * as triage from './triage/triage.page.tsx'
import * as why from './why/why.page.tsx'
import * as worryReceipt from './worry/receipt.page.tsx'
import * as worrySay from './worry/say.page.ts'
import * as worry from './worry/worry.page.ts'

/* biome-ignore format: the list is read as a table */
export const routes: readonly Route[] = [
  { method: 'GET',  url: '/',                        visit: 'signed-in',    log: 'nothing', page: signIn.home },

  { method: 'GET',  url: '/sign-in',                 visit: 'anyone',       log: 'nothing', page: signIn.page },
  { method: 'GET',  url: '/sign-in/begin',           visit: 'anyone',       log: 'nothing', page: signIn.begin },
  { method: 'GET',  url: '/sign-in/back',            visit: 'anyone',       log: 'nothing', page: signIn.back },
  { method: 'GET',  url: '/story-sign-in/form/:uid', visit: 'anyone',       log: 'nothing', page: story.page },
  { method: 'POST', url: '/story-sign-in/form/:uid', visit: 'anyone',       log: 'nothing', page: story.submit },
  { method: 'POST', url: '/sign-out',                visit: 'practitioner', log: 'nothing', page: signIn.signOut },
  { method: 'GET',  url: '/post',                    visit: 'practitioner', log: 'nothing', page: post.page },
  { method: 'POST', url: '/post',                    visit: 'practitioner', log: 'nothing', page: post.submit },

  { method: 'GET',  url: '/worry',                   visit: 'anyone',       log: 'nothing', page: worry.page },
  { method: 'POST', url: '/worry',                   visit: 'anyone',       log: 'nothing', page: worry.submit, tooOld: worry.tooOld },
  { method: 'GET',  url: '/worry/:area',             visit: 'anyone',       log: 'nothing', page: worry.page },
  { method: 'POST', url: '/worry/:area',             visit: 'anyone',       log: 'nothing', page: worry.submit, tooOld: worry.tooOld },
  { method: 'GET',  url: '/worry/receipt/:code',     visit: 'anyone',       log: 'nothing', page: worryReceipt.page },
  { method: 'GET',  url: '/worry/receipt/:code/:step', visit: 'anyone',     log: 'nothing', page: worrySay.page },
  { method: 'POST', url: '/worry/receipt/:code/:step', visit: 'anyone',     log: 'nothing', page: worrySay.submit, tooOld: worrySay.tooOld },

  { method: 'GET',  url: '/case/:reference',          visit: 'signed-in',    log: 'case',    page: caseFile.page, says: 'The file' },
  { method: 'GET',  url: '/case/:reference/as-known', visit: 'signed-in',    log: 'case',    page: caseFile.asKnown, says: 'The file as known on a past day' },
  { method: 'GET',  url: '/case/:reference/duty',     visit: 'signed-in',    log: 'case',    page: duty.page, says: 'One duty' },
  { method: 'GET',  url: '/case/:reference/readers',  visit: 'signed-in',    log: 'case',    page: readers.page, says: 'Who looked' },
  { method: 'GET',  url: '/case/:reference/census',   visit: 'signed-in',    log: 'case',    page: census.page, says: 'What the census will query' },

  { method: 'GET',  url: '/case/:reference/documents',              visit: 'signed-in', log: 'case', page: documents.page, says: 'What can be had as a document' },
  { method: 'POST', url: '/case/:reference/documents',              visit: 'signed-in', log: 'case', page: making.ask },
  { method: 'GET',  url: '/case/:reference/made/:id',               visit: 'signed-in', log: 'case', page: making.download, says: 'A document made of the file' },
  { method: 'GET',  url: '/making/:id',                             visit: 'signed-in', log: 'nothing', page: making.page },
  { method: 'GET',  url: '/case/:reference/chronology.pdf',         visit: 'signed-in', log: 'case', page: documents.chronology('pdf'), says: 'The chronology, as a document' },
  { method: 'GET',  url: '/case/:reference/chronology.docx',        visit: 'signed-in', log: 'case', page: documents.chronology('docx'), says: 'The chronology, as a Word document' },
  { method: 'GET',  url: '/case/:reference/plan.pdf',               visit: 'signed-in', log: 'case', page: documents.plan('pdf'), says: 'The child protection plan, as a document' },
  { method: 'GET',  url: '/case/:reference/plan.docx',              visit: 'signed-in', log: 'case', page: documents.plan('docx'), says: 'The child protection plan, as a Word document' },
  { method: 'GET',  url: '/case/:reference/fact/:root/letter.pdf',  visit: 'signed-in', log: 'case', page: documents.letter('pdf'), says: 'A letter drawn from the record' },
  { method: 'GET',  url: '/case/:reference/fact/:root/letter.docx', visit: 'signed-in', log: 'case', page: documents.letter('docx'), says: 'A letter drawn from the record, as a Word document' },
  { method: 'GET',  url: '/case/:reference/file',                   visit: 'signed-in', log: 'case', page: fileDocument.page, says: 'A form to file a document' },
  { method: 'POST', url: '/case/:reference/file',                   visit: 'signed-in', log: 'case', page: fileDocument.submit, takes: 'file' },
  { method: 'GET',  url: '/case/:reference/fact/:root/file',        visit: 'signed-in', log: 'case', page: fileDocument.download, says: 'A filed document' },

  { method: 'GET',  url: '/case/:reference/share',                    visit: 'signed-in', log: 'case', page: share.page, says: 'A form to share' },
  { method: 'POST', url: '/case/:reference/share',                    visit: 'signed-in', log: 'case', page: share.submit },
  { method: 'GET',  url: '/case/:reference/told',                     visit: 'signed-in', log: 'case', page: told.page, says: 'Who was told what' },
  { method: 'GET',  url: '/case/:reference/told/:disclosure/recall',  visit: 'signed-in', log: 'case', page: told.recallPage, says: 'A form to recall what was shared' },
  { method: 'POST', url: '/case/:reference/told/:disclosure/recall',  visit: 'signed-in', log: 'case', page: told.submitRecall },
  { method: 'GET',  url: '/case/:reference/refer',        visit: 'signed-in', log: 'case', page: refer.pageOfCase, says: 'A form to tell the council' },
  { method: 'POST', url: '/case/:reference/refer',        visit: 'signed-in', log: 'case', page: refer.submitOfCase },
  { method: 'GET',  url: '/case/:reference/receipt',      visit: 'signed-in', log: 'case', page: receipt.page, says: 'The receipt of a referral' },
  { method: 'GET',  url: '/case/:reference/take-in',      visit: 'signed-in', log: 'case', page: takeIn.page, says: 'A form to give the file to a team' },
  { method: 'POST', url: '/case/:reference/take-in',      visit: 'signed-in', log: 'case', page: takeIn.submit },
  { method: 'GET',  url: '/case/:reference/restrict',     visit: 'signed-in', log: 'case', page: restrict.page, says: 'A form to restrict the file' },
  { method: 'POST', url: '/case/:reference/restrict',     visit: 'signed-in', log: 'case', page: restrict.submit },
  { method: 'GET',  url: '/case/:reference/join',         visit: 'signed-in', log: 'case', page: join.page, says: 'A form to join it with another file' },
  { method: 'POST', url: '/case/:reference/join',         visit: 'signed-in', log: 'case', page: join.submit },
  { method: 'GET',  url: '/case/:reference/joined/:link', visit: 'signed-in', log: 'case', page: join.joined, says: 'Two files that are joined' },
  { method: 'POST', url: '/case/:reference/joined/:link', visit: 'signed-in', log: 'case', page: join.split },
  { method: 'GET',  url: '/case/:reference/same-child/:other', visit: 'signed-in', log: 'case', page: sameChild.page, says: 'Two files that may be of one child' },
  { method: 'POST', url: '/case/:reference/same-child/:other', visit: 'signed-in', log: 'case', page: sameChild.submit },
  { method: 'GET',  url: '/case/:reference/involved', visit: 'signed-in',    log: 'case',    page: involved.page, says: 'Who else is involved' },
  { method: 'GET',  url: '/involved',                 visit: 'signed-in',    log: 'case',    page: together.page, says: 'Who else is involved with an adult who may stand on several files' },
  { method: 'GET',  url: '/case/:reference/ask',      visit: 'signed-in',    log: 'case',    page: ask.page, says: 'A form to ask agencies' },
  { method: 'POST', url: '/case/:reference/ask',      visit: 'signed-in',    log: 'case',    page: ask.submit },
  { method: 'GET',  url: '/case/:reference/withdraw', visit: 'signed-in',    log: 'case',    page: withdraw.page, says: 'A form to withdraw a request' },
  { method: 'POST', url: '/case/:reference/withdraw', visit: 'signed-in',    log: 'case',    page: withdraw.submit },
  { method: 'GET',  url: '/case/:reference/answer',   visit: 'signed-in',    log: 'case',    page: answer.page, says: 'A form to answer a request' },
  { method: 'POST', url: '/case/:reference/answer',   visit: 'signed-in',    log: 'case',    page: answer.submit },
  { method: 'GET',  url: '/case/:reference/meeting',                      visit: 'signed-in', log: 'case', page: callMeeting.page, says: 'A form to call a meeting' },
  { method: 'POST', url: '/case/:reference/meeting',                      visit: 'signed-in', log: 'case', page: callMeeting.submit },
  { method: 'GET',  url: '/case/:reference/meeting/:root',                visit: 'signed-in', log: 'case', page: meeting.page, says: 'A meeting' },
  { method: 'GET',  url: '/case/:reference/meeting/:root/invitation.ics', visit: 'signed-in', log: 'case', page: meeting.calendar, says: 'A meeting, for a calendar' },
  { method: 'GET',  url: '/case/:reference/meeting/:root/note',           visit: 'signed-in', log: 'nothing', page: meetingNote.stand },
  { method: 'POST', url: '/case/:reference/meeting/:root/note',           visit: 'signed-in', log: 'nothing', page: meetingNote.submit },
  { method: 'GET',  url: '/case/:reference/meeting/:root/close',          visit: 'signed-in', log: 'case', page: closeMeeting.page, says: 'A form to close a meeting' },
  { method: 'POST', url: '/case/:reference/meeting/:root/close',          visit: 'signed-in', log: 'case', page: closeMeeting.submit, conflict: closeMeeting.submit },
  { method: 'GET',  url: '/case/:reference/meeting/:root/minutes',        visit: 'signed-in', log: 'case', page: minutes.page, says: 'A form for the minutes of a meeting' },
  { method: 'POST', url: '/case/:reference/meeting/:root/minutes',        visit: 'signed-in', log: 'case', page: minutes.submit },
  { method: 'GET',  url: '/case/:reference/meeting/:root/withdraw',       visit: 'signed-in', log: 'case', page: withdrawInvitation.page, says: 'A form to withdraw an invitation' },
  { method: 'POST', url: '/case/:reference/meeting/:root/withdraw',       visit: 'signed-in', log: 'case', page: withdrawInvitation.submit },
  { method: 'GET',  url: '/case/:reference/meeting/:root/guest',          visit: 'signed-in', log: 'case', page: meetingGuest.page, says: 'A form to invite somebody without an account' },
  { method: 'POST', url: '/case/:reference/meeting/:root/guest',          visit: 'signed-in', log: 'case', page: meetingGuest.submit },
  { method: 'GET',  url: '/case/:reference/meeting/:root/guest-said',     visit: 'signed-in', log: 'case', page: guestSaid.page, says: 'A form for what somebody without an account answered or sent' },
  { method: 'POST', url: '/case/:reference/meeting/:root/guest-said',     visit: 'signed-in', log: 'case', page: guestSaid.submit },
  { method: 'GET',  url: '/case/:reference/meeting/:root/pack',           visit: 'signed-in', log: 'case', page: meetingPack.page, says: 'The papers of a meeting' },
  { method: 'POST', url: '/case/:reference/meeting/:root/pack',           visit: 'signed-in', log: 'case', page: meetingPack.submit },
  { method: 'GET',  url: '/case/:reference/meeting/:root/papers.pdf',     visit: 'signed-in', log: 'case', page: meetingPack.download('pdf'), says: 'The papers of a meeting, as a document' },
  { method: 'GET',  url: '/case/:reference/meeting/:root/papers.docx',    visit: 'signed-in', log: 'case', page: meetingPack.download('docx'), says: 'The papers of a meeting, as a Word document' },
  { method: 'GET',  url: '/case/:reference/disagreement',             visit: 'signed-in', log: 'case', page: raise.page, says: 'A form to disagree with a decision' },
  { method: 'POST', url: '/case/:reference/disagreement',             visit: 'signed-in', log: 'case', page: raise.submit, conflict: raise.conflict },
  { method: 'GET',  url: '/case/:reference/disagreement/:root',       visit: 'signed-in', log: 'case', page: ladder.page, says: 'A disagreement and how far it has gone' },
  { method: 'GET',  url: '/case/:reference/disagreement/:root/:step', visit: 'signed-in', log: 'case', page: stepOf.page, says: 'A form to go on with a disagreement' },
  { method: 'POST', url: '/case/:reference/disagreement/:root/:step', visit: 'signed-in', log: 'case', page: stepOf.submit, conflict: stepOf.conflict },
  { method: 'GET',  url: '/case/:reference/assessment/:root',             visit: 'signed-in', log: 'case', page: assessment.page, says: 'An assessment' },
  { method: 'GET',  url: '/case/:reference/assessment/:root/report.pdf',  visit: 'signed-in', log: 'case', page: assessmentReport.download('pdf'), says: 'An assessment, as a document' },
  { method: 'GET',  url: '/case/:reference/assessment/:root/report.docx', visit: 'signed-in', log: 'case', page: assessmentReport.download('docx'), says: 'An assessment, as a Word document' },
  { method: 'GET',  url: '/case/:reference/assessment/:root/adults',      visit: 'signed-in', log: 'case', page: assessmentAdults.page, says: 'A form about adults around the child' },
  { method: 'POST', url: '/case/:reference/assessment/:root/adults',      visit: 'signed-in', log: 'case', page: assessmentAdults.submit },
  { method: 'GET',  url: '/case/:reference/assessment/:root/:domain',     visit: 'signed-in', log: 'case', page: writeAssessment.page, says: 'A form of an assessment' },
  { method: 'POST', url: '/case/:reference/assessment/:root/:domain',     visit: 'signed-in', log: 'case', page: writeAssessment.submit },
  { method: 'GET',  url: '/case/:reference/early-help/:root', visit: 'signed-in', log: 'case', page: earlyHelp.page, says: 'Early help' },
  { method: 'GET',  url: '/case/:reference/access-request',                  visit: 'signed-in', log: 'case', page: accessRequest.list, says: 'Requests for the record' },
  { method: 'GET',  url: '/case/:reference/access-request/:root',            visit: 'signed-in', log: 'case', page: accessRequest.page, says: 'The file put together for whoever asked for it' },
  { method: 'POST', url: '/case/:reference/access-request/:root',            visit: 'signed-in', log: 'case', page: accessRequest.submit },
  { method: 'GET',  url: '/case/:reference/access-request/:root/record.pdf', visit: 'signed-in', log: 'case', page: accessRequest.download, says: 'The file as a document for whoever asked for it' },
  { method: 'GET',  url: '/case/:reference/retention',       visit: 'signed-in', log: 'case', page: retention.page, says: 'How long the record is kept' },
  { method: 'POST', url: '/case/:reference/disposal',        visit: 'signed-in', log: 'case', page: retention.submit },
  { method: 'GET',  url: '/case/:reference/certificate',     visit: 'signed-in', log: 'case', page: certificate.page, says: 'The certificate of its disposal' },
  { method: 'GET',  url: '/case/:reference/certificate.pdf', visit: 'signed-in', log: 'case', page: certificate.download, says: 'The certificate of its disposal, as a document' },
  { method: 'GET',  url: '/disposal',                        visit: 'see-disposal', log: 'list', page: disposal.page, says: 'The list of records that are no longer kept' },
  { method: 'POST', url: '/disposal',                        visit: 'see-disposal', log: 'list', page: disposal.submit },
  { method: 'GET',  url: '/disposal/schedule',               visit: 'see-disposal', log: 'nothing', page: disposal.schedule },
  { method: 'GET',  url: '/case/:reference/why',      visit: 'signed-in',    log: 'case',    page: why.page, says: 'Why it can be seen' },
  { method: 'GET',  url: '/case/:reference/open',     visit: 'signed-in',    log: 'case',    page: openRestricted.page, says: 'The form to open it in an emergency' },
  { method: 'POST', url: '/case/:reference/open',     visit: 'signed-in',    log: 'case',    page: openRestricted.submit },
  { method: 'POST', url: '/case/:reference/open/end', visit: 'signed-in',    log: 'nothing', page: openRestricted.end },
  { method: 'GET',  url: '/break-glass',              visit: 'review-break-glass', log: 'list', page: review.list, says: 'The list of emergency openings' },
  { method: 'GET',  url: '/break-glass/:id',          visit: 'review-break-glass', log: 'case', page: review.page, says: 'The review of an emergency opening' },
  { method: 'POST', url: '/break-glass/:id',          visit: 'review-break-glass', log: 'case', page: review.submit },
  { method: 'POST', url: '/break-glass/:id/seen',     visit: 'signed-in',    log: 'nothing', page: toldOf.seen },

  { method: 'GET',  url: '/log',                      visit: 'see-reading-log', log: 'list', page: log.page, says: 'What is unusual in the reading log' },
  { method: 'GET',  url: '/log/readings',             visit: 'see-reading-log', log: 'list', page: log.readings, says: 'Entries of the reading log' },

  { method: 'GET',  url: '/conflicts',                visit: 'signed-in',    log: 'shown',   page: conflicts.page, says: 'Conflicts of interest, declared and found' },
  { method: 'POST', url: '/conflicts',                visit: 'signed-in',    log: 'shown',   page: conflicts.submit },
  { method: 'POST', url: '/conflicts/home',           visit: 'signed-in',    log: 'shown',   page: conflicts.home },
  { method: 'POST', url: '/conflicts/look',           visit: 'find-conflict', log: 'nothing', page: conflicts.look },
  { method: 'POST', url: '/conflicts/:id/decide',     visit: 'find-conflict', log: 'nothing', page: conflicts.decide },
  { method: 'POST', url: '/conflicts/:id/end',        visit: 'end-conflict', log: 'shown', page: conflicts.end },

  { method: 'GET',  url: '/due',                     visit: 'signed-in',    log: 'list',    page: due.page, says: 'What is due' },
  { method: 'GET',  url: '/triage',                  visit: 'see-triage',   log: 'list',    page: triage.page, says: 'Referrals that wait for a decision' },
  { method: 'GET',  url: '/take-in',                 visit: 'see-waiting',  log: 'list',    page: takeIn.list, says: 'Files that no team holds' },
  { method: 'GET',  url: '/same-child',              visit: 'see-same-child', log: 'list', page: sameChild.list, says: 'Files that may be of one child' },
  { method: 'GET',  url: '/find',                    visit: 'signed-in',    log: 'search',  page: find.page, says: 'A search for its reference' },
  { method: 'GET',  url: '/overview',                visit: 'see-overview', log: 'nothing', page: overview.page },
  { method: 'GET',  url: '/guidance',                visit: 'signed-in',    log: 'nothing', page: guidance.list },
  { method: 'GET',  url: '/guidance/compare',        visit: 'signed-in',    log: 'nothing', page: guidance.compare },
  { method: 'GET',  url: '/guidance/procedure/:procedure', visit: 'signed-in', log: 'nothing', page: guidance.page },
  { method: 'GET',  url: '/footprint',               visit: 'signed-in',    log: 'nothing', page: footprint.page },
  { method: 'GET',  url: '/commencement',            visit: 'set-commencement', log: 'nothing', page: commencement.list },
  { method: 'GET',  url: '/commencement/:provision', visit: 'set-commencement', log: 'nothing', page: commencement.page },
  { method: 'POST', url: '/commencement/:provision', visit: 'set-commencement', log: 'nothing', page: commencement.submit },
  { method: 'GET',  url: '/local-policy',            visit: 'set-local-policy', log: 'nothing', page: localPolicy.list },
  { method: 'GET',  url: '/local-policy/:key',       visit: 'set-local-policy', log: 'nothing', page: localPolicy.page },
  { method: 'POST', url: '/local-policy/:key',       visit: 'set-local-policy', log: 'nothing', page: localPolicy.submit },
  { method: 'GET',  url: '/letter-words',            visit: 'set-local-policy', log: 'nothing', page: letterWords.list },
  { method: 'GET',  url: '/letter-words/:letter',    visit: 'set-local-policy', log: 'nothing', page: letterWords.page },
  { method: 'POST', url: '/letter-words/:letter',    visit: 'set-local-policy', log: 'nothing', page: letterWords.submit },
  { method: 'GET',  url: '/arrangements-began/:of',  visit: 'set-local-policy', log: 'nothing', page: localPolicy.beganPage },
  { method: 'POST', url: '/arrangements-began/:of',  visit: 'set-local-policy', log: 'nothing', page: localPolicy.submitBegan },
  { method: 'GET',  url: '/import',                  visit: 'import-file',  log: 'nothing', page: importFile.page },
  { method: 'POST', url: '/import',                  visit: 'import-file',  log: 'nothing', page: importFile.submit, takes: 'file' },
  { method: 'GET',  url: '/import/:id',              visit: 'import-file',  log: 'list',    page: importFile.result, says: 'What an import brought' },
  { method: 'GET',  url: '/import/:id/problems.csv', visit: 'import-file',  log: 'list',    page: importFile.problems, says: 'The problems of an import' },

  { method: 'GET',  url: '/drafts',                  visit: 'practitioner', log: 'nothing', page: drafts.page },
  { method: 'POST', url: '/drafts/resume',           visit: 'practitioner', log: 'nothing', page: drafts.resume },
  { method: 'POST', url: '/drafts/discard',          visit: 'practitioner', log: 'nothing', page: drafts.discard },
  { method: 'POST', url: '/draft',                   visit: 'signed-in',    log: 'nothing', page: drafts.save },

  { method: 'GET',  url: '/case/:reference/record',                visit: 'signed-in', log: 'case',   page: chooseKind.page, says: 'What to record' },
  { method: 'GET',  url: '/case/:reference/record/:kind',          visit: 'signed-in', log: 'case',   page: record.page, says: 'A form to record' },
  { method: 'POST', url: '/case/:reference/record/:kind',          visit: 'signed-in', log: 'case',   page: record.submit, conflict: record.conflict },
  { method: 'GET',  url: '/case/:reference/fact/:root/correct',    visit: 'signed-in', log: 'case',   page: correct.page, says: 'A form to correct' },
  { method: 'POST', url: '/case/:reference/fact/:root/correct',    visit: 'signed-in', log: 'case',   page: correct.submit, conflict: correct.conflict },
  { method: 'GET',  url: '/case/:reference/fact/:root/strike-out', visit: 'signed-in', log: 'case',   page: strikeOut.page, says: 'A form to strike out' },
  { method: 'POST', url: '/case/:reference/fact/:root/strike-out', visit: 'signed-in', log: 'case',   page: strikeOut.submit },
  { method: 'GET',  url: '/case/:reference/fact/:root/move',       visit: 'signed-in', log: 'case',   page: move.page, says: 'A form to move to another file' },
  { method: 'POST', url: '/case/:reference/fact/:root/move',       visit: 'signed-in', log: 'case',   page: move.submit, conflict: move.conflict },
  { method: 'GET',  url: '/case/:reference/fact/:root/disagree',   visit: 'signed-in', log: 'case',   page: disagree.page, says: 'A form to disagree' },
  { method: 'POST', url: '/case/:reference/fact/:root/disagree',   visit: 'signed-in', log: 'case',   page: disagree.submit },
  { method: 'GET',  url: '/case/:reference/fact/:root/redact',     visit: 'signed-in', log: 'case',   page: redact.page, says: 'A form to have words removed' },
  { method: 'POST', url: '/case/:reference/fact/:root/redact',     visit: 'signed-in', log: 'case',   page: redact.submit },
  { method: 'GET',  url: '/case/:reference/redaction/:root',       visit: 'signed-in', log: 'case',   page: decideRedaction.page, says: 'Words that somebody wants removed' },
  { method: 'POST', url: '/case/:reference/redaction/:root',       visit: 'signed-in', log: 'case',   page: decideRedaction.submit },
  { method: 'GET',  url: '/refer',                                 visit: 'refer',     log: 'list',   page: refer.page, says: 'A form to tell the council of a child' },
  { method: 'POST', url: '/refer',                                 visit: 'refer',     log: 'search', page: refer.submit },
  { method: 'GET',  url: '/refer/sent',                            visit: 'refer',     log: 'list',   page: sent.page, says: 'What the agency sent, and what is owed to it' },
  { method: 'GET',  url: '/new-child',                             visit: 'open-case', log: 'search', page: newChild.page, says: 'A form to open a file' },
  { method: 'POST', url: '/new-child',                             visit: 'open-case', log: 'search', page: newChild.submit },
  { method: 'GET',  url: '/new',                                   visit: 'signed-in', log: 'nothing', page: newMatter.choose },
  { method: 'GET',  url: '/new/:kind',                             visit: 'signed-in', log: 'nothing', page: newMatter.page },
  { method: 'POST', url: '/new/:kind',                             visit: 'signed-in', log: 'nothing', page: newMatter.submit },
]

/** What else is served, by parts that are no pages: nothing of it shows a record. */
/* biome-ignore format: the list is read as a table */
export const alsoServed = [
  { method: 'GET', url: '/health',          visit: 'anyone', log: 'nothing' },
  { method: 'GET', url: '/ready',           visit: 'anyone', log: 'nothing' },
  { method: 'GET', url: '/assets/*',        visit: 'anyone', log: 'nothing' },
  { method: 'GET', url: '/assets/fonts/*',  visit: 'anyone', log: 'nothing' },
  { method: 'any', url: '/story-sign-in/*', visit: 'anyone', log: 'nothing' },
] as const
